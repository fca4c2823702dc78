/* Fuzz target: any bytes as a kept report. It is refused with a message, or each format renders it:
 * what was kept may have been altered since. Inputs that once mattered stand in tests/fuzz/kept. */
#include <stdlib.h>

#include "report/kept.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void render(const Kept *kept, const ReportFormat *format, Buffer *out)
{
    ReportContext context = {.head = &kept->head, .verbose = 1};
    Totals totals = {0};
    void *self = format->begin(&context);
    for (uint32_t i = 0; i < kept->sheets.count; i++) {
        report_count(&totals, &kept->sheets.items[i]);
        format->article(self, &kept->sheets.items[i], out);
    }
    for (uint32_t i = 0; i < kept->failures.count; i++)
        format->failure(self, &kept->failures.items[i], out);
    format->end(self, &totals, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    Buffer out = {0};
    Kept kept = {0};
    bool read = kept_read(&arena, VIEW("fuzz"), (View){(const char *)data, size}, &kept, &troubles);
    if (read != !troubles.count)
        abort();
    for (size_t i = 0; read && report_formats[i]; i++)
        render(&kept, report_formats[i], &out);
    buffer_free(&out);
    arena_free(&arena);
    return 0;
}
