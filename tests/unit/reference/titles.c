/* The sets of offices behind titles. */
#include <check.h>

#include "sample.h"
#include "suites.h"

/* The title under a phrase with exactly these flags, or NULL. */
static const Title *title_with(const Sample *sample, const char *phrase, uint32_t flags)
{
    const Book *book = &sample->book;
    LexiconEntries entries =
        lexicon_entries(&book->names, lexicon_phrase(&book->names, view_of(phrase)));
    for (uint32_t i = 0; i < entries.count; i++) {
        const LexiconEntry *entry = &entries.items[i];
        if (entry->kind == NAME_TITLE && book->titles[entry->id].flags == flags)
            return &book->titles[entry->id];
    }
    return NULL;
}

/* Whether the title's set is exactly these offices (of ids "a b c"). */
static bool holds(const Sample *sample, const Title *title, const char *ids)
{
    View rest = view_of(ids);
    uint32_t found = 0;
    while (rest.len > 0) {
        size_t end = 0;
        while (end < rest.len && rest.at[end] != ' ')
            end++;
        uint32_t office = book_office(&sample->book, view_slice(rest, 0, end));
        ck_assert_uint_ne(office, NONE);
        if (found == title->offices.count ||
            sample->book.title_offices[title->offices.first + found++] != office)
            return false;
        rest = view_trim(view_slice(rest, end, rest.len));
    }
    return found == title->offices.count;
}

#define EXPECT_TITLE(sample, phrase, flags, ids)                                                   \
    do {                                                                                           \
        const Title *title_ = title_with(&(sample), (phrase), (flags));                            \
        ck_assert_msg(title_ != NULL, "no title \"%s\" with flags %u", (phrase),                   \
                      (unsigned)(flags));                                                          \
        ck_assert_msg(holds(&(sample), title_, (ids)), "the offices of \"%s\" are not %s",         \
                      (phrase), (ids));                                                            \
    } while (0)

static void make(Sample *sample, const char *text)
{
    sample_make(sample, text);
    ck_assert(sample->made);
}

#define DEFENCE                                                                                    \
    "offices:\n"                                                                                   \
    "  - {id: nl/defence, place: nl, title: Minister of Defence, kind: defence,\n"                 \
    "     also: [war minister], loose: [army boss]}\n"                                             \
    "  - {id: us/defence, place: us, title: Secretary of Defense, kind: defence}\n"

START_TEST(an_office_goes_by_its_own_titles_and_those_of_its_kind)
{
    Sample sample;
    make(&sample, DEFENCE);
    EXPECT_TITLE(sample, "minister of defence", 0, "nl/defence us/defence");
    EXPECT_TITLE(sample, "defence minister", 0, "nl/defence us/defence");
    EXPECT_TITLE(sample, "secretary of defense", 0, "us/defence");
    EXPECT_TITLE(sample, "war minister", 0, "nl/defence");
    EXPECT_TITLE(sample, "army boss", TITLE_LOOSE, "nl/defence");
    EXPECT_TITLE(sample, "defence chief", TITLE_LOOSE, "nl/defence us/defence");
    sample_free(&sample);
}
END_TEST

START_TEST(a_title_has_the_kind_that_lists_it_else_that_of_its_offices)
{
    Sample sample;
    make(&sample,
         DEFENCE "  - {id: nato/head, place: nato, title: President, also: [war minister]}\n"
                 "  - {id: us/war, place: us, title: army boss, kind: defence}\n");
    uint32_t defence = book_kind(&sample.book, VIEW("defence"));
    uint32_t president = book_kind(&sample.book, VIEW("president"));
    ck_assert_uint_eq(title_with(&sample, "secretary of defense", 0)->kind, defence);
    ck_assert_uint_eq(title_with(&sample, "army boss", 0)->kind, defence);
    ck_assert_uint_eq(title_with(&sample, "war minister", 0)->kind, NONE);
    /* NATO's is of no kind, but the word is of the kind's */
    ck_assert_uint_eq(title_with(&sample, "president", TITLE_COURTESY)->kind, president);
    ck_assert_uint_eq(title_with(&sample, "prime minister", 0)->kind,
                      book_kind(&sample.book, VIEW("head-of-government")));
    sample_free(&sample);
}
END_TEST

