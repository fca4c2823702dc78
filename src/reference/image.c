/* The image: a header with a table of sections, then the sections, each an array of plain records
 * without pointers. Records in, bytes out (image_make); bytes in, a book over them out (book_open).
 * The header has a checksum of its own, so that it can be trusted before the rest is read. */
#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/hash.h"
#include "reference/layout.h"

enum { IMAGE_VERSION = 9, IMAGE_ALIGN = 8, BYTE_ORDER_MARK = 0x01020304 };

static const char image_magic[8] = "stetbook";

typedef enum Section {
    SECTION_STRINGS,
    SECTION_PLACES,
    SECTION_OFFICES,
    SECTION_PEOPLE,
    SECTION_TENURES,
    SECTION_HOLDERS,
    SECTION_PERSON_TENURES,
    SECTION_SPANS,
    SECTION_DATED,
    SECTION_SOURCES,
    SECTION_SOURCE_LIST,
    SECTION_KINDS,
    SECTION_KIND_LIST,
    SECTION_OFFICE_LIST,
    SECTION_TITLES,
    SECTION_TITLE_OFFICES,
    SECTION_FIRSTS,
    SECTION_WORDS,
    SECTION_NODES,
    SECTION_ENTRIES,
    SECTION_STARTS,
    SECTION_COUNT
} Section;

static const uint32_t item_sizes[SECTION_COUNT] = {
    [SECTION_STRINGS] = 1,
    [SECTION_PLACES] = sizeof(Place),
    [SECTION_OFFICES] = sizeof(Office),
    [SECTION_PEOPLE] = sizeof(Person),
    [SECTION_TENURES] = sizeof(Tenure),
    [SECTION_HOLDERS] = sizeof(Letters),
    [SECTION_PERSON_TENURES] = sizeof(uint32_t),
    [SECTION_SPANS] = sizeof(CompleteSpan),
    [SECTION_DATED] = sizeof(DatedName),
    [SECTION_SOURCES] = sizeof(Source),
    [SECTION_SOURCE_LIST] = sizeof(uint32_t),
    [SECTION_KINDS] = sizeof(Text),
    [SECTION_KIND_LIST] = sizeof(uint32_t),
    [SECTION_OFFICE_LIST] = sizeof(uint32_t),
    [SECTION_TITLES] = sizeof(Title),
    [SECTION_TITLE_OFFICES] = sizeof(uint32_t),
    [SECTION_FIRSTS] = sizeof(uint64_t),
    [SECTION_WORDS] = sizeof(uint64_t),
    [SECTION_NODES] = sizeof(LexiconNode),
    [SECTION_ENTRIES] = sizeof(LexiconEntry),
    [SECTION_STARTS] = sizeof(uint32_t),
};

typedef struct SectionEntry {
    uint64_t off; /* of the image, a multiple of IMAGE_ALIGN */
    uint32_t count;
    uint32_t item_size;
} SectionEntry;

typedef struct Header {
    char magic[8];
    uint32_t byte_order;
    uint32_t version;
    uint64_t header_checksum; /* of all bytes of the header after it */
    uint64_t checksum;        /* of all bytes after the header */
    uint64_t length;          /* of the whole image */
    Text sources;             /* hash of what the book was made of; in the strings */
    Date as_of;
    SectionEntry sections[SECTION_COUNT];
} Header;

static_assert(sizeof(Header) % IMAGE_ALIGN == 0, "the first section follows at once");

static uint64_t header_checksum(const Header *header)
{
    View bytes = {(const char *)header, sizeof *header};
    size_t after = offsetof(Header, header_checksum) + sizeof header->header_checksum;
    return hash_bytes(view_slice(bytes, after, bytes.len), 0);
}

static uint64_t checksum_of(View image)
{
    return hash_bytes(view_slice(image, sizeof(Header), image.len), 0);
}

/* --- making --- */

/* A section's items, to be copied. */
typedef struct SectionItems {
    const void *items;
    uint32_t count;
} SectionItems;

static uint64_t aligned(uint64_t size)
{
    return (size + IMAGE_ALIGN - 1) & ~(uint64_t)(IMAGE_ALIGN - 1);
}

