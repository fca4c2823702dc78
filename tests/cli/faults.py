#!/usr/bin/env python3
"""Faults planted in the shipped rules, one at a time: `stet rules check` finds each. And the rules of
docs/write-a-rule.md work as they stand."""
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import TOP, StetCase

# rule, what stands there, what is put in its place, what is said of it
FAULTS = [
    ("office/title-outdated", "held-before:", "held-befor:", 'unknown fact "held-befor", did you mean "held-before"'),
    ("office/chamber-mismatch", "[current, acting]", "[current, actting]", 'did you mean "acting"'),
    ("office/title-mismatch", "level: error", "level: eror", 'did you mean "error"'),
    ("office/title-mismatch", "{person} was not", "{persn} was not", 'unknown placeholder "{persn}"'),
    ("office/title-mismatch", "{person} was not", "{person was not", "unknown placeholder \"{person was not {office}\""),
    ("office/title-mismatch", "[: {holder}", "[[: {holder}", "without its other half"),
    ("office/title-mismatch", "{held-title}", "{helt-title}", 'unknown placeholder "{helt-title}"'),
    ("office/title-mismatch", "message:", "mesage:", 'did you mean "message"'),
    ("office/title-mismatch", "help: |", "halp: |", 'did you mean "help"'),
    ("office/title-mismatch", "wrong:", "tags:\n  - x\nwrnog:", 'did you mean "wrong"'),
    ("office/title-mismatch", "right:", "rihgt:", "lacks examples"),
    ("office/title-mismatch", "when:", "rows: []\nwhen:", "expected one of them"),
    ("office/title-mismatch", "date: 2025-02-13", "date: 2025-02-30", "is no date"),
    ("office/title-mismatch", "person: known}", "person: known, person: known}", "twice"),
    ("office/title-mismatch", "person: known}", "person: known, holds: nothing}", "no rule of subject office speaks"),
    ("office/title-mismatch", "{person: known}", "{}", "meets the row of"),
    ("office/title-mismatch", "person: known}", "person: known, not: {person: known}}", "can never fire"),
    ("office/title-mismatch", "person: known}", "person: known, holds: leadership}", "can never fire"),
    ("office/title-mismatch", "suggest:", "fix: {replace: title, with: x}\nsuggest:", "`fix:` and `suggest:`"),
    ("office/title-mismatch", "replace: title", "replace: titel", 'did you mean "title"'),
    ("office/title-mismatch", "level: error", "level: error\nsubject: ofice", 'did you mean "office"'),
    ("office/title-mismatch", "level: error", "level: error\nbefore: no-such-rule", '"no-such-rule"'),
    ("office/title-mismatch", "secretary of state Pete Hegseth", "secretary of defense Pete Hegseth", "gives no finding"),
    ("office/title-outdated", "[yes, unknown]", "yes", "gives error [title-mismatch]"),
    ("office/title-outdated", "before: [title-premature]\n", "", "meets the row of"),
    ("office/title-outdated", "Mark Rutte, the former Dutch", "Mark Rutte, the Dutch", "expected no finding"),
    ("office/title-premature", "[yes, unknown]", "yes", "gives error [title-mismatch]"),
    ("office/title-premature", "[yes, unknown]", "[yes, unknown, no]", "can never fire"),
    ("office/place-mismatch", "[current, acting]", "current", "gives error [title-mismatch]"),
    ("office/place-mismatch", "elsewhere: [then, ever]", "elsewhere: no", "gives error [place-mismatch]"),
    ("office/former-still-in-office", "held-on: yes", "held-on: no", "gives warning [former-still-in-office]"),
    ("office/former-still-in-office", "status: former, ", "", "meets the row of"),
    ("office/not-former", "status: former", "status: acting", "gives error [not-former]"),
    ("office/not-former", "before: [office", "before: [title-outdated, office", "goes in a circle"),
    ("office/leadership-mismatch", "holds: leadership", "holds: other", "gives error [leadership-mismatch]"),
    ("office/head-of-state-or-government", "other-head", "nothing", "gives error [head-of-state-or-government]"),
    ("office/elect-mismatch", "held-before: [yes, unknown]", "held-before: no", "gives error [elect-mismatch]"),
    ("office/elect-mismatch", "reference: rule, level: warning", "reference: rule, level: error", "expected an error"),
    ("office/elect-mismatch", "level: note\n", "level: error\n", "expected a note"),
    ("office/office-unknown-in-place", "office: none", "office: known", "gives warning [office-unknown-in-place]"),
    ("office/holder-mismatch", "person: unknown", "person: unknown, name: near", "can never fire"),
    ("office/unknown-holder", "verdict: unverifiable, ", "", "meets the row of"),
    ("office/stale-book", "held-on: stale", "held-on: no", "gives no finding"),
    ("office/acting-mismatch", "verdict: supported, status: acting", "status: acting", "can never fire"),
    ("article/self-contradiction", "clash: two-offices", "clash: two-holders", "meets the row of"),
]


