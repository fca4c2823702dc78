/* The handbook: what rules are made of and what they say, for `stet rules` and `stet explain`. */
#ifndef STET_REPORT_HANDBOOK_H
#define STET_REPORT_HANDBOOK_H

#include "base/buffer.h"
#include "judge/rule.h"

/* Every subject with its facts, their values and its placeholders. */
void handbook_facts(Buffer *out);

#endif
