/* Edit distance. Tests: tests/unit/base/near.c. */
#include "base/near.h"

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Leaves out what both begin with, and what both end with. */
static void trim(View *a, View *b)
{
    for (; a->len && b->len && a->at[0] == b->at[0]; a->len--, b->len--)
        a->at++, b->at++;
    while (a->len && b->len && a->at[a->len - 1] == b->at[b->len - 1])
        a->len--, b->len--;
}

/* The optimal string alignment, of which three rows are enough. */
size_t near_distance(View a, View b)
{
    size_t rows[3][NEAR_MOST + 1];
    if (a.len > NEAR_MOST || b.len > NEAR_MOST)
        return SIZE_MAX;
    trim(&a, &b);
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            row[j] =
                least(above[j - 1] + (a.at[i - 1] != b.at[j - 1]), least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1])
                row[j] = least(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

/* In small letters, in `room`; as it is where it is too long. */
static View lowered(View text, char room[NEAR_MOST])
{
    if (text.len > NEAR_MOST)
        return text;
    for (size_t i = 0; i < text.len; i++)
        room[i] = text.at[i] >= 'A' && text.at[i] <= 'Z' ? (char)(text.at[i] | 0x20) : text.at[i];
    return (View){room, text.len};
}

const char *nearest_name(View text, const char *const *names)
{
    char rooms[2][NEAR_MOST];
    const char *nearest = NULL;
    size_t best = SIZE_MAX;
    View wanted = lowered(text, rooms[0]);
    for (int i = 0; names[i]; i++) {
        View name = lowered(view_of(names[i]), rooms[1]);
        size_t longer = wanted.len > name.len ? wanted.len : name.len;
        size_t far = near_distance(wanted, name);
        if (far <= (longer + 1) / 3 && far < best) {
            best = far;
            nearest = names[i];
        }
    }
    return nearest;
}
