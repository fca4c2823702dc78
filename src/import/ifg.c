/* The ministers database of the Institute for Government: person.csv, post.csv, organisation.csv,
 * appointment.csv and appointment_characteristics.csv, told by their names.
 * Tests: tests/unit/import/formats.c. */
#include "import/csv.h"
#include "import/import.h"
#include "import/name.h"

typedef struct Named {
    View name;
    View also;         /* an organisation's short name */
    View organisation; /* of a post: id */
    Texts others;      /* of a person: names of other times */
    bool early;        /* `name` has no first day: it is the one that he came with */
} Named;

typedef struct NamedList {
    Named *items;
    uint32_t count;
    uint32_t capacity;
    Ids ids;
} NamedList;

typedef struct Ministers {
    const Lore *lore;
    Entries *rows;
    Date as_of;
    NamedList people;
    NamedList posts;
    NamedList organisations;
    Ids acting; /* appointments */
} Ministers;

static Named *named(Ministers *all, NamedList *list, View id)
{
    uint32_t known = ids_add(&list->ids, id, list->count);
    if (known != NONE)
        return &list->items[known];
    Named *fresh = arena_push(all->rows->arena, list);
    *fresh = (Named){0};
    return fresh;
}

static const Named *find(const NamedList *list, View id)
{
    uint32_t index = ids_find(&list->ids, id);
    return index == NONE ? NULL : &list->items[index];
}

/* One line a name and its time: the name that somebody came with is the one that print used; a
 * later peerage is another name. */
static void read_person(Ministers *all, const Csv *csv)
{
    Named *person = named(all, &all->people, csv_field(csv, "id"));
    View name = csv_field(csv, "display_name");
    bool early = !csv_field(csv, "start_date").len;
    if (!person->name.len || (early && !person->early)) {
        texts_add(all->rows->arena, &person->others, person->name);
        person->name = name;
        person->early = early;
    } else {
        texts_add(all->rows->arena, &person->others, name);
    }
    texts_add(all->rows->arena, &person->others, csv_field(csv, "name"));
}

static void read_post(Ministers *all, const Csv *csv)
{
    Named *post = named(all, &all->posts, csv_field(csv, "id"));
    post->name = csv_field(csv, "name");
    post->organisation = csv_field(csv, "organisation_id");
}

static void read_organisation(Ministers *all, const Csv *csv)
{
    Named *organisation = named(all, &all->organisations, csv_field(csv, "id"));
    organisation->name = csv_field(csv, "name");
    organisation->also = csv_field(csv, "short_name");
}

static void read_characteristics(Ministers *all, const Csv *csv)
{
    if (view_equal_fold(csv_field(csv, "is_acting"), VIEW("true")))
        ids_add(&all->acting, csv_field(csv, "appointment_id"), 0);
}

/* Posts that many departments have ("Minister of State") are told apart by the department. */
static bool is_shared(const Ministers *all, const Named *post)
{
    for (uint32_t i = 0; i < all->posts.count; i++) {
        const Named *other = &all->posts.items[i];
        if (view_equal_fold(other->name, post->name) &&
            !view_equal(other->organisation, post->organisation))
            return true;
    }
    return false;
}

static void read_appointment(Ministers *all, const Csv *csv)
{
    Arena *arena = all->rows->arena;
    const Named *person = find(&all->people, csv_field(csv, "person_id"));
    const Named *post = find(&all->posts, csv_field(csv, "post_id"));
    Entry row = {.path = csv->path,
                 .line = csv->line,
                 .place = VIEW("gb"),
                 .born = DATE_NONE,
                 .died = DATE_NONE,
                 .from = DATE_NONE,
                 .to = DATE_NONE,
                 .as_of = all->as_of};
    if (!person || !post) {
        entry_refuse(all->rows, &row, "an appointment of no known person to no known post");
        return;
    }
    const Named *organisation = find(&all->organisations, post->organisation);
    row.key = csv_field(csv, "person_id");
    row.name = person->name;
    row.also = person->others;
    row.title = post->name;
    row.titled = true; /* a "Minister for Health" serves under the Health Secretary */
    if (organisation && is_shared(all, post))
        row.office =
            view_format(arena, "gb/%.*s-%.*s", VIEW_ARG(name_id(arena, post->name)),
                        VIEW_ARG(name_id(arena, organisation->also.len ? organisation->also
                                                                       : organisation->name)));
    date_parse(csv_field(csv, "start_date"), &row.from);
    date_parse(csv_field(csv, "end_date"), &row.to);
    if (ids_find(&all->acting, csv_field(csv, "id")) != NONE)
        row.flags |= TENURE_ACTING;
    texts_add(arena, &row.sources, VIEW("ifg"));
    *arena_push(arena, all->rows) = row;
}

typedef struct Sheet {
    const char *file;
    void (*read)(Ministers *all, const Csv *csv);
} Sheet;

static bool read_part(Ministers *all, ImportFiles files, const Sheet *part, Troubles *troubles)
{
    for (uint32_t i = 0; i < files.count; i++) {
        const BookSource *file = &files.items[i];
        View ending = view_format(all->rows->arena, "/%s", part->file);
        if (!view_ends(file->path, ending) && !view_equal(file->path, view_of(part->file)))
            continue;
        Csv csv;
        if (!csv_open(&csv, all->rows->arena, file->path, file->bytes, troubles))
            return false;
        while (csv_next(&csv, troubles))
            part->read(all, &csv);
        return true;
    }
    trouble_add(troubles, (View){0}, 0, 0, "no %s among the files, expected it", part->file);
    return false;
}

bool read_ifg(const Lore *lore, ImportFiles files, Date as_of, Entries *rows, Troubles *troubles)
{
    static const Sheet parts[] = {{"person.csv", read_person},
                                  {"organisation.csv", read_organisation},
                                  {"post.csv", read_post},
                                  {"appointment_characteristics.csv", read_characteristics},
                                  {"appointment.csv", read_appointment}};
    uint32_t before = troubles->count;
    Ministers all = {.lore = lore, .rows = rows, .as_of = as_of};
    all.people.ids = ids_in(rows->arena);
    all.posts.ids = ids_in(rows->arena);
    all.organisations.ids = ids_in(rows->arena);
    all.acting = ids_in(rows->arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        read_part(&all, files, &parts[i], troubles);
    return troubles->count == before;
}
