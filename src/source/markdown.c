/* Markdown. Blocks come from cmark-gfm, of which only the lines of each are trusted: its columns
 * are wrong on lazy and indented lines, and what is inside a block has no dependable places. So it
 * reads a masked copy, in which all is commas that cannot begin, end or part blocks; that also
 * keeps it from ever looking for inlines, in which a hostile text could cost more than its length.
 * Tables are found in paragraphs here: the library's own pad every short row. Tests:
 * tests/unit/source/markdown.c. */
#include "source/document.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <cmark-gfm.h>

#include "source/content.h"
#include "source/draft.h"
#include "source/format.h"
#include "source/front.h"
#include "source/inline.h"
#include "source/lines.h"
#include "source/link.h"
#include "source/page.h"
#include "source/template.h"

enum { MARKERS_MOST = 100 /* of quotes and lists on a line; deeper ones are text */ };

/* A block that holds text. Lines count from 0. */
typedef struct Leaf {
    BlockKind kind;
    bool html;
    uint32_t first;
    uint32_t last;
    uint32_t column; /* of the first line, in bytes, from 0 */
    uint32_t quotes; /* block quotes that it lies in */
} Leaf;

typedef struct Markdown {
    Arena *arena;
    View bytes;
    struct {
        Span *items; /* without line breaks */
        uint32_t count, capacity;
    } lines;
    struct {
        Leaf *items;
        uint32_t count, capacity;
    } leaves;
    Labels labels;
    Content content;
    Inlines inlines;
    Draft draft;
} Markdown;

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* --- masking --- */

/* Bytes that markers of quotes, lists, rules and underlines are made of. */
static bool is_marker(char byte)
{
    return is_blank(byte) || (byte >= '0' && byte <= '9') ||
           (byte && strchr(">*+-_=.)", byte) != NULL);
}

/* Where the markers at the start of a line end. A "*" or "_" with text behind it is none. */
static size_t markers_end(const char *line, size_t len)
{
    size_t at = 0, markers = 0;
    for (; at < len && is_marker(line[at]) && markers < MARKERS_MOST; at++) {
        char next = at + 1 < len ? line[at + 1] : ' ';
        if ((line[at] == '*' || line[at] == '_') && next != line[at] && !is_blank(next))
            break;
        markers += line[at] == '>' || (is_blank(next) && !is_blank(line[at]));
    }
    return at;
}

static void mask_line(char *line, size_t len)
{
    size_t at = markers_end(line, len);
    View rest = {line + at, len - at};
    bool fence = view_starts(rest, VIEW("```")) || view_starts(rest, VIEW("~~~"));
    const char *inlines = fence ? "*_[<&" : "*_[<&`";
    if (view_starts(rest, VIEW("<![CDATA[")))
        at += 9;
    else if (view_starts(rest, VIEW("<")))
        at++;
    else if (at < len && is_marker(line[at]))
        line[at] = ','; /* too deep */
    for (; at < len; at++) {
        bool end_tag = line[at] == '<' && at + 1 < len && line[at + 1] == '/';
        if ((unsigned char)line[at] >= 0x80 || !line[at] || (!end_tag && strchr(inlines, line[at])))
            line[at] = line[at] == '_' ? 'x' : ','; /* "," is no part of a tag, "_" may be */
    }
}

static void gather_lines(Markdown *markdown, size_t from)
{
    LineReader reader = lines_of(markdown->bytes, from);
    Line line;
    while (lines_next(&reader, &line))
        *arena_push(markdown->arena, &markdown->lines) =
            (Span){(uint32_t)line.from, (uint32_t)(line.to - line.from)};
}

/* --- the outline --- */

static void add_leaf(Markdown *markdown, cmark_node *node, BlockKind kind, uint32_t quotes)
{
    bool html = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
    int first = cmark_node_get_start_line(node), last = cmark_node_get_end_line(node);
    int column = cmark_node_get_start_column(node);
    int lines = (int)markdown->lines.count;
    if (first < 1 || first > lines)
        return;
    if (last > lines)
        last = lines;
    if (last < first)
        last = first;
    *arena_push(markdown->arena, &markdown->leaves) =
        (Leaf){.kind = kind,
               .html = html,
               .first = (uint32_t)first - 1,
               .last = (uint32_t)last - 1,
               .column = column > 0 ? (uint32_t)column - 1 : 0,
               .quotes = quotes};
}

static void gather_leaves(Markdown *markdown, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    uint32_t quotes = 0, items = 0;
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        uint32_t step = event == CMARK_EVENT_ENTER ? 1 : UINT32_MAX;
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_BLOCK_QUOTE)
            quotes += step;
        if (type == CMARK_NODE_ITEM)
            items += step;
        if (event != CMARK_EVENT_ENTER ||
            (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING &&
             type != CMARK_NODE_HTML_BLOCK))
            continue;
        BlockKind kind = type == CMARK_NODE_HEADING ? BLOCK_HEADING
                         : quotes                   ? BLOCK_QUOTE
                         : items                    ? BLOCK_ITEM
                                                    : BLOCK_PARAGRAPH;
        add_leaf(markdown, node, kind, quotes);
        cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
    }
    cmark_iter_free(iter);
}

