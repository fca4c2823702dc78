/* Ids and what refers to them: every id once, every reference to something. Sets `index` of the
 * written ids and references. */
#include "base/near.h"
#include "reference/records.h"

/* The ids of one kind of record. */
typedef struct Register {
    const char *what;
    Arena *arena;
    Troubles *troubles;
    Ids ids;
    struct {
        Written **items;
        uint32_t count, capacity;
    } written;
    const char **names; /* of `written`, for the nearest; made when first asked for */
    uint32_t unknown;   /* references met that lead nowhere */
} Register;

/* A whole file that was forgotten must not cost a search for the nearest by each reference to it.
 */
enum { NEAREST_LOOKED_FOR = 50 };

static Register register_of(const char *what, uint32_t count, Arena *arena, Troubles *troubles)
{
    return (Register){
        .what = what, .arena = arena, .troubles = troubles, .ids = ids_for(arena, count)};
}

static bool is_id_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' ||
           byte == '/';
}

static void check_bytes(const Register *all, const Written *id)
{
    for (size_t i = 0; i < id->text.len; i++) {
        if (is_id_byte(id->text.at[i]))
            continue;
        trouble_add(all->troubles, id->where.path, id->where.line, id->where.column,
                    "the id '%.*s', expected lower-case letters, digits, '-' and '/' only",
                    VIEW_ARG(id->text));
        return;
    }
}

static void add_id(Register *all, Written *id)
{
    id->index = all->written.count;
    *arena_push(all->arena, &all->written) = id;
    if (id->text.len == 0)
        return; /* missing, and said so */
    check_bytes(all, id);
    uint32_t first = ids_add(&all->ids, id->text, id->index);
    if (first == NONE)
        return;
    const Where *where = &all->written.items[first]->where;
    trouble_add(all->troubles, id->where.path, id->where.line, id->where.column,
                "the %s '%.*s' a second time (first at %.*s:%u), expected each once", all->what,
                VIEW_ARG(id->text), VIEW_ARG(where->path), where->line);
}

static const char *nearest_id(Register *all, View text)
{
    if (all->unknown++ >= NEAREST_LOOKED_FOR)
        return NULL;
    if (!all->names) {
        all->names = arena_new(all->arena, const char *, all->written.count + 1);
        for (uint32_t i = 0; i < all->written.count; i++)
            all->names[i] = view_copy(all->arena, all->written.items[i]->text).at;
    }
    return nearest_name(text, all->names);
}

static void find_id(Register *all, Written *reference)
{
    reference->index = NONE;
    if (reference->text.len == 0)
        return;
    reference->index = ids_find(&all->ids, reference->text);
    if (reference->index != NONE)
        return;
    const char *nearest = nearest_id(all, reference->text);
    trouble_add(all->troubles, reference->where.path, reference->where.line,
                reference->where.column, "no %s has the id '%.*s', expected %s%s%s", all->what,
                VIEW_ARG(reference->text), nearest ? "perhaps '" : "one that is there",
                nearest ? nearest : "", nearest ? "'" : "");
}

static void find_ids(Register *all, WrittenList references)
{
    for (uint32_t i = 0; i < references.count; i++)
        find_id(all, &references.items[i]);
}

void records_resolve(Records *records, Arena *arena, Troubles *troubles)
{
    Register places = register_of("place", records->places.count, arena, troubles);
    Register offices = register_of("office", records->offices.count, arena, troubles);
    Register people = register_of("person", records->people.count, arena, troubles);
    Register sources = register_of("source", records->sources.count, arena, troubles);
    Register kinds = register_of("kind", records->kinds.count, arena, troubles);
    for (uint32_t i = 0; i < records->places.count; i++)
        add_id(&places, &records->places.items[i].id);
    for (uint32_t i = 0; i < records->offices.count; i++)
        add_id(&offices, &records->offices.items[i].id);
    for (uint32_t i = 0; i < records->people.count; i++)
        add_id(&people, &records->people.items[i].id);
    for (uint32_t i = 0; i < records->sources.count; i++)
        add_id(&sources, &records->sources.items[i].id);
    for (uint32_t i = 0; i < records->kinds.count; i++)
        add_id(&kinds, &records->kinds.items[i].id);

    for (uint32_t i = 0; i < records->places.count; i++) {
        find_id(&places, &records->places.items[i].in);
        find_ids(&kinds, records->places.items[i].has_no);
    }
    for (uint32_t i = 0; i < records->offices.count; i++) {
        OfficeRecord *office = &records->offices.items[i];
        find_id(&places, &office->place);
        find_id(&kinds, &office->kind);
        find_ids(&offices, office->excludes);
        find_ids(&offices, office->succeeded_by);
    }
    for (uint32_t i = 0; i < records->tenures.count; i++) {
        find_id(&people, &records->tenures.items[i].person);
        find_id(&places, &records->tenures.items[i].state);
        find_ids(&sources, records->tenures.items[i].sources);
    }
    /* Words are of the language: they may name a place that this book does not have. */
    WrittenList courtesy = records->words.courtesy_places;
    for (uint32_t i = 0; i < courtesy.count; i++)
        courtesy.items[i].index = ids_find(&places.ids, courtesy.items[i].text);
}
