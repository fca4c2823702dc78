#include <check.h>

#include "desk.h"
#include "extract/party.h"

Suite *party_suite(void);

static const char *const reference =
    "places:\n"
    "  - {id: us, name: United States, kind: country}\n"
    "  - {id: us-oh, name: Ohio, kind: state, in: us, codes: [OH]}\n"
    "  - {id: us-ny, name: New York, kind: state, in: us, codes: [N.Y., NY]}\n"
    "  - {id: us-wv, name: West Virginia, kind: state, in: us, codes: [W.Va., WV]}\n";

static Desk desk;

static void open_desk(void)
{
    desk_open(&desk, reference, false);
}

static void close_desk(void)
{
    desk_close(&desk);
}

static View part(Span span)
{
    return span.len ? view_slice(desk.document.text, span.off, span_end(span)) : VIEW("-");
}

/* "party | place as written | places known | district | tokens left over" of the tag at a text's
 * beginning. */
static const char *read_tag(const char *text)
{
    desk_read(&desk, text, NULL);
    PartyTag tag;
    if (!party_read(&desk.arena, desk.grammar, &desk.book, &desk.tokens, 0, desk.tokens.count,
                    &tag))
        return "none";
    ck_assert_uint_eq(tag.first, 0);
    View party = tag.party == NONE ? VIEW("-") : desk.grammar->parties[tag.party].id;
    return view_format(&desk.arena, "%.*s | %.*s | %u | %d | %u", VIEW_ARG(party),
                       VIEW_ARG(part(tag.place_span)), tag.places.count, tag.district,
                       desk.tokens.count - tag.count)
        .at;
}

START_TEST(a_tag_in_brackets)
{
    ck_assert_str_eq(read_tag("(R-Ohio)"), "republican | Ohio | 1 | -1 | 0");
    ck_assert_str_eq(read_tag("(D-N.Y.) said"), "democratic | N.Y. | 1 | -1 | 1");
    ck_assert_str_eq(read_tag("(D–W.Va.)"), "democratic | W.Va. | 1 | -1 | 0");
    ck_assert_str_eq(read_tag("(R-NY-10)"), "republican | NY | 1 | 10 | 0");
    ck_assert_str_eq(read_tag("[I-NY]"), "independent | NY | 1 | -1 | 0");
    ck_assert_str_eq(read_tag("(D-NY 12th)"), "democratic | NY | 1 | 12 | 0");
    ck_assert_str_eq(read_tag("(R., N.Y.)"), "republican | N.Y. | 1 | -1 | 0");
    ck_assert_str_eq(read_tag("(R-Ohio, chairman)"), "republican | Ohio | 1 | -1 | 3");
    ck_assert_str_eq(read_tag("(D)"), "democratic | - | 0 | -1 | 0");
    ck_assert_str_eq(read_tag("(Lab, Redmouth South)"), "labour | Redmouth South | 0 | -1 | 0");
}
END_TEST

START_TEST(a_seat_in_brackets)
{
    ck_assert_str_eq(read_tag("(NY-05)"), "- | NY | 1 | 5 | 0");
    ck_assert_str_eq(read_tag("(OH-At Large)"), "- | OH | 1 | 0 | 0");
}
END_TEST

START_TEST(a_tag_behind_a_comma)
{
    ck_assert_str_eq(read_tag(", R-Ohio, said"), "republican | Ohio | 1 | -1 | 2");
    ck_assert_str_eq(read_tag(", Democrat of New York, said"),
                     "democratic | New York | 1 | -1 | 2");
    ck_assert_str_eq(read_tag(", a Republican from Ohio, said"), "republican | Ohio | 1 | -1 | 2");
    ck_assert_str_eq(read_tag(", R-Springfield, said"), "republican | Springfield | 0 | -1 | 2");
}
END_TEST

START_TEST(what_only_looks_like_a_tag)
{
    ck_assert_str_eq(read_tag("(right)"), "none");
    ck_assert_str_eq(read_tag("(Ohio)"), "none");
    ck_assert_str_eq(read_tag("(IN)"), "none");
    ck_assert_str_eq(read_tag("(R-Ohio"), "none");
    ck_assert_str_eq(read_tag(", R"), "none");
    ck_assert_str_eq(read_tag(", I think"), "none");
    ck_assert_str_eq(read_tag(", a Republican"), "none");
    ck_assert_str_eq(read_tag(""), "none");
}
END_TEST

Suite *party_suite(void)
{
    Suite *suite = suite_create("party");
    TCase *tests = tcase_create("party");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, a_tag_in_brackets);
    tcase_add_test(tests, a_seat_in_brackets);
    tcase_add_test(tests, a_tag_behind_a_comma);
    tcase_add_test(tests, what_only_looks_like_a_tag);
    suite_add_tcase(suite, tests);
    return suite;
}
