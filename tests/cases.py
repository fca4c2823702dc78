"""What the Python tests share: running stet over a small rules folder, and counting cases.

STET is the built program, STET_TOP the source tree; both come from meson. A test file holds
unittest cases named after what they show, and ends with `cases.main()`.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(os.environ.get("STET_TOP", pathlib.Path(__file__).parent.parent)).resolve()
STET = os.environ.get("STET", str(TOP / "build" / "stet"))

WRONG = "The U.S. secretary of state Pete Hegseth spoke.\n"  # an error in February 2025
RIGHT = "The U.S. secretary of defense Pete Hegseth spoke.\n"
OUTDATED = "The Dutch defense minister Kajsa Ollongren spoke on Tuesday.\n"  # a warning in February 2025
DATE = "2025-02-13"


def small_rules(folder):
    """Makes a rules folder of the project's words and checks and the tests' reference."""
    folder = pathlib.Path(folder)
    folder.mkdir()
    for part, home in (("words", "rules"), ("checks", "rules"), ("reference", "tests/small")):
        (folder / part).symlink_to(TOP / home / part)
    return folder


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.raw = done.stdout or b""
        self.out = self.raw.decode(errors="replace")
        self.err = (done.stderr or b"").decode(errors="replace")


class StetCase(unittest.TestCase):
    """Each case works in an empty folder of its own, with rules/ beside it."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="stet-test-")
        self.addCleanup(holder.cleanup)
        self.home = pathlib.Path(holder.name)
        self.rules = small_rules(self.home / "rules")
        self.here = self.home / "here"
        self.here.mkdir()

    def environment(self, **more):
        """Little enough that nothing of the machine shows; the sanitizers keep their options."""
        kept = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS") or k == "PATH"}
        return {**kept, "STET_RULES": str(self.rules), "SOURCE_DATE_EPOCH": "1739404800", **more}

    def write(self, name, content):
        path = self.here / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def stet(self, *arguments, stdin=b"", program=STET, stdout=subprocess.PIPE, env=None):
        stdin = stdin if isinstance(stdin, bytes) else stdin.encode()
        result = Result(
            subprocess.run(
                [program, *map(str, arguments)],
                input=stdin,
                stdout=stdout,
                stderr=subprocess.PIPE,
                cwd=self.here,
                env=env or self.environment(),
                timeout=300,
            )
        )
        self.assertIn(result.status, (0, 1, 2), result.err)
        self.assertNotIn("Sanitizer", result.err)
        self.assertNotIn("runtime error", result.err)
        return result


def main():
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromModule(sys.modules["__main__"])
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(suite)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    sys.exit(1 if failed or not result.testsRun else 0)
