#!/usr/bin/env python3
"""stet extract and stet explain: how an article was read, and why it was flagged or was not."""
import json
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, RIGHT, WRONG, StetCase


class Extract(StetCase):
    def test_a_sentence_has_its_tokens_tags_and_claims(self):
        result = self.stet("extract", self.write("a.txt", WRONG))
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertIn(f"a.txt:1:1: {WRONG}", result.out)
        self.assertIn("\n  tokens The|U.S.|secretary|of|state|Pete|Hegseth|spoke|.\n", result.out)
        self.assertIn("\n  tags   aAOPw.\n", result.out)
        self.assertIn("\n    P  Pete Hegseth  = pete-hegseth\n", result.out)
        claim = "Pete Hegseth | secretary of state | U.S. | current"
        self.assertIn(f"\n  claim  c1, office, by title-before-name: {claim}\n", result.out)

    def test_json_has_offsets_of_each_mention(self):
        result = self.stet("extract", "--format", "json", self.write("a.txt", WRONG))
        sentence = json.loads(result.out)["sentences"][0]
        self.assertEqual(sentence["tags"], "aAOPw.")
        for mention in sentence["mentions"]:
            self.assertEqual(WRONG[mention["start"]:mention["end"]], mention["text"])
        self.assertEqual([claim["construction"] for claim in sentence["claims"]], ["title-before-name"])

    def test_controls_of_an_article_do_not_reach_the_terminal(self):
        result = self.stet("extract", self.write("a.txt", "The French president\x1b[2J Emmanuel Macron spoke.\n"))
        self.assertNotIn("\x1b", result.out)

    def test_nothing_to_read_is_told(self):
        result = self.stet("extract")
        self.assertEqual((result.status, result.out), (2, ""))


class Explain(StetCase):
    def explain(self, text, place, *more):
        return self.stet("explain", "--date", DATE, *more, f'{self.write("a.txt", text)}:{place}')

    def test_a_flagged_claim_names_rule_facts_and_tenures(self):
        result = self.explain(WRONG, "1:32")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertIn("by the construction title-before-name", result.out)
        self.assertIn("flagged: error [title-mismatch]", result.out)
        self.assertRegex(result.out, r"rule title-mismatch speaks, as person is known\n +before it stands .*title-outdated, but held-before is no")
        self.assertRegex(result.out, r"held instead: Pete Hegseth, Secretary of Defense .*reference/book\.yaml:\d+\n")

    def test_a_claim_that_stands_names_the_tenure_that_supports_it(self):
        result = self.explain(RIGHT, "1")
        self.assertIn("\n  supported: in office from ", result.out)
        self.assertIn("supports it: Pete Hegseth, Secretary of Defense", result.out)
        self.assertNotIn("flagged", result.out)

    def explain_roe(self, count):
        """Explains "Senator Roe" where so many are called that; only the last was in office by then."""
        roes = [(f"roe-{i:03}", f"{chr(65 + i // 26)}{chr(97 + i % 26)} Roe") for i in range(count)]
        tenures = [f"      - {{person: {id}, from: {2005 if id == roes[-1][0] else 2020}-01-01, sources: [wikidata]}}\n"
                   for id, _ in roes]
        own = self.home / "own"
        shutil.copytree(self.rules, own)
        (own / "reference/roe.yaml").write_text(
            "offices:\n  - id: us/senator\n    place: us\n    title: Senator\n    kind: senator\n    seats: many\n"
            "    as-of: 2026-01-01\n    tenures:\n" + "".join(sorted(tenures, key=lambda t: t[t.index("from"):]))
            + "people:\n" + "".join(f"  - {{id: {id}, name: {name}}}\n" for id, name in roes), encoding="utf-8")
        result = self.stet("explain", "--date", "2010-05-01", "--rules", own,
                           self.write("a.txt", "U.S. Senator Roe spoke.\n") + ":1")
        self.assertEqual((result.status, result.err), (0, ""))
        return result.out, [line for line in result.out.splitlines() if line.startswith("    as ")]

    def test_of_many_readings_those_that_decide_are_shown(self):
        out, shown = self.explain_roe(12)
        self.assertIn("\n  12 readings, of which ", out)
        self.assertEqual(len(shown), 8)
        self.assertRegex(shown[0], r"^    as Al Roe, us/senator, .*: supported: ")
        self.assertTrue(all(": unverifiable: " in line for line in shown[1:]))
        self.assertRegex(out, r"\n    and 4 more: 4 unverifiable\n$")

    def test_eight_readings_are_all_shown(self):
        out, shown = self.explain_roe(8)
        self.assertEqual(len(shown), 8)
        self.assertNotIn(" more", out)

    def test_too_many_readings_are_told(self):
        out, shown = self.explain_roe(70)
        self.assertIn("\n  more than 64 readings, too many to judge\n", out)
        self.assertEqual(shown, [])

    def test_the_date_decides(self):
        result = self.stet("explain", "--date", "2024-05-01", f'{self.write("a.txt", RIGHT)}:1')
        self.assertIn("[title-premature]", result.out)

    def test_without_a_claim_it_says_which_words_are_in_the_way(self):
        result = self.explain("Pete Hegseth, whom many call the best secretary of state, spoke.\n", "1:3")
        self.assertIn("no claim is read here", result.out)
        self.assertIn('name-then-title would fit without "whom many call the best"', result.out)

    def test_the_closest_are_shown_however_far(self):
        between = "who had come over the hills and through the long wet fields that day"
        result = self.explain(f"The secretary of state, {between}, was Pete Hegseth.\n", "1:6")
        self.assertIn(f'  title-is-name would fit without ", {between},"\n', result.out)

    def test_where_nothing_comes_close_it_says_what_there_was_to_join(self):
        result = self.explain("The secretary of state was there yesterday.\n", "1:6")
        self.assertIn('  none. Read as titles: "secretary of state"; as names of people: none, and only ', result.out)
        result = self.explain("The secretary of state met Pete Hegseth and then they slept.\n", "1:55")
        self.assertIn('; as names of people: "Pete Hegseth"; no pattern in rules/words/constructions.yaml ', result.out)

    def test_without_a_title_it_says_so(self):
        self.assertIn("no title of an office is known", self.explain("Pete Hegseth spoke.\n", "1:3").out)

    def test_a_place_outside_is_told(self):
        self.assertIn("no sentence stands at 9:1", self.explain(WRONG, "9:1").out)

    def test_what_is_no_place_is_told(self):
        result = self.stet("explain", self.write("a.txt", WRONG))
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertIn("PATH:LINE:COLUMN", result.err)


if __name__ == "__main__":
    cases.main()
