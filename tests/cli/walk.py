#!/usr/bin/env python3
"""Which files are checked, what is shown of them, and what the run ends with."""
import json
import os
import pathlib
import pty
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, STET, WRONG, StetCase


class WalkCase(StetCase):
    def files(self, *names, content=WRONG):
        for name in names:
            (self.here / name).parent.mkdir(parents=True, exist_ok=True)
            self.write(name, content)

    def checked(self, *arguments, **more):
        """The paths of a report, in its order."""
        result = self.stet("--format", "json", "--date", DATE, *arguments, **more)
        self.assertEqual(result.err, "")
        return [d["path"] for d in json.loads(result.raw)["documents"]]


class Folders(WalkCase):
    def test_articles_are_found_by_their_endings_in_the_order_of_their_paths(self):
        self.files("n/b.md", "n/a/c.markdown", "n/a/d.html", "n/e.HTM", "n/f.txt", "n/g.py", "n/md", "n/h.md~")
        self.write("n/i.jsonl", json.dumps({"text": WRONG}) + "\n")
        expected = ["n/a/c.markdown", "n/a/d.html", "n/b.md", "n/e.HTM", "n/f.txt", "n/i.jsonl"]
        self.assertEqual(self.checked("n"), expected)
        self.assertEqual(self.checked("n/"), expected)
        self.assertEqual(self.checked("."), expected)

    def test_hidden_ones_and_links_to_folders_are_passed_over(self):
        self.files("n/a.md", "n/.b.md", "n/.c/d.md", "o/e.md")
        (self.here / "n/loop").symlink_to("..")
        (self.here / "n/other").symlink_to("../o")
        (self.here / "n/file.md").symlink_to("../o/e.md")
        (self.here / "n/nowhere.md").symlink_to("nothing")
        self.assertEqual(self.checked("n"), ["n/a.md", "n/file.md"])
        self.assertEqual(self.checked("n/other"), ["n/other/e.md"])

    def test_ignored_ones_are_passed_over(self):
        self.files("a.md", "drafts/b.md", "n/c.md", "n/d.txt", "n/keep.txt", "n/old/e.md", "n/o/old/f.md",
                   "we*rd/x.md", "we*rd/y.md", "werd/x.md")
        self.write(".gitignore", "# drafts\ndrafts/\n*.txt\n!keep.txt\n")
        self.write("n/.gitignore", "/old\r\n")
        self.write("we*rd/.gitignore", "x.md\n")
        self.assertEqual(self.checked("."),
                         ["a.md", "n/c.md", "n/keep.txt", "n/o/old/f.md", "we*rd/y.md", "werd/x.md"])

    def test_what_is_ignored_above_holds_up_to_the_repository(self):
        self.files("r/n/a.md", "r/n/b.txt", "r/n/c.html")
        (self.here / "r/.git").mkdir()
        self.write(".gitignore", "*.html\n")
        self.write("r/.gitignore", "*.txt\n")
        self.assertEqual(self.checked("r/n"), ["r/n/a.md", "r/n/c.html"])

    def test_what_is_named_is_checked_though_it_is_ignored(self):
        self.files("drafts/b.md", "c.py")
        self.write(".gitignore", "drafts/\n*.py\n")
        (self.here / ".git").mkdir()
        self.assertEqual(self.checked("drafts", "c.py"), ["drafts/b.md", "c.py"])

    def test_the_settings_leave_paths_out(self):
        self.files("a.md", "wire/b.md", "n/c.md")
        self.write("stet.yaml", "exclude: [wire/, 'c.*']\n")
        self.assertEqual(self.checked("."), ["a.md"])
        self.assertEqual(self.checked("wire/b.md", "n"), ["wire/b.md"])
        self.assertEqual(self.checked("--force-exclude", "a.md", "wire/b.md"), ["a.md"])

    def test_a_folder_that_cannot_be_read_is_trouble(self):
        if os.geteuid() == 0:
            self.skipTest("root reads everything")
        self.files("n/a.md")
        (self.here / "n").chmod(0)
        result = self.stet("n")
        (self.here / "n").chmod(0o755)
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, r"^n: cannot be read")

    def test_dates_come_from_where_they_stand(self):
        self.files("world/2025-02/2025-02-13-a.md", content="---\ndate: 2024-05-06\n---\n")
        self.files("world/2025-02/2025-02-13-b.md", "c.md")
        self.files("d.html", content="<meta name=date content=2023-01-02><p>x")
        result = self.stet("--format", "json", ".")
        dates = {d["path"]: (d["date"], d["date_source"]) for d in json.loads(result.raw)["documents"]}
        self.assertEqual(dates, {"world/2025-02/2025-02-13-a.md": ("2024-05-06", "front-matter"),
                                 "world/2025-02/2025-02-13-b.md": ("2025-02-13", "file-name"),
                                 "c.md": ("2025-02-13", "today"), "d.html": ("2023-01-02", "meta")})


    def test_the_settings_choose_among_the_dates(self):
        self.files("2025-02-13-a.html", content="<meta name=date content=2023-01-02><p>x")
        self.files("2025-02-13-b.md", content="---\ndate: 2024-05-06\n---\n")
        for sources, dates in (("metadata", ["2023-01-02", "2024-05-06"]), ("path", ["2025-02-13"] * 2),
                               ("path, metadata", ["2023-01-02", "2024-05-06"]), ("", [None, None])):
            self.write("stet.yaml", f"date-source: [{sources}]\n")
            report = json.loads(self.stet("--format", "json", ".").raw)
            self.assertEqual([d["date"] for d in report["documents"]], dates, sources)


