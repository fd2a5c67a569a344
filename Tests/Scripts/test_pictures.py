"""Tests of Scripts/pictures.py: a captured screen becomes a picture with the same text and attributes."""

import sys
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Scripts"))

import pictures  # noqa: E402
from pictures import Look  # noqa: E402

TEXT = "{http://www.w3.org/2000/svg}text"


class Pictures(unittest.TestCase):
    def test_reads_looks_from_a_captured_line(self):
        found, last = pictures.cells("a\x1b[1mb\x1b[31;7mc\x1b[0md\x1b[38;5;14me\x1b[39mf\x1b[94m")
        self.assertEqual("".join(character for character, _ in found), "abcdef")
        self.assertEqual(
            [look for _, look in found],
            [Look(), Look(bold=True), Look(bold=True, reverse=True, colour=1), Look(), Look(colour=14), Look()])
        self.assertEqual(last, Look(colour=12))

    def test_a_look_goes_on_in_the_next_line(self):
        picture = pictures.svg(["\x1b[1mone", "two"], 10, "dark", "")
        weights = [part.get("font-weight") for part in ET.fromstring(picture).iter(TEXT)]
        self.assertEqual(weights, ["bold", "bold"])

    def test_the_picture_has_the_text_of_the_screen(self):
        lines = ["a \x1b[7m<b> & c\x1b[0m  ", "", "  ● ┄▸ ¶28"]
        for shade in pictures.PALETTES:
            self.assertEqual(pictures.text(pictures.svg(lines, 20, shade, "T")), ["a <b> & c", "", "  ● ┄▸ ¶28"])

    def test_wide_and_combining_characters_keep_their_columns(self):
        found, _ = pictures.cells("語e\u0301\x1b[1mx")
        self.assertEqual([(column, text) for column, text, _ in pictures.runs(found)], [(0, "語e\u0301"), (3, "x")])

    def test_reversed_cells_swap_ink_and_ground(self):
        picture = ET.fromstring(pictures.svg(["\x1b[7mx"], 1, "light", ""))
        front, back, _ = pictures.PALETTES["light"]
        self.assertEqual(picture.find(f".//{TEXT}").get("fill"), back)
        self.assertIn(front, [part.get("fill") for part in picture.iter("{http://www.w3.org/2000/svg}rect")])


if __name__ == "__main__":
    unittest.main()