/* Whether a line begins with a template. */
static bool opens_line(const Markdown *markdown, Span line)
{
    View text = view_trim(view_slice(markdown->bytes, line.off, span_end(line)));
    return view_starts(text, VIEW("{"));
}

/* Behind the last template that begins in a line; the line's end where none goes on beyond it. */
static size_t templates_end(const Markdown *markdown, Span line, TemplateMissing *missing)
{
    size_t at = line.off, end;
    while (at < span_end(line)) {
        const char *found = memchr(markdown->bytes.at + at, '{', span_end(line) - at);
        if (!found)
            break;
        at = (size_t)(found - markdown->bytes.at);
        end = template_end(markdown->bytes, at, missing);
        at = end ? end : at + 1;
    }
    return at > span_end(line) ? at : span_end(line);
}

/* Lines that a template covers are blank to the parser, so that none of it makes blocks. */
static void read_outline(Markdown *markdown)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    Buffer masked = {0};
    TemplateMissing missing = {0};
    size_t covered = 0;
    for (uint32_t i = 0; i < markdown->lines.count; i++) {
        Span line = markdown->lines.items[i];
        size_t from = masked.len, end = covered;
        if (covered <= line.off)
            end = templates_end(markdown, line, &missing);
        bool shown = covered <= line.off && (end <= span_end(line) || !opens_line(markdown, line));
        covered = end;
        if (shown)
            buffer_add(&masked, view_slice(markdown->bytes, line.off, span_end(line)));
        if (shown && line.len)
            mask_line(masked.at + from, line.len);
        buffer_add_byte(&masked, '\n');
    }
    if (masked.len)
        cmark_parser_feed(parser, masked.at, masked.len);
    cmark_node *root = cmark_parser_finish(parser);
    gather_leaves(markdown, root);
    cmark_node_free(root);
    cmark_parser_free(parser);
    buffer_free(&masked);
}

/* --- the content of a leaf --- */

/* Behind the marks of quotes at the start of a line; lazy lines have fewer than there are quotes.
 */
static size_t skip_quotes(View bytes, Span line, uint32_t quotes)
{
    size_t at = line.off, behind = at;
    while (at < span_end(line) && (is_blank(bytes.at[at]) || (bytes.at[at] == '>' && quotes))) {
        if (bytes.at[at++] != '>')
            continue;
        quotes--;
        behind = at;
    }
    return behind;
}

static bool is_underline(View line)
{
    line = view_trim(line);
    for (size_t i = 0; i < line.len; i++)
        if (line.at[i] != line.at[0] || (line.at[0] != '=' && line.at[0] != '-'))
            return false;
    return line.len;
}

/* How many "#" make a line a heading; 0: none do. */
static size_t heading_hashes(View line)
{
    size_t count = 0;
    while (count < line.len && line.at[count] == '#')
        count++;
    return count <= 6 && (count == line.len || is_blank(line.at[count])) ? count : 0;
}

/* "## Heading ##" without its marks. */
static void add_heading_line(Content *content, size_t from, size_t to)
{
    View bytes = content->file;
    while (to > from && is_blank(bytes.at[to - 1]))
        to--;
    size_t end = to;
    while (end > from && bytes.at[end - 1] == '#')
        end--;
    if (end == from || is_blank(bytes.at[end - 1]))
        to = end;
    content_add_line(content, from, to);
}

static size_t first_line_start(const Markdown *markdown, const Leaf *leaf)
{
    Span line = markdown->lines.items[leaf->first];
    return leaf->column <= line.len ? line.off + leaf->column
                                    : skip_quotes(markdown->bytes, line, leaf->quotes);
}

/* Fills the content, and says whether the text is one that "#" makes a heading. */
static bool read_content(Markdown *markdown, const Leaf *leaf)
{
    Content *content = &markdown->content;
    View bytes = markdown->bytes;
    bool heading = leaf->kind == BLOCK_HEADING;
    size_t from = first_line_start(markdown, leaf),
           to = span_end(markdown->lines.items[leaf->first]);
    size_t hashes = heading ? heading_hashes(view_slice(bytes, from, to)) : 0;
    content_clear(content);
    if (hashes) {
        add_heading_line(content, from + hashes, to);
        return true;
    }
    content_add_line(content, from, to);
    for (uint32_t i = leaf->first + 1; i <= leaf->last; i++) {
        from = skip_quotes(bytes, markdown->lines.items[i], leaf->quotes);
        to = span_end(markdown->lines.items[i]);
        if (heading && is_underline(view_slice(bytes, from, to)))
            break;
        content_add_line(content, from, to);
    }
    return false;
}

/* Behind the reference definitions at the start of a paragraph. */
static size_t skip_definitions(const Markdown *markdown, Labels *labels)
{
    View text = buffer_view(&markdown->content.text), label;
    size_t at = 0, end;
    while (at < text.len && (end = link_definition_end(text, at, &label))) {
        if (labels)
            labels_add(labels, markdown->arena, label);
        at = end;
    }
    return at;
}

