/* Files of a rules folder. Tests: tests/unit/reference/folder.c. */
#include "reference/folder.h"

#include "base/hash.h"
#include "base/limits.h"

bool folder_list(const char *folder, const char *part, Arena *arena, FileList *out,
                 Troubles *troubles)
{
    View path = view_format(arena, "%s/%s", folder, part);
    if (!file_list(arena, path.at, ".yaml", out, troubles))
        return false;
    if (!out->count)
        trouble_add(troubles, path, 0, 0, "holds no .yaml file, expected at least one");
    return out->count > 0;
}

/* Adds the files, for which there is room. */
static bool read_list(const FileList *files, View own, Arena *scratch, BookSources *out,
                      Troubles *troubles)
{
    bool done = true;
    Buffer bytes = {0};
    for (uint32_t i = 0; i < files->count; i++) {
        buffer_clear(&bytes);
        done &= file_read(files->items[i].at, LIMIT_YAML_FILE, &bytes, troubles);
        out->items[out->count++] = (BookSource){
            .path = files->items[i], .bytes = view_copy(scratch, buffer_view(&bytes)), .own = own};
    }
    buffer_free(&bytes);
    return done;
}

bool folder_read(const FileList *files, Arena *scratch, BookSources *out, Troubles *troubles)
{
    *out = (BookSources){.items = arena_new(scratch, BookSource, files->count)};
    return read_list(files, (View){0}, scratch, out, troubles);
}

static void add_number(Buffer *out, int64_t number)
{
    buffer_add(out, (View){(const char *)&number, sizeof number});
}

/* With its end, which no name holds. */
static void add_name(Buffer *out, View name)
{
    buffer_add(out, name);
    buffer_add_byte(out, '\0');
}

/* Stamps a list. A file that is gone meanwhile has no stamp: whoever reads it says so. There are
 * hundreds of files, so that they are hashed together. */
static void stamp_list(RulesFiles *files, const FileList *list, View folder, Buffer *key,
                       Buffer *names)
{
    add_number(names, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        View path = list->items[i], name = file_below(path, folder);
        FileStamp stamp = {0};
        file_stamp(path.at, &stamp);
        add_name(key, name);
        buffer_add(key, (View){(const char *)&stamp, sizeof stamp});
        add_name(names, name);
        add_number(names, stamp.size);
        if (stamp.seconds > files->newest)
            files->newest = stamp.seconds;
        if (stamp.status_seconds > files->newest_name)
            files->newest_name = stamp.status_seconds;
    }
}

static void stamp_files(RulesFiles *files, Arena *arena)
{
    Buffer key = {0}, names = {0};
    files->newest = files->newest_name = INT64_MIN;
    for (int part = 0; part < RULES_PARTS; part++) {
        stamp_list(files, &files->parts[part], view_of(files->folder), &key, &names);
        stamp_list(files, &files->own.parts[part], files->own.folder, &key, &names);
    }
    buffer_add(&names, files->own.written);
    files->names = hash_hex(arena, buffer_view(&names));
    buffer_add(&key, files->names);
    files->key = hash_hex(arena, buffer_view(&key));
    buffer_free(&names);
    buffer_free(&key);
}

bool rules_files(const char *folder, const RulesOwn *own, Arena *arena, RulesFiles *out,
                 Troubles *troubles)
{
    static const char *const names[RULES_PARTS] = {"reference", "words", "checks"};
    bool done = true;
    *out = (RulesFiles){.folder = folder, .own = own ? *own : (RulesOwn){{0}}};
    for (int part = 0; part < RULES_PARTS; part++)
        done &= folder_list(folder, names[part], arena, &out->parts[part], troubles);
    stamp_files(out, arena);
    return done;
}

bool rules_files_read(const RulesFiles *files, Arena *scratch, BookSources out[RULES_PARTS],
                      Troubles *troubles)
{
    const RulesOwn *own = &files->own;
    bool done = true;
    for (int part = 0; part < RULES_PARTS; part++) {
        const FileList *shipped = &files->parts[part], *added = &own->parts[part];
        uint32_t most = shipped->count + added->count + 1;
        out[part] = (BookSources){.items = arena_new(scratch, BookSource, most)};
        done &= read_list(shipped, (View){0}, scratch, &out[part], troubles);
        done &= read_list(added, own->folder, scratch, &out[part], troubles);
    }
    BookSources *checks = &out[RULES_CHECKS];
    if (own->written.len)
        checks->items[checks->count++] =
            (BookSource){.path = own->name, .bytes = own->written, .own = own->folder};
    return done;
}

View rules_files_hash(const RulesFiles *files, const BookSources sources[RULES_PARTS], Arena *arena)
{
    HashState *hash = hash_begin(arena);
    for (int part = 0; part < RULES_PARTS; part++)
        for (uint32_t i = 0; i < sources[part].count; i++) {
            const BookSource *file = &sources[part].items[i];
            View folder = file->own.len ? file->own : view_of(files->folder);
            hash_add(hash, file_below(file->path, folder));
            hash_add(hash, file->bytes);
        }
    return hash_end(hash, arena);
}
