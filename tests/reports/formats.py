#!/usr/bin/env python3
"""The formats for other tools: each is valid, each says what the json says, and nothing in an
article, a path or a rule means anything to the tool that reads it."""
import json
import pathlib
import re
import shutil
import sys
import urllib.parse
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, TOP, WRONG, StetCase
from shown import shown
from validate import Validator

SCHEMAS = TOP / "tests/reports/schemas"

# A path, a text and a message that try to be something else.
PATH = "sport%3A, ::x]]>'\"<b>&\x1b[31m\nöl.txt"
ASTRAL = "\U0001F600 \u201c]]>\u201d %0A ::error::x "
HOSTILE = (ASTRAL + "<script>alert(1)</script> \x1b[31m\x00\x07 " + WRONG.strip() + "\r\n\r\n"
           + "::set-output name=x::y\r\n\r\n" + "\u202e " + OUTDATED.strip() + "\r\n"
           + "Defense Secretary Zed Quux spoke.\r\n")
MESSAGE = "%0A::error::x <img src=x onerror=alert(1)> \\e31m\\a \\u202E \\\"q\\\" |"


class Formats(StetCase):
    def setUp(self):
        super().setUp()
        checks = self.home / "rules/checks"
        checks.unlink()
        shutil.copytree(TOP / "rules/checks", checks)
        rule = next(checks.rglob("title-mismatch.yaml"))
        text = rule.read_text(encoding="utf-8")
        rule.write_text(re.sub(r'^message: "', f'message: "{MESSAGE} '.replace("\\", r"\\"), text,
                               count=1, flags=re.M), encoding="utf-8")
        self.write(PATH, HOSTILE)
        self.write("b.md", "---\ndate: 2025-02-13\n---\n\nThe U.S. *secretary of* state Pete Hegseth "
                           "and " + OUTDATED + "\n" + RIGHT)
        self.write("c.ndjson", json.dumps({"id": "r|1", "date": DATE, "title": WRONG, "text": RIGHT})
                   + "\nnonsense\n")
        self.paths = (PATH, "./b.md", "c.ndjson", "none.txt")

    def raw(self, name, *options, paths=None):
        return self.stet("--format", name, "--date", DATE, *options, *(paths or self.paths)).raw

    def report(self):
        return json.loads(self.raw("json"))

    def documents(self):
        return self.report()["documents"]

    def findings(self, message=lambda text: text, path=lambda text: text):
        """What all formats must say: path, line, level, rule, message of each finding."""
        for document in self.documents():
            record = f"{document['path']}({document['id']}): " if "line" in document else ""
            where = document["path"][2 * document["path"].startswith("./"):]
            for finding in document["findings"]:
                yield (path(where), document.get("line", finding["start"]["line"]), finding["level"],
                       finding["rule"], message(record + finding["message"]))

    def failures(self):
        return self.report()["errors"]


