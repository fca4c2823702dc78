/* Files of a rules folder. Tests: tests/unit/reference/folder.c. */
#include "reference/folder.h"

#include <string.h>

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

bool folder_read(const FileList *files, Arena *scratch, BookSources *out, Troubles *troubles)
{
    bool done = true;
    Buffer bytes = {0};
    *out = (BookSources){arena_new(scratch, BookSource, files->count), files->count};
    for (uint32_t i = 0; i < files->count; i++) {
        buffer_clear(&bytes);
        done &= file_read(files->items[i].at, LIMIT_YAML_FILE, &bytes, troubles);
        out->items[i] =
            (BookSource){.path = files->items[i], .bytes = view_copy(scratch, buffer_view(&bytes))};
    }
    buffer_free(&bytes);
    return done;
}

static void hash_number(HashState *hash, int64_t number)
{
    hash_add(hash, (View){(const char *)&number, sizeof number});
}

static View below_folder(const RulesFiles *files, View path)
{
    return view_slice(path, strlen(files->folder), path.len);
}

/* A file that is gone meanwhile has no stamp: whoever reads it says so. */
static void stamp_files(RulesFiles *files, Arena *arena)
{
    HashState *key = hash_begin(arena), *names = hash_begin(arena);
    files->newest = files->newest_name = INT64_MIN;
    for (int part = 0; part < RULES_PARTS; part++)
        for (uint32_t i = 0; i < files->parts[part].count; i++) {
            View path = files->parts[part].items[i];
            FileStamp stamp = {0};
            file_stamp(path.at, &stamp);
            hash_add(key, path);
            hash_add(key, (View){(const char *)&stamp, sizeof stamp});
            hash_add(names, below_folder(files, path));
            hash_number(names, stamp.size);
            if (stamp.seconds > files->newest)
                files->newest = stamp.seconds;
            if (stamp.status_seconds > files->newest_name)
                files->newest_name = stamp.status_seconds;
        }
    files->key = hash_end(key, arena);
    files->names = hash_end(names, arena);
}

bool rules_files(const char *folder, Arena *arena, RulesFiles *out, Troubles *troubles)
{
    static const char *const names[RULES_PARTS] = {"reference", "words", "checks"};
    bool done = true;
    *out = (RulesFiles){.folder = folder};
    for (int part = 0; part < RULES_PARTS; part++)
        done &= folder_list(folder, names[part], arena, &out->parts[part], troubles);
    stamp_files(out, arena);
    return done;
}

bool rules_files_read(const RulesFiles *files, Arena *scratch, BookSources out[RULES_PARTS],
                      Troubles *troubles)
{
    bool done = true;
    for (int part = 0; part < RULES_PARTS; part++)
        done &= folder_read(&files->parts[part], scratch, &out[part], troubles);
    return done;
}

View rules_files_hash(const RulesFiles *files, const BookSources sources[RULES_PARTS], Arena *arena)
{
    HashState *hash = hash_begin(arena);
    for (int part = 0; part < RULES_PARTS; part++)
        for (uint32_t i = 0; i < sources[part].count; i++) {
            hash_add(hash, below_folder(files, sources[part].items[i].path));
            hash_add(hash, sources[part].items[i].bytes);
        }
    return hash_end(hash, arena);
}
