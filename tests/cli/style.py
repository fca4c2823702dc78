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

    def test_a_block_is_looked_through_once_for_a_pattern(self):
        """Looked through for each of its words, it would take minutes."""
        self.rule("pattern: wordy words")
        self.assertEqual(self.said("wordy " * 500_000 + "words.\n"), ["wordy words"])

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

    def test_what_begins_or_ends_without_a_letter_is_found_too(self):
        self.rule("pattern: 'U\\.S\\.'")
        self.assertEqual(self.said("The U.S. fleet, in the (U.S.).\n"), ["U.S."] * 2)
        self.rule("pattern: \"'s office\"")
        self.assertEqual(self.said("The mayor's office, the mayor's offices.\n"), ["'s office"])

    def test_what_may_be_missing_is_no_word_that_it_needs(self):
        for pattern, text in (("web ?site", "website"), ("\\p{Lu}iev", "Kiev"), (".{3}word", "Mr.word"),
                              ("foo {0,1}bar", "foobar"), ("\\x{4b}iev", "Kiev")):
            self.rule(f"pattern: '{pattern}'")
            self.assertEqual(self.said(f"A {text} there.\n"), [text], pattern)

    def test_braces_that_are_escaped_or_quoted_are_no_slots(self):
        for pattern in ("\\{person\\}", "\\Q{person}", "\\Q{person}\\E"):
            self.rule(f"pattern: '{pattern}'")
            self.assertEqual(self.said("Dear {person}, Pete Hegseth.\n"), ["{person}"], pattern)

    def test_a_pattern_that_may_match_nothing_passes_over_any_letter(self):
        self.rule("pattern: 'x*'")
        self.assertEqual(self.said("\u00e9\u00e9 \u4e2d\U0001f600 x.\n"), ["x"])

    def test_each_hostile_pattern_is_told_in_one_message(self):
        over, quotes = "(" * 400 + "a" + ")" * 400, "x" * 20
        for pattern, said in (
                ("a)|(b", "fails at its character 2: unmatched closing parenthesis"),
                ("{person} a)", "fails at its character 11: unmatched closing parenthesis"),
                ("{person} (a", "fails at its character 12: missing closing parenthesis"),
                ("(?<={person})a", "lookbehind assertion is not fixed length|lookbehind assertion is too"),
                ("a(?C255)b", "holds a callout"), ("(?C1){person}", "holds a callout"),
                ("a\\C", "fails at its character"), ("(?:(?:a{900}){900}){900}", "too large"),
                ("(*LIMIT_MATCH=1)a", "an option at its start"), ("(*UTF)a", "an option at its start"),
                ("(?x)a # b", "ends in a comment"), (over, "too deep|too many"), ("a\\", "fails at its character"),
                ("{person}" * 9, "more slots than 8"), ("(a)" * 64, "64 groups"), ("(?<person>a){person}", "same name"),
                ("[a", "missing terminating"), ("(?P>nobody)", "fails at")):
            with self.subTest(pattern=pattern[:40]):
                self.rule(f"pattern: '{pattern}'")
                result = self.run_on("The baab of Pete Hegseth.\n" + quotes)
                self.assertEqual(result.status, 2)
                self.assertRegex(result.err, rf"\Aown/ours\.yaml:3:10: [^\n]*(?:{said})[^\n]*\n\Z")
                self.assertEqual(self.stet("rules", "check").err.count("own/ours.yaml:3:10"), 1)

    def test_over_tags_too(self):
        for pattern, said in (("(?C1)O", "holds a callout"), ("(*UTF)O", "fails at"), ("O{(P)}", None),
                              ("(?:(?:O?)+)+$", None)):
            with self.subTest(pattern=pattern):
                self.rule(f"pattern: '{pattern}'", subject="tags")
                result = self.run_on("The secretary of defense Pete Hegseth spoke.\n")
                self.assertEqual(result.status, 2 if said else 0)
                self.assertEqual(result.err.count("\n"), bool(said))
                self.assertIn(said or "", result.err)

    def test_it_is_shown(self):
        self.rule("pattern: Kiev")
        self.assertIn("\npattern: Kiev, line 3\n", self.stet("rules", "show", "ours").out)

    def test_a_limit_is_trouble_with_the_rules_name(self):
        self.rule("pattern: '(a|aa)+y'")
        result = self.run_on("a" * 4000 + " y\n")
        self.assertEqual(result.status, 2)
        self.assertIn("rule ours runs into a limit in a.txt", result.err)
        self.rule("pattern: 'kite (a|aa)+y'")
        result = self.run_on(("kite " + "a" * 4000 + " y\n\n") * 3)
        self.assertEqual(result.err.count("runs into a limit"), 1)

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
        self.write("a.txt", "Kiev KIEV Secretary of War, secretary of war, Secretary of war, SECRETARY OF WAR, Kievan\n")
        self.assertEqual(self.stet("check", "--fix", "-q", "--date", DATE, "a.txt").err, "")
        self.assertEqual((self.here / "a.txt").read_text(),
                         "Kyiv KYIV Secretary of Defense, secretary of defense, Secretary of defense, SECRETARY OF DEFENSE, "
                         "Kievan\n")

    def test_terms_are_words_as_they_stand(self):
        self.write("stet.yaml", 'house: {US: [U.S.], "C++": ["C+", "c\\\\E(x)"], "{person}": [Who?, "a {person}"]}\n')
        self.assertEqual([m.partition(", not ")[2] for m in self.said(
            "The U.S. fleet, the U.S.A., U.S.S.R.; C+, C++ and c\\E(x); who? a {person}, a Pete Hegseth.\n",
            "house-style")], ['"U.S.".', '"C+".', '"c\\E(x)".', '"who?".', '"a {person}".'])
        shown = self.stet("rules", "show", "house-style").out
        self.assertIn("\nterm:    US, not U.S., line 1\n", shown)
        self.assertIn('\nfix:     the said becomes "{instead}"\n', shown)

    def test_what_stands_inside_its_house_term_is_right(self):
        self.write("stet.yaml", "house: {Department of War: [War], War: [Department of War of Oz]}\n")
        text = "The Department of War, the War and the DEPARTMENT OF WAR.\n"
        self.assertEqual(self.said(text, "house-style"), ['House style is "Department of War", not "War".'])
        self.stet("check", "--fix", "-q", "--date", DATE, "a.txt")
        fixed = (self.here / "a.txt").read_text()
        self.assertEqual(fixed, "The Department of War, the Department of War and the DEPARTMENT OF WAR.\n")
        self.assertEqual(self.said(fixed, "house-style"), [])

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
