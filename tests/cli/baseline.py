#!/usr/bin/env python3
"""The baseline: findings that are settled stay in the report, and do not count."""
import json
import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, WRONG, StetCase


class BaselineCase(StetCase):
    def setUp(self):
        super().setUp()
        self.write("a.md", WRONG + "\n" + OUTDATED)
        self.write("b.md", RIGHT)

    def baseline(self, word, *arguments, status=0):
        result = self.stet("baseline", word, *(() if word == "show" else ("--date", DATE)), *arguments)
        self.assertEqual(result.status, status, result.err)
        return result.out + result.err

    def entries(self):
        return json.loads((self.here / "stet-baseline.json").read_text(encoding="utf-8"))["entries"]

    def check(self, *arguments, **more):
        """Exit status, and the rules of the findings that are new."""
        result = self.stet("--format", "json", "--date", DATE, *arguments, **more)
        findings = [f for d in json.loads(result.raw)["documents"] for f in d["findings"]]
        return result.status, [f["rule"] for f in findings if f["baseline"] and f["baseline"]["state"] == "new"]


class Keeping(BaselineCase):
    def test_what_is_found_now_counts_no_more(self):
        self.assertIn("2 added, 0 taken out, 2 in all", self.baseline("create", "."))
        self.assertEqual(self.check("."), (0, []))
        self.assertEqual(self.check("--no-baseline", ".")[0], 1)
        self.assertIn("; 2 in the baseline", self.stet("--date", DATE, ".").out)

    def test_entries_say_what_they_are_of_and_why(self):
        self.baseline("create", "--reason", "before we began", "--expires", "2030-01-31", ".")
        entries = self.entries()
        self.assertEqual([(e["path"], e["rule"]) for e in entries],
                         [("a.md", e["rule"]) for e in entries])
        self.assertEqual({e["rule"] for e in entries}, {"title-mismatch", "title-outdated"})
        for entry in entries:
            self.assertRegex(entry["fingerprint"], r"^[0-9a-f]{32}$")
            self.assertEqual((entry["reason"], entry["created"], entry["expires"]),
                             ("before we began", DATE, "2030-01-31"))
        self.assertIn("U.S. secretary of state Pete Hegseth", {e["text"] for e in entries})

    def test_the_file_is_sorted_an_entry_a_line_and_the_same_again(self):
        self.baseline("create", ".")
        first = (self.here / "stet-baseline.json").read_bytes()
        self.assertEqual(first.count(b"\n"), 4)
        (self.here / "stet-baseline.json").unlink()
        self.baseline("create", "b.md", "a.md")
        self.assertEqual((self.here / "stet-baseline.json").read_bytes(), first)

    def test_it_is_not_made_twice(self):
        self.baseline("create", ".")
        self.assertIn("is there already", self.baseline("create", ".", status=2))

    def test_updating_adds_what_is_new_and_keeps_the_old_reasons(self):
        self.baseline("create", "--reason", "old", ".")
        self.write("a.md", WRONG)
        self.write("b.md", "Again: " + WRONG)
        self.assertIn("1 added, 1 taken out, 2 in all", self.baseline("update", "--reason", "new", "."))
        self.assertEqual([(e["path"], e["reason"]) for e in self.entries()], [("a.md", "old"), ("b.md", "new")])

    def test_pruning_only_takes_out(self):
        self.baseline("create", ".")
        self.write("a.md", OUTDATED)
        self.write("b.md", "Again: " + WRONG)
        self.assertIn("0 added, 1 taken out, 1 in all", self.baseline("prune", "."))
        self.assertEqual(self.check("."), (1, ["title-mismatch"]))

    def test_entries_of_what_was_not_checked_stay_and_those_of_deleted_files_go(self):
        self.write("c.md", WRONG)
        self.baseline("create", ".")
        (self.here / "c.md").unlink()
        self.assertIn("0 added, 1 taken out, 2 in all", self.baseline("prune", "b.md"))

    def test_an_empty_baseline_takes_its_file_away(self):
        self.baseline("create", ".")
        self.write("a.md", RIGHT)
        self.assertIn("2 taken out, 0 in all", self.baseline("prune", "."))
        self.assertFalse((self.here / "stet-baseline.json").exists())

    def test_what_a_mark_lets_stand_needs_no_entry(self):
        self.write("a.md", f"<!-- stet: title-mismatch -- quoted -->\n\n{WRONG}")
        self.assertIn("0 added", self.baseline("create", "."))

    def test_records_are_known_by_their_ids(self):
        lines = [json.dumps({"id": i, "date": DATE, "text": WRONG}) for i in ("one", "two")]
        self.write("s.ndjson", "\n".join(lines))
        self.baseline("create", "s.ndjson")
        self.assertEqual([e["path"] for e in self.entries()], ["s.ndjson(one)", "s.ndjson(two)"])
        self.write("s.ndjson", "\n".join(reversed(lines)))
        self.assertEqual(self.check("s.ndjson"), (0, []))


