"""What screen readers and braille lines rely on, tested without either: text, cursor and writes, key by key."""

import json
import pathlib
import re
import subprocess
import tempfile
import time
import unittest

from terminal import PROGRAM, Terminal

EVENTS = json.loads(subprocess.run([PROGRAM, "list", "--format", "json"], check=True, capture_output=True).stdout)
MODE = "Screen-reader mode"


class Speaking(unittest.TestCase):
    def open(self, *arguments, environment=None, before="SWIFT_BACKTRACE=enable=no", wait_for="? "):
        terminal = Terminal(environment=environment)
        self.addCleanup(terminal.__exit__)
        terminal.start(*arguments, before=before)
        terminal.wait_for(wait_for)
        terminal.wait_until_quiet(0.4)
        return terminal

    def test_a_move_in_screen_reader_mode_changes_no_text_or_scrolls_by_one_line(self):
        terminal = self.open("--screen-reader", wait_for=MODE)
        top, _ = terminal.cursor()
        screen = terminal.screen()
        last = max(number for number, line in enumerate(screen) if line)
        for number, event in enumerate(EVENTS[1:31], 1):
            row = min(top + number, last)
            terminal.keys("Down")
            terminal.wait_until(lambda: re.split(" *…", event["title"])[0][:30] in terminal.cursor_line(),
                                f"the cursor is on {event['title']}")
            now = terminal.screen()
            self.assertEqual(terminal.cursor(), (row, 0))
            if top + number <= last:
                self.assertEqual(now, screen)
            else:
                self.assertEqual(now[:top] + now[top:last], screen[:top] + screen[top + 1:last + 1])
            screen = now

    def test_a_message_stays_while_the_cursor_leaves_it(self):
        terminal = self.open("--screen-reader", wait_for=MODE)
        terminal.keys("G")
        terminal.wait_until_quiet()
        terminal.keys("Down")
        terminal.wait_for("last event")
        self.assertTrue(terminal.cursor_line().startswith("This is the last event"))
        # A repeated message would not be announced, so it disappears for a moment and comes back.
        terminal.keys("Down")
        terminal.wait_until(lambda: "last event" not in terminal.text(), "the message stands back")
        terminal.wait_until(lambda: terminal.cursor_line().startswith("This is the last event"), "the message again")
        terminal.keys("Up")
        terminal.wait_until(lambda: EVENTS[-2]["title"][:20] in terminal.cursor_line(), "the cursor is on the row")
        terminal.wait_until(lambda: "last event" not in terminal.text(), "the message goes when the keys rest")

    def test_a_frame_is_one_write_and_the_detail_comes_a_quarter_of_a_second_after_the_row(self):
        for arguments, frames in ([], 2), (["--screen-reader"], 1):
            with self.subTest(arguments=arguments):
                trace = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())) / "trace"
                terminal = self.open(*arguments, before=f"strace -f -ttt -e trace=write -o {trace}")
                for _ in range(4):
                    known = len(self.writes(trace))
                    terminal.keys("Down")
                    time.sleep(0.6)
                    times = self.writes(trace)[known:]
                    self.assertEqual(len(times), frames)
                    if frames == 2:
                        self.assertGreaterEqual(times[1] - times[0], 0.245)

    @staticmethod
    def writes(trace):
        """The times at which the program wrote to the terminal."""
        return [float(time) for time in re.findall(r"^\d+ +([\d.]+) write\(1,", trace.read_text(), re.MULTILINE)]

    # The ways to enter and to leave screen-reader mode.

    def test_a_plain_accessible_starts_text_mode(self):
        terminal = self.open(environment={"ACCESSIBLE": "1"}, wait_for="help for the words")
        self.assertTrue(terminal.cursor_line() == "" and terminal.screen()[terminal.cursor()[0]].startswith(">"))

    def test_accessible_with_a_browser_starts_screen_reader_mode(self):
        self.open("--browser", environment={"ACCESSIBLE": "1"}, wait_for=MODE)

    def test_a_setting_starts_screen_reader_mode_and_a_key_leaves_and_enters_it(self):
        terminal = Terminal()
        self.addCleanup(terminal.__exit__)
        (terminal.folder / "chronology").mkdir()
        (terminal.folder / "chronology" / "config").write_text("screen-reader = on\n")
        terminal.start(before=f"XDG_CONFIG_HOME={terminal.folder} SWIFT_BACKTRACE=enable=no")
        terminal.wait_for(MODE)
        terminal.keys("R")
        terminal.wait_for("Screen-reader mode is off.")
        # The message replaces the hints until the next key.
        terminal.keys("Down")
        terminal.wait_for("q quit")
        terminal.keys("R")
        terminal.wait_for("Screen-reader mode is on.")
        self.assertNotIn("q quit", terminal.text())
        self.assertTrue(terminal.cursor_line().startswith("Screen-reader mode is on."))


if __name__ == "__main__":
    unittest.main()
