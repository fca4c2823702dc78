#!/usr/bin/env python3
"""stet rules, as a standards editor meets it."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import StetCase


class Facts(StetCase):
    def test_each_subject_has_its_facts_and_placeholders(self):
        result = self.stet("rules", "facts")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertIn("\nsubject: office, ", result.out)
        self.assertIn("\nsubject: article, ", result.out)
        self.assertRegex(result.out, r"\n  held-on +a tenure of it covers the time\n    yes ")
        self.assertRegex(result.out, r"\n  \{holder\} +who else held the office then\n")

    def test_what_it_does_not_take_is_told(self):
        for arguments in ([], ["fats"], ["facts", "more"]):
            result = self.stet("rules", *arguments)
            self.assertEqual((result.status, result.out), (2, ""))
            self.assertIn("stet: expected \"stet rules", result.err)


if __name__ == "__main__":
    cases.main()
