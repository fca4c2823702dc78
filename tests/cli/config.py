#!/usr/bin/env python3
"""stet.yaml: where it is found, what it does, and what is said of a wrong one."""
import datetime
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, WRONG, StetCase


class ConfigCase(StetCase):
    def setUp(self):
        super().setUp()
        (self.here / ".git").mkdir()
        (self.here / "news" / "old").mkdir(parents=True)
        self.write("news/a.txt", WRONG)
        self.write("news/old/b.txt", WRONG)

    def level(self, path, *more, date=DATE):
        """The level of the one finding; None: there is none."""
        result = self.stet("check", "--format", "jsonl", "--date", date, *more, path)
        self.assertEqual(result.err, "")
        findings = json.loads(result.out)["findings"]
        self.assertLessEqual(len(findings), 1)
        return findings[0]["level"] if findings else None

    def shown(self, key, *more, env=None):
        result = self.stet("config", "show", *more, env=env)
        self.assertEqual((result.status, result.err), (0, ""))
        return next(l for l in result.out.splitlines() if l.startswith(key + ":"))


class Finding(ConfigCase):
    def test_the_nearest_upward_governs(self):
        self.write("stet.yaml", "levels: {title-mismatch: note}\n")
        self.write("news/old/.stet.yaml", "levels: {title-mismatch: off}\n")
        self.assertEqual(self.level("news/a.txt"), "note")
        self.assertIsNone(self.level("news/old/b.txt"))
        result = self.stet("check", "-q", "--date", DATE, "news/old/b.txt", "news/a.txt")
        self.assertIn("news/a.txt:1:5: note", result.out)
        self.assertNotIn("b.txt", result.out)

    def test_nothing_above_the_repository_governs(self):
        (self.home / "stet.yaml").write_text("levels: {title-mismatch: off}\n")
        self.assertEqual(self.level("news/a.txt"), "error")
        (self.here / ".git").rmdir()
        self.assertIsNone(self.level("news/a.txt"))

    def test_two_in_one_folder_are_trouble(self):
        self.write("stet.yaml", "")
        self.write(".stet.yaml", "")
        result = self.stet("check", "news/a.txt")
        self.assertEqual(result.status, 2)
        self.assertIn("stet.yaml: stands beside .stet.yaml, expected only one", result.err)

    def test_an_option_names_one_or_none(self):
        self.write("stet.yaml", "levels: {title-mismatch: off}\n")
        other = self.write("other.yaml", "levels: {title-mismatch: warning}\n")
        self.assertEqual(self.level("news/a.txt", "--config", other), "warning")
        self.assertEqual(self.level("news/a.txt", "--no-config"), "error")
        self.assertEqual(self.stet("check", "--config", "none.yaml", "news/a.txt").status, 2)


