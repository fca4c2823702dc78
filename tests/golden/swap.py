#!/usr/bin/env python3
"""Passages with other people in them: whoever held the same office of another country at the same
time must be judged alike. So nothing can hang on a name that a test happens to use.

    swap.py STET [SEED]

Takes the passages of tests/golden/passages that make one claim, of one place and one person named in
full; puts holders of the same title elsewhere in their place, each with his country in the form that
the passage has (name or adjective); and expects the same findings and the same verdict. Ends with a line "N
passed, N failed".
"""
import datetime
import functools
import json
import pathlib
import random
import re
import subprocess
import sys

import passages

SWAPS = 3  # of each passage
NEAR = datetime.timedelta(days=40)  # so far from any change of holder


def day(text):
    year, month, date = (text + "-01-01").split("-")[:3]
    return datetime.date(int(year), int(month), int(date))


class Book:
    def __init__(self, stet, rules):
        self.stet = stet
        self.adjectives = {}
        for path in sorted(pathlib.Path(rules, "reference").glob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            for place in re.finditer(r"^  - id: (\S+)\n(?:    .*\n)*?    demonyms: \[([^\],]+)", text, re.M):
                self.adjectives[place[1]] = place[2]

    @functools.lru_cache(maxsize=None)
    def offices(self, title, on):
        done = subprocess.run([self.stet, "who", title, "--on", on, "--format", "json"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL)
        return json.loads(done.stdout)["offices"] if done.returncode == 0 else []


def is_known(office, date):
    return any(day(span["from"]) + NEAR < date < day(span["as_of"]) for span in office["complete"])


def holders(book, title, on):
    return {tenure["person"]["id"] for office in book.offices(title, on) for tenure in office["tenures"]
            if tenure["person"]}


def candidates(book, claim, today):
    """(person, place) of those who stand to the time spoken of, and to the passage's, as the claim's person does."""
    title = claim["office"]["text"].lower()
    now = holders(book, title, today)
    date = day(claim["when"][0])
    tenure = claim["evidence"][0]
    ended = tenure["to"] is not None and day(tenure["to"]) < date
    anchor = day(tenure["to"]) - NEAR if ended else date
    for office in book.offices(title, anchor.isoformat()):
        if office["place"]["id"] == claim["place"]["id"] or len(office["tenures"]) != 1 or not is_known(office, date):
            continue
        held = office["tenures"][0]
        if not held["person"] or held["acting"] or held["unconfirmed"] or held["end_unconfirmed"]:
            continue
        until = day(held["to"]) if held["to"] else None
        lasts = until is None or until > date + NEAR
        over = until is not None and until < date - NEAR
        if (held["person"]["id"] in now) != (claim["person"]["id"] in now):
            continue
        if day(held["from"]) + NEAR < anchor and (over if ended else lasts) and " " in held["person"]["name"]:
            yield held["person"]["name"], office["place"]


def swapped(book, text, claim, person, place):
    """The passage of another; None where the place has no word of that form."""
    said = claim["place"]["text"]
    word = re.sub(r"['’]s$", "", said)
    adjective = book.adjectives.get(claim["place"]["id"])
    new = book.adjectives.get(place["id"]) if word == adjective else place["name"]
    if not new or text.count(word) != 1 or text.count(claim["person"]["text"]) != 1:
        return None
    return text.replace(word, new).replace(claim["person"]["text"], person)


def answers(stet, texts):
    records = "".join(json.dumps({"id": str(i), "date": date, "text": text}) + "\n" for i, (date, text) in enumerate(texts))
    done = subprocess.run([stet, "check", "--from", "ndjson", "--format", "jsonl", "-"], input=records.encode(),
                          stdout=subprocess.PIPE)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def gist(answer):
    return (sorted({f["rule"] for f in answer["findings"] if f["level"] != "note"}),
            [c["verdict"] for c in answer["claims"] if c["kind"] == "office"])


def usable(answer):
    claims = answer["claims"]
    if len(claims) != 1 or claims[0]["kind"] != "office":
        return None
    claim = claims[0]
    if "late" in claim["text"].split():  # of the dead alone
        return None
    named = claim["person"]["id"] and claim["person"]["text"] == claim["person"]["name"]
    alike = claim["verdict"] == "supported" or gist(answer)[0] in (["title-outdated"], ["former-still-in-office"])
    return claim if named and alike and claim["status"] != "elect" and claim["place"] and claim["place"]["id"] and claim["evidence"] else None


def main():
    stet, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20250213
    here = pathlib.Path(__file__).parent
    book = Book(stet, here.parents[1] / "rules")
    texts = [(p["date"], "\n".join(p["text"])) for path in sorted((here / "passages").glob("*.txt"))
             for p in passages.read(path)]
    tried = []
    for (date, text), answer in zip(texts, answers(stet, texts)):
        claim = usable(answer)
        people = list(candidates(book, claim, date)) if claim else []
        rng = random.Random(f"{seed} {text}")  # of its own, whatever other passages there are
        for person, place in rng.sample(people, min(SWAPS, len(people))):
            other = swapped(book, text, claim, person, place)
            if other:
                tried.append((date, other, gist(answer)))
    found = answers(stet, [(date, text) for date, text, _ in tried])
    failed = 0
    for (date, text, expected), answer in zip(tried, found):
        if gist(answer) != expected:
            failed += 1
            print(f"{date}: {text}: expected {expected}, found {gist(answer)}: "
                  f"{[c['reason'] for c in answer['claims']]}")
    print(f"{len(tried) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not tried else 0)


main()
