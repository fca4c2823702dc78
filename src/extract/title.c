/* Titles: those of the book and those that only look like one.
 * Tests: tests/unit/extract/mention.c. */
#include "extract/title.h"

#include "base/limits.h"
#include "extract/lookup.h"
#include "extract/name.h"

/* Adds the offices of a title, each once. Those of a first title are the book's own list, which a
 * second one copies. */
static void add_offices(Arena *arena, const Book *book, Range range, IndexList *offices)
{
    const uint32_t *items = book->title_offices + range.first;
    IndexList before = *offices;
    if (!before.count) {
        *offices = (IndexList){(uint32_t *)items, range.count, range.count};
        return;
    }
    for (uint32_t i = 0; i < range.count; i++)
        if (!index_list_has(before, items[i]))
            *arena_push(arena, offices) = items[i];
}

/* The offices of all titles that a phrase is, each once, the strict apart from the loose. */
static void title_offices(Tagger *tagger, LexiconHit hit, uint32_t at, Tag *tag, bool *plural)
{
    const Book *book = tagger->book;
    IndexList titles = tagger_ids(tagger, hit, at, NAME_TITLE);
    IndexList strict = {0}, loose = {0};
    tag->flags |= TAG_LOOSE;
    *plural = false;
    for (uint32_t i = 0; i < titles.count; i++) {
        const Title *title = title_at(book, titles.items[i]);
        bool is_loose = title->flags & TITLE_LOOSE;
        if (!is_loose)
            tag->flags &= ~(uint32_t)TAG_LOOSE;
        if (title->flags & TITLE_COURTESY)
            tag->flags |= TAG_COURTESY;
        *plural |= title->flags & TITLE_PLURAL;
        add_offices(tagger->arena, book, title->offices, is_loose ? &loose : &strict);
    }
    tag->ids = strict;
    tag->loose = loose;
}

static bool title_is_short(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    const LexiconEntry *entry = tagger_name(tagger, hit, at, NAME_TITLE);
    return title_at(tagger->book, entry->id)->flags & TITLE_SHORT;
}

/* "then-President" is a title, "statement-of-president-trump" in an address is none. */
static bool hangs_on_word(const Tagger *tagger, uint32_t at)
{
    const Tags *tags = tagger->tags;
    return tagger_has(tagger, at, TOKEN_JOINED) && tags->count && !tags_end_in(tags, "SRLA");
}

/* "to press Secretary Hagel": a small first word before a capital title is no part of it; it is one
 * of "members of the House of Representatives". */
static bool begins_small(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    uint32_t last = at + hit.token_count - 1;
    return hit.token_count > 1 && tagger_has(tagger, at, TOKEN_LOWER) &&
           !token_is(tagger->tokens, at + 1, "of") && tagger_has(tagger, last, TOKEN_CAPITAL) &&
           tagger_names(tagger, last, NAME_TITLE);
}

/* "Justice Department", "President House": the title is part of a body's name; not in "Rep. Bill
 * Hart". */
static bool names_body(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    uint32_t next = at + hit.token_count;
    if (!tagger_has(tagger, at, TOKEN_CAPITAL) || !name_is_body(tagger, next))
        return false;
    bool named = tagger_find_word(tagger, next, WORD_BODY_NAME).token_count > 0;
    return !(named && tagger_is_capital(tagger, next + 1) && !name_is_body(tagger, next + 1)) &&
           !tagger_find_name(tagger, next, NAME_SURNAME).token_count;
}

/* "Commerce, Justice and Science", "Department of Justice": a judge's title that no name follows.
 */
static bool is_portfolio_alone(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    return hit.token_count == 1 && tagger_find_word(tagger, at, WORD_PORTFOLIO).token_count &&
           !tagger_is_capital(tagger, at + 1);
}

/* --- titles built like those that are known --- */

