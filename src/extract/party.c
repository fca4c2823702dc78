/* Reads party tags. Tests: tests/unit/extract/party.c. */
#include "extract/party.h"

#include "extract/lookup.h"

/* The tag at hand. */
typedef struct PartyReader {
    Arena *arena;
    const Grammar *grammar;
    const Book *book;
    const Tokens *tokens;
    uint32_t at;
    uint32_t end;
    PartyTag *tag;
} PartyReader;

static bool takes(PartyReader *reader, const char *ascii)
{
    if (reader->at >= reader->end || !token_is(reader->tokens, reader->at, ascii))
        return false;
    reader->at++;
    return true;
}

static bool is_joined(const PartyReader *reader)
{
    return reader->at < reader->end && reader->tokens->items[reader->at].flags & TOKEN_JOINED;
}

/* A hyphen is no token; a dash is one. */
static bool takes_dash(PartyReader *reader)
{
    return is_joined(reader) || takes(reader, "–") || takes(reader, "—") || takes(reader, "-");
}

static Span span_of(const PartyReader *reader, uint32_t first, uint32_t end)
{
    return span_join(reader->tokens->items[first].span, reader->tokens->items[end - 1].span);
}

/* A word for a party: as tags abbreviate it (WORD_PARTY), or as one calls a member
 * (WORD_PARTISAN). */
static bool takes_party(PartyReader *reader, WordKind kind)
{
    const Lexicon *words = &reader->grammar->words;
    LexiconHit hit = lookup_longest(words, reader->tokens, reader->at, reader->end, (uint8_t)kind);
    const LexiconEntry *entry = lookup_entry(words, reader->tokens, hit, reader->at, (uint8_t)kind);
    if (!entry)
        return false;
    reader->tag->party = entry->id;
    reader->tag->party_span = span_of(reader, reader->at, reader->at + hit.token_count);
    reader->at += hit.token_count;
    return true;
}

/* A place by its code ("N.Y.", "NY") or by its name. */
static bool takes_place(PartyReader *reader)
{
    static const NameKind kinds[] = {NAME_CODE, NAME_PLACE};
    const Lexicon *names = &reader->book->names;
    PartyTag *tag = reader->tag;
    LexiconHit found = {0};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        LexiconHit hit =
            lookup_longest(names, reader->tokens, reader->at, reader->end, (uint8_t)kinds[k]);
        if (hit.token_count <= found.token_count)
            continue;
        found = hit;
        tag->places = (IndexList){0};
        LexiconEntries entries = lexicon_entries(names, hit.node);
        for (uint32_t e = 0; e < entries.count; e++)
            if (entries.items[e].kind == kinds[k])
                *arena_push(reader->arena, &tag->places) = entries.items[e].id;
    }
    if (!found.token_count)
        return false;
    tag->place_span = span_of(reader, reader->at, reader->at + found.token_count);
    reader->at += found.token_count;
    return true;
}

/* A place that the book does not know: the town of a state's legislator, a riding. */
static bool takes_unknown_place(PartyReader *reader)
{
    uint32_t first = reader->at;
    while (reader->at < reader->end && reader->tokens->items[reader->at].kind == TOKEN_WORD &&
           (reader->at == first || !is_joined(reader)) &&
           reader->tokens->items[reader->at].flags & TOKEN_CAPITAL)
        reader->at++;
    if (reader->at == first)
        return false;
    reader->tag->place_span = span_of(reader, first, reader->at);
    return true;
}

/* "-18", "-At Large", " 12th" */
static bool takes_district(PartyReader *reader)
{
    uint32_t first = reader->at;
    bool dash = takes_dash(reader);
    PartyTag *tag = reader->tag;
    if (reader->at < reader->end && reader->tokens->items[reader->at].kind == TOKEN_NUMBER) {
        View text = token_text(reader->tokens, reader->at);
        int32_t number = 0;
        size_t i = 0;
        for (; i < text.len && i < 3 && text.at[i] >= '0' && text.at[i] <= '9'; i++)
            number = 10 * number + (text.at[i] - '0');
        bool whole = i == text.len || (!dash && i + 2 == text.len);
        if (whole && (dash || i < text.len)) {
            tag->district = number;
            tag->district_span = span_of(reader, reader->at, reader->at + 1);
            reader->at++;
            return true;
        }
    }
    uint32_t from = reader->at;
    if ((takes(reader, "At") || takes(reader, "at")) &&
        (takes(reader, "Large") || takes(reader, "large"))) {
        tag->district = DISTRICT_AT_LARGE;
        tag->district_span = span_of(reader, from, reader->at);
        return true;
    }
    reader->at = first;
    return false;
}

