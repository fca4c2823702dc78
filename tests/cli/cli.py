#!/usr/bin/env python3
"""The built program as a user meets it: arguments in, bytes and a status out."""
import json
import os
import pathlib
import pty
import random
import re
import shutil
import subprocess
import sys
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, STET, WRONG, StetCase


def record(text, **more):
    return json.dumps({"id": "r", "date": DATE, "text": text, **more}) + "\n"


class Help(StetCase):
    def test_help_lists_every_verb_and_option(self):
        result = self.stet("--help")
        self.assertEqual(result.status, 0)
        self.assertEqual(result.err, "")
        for word in ("check", "test", "data", "help", "--date", "--fail-level", "-o, --output"):
            self.assertIn(word, result.out)

    def test_help_of_a_verb_is_the_same_by_verb_and_by_option(self):
        self.assertEqual(self.stet("help", "check").out, self.stet("check", "--help").out)
        self.assertIn("usage: stet check", self.stet("help", "check").out)

    def test_a_verb_lists_only_its_own_options(self):
        self.assertNotIn("--date", self.stet("help", "test").out)
        self.assertIn("--rules", self.stet("help", "test").out)

    def test_help_fits_into_80_columns(self):
        for verb in ((), ("check",), ("test",), ("data",), ("help",)):
            for line in self.stet("help", *verb).out.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_version_is_one_line(self):
        result = self.stet("--version")
        self.assertRegex(result.out, r"^stet \d+\.\d+\.\d+\n$")
        self.assertEqual(result.status, 0)

    def test_an_unknown_verb_of_help_has_a_hint(self):
        result = self.stet("help", "chekc")
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertIn("did you mean check?", result.err)


class Usage(StetCase):
    def complaint(self, *arguments):
        """The one line that goes with status 2."""
        result = self.stet(*arguments)
        self.assertEqual((result.status, result.out), (2, ""))
        self.assertEqual(result.err.count("\n"), 1, result.err)
        return result.err

    def test_a_misspelt_option_has_a_hint(self):
        self.assertIn("--formt, did you mean --format?", self.complaint("--formt", "json", "a.txt"))
        self.assertIn("did you mean --date?", self.complaint("check", "--daet=2025-02-13", "a.txt"))

    def test_an_option_that_is_like_none_is_named(self):
        self.assertIn("unknown option --zzzzzzzzz", self.complaint("--zzzzzzzzz"))
        self.assertIn("unknown option -x", self.complaint("-x", "a.txt"))
        self.assertIn("unknown option -x", self.complaint("-vx", "a.txt"))

    def test_an_option_of_another_verb_is_unknown(self):
        self.assertIn("unknown option --date", self.complaint("test", "--date", DATE))

    def test_an_option_without_its_value_says_what_is_missing(self):
        self.assertIn("expected DATE", self.complaint("a.txt", "--date"))
        self.assertIn("expected FILE", self.complaint("a.txt", "-o"))

    def test_a_wrong_choice_lists_the_choices(self):
        self.assertIn("expected text, compact, json, jsonl, sarif,", self.complaint("--format", "xml", "a.txt"))
        self.assertIn("expected note, warning, error or never",
                      self.complaint("--fail-level=loud", "a.txt"))

    def test_no_path_at_all_has_a_hint(self):
        self.assertIn("name files", self.complaint())
        self.assertIn("name files", self.complaint("check", "-v"))

    def test_a_misspelt_verb_has_a_hint(self):
        self.assertIn("did you mean check?", self.complaint("chekc", "a.txt"))

    def test_a_file_with_the_look_of_a_verb_is_checked(self):
        self.write("chec", RIGHT)
        self.assertEqual(self.stet("chec", "--date", DATE).status, 0)

    def test_a_date_must_be_a_whole_day(self):
        self.write("a.txt", RIGHT)
        for date in ("2025", "2025-02", "2025-02-30", "13.2.2025", "today", "", "2025-02-13T08:00"):
            with self.subTest(date=date):
                self.assertIn("expected YYYY-MM-DD", self.complaint("--date", date, "a.txt"))

    def test_data_needs_to_be_told_what_to_do(self):
        self.assertIn("stet data check", self.complaint("data"))
        self.assertIn("stet data check", self.complaint("data", "look"))


