#!/usr/bin/env python3
"""usage: pictures.py [--check]
       pictures.py --screen COLUMNSxROWS [--light] FILE.svg PROGRAM [ARGUMENT...] [-- KEY...]

Draws what the real program shows in a terminal as pictures for the documents, dark and light. The screen is captured from
tmux with its attributes and written as SVG, a <g> for each line and a <text> for each run of cells with equal attributes.
With --check writes nothing, and ends with status 1 if a picture contains other text than the program shows.

With --screen draws one screen of any program to a file.

CHRONOLOGY names the program; without it, the one that `swift build` has built.
"""

import itertools
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"

# Foreground, background, and the sixteen colours: a common dark palette, and one for a white background.
PALETTES = {
    "dark": ("#d8dee6", "#12161c", (
        "#12161c", "#e0565b", "#8ac926", "#e3b341", "#4e8fe0", "#c678dd", "#3fb6c6", "#d8dee6",
        "#6b7480", "#ff7b72", "#a5e075", "#f2cc60", "#79b8ff", "#e2a6ff", "#6fdcea", "#ffffff")),
    "light": ("#1f2328", "#ffffff", (
        "#1f2328", "#b3141c", "#1a7f37", "#8a6100", "#0a4fb3", "#87309e", "#11697a", "#6e7781",
        "#57606a", "#d1242f", "#2da44e", "#9a6700", "#0969da", "#a040b8", "#1b7c83", "#eaeef2")),
}
FONT = 15
CELL = 9.03  # 0.602 em: what common monospaced fonts measure
LINE = 19
MARGIN = 14


@dataclass(frozen=True)
class Look:
    bold: bool = False
    dim: bool = False
    underline: bool = False
    reverse: bool = False
    colour: int | None = None
    ground: int | None = None


# MARK: the screen


class Screen:
    """A program in a terminal of its own, as on first use: no settings, no history, UTF-8."""

    number = itertools.count()

    def __init__(self, command, columns, rows, environment=()):
        # A server of its own: the one before may still be ending.
        self.socket = f"chronology-pictures-{os.getpid()}-{next(self.number)}"
        self.home = tempfile.TemporaryDirectory()
        stranger = ["env", "-i", f"PATH={os.environ['PATH']}", f"HOME={self.home.name}", "LC_ALL=C.UTF-8",
                    "TERM=tmux-256color", *environment]
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), *stranger, *command,
                  ";", "set", "-g", "status", "off", ";", "resize-window", "-x", str(columns), "-y", str(rows))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], stderr=subprocess.DEVNULL, check=False)
        self.home.cleanup()

    def tmux(self, *arguments):
        return subprocess.run(["tmux", "-L", self.socket, *arguments], check=True, capture_output=True, text=True).stdout

    def press(self, *keys):
        if keys:
            self.tmux("send-keys", *keys)

    def settled(self):
        """The screen with its attributes, once unchanged for longer than the detail pane waits for keys to rest."""
        before, since = None, time.monotonic()
        while time.monotonic() - since < 0.5:
            now = self.tmux("capture-pane", "-p", "-e", "-N")
            if now != before:
                before, since = now, time.monotonic()
            time.sleep(0.05)
        return before.split("\n")


def cells(line, look=Look()):
    """The characters of a captured line with their attributes, and the attributes in force at its end."""
    found = []
    place = 0
    for match in re.finditer(r"\x1b\[([0-9;:]*)m|\x1b[()].|\x0e|\x0f", line):
        found += [(character, look) for character in line[place:match.start()]]
        place = match.end()
        if match[1] is not None:
            look = worn(look, match[1])
    return found + [(character, look) for character in line[place:]], look


def worn(look, parameters):
    codes = [int(code or 0) for code in re.split("[;:]", parameters)]
    while codes:
        code = codes.pop(0)
        if code == 0:
            look = Look()
        elif code in (1, 2, 4, 7):
            look = replace(look, **{{1: "bold", 2: "dim", 4: "underline", 7: "reverse"}[code]: True})
        elif code == 22:
            look = replace(look, bold=False, dim=False)
        elif code in (24, 27):
            look = replace(look, **{{24: "underline", 27: "reverse"}[code]: False})
        elif 30 <= code < 38 or 90 <= code < 98:
            look = replace(look, colour=code - 30 if code < 38 else code - 82)
        elif 40 <= code < 48 or 100 <= code < 108:
            look = replace(look, ground=code - 40 if code < 48 else code - 92)
        elif code in (38, 48) and codes[:1] == [5]:
            look = replace(look, **{"colour" if code == 38 else "ground": codes[1]})
            codes = codes[2:]
        elif code == 39:
            look = replace(look, colour=None)
        elif code == 49:
            look = replace(look, ground=None)
    return look


# MARK: the picture


