/* The whole line over a compiled book of which a byte was altered: it is refused, or read to an
 * end. */
#include <check.h>
#include <string.h>

#include "desk.h"
#include "judge/judge.h"
#include "report/report.h"
#include "suites.h"

static const char reference[] =
    "sources: [{id: test, title: Test}]\n"
    "places:\n"
    "  - {id: nl, name: Netherlands, the: true, kind: country, demonyms: [Dutch]}\n"
    "  - {id: us, name: United States, the: true, kind: country, demonyms: [U.S.]}\n"
    "  - {id: us-oh, name: Ohio, kind: state, in: us}\n"
    "offices:\n"
    "  - id: nl/pm\n"
    "    place: nl\n"
    "    title: Prime Minister\n"
    "    kind: head-of-government\n"
    "    as-of: 2026-01-01\n"
    "    complete: [{from: 2010-10-14, as-of: 2026-01-01}]\n"
    "    excludes: [us-oh/governor]\n"
    "    tenures:\n"
    "      - {person: anna-bos, from: 2010-10-14, to: 2024-07-02, sources: [test]}\n"
    "      - {person: carl-dijk, from: 2024-07-02, sources: [test]}\n"
    "  - id: us-oh/governor\n"
    "    place: us-oh\n"
    "    title: Governor\n"
    "    as-of: 2026-01\n"
    "    complete: [{from: 2020-01-01, as-of: 2025-06-30}]\n"
    "    tenures:\n"
    "      - {person: jo-ann-dale, from: 2019, to: 2029, planned: true, sources: [test]}\n"
    "people:\n"
    "  - {id: anna-bos, name: Anna Bos, born: 1967-02-14, died: 2025-01-31}\n"
    "  - {id: carl-dijk, name: Carl Dijk}\n"
    "  - {id: jo-ann-dale, name: Jo A. Dale Jr., born: 1970}\n";

static const char titles[] = "heads: {minister: ministers}\n"
                             "kinds: {head-of-government: {titles: [prime minister], "
                             "loose: [leader]}}\n"
                             "shorts: {PM: prime minister}\n";

static const char article[] =
    "Dutch Prime Minister Anna Bos met Ohio Governor Jo Dale Jr. on 3 May 2025. Bos, the "
    "former prime minister, and Carl Dijk, the U.S. leader, spoke to PM Bo Reyes. Dijk met his "
    "Ohio counterpart, J. A. Dale. The governor of Ohio, Jo A. B. C. Dale, waited. The Dutch prime "
    "ministers Anna Bos and Carl Dijk left.\n";

/* The line from bytes to reports. */
static void read_article(const Desk *desk, const Book *book, Arena *arena)
{
    Document document = {0};
    Troubles troubles = {.arena = arena};
    source_read_text(arena, VIEW("test"), view_of(article), &document, &troubles);
    Day day = day_of(2025, 5, 6);
    document.date = (Date){day, day};
    Tokens tokens = text_split(arena, &document, desk->grammar->abbreviations);
    Claims claims = extract_claims(arena, desk->grammar, book, &document, &tokens);
    Judgement judgement = judge_claims(arena, book, desk->rules, &policy_default, &document,
                                       &claims, true, DATE_NONE);
    Article whole = {.path = VIEW("test"),
                     .document = &document,
                     .tokens = &tokens,
                     .claims = &claims,
                     .judgement = &judgement,
                     .grammar = desk->grammar,
                     .book = book,
                     .rules = desk->rules,
                     .policy = &policy_default};
    Head head = head_of(arena, book, desk->rules, VIEW("0"));
    ReportContext context = {.head = &head, .verbose = 1};
    KnownRows rows = {0};
    Sheet sheet = sheet_of(arena, &rows, &whole, SHEET_WHOLE);
    Totals totals = {0};
    report_count(&totals, &sheet);
    Buffer out = {0};
    for (size_t i = 0; report_formats[i]; i++) {
        void *report = report_formats[i]->begin(&context);
        report_formats[i]->article(report, &sheet, &out);
        report_formats[i]->end(report, &totals, &out);
    }
    ck_assert_uint_gt(out.len, 0);
    buffer_free(&out);
    arena_free(&rows.arena);
}

static Book make_book(Arena *arena)
{
    Arena scratch = {0};
    Troubles troubles = {.arena = arena};
    BookSource source = {VIEW("test.yaml"), view_of(reference)};
    BookSource words = {VIEW("titles.yaml"), view_of(titles)};
    Book book;
    bool made = book_compile(&source, 1, &words, 1, arena, &scratch, &book, &troubles);
    if (!made)
        ck_abort_msg("%.*s", VIEW_ARG(trouble_text(arena, troubles.items)));
    arena_free(&scratch);
    return book;
}

START_TEST(every_altered_byte_is_refused_or_read_to_an_end)
{
    Desk desk;
    desk_open(&desk, small_reference, true);
    Arena arena = {0}, run = {0};
    Book whole = make_book(&arena);
    read_article(&desk, &whole, &run);
    char *bytes = arena_take(&arena, whole.image.len, 16);
    View image = {bytes, whole.image.len};
    memcpy(bytes, whole.image.at, image.len);
    size_t refused = 0;
    for (size_t at = 0; at < image.len; at++) {
        for (size_t i = 0; i < 2; i++) {
            static const char masks[] = {(char)0xFF, 0x01};
            arena_reset(&run);
            Troubles troubles = {.arena = &run};
            Book book;
            bytes[at] = (char)(bytes[at] ^ masks[i]);
            if (!book_open(&run, image, &book, &troubles))
                refused++;
            else
                read_article(&desk, &book, &run);
            bytes[at] = whole.image.at[at];
        }
    }
    ck_assert_uint_gt(refused, 0);
    arena_free(&run);
    arena_free(&arena);
    desk_close(&desk);
}
END_TEST

Suite *altered_suite(void)
{
    Suite *suite = suite_create("report/altered");
    TCase *tests = tcase_create("altered");
    tcase_set_timeout(tests, 300);
    tcase_add_test(tests, every_altered_byte_is_refused_or_read_to_an_end);
    suite_add_tcase(suite, tests);
    return suite;
}
