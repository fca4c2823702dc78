#include "base/build.h"

#include "suites.h"

START_TEST(a_program_knows_its_build)
{
    View id = build_id();
    ck_assert_uint_ge(id.len, 8);
    ck_assert(view_equal(id, build_id()));
}
END_TEST

Suite *build_suite(void)
{
    Suite *suite = suite_create("build");
    TCase *tests = tcase_create("build");
    tcase_add_test(tests, a_program_knows_its_build);
    suite_add_tcase(suite, tests);
    return suite;
}