class Lists(WalkCase):
    def test_a_list_names_files_by_lines_or_by_nul(self):
        self.files("a.md", "b c.md", "d\ne.md")
        self.write("lines", "b c.md\r\n\na.md\n")
        self.write("nuls", "d\ne.md\0a.md\0")
        self.assertEqual(self.checked("--files-from", "lines"), ["b c.md", "a.md"])
        self.assertEqual(self.checked("--files-from", "nuls"), ["d\ne.md", "a.md"])
        self.assertEqual(self.checked("b c.md", "--files-from", "-", stdin="a.md"), ["b c.md", "a.md"])

    def test_a_list_that_is_missing_is_trouble(self):
        result = self.stet("--files-from", "none")
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertIn("none: ", result.err)

    def test_the_settings_hold_for_what_is_listed(self):
        self.files("a.md", "b.md")
        self.write("stet.yaml", "exclude: [b.md]\n")
        self.assertEqual(self.checked("--files-from", "-", stdin="a.md\nb.md\n"), ["a.md"])


class Emptiness(WalkCase):
    def test_nothing_to_check_is_trouble_unless_allowed(self):
        (self.here / "n").mkdir()
        for arguments in (("n",), ("--files-from", os.devnull)):
            result = self.stet(*arguments)
            self.assertEqual(result.status, 2)
            self.assertIn("nothing to check", result.err)
            self.assertEqual(self.stet("--allow-empty", *arguments).status, 0)

    def test_nothing_to_check_by_is_trouble_unless_allowed(self):
        own = self.home / "own"
        (own / "reference").mkdir(parents=True)
        for part in ("words", "checks"):
            (own / part).symlink_to(self.rules / part)
        (own / "reference/book.yaml").write_text("places:\n  - {id: oz, kind: country, name: Oz}\n")
        self.files("a.md")
        result = self.stet("--rules", own, "a.md")
        self.assertEqual(result.status, 2)
        self.assertIn("0 tenures", result.err)
        self.assertEqual(self.stet("--rules", own, "--allow-empty", "a.md").status, 0)


class Thresholds(WalkCase):
    def test_what_is_shown_and_what_fails_are_two_things(self):
        self.files("a.md", content=OUTDATED)
        result = self.stet("--date", DATE, "--level", "error", "a.md")
        self.assertEqual(result.status, 1)
        self.assertNotIn("[title-outdated]", result.out)
        self.assertIn("1 warning, 0 notes; 1 not shown", result.out)
        result = self.stet("--date", DATE, "--fail-level", "error", "a.md")
        self.assertEqual(result.status, 0)
        self.assertIn("[title-outdated]", result.out)

    def test_as_many_as_asked_for_are_shown_and_all_count(self):
        self.files("a.md", "b.md", content=WRONG + "\n" + WRONG)
        result = self.stet("--date", DATE, "--max-findings", "3", ".")
        self.assertEqual(result.out.count("[title-mismatch]"), 3)
        self.assertIn("4 errors, 0 warnings, 0 notes; 1 not shown", result.out)
        report = json.loads(self.stet("--date", DATE, "--max-findings", "3", "--format", "json", ".").raw)
        self.assertEqual(sum(len(d["findings"]) for d in report["documents"]), 3)
        self.assertEqual((report["summary"]["errors"], report["summary"]["hidden"]), (4, 1))
        self.assertIn("expected a number", self.stet("--max-findings", "0", ".").err)

    def test_exit_zero_forgives_findings_and_no_trouble(self):
        self.files("a.md")
        self.assertEqual(self.stet("--date", DATE, "--exit-zero", "a.md").status, 0)
        self.assertEqual(self.stet("--date", DATE, "--exit-zero", "a.md", "none.md").status, 2)

    def test_a_full_device_is_trouble(self):
        self.files("a.md")
        with open("/dev/full", "wb") as full:
            result = self.stet("--date", DATE, "a.md", stdout=full)
        self.assertEqual(result.status, 2)
        self.assertIn("cannot be written", result.err)
        self.assertEqual(self.stet("--date", DATE, "-o", "/dev/full", "a.md").status, 2)


