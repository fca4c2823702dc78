#!/usr/bin/env python3
"""stet rules and stet explain, as a standards editor meets them."""
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, WRONG, StetCase

RULE = """\
level: warning
when: {person: known, status: former, held-before: no, held-on: yes}
message: "{person} is still {office}."
help: Says former of a holder.
wrong:
  - {date: 2025-02-13, text: "The former Dutch Defense Minister Ruben Brekelmans spoke."}
right:
  - {date: 2025-02-13, text: "The Dutch Defense Minister Ruben Brekelmans spoke."}
"""


class RuleCase(StetCase):
    """With checks of its own, which a case may change."""

    def setUp(self):
        super().setUp()
        (self.rules / "checks").unlink()
        (self.rules / "checks" / "office").mkdir(parents=True)
        self.rule("still", RULE)

    def rule(self, name, text):
        (self.rules / "checks" / "office" / f"{name}.yaml").write_text(text)

    def changed(self, old, new, name="still"):
        self.assertIn(old, RULE)
        self.rule(name, RULE.replace(old, new))


class Facts(StetCase):
    def test_each_subject_has_its_facts_and_placeholders(self):
        result = self.stet("rules", "facts")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertIn("\nsubject: office, ", result.out)
        self.assertIn("\nsubject: article, ", result.out)
        self.assertRegex(result.out, r"\n  held-on +a tenure of it covers the time\n    yes ")
        self.assertRegex(result.out, r"\n  \{holder\} +who else held the office then\n")

    def test_what_it_does_not_take_is_told(self):
        for arguments in ([], ["fats"], ["facts", "more"], ["show"]):
            result = self.stet("rules", *arguments)
            self.assertEqual((result.status, result.out), (2, ""))
            self.assertIn("stet: expected \"stet rules", result.err)


class Reading(RuleCase):
    def test_a_line_a_rule(self):
        self.rule("gone", RULE + "retired: folded into still\n")
        result = self.stet("rules", "list")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertEqual(result.out, "gone   retired  office     Says former of a holder\n"
                                     "still  warning  office     Says former of a holder\n")

    def test_a_rule_is_shown_and_explained(self):
        result = self.stet("rules", "show", "still")
        self.assertIn("\nwarning  when {status: former, person: known, held-before: no, "
                      "held-on: yes}, line 2\n", result.out)
        self.assertIn("\nwrong:   2025-02-13: The former Dutch", result.out)
        self.assertEqual(self.stet("explain", "still").out,
                         "still: warning\n\nSays former of a holder.\n")

    def test_a_name_that_is_none_has_a_nearest(self):
        for verb in (["rules", "show"], ["explain"]):
            result = self.stet(*verb, "stil")
            self.assertEqual((result.status, result.out), (2, ""))
            self.assertIn('no rule is called "stil", did you mean "still"?', result.err)


class Check(RuleCase):
    def found(self):
        result = self.stet("rules", "check")
        self.assertEqual(result.status, 1, result.err)
        return result.err

    def test_gaps_are_told(self):
        self.assertRegex(self.found(), "no rule of subject office speaks of contradicted claims where")

    def test_rows_that_meet_want_an_order(self):
        self.changed("status: former", "status: [former, acting]", "other")
        self.assertIn("still meets the row of other at its line 2 where status: former", self.found())
        self.changed("level: warning", "level: warning\nbefore: other")
        found = self.found()
        self.assertNotIn("meets", found)
        self.assertIn("still", found)

    def test_a_row_of_facts_that_never_come_together_is_told(self):
        self.changed("held-on: yes", "held-on: unknown")
        self.assertIn("still.yaml:2: still: the row can never fire: no reading has", self.found())

    def test_an_example_that_another_rule_catches_is_told(self):
        self.changed("level: warning", "level: warning\nbefore: still", "other")
        self.assertIn("gives warning [other]", self.found())

    def test_an_order_in_a_circle_is_trouble(self):
        self.changed("level: warning", "level: warning\nbefore: still", "other")
        self.changed("level: warning", "level: warning\nbefore: other")
        result = self.stet("rules", "check")
        self.assertEqual(result.status, 2)
        self.assertIn("goes in a circle", result.err)


