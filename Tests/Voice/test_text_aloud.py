"""What text mode says under a real screen reader: every word that it prints, in order, and nothing else."""

import re
import subprocess
import unittest

import transcript
from attempts import attempted
from chronicle import events
from listener import Listener, PROGRAM, words

COLUMNS = 80
SCRIPT = [
    *[""] * 30, "find agency:haringey", "next", "where", "all", "go feb 2007", "open", "1", "back", "back", "help find",
    "nonsense", "quit",
]
# What Fenrir sometimes says about the empty line before the answer and the prompt after it, if it finds the cursor
# there.
IN_BETWEEN = {"blank", "greater"}


# The end of an answer that does not fit the screen.
MORE = re.compile(r"\d+ more( lines?)?( of it)? type more( or a number to open one)?$")


def answered(spoken, line):
    """What was said, without the incidental remarks, and without the command if Fenrir repeats that row."""
    spoken = [re.sub(rf"^>?\s*{re.escape(line)}\s+,\s", "", text) if line else text for text in spoken]
    return [text for text in spoken if words(text) and text not in IN_BETWEEN]


def whole_answers():
    """What is printed at the start and after each line of the script, without a screen that it has to fit."""
    printed = [""]
    for length in range(len(SCRIPT) + 1):
        lines = "".join(f"{line}\n" for line in ["pages 999", *SCRIPT[:length]])
        result = subprocess.run([PROGRAM, "--text"], input=lines, capture_output=True, text=True, check=False)
        printed.append(result.stdout)
    return [whole.removeprefix(before) for before, whole in zip(printed, printed[1:])]


def shown(screen):
    """The rows of the last answer: between the two last prompts, or from the top."""
    rows = [row for row in screen if row]
    end = max(number for number, row in enumerate(rows) if row.startswith(">"))
    start = max((number for number, row in enumerate(rows[:end]) if row.startswith(">")), default=-1)
    return rows[start + 1:end]


def is_reading(spoken, rows, before, said):
    """Whether the words spoken are those of the rows, in order; a row that was on the screen before may be
    skipped."""
    place = 0
    for row in rows:
        new = said(row)
        if spoken[place:place + len(new)] == new:
            place += len(new)
        elif row not in before:
            return False
    return place == len(spoken)


class Text(unittest.TestCase):
    @attempted
    def test_every_answer_is_spoken_once_in_whole_words(self):
        script = transcript.Transcript("What Fenrir says of text mode, line by line, on a screen of 80 columns and 24 rows.")
        before = []
        with Listener([PROGRAM, "--text"], columns=COLUMNS) as reader:
            said = reader.punctuation.words
            heard = reader.opened
            for line, whole in zip([None, *SCRIPT], whole_answers()):
                if line:
                    reader.type(line)
                if line is not None:
                    heard = reader.press("Enter", least=1)
                    heard.key = line or "Enter"
                heard.spoken = answered(heard.spoken, line)
                script.add(heard)
                rows = shown(heard.screen)
                self.assertTrue(heard.row.startswith(">"), f"the cursor is at the prompt after {line!r}")
                spoken = [word for text in heard.spoken for word in words(text)]
                self.assertTrue(is_reading(spoken, rows, before, said), (line, spoken, rows))
                # No word is split at the edge of the screen, and nothing but the rest is missing.
                printed = " ".join(words(" ".join(rows)))
                rest = MORE.search(printed)
                self.assertIn(printed[:rest.start() if rest else None].strip(), " ".join(words(whole)), line)
                before = heard.screen
            reader.type("leave")
            reader.press("Enter")
            reader.wait_for_the_end()
        self.assertIn(f"Event 31 of {len(events())}", script.text.replace("\n ", ""))
        transcript.write("text.txt", script.text)


if __name__ == "__main__":
    unittest.main()
