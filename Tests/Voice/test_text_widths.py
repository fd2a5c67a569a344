"""A session in text mode on screens of three widths: no word is split, and no answer loses its first line."""

import re
import subprocess
import unittest

import transcript
from listener import PROGRAM, Terminal

SIZES = [(40, 14), (80, 24), (132, 43)]
CONVERSATION = [
    "list", "more", "repeat", "open 23", "more", "1", "where", "back", "back", "next", "find agency:haringey", "next",
    "all", "lanes", "next", "later", "closer", "quit", "people", "agency ofsted", "sources", "disagreements",
    "known august 2007", "silences", "coverage", "help find", "spell Laming", "brief", "list", "verbose",
    "find agncy:x", "go someday", "nonsense",
]
# Words that depend on how much of an answer fits, and numbers.
OF_LENGTH = set("Event Events of to before type first then list more Type or a number open one lines line it".split())


def all_words():
    """Every word of the session without a screen that it has to fit."""
    lines = [line for line in CONVERSATION if line not in ("more", "repeat")]
    printed = subprocess.run([PROGRAM, "--text"], input="\n".join(["pages 999", *lines, ""]), capture_output=True,
                             text=True, check=False)
    return set(re.findall(r"[^\W\d_]+", printed.stdout + printed.stderr)) | OF_LENGTH


def ask(terminal, line):
    """Types a line; returns the rows of the answer that are still on the screen."""
    terminal.type(line)
    terminal.wait_until(lambda: row(terminal) == f"> {line}", f"{line!r} is at the prompt", seconds=30)
    terminal.keys("Enter")
    terminal.wait_until(lambda: row(terminal) == ">", f"{line!r} is answered", seconds=30)
    rows = terminal.screen()[:terminal.cursor()[0]]
    asked = [number for number, text in enumerate(rows) if text == f"> {line}"]
    return rows[asked[-1] + 1:] if asked else []


def row(terminal):
    """The row of the cursor."""
    return terminal.screen()[terminal.cursor()[0]]


class Widths(unittest.TestCase):
    def test_no_word_is_torn_and_no_answer_loses_its_first_line(self):
        whole = all_words()
        for columns, rows in SIZES:
            said = [f"A conversation in text mode, on a screen of {columns} columns and {rows} rows.", ""]
            with self.subTest(columns=columns), Terminal(columns, rows) as terminal:
                terminal.start("--text")
                terminal.wait_until(lambda: row(terminal) == ">", "there is a prompt", seconds=30)
                said += terminal.screen()[:terminal.cursor()[0]]
                for line in CONVERSATION:
                    answer = ask(terminal, line)
                    said += [f"> {line}", *answer]
                    self.assertTrue(answer, f"the answer to {line!r} has its first line on the screen")
                    self.assertEqual(set(re.findall(r"[^\W\d_]+", " ".join(answer))) - whole, set(), line)
            transcript.write(f"text-{columns}.txt", "\n".join([*said, ""]))


if __name__ == "__main__":
    unittest.main()