def svg(lines, columns, shade, title):
    front, back, palette = PALETTES[shade]
    width, height = 2 * MARGIN + columns * CELL, 2 * MARGIN + len(lines) * LINE
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" font-family="ui-monospace, \'DejaVu Sans Mono\', Menlo, Consolas, monospace" '
        f'font-size="{FONT}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="8" fill="{back}"/>',
    ]
    look = Look()
    for row, line in enumerate(lines):
        found, look = cells(line, look)
        drawn.append("<g>")
        for column, text, worn_look in runs(found):
            drawn += run(column, row, text, worn_look, front, back, palette)
        drawn.append("</g>")
    return "\n".join(drawn) + "\n</svg>\n"


def runs(found):
    """Runs of adjacent cells with the same attributes: first column, text, attributes."""
    column, result = 0, []
    for character, look in found:
        if unicodedata.combining(character) and result:
            result[-1][1] += character
            continue
        if not result or result[-1][2] != look:
            result.append([column, "", look])
        result[-1][1] += character
        column += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return result


def run(column, row, text, look, front, back, palette):
    ink = front if look.colour is None else palette[look.colour]
    ground = back if look.ground is None else palette[look.ground]
    if look.reverse:
        ink, ground = ground, ink
    x, y, width = MARGIN + column * CELL, MARGIN + row * LINE, len(text) * CELL
    drawn = []
    if ground != back:
        drawn.append(f'<rect x="{x:.2f}" y="{y}" width="{width:.2f}" height="{LINE}" fill="{ground}"/>')
    style = f' fill="{ink}"'
    if look.bold:
        style += ' font-weight="bold"'
    if look.dim:
        style += ' opacity="0.62"'
    if look.underline:
        style += ' text-decoration="underline"'
    return drawn + [f'<text x="{x:.2f}" y="{y + 14}" xml:space="preserve"{style}>{escape(text)}</text>']


def text(picture):
    """The lines of a picture, without trailing spaces."""
    name = "{http://www.w3.org/2000/svg}"
    return ["".join(part.text or "" for part in line.findall(name + "text")).rstrip()
            for line in ET.fromstring(picture).findall(name + "g")]


def draw(command, columns, rows, shade, keys, title):
    environment = [f"COLORFGBG={'0;15' if shade == 'light' else '15;0'}"]
    with Screen(command, columns, rows, environment) as screen:
        screen.settled()
        screen.press(*keys)
        return svg(screen.settled()[:rows], columns, shade, title)


# MARK: the pictures of the documents


def typed(words):
    """The keys that type a line."""
    return ["Space" if character == " " else character for character in words]


SHIPPED = []
# A made-up chronology: no sentence of a real post may appear in a picture.
EXAMPLE = ["docs/example/events.json", "--posts", "docs/example/posts"]
TO_FEBRUARY_2007 = ["d", *typed("feb 2007"), "Enter", "Down", "Up"]

# Name, size, arguments, keys, and what the picture shows.
PICTURES = [
    ("list", 100, 30, SHIPPED, TO_FEBRUARY_2007, "The list of events with an axis, and the detail of one of them"),
    ("passage", 100, 26, EXAMPLE, ["Down", "Enter"], "An event with the passages that it rests on"),
    ("wide", 172, 32, EXAMPLE, ["Down"], "List, event and passages side by side"),
    ("lanes", 100, 34, SHIPPED, [*TO_FEBRUARY_2007, "v"], "Agencies side by side in time"),
    ("disagreements", 100, 26, EXAMPLE, ["D"], "Rival dates and what is said for each"),
    ("text", 100, 26, ["--text"], [*typed("find letter"), "Enter", *typed("open"), "Enter"], "The same in sentences"),
]


def program():
    named = os.environ.get("CHRONOLOGY")
    if named is None:
        shown = subprocess.run(["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
        named = shown.stdout.strip() + "/chronology"
    return str(Path(named).resolve())


def pictures(check):
    binary, faults = program(), 0
    for name, columns, rows, arguments, keys, title in PICTURES:
        arguments = [str(ROOT / one) if one.startswith("docs/") else one for one in arguments]
        for shade in PALETTES:
            file = FOLDER / f"{name}-{shade}.svg"
            # The shades differ only in their colours.
            if not check or shade == "dark":
                picture = draw([binary, *arguments], columns, rows, shade, keys, title)
            if check and (not file.exists() or text(file.read_text()) != text(picture)):
                print(f"{file.relative_to(ROOT)} is not what the program shows: run make pictures", file=sys.stderr)
                faults += 1
            elif not check:
                FOLDER.mkdir(exist_ok=True)
                file.write_text(picture)
                print(file.relative_to(ROOT))
    return 1 if faults else 0


def main(arguments):
    if arguments[:1] == ["--screen"]:
        columns, rows = map(int, arguments[1].split("x"))
        rest = arguments[2:]
        shade = "light" if "--light" in rest else "dark"
        rest = [one for one in rest if one != "--light"]
        split = rest.index("--") if "--" in rest else len(rest)
        Path(rest[0]).write_text(draw(rest[1:split], columns, rows, shade, rest[split + 1:], "Screen"))
        return 0
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    return pictures(check=bool(arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
