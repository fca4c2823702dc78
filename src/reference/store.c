/* The compiled book as a file. Tests: tests/unit/reference/store.c. */
#include "reference/store.h"

#include "base/file.h"

/* The book does not know its file's name. */
static void name_file(const char *path, Troubles *troubles)
{
    troubles->items[troubles->count - 1].path = view_copy(troubles->arena, view_of(path));
}

bool store_write(const char *path, const Book *book, Troubles *troubles)
{
    return file_write(path, book->image, troubles);
}

bool store_open(const char *path, Map *map, Book *out, Troubles *troubles)
{
    if (!map_open(path, map, troubles))
        return false;
    if (book_open(map->bytes, out, troubles))
        return true;
    name_file(path, troubles);
    map_close(map);
    return false;
}

bool store_verify(const char *path, Troubles *troubles)
{
    Map map;
    Book book;
    if (!store_open(path, &map, &book, troubles))
        return false;
    bool whole = book_verify(&book, troubles);
    if (!whole)
        name_file(path, troubles);
    map_close(&map);
    return whole;
}
