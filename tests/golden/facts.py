#!/usr/bin/env python3
"""Asks stet who each well-known fact of tests/golden/facts.txt.

    facts.py STET [FILE]

Ends with a line "N passed, N failed".
"""
import json
import pathlib
import subprocess
import sys


def read(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            office, date, people = (part.strip() for part in line.split("|"))
            yield number, office, date, sorted(person.strip() for person in people.split(","))


def holders(stet, office, date):
    """The ids of those who held it, "-" for a vacancy; what was said where there is no answer."""
    done = subprocess.run([stet, "who", office, "--on", date, "--format", "json"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        return [done.stderr.decode().strip()]
    (found,) = json.loads(done.stdout)["offices"]
    return sorted(t["person"]["id"] if t["person"] else "-" for t in found["tenures"])


def main():
    stet = sys.argv[1]
    path = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else pathlib.Path(__file__).with_name("facts.txt")
    passed = failed = 0
    for number, office, date, expected in read(path):
        answer = holders(stet, office, date)
        if answer == expected:
            passed += 1
        else:
            failed += 1
            print(f"{path}:{number}: {office} on {date}: expected {expected}, found {answer}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