class Checking(StetCase):
    def test_check_may_be_left_out(self):
        self.write("a.txt", WRONG)
        self.assertEqual(self.stet("a.txt", "--date", DATE).out,
                         self.stet("check", "--date", DATE, "a.txt").out)

    def test_a_finding_shows_where_what_instead_and_who_says_so(self):
        self.write("a.txt", "It rained.\n" + WRONG)
        result = self.stet("--date", DATE, "a.txt")
        self.assertEqual(result.status, 1)
        self.assertEqual(result.err, "")
        lines = result.out.splitlines()
        self.assertRegex(lines[0], r"^a\.txt:2:5: error \[title-mismatch\] Pete Hegseth .*\.$")
        self.assertEqual(lines[1], "    The U.S. secretary of state Pete Hegseth spoke.")
        self.assertEqual(lines[2], "        " + "^" * 36)
        self.assertEqual(lines[3], '    instead: "secretary of defense"')
        evidence = [line for line in lines if line.startswith("    evidence: Marco Rubio")]
        self.assertRegex(evidence[0], r"\[Wikidata\] reference/book\.yaml:\d+$")
        self.assertEqual(lines[-1], "1 document, 1 claim: 0 supported, 1 contradicted, "
                                    "0 unverifiable; 1 error, 0 warnings, 0 notes")

    def test_an_empty_file_is_a_document_without_claims(self):
        self.write("a.txt", "")
        result = self.stet("a.txt")
        self.assertEqual(result.status, 0)
        self.assertIn("1 document, 0 claims:", result.out)

    def test_a_missing_file_does_not_keep_the_rest_from_being_checked(self):
        self.write("a.txt", WRONG)
        result = self.stet("--date", DATE, "none.txt", "a.txt")
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, r"^none\.txt: [^\n]*No such file[^\n]*\n$")
        self.assertIn("a.txt:1:5: error", result.out)
        self.assertIn("; 1 not checked as asked\n", result.out)

    def test_a_stream_of_records_is_told_from_a_folder(self):
        (self.here / "news.ndjson").mkdir()
        self.write("list", "news.ndjson\n")
        result = self.stet("--files-from", "list")
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, r"^news.ndjson: is a folder[^\n]*\n$")

    def test_failures_are_in_the_json_report_too(self):
        result = self.stet("--format", "json", "none.txt")
        self.assertEqual(result.status, 2)
        (error,) = json.loads(result.out)["errors"]
        self.assertEqual((error["path"], error["id"], error["line"]), ("none.txt", None, None))

    def test_standard_input_a_fifo_and_a_substitution_are_read(self):
        expected = self.stet("--date", DATE, "-", stdin=WRONG)
        self.assertIn("-:1:5: error", expected.out)
        os.mkfifo(self.here / "fifo")
        writer = threading.Thread(target=self.write, args=("fifo", WRONG))
        writer.start()
        self.assertIn("fifo:1:5: error", self.stet("--date", DATE, "fifo").out)
        writer.join()
        command = f'"{STET}" --date {DATE} <(printf %s "$TEXT")'
        result = self.stet("-c", command, program="bash", env=self.environment(TEXT=WRONG))
        self.assertIn(":1:5: error", result.out)

    def test_a_front_matter_that_is_broken_is_told_and_the_article_checked(self):
        self.write("a.md", "---\ndate: someday\n---\n\n" + WRONG)
        result = self.stet("--date", DATE, "a.md")
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, r"^a\.md:2[^\n]*\n$")
        self.assertIn("a.md:5:5: error", result.out)

    def test_markdown_goes_by_the_ending_and_by_option(self):
        marked = "The U.S. secretary of state **Pete** Hegseth spoke.\n"
        self.write("a.md", marked)
        self.write("b.txt", marked)
        self.assertEqual(self.stet("--date", DATE, "a.md").status, 1)
        self.assertEqual(self.stet("--date", DATE, "--from", "markdown", "b.txt").status, 1)

    def test_random_bytes_are_an_article(self):
        rng = random.Random(7)
        self.write("a.txt", rng.randbytes(10 << 20))
        shutil.copy(self.here / "a.txt", self.here / "a.md")
        for path in ("a.txt", "a.md"):
            result = self.stet("--format", "jsonl", path)
            self.assertIn(result.status, (0, 1), result.err)
            self.assertEqual(json.loads(result.raw)["id"], path)

    def test_nul_bytes_do_not_end_an_article(self):
        self.write("a.txt", b"One\0two.\n" + WRONG.encode())
        self.assertIn("a.txt:2:5: error", self.stet("--date", DATE, "a.txt").out)

    def test_line_ends_of_three_kinds_count_alike(self):
        for end in ("\n", "\r\n", "\r"):
            self.write("a.txt", end.join(("It rained.", "It stopped.", WRONG)))
            self.assertIn("a.txt:3:5: error", self.stet("--date", DATE, "a.txt").out)

    def test_a_byte_order_mark_is_no_column(self):
        self.write("a.txt", "\ufeff" + WRONG)
        (line,) = self.stet("--date", DATE, "--format", "jsonl", "a.txt").out.splitlines()
        start = json.loads(line)["findings"][0]["start"]
        self.assertEqual(start, {"offset": 7, "line": 1, "column": 5})

    def test_control_characters_do_not_reach_the_terminal(self):
        name = "a\x1b]0;owned\x07.txt"
        self.write(name, "\x1b[2J The U.S. secretary of state \u202ePete Hegseth\x9b31m spoke.\n"
                         + "Minister\x1b[31m " + WRONG)
        result = self.stet("--date", DATE, "-v", name)
        self.assertEqual(result.status, 1)
        for bad in ("\x1b", "\x07", "\u202e", "\x9b"):
            self.assertNotIn(bad, result.out)

    def test_the_same_input_gives_the_same_bytes(self):
        self.write("a.txt", WRONG + RIGHT + OUTDATED)
        for format in ("text", "json", "jsonl"):
            first, second = (self.stet("-v", "--format", format, "a.txt") for _ in range(2))
            self.assertEqual(first.raw, second.raw)

    def test_the_locale_changes_nothing(self):
        self.write("a.txt", WRONG + "Sébastien Lecornu, the French defense minister, İstanbul.\n")
        expected = self.stet("--date", DATE, "-v", "a.txt")
        for locale in ("C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1"):
            env = self.environment(LC_ALL=locale, LANG=locale, LANGUAGE="de")
            self.assertEqual(self.stet("--date", DATE, "-v", "a.txt", env=env).raw, expected.raw)


