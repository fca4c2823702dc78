/* A bar on a terminal, while more than a second is left. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BAR = 30, PAUSE = 100 /* milliseconds between two bars */, PATIENCE = 1000 };

void progress_begin(Progress *progress, size_t total)
{
    *progress = (Progress){.total = total, .began = clock_milliseconds()};
    progress->wanted = total > 1 && isatty(STDERR_FILENO);
}

void progress_hide(Progress *progress)
{
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->shown = false;
}

void progress_step(Progress *progress, size_t done)
{
    if (!progress->wanted || !done)
        return;
    int64_t now = clock_milliseconds(), spent = now - progress->began;
    int64_t left = spent * (int64_t)(progress->total - done) / (int64_t)done;
    if (now - progress->drawn < PAUSE)
        return;
    progress_hide(progress);
    if (spent < PAUSE || left < PATIENCE)
        return;
    char bar[BAR + 1] = {0};
    memset(bar, '.', BAR);
    memset(bar, '#', BAR * done / progress->total);
    fprintf(stderr, "\r[%s] %zu of %zu, %lld s left", bar, done, progress->total,
            (long long)(left / 1000));
    progress->drawn = now;
    progress->shown = true;
}