/* A title while it grows. */
typedef struct Build {
    uint32_t first;
    uint32_t end;
    bool plural;
    bool open;      /* of an office that nobody here knows: words were added to what is known */
    LexiconHit hit; /* the known title within; token_count 0: none yet */
    uint32_t at;    /* where it stands */
} Build;

/* Words of a portfolio at `at`: how many tokens. */
static uint32_t portfolio_words(const Tagger *tagger, uint32_t at)
{
    return tagger_find_word(tagger, at, WORD_PORTFOLIO).token_count;
}

/* A capitalised word of which nothing else is known. */
static bool is_plain_capital(const Tagger *tagger, uint32_t at)
{
    if (!tagger_is_capital(tagger, at))
        return false;
    bool other = tagger_means(tagger, at, WORD_LETTER) || tagger_means(tagger, at, WORD_STATUS) ||
                 tagger_means(tagger, at, WORD_DAY) || tagger_means(tagger, at, WORD_MONTH);
    return (!other || tagger_means(tagger, at, WORD_BODY)) &&
           !tagger_names(tagger, at, NAME_PERSON) && !tagger_names(tagger, at, NAME_TITLE) &&
           !tagger_names(tagger, at, NAME_DEMONYM) && !tagger_names(tagger, at, NAME_PLACE);
}

static bool is_joint(const Tagger *tagger, uint32_t at)
{
    return at < tagger->end && tagger->tokens->items[at].span.len <= 3 &&
           (token_is(tagger->tokens, at, ",") || token_is(tagger->tokens, at, "and") ||
            token_is(tagger->tokens, at, "&") || token_is(tagger->tokens, at, "of") ||
            token_is(tagger->tokens, at, "the"));
}

/* The title that a hit at `at` begins, where one does. */
static LexiconHit title_at_token(const Tagger *tagger, uint32_t at)
{
    return tagger_is_word(tagger, at) && tagger_names(tagger, at, NAME_TITLE)
               ? tagger_look(tagger, at).name
               : (LexiconHit){0};
}

/* The end of a portfolio ("the Sport and Culture", "East African Affairs") that begins at `at`,
 * `at` where there is none. Capitals of which nothing is known belong to the words of portfolios
 * and bodies after them, and so does a place. A
 * speaker's chamber needs no capital. */
static uint32_t portfolio_end(const Tagger *tagger, uint32_t at, bool in_chamber)
{
    uint32_t end = at;
    bool capitals = false;
    /* "Ambassador of the Republic of Peru" */
    if (tagger_holds(tagger, at, WORD_POLITY) && at + 1 < tagger->end &&
        token_is(tagger->tokens, at + 1, "of"))
        return end;
    for (uint32_t next = at; next < tagger->end;) {
        uint32_t from = next;
        while (!capitals && is_joint(tagger, next) && next < from + 3)
            next++;
        /* "the head of the Presidential Office, and Ukrainian officials" */
        if (next > from && token_is(tagger->tokens, from, ",") &&
            tagger_names(tagger, next, NAME_DEMONYM) && !portfolio_words(tagger, next))
            return end;
        uint32_t words = portfolio_words(tagger, next);
        uint32_t title = title_at_token(tagger, next).token_count;
        if (title && (end > at || title > words)) /* "Secretary of Justice" is of justice */
            return end;
        bool capital = tagger_is_capital(tagger, next);
        if (!words && (capital || in_chamber))
            words = tagger_find_word(tagger, next, WORD_CHAMBER).token_count;
        bool body = name_is_body(tagger, next);
        /* "prime minister of the Republic of the Congo" */
        if (body && !words && tagger_find_name(tagger, next, NAME_PLACE).token_count > 1)
            return end;
        capitals = !words && !body;
        bool adjective = capital && (portfolio_words(tagger, next + 1) ||
                                     tagger_holds(tagger, next + 1, WORD_CHAMBER));
        if (capitals && !is_plain_capital(tagger, next) && !adjective)
            return end;
        next += words ? words : 1;
        while (tagger_is_word(tagger, next) && tagger_has(tagger, next, TOKEN_JOINED))
            next++;
        if (!capitals)
            end = next;
    }
    return end;
}

