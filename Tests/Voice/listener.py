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

CONFIGURATION = pathlib.Path("/etc/fenrirscreenreader")
SETTINGS = CONFIGURATION / "settings" / "settings-pty.conf"
SIGNS = CONFIGURATION / "punctuation" / "default.conf"
DRIVERS = pathlib.Path("/usr/lib/python3/dist-packages/fenrirscreenreader/speechDriver")
BRAILLE_CELLS = 40
# The first thing that Fenrir says about itself; anything before concerns missing packages.
GREETING = ["start", "fenrir"]
# Longer than the program waits before updating what follows the selection.
REST = 0.35


@dataclasses.dataclass
class Heard:
    """The result of one key press."""
    key: str
    spoken: list[str]
    times: list[float]
    # The row that the cursor is in, the part of it that a braille line of 40 cells shows, and the whole screen.
    row: str
    braille: str
    cursor: tuple[int, int]
    screen: list[str]

    @property
    def length(self):
        return sum(map(len, self.spoken))


def words(text):
    """A text as a voice says it: without punctuation, spaces or capitals."""
    return re.findall(r"\w+", text.lower())


class Punctuation:
    """What Fenrir makes of signs at one of its levels, read from its own table: "2000-2007" may be "2000 dash 2007"."""

    def __init__(self, level):
        table = {}
        for line in SIGNS.read_text().splitlines():
            if line.endswith("Dict]"):
                section = table.setdefault(line.strip("[] "), {})
            elif ":===:" in line and not line.startswith("#"):
                sign, _, said = line.partition(":===:")
                section[sign] = said
        self._said = {sign: table["punctDict"][sign] for sign in table["levelDict"][level]}

    def words(self, text):
        return words("".join(f" {self._said[sign]} " if sign in self._said else sign for sign in text))


class Listener:
    """Fenrir in a terminal of its own, with a program inside. Use it in a `with` statement.

    Only silence is timed, and it counts only while Fenrir and the program are waiting: on a busy machine it takes
    longer, but the same is heard.
    """

    def __init__(self, command, columns=80, rows=24, environment=None, punctuation="none", has_spelling=True, rest=REST):
        """
        `punctuation`: Fenrir's level, `none`, `some`, `most` or `all`. `has_spelling`: whether Fenrir finds
        python3-enchant, if that is installed; PUNCTUATION and SPELLING=no in the environment override both.
        `rest`: seconds of silence after which nothing more is said.
        """
        self._rest = rest
        self._level = os.environ.get("PUNCTUATION") or punctuation
        has_spelling = has_spelling and os.environ.get("SPELLING") != "no"
        self.punctuation = Punctuation(self._level)
        self._terminal = Terminal(columns, rows)
        try:
            self._start(command, environment or {}, has_spelling)
        except BaseException:
            self._terminal.__exit__()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._terminal.__exit__()

    def _start(self, command, environment, has_spelling):
        folder = self._terminal.folder
        self._speech = folder / "speech"
        self._speech.touch()
        self._read = 0
        self._processes = []
        program = shlex.join(["env", *(f"{name}={value}" for name, value in environment.items()), *map(str, command)])
        (folder / "settings").write_text(self._settings(program))
        before = f"SWIFT_BACKTRACE=enable=no CHRONOLOGY_SPEECH={self._speech}"
        if not has_spelling:
            (folder / "without").mkdir()
            (folder / "without" / "enchant.py").write_text("raise ImportError\n")
            before += f" PYTHONPATH={folder / 'without'}"
        self._terminal.start("-e", "-s", str(folder / "settings"), program="fenrir", before=before)
        self._terminal.wait_until(lambda: any(words(text) == GREETING for _, text in self._utterances()),
                                  "Fenrir has said that it is there", seconds=60)
        greeting = next(n for n, (_, text) in enumerate(self._utterances()) if words(text) == GREETING)
        self._read += greeting + 1
        self.opened = self._listen("open", least=1)
        # The program itself has now started, and receives the terminal's keys.
        self._processes = [self._terminal.server_id(), *family(self._terminal.program_id())]

    def _settings(self, program):
        """Fenrir's own settings for a terminal, except the voice, the sounds and the program to run."""
        changes = {
            ("sound", "enabled"): "False", ("sound", "driver"): "dummyDriver", ("remote", "enable"): "False",
            ("remote", "driver"): "dummyDriver", ("speech", "driver"): os.path.relpath(HERE / "voice", DRIVERS),
            ("general", "punctuationLevel"): self._level, ("general", "emoticons"): "False",
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
        """Presses a key, waits for at least this many utterances, and then for silence."""
        self._terminal.keys(key)
        return self._listen(key, least)

    def type(self, text):
        """Types a text, and waits until it appears before the cursor."""
        self._terminal.type(text)
        self._terminal.wait_until(lambda: self._before_cursor().endswith(text), f"{text!r} is before the cursor",
                                  seconds=30)
        return self._listen(text, least=0)

    def resize(self, columns, rows):
        self._terminal.resize(columns, rows)
        return self._listen(f"{columns} by {rows}", least=0)

    def _before_cursor(self):
        row, column = self._terminal.cursor()
        return self._terminal.screen()[row][:column]

    def wait_for_the_end(self):
        """Waits until the program, and Fenrir with it, has exited."""
        self._terminal.status()

    def _utterances(self):
        # The last line may be incomplete.
        whole = self._speech.read_text(encoding="utf-8").rpartition("\n")[0]
        return [json.loads(line) for line in whole.splitlines()[self._read:]]

    def _listen(self, key, least):
        end = time.monotonic() + 20
        said, silent, now = [], 0, time.monotonic()
        while silent < self._rest or len(said) < least and now < end:
            time.sleep(0.02)
            new, before, now = self._utterances(), now, time.monotonic()
            # A long pause is due to the machine, not to the program.
            silent += min(now - before, 0.05)
            if len(new) != len(said) or any(map(is_working, self._processes)):
                said, silent = new, 0
        self._read += len(said)
        screen, cursor = self._terminal.screen(), self._terminal.cursor()
        row = screen[cursor[0]]
        first = cursor[1] - cursor[1] % BRAILLE_CELLS
        return Heard(key, [text.strip() for _, text in said], [when for when, _ in said], row,
                     row[first:first + BRAILLE_CELLS], cursor, screen)


def family(process):
    """A process and all that it has started."""
    parents = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            pass  # It has exited meanwhile.
    members = [process]
    for member in members:
        members += [child for child, parent in parents.items() if parent == member]
    return members


def is_working(process):
    """Whether any thread of a process is running or runnable."""
    try:
        return any(stat.read_text().rpartition(")")[2].split()[0] in "RD"
                   for stat in pathlib.Path(f"/proc/{process}/task").glob("*/stat"))
    except (FileNotFoundError, ProcessLookupError):
        return False
