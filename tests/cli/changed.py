#!/usr/bin/env python3
"""What changed since a revision, as git has it."""
import json
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, WRONG, StetCase


@unittest.skipUnless(shutil.which("git"), "no git")
class ChangedCase(StetCase):
    def git(self, *arguments, cwd=None):
        subprocess.run(["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org",
                        "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", *arguments],
                       cwd=cwd or self.here, env=self.environment(HOME=str(self.home)), check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def commit(self, message="work", cwd=None):
        self.git("add", "-A", cwd=cwd)
        self.git("commit", "-q", "-m", message, cwd=cwd)

    def setUp(self):
        super().setUp()
        self.git("init", "-q", ".")
        (self.here / "news").mkdir()
        self.write("news/a.md", WRONG)
        self.write("news/b.md", RIGHT)
        self.write("notes.py", "x")
        self.commit()

    def found(self, *arguments, **more):
        """(path, line) of each finding."""
        result = self.stet("--format", "json", "--date", DATE, *arguments, **more)
        self.assertIn(result.err.count("\n"), (0, 1), result.err)
        return [(d["path"], f["start"]["line"]) for d in json.loads(result.raw)["documents"] for f in d["findings"]]


class Changed(ChangedCase):
    def test_only_what_changed_is_checked(self):
        self.assertEqual(self.found("--changed-since", "HEAD"), [])
        self.write("news/b.md", WRONG)
        self.assertEqual(self.found("--changed-since", "HEAD"), [("news/b.md", 1)])
        self.commit()
        self.assertEqual(self.found("--changed-since", "HEAD"), [])
        self.assertEqual(self.found("--changed-since", "HEAD~1"), [("news/b.md", 1)])

    def test_no_change_is_an_answer(self):
        result = self.stet("--changed-since", "HEAD")
        self.assertEqual(result.status, 0)
        self.assertIn("no article changed since HEAD", result.err)

    def test_new_files_count_and_deleted_or_ignored_ones_do_not(self):
        (self.here / "news/a.md").unlink()
        self.write("news/new\n“x”.md", WRONG)
        self.write("ignored.md", WRONG)
        self.write("new.py", WRONG)
        self.write(".gitignore", "ignored.md\n")
        self.assertEqual(self.found("--changed-since", "HEAD"), [("news/new\n“x”.md", 1)])

    def test_operands_narrow_it(self):
        self.write("c.md", WRONG)
        self.write("news/c*.md", WRONG)
        self.assertEqual(self.found("--changed-since", "HEAD", "news"), [("news/c*.md", 1)])
        self.assertEqual(self.found("--changed-since", "HEAD", "news/c*.md"), [("news/c*.md", 1)])

    def test_a_branch_is_compared_with_where_it_began(self):
        self.git("checkout", "-q", "-b", "branch")
        self.write("news/b.md", WRONG)
        self.commit()
        self.git("checkout", "-q", "main")
        self.write("news/a.md", WRONG + "\nMore.\n")
        self.commit()
        self.git("checkout", "-q", "branch")
        self.assertEqual(self.found("--changed-since", "main"), [("news/b.md", 1)])

    def test_the_settings_leave_paths_out(self):
        self.write("news/b.md", WRONG)
        self.write("stet.yaml", "exclude: [news/]\n")
        self.assertEqual(self.found("--changed-since", "HEAD"), [])


class Lines(ChangedCase):
    def test_only_findings_on_changed_lines_are_told(self):
        self.write("news/a.md", WRONG + "\n" + WRONG)
        self.assertEqual(self.found("--changed-since", "HEAD"), [("news/a.md", 1), ("news/a.md", 3)])
        self.assertEqual(self.found("--changed-since", "HEAD", "--only-changed-lines"), [("news/a.md", 3)])

    def test_all_lines_of_a_new_file_are_changed(self):
        self.write("news/c.md", WRONG)
        self.assertEqual(self.found("--changed-since", "HEAD", "--only-changed-lines"), [("news/c.md", 1)])

    def test_a_finding_over_several_lines_is_told_where_it_is_touched(self):
        self.write("news/a.md", "It rained. The U.S. secretary of state\nPete Hegseth spoke.\n")
        self.commit()
        self.write("news/a.md", "It poured. The U.S. secretary of state\nPete Hegseth spoke.\n")
        self.assertEqual(self.found("--changed-since", "HEAD", "--only-changed-lines"), [("news/a.md", 1)])

    def test_lines_of_a_stream_are_records(self):
        record = json.dumps({"text": WRONG}) + "\n"
        self.write("news/s.ndjson", record)
        self.commit()
        self.write("news/s.ndjson", record + record)
        result = self.stet("--format", "json", "--date", DATE, "--changed-since", "HEAD", "--only-changed-lines")
        self.assertEqual([len(d["findings"]) for d in json.loads(result.raw)["documents"]], [0, 1])

    def test_lines_need_a_revision(self):
        self.assertIn("needs --changed-since", self.stet("--only-changed-lines", "news").err)


class Trouble(ChangedCase):
    def complaint(self, *arguments, **more):
        result = self.stet(*arguments, **more)
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertEqual(result.err.count("\n"), 1, result.err)
        return result.err

    def test_a_revision_that_is_none(self):
        self.assertIn("git knows no such revision", self.complaint("--changed-since", "nowhere"))
        self.assertIn("git knows no such revision", self.complaint("--changed-since=--help"))

    def test_a_folder_outside_a_repository(self):
        shutil.rmtree(self.here / ".git")
        self.assertIn("no git repository", self.complaint("--changed-since", "HEAD"))

    def test_a_shallow_clone_says_what_to_do(self):
        self.write("news/b.md", WRONG)
        self.commit()
        first = subprocess.run(["git", "rev-parse", "HEAD~1"], cwd=self.here, stdout=subprocess.PIPE,
                               text=True, check=True).stdout.strip()
        origin, self.here = self.here, self.home / "clone"
        self.git("clone", "-q", "--depth", "1", f"file://{origin}", str(self.here), cwd=self.home)
        self.assertIn("the clone is shallow", self.complaint("--changed-since", first))
        self.assertIn("git fetch --unshallow", self.complaint("--changed-since", "HEAD~1"))

    def test_a_machine_without_git(self):
        self.assertIn("git cannot be run",
                      self.complaint("--changed-since", "HEAD", env=self.environment(PATH=str(self.home))))


if __name__ == "__main__":
    cases.main()