class Dates(StetCase):
    def head(self, *arguments, text=RIGHT, name="a.txt", **environment):
        self.write(name, text)
        return self.stet(*arguments, name, env=self.environment(**environment)).out

    def test_an_article_without_a_date_is_judged_as_of_today_and_says_so(self):
        self.assertIn("a.txt: no date given: judged as of today, 13 February 2025\n", self.head())

    def test_today_does_not_depend_on_the_time_zone_where_it_is_fixed(self):
        for zone in ("UTC", "Pacific/Kiritimati", "Etc/GMT+12"):
            self.assertIn("today, 13 February 2025\n", self.head(TZ=zone))

    def test_a_fixed_time_that_is_none_is_refused(self):
        self.write("a.txt", RIGHT)
        for text in ("", "soon", "-1", "1e9", "99999999999999999999"):
            result = self.stet("a.txt", env=self.environment(SOURCE_DATE_EPOCH=text))
            self.assertEqual(result.status, 2, text)
            self.assertIn("SOURCE_DATE_EPOCH", result.err)

    def test_the_clock_gives_today_where_nothing_else_does(self):
        env = self.environment()
        del env["SOURCE_DATE_EPOCH"]
        self.write("a.txt", RIGHT)
        self.assertRegex(self.stet("a.txt", env=env).out, r"judged as of today, \d+ \w+ 20\d\d\n")

    def test_a_date_by_option_goes_before_all_and_needs_no_word(self):
        out = self.head("--date", DATE, text="---\ndate: 2020-01-01\n---\n\n" + RIGHT, name="a.md")
        self.assertTrue(out.startswith("1 document"), out)

    def test_the_front_matter_dates_an_article(self):
        out = self.head("--format", "jsonl", text="---\ndate: 2024-06-01\n---\n\n" + RIGHT,
                        name="a.md")
        self.assertEqual(json.loads(out)["date"], "2024-06-01")
        self.assertEqual(json.loads(out)["date_source"], "front-matter")

    def test_the_path_dates_an_article_and_says_so(self):
        out = self.head(name="2025-02-13-a.txt")
        self.assertIn("judged as of 13 February 2025, the date in its path", out)

    def test_claims_that_agree_on_other_days_are_offered_and_taken(self):
        text = RIGHT + "Sebastien Lecornu, the French defense minister, listened.\n"
        later = "1798761600"  # 2027-01-01
        out = self.head(text=text, SOURCE_DATE_EPOCH=later)
        self.assertIn("a.txt: its claims agree on 25 January 2025 to 5 October 2025 "
                      "(2 of 2 claims; Pete Hegseth to Sébastien Lecornu); "
                      "use --date infer or --date DATE\n", out)
        out = self.head("--date", "infer", text=text, SOURCE_DATE_EPOCH=later)
        self.assertIn("a.txt: judged as of 25 January 2025 to 5 October 2025, on which its "
                      "claims agree (2 of 2 claims; Pete Hegseth to Sébastien Lecornu)\n", out)
        self.assertIn("2 supported", out)

    def test_a_record_without_a_date_is_not_judged_by_today(self):
        result = self.stet("--from", "ndjson", "--format", "jsonl", "-",
                           stdin='{"text": "' + WRONG.strip() + '"}\n')
        document = json.loads(result.out)
        self.assertEqual((document["id"], document["date"]), (None, None))
        self.assertEqual(document["counts"]["unverifiable"], 1)
        self.assertEqual(document["claims"][0]["reason"], "no date")
        self.assertEqual(result.status, 0)


