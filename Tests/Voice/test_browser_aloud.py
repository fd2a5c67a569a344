"""What the browser says under a real screen reader, and what a braille line shows, during a typical session."""

import re
import unittest

import transcript
from attempts import attempted
from chronicle import events, shows
from listener import Listener, PROGRAM, words

# The first row of a list or a page in screen-reader mode.
BELOW_MESSAGES = 3
TITLE = "What Fenrir says of the {}, key by key, on a screen of 80 columns and 24 rows."


def is_within(part, whole):
    return not part or f" {' '.join(part)} " in f" {' '.join(whole)} "


class Journey(unittest.TestCase):
    """One script for both modes; they differ in what follows a move, and in where a message puts the cursor."""

    def follow(self, name, arguments, is_screen_reader):
        self.is_screen_reader = is_screen_reader
        self.transcript = transcript.Transcript(TITLE.format(name.replace("-", " ") + " mode"))
        self.all = events()
        with Listener([PROGRAM, *arguments]) as self.reader:
            self.last = self.reader.opened
            self.transcript.add(self.last)
            self.open()
            self.go_down()
            self.search()
            self.go_to_a_date()
            self.read_an_event_and_its_source()
            self.ask_for_help()
            self.come_to_the_end()
            self.reader.press("q")
            self.reader.wait_for_the_end()
        transcript.write(f"{name}.txt", self.transcript.text)

    # Keys, and what is heard after them.

    def press(self, key, least=0):
        self.before, self.last = self.last, self.reader.press(key, least)
        self.transcript.add(self.last)
        return self.last

    def type(self, text):
        self.before, self.last = self.last, self.reader.type(text)
        return self.last

    def said(self, text):
        """A text as Fenrir says it: its words, and those signs that it names."""
        return self.reader.punctuation.words(text)

    def move(self, key, event=None):
        """A move speaks the complete target row and nothing else; in the ordinary mode the detail follows."""
        heard = self.press(key, least=1 if self.is_screen_reader or event is None else 2)
        self.assertEqual(words(heard.spoken[0]), self.said(heard.row), (key, heard.spoken))
        if event is None or self.is_screen_reader:
            self.assertEqual(len(heard.spoken), 1, (key, heard.spoken))
        else:
            detail = " ".join(heard.spoken[1:])
            self.assertRegex(detail, rf"\b{self.all_shown.index(event) + 1} of {len(self.all_shown)}\b")
            self.assertTrue(is_within(self.said(event["summary"])[:4], words(detail)), (key, heard.spoken))
        if event is not None:
            self.assertTrue(heard.row.startswith(heard.braille.rstrip()), (key, heard.braille))
            self.assertTrue(shows(heard.row, event), (heard.row, event["title"]))
            self.assertEqual(heard.cursor[1], 0)
        return heard

    def assert_all_new_is_spoken(self):
        """What is new on the screen has been said, row by row, and the braille line is on its first row."""
        old = {" ".join(row.split()) for row in self.before.screen}
        said = [word for text in self.last.spoken for word in words(text)]
        for row in self.last.screen:
            if " ".join(row.split()) not in old and words(row):
                self.assertTrue(is_within(self.said(row), said), (row, self.last.spoken))

    def assert_message(self, text):
        """A message is spoken, and in screen-reader mode the braille line is on it."""
        self.assertTrue(is_within(self.said(text), words(" ".join(self.last.spoken))), (text, self.last.spoken))
        if self.is_screen_reader:
            self.assertTrue(self.last.braille.startswith(text[:20]), self.last.braille)

    # The session.

    def open(self):
        said = words(" ".join(self.last.spoken))
        for row in self.last.screen:
            self.assertTrue(is_within(self.said(row), said), row)
        self.assertTrue(shows(self.last.row, self.all[0]), self.last.row)
        self.assertEqual(self.last.row[:40].rstrip(), self.last.braille.rstrip())
        self.all_shown = self.all

    def go_down(self):
        top = self.last.cursor[0]
        rows = set()
        for event in self.all[1:31]:
            rows.add(self.move("Down", event).cursor[0])
        # One row after another, and at the end always the last.
        self.assertEqual(rows, set(range(top + 1, max(rows) + 1)))
        self.assertLess(len(rows), 30)

    def search(self):
        self.press("/", least=1)
        self.assertTrue(any(text.startswith("Find") for text in self.last.spoken), self.last.spoken)
        self.assertTrue(self.last.row.startswith("Find"), self.last.row)
        if self.is_screen_reader:
            for letter in "agency:haringey":
                # The screen reader's own echo of keys is off: nothing else speaks.
                self.assertEqual(self.type(letter).spoken, [])
                self.assertTrue(self.last.row[:self.last.cursor[1]].endswith(letter), self.last.row)
        else:
            self.type("agency:haringey")
        self.all_shown = events("agency:haringey")
        self.press("Enter", least=1)
        self.assert_message(f"{len(self.all_shown)} of {len(self.all)}")
        selected = self.selected()
        self.move("Down", self.all_shown[selected + 1])
        self.move("Up", self.all_shown[selected])
        self.press("c", least=1)
        self.all_shown = self.all
        self.assert_message(f"All {len(self.all)} events")

    def selected(self):
        """The selected event: under the cursor, or described by the message that the cursor is on."""
        if not self.is_screen_reader:
            return next(n for n, event in enumerate(self.all_shown) if shows(self.last.row, event))
        message = " ".join(self.last.screen[1:3])
        return next(n for n, event in enumerate(self.all_shown) if event["title"] in message)

    def go_to_a_date(self):
        self.press("d", least=1)
        self.assertTrue(any(text.startswith("Date") for text in self.last.spoken), self.last.spoken)
        self.type("feb 2007")
        self.press("Enter", least=1)
        self.assert_message("February 2007")
        self.event = self.all[self.selected()]
        self.assertTrue(self.event["date"].startswith("2007-02"), self.event)
        self.assertTrue(is_within(words(self.event["title"])[:5], words(" ".join(self.last.spoken))))

    def read_an_event_and_its_source(self):
        row = self.last.row
        self.press("Enter", least=1)
        self.assert_all_new_is_spoken()
        titles = [n for n, line in enumerate(self.last.screen) if line.startswith(self.event["title"][:30])]
        first = BELOW_MESSAGES if self.is_screen_reader else titles[-1] + 1
        self.assertEqual(self.last.cursor[0], first, "the cursor is on the first line")
        page = self.last
        self.move("Down")
        self.move("Up")
        if self.is_screen_reader:
            page = self.press("Tab", least=1)
            self.press("Enter", least=1)
        else:
            self.press("1", least=1)
        self.assert_all_new_is_spoken()
        self.assertIn("paragraphs", self.last.screen[0] + self.last.screen[1])
        self.assertTrue(words(self.last.braille), "the cursor is on a line with a text")
        self.move("Down")
        self.press("BSpace", least=1)
        self.assert_all_new_is_spoken()
        self.assertEqual(self.last.row, page.row)
        self.assertEqual(self.last.cursor[0], BELOW_MESSAGES if self.is_screen_reader else page.cursor[0])
        self.press("BSpace", least=1)
        self.assert_all_new_is_spoken()
        self.assertTrue(shows(self.last.row, self.event), self.last.row)
        if not self.is_screen_reader:
            self.assertEqual(self.last.row, row)
        else:
            self.assertEqual(self.last.cursor[0], BELOW_MESSAGES)

    def ask_for_help(self):
        place = self.last
        self.press("?", least=1)
        self.assert_all_new_is_spoken()
        self.assertTrue(words(self.last.row))
        self.move("Down")
        self.press("q", least=1)
        self.assertEqual((self.last.cursor, self.last.row), (place.cursor, place.row))
        self.press("z", least=1)
        self.assert_message("No command on z")

    def come_to_the_end(self):
        self.press("G", least=1)
        self.assertTrue(shows(self.last.row, self.all[-1]), self.last.row)
        self.press("Down", least=1)
        self.assert_message("This is the last event")
        self.move("Up", self.all[-2])


class Browser(Journey):
    @attempted
    def test_the_screen_reader_mode_speaks_each_row_alone(self):
        self.follow("screen-reader", ["--screen-reader"], is_screen_reader=True)

    @attempted
    def test_the_ordinary_mode_speaks_the_row_and_then_the_detail(self):
        self.follow("ordinary", [], is_screen_reader=False)


if __name__ == "__main__":
    unittest.main()