class Planted(StetCase):
    def setUp(self):
        super().setUp()
        for part in ("checks", "reference"):
            (self.rules / part).unlink()
        shutil.copytree(TOP / "rules/checks", self.rules / "checks")
        (self.rules / "reference").symlink_to(TOP / "rules/reference")

    def check(self):
        return self.stet("rules", "check", env=self.environment(STET_CACHE=""))

    def test_the_shipped_rules_are_in_order(self):
        result = self.check()
        self.assertEqual((result.status, result.err), (0, ""))

    def test_examples_hold_each_rule_row_and_condition(self):
        result = self.stet("rules", "test", "--coverage", "--widen", env=self.environment(STET_CACHE=""))
        for what in ("rules", "rows", "conditions"):
            self.assertRegex(result.out, rf"\n{what} +(\d+) of +\1, 100 %\n", result.err)

    def test_each_fault_is_found(self):
        self.assertGreaterEqual(len(FAULTS), 30)
        for rule, old, new, said in FAULTS:
            with self.subTest(rule=rule, old=old, new=new):
                path = self.rules / "checks" / f"{rule}.yaml"
                whole = path.read_text()
                self.assertIn(old, whole)
                path.write_text(whole.replace(old, new, 1))
                result = self.check()
                path.write_text(whole)
                self.assertNotEqual(result.status, 0)
                self.assertIn(said, result.err)

    def test_a_rule_that_catches_anothers_example_is_found(self):
        whole = (self.rules / "checks/office/title-outdated.yaml").read_text()
        (self.rules / "checks/office/other.yaml").write_text(whole.replace("before: [title-premature]", "before: [title-outdated]"))
        self.assertIn("gives warning [other]", self.check().err)

    def test_a_kind_of_office_that_is_none_is_found(self):
        (self.rules / "words").unlink()
        shutil.copytree(TOP / "rules/words", self.rules / "words")
        path = self.rules / "words/statements.yaml"
        path.write_text(path.read_text().replace("- [foreign, defence,", "- [foreign, defense,", 1))
        self.assertIn('words/statements.yaml: `apart:` names "defense", expected a kind of office, did you mean '
                      '"defence"?', self.check().err)

    def test_a_slot_that_is_none_is_found(self):
        (self.rules / "checks/other.yaml").write_text(
            "subject: text\nlevel: note\npattern: '{persn} of \\p{Lu}x'\nmessage: x\nhelp: x\n"
            "wrong: [{date: 2025-01-01, text: a}]\nright: [{date: 2025-01-01, text: b}]\n")
        self.assertIn('other.yaml:3:10: the pattern has no slot "{persn}", expected {person}, {office}, {place} or '
                      '{date}', self.check().err)

    def test_a_pattern_that_is_none_is_found(self):
        (self.rules / "checks/other.yaml").write_text(
            "subject: text\nlevel: note\npattern: 'a('\nmessage: x\nhelp: x\n"
            "wrong: [{date: 2025-01-01, text: a}]\nright: [{date: 2025-01-01, text: b}]\n")
        self.assertIn("the pattern fails at", self.check().err)


class Written(StetCase):
    """The rules that docs/write-a-rule.md shows, as a newsroom would write them."""

    def test_each_works_and_has_under_fifteen_lines(self):
        (self.rules / "reference").unlink()
        (self.rules / "reference").symlink_to(TOP / "rules/reference")
        (self.here / ".git").mkdir()
        (self.here / "house-rules").mkdir()
        self.write("stet.yaml", "rules: [house-rules/]\n")
        text = (TOP / "docs/write-a-rule.md").read_text()
        blocks = re.findall(r"^```yaml\n(.*?)^```$", text, flags=re.M | re.S)
        self.assertGreaterEqual(len(blocks), 3)
        for number, block in enumerate(blocks):
            self.assertLess(block.count("\n"), 15)
            self.write(f"house-rules/ours-{number}.yaml", block)
        result = self.stet("rules", "test", env=self.environment(STET_CACHE=""))
        self.assertEqual((result.status, result.err), (0, ""))


if __name__ == "__main__":
    cases.main()
