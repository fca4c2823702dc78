#!/usr/bin/env python3
"""What a newsroom takes over: the hooks of pre-commit, the action, GitLab's job, the nightly look at
published pages. Each is run as far as that goes on one machine."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import DATE, OUTDATED, RIGHT, STET, TOP, WRONG, StetCase

YAML2JSON = os.environ.get("STET_YAML2JSON", str(TOP / "build/tests/reference/yaml2json"))


def page(date, text):
    return f"---\ndate: {date}\n---\n\n{text}"


def yaml(path):
    done = subprocess.run([YAML2JSON, str(path)], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


class Adoption(StetCase):
    def setUp(self):
        super().setUp()
        self.tools = self.home / "tools"
        self.tools.mkdir()
        (self.tools / "stet").symlink_to(STET)

    def outside(self, **more):
        """What a tool around stet runs in."""
        return {**self.environment(), "PATH": f"{self.tools}:{os.environ['PATH']}",
                "HOME": str(self.home), "STET": STET, **more}

    def run_in(self, folder, *command, **more):
        return cases.Result(subprocess.run(command, cwd=folder, stdout=subprocess.PIPE,
                                           stderr=subprocess.STDOUT, timeout=100,
                                           env=self.outside(**more)))

    def bash(self, script, **more):
        return self.run_in(self.here, "bash", "-eo", "pipefail", "-c", script, **more)


class PreCommit(Adoption):
    def git(self, folder, *arguments):
        names = {f"GIT_{who}_{what}": "test@example.org" if what == "EMAIL" else "test"
                 for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        result = self.run_in(folder, "git", *arguments, GIT_CONFIG_NOSYSTEM="1", **names)
        self.assertEqual(result.status, 0, result.out)
        return result.out.strip()

    def repository(self, name, **files):
        folder = self.home / name
        folder.mkdir()
        self.git(folder, "init", "-q", "-b", "main")
        for file, text in files.items():
            (folder / file).write_text(text)
        self.git(folder, "add", "-A")
        self.git(folder, "commit", "-q", "-m", "first")
        return folder

    def test_the_hook_stops_what_is_contradicted(self):
        program = next((p for p in ("/usr/bin/pre-commit", shutil.which("pre-commit"))
                        if p and pathlib.Path(p).exists()), None)
        if not program or not shutil.which("git"):
            self.skipTest("no pre-commit")
        hooks = self.repository("hooks", **{
            ".pre-commit-hooks.yaml": (TOP / ".pre-commit-hooks.yaml").read_text()})
        revision = self.git(hooks, "rev-parse", "HEAD")
        news = self.repository("news", **{
            "a.md": page(DATE, RIGHT), "b.py": "# " + WRONG,
            ".pre-commit-config.yaml": f"repos:\n  - repo: {hooks}\n    rev: {revision}\n"
                                       "    hooks: [{id: stet}]\n"})

        def check():
            self.git(news, "add", "-A")
            return self.run_in(news, program, "run", "--all-files",
                               PRE_COMMIT_HOME=str(self.home / "cache"))

        first = check()
        self.assertEqual(first.status, 0, first.out)
        self.assertRegex(first.out, r"stet\.+Passed")
        (news / "a.md").write_text(page(DATE, WRONG))
        second = check()
        self.assertEqual(second.status, 1, second.out)
        self.assertIn("a.md:5:5: error [title-mismatch]", second.out)
        self.assertNotIn("b.py", second.out)

    def test_each_hook_is_one_of_ours(self):
        for hook in yaml(TOP / ".pre-commit-hooks.yaml"):
            words = hook["entry"].split()
            self.assertEqual(words[0], "stet")
            self.assertEqual(self.stet("help", words[1]).status, 0)
            self.assertEqual(hook["language"], "system")


class Action(Adoption):
    def setUp(self):
        super().setUp()
        self.action = yaml(TOP / "action.yml")
        self.steps = self.action["runs"]["steps"]
        self.check = next(s for s in self.steps if s.get("id") == "check")
        (self.tools / "build").mkdir()
        (self.tools / "build/stet").symlink_to(STET)

    def run_check(self, **inputs):
        given = {name: spec.get("default", "") for name, spec in self.action["inputs"].items()}
        given.update({name.replace("_", "-"): value for name, value in inputs.items()})
        environment = {}
        for name, value in self.check["env"].items():
            source = re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]
            environment[name] = given[source]
        output = self.home / "output"
        output.write_text("")
        summary = self.home / "summary.md"
        result = self.bash(self.check["run"], GITHUB_ACTION_PATH=str(self.tools),
                           GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(summary), **environment)
        return result, output.read_text(), summary

    def test_every_input_is_used_and_none_is_made_up(self):
        used = set(re.findall(r"inputs\.([\w-]+)", (TOP / "action.yml").read_text()))
        self.assertEqual(used, set(self.action["inputs"]))

    def test_no_input_is_pasted_into_a_script(self):
        for step in self.steps:
            if "run" in step:
                self.assertNotIn("${{", step["run"])
                self.assertEqual(step["shell"], "bash")

    def test_the_step_checks_and_says_how_it_ended(self):
        (self.here / "news/x").mkdir(parents=True)
        self.write("news/x/a b.md", page(DATE, WRONG))
        self.write("news/b.md", page(DATE, RIGHT))
        result, output, summary = self.run_check(paths="news/**/*.md\nnone/*.md", sarif_file="out.sarif",
                                                 html_file="out.html", audit_file="audit.json")
        self.assertEqual((result.status, output), (1, "status=1\n"), result.out)
        self.assertIn("::error file=news/x/a b.md,line=5,", result.out)
        self.assertIn("| error | news/x/a b.md:5:5 |", summary.read_text())
        for name in ("out.sarif", "out.html", "audit.json"):
            self.assertTrue((self.here / name).stat().st_size)
        result, output, _ = self.run_check(paths="news/b.md", fail_level="note", args="-q")
        self.assertEqual((result.status, output), (0, "status=0\n"), result.out)

    def test_it_can_ask_only_for_what_changed(self):
        if not shutil.which("git"):
            self.skipTest("no git")
        self.write("a.md", page(DATE, WRONG))
        names = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
        for command in (["init", "-q"], ["add", "a.md"], [*names, "commit", "-q", "-m", "first"]):
            self.assertEqual(self.run_in(self.here, "git", *command).status, 0)
        result, output, _ = self.run_check(changed_since="HEAD")
        self.assertEqual((result.status, output), (0, "status=0\n"), result.out)
        self.write("a.md", page(DATE, WRONG + "\n" + WRONG))
        result, output, _ = self.run_check(changed_since="HEAD", only_changed_lines="true")
        self.assertEqual((result.status, output), (1, "status=1\n"), result.out)
        self.assertEqual(result.out.count("::error"), 1, result.out)

    def test_an_input_is_one_word_whatever_it_holds(self):
        self.write("a.md", page(DATE, RIGHT))
        result, output, _ = self.run_check(paths="a.md\n$(touch x); `touch x`", date='2025-02-13" x')
        self.assertEqual(output, "status=2\n")
        self.assertFalse((self.here / "x").exists())

    def test_what_is_built_is_told_by_its_source(self):
        step = next(s for s in self.steps if s.get("id") == "source")
        output = self.home / "output"
        result = self.bash(step["run"], GITHUB_ACTION_PATH=str(TOP), GITHUB_OUTPUT=str(output))
        self.assertEqual(result.status, 0, result.out)
        self.assertRegex(output.read_text(), r"^hash=[0-9a-f]{64}\n$")


class GitLab(Adoption):
    def test_the_job_leaves_the_reports_that_it_promises(self):
        job = yaml(TOP / "docs/ci/gitlab.yml")["stet"]
        (self.here / ".stet").mkdir()
        (self.here / ".stet/run").write_text(f'#!/bin/sh\nexec "{STET}" "$@"\n')
        (self.here / ".stet/run").chmod(0o755)
        (self.here / "content").mkdir()
        self.write("content/a.md", page(DATE, WRONG))
        result = self.bash("\n".join(job["script"]), STET_PATHS=job["variables"]["STET_PATHS"])
        self.assertEqual(result.status, 1, result.out)
        promised = [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()]
        for name in promised:
            self.assertTrue((self.here / name).stat().st_size, name)

    def test_the_workflow_for_github_uses_inputs_that_there_are(self):
        steps = yaml(TOP / "docs/ci/github.yml")["jobs"]["check"]["steps"]
        (ours,) = [s for s in steps if "/stet@" in s.get("uses", "")]
        inputs = yaml(TOP / "action.yml")["inputs"]
        self.assertEqual(set(ours["with"]) - set(inputs), set())
        self.assertIn("paths", ours["with"])


class Evergreen(Adoption):
    def look(self, *paths, today=DATE):
        return self.run_in(self.here, str(TOP / "docs/ci/evergreen"), *paths, TODAY=today)

    def setUp(self):
        super().setUp()
        self.write("aged.md", page("2024-01-10", OUTDATED))
        self.write("wrong.md", page(DATE, WRONG))
        self.write("right.md", page(DATE, RIGHT))

    def test_it_lists_what_time_has_made_wrong(self):
        result = self.look("aged.md", "wrong.md", "right.md")
        self.assertEqual(result.status, 1)
        self.assertEqual(len(result.out.splitlines()), 1, result.out)
        self.assertRegex(result.out, r"^aged\.md:5:5: warning: Kajsa Ollongren was no longer")

    def test_it_is_silent_where_nothing_has_changed(self):
        result = self.look("wrong.md", "right.md")
        self.assertEqual((result.status, result.out), (0, ""))
        result = self.look("aged.md", today="2024-02-01")
        self.assertEqual((result.status, result.out), (0, ""))

    def test_what_could_not_be_checked_is_status_2(self):
        self.assertEqual(self.look("aged.md", "none.md").status, 2)


if __name__ == "__main__":
    cases.main()
