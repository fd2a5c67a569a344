"""Takes the tour under a real screen reader and counts how each key was answered, in both modes of the browser."""

import collections
import dataclasses
import functools
import os
import re
import unittest

import transcript
from attempts import ATTEMPTS
from listener import Listener, PROGRAM, words
from tour import OPENED, ROW, TOUR

# An answer within this many characters counts as coming first.
FIRST = 200
# The number of its words by which it is recognised.
WORDS = 4
# Moves by one row: in screen-reader mode the row is heard and nothing else.
MOVES = {"Down", "Up", "j", "k", "C-n", "C-p"}
VERDICTS = ["right", "noisy", "wrong", "silent"]
# Set to have every key shown with what was heard.
IS_WORDY = bool(os.environ.get("WORDY"))


@dataclasses.dataclass
class Visit:
    """One view of the tour: how many keys were answered in which way, and which were wrong."""
    counts: collections.Counter = dataclasses.field(default_factory=collections.Counter)
    faults: list[str] = dataclasses.field(default_factory=list)

    @property
    def unanswered(self):
        return self.counts["wrong"] + self.counts["silent"]


class Tour:
    """One tour, and a verdict on each key.

    A view with a key that was answered wrongly, or not at all, is visited again in a new session: see `attempts`.
    """

    def __init__(self, arguments, is_screen_reader, punctuation, has_spelling):
        self.is_screen_reader = is_screen_reader
        self.start = functools.partial(Listener, [PROGRAM, *arguments], punctuation=punctuation,
                                       has_spelling=has_spelling)
        self.reader = None
        try:
            self.visits = {view: self.visit(view, steps) for view, steps in TOUR.items()}
        finally:
            self.leave()

    def enter(self):
        if self.reader is None:
            self.reader = self.start()
            self.row = self.reader.opened.row

    def leave(self):
        if self.reader is not None:
            self.reader.__exit__()
            self.reader = None

    def visit(self, view, steps):
        tries = []
        for number in range(1, ATTEMPTS + 1):
            self.enter()
            tries.append(self.walk(view, steps))
            if not tries[-1].unanswered:
                return tries[-1]
            # The state of the session is no longer known.
            self.leave()
            print("\n".join([f"\nTry {number} of {ATTEMPTS}:", *tries[-1].faults]), flush=True)
        return min(tries, key=lambda visit: visit.unanswered)

    def walk(self, view, steps):
        visit = Visit()
        for step in steps:
            if step.mode == ("ordinary" if self.is_screen_reader else "screen-reader"):
                continue
            try:
                self.take(visit, view, step)
            except AssertionError as fault:
                # There was no prompt to type into.
                visit.counts["wrong"] += 1
                visit.faults.append(f"wrong  {view}: {step.key}: {fault}")
                break
        return visit

    def take(self, visit, view, step):
        if step.key.startswith("type "):
            self.reader.type(step.key.removeprefix("type "))
            return
        if step.key.startswith("resize "):
            heard = self.reader.resize(*map(int, step.key.split()[1:]))
        else:
            heard = self.reader.press(step.key, least=1)
        answers = step.answers if self.is_screen_reader or step.ordinary is None else step.ordinary
        verdict = self.verdict(heard, answers)
        self.row = heard.row
        visit.counts[verdict] += 1
        said = " / ".join(heard.spoken)
        line = f"{verdict:6} {view}: {step.key} for {answers} on {heard.row!r}: {heard.length} characters, {said[:240]!r}"
        if verdict != "right":
            visit.faults.append(line)
        if IS_WORDY:
            print(line, flush=True)

    def verdict(self, heard, answers):
        """Silent: nothing was heard. Wrong: another answer. Noisy: too much before it, or in addition to a move's row."""
        said = " ".join(heard.spoken)
        if not words(said):
            return "silent"
        starts = [self.start_of(answer, heard, said) for answer in answers]
        if None in starts:
            return "wrong"
        is_alone = self.is_screen_reader and heard.key in MOVES
        return "noisy" if max(starts) > FIRST or is_alone and sum(map(bool, map(words, heard.spoken))) > 1 else "right"

    def start_of(self, answer, heard, said):
        """The number of characters heard before the first words of an answer; None if they are not heard."""
        if answer == OPENED:
            # A page begins with its title, which was somewhere in the row.
            return 0 if self.starts(" ".join(words(said)[:WORDS]), self.row) is not None else None
        return self.starts(heard.row if answer == ROW else answer, said)

    def starts(self, answer, said):
        first = self.reader.punctuation.words(answer)[:WORDS]
        found = first and re.search(r"(?<!\w)" + r"\W+".join(map(re.escape, first)) + r"(?!\w)", said.lower())
        return found.start() if found else None

    @property
    def total(self):
        return sum((visit.counts for visit in self.visits.values()), collections.Counter())

    @property
    def faults(self):
        return [fault for visit in self.visits.values() for fault in visit.faults]

    @property
    def keys(self):
        return self.total.total()

    def share(self, verdict):
        return 100 * self.total[verdict] / self.keys

    @property
    def table(self):
        rows = [(view, visit.counts) for view, visit in self.visits.items()] + [("all", self.total)]
        lines = [f"{'':14}" + "".join(f"{verdict:>8}" for verdict in VERDICTS)]
        return "\n".join(lines + [f"{view:14}" + "".join(f"{count[verdict]:8}" for verdict in VERDICTS)
                                  for view, count in rows])


class Answers(unittest.TestCase):
    """The goals; docs/voice has the figures of the day on which it was last written."""

    def take(self, name, arguments, is_screen_reader, has_spelling, least_right, most):
        # With Fenrir's defaults, and so that machines with and without python3-enchant are both covered.
        tour = Tour(arguments, is_screen_reader, "some", has_spelling)
        report = f"{name.capitalize()}, {tour.keys} keys, right in {tour.share('right'):.0f} %\n\n{tour.table}\n"
        transcript.write(f"tour-{name.replace(' ', '-')}.txt", report)
        print(f"\n{report}", flush=True)
        faults = "\n".join([report, *tour.faults])
        self.assertGreaterEqual(tour.keys, 150)
        self.assertGreaterEqual(tour.share("right"), least_right, faults)
        for verdict, count in most.items():
            self.assertLessEqual(tour.total[verdict], count, faults)

    def test_screen_reader_mode_answers_first_and_is_never_wrong_or_silent(self):
        self.take("screen-reader mode", ["--screen-reader"], True, False, 95, {"wrong": 0, "silent": 0})

    def test_the_ordinary_mode_mostly_answers_first_and_is_never_wrong(self):
        self.take("ordinary mode", [], False, True, 75, {"wrong": 0})


if __name__ == "__main__":
    unittest.main()
