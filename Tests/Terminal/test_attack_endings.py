"""The terminal always comes back: every front end, ended in every way, on terminals of every kind, at any moment."""

import ctypes
import itertools
import json
import os
import pathlib
import platform
import random
import signal
import tempfile
import time
import unittest

from attack import SEED, STRENGTH, Attack, sample, times
from escapes import left_behind, text
from pseudoterminal import Pseudoterminal
from tracing import can_trace

MODES = {"browser": [], "screen reader": ["--screen-reader"], "text": ["--text"]}
CAPABLE = ("vt100", "linux", "screen-256color", "xterm-256color")
TERMS = (None, "", "dumb", "unknown-to-all", *CAPABLE)
LOCALES = ("C", "C.UTF-8")
TITLE = "Ferries"
CHRONOLOGY = {
    "title": TITLE, "agencies": [{"id": "port", "name": "Port Office"}],
    "events": [{"id": f"crossing-{year}", "date": str(year), "dating": {"basis": "stated"}, "kind": "decision",
                "title": f"Crossing of {year}", "agencies": ["port"]} for year in range(1900, 1940)],
}

ENDING = (
    signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGVTALRM,
    signal.SIGPROF, signal.SIGXCPU, signal.SIGIO, signal.SIGPWR, signal.SIGSTKFLT,
)
CRASHING = (signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGBUS, signal.SIGTRAP, signal.SIGFPE, signal.SIGSYS)
STORM = ((1, 1), (300, 100), (2, 1), (1, 60), (20, 5), (132, 43), (3, 2), (500, 3), (1, 1))


class Run(Pseudoterminal):
    """One run in one mode on one kind of terminal."""

    def __init__(self, file, mode, term, locale, **options):
        self.is_line = mode == "text" or term not in CAPABLE
        self.is_edited = self.is_line and term in CAPABLE
        super().__init__(arguments=[*MODES[mode], str(file)], environment={"TERM": term, "LC_ALL": locale}, **options)

    def wait_until_ready(self):
        self.wait_for(TITLE.encode())
        if self.is_line:
            self.wait_for(b"> ")
        self.wait_until_quiet(0.1)

    def leave(self):
        self.send(b"quit\n" if self.is_line else b"Q")
        return {0}

    def interrupt(self):
        """SIGINT: in a line, the same as Ctrl-C; at a plain prompt, the second one exits."""
        self.signal(signal.SIGINT)
        if not self.is_line:
            return {-signal.SIGINT}
        if not self.is_edited:
            self.wait_for(b"> ")
            self.signal(signal.SIGINT)
        return {130}


def ends_by(number):
    def end(run):
        run.signal(number)
        return {-number}
    return end


def storm(run):
    for columns, rows in STORM * times(2, 20):
        run.resize(columns, rows)
        run.read(0.003)
    run.resize(80, 24)
    run.wait_until_quiet(0.1)
    return run.leave()


def held(run):
    """The program is ended while its output is stopped."""
    run.hold_output()
    run.send_unread(b"where\n" if run.is_line else b"\x0c" * 256)
    run.signal(signal.SIGTERM)
    return {-signal.SIGTERM}


ENDINGS = {
    "quit": Run.leave, "SIGINT": Run.interrupt, "resize storm": storm, "output stopped": held,
    **{number.name: ends_by(number) for number in ENDING + CRASHING},
}


class Restored(Attack):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name, "ferries.json")
        self.file.write_text(json.dumps(CHRONOLOGY))

    def assert_restored(self, run):
        self.assertEqual(run.modes(), run.modes_before)
        self.assertEqual(left_behind(run.transcript), set(), run.transcript[-300:])


class Endings(Restored):
    what = "Endings of each mode on each kind of terminal"

    @staticmethod
    def cells(endings, terms=TERMS):
        """Every combination; in a sample, each ending in one of them."""
        everything = list(itertools.product(endings, MODES, terms, LOCALES))
        random.Random(SEED).shuffle(everything)
        return everything if STRENGTH else {cell[0]: cell for cell in everything}.values()

    def test_it_leaves_the_terminal_as_it_was(self):
        for ending, mode, term, locale in self.cells(ENDINGS):
            if mode == "screen reader" and term not in CAPABLE:
                continue
            with self.attempt(ending=ending, mode=mode, term=term, locale=locale), \
                    Run(self.file, mode, term, locale) as run:
                run.wait_until_ready()
                allowed = ENDINGS[ending](run)
                self.assertIn(run.status(), allowed)
                if ending == "output stopped":
                    # Nothing more can be written to it.
                    self.assertEqual(run.modes(), run.modes_before)
                else:
                    self.assert_restored(run)

    def test_an_error_at_the_start_is_a_sentence_and_status_1(self):
        for _, mode, term, locale in self.cells(["error"]):
            with self.attempt(mode=mode, term=term, locale=locale), \
                    Run(self.file.with_name("none.json"), mode, term, locale) as run:
                self.assertEqual(run.status(), 1)
                self.assertIn("none.json", text(run.transcript))
                self.assert_restored(run)

    def test_a_terminal_that_cannot_show_the_screen_is_said(self):
        for term in (None, "", "dumb", "unknown-to-all"):
            with self.attempt(term=term), Run(self.file, "screen reader", term, "C") as run:
                self.assertEqual(run.status(), 1)
                self.assertIn("Use --text.", text(run.transcript))
                self.assert_restored(run)
            with self.attempt(term=term), Run(self.file, "browser", term, "C") as run:
                run.wait_until_ready()
                run.leave()
                self.assertEqual(run.status(), 0)
                self.assertIn("This is text mode.", text(run.transcript))
                self.assert_restored(run)

    def test_stopped_it_is_out_of_the_way_and_then_back(self):
        for number, mode, term, locale in self.cells([signal.SIGTSTP, signal.SIGSTOP], CAPABLE + (None,)):
            if mode == "screen reader" and term is None:
                continue
            with self.attempt(signal=number.name, mode=mode, term=term, locale=locale), \
                    Run(self.file, mode, term, locale, is_job=True) as run:
                run.wait_until_ready()
                for _ in range(2):
                    run.signal(number)
                    if number == signal.SIGTSTP:
                        run.wait_for(b"stopped, restored")
                        self.assertEqual(left_behind(run.transcript), set())
                    run.wait_for(b" ready")
                    run.send(b"\n")
                    if run.is_line:
                        run.wait_until_quiet(0.1)
                    else:
                        run.wait_for(TITLE.encode())
                run.leave()
                self.assertEqual(run.status(), 0)
                self.assert_restored(run)