/* The end of a place's name at `at`, and of a word behind it that a mark ends ("Ukraine
 * negotiations,"); `at` where there is none. */
static uint32_t cause_end(const Tagger *tagger, uint32_t at)
{
    uint32_t end =
        at < tagger->end ? at + tagger_find_name(tagger, at, NAME_PLACE).token_count : at;
    bool word = end > at && tagger_is_word(tagger, end) && tagger_has(tagger, end, TOKEN_LOWER) &&
                end + 1 < tagger->end && tagger->tokens->items[end + 1].kind == TOKEN_MARK;
    return end + word;
}

/* Whether a title ends with a phrase of a kind. */
static bool ends_with(const Tagger *tagger, uint32_t first, uint32_t end, WordKind kind)
{
    for (uint32_t i = first; i < end; i++)
        if (i + sights_word_before(&tagger->tags->sights, i, end, (uint8_t)kind).token_count == end)
            return true;
    return false;
}

static bool holds_kind(const Tagger *tagger, uint32_t first, uint32_t end, WordKind kind)
{
    for (uint32_t i = first; i < end; i++)
        if (tagger_holds(tagger, i, kind))
            return true;
    return false;
}

static bool holds_body(const Tagger *tagger, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (name_is_body(tagger, i) && !portfolio_words(tagger, i))
            return true;
    return false;
}

static bool hit_is_plural(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    const LexiconEntry *entry = tagger_name(tagger, hit, at, NAME_TITLE);
    return entry && title_at(tagger->book, entry->id)->flags & TITLE_PLURAL;
}

/* Makes another office of a title by what stands behind it. */
static void open_build(const Tagger *tagger, Build *build, uint32_t end)
{
    build->end = end;
    build->open = true;
    build->plural = hit_is_plural(tagger, build->hit, build->at);
    build->hit = (LexiconHit){0};
}

/* The end of a place or body to which somebody is sent: "Germany", "the U.S. House"; `at` where
 * there is none. */
static uint32_t host_end(const Tagger *tagger, uint32_t at)
{
    uint32_t from = at;
    while (from < tagger->end && token_is(tagger->tokens, from, "the"))
        from++;
    uint32_t end = from;
    while (end < tagger->end && tagger_is_capital(tagger, end)) {
        uint32_t place = tagger_find_name(tagger, end, NAME_PLACE).token_count;
        if (!place)
            place = tagger_find_name(tagger, end, NAME_DEMONYM).token_count;
        if (place)
            end += place;
        else if (tagger_holds(tagger, end, WORD_CHAMBER)) /* "House of Representatives" */
            end += tagger_find_word(tagger, end, WORD_CHAMBER).token_count;
        else if (name_is_body(tagger, end))
            end = name_run_end(tagger, end);
        else
            break;
    }
    return end > from ? end : at;
}

/* "minister" + "for East African Affairs", "chair" + "of the House Judiciary Committee". A place
 * alone is no portfolio but after "for". */
