#!/usr/bin/env python3
"""What the machine formats write, held against reports/report.schema.json and reports/README.md."""
import copy
import json
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, TOP, WRONG, StetCase
from validate import Validator

SCHEMA = json.loads((TOP / "reports/report.schema.json").read_text(encoding="utf-8"))
README = (TOP / "reports/README.md").read_text(encoding="utf-8")

# Members by which an object is known, and those that json alone has.
WHOLE = [({"counts", "claims"}, {"text", "blocks", "offices"}),
         ({"person", "as_of", "flags"}, {"name", "title", "place", "sources"}),
         ({"offset", "line", "column"}, {"utf16", "byte"}),
         ({"rule", "fingerprint"}, {"text", "prose", "sentence", "line_hash"}),
         ({"verdict", "reason"}, {"prose"}),
         ({"safe", "start"}, {"old"})]

MARKED = "---\ndate: 2025-02-13\n---\n\nThe **U.S. secretary** of state _Pete_ Hegseth spoke. "
MARKED += "The Du**tch** defense minister Ruben Brekelmans listened.\n"
MARKED += "\nThe Dutch defense minister Ruben Brekelmans, 4*4*, spoke.\n"
MARKED += "\n<!-- stet: title-mismatch until=2030-01-01 -- quoted -->\n\n" + WRONG
MARKED += "\n“The Dutch defense *minister* Ruben Brekelmans left,” said *Pete* Hegseth.\n"
LATER = "The former Dutch defense minister Kajsa Ollongren and Defense Secretary Zed Quux spoke.\n"


class Written(StetCase):
    """Output with all that reports can hold: claims of each verdict, repairs, titles, markup, records
    and files, failures of both."""

    def setUp(self):
        super().setUp()
        self.write("a.txt", WRONG + RIGHT + OUTDATED + LATER)
        self.write("b.md", MARKED)
        self.write("c.md", "---\ndate: someday\n---\n\n" + WRONG)
        self.write("d.txt", "")
        self.write("e.ndjson", json.dumps({"id": "one", "date": "2025-02", "title": WRONG, "text": RIGHT})
                   + "\nnonsense\n" + json.dumps({"text": WRONG}) + "\n")
        self.paths = ("a.txt", "b.md", "c.md", "d.txt", "e.ndjson", "none.txt")

    def settle(self):
        """Makes a baseline of some of it."""
        self.stet("baseline", "create", "--date", DATE, "--reason", "old", "--expires", "2030-01-01", "a.txt")

    def report(self, *options):
        return json.loads(self.stet("--format", "json", *options, *self.paths).raw)

    def lines(self, *options):
        raw = self.stet("--format", "jsonl", *options, *self.paths).raw
        return [json.loads(line) for line in raw.splitlines()]


class Schema(Written):
    def assert_valid(self, value):
        self.assertEqual(Validator(SCHEMA, closed=True).problems(value), [])

    def test_a_report_with_a_baseline_is_as_described(self):
        self.settle()
        report = self.report("--date", DATE)
        self.assert_valid(report)
        self.assertGreater(report["summary"]["baselined"], 0)

    def test_a_report_is_as_described_whatever_the_date(self):
        for options in ((), ("--date", DATE), ("--date", "infer")):
            self.assert_valid(self.report(*options))

    def test_each_line_is_as_described_whatever_the_date(self):
        for options in ((), ("--date", DATE), ("--date", "infer")):
            for line in self.lines(*options):
                self.assert_valid(line)

    def test_the_sample_holds_all_that_is_described(self):
        """So that the cases above cannot pass for want of something to look at."""
        seen = set()

        def look(schema, value):
            if "$ref" in schema:
                look(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], value)
            for part in schema.get("allOf", []) + schema.get("anyOf", []):
                if not Validator(SCHEMA, closed=True).problems(value, part):
                    look(part, value)
            if isinstance(value, list):
                for item in value:
                    look(schema.get("items", {}), item)
            for key, part in schema.get("properties", {}).items():
                if isinstance(value, dict) and key in value:
                    seen.add((id(schema), key))
                    look(part, value[key])

        look(SCHEMA, self.report("--date", "infer"))
        self.write("stet.yaml", "dates: month-day\n")
        self.settle()
        look(SCHEMA, self.report("--date", DATE))
        for line in self.lines() + self.lines("--date", DATE):
            look(SCHEMA, line)
        missing = [f"{name}.{key}" for name, schema in SCHEMA["$defs"].items()
                   for key in schema.get("properties", {}) if (id(schema), key) not in seen]
        self.assertEqual(missing, [])


