/* The editor's rules for importing. */
#include "import/lore.h"

#include "suites.h"

START_TEST(parties_roles_and_trust_are_known_by_name)
{
    Lore lore = sample_lore();
    ck_assert(view_equal(lore_party(&lore, VIEW("democratic")), VIEW("Democrat")));
    ck_assert(view_equal(lore_party(&lore, VIEW("Green")), VIEW("Green")));
    ck_assert(view_equal(lore_role(&lore, VIEW("Governor"))->title, VIEW("Governor")));
    ck_assert_ptr_null(lore_role(&lore, VIEW("mayor")));
    ck_assert_uint_lt(lore_trust(&lore, VIEW("ifg")), lore_trust(&lore, VIEW("wikidata")));
    ck_assert_uint_lt(lore_trust(&lore, VIEW("wikidata")), lore_trust(&lore, VIEW("somebody")));
}
END_TEST

START_TEST(an_unknown_key_is_trouble)
{
    Lore lore = {.arena = &sample_arena};
    Troubles troubles = {.arena = &sample_arena};
    ck_assert(!lore_read(&lore, VIEW("a.yaml"), VIEW("adresses: [Dr.]\n"), &troubles));
    ck_assert_uint_eq(troubles.count, 1);
    ck_assert(
        !lore_read(&lore, VIEW("a.yaml"), VIEW("roles: {mayor: {office: mayor}}\n"), &troubles));
    ck_assert_uint_eq(troubles.count, 2);
}
END_TEST

Suite *lore_suite(void)
{
    Suite *suite = suite_create("import/lore");
    TCase *tests = tcase_create("lore");
    tcase_add_checked_fixture(tests, sample_open, sample_close);
    tcase_add_test(tests, parties_roles_and_trust_are_known_by_name);
    tcase_add_test(tests, an_unknown_key_is_trouble);
    suite_add_tcase(suite, tests);
    return suite;
}
