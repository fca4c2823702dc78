/* Each format, from a sample that we wrote to the lines that it makes. */
#include <string.h>

#include "suites.h"

#define PLACES                                                                                     \
    "places:\n"                                                                                    \
    "  - {id: us, name: United States, kind: country}\n"                                           \
    "  - {id: us-xx, name: Xanadu, kind: state, in: us}\n"                                         \
    "  - {id: gb, name: Britain, kind: country}\n"                                                 \
    "  - {id: no, name: Norway, kind: country}\n"                                                  \
    "sources:\n"                                                                                   \
    "  - {id: wikidata, title: Wikidata}\n"

static void expect_lines(const ImportReport *report, const char *path, const char *const *lines)
{
    const char *file = sample_file(report, path);
    ck_assert_msg(file != NULL, "%s is not written", path);
    for (; *lines; lines++)
        ck_assert_msg(strstr(file, *lines) != NULL, "%s\nnot in\n%s", *lines, file);
}

START_TEST(congress_joins_terms_and_parts_them_by_seat_and_party)
{
    static const char file[] =
        "- id: {bioguide: R000001, wikidata: Q1, wikipedia: Jo Roe (politician)}\n"
        "  name: {first: Josephine, middle: Q., last: Roe, official_full: Josephine Q. Roe}\n"
        "  bio: {birthday: '1960-02-03'}\n"
        "  terms:\n"
        "  - {type: rep, start: '2001-01-03', end: '2002-11-22', state: XX, district: 7, party: "
        "Democratic}\n"
        "  - {type: rep, start: '2003-01-07', end: '2005-01-03', state: XX, district: 7, party: "
        "Democratic}\n"
        "  - {type: rep, start: '2005-01-04', end: '2007-01-03', state: XX, district: 0, party: "
        "Democratic}\n"
        "  - type: sen\n"
        "    start: '2025-01-03'\n"
        "    end: '2031-01-03'\n"
        "    state: XX\n"
        "    class: 1\n"
        "    party: Independent\n"
        "    party_affiliations:\n"
        "    - {start: '2025-01-03', end: '2026-02-01', party: Democratic}\n"
        "    - {start: '2026-02-01', end: '2031-01-03', party: Independent}\n"
        "  - {type: prez, start: '2031-01-20', end: '2035-01-20', party: Democratic}\n";
    ImportReport report = sample_import(IMPORT_CONGRESS, "legislators-current.yaml", file, PLACES);
    expect_lines(
        &report, "reference/wide/us.yaml",
        (const char *const[]){
            "  - id: us/senator\n    place: us\n    title: Senator\n    seats: many\n    as-of: "
            "2026-06-01\n    tenures:\n",
            "- {person: jo-roe, from: 2001-01-03, to: 2005-01-03, state: us-xx, district: 7, "
            "party: Democrat, sources: [congress-legislators]}\n",
            "- {person: jo-roe, from: 2005-01-04, to: 2007-01-03, state: us-xx, district: "
            "at-large, "
            "party: Democrat, sources: [congress-legislators]}\n",
            "- {person: jo-roe, from: 2025-01-03, to: 2026-02-01, state: us-xx, class: 1, "
            "party: Democrat, sources: [congress-legislators]}\n",
            "- {person: jo-roe, from: 2026-02-01, to: 2031-01-03, planned: true, as-of: "
            "2026-06-01, "
            "state: us-xx, class: 1, party: Independent, sources: [congress-legislators]}\n",
            "  - {id: jo-roe, name: Jo Roe, also: [Josephine Q. Roe], born: 1960-02-03, "
            "wikidata: Q1}\n",
            NULL});
    ck_assert_uint_eq(report.tenures, 4);
}
END_TEST

START_TEST(congress_as_json_tells_who_left_before_the_end)
{
    static const char file[] =
        "[{\"id\": {\"bioguide\": \"R1\"}, \"name\": {\"first\": \"Jo\", \"last\": \"Roe\"}, "
        "\"bio\": {},"
        " \"left_current_file_by\": \"2019-05-31\", \"terms\": [{\"type\": \"rep\", \"start\": "
        "\"2017-01-03\", \"end\": \"2021-01-03\", \"state\": \"XX\", \"district\": 3, \"party\": "
        "\"Democratic\"}]}]";
    ImportReport report = sample_import(IMPORT_CONGRESS, "members.json", file, PLACES);
    expect_lines(
        &report, "reference/wide/us.yaml",
        (const char *const[]){"- {person: jo-roe, from: 2017-01-03, to: 2019-05-31, as-of: "
                              "2017-01-03, confidence: end-unconfirmed,",
                              NULL});
}
END_TEST