class Meaning(Written):
    def documents(self):
        return {d["path"] + (d.get("id") or ""): d for d in self.report("--date", DATE)["documents"]}

    def test_both_formats_say_the_same(self):
        def bare(value, without):
            """The value, without what the README gives to json alone."""
            if isinstance(value, list):
                return [bare(item, ()) for item in value]
            if isinstance(value, dict):
                table = next((w for w in WHOLE if w[0] <= set(value)), (set(), set()))
                return {k: bare(v, ()) for k, v in value.items() if k not in (*without, *table[1])}
            return value

        names = ("id", "path", "line")
        lines = [line for line in self.lines() if "error" not in line]
        self.assertEqual([bare(d, names) for d in self.report()["documents"]],
                         [{k: v for k, v in line.items() if k not in names} for line in lines])

    def test_offsets_give_the_words_of_the_file(self):
        for path in ("a.txt", "b.md"):
            raw = (self.here / path).read_bytes()
            document = self.documents()[path]
            self.assertTrue(document["claims"])
            for claim in document["claims"]:
                parts = [claim.get(name) for name in ("person", "office", "place", "said")]
                for part in (claim, *filter(None, parts)):
                    start, end = (p["offset"] if isinstance(p, dict) else p
                                  for p in (part["start"], part["end"]))
                    pieces = part.get("segments", [[start, end]])
                    self.assertEqual((pieces[0][0], pieces[-1][1]), (start, end))
                    words = b"".join(raw[a:b] for a, b in pieces).decode()
                    self.assertEqual(words, part["text"])

    def test_lines_and_columns_give_the_offset(self):
        raw = (self.here / "a.txt").read_bytes()
        for finding in self.documents()["a.txt"]["findings"]:
            lines = raw.split(b"\n")
            start = finding["start"]
            before = sum(len(line) + 1 for line in lines[: start["line"] - 1])
            column = len(lines[start["line"] - 1].decode()[: start["column"] - 1].encode())
            self.assertEqual(before + column, start["offset"])

    def test_counts_and_summary_are_those_of_the_claims_and_findings(self):
        report = self.report("--date", DATE)
        summary = report["summary"]
        claims = [c for d in report["documents"] for c in d["claims"]]
        findings = [f for d in report["documents"] for f in d["findings"]]
        self.assertEqual(summary["documents"], len(report["documents"]))
        self.assertEqual(summary["claims"], len(claims))
        for verdict in ("supported", "contradicted", "unverifiable"):
            self.assertEqual(summary[verdict], sum(c["verdict"] == verdict for c in claims))
        for level in ("error", "warning", "note"):
            self.assertEqual(summary[level + "s"], 
                             sum(f["level"] == level and not f["suppressed"] for f in findings))
        self.assertEqual(summary["suppressed"], sum(f["suppressed"] is not None for f in findings))

    def test_a_finding_names_a_claim_that_is_contradicted(self):
        for document in self.documents().values():
            verdicts = {c["id"]: c["verdict"] for c in document["claims"]}
            for finding in document["findings"]:
                self.assertEqual(verdicts[finding["claim"]], "contradicted")

    def test_a_repair_that_is_applied_is_supported(self):
        raw = (self.here / "a.txt").read_bytes()
        (finding, *_) = self.documents()["a.txt"]["findings"]
        (fix,) = finding["fixes"]
        self.write("a.txt", raw[: fix["start"]["offset"]] + fix["text"].encode()
                   + raw[fix["end"]["offset"]:])
        self.assertEqual(self.documents()["a.txt"]["claims"][0]["verdict"], "supported")

    def test_evidence_stands_where_it_says(self):
        for document in self.documents().values():
            for claim in document["claims"]:
                for row in claim["evidence"]:
                    line = (self.rules / row["file"]).read_text().splitlines()[row["line"] - 1]
                    self.assertIn(f"person: {row['person']},", line)
                    self.assertIn(f"from: {row['from']}", line)