class Effect(ConfigCase):
    def test_paths_have_settings_of_their_own(self):
        self.write("stet.yaml", "levels: {title-mismatch: warning}\nper-path:\n"
                                "  - {paths: [news/**], levels: {title-mismatch: note}}\n"
                                "  - {paths: [old/], levels: {title-mismatch: off}}\n")
        self.write("c.txt", WRONG)
        self.assertEqual(self.level("c.txt"), "warning")
        self.assertEqual(self.level("news/a.txt"), "note")
        self.assertIsNone(self.level("news/old/b.txt"))

    def test_quotation_lowers_keeps_or_silences(self):
        self.write("q.txt", f"\u201c{WRONG.strip()}\u201d\n")
        for policy, level in (("lower", "warning"), ("same", "error"), ("off", None)):
            self.write("stet.yaml", f"quotation: {policy}\n")
            self.assertEqual(self.level("q.txt"), level)

    def test_the_fail_level_comes_from_option_environment_or_file(self):
        self.write("o.txt", OUTDATED)
        check = ("check", "-q", "--date", DATE, "o.txt")
        self.assertEqual(self.stet(*check).status, 1)
        self.write("stet.yaml", "fail-level: error\n")
        self.assertEqual(self.stet(*check).status, 0)
        note = self.environment(STET_FAIL_LEVEL="note")
        self.assertEqual(self.stet(*check, env=note).status, 1)
        self.assertEqual(self.stet(*check, "--fail-level", "never", env=note).status, 0)
        result = self.stet(*check, env=self.environment(STET_FAIL_LEVEL="loud"))
        self.assertEqual((result.status, result.err),
                         (2, "stet: STET_FAIL_LEVEL loud: expected note, warning, error or never\n"))

    def test_every_long_option_has_a_variable(self):
        env = self.environment(STET_FORMAT="jsonl", STET_DATE=DATE)
        result = self.stet("check", "news/a.txt", env=env)
        self.assertEqual(json.loads(result.out)["findings"][0]["level"], "error")

    def test_home_is_where_a_bare_title_is(self):
        self.write("h.txt", "The secretary of state, Randall Hotchkiss, spoke.\n")
        self.assertIsNone(self.level("h.txt"))
        self.write("stet.yaml", "home: us\n")
        self.assertEqual(self.level("h.txt"), "warning")

    def test_a_stranger_is_met_at_home_only_where_no_other_country_is_spoken_of(self):
        self.write("stet.yaml", "home: us\n")
        self.write("h.txt", "He came late.\nThe secretary of state, Randall Hotchkiss, spoke on Monday.\n")
        self.assertEqual(self.level("h.txt"), "warning")
        self.write("h.txt", "Dutch Prime Minister Dick Schoof came.\nThe secretary of state, Randall Hotchkiss, spoke on Monday.\n")
        self.assertIsNone(self.level("h.txt"))

    def test_any_body_has_a_president(self):
        for text in ("The school board president, Maria Gonzalez, spoke.\n", "Union vice president Sean Quux spoke.\n",
                     "Board of Control for Bowling in India (BCBI) secretary of state Sean Quux spoke.\n"):
            self.write("h.txt", f"He came late.\n{text}")
            self.assertIn(self.level("h.txt", "--home", "us"), (None, "note"), text)
        self.write("h.txt", "He came late.\nThe secretary of state, Maria Gonzalez, spoke on Monday.\n")
        self.assertEqual(self.level("h.txt", "--home", "us"), "warning")

    def test_home_is_not_meant_in_news_of_elsewhere(self):
        stranger = "The secretary of state, Randall Hotchkiss, spoke.\n"
        for text in (f"French Defense Minister Sebastien Lecornu spoke. {stranger}",
                     "In France the secretary of state, Randall Hotchkiss, spoke.\n",
                     f"{stranger}So did Ruben Brekelmans, the Dutch defense minister.\n"):
            self.write("h.txt", text)
            self.assertIsNone(self.level("h.txt", "--home", "us"), text)
        self.write("h.txt", "The defense minister, Randall Hotchkiss, spoke.\n")
        self.assertEqual(self.level("h.txt", "--home", "us"), "note", "no minister by title")
        self.write("h.txt", f"U.S. Secretary of Defense Pete Hegseth spoke in America. {stranger}")
        self.assertEqual(self.level("h.txt", "--home", "us"), "warning")

    def test_an_option_is_home_before_any_setting(self):
        self.write("h.txt", "The secretary of state, Randall Hotchkiss, spoke.\n")
        self.assertEqual(self.level("h.txt", "--home", "us"), "warning")
        self.write("stet.yaml", "home: nl\nper-path: [{paths: [h.txt], home: nl}]\n")
        self.assertIsNone(self.level("h.txt"))
        self.assertEqual(self.level("h.txt", "--home", "American"), "warning")
        self.assertEqual(self.shown("home", "--home", "us"), "home: us  # --home")
        self.assertEqual(self.shown("home", env=self.environment(STET_HOME="us")), "home: us  # STET_HOME")
        result = self.stet("check", "--home", "Atlantis", "h.txt")
        self.assertEqual((result.status, result.out, result.err),
                         (2, "", '--home: no one place goes by "Atlantis"\n'))

    def test_a_long_grace_does_not_make_the_successor_holder(self):
        self.write("g.txt", WRONG)
        self.write("stet.yaml", "grace: 30\n")
        result = self.stet("check", "-q", "--date", "2025-01-05", "g.txt")
        self.assertIn("5 January 2025: Antony Blinken was", result.out)

    def test_grace_is_given_about_a_change_of_office(self):
        self.write("g.txt", "The Dutch defense minister Ruben Brekelmans spoke.\n")  # since 2 July 2024
        for setting, first_right in (("", "2024-06-29"), ("grace: 0\n", "2024-07-02"),
                                     ("grace: 30\n", "2024-06-02")):
            self.write("stet.yaml", setting)
            right = datetime.date.fromisoformat(first_right)
            wrong = right - datetime.timedelta(days=1)
            self.assertIsNone(self.level("g.txt", date=str(right)), setting)
            self.assertEqual(self.level("g.txt", date=str(wrong)), "warning", setting)

    def test_dates_are_written_as_the_house_writes_them(self):
        self.write("a.txt", WRONG)
        self.write("old.txt", OUTDATED)
        self.assertIn("on 13 February 2025: Marco Rubio was, from 21 January 2025.",
                      self.stet("check", "--date", DATE, "a.txt").out)
        self.write("stet.yaml", "dates: month-day\n")
        result = self.stet("check", "--date", DATE, "a.txt", "-v", "-f", "text", "-f", "html=a.html",
                           "-f", "json=a.json", "-f", "sarif=a.sarif")
        self.assertIn("on February 13, 2025: Marco Rubio was, from January 21, 2025.", result.out)
        self.assertIn("evidence: Marco Rubio, Secretary of State (United States), January 21, 2025 to", result.out)
        day_first = re.compile(r"\b[0-9]{1,2} (January|February|October|December)\b")
        for text in (result.out, (self.here / "a.html").read_text(), (self.here / "a.sarif").read_text()):
            self.assertIsNone(day_first.search(text))
        kept = json.loads((self.here / "a.json").read_text())["documents"][0]
        self.assertEqual((kept["date"], kept["dates"], kept["findings"][0]["evidence"][0]["from"]),
                         (DATE, "month-day", "2025-01-21"))
        again = self.stet("report", "a.json", "-f", "html")
        self.assertEqual(again.out, (self.here / "a.html").read_text())
        self.assertIn("Kajsa Ollongren", self.stet("check", "--date", DATE, "old.txt").out)
        self.assertIn("July 2, 2024", self.stet("check", "--date", DATE, "old.txt").out)
        self.assertIn("February 13, 2025", self.stet("explain", "--date", DATE, "a.txt:1:9").out)

    def test_dates_of_a_card_are_those_of_the_house(self):
        self.write("own.yaml", "people: [{id: anna-bosch, name: Anna Bosch, born: 1971-05-05, died: 2024-02}]\n")
        self.write("stet.yaml", "data: [own.yaml]\n")
        self.assertIn("\nborn 5 May 1971; died February 2024; own.yaml:1\n", self.stet("who", "Anna Bosch").out)
        self.write("stet.yaml", "data: [own.yaml]\ndates: month-day\n")
        self.assertIn("\nborn May 5, 1971; died February 2024; own.yaml:1\n", self.stet("who", "Anna Bosch").out)
        self.assertIn('"born": "1971-05-05"', self.stet("who", "Anna Bosch", "-f", "json").out)

    def test_a_source_of_dates_can_be_refused(self):
        self.write("d.md", "---\ndate: 2025-02-13\n---\n" + WRONG)
        self.write("stet.yaml", "date-source: [today]\n")
        result = self.stet("check", "--format", "jsonl", "d.md")
        self.assertEqual(json.loads(result.out)["date_source"], "today")


