/* Claims of texts made at random, of the words that constructions look for and of noise. */
#include <check.h>

#include "base/buffer.h"
#include "desk.h"
#include "exact.h"

Suite *property_suite(void);

enum { ROUNDS = 3000 };

static Desk desk;
static uint64_t state;

static uint32_t draw(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % below;
}

static void add_text(Buffer *out)
{
    static const char *const parts[] = {
        "President ",
        "Prime Minister ",
        "minister ",
        "of ",
        "for ",
        "the ",
        "Sens. ",
        "Rep. ",
        "former ",
        "then-",
        "-elect",
        "acting ",
        "Mark Rutte",
        "Joe Biden",
        "Biden",
        "Ann Lee",
        "Bob “Bo” Kay",
        "José Peña",
        "Donald Trump",
        "’s ",
        "'s ",
        " (R-Ohio)",
        ", D-N.Y.,",
        " (CA-18)",
        ", ",
        " and ",
        "; ",
        ": ",
        " — ",
        ". ",
        "Dutch ",
        "France ",
        "U.S. ",
        "House ",
        "Committee ",
        "chair ",
        "sport ",
        "counterpart ",
        "His ",
        "as ",
        "who ",
        "served as ",
        "is ",
        "was ",
        "2013 ",
        "on 5 May ",
        "\"",
        "“",
        "”",
        "(",
        ")",
        "\n",
        "é",
        "e\xCC\x81",
        "\xE2\x80\x94",
        "to ",
        "Jr.",
        "nominee for ",
        "von der ",
        "KING ",
        "one of ",
        "presidents ",
        "Secretary ",
        "Defense ",
        "북 ",
        "\xC2\xA0",
    };
    for (uint32_t count = draw(40); count > 0; count--)
        buffer_add(out, view_of(parts[draw(sizeof parts / sizeof *parts)]));
    buffer_add_byte(out, '\0');
}

START_TEST(every_part_of_a_claim_lies_where_it_says)
{
    uint32_t claims = 0;
    state = 20250213;
    for (int round = 0; round < ROUNDS; round++) {
        Buffer text = {0};
        add_text(&text);
        desk_read(&desk, buffer_view(&text).at, "2025-02-13");
        for (uint32_t i = 0; i < desk.claims.count; i++)
            if (!claim_is_exact(desk.document.text, &desk.claims.items[i]))
                ck_abort_msg("%s (flags %x) of: %s", desk_claim(&desk, i),
                             desk.claims.items[i].flags, buffer_view(&text).at);
        claims += desk.claims.count;
        buffer_free(&text);
    }
    ck_assert_uint_gt(claims, ROUNDS / 4); /* the texts are worth their while */
}
END_TEST

static void open_desk(void)
{
    desk_open(&desk, small_reference, false);
}

static void close_desk(void)
{
    desk_close(&desk);
}

Suite *property_suite(void)
{
    Suite *suite = suite_create("property");
    TCase *tests = tcase_create("property");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, every_part_of_a_claim_lies_where_it_says);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    return suite;
}