class Agreement(Formats):
    """A test for each format reads it back."""

    def test_there_is_something_to_agree_on(self):
        found = list(self.findings())
        self.assertGreaterEqual(len(found), 4)
        self.assertEqual(len(self.failures()), 2)
        self.assertIn("::error::x", found[0][4])
        self.assertIn("\x1b", found[0][4])

    def test_text(self):
        found = re.findall(r"^(.*):\d+:\d+: (error|warning|note) \[(.*?)\] (.*)$", self.raw("text").decode(),
                           flags=re.M)
        self.assertEqual([(level, rule) for _, level, rule, _ in found],
                         [(level, rule) for _, _, level, rule, _ in self.findings()])

    def test_compact(self):
        lines = self.raw("compact").decode().splitlines()
        expected = []
        for document in self.documents():
            name = document["path"] + (f"({document['id']})" if "line" in document else "")
            for finding in document["findings"]:
                part = "title:" if "part" in finding else ""
                start = finding["start"]
                expected.append(shown(f"{name}:{part}{start['line']}:{start['column']}: "
                                      f"{finding['level']}: {finding['message']} [{finding['rule']}]"))
        self.assertEqual(lines, expected)

    def test_jsonl(self):
        lines = [json.loads(line) for line in self.raw("jsonl").splitlines()]
        self.assertEqual([(f["level"], f["rule"], f["message"]) for line in lines
                          for f in line.get("findings", ())],
                         [(f["level"], f["rule"], f["message"]) for d in self.documents()
                          for f in d["findings"]])

    def test_sarif(self):
        run = json.loads(self.raw("sarif"))["runs"][0]
        found = []
        for result in run["results"]:
            place = result["locations"][0]["physicalLocation"]
            found.append((urllib.parse.unquote(place["artifactLocation"]["uri"]),
                          place["region"]["startLine"], result["level"], result["ruleId"],
                          result["message"]["text"]))
            self.assertEqual(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"],
                             result["ruleId"])
        self.assertEqual(found, list(self.findings()))
        (invocation,) = run["invocations"]
        self.assertFalse(invocation["executionSuccessful"])
        self.assertEqual([n["message"]["text"] for n in invocation["toolExecutionNotifications"]],
                         [f["error"] for f in self.failures()])

    def test_gitlab(self):
        levels = {"info": "note", "minor": "warning", "major": "error"}
        issues = json.loads(self.raw("gitlab"))
        found = [(i["location"]["path"], i["location"]["lines"]["begin"], levels[i["severity"]],
                  i["check_name"], i["description"].removeprefix(i["check_name"] + ": "))
                 for i in issues if i["check_name"] != "not-checked"]
        self.assertEqual(found, list(self.findings()))
        self.assertEqual(len(issues) - len(found), len(self.failures()))
        prints = [i["fingerprint"] for i in issues]
        self.assertEqual(len(set(prints)), len(prints))

    def test_rdjsonl(self):
        levels = {"INFO": "note", "WARNING": "warning", "ERROR": "error"}
        lines = [json.loads(line) for line in self.raw("rdjsonl").splitlines()]
        found = [(d["location"]["path"], d["location"]["range"]["start"]["line"],
                  levels[d["severity"]], d["code"]["value"], d["message"])
                 for d in lines if d["code"]["value"] != "not-checked"]
        self.assertEqual(found, list(self.findings()))
        self.assertEqual(len(lines) - len(found), len(self.failures()))

    def test_junit(self):
        root = xml.fromstring(self.raw("junit"))
        found = [(case.get("file"), int(case.get("line")), failure.get("type"),
                  *failure.get("message").split(": ", 1))
                 for case in root.iter("testcase") for failure in case.iter("failure")]
        expected = list(self.findings(path=shown))
        self.assertEqual([f[:4] for f in found], [e[:4] for e in expected])
        for (*_, message), (*_, whole) in zip(found, expected):
            self.assertTrue(shown(whole).endswith(message))
        claims = [c["verdict"] for d in self.documents() for c in d["claims"]]
        self.assertEqual(len(root.findall(".//skipped")), claims.count("unverifiable"))
        self.assertEqual(len(root.findall(".//error")), len(self.failures()))
        cases_of_claims = [c for c in root.iter("testcase") if c.get("name") != "checked"]
        self.assertEqual(len(cases_of_claims), len(claims))

    def commands(self, raw):
        for line in raw.decode().splitlines():
            command = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
            self.assertTrue(command, line)
            values = dict(pair.split("=", 1) for pair in command[2].split(","))
            yield command[1], {k: urllib.parse.unquote(v) for k, v in values.items()}, \
                urllib.parse.unquote(command[3])

    def test_github(self):
        found, missed = [], 0
        for level, values, message in self.commands(self.raw("github")):
            rule = re.fullmatch(r"stet \((.*)\)", values["title"])[1]
            if rule == "not checked":
                missed += 1
                continue
            level = "note" if level == "notice" else level
            found.append((values["file"], int(values["line"]), level, rule, message))
        order = ["error", "warning", "note"]
        expected = sorted(self.findings(shown, shown), key=lambda f: order.index(f[2]))
        self.assertEqual(found, expected)
        self.assertEqual(missed, len(self.failures()))

    def test_markdown(self):
        rows = re.findall(r"^\| (error|warning|note) \| (.*) \| (.*) \| (.*) \|$",
                          self.raw("markdown").decode(), flags=re.M)
        plain = [[re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell) for cell in row] for row in rows]
        self.assertEqual([(level, rule, message) for level, _, message, rule in plain],
                         [(f["level"], f["rule"], shown(f["message"])) for d in self.documents()
                          for f in d["findings"]])


