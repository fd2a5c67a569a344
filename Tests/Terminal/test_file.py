"""The file while it is open: changed by others, truncated, edited; and finding the reader's place again."""

import json
import os
import unittest

from terminal import Terminal


def chronology(*events):
    return json.dumps({
        "title": "A road", "agencies": [{"id": "works", "name": "Office of Public Works"}], "people": [], "sources": [],
        "events": [{"id": id, "date": date, "dating": {"basis": "stated"}, "kind": "decision", "title": title,
                    "summary": f"Of {title}.", "agencies": ["works"], "people": [], "links": [], "citations": []}
                   for id, date, title in events]}, indent=1)


BEFORE = (("survey", "1900", "A survey"), ("bridge", "1902", "A bridge"), ("gate", "1904", "A gate"))
AFTER = (("fence", "1899", "A fence"),) + BEFORE


class OpenFile(unittest.TestCase):
    def setUp(self):
        self.terminal = Terminal(80, 24)
        self.addCleanup(self.terminal.__exit__)
        self.file = self.terminal.folder / "road.json"
        self.file.write_text(chronology(*BEFORE))

    def open(self, *arguments, before="SWIFT_BACKTRACE=enable=no"):
        self.terminal.start(str(self.file), *arguments, before=before)
        self.terminal.wait_for("A gate")

    def test_a_file_written_in_place_or_replaced_is_read_again_with_the_place_kept(self):
        for replaced in (False, True):
            with self.subTest(replaced=replaced):
                self.file.write_text(chronology(*BEFORE))
                self.open()
                self.terminal.keys("Down", "Enter")
                self.terminal.wait_for("Of A bridge.")
                if replaced:
                    other = self.file.with_suffix(".new")
                    other.write_text(chronology(*AFTER))
                    os.replace(other, self.file)
                else:
                    self.file.write_text(chronology(*AFTER))
                self.terminal.wait_for("was read again: 4 events")
                self.terminal.wait_for("Of A bridge.")
                self.terminal.keys("q")
                self.terminal.wait_for("A fence")
                self.terminal.keys("q")
                self.assertEqual(self.terminal.status(), 0)

    def test_an_edit_that_breaks_it_leaves_what_was_there_and_says_the_line(self):
        self.open()
        good = chronology(*AFTER)
        self.file.write_text(good.replace('"title": "A bridge",', '"title": "A bridge"'))
        broken = next(number for number, line in enumerate(good.split("\n"), 1) if '"title": "A bridge"' in line)
        self.terminal.wait_for(f"road.json, line {broken + 1}")
        self.terminal.wait_for("A gate")
        self.assertNotIn("A fence", "\n".join(self.terminal.screen()))
        self.file.write_text(good)
        self.terminal.wait_for("A fence")

    def test_cut_short_and_gone_it_stays_on_the_screen(self):
        self.open()
        self.file.write_text("")
        self.terminal.wait_for("The screen shows the file as it was before.")
        self.file.unlink()
        self.terminal.keys("End", "Enter")
        self.terminal.wait_for("Of A gate.")

    def test_the_editor_opens_at_the_event_and_what_it_saves_is_shown(self):
        editor = self.terminal.folder / "my editor"
        after = self.terminal.folder / "after.json"
        after.write_text(chronology(*AFTER))
        editor.write_text(f'#!/bin/sh\necho "$@" > {self.terminal.folder}/words\nstty -a > {self.terminal.folder}/modes\n'
                          f'cat {after} > "$3"\n')
        editor.chmod(0o755)
        line = next(number for number, text in enumerate(self.file.read_text().split("\n"), 1) if '"gate"' in text) - 1
        self.open(before=f"VISUAL='\"{editor}\" -w' SWIFT_BACKTRACE=enable=no")
        self.terminal.keys("End", "E")
        self.terminal.wait_for("was read again: 4 events")
        self.assertEqual((self.terminal.folder / "words").read_text(), f"-w +{line} {self.file}\n")
        self.assertIn(" icanon", (self.terminal.folder / "modes").read_text())
        self.terminal.keys("Down", "q")
        self.assertEqual(self.terminal.status(), 0)

    def test_without_an_editor_it_says_what_to_set(self):
        self.open()
        self.terminal.keys("E")
        self.terminal.wait_for("EDITOR=nano")

    def test_resume_finds_the_place_again(self):
        self.open()
        self.terminal.keys("/")
        self.terminal.type("gate or bridge")
        self.terminal.keys("Enter", "End", "Enter")
        self.terminal.wait_for("Of A gate.")
        self.terminal.keys("Q")
        self.assertEqual(self.terminal.status(), 0)
        self.terminal.start(str(self.file), "--resume", before="SWIFT_BACKTRACE=enable=no")
        self.terminal.wait_for("Of A gate.")
        self.terminal.keys("q")
        self.terminal.wait_for("2 of 3")
        self.terminal.keys("Q")
        self.terminal.status()

    def test_in_text_mode_too(self):
        self.terminal.start(str(self.file), "--text", before="SWIFT_BACKTRACE=enable=no")
        self.terminal.wait_for("Event 1 of 3")
        self.file.write_text(chronology(*AFTER))
        self.terminal.type("first")
        self.terminal.keys("Enter")
        self.terminal.wait_for("was read again: 4 events")
        self.terminal.type("quit")
        self.terminal.keys("Enter")
        self.assertEqual(self.terminal.status(), 0)


if __name__ == "__main__":
    unittest.main()