static View write_image(const SectionItems *contents, Text sources, Date as_of, Arena *arena)
{
    Header header = {.byte_order = BYTE_ORDER_MARK,
                     .version = IMAGE_VERSION,
                     .length = aligned(sizeof header),
                     .sources = sources,
                     .as_of = as_of};
    memcpy(header.magic, image_magic, sizeof header.magic);
    for (int i = 0; i < SECTION_COUNT; i++) {
        header.sections[i] = (SectionEntry){header.length, contents[i].count, item_sizes[i]};
        header.length += aligned((uint64_t)contents[i].count * item_sizes[i]);
    }
    char *image = arena_take(arena, header.length, _Alignof(max_align_t));
    for (int i = 0; i < SECTION_COUNT; i++)
        if (contents[i].count > 0)
            memcpy(image + header.sections[i].off, contents[i].items,
                   (size_t)contents[i].count * item_sizes[i]);
    header.checksum = checksum_of((View){image, header.length});
    header.header_checksum = header_checksum(&header);
    memcpy(image, &header, sizeof header);
    return (View){image, header.length};
}

View image_make(const Records *records, const TitleRecords *titles, const Lexicon *names,
                View version, Arena *arena, Arena *scratch)
{
    Layout layout = layout_make(records, titles, version, scratch);
    SectionItems contents[SECTION_COUNT] = {
        [SECTION_STRINGS] = {layout.strings.at, (uint32_t)layout.strings.len},
        [SECTION_PLACES] = {layout.places, records->places.count},
        [SECTION_OFFICES] = {layout.offices, records->offices.count},
        [SECTION_PEOPLE] = {layout.people, records->people.count},
        [SECTION_TENURES] = {layout.tenures, records->tenures.count},
        [SECTION_HOLDERS] = {layout.holders, records->tenures.count},
        [SECTION_PERSON_TENURES] = {layout.person_tenures, layout.person_tenure_count},
        [SECTION_SPANS] = {layout.spans, layout.span_count},
        [SECTION_DATED] = {layout.dated.items, layout.dated.count},
        [SECTION_SOURCES] = {layout.sources, records->sources.count},
        [SECTION_SOURCE_LIST] = {layout.source_list.items, layout.source_list.count},
        [SECTION_KINDS] = {layout.kinds, records->kinds.count},
        [SECTION_KIND_LIST] = {layout.kind_list.items, layout.kind_list.count},
        [SECTION_OFFICE_LIST] = {layout.office_list.items, layout.office_list.count},
        [SECTION_TITLES] = {layout.titles, titles->count},
        [SECTION_TITLE_OFFICES] = {layout.title_offices.items, layout.title_offices.count},
        [SECTION_FIRSTS] = {names->firsts.bits, 2 * names->firsts.count},
        [SECTION_WORDS] = {names->words, names->node_count},
        [SECTION_NODES] = {names->nodes, names->node_count + 1},
        [SECTION_ENTRIES] = {names->entries, names->entry_count},
        [SECTION_STARTS] = {names->starts, names->start_count + 1},
    };
    View image = write_image(contents, layout.version, layout.as_of, arena);
    layout_free(&layout);
    return image;
}

/* --- opening --- */

/* NULL, or what is wrong with the image. */
static const char *header_fault(View image, Header *header)
{
    if (image.len < sizeof *header)
        return "shorter than its header";
    memcpy(header, image.at, sizeof *header);
    if (memcmp(header->magic, image_magic, sizeof header->magic) != 0)
        return "no book";
    if (header->byte_order != BYTE_ORDER_MARK)
        return "of another byte order";
    if (header->version != IMAGE_VERSION)
        return "of another version";
    if (header->header_checksum != header_checksum(header))
        return "damaged";
    if (header->length != image.len)
        return "cut short or too long";
    return NULL;
}

