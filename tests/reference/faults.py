#!/usr/bin/env python3
"""A reference with a fault of each kind that `stet data check` knows: all are told at once, each at
its line, and nothing else is.

tests/reference/faults/*.yaml say at the end of a line, after "#!", what must be said of it.
"""
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import STET, TOP

FAULTS = pathlib.Path(__file__).parent / "faults"
LEAST = 40


def planted():
    """{(file, line): [words, ...]}"""
    found = {}
    for path in sorted(FAULTS.glob("*.yaml")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            words = [part.strip() for part in line.split("#!")[1:]]
            if words and not line.startswith("#"):
                found[path.name, number] = words
    return found


def told():
    with tempfile.TemporaryDirectory() as folder:
        rules = pathlib.Path(folder)
        for part in "words", "checks":
            shutil.copytree(TOP / "rules" / part, rules / part)
        shutil.copytree(FAULTS, rules / "reference")
        done = subprocess.run([STET, "data", "check", folder], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
    found = collections.defaultdict(list)
    for line in done.stdout.decode().splitlines():
        match = re.match(r".*?([^/]*\.yaml):(\d+):(\d+): (.*)$", line)
        found[(match[1], int(match[2])) if match else line].append(match[4] if match else line)
    return done.returncode, found


class Faults(unittest.TestCase):
    def test_all_are_told_at_once_at_their_lines(self):
        status, found = told()
        expected = planted()
        self.assertEqual(status, 2)
        self.assertGreaterEqual(sum(map(len, expected.values())), LEAST)
        for where, words in expected.items():
            messages = found.get(where, [])
            with self.subTest(where=where):
                self.assertEqual(len(messages), len(words), messages)
                for word in words:
                    self.assertTrue(any(word in message for message in messages), (word, messages))
        self.assertEqual({k: v for k, v in found.items() if k not in expected}, {})


if __name__ == "__main__":
    cases.main()
