#!/usr/bin/env python3
"""The rules of the house, as far as a machine can see them: who may include whom, which library has
which door, what the library may ask of the machine, and what leaves the shared library."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import cases
from cases import TOP

ROOMS = ["base", "source", "text", "reference", "import", "extract", "judge", "report"]

DOORS = {
    "yaml.h": "base/yaml.c",
    "pcre2.h": "base/pattern.c",
    "jansson.h": "base/json.c",
    "utf8proc.h": "base/unicode.c",
    "xxhash.h": "base/hash.c",
    "cmark-gfm": "source/markdown.c",
    "gumbo.h": "source/page.c",
    "sys/mman.h": "base/map.c",
    "getopt.h": "cli/options.c",
    "time.h": "cli/today.c",
}

SOURCES = sorted((TOP / "src").rglob("*.[ch]"))
PUBLIC = sorted((TOP / "include").rglob("*.h"))


def name(path):
    return str(path.relative_to(TOP / "src"))


def room(path):
    """The folder of a source below src/; "" for those at its top."""
    return name(path).rpartition("/")[0]


def code(path):
    """The text without comments and strings."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', " ", text, flags=re.S)


def includes(path, form):
    return re.findall(r"^#include " + form, path.read_text(encoding="utf-8"), flags=re.M)


def compiles(compiler, header, standard, language):
    """What a compiler says against a file that includes this header and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "alone"
        source.write_text(f'#include "{header}"\n')
        done = subprocess.run(
            [compiler, f"-std={standard}", "-x", language, "-fsyntax-only", "-Wall", "-Wextra",
             "-Wpedantic", "-Werror", f"-I{TOP}/include", f"-I{TOP}/src", str(source)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout if done.returncode else ""


class Headers(unittest.TestCase):
    def test_each_header_compiles_alone(self):
        headers = [h.relative_to(TOP / "include") for h in PUBLIC]
        headers += [name(h) for h in SOURCES if h.suffix == ".h"]
        for header in headers:
            self.assertEqual(compiles("cc", header, "c17", "c"), "", header)

    def test_each_public_header_is_cplusplus_too(self):
        compiler = next(filter(shutil.which, ("g++", "clang++")), None)
        if not compiler:
            self.skipTest("no C++ compiler")
        for header in PUBLIC:
            header = header.relative_to(TOP / "include")
            self.assertEqual(compiles(compiler, header, "c++17", "c++"), "", header)

    def test_a_public_header_includes_only_the_standard_library(self):
        for header in PUBLIC:
            self.assertEqual(includes(header, '"(.*)"'), [], header)


class Rooms(unittest.TestCase):
    def test_every_folder_is_a_room(self):
        folders = {room(path) for path in SOURCES}
        self.assertEqual(folders, {"", "cli", *ROOMS})

    def test_a_room_includes_only_itself_and_rooms_before_it(self):
        for path in SOURCES:
            if room(path) not in ROOMS:
                continue
            allowed = ROOMS[: ROOMS.index(room(path)) + 1]
            for included in includes(path, '"(.*)"'):
                self.assertIn(included.partition("/")[0], allowed, f"{name(path)}: {included}")

    def test_the_command_line_includes_only_the_public_face(self):
        for path in SOURCES:
            if room(path) == "cli" or name(path) == "main.c":
                for included in includes(path, '"(.*)"'):
                    self.assertIn(included, ("cli/cli.h", "stet/baseline.h", "stet/book.h", "stet/config.h",
                                             "stet/repair.h", "stet/rules.h", "stet/stet.h"), name(path))

    def test_each_source_is_built(self):
        for path in SOURCES:
            if path.suffix != ".c":
                continue
            home = TOP if room(path) == "cli" or name(path) == "main.c" else path.parent
            listed = (home / "meson.build").read_text(encoding="utf-8")
            self.assertRegex(listed, rf"['/]{re.escape(path.name)}'", name(path))

    def test_each_file_begins_with_what_it_is_for(self):
        for path in [*SOURCES, *PUBLIC]:
            self.assertTrue(path.read_text(encoding="utf-8").startswith("/* "), path)


class Doors(unittest.TestCase):
    def test_each_library_has_one_door(self):
        for header, door in DOORS.items():
            form = rf"[<\"]({re.escape(header)}(?:[-_\w]*\.h)?)[>\"]"
            found = [name(path) for path in SOURCES if includes(path, form)]
            self.assertEqual(found, [door], header)

    def test_only_the_command_line_asks_the_machine(self):
        asks = re.compile(r"\b(getenv|setlocale|time|clock_gettime|localtime(_r)?|isatty|rand|random)"
                          r"\s*\(")
        for path in SOURCES:
            if room(path) != "cli":
                self.assertIsNone(asks.search(code(path)), name(path))

    def test_nobody_sets_the_locale(self):
        for path in SOURCES:
            self.assertNotIn("setlocale", code(path), name(path))

    def test_the_library_prints_nothing(self):
        prints = re.compile(r"\b(printf|puts|putchar|vprintf)\s*\(|\bstdout\b")
        for path in SOURCES:
            if room(path) != "cli" and name(path) != "main.c":
                self.assertIsNone(prints.search(code(path)), name(path))


class Repository(unittest.TestCase):
    def files(self):
        """All text files that are part of the project."""
        skipped = {".git", "__pycache__"}
        for folder, folders, names in os.walk(TOP):
            folders[:] = sorted(f for f in folders if f not in skipped and not f.startswith("build"))
            for file in sorted(set(names) - skipped):  # .git is a file in a second work tree
                path = pathlib.Path(folder) / file
                try:
                    yield path, path.read_text(encoding="utf-8")
                except UnicodeDecodeError:
                    pass

    def test_no_file_names_a_place_on_somebodys_machine(self):
        machine = re.compile(r"(?<![\w.\-/:])/(home|root|work|Users|tmp)\b(?!\))")
        for path, text in self.files():
            if path == pathlib.Path(__file__).resolve():
                continue
            found = [line for line in text.splitlines() if machine.search(line)]
            self.assertEqual(found, [], path)

    def test_nothing_is_left_for_later(self):
        later = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
        for path, text in self.files():
            if path != pathlib.Path(__file__).resolve() and path.suffix in (".c", ".h", ".py"):
                self.assertIsNone(later.search(text), path)


@unittest.skipUnless("STET_LIBRARY" in os.environ, "the shared library is not known")
class Library(unittest.TestCase):
    def exported(self):
        done = subprocess.run(["nm", "-D", "--defined-only", os.environ["STET_LIBRARY"]],
                              stdout=subprocess.PIPE, text=True, check=True)
        symbols = {line.split()[-1].partition("@")[0] for line in done.stdout.splitlines()}
        return {s for s in symbols if not s.startswith("_")}  # the toolchain's own

    def test_what_is_exported_is_what_the_public_header_declares(self):
        declared = set()
        for header in PUBLIC:
            declared |= set(re.findall(r"^STET_API\b[^;(]*?(\w+)\(", code(header), flags=re.M))
        self.assertTrue(declared)
        self.assertEqual(self.exported(), declared)

    def test_what_is_exported_begins_with_the_name(self):
        for symbol in self.exported():
            self.assertTrue(symbol.startswith("stet_"), symbol)


if __name__ == "__main__":
    cases.main()
