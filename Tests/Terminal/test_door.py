"""What the program does to a terminal, and that it undoes it, however it ends."""

import json
import os
import pathlib
import re
import signal
import time
import unittest

from terminal import Terminal
from tracing import can_trace

TITLE = json.loads(pathlib.Path("data/events.json").read_text())["title"]
# Swift's own handler would stop at a crash and ask.
QUIETLY = "SWIFT_BACKTRACE=enable=no"


def opened(**options):
    """A terminal with the browser open in it."""
    terminal = Terminal(**options)
    try:
        terminal.start(before=QUIETLY)
        terminal.wait_until(terminal.is_alternate, "the program's page is up")
        terminal.wait_for(TITLE)
        terminal.wait_until_quiet()
    except BaseException:
        terminal.__exit__()
        raise
    return terminal


class Restoring(unittest.TestCase):
    def assert_restored(self, terminal):
        self.assertEqual(terminal.modes_before(), terminal.modes_after())
        terminal.wait_for("$")
        self.assertFalse(terminal.is_alternate())
        self.assertTrue(terminal.is_cursor_visible())
        # The tests' shell does not enable this itself, so a paste arrives without brackets again.
        terminal.shell("cat -v")
        terminal.wait_for("cat -v")
        terminal.paste("pasted")
        terminal.wait_for("pasted")
        self.assertNotIn("200~", terminal.text())

    def test_after_leaving(self):
        with opened() as terminal:
            terminal.keys("Q")
            self.assertEqual(terminal.status(), 0)
            self.assert_restored(terminal)

    def test_after_a_signal_that_ends_it(self):
        for number in (
            signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2,
            signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGXCPU, signal.SIGIO, signal.SIGPWR,
            signal.SIGSTKFLT,
        ):
            with self.subTest(number.name), opened() as terminal:
                terminal.signal(number)
                self.assertEqual(terminal.status(), 128 + number)
                self.assert_restored(terminal)

    def test_after_control_c(self):
        with opened() as terminal:
            terminal.keys("C-c")
            self.assertEqual(terminal.status(), 130)
            self.assert_restored(terminal)

    def test_after_a_crash(self):
        for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGBUS, signal.SIGTRAP):
            with self.subTest(number.name), opened() as terminal:
                terminal.signal(number)
                self.assertEqual(terminal.status(), 128 + number)
                self.assert_restored(terminal)

    def test_while_stopped_and_after_going_on(self):
        with opened() as terminal:
            before = terminal.screen()
            terminal.keys("C-z")
            self.assertEqual(terminal.status(), 128 + signal.SIGTSTP)
            self.assertEqual(terminal.modes_before(), terminal.modes_after())
            self.assertFalse(terminal.is_alternate())
            terminal.shell("echo meanwhile")
            terminal.wait_for("meanwhile")
            terminal.continue_program()
            terminal.wait_until(lambda: terminal.screen() == before, "the screen is as it was")
            self.assertTrue(terminal.is_alternate())
            terminal.keys("Q")
            self.assertEqual(terminal.status(), 0)
            self.assert_restored(terminal)

    def test_a_stop_that_cannot_be_caught_is_mended_on_going_on(self):
        with opened() as terminal:
            before = terminal.screen()
            os.kill(terminal.program_id(), signal.SIGSTOP)
            terminal.status()
            terminal.continue_program()
            terminal.wait_until(lambda: terminal.screen() == before, "the screen is as it was")
            terminal.keys("Q")
            self.assertEqual(terminal.status(), 0)
            self.assert_restored(terminal)

    def test_a_new_size_while_stopped_is_taken_up(self):
        with opened() as terminal:
            terminal.keys("C-z")
            terminal.status()
            terminal.resize(100, 30)
            terminal.continue_program()
            terminal.wait_for(TITLE)
            terminal.wait_until_quiet()
            self.assertGreater(max(len(line) for line in terminal.screen()), 80)
            terminal.keys("Q")
            self.assertEqual(terminal.status(), 0)