/* "Mike Crapo (ID)": a place's code alone, which no party's letter is then. */
static bool takes_code(PartyReader *reader, bool bracket)
{
    uint32_t first = reader->at;
    if (bracket && takes_place(reader) && reader->tag->place_span.len == 2 &&
        reader->at < reader->end &&
        (token_is(reader->tokens, reader->at, ")") || token_is(reader->tokens, reader->at, "]")))
        return true;
    reader->at = first;
    reader->tag->places = (IndexList){0};
    reader->tag->place_span = (Span){0};
    return false;
}

/* "(Ind.)": from Indiana, or an independent. */
static bool takes_either(PartyReader *reader, bool bracket)
{
    uint32_t first = reader->at;
    bool party = bracket && takes_party(reader, WORD_PARTY);
    uint32_t end = reader->at;
    reader->at = first;
    bool either = party && takes_place(reader) && reader->at == end && end < reader->end &&
                  (token_is(reader->tokens, end, ")") || token_is(reader->tokens, end, "]"));
    reader->tag->party = NONE;
    reader->tag->party_span = reader->tag->place_span = (Span){0};
    reader->tag->places = (IndexList){0};
    if (!either)
        reader->at = first;
    return either;
}

/* "R-Ohio", "D-CA-18", "R-Springfield", "R., Tex.", "Lab, Redmouth South"; in brackets a party or
 * a seat alone, too: "Lab", "CA-18". */
static bool takes_abbreviated(PartyReader *reader, bool bracket)
{
    if (takes_code(reader, bracket) || takes_either(reader, bracket))
        return true;
    if (!takes_party(reader, WORD_PARTY))
        return bracket && takes_place(reader) && takes_district(reader);
    uint32_t after = reader->at;
    bool dash = takes_dash(reader);
    if (!dash && !(bracket && takes(reader, ",")))
        return bracket;
    if (takes_place(reader) || takes_unknown_place(reader)) {
        takes_district(reader);
        return true;
    }
    reader->at = after;
    return bracket;
}

/* "Democrat of Oregon", "a Republican from Texas" */
static bool takes_words(PartyReader *reader)
{
    if (!takes(reader, "a"))
        takes(reader, "an");
    return takes_party(reader, WORD_PARTISAN) && (takes(reader, "of") || takes(reader, "from")) &&
           takes_place(reader);
}

static void start(PartyReader *reader, uint32_t at)
{
    reader->at = at;
    *reader->tag = (PartyTag){.party = NONE, .district = DISTRICT_UNSAID};
}

/* A tag ends with its bracket, or before the comma of what else the bracket says ("R-Texas,
 * chairman"); without a bracket anywhere, where a place that the book knows ends it, else before a
 * mark or a small word. */
static bool ends_well(PartyReader *reader, bool bracket)
{
    bool sure = reader->tag->party != NONE && reader->tag->places.count;
    if (bracket && (takes(reader, ")") || takes(reader, "]")))
        return true;
    if (bracket)
        return sure && reader->at < reader->end &&
               (token_is(reader->tokens, reader->at, ",") ||
                token_is(reader->tokens, reader->at, ";"));
    return sure || reader->at == reader->end ||
           !(reader->tokens->items[reader->at].flags & TOKEN_CAPITAL);
}

bool party_read(Arena *arena, const Grammar *grammar, const Book *book, const Tokens *tokens,
                uint32_t at, uint32_t end, PartyTag *out)
{
    PartyReader reader = {arena, grammar, book, tokens, at, end, out};
    bool bracket = takes(&reader, "(") || takes(&reader, "[");
    bool comma = !bracket && takes(&reader, ",");
    uint32_t first = reader.at;
    start(&reader, first);
    bool found = takes_abbreviated(&reader, bracket) && ends_well(&reader, bracket);
    if (!found && (bracket || comma)) {
        start(&reader, first);
        found = takes_words(&reader) && ends_well(&reader, bracket);
    }
    out->first = at;
    out->count = reader.at - at;
    return found;
}