class Test(RuleCase):
    def test_a_failure_says_which_fact_decided(self):
        self.changed("held-before: no", "held-before: yes")
        result = self.stet("rules", "test")
        self.assertEqual(result.status, 1)
        self.assertIn("its row at line 2 wants held-before: yes, but it is held-before: no", result.err)

    def test_coverage_has_a_threshold(self):
        self.changed("when: {", "rows:\n  - when: {person: unknown}\n  - when: {")
        self.assertEqual(self.stet("rules", "test", "--coverage").status, 0)
        result = self.stet("rules", "test", "--coverage", "--threshold", "100")
        self.assertEqual(result.status, 1)
        self.assertRegex(result.out, r"rows +1 of +2, +50 %, too few\n")
        self.assertRegex(result.out, r"rules +1 of +1, 100 %\n")
        self.assertEqual(self.stet("rules", "test", "--threshold", "x").status, 2)

    def test_a_condition_that_no_example_holds_is_told(self):
        result = self.stet("rules", "test", "--widen")
        self.assertEqual(result.status, 1)
        self.assertIn("still: nothing notices when the row allows held-on: no too", result.err)
        self.assertNotIn("allows held-on: unknown", result.err)  # never contradicted

    def test_an_example_may_bring_its_own_reference(self):
        reference = (cases.TOP / "tests/small/reference/book.yaml").read_text()
        reference = reference.replace("Ruben Brekelmans", "Jan de Wit")
        block = "".join(f"      {line}\n" for line in reference.splitlines())
        self.rule("still", RULE + "  - date: 2025-02-13\n    text: The Dutch Defense Minister Jan de "
                  f"Wit spoke.\n    reference: |\n{block}")
        result = self.stet("rules", "test")
        self.assertEqual((result.status, result.out, result.err), (0, "3 passed, 0 failed\n", ""))
        self.rule("still", RULE + "  - {date: 2025-02-13, text: x, reference: 'places: 5'}\n")
        self.assertIn("the example's reference:1:9: ", self.stet("rules", "test").err)


MISMATCH = """\
level: error
when: {person: known, status: current, held-before: no, held-on: no}
message: "{person} was not {office}."
help: Says a title of who never had it.
wrong:
  - {date: 2025-02-13, text: "The U.S. secretary of state Pete Hegseth spoke."}
right:
  - {date: 2025-02-13, text: "The U.S. secretary of defense Pete Hegseth spoke."}
"""


class Articles(RuleCase):
    def setUp(self):
        super().setUp()
        self.rule("title-mismatch", MISMATCH)

    def run_article(self, text, *more):
        self.write("a.md", text)
        result = self.stet("rules", "test", "--date", DATE, *more, "a.md")
        return result.status, [l for l in result.err.splitlines() if l.startswith("a.md")]

    def test_what_is_noted_holds(self):
        status, told = self.run_article(
            f"<!-- contradicted: title-mismatch -->\n{WRONG}\n"
            "<!-- ok: title-mismatch -->\n\nThe U.S. secretary of defense Pete Hegseth spoke.\n")
        self.assertEqual((status, told), (0, []))

    def test_what_does_not_hold_is_told(self):
        status, told = self.run_article(
            f"<!-- ok: title-mismatch -->\n{WRONG}\n"
            "<!-- contradicted: title-mismatch -->\nThe U.S. secretary of defense Pete Hegseth spoke.\n")
        self.assertEqual(status, 1)
        self.assertEqual(told, [
            "a.md:2: title-mismatch speaks of the line, expected otherwise",
            "a.md:5: title-mismatch does not speak of the line, expected otherwise"])

    def test_a_finding_that_is_not_noted_is_told(self):
        status, told = self.run_article(f"<!-- ok: still -->\n{WRONG}")
        self.assertEqual(status, 1)
        self.assertIn("a.md:2:5: title-mismatch speaks of the line, which does not say so", told[0])

    def test_what_is_to_do_may_fail_until_it_holds(self):
        status, told = self.run_article(
            "<!-- todo-contradicted: title-mismatch -->\nThe defense chief spoke.\n")
        self.assertEqual((status, told), (0, []))
        status, told = self.run_article(f"<!-- todo-contradicted: title-mismatch -->\n{WRONG}")
        self.assertEqual(status, 1)
        self.assertIn('take "todo-" away', told[0])

    def test_an_article_that_notes_nothing_and_a_rule_that_is_none_are_told(self):
        self.assertEqual(self.run_article("Nothing.\n")[0], 1)
        status, told = self.run_article("<!-- ok: no-rule -->\nNothing.\n")
        self.assertEqual((status, told), (1, ['a.md:1: no rule is called "no-rule"']))
        self.assertEqual(self.stet("rules", "test", "none.md").status, 2)


if __name__ == "__main__":
    cases.main()