START_TEST(titles_of_kinds_and_lists_need_no_office)
{
    Sample sample;
    make(&sample, "");
    EXPECT_TITLE(sample, "prime minister", 0, "");
    EXPECT_TITLE(sample, "leader", TITLE_LOOSE, "");
    EXPECT_TITLE(sample, "senator", TITLE_COURTESY, "");
    sample_free(&sample);
}
END_TEST

START_TEST(plurals_stand_beside)
{
    Sample sample;
    make(&sample, DEFENCE "  - {id: nato/sg, place: nato, title: Minister-General}\n");
    EXPECT_TITLE(sample, "ministers of defence", TITLE_PLURAL, "nl/defence us/defence");
    EXPECT_TITLE(sample, "prime ministers", TITLE_PLURAL, "");
    EXPECT_TITLE(sample, "ministers general", TITLE_PLURAL, "nato/sg");
    EXPECT_TITLE(sample, "minister-generals", TITLE_PLURAL, "nato/sg");
    EXPECT_TITLE(sample, "senators", TITLE_PLURAL | TITLE_COURTESY, "");
    ck_assert(!title_with(&sample, "army bosses", TITLE_PLURAL | TITLE_LOOSE));
    ck_assert(!title_with(&sample, "ministers of defence", 0));
    sample_free(&sample);
}
END_TEST

START_TEST(a_phrase_loose_for_one_and_proper_for_another_is_two_titles)
{
    Sample sample;
    make(&sample, "offices:\n"
                  "  - {id: nl/pm, place: nl, title: Prime Minister, kind: head-of-government}\n"
                  "  - {id: us/pm, place: us, title: Leader, kind: head-of-government}\n");
    EXPECT_TITLE(sample, "leader", 0, "us/pm");
    EXPECT_TITLE(sample, "leader", TITLE_LOOSE, "nl/pm");
    sample_free(&sample);
}
END_TEST

START_TEST(a_title_that_begins_with_its_place_is_left_to_place_and_title)
{
    Sample sample;
    make(
        &sample,
        "offices:\n"
        "  - {id: us/state, place: us, title: Secretary of State, also: [U.S. secretary of state,\n"
        "     US top envoy, American]}\n"
        "  - {id: nl/state, place: nl, title: American liaison}\n");
    EXPECT_TITLE(sample, "secretary of state", 0, "us/state");
    ck_assert(!title_with(&sample, "U.S. secretary of state", 0));
    ck_assert(!title_with(&sample, "US top envoy", 0));
    EXPECT_TITLE(sample, "American", 0, "us/state");
    EXPECT_TITLE(sample, "American liaison", 0, "nl/state");
    sample_free(&sample);
}
END_TEST

START_TEST(titles_want_no_capital_but_shorts_do)
{
    Sample sample;
    make(&sample, "");
    const Lexicon *names = &sample.book.names;
    LexiconEntries prime = lexicon_entries(names, lexicon_phrase(names, VIEW("prime minister")));
    LexiconEntries pm = lexicon_entries(names, lexicon_phrase(names, VIEW("PM")));
    ck_assert_uint_eq(prime.items[0].flags & LEXICON_CAPITAL, 0);
    ck_assert_uint_ne(pm.items[0].flags & LEXICON_CAPITAL, 0);
    sample_free(&sample);
}
END_TEST

START_TEST(a_short_stands_for_the_offices_of_its_title)
{
    Sample sample;
    make(&sample, "offices:\n  - {id: us/senator, place: us, title: Senator, seats: many}\n"
                  "  - {id: nl/pm, place: nl, title: Prime Minister, kind: head-of-government}\n");
    EXPECT_TITLE(sample, "Sen.", TITLE_SHORT | TITLE_COURTESY, "us/senator");
    EXPECT_TITLE(sample, "PM", TITLE_SHORT, "nl/pm");
    ck_assert_uint_eq(title_with(&sample, "PM", TITLE_SHORT)->kind,
                      book_kind(&sample.book, VIEW("head-of-government")));
    sample_free(&sample);
}
END_TEST