class Showing(unittest.TestCase):
    def test_on_terminals_of_every_kind(self):
        for term in ("vt100", "linux", "screen", "xterm", "xterm-256color", "tmux-256color", "vt220"):
            with self.subTest(term), Terminal(term=term) as terminal:
                terminal.start(before=QUIETLY)
                terminal.wait_for(TITLE)
                terminal.keys("Q")
                self.assertEqual(terminal.status(), 0)
                self.assertEqual(terminal.modes_before(), terminal.modes_after())

    def test_in_ascii_alone(self):
        with Terminal(locale="C") as terminal:
            terminal.start(before=QUIETLY)
            terminal.wait_for(TITLE.replace("é", "e"))
            terminal.wait_until_quiet()
            self.assertTrue(terminal.text().isascii(), terminal.text())

    def test_without_colour_when_none_is_wanted(self):
        with opened(environment={"NO_COLOR": "1"}) as terminal:
            self.assertNotRegex("\n".join(terminal.styled()), r"\x1b\[(\d+;)*(3[0-7]|9[0-7])m")

    def test_at_every_size(self):
        with opened() as terminal:
            for columns, rows in ((20, 5), (300, 100), (40, 12), (132, 40), (2, 2), (80, 24)):
                with self.subTest(columns=columns, rows=rows):
                    terminal.resize(columns, rows)
                    terminal.wait_until_quiet()
                    row, column = terminal.cursor()
                    self.assertLess(row, rows)
                    self.assertLess(column, columns)
            terminal.wait_for(TITLE)
            terminal.keys("Q")
            self.assertEqual(terminal.status(), 0)

    def test_an_unknown_sequence_is_no_command(self):
        with opened() as terminal:
            for sequence in (b"\x1b[99q", b"\x1b[1;5q", b"\x1bOQ", b"\x1b]11;rgb:00/00/00\x07", b"\x1b[?62;Q"):
                terminal.send_bytes(sequence)
            terminal.wait_until_quiet()
            self.assertTrue(terminal.is_alternate())

    def test_pasted_text_is_no_command(self):
        with opened() as terminal:
            terminal.paste("Q")
            terminal.wait_until_quiet()
            self.assertTrue(terminal.is_alternate())

    def test_it_sleeps_when_nothing_happens(self):
        with opened() as terminal:
            time.sleep(1)
            process = terminal.program_id()
            before = self.switches(process)
            time.sleep(1)
            self.assertEqual(self.switches(process), before)

    @staticmethod
    def switches(process):
        """The number of voluntary context switches of each thread: a process that wakes goes to sleep again."""
        tasks = pathlib.Path(f"/proc/{process}/task").iterdir()
        return {task.name: re.search(r"\nvoluntary_ctxt_switches:\s*(\d+)", (task / "status").read_text())[1]
                for task in tasks}


@unittest.skipUnless(can_trace(), "strace cannot be used here")
class Writing(unittest.TestCase):
    def test_a_frame_is_one_write(self):
        with Terminal() as terminal:
            trace = terminal.folder / "trace"
            terminal.start(before=f"{QUIETLY} strace -f -qq -e trace=write,pread64 -s 0 -o {trace}")
            terminal.wait_for(TITLE)
            terminal.wait_until_quiet(0.6)

            def sizes(call):
                """The number of bytes each call wrote or read; an empty one is not a frame."""
                found = re.findall(rf"{call}.*= (\d+)$", trace.read_text(), re.MULTILINE)
                return [int(size) for size in found if size != "0"]

            def made(*keys):
                """The frames caused by keys: each is read from the file in memory, and written to the terminal."""
                before = len(sizes(r"write\(1,")), len(sizes(r"pread64\("))
                terminal.keys(*keys)
                terminal.wait_until_quiet(0.6)
                written, read = sizes(r"write\(1,")[before[0]:], sizes(r"pread64\(")[before[1]:]
                self.assertEqual(written, read)
                return written

            for _ in range(3):
                # One frame for the row immediately, and at most one for what follows the selection.
                frames = made("Down")
                self.assertIn(len(frames), (1, 2), frames)
                self.assertLess(frames[0], 400, frames)
            self.assertEqual(len(made("C-l")), 1)
            terminal.resize(200, 50)
            terminal.wait_until_quiet(0.6)
            # Larger than the buffer of a screen of 80×24.
            whole = made("C-l")
            self.assertEqual(len(whole), 1)
            self.assertGreater(whole[0], 3000)
            made("PageDown", "?", "q", "v")
            terminal.keys("Q")


if __name__ == "__main__":
    unittest.main()
