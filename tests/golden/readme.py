#!/usr/bin/env python3
"""The output that README shows is the output that the program gives."""
import pathlib
import re
import shlex
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import STET, TOP, StetCase

BLOCK = re.compile(r"<!-- output: \./run ([^\n]*) -->\n```\n(.*?)```\n", re.S)


class Readme(StetCase):
    def test_every_output_shown_is_real(self):
        shown = BLOCK.findall((TOP / "README.md").read_text(encoding="utf-8"))
        self.assertTrue(shown)
        for command, output in shown:
            done = subprocess.run(
                [STET, *shlex.split(command)], cwd=TOP, stdout=subprocess.PIPE,
                env=self.environment(STET_RULES=str(TOP / "rules")),
            )
            self.assertEqual(done.stdout.decode(), output)


if __name__ == "__main__":
    cases.main()