class Records(StetCase):
    def test_bad_records_fail_in_their_place_and_the_stream_goes_on(self):
        stream = (record(WRONG, id="one") + "\n" + "nonsense\n" + '{"id": "three", "text": 5}\n'
                  + "[]\n" + '{"id": "five"}\n' + "  \t\r\n" + record(RIGHT, id="seven"))
        result = self.stet("--from", "ndjson", "--format", "jsonl", "-", stdin=stream)
        self.assertEqual(result.status, 2)
        out = [json.loads(line) for line in result.out.splitlines()]
        self.assertEqual([o["id"] for o in out], ["one", None, "three", None, "five", "seven"])
        self.assertEqual([o["line"] for o in out], [1, 3, 4, 5, 6, 8])
        self.assertEqual(["error" in o for o in out], [False, True, True, True, True, False])
        self.assertEqual(len(result.err.splitlines()), 4, result.err)
        self.assertIn("-:3", result.err)

    def test_text_and_title_may_hold_any_character(self):
        text = "\0\x1b\ufffe\U0001f600 " + WRONG
        result = self.stet("--from", "ndjson", "--format", "jsonl", "-",
                           stdin=record(text, title="\0 " + WRONG))
        self.assertEqual(result.status, 1, result.err)
        document = json.loads(result.out)
        self.assertEqual([f.get("part") for f in document["findings"]], [None, "title"])
        start = document["findings"][0]["start"]
        self.assertEqual(text.encode()[start["offset"]:][:4], b"U.S.")
        self.assertEqual(start["column"], text.index("U.S.") + 1)

    def test_a_stream_goes_by_its_ending_and_by_option(self):
        for name in ("a.ndjson", "a.jsonl"):
            self.write(name, record(WRONG))
            self.assertIn(f"{name}(r):1:5: error", self.stet(name).out)
        self.assertIn("-(r):1:5: error", self.stet("--from", "ndjson", "-", stdin=record(WRONG)).out)

    def test_the_last_line_needs_no_line_end(self):
        self.write("a.ndjson", record(WRONG).strip())
        self.assertEqual(self.stet("a.ndjson").status, 1)

    def test_each_record_is_answered_before_the_next_one_comes(self):
        process = subprocess.Popen([STET, "--from", "ndjson", "--format", "jsonl", "-"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   env=self.environment())
        for name in ("first", "second"):
            process.stdin.write(record(RIGHT, id=name).encode())
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())["id"], name)
        process.stdin.close()
        self.assertEqual(process.stdout.read(), b"")
        process.stdout.close()
        self.assertEqual(process.wait(), 0)

    def test_a_very_long_record_is_a_record(self):
        result = self.stet("--from", "ndjson", "--format", "jsonl", "-",
                           stdin=record(("word " * 40 + "\n") * 20000 + WRONG))
        self.assertEqual(result.status, 1)
        self.assertEqual(json.loads(result.out)["findings"][0]["start"]["line"], 20001)

    def test_a_very_long_sentence_is_shown_in_part(self):
        result = self.stet("--date", DATE, "-", stdin=WRONG.strip(".\n") + " a word" * 500000)
        self.assertEqual(result.status, 1)
        self.assertLess(len(result.out), 2000)

    def test_the_same_stream_in_json_has_path_and_id(self):
        self.write("a.ndjson", record(WRONG) + "nonsense\n")
        report = json.loads(self.stet("--format", "json", "a.ndjson").out)
        (document,) = report["documents"]
        self.assertEqual([document[key] for key in ("path", "id", "line")], ["a.ndjson", "r", 1])
        (error,) = report["errors"]
        self.assertEqual([error[key] for key in ("path", "id", "line")], ["a.ndjson", None, 2])


