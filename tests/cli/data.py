#!/usr/bin/env python3
"""stet who and stet data, as a librarian meets them."""
import json
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import StetCase

SOD = "us/secretary-of-defense"


class Who(StetCase):
    def dates(self, *arguments):
        """(from, to, holder) of all offices in a JSON answer."""
        result = self.stet("who", *arguments, "--format", "json")
        self.assertEqual((result.status, result.err), (0, ""))
        return [(t["from"], t["to"], t["person"]["id"])
                for office in json.loads(result.out)["offices"] for t in office["tenures"]]

    def test_a_person_has_tenures_sources_and_lines(self):
        result = self.stet("who", "Kajsa Ollongren")
        self.assertEqual((result.status, result.err), (0, ""))
        lines = result.out.splitlines()
        self.assertEqual(lines[0], "Kajsa Ollongren (kajsa-ollongren)")
        self.assertRegex(lines[2], r"^  2022-01-10  2024-07-02  Minister of Defence, Netherlands"
                                   r"  \[wikidata\]  .*book\.yaml:\d+$")

    def test_a_surname_is_enough_and_accents_do_not_matter(self):
        for name in ("Lecornu", "sebastien lecornu", "SÉBASTIEN LECORNU", "sebastien-lecornu"):
            self.assertIn("Sébastien Lecornu (", self.stet("who", name).out)

    def test_an_office_is_named_by_title_and_place_in_many_ways(self):
        for arguments in (["secretary of defense", "--place", "us"], [SOD],
                          ["defense minister", "--place", "American"], ["U.S. secretary of defense"],
                          ["secretary of defense of the United States"], ["defence minister", "--place=US"]):
            with self.subTest(arguments=arguments):
                self.assertEqual([h for _, _, h in self.dates(*arguments)],
                                 ["lloyd-austin", "robert-salesses", "pete-hegseth"])

    def test_a_title_of_several_places_has_a_card_each(self):
        result = self.stet("who", "defence minister")
        self.assertEqual([line for line in result.out.splitlines() if line.endswith(")")],
                         ["Minister of the Armed Forces, France (fr/minister-of-defence)",
                          "Minister of Defence, Netherlands (nl/minister-of-defence)",
                          "Secretary of Defense, United States (us/secretary-of-defense)"])

    def test_a_day_has_its_holder_and_a_hand_over_day_has_two(self):
        self.assertEqual(self.dates(SOD, "--on", "2025-02-13"),
                         [("2025-01-25", None, "pete-hegseth")])
        self.assertEqual([h for _, _, h in self.dates(SOD, "--on", "2025-01-25")],
                         ["robert-salesses", "pete-hegseth"])
        self.assertEqual([h for _, _, h in self.dates(SOD, "--on", "2025-01-22")],
                         ["robert-salesses"])
        self.assertIn("Robert Salesses, acting", self.stet("who", SOD, "--on", "2025-01-22").out)

    def test_a_day_that_nothing_covers_is_not_known(self):
        for day in ("2019-01-01", "2030-01-01"):
            out = self.stet("who", SOD, "--on", day).out
            self.assertIn(f"the book does not know who held it on {day}; its succession is "
                          "complete 2021-01-22 to 2026-01-01\n", out)
        self.assertIn("last known:\n  2025-01-25  -           Pete Hegseth, as of 2026-01-01", out)
        found = json.loads(self.stet("who", SOD, "--on", day, "--format", "json").out)["offices"][0]
        self.assertEqual(found["tenures"], [])
        self.assertEqual(found["last_known"]["person"]["id"], "pete-hegseth")

    def test_a_vacancy_is_said(self):
        own = self.own_rules()
        book = own / "reference/book.yaml"
        row = "      - {person: pete-hegseth, from: 2025-01-25, sources: [wikidata]}\n"
        text = book.read_text(encoding="utf-8")
        book.write_text(text.replace(row, "      - {vacant: true, from: 2025-01-26, to: 2025-01-28}\n"
                                     + row.replace("01-25", "01-29")), encoding="utf-8")
        result = self.stet("who", SOD, "--on", "2025-01-27", "--rules", own)
        self.assertRegex(result.out, r"\n  2025-01-26  2025-01-28  vacant  \S+book\.yaml:\d+\n$")

    def test_names_with_dates_are_listed_and_that_of_the_day_is_shown(self):
        own = self.own_rules()
        book = own / "reference/book.yaml"
        text = book.read_text(encoding="utf-8")
        title = "    title: Secretary of Defense\n"
        self.assertEqual(text.count(title), 1)
        book.write_text(text.replace(
            title, "    title: {title: Secretary of War, from: 2025-09-05}\n"
                   "    also: {title: Secretary of Defense, to: 2025-09-04}\n"), encoding="utf-8")
        for day, name in ("2025-09-04", "Secretary of Defense"), ("2025-09-05", "Secretary of War"):
            out = self.stet("who", SOD, "--on", day, "--rules", own).out
            self.assertTrue(out.startswith(
                f"{name}, United States ({SOD})\n"
                "called Secretary of War from 2025-09-05, Secretary of Defense to 2025-09-04\n"), out)
            found = json.loads(self.stet("who", SOD, "--on", day, "--format", "json", "--rules",
                                         own).out)["offices"][0]
            self.assertEqual(found["title"], name)
            self.assertEqual(found["names"],
                             [{"name": "Secretary of War", "from": "2025-09-05", "to": None},
                              {"name": "Secretary of Defense", "from": None, "to": "2025-09-04"}])
        self.assertIn("  2021-01-22  2025-01-20  Secretary of Defense, United States",
                      self.stet("who", "Lloyd Austin", "--rules", own).out)

    def test_who_took_over_from_whom_is_told(self):
        own = self.own_rules()
        book = own / "reference/book.yaml"
        text = book.read_text(encoding="utf-8")
        at = "  - id: nl/minister-of-defence\n"
        self.assertEqual(text.count(at), 1)
        book.write_text(text.replace(
            at, f"  - {{id: nl/minister-of-war, place: nl, title: War Minister, succeeded-by: {at[8:-1]}}}\n"
                + at), encoding="utf-8")
        self.assertIn("\ntook over from War Minister, Netherlands (nl/minister-of-war)\n",
                      self.stet("who", "nl/minister-of-defence", "--rules", own).out)
        self.assertIn("\nsucceeded by Minister of Defence, Netherlands (nl/minister-of-defence)\n",
                      self.stet("who", "nl/minister-of-war", "--rules", own).out)
        found = json.loads(self.stet("who", "nl/minister-of-war", "--format", "json", "--rules",
                                     own).out)["offices"][0]
        self.assertEqual(found["succeeded_by"],
                         [{"id": "nl/minister-of-defence", "title": "Minister of Defence"}])
        self.assertEqual(found["took_over_from"], [])

    def test_a_person_on_a_day_has_the_offices_of_that_day(self):
        self.assertIn("2025-01-25", self.stet("who", "Hegseth", "--on", "2025-06-01").out)
        self.assertIn("knows of no office on 2020-01-01",
                      self.stet("who", "Hegseth", "--on", "2020-01-01").out)

    def test_a_name_that_is_none_has_near_ones(self):
        result = self.stet("who", "Pete Hegsteh")
        self.assertEqual((result.status, result.out), (1, ""))
        self.assertEqual(result.err, 'nobody and no office goes by "Pete Hegsteh", '
                                     "did you mean Pete Hegseth?\n")
        self.assertEqual(self.stet("who", "Zebediah Quux").status, 1)

    def test_a_place_that_is_none_has_near_ones(self):
        result = self.stet("who", "defence minister", "--place", "Frannce")
        self.assertEqual((result.status, result.out), (1, ""))
        self.assertIn("did you mean France", result.err)
        self.assertEqual(self.stet("who", "Hegseth", "--place", "fr").status, 1)

    def test_bad_use_is_told(self):
        for arguments in ([], [""], ["Pete", "Hegseth"], [SOD, "--on", "2025"],
                          [SOD, "--on", "tomorrow"], [SOD, "--format", "xml"], [SOD, "--date", "2025-01-01"]):
            with self.subTest(arguments=arguments):
                result = self.stet("who", *arguments)
                self.assertEqual((result.status, result.out), (2, ""))
                self.assertEqual(result.err.count("\n"), 1)

    def own_rules(self):
        own = self.home / "own"
        shutil.copytree(self.rules, own)
        return own


