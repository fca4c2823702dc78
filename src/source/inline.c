/* Inlines, as CommonMark 0.29 has them: one pass gives each byte its role, links and emphasis when
 * they close. Nothing here recurses, and every search that fails is remembered or bounded.
 * Tests: tests/unit/source/inline.c. */
#include "source/inline.h"

#include <assert.h>
#include <string.h>

#include "base/unicode.h"
#include "source/entity.h"
#include "source/mark.h"

typedef enum Role {
    ROLE_TEXT,
    ROLE_MARKUP,
    ROLE_BREAK,      /* a line break */
    ROLE_BLANK,      /* the first byte of what one blank stands for */
    ROLE_ENTITY,     /* the first byte of an entity */
    ROLE_REST,       /* what follows the first byte of those */
    ROLE_COMMENT,    /* the first byte of one; markup follows */
    ROLE_IMAGE_OPEN, /* the alternative text begins behind it */
    ROLE_IMAGE_CLOSE
} Role;

enum {
    TICKS_MOST = 80,  /* backticks: a longer run is text */
    NOTE_MOST = 100,  /* bytes of a footnote's mark */
    ANCHOR_MOST = 200 /* of what follows a template in a link's target */
};

static void set_roles(Inlines *inlines, size_t from, size_t to, Role role)
{
    memset(inlines->roles.at + from, (int)role, to - from);
}

static void set_unit(Inlines *inlines, size_t from, size_t to, Role first)
{
    set_roles(inlines, from, to, ROLE_REST);
    inlines->roles.at[from] = (char)first;
}

static Role role_at(const Inlines *inlines, size_t at)
{
    return (Role)inlines->roles.at[at];
}

static char byte_at(const Inlines *inlines, size_t at)
{
    return at < inlines->text.len ? inlines->text.at[at] : '\0';
}

