/* Plain text. Tests: tests/unit/source/plain.c. */
#include "source/plain.h"

#include <assert.h>

#include "base/unicode.h"
#include "source/format.h"
#include "source/lines.h"

enum {
    WRAPPED_MOST = 100, /* characters of a line in a hard-wrapped text */
    WRAPPED_LEAST = 60, /* of a full line */
    CHARACTER_MOST = 4  /* bytes of one */
};

/* A line that is not blank, without the blanks at its ends. */
typedef struct TextLine {
    uint32_t from;
    uint32_t to;
    bool after_gap; /* a blank line, or nothing, stands before it */
} TextLine;

typedef struct TextLines {
    View bytes;
    TextLine *items;
    uint32_t count;
    uint32_t capacity;
} TextLines;

static TextLines gather_lines(Arena *arena, View bytes)
{
    TextLines lines = {.bytes = bytes};
    LineReader reader = lines_of(bytes, view_starts(bytes, BYTE_ORDER_MARK) ? 3 : 0);
    Line line;
    bool after_gap = true;
    while (lines_next(&reader, &line)) {
        View text = view_trim(view_slice(bytes, line.from, line.to));
        if (text.len) {
            uint32_t from = (uint32_t)(text.at - bytes.at);
            *arena_push(arena, &lines) = (TextLine){from, from + (uint32_t)text.len, after_gap};
        }
        after_gap = !text.len;
    }
    return lines;
}

static View text_of(const TextLines *lines, uint32_t at)
{
    return view_slice(lines->bytes, lines->items[at].from, lines->items[at].to);
}

/* Characters of a line; more than WRAPPED_MOST are not counted out. */
static uint32_t width_of(const TextLines *lines, uint32_t at)
{
    View text = text_of(lines, at);
    return text.len > WRAPPED_MOST * CHARACTER_MOST ? WRAPPED_MOST + 1 : (uint32_t)utf8_count(text);
}

static int32_t first_character(const TextLines *lines, uint32_t at)
{
    size_t width;
    return utf8_decode_any(lines->bytes, lines->items[at].from, &width);
}

static bool begins_small(const TextLines *lines, uint32_t at)
{
    int32_t first = first_character(lines, at);
    return first >= 0 && char_is_lower(first);
}

static bool is_wrapped(const TextLines *lines)
{
    bool runs_on = false;
    for (uint32_t i = 0; i < lines->count; i++) {
        if (width_of(lines, i) > WRAPPED_MOST)
            return false;
        runs_on = runs_on || (!lines->items[i].after_gap && begins_small(lines, i));
    }
    return runs_on;
}

static uint32_t first_word_width(const TextLines *lines, uint32_t at)
{
    size_t off = lines->items[at].from;
    while (off < lines->items[at].to && lines->bytes.at[off] != ' ' && lines->bytes.at[off] != '\t')
        off++;
    return (uint32_t)utf8_count(view_slice(lines->bytes, lines->items[at].from, off));
}

/* Whether a line of a hard-wrapped text goes on with the line after it, in the same run. */
static bool goes_on(const TextLines *lines, uint32_t at, uint32_t widest)
{
    uint32_t full = widest > WRAPPED_LEAST ? widest : WRAPPED_LEAST;
    return begins_small(lines, at + 1) ||
           width_of(lines, at) + 1 + first_word_width(lines, at + 1) > full;
}

/* The line after the last of a run of lines. */
static uint32_t run_end(const TextLines *lines, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < lines->count && !lines->items[end].after_gap)
        end++;
    return end;
}

static bool is_closing(char byte)
{
    return byte == '"' || byte == '\'' || byte == ')' || byte == ']';
}

/* Ends in a letter or digit, quotes and brackets aside. */
static bool ends_open(View text)
{
    while (text.len && (is_closing(text.at[text.len - 1]) || view_ends(text, VIEW("”")) ||
                        view_ends(text, VIEW("’"))))
        text.len -= is_closing(text.at[text.len - 1]) ? 1 : 3;
    if (!text.len)
        return false;
    size_t width, last = text.len - 1;
    while (last && ((unsigned char)text.at[last] & 0xC0) == 0x80)
        last--;
    int32_t code = utf8_decode_any(text, last, &width);
    return code >= 0 && (char_class(code) == CHAR_LETTER || char_class(code) == CHAR_DIGIT);
}

static bool is_heading(const TextLines *lines, uint32_t at)
{
    return at + 1 < lines->count && ends_open(text_of(lines, at)) && !begins_small(lines, at) &&
           width_of(lines, at) <= WRAPPED_MOST;
}

static void write_paragraph(Draft *draft, Part part, const TextLines *lines, uint32_t first,
                            uint32_t end)
{
    bool heading = end == first + 1 && is_heading(lines, first);
    draft_open(draft, heading ? BLOCK_HEADING : BLOCK_PARAGRAPH, part);
    for (uint32_t i = first; i < end; i++) {
        if (i > first)
            draft_break(draft, lines->items[i - 1].to, lines->items[i].from);
        draft_copy(draft, lines->items[i].from, lines->items[i].to);
    }
    draft_close(draft);
}

static void write_run(Draft *draft, Part part, const TextLines *lines, uint32_t first, uint32_t end)
{
    uint32_t widest = 0;
    for (uint32_t i = first; i < end; i++)
        if (width_of(lines, i) > widest)
            widest = width_of(lines, i);
    while (first < end) {
        uint32_t next = first + 1;
        while (next < end && goes_on(lines, next - 1, widest))
            next++;
        write_paragraph(draft, part, lines, first, next);
        first = next;
    }
}

void plain_read(Draft *draft, Part part, bool may_be_wrapped)
{
    TextLines lines = gather_lines(draft->arena, draft->document->original[part]);
    bool wrapped = may_be_wrapped && is_wrapped(&lines);
    for (uint32_t i = 0, end; i < lines.count; i = end) {
        end = wrapped ? run_end(&lines, i) : i + 1;
        if (wrapped)
            write_run(draft, part, &lines, i, end);
        else
            write_paragraph(draft, part, &lines, i, end);
    }
}

bool source_read_text(Arena *arena, View path, View bytes, Document *out, Troubles *troubles)
{
    (void)troubles; /* any bytes are plain text */
    Draft draft;
    document_begin(out, path, bytes);
    draft_begin(&draft, arena, out);
    plain_read(&draft, PART_TEXT, true);
    draft_finish(&draft);
    return true;
}
