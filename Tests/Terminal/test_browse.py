"""A reader's way through the real program, from the list to a source and back, on screens of several sizes."""

import functools
import json
import pathlib
import re
import subprocess
import unittest

from terminal import PROGRAM, Terminal

DATA = json.loads(pathlib.Path("data/events.json").read_text())
TOTAL = len(DATA["events"])
SIZES = ((80, 24), (132, 43), (50, 16))


def matches(query):
    """How many events the program lists for a query outside the browser."""
    command = [PROGRAM, "list", "--format", "json", query]
    return len(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))


def at_every_size(test):
    """Runs a test with the browser open on a screen of each size."""
    @functools.wraps(test)
    def run(self):
        for columns, rows in SIZES:
            with self.subTest(columns=columns, rows=rows), self.browsing(columns, rows) as terminal:
                test(self, terminal)
    return run


class Browsing(unittest.TestCase):
    def browsing(self, columns, rows):
        terminal = Terminal(columns, rows)
        try:
            terminal.start(before="SWIFT_BACKTRACE=enable=no")
            terminal.wait_until(terminal.is_alternate, "the program's page is up")
            self.settle(terminal)
        except BaseException:
            terminal.__exit__()
            raise
        return terminal

    @staticmethod
    def settle(terminal):
        # What follows the selection is updated a quarter of a second later.
        terminal.wait_until_quiet(0.4)

    def press(self, terminal, *keys):
        terminal.keys(*keys)
        self.settle(terminal)

    def answer(self, terminal, text):
        terminal.type(text)
        self.press(terminal, "Enter")

    @at_every_size
    def test_the_whole_way(self, terminal):
        self.assertRegex(terminal.text(), rf"\b{TOTAL}\b")

        # By date.
        self.press(terminal, "d")
        self.answer(terminal, "Feb 2007")
        self.assertTrue(terminal.cursor_line().startswith("Feb 2007"), terminal.text())

        # By agency.
        self.press(terminal, "/")
        self.answer(terminal, "agency:health")
        self.assertRegex(terminal.text(), rf"\b{matches('agency:health')} of {TOTAL}\b")
        selected = terminal.cursor_line()[:30]

        # Into the event, into its first source, and back the same way.
        in_list = terminal.cursor()
        self.press(terminal, "Enter")
        event, in_event = terminal.screen(), terminal.cursor()
        self.assertIn("Sources", terminal.text())
        self.press(terminal, "1")
        # The cited paragraph is the first on the screen, below the source's title.
        self.assertRegex(terminal.screen()[1], r"^\d+ +\w")
        self.press(terminal, "BSpace")
        self.assertEqual(terminal.screen()[:-1], event[:-1])
        self.press(terminal, "BSpace")
        self.assertEqual(terminal.cursor(), in_list, (in_event, terminal.text()))
        self.assertTrue(terminal.cursor_line().startswith(selected))

        # Back to all events.
        self.press(terminal, "c")
        self.assertNotRegex(terminal.text(), rf"\d+ of {TOTAL}\b.*Esc clears")
        self.assertTrue(terminal.cursor_line().startswith(selected[:8]), terminal.text())

        # Another size, and back.
        columns, rows = terminal.size()
        for size in ((20, 5), (300, 100), (columns, rows)):
            terminal.resize(*size)
            self.settle(terminal)
            self.assertTrue(terminal.cursor_line().startswith(selected[:7].rstrip()), terminal.text())

        # And out.
        self.press(terminal, "q")
        self.assertEqual(terminal.status(), 0)
        self.assertEqual(terminal.modes_before(), terminal.modes_after())
        self.assertFalse(terminal.is_alternate())
        self.assertTrue(terminal.is_cursor_visible())

    @at_every_size
    def test_nothing_found_says_so_and_how_to_get_back(self, terminal):
        self.press(terminal, "/")
        self.answer(terminal, "zzzz")
        self.assertRegex(terminal.text(), r"(?i)\b(no event|nothing|0 of)")
        self.assertIn("Esc", terminal.text())
        self.press(terminal, "c")
        self.assertRegex(terminal.text(), rf"\b{TOTAL}\b")

    @at_every_size
    def test_a_choice_of_agencies(self, terminal):
        self.press(terminal, "a")
        name = re.sub(r"\s{2,}.*", "", terminal.cursor_line()).strip()
        self.press(terminal, "Enter")
        self.assertRegex(terminal.text(), rf"\b\d+ of {TOTAL}\b")
        self.assertIn(name.split()[0], terminal.text())

    @at_every_size
    def test_help_opens_and_closes_where_one_was(self, terminal):
        self.press(terminal, "Down", "Down")
        place, row = terminal.cursor(), terminal.cursor_line()
        self.press(terminal, "?")
        self.assertNotEqual(terminal.cursor_line(), row)
        self.press(terminal, "q")
        self.assertEqual((terminal.cursor(), terminal.cursor_line()), (place, row))

    @at_every_size
    def test_the_cursor_stands_on_the_row_that_was_moved_to(self, terminal):
        seen = set()
        for _ in range(5):
            row, column = terminal.cursor()
            self.assertEqual(column, 0)
            self.assertTrue(terminal.cursor_line().strip())
            seen.add(terminal.cursor_line())
            terminal.keys("Down")
            terminal.wait_until(lambda: terminal.cursor() != (row, column), "the cursor moves")
        self.assertEqual(len(seen), 5)

    def test_twenty_keys_at_once_end_where_twenty_keys_end(self):
        with self.browsing(80, 24) as terminal:
            self.press(terminal, *["Down"] * 20)
            at_once = terminal.cursor_line()
            self.press(terminal, "g")
            for _ in range(20):
                terminal.keys("Down")
            self.settle(terminal)
            self.assertEqual(terminal.cursor_line(), at_once)


if __name__ == "__main__":
    unittest.main()