static const char *sections_fault(const Header *header)
{
    for (int i = 0; i < SECTION_COUNT; i++) {
        const SectionEntry *section = &header->sections[i];
        if (section->item_size != item_sizes[i])
            return "of another layout";
        if (section->off % IMAGE_ALIGN != 0 || section->off < sizeof *header ||
            section->off > header->length ||
            (uint64_t)section->count * section->item_size > header->length - section->off)
            return "with a section outside of it";
    }
    uint32_t firsts = header->sections[SECTION_FIRSTS].count;
    if (!header->sections[SECTION_WORDS].count ||
        header->sections[SECTION_NODES].count != header->sections[SECTION_WORDS].count + 1 ||
        (firsts & (firsts - 1)) != 0 || firsts == 1 || !header->sections[SECTION_STARTS].count)
        return "with a broken index of names";
    uint32_t strings = header->sections[SECTION_STRINGS].count;
    if (header->sources.off > strings || header->sources.len > strings - header->sources.off)
        return "with a version outside of it";
    return NULL;
}

static const void *section_at(View image, const Header *header, Section section, uint32_t *count)
{
    *count = header->sections[section].count;
    return image.at + header->sections[section].off;
}

static bool refuse(const char *fault, Troubles *troubles)
{
    trouble_add(troubles, VIEW(""), 0, 0,
                "a compiled book that is %s, expected one made by this version of stet", fault);
    return false;
}

bool book_verify(const Book *book, Troubles *troubles)
{
    Header header;
    const char *fault = header_fault(book->image, &header);
    if (!fault && header.checksum != checksum_of(book->image))
        fault = "damaged";
    return !fault || refuse(fault, troubles);
}

bool book_open(Arena *arena, View image, Book *out, Troubles *troubles)
{
    assert((uintptr_t)image.at % IMAGE_ALIGN == 0);
    Header header;
    const char *fault = header_fault(image, &header);
    if (!fault)
        fault = sections_fault(&header);
    if (fault)
        return refuse(fault, troubles);
    Book *book = out;
    *book = (Book){.image = image, .version = header.sources, .as_of = header.as_of};
    book->strings = section_at(image, &header, SECTION_STRINGS, &book->string_bytes);
    book->places = section_at(image, &header, SECTION_PLACES, &book->place_count);
    book->offices = section_at(image, &header, SECTION_OFFICES, &book->office_count);
    book->people = section_at(image, &header, SECTION_PEOPLE, &book->person_count);
    book->tenures = section_at(image, &header, SECTION_TENURES, &book->tenure_count);
    book->holders = section_at(image, &header, SECTION_HOLDERS, &book->holder_count);
    book->person_tenures =
        section_at(image, &header, SECTION_PERSON_TENURES, &book->person_tenure_count);
    book->spans = section_at(image, &header, SECTION_SPANS, &book->span_count);
    book->dated = section_at(image, &header, SECTION_DATED, &book->dated_count);
    book->sources = section_at(image, &header, SECTION_SOURCES, &book->source_count);
    book->source_list = section_at(image, &header, SECTION_SOURCE_LIST, &book->source_list_count);
    book->kinds = section_at(image, &header, SECTION_KINDS, &book->kind_count);
    book->kind_list = section_at(image, &header, SECTION_KIND_LIST, &book->kind_list_count);
    book->office_list = section_at(image, &header, SECTION_OFFICE_LIST, &book->office_list_count);
    book->titles = section_at(image, &header, SECTION_TITLES, &book->title_count);
    book->title_offices =
        section_at(image, &header, SECTION_TITLE_OFFICES, &book->title_office_count);
    book->proofs.places = proof_of(arena, book->place_count);
    book->proofs.offices = proof_of(arena, book->office_count);
    book->proofs.people = proof_of(arena, book->person_count);
    book->proofs.tenures = proof_of(arena, book->tenure_count);
    Lexicon *names = &book->names;
    names->firsts.bits = section_at(image, &header, SECTION_FIRSTS, &names->firsts.count);
    names->firsts.count /= 2;
    names->nodes = section_at(image, &header, SECTION_NODES, &names->node_count);
    names->words = section_at(image, &header, SECTION_WORDS, &names->node_count);
    names->entries = section_at(image, &header, SECTION_ENTRIES, &names->entry_count);
    names->starts = section_at(image, &header, SECTION_STARTS, &names->start_count);
    names->start_count--;
    return true;
}
