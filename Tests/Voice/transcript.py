"""What was spoken, as a text in the documentation: compared with it, and written anew only on purpose."""

import os
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "docs" / "voice"
# Set to write the transcripts instead of comparing them.
IS_WRITING = bool(os.environ.get("WRITE_TRANSCRIPTS"))


class Transcript:
    def __init__(self, title):
        self._lines = [title, ""]

    def add(self, heard):
        """One key; below it each utterance, its lines as they stood on the screen."""
        self._lines.append(f"[{heard.key}]")
        for utterance in heard.spoken:
            lines = [" ".join(line.split()).lstrip(", ") for line in re.split(r"(?:\s+,(?=\s|$))+", utterance)]
            lines = [line for line in lines if re.search(r"\w", line)]
            self._lines += [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)]
        self._lines.append("")

    @property
    def text(self):
        return "\n".join(self._lines)

    def check(self, test, name):
        file = FOLDER / f"{name}.txt"
        if IS_WRITING:
            FOLDER.mkdir(parents=True, exist_ok=True)
            file.write_text(self.text, encoding="utf-8")
        else:
            test.assertEqual(self.text, file.read_text(encoding="utf-8") if file.exists() else "",
                             f"{file.name}: something else is spoken now; make voice-transcripts writes it down anew")
