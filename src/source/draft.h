/* A draft: a document while a reader writes it, block by block.
 *
 * In: ranges of the original, to be copied, replaced, or passed over by not being named. Out: the
 * document's text, blocks and pieces, in its arena. The draft owns a buffer until draft_finish.
 */
#ifndef STET_SOURCE_DRAFT_H
#define STET_SOURCE_DRAFT_H

#include "base/buffer.h"
#include "source/document.h"

typedef struct Draft {
    Arena *arena;
    Document *document; /* its originals are set by the reader before it copies from them */
    bool valid;         /* the originals are known to be UTF-8 */
    Buffer text;
    uint32_t block_text;   /* where the open block begins, with the line break before it */
    uint32_t block_pieces; /* the pieces before it */
    Block block;           /* the open block */
} Draft;

void draft_begin(Draft *draft, Arena *arena, Document *document);
void draft_open(Draft *draft, BlockKind kind, Part part);

/* Appends bytes from..to of the original, each broken byte as U+FFFD; a run of them is one piece.
 */
void draft_copy(Draft *draft, size_t from, size_t to);

/* Appends `text`, which is not empty, in place of the bytes from..to, as one piece. */
void draft_replace(Draft *draft, View text, size_t from, size_t to);

/* A line break in running text, with the blanks and markers around it: one blank; nothing inside a
 * word that was broken behind its hyphen. */
void draft_break(Draft *draft, size_t from, size_t to);

/* Ends the block. One without text is forgotten. */
void draft_close(Draft *draft);
void draft_finish(Draft *draft);

#endif
