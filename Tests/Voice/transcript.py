"""What was spoken, as a text in the documentation: for reading, and written only on purpose.

No test compares it: where one utterance ends and the next begins is for the reader and its clock.
"""

import os
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "docs" / "voice"
# Set to write the transcripts and the figures.
IS_WRITING = bool(os.environ.get("WRITE_TRANSCRIPTS"))


def write(name, text):
    """A file of the documentation, if it is to be written."""
    if IS_WRITING:
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")


class Transcript:
    def __init__(self, title):
        self._lines = [title, ""]

    def add(self, heard):
        """One key; below it each utterance, with its lines as on the screen."""
        self._lines.append(f"[{heard.key}]")
        for utterance in heard.spoken:
            lines = [" ".join(line.split()).lstrip(", ") for line in re.split(r"(?:\s+,(?=\s|$))+", utterance)]
            lines = [line for line in lines if re.search(r"\w", line)]
            self._lines += [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)]
        self._lines.append("")

    @property
    def text(self):
        return "\n".join(self._lines)
