#!/usr/bin/env python3
"""What stet costs: prints each figure beside its goal, and judges nothing.

    bench.py STET BOOK [CORPUS]

BOOK is the program made of book.c. CORPUS is a folder of records (*.ndjson); without one, articles
are made up, always the same. Times are of the processor (that of a cold start is by the clock), the best
of several rounds that take turns, so that a busy machine shows little. Takes about two minutes.
"""
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
STET, BOOK = (str(pathlib.Path(p).resolve()) for p in sys.argv[1:3])
CORPUS = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
ROUNDS = 3
DATE = "2025-02-13"

NAMES = ["Marco Rubio", "Pete Hegseth", "Emmanuel Macron", "Mark Rutte", "Ann Example", "Joe Biden",
         "Olaf Scholz", "Jane Doe", "Ted Cruz", "Maria Beispiel"]
TITLES = ["President", "Secretary of State", "Defense Secretary", "Prime Minister", "Senator",
          "foreign minister", "chairman of the board", "spokeswoman", "NATO Secretary General"]
WORDS = ("the of to and in a is that for on was with as by at from it has had said not this have are "
         "would will their which they been after new more year people government state country party "
         "talks minister meeting budget vote trade security week members law support policy report "
         "region energy court agreement border public market military").split()


def made_up(count):
    """Articles about as long, and with about as many names and titles, as those of a newspaper."""
    dice = random.Random(1)
    for i in range(count):
        paragraphs = []
        for _ in range(dice.randint(6, 24)):
            words = dice.choices(WORDS, k=dice.randint(20, 60))
            for _ in range(dice.randint(0, 3)):
                words[dice.randrange(len(words))] = f"{dice.choice(TITLES)} {dice.choice(NAMES)}"
            paragraphs.append(" ".join(words).capitalize() + ".")
        yield json.dumps({"id": str(i), "date": DATE, "title": "A title", "text": "\n".join(paragraphs)})


def records():
    if CORPUS and CORPUS.is_dir():
        return [line for path in sorted(CORPUS.glob("*.ndjson"))
                for line in path.read_text(encoding="utf-8").splitlines()]
    return list(made_up(4000))


class Cost:
    """What a run took, in seconds."""

    def __init__(self, *command, stdin=None, env=None):
        with open(stdin or os.devnull, "rb") as source:
            start = time.perf_counter()
            child = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL, env={**os.environ, **(env or {})})
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = 0
            self.wall = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime


# A child's memory begins as its parent's: this one is small.
RESIDENT = """import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                     file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
print(os.wait4(pid, 0)[2].ru_maxrss)"""


def resident(*command):
    done = subprocess.run([sys.executable, "-S", "-c", RESIDENT, *command], capture_output=True, text=True,
                          check=True)
    return int(done.stdout) / 1024


def check(*more):
    return (STET, "check", "--fail-level", "never", *more)


def stream():
    return check("--from", "ndjson", "--format", "jsonl", "-")


def row(what, figure, goal):
    print(f"{what:58} {figure:>20}   {goal}", flush=True)


def taking_turns(*runs):
    """The least processor time of each."""
    costs = [[run().cpu for run in runs] for _ in range(ROUNDS)]
    return [min(column) for column in zip(*costs)]


def against_wc(all_records):
    wc, stet = taking_turns(
        lambda: Cost("wc", "-w", stdin=all_records, env={"LC_ALL": "C"}),
        lambda: Cost(*stream(), stdin=all_records))
    size = os.path.getsize(all_records) / 1e6
    row("records, JSON Lines report, against wc -w", f"{stet / wc:.2f}x", "<= 3.0x, aim 1.7x")
    row("  the same in MB a second of the processor", f"{size / stet:.0f} MB/s", "")


def instructions(command, stdin):
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                          stdin=open(stdin, "rb"), capture_output=True, text=True)
    return int(re.search(r"refs:\s*([\d,]+)", done.stderr)[1].replace(",", ""))


def instructions_a_byte(folder, lines):
    if not shutil.which("valgrind"):
        row("instructions a byte", "valgrind is missing", "<= 80, aim 45")
        return
    picked = random.Random(1).sample(lines, 240)
    one, many = folder / "one.ndjson", folder / "many.ndjson"
    one.write_text(picked[0] + "\n", encoding="utf-8")
    many.write_text("\n".join(picked) + "\n", encoding="utf-8")
    Cost(*stream(), stdin=one)  # the compiled book is kept
    more = instructions(stream(), many) - instructions(stream(), one)
    figure = more / (many.stat().st_size - one.stat().st_size)
    row("instructions a byte of records", f"{figure:.0f}", "<= 80, aim 45")


def cold_start(article):
    Cost(*check("--date", DATE, article))
    true, stet = ([Cost(*command).wall for _ in range(40)]
                  for command in (("true",), check("--date", DATE, article)))
    yaml = min(Cost(*check("--date", DATE, article), env={"STET_CACHE": ""}).wall for _ in range(3))
    row("cold start, one article of 3 kB", f"{min(stet) * 1e3:.1f} ms", "<= 5 ms, aim 2 ms")
    row("  of which an empty program takes", f"{min(true) * 1e3:.1f} ms", "")
    row("  without a kept book", f"{yaml * 1e3:.0f} ms", "")


