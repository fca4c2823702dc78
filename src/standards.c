/* The public face of the rules: what they are made of, what they say, whether they hold.
 * Tests: tests/cli/rules.py. */
#include "stet/rules.h"

#include "face.h"
#include "report/handbook.h"

bool stet_rules_facts(StetWrite write, void *to, StetTroubles *troubles)
{
    Buffer out = {0};
    handbook_facts(&out);
    return face_write_out(&out, write, to, &troubles->list);
}
