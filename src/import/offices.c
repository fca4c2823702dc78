/* Of what each row is: an office of the folder, by its id, its title at its place, or its kind; or
 * a new one. Tests: tests/unit/import/settle.c. */
#include "import/desk.h"
#include "import/name.h"
#include "reference/phrase.h"

typedef struct Index {
    Desk *desk;
    Ids places;  /* by id and by folded name */
    Ids ids;     /* of posts */
    Ids titles;  /* "place|folded title" -> post */
    Ids by_kind; /* "place|kind" -> post, where the place has but one */
    Ids kinds;   /* folded title -> kind of titles.yaml */
} Index;

static View titled(const Index *index, uint32_t place, View title)
{
    View plain = folded(index->desk->arena, title);
    return view_format(index->desk->arena, "%u|%.*s", place, VIEW_ARG(plain));
}

static void add_place_names(Index *index, uint32_t place)
{
    Arena *arena = index->desk->arena;
    const PlaceRecord *record = &index->desk->records->places.items[place];
    ids_add(&index->places, folded(arena, record->name.text), place);
    for (uint32_t i = 0; i < record->also.count; i++)
        ids_add(&index->places, folded(arena, record->also.items[i].text), place);
}

static void add_kind(Index *index, uint32_t kind)
{
    const KindRecord *record = &index->desk->records->kinds.items[kind];
    for (uint32_t i = 0; i < record->titles.count; i++)
        ids_add(&index->kinds, folded(index->desk->arena, record->titles.items[i].text), kind);
}

static void add_post(Index *index, Post post)
{
    uint32_t at = index->desk->posts.count;
    *arena_push(index->desk->arena, &index->desk->posts) = post;
    ids_add(&index->ids, post.id, at);
    ids_add(&index->titles, titled(index, post.place, post.title), at);
}

static void add_record(Index *index, uint32_t record)
{
    const OfficeRecord *office = &index->desk->records->offices.items[record];
    uint32_t at = index->desk->posts.count;
    add_post(index, (Post){.id = office->id.text,
                           .title = office->title.text,
                           .kind = office->kind.text,
                           .place = office->place.index,
                           .many = office->seats != 1,
                           .record = record,
                           .file = NONE});
    for (uint32_t i = 0; i < office->also.count; i++)
        ids_add(&index->titles, titled(index, office->place.index, office->also.items[i].text), at);
    if (office->kind.text.len && office->seats == 1)
        ids_add(&index->by_kind, titled(index, office->place.index, office->kind.text), at);
}

static Index index_of(Desk *desk)
{
    Index index = {.desk = desk};
    Ids *all[] = {&index.places, &index.ids, &index.titles, &index.by_kind, &index.kinds};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i] = ids_in(desk->arena);
    /* Ids first: "ga" is Gabon, though Georgia's code is GA. */
    for (uint32_t i = 0; i < desk->records->places.count; i++)
        ids_add(&index.places, desk->records->places.items[i].id.text, i);
    for (uint32_t i = 0; i < desk->records->places.count; i++)
        add_place_names(&index, i);
    for (uint32_t i = 0; i < desk->records->kinds.count; i++)
        add_kind(&index, i);
    for (uint32_t i = 0; i < desk->records->offices.count; i++)
        add_record(&index, i);
    return index;
}

static uint32_t find_place(const Index *index, View text)
{
    uint32_t place = ids_find(&index->places, text);
    return place != NONE ? place : ids_find(&index->places, folded(index->desk->arena, text));
}

/* The kind that the row names, if there is one of that name, else that of its title. */
static View kind_of(const Index *index, const Entry *row)
{
    const Records *records = index->desk->records;
    for (uint32_t i = 0; i < records->kinds.count; i++)
        if (view_equal(records->kinds.items[i].id.text, row->kind))
            return row->kind;
    uint32_t kind = ids_find(&index->kinds, folded(index->desk->arena, row->title));
    return kind == NONE ? (View){0} : records->kinds.items[kind].id.text;
}

static uint32_t find_post(const Index *index, const Entry *row, uint32_t place, View kind)
{
    uint32_t post = ids_find(&index->titles, titled(index, place, row->title));
    if (post == NONE && kind.len)
        post = ids_find(&index->by_kind, titled(index, place, kind));
    return post;
}

/* An office of the folder of which there is but one: the source may call it by another id. */
static bool is_single(const Post *post)
{
    return post->record != NONE && !post->many;
}

static uint32_t settle(Index *index, Entry *row)
{
    Desk *desk = index->desk;
    View raw = row->title;
    if (raw.len && !title_clean(desk->arena, raw, &row->title)) {
        entry_refuse(desk->rows, row, "'%.*s': the title '%.*s', expected 1 to %d words",
                     VIEW_ARG(row->name), VIEW_ARG(raw), (int)LIMIT_NAME_TOKENS);
        return NONE;
    }
    uint32_t known = row->office.len ? ids_find(&index->ids, row->office) : NONE;
    if (known != NONE)
        return known;
    uint32_t place = find_place(index, row->place);
    if (place == NONE || !row->title.len) {
        entry_refuse(desk->rows, row,
                     "'%.*s': no office '%.*s' and no place '%.*s' is in the folder",
                     VIEW_ARG(row->name), VIEW_ARG(row->title), VIEW_ARG(row->place));
        return NONE;
    }
    View kind = row->titled ? (View){0} : kind_of(index, row);
    uint32_t post = find_post(index, row, place, kind);
    if (post != NONE && (!row->office.len || is_single(&desk->posts.items[post])))
        return post;
    View id = row->office;
    if (!id.len)
        id = view_format(desk->arena, "%.*s/%.*s",
                         VIEW_ARG(desk->records->places.items[place].id.text),
                         VIEW_ARG(name_id(desk->arena, row->title)));
    post = ids_find(&index->ids, id);
    if (post != NONE)
        return post;
    post = desk->posts.count;
    add_post(index, (Post){.id = id,
                           .title = row->title,
                           .kind = kind,
                           .place = place,
                           .many = row->many,
                           .record = NONE,
                           .file = NONE});
    desk->report->offices++;
    return post;
}

void settle_offices(Desk *desk)
{
    Index index = index_of(desk);
    for (uint32_t i = 0; i < desk->rows->count; i++)
        desk->row_post[i] = settle(&index, &desk->rows->items[i]);
}
