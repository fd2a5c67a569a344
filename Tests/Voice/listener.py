"""A person at a terminal with the Fenrir screen reader and a braille line: presses keys, hears and feels."""

import dataclasses
import json
import os
import pathlib
import re
import shlex
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Terminal"))
from terminal import PROGRAM, Terminal  # noqa: E402 (found by the line above)

SETTINGS = pathlib.Path("/etc/fenrirscreenreader/settings/settings-pty.conf")
DRIVERS = pathlib.Path("/usr/lib/python3/dist-packages/fenrirscreenreader/speechDriver")
BRAILLE_CELLS = 40


@dataclasses.dataclass
class Heard:
    """What one key brought about."""
    key: str
    spoken: list[str]
    times: list[float]
    # The row that the cursor is in, the part of it that a braille line of 40 cells shows, and the whole screen.
    row: str
    braille: str
    cursor: tuple[int, int]
    screen: list[str]


def words(text):
    """A text as a voice says it: without punctuation, spaces and capitals."""
    return re.findall(r"\w+", text.lower())


class Listener:
    """Fenrir in a terminal of its own, with a program inside. Use it in a `with` statement."""

    def __init__(self, command, columns=80, rows=24, environment=None, rest=0.3):
        """`rest`: seconds of silence after which nothing more is expected to be said."""
        self._rest = rest
        self._terminal = Terminal(columns, rows)
        try:
            self._start(command, environment or {})
        except BaseException:
            self._terminal.__exit__()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._terminal.__exit__()

    def _start(self, command, environment):
        folder = self._terminal.folder
        self._speech = folder / "speech"
        self._speech.touch()
        self._read = 0
        program = shlex.join(["env", *(f"{name}={value}" for name, value in environment.items()), *map(str, command)])
        (folder / "settings").write_text(self._settings(program))
        self._terminal.start("-e", "-s", str(folder / "settings"), program="fenrir",
                             before=f"SWIFT_BACKTRACE=enable=no CHRONOLOGY_SPEECH={self._speech}")
        self.opened = self._listen("open", least=2)
        # The first thing said is that Fenrir is there.
        del self.opened.spoken[0], self.opened.times[0]

    @staticmethod
    def _settings(program):
        """Fenrir's own settings for a terminal, but for the voice, the sounds and what is run."""
        changes = {
            ("sound", "enabled"): "False", ("sound", "driver"): "dummyDriver", ("remote", "enable"): "False",
            ("remote", "driver"): "dummyDriver", ("speech", "driver"): os.path.relpath(HERE / "voice", DRIVERS),
            ("general", "punctuationLevel"): "none", ("general", "emoticons"): "False",
            ("general", "hasAttributes"): "False", ("general", "shell"): program,
        }
        section, lines = "", []
        for line in SETTINGS.read_text().splitlines():
            if line.startswith("["):
                section = line.strip("[] ")
            name = line.partition("=")[0].strip()
            if (section, name) in changes:
                line = f"{name}={changes[section, name]}"
            lines.append(line)
        return "\n".join(lines) + "\n"

    def press(self, key, least=0):
        """Presses a key, waits until at least so many utterances have come, and then until there is silence."""
        self._terminal.keys(key)
        return self._listen(key, least)

    def type(self, text):
        """Types a text, and waits until it stands before the cursor."""
        self._terminal.type(text)
        self._terminal.wait_until(lambda: self._before_cursor().endswith(text), f"{text!r} is before the cursor")
        return self._listen(text, least=0)

    def _before_cursor(self):
        row, column = self._terminal.cursor()
        return self._terminal.screen()[row][:column]

    def wait_for_the_end(self):
        """Waits until the program inside has ended, and Fenrir with it."""
        self._terminal.status()

    def _listen(self, key, least):
        end = time.monotonic() + 8
        lines, since = [], time.monotonic()
        while time.monotonic() < end and (len(lines) < least or time.monotonic() - since < self._rest):
            new = self._speech.read_text(encoding="utf-8").splitlines()[self._read:]
            if len(new) != len(lines):
                lines, since = new, time.monotonic()
            time.sleep(0.02)
        self._read += len(lines)
        utterances = [json.loads(line) for line in lines]
        screen, cursor = self._terminal.screen(), self._terminal.cursor()
        row = screen[cursor[0]]
        first = cursor[1] - cursor[1] % BRAILLE_CELLS
        return Heard(key, [text.strip() for _, text in utterances], [when for when, _ in utterances], row,
                     row[first:first + BRAILLE_CELLS], cursor, screen)
