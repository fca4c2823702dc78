/* How far words are apart, and which was probably meant. */
#ifndef STET_BASE_NEAR_H
#define STET_BASE_NEAR_H

#include "base/view.h"

enum { NEAR_MOST = 80 /* bytes of a text that is compared */ };

/* How many bytes to add, drop, change or swap with their neighbour make the one text the other;
 * SIZE_MAX where one is too long to be compared. */
size_t near_distance(View a, View b);

/* The nearest of `names` (ended by NULL), without regard to the case of ASCII, if near enough to be
 * what was meant; else NULL. */
const char *nearest_name(View text, const char *const *names);

#endif