START_TEST(openstates_has_roles_and_passes_over_towns)
{
    static const char file[] =
        "id: ocd-person/1\nname: Jo Roe\nbirth_date: '1970-01-02'\nparty:\n- name: Democratic\n"
        "other_names:\n- name: Josephine Roe\n"
        "other_identifiers:\n- {scheme: wikidata, identifier: Q7}\n"
        "roles:\n"
        "- {type: upper, start_date: '2011-01-03', end_date: '2015-01-05', district: '4', "
        "jurisdiction: 'ocd-jurisdiction/country:us/state:xx/government'}\n"
        "- {type: governor, start_date: '2023-01-09', end_date: '2027-01-04', "
        "jurisdiction: 'ocd-jurisdiction/country:us/state:xx/government'}\n"
        "- {type: mayor, start_date: '2016-01-01', "
        "jurisdiction: 'ocd-jurisdiction/country:us/state:xx/place:town/government'}\n"
        "- {type: king, start_date: '2016-01-01', "
        "jurisdiction: 'ocd-jurisdiction/country:us/state:xx/government'}\n";
    ImportReport report = sample_import(IMPORT_OPENSTATES, "Jo-Roe.yml", file, PLACES);
    expect_lines(
        &report, "reference/wide/us-xx.yaml",
        (const char *const[]){
            "  - id: us-xx/state-senator\n    place: us-xx\n    title: State Senator\n    seats: "
            "many\n",
            "- {person: jo-roe, from: 2011-01-03, to: 2015-01-05, district: 4, party: Democrat, "
            "sources: [openstates]}\n",
            "- {person: jo-roe, from: 2023-01-09, to: 2027-01-04, planned: true, as-of: "
            "2026-06-01, "
            "party: Democrat, sources: [openstates]}\n",
            "- {id: jo-roe, name: Jo Roe, also: [Josephine Roe], born: 1970-01-02, wikidata: Q7}\n",
            NULL});
    ck_assert_uint_eq(report.refused.count, 1); /* the king */
}
END_TEST

START_TEST(wikidata_knows_precision_and_who_replaced_whom)
{
    static const char file[] =
        "{\"results\": {\"bindings\": ["
        "{\"person\": {\"value\": \"http://www.wikidata.org/entity/Q11\"},"
        " \"personLabel\": {\"value\": \"Ola Nordmann\"}, \"personNames\": {\"value\": \"O. "
        "Nordmann|Ola N\"},"
        " \"born\": {\"value\": \"1950-01-01T00:00:00Z\"}, \"bornPrecision\": {\"value\": \"9\"},"
        " \"position\": {\"value\": \"http://www.wikidata.org/entity/Q5\"},"
        " \"positionLabel\": {\"value\": \"Minister of Fisheries of Norway\"},"
        " \"country\": {\"value\": \"NO\"}, \"countryLabel\": {\"value\": \"Norway\"},"
        " \"start\": {\"value\": \"1997-10-01T00:00:00Z\"}, \"startPrecision\": {\"value\": "
        "\"10\"}},"
        "{\"person\": {\"value\": \"http://www.wikidata.org/entity/Q12\"},"
        " \"personLabel\": {\"value\": \"Kari Nordmann\"},"
        " \"position\": {\"value\": \"http://www.wikidata.org/entity/Q5\"},"
        " \"positionLabel\": {\"value\": \"Minister of Fisheries of Norway\"},"
        " \"country\": {\"value\": \"NO\"}, \"countryLabel\": {\"value\": \"Norway\"},"
        " \"start\": {\"value\": \"2000-03-17T00:00:00Z\"}, \"startPrecision\": {\"value\": "
        "\"11\"},"
        " \"replaces\": {\"value\": \"http://www.wikidata.org/entity/Q11\"}}]}}";
    ImportReport report = sample_import(IMPORT_WIKIDATA, "results.json", file, PLACES);
    expect_lines(
        &report, "reference/wide/no.yaml",
        (const char *const[]){
            "  - id: no/minister-of-fisheries\n    place: no\n    title: Minister of Fisheries\n",
            "- {person: ola-nordmann, from: 1997-10, to: 2000-03-17, as-of: 1997-10, confidence: "
            "end-unconfirmed, sources: [wikidata]}\n",
            "- {person: kari-nordmann, from: 2000-03-17, as-of: 2026-06-01, sources: [wikidata]}\n",
            "- {id: ola-nordmann, name: Ola Nordmann, also: [Ola N], born: 1950, wikidata: Q11}\n",
            NULL});
}
END_TEST

/* The five tables of the ministers database: a peer who came as Ann Ash, two posts of one name in
 * two departments, an acting one, and an appointment to nothing. */
static const char *const ministers[][2] = {
    {"data/person.csv", "id,name,display_name,start_date,end_date\n"
                        "p1,Baroness Ash,Baroness Ash,2004-06-01,\n"
                        "p1,Ann B. Ash,Ann Ash,,2004-05-31\n"
                        "p2,Bill Birch,Bill Birch,,\n"},
    {"data/organisation.csv", "id,name,short_name\n"
                              "o1,Department of Fish,DoF\n"
                              "o2,Ministry of Fowl,\n"},
    {"data/post.csv", "id,organisation_id,name\n"
                      "s1,o1,Secretary of State for Fish\n"
                      "s2,o1,Minister of State\n"
                      "s3,o2,Minister of State\n"},
    {"data/appointment_characteristics.csv", "id,appointment_id,is_acting\n"
                                             "c1,a2,True\n"
                                             "c2,a1,False\n"},
    {"data/appointment.csv", "id,person_id,post_id,start_date,end_date\n"
                             "a1,p1,s1,1997-05-03,1999-10-11\n"
                             "a2,p2,s2,2001-06-11,2001-07-02\n"
                             "a3,p2,s3,2024-07-05,\n"
                             "a4,p2,s9,2001-06-11,2002-06-11\n"},
};

