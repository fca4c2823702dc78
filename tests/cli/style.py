#!/usr/bin/env python3
"""Rules that are patterns: over the text, with slots, over tags; house spellings from stet.yaml."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, StetCase

RULE = """\
subject: {subject}
level: warning
{keys}
message: "{message}"
{more}help: x
wrong: [{{date: 2025-02-13, text: x}}]
right: [{{date: 2025-02-13, text: y}}]
"""


class StyleCase(StetCase):
    def setUp(self):
        super().setUp()
        (self.here / "own").mkdir()
        (self.here / ".git").mkdir()
        self.write("stet.yaml", "rules: [own]\n")

    def rule(self, keys, message="{said}", subject="text", more="", name="ours"):
        self.write(f"own/{name}.yaml", RULE.format(subject=subject, keys=keys, message=message, more=more))

    def run_on(self, text, name="a.txt"):
        self.write(name, text)
        return self.stet("check", "--format", "jsonl", "--date", DATE, name)

    def said(self, text, rule="ours", **more):
        """The messages of the rule's findings."""
        result = self.run_on(text, **more)
        self.assertEqual(result.err, "")
        return [f["message"] for f in json.loads(result.out)["findings"] if f["rule"] == rule]


class Patterns(StyleCase):
    def test_a_pattern_is_whole_words(self):
        self.rule("pattern: Kiev")
        self.assertEqual(self.said("Kiev, Kievan Rus, pro-Kiev, kiev, Kiev's.\n"), ["Kiev"] * 3)

    def test_it_may_be_without_regard_to_case(self):
        self.rule("pattern: secretary of war\nfold: true")
        self.assertEqual(self.said("Secretary of War, secretary  of war, secretary of war.\n"),
                         ["Secretary of War", "secretary of war"])

    def test_letters_beyond_ascii_are_letters(self):
        self.rule("pattern: 'Erdo\\w+n'")
        self.assertEqual(self.said("Erdo\u011fan and Erdogan.\n"), ["Erdo\u011fan", "Erdogan"])

    def test_slots_take_mentions_and_nothing_else(self):
        self.rule("pattern: '{office} {person}'", "{person} | {office}")
        self.assertEqual(self.said("U.S. Secretary of Defense Pete Hegseth met Dutch baker Jan Smit.\n"),
                         ["Pete Hegseth | Secretary of Defense"])

    def test_a_place_and_a_date_are_slots_too(self):
        self.rule("pattern: 'in {place} in {date}'", "{place}: {date}")
        self.assertEqual(self.said("He was in France in 2013, and in town in 2014.\n"), ["France: 2013"])

    def test_a_pattern_over_tags_has_groups(self):
        self.rule("pattern: '(?<office>O) (?<person>[PN])'", "{person}", subject="tags")
        self.assertEqual(self.said("The secretary of defense Pete Hegseth spoke.\n"), ["Pete Hegseth"])

    def test_positions_are_those_of_the_file(self):
        self.rule("pattern: Kiev")
        result = self.run_on("# A\n\nIn **Kiev** it rained.\n", "a.md")
        finding = json.loads(result.out)["findings"][0]
        self.assertEqual((finding["start"], finding["claim"]), ({"offset": 10, "line": 3, "column": 6}, None))

    def test_what_is_no_pattern_is_told_when_it_is_asked_and_by_check(self):
        self.rule("pattern: 'Kiev('")
        result = self.run_on("Kiev.\n")
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, r"own/ours\.yaml:3:10: the pattern fails at")
        self.assertEqual(self.stet("rules", "check").status, 1)

    def test_it_is_shown(self):
        self.rule("pattern: Kiev")
        self.assertIn("\npattern: Kiev, line 3\n", self.stet("rules", "show", "ours").out)

    def test_a_limit_is_trouble_with_the_rules_name(self):
        self.rule("pattern: '(a|aa)+y'")
        result = self.run_on("a" * 4000 + " y\n")
        self.assertEqual(result.status, 2)
        self.assertIn("rule ours runs into a limit in a.txt", result.err)

    def test_a_rule_of_text_has_a_pattern_or_terms_and_no_rows(self):
        for keys in ("tags: []", "when: {}", "pattern: x\nterms: {y: [z]}"):
            self.rule(keys)
            result = self.run_on("x\n")
            self.assertEqual(result.status, 2)
            self.assertIn("has `pattern:` or `terms:`", result.err)

    def test_a_name_wants_its_first_name_at_first(self):
        (self.here / "own/first.yaml").write_text(
            "level: note\nwhen: {name: new-surname, verdict: [supported, unverifiable, contradicted]}\n"
            "message: '{person}: the first mention lacks the first name.'\nhelp: x\n"
            "wrong: [{date: 2025-02-13, text: x}]\nright: [{date: 2025-02-13, text: y}]\n")
        self.assertEqual(self.said("The U.S. secretary of defense, Hegseth, spoke.\n", "first"),
                         ["Pete Hegseth: the first mention lacks the first name."])
        self.assertEqual(self.said("Pete Hegseth spoke. The U.S. secretary of defense, Hegseth, left.\n", "first"),
                         [])


class House(StyleCase):
    def setUp(self):
        super().setUp()
        self.write("stet.yaml", "house: {Kyiv: [Kiev], secretary of defense: [secretary of war]}\n")

    def test_terms_are_told_and_put_right_in_the_case_of_the_words(self):
        self.assertEqual(self.said("Kiev.\n", "house-style"), ['House style is "Kyiv", not "Kiev".'])
        self.write("a.txt", "Kiev KIEV Secretary of War, secretary of war, SECRETARY OF WAR, Kievan\n")
        self.assertEqual(self.stet("check", "--fix", "-q", "--date", DATE, "a.txt").err, "")
        self.assertEqual((self.here / "a.txt").read_text(),
                         "Kyiv KYIV Secretary of Defense, secretary of defense, SECRETARY OF DEFENSE, Kievan\n")

    def test_quotations_are_told_more_softly_and_stay(self):
        text = "\u201cKiev,\u201d he said.\n"
        result = self.run_on(text)
        finding = json.loads(result.out)["findings"][0]
        self.assertEqual((finding["level"], finding["fixes"]), ("note", []))

    def test_the_rule_can_be_set_like_any_other(self):
        self.write("stet.yaml", "house: {Kyiv: [Kiev]}\nlevels: {house-style: off}\n")
        self.assertEqual(self.said("Kiev.\n", "house-style"), [])
        self.assertIn("house-style", self.stet("rules", "list").out)

    def test_a_mark_lets_it_stand(self):
        result = self.run_on("<!-- stet: house-style -- a dish -->\n\nChicken Kiev.\n", "a.md")
        self.assertIsNotNone(json.loads(result.out)["findings"][0]["suppressed"])


if __name__ == "__main__":
    cases.main()
