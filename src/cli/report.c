/* stet report: a kept report again, in other formats, without its articles. */
#include "cli/cli.h"

static int report_run(const Settings *settings, Operands operands)
{
    if (operands.count != 1) {
        complain("expected one report that stet check --format json wrote, or - for standard "
                 "input");
        return EXIT_TROUBLE;
    }
    StetTroubles *troubles = stet_troubles_new();
    Outputs outputs;
    outputs_open(settings, NULL, &outputs);
    StetReport *report =
        stet_report_kept(operands.items[0], outputs.items, outputs.count, troubles);
    complain_troubles(troubles, 0);
    bool done = report && stet_report_end(report);
    if (report)
        done &= outputs_close(&outputs, troubles);
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

const Verb verb_report = {
    "report",
    "[OPTIONS] FILE",
    "render a kept report again, in other formats",
    "FILE is what \"stet check --format json\" wrote: neither the articles nor the\n"
    "reference are needed, and nothing is judged again.\n\n"
    "Status: 0 rendered, 2 it is no such report, or could not be written.\n",
    VERB_REPORT,
    report_run,
};
