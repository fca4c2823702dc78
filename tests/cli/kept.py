#!/usr/bin/env python3
"""The compiled book at the command line: kept for the next run, built, checked, and never wrong."""
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, RIGHT, TOP, WRONG, StetCase


class Kept(StetCase):
    def setUp(self):
        super().setUp()
        self.cache = self.home / "cache"
        self.own = self.home / "own"
        for part, home in (("words", "rules"), ("checks", "rules"), ("reference", "tests/small")):
            shutil.copytree(TOP / home / part, self.own / part)
        self.env = self.environment(STET_RULES=str(self.own), STET_CACHE=str(self.cache))
        self.write("a.txt", WRONG + RIGHT)

    def report(self, env=None):
        done = self.stet("check", "--format", "json", "--date", DATE, "a.txt", env=env or self.env)
        self.assertEqual(done.err, "")
        self.assertEqual(done.status, 1)
        return done.out

    def kept(self):
        return sorted(self.cache.glob("*.book")) if self.cache.exists() else []

    def change(self):
        path = self.own / "checks/office/title-mismatch.yaml"
        text = path.read_text()
        self.assertIn("level: error", text)
        path.write_text(text.replace("level: error", "level: warning"))

    def test_a_kept_book_gives_the_same_report(self):
        first = self.report()
        self.assertEqual(len(self.kept()), 1)
        self.assertEqual(self.report(), first)
        self.assertEqual(self.report({**self.env, "STET_CACHE": ""}), first)

    def test_a_change_of_the_rules_counts_at_once(self):
        self.report()
        self.change()
        self.assertIn('"level": "warning"', self.report())
        self.assertEqual(len(self.kept()), 1)

    def test_the_cache_is_where_the_user_keeps_such_things(self):
        home = {**self.env, "HOME": str(self.home / "me")}
        del home["STET_CACHE"]
        self.report(home)
        self.assertEqual(len(list((self.home / "me/.cache/stet").glob("*.book"))), 1)
        self.report({**home, "XDG_CACHE_HOME": str(self.home / "xdg")})
        self.assertEqual(len(list((self.home / "xdg/stet").glob("*.book"))), 1)

    def test_a_cache_that_cannot_be_written_or_read_is_no_trouble(self):
        expected = self.report({**self.env, "STET_CACHE": "/dev/null/x"})
        self.report()
        self.kept()[0].write_bytes(b"stetrule" + b"x" * 5000)
        self.assertEqual(self.report(), expected)

    def test_a_book_built_into_the_folder_is_taken(self):
        done = self.stet("data", "build", str(self.own), env=self.env)
        self.assertEqual((done.status, done.out, done.err), (0, "", ""))
        self.assertTrue((self.own / "compiled.book").exists())
        before = self.report()
        self.assertEqual(self.kept(), [])
        self.change()
        self.assertNotEqual(self.report(), before)

    def test_a_built_book_is_checked_byte_by_byte(self):
        file = self.here / "a.book"
        done = self.stet("data", "build", "-o", "a.book", str(self.own), env=self.env)
        self.assertEqual((done.status, done.err), (0, ""))
        self.assertEqual(self.stet("data", "check", "a.book").status, 0)
        whole = file.read_bytes()
        middle = len(whole) // 2
        for bytes_, word in ((whole[:-1], "cut short"), (b"x" + whole[1:], "no compiled book"),
                             (whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1:],
                              "damaged")):
            file.write_bytes(bytes_)
            done = self.stet("data", "check", "a.book")
            self.assertEqual(done.status, 2)
            self.assertIn("a.book: ", done.err)
            self.assertIn(word, done.err)

    def test_a_folder_with_faults_is_not_built(self):
        (self.own / "reference/zz.yaml").write_text("people: [\n")
        done = self.stet("data", "build", "-o", "a.book", str(self.own), env=self.env)
        self.assertEqual(done.status, 2)
        self.assertIn("zz.yaml:", done.err)
        self.assertFalse((self.here / "a.book").exists())

    def test_checking_the_data_reads_the_yaml(self):
        self.stet("data", "build", str(self.own), env=self.env)
        path = self.own / "reference/zz.yaml"
        path.write_text("people: [\n")
        self.assertIn("zz.yaml:", self.stet("data", "check", str(self.own)).err)


if __name__ == "__main__":
    cases.main()