OWN_OFFICE = """\
offices:
  - id: us/secretary-of-state
    place: us
    title: Secretary of State
    kind: foreign
    as-of: 2026-01-01
    complete: [{from: 2025-01-21, as-of: 2026-01-01}]
    tenures:
      - {person: pete-hegseth, from: 2025-01-21, sources: [wikidata]}
"""
OWN_RULE = """\
level: note
when: {verdict: supported, person: known, held-on: yes, quoted: no, status: former}
message: "{Person} again."
help: Ours.
wrong: [{date: 2025-02-13, text: "x"}]
right: [{date: 2025-02-13, text: "x"}]
"""


class Additions(ConfigCase):
    def test_own_data_take_the_place_of_shipped_records(self):
        self.assertEqual(self.level("news/a.txt"), "error")
        (self.here / "own").mkdir()
        self.write("own/us.yaml", OWN_OFFICE)
        self.write("stet.yaml", "data: [own]\n")
        self.assertIsNone(self.level("news/a.txt"))
        self.write("rubio.txt", "The U.S. secretary of state, Marco Rubio, spoke.\n")
        result = self.stet("check", "--format", "jsonl", "--date", DATE, "rubio.txt")
        finding = json.loads(result.out)["findings"][0]
        self.assertEqual([(e["person"], e["file"], e["line"]) for e in finding["evidence"]][0],
                         ("pete-hegseth", "own/us.yaml", 9))

    def test_own_data_add_to_the_book(self):
        self.write("own.yaml", OWN_OFFICE.replace("us/secretary-of-state", "us/chief-of-fish")
                   .replace("Secretary of State", "Chief of Fish").replace("kind: foreign", "seats: 1"))
        self.write("stet.yaml", "data: [own.yaml]\n")
        self.write("fish.txt", "Pete Hegseth, chief of fish of the United States, spoke.\n")
        result = self.stet("check", "--format", "jsonl", "--date", DATE, "fish.txt")
        self.assertEqual(json.loads(result.out)["claims"][0]["verdict"], "supported")

    def test_own_data_are_checked_like_shipped_ones(self):
        self.write("own.yaml", OWN_OFFICE.replace("pete-hegseth", "pete-hegset"))
        self.write("stet.yaml", "data: [own.yaml]\n")
        result = self.stet("check", "news/a.txt")
        self.assertEqual(result.status, 2)
        self.assertIn("own.yaml:9:", result.err)
        self.write("stet.yaml", "data: [none.yaml]\n")
        self.assertEqual(self.stet("check", "news/a.txt").status, 2)

    def test_own_rules_stand_beside_the_shipped_ones(self):
        (self.here / "own").mkdir()
        self.write("own/again.yaml", OWN_RULE)
        self.write("stet.yaml", "rules: [own/]\nlevels: {again: error}\n")
        listed = self.stet("rules", "list")
        self.assertEqual((listed.status, listed.err), (0, ""))
        self.assertIn("\nagain ", "\n" + listed.out)
        self.assertEqual(self.level("news/a.txt"), "error")

    def test_one_run_has_one_book(self):
        self.write("own.yaml", OWN_OFFICE)
        self.write("news/stet.yaml", "data: [../own.yaml]\n")
        self.write("c.txt", WRONG)
        result = self.stet("check", "-q", "--date", DATE, "c.txt", "news/a.txt")
        self.assertEqual(result.status, 2)
        self.assertIn("news/stet.yaml: its data, rules or house spellings are others", result.err)


