#!/usr/bin/env python3
"""A newsroom's repository, built from nothing: fifty articles of two years in three formats, settings, marks, a
baseline, and a branch with three new errors. What its continuous integration sees."""
import json
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import OUTDATED, RIGHT, WRONG, StetCase

DUTCH = "The Dutch defense minister Ruben Brekelmans listened.\n"
FRENCH = "The French defense minister Ruben Brekelmans listened.\n"  # he is Dutch
SECTIONS = ("world", "politics", "opinion", "europe", "live")
SETTINGS = """\
fail-level: warning
home: us
exclude: [archive/, "*.draft.md"]
per-path:
  - paths: [opinion/**]
    levels: {title-outdated: off}
"""


def markdown(number, body):
    front = (f'---\ntitle: "Report {number}"\ndate: 2025-02-{1 + number % 28:02}\n---\n',
             f'+++\ntitle = "Report {number}"\ndate = 2025-02-{1 + number % 28:02}T08:00:00Z\n+++\n',
             f'{{"title": "Report {number}", "date": "2025-02-{1 + number % 28:02}"}}\n')
    return f"{front[number % 3]}\n{{{{< lede >}}}}\n\nIt rained on day {number}. {body}\n\nMore *soon*.\n"


def page(number, body):
    return (f"<!DOCTYPE html><html><head><title>Report {number}</title>"
            f'<meta property="article:published_time" content="2025-02-{1 + number % 28:02}T08:00:00Z">'
            f"<script>var x = '{body.strip()}';</script></head><body><nav><a href='/'>{WRONG}</a></nav>"
            f"<main><h1>Report {number}</h1><p>It rained on day {number}. {body}</p></main></body></html>\n")


@unittest.skipUnless(shutil.which("git"), "no git")
class Newsroom(StetCase):
    def git(self, *arguments):
        subprocess.run(["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org",
                        "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", *arguments],
                       cwd=self.here, env=self.environment(HOME=str(self.home)), check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def article(self, number):
        """Where an article stands, and how it is written."""
        day = f"2025-02-{1 + number % 28:02}"
        ending, form = ("html", page) if number % 10 == 7 else ("md", markdown)
        return f"{SECTIONS[number % 5]}/2025-02/{day}-report-{number}.{ending}", form

    def put(self, number, body):
        path, form = self.article(number)
        (self.here / path).parent.mkdir(parents=True, exist_ok=True)
        self.write(path, form(number, body))
        return path

    def setUp(self):
        super().setUp()
        self.git("init", "-q", ".")
        for number in range(50):
            self.put(number, RIGHT + DUTCH)
        for number in (3, 14, 27):
            self.put(number, WRONG + DUTCH)  # old errors: the baseline
        self.put(22, OUTDATED)  # opinion: off
        self.put(31, f"\n\n<!-- stet: title-mismatch -- as the minister said it -->\n\n{WRONG}")
        self.write("stet.yaml", SETTINGS)
        self.write(".gitignore", "build/\n")
        for folder in ("build", "archive"):
            (self.here / folder).mkdir()
            self.write(f"{folder}/old.md", WRONG)
        self.write("world/next.draft.md", WRONG)
        self.assertEqual(self.stet("baseline", "create", "--reason", "before we began", ".").status, 0)
        self.commit("the newsroom")

    def findings(self, *arguments):
        """Status, and (path, rule) of each finding that counts."""
        result = self.stet("--format", "json", *arguments)
        report = json.loads(result.raw)
        return result.status, sorted(
            (d["path"], f["rule"]) for d in report["documents"] for f in d["findings"]
            if not f["suppressed"] and not (f["baseline"] and f["baseline"]["state"] == "unchanged"))

    def test_the_main_branch_is_clean_and_says_why(self):
        report = json.loads(self.stet("--format", "json", ".").raw)
        self.assertEqual(report["errors"], [])
        self.assertEqual({k: report["summary"][k] for k in ("documents", "errors", "warnings", "suppressed", "baselined")},
                         {"documents": 50, "errors": 0, "warnings": 0, "suppressed": 1, "baselined": 3})
        for document in report["documents"]:
            self.assertEqual(document["date"], pathlib.Path(document["path"]).name[:10])
            self.assertIn(document["date_source"], ("front-matter", "meta"))
            self.assertTrue(document["claims"], document["path"])
        self.assertEqual(self.stet(".").status, 0)

    def test_a_branch_fails_with_exactly_its_new_errors(self):
        self.git("checkout", "-q", "-b", "branch")
        expected = []
        for number, body in ((8, WRONG), (17, FRENCH), (40, RIGHT + WRONG)):
            rule = "place-mismatch" if body == FRENCH else "title-mismatch"
            expected.append((self.put(number, body), rule))
        self.put(3, "Now with more. " + WRONG + DUTCH)  # another line, another beginning: the same sentence
        self.put(9, RIGHT + "Mended a comma.\n")
        self.commit("three errors")
        self.assertEqual(self.findings("--changed-since", "main"), (1, sorted(expected)))
        self.assertEqual(self.findings("--changed-since", "main", "--only-changed-lines"), (1, sorted(expected)))
        self.assertEqual(self.findings("."), (1, sorted(expected)))
        self.assertEqual(self.findings("--changed-since", "main", "--exit-zero"), (0, sorted(expected)))

    def test_one_mended_pays_for_no_twin_elsewhere(self):
        self.git("checkout", "-q", "-b", "branch")
        self.put(3, RIGHT + DUTCH)
        twin = self.put(4, WRONG + DUTCH)
        self.commit("moved the error")
        self.assertEqual(self.findings("--changed-since", "main"), (1, [(twin, "title-mismatch")]))
        result = self.stet("--changed-since", "main")
        self.assertIn("1 of its findings is gone; `stet baseline prune` takes it out", result.err)

    def test_all_formats_agree(self):
        self.put(8, WRONG)
        for format in ("text", "compact", "github", "gitlab", "junit", "rdjsonl", "jsonl"):
            result = self.stet("--format", format, ".")
            self.assertEqual(result.status, 1, format)
            self.assertIn("report-8.md", result.out)
            if format not in ("junit", "jsonl"):  # those list what does not count as well
                self.assertNotIn("report-14.", result.out, format)

    def test_a_full_device_ends_with_trouble_and_no_half_report(self):
        for format in ("text", "json", "sarif"):
            with open("/dev/full", "wb") as full:
                self.assertEqual(self.stet("--format", format, ".", stdout=full).status, 2)
            self.assertEqual(self.stet("--format", f"{format}=/dev/full", ".").status, 2)
        self.write("kept.json", "the old report\n")
        result = self.stet("--format", "json=none/kept.json", "--format", "json=kept.json", ".")
        self.assertEqual(result.status, 2)
        self.assertEqual(json.loads((self.here / "kept.json").read_text())["summary"]["documents"], 50)
        self.assertEqual([p.name for p in self.here.glob("kept*")], ["kept.json"])

    def test_two_runs_write_the_same_bytes(self):
        self.assertEqual(self.stet("--format", "json", ".").raw, self.stet("--format", "json", ".").raw)


if __name__ == "__main__":
    cases.main()
