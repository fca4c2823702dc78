/* The suites of src/import, and an import of files in memory. */
#ifndef STET_TESTS_IMPORT_SUITES_H
#define STET_TESTS_IMPORT_SUITES_H

#include <check.h>

#include "import/import.h"

Suite *csv_suite(void);
Suite *formats_suite(void);
Suite *lore_suite(void);
Suite *name_suite(void);
Suite *settle_suite(void);

/* The arena of the test at hand. */
extern Arena sample_arena;
void sample_open(void);
void sample_close(void);

/* The rules for importing that the samples need. */
Lore sample_lore(void);

/* Imports one file into a small folder of one file, reference/a.yaml, as of 2026-06-01. Fails the
 * test where it cannot be read. */
ImportReport sample_import(ImportFormat format, const char *path, const char *file,
                           const char *reference);

/* The same, of several files. */
ImportReport sample_import_files(ImportFormat format, ImportFiles files, const char *reference);

/* The bytes that a file of the folder is to have; NULL where it stays. */
const char *sample_file(const ImportReport *report, const char *path);

#endif
