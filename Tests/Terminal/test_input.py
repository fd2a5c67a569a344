"""More than anyone types, and a larger screen than anyone has."""

import json
import pathlib
import unittest

from pseudoterminal import Pseudoterminal

TITLE = json.loads(pathlib.Path("data/events.json").read_text())["title"].encode()


class Extremes(unittest.TestCase):
    def assert_answers(self, terminal):
        """The program is still running and responds to keys."""
        terminal.wait_until_quiet()
        terminal.output = b""
        while TITLE not in terminal.output:
            self.assertIsNone(terminal.process.poll())
            terminal.send(b"\x0c")
            terminal.read(1)
        terminal.wait_until_quiet()
        terminal.send(b"Q")
        self.assertEqual(terminal.status(), 0)
        self.assertEqual(terminal.modes(), terminal.modes_before)

    def test_a_key_that_is_stuck(self):
        for key in (b"\x1b", b"j"):
            with self.subTest(key), Pseudoterminal() as terminal:
                terminal.wait_for(TITLE)
                terminal.send(key * 100_000)
                self.assert_answers(terminal)

    def test_a_paste_of_any_length_is_no_command(self):
        for length in (1 << 16, (1 << 16) + 1, 200_000):
            with self.subTest(length), Pseudoterminal() as terminal:
                terminal.wait_for(TITLE)
                terminal.send(b"\x1b[200~" + b"Q" * length + b"\x1b[201~")
                self.assert_answers(terminal)

    def test_a_screen_larger_than_any(self):
        with Pseudoterminal(columns=65535, rows=65535) as terminal:
            terminal.wait_for(TITLE)
            terminal.resize(80, 24)
            terminal.wait_for(TITLE)
            terminal.wait_until_quiet()
            terminal.resize(65535, 65535)
            terminal.wait_for(TITLE)
            terminal.resize(1, 1)
            terminal.wait_until_quiet()
            terminal.resize(80, 24)
            self.assert_answers(terminal)


if __name__ == "__main__":
    unittest.main()
