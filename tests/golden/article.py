#!/usr/bin/env python3
"""The first article, from end to end, with the shipped rules: what must be said of it, of the same
article with one thing swapped, and of it with a book that knows more or less."""
import html
import json
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import TOP, StetCase

DATE = "2025-02-13"
ARTICLE = (TOP / "tests/articles/brussels.txt").read_text(encoding="utf-8")
HTML = (TOP / "tests/articles/brussels.html").read_text(encoding="utf-8")
MARKDOWN = (TOP / "tests/articles/brussels.md").read_text(encoding="utf-8")
WRONG = "U.S. secretary of state Pete Hegseth"


class ArticleCase(StetCase):
    def setUp(self):
        super().setUp()
        self.rules = TOP / "rules"

    def check(self, text, *options, name="article.txt", date=DATE, rules=None):
        """The document object of the report, and the exit status."""
        self.write(name, text)
        dated = ["--date", date] if date else []
        env = self.environment(STET_RULES=str(rules or self.rules))
        result = self.stet("check", "--format", "json", *dated, *options, name, env=env)
        self.assertEqual(result.err, "")
        return json.loads(result.out)["documents"][0], result.status

    def loud(self, document):
        return [f["rule"] for f in document["findings"] if f["level"] != "note"]

    def swapped(self, old, new):
        self.assertIn(old, ARTICLE)
        return self.check(ARTICLE.replace(old, new))


class Article(ArticleCase):
    def test_it_holds_five_claims_of_which_one_is_false(self):
        document, status = self.check(ARTICLE)
        found = [(c["text"], c["verdict"], c["status"]) for c in document["claims"]]
        self.assertEqual(
            found,
            [
                ("U.S. secretary of state Pete Hegseth", "contradicted", "current"),
                ("president Trump", "supported", "current"),
                ("The former Dutch prime minister", "supported", "former"),
                ("Dutch Defense Minister Ruben Brekelmans", "supported", "current"),
                ("French counterpart, Sebastien Lecornu", "supported", "current"),
            ],
        )
        self.assertEqual([f["rule"] for f in document["findings"]], ["title-mismatch"])
        self.assertEqual(document["findings"][0]["level"], "error")
        self.assertEqual(status, 1)

    def test_the_finding_names_the_holder_and_the_repair_and_shows_its_evidence(self):
        document, _ = self.check(ARTICLE)
        finding = document["findings"][0]
        self.assertIn("Marco Rubio", finding["message"])
        self.assertEqual([f["text"] for f in finding["fixes"]], ["secretary of defense"])
        evidence = {e["office"]: e for e in finding["evidence"]}
        self.assertEqual(evidence["us/secretary-of-state"]["person"], "marco-rubio")
        self.assertEqual(evidence["us/secretary-of-state"]["from"], "2025-01-21")
        self.assertEqual(evidence["us/secretary-of-defense"]["from"], "2025-01-25")
        line = evidence["us/secretary-of-defense"]["line"]
        text = pathlib.Path(evidence["us/secretary-of-defense"]["file"])
        self.assertIn("pete-hegseth", (TOP / "rules/reference" / text.name).read_text().splitlines()[line - 1])

    def test_spans_are_bytes_of_the_file(self):
        document, _ = self.check(ARTICLE)
        raw = ARTICLE.encode()
        for claim in document["claims"]:
            self.assertEqual(raw[claim["start"]["offset"] : claim["end"]["offset"]].decode(), claim["text"])
            for part in ("person", "office", "place"):
                if claim[part]:
                    span = slice(claim[part]["start"], claim[part]["end"])
                    self.assertEqual(raw[span].decode(), claim[part]["text"])

    def test_a_quotation_is_known(self):
        document, _ = self.check(ARTICLE)
        self.assertEqual([c["text"] for c in document["claims"] if c["quoted"]], ["president Trump"])

    def test_markdown_with_its_own_date_says_the_same_at_its_own_places(self):
        document, status = self.check(MARKDOWN, name="article.md", date=None)
        plain, _ = self.check(ARTICLE)
        self.assertEqual(document["date"], DATE)
        self.assertEqual(document["date_source"], "front-matter")
        self.assertEqual([f["rule"] for f in document["findings"]], ["title-mismatch"])
        self.assertEqual([c["verdict"] for c in document["claims"]], [c["verdict"] for c in plain["claims"]])
        start = document["findings"][0]["start"]
        line = MARKDOWN.splitlines()[start["line"] - 1]
        self.assertTrue(line[start["column"] - 1 :].startswith("U.S. secretary of state **Pete"))
        self.assertEqual(MARKDOWN.encode()[start["offset"] :][:4], b"U.S.")
        self.assertEqual(status, 1)

    def said(self, document):
        """What was found, whatever the format."""
        claims = [(self.words(c["text"]), c["verdict"], c["status"], c["person"]["id"], c["office"]["id"], c["quoted"])
                  for c in document["claims"]]
        findings = [(f["rule"], f["level"], f["message"], [x["text"] for x in f["fixes"]]) for f in document["findings"]]
        return claims, findings

    def words(self, text):
        return " ".join(text.replace("é", "e").split())

    def decoded(self, raw):
        """Bytes of a Markdown or HTML file as a reader sees them."""
        return self.words(html.unescape(re.sub(r"<[^>]*>|\*\*", "", raw.decode())))

    def test_text_markdown_and_html_say_the_same(self):
        plain, _ = self.check(ARTICLE)
        for name, text in (("article.md", MARKDOWN), ("article.html", HTML),
                           ("crlf.html", "\ufeff" + HTML.replace("\n", "\r\n")),
                           ("crlf.md", "\ufeff" + MARKDOWN.replace("\n", "\r\n"))):
            with self.subTest(name):
                document, status = self.check(text, name=name, date=None)
                self.assertEqual(self.said(document), self.said(plain))
                self.assertEqual((document["date"], status), (DATE, 1))

    def test_the_date_of_a_page_is_found_in_its_data(self):
        self.assertEqual(self.check(HTML, name="a.html", date=None)[0]["date_source"], "json-ld")

    def test_each_span_cut_out_of_the_file_decodes_to_its_text(self):
        for name, text in (("article.txt", ARTICLE), ("article.md", MARKDOWN), ("article.html", HTML)):
            document, _ = self.check(text, name=name)
            raw = text.encode()
            spans = [c for claim in document["claims"] for c in (claim, claim["person"], claim["office"], claim["place"])]
            for span in filter(None, spans):
                start, end = span["start"], span["end"]
                if isinstance(start, dict):
                    start, end = start["offset"], end["offset"]
                pieces = span.get("segments", [[start, end]])
                self.assertEqual((pieces[0][0], pieces[-1][1]), (start, end))
                self.assertEqual(self.decoded(raw[start:end]), self.words(span["text"]))
                joined = b"".join(raw[a:b] for a, b in pieces)
                self.assertEqual(self.words(html.unescape(joined.decode())), self.words(span["text"]))

    def test_without_a_date_it_says_which_it_used_and_on_which_days_the_claims_agree(self):
        self.write("article.txt", ARTICLE)
        result = self.stet("check", "article.txt", env=self.environment(STET_RULES=str(self.rules), SOURCE_DATE_EPOCH="1795478400"))
        self.assertIn("judged as of today, 24 November 2026", result.out)
        self.assertRegex(result.out, r"agree on 20 January 2025 to \d+ October 2025")

    def test_infer_judges_as_of_those_days(self):
        document, status = self.check(ARTICLE, "--date", "infer", date=None)
        self.assertEqual(document["date_source"], "claims")
        self.assertEqual(self.loud(document), ["title-mismatch"])
        self.assertEqual(document["counts"]["supported"], 4)
        self.assertEqual(status, 1)

    def test_mended_it_passes(self):
        document, status = self.swapped("secretary of state Pete", "secretary of defense Pete")
        self.assertEqual(document["findings"], [])
        self.assertEqual(document["counts"]["supported"], 5)
        self.assertEqual(status, 0)


