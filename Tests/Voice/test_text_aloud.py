"""What text mode says under a real screen reader: every word that it prints, in order, and nothing else."""

import re
import subprocess
import unittest

from chronicle import events
from listener import Listener, PROGRAM
from transcript import Transcript

COLUMNS = 80
SCRIPT = [
    *[""] * 30, "find agency:haringey", "next", "where", "all", "go feb 2007", "open", "1", "back", "back", "help find",
    "nonsense", "quit",
]
# Said by itself of the empty line that the cursor comes to before the answer, and of the prompt after it, if Fenrir
# catches the cursor there: now and then.
IN_BETWEEN = {"blank", "greater"}


def answered(spoken, line):
    """What was said, without what is said in between, and without the command if Fenrir says that row again."""
    spoken = [re.sub(rf"^>?\s*{re.escape(line)}\s+,\s", "", text) if line else text for text in spoken]
    return [text for text in spoken if letters(text) and text not in IN_BETWEEN]


def letters(text):
    """A text without what the edge of the screen and punctuation do to it."""
    return "".join(re.findall(r"\w", text.lower()))


def answers():
    """What is printed at the start and after each line of the script, without a terminal."""
    printed = [""]
    for length in range(len(SCRIPT) + 1):
        lines = "".join(f"{line}\n" for line in SCRIPT[:length])
        result = subprocess.run([PROGRAM, "--text"], input=lines, capture_output=True, text=True, check=False)
        printed.append(result.stdout)
    return [whole.removeprefix(before) for before, whole in zip(printed, printed[1:])]


def rows(answer):
    """An answer as it stands on the screen: nothing but the edge of the screen breaks its lines."""
    return [line[start:start + COLUMNS] for line in answer.splitlines() for start in range(0, len(line), COLUMNS)]


class Text(unittest.TestCase):
    def test_every_answer_is_spoken_once_and_whole(self):
        transcript = Transcript("What Fenrir says of text mode, line by line, on a screen of 80 columns and 24 rows.")
        before = []
        with Listener([PROGRAM, "--text"], columns=COLUMNS) as reader:
            heard = reader.opened
            for line, answer in zip([None, *SCRIPT], answers()):
                if line:
                    reader.type(line)
                if line is not None:
                    heard = reader.press("Enter", least=1)
                    heard.key = line or "Enter"
                heard.spoken = answered(heard.spoken, line)
                transcript.add(heard)
                said = letters(" ".join(heard.spoken))
                with self.subTest(line=line):
                    self.assertTrue(said)
                    # Fenrir may pass over a row that stood on the screen already, word for word.
                    new = [row for row in rows(answer) if row.rstrip() not in before]
                    self.assertIn(said, [letters(answer), letters(" ".join(new))])
                    self.assertTrue(heard.row.startswith(">"), "the cursor is at the prompt")
                before = heard.screen
            reader.type("leave")
            reader.press("Enter")
            reader.wait_for_the_end()
        self.assertIn(f"Event 31 of {len(events())}", transcript.text)
        transcript.check(self, "text")


if __name__ == "__main__":
    unittest.main()