class Status(StetCase):
    def test_each_place_and_kind_has_a_row(self):
        result = self.stet("data", "status", "--format", "json")
        self.assertEqual((result.status, result.err), (0, ""))
        status = json.loads(result.out)
        self.assertEqual(status["today"], "2025-02-13")
        self.assertEqual([(r["place"], r["kind"], r["tenures"]) for r in status["rows"]],
                         [("fr", "defence", 1), ("nl", "defence", 2), ("us", "defence", 3),
                          ("us", "foreign", 3)])
        self.assertEqual(status["rows"][0]["complete_to"], "2025-10-05")
        self.assertEqual(status["rows"][0]["age_days"], -322)
        self.assertEqual(status["total"]["confirmed"], 9)

    def test_the_table_ends_in_totals(self):
        lines = self.stet("data", "status", self.rules).out.splitlines()
        self.assertEqual(len(lines), 6)
        self.assertRegex(lines[1], r"^fr +defence +1  2022-05-20 to 2025-10-05 +2026-01-01 +-322 +100%$")
        self.assertRegex(lines[-1], r"^total: 3 places, 4 offices, 9 people, 9 tenures, 100% confirmed")

    def own_reference(self, conflicts):
        own = self.home / "reference"
        shutil.copytree(self.rules / "reference", own)
        (own / "conflicts.csv").write_text(conflicts, encoding="utf-8")
        return own

    def test_conflicts_are_listed_by_source_with_a_count(self):
        own = self.own_reference('source,says\n'
                                 'wikidata,"bo-ek, nl/fish: from 2012, the book says 2013"\n'
                                 'ifg,"ana-roe, gb/fish: to 2014, the book says 2015"\n'
                                 'wikidata,"al-ek, nl/fish: from 2001, the book says 2002"\n')
        result = self.stet("data", "status", "--conflicts", own)
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertEqual(result.out, "ifg: 1\n"
                                     "  ana-roe, gb/fish: to 2014, the book says 2015\n"
                                     "wikidata: 2\n"
                                     "  al-ek, nl/fish: from 2001, the book says 2002\n"
                                     "  bo-ek, nl/fish: from 2012, the book says 2013\n"
                                     "total: 3 conflicts, 2 sources\n")
        self.assertEqual(self.stet("data", "status", "--conflicts", self.home).out, result.out)
        told = json.loads(self.stet("data", "status", "--conflicts", "--format", "json", own).out)
        self.assertEqual([(s["source"], s["count"], len(s["conflicts"])) for s in told["sources"]],
                         [("ifg", 1, 1), ("wikidata", 2, 2)])
        self.assertEqual(told["total"], 3)

    def test_a_folder_without_the_file_has_no_conflicts(self):
        result = self.stet("data", "status", "--conflicts")
        self.assertEqual((result.status, result.out, result.err), (0, "no conflicts\n", ""))

    def test_a_list_of_conflicts_that_is_none_is_told(self):
        for conflicts in ("", "\n", "who,what\na,b\n", 'source,says\nifg,"open\n', "source,says\nifg,a,b\n"):
            with self.subTest(conflicts=conflicts):
                own = self.own_reference(conflicts)
                result = self.stet("data", "status", "--conflicts", own)
                self.assertEqual((result.status, result.out), (2, ""))
                self.assertRegex(result.err, r"conflicts\.csv:\d+: ")
                shutil.rmtree(own)
        result = self.stet("data", "status", "--conflicts", "nowhere")
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertIn("nowhere: no folder", result.err)

    def test_bad_use_is_told(self):
        self.assertEqual(self.stet("data", "status", "a", "b").status, 2)
        self.assertEqual(self.stet("data", "status", "nowhere").status, 2)


