/* SVG, in whole units of a box 560 wide. Tests: tests/reports/page.py. */
#include "report/timeline.h"

#include "report/markup.h"
#include "report/show.h"

enum {
    WIDTH = 560,
    NAMES = 150, /* wide */
    MARGIN = 20, /* at the right */
    ROW = 24,    /* high */
    BAR = 14,    /* high */
    AXIS = 26,   /* high */
    NAME_MOST = 22,
    YEARS_BEFORE = 16, /* of the date that are drawn at the most */
    YEARS_AFTER = 12
};

typedef struct Line {
    Buffer *out;
    const SheetOffice *office;
    DateStyle dates;
    Day from; /* of the picture */
    Day to;
    Day date; /* DAY_NONE: none */
    Day known;
} Line;

bool row_covers(const EvidenceRow *row, Day day)
{
    return row->from.first <= day && (!date_known(row->to) || day <= row->to.last);
}

static Day bound(Day day, Day from, Day to)
{
    return day < from ? from : day > to ? to : day;
}

static int x_of(const Line *line, Day day)
{
    int64_t off = bound(day, line->from, line->to) - line->from;
    return NAMES + (int)(off * (WIDTH - NAMES - MARGIN) / (line->to - line->from));
}

/* Where an open tenure is drawn to. */
static Day known_end(const Line *line, const EvidenceRow *row)
{
    if (date_known(row->to))
        return row->to.last;
    return date_known(row->as_of) && row->as_of.last > row->from.first ? row->as_of.last
                                                                       : line->known;
}

static void set_days(Line *line, Date date)
{
    Day first = DAY_MAX, last = DAY_MIN;
    line->date = date_known(date) ? date.last : DAY_NONE;
    line->known = date_known(line->office->as_of) ? line->office->as_of.last : DAY_MIN;
    for (uint32_t i = 0; i < line->office->holders.count; i++) {
        const EvidenceRow *row = &line->office->holders.items[i];
        Day end = known_end(line, row);
        first = row->from.first < first ? row->from.first : first;
        last = end > last ? end : last;
    }
    if (line->date != DAY_NONE) {
        first = bound(first, line->date - 366 * YEARS_BEFORE, line->date - 183);
        last = bound(last, line->date + 183, line->date + 366 * YEARS_AFTER);
    }
    line->from = bound(first, DAY_MIN, DAY_MAX - 366);
    line->to = bound(last, line->from + 366, DAY_MAX);
}

/* Whether a bar of it falls into the picture. */
static bool is_seen(const Line *line, const EvidenceRow *row)
{
    return row->from.first <= line->to && known_end(line, row) >= line->from;
}

static int seen_rows(const Line *line)
{
    int count = 0;
    for (uint32_t i = 0; i < line->office->holders.count; i++)
        count += is_seen(line, &line->office->holders.items[i]);
    return count;
}

/* --- words --- */

static void add_day(const Line *line, Date date)
{
    Arena scratch = {0};
    buffer_add(line->out, date_words(&scratch, date, line->dates));
    arena_free(&scratch);
}

static View holder_name(const EvidenceRow *row)
{
    return row->person.at ? row->name : VIEW("nobody");
}

static void add_description(const Line *line)
{
    Buffer *out = line->out;
    for (uint32_t i = 0; i < line->office->holders.count; i++) {
        const EvidenceRow *row = &line->office->holders.items[i];
        buffer_print(out, "%s", i ? "; " : "");
        markup_add(out, holder_name(row));
        buffer_print(out, row->flags & TENURE_ACTING ? " (acting), " : ", ");
        add_day(line, row->from);
        buffer_print(out, " to ");
        if (date_known(row->to))
            add_day(line, row->to);
        else
            buffer_print(out, "–");
    }
    buffer_print(out, ".");
}

static void add_label(Buffer *out, View name)
{
    Buffer cut = {0};
    show_add_cut(&cut, name, NAME_MOST);
    markup_add(out, buffer_view(&cut));
    buffer_free(&cut);
}

/* --- drawing --- */

