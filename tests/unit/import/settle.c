/* Who is who, what is what, and what of it is new. */
#include <string.h>

#include "suites.h"

static const char folder[] =
    "# kept by hand\n"
    "places:\n"
    "  - {id: no, name: Norway, kind: country}\n"
    "  - {id: se, name: Sweden, kind: country}\n"
    "offices:\n"
    "  - id: no/foreign\n"
    "    place: no\n"
    "    title: Minister of Foreign Affairs   # as print has it\n"
    "    kind: foreign\n"
    "    as-of: 2020-01-01\n"
    "    complete:\n"
    "      - {from: 2010-01-01, as-of: 2020-01-01}\n"
    "    tenures:\n"
    "      - {person: ana-roe, from: 2010-01-01, to: 2015-01-01, sources: [wikidata]}\n"
    "      - {person: john-doe-1960, from: 2015-01-01, as-of: 2020-01-01, sources: [wikidata]} # "
    "still\n"
    "  - id: no/fish\n"
    "    place: no\n"
    "    title: Minister of Fish\n"
    "    as-of: 2020-01-01\n"
    "    tenures:\n"
    "      - {person: ana-roe, from: 2001-01-01, to: 2003-01-01, sources: [wikidata]}\n"
    "people:\n"
    "  - {id: ana-roe, name: Ana Roe, wikidata: Q1}\n"
    "  - {id: john-doe-1930, name: John Doe, born: 1930-01-01}   # the father\n"
    "  - {id: john-doe-1960, name: John Doe, born: 1960-01-01}\n"
    "sources:\n"
    "  - {id: wikidata, title: Wikidata}\n"
    "  - {id: ifg, title: IfG}\n";

#define HEAD "name,also,born,died,wikidata,place,title,from,to,as-of,sources,key\n"

static ImportReport import(const char *rows)
{
    return sample_import(IMPORT_CSV, "a.csv", view_format(&sample_arena, "%s%s", HEAD, rows).at,
                         folder);
}

static void expect(const ImportReport *report, const char *path, const char *text)
{
    const char *file = sample_file(report, path);
    ck_assert_msg(file && strstr(file, text), "%s\nnot in\n%s", text, file ? file : "nothing");
}

#define MINE "reference/a.yaml"

START_TEST(what_the_folder_bears_out_changes_nothing)
{
    ImportReport report =
        import("Ana Roe,,,,Q1,no,Minister of Foreign Affairs,2010-01-03,2015-01-01,,wikidata,\n"
               "Ana Roe,,,,Q1,no,Minister of Fish,2001,2003,,wikidata,\n");
    ck_assert_uint_eq(report.known, 2);
    ck_assert_uint_eq(report.files.count, 0);
    ck_assert_uint_eq(report.conflicts.count, 0);
}
END_TEST

START_TEST(an_open_tenure_gets_its_end_and_the_rest_stays_to_the_byte)
{
    ImportReport report = import(
        "John Doe,,1960-01-01,,,no,Foreign Minister,2015-01-01,2021-05-06,2022-01-01,ifg,\n");
    expect(&report, MINE,
           "      - {person: john-doe-1960, from: 2015-01-01, sources: [wikidata, ifg], to: "
           "2021-05-06} # still\n");
    expect(&report, MINE, "    title: Minister of Foreign Affairs   # as print has it\n");
    expect(&report, MINE, "    as-of: 2021-05-06\n    complete:\n");
    ck_assert_uint_eq(report.changed, 1);
}
END_TEST

START_TEST(the_as_of_of_an_office_goes_along_with_its_lines)
{
    ImportReport report = import(
        "Ana Roe,,,,Q1,no,Minister of Foreign Affairs,2021-01-01,2023-01-01,2023-02-01,ifg,\n"
        "Bo Ek,,,,Q2,no,Minister of Fish,1999-01-01,2000-01-01,2022-01-01,wikidata,\n");
    /* the one who is in office was not looked at: the as-of stays his own */
    expect(&report, MINE,
           "    as-of: 2023-01-01\n"
           "    complete:\n"
           "      - {from: 2010-01-01, as-of: 2020-01-01}\n");
    expect(&report, MINE, "john-doe-1960, from: 2015-01-01, as-of: 2020-01-01, sources");
    expect(&report, MINE, "    title: Minister of Fish\n    as-of: 2020-01-01\n");
}
END_TEST