class Edit(StetCase):
    def setUp(self):
        super().setUp()
        self.own = self.home / "own"
        shutil.copytree(self.rules, self.own)
        self.book = self.own / "reference/book.yaml"
        self.before = self.book.read_text(encoding="utf-8")

    def data(self, *arguments):
        return self.stet("data", *arguments, "--rules", self.own)

    def changed(self):
        """(lines gone, lines new) against the book as it was."""
        old, new = self.before.splitlines(), self.book.read_text(encoding="utf-8").splitlines()
        return [l for l in old if l not in new], [l for l in new if l not in old]

    def refused(self, words, *arguments):
        result = self.data(*arguments)
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertIn(words, result.err)
        self.assertIn("nothing was written", result.err)
        self.assertEqual(self.book.read_text(encoding="utf-8"), self.before)
        self.assertEqual([p.name for p in self.book.parent.iterdir()], ["book.yaml"])

    def test_an_end_and_the_next_are_two_lines(self):
        result = self.data("end", "Pete Hegseth", "secretary of defense", "2026-02-01", "--place",
                           "us", "--next", "Marco Rubio", "--source", "wikidata")
        self.assertEqual((result.status, result.err), (0, ""))
        gone, new = self.changed()
        self.assertEqual(gone, ["      - {person: pete-hegseth, from: 2025-01-25, sources: [wikidata]}"])
        self.assertEqual(new, [
            "    as-of: 2026-02-01",
            "      - {person: pete-hegseth, from: 2025-01-25, to: 2026-02-01, sources: [wikidata]}",
            "      - {person: marco-rubio, from: 2026-02-01, as-of: 2026-02-01, sources: [wikidata]}"])
        *lines, moved = result.out.splitlines()
        self.assertEqual(len(lines), 2)
        for line, told in zip(new[1:], lines):
            self.assertRegex(told, r"book\.yaml:\d+: - \{person: ")
            self.assertTrue(told.endswith(line.strip()))
        self.assertTrue(moved.endswith("book.yaml: the as-of of 'us/secretary-of-defense' is 2026-02-01 now; "
                                       "it was 2026-01-01"), moved)
        self.assertEqual(self.data("check").status, 0)

    def test_without_a_source_the_end_is_unconfirmed(self):
        self.assertEqual(self.data("end", "hegseth", SOD, "2026-02-01").status, 0)
        self.assertIn("to: 2026-02-01, confidence: end-unconfirmed, as-of: 2026-01-01", self.changed()[1][1])

    def test_a_tenure_may_begin(self):
        self.assertEqual(self.data("start", "Lisa Kenna", SOD, "2020-03", "--source", "wikidata").status, 0)
        self.assertEqual(self.changed(), ([], ["      - {person: lisa-kenna, from: 2020-03, as-of: 2020-03, "
                                               "sources: [wikidata]}"]))

    def test_a_folder_that_would_be_wrong_is_left_as_it_was(self):
        self.refused("nobody is known", "end", "pete-hegseth", SOD, "2025-06-01", "--source", "wikidata")
        self.refused("no source has the id", "end", "pete-hegseth", SOD, "2026-02-01", "--source", "nowhere")
        self.refused("'lloyd-austin' is in the office on 2023-03-01", "start", "Lisa Kenna", SOD, "2023-03-01", "--source", "wikidata")

    def test_what_is_not_meant_clearly_is_refused(self):
        self.refused("may be 3 offices", "end", "Hegseth", "defence minister", "2026-02-01")
        self.refused("did you mean Pete Hegseth", "end", "Pete Hegsteh", SOD, "2026-02-01")
        self.refused("is no date", "end", "Hegseth", SOD, "soon")
        self.refused("never held", "end", "Rubio", SOD, "2026-02-01")
        self.refused("ended 2025-01-20 already", "end", "Lloyd Austin", SOD, "2026-02-01")
        self.refused("did you mean", "end", "Hegseth", SOD, "2026-02-01", "--next", "Marko Rubio")

    def test_bad_use_is_told(self):
        for arguments in (["end"], ["start", "Hegseth", SOD], ["end", "a", "b", "c", "d"],
                          ["start", "Hegseth", SOD, "2026-02-01", "--next", "Rubio"]):
            self.assertEqual(self.data(*arguments).status, 2)
        self.assertEqual(self.book.read_text(encoding="utf-8"), self.before)

    def test_a_diff_lists_what_changed(self):
        self.assertEqual(self.data("end", "Hegseth", SOD, "2026-02-01", "--source", "wikidata",
                                   "--next", "Rubio").status, 0)
        text = self.book.read_text(encoding="utf-8")
        text = text.replace("  - {id: lisa-kenna, name: Lisa Kenna}", "  - {id: lisa-b, name: Lisa B}")
        text = text.replace("{person: lisa-kenna, from: 2025-01-20", "{person: lisa-b, from: 2025-01-20")
        text = text.replace("from: 2024-07-02, sources", "from: 2024-07-03, sources")
        self.book.write_text(text, encoding="utf-8")
        expected = [
            "began us/secretary-of-defense: Marco Rubio, 2026-02-01 to -",
            "began us/secretary-of-state: Lisa B, 2025-01-20 to 2025-01-21",
            "changed nl/minister-of-defence: Ruben Brekelmans, from 2024-07-03, was 2024-07-02",
            "ended us/secretary-of-defense: Pete Hegseth, 2025-01-25 to 2026-02-01",
            "gone person lisa-kenna (Lisa Kenna)",
            "gone us/secretary-of-state: Lisa Kenna, 2025-01-20 to 2025-01-21",
            "new person lisa-b (Lisa B)",
        ]
        for old, new in ((self.rules, self.own), (self.rules / "reference", self.own / "reference")):
            result = self.stet("data", "diff", old, new)
            self.assertEqual((result.status, result.err), (1, ""))
            self.assertEqual(result.out.splitlines(), expected)

    def test_a_diff_with_itself_is_empty(self):
        result = self.stet("data", "diff", self.rules, self.own)
        self.assertEqual((result.status, result.out, result.err), (0, "", ""))

    def test_a_diff_needs_two_folders_that_are_in_order(self):
        self.assertEqual(self.stet("data", "diff", self.own).status, 2)
        self.assertEqual(self.stet("data", "diff", self.own, "nowhere").status, 2)
        self.book.write_text(self.before + "nonsense: 1\n", encoding="utf-8")
        result = self.stet("data", "diff", self.rules, self.own)
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertIn("nonsense", result.err)


if __name__ == "__main__":
    cases.main()