class Kept(Written):
    """A report is rendered again without its articles and without the book."""

    def keep(self):
        raw = self.stet("--format", "json", "--date", DATE, *self.paths).raw
        self.write("kept.json", raw)
        for name in (*self.paths[:-1], "../rules"):
            (self.here / name).rename(self.home / f"gone-{pathlib.Path(name).name}")
        return raw

    def test_as_json_it_is_the_same_to_the_byte(self):
        raw = self.keep()
        self.assertEqual(self.stet("report", "kept.json", "--format", "json").raw, raw)

    def test_in_each_format_it_says_what_the_check_said(self):
        self.write("f.ndjson", json.dumps({"id": "one", "title": WRONG, "text": RIGHT}) + "\n")
        names = re.search(r"expected (.*)", self.stet("--format", "x", "a.txt").err)[1]
        for name in re.split(", | or ", names):
            with self.subTest(format=name):
                paths = ("a.txt", "b.md", "d.txt", "f.ndjson")  # failures would move to the end
                first = self.stet("--format", name, "-v", "--date", DATE, *paths).raw
                self.write("kept.json", self.stet("--format", "json", "--date", DATE, *paths).raw)
                again = self.stet("report", "-v", "--format", name, "kept.json")
                self.assertEqual((again.status, again.err), (0, ""))
                self.assertEqual(again.raw, first)

    def test_what_is_no_report_is_refused(self):
        for content in ("", "nonsense", "{}", '{"schema": "urn:stet:report:2"}'):
            self.write("bad.json", content)
            result = self.stet("report", "bad.json")
            self.assertEqual((result.status, result.out), (2, ""))
            self.assertIn("bad.json", result.err)


class Readme(unittest.TestCase):
    def test_each_field_is_in_the_table_of_its_object_and_no_other_is(self):
        tables = {}
        for section in re.split(r"^#+ ", README, flags=re.M):
            title = section.partition("\n")[0].strip().replace(" ", "_")
            tables[title] = re.findall(r"^\| `(\w+)` \|", section, flags=re.M)
        for name, schema in SCHEMA["$defs"].items():
            if "properties" in schema:
                self.assertEqual(tables.get(name), list(schema["properties"]), name)


class Self(Written):
    """A broken report must fail, or the cases above prove nothing."""

    def broken(self, change):
        report = self.report("--date", DATE)
        change(report)
        return Validator(SCHEMA, closed=True).problems(report)

    def test_a_member_that_is_missing_is_seen(self):
        def change(report):
            del report["documents"][0]["claims"][0]["verdict"]
        self.assertIn("$.documents[0].claims[0]: has no 'verdict', expected one", self.broken(change))

    def test_a_member_that_is_not_described_is_seen(self):
        def change(report):
            report["documents"][0]["findings"][0]["colour"] = "red"
        self.assertTrue(any("'colour'" in p for p in self.broken(change)))
        report = self.report()
        report["more"] = 1
        self.assertEqual(Validator(SCHEMA).problems(report), [], "later versions may add members")

    def test_values_of_a_wrong_kind_are_seen(self):
        changes = (
            lambda c: c.update(nominal=1),
            lambda c: c.update(verdict="true"),
            lambda c: c.update(id="1"),
            lambda c: c.update(text=""),
            lambda c: c.update(when=[DATE]),
            lambda c: c.update(when=["2025", "2025"]),
            lambda c: c.update(place="us"),
            lambda c: c["start"].update(line=0),
            lambda c: c["start"].update(offset=True),
            lambda c: c["person"].update(id=7),
        )
        for i, change in enumerate(changes):
            with self.subTest(change=i):
                self.assertTrue(self.broken(lambda r: change(r["documents"][0]["claims"][0])))

    def test_an_empty_object_is_nothing_of_ours(self):
        self.assertTrue(Validator(SCHEMA).problems({}))
        self.assertTrue(Validator(SCHEMA).problems([]))

    def test_a_schema_with_a_keyword_that_nobody_checks_is_refused(self):
        schema = copy.deepcopy(SCHEMA)
        schema["$defs"]["report"]["maxProperties"] = 3
        with self.assertRaises(ValueError):
            Validator(schema).problems(self.report())


if __name__ == "__main__":
    cases.main()