class Swaps(ArticleCase):
    """With the error mended, each of these is caught, and nothing else is."""

    def caught(self, old, new, rule):
        mended = ARTICLE.replace("secretary of state Pete", "secretary of defense Pete")
        self.assertIn(old, mended)
        document, status = self.check(mended.replace(old, new))
        self.assertEqual(self.loud(document), [rule])
        self.assertEqual(status, 1)

    def test_a_minister_of_another_country(self):
        self.caught("Dutch Defense Minister Ruben", "French Defense Minister Ruben", "place-mismatch")

    def test_another_ministry(self):
        self.caught("Dutch Defense Minister Ruben", "Dutch Finance Minister Ruben", "title-mismatch")

    def test_a_ministry_that_came_later(self):
        self.caught("Dutch Defense Minister Ruben", "Dutch Foreign Minister Ruben", "title-premature")

    def test_a_title_that_was_given_up(self):
        self.caught(
            "The former Dutch prime minister also", "Rutte, the Dutch prime minister, also", "title-outdated"
        )

    def test_former_of_one_who_still_holds_it(self):
        self.caught("said Dutch Defense", "said former Dutch Defense", "former-still-in-office")

    def test_a_secretary_with_the_others_title(self):
        self.caught(
            "U.S. secretary of defense Pete Hegseth", "U.S. Defense Secretary Marco Rubio", "title-mismatch"
        )

    def test_a_counterpart_of_the_wrong_country(self):
        self.caught("His French counterpart", "His Polish counterpart", "place-mismatch")

    def test_a_stranger_in_a_known_office(self):
        self.caught("Minister Ruben Brekelmans", "Minister Joost Vandersteen", "holder-mismatch")


class Books(ArticleCase):
    """The same article, with a book that knows more or less."""

    def book(self, change):
        """The shipped rules with us.yaml changed."""
        folder = self.home / "changed"
        shutil.copytree(TOP / "rules", folder)
        path = folder / "reference/us.yaml"
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        return folder

    def office(self, text):
        start = text.index("  - id: us/secretary-of-state\n")
        end = text.index("\n  - id: ", start + 1)
        return start, end

    def test_without_a_complete_succession_nothing_is_contradicted(self):
        def change(text):
            start, end = self.office(text)
            office = re.sub(r"    complete:\n(      - .*\n)+?(?=    tenures:)", "", text[start:end])
            self.assertNotIn("complete", office)
            return text[:start] + office + text[end:]

        document, status = self.check(ARTICLE, rules=self.book(change))
        self.assertEqual(document["claims"][0]["verdict"], "unverifiable")
        self.assertIn("does not know all holders", document["claims"][0]["reason"])
        self.assertEqual((document["findings"], status), ([], 0))

    def test_with_a_tenure_added_the_claim_is_supported(self):
        def change(text):
            start, end = self.office(text)
            row = "\n      - {person: pete-hegseth, from: 2025-02-12, to: 2025-02-14, acting: true, sources: [wikidata]}"
            lines = text[start:end].split("\n")
            at = next(i for i, line in enumerate(lines) if "marco-rubio" in line)
            lines.insert(at + 1, row[1:])
            return text[:start] + "\n".join(lines) + text[end:]

        document, status = self.check(ARTICLE, rules=self.book(change))
        self.assertEqual(document["claims"][0]["verdict"], "supported")
        self.assertEqual([f for f in document["findings"] if f["level"] != "note"], [])
        self.assertEqual(status, 0)


if __name__ == "__main__":
    cases.main()
