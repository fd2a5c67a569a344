"""The program ends, stops and continues at the worst possible moments, and the terminal is restored."""

import json
import pathlib
import signal
import unittest

from pseudoterminal import Pseudoterminal
from tracing import can_trace

TITLE = json.loads(pathlib.Path("data/events.json").read_text())["title"].encode()


@unittest.skipUnless(can_trace(), "strace cannot be used here")
class EndingAtAnyMoment(unittest.TestCase):
    """A signal arrives during a system call: each one of the start-up in turn, in separate runs."""

    def end_at(self, call, number):
        """Runs the program with a signal at that call; returns its status. Once its screen is up, a key quits it."""
        command = ["strace", "-qq", "-o", "/dev/null", "-e", f"inject={call}:signal=SIGTERM:when={number}"]
        with Pseudoterminal(*command) as terminal:
            while terminal.process.poll() is None:
                terminal.read(0.05)
                if TITLE in terminal.output:
                    terminal.send(b"Q")
                    break
            status = terminal.status()
            self.assertEqual(terminal.modes(), terminal.modes_before)
            for mode in (b"?1049", b"?2004", b"?1"):
                on, off = (terminal.output.rfind(b"\x1b[" + mode + end) for end in (b"h", b"l"))
                self.assertLessEqual(on, off, (mode, terminal.output[-200:]))
            return status

    def test_it_leaves_the_terminal_as_it_was(self):
        for call in ("ioctl", "write", "rt_sigprocmask", "lseek", "memfd_create"):
            ended = 0
            for number in range(1, 100):
                with self.subTest(call=call, number=number):
                    status = self.end_at(call, number)
                if status == 0:
                    break
                ended += 1
            self.assertGreater(ended, 0, call)


class Ending(unittest.TestCase):
    def test_a_terminal_that_takes_nothing_more_holds_nobody_back(self):
        for what in ("stopped", "not read"):
            with self.subTest(what), Pseudoterminal() as terminal:
                terminal.wait_for(TITLE)
                terminal.wait_until_quiet()
                if what == "stopped":
                    terminal.hold_output()
                # Frames, until one blocks on the terminal; the last keys are not even read.
                while terminal.send_unread(b"\x0c" * 256):
                    pass
                terminal.process.send_signal(signal.SIGTERM)
                self.assertEqual(terminal.process.wait(30), -signal.SIGTERM)
                self.assertEqual(terminal.modes(), terminal.modes_before)

    def test_a_terminal_that_goes_away_ends_it(self):
        with Pseudoterminal() as terminal:
            terminal.wait_for(TITLE)
            terminal.hang_up()
            self.assertEqual(terminal.status(), -signal.SIGHUP)


class Stopping(unittest.TestCase):
    def test_where_no_shell_would_bring_it_back_it_goes_on_at_once(self):
        with Pseudoterminal() as terminal:
            terminal.wait_for(TITLE)
            terminal.wait_until_quiet()
            inside = terminal.modes()
            terminal.send(b"\x1a")
            for part in (b"\x1b[?1049l", b"\x1b[?1049h", TITLE):
                terminal.wait_for(part)
            terminal.wait_until_quiet()
            self.assertEqual(terminal.modes(), inside)
            terminal.send(b"Q")
            self.assertEqual(terminal.status(), 0)
            self.assertEqual(terminal.modes(), terminal.modes_before)


if __name__ == "__main__":
    unittest.main()
