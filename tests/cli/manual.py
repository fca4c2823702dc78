#!/usr/bin/env python3
"""Help, man page and completions say the same: they come of one table."""
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import StetCase


class Table(StetCase):
    def verbs(self):
        listed = self.stet("help").out.partition("verbs:\n")[2].partition("\n\n")[0]
        return re.findall(r"^  (\w+)", listed, flags=re.M)

    def options(self, verb):
        listed = self.stet("help", verb).out.partition("\noptions:\n")[2]
        return re.findall(r"^  (?:-\w, |    ) ?--([\w-]+)", listed, flags=re.M)


class Manual(Table):
    def section(self, verb):
        page = self.stet("manual").out
        return page.partition(f".Ss stet {verb}\n")[2].partition("\n.Ss ")[0].partition("\n.Sh ")[0]

    def test_it_has_every_verb_with_its_options(self):
        self.assertIn("check", self.verbs())
        for verb in self.verbs():
            section = self.section(verb)
            self.assertTrue(section, verb)
            found = re.findall(r"Fl \\-([\w-]+)", section)
            self.assertEqual([o for o in found if o != "help"],
                             [o for o in self.options(verb) if o not in ("help", "version")], verb)

    def test_mandoc_finds_nothing_wrong(self):
        if not shutil.which("mandoc"):
            self.skipTest("no mandoc")
        self.write("stet.1", self.stet("manual").raw)
        done = subprocess.run(["mandoc", "-T", "lint", "stet.1"], cwd=self.here,
                              stdout=subprocess.PIPE, text=True)
        self.assertEqual(done.stdout, "")


class Completion(Table):
    def complete(self, *words):
        """What bash offers for the last of the words."""
        self.write("stet.bash", self.stet("completion", "bash").raw)
        array = " ".join(f"'{word}'" for word in ("stet", *words))
        script = (f"source ./stet.bash; COMP_WORDS=({array}); COMP_CWORD={len(words)}; _stet; "
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-uc", script], cwd=self.here, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.stderr, "")
        return done.stdout.split()

    def test_the_first_word_is_a_verb_or_a_file(self):
        self.write("chapter.txt", "")
        self.assertEqual(self.complete("ch"), ["check", "chapter.txt"])
        self.assertEqual(set(self.complete("")) & set(self.verbs()), set(self.verbs()))

    def test_options_are_those_of_the_verb(self):
        for verb in self.verbs():
            self.assertEqual(self.complete(verb, "--"), ["--" + o for o in self.options(verb)], verb)
        self.assertEqual(self.complete("--fail"), ["--fail-level"])

    def test_choices_are_offered(self):
        self.assertEqual(self.complete("check", "--fail-level", ""),
                         ["note", "warning", "error", "never"])
        self.assertIn("sarif", self.complete("report", "-f", "s"))
        self.assertEqual(self.complete("who", "-f", ""), ["text", "json"])
        self.assertIn("status", self.complete("data", "st"))
        self.assertIn("who", self.complete("help", "w"))

    def test_zsh_and_fish_know_every_verb_and_option(self):
        zsh, fish = (self.stet("completion", shell).out for shell in ("zsh", "fish"))
        for verb in self.verbs():
            self.assertIn(f"    {verb})\n", zsh)
            for option in self.options(verb):
                self.assertIn(f"'*--{option}", zsh)
                self.assertRegex(fish, rf"__fish_seen_subcommand_from {verb}' -l {option}\b")

    def test_the_shells_can_read_them(self):
        for shell, flag in (("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")):
            if shutil.which(shell):
                self.write("script", self.stet("completion", shell).raw)
                done = subprocess.run([shell, flag, "script"], cwd=self.here, stderr=subprocess.PIPE)
                self.assertEqual((done.returncode, done.stderr), (0, b""), shell)

    def test_another_shell_is_refused(self):
        for words in ((), ("tcsh",), ("bash", "zsh")):
            result = self.stet("completion", *words)
            self.assertEqual((result.status, result.out), (2, ""))


if __name__ == "__main__":
    cases.main()