static void add_after(const Tagger *tagger, Build *build)
{
    uint32_t at = build->end;
    bool of = at < tagger->end && token_is(tagger->tokens, at, "of");
    bool on = at < tagger->end && token_is(tagger->tokens, at, "for");
    bool head = (of || on) && ends_with(tagger, build->first, at, WORD_HEAD);
    bool chair = (of || on) && ends_with(tagger, build->first, at, WORD_CHAMBER_HEAD);
    if (head || chair) {
        uint32_t from = at + 1;
        while (from < tagger->end && token_is(tagger->tokens, from, "the"))
            from++;
        uint32_t end =
            portfolio_end(tagger, from, ends_with(tagger, build->first, at, WORD_SPEAKER));
        if (end == from && on && head)
            end = cause_end(tagger, from);
        /* The chair of "the House's committees" is not that of the House. */
        bool owner = end < tagger->end && tagger->tokens->items[end].kind == TOKEN_POSSESSIVE;
        bool body =
            ends_with(tagger, build->first, at, WORD_DIRECTOR) && holds_body(tagger, from, end);
        bool fits =
            !owner && !body && end > from && (head || holds_kind(tagger, from, end, WORD_CHAMBER));
        if (!fits)
            return;
        open_build(tagger, build, end);
        return;
    }
    /* "member of the Senate" + "Energy Committee" */
    if (tagger_is_capital(tagger, at) && tagger_is_capital(tagger, at - 1) &&
        tagger_holds(tagger, at - 1, WORD_CHAMBER)) {
        uint32_t end = portfolio_end(tagger, at, false);
        if (end > at)
            open_build(tagger, build, end);
        return;
    }
    if (at < tagger->end && token_is(tagger->tokens, at, "to") &&
        ends_with(tagger, build->first, at, WORD_SENT)) {
        uint32_t end = host_end(tagger, at + 1);
        if (end > at + 1)
            open_build(tagger, build, end);
        return;
    }
    /* "minister of foreign affairs" + "and trade" */
    if (build->hit.token_count > 2 && at + 1 < tagger->end && token_is(tagger->tokens, at, "and") &&
        portfolio_words(tagger, at + 1) && !title_at_token(tagger, at + 1).token_count) {
        uint32_t end = at + 1 + portfolio_words(tagger, at + 1);
        bool of_minister = holds_kind(tagger, build->at, build->at + 1, WORD_HEAD);
        if (!of_minister || title_at_token(tagger, end).token_count)
            return;
        build->end = end;
        build->open = true;
    }
}

/* "Civil Aviation" + "Minister", "House Judiciary Committee" + "chairman": words that begin at `at`
 * and end in a head. */
static bool add_before(const Tagger *tagger, uint32_t at, Build *build)
{
    uint32_t first_words = portfolio_words(tagger, at);
    const Tags *tags = tagger->tags;
    bool named = tags_end_in(tags, "OMm");
    /* "Republican Representative", not "Libertarian Party chairman" */
    bool partisan = tagger_holds(tagger, at, WORD_PARTISAN) && !name_is_body(tagger, at + 1);
    if (!first_words && (named || partisan || !is_plain_capital(tagger, at)))
        return false;
    bool joined = false, portfolio = false;
    for (uint32_t next = at; next < tagger->end && next < at + LIMIT_NAME_TOKENS;) {
        LexiconHit hit = next > at ? title_at_token(tagger, next) : (LexiconHit){0};
        if (hit.token_count) {
            uint32_t last = next + hit.token_count - 1;
            bool head = tagger_holds(tagger, last, WORD_HEAD);
            bool chair = tagger_holds(tagger, last, WORD_CHAMBER_HEAD) &&
                         holds_kind(tagger, at, next, WORD_CHAMBER);
            bool capital = tagger_is_capital(tagger, next);
            bool lone_fresh = !portfolio && next == at + 1 && tagger_is_fresh(tagger, at);
            bool bare = hit.token_count == 1;
            bool agency =
                !chair && name_is_body(tagger, next - 1) && !portfolio_words(tagger, next - 1);
            if (!(head || chair) || (joined && bare) || (lone_fresh && !chair) || agency ||
                (capital && !tagger_is_capital(tagger, at)) || (!capital && !portfolio && !chair))
                return false;
            *build = (Build){
                .first = at, .end = next + hit.token_count, .open = true, .hit = hit, .at = next};
            return true;
        }
        uint32_t words = portfolio_words(tagger, next);
        bool place =
            next > at && tagger_is_capital(tagger, next) && portfolio_words(tagger, next + 1);
        joined = !words && !place && is_joint(tagger, next);
        /* Behind a comma or "and" a portfolio goes on with its words, not with somebody's name. */
        bool list = joined && !token_is(tagger->tokens, next, "of") &&
                    !token_is(tagger->tokens, next, "the");
        if (list && !portfolio_words(tagger, next + 1) && !is_joint(tagger, next + 1) &&
            !tagger_holds(tagger, next + 1, WORD_CHAMBER) &&
            !title_at_token(tagger, next + 1).token_count)
            return false;
        bool grounded = portfolio || holds_kind(tagger, at, next, WORD_CHAMBER);
        if (joined ? !grounded : !words && !place && !is_plain_capital(tagger, next))
            return false;
        portfolio |= words > 0;
        next += words ? words : 1;
        while (tagger_is_word(tagger, next) && tagger_has(tagger, next, TOKEN_JOINED))
            next++;
    }
    return false;
}