def private_memory(all_records):
    """The most anonymous memory that is seen while all records are checked."""
    most = 0
    with open(all_records, "rb") as source:
        child = subprocess.Popen(stream(), stdin=source, stdout=subprocess.DEVNULL)
        while child.poll() is None:
            try:
                status = pathlib.Path(f"/proc/{child.pid}/status").read_text()
                most = max(most, int(re.search(r"RssAnon:\s*(\d+)", status)[1]))
            except (OSError, TypeError):
                pass
            time.sleep(0.003)
    row("private memory, all records", f"{most / 1024:.1f} MB", "<= 16 MB, aim 8 MB")


def rules_folder(folder, tenures):
    """The project's rules, and so many tenures more."""
    shutil.copytree(TOP / "rules", folder, ignore=shutil.ignore_patterns("compiled.book"))
    subprocess.run([BOOK, "write", folder / "reference", str(tenures)], check=True)
    subprocess.run([STET, "data", "build", folder], check=True, stderr=subprocess.PIPE)
    # As installed: the book is younger than what it was made of.
    later = time.time() + 10
    os.utime(folder / "compiled.book", (later, later))
    return folder


def wide_books(folder, article, all_records):
    narrow = rules_folder(folder / "narrow", 60_000)
    wide = rules_folder(folder / "wide", 1_000_000)
    costs = taking_turns(*(lambda rules=rules: Cost(*stream(), "--rules", rules, stdin=all_records)
                           for rules in (narrow, wide)))
    row("500,000 people and 1,000,000 tenures against 30,000", f"{costs[1] / costs[0]:.2f}x",
        "<= 1.4x, aim 1.2x")
    runs = [Cost(*check("--date", DATE, "--rules", wide, article)) for _ in range(20)]
    row("  cold start with them", f"{min(run.wall for run in runs) * 1e3:.1f} ms",
        "<= 5 ms, aim 2 ms")
    row("  resident memory for that article",
        f"{resident(*check('--date', DATE, '--rules', str(wide), str(article))):.0f} MB", "<= 30 MB")


def many_constructions(folder, all_records):
    """Each construction again under other names: they are tried, and find nothing more."""
    few, many = folder / "few", folder / "many"
    for rules in (few, many):
        shutil.copytree(TOP / "rules", rules, ignore=shutil.ignore_patterns("compiled.book"))
    path = many / "words/constructions.yaml"
    text = path.read_text(encoding="utf-8")
    head, body = text.split("constructions:\n", 1)
    count = body.count("\n  - name: ") + body.startswith("  - name: ")
    copies = [body] + [re.sub(r"(?m)^(  - name: \S+)", rf"\g<1>-{i}", body)
                       for i in range(150 // count)]
    path.write_text(head + "constructions:\n" + "".join(copies), encoding="utf-8")
    costs = taking_turns(*(lambda rules=rules: Cost(*stream(), "--rules", rules, stdin=all_records)
                           for rules in (few, many)))
    row(f"{count * len(copies)} constructions against {count}", f"{costs[1] / costs[0]:.2f}x",
        "<= 1.5x, aim 1.2x")


def compiling():
    for tenures, rounds, goal in ((30_000, 5, "<= 2.0x, <= 0.4 s"), (1_000_000, 1, "<= 6 s")):
        done = subprocess.run([BOOK, str(tenures), str(rounds)], capture_output=True, text=True,
                              check=True).stdout
        found = re.search(r"compiling ([\d.]+) s \(([\d.]+) x", done)
        row(f"compiling {tenures:,} tenures, against libyaml's events",
            f"{found[1]} s, {found[2]}x", goal)


def main():
    lines = records()
    with tempfile.TemporaryDirectory(prefix="stet-bench-") as temporary:
        folder = pathlib.Path(temporary)
        os.chdir(folder)
        os.environ.update(STET_RULES=str(TOP / "rules"), STET_CACHE=str(folder / "cache"))
        all_records, article = folder / "all.ndjson", folder / "article.txt"
        all_records.write_text("\n".join(lines) + "\n", encoding="utf-8")
        text = "\n".join(json.loads(line)["text"] for line in lines[:20])
        article.write_text(text[:3000], encoding="utf-8")
        print(f"{len(lines)} records, {all_records.stat().st_size / 1e6:.1f} MB, "
              f"{'of ' + str(CORPUS) if CORPUS and CORPUS.is_dir() else 'made up'}\n")
        Cost(*stream(), stdin=all_records)
        against_wc(all_records)
        instructions_a_byte(folder, lines)
        cold_start(article)
        private_memory(all_records)
        compiling()
        many_constructions(folder, all_records)
        wide_books(folder, article, all_records)


main()