class Validity(Formats):
    def assert_valid(self, name, value):
        schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
        self.assertEqual(Validator(schema, closed=True).problems(value), [])

    def test_sarif_is_as_specified(self):
        for paths in (self.paths, ("d.txt",)):
            self.write("d.txt", "")
            self.assert_valid("sarif.json", json.loads(self.raw("sarif", paths=paths)))

    def test_gitlab_is_as_specified(self):
        self.assert_valid("gitlab.json", json.loads(self.raw("gitlab")))
        self.write("d.txt", RIGHT)
        self.assertEqual(json.loads(self.raw("gitlab", paths=("d.txt",))), [])

    def test_rdjson_is_as_specified(self):
        for line in self.raw("rdjsonl").splitlines():
            self.assert_valid("rdjson.json", json.loads(line))

    def test_junit_is_as_specified(self):
        self.write("d.txt", "")
        for paths in (self.paths, ("d.txt",)):
            root = xml.fromstring(self.raw("junit", paths=paths))
            self.assertEqual(root.tag, "testsuites")
            for suite in root:
                self.assertEqual((suite.tag, set(suite.keys())),
                                 ("testsuite", {"name", "tests", "failures", "errors", "skipped"}))
                count = {"tests": len(suite)}
                for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
                    count[name] = sum(case.find(tag) is not None for case in suite)
                for name, number in count.items():
                    self.assertEqual(int(suite.get(name)), number, name)
                self.assertGreater(count["tests"], 0, "a suite of none is taken for a mistake")
                for case in suite:
                    self.assertEqual(case.tag, "testcase")
                    self.assertTrue(set(case.keys()) >= {"classname", "name"})
                    for child in case:
                        self.assertIn(child.tag, ("failure", "error", "skipped"))
                        self.assertTrue(child.get("message"))