static bool is_punctuation(char byte)
{
    return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') ||
           (byte >= '[' && byte <= '`') || (byte >= '{' && byte <= '~');
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static size_t run_length(const Inlines *inlines, size_t from)
{
    size_t at = from;
    while (at < inlines->text.len && inlines->text.at[at] == inlines->text.at[from])
        at++;
    return at - from;
}

/* --- emphasis --- */

static CharClass class_at(const Inlines *inlines, size_t at)
{
    size_t width;
    if (at >= inlines->text.len)
        return CHAR_SPACE;
    int32_t code = utf8_decode_any(inlines->text, at, &width);
    return code < 0 ? CHAR_OTHER : char_class(code);
}

static CharClass class_before(const Inlines *inlines, size_t at)
{
    if (!at)
        return CHAR_SPACE;
    size_t start = at - 1;
    while (start && at - start < 4 && ((unsigned char)inlines->text.at[start] & 0xC0) == 0x80)
        start--;
    return class_at(inlines, start);
}

static size_t read_delimiters(Inlines *inlines, size_t at)
{
    size_t count = run_length(inlines, at);
    CharClass before = class_before(inlines, at), after = class_at(inlines, at + count);
    bool left = after != CHAR_SPACE &&
                (after != CHAR_OTHER || before == CHAR_SPACE || before == CHAR_OTHER);
    bool right = before != CHAR_SPACE &&
                 (before != CHAR_OTHER || after == CHAR_SPACE || after == CHAR_OTHER);
    bool inside_words = inlines->text.at[at] == '*';
    Delimiter run = {.at = at,
                     .count = count,
                     .given = count,
                     .mark = inlines->text.at[at],
                     .opens = left && (inside_words || !right || before == CHAR_OTHER),
                     .closes = right && (inside_words || !left || after == CHAR_OTHER)};
    if (run.opens || run.closes)
        *arena_push(inlines->arena, &inlines->delimiters) = run;
    return at + count;
}

/* CommonMark's rule of three, by which "*foo**bar*" is one emphasis. */
static bool can_match(const Delimiter *opener, const Delimiter *closer)
{
    if (opener->mark != closer->mark)
        return false;
    bool both = opener->closes || closer->opens;
    return !both || (opener->given + closer->given) % 3 != 0 ||
           (opener->given % 3 == 0 && closer->given % 3 == 0);
}

static void match(Inlines *inlines, Delimiter *opener, Delimiter *closer)
{
    size_t count = opener->count >= 2 && closer->count >= 2 ? 2 : 1;
    size_t open_end = opener->at + opener->used + opener->count;
    size_t close_start = closer->at + closer->used;
    set_roles(inlines, open_end - count, open_end, ROLE_MARKUP);
    set_roles(inlines, close_start, close_start + count, ROLE_MARKUP);
    opener->count -= count;
    closer->count -= count;
    closer->used += count;
}

/* Pairs the delimiters from `first` on and forgets them. `bottoms` says, for each sort of closer,
 * how deep in the stack of openers there is none for it. */
static void pair_delimiters(Inlines *inlines, uint32_t first)
{
    uint32_t bottoms[2][2][3] = {0};
    inlines->openers.count = 0;
    for (uint32_t i = first; i < inlines->delimiters.count; i++) {
        Delimiter *closer = &inlines->delimiters.items[i];
        uint32_t *bottom = &bottoms[closer->mark == '*'][closer->opens][closer->given % 3];
        while (closer->closes && closer->count) {
            uint32_t top = inlines->openers.count;
            if (*bottom > top)
                *bottom = top;
            while (top > *bottom &&
                   !can_match(&inlines->delimiters.items[inlines->openers.items[top - 1]], closer))
                top--;
            if (top == *bottom) {
                *bottom = inlines->openers.count;
                break;
            }
            Delimiter *opener = &inlines->delimiters.items[inlines->openers.items[top - 1]];
            match(inlines, opener, closer);
            inlines->openers.count = opener->count ? top : top - 1;
            for (size_t b = 0; b < sizeof bottoms / sizeof(uint32_t); b++)
                if ((&bottoms[0][0][0])[b] > inlines->openers.count)
                    (&bottoms[0][0][0])[b] = inlines->openers.count;
        }
        if (closer->opens && closer->count)
            *arena_push(inlines->arena, &inlines->openers) = i;
    }
    inlines->delimiters.count = first;
}

/* --- links and images --- */

/* Behind the mark of a footnote, "[^1]", or of its text, "[^1]:"; 0 where there is none. */
static size_t note_end(const Inlines *inlines, size_t at)
{
    size_t end = at + 2;
    if (byte_at(inlines, at + 1) != '^')
        return 0;
    while (end < inlines->text.len && end - at < NOTE_MOST && !is_blank(inlines->text.at[end]) &&
           inlines->text.at[end] != '\n' && inlines->text.at[end] != '[' &&
           inlines->text.at[end] != ']')
        end++;
    if (end == at + 2 || byte_at(inlines, end) != ']')
        return 0;
    return end + 1 + (at == 0 && byte_at(inlines, end + 1) == ':');
}

static size_t open_bracket(Inlines *inlines, size_t at, bool image)
{
    size_t note = image ? 0 : note_end(inlines, at);
    if (note) {
        set_roles(inlines, at, note, ROLE_MARKUP);
        return note;
    }
    if (inlines->brackets.count)
        inlines->brackets.items[inlines->brackets.count - 1].holds_bracket = true;
    *arena_push(inlines->arena, &inlines->brackets) =
        (Bracket){.at = at, .delimiters = inlines->delimiters.count, .image = image};
    return at + 1 + image;
}

/* Behind "({{< ref "a.md" >}}#b)"; 0 where no such target stands at `at`. */
static size_t template_target_end(Inlines *inlines, size_t at)
{
    if (byte_at(inlines, at) != '(' || byte_at(inlines, at + 1) != '{')
        return 0;
    size_t end = template_end(inlines->text, at + 1, &inlines->templates), from = end;
    while (end && end < inlines->text.len && end - from < ANCHOR_MOST &&
           !is_blank(inlines->text.at[end]) && inlines->text.at[end] != '\n' &&
           inlines->text.at[end] != ')')
        end++;
    return end && byte_at(inlines, end) == ')' ? end + 1 : 0;
}

/* Behind what makes the text between a bracket and `close` a link; 0 where nothing does. */
static size_t link_end(Inlines *inlines, const Bracket *bracket, size_t close)
{
    size_t end = link_target_end(inlines->text, close + 1);
    if (!end)
        end = template_target_end(inlines, close + 1);
    if (end)
        return end;
    View own = view_slice(inlines->text, bracket->at + 1 + bracket->image, close), label;
    end = link_label_end(inlines->text, close + 1, &label);
    if (end && label.len)
        return labels_have(inlines->labels, label) ? end : 0;
    if (bracket->holds_bracket || !labels_have(inlines->labels, own))
        return 0;
    return end ? end : close + 1;
}

static size_t close_bracket(Inlines *inlines, size_t at)
{
    if (!inlines->brackets.count)
        return at + 1;
    Bracket bracket = inlines->brackets.items[--inlines->brackets.count];
    bool dead = !bracket.image && inlines->brackets.count < inlines->dead_brackets;
    if (inlines->dead_brackets > inlines->brackets.count)
        inlines->dead_brackets = inlines->brackets.count;
    size_t end = dead ? 0 : link_end(inlines, &bracket, at);
    if (!end)
        return at + 1;
    set_roles(inlines, at, end, ROLE_MARKUP);
    inlines->roles.at[bracket.at] = bracket.image ? ROLE_IMAGE_OPEN : ROLE_MARKUP;
    if (bracket.image) {
        inlines->roles.at[bracket.at + 1] = ROLE_MARKUP;
        inlines->roles.at[at] = ROLE_IMAGE_CLOSE;
    } else {
        inlines->dead_brackets = inlines->brackets.count; /* no links in links */
    }
    pair_delimiters(inlines, bracket.delimiters);
    return end;
}

/* --- the rest --- */

static size_t read_code(Inlines *inlines, size_t at)
{
    size_t ticks = run_length(inlines, at), open_end = at + ticks;
    if (ticks > TICKS_MOST || inlines->ticks_missing[ticks / 64] >> ticks % 64 & 1)
        return open_end;
    for (size_t off = open_end; off < inlines->text.len;) {
        const char *found = memchr(inlines->text.at + off, '`', inlines->text.len - off);
        if (!found)
            break;
        off = (size_t)(found - inlines->text.at);
        size_t run = run_length(inlines, off);
        off += run;
        if (run == ticks) {
            set_unit(inlines, at, off, ROLE_BLANK);
            return off;
        }
    }
    inlines->ticks_missing[ticks / 64] |= (uint64_t)1 << ticks % 64;
    return open_end;
}

static size_t read_html(Inlines *inlines, size_t at)
{
    bool blank;
    size_t end = html_end(inlines->text, at, &inlines->missing, &blank);
    if (!end)
        return at + 1;
    if (blank)
        set_unit(inlines, at, end, ROLE_BLANK);
    else
        set_roles(inlines, at, end, ROLE_MARKUP);
    if (byte_at(inlines, at + 1) == '!')
        inlines->roles.at[at] = ROLE_COMMENT;
    return end;
}

static size_t read_template(Inlines *inlines, size_t at)
{
    size_t end = template_end(inlines->text, at, &inlines->templates);
    if (!end)
        return at + 1;
    set_unit(inlines, at, end, ROLE_BLANK);
    return end;
}

static size_t read_entity(Inlines *inlines, size_t at)
{
    Entity entity = entity_at(inlines->text, at);
    if (!entity.len)
        return at + 1;
    set_unit(inlines, at, at + entity.len, ROLE_ENTITY);
    return at + entity.len;
}

static size_t read_escape(Inlines *inlines, size_t at)
{
    char next = byte_at(inlines, at + 1);
    if (!is_punctuation(next) && next != '\n')
        return at + 1;
    set_roles(inlines, at, at + 1, ROLE_MARKUP);
    return next == '\n' ? at + 1 : at + 2;
}

static size_t read_inline(Inlines *inlines, size_t at)
{
    switch (inlines->text.at[at]) {
    case '\n':
        set_roles(inlines, at, at + 1, ROLE_BREAK);
        return at + 1;
    case '\\':
        return read_escape(inlines, at);
    case '`':
        return read_code(inlines, at);
    case '<':
        return read_html(inlines, at);
    case '&':
        return read_entity(inlines, at);
    case '{':
        return read_template(inlines, at);
    case '*':
    case '_':
        return read_delimiters(inlines, at);
    case '!':
        return byte_at(inlines, at + 1) == '[' ? open_bracket(inlines, at, true) : at + 1;
    case '[':
        return open_bracket(inlines, at, false);
    case ']':
        return close_bracket(inlines, at);
    default:
        return at + 1;
    }
}

static void read_roles(Inlines *inlines, View text, size_t base)
{
    inlines->text = text;
    inlines->base = base;
    inlines->missing = (HtmlMissing){0};
    inlines->templates = (TemplateMissing){0};
    memset(inlines->ticks_missing, 0, sizeof inlines->ticks_missing);
    inlines->delimiters.count = inlines->brackets.count = inlines->dead_brackets = 0;
    buffer_clear(&inlines->roles);
    buffer_add(&inlines->roles, text); /* makes room */
    set_roles(inlines, 0, text.len, ROLE_TEXT);
    for (size_t at = 0; at < text.len;)
        at = read_inline(inlines, at);
    pair_delimiters(inlines, 0);
}

/* --- writing --- */

/* Whether there is an image, and nothing to be read outside of images. */
static bool is_caption(const Inlines *inlines)
{
    size_t depth = 0;
    bool image = false;
    for (size_t at = 0; at < inlines->text.len; at++) {
        Role role = role_at(inlines, at);
        if (role == ROLE_IMAGE_OPEN) {
            image = true;
            depth++;
        } else if (role == ROLE_IMAGE_CLOSE) {
            depth--;
        } else if (!depth && (role == ROLE_ENTITY || role == ROLE_BLANK ||
                              (role == ROLE_TEXT && !is_blank(inlines->text.at[at])))) {
            return false;
        }
    }
    return image;
}

static size_t unit_end(const Inlines *inlines, size_t at)
{
    for (at++; at < inlines->text.len && role_at(inlines, at) == ROLE_REST;)
        at++;
    return at;
}

static size_t text_end(const Inlines *inlines, size_t at)
{
    while (at < inlines->text.len && role_at(inlines, at) == ROLE_TEXT)
        at++;
    return at;
}

static bool is_empty(const Draft *draft)
{
    return draft->text.len == draft->block.span.off;
}

/* The offset in the file of a place of the text; `end` is behind a byte of it. */
static size_t file_at(const Inlines *inlines, const Content *content, size_t at)
{
    return content_file(content, inlines->base + at);
}

static size_t file_end(const Inlines *inlines, const Content *content, size_t end)
{
    return file_at(inlines, content, end - 1) + 1;
}

/* A blank for content that is not read; none at the start of a block. */
static void write_blank(const Inlines *inlines, const Content *content, size_t from, size_t to,
                        Draft *draft)
{
    if (!is_empty(draft))
        draft_replace(draft, VIEW(" "), file_at(inlines, content, from),
                      file_end(inlines, content, to));
}

static void write_break(const Inlines *inlines, const Content *content, size_t at, Draft *draft)
{
    const ContentLine *line = content_line(content, inlines->base + at);
    if (!is_empty(draft))
        draft_break(draft, line->file + line->len, line[1].file);
}

/* Writes what begins at a place; gives the place behind it. */
static size_t write_role(const Inlines *inlines, const Content *content, size_t at, Draft *draft)
{
    size_t end = at + 1;
    switch (role_at(inlines, at)) {
    case ROLE_TEXT:
        if (is_empty(draft) && is_blank(inlines->text.at[at]))
            break;
        end = text_end(inlines, at);
        draft_copy(draft, file_at(inlines, content, at), file_end(inlines, content, end));
        break;
    case ROLE_ENTITY:
        end = unit_end(inlines, at);
        draft_replace(draft, view_of(entity_at(inlines->text, at).text),
                      file_at(inlines, content, at), file_end(inlines, content, end));
        break;
    case ROLE_BLANK:
        end = unit_end(inlines, at);
        write_blank(inlines, content, at, end, draft);
        break;
    case ROLE_BREAK:
        write_break(inlines, content, at, draft);
        break;
    case ROLE_COMMENT:
        while (end < inlines->text.len && role_at(inlines, end) == ROLE_MARKUP &&
               !view_ends(view_slice(inlines->text, at, end), VIEW("-->")))
            end++;
        mark_read_comment(draft->document, draft->arena, file_at(inlines, content, at),
                          file_end(inlines, content, end));
        break;
    case ROLE_MARKUP:
    case ROLE_REST:
    case ROLE_IMAGE_OPEN:
    case ROLE_IMAGE_CLOSE:
        break;
    }
    return end;
}

void inlines_write(Inlines *inlines, const Content *content, size_t from, size_t to, BlockKind kind,
                   Draft *draft)
{
    if (from == to)
        return;
    read_roles(inlines, view_slice(buffer_view(&content->text), from, to), from);
    bool caption = is_caption(inlines);
    size_t depth = 0, image = 0;
    draft_open(draft, caption ? BLOCK_CAPTION : kind, PART_TEXT);
    for (size_t at = 0; at < inlines->text.len;) {
        Role role = role_at(inlines, at);
        if (role == ROLE_IMAGE_OPEN && depth++ == 0)
            image = at;
        if (role == ROLE_IMAGE_CLOSE && --depth == 0)
            write_blank(inlines, content, caption ? at : image, at + 1, draft);
        at = depth && !caption ? at + 1 : write_role(inlines, content, at, draft);
    }
    draft_close(draft);
}

void inlines_free(Inlines *inlines)
{
    buffer_free(&inlines->roles);
}
