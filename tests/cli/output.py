#!/usr/bin/env python3
"""Where reports go: several in one run, each whole or not at all, and the same status for all."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, WRONG, StetCase


class Outputs(StetCase):
    def setUp(self):
        super().setUp()
        self.write("a.txt", WRONG)

    def check(self, *options, **more):
        return self.stet("check", "--date", DATE, *options, "a.txt", **more)

    def test_several_formats_come_of_one_run(self):
        result = self.check("-f", "text", "-f", "json=out.json", "-f", "jsonl", "-o", "out.jsonl")
        self.assertEqual(result.status, 1)
        self.assertEqual(result.out, self.check().out)
        self.assertEqual((self.here / "out.json").read_bytes(), self.check("-f", "json").raw)
        self.assertEqual((self.here / "out.jsonl").read_bytes(), self.check("-f", "jsonl").raw)

    def test_with_all_in_files_standard_output_is_empty(self):
        result = self.check("-f", "json=out.json")
        self.assertEqual((result.status, result.out, result.err), (1, "", ""))

    def test_two_reports_in_one_place_are_refused(self):
        for options in (("-f", "text", "-f", "json"), ("-f", "json=x", "-f", "jsonl=x"),
                        ("-f", "json=x", "-o", "y"), ("-f", "json=")):
            result = self.check(*options)
            self.assertEqual((result.status, result.out), (2, ""), options)
            self.assertEqual(result.err.count("\n"), 1, result.err)
        self.assertEqual([p.name for p in self.here.iterdir()], ["a.txt"])

    def test_a_full_device_is_status_2(self):
        with open("/dev/full", "wb") as full:
            self.assertEqual(self.check(stdout=full).status, 2)
        result = self.check("-f", "json=/dev/full", "-f", "jsonl=out.jsonl")
        self.assertEqual(result.status, 2)
        self.assertIn("/dev/full", result.err)

    def test_a_report_that_cannot_be_written_leaves_the_old_one(self):
        (self.here / "folder").mkdir()
        self.write("old.json", "old")
        self.assertEqual(self.check("-f", "json=folder", "-f", "jsonl=none/x").status, 2)
        self.assertEqual(sorted(p.name for p in self.here.rglob("*")),
                         ["a.txt", "folder", "old.json"])

    def test_the_status_does_not_depend_on_the_format(self):
        self.write("right.txt", RIGHT)
        formats = [line.split("expected ")[1] for line in self.check("-f", "x").err.splitlines()]
        for name in formats[0].replace(" or ", ", ").split(", "):
            self.assertEqual(self.check("-f", name).status, 1, name)
            for path, status in (("right.txt", 0), ("none.txt", 2)):
                result = self.stet("check", "--date", DATE, "-f", name, path)
                self.assertEqual(result.status, status, name)
                self.assertEqual(result.err.count("\n"), int(status == 2), result.err)


class Letters(StetCase):
    def test_a_letter_means_what_it_means_to_its_verb(self):
        by_letter = self.stet("who", "-f", "json", "Pete Hegseth")
        self.assertEqual(by_letter.out, self.stet("who", "--format", "json", "Pete Hegseth").out)
        self.assertEqual(json.loads(by_letter.out)["schema"], "urn:stet:who:1")


class Kept(StetCase):
    def test_a_kept_report_goes_where_it_is_asked_to(self):
        self.write("a.txt", WRONG)
        text = self.stet("check", "--date", DATE, "-f", "text", "-f", "json=kept.json", "a.txt").out
        result = self.stet("report", "-f", "text", "-f", "jsonl=again.jsonl", "kept.json")
        self.assertEqual((result.status, result.out, result.err), (0, text, ""))
        self.assertEqual(json.loads((self.here / "again.jsonl").read_text())["id"], "a.txt")

    def test_what_was_left_out_is_still_counted(self):
        self.write("a.txt", WRONG + OUTDATED)
        both = ("-f", "text", "-f", "json=kept.json")
        text = self.stet("check", "--level", "error", "--date", DATE, *both, "a.txt").out
        self.assertIn("1 warning, 0 notes; 1 not shown", text)
        self.assertEqual(self.stet("report", "kept.json").out, text)
        self.assertEqual(self.stet("report", "-f", "json", "kept.json").raw,
                         (self.here / "kept.json").read_bytes())

    def test_it_may_come_by_standard_input(self):
        self.write("a.txt", WRONG)
        kept = self.stet("check", "--date", DATE, "-f", "json", "a.txt").raw
        self.assertIn("title-mismatch", self.stet("report", "-", stdin=kept).out)

    def test_one_report_is_expected(self):
        for operands in ((), ("a", "b"), ("none.json",)):
            result = self.stet("report", *operands)
            self.assertEqual((result.status, result.out), (2, ""))
            self.assertEqual(result.err.count("\n"), 1)


if __name__ == "__main__":
    cases.main()
