/* What git knows: which articles changed since a revision, and which lines of them. Git is run, and
 * what it may say itself is replaced by what a newsroom can act on. Tests: tests/cli/changed.py. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STEP = 1 << 16, NOT_RUN = 127 };

/* What a command wrote; ended by NUL. */
typedef struct Said {
    char *at;
    size_t len;
    int status; /* of its exit; NOT_RUN: there is no such program */
} Said;

static void run_child(int out, const char *const *arguments)
{
    int null = open("/dev/null", O_RDWR);
    if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
        dup2(null, STDERR_FILENO) < 0)
        _exit(NOT_RUN);
    execvp("git", (char *const *)(uintptr_t)arguments);
    _exit(NOT_RUN);
}

static void read_all(int from, Said *said)
{
    size_t room = 0;
    ssize_t got;
    do {
        if (room - said->len < STEP) {
            room = 2 * room + 2 * STEP;
            char *more = realloc(said->at, room);
            if (!more)
                break;
            said->at = more;
        }
        got = read(from, said->at + said->len, STEP - 1);
        said->len += got > 0 ? (size_t)got : 0;
    } while (got > 0 || (got < 0 && errno == EINTR));
    if (said->at)
        said->at[said->len] = '\0';
}

/* Runs git with these arguments (the first is "git", the last NULL). Free what it said. */
static Said run_git(const char *const *arguments)
{
    Said said = {.status = NOT_RUN};
    int ends[2], status;
    if (pipe(ends))
        return said;
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        run_child(ends[1], arguments);
    }
    close(ends[1]);
    if (child > 0) {
        read_all(ends[0], &said);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            continue;
        said.status = WIFEXITED(status) ? WEXITSTATUS(status) : NOT_RUN;
    }
    close(ends[0]);
    return said;
}

static bool git_says(const char *const *arguments, const char *expected)
{
    Said said = run_git(arguments);
    bool done =
        !said.status && said.at && (!expected || !strncmp(said.at, expected, strlen(expected)));
    free(said.at);
    return done;
}

static bool is_shallow(void)
{
    return git_says((const char *[]){"git", "rev-parse", "--is-shallow-repository", NULL}, "true");
}

static void complain_history(const char *revision, const char *otherwise)
{
    if (is_shallow())
        complain(
            "--changed-since %s: the clone is shallow and does not reach back to it; fetch the "
            "history (git fetch --unshallow, or fetch-depth: 0)",
            revision);
    else
        complain("--changed-since %s: %s", revision, otherwise);
}

/* Whether git can be asked at all. */
static bool ask_git(const char *revision)
{
    Said said = run_git((const char *[]){"git", "rev-parse", "--is-inside-work-tree", NULL});
    int status = said.status;
    bool inside = !status && said.at && !strncmp(said.at, "true", 4);
    free(said.at);
    if (status == NOT_RUN)
        complain("--changed-since %s: git cannot be run", revision);
    else if (!inside)
        complain("--changed-since %s: this is no git repository", revision);
    return inside;
}

bool git_base(const char *revision, char base[GIT_BASE_SIZE])
{
    char commit[512];
    if (!ask_git(revision))
        return false;
    snprintf(commit, sizeof commit, "%s^{commit}", revision);
    if (*revision == '-' ||
        !git_says((const char *[]){"git", "rev-parse", "--verify", "--quiet", commit, NULL},
                  NULL)) {
        complain_history(revision, "git knows no such revision");
        return false;
    }
    Said said = run_git((const char *[]){"git", "merge-base", revision, "HEAD", NULL});
    bool done = !said.status && said.len > 1 && said.len <= GIT_BASE_SIZE;
    if (done) {
        memcpy(base, said.at, said.len - 1);
        base[said.len - 1] = '\0';
    } else {
        complain_history(revision, "it has no commit in common with what is checked out");
    }
    free(said.at);
    return done;
}

/* The arguments with the operands, or ".", behind them. */
static Said run_git_on(const char *const *arguments, size_t count, Operands operands)
{
    const char **all = calloc(count + (size_t)operands.count + 2, sizeof *all);
    Said said = {.status = NOT_RUN};
    if (!all)
        return said;
    memcpy(all, arguments, count * sizeof *all);
    if (operands.count)
        memcpy(all + count, operands.items, (size_t)operands.count * sizeof *all);
    else
        all[count] = ".";
    said = run_git(all);
    free(all);
    return said;
}

bool git_changed(const char *base, Operands operands, StetPaths *paths)
{
    const char *diff[] = {"git",           "--literal-pathspecs", "diff",       "-z", "--name-only",
                          "--no-ext-diff", "--diff-filter=d",     "--relative", base, "--"};
    const char *others[] = {"git",      "--literal-pathspecs", "ls-files", "-z",
                            "--others", "--exclude-standard",  "--"};
    Said changed = run_git_on(diff, sizeof diff / sizeof *diff, operands);
    Said added = run_git_on(others, sizeof others / sizeof *others, operands);
    bool done = !changed.status && !added.status;
    if (done) {
        stet_paths_add_changed(paths, changed.at, changed.len);
        stet_paths_add_changed(paths, added.at, added.len);
    } else {
        complain("git does not say what changed since %s", base);
    }
    free(changed.at);
    free(added.at);
    return done;
}

/* The new lines of "@@ -3,2 +5 @@"; false where the line is no such head. */
static bool read_head(const char *line, StetLines *out)
{
    if (strncmp(line, "@@ -", 4) != 0)
        return false;
    const char *plus = strchr(line, '+');
    if (!plus)
        return false;
    char *end;
    unsigned long first = strtoul(plus + 1, &end, 10), count = 1;
    if (*end == ',')
        count = strtoul(end + 1, NULL, 10);
    *out = (StetLines){(uint32_t)first, (uint32_t)(first + count)};
    return count > 0;
}

bool git_changed_lines(const char *base, const char *path, StetLines **lines, size_t *count)
{
    const char *diff[] = {"git",
                          "--literal-pathspecs",
                          "diff",
                          "-U0",
                          "--no-color",
                          "--no-ext-diff",
                          "--no-textconv",
                          "--text",
                          "--src-prefix=",
                          "--dst-prefix=",
                          base,
                          "--",
                          path,
                          NULL};
    Said said = run_git(diff);
    bool known =
        !said.status && said.len > 0; /* git says nothing of a file that it does not keep */
    *count = 0;
    *lines = known ? calloc(said.len / 4 + 1, sizeof **lines) : NULL;
    known = known && *lines;
    for (char *line = said.at; known && line; line = strchr(line, '\n')) {
        line += *line == '\n';
        *count += read_head(line, &(*lines)[*count]);
    }
    free(said.at);
    return known;
}
