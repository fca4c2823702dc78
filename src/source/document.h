/* A document: the text of one article, and where each byte of it came from.
 *
 * The text is valid UTF-8, whatever the file was: markup, entities, soft line breaks and broken
 * bytes are gone or replaced. Blocks (a paragraph, a heading, the title) do not touch: a '\n'
 * stands between them, and no sentence crosses it. The title comes last in the text, so that it is
 * read when the body has said who is who.
 * Everything lives in the article's arena.
 */
#ifndef STET_SOURCE_DOCUMENT_H
#define STET_SOURCE_DOCUMENT_H

#include "base/date.h"
#include "base/trouble.h"

typedef enum Part { PART_TEXT, PART_TITLE } Part;

typedef enum BlockKind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_TITLE,
    BLOCK_ITEM,  /* list item */
    BLOCK_QUOTE, /* block quote */
    BLOCK_CAPTION,
    BLOCK_CELL /* table cell */
} BlockKind;

typedef struct Block {
    BlockKind kind;
    Part part;
    Span span; /* of the text */
} Block;

/* A run of text and the bytes it stands for. Either both are of one length and agree byte by byte,
 * or the run is one piece (an entity, a soft break, broken bytes): it is inside or outside as a
 * whole. Sorted by text; file offsets rise within a block. */
typedef struct Piece {
    Span text;
    Span file; /* bytes of the file, or of the record's "text" or "title" */
    Part part;
    bool whole; /* one piece */
} Piece;

/* What an editor wrote to let findings stand, word for word; judge/mark.h makes sense of it. */
typedef struct Mark {
    View text;  /* behind "stet:" */
    Span file;  /* all of it, bytes of the file */
    bool whole; /* it speaks of the whole file, not of the block after it */
} Mark;

typedef enum DateSource {
    DATE_FROM_NONE, /* no date: claims that need one are unverifiable */
    DATE_FROM_OPTION,
    DATE_FROM_RECORD, /* the NDJSON record */
    DATE_FROM_FRONT_MATTER,
    DATE_FROM_META,    /* a <meta> of the page */
    DATE_FROM_JSON_LD, /* the page's data for search engines */
    DATE_FROM_FILE_NAME,
    DATE_FROM_TODAY,
    DATE_FROM_CLAIMS /* inferred, asked for */
} DateSource;

typedef struct Document {
    View name;     /* path, or the record's id; for reports */
    bool has_name; /* a record may come without an id */
    View text;
    View original[2]; /* by Part: the bytes that positions refer to; lines and columns count in them
                       */
    Date date;
    DateSource date_source;
    struct {
        Block *items;
        uint32_t count, capacity;
    } blocks;
    struct {
        Piece *items;
        uint32_t count, capacity;
    } pieces;
    struct {
        Mark *items;
        uint32_t count, capacity;
    } marks;
} Document;

/* The block, and the part, that a span of the text lies in: spans never cross blocks. */
uint32_t document_block(const Document *document, Span text);
Part document_part(const Document *document, Span text);

/* The bytes of the original that a span of the text stands for: the smallest range that covers
 * them. `segments` (may be NULL) receives the ranges in order, joined where they touch, in `arena`;
 * one range means that no markup breaks the span. */
typedef struct Segments {
    Span *items;
    uint32_t count;
    uint32_t capacity;
} Segments;
Span document_original(const Document *document, Span text, Segments *segments, Arena *arena);

/* Lines and columns, computed only when somebody must read them. An ask costs a binary search and a
 * look at a kilobyte at the most, however long the line is. Columns count from 1; a broken byte is
 * one character, a BOM at the start none (it has bytes all the same). */
typedef struct Position {
    uint32_t offset; /* bytes, from 0 */
    uint32_t line;   /* from 1; ended by LF, CR LF or CR */
    uint32_t column; /* code points */
    uint32_t utf16;  /* column in UTF-16 units */
    uint32_t byte;   /* column in bytes */
} Position;

typedef struct LineIndex {
    View bytes;
    Position *items; /* the start of each line, and places on the way through long ones */
    uint32_t count;
    uint32_t capacity;
    Position reached; /* by line_positions: spans mostly come in the order of the text */
} LineIndex;

LineIndex line_index(Arena *arena, View bytes);
Position line_position(const LineIndex *lines, uint32_t offset);
void line_positions(LineIndex *lines, Span span, Position *start, Position *end);
View line_text(const LineIndex *lines,
               uint32_t line); /* without its line break; asserts the line */

/* --- readers: one for each format --- */

typedef enum SourceFormat {
    SOURCE_AUTO,
    SOURCE_TEXT,
    SOURCE_MARKDOWN,
    SOURCE_HTML,
    SOURCE_NDJSON
} SourceFormat;

/* By the name's ending: .md and .markdown, .html and .htm, .ndjson and .jsonl; all else is text. */
SourceFormat source_format_of(View path);

/* Fills `out` from the bytes of a file. The document's date comes from the front matter, else from
 * what a page says of itself, else from a YYYY-MM-DD or YYYY/MM/DD in the file's path, else there
 * is none. Never fails: any bytes are an article. A front matter that is no YAML or whose date is
 * no date is added to `troubles`, and the article is read all the same; false then. */
bool source_read_text(Arena *arena, View path, View bytes, Document *out, Troubles *troubles);
bool source_read_markdown(Arena *arena, View path, View bytes, Document *out, Troubles *troubles);
bool source_read_html(Arena *arena, View path, View bytes, Document *out, Troubles *troubles);

/* One line of NDJSON: {"id", "date", "title", "text"}. False and trouble where it is no such
 * record; `out->name` is then set if the id could be read. `line` is the record's line in its
 * stream, for messages. */
bool source_read_record(Arena *arena, View path, uint32_t line, View bytes, Document *out,
                        Troubles *troubles);

#endif