START_TEST(a_line_goes_where_its_time_is)
{
    ImportReport report =
        import("Ana Roe,,,,Q1,no,Minister of Fish,1999-01-01,2000-01-01,,wikidata,\n"
               "Bo Ek,,,,Q2,no,Minister of Fish,2003-01-01,,2022-01-01,wikidata,\n");
    expect(&report, MINE,
           "    tenures:\n"
           "      - {person: ana-roe, from: 1999-01-01, to: 2000-01-01, sources: [wikidata]}\n"
           "      - {person: ana-roe, from: 2001-01-01, to: 2003-01-01, sources: [wikidata]}\n"
           "      - {person: bo-ek, from: 2003-01-01, as-of: 2022-01-01, sources: [wikidata]}\n"
           "people:\n"
           "  - {id: ana-roe, name: Ana Roe, wikidata: Q1}\n"
           "  - {id: bo-ek, name: Bo Ek, wikidata: Q2}\n");
}
END_TEST

START_TEST(where_the_folder_knows_all_holders_nobody_is_added)
{
    ImportReport report =
        import("Bo Ek,,,,Q2,no,Minister of Foreign Affairs,2012-01-01,2013-01-01,,wikidata,\n"
               "Ana Roe,,,,Q1,no,Minister of Foreign Affairs,2010-01-01,2014-06-01,,ifg,\n");
    ck_assert_uint_eq(report.files.count, 0);
    ck_assert_uint_eq(report.conflicts.count, 2);
    ck_assert_ptr_nonnull(strstr(report.conflicts.items[1].text.at, "the book says ana-roe"));
    Buffer out = {0};
    import_conflicts(&sample_arena, &report,
                     VIEW("source,says\nifg,\"an old one\"\nfactbook,\"another's\"\n"), &out);
    ck_assert_str_eq(view_copy(&sample_arena, buffer_view(&out)).at,
                     "source,says\n"
                     "factbook,\"another's\"\n"
                     "ifg,\"ana-roe, no/foreign: to 2014-06-01, the book says 2015-01-01\"\n"
                     "wikidata,\"bo-ek, no/foreign: from 2012-01-01 to 2013-01-01, the book says "
                     "ana-roe\"\n");
    buffer_free(&out);
}
END_TEST

START_TEST(father_and_son_stay_apart)
{
    ImportReport report =
        import("John Doe,,1930-01-01,,,se,Speaker,1970-01-01,1975-01-01,,wikidata,\n"
               "John Doe,,1990-01-01,,,se,Clerk,2020-01-01,2021-01-01,,wikidata,\n");
    expect(&report, "reference/wide/se.yaml", "- {person: john-doe-1930, from: 1970-01-01,");
    expect(&report, "reference/wide/se.yaml", "- {person: john-doe-1990, from: 2020-01-01,");
    expect(&report, "reference/wide/se.yaml",
           "- {id: john-doe-1990, name: John Doe, born: 1990-01-01}\n");
}
END_TEST

START_TEST(without_birth_or_item_a_person_is_known_by_place_and_time)
{
    ImportReport report = import("Ana Roe,,1955-05-05,,,no,Clerk,2016-01-01,2017-01-01,,wikidata,\n"
                                 "Ana Roe,,,,,se,Clerk,2016-01-01,2017-01-01,,wikidata,\n"
                                 "Ana Roe,,,,,no,Speaker,1950-01-01,1951-01-01,,wikidata,\n");
    expect(&report, "reference/wide/no.yaml", "- {person: ana-roe, from: 2016-01-01,");
    expect(&report, MINE, "- {id: ana-roe, name: Ana Roe, wikidata: Q1, born: 1955-05-05}\n");
    expect(&report, "reference/wide/se.yaml", "- {person: ana-roe-se, from: 2016-01-01,");
    expect(&report, "reference/wide/no.yaml", "- {person: ana-roe-no, from: 1950-01-01,");
}
END_TEST

