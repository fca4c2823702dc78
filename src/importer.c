/* The public face of importing: sources in, a reference folder out; and the list
 * of conflicts that it keeps. Tests: tests/cli/import.py, tests/cli/data.py. */
#include "stet/book.h"

#include "base/file.h"
#include "base/limits.h"
#include "face.h"
#include "import/import.h"
#include "reference/folder.h"

typedef struct Importer {
    Arena arena;
    BookSources reference;
    BookSources words;
    BookSources lore;
    BookSources files;
    ImportReport report;
} Importer;

static bool read_part(Importer *importer, const char *folder, const char *part, BookSources *out,
                      Troubles *troubles)
{
    FileList listed = {0};
    return folder_list(folder, part, &importer->arena, &listed, troubles) &&
           folder_read(&listed, &importer->arena, out, troubles);
}

static bool read_sources(Importer *importer, const StetImport *import, Troubles *troubles)
{
    FileList files = {0};
    for (size_t i = 0; i < import->count; i++)
        *arena_push(&importer->arena, &files) =
            view_copy(&importer->arena, view_of(import->files[i]));
    return folder_read(&files, &importer->arena, &importer->files, troubles);
}

static bool find_format(const char *name, ImportFormat *out, Troubles *troubles)
{
    for (uint32_t i = 0; import_formats[i]; i++) {
        *out = (ImportFormat)i;
        if (view_equal(view_of(name), view_of(import_formats[i])))
            return true;
    }
    trouble_add(troubles, (View){0}, 0, 0,
                "\"%s\" is no format to import, expected csv, congress, "
                "openstates, ifg or wikidata",
                name);
    return false;
}

const char *stet_import_format(size_t index)
{
    return import_formats[index];
}

/* The folder as it is to be: its files, those that change in their new form, and new ones. */
static BookSources whole_folder(Importer *importer)
{
    BookSources whole = {0};
    uint32_t count = importer->reference.count + importer->report.files.count;
    whole.items = arena_new(&importer->arena, BookSource, count);
    for (uint32_t i = 0; i < importer->reference.count; i++)
        whole.items[whole.count++] = importer->reference.items[i];
    for (uint32_t i = 0; i < importer->report.files.count; i++) {
        const BookSource *file = &importer->report.files.items[i];
        uint32_t at = 0;
        while (at < whole.count && !view_equal(whole.items[at].path, file->path))
            at++;
        whole.items[at] = *file;
        whole.count += at == whole.count;
    }
    return whole;
}

/* Compiles the folder with the changes in it, and then writes each file, whole or not at all. */
static bool check_and_write(Importer *importer, Troubles *troubles)
{
    Arena book_arena = {0}, scratch = {0};
    Book book;
    BookSources whole = whole_folder(importer);
    bool done = book_compile(whole.items, whole.count, importer->words.items, importer->words.count,
                             &book_arena, &scratch, &book, troubles);
    arena_free(&book_arena);
    arena_free(&scratch);
    for (uint32_t i = 0; done && i < importer->report.files.count; i++) {
        const BookSource *file = &importer->report.files.items[i];
        size_t slash = file->path.len;
        while (slash > 0 && file->path.at[slash - 1] != '/')
            slash--;
        View folder = view_copy(&importer->arena, view_slice(file->path, 0, slash ? slash - 1 : 0));
        if (folder.len)
            folder_make(folder.at);
        done = file_write(view_copy(&importer->arena, file->path).at, file->bytes, troubles);
    }
    return done;
}

/* The conflicts that the folder keeps a list of: those of this import's sources are told anew.
 * Without any there is no list. */
static bool write_conflicts(Importer *importer, const char *into, Troubles *troubles)
{
    Buffer out = {0}, old = {0};
    Troubles ignored = {.arena = &importer->arena};
    View path = view_format(&importer->arena, "%s/conflicts.csv", into);
    file_read(path.at, LIMIT_YAML_FILE, &old, &ignored);
    import_conflicts(&importer->arena, &importer->report, buffer_view(&old), &out);
    bool same = view_equal(buffer_view(&old), buffer_view(&out));
    bool done = same || (!out.len && file_remove(path.at)) ||
                file_write(path.at, buffer_view(&out), troubles);
    buffer_free(&out);
    buffer_free(&old);
    return done;
}

bool stet_book_conflicts(const char *folder, StetBookFormat format, StetWrite write, void *to,
                         StetTroubles *troubles)
{
    Arena arena = {0};
    Buffer bytes = {0}, out = {0};
    ConflictList list = {0};
    FileStamp stamp;
    View inside = view_format(&arena, "%s/reference", folder);
    View path =
        view_format(&arena, "%s/conflicts.csv", file_is_folder(inside.at) ? inside.at : folder);
    bool done = file_is_folder(folder);
    if (!done)
        trouble_add(&troubles->list, view_of(folder), 0, 0, "no folder");
    else if (file_stamp(path.at, &stamp)) /* without the file there are none */
        done = file_read(path.at, LIMIT_YAML_FILE, &bytes, &troubles->list) &&
               conflicts_read(&arena, path, buffer_view(&bytes), &list, &troubles->list);
    if (done && format == STET_BOOK_JSON)
        conflicts_json(&list, &out);
    else if (done)
        conflicts_text(&list, &out);
    arena_free(&arena);
    buffer_free(&bytes);
    return face_write_out(&out, write, to, &troubles->list) && done;
}

static void print_report(const ImportReport *report, Buffer *out)
{
    buffer_print(out,
                 "%u rows: %u tenures added, %u lines changed, %u borne out, %u refused; "
                 "%u people and %u offices new; %u conflicts; %u files written\n",
                 report->rows, report->tenures, report->changed, report->known,
                 report->refused.count, report->people, report->offices, report->conflicts.count,
                 report->files.count);
    Arena arena = {0};
    for (uint32_t i = 0; i < report->refused.count; i++)
        buffer_print(out, "left out: %.*s\n",
                     VIEW_ARG(trouble_text(&arena, &report->refused.items[i])));
    arena_free(&arena);
}

bool stet_book_import(const char *rules, const StetImport *import, StetWrite write, void *to,
                      StetTroubles *troubles)
{
    Importer importer = {0};
    ImportRequest request = {.folder = view_of(import->into), .as_of = DATE_NONE};
    Buffer out = {0};
    bool done = find_format(import->format, &request.format, &troubles->list);
    if (import->as_of && !date_parse(view_of(import->as_of), &request.as_of)) {
        trouble_add(&troubles->list, (View){0}, 0, 0, "\"%s\" is no date, expected YYYY-MM-DD",
                    import->as_of);
        done = false;
    }
    done = done && read_part(&importer, rules, "words", &importer.words, &troubles->list) &&
           read_part(&importer, rules, "import", &importer.lore, &troubles->list) &&
           read_part(&importer, import->into, "", &importer.reference, &troubles->list) &&
           read_sources(&importer, import, &troubles->list);
    request.files = importer.files;
    request.reference = importer.reference;
    request.words = importer.words;
    request.rules = importer.lore;
    done = done && import_run(&request, &importer.arena, &importer.report, &troubles->list) &&
           check_and_write(&importer, &troubles->list) &&
           write_conflicts(&importer, import->into, &troubles->list);
    if (done)
        print_report(&importer.report, &out);
    arena_free(&importer.arena);
    face_write_out(&out, write, to, &troubles->list);
    return done;
}