static int year_step(int years)
{
    static const int steps[] = {1, 2, 5, 10, 20, 50, 100};
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof *steps && years / steps[i] > 8)
        i++;
    return steps[i];
}

static void add_axis(const Line *line, int height)
{
    int first = day_year(line->from) + 1, last = day_year(line->to);
    int step = year_step(last - first + 1);
    for (int year = first; year <= last; year++) {
        if (year % step)
            continue;
        int x = x_of(line, day_of(year, 1, 1));
        buffer_print(line->out,
                     "<path class=\"tick\" d=\"M%d 0V%d\"/>"
                     "<text class=\"year\" x=\"%d\" y=\"%d\">%d</text>\n",
                     x, height - AXIS, x, height - AXIS + 16, year);
    }
}

static void add_bar(const Line *line, const EvidenceRow *row, int index, bool claimed)
{
    Buffer *out = line->out;
    int y = index * ROW + (ROW - BAR) / 2;
    int from = x_of(line, row->from.first), to = x_of(line, known_end(line, row));
    bool then = line->date != DAY_NONE && row_covers(row, line->date);
    bool unsure = row->flags & (TENURE_UNCONFIRMED | TENURE_END_UNCONFIRMED);
    buffer_print(out, "<text class=\"name%s\" x=\"%d\" y=\"%d\">", then ? " then" : "", NAMES - 8,
                 y + BAR - 3);
    add_label(out, holder_name(row));
    buffer_print(out,
                 "</text><rect class=\"bar%s%s%s%s\" x=\"%d\" y=\"%d\" width=\"%d\" "
                 "height=\"%d\"/>",
                 then ? " then" : "", claimed ? " claimed" : "", unsure ? " unsure" : "",
                 row->person.at ? "" : " vacant", from, y, to > from + 2 ? to - from : 2, BAR);
    if (!date_known(row->to) && WIDTH - MARGIN > to)
        buffer_print(out, "<rect class=\"bar open\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                     to, y, WIDTH - MARGIN - to, BAR);
    buffer_add_byte(out, '\n');
}

static void add_date(const Line *line, int height)
{
    if (line->date == DAY_NONE)
        return;
    int x = x_of(line, line->date);
    buffer_print(line->out, "<path class=\"date\" d=\"M%d 0V%d\"/>\n", x, height - AXIS + 4);
}

void timeline_add(Buffer *out, const SheetOffice *office, Date date, View person, View id,
                  DateStyle dates)
{
    Line line = {.out = out, .office = office, .dates = dates};
    if (!office->holders.count)
        return;
    set_days(&line, date);
    int height = seen_rows(&line) * ROW + AXIS, drawn = 0;
    buffer_print(out,
                 "<figure class=\"line\"><svg role=\"img\" viewBox=\"0 0 %d %d\" "
                 "aria-labelledby=\"%.*s-t %.*s-d\">\n<title id=\"%.*s-t\">Holders: ",
                 WIDTH, height, VIEW_ARG(id), VIEW_ARG(id), VIEW_ARG(id));
    markup_add(out, office->title);
    buffer_print(out, ", ");
    markup_add(out, office->place);
    buffer_print(out, "</title><desc id=\"%.*s-d\">", VIEW_ARG(id));
    add_description(&line);
    buffer_print(out, "</desc>\n");
    add_axis(&line, height);
    for (uint32_t i = 0; i < office->holders.count; i++) {
        const EvidenceRow *row = &office->holders.items[i];
        bool claimed = person.at && row->person.at && view_equal(person, row->person);
        if (is_seen(&line, row))
            add_bar(&line, row, drawn++, claimed);
    }
    add_date(&line, height);
    buffer_print(out, "</svg><figcaption>");
    markup_add(out, office->title);
    buffer_print(out, ", ");
    markup_add(out, office->place);
    if (date_known(date)) {
        buffer_print(out, "; the line is ");
        add_day(&line, date);
    }
    if (date_known(office->as_of)) {
        buffer_print(out, "; looked up on ");
        add_day(&line, office->as_of);
    }
    buffer_print(out, "</figcaption></figure>\n");
}
