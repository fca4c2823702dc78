/* The build, by the note that the linker leaves in each program. Tests: tests/unit/base/build.c. */
#include "base/build.h"

#include <elf.h>
#include <link.h>

/* Bytes without end: more than the header is read behind it. */
extern const char __ehdr_start[] __attribute__((visibility("hidden")));

static size_t padded(size_t size)
{
    return (size + 3) & ~(size_t)3;
}

/* The id among the notes from..end; empty where there is none. */
static View find_id(const char *from, const char *end)
{
    static const char owner[] = "GNU";
    while ((size_t)(end - from) > sizeof(ElfW(Nhdr))) {
        const ElfW(Nhdr) *note = (const void *)from;
        const char *name = from + sizeof *note;
        const char *id = name + padded(note->n_namesz);
        if (note->n_type == NT_GNU_BUILD_ID &&
            view_equal((View){name, note->n_namesz}, (View){owner, sizeof owner}))
            return (View){id, note->n_descsz};
        from = id + padded(note->n_descsz);
    }
    return (View){0};
}

View build_id(void)
{
    const char *start = __ehdr_start;
    const ElfW(Ehdr) *head = (const void *)start;
    const ElfW(Phdr) *parts = (const void *)(start + head->e_phoff);
    const char *base = start; /* where address 0 of the file has come to lie */
    for (int i = 0; i < head->e_phnum; i++)
        if (parts[i].p_type == PT_LOAD && !parts[i].p_offset)
            base = start - parts[i].p_vaddr;
    for (int i = 0; i < head->e_phnum; i++) {
        const char *from = base + parts[i].p_vaddr;
        View id = parts[i].p_type == PT_NOTE ? find_id(from, from + parts[i].p_memsz) : (View){0};
        if (id.len)
            return id;
    }
    return (View){0};
}