static uint32_t chamber_head_words(const Tagger *tagger, uint32_t at)
{
    return tagger_find_word(tagger, at, WORD_CHAMBER_HEAD).token_count;
}

static void join_rank(Tags *tags)
{
    /* "deputy" + "foreign minister": one title, another office. */
    tag_write_out(tags, tags->count - 2);
    Tag *rank = &tags->items[tags->count - 2], *title = rank + 1;
    rank->span = span_join(rank->span, title->span);
    rank->count += title->count;
    rank->flags |= TAG_RANKED | (title->flags & TAG_QUOTED);
    tags->letters[tags->count - 2] = tags->letters[tags->count - 1];
    tags->count--;
}

static void tag_build(Tagger *tagger, const Build *build)
{
    Tags *tags = tagger->tags;
    Tag *tag = tagger_add(tagger, 'O', build->first, build->end - build->first);
    bool plural = build->plural;
    if (build->hit.token_count)
        title_offices(tagger, build->hit, build->at, tag, &plural);
    if (build->open) {
        /* What the known words within stand for may support the claim, no more. A bare "minister"
         * stands for all of them, and supports nothing. */
        tag->loose = build->hit.token_count > 1 ? tag->ids : (IndexList){0};
        tag->ids = (IndexList){0};
        tag->flags = (tag->flags | TAG_OPEN) & ~(uint32_t)(TAG_LOOSE | TAG_COURTESY);
    }
    if (plural && tags->count)
        tags->letters[tags->count - 1] = 'M';
    if (tags->count >= 2 && tags->letters[tags->count - 2] == 'R')
        join_rank(tags);
}

/* Every title has a known one in it, or is that of a chamber's member, and begins with a capital,
 * with a portfolio, or with words of its own. */
static bool may_begin(const Tagger *tagger, uint32_t at)
{
    if (at < tagger->titles_end &&
        (tagger_has(tagger, at, TOKEN_CAPITAL) || tagger_names(tagger, at, NAME_TITLE) ||
         tagger_holds(tagger, at, WORD_PORTFOLIO)))
        return true;
    return tagger->chambers && tagger_holds(tagger, at, WORD_CHAMBER_HEAD);
}

uint32_t title_tag(Tagger *tagger, Look look, uint32_t at)
{
    if (!may_begin(tagger, at))
        return at;
    LexiconHit hit = look.name;
    Build build = {.first = at, .end = at + hit.token_count, .hit = hit, .at = at};
    bool known = hit.token_count && hit.token_count >= look.word.token_count &&
                 tagger_names(tagger, at, NAME_TITLE) &&
                 (tagger_has(tagger, at, TOKEN_CAPITAL) || !title_is_short(tagger, hit, at)) &&
                 !names_body(tagger, hit, at) && !begins_small(tagger, hit, at) &&
                 !hangs_on_word(tagger, at) && !is_portfolio_alone(tagger, hit, at);
    /* "member" alone is no title, "member of the Rajya Sabha" is. */
    uint32_t member = known ? 0 : chamber_head_words(tagger, at);
    if (member)
        build = (Build){.first = at, .end = at + member};
    else if (!known && (tagger->title_case || !add_before(tagger, at, &build)))
        return at;
    add_after(tagger, &build);
    if (member && !build.open)
        return at;
    tag_build(tagger, &build);
    return build.end;
}
