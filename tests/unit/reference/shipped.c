/* The shipped book borne out line by line: what `complete` promises is in the tenures. */
#include <check.h>

#include "base/file.h"
#include "base/limits.h"
#include "reference/succession.h"
#include "suites.h"

enum { ALLOWED_GAP = 10 };

static Arena arena;
static Troubles troubles;
static Records records;

static void begin(void)
{
    arena = (Arena){0};
    troubles = (Troubles){.arena = &arena};
    records = (Records){0};
    FileList files = {0};
    Arena tree = {0};
    Buffer bytes = {0};
    ck_assert(file_list(&arena, STET_RULES_FOLDER "/reference", ".yaml", &files, &troubles));
    for (uint32_t i = 0; i < files.count; i++) {
        buffer_clear(&bytes);
        ck_assert(file_read(files.items[i].at, LIMIT_YAML_FILE, &bytes, &troubles));
        BookSource file = {.path = files.items[i], .bytes = view_copy(&arena, buffer_view(&bytes))};
        ck_assert(read_reference(&records, &arena, &tree, file, &troubles));
        arena_reset(&tree);
    }
    buffer_free(&bytes);
    arena_free(&tree);
    ck_assert_uint_eq(troubles.count, 0);
    ck_assert_uint_gt(records.tenures.count, 4000);
}

static void end(void)
{
    arena_free(&arena);
}

/* The day after the last that the tenure fills of what a span promises; its own first day where it
 * fills none. Written anew here: the validator must not be its own witness. */
static Day filled_until(const TenureRecord *tenure)
{
    Day until = date_known(tenure->to) ? tenure->to.last : tenure->as_of.last;
    if (tenure->flags & (TENURE_PLANNED_END | TENURE_END_UNCONFIRMED) && tenure->as_of.last < until)
        until = tenure->as_of.last;
    return tenure->flags & TENURE_UNCONFIRMED ? tenure->from.first : until + 1;
}

static bool fills(const TenureRecord *tenure, Day day)
{
    return tenure->from.first <= day && day < filled_until(tenure);
}

/* The longest run of days of the span, within the tenure, on which nobody but its holder is known:
 * it counts too how many days beside it were empty before. */
static Day alone_in(const OfficeRecord *office, uint32_t which, const SpanRecord *span)
{
    const TenureRecord *tenures = &records.tenures.items[office->tenures.first];
    Day first = tenures[which].from.first > span->from ? tenures[which].from.first : span->from;
    Day last = filled_until(&tenures[which]) - 1;
    if (last > span->as_of)
        last = span->as_of;
    Day longest = 0;
    for (Day day = first; day <= last;) {
        Day next = last + 1; /* where somebody else begins */
        Day until = day;     /* and those stay who are there on the day */
        for (uint32_t i = 0; i < office->tenures.count; i++) {
            if (i == which)
                continue;
            if (fills(&tenures[i], day) && filled_until(&tenures[i]) > until)
                until = filled_until(&tenures[i]);
            else if (tenures[i].from.first > day && tenures[i].from.first < next &&
                     filled_until(&tenures[i]) > tenures[i].from.first)
                next = tenures[i].from.first;
        }
        if (until == day && next - day > longest)
            longest = next - day;
        day = until > day ? until : next;
    }
    return longest;
}

static bool is_refused_without(const OfficeRecord *office, uint32_t which, Arena *scratch)
{
    Records fewer = records;
    OfficeRecord less = *office;
    less.tenures = (Range){0, office->tenures.count - 1};
    fewer.tenures.items = arena_new(scratch, TenureRecord, less.tenures.count);
    fewer.tenures.count = less.tenures.count;
    for (uint32_t i = 0, kept = 0; i < office->tenures.count; i++)
        if (i != which)
            fewer.tenures.items[kept++] = records.tenures.items[office->tenures.first + i];
    Troubles found = {.arena = scratch};
    check_succession(&fewer, &less, scratch, &found);
    return found.count > 0;
}

START_TEST(no_tenure_that_alone_bears_a_complete_span_can_be_taken_out)
{
    Arena scratch = {0};
    uint32_t tried = 0;
    for (uint32_t i = 0; i < records.offices.count; i++) {
        const OfficeRecord *office = &records.offices.items[i];
        if (office->seats != 1)
            continue;
        for (uint32_t which = 0; which < office->tenures.count; which++) {
            Day alone = 0;
            for (uint32_t s = 0; s < office->span_count; s++) {
                Day days = alone_in(office, which, &office->spans[s]);
                alone = days > alone ? days : alone;
            }
            if (alone <= ALLOWED_GAP)
                continue;
            const Where *where = &records.tenures.items[office->tenures.first + which].where;
            ck_assert_msg(is_refused_without(office, which, &scratch),
                          "%.*s:%u can be taken out, and nobody would see", VIEW_ARG(where->path),
                          where->line);
            arena_reset(&scratch);
            tried++;
        }
    }
    ck_assert_uint_gt(tried, 3000);
    arena_free(&scratch);
}
END_TEST

Suite *shipped_suite(void)
{
    Suite *suite = suite_create("reference/shipped");
    TCase *tests = tcase_create("shipped");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, no_tenure_that_alone_bears_a_complete_span_can_be_taken_out);
    suite_add_tcase(suite, tests);
    return suite;
}