class Status(StetCase):
    def test_the_status_goes_by_the_level_asked_for(self):
        levels = ("note", "warning", "error", "never")
        for text, expected in ((WRONG, (1, 1, 1, 0)), (OUTDATED, (1, 1, 0, 0)), (RIGHT, (0,) * 4)):
            self.write("a.txt", text)
            got = tuple(self.stet("--date", DATE, "--fail-level", level, "a.txt").status
                        for level in levels)
            self.assertEqual(got, expected, text)

    def test_the_status_does_not_depend_on_the_format(self):
        self.write("a.txt", WRONG)
        for format in ("text", "json", "jsonl"):
            self.assertEqual(self.stet("--date", DATE, "--format", format, "a.txt").status, 1)

    def test_trouble_goes_before_findings(self):
        self.write("a.txt", WRONG)
        self.assertEqual(self.stet("--date", DATE, "a.txt", "none.txt").status, 2)
        self.assertEqual(self.stet("--fail-level", "never", "none.txt").status, 2)


class Output(StetCase):
    def test_a_report_in_a_file_is_the_one_on_standard_output(self):
        self.write("a.txt", WRONG)
        self.write("report", "old")
        result = self.stet("--date", DATE, "-o", "report", "a.txt")
        self.assertEqual((result.status, result.out), (1, ""))
        self.assertEqual((self.here / "report").read_text(), self.stet("--date", DATE, "a.txt").out)
        self.assertEqual(sorted(p.name for p in self.here.iterdir()), ["a.txt", "report"])

    def test_a_report_that_cannot_be_written_leaves_nothing(self):
        self.write("a.txt", RIGHT)
        result = self.stet("--date", DATE, "-o", "none/report", "a.txt")
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, r"^none/report: cannot be written[^\n]*\n$")
        self.assertEqual([p.name for p in self.here.iterdir()], ["a.txt"])

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_folder_that_may_not_be_written_keeps_its_old_report(self):
        self.write("a.txt", RIGHT)
        (self.here / "shut").mkdir()
        self.write("shut/report", "old")
        (self.here / "shut").chmod(0o555)
        self.assertEqual(self.stet("-o", "shut/report", "a.txt").status, 2)
        self.assertEqual((self.here / "shut/report").read_text(), "old")

    def test_a_report_that_fails_keeps_the_old_one(self):
        self.write("report", "old")
        self.assertEqual(self.stet("-o", "report", "--date", "never", "a.txt").status, 2)
        self.assertEqual((self.here / "report").read_text(), "old")

    def test_a_device_may_be_the_file(self):
        self.write("a.txt", WRONG)
        result = self.stet("--date", DATE, "-o", "/dev/stdout", "a.txt")
        self.assertEqual(result.out, self.stet("--date", DATE, "a.txt").out)

    def test_a_full_device_is_trouble_and_says_so(self):
        self.write("a.txt", RIGHT)
        for arguments in (("--date", DATE, "a.txt"), ("--format", "json", "a.txt"), ("--help",),
                          ("--version",), ("test",), ("data", "check")):
            with open("/dev/full", "wb") as full:
                result = self.stet(*arguments, stdout=full)
            self.assertEqual(result.status, 2, arguments)
            self.assertIn("No space left", result.err)

    def test_a_closed_pipe_ends_the_run_quietly(self):
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "wb") as closed:
            result = self.stet("--from", "ndjson", "--format", "jsonl", "-",
                               stdin=record(RIGHT) * 1000, stdout=closed)
        self.assertEqual((result.status, result.err), (2, ""))

    def at_terminal(self, *arguments, **environment):
        """What comes out where standard output is a terminal."""
        leader, follower = pty.openpty()
        process = subprocess.Popen([STET, *arguments], stdin=subprocess.DEVNULL, stdout=follower,
                                   stderr=subprocess.PIPE, cwd=self.here,
                                   env=self.environment(TERM="xterm", **environment))
        os.close(follower)
        out = b""
        try:
            while chunk := os.read(leader, 1 << 16):
                out += chunk
        except OSError:
            pass  # Linux's way to say that the other side is closed
        os.close(leader)
        process.communicate()
        return out

    def test_colours_come_at_a_terminal_and_by_option(self):
        self.write("a.txt", WRONG)
        given = ("--date", DATE, "a.txt")
        self.assertIn(b"\x1b[", self.at_terminal(*given))
        self.assertNotIn(b"\x1b[", self.at_terminal(*given, NO_COLOR="1"))
        self.assertIn(b"\x1b[", self.at_terminal(*given, NO_COLOR=""))
        self.assertNotIn(b"\x1b[", self.at_terminal("--color", "never", *given))
        self.assertIn(b"\x1b[", self.at_terminal("--color", "always", *given, NO_COLOR="1"))
        self.assertNotIn("\x1b[", self.stet(*given).out)
        self.assertIn("\x1b[", self.stet("--color", "always", *given).out)

    def test_colours_change_nothing_but_themselves(self):
        self.write("a.txt", WRONG + OUTDATED)
        coloured = self.stet("--color", "always", "-v", "a.txt").out
        plain = self.stet("-v", "a.txt").out
        stripped = re.sub("\x1b\\[[0-9;]*m", "", coloured)
        self.assertEqual(stripped, plain)

    def test_quiet_prints_findings_only(self):
        self.write("a.txt", RIGHT)
        self.assertEqual(self.stet("-q", "a.txt").out, "")
        self.write("b.txt", WRONG)
        self.assertNotIn("1 document", self.stet("-q", "b.txt").out)

    def test_verbose_lists_the_claims_without_a_finding(self):
        self.write("a.txt", WRONG + RIGHT + "The French president Zed Quux spoke.\n")
        out = self.stet("--date", DATE, "-v", "a.txt").out
        self.assertRegex(out, r'a\.txt:2:5: supported "[^"]*Hegseth": \w+')
        self.assertRegex(out, r'a\.txt:3:5: unverifiable "[^"]*Quux": \w+')
        self.assertNotIn(": contradicted ", out)


