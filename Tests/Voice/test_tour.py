"""Takes the tour under a real screen reader and counts how each key was answered, in both modes of the browser."""

import collections
import os
import re
import unittest

import transcript
from listener import Listener, PROGRAM, words
from tour import OPENED, ROW, TOUR

# Where what is asked is heard within so many characters, it comes first.
FIRST = 200
# By so many of its words it is known.
WORDS = 4
# Moves by one row: in screen-reader mode the row is heard and nothing else.
MOVES = {"Down", "Up", "j", "k", "C-n", "C-p"}
VERDICTS = ["right", "noisy", "wrong", "silent"]
# Set to have every key shown with what was heard.
IS_WORDY = bool(os.environ.get("WORDY"))


class Tour:
    """One tour, and a verdict on each key."""

    def __init__(self, arguments, is_screen_reader, punctuation):
        self.is_screen_reader = is_screen_reader
        self.counts = {view: collections.Counter() for view in TOUR}
        self.faults = []
        self.keys = 0
        with Listener([PROGRAM, *arguments], punctuation=punctuation, has_spelling=False) as self.reader:
            self.row = self.reader.opened.row
            for view, steps in TOUR.items():
                for step in steps:
                    self.take(view, step)
            self.reader.press("Q")
            self.reader.wait_for_the_end()

    def take(self, view, step):
        if step.mode == ("ordinary" if self.is_screen_reader else "screen-reader"):
            return
        if step.key.startswith("type "):
            self.reader.type(step.key.removeprefix("type "))
            return
        if step.key.startswith("resize "):
            heard = self.reader.resize(*map(int, step.key.split()[1:]))
        else:
            heard = self.reader.press(step.key)
        answers = step.answers if self.is_screen_reader or step.ordinary is None else step.ordinary
        verdict = self.verdict(heard, answers)
        self.row = heard.row
        self.keys += 1
        self.counts[view][verdict] += 1
        said = " / ".join(heard.spoken)
        line = f"{verdict:6} {view}: {step.key} for {answers} on {heard.row!r}: {heard.length} characters, {said[:240]!r}"
        if verdict != "right":
            self.faults.append(line)
        if IS_WORDY:
            print(line, flush=True)

    def verdict(self, heard, answers):
        """Silent: nothing was heard. Wrong: not what was asked. Noisy: too much before it, or beside a move's row."""
        said = " ".join(heard.spoken)
        if not words(said):
            return "silent"
        # In the ordinary mode a row that leads on begins with its number.
        rows = {ROW: heard.row, OPENED: re.sub(r"^\s*[1-9]\s+", "", self.row)}
        starts = [self.start(rows.get(answer, answer), said) for answer in answers]
        if None in starts:
            return "wrong"
        is_alone = self.is_screen_reader and heard.key in MOVES
        return "noisy" if max(starts) > FIRST or is_alone and sum(map(bool, map(words, heard.spoken))) > 1 else "right"

    def start(self, answer, said):
        """How many characters are heard before the first words of an answer; None where they are not."""
        first = self.reader.punctuation.words(answer)[:WORDS]
        found = first and re.search(r"(?<!\w)" + r"\W+".join(map(re.escape, first)), said.lower())
        return found.start() if found else None

    @property
    def total(self):
        return sum(self.counts.values(), collections.Counter())

    def share(self, verdict):
        return 100 * self.total[verdict] / self.keys

    @property
    def table(self):
        rows = [(view, count) for view, count in self.counts.items()] + [("all", self.total)]
        lines = [f"{'':14}" + "".join(f"{verdict:>8}" for verdict in VERDICTS)]
        return "\n".join(lines + [f"{view:14}" + "".join(f"{count[verdict]:8}" for verdict in VERDICTS)
                                  for view, count in rows])


class Answers(unittest.TestCase):
    """The goals; docs/voice has the figures of the day on which it was last written."""

    def take(self, name, arguments, is_screen_reader, punctuation, least_right, most):
        tour = Tour(arguments, is_screen_reader, punctuation)
        report = f"{name.capitalize()}, {tour.keys} keys, punctuation {punctuation}\n\n{tour.table}\n"
        if transcript.IS_WRITING:
            (transcript.FOLDER / f"tour-{name.replace(' ', '-')}.txt").write_text(report)
        print(f"\n{report}", flush=True)
        faults = "\n".join([report, *tour.faults])
        self.assertGreaterEqual(tour.keys, 150)
        self.assertGreaterEqual(tour.share("right"), least_right, faults)
        for verdict, count in most.items():
            self.assertLessEqual(tour.total[verdict], count, faults)

    def test_screen_reader_mode_answers_first_and_is_never_wrong_or_silent(self):
        self.take("screen-reader mode", ["--screen-reader"], True, "some", 95, {"wrong": 0, "silent": 0})

    def test_the_ordinary_mode_mostly_answers_first_and_is_never_wrong(self):
        self.take("ordinary mode", [], False, "none", 75, {"wrong": 0})


if __name__ == "__main__":
    unittest.main()
