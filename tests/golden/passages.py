#!/usr/bin/env python3
"""Runs the passages of tests/golden/passages/*.txt through stet and compares what it says.

    passages.py STET [FILE...]

Each file explains its format at its head. All passages of a file go through one run of
`stet check --from ndjson`. Says how many passages stand under the headings of a file, and that none has too few. Ends with a
line "N passed, N failed".
"""
import json
import pathlib
import re
import subprocess
import sys

# So many true passages, and so many false twins, stand under each heading of these files.
LEAST = {"traps.txt": 3, "errors.txt": 10}
TRAPS = 75
FLAGGED = 0.9  # of the false twins that the book can know


def pair(number, heading, line):
    """The one or two passages of a line "~ date | RULE | text with {right|wrong}"."""
    date, expected, text = (part.strip() for part in line[1:].split(" | ", 2))
    expected = expected.partition(":")[0].split()
    understood = [] if "silent" in expected else ["understood"]
    common = {"line": number, "heading": heading, "name": heading, "date": date}

    def side(which):
        chosen = re.sub(r"\{([^{}|]*)\|([^{}|]*)\}", lambda choice: choice[which], text)
        return [part.strip() for part in chosen.split(" // ")]

    right = common | {"expected": ["right"] + understood, "text": side(1)}
    if expected[0] == "right":
        return [right]
    wrong = expected if expected[0] in ("missed", "noted") else ["wrong", expected[0]]
    return [right, common | {"name": heading + ", false", "expected": wrong, "text": side(2)}]


def read(path):
    passages, heading = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            heading = line[3:].strip()
        elif line.startswith("~ "):
            passages += pair(number, heading, line)
        elif line.startswith("== "):
            name, date, expected = (part.strip() for part in line[3:].split("|"))
            passages.append({"line": number, "heading": heading, "name": name, "date": date,
                             "expected": expected.split(), "text": []})
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
    notes = sorted({f["rule"] for f in found["findings"] if f["level"] == "note"})
    if expected[0] == "noted" and (loud or notes != [expected[1]]):
        return f"expected a note of {expected[1]}, found {loud or notes or 'nothing'}; {verdicts or 'no claim'}"
    if expected[0] == "missed" and loud == [expected[1]]:
        return f"flagged by now with {expected[1]}: no longer missed"
    if expected[0] in ("right", "missed") and loud:
        return f"expected silence, found {loud}; {verdicts}"
    if "understood" in expected and not found["counts"]["supported"]:
        return f"expected a supported claim; {verdicts or 'no claim'}"
    return None


def shortcomings(name, passages):
    """What a file of kinds lacks: kinds, passages of a kind, false twins, twins that are flagged."""
    kinds = {}
    for passage in passages:
        kinds.setdefault(passage["heading"], []).append(passage["expected"][0])
    if name == "traps.txt" and [int(kind.split()[0]) for kind in kinds] != list(range(1, TRAPS + 1)):
        yield f"not the kinds 1 to {TRAPS}, in order: {list(kinds)}"
    for kind, expected in kinds.items():
        true, false = expected.count("right"), len(expected) - expected.count("right")
        if true < LEAST[name]:
            yield f"{kind}: {true} true passages"
        if false < LEAST[name] and "| no twin: " not in kind:
            yield f"{kind}: {false} false twins, and no reason"
    of_all = [e for expected in kinds.values() for e in expected]
    flagged, missed = of_all.count("wrong") + of_all.count("noted"), of_all.count("missed")
    print(f"{name}: {len(kinds)} kinds, {of_all.count('right')} true passages, {flagged} of {flagged + missed} false ones flagged")
    if flagged < FLAGGED * (flagged + missed):
        yield f"{flagged} of {flagged + missed} false twins flagged"


def main():
    stet = sys.argv[1]
    here = pathlib.Path(__file__).parent / "passages"
    files = [pathlib.Path(name) for name in sys.argv[2:]] or sorted(here.glob("*.txt"))
    passed = failed = 0
    for path in files:
        passages = read(path)
        records = "".join(
            json.dumps({"id": str(i), "date": p["date"], "text": "\n".join(p["text"])}) + "\n"
            for i, p in enumerate(passages))
        done = subprocess.run([stet, "check", "--from", "ndjson", "--format", "jsonl", "-"],
                              input=records.encode(), stdout=subprocess.PIPE)
        for lack in shortcomings(path.name, passages) if path.name in LEAST else []:
            failed += 1
            print(f"{path}: {lack}")
        for passage, found in zip(passages, map(json.loads, done.stdout.decode().splitlines())):
            wrong = problem(passage, found)
            failed += wrong is not None
            passed += wrong is None
            if wrong:
                print(f"{path}:{passage['line']}: {passage['name']}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
