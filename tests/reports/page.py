#!/usr/bin/env python3
"""The HTML page: complete in itself, readable by eye, keyboard and screen reader, on screen and on
paper; and hostile text in it stays text. A browser looks at it where there is one."""
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, WRONG, StetCase
from shown import shown

EVIL = ("</p></section><script>document.title='owned'</script><img src=x onerror=alert(1)> "
        "&lt;b&gt; \" onmouseover=alert(1) x=\" ' --> ]]> \u202e \x1b[31m <style>*{display:none}</style> ")
TEXT = EVIL + WRONG + "\n" + RIGHT + "\nDefense Secretary Zed Quux met Mayor Bob Quimby of Oz. " + OUTDATED
VOID = {"meta", "br", "input", "img", "link"}


class Node:
    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, tag=None, kind=None):
        return [n for n in self.walk() if (not tag or n.tag == tag)
                and (not kind or kind in n.attributes.get("class", "").split())]

    def text(self, without=()):
        return "".join(c if isinstance(c, str) else "" if c.tag in without
                       or "hidden" in c.attributes.get("class", "").split() else c.text(without)
                       for c in self.children)


class Tree(html.parser.HTMLParser):
    """Stricter than a browser: what is opened is closed, in order."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = Node("", ())
        self.open = [self.root]
        self.feed(text)
        self.close()
        assert len(self.open) == 1, [n.tag for n in self.open]

    def handle_starttag(self, tag, attributes):
        assert len({name for name, _ in attributes}) == len(attributes), attributes
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        self.open[-1].children.append(Node(tag, attributes))

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, (self.open[-1].tag, tag)
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


class Page(StetCase):
    def setUp(self):
        super().setUp()
        self.write("<evil>\".txt", TEXT)
        self.write("b.md", "# Talks\n\n> The U.S. *secretary of* state Pete Hegseth\n\n- " + RIGHT)
        self.write("none.txt", "It rained.\n")
        self.write("c.ndjson", json.dumps({"id": "<r>", "date": DATE, "title": WRONG, "text": RIGHT})
                   + "\nnonsense <script>\n")
        self.paths = ("<evil>\".txt", "b.md", "none.txt", "c.ndjson", "gone<b>.txt")

    def raw(self, *options, paths=None):
        return self.stet("--date", DATE, *options, *(paths or self.paths)).raw

    def page(self, **more):
        return Tree(self.raw("-f", "html", **more).decode()).root

    def documents(self):
        return json.loads(self.raw("-f", "json"))["documents"]


class Content(Page):
    def test_each_claim_is_marked_in_the_prose_and_has_a_card(self):
        articles = self.page().all("article")
        documents = [d for d in self.documents() if d["claims"]]
        self.assertEqual(len(articles), len(documents))
        for article, document in zip(articles, documents):
            marks, cards = article.all("a", "mark"), article.all("li", "card")
            claims = document["claims"]
            self.assertEqual([m.attributes["class"] for m in marks],
                             ["mark " + c["verdict"] for c in
                              sorted(claims, key=lambda c: "part" not in c)])
            self.assertEqual(sorted(m.text(("sup",)) for m in marks),
                             sorted(shown(c["text"]) for c in claims))
            self.assertEqual([c.attributes["class"] for c in cards],
                             ["card " + c["verdict"] for c in claims])
            for card, claim in zip(cards, claims):
                self.assertIn(shown(claim["text"]), card.text())
                for finding in document["findings"]:
                    if finding["claim"] == claim["id"]:
                        self.assertIn(shown(finding["message"]), card.text())
                        self.assertIn(finding["rule"], card.text())

    def test_the_prose_is_all_of_the_text(self):
        for article, document in zip(self.page().all("article"),
                                     [d for d in self.documents() if d["claims"]]):
            (prose,) = article.all("section", "prose")
            blocks = [n.text(("sup",)) for n in prose.walk() if n.tag in ("p", "h4")]
            raw = document["text"].encode()
            expected = [shown(raw[slice(*b["span"])].decode()) for b in document["blocks"]]
            self.assertEqual(sorted(blocks), sorted(expected))

    def test_what_nobody_can_vouch_for_is_a_list_to_tick(self):
        for article, document in zip(self.page().all("article"),
                                     [d for d in self.documents() if d["claims"]]):
            boxes = article.all("input")
            self.assertEqual(len(boxes), document["counts"]["unverifiable"])
            for label in article.all("label"):
                self.assertEqual(len(label.all("input")), 1)

    def test_a_time_line_names_the_holders_and_draws_each(self):
        (line, *_) = self.page().all("svg")
        (words,) = line.all("desc")
        self.assertIn("Marco Rubio, 21 January 2025 to –", words.text())
        self.assertIn("Antony Blinken, 26 January 2021 to 20 January 2025", words.text())
        self.assertEqual(len(line.all("text", "name")), words.text().count(" to "))
        self.assertEqual(len(line.all("path", "date")), 1)
        widths = [int(bar.attributes["width"]) for bar in line.all("rect")]
        self.assertTrue(all(width > 0 for width in widths))

    def test_an_index_lists_every_document(self):
        (nav,) = self.page().all("nav")
        rows = nav.all("th")
        names = [row.text() for row in rows if row.attributes.get("scope") == "row"]
        self.assertEqual(names, ["<evil>\".txt", "b.md", "c.ndjson(<r>)", "none.txt"],
                         "those with findings first")
        self.assertEqual(self.page(paths=("b.md",)).all("nav"), [])

    def test_sources_and_what_was_not_checked_are_told(self):
        text = self.page().text()
        self.assertIn("gone<b>.txt: ", text)
        self.assertIn("Sources", text)
        report = json.loads(self.raw("-f", "json"))
        for part in ("rules", "book"):
            self.assertIn(report[part]["hash"], text)


class Safety(Page):
    ELEMENTS = {"html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3",
                "h4", "p", "ul", "ol", "li", "span", "main", "nav", "table", "thead", "tbody", "tr",
                "th", "td", "article", "section", "div", "time", "strong", "code", "ins", "del", "br",
                "blockquote", "sup", "label", "input", "figure", "figcaption", "svg", "desc", "path",
                "rect", "text", "footer"}
    ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "rel",
                  "aria-label", "aria-labelledby", "aria-hidden", "tabindex", "scope", "datetime",
                  "type", "role", "viewbox", "d", "x", "y", "width", "height"}

    def test_nothing_of_the_article_is_markup(self):
        for node in self.page().walk():
            if node.tag:
                self.assertIn(node.tag, self.ELEMENTS)
            self.assertEqual(set(node.attributes) - self.ATTRIBUTES, set(), node.tag)
        self.assertEqual(len(self.page().all("style")), 1)

    def test_it_loads_and_runs_nothing(self):
        page = self.page()
        (policy,) = [m.attributes["content"] for m in page.all("meta")
                     if m.attributes.get("http-equiv") == "Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("script-src", policy)
        for node in page.walk():
            target = node.attributes.get("href", "#")
            self.assertRegex(target, r"^(#|https?://)")
        self.assertNotIn("url(", self.raw("-f", "html").decode())
        self.assertNotIn("@import", self.raw("-f", "html").decode())

    def test_a_kept_report_cannot_bring_a_script_either(self):
        report = self.raw("-f", "json").decode()
        self.assertIn("https://www.wikidata.org/", report)
        self.write("kept.json", report.replace("https://www.wikidata.org/", "javascript:alert(1)"))
        raw = self.stet("report", "-f", "html", "kept.json").raw.decode()
        self.assertNotIn("href=\"javascript", raw)


class Access(Page):
    def test_ids_are_unique_and_all_that_is_pointed_at_is_there(self):
        nodes = list(self.page().walk())
        ids = [n.attributes["id"] for n in nodes if "id" in n.attributes]
        self.assertEqual(len(set(ids)), len(ids))
        for node in nodes:
            target = node.attributes.get("href", "")
            if target.startswith("#"):
                self.assertIn(target[1:], ids)
            for name in node.attributes.get("aria-labelledby", "").split():
                self.assertIn(name, ids)

    def test_regions_have_names_and_headings_go_down_one_by_one(self):
        page = self.page()
        self.assertEqual([len(page.all(tag)) for tag in ("header", "main", "footer", "h1")], [1] * 4)
        for node in page.walk():
            if node.tag in ("section", "nav", "article"):
                self.assertTrue({"aria-label", "aria-labelledby"} & set(node.attributes), node.tag)
            if node.tag == "svg":
                self.assertEqual(node.attributes["role"], "img")
        levels = [int(n.tag[1]) for n in page.walk() if re.fullmatch("h[1-6]", n.tag)]
        for before, after in zip(levels, levels[1:]):
            self.assertLessEqual(after, before + 1)

    def test_what_colour_says_a_word_says(self):
        for node in self.page().all("a", "mark"):
            (words,) = node.all("span", "hidden")
            self.assertIn(node.attributes["class"].split()[1], words.text())

    def test_the_language_and_the_title_are_given(self):
        page = self.page()
        self.assertEqual(page.all("html")[0].attributes["lang"], "en")
        self.assertTrue(page.all("title")[0].text())

    def test_colours_have_a_contrast_of_at_least_four_and_a_half(self):
        style = self.page().all("style")[0].text()
        sets = [dict(re.findall(r"--(\w+):(#\w+)", part))
                for part in re.findall(r":root\{(.*?)\}", style, flags=re.S)]
        self.assertEqual(len(sets), 3, "light, dark, print")
        for colours in sets:
            for ground in ("paper", "card"):
                for name in ("ink", "soft", "supported", "contradicted", "unverifiable", "link"):
                    if name in colours:
                        ratio = self.contrast(colours[name], colours[ground])
                        self.assertGreaterEqual(ratio, 4.5, (name, ground, colours))
            for name in ("bar", "then"):
                self.assertGreaterEqual(self.contrast(colours[name], colours["paper"]), 2.5, name)

    @staticmethod
    def contrast(one, other):
        def light(colour):
            colour = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
            parts = [int(colour[i: i + 2], 16) / 255 for i in (0, 2, 4)]
            linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

        pair = sorted((light(one), light(other)))
        return (pair[1] + 0.05) / (pair[0] + 0.05)


class Browser(Page):
    FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--enable-logging=stderr", "--log-level=0")

    def look(self, *options):
        """What a browser says of the page."""
        browser = shutil.which("chromium") or shutil.which("chromium-browser")
        if not browser:
            self.skipTest("no chromium")
        (self.here / "page.html").write_bytes(self.raw("-f", "html"))
        with tempfile.TemporaryDirectory(prefix="stet-browser-") as profile:
            done = subprocess.run(
                [browser, *self.FLAGS, f"--user-data-dir={profile}", *options,
                 (self.here / "page.html").as_uri()],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=100, cwd=self.here,
                env={**self.environment(), "HOME": profile})
        self.assertEqual(done.returncode, 0, done.stderr.decode(errors="replace")[-2000:])
        console = [line for line in done.stderr.decode(errors="replace").splitlines()
                   if "CONSOLE" in line]
        self.assertEqual(console, [])
        return done.stdout.decode()

    def test_a_browser_reads_it_as_we_do(self):
        dom = self.look("--dump-dom")
        self.assertEqual(len(re.findall(r'<a class="mark ', dom)),
                         sum(d["counts"]["claims"] for d in self.documents()))
        self.assertNotIn("<script", dom)
        self.assertNotIn("owned</title>", dom)
        self.assertEqual(dom.count("<style"), 1)

    def test_it_can_be_seen_and_printed(self):
        self.look("--window-size=1200,900", "--screenshot=page.png")
        self.assertEqual((self.here / "page.png").read_bytes()[:8], b"\x89PNG\r\n\x1a\n")
        self.look("--print-to-pdf=page.pdf")
        self.assertEqual((self.here / "page.pdf").read_bytes()[:5], b"%PDF-")


if __name__ == "__main__":
    cases.main()
