#!/usr/bin/env python3
"""The output that README and docs show is the output that the program gives, and what they show of a
file stands in it. Links lead to files that are there."""
import pathlib
import re
import shlex
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import STET, TOP, StetCase

OUTPUT = re.compile(r"<!-- output: \./run ([^\n]*) -->\n```\n(.*?)```\n", re.S)
PART = re.compile(r"<!-- file: (\S+) -->\n```\n(.*?)```\n", re.S)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
PAGES = [*sorted(TOP.glob("*.md")), *sorted((TOP / "docs").glob("*.md")), TOP / "reports/README.md",
         TOP / "reports/sample/README.md"]


class Readme(StetCase):
    def test_every_output_shown_is_real(self):
        shown = [block for page in PAGES for block in OUTPUT.findall(page.read_text(encoding="utf-8"))]
        self.assertTrue(shown)
        for command, output in shown:
            done = subprocess.run(
                [STET, *shlex.split(command)], cwd=TOP, stdout=subprocess.PIPE,
                env=self.environment(STET_RULES=str(TOP / "rules")),
            )
            self.assertEqual(done.stdout.decode(), output)

    def test_every_part_of_a_file_stands_in_it(self):
        shown = [block for page in PAGES for block in PART.findall(page.read_text(encoding="utf-8"))]
        self.assertTrue(shown)
        for name, part in shown:
            self.assertIn(part, (TOP / name).read_text(encoding="utf-8"), name)

    def test_every_mark_is_followed_by_what_it_promises(self):
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            marks = len(re.findall(r"^<!-- (?:output|file): ", text, flags=re.M))
            self.assertEqual(marks, len(OUTPUT.findall(text)) + len(PART.findall(text)), page)

    def test_links_lead_somewhere(self):
        for page in PAGES:
            for target in LINK.findall(page.read_text(encoding="utf-8")):
                if not target.startswith(("http://", "https://")):
                    self.assertTrue((page.parent / target).exists(), f"{page.name}: {target}")


if __name__ == "__main__":
    cases.main()