START_TEST(one_item_is_one_person_whatever_the_name)
{
    ImportReport report = import("Anna Rowe,,,,Q1,no,Clerk,2016-01-01,2017-01-01,,wikidata,\n"
                                 "Ana Roe,,,,Q9,no,Speaker,2016-01-01,2017-01-01,,wikidata,\n");
    expect(&report, MINE, "- {id: ana-roe, name: Ana Roe, wikidata: Q1, also: [Anna Rowe]}\n");
    expect(&report, "reference/wide/no.yaml", "- {id: ana-roe-no, name: Ana Roe, wikidata: Q9}\n");
}
END_TEST

START_TEST(one_key_is_one_person)
{
    ImportReport report = import("Bo Ek,,,,,no,Clerk,1980-01-01,1981-01-01,,wikidata,k1\n"
                                 "Lord Ek,,,,,se,Clerk,2016-01-01,2017-01-01,,wikidata,k1\n");
    expect(&report, "reference/wide/se.yaml", "- {person: bo-ek, from: 2016-01-01,");
    expect(&report, "reference/wide/no.yaml", "- {id: bo-ek, name: Bo Ek, also: [Lord Ek]}\n");
}
END_TEST

START_TEST(whoever_may_be_two_is_nobody)
{
    ImportReport report =
        import("John Doe,,1930-01-01,,,no,Clerk,1990-01-01,1999-01-01,,wikidata,\n"
               "John Doe,,,,,no,Speaker,2005-01-01,2006-01-01,,wikidata,\n");
    ck_assert_uint_eq(report.refused.count, 1);
    ck_assert_ptr_nonnull(strstr(report.refused.items[0].message.at, "several people"));
}
END_TEST

START_TEST(what_cannot_be_is_left_out)
{
    ImportReport report = import("Bo Ek,,2000,,,no,Clerk,1990-01-01,1999-01-01,,wikidata,\n"
                                 "Ba Ek,,,1980-01-01,,no,Clerk,1990-01-01,1999-01-01,,wikidata,\n"
                                 "Be Ek,,,,,no,Clerk,1990-01-01,1989-01-01,,wikidata,\n"
                                 "Bi Ek,,,,,no,Clerk,2030-01-01,,,wikidata,\n"
                                 "By Ek / Bu Ek,,,,,no,Clerk,1990-01-01,,,wikidata,\n"
                                 "Ek,,,,,no,Clerk,1990-01-01,,,wikidata,\n");
    ck_assert_uint_eq(report.refused.count, 6);
    ck_assert_uint_eq(report.files.count, 0);
}
END_TEST

START_TEST(death_ends_a_tenure_and_the_next_one_an_open_one)
{
    ImportReport report = import("Bo Ek,,,1991-02-03,,no,Clerk,1990-01-01,,,wikidata,\n"
                                 "Ba Ek,,,,,no,Clerk,1992-01-01,,,wikidata,\n"
                                 "Be Ek,,,,,no,Clerk,1995-01-01,1996-01-01,,wikidata,\n");
    expect(
        &report, "reference/wide/no.yaml",
        "- {person: bo-ek, from: 1990-01-01, to: 1991-02-03, sources: [wikidata]}\n"
        "      - {person: ba-ek, from: 1992-01-01, to: 1995-01-01, as-of: 1992-01-01, confidence: "
        "end-unconfirmed, sources: [wikidata]}\n");
}
END_TEST

START_TEST(of_two_in_one_seat_the_trusted_source_is_believed)
{
    ImportReport report = import("Bo Ek,,,,,no,Clerk,1990-01-01,1995-01-01,,ifg,\n"
                                 "Ba Ek,,,,,no,Clerk,1991-01-01,1995-01-01,,wikidata,\n"
                                 "Bo Ek,,,,,no,Aide,1990-01-01,1995-01-01,,wikidata,\n"
                                 "Ba Ek,,,,,no,Aide,1991-01-01,1995-01-01,,wikidata,\n");
    ck_assert_uint_eq(report.conflicts.count, 1);
    ck_assert_uint_eq(report.tenures, 3);
    expect(&report, "reference/wide/no.yaml",
           "    title: Aide\n    seats: many\n    as-of: 2026-06-01\n");
}
END_TEST

