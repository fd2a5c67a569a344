"""The commands agree: a file that `check` passes is read by all others without complaint, and none accepts a file that it
rejects.

A valid chronology is changed again and again, in its values or in its bytes, each time by a seeded choice.
"""

import json
import pathlib
import random
import tempfile
import unittest

from test_commands import run
from test_schema import SOUND, changed

VERDICTS = pathlib.Path(__file__).resolve().parents[1] / "TimelineTests/Loading/JSON/verdicts.txt"
CHANGES = 40
COMMANDS = [["list"], ["list", "--format", "json"], ["sources"], ["agencies"], ["people"], ["coverage"], ["disagreements"], ["gaps"],
            ["lanes"], ["known", "--on", "2010"]]


def damaged(rng):
    """The valid chronology's bytes with only a few of them changed."""
    text = bytearray(json.dumps(SOUND, ensure_ascii=False).encode())
    for _ in range(rng.choice([1, 1, 1, 2])):
        at = rng.randrange(len(text))
        kind = rng.choice(["set", "insert", "delete", "cut", "case"])
        if kind == "set":
            text[at] = rng.choice(b'{}[]",:\\ 0ex\x00\x1b\x80\xff')
        elif kind == "insert":
            text[at:at] = rng.choice([b",", b" ", b"\n", b'"', b"}", b"\xef\xbb\xbf", b"\\u009b", b"\\ud800", b"0"])
        elif kind == "delete":
            del text[at]
        elif kind == "cut":
            del text[at + 1:]
        else:
            text[at:at + 1] = bytes(text[at:at + 1]).swapcase()
    return bytes(text), kind


def cases():
    """The texts of the table with their verdicts, as bytes."""
    for line in VERDICTS.read_text().splitlines():
        if not line.startswith("#"):
            verdict, text = line.split(" ", 1)
            yield verdict, b"" if text == "~" else text.encode().decode("unicode_escape").encode("latin-1")


def refuse(name):
    raise ValueError(name)


def is_json(text):
    """Whether Python accepts it as JSON, without the non-standard numbers that it allows, such as NaN."""
    try:
        json.loads(text.decode(), parse_constant=refuse)
        return True
    except ValueError:
        return False


class Agreement(unittest.TestCase):
    def check(self, path, note, rng):
        """Asks three of the commands about a file. Returns whether `check` passes it."""
        passes = run("check", path).returncode == 0
        for command in rng.sample(COMMANDS, 3):
            result = run(*command, "--file", path)
            with self.subTest(command=command, passes=passes, note=note):
                self.assertEqual(result.returncode, 0 if passes else 1, result.stderr)
                self.assertEqual(result.stderr == "", passes, result.stderr)
        if passes:
            said = run("--text", "--file", path, data=b"findings\nquit\n").stdout
            self.assertIn("Nothing is wrong with the data.", said, note)
        return passes

    def agree(self, make, seed):
        rng = random.Random(seed)
        passed = 0
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "data.json")
            for number in range(CHANGES):
                text, note = make(rng)
                path.write_bytes(text)
                passed += self.check(str(path), (number, note), rng)
        # Otherwise only one kind of file would have been tried.
        self.assertGreater(passed, CHANGES // 30)
        self.assertLess(passed, CHANGES - CHANGES // 4)

    def test_on_values_changed(self):
        def make(rng):
            data, note = changed(rng)
            return json.dumps(data).encode(), note
        self.agree(make, 16)

    def test_on_bytes_changed(self):
        self.agree(damaged, 17)


class SecondOpinion(unittest.TestCase):
    def test_the_table_has_the_verdicts_of_another_parser(self):
        self.assertGreater(sum(1 for _ in cases()), 600)
        for verdict, text in cases():
            if verdict != "free":
                with self.subTest(text=text[:60]):
                    self.assertEqual(is_json(text), verdict == "accept")
