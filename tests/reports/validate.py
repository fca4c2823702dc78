#!/usr/bin/env python3
"""Holds JSON against a JSON Schema: the part of draft 2020-12 that ours uses, and no more.

    validate.py SCHEMA FILE      FILE holds one value, or one a line where its name ends in .jsonl

A keyword that is not known here is an error, so that a schema cannot promise what nobody checks.
With `closed`, an object may hold only what its schema names: our own output must be documented.
"""
import json
import re
import sys

TYPES = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
    "null": lambda v: v is None,
}
ANNOTATIONS = {"$schema", "$id", "$defs", "title", "description"}
KEYWORDS = {"$ref", "allOf", "anyOf", "type", "const", "enum", "pattern", "minLength", "minimum",
            "items", "minItems", "maxItems", "properties", "required"}


class Validator:
    def __init__(self, schema, closed=False):
        self.root = schema
        self.closed = closed

    def problems(self, value, schema=None, where="$"):
        """All that is wrong, as "place: what"; an empty list where nothing is."""
        schema = self.root if schema is None else schema
        unknown = set(schema) - KEYWORDS - ANNOTATIONS
        if unknown:
            raise ValueError(f"{where}: the schema uses {sorted(unknown)}, which is not known here")
        found = []
        if "$ref" in schema:
            found += self.problems(value, self.definition(schema["$ref"]), where)
        for part in schema.get("allOf", ()):
            found += self.problems(value, part, where)
        if "anyOf" in schema:
            found += self.any_of(value, schema["anyOf"], where)
        return found + list(self.own(value, schema, where))

    def definition(self, reference):
        prefix = "#/$defs/"
        assert reference.startswith(prefix), reference
        return self.root["$defs"][reference[len(prefix):]]

    def any_of(self, value, choices, where):
        """Nothing where one choice fits; else what is wrong with the one that fits best."""
        tried = [self.problems(value, choice, where) for choice in choices]
        return min(tried, key=len)

    def own(self, value, schema, where):
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if types and not any(TYPES[t](value) for t in types):
            yield f"{where}: is {json.dumps(value)[:60]}, expected {' or '.join(types)}"
            return
        if "const" in schema and value != schema["const"]:
            yield f"{where}: is {value!r}, expected {schema['const']!r}"
        if "enum" in schema and value not in schema["enum"]:
            yield f"{where}: is {value!r}, expected one of {schema['enum']}"
        if isinstance(value, str):
            yield from self.string(value, schema, where)
        elif isinstance(value, int) and value < schema.get("minimum", value):
            yield f"{where}: is {value}, expected {schema['minimum']} or more"
        elif isinstance(value, list):
            yield from self.array(value, schema, where)
        elif isinstance(value, dict):
            yield from self.object(value, schema, where)

    def string(self, value, schema, where):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{where}: is {value!r}, expected {schema['pattern']}"
        if len(value) < schema.get("minLength", 0):
            yield f"{where}: is {value!r}, expected {schema['minLength']} characters or more"

    def array(self, value, schema, where):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{where}: has {len(value)} items, expected another number"
        for i, item in enumerate(value):
            yield from self.problems(item, schema.get("items", {}), f"{where}[{i}]")

    def object(self, value, schema, where):
        for key in schema.get("required", ()):
            if key not in value:
                yield f"{where}: has no {key!r}, expected one"
        for key, item in value.items():
            if key in schema.get("properties", ()):
                yield from self.problems(item, schema["properties"][key], f"{where}.{key}")
            elif self.closed and "properties" in schema:
                yield f"{where}: has {key!r}, which is not described"


def main():
    with open(sys.argv[1], encoding="utf-8") as schema:
        validator = Validator(json.load(schema))
    with open(sys.argv[2], encoding="utf-8") as file:
        values = file if sys.argv[2].endswith(".jsonl") else [file.read()]
        found = [p for value in values for p in validator.problems(json.loads(value))]
    print("\n".join(found))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
