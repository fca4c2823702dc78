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
    ("office/title-mismatch", "held-on: no", "held-onn: no", 'unknown fact "held-onn", did you mean "held-on"'),
    ("office/title-mismatch", "[current, acting]", "[current, actting]", 'did you mean "acting"'),
    ("office/title-mismatch", "level: error", "level: eror", 'did you mean "error"'),
    ("office/title-mismatch", "{person} was not", "{persn} was not", 'unknown placeholder "{persn}"'),
    ("office/title-mismatch", "message:", "mesage:", 'did you mean "message"'),
    ("office/title-mismatch", "help: |", "halp: |", 'did you mean "help"'),
    ("office/title-mismatch", "wrong:", "tags:\n  - x\nwrnog:", 'did you mean "wrong"'),
    ("office/title-mismatch", "right:", "rihgt:", "lacks examples"),
    ("office/title-mismatch", "when:\n", "rows: []\nwhen:\n", "expected one of them"),
    ("office/title-mismatch", "date: 2025-02-13", "date: 2025-02-30", "is no date"),
    ("office/title-mismatch", "  held-on: no\n", "  held-on: no\n  held-on: no\n", "twice"),
    ("office/title-mismatch", "held-before: no", "held-before: yes", "no rule of subject office speaks"),
    ("office/title-mismatch", "  held-after: no\n", "", "title-mismatch"),
    ("office/title-mismatch", "  held-on: no\n", "  held-on: no\n  not: {held-on: no}\n", "can never fire"),
    ("office/title-mismatch", "suggest:", "fix: {replace: title, with: x}\nsuggest:", "`fix:` and `suggest:`"),
    ("office/title-mismatch", "replace: title", "replace: titel", 'did you mean "title"'),
    ("office/title-mismatch", "level: error", "level: error\nsubject: ofice", 'did you mean "office"'),
    ("office/title-mismatch", "level: error", "level: error\nbefore: no-such-rule", '"no-such-rule"'),
    ("office/title-mismatch", "secretary of state Pete Hegseth", "secretary of defense Pete Hegseth", "gives no finding"),
    ("office/title-outdated", "[yes, unknown]", "yes", "held-before: unknown"),
    ("office/title-outdated", "Mark Rutte, the former Dutch", "Mark Rutte, the Dutch", "expected no finding"),
    ("office/title-premature", "acting, former]", "acting]", "no rule of subject office speaks"),
    ("office/place-mismatch", "      place: said\n", "", "meets the row of"),
    ("office/former-still-in-office", "held-on: yes", "held-on: no", "no rule of subject office speaks"),
    ("office/not-former", "  status: former\n", "", "meets the row of"),
    ("office/leadership-mismatch", "holds: leadership", "holds: other", "meets the row of"),
    ("office/head-of-state-or-government", "holds: other-head", "holds: nothing", "meets the row of"),
    ("office/elect-mismatch", "held-before: no, held-on: no}", "held-before: yes, held-on: no}", "held-before: no"),
    ("office/office-unknown-in-place", "office: none, status: elect", "office: known, status: elect", "meets the row of"),
    ("office/holder-mismatch", "name: strange", "name: near", "can never fire"),
    ("office/unknown-holder", "verdict: unverifiable, ", "", "meets the row of"),
    ("office/stale-book", "held-on: unknown", "held-on: no", "gives no finding"),
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
        (self.rules / "checks/office/other.yaml").write_text(whole.replace("level:", "before: title-outdated\nlevel:", 1))
        self.assertIn("gives warning [other]", self.check().err)

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