class Faults(ConfigCase):
    def test_all_are_told_with_their_places(self):
        self.write("stet.yaml", "fail-levle: error\nquotation: loud\nexclude: drafts\n"
                                "per-path: [{path: x}]\nsuppression: {require-reasons: true}\n")
        result = self.stet("check", "news/a.txt")
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertEqual(result.err.splitlines(), [
            'stet.yaml:1:1: unknown key "fail-levle", did you mean "fail-level"?',
            'stet.yaml:2:12: unknown value "loud", expected lower, same or off',
            "stet.yaml:3:10: exclude is a single value, expected a list",
            'stet.yaml:4:13: unknown key "path", did you mean "paths"?',
            'stet.yaml:5:15: unknown key "require-reasons", did you mean "require-reason"?'])

    def test_grace_is_a_few_days(self):
        for wrong in ("31", "-1", "three", "2.5", "''", "99999999999"):
            self.write("stet.yaml", f"grace: {wrong}\n")
            result = self.stet("check", "news/a.txt")
            text = wrong.strip("'")
            self.assertEqual((result.status, result.err), (
                2, f'stet.yaml:1:8: `grace:` is "{text}", expected a number of days, 0 to 30\n'))

    def test_a_rule_or_a_place_that_is_none_is_told(self):
        self.write("stet.yaml", "levels: {title-mismach: off}\nhome: Atlantis\n")
        result = self.stet("check", "news/a.txt")
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertEqual(result.err.splitlines(), [
            'stet.yaml:1:10: unknown rule "title-mismach", did you mean "title-mismatch"?',
            'stet.yaml:2:7: no one place goes by "Atlantis"'])