class RulesFolder(StetCase):
    def own_rules(self):
        """The rules folder as files that a test may change."""
        folder = self.home / "own"
        shutil.copytree(self.rules, folder)
        return folder

    def without_rules(self):
        env = self.environment()
        del env["STET_RULES"]
        return env

    def test_the_option_goes_before_the_environment(self):
        self.write("a.txt", WRONG)
        env = self.environment(STET_RULES="/nowhere")
        self.assertEqual(self.stet("--date", DATE, "a.txt", env=env).status, 2)
        result = self.stet("--rules", self.rules, "--date", DATE, "a.txt", env=env)
        self.assertEqual(result.status, 1, result.err)

    def test_a_folder_that_holds_no_rules_is_named(self):
        result = self.stet("--rules", "/nowhere", "a.txt")
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, r"^stet: /nowhere is no rules folder[^\n]*\n$")

    def test_a_part_of_a_rules_folder_stands_for_the_whole(self):
        whole = self.stet("data", "check", self.rules)
        self.assertEqual((whole.status, whole.err), (0, ""))
        for part in ("reference", "words/", "checks"):
            self.assertEqual(self.stet("data", "check", f"{self.rules}/{part}").out, whole.out)
        self.assertIn("elsewhere/reference is no rules folder",
                      self.stet("data", "check", "elsewhere/reference").err)

    def test_the_program_finds_the_rules_beside_its_build_folder_and_where_they_are_installed(self):
        self.write("a.txt", WRONG)
        for program, rules in (("tree/build/stet", "tree/rules"),
                               ("usr/bin/stet", "usr/share/stet/rules")):
            program, rules = self.home / program, self.home / rules
            program.parent.mkdir(parents=True)
            rules.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(STET, program)
            cases.small_rules(rules)
            result = self.stet("--date", DATE, "a.txt", program=str(program),
                               env=self.without_rules())
            self.assertEqual(result.status, 1, result.err)
            self.assertIn("title-mismatch", result.out)

    def test_a_report_does_not_tell_where_the_rules_lie(self):
        self.write("a.txt", WRONG)
        cases.small_rules(self.here / "elsewhere")
        for format in ("text", "json"):
            given = ("--date", DATE, "--format", format, "a.txt")
            self.assertEqual(self.stet(*given, "--rules", "elsewhere").raw, self.stet(*given).raw)

    def test_mistakes_are_named_as_one_would_open_the_file_from_here(self):
        (self.here / "build").mkdir()
        shutil.copy(STET, self.here / "build/stet")
        shutil.copytree(self.rules, self.here / "rules")
        (self.here / "rules/checks/new.yaml").write_text("level: loud\n")
        beside = self.stet("data", "check", program=str(self.here / "build/stet"),
                           env=self.without_rules())
        told = self.stet("data", "check", env=self.environment(STET_RULES=f"{self.here}/rules"))
        for result in (beside, told):
            self.assertTrue(result.err.startswith("rules/checks/new.yaml:"), result.err)

    def test_all_mistakes_of_all_files_are_listed_once(self):
        own = self.own_rules()
        with open(own / "reference/book.yaml", "a", encoding="utf-8") as book:
            book.write("  - {id: Bad Id, name: X, colour: red}\n")
        with open(own / "words/names.yaml", "a", encoding="utf-8") as names:
            names.write("particels: [van]\n")
        (own / "checks/office/new.yaml").write_text("level: loud\n")
        result = self.stet("data", "check", own)
        self.assertEqual((result.status, result.out), (2, ""))
        for part in ("reference/book.yaml:", "words/names.yaml:", "checks/office/new.yaml:"):
            self.assertIn(part, result.err)
        lines = result.err.splitlines()
        self.assertEqual(len(lines), len(set(lines)))

    def test_a_folder_without_a_rule_is_no_rules_folder(self):
        own = self.own_rules()
        shutil.rmtree(own / "checks")
        (own / "checks").mkdir()
        result = self.stet("data", "check", own)
        self.assertEqual(result.status, 2)
        self.assertIn("checks: holds no .yaml file", result.err)

    def test_data_that_is_right_is_counted(self):
        result = self.stet("data", "check")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertRegex(result.out, r"^3 places, 4 offices, 9 people, 9 tenures; \d+ constructions")

    def test_examples_that_fail_are_listed_at_their_place(self):
        own = self.own_rules()
        rule = own / "checks/office/title-mismatch.yaml"
        text = rule.read_text()
        rule.write_text(text + f'  - {{date: {DATE}, text: "{WRONG.strip()}"}}\n')
        result = self.stet("test", "--rules", own)
        self.assertEqual(result.status, 1)
        self.assertRegex(result.out, r"^\d+ passed, [1-9]\d* failed\n$")
        line = text.count("\n") + 1
        self.assertRegex(result.err, rf"title-mismatch\.yaml:{line}:\d+: ")


if __name__ == "__main__":
    cases.main()
