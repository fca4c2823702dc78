#!/usr/bin/env python3
"""Marks by which an editor lets findings stand, and what is said of the marks themselves."""
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, WRONG, StetCase

REASON = "-- quoting a speech"


class MarkCase(StetCase):
    def findings(self, text, *options, name="a.md"):
        """Of one article: what counts, and what is let stand, each as rules."""
        self.write(name, text)
        result = self.stet("--format", "json", "--date", DATE, *options, name)
        self.assertEqual(result.err, "")
        found = json.loads(result.raw)["documents"][0]["findings"]
        counts = [f["rule"] for f in found if not f["suppressed"]]
        stands = [f["rule"] for f in found if f["suppressed"]]
        self.assertEqual(result.status, 1 if counts else 0)
        return counts, stands


class Blocks(MarkCase):
    def test_a_mark_speaks_of_the_next_block_alone(self):
        text = f"<!-- stet: title-mismatch {REASON} -->\n\n{WRONG}\n{WRONG}"
        self.assertEqual(self.findings(text), (["title-mismatch"], ["title-mismatch"]))

    def test_a_mark_inside_a_block_speaks_of_that_block(self):
        text = f"{WRONG.strip()} <!-- stet: title-mismatch {REASON} --> {RIGHT}\n{WRONG}"
        self.assertEqual(self.findings(text), (["title-mismatch"], ["title-mismatch"]))

    def test_blocks_are_items_cells_and_captions_too(self):
        mark = f"<!-- stet: title-mismatch {REASON} -->"
        for text in (f"- {mark}\n- {WRONG}", f"> {mark}\n>\n> {WRONG}", f"{mark}\n\n![{WRONG.strip()}](a.jpg)\n",
                     f"{mark}\n\n| a | b |\n|---|---|\n| c | d |\n"):
            with self.subTest(text):
                counts, stands = self.findings(text)
                self.assertEqual(counts + stands, ["title-mismatch"] if WRONG.strip() in text else ["mark-unused"])
                self.assertEqual(bool(stands), WRONG.strip() in text)

    def test_pages_have_marks(self):
        mark = f"<!-- stet: title-mismatch {REASON} -->"
        self.assertEqual(self.findings(f"{mark}<h1>{WRONG}</h1><p>{WRONG}", name="a.html"),
                         (["title-mismatch"], ["title-mismatch"]))
        self.assertEqual(self.findings(f"<p>{WRONG}<p>{mark}{WRONG}", name="a.html"),
                         (["title-mismatch"], ["title-mismatch"]))

    def test_several_rules_by_comma(self):
        text = f"<!-- stet: title-outdated, title-mismatch {REASON} -->\n\n{WRONG.strip()} {OUTDATED}"
        self.assertEqual(self.findings(text), ([], ["title-mismatch", "title-outdated"]))

    def test_another_rule_is_not_let_stand(self):
        text = f"<!-- stet: place-mismatch {REASON} -->\n\n{WRONG}"
        self.assertEqual(self.findings(text), (["title-mismatch", "mark-unused"], []))


class Files(MarkCase):
    def test_a_mark_of_the_file_speaks_of_all_of_it(self):
        text = f"{WRONG}\n{WRONG}\n<!-- stet-file: title-mismatch {REASON} -->\n"
        self.assertEqual(self.findings(text), ([], ["title-mismatch", "title-mismatch"]))

    def test_the_front_matter_does_the_same_in_each_form(self):
        for front in (f"---\nstet: title-mismatch {REASON}\n---\n", f"---\nstet:\n- title-mismatch {REASON}\n---\n",
                      f"+++\nstet = 'title-mismatch {REASON}'\n+++\n", f'{{"stet": ["title-mismatch {REASON}"]}}\n'):
            with self.subTest(front):
                self.assertEqual(self.findings(f"{front}\n{WRONG}"), ([], ["title-mismatch"]))


