#!/usr/bin/env python3
"""The schema that editors complete by says what the reader reads: the same keys, the same choices,
and every shipped file fits it."""
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "reports"))
import cases
import validate
from cases import TOP

REFERENCE = TOP / "rules/reference"
SCHEMA = json.loads((REFERENCE / "schema.json").read_text(encoding="utf-8"))

# What additionalProperties says, the validator says by `closed`.
validate.KEYWORDS.add("additionalProperties")

# The reader's tables, and the definitions of the schema that they are.
TABLES = {"file": None, "place": "place", "office": "office", "span": "span", "tenure": "tenure",
          "title": "dated-title", "name": "dated-name", "party": "dated-party",
          "vacancy": "vacancy", "person": "person", "source": "source"}
CHOICES = {"place_kinds": ("place", "kind"), "confidences": ("tenure", "confidence"),
           "orders": ("person", "order")}


def reader_tables():
    """{"place_keys": ["id", ...], ...} of read.c."""
    text = (TOP / "src/reference/read.c").read_text(encoding="utf-8")
    found = re.findall(r"^static const char \*const (\w+)\[\] = \{(.*?)\};", text, re.M | re.S)
    return {name: re.findall(r'"([^"]*)"', body) for name, body in found}


def definition(name):
    return SCHEMA["$defs"][name] if name else SCHEMA


def as_json(path):
    done = subprocess.run([os.environ["STET_YAML2JSON"], path], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


class Schema(unittest.TestCase):
    def test_every_table_of_the_reader_is_known_here(self):
        names = {f"{name}_keys" for name in TABLES} | set(CHOICES)
        self.assertEqual(set(reader_tables()), names)

    def test_it_has_exactly_the_keys_that_the_reader_knows(self):
        tables = reader_tables()
        for name, schema in TABLES.items():
            self.assertEqual(sorted(definition(schema)["properties"]),
                             sorted(tables[f"{name}_keys"]), name)
            self.assertIs(definition(schema)["additionalProperties"], False, name)

    def test_it_has_exactly_the_choices_that_the_reader_knows(self):
        tables = reader_tables()
        for table, (schema, key) in CHOICES.items():
            self.assertEqual(sorted(definition(schema)["properties"][key]["enum"]),
                             sorted(tables[table]), table)

    def test_every_shipped_file_fits(self):
        validator = validate.Validator(SCHEMA, closed=True)
        files = sorted(REFERENCE.rglob("*.yaml")) + [TOP / "tests/small/reference/book.yaml"]
        for path in files:
            self.assertEqual(validator.problems(as_json(path)), [], path)

    def test_what_is_wrong_does_not_fit(self):
        validator = validate.Validator(SCHEMA, closed=True)
        person = {"id": "a-b", "name": "A B"}
        for change in ({"id": "A B"}, {"name": ""}, {"born": "soon"}, {"colour": "red"},
                       {"wikidata": "57792"}):
            self.assertEqual(validator.problems({"people": [person]}), [])
            self.assertNotEqual(validator.problems({"people": [{**person, **change}]}), [], change)


if __name__ == "__main__":
    cases.main()
