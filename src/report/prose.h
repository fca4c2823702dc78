/* The article as prose in an HTML page, each claim a link to its card. */
#ifndef STET_REPORT_PROSE_H
#define STET_REPORT_PROSE_H

#include "base/buffer.h"
#include "report/sheet.h"

/* `page` is the number of the article in its page: it goes into the ids "a1-m1" (in the prose) and
 * "a1-c1" (the card). */
void prose_add(Buffer *out, const Sheet *sheet, uint32_t page);

/* What stands for a verdict beside its name, so that colour is not all: a tick, a cross, a
 * question mark. */
const char *verdict_sign(VerdictKind verdict);

#endif