class Days(MarkCase):
    def test_a_mark_holds_up_to_its_last_day(self):
        text = "<!-- stet: title-mismatch until={} -- later -->\n\n" + WRONG
        self.assertEqual(self.findings(text.format("2025-02-13")), ([], ["title-mismatch"]))
        self.assertEqual(self.findings(text.format("2025-02-12")), (["title-mismatch", "mark-expired"], []))
        self.assertEqual(self.findings(text.format("2025-13")), (["title-mismatch", "mark-without-day"], []))


class Nothing(MarkCase):
    def test_marks_in_code_attributes_and_raw_text_let_nothing_stand(self):
        mark = f"<!-- stet: title-mismatch {REASON} -->"
        for text in (f"`{mark}`\n\n{WRONG}", f"    {mark}\n\n{WRONG}", f"```\n{mark}\n```\n\n{WRONG}",
                     f"[a]({mark})\n\n{WRONG}", f"\\{mark}\n\n{WRONG}"):
            self.assertEqual(self.findings(text), (["title-mismatch"], []), text)
        for text in (f"<p title='{mark}'>{WRONG}", f"<script>{mark}</script><p>{WRONG}"):
            self.assertEqual(self.findings(text, name="a.html"), (["title-mismatch"], []), text)
        self.assertEqual(self.findings(f"{mark}\n\n{WRONG}", name="a.txt"), (["title-mismatch"], []))

    def test_records_have_none(self):
        record = json.dumps({"text": f"<!-- stet: title-mismatch {REASON} -->\n\n{WRONG}"})
        self.assertEqual(self.findings(record, name="a.ndjson"), (["title-mismatch"], []))

    def test_they_can_be_forbidden(self):
        text = f"<!-- stet: title-mismatch {REASON} -->\n\n{WRONG}\n<!-- stet: nonsense -->\n"
        self.assertEqual(self.findings(text, "--no-stet-marks"), (["title-mismatch"], []))


class Complaints(MarkCase):
    def test_each_stands_at_its_mark(self):
        self.write("a.md", f"{RIGHT}\nb <!-- stet: title-mismach {REASON} -->\n")
        result = self.stet("--date", DATE, "a.md")
        self.assertIn("a.md:3:3: warning [mark-unknown-rule] No rule is called title-mismach. "
                      "Was title-mismatch meant?\n    <!-- stet: title-mismach", result.out)

    def test_a_missing_reason_is_told_and_the_mark_holds(self):
        self.assertEqual(self.findings(f"<!-- stet: title-mismatch -->\n\n{WRONG}"),
                         (["mark-without-reason"], ["title-mismatch"]))

    def test_the_settings_may_do_without_reasons(self):
        self.write("stet.yaml", "suppression: {require-reason: false}\n")
        self.assertEqual(self.findings(f"<!-- stet: title-mismatch -->\n\n{WRONG}"), ([], ["title-mismatch"]))

    def test_the_settings_may_switch_a_complaint_off(self):
        self.write("stet.yaml", "levels: {mark-unused: off}\n")
        self.assertEqual(self.findings(f"<!-- stet: title-mismatch {REASON} -->\n\n{RIGHT}"), ([], []))

    def test_every_format_agrees_on_what_counts(self):
        self.write("a.md", f"<!-- stet: title-mismatch {REASON} -->\n\n{WRONG}\n{WRONG}")
        for format in ("text", "compact", "github", "gitlab", "rdjsonl"):
            result = self.stet("--format", format, "--date", DATE, "a.md")
            self.assertEqual((result.status, result.out.count("was not Secretary of State")), (1, 1), format)

    def test_many_marks_cost_no_more_than_their_length(self):
        self.write("a.md", f"<!-- stet: title-mismatch {REASON} -->\n\n{WRONG}\n" * 3000)
        self.assertEqual(self.stet("--date", DATE, "-q", "a.md").out, "")


if __name__ == "__main__":
    cases.main()
