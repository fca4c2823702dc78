#!/usr/bin/env python3
"""reports/sample holds one article in every format. It is made again and compared; with --write it is
made anew. The reference is that of the tests, so that the sample stays while the book grows; hashes
and the list of rules may change."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import STET, TOP, StetCase, small_rules

SAMPLE = TOP / "reports/sample"
FILES = {
    "text": "report.txt", "compact": "report.compact.txt", "html": "report.html",
    "json": "report.json", "jsonl": "report.jsonl", "sarif": "report.sarif",
    "github": "report.github.txt", "markdown": "report.md", "gitlab": "report.gitlab.json",
    "junit": "report.junit.xml", "rdjsonl": "report.rdjsonl",
}


def make(rules):
    """The sample's files as they are now."""
    for format_, name in FILES.items():
        done = subprocess.run(
            [STET, "check", "--no-config", "--rules", str(rules), "-f", format_, "reports/sample/article.md"],
            cwd=TOP, stdout=subprocess.PIPE, env={"SOURCE_DATE_EPOCH": "1739404800"})
        yield name, done.stdout.decode()


def masked(name, text):
    """Without what changes whenever a rule or a word does."""
    if name in ("report.json", "report.sarif"):
        value = json.loads(text)
        if name == "report.json":
            value["rules"]["list"] = value["rules"]["count"] = None
        else:
            value["runs"][0]["tool"]["driver"]["rules"] = None
            for result in value["runs"][0]["results"]:
                result["ruleIndex"] = None
        text = json.dumps(value)
    text = re.sub(r"\b\d+ rules\b", "RULES", text)
    text = re.sub(r"<style>.*?</style>", "STYLE", text, flags=re.S)
    return re.sub(r"\b[0-9a-f]{32}\b", "HASH", text)


class Sample(StetCase):
    def test_it_is_what_the_program_writes(self):
        for name, text in make(self.rules):
            with self.subTest(file=name):
                kept = (SAMPLE / name).read_text(encoding="utf-8")
                self.assertEqual(masked(name, text), masked(name, kept),
                                 "if this is meant: tests/reports/sample.py --write")

    def test_every_format_is_there(self):
        formats = self.stet("-f", "x", "a").err.partition("expected ")[2].strip()
        self.assertEqual(set(re.split(", | or ", formats)), set(FILES))
        self.assertEqual({p.name for p in SAMPLE.iterdir()},
                         {*FILES.values(), "article.md", "README.md"})

    def test_it_has_each_verdict_and_level(self):
        report = json.loads((SAMPLE / "report.json").read_text(encoding="utf-8"))
        for name in ("supported", "contradicted", "unverifiable", "errors", "warnings"):
            self.assertGreater(report["summary"][name], 0, name)


def write():
    with tempfile.TemporaryDirectory() as folder:
        for name, text in make(small_rules(pathlib.Path(folder) / "rules")):
            (SAMPLE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        cases.main()
