/* Mapped files. Tests: tests/unit/base/map.c. */
#define _DEFAULT_SOURCE /* madvise */
#include "base/map.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* NULL, or why not; errno may know more. */
static const char *map_descriptor(int descriptor, Map *out)
{
    struct stat status;
    if (fstat(descriptor, &status))
        return strerror(errno);
    if (!S_ISREG(status.st_mode))
        return "no regular file";
    if (!status.st_size)
        return "the file is empty";
    void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (bytes == MAP_FAILED)
        return strerror(errno);
    out->bytes = (View){bytes, (size_t)status.st_size};
    return NULL;
}

bool map_open(const char *path, Map *out, Troubles *troubles)
{
    *out = (Map){0};
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    const char *fault = descriptor < 0 ? strerror(errno) : map_descriptor(descriptor, out);
    if (fault)
        trouble_add(troubles, view_of(path), 0, 0, "cannot be mapped: %s", fault);
    if (descriptor >= 0)
        close(descriptor);
    return !fault;
}

void map_close(Map *map)
{
    if (map->bytes.len)
        munmap((void *)(uintptr_t)map->bytes.at, map->bytes.len);
    *map = (Map){0};
}

void map_in_large_pages(void *memory, size_t size)
{
#ifdef MADV_HUGEPAGE
    enum { PAGE = 4096, LARGE_PAGE = 2 << 20 };
    uintptr_t from = ((uintptr_t)memory + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
    if (size >= LARGE_PAGE)
        madvise((void *)from, (uintptr_t)memory + size - from, MADV_HUGEPAGE);
#else
    (void)memory;
    (void)size;
#endif
}