START_TEST(a_short_may_stand_for_several_titles)
{
    Sample sample;
    sample_make_with(&sample,
                     "offices:\n  - {id: us/a, place: us, title: alderman}\n"
                     "  - {id: us/b, place: us, title: alderwoman, also: [alderman]}\n"
                     "  - {id: us/c, place: us, title: member, loose: [alderman]}\n",
                     "kinds: {defence: {}, president: {}}\n"
                     "shorts: {Ald.: [alderwoman, alderman]}\n");
    ck_assert(sample.made);
    EXPECT_TITLE(sample, "Ald.", TITLE_SHORT, "us/a us/b");
    EXPECT_TITLE(sample, "Ald.", TITLE_SHORT | TITLE_LOOSE, "us/c");
    sample_free(&sample);
}
END_TEST

START_TEST(a_bare_word_stands_for_all_titles_that_begin_or_end_with_it)
{
    Sample sample;
    sample_make_with(&sample,
                     "offices:\n  - {id: us/state, place: us, title: Secretary of State}\n"
                     "  - {id: nl/foreign, place: nl, title: Foreign Secretary}\n"
                     "  - {id: nl/under, place: nl, title: Under-Secretary of War}\n"
                     "  - {id: nato/sec, place: nato, title: Secretary}\n",
                     "kinds: {president: {}}\nheads: {secretary: secretaries}\nbare: [secretary]\n"
                     "courtesy: {places: [us], titles: [secretary]}\n");
    ck_assert(sample.made);
    EXPECT_TITLE(sample, "secretary", TITLE_LOOSE | TITLE_COURTESY, "us/state nl/foreign");
    EXPECT_TITLE(sample, "secretary", TITLE_COURTESY, "nato/sec");
    EXPECT_TITLE(sample, "secretaries", TITLE_LOOSE | TITLE_PLURAL | TITLE_COURTESY,
                 "us/state nl/foreign");
    sample_free(&sample);
}
END_TEST

START_TEST(a_title_of_courtesy_alone_is_a_title)
{
    Sample sample;
    sample_make_with(&sample, "",
                     "kinds: {president: {}}\ncourtesy: {places: [xx], titles: [judge]}\n");
    ck_assert(sample.made);
    EXPECT_TITLE(sample, "judge", TITLE_COURTESY, "");
    sample_free(&sample);
}
END_TEST

START_TEST(the_text_of_a_title_is_as_first_written)
{
    Sample sample;
    make(&sample, DEFENCE);
    const Title *title = title_with(&sample, "secretary of defense", 0);
    ck_assert(view_equal(book_text(&sample.book, title->text), VIEW("Secretary of Defense")));
    title = title_with(&sample, "Minister of Defence", 0);
    ck_assert(view_equal(book_text(&sample.book, title->text), VIEW("minister of defence")));
    sample_free(&sample);
}
END_TEST

Suite *titles_suite(void)
{
    Suite *suite = suite_create("reference/titles");
    TCase *tests = tcase_create("titles");
    tcase_add_test(tests, an_office_goes_by_its_own_titles_and_those_of_its_kind);
    tcase_add_test(tests, a_title_has_the_kind_that_lists_it_else_that_of_its_offices);
    tcase_add_test(tests, titles_of_kinds_and_lists_need_no_office);
    tcase_add_test(tests, plurals_stand_beside);
    tcase_add_test(tests, a_phrase_loose_for_one_and_proper_for_another_is_two_titles);
    tcase_add_test(tests, a_title_that_begins_with_its_place_is_left_to_place_and_title);
    tcase_add_test(tests, titles_want_no_capital_but_shorts_do);
    tcase_add_test(tests, a_short_stands_for_the_offices_of_its_title);
    tcase_add_test(tests, a_short_may_stand_for_several_titles);
    tcase_add_test(tests, a_bare_word_stands_for_all_titles_that_begin_or_end_with_it);
    tcase_add_test(tests, a_title_of_courtesy_alone_is_a_title);
    tcase_add_test(tests, the_text_of_a_title_is_as_first_written);
    suite_add_tcase(suite, tests);
    return suite;
}
