"""However a screen was reached, it equals a full redraw."""

import unittest

import screens
from terminal import PROGRAM


class Screens(unittest.TestCase):
    def assert_same_anew(self, tour, *arguments, **options):
        for keys, (terminal, seen) in zip(tour, screens.walk(PROGRAM, tour, *arguments, **options)):
            # A prompt keeps Ctrl-L for itself.
            if "/" in keys:
                continue
            terminal.keys("C-l")
            terminal.wait_until_quiet(0.5)
            self.assertEqual(screens.screen(terminal), seen, f"{options}, after {keys}:\n{terminal.text()}")

    def test_on_terminals_of_every_kind(self):
        for term, (columns, rows), locale in (
            ("tmux-256color", (80, 24), "C.UTF-8"), ("xterm-256color", (132, 43), "C.UTF-8"),
            ("screen", (40, 12), "C.UTF-8"), ("vt100", (80, 24), "C"), ("linux", (20, 5), "C.UTF-8"),
        ):
            with self.subTest(term=term, columns=columns, rows=rows, locale=locale):
                self.assert_same_anew(screens.TOUR, term=term, columns=columns, rows=rows, locale=locale)

    def test_with_texts_of_other_scripts(self):
        for columns, rows in ((80, 24), (33, 9), (100, 30)):
            with self.subTest(columns=columns, rows=rows):
                self.assert_same_anew(screens.SCRIPT_TOUR, "SCRIPTS", columns=columns, rows=rows)


if __name__ == "__main__":
    unittest.main()