class Knowing(BaselineCase):
    """What is the same finding, and what is another."""

    def setUp(self):
        super().setUp()
        self.write("a.md", WRONG)
        self.baseline("create", ".")

    def test_text_around_it_lines_case_blanks_and_quotes_do_not_matter(self):
        for text in ("More above.\n\nAnd before. " + WRONG + " After.\n", WRONG.replace(" ", "\n"),
                     WRONG.replace("secretary of state", "Secretary of State"), "# Title\n\n> " + WRONG):
            self.write("a.md", text)
            self.assertEqual(self.check("a.md"), (0, []), text)

    def test_the_path_may_be_written_otherwise(self):
        self.assertEqual(self.check("./a.md"), (0, []))
        self.assertEqual(self.check(".//a.md"), (0, []))

    def test_another_sentence_file_person_or_rule_is_new(self):
        self.write("a.md", WRONG.replace("spoke", "wept"))
        self.assertEqual(self.check("a.md"), (1, ["title-mismatch"]))
        self.write("b.md", WRONG)
        self.assertEqual(self.check("b.md"), (1, ["title-mismatch"]))

    def test_a_mended_finding_pays_for_no_twin(self):
        self.write("a.md", RIGHT)
        self.write("b.md", WRONG)
        status, new = self.check(".")
        self.assertEqual((status, new), (1, ["title-mismatch"]))

    def test_of_several_alike_each_needs_its_entry(self):
        self.write("a.md", WRONG + "\n" + WRONG)
        self.assertEqual(self.check("a.md"), (1, ["title-mismatch"]))
        self.baseline("update", "a.md")
        self.assertEqual(len(self.entries()), 2)
        self.assertEqual(self.check("a.md"), (0, []))
        self.write("a.md", WRONG + "\n" + WRONG + "\n" + WRONG)
        self.assertEqual(self.check("a.md"), (1, ["title-mismatch"]))

    def test_a_finding_that_is_gone_is_told(self):
        self.write("a.md", RIGHT)
        result = self.stet("--date", DATE, ".")
        self.assertEqual(result.status, 0)
        self.assertIn("stet-baseline.json: 1 of its findings is gone; `stet baseline prune`", result.err)
        self.assertEqual(self.stet("--date", DATE, "b.md").err, "")

    def test_an_entry_ends_with_its_last_day(self):
        path = self.here / "stet-baseline.json"
        path.write_text(path.read_text().replace('"expires":null', '"expires":"2025-02-12"'))
        self.assertEqual(self.check("."), (1, ["title-mismatch"]))
        self.assertIn("1 of its entries has expired", self.stet("--date", DATE, ".").err)
        self.assertIn("0 added, 1 taken out", self.baseline("update", "."))

    def test_its_age_is_shown(self):
        path = self.here / "stet-baseline.json"
        path.write_text(path.read_text().replace(f'"created":"{DATE}"', '"created":"2025-01-01"'))
        self.assertIn("1 baselined, oldest 43 days, 0 expired", self.baseline("show"))

    def test_machine_formats_hold_it_marked(self):
        report = json.loads(self.stet("--format", "json", "--date", DATE, "a.md").raw)
        finding = report["documents"][0]["findings"][0]
        self.assertEqual(finding["baseline"], {"state": "unchanged", "reason": None, "created": DATE, "expires": None})
        self.assertEqual(finding["fingerprint"], self.entries()[0]["fingerprint"])
        self.assertEqual((report["summary"]["errors"], report["summary"]["baselined"]), (0, 1))
        sarif = json.loads(self.stet("--format", "sarif", "--date", DATE, "a.md").raw)
        result = sarif["runs"][0]["results"][0]
        self.assertEqual(result["baselineState"], "unchanged")
        self.assertEqual(result["suppressions"][0]["kind"], "external")


class Trouble(BaselineCase):
    def test_what_is_no_baseline_is_told(self):
        for text in ("nonsense", "[]", '{"version": 2, "entries": []}',
                     '{"version": 1, "entries": [{"fingerprint": "x", "path": "a.md"}]}'):
            self.write("stet-baseline.json", text)
            result = self.stet("--date", DATE, ".")
            self.assertEqual((result.status, result.out), (2, ""), text)
            self.assertIn("stet-baseline.json", result.err)

    def test_one_that_is_asked_for_must_be_there(self):
        result = self.stet("--baseline", "none.json", ".")
        self.assertEqual(result.status, 2)
        self.assertIn("none.json: there is no such baseline", result.err)

    def test_words_and_days_must_be_right(self):
        self.assertIn("expected stet baseline create", self.baseline("make", status=2))
        self.assertIn("is no day", self.baseline("create", "--expires", "soon", ".", status=2))

    def test_it_is_written_whole_or_not_at_all(self):
        self.assertEqual(self.stet("baseline", "create", "--date", DATE, "--baseline", "no/folder.json", ".").status, 2)
        if os.path.exists("/dev/full"):
            self.baseline("create", ".")
            (self.here / "stet-baseline.json").rename(self.here / "kept.json")
            (self.here / "stet-baseline.json").symlink_to("/dev/full")
            self.baseline("update", ".", status=2)


if __name__ == "__main__":
    cases.main()
