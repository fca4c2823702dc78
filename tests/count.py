#!/usr/bin/env python3
"""Sums up the cases of all test programs of a meson run: "N passed, N failed".

    count.py BUILD/meson-logs/testlog.json

A test program says how many cases it ran, in libcheck's words or in ours. One that ends badly
without a failed case to show for it (a crash, a time-out, silence) counts as one failed.
"""
import json
import re
import sys

LIBCHECK = re.compile(r"^\d+%: Checks: (\d+), Failures: (\d+), Errors: (\d+)$", re.M)
OURS = re.compile(r"^(\d+) passed, (\d+) failed$", re.M)


def cases(test):
    """(passed, failed) of one line of the log."""
    said = test.get("stdout") or ""
    passed = failed = 0
    for checks, failures, errors in LIBCHECK.findall(said):
        failed += int(failures) + int(errors)
        passed += int(checks) - int(failures) - int(errors)
    for good, bad in OURS.findall(said):
        passed += int(good)
        failed += int(bad)
    if not failed and (test["result"] != "OK" or not passed):
        print(f"{test['name']}: {test['result']}, without a failed case to show for it")
        failed = 1
    return passed, failed


def main():
    try:
        with open(sys.argv[1], encoding="utf-8") as log:
            counts = [cases(json.loads(line)) for line in log if line.strip()]
    except FileNotFoundError:
        counts = []
    if not counts:
        print("no test was run")
    passed = sum(p for p, _ in counts)
    failed = sum(f for _, f in counts)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