class Places(Formats):
    def lines(self, document):
        return re.split(rb"\r\n|\r|\n", (self.here / document["path"]).read_bytes())

    def test_sarif_columns_are_utf16_units(self):
        document = self.documents()[0]
        results = json.loads(self.raw("sarif"))["runs"][0]["results"]
        for finding, result in zip(document["findings"], results):
            region = result["locations"][0]["physicalLocation"]["region"]
            self.assertEqual(region["startLine"], region["endLine"])
            line = self.lines(document)[region["startLine"] - 1].decode().encode("utf-16-le")
            words = line[2 * (region["startColumn"] - 1): 2 * (region["endColumn"] - 1)]
            self.assertEqual(words.decode("utf-16-le"), finding["text"])

    def test_rdjson_columns_are_bytes(self):
        document = self.documents()[0]
        lines = [json.loads(line) for line in self.raw("rdjsonl").splitlines()]
        for finding, diagnostic in zip(document["findings"], lines):
            start, end = (diagnostic["location"]["range"][k] for k in ("start", "end"))
            line = self.lines(document)[start["line"] - 1]
            self.assertEqual(line[start["column"] - 1: end["column"] - 1].decode(), finding["text"])

    def test_a_repair_of_sarif_or_rdjson_does_what_it_says(self):
        result = json.loads(self.raw("sarif"))["runs"][0]["results"][0]
        (change,) = result["fixes"][0]["artifactChanges"]
        (repair,) = change["replacements"]
        raw = (self.here / PATH).read_bytes().decode().encode("utf-16-le")
        region = repair["deletedRegion"]
        self.assertEqual(region["startLine"], 1)
        mended = raw[: 2 * (region["startColumn"] - 1)] \
            + repair["insertedContent"]["text"].encode("utf-16-le") + raw[2 * (region["endColumn"] - 1):]
        suggestion = json.loads(self.raw("rdjsonl").splitlines()[0])["suggestions"][0]
        self.assertEqual(suggestion["text"], repair["insertedContent"]["text"])
        self.write(PATH, mended.decode("utf-16-le"))
        self.assertEqual(self.documents()[0]["claims"][0]["verdict"], "supported")

    def test_no_repair_is_offered_that_would_cut_markup(self):
        by_path = {d["path"]: d for d in self.documents()}
        self.assertIn("segments", by_path["./b.md"]["findings"][0]["fixes"][0])
        results = json.loads(self.raw("sarif", paths=("b.md",)))["runs"][0]["results"]
        self.assertEqual(results[0]["fixes"], [])

    def test_the_hash_of_a_line_is_that_of_code_scanning(self):
        document = self.documents()[0]
        hashes = {}
        units = self.units((self.here / PATH).read_bytes().decode())
        for line, start in enumerate(self.starts(units), 1):
            value = 0
            for i in range(100):
                value = (37 * value + (units[start + i] if start + i < len(units) else 0)) % 2**64
            hashes[line] = f"{value:x}"
        results = json.loads(self.raw("sarif"))["runs"][0]["results"]
        for finding, result in zip(document["findings"], results):
            got = result["partialFingerprints"]["primaryLocationLineHash"].partition(":")[0]
            self.assertEqual(got, hashes[finding["start"]["line"]])

    @staticmethod
    def units(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
        raw = text.encode("utf-16-le")
        return [raw[i] + 256 * raw[i + 1] for i in range(0, len(raw), 2)] + [65535]

    @staticmethod
    def starts(units):
        return [0] + [i + 1 for i, unit in enumerate(units) if unit == 10]


class Marks(Formats):
    """What an editor lets stand is told by those formats that can say so, and by no other."""

    def setUp(self):
        super().setUp()
        self.write("m.md", f"<!-- stet: title-mismatch -- a ]]> %0A [b](c) reason -->\n\n{WRONG}\n"
                           f"<!-- stet: place-mismatch -- unused -->\n\n{RIGHT}")

    def of_marks(self, name):
        return self.raw(name, paths=("m.md",)).decode()

    def test_sarif_has_it_with_its_reason(self):
        results = json.loads(self.of_marks("sarif"))["runs"][0]["results"]
        stands = [r for r in results if r["suppressions"]]
        self.assertEqual([r["ruleId"] for r in stands], ["title-mismatch"])
        self.assertEqual(stands[0]["suppressions"],
                         [{"kind": "inSource", "status": "accepted",
                           "justification": "a ]]> %0A [b](c) reason"}])
        self.assertEqual([r["ruleId"] for r in results if not r["suppressions"]], ["mark-unused"])

    def test_the_others_tell_only_of_the_mark_that_is_not_used(self):
        for name in ("text", "compact", "github", "gitlab", "rdjsonl", "markdown"):
            text = self.of_marks(name)
            self.assertIn("mark-unused", text, name)
            self.assertNotIn("title-mismatch", text, name)

    def test_junit_skips_it(self):
        root = xml.fromstring(self.of_marks("junit"))
        self.assertEqual([f.get("message").partition(":")[0] for f in root.iter("failure")],
                         ["mark-unused"])
        self.assertEqual(len(root.findall(".//skipped")), 1)

    def test_the_page_says_by_what_it_stands(self):
        self.assertIn("Let stand by a mark: a ]]&#62; %0A [b](c) reason", self.of_marks("html"))


class Baseline(Formats):
    """What was settled is told by those formats that can say so, and by no other."""

    def setUp(self):
        super().setUp()
        self.write("old.txt", WRONG)
        done = self.stet("baseline", "create", "--date", DATE, "--reason", "a ]]> %0A reason", "old.txt")
        self.assertEqual((done.status, done.err), (0, ""))
        self.write("new.txt", OUTDATED)

    def of_both(self, name):
        return self.raw(name, paths=("old.txt", "new.txt")).decode()

    def test_sarif_tells_the_old_from_the_new(self):
        results = json.loads(self.of_both("sarif"))["runs"][0]["results"]
        self.assertEqual([(r["ruleId"], r["baselineState"]) for r in results],
                         [("title-mismatch", "unchanged"), ("title-outdated", "new")])
        self.assertEqual([r["suppressions"] for r in results],
                         [[{"kind": "external", "status": "accepted",
                            "justification": "a ]]> %0A reason"}], []])

    def test_the_others_tell_only_of_the_new(self):
        for name in ("text", "compact", "github", "gitlab", "rdjsonl", "markdown"):
            text = self.of_both(name)
            self.assertIn("title-outdated", text, name)
            self.assertNotIn("title-mismatch", text, name)
        root = xml.fromstring(self.of_both("junit"))
        self.assertEqual(len(root.findall(".//failure")), 1)
        self.assertEqual(len(root.findall(".//skipped")), 1)
        self.assertIn("Let stand by the baseline: a ]]&#62; %0A reason", self.of_both("html"))


class GitHub(Formats):
    def many(self, count):
        text = "\n\n".join([WRONG.strip()] * count + [OUTDATED.strip()] * count)
        return self.write("many.txt", text)

    def test_no_more_are_written_than_are_shown(self):
        lines = self.raw("github", paths=(self.many(15),)).decode().splitlines()
        self.assertEqual([line.split(" ")[0] for line in lines],
                         ["::error"] * 10 + ["::warning"] * 10 + ["::notice"])
        self.assertIn("10 more", lines[-1])

    def test_errors_come_first_whatever_their_place(self):
        self.write("first.txt", OUTDATED)
        lines = self.raw("github", paths=("first.txt", PATH)).decode().splitlines()
        levels = [line.split(" ")[0] for line in lines]
        self.assertEqual(levels, sorted(levels))

    def test_nothing_of_the_article_is_a_command(self):
        for line in self.raw("github").decode().splitlines():
            self.assertRegex(line, r"^::(error|warning|notice) file=")

    def test_a_passage_over_several_lines_has_no_columns(self):
        self.write("a.md", "The U.S. secretary of state\nPete Hegseth spoke.\n")
        line = self.raw("github", paths=("a.md",)).decode()
        self.assertIn("line=1,endLine=2,title", line)

    def test_the_job_has_a_summary_that_is_added_to(self):
        summary = self.here / "summary.md"
        summary.write_text("before\n")
        path = self.many(15)
        environment = self.environment(GITHUB_STEP_SUMMARY=str(summary))
        self.stet("-f", "github", "--date", DATE, path, env=environment)
        text = summary.read_text()
        self.assertTrue(text.startswith("before\n### stet\n"))
        self.assertEqual(len(re.findall(r"^\| error \|", text, flags=re.M)), 15)
        self.stet("-f", "text", "--date", DATE, path, env=environment)
        self.assertEqual(summary.read_text(), text, "only github has one")

    def test_a_summary_that_cannot_be_written_is_status_2(self):
        environment = self.environment(GITHUB_STEP_SUMMARY=str(self.here))
        self.assertEqual(self.stet("-f", "github", "--date", DATE, self.many(1), env=environment).status, 2)

    def test_a_summary_stays_below_a_mebibyte(self):
        path = self.many(2000)
        raw = self.raw("markdown", paths=(path,))
        self.assertLess(len(raw), 2**20)
        self.assertRegex(raw.decode(), r"\n\d+ more findings are left out here\.\n")


if __name__ == "__main__":
    cases.main()