class Threads(WalkCase):
    def test_reports_and_troubles_are_the_same_in_any_number_of_threads(self):
        for i in range(40):
            self.files(f"n/{i:02}.md", content=f"Day {i}. " + (WRONG, RIGHT, OUTDATED, "")[i % 4])
        self.files("n/10.html", content=WRONG * 200)
        self.write("n/20.ndjson", (json.dumps({"text": WRONG}) + "\nno record\n") * 5)
        self.write("n/30.md", "---\ndate: soon\n---\n" + WRONG)
        self.files("n/o/a.md", content=OUTDATED)
        self.write("n/o/stet.yaml", "levels: {title-outdated: note}\n")
        arguments = ("--date", DATE, "n", "none.md", "n/00.md")
        for format in ("text", "json", "sarif"):
            one = self.stet("--format", format, *arguments)
            self.assertEqual(one.status, 2)
            for jobs in ("2", "7", "1000"):
                many = self.stet("-j", jobs, "--format", format, *arguments)
                self.assertEqual((many.status, many.raw, many.err), (one.status, one.raw, one.err), (format, jobs))
        for trouble in ("n/20.ndjson", "n/30.md"):
            (self.here / trouble).unlink()
        self.stet("baseline", "create", "--date", DATE, "-j", "3", "n")
        kept = (self.here / "stet-baseline.json").read_bytes()
        (self.here / "stet-baseline.json").unlink()
        self.stet("baseline", "create", "--date", DATE, "n")
        self.assertEqual((self.here / "stet-baseline.json").read_bytes(), kept)

    def test_their_number_is_one(self):
        for jobs in ("0", "-1", "many", ""):
            result = self.stet(f"--jobs={jobs}", ".")
            self.assertEqual(result.status, 2)
            self.assertIn("expected a number", result.err)


class Terminal(WalkCase):
    def test_a_terminal_sees_a_bar_where_much_is_left(self):
        self.files(*(f"n/{i}.md" for i in range(50)), content=RIGHT)
        os.mkfifo(self.here / "slow.md")
        self.write("list", "slow.md\n" + "".join(f"n/{i}.md\n" for i in range(50)))
        master, slave = pty.openpty()
        run = subprocess.Popen([STET, "--date", DATE, "-q", "--files-from", "list"], cwd=self.here,
                               env=self.environment(), stdout=subprocess.DEVNULL, stderr=slave)
        os.close(slave)
        with open(self.here / "slow.md", "w") as slow:
            time.sleep(0.4)
            slow.write(RIGHT)
        seen = b""
        try:
            while more := os.read(master, 1000):
                seen += more
        except OSError:
            pass
        os.close(master)
        self.assertEqual(run.wait(60), 0)
        self.assertRegex(seen, rb"\[\.{30}\] 1 of 51, \d+ s left")
        self.assertTrue(seen.endswith(b"\r\x1b[K"), seen)

    def test_a_terminal_sees_no_bar_where_little_is_left(self):
        self.files("a.md", "b.md", content=RIGHT)
        master, slave = pty.openpty()
        done = subprocess.run([STET, "--date", DATE, "-q", "."], cwd=self.here, env=self.environment(),
                              stdout=subprocess.DEVNULL, stderr=slave, timeout=60)
        os.close(slave)
        os.set_blocking(master, False)
        with self.assertRaises((BlockingIOError, OSError)):
            os.read(master, 100)
        os.close(master)
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    cases.main()