static bool may_define(const Markdown *markdown, const Leaf *leaf)
{
    Span line = markdown->lines.items[leaf->first];
    if (leaf->html)
        return false;
    return leaf->column >= line.len || markdown->bytes.at[line.off + leaf->column] == '[';
}

static void gather_labels(Markdown *markdown)
{
    for (uint32_t i = 0; i < markdown->leaves.count; i++) {
        const Leaf *leaf = &markdown->leaves.items[i];
        if (!may_define(markdown, leaf))
            continue;
        if (!read_content(markdown, leaf))
            skip_definitions(markdown, &markdown->labels);
    }
    labels_sort(&markdown->labels);
}

/* --- tables --- */

static View content_text(const Content *content, uint32_t line)
{
    const ContentLine *at = &content->items[line];
    return view_slice(buffer_view(&content->text), at->at, at->at + at->len);
}

/* The end of the cell that begins at `from`: the next "|" without a backslash, or the row's end. */
static size_t cell_end(View row, size_t from)
{
    while (from < row.len && row.at[from] != '|')
        from += row.at[from] == '\\' && from + 1 < row.len ? 2 : 1;
    return from;
}

/* Without the "|" at both ends. */
static View row_inside(View row)
{
    if (view_ends(row, VIEW("|")) && !view_ends(row, VIEW("\\|")))
        row.len--;
    return view_starts(row, VIEW("|")) ? view_slice(row, 1, row.len) : row;
}

static uint32_t count_cells(View row)
{
    uint32_t count = 1;
    row = row_inside(row);
    for (size_t at = cell_end(row, 0); at < row.len; at = cell_end(row, at + 1))
        count++;
    return count;
}

/* "| --- | :-: |" */
static bool is_delimiter_row(View row)
{
    bool dash = false, bar = false;
    for (size_t i = 0; i < row.len; i++) {
        dash = dash || row.at[i] == '-';
        bar = bar || row.at[i] == '|';
        if (!is_blank(row.at[i]) && row.at[i] != '-' && row.at[i] != '|' && row.at[i] != ':')
            return false;
    }
    return dash && bar;
}

/* The line of the header of the first table; the number of lines where there is none. */
static uint32_t find_table(const Content *content)
{
    for (uint32_t i = 1; i < content->count; i++)
        if (is_delimiter_row(content_text(content, i)) &&
            count_cells(content_text(content, i)) == count_cells(content_text(content, i - 1)))
            return i - 1;
    return content->count;
}

static void write_row(Markdown *markdown, uint32_t line)
{
    View row = row_inside(content_text(&markdown->content, line));
    for (size_t at = 0; at <= row.len;) {
        size_t end = cell_end(row, at);
        View cell = view_trim(view_slice(row, at, end));
        size_t from = (size_t)(cell.at - markdown->content.text.at);
        if (cell.len)
            inlines_write(&markdown->inlines, &markdown->content, from, from + cell.len, BLOCK_CELL,
                          &markdown->draft);
        at = end + 1;
    }
}

/* --- writing --- */

static void write_leaf(Markdown *markdown, const Leaf *leaf)
{
    if (leaf->html) {
        page_write_fragment(&markdown->draft, first_line_start(markdown, leaf),
                            span_end(markdown->lines.items[leaf->last]));
        return;
    }
    const Content *content = &markdown->content;
    size_t from = read_content(markdown, leaf) ? 0 : skip_definitions(markdown, NULL);
    size_t to = content->text.len;
    uint32_t header = leaf->kind == BLOCK_HEADING ? content->count : find_table(content);
    if (header < content->count && content->items[header].at >= from)
        to = header ? content->items[header].at - 1 : 0;
    else
        header = content->count;
    if (from < to)
        inlines_write(&markdown->inlines, content, from, to, leaf->kind, &markdown->draft);
    for (uint32_t line = header; line < content->count; line++)
        if (line != header + 1)
            write_row(markdown, line);
}

static void write_article(Markdown *markdown, const Front *front, Document *out)
{
    draft_begin(&markdown->draft, markdown->arena, out);
    gather_labels(markdown);
    for (uint32_t i = 0; i < markdown->leaves.count; i++)
        write_leaf(markdown, &markdown->leaves.items[i]);
    front_write_title(front, &markdown->draft);
    draft_finish(&markdown->draft);
}

bool source_read_markdown(Arena *arena, View path, View bytes, Document *out, Troubles *troubles)
{
    Markdown markdown = {.arena = arena,
                         .bytes = bytes,
                         .content = {.arena = arena, .file = bytes},
                         .inlines = {.arena = arena}};
    markdown.inlines.labels = &markdown.labels;
    Front front;
    document_begin(out, path, bytes);
    bool read = front_read(arena, out, &front, troubles);
    gather_lines(&markdown, front.end);
    read_outline(&markdown);
    write_article(&markdown, &front, out);
    content_free(&markdown.content);
    inlines_free(&markdown.inlines);
    return read;
}
