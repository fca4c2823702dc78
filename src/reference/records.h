/* Records: what the YAML says, one struct an entry, before it is laid out as a book.
 *
 * Filled by read.c and words.c, linked by resolve.c, checked by validate.c; names.c, titles.c and
 * image.c make the book of them. All memory is the scratch arena's.
 */
#ifndef STET_REFERENCE_RECORDS_H
#define STET_REFERENCE_RECORDS_H

#include "reference/book.h"
#include "reference/compile.h"
#include "reference/ids.h"
#include "reference/written.h"

/* A name or a title with the days on which it was in use. */
typedef struct DatedRecord {
    Written name;
    bool own;  /* the record's own name, and no other that it goes by */
    Date from; /* DATE_NONE: not known, or from the start */
    Date to;   /* DATE_NONE: in use */
} DatedRecord;

typedef struct DatedRecords {
    DatedRecord *items;
    uint32_t count;
    uint32_t capacity;
} DatedRecords;

typedef struct PlaceRecord {
    Written id;
    Written name;
    bool the;
    PlaceKind kind;
    Written in;
    WrittenList also;
    DatedRecords dated; /* of `name` and `also` those with dates: their `index` leads here */
    WrittenList demonyms;
    WrittenList metonyms;
    WrittenList codes; /* as party tags have it */
    WrittenList has_no;
} PlaceRecord;

typedef struct SpanRecord {
    Where where;
    Day from;  /* of a month or a year only the days that are surely meant count */
    Day as_of; /* likewise */
} SpanRecord;

typedef struct OfficeRecord {
    Written id;
    Written title;
    Written place;
    Written kind;
    WrittenList also;
    DatedRecords dated; /* of `title` and `also` */
    WrittenList loose;
    WrittenList excludes;
    WrittenList succeeded_by;
    uint32_t seats;
    Date as_of;
    Where as_of_where;
    SpanRecord *spans;
    uint32_t span_count;
    Range tenures; /* of the records' tenures */
    bool broken;   /* a date or span could not be read: its succession cannot be judged */
} OfficeRecord;

typedef struct TenureRecord {
    Where where;
    uint32_t office;
    bool vacant;
    Written person;
    Date from;
    Date to;
    Date as_of;
    bool own_as_of; /* else it is the office's */
    uint32_t flags;
    WrittenList sources;
    Written state; /* place */
    View district;
    View senate_class;
    View party;
} TenureRecord;

typedef struct PersonRecord {
    Written id;
    Written name;
    WrittenList also;
    WrittenList surnames;
    bool surname_first;
    DatedRecords parties; /* in order of time */
    Date born;
    Date died;
    View wikidata;
} PersonRecord;

typedef struct SourceRecord {
    Written id;
    View title;
    View licence;
    View url;
} SourceRecord;

typedef struct KindRecord {
    Written id;
    WrittenList titles;
    WrittenList loose;
} KindRecord;

/* A word and what stands beside it: a head and its plural, a short and its long titles. */
typedef struct WordRecord {
    Written word;
    WrittenList others;
} WordRecord;

typedef struct WordRecords {
    WordRecord *items;
    uint32_t count;
    uint32_t capacity;
} WordRecords;

/* titles.yaml and names.yaml. */
typedef struct Words {
    WordRecords heads;
    WordRecords shorts;
    WrittenList bare;
    WrittenList titles;
    WrittenList courtesy;
    WrittenList courtesy_places;
    WrittenList particles;
    WrittenList suffixes;
    WrittenList turned; /* "minister for the": what follows may stand before the head */
} Words;

typedef struct Records {
    View folder; /* what all paths share, up to the folder that holds them: not kept in the book */
    View own; /* and what those of a newsroom's own begin with, likewise; empty: there are none */
    struct {
        PlaceRecord *items;
        uint32_t count, capacity;
    } places;
    struct {
        OfficeRecord *items;
        uint32_t count, capacity;
    } offices;
    struct {
        TenureRecord *items;
        uint32_t count, capacity;
    } tenures;
    struct {
        PersonRecord *items;
        uint32_t count, capacity;
    } people;
    struct {
        SourceRecord *items;
        uint32_t count, capacity;
    } sources;
    struct {
        KindRecord *items;
        uint32_t count, capacity;
    } kinds;
    Words words;
} Records;

typedef struct IndexArray {
    uint32_t *items;
    uint32_t count;
    uint32_t capacity;
} IndexArray;

/* A title with the offices that go by it, rising. */
typedef struct TitleRecord {
    View text;
    uint32_t kind;
    uint32_t flags;
    IndexArray offices;
} TitleRecord;

typedef struct TitleRecords {
    TitleRecord *items;
    uint32_t count;
    uint32_t capacity;
} TitleRecords;

/* Each reads one file into the records; the tree of its YAML is needed only meanwhile. False where
 * it is no YAML at all: what it may hold is then unknown, and links into it must not be judged. */
bool read_reference(Records *records, Arena *arena, Arena *tree, BookSource file,
                    Troubles *troubles);
bool read_words(Records *records, Arena *arena, Arena *tree, BookSource file, Troubles *troubles);

/* How many records there were. */
typedef struct RecordCounts {
    uint32_t places, offices, people, sources;
} RecordCounts;
RecordCounts records_count(const Records *records);

/* Of the records read since, those with the id of one read before take its place; an office's
 * tenures go with it. */
void records_override(Records *records, RecordCounts before);

/* Gives each id its index and each reference what it names. */
void records_resolve(Records *records, Arena *arena, Troubles *troubles);

/* Checks what can be known only of records together; they must be resolved. */
void records_validate(const Records *records, Arena *arena, Troubles *troubles);

/* Adds people and places to the index of names. */
void index_names(const Records *records, LexiconBuilder *builder, Arena *arena, Troubles *troubles);

/* Makes the titles and adds them to the index of names. */
TitleRecords index_titles(const Records *records, LexiconBuilder *builder, Arena *arena,
                          Troubles *troubles);

/* The book's image, in `arena`. `version` is the hash of what the records were read from. */
View image_make(const Records *records, const TitleRecords *titles, const Lexicon *names,
                View version, Arena *arena, Arena *scratch);

#endif
