#!/usr/bin/env python3
"""stet check --fix and --diff: what is repaired, and what is left alone."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, RIGHT, WRONG, StetCase


class Repair(StetCase):
    def fixed(self, text, *more, name="a.txt"):
        """The file after --fix --unsafe-fixes; a second run changes nothing."""
        self.write(name, text)
        results = []
        for _ in range(2):
            result = self.stet("check", "-q", "--fix", "--unsafe-fixes", "--date", DATE, *more, name)
            self.assertEqual(result.err, "")
            results.append((self.here / name).read_text())
        self.assertEqual(results[0], results[1])
        return results[0]

    def test_what_is_wrong_is_put_right(self):
        self.assertEqual(self.fixed(WRONG), RIGHT)

    def test_only_what_is_safe_without_being_asked(self):
        self.write("a.txt", WRONG)
        result = self.stet("check", "-q", "--fix", "--date", DATE, "a.txt")
        self.assertEqual(result.status, 1)
        self.assertEqual((self.here / "a.txt").read_text(), WRONG)
        self.write("b.txt", "The U.S. secretary of defense Pete Hegseht spoke.\n")
        result = self.stet("check", "-q", "--fix", "--date", DATE, "b.txt")
        self.assertEqual((result.status, result.out), (0, ""))
        self.assertEqual((self.here / "b.txt").read_text(), RIGHT)

    def test_how_many_were_made_and_how_many_wait_is_told(self):
        text = WRONG + "The U.S. secretary of defense Pete Hegseht spoke.\n"
        waits = "stet: 1 repair wants an editor's eye: --unsafe-fixes\n"
        self.write("a.txt", text)
        self.assertEqual(self.stet("check", "--diff", "--date", DATE, "a.txt").err, waits)
        self.assertEqual(self.stet("check", "--fix", "--date", DATE, "a.txt").err,
                         "stet: 1 repair made in 1 file\n" + waits)
        self.assertEqual(self.stet("check", "--fix", "--date", DATE, "a.txt").err, waits)
        self.assertEqual(self.stet("check", "-q", "--fix", "--date", DATE, "a.txt").err, "")
        self.assertEqual(self.stet("check", "--fix", "--unsafe-fixes", "--date", DATE, "a.txt").err,
                         "stet: 1 repair made in 1 file\n")

    def test_the_case_of_the_words_is_kept(self):
        for was, becomes in (("secretary of defense", "secretary of state"),
                             ("Secretary of Defense", "Secretary of State"),
                             ("SECRETARY OF DEFENSE", "SECRETARY OF STATE")):
            self.assertEqual(self.fixed(f"The U.S. {was} Marco Rubio spoke.\n"),
                             f"The U.S. {becomes} Marco Rubio spoke.\n")

    def test_a_sentence_that_loses_its_first_word_begins_with_a_capital(self):
        self.assertEqual(self.fixed("Former defense minister Ruben Brekelmans of the Netherlands spoke.\n"),
                         "Defense minister Ruben Brekelmans of the Netherlands spoke.\n")

    def test_quotations_are_left_alone(self):
        quoted = f"\u201c{WRONG.strip()}\u201d\n"
        self.assertEqual(self.fixed(quoted), quoted)
        block = f"> {WRONG}"
        self.assertEqual(self.fixed(block, name="a.md"), block)

    def test_what_markup_breaks_is_left_alone(self):
        for name, broken in (("a.md", "The U.S. secretary of **state** Pete Hegseth spoke.\n"),
                             ("a.html", "<p>The U.S. secretary of <b>state</b> Pete Hegseth spoke.</p>\n"),
                             ("b.html", "<p>The U.S. secretary&nbsp;of state Pete Hegseth spoke.</p>\n")):
            self.assertEqual(self.fixed(broken, name=name), broken)
        self.assertEqual(self.fixed("The U.S. **secretary of state** Pete Hegseth spoke.\n", name="c.md"),
                         "The U.S. **secretary of defense** Pete Hegseth spoke.\n")

    def test_the_rest_of_the_file_stays_byte_by_byte(self):
        self.assertEqual(self.fixed(f"\ufeffA  b.\t\n\n{WRONG.strip()} \u00e9 end"),
                         f"\ufeffA  b.\t\n\n{RIGHT.strip()} \u00e9 end")

    def test_what_a_mark_lets_stand_is_left_alone(self):
        marked = f"<!-- stet: title-mismatch -- agreed -->\n\n{WRONG}"
        self.assertEqual(self.fixed(marked, name="a.md"), marked)

    def test_records_and_standard_input_are_left_alone(self):
        self.write("a.ndjson", '{"id": "1", "date": "2025-02-13", "text": "%s"}\n' % WRONG.strip())
        before = (self.here / "a.ndjson").read_bytes()
        self.stet("check", "--fix", "--unsafe-fixes", "a.ndjson")
        self.assertEqual((self.here / "a.ndjson").read_bytes(), before)
        self.assertEqual(self.stet("check", "--fix", "--unsafe-fixes", "--date", DATE, "-", stdin=WRONG).status, 1)


class Diff(StetCase):
    def diff(self, text):
        self.write("a.txt", text)
        result = self.stet("check", "--diff", "--unsafe-fixes", "--date", DATE, "a.txt")
        self.assertEqual((result.err, (self.here / "a.txt").read_text()), ("", text))
        return result.status, result.out

    def test_nothing_to_change_is_nothing(self):
        self.assertEqual(self.diff(RIGHT), (0, ""))

    def test_a_change_is_shown_with_three_lines_about_it(self):
        status, out = self.diff("1\n2\n3\n4\n" + WRONG + "6\n7\n8\n9\n")
        self.assertEqual(status, 1)
        self.assertEqual(out, "--- a/a.txt\n+++ b/a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n"
                              f"-{WRONG}+{RIGHT} 6\n 7\n 8\n")

    def test_far_changes_are_hunks_of_their_own(self):
        status, out = self.diff(WRONG + "x\n" * 9 + WRONG + "y\n" + WRONG.rstrip())
        self.assertEqual(out.count("@@ -"), 2)
        self.assertIn("\\ No newline at end of file\n", out)
        self.write("b.txt", WRONG + "x\n" * 9 + WRONG + "y\n" + WRONG.rstrip())

    def test_what_it_shows_is_what_fix_does(self):
        import shutil
        import subprocess
        if not shutil.which("patch"):
            self.skipTest("no patch")
        text = WRONG + "x\n" * 9 + WRONG + "y\n" + WRONG.rstrip()
        _, out = self.diff(text)
        subprocess.run(["patch", "-p1"], input=out.encode(), cwd=self.here, check=True,
                       stdout=subprocess.DEVNULL)
        patched = (self.here / "a.txt").read_text()
        self.write("a.txt", text)
        self.stet("check", "--fix", "--unsafe-fixes", "--date", DATE, "a.txt")
        self.assertEqual((self.here / "a.txt").read_text(), patched)


if __name__ == "__main__":
    cases.main()