class Showing(ConfigCase):
    def test_each_value_says_whence_it_came(self):
        self.assertEqual(self.shown("grace"), "grace: 3  # as shipped")
        self.write("stet.yaml", "quotation: same\nexclude: [drafts/, '*.x']\ngrace: 7\n")
        self.assertEqual(self.shown("grace"), "grace: 7  # stet.yaml:3")
        self.assertEqual(self.shown("quotation"), "quotation: same  # stet.yaml:1")
        self.assertEqual(self.shown("exclude"), "exclude: [drafts/, '*.x']  # stet.yaml:2")
        self.assertEqual(self.shown("fail-level"), "fail-level: warning  # as shipped")
        self.assertEqual(self.shown("fail-level", "--fail-level=note"),
                         "fail-level: note  # --fail-level")
        self.assertEqual(self.shown("fail-level", env=self.environment(STET_FAIL_LEVEL="never")),
                         "fail-level: never  # STET_FAIL_LEVEL")
        self.assertEqual(self.shown("quotation", "news/a.txt"), "quotation: same  # stet.yaml:1")

    def test_of_a_path_what_governs_it_is_shown(self):
        self.write("stet.yaml", "levels: {stale-book: off, title-outdated: note}\nhome: us\nper-path:\n"
                                "  - {paths: [news/], levels: {title-outdated: off}, quotation: off}\n"
                                "  - {paths: [old/], levels: {place-mismatch: note}, home: nl}\n")
        self.assertEqual(self.shown("levels"), "levels: {stale-book: off, title-outdated: note}  # stet.yaml:1")
        self.assertEqual(self.shown("quotation"), "quotation: lower  # as shipped")
        self.assertEqual(self.shown("levels", "news/a.txt"),
                         "levels: {stale-book: off, title-outdated: off}  # stet.yaml:1, stet.yaml:4")
        self.assertEqual(self.shown("quotation", "news/a.txt"), "quotation: off  # stet.yaml:4")
        self.assertEqual(self.shown("home", "news/a.txt"), "home: us  # stet.yaml:2")
        self.assertEqual(self.shown("home", "news/old/b.txt"), "home: nl  # stet.yaml:5")
        self.assertEqual(self.shown("home", "--home", "gb", "news/old/b.txt"), "home: gb  # --home")
        self.assertIn("place-mismatch: note", self.shown("levels", "news/old/b.txt"))

    def test_what_is_shown_can_be_read_again(self):
        self.write("stet.yaml", "house: {Kyiv: [Kiev], \"it's\": ['a: b']}\nhome: us\n")
        shown = self.stet("config", "show").out
        self.write("stet.yaml", shown)
        self.assertEqual([l.partition("  #")[0] for l in self.stet("config", "show").out.splitlines()],
                         [l.partition("  #")[0] for l in shown.splitlines()])

    def test_the_file_to_begin_with_holds_every_key_and_changes_nothing(self):
        before = self.stet("config", "show").out
        self.assertEqual(self.stet("init").status, 0)
        self.assertEqual(self.stet("config", "show").out, before)
        text = (self.here / "stet.yaml").read_text()
        schema = json.loads(self.stet("config", "schema").out)
        self.assertEqual({k: v for k, v in schema["properties"]["grace"].items() if k != "description"},
                         {"type": "integer", "minimum": 0, "maximum": 30})
        for key in schema["properties"]:
            self.assertIn(f"\n#{key}:", text)
        self.assertEqual(self.stet("init").status, 2)
        self.assertEqual((self.here / "stet.yaml").read_text(), text)

    def test_the_file_to_begin_with_is_right_without_its_hashes(self):
        self.stet("init")
        text = (self.here / "stet.yaml").read_text()
        self.write("stet.yaml", re.sub(r"^#(?=\S|  )", "", text, flags=re.M))
        result = self.stet("config", "show")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertNotIn("as shipped", result.out)


if __name__ == "__main__":
    cases.main()
