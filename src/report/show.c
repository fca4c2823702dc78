/* Text for terminals. Tests: tests/unit/report/show.c. */
#include "report/show.h"

#include <assert.h>

#include "base/unicode.h"

#define REPLACEMENT VIEW("\xEF\xBF\xBD")
#define ELLIPSIS VIEW("\xE2\x80\xA6")

/* Marks and isolates that turn the direction of text, and so what a line seems to say. */
static bool turns_direction(int32_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_control(int32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
}

static bool is_blank(int32_t code)
{
    return code == '\t' || code == '\n' || code == '\v' || code == '\f' || code == '\r' ||
           code == 0x85 || code == 0x2028 || code == 0x2029;
}

/* What stands on the terminal for the code point at `off`. */
static View shown(View text, size_t off, size_t *width)
{
    int32_t code = utf8_decode_any(text, off, width);
    if (is_blank(code))
        return VIEW(" ");
    if (is_control(code) || turns_direction(code))
        return REPLACEMENT;
    return view_slice(text, off, off + *width);
}

void show_add(Buffer *out, View text)
{
    size_t width;
    for (size_t off = 0; off < text.len; off += width)
        buffer_add(out, shown(text, off, &width));
}

size_t show_count(View text)
{
    size_t count = 0, width;
    for (size_t off = 0; off < text.len; off += width) {
        utf8_decode_any(text, off, &width);
        count++;
    }
    return count;
}

/* The offset `steps` code points after `off`, at most the end. */
static size_t forward(View text, size_t off, size_t steps)
{
    size_t width;
    for (; steps && off < text.len; steps--) {
        utf8_decode_any(text, off, &width);
        off += width;
    }
    return off;
}

void show_add_cut(Buffer *out, View text, size_t most)
{
    if (show_count(text) <= most) {
        show_add(out, text);
        return;
    }
    show_add(out, view_slice(text, 0, forward(text, 0, most - 1)));
    buffer_add(out, ELLIPSIS);
}

/* The offset `steps` code points before `off` of valid UTF-8, at least 0. */
static size_t backward(View text, size_t off, size_t steps)
{
    for (; steps && off; steps--)
        do
            off--;
        while (off && ((unsigned char)text.at[off] & 0xC0) == 0x80);
    return off;
}

/* The part of a sentence that is shown, in bytes. */
typedef struct Window {
    size_t from;
    size_t to;
} Window;

/* Around the span as much on either side, and what one side does not need goes to the other; then
 * inwards to the next blank, never into the span. Looks at no more of a sentence than it can show:
 * a sentence may be a whole book. */
static Window window_around(View sentence, size_t from, size_t to)
{
    size_t end = forward(sentence, from, SHOW_WIDTH);
    size_t inside = show_count(view_slice(sentence, from, to < end ? to : end));
    if (inside == SHOW_WIDTH)
        return (Window){from, end};

    size_t room = SHOW_WIDTH - inside;
    size_t before = backward(sentence, from, room), after = forward(sentence, to, room);
    size_t left = show_count(view_slice(sentence, before, from));
    size_t right = show_count(view_slice(sentence, to, after));
    if (left + right > room) {
        size_t half = room / 2;
        if (left > half)
            left = right > room - half ? half : room - right;
        right = room - left;
    }

    Window window = {backward(sentence, from, left), forward(sentence, to, right)};
    if (window.from > 0)
        while (window.from < from && sentence.at[window.from - 1] != ' ')
            window.from++;
    if (window.to < sentence.len)
        while (window.to > to && sentence.at[window.to] != ' ')
            window.to--;
    return window;
}

static void add_many(Buffer *out, char byte, size_t count)
{
    for (; count; count--)
        buffer_add_byte(out, byte);
}

void show_add_excerpt(Buffer *out, View sentence, Span marked, View indent, View mark_on,
                      View mark_off)
{
    size_t from = marked.off, to = span_end(marked);
    assert(to <= sentence.len);
    Window window = window_around(sentence, from, to);
    if (to > window.to)
        to = window.to;

    buffer_add(out, indent);
    if (window.from > 0)
        buffer_add(out, ELLIPSIS);
    show_add(out, view_slice(sentence, window.from, window.to));
    if (window.to < sentence.len)
        buffer_add(out, ELLIPSIS);
    buffer_add_byte(out, '\n');

    buffer_add(out, indent);
    size_t before = show_count(view_slice(sentence, window.from, from)) + (window.from > 0);
    size_t inside = show_count(view_slice(sentence, from, to));
    add_many(out, ' ', before);
    buffer_add(out, mark_on);
    add_many(out, '^', inside ? inside : 1);
    buffer_add(out, mark_off);
    buffer_add_byte(out, '\n');
}
