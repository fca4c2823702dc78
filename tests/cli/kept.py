#!/usr/bin/env python3
"""The compiled book at the command line: kept for the next run, built, checked, and never wrong."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, RIGHT, TOP, WRONG, StetCase


OWN = """\
offices:
  - id: us/chief-of-fish
    place: us
    title: Chief of Fish
    as-of: 2026-01-01
    complete: [{from: 2025-01-21, as-of: 2026-01-01}]
    tenures:
      - {person: pete-hegseth, from: 2025-01-21, sources: [wikidata]}
"""


class KeptCase(StetCase):
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

    def test_a_cache_that_cannot_be_written_or_read_is_no_trouble(self):
        expected = self.report({**self.env, "STET_CACHE": "/dev/null/x"})
        self.report()
        self.kept()[0].write_bytes(b"stetrule" + b"x" * 5000)
        self.assertEqual(self.report(), expected)


class Kept(KeptCase):
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


class Additions(KeptCase):
    """A newsroom's own data, rules and house spellings."""

    def setUp(self):
        super().setUp()
        (self.here / ".git").mkdir()
        (self.here / "news").mkdir()
        (self.here / "mine").mkdir()
        self.write("mine/us.yaml", OWN)
        self.write("stet.yaml", "data: [mine]\nhouse: {Kyiv: [Kiev]}\n")
        self.write("a.txt", WRONG + "Pete Hegseth, chief of fish of the United States, was in Kiev.\n")
        self.write("news/a.txt", "Marco Rubio, chief of fish of the United States, spoke.\n")

    def change(self):
        self.write("stet.yaml", "data: [mine]\nhouse: {Kyiv: [Kiev], fishery: [fish]}\n")

    def test_a_change_of_the_rules_counts_at_once(self):
        self.assertEqual(json.loads(self.report())["summary"]["errors"], 1)
        self.change()
        self.assertIn("fishery", self.report())
        self.write("mine/us.yaml", OWN.replace("Fish", "Wish"))
        self.assertNotIn("Chief of Fish", self.report())
        self.write("mine/zz.yaml", "places: [{id: zz, name: Zz, kind: country}]\n")
        self.report()
        self.assertEqual(self.stet("who", "chief of wish", env=self.env).status, 0)
        self.assertEqual(len(self.kept()), 1)

    def test_the_kept_book_serves_wherever_one_stands(self):
        def evidence(path, here):
            done = subprocess.run([cases.STET, "check", "--format", "json", "--date", DATE, path], cwd=here,
                                  env=self.env, capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (1, ""))
            return json.loads(done.stdout)["documents"][0]["findings"][0]["evidence"]
        first = evidence("news/a.txt", self.here)
        kept = self.kept()
        self.assertEqual(first[0]["file"], "mine/us.yaml")
        self.assertEqual(evidence("a.txt", self.here / "news"), first)
        self.assertEqual(evidence(self.here / "news/a.txt", self.home), first)
        self.assertEqual(self.kept(), kept)
        shown = self.stet("rules", "show", "house-style", env=self.env).out
        self.assertTrue(shown.startswith("house-style (stet.yaml/house-style.yaml)"), shown)

    def test_with_and_without_them_are_two_books(self):
        self.report()
        none = self.stet("check", "--no-config", "--date", DATE, "a.txt", env=self.env)
        self.assertNotIn("Kyiv", none.out)
        self.assertEqual(len(self.kept()), 2)
        self.assertIn("Kyiv", self.report())
        self.assertEqual(self.stet("who", "chief of fish", "--no-config", env=self.env).status, 1)
        self.assertEqual(self.stet("who", "chief of fish", env=self.env).status, 0)

    def test_two_processes_at_once_change_and_ask(self):
        """Each of two newsrooms' editors saves and checks, and always gets what it saved."""
        code = ("import pathlib, subprocess, sys\n"
                "name, stet = sys.argv[1:]\n"
                "here = pathlib.Path(name); here.mkdir(); (here / '.git').mkdir()\n"
                "(here / 'a.txt').write_text('They were in Kiev.\\n')\n"
                "for turn in range(12):\n"
                "    term = f'Kyiv {turn % 4}'\n"
                "    (here / 'stet.yaml').write_text(f'house: {{{term}: [Kiev]}}\\n')\n"
                "    out = subprocess.run([stet, 'check', '--date', '2025-02-13', 'a.txt'], cwd=here,\n"
                "                         capture_output=True, text=True)\n"
                "    if out.returncode != 1 or out.stderr or term not in out.stdout:\n"
                "        sys.exit(f'{turn}: {out}')\n")
        env = {**self.env, "PATH": os.environ["PATH"]}
        workers = [subprocess.Popen([sys.executable, "-c", code, self.home / f"room{k}", cases.STET], env=env,
                                    stderr=subprocess.PIPE, text=True) for k in (1, 2)]
        for worker in workers:
            self.assertEqual((worker.communicate()[1], worker.returncode), ("", 0))
        self.assertEqual(len(self.kept()), 2)

    def test_a_run_killed_at_any_moment_leaves_the_cache_whole(self):
        expected = self.report({**self.env, "STET_CACHE": ""})
        for moment in range(16):
            self.write("mine/zz.yaml", f"places: [{{id: zz, name: Zz{moment}, kind: country}}]\n")
            run = subprocess.Popen([cases.STET, "check", "a.txt"], cwd=self.here, env=self.env,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moment * 0.004)
            run.kill()
            run.wait()
            for kept in self.kept():
                self.assertEqual(self.stet("data", "check", kept, env=self.env).status, 0)
        (self.here / "mine/zz.yaml").unlink()
        self.assertEqual(self.report(), expected)
        self.assertEqual(len(list(self.cache.iterdir())), 1)  # what the dead began to write is gone


if __name__ == "__main__":
    cases.main()