START_TEST(nobody_sits_in_one_chamber_twice_at_one_time)
{
    ImportReport report =
        sample_import(IMPORT_CSV, "a.csv",
                      "name,born,place,title,seats,district,from,to,as-of,sources\n"
                      "Ina Poe,1950-01-01,se,Member,many,1,2001-01-01,2009-01-01,2020-01-01,ifg\n"
                      "Ina Poe,1950-01-01,se,Member,many,2,2005-01-01,2011-01-01,2020-01-01,ifg\n",
                      folder);
    expect(&report, "reference/wide/se.yaml", "- {person: ina-poe, from: 2001-01-01,");
    ck_assert_ptr_null(strstr(sample_file(&report, "reference/wide/se.yaml"), "2005-01-01"));
    ck_assert_uint_eq(report.conflicts.count, 1);
}
END_TEST

START_TEST(a_second_time_changes_nothing)
{
    static const char rows[] =
        "Bo Ek,Bob Ek,1950,,Q5,no,\"Minister: Fish, Ships\",1990-01-01,1995-01-01,,ifg,\n"
        "Bo Ek,,,,Q5,no,\"Minister: Fish, Ships\",1995-01-02,2000-01-01,,ifg,\n"
        "Ana Roe,,1955-05-05,,Q1,no,Clerk,2016-01-01,,,wikidata,\n"
        "John Doe,,1960-01-01,,,no,Foreign Minister,2015-01-01,2021-05-06,2022-01-01,ifg,\n";
    ImportReport first = import(rows);
    ck_assert_uint_eq(first.files.count, 2);
    const char *joined = view_format(&sample_arena, "%s\n%s", sample_file(&first, MINE), "").at;
    /* the new file's offices and people, in the folder's one file */
    const char *wide = sample_file(&first, "reference/wide/no.yaml");
    const char *offices = strstr(wide, "offices:") + strlen("offices:\n");
    const char *people = strstr(wide, "\npeople:\n");
    const char *at = strstr(joined, "people:\n");
    const char *both = view_format(&sample_arena, "%.*s%.*speople:\n%s%s", (int)(at - joined),
                                   joined, (int)(people - offices), offices,
                                   people + strlen("\npeople:\n"), at + strlen("people:\n"))
                           .at;
    ImportReport second =
        sample_import(IMPORT_CSV, "a.csv", view_format(&sample_arena, "%s%s", HEAD, rows).at, both);
    ck_assert_uint_eq(second.files.count, 0);
    ck_assert_uint_eq(second.tenures + second.people + second.changed, 0);
}
END_TEST

Suite *settle_suite(void)
{
    Suite *suite = suite_create("import/settle");
    TCase *tests = tcase_create("settle");
    tcase_add_checked_fixture(tests, sample_open, sample_close);
    tcase_add_test(tests, what_the_folder_bears_out_changes_nothing);
    tcase_add_test(tests, an_open_tenure_gets_its_end_and_the_rest_stays_to_the_byte);
    tcase_add_test(tests, the_as_of_of_an_office_goes_along_with_its_lines);
    tcase_add_test(tests, a_line_goes_where_its_time_is);
    tcase_add_test(tests, where_the_folder_knows_all_holders_nobody_is_added);
    tcase_add_test(tests, father_and_son_stay_apart);
    tcase_add_test(tests, without_birth_or_item_a_person_is_known_by_place_and_time);
    tcase_add_test(tests, one_item_is_one_person_whatever_the_name);
    tcase_add_test(tests, one_key_is_one_person);
    tcase_add_test(tests, whoever_may_be_two_is_nobody);
    tcase_add_test(tests, what_cannot_be_is_left_out);
    tcase_add_test(tests, death_ends_a_tenure_and_the_next_one_an_open_one);
    tcase_add_test(tests, of_two_in_one_seat_the_trusted_source_is_believed);
    tcase_add_test(tests, nobody_sits_in_one_chamber_twice_at_one_time);
    tcase_add_test(tests, a_second_time_changes_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
