#!/usr/bin/env python3
"""Runs the passages of tests/golden/passages/*.txt through stet and compares what it says.

    passages.py STET [FILE...]

Each file explains its format at its head. All passages of a file go through one run of
`stet check --from ndjson`. Ends with a line "N passed, N failed".
"""
import json
import pathlib
import subprocess
import sys


def read(path):
    passages = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("== "):
            name, date, expected = (part.strip() for part in line[3:].split("|"))
            passages.append({"line": number, "name": name, "date": date, "expected": expected.split(), "text": []})
        elif line.strip() and not line.startswith("#"):
            passages[-1]["text"].append(line)
    return passages


def problem(passage, found):
    """What is wrong with what stet said of a passage; None where nothing is."""
    loud = sorted({f["rule"] for f in found["findings"] if f["level"] != "note"})
    verdicts = [f'{c["verdict"]}: {c["text"]} ({c["reason"]})' for c in found["claims"]]
    expected = passage["expected"]
    if expected[0] == "wrong" and loud != [expected[1]]:
        return f"expected {expected[1]}, found {loud or 'nothing'}; {verdicts or 'no claim'}"
    if expected[0] == "right" and loud:
        return f"expected silence, found {loud}; {verdicts}"
    if "understood" in expected and not found["counts"]["supported"]:
        return f"expected a supported claim; {verdicts or 'no claim'}"
    return None


def main():
    stet = sys.argv[1]
    here = pathlib.Path(__file__).parent / "passages"
    files = [pathlib.Path(name) for name in sys.argv[2:]] or sorted(here.glob("*.txt"))
    passed = failed = 0
    for path in files:
        passages = read(path)
        records = "".join(
            json.dumps({"id": str(p["line"]), "date": p["date"], "text": "\n".join(p["text"])}) + "\n" for p in passages)
        done = subprocess.run([stet, "check", "--from", "ndjson", "--format", "jsonl", "-"],
                              input=records.encode(), stdout=subprocess.PIPE)
        found = {o["id"]: o for o in map(json.loads, done.stdout.decode().splitlines())}
        for passage in passages:
            wrong = problem(passage, found[str(passage["line"])])
            failed += wrong is not None
            passed += wrong is None
            if wrong:
                print(f"{path}:{passage['line']}: {passage['name']}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