enum { MINISTERS_FILES = sizeof ministers / sizeof *ministers };

static ImportFiles ministers_files(uint32_t count)
{
    BookSource *files = arena_new(&sample_arena, BookSource, MINISTERS_FILES);
    for (uint32_t i = 0; i < count; i++)
        files[i] =
            (BookSource){.path = view_of(ministers[i][0]), .bytes = view_of(ministers[i][1])};
    return (ImportFiles){files, count};
}

START_TEST(ifg_joins_people_posts_and_departments)
{
    ImportReport report = sample_import_files(IMPORT_IFG, ministers_files(MINISTERS_FILES),
                                              PLACES "  - {id: ifg, title: Ministers database}\n");
    expect_lines(
        &report, "reference/wide/gb.yaml",
        (const char *const[]){
            "  - id: gb/secretary-of-state-for-fish\n    place: gb\n"
            "    title: Secretary of State for Fish\n",
            "- {person: ann-ash, from: 1997-05-03, to: 1999-10-11, sources: [ifg]}\n",
            "  - id: gb/minister-of-state-dof\n",
            "- {person: bill-birch, from: 2001-06-11, to: 2001-07-02, acting: true, sources: "
            "[ifg]}\n",
            "  - id: gb/minister-of-state-ministry-of-fowl\n",
            "- {person: bill-birch, from: 2024-07-05, as-of: 2026-06-01, sources: [ifg]}\n",
            "- {id: ann-ash, name: Ann Ash, also: [Baroness Ash]}\n", NULL});
    ck_assert_uint_eq(report.tenures, 3);
    ck_assert_uint_eq(report.refused.count, 1); /* the appointment to no post */
}
END_TEST

START_TEST(ifg_without_a_table_is_refused)
{
    Entries rows = {.arena = &sample_arena};
    Troubles troubles = {.arena = &sample_arena};
    Lore lore = sample_lore();
    ck_assert(!read_ifg(&lore, ministers_files(MINISTERS_FILES - 1), DATE_NONE, &rows, &troubles));
    ck_assert_uint_eq(troubles.count, 1);
    ck_assert_msg(strstr(troubles.items[0].message.at, "no appointment.csv among the files") !=
                      NULL,
                  "%s", troubles.items[0].message.at);
}
END_TEST

START_TEST(a_table_has_the_columns_of_the_book)
{
    static const char file[] =
        "name,also,born,place,title,seats,from,to,as-of,acting,confidence,party,sources,note\n"
        "Ola Nordmann,Ola N;Olav Nordmann,1950,Norway,Minister of Fish,,2001,2003-02,,yes,,Left,"
        "wikidata;factbook,\"a, b\"\n"
        "Kari Nordmann,,,no,Minister of Fish,,2005-01-01,,2006-01-01,,unconfirmed,,,\n"
        "Per Nordmann,,,no,Minister of Fish,,soon,,,,,,wikidata,\n"
        "Ola Nordmann,,,zz,Minister of Fish,,2001,,,,,,wikidata,\n";
    ImportReport report = sample_import(IMPORT_CSV, "a.csv", file, PLACES);
    expect_lines(&report, "reference/wide/no.yaml",
                 (const char *const[]){
                     "- {person: ola-nordmann, from: 2001, to: 2003-02, acting: true, party: Left, "
                     "sources: [wikidata, factbook], note: \"a, b\"}\n",
                     "- {person: kari-nordmann, from: 2005-01-01, as-of: 2006-01-01, confidence: "
                     "unconfirmed}\n",
                     NULL});
    ck_assert_uint_eq(report.refused.count, 2); /* a date that is none, a place that is none */
}
END_TEST

Suite *formats_suite(void)
{
    Suite *suite = suite_create("import/formats");
    TCase *tests = tcase_create("formats");
    tcase_add_checked_fixture(tests, sample_open, sample_close);
    tcase_add_test(tests, congress_joins_terms_and_parts_them_by_seat_and_party);
    tcase_add_test(tests, congress_as_json_tells_who_left_before_the_end);
    tcase_add_test(tests, openstates_has_roles_and_passes_over_towns);
    tcase_add_test(tests, wikidata_knows_precision_and_who_replaced_whom);
    tcase_add_test(tests, ifg_joins_people_posts_and_departments);
    tcase_add_test(tests, ifg_without_a_table_is_refused);
    tcase_add_test(tests, a_table_has_the_columns_of_the_book);
    suite_add_tcase(suite, tests);
    return suite;
}
