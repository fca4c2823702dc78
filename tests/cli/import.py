#!/usr/bin/env python3
"""stet data import, as a librarian meets it."""
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import TOP, StetCase

ROWS = """name,born,place,title,from,to,sources
Dr. Bo Ek,1950-01-02,Netherlands,Minister of Fish,1990-01-01,1995-01-01,wikidata
President of the / Republic Bo Ek,,Netherlands,Minister of Fish,1990-01-01,1995-01-01,wikidata
"""


class Import(StetCase):
    def setUp(self):
        super().setUp()
        self.into = self.home / "reference"
        shutil.copytree(TOP / "tests/small/reference", self.into)
        self.rows = self.home / "rows.csv"
        self.rows.write_text(ROWS, encoding="utf-8")

    def run_import(self):
        return self.stet("data", "import", "--rules", str(TOP / "rules"), "--from", "csv", "--as-of",
                         "2026-06-01", str(self.rows), "--into", str(self.into))

    def files(self):
        return {p.name: p.read_bytes() for p in self.into.rglob("*") if p.is_file()}

    def test_it_adds_says_what_it_left_out_and_a_second_time_changes_nothing(self):
        result = self.run_import()
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertRegex(result.out, r"^2 rows: 1 tenures added, 0 lines changed, 0 borne out, 1 refused; "
                                     r"1 people and 1 offices new; 0 conflicts; 1 files written\n"
                                     r"left out: .*rows\.csv:3: .* is no name of a person")
        added = (self.into / "wide/nl.yaml").read_text(encoding="utf-8")
        self.assertIn("{person: bo-ek, from: 1990-01-01, to: 1995-01-01, sources: [wikidata]}", added)
        before = self.files()
        self.assertIn("0 files written", self.run_import().out)
        self.assertEqual(self.files(), before)

    def test_the_list_of_conflicts_goes_with_the_last(self):
        kept = self.into / "conflicts.csv"
        self.rows.write_text("name,place,title,from,to,sources\nRuben Brekelmans,Netherlands,"
                             "Minister of Defence,2024-01-05,2024-06-30,wikidata\n", encoding="utf-8")
        self.assertIn("1 conflicts; ", self.run_import().out)
        self.assertRegex(kept.read_text(encoding="utf-8"), r'\Asource,says\nwikidata,"[^\n]+"\n\Z')
        self.rows.write_text(ROWS, encoding="utf-8")
        self.assertIn("0 conflicts; ", self.run_import().out)
        self.assertFalse(kept.exists())
        status = self.stet("data", "status", "--conflicts", self.home)
        self.assertEqual((status.status, status.out), (0, "no conflicts\n"))

    def test_nothing_is_written_where_the_folder_would_not_be_in_order(self):
        self.rows.write_text(ROWS.replace("wikidata", "nobody"), encoding="utf-8")
        before = self.files()
        result = self.run_import()
        self.assertEqual(result.status, 2)
        self.assertIn("no source has the id 'nobody'", result.err)
        self.assertEqual(self.files(), before)

    def columns(self):
        return (TOP / "docs/import.md").read_text(encoding="utf-8").partition("## Columns")[2]

    def test_the_columns_are_those_that_the_document_lists(self):
        source = (TOP / "src/import/table.c").read_text(encoding="utf-8")
        body = re.search(r"columns\[\] = \{(.*?)\};", source, re.S)[1]
        listed = re.findall(r"^\| `([a-z-]+)` ", self.columns(), re.M)
        self.assertEqual(sorted(listed), sorted(re.findall(r'"([^"]+)"', body)))


if __name__ == "__main__":
    cases.main()