class Gone(Restored):
    what = "Terminals closed under it"

    def test_it_ends_and_does_not_spin(self):
        cells = list(itertools.product(MODES, CAPABLE + (None,), (None, signal.SIGHUP), (False, True)))
        for mode, term, ignored, is_busy in sample(cells, 8):
            if mode == "screen reader" and term is None:
                continue
            with self.attempt(mode=mode, term=term, ignored=ignored, is_busy=is_busy), \
                    Run(self.file, mode, term, "C.UTF-8", ignored=ignored) as run:
                run.wait_until_ready()
                if is_busy:
                    run.send_unread(b"list\n" * 50 if run.is_line else b"\x0c" * 256)
                before = run.processor_time()
                run.hang_up()
                end = time.monotonic() + 20
                # Not reaped yet, so that its processor time can still be read.
                while os.waitid(os.P_PID, run.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                    self.assertLess(time.monotonic(), end, "It does not end.")
                    time.sleep(0.01)
                self.assertLess(run.processor_time() - before, 1)
                self.assertIn(run.status(), {0, 1, 129} if ignored else {0, 1, 129, -signal.SIGHUP})


class AnyMoment(Restored):
    what = "Signals at a random moment of start and end"

    def test_a_signal_at_any_moment_of_the_start(self):
        chance = random.Random(SEED)
        for number in range(times(15)):
            mode, number = chance.choice(list(MODES)), chance.choice(ENDING + (signal.SIGINT,))
            delay = chance.expovariate(1 / 0.15)
            with self.attempt(mode=mode, signal=number.name, delay=delay), \
                    Run(self.file, mode, "xterm-256color", "C.UTF-8") as run:
                self.read_for(run, delay)
                run.signal(number)
                allowed = {-number}
                if number == signal.SIGINT and mode == "text":
                    # At the prompt the signal acts like Ctrl-C.
                    allowed.add(130)
                self.assertIn(run.status(), allowed)
                self.assert_restored(run)

    def test_a_signal_at_any_moment_of_the_end(self):
        chance = random.Random(SEED)
        for number in range(times(8)):
            mode, number = chance.choice(list(MODES)), chance.choice(ENDING)
            delay = chance.expovariate(1 / 0.01)
            with self.attempt(mode=mode, signal=number.name, delay=delay), \
                    Run(self.file, mode, "xterm-256color", "C.UTF-8") as run:
                run.wait_until_ready()
                run.leave()
                self.read_for(run, delay)
                if run.process.poll() is None:
                    run.signal(number)
                self.assertIn(run.status(), {0, -number})
                self.assert_restored(run)

    @staticmethod
    def read_for(run, seconds):
        end = time.monotonic() + seconds
        while run.process.poll() is None and (rest := end - time.monotonic()) > 0:
            run.read(rest)


@unittest.skipUnless(platform.machine() == "x86_64" and can_trace(), "a process cannot be traced here")
class Drawing(Restored):
    what = "Faults of the processor while drawing"

    # From sys/ptrace.h and sys/user.h.
    ATTACH, DETACH, POKE_USER, INSTRUCTION_POINTER = 16, 17, 6, 16 * 8

    def test_a_fault_in_the_middle_of_a_frame(self):
        """Sets the next instruction to address 0: a fault that recurs however often it is handled."""
        ptrace = ctypes.CDLL(None, use_errno=True).ptrace
        ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
        chance = random.Random(SEED)
        for number in range(times(4)):
            mode, term, delay = chance.choice(("browser", "screen reader")), chance.choice(CAPABLE), chance.random() / 50
            with self.attempt(mode=mode, term=term, delay=delay), Run(self.file, mode, term, "C.UTF-8") as run:
                run.wait_until_ready()
                run.send_unread(b"\x0c" * 256)
                AnyMoment.read_for(run, delay)
                child = run.process.pid
                if ptrace(self.ATTACH, child, None, None) != 0:
                    raise OSError(ctypes.get_errno(), "ptrace")
                os.waitpid(child, 0)
                ptrace(self.POKE_USER, child, self.INSTRUCTION_POINTER, None)
                ptrace(self.DETACH, child, None, None)
                self.assertEqual(run.status(), -signal.SIGSEGV)
                self.assert_restored(run)


if __name__ == "__main__":
    unittest.main()
