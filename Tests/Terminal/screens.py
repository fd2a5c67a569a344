"""Screens of the program, cell by cell: content, attributes, and the position of the cursor.

    Tests/Terminal/screens.py ONE OTHER

shows the same 222 screens with two programs, such as one from before a change and one from after it, and says where they differ
(exit status 1): four kinds of terminal, five sizes, UTF-8 and C, and texts in other scripts up to the last row and column.
"""

import json
import pathlib
import re
import sys

from terminal import Terminal

TERMS = ("tmux-256color", "xterm-256color", "screen", "vt100")
SIZES = ((80, 24), (132, 43), (200, 50), (40, 12), (20, 5))
LOCALES = ("C.UTF-8", "C")
# A tour from screen to screen: what is pressed after the first.
TOUR = ((), ("Down", "Down", "Down"), ("Enter",), ("q", "v", "Right", "Down"), ("q", "/", "h", "e"))
SCRIPT_SIZES = (*SIZES, (21, 6), (33, 9), (61, 20), (79, 24), (81, 25), (100, 30))
SCRIPT_TOUR = ((), ("Down", "Down", "Enter"))

WORDS = [
    "漢字とかなの長い見出しが行の終わりまで続く", "e\u0301tude a\u0308 o\u0302\u0323 accents of their own",
    "emoji 🙂🙂 ⌚ ☕ in 🚀 between", "مرحبا بكم في السجل", "한국어 제목이 여기에 있습니다", "Ω≈ç√∫ — “quoted” … ½ №",
    "ends with a wide one at every width 漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢",
    "plain words", "ไทยมีสระและวรรณยุกต์", "עברית בשורה אחת",
]


def scripts():
    """A chronology with texts in many scripts."""
    return json.dumps({
        "title": WORDS[0], "agencies": [{"id": "a", "name": WORDS[4], "short": None, "successors": []}], "people": [],
        "sources": [], "events": [{
            "id": f"event-{number}", "date": f"{1990 + number}", "dating": {"basis": "stated"}, "kind": "letter",
            "title": words, "summary": " ".join(WORDS[number:] + WORDS[:number]), "agencies": ["a"], "people": [],
            "links": [], "citations": []} for number, words in enumerate(WORDS)]})


def cells(terminal):
    """By row: each character with its visible attributes, without trailing blanks."""
    rows, look = [], frozenset()
    for line in terminal.styled():
        row = []
        for sequence, character in re.findall(r"\x1b\[([\d;]*)m|([^\x1b\x0e\x0f])", line):
            if character:
                # A blank shows neither colour nor weight.
                seen = look & {"4", "7"} if character == " " else look
                row.append((character, seen))
            else:
                for number in (sequence or "0").split(";"):
                    look = worn(look, number)
        while row and row[-1] == (" ", frozenset()):
            row.pop()
        rows.append(row)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def worn(look, number):
    """The attributes after another SGR parameter, limited to those that the program uses."""
    if number == "0":
        return frozenset()
    if number == "49":
        return look
    colours = {each for each in look if len(each) > 1}
    return look - colours if number == "39" else look - colours | {number} if len(number) > 1 else look | {number}


def screen(terminal):
    return cells(terminal), terminal.cursor()


def walk(program, tour, *arguments, **options):
    """The screens of a program along a tour."""
    with Terminal(**options) as terminal:
        file = terminal.folder / "scripts.json"
        file.write_text(scripts(), encoding="utf-8")
        terminal.start(*(str(file) if each == "SCRIPTS" else each for each in arguments), program=program,
                       before="SWIFT_BACKTRACE=enable=no")
        terminal.wait_until(lambda: terminal.text().strip() and not terminal.text().startswith("$"), "a screen is up")
        for keys in tour:
            for key in keys:
                terminal.keys(key)
            terminal.wait_until_quiet(0.5)
            yield terminal, screen(terminal)


def tours():
    """The name of each tour of the program, with its keys, arguments and terminal."""
    for term in TERMS:
        for columns, rows in SIZES:
            for locale in LOCALES:
                options = {"term": term, "columns": columns, "rows": rows, "locale": locale}
                yield f"{term}, {columns}×{rows}, {locale}", TOUR, (), options
    for columns, rows in SCRIPT_SIZES:
        yield f"scripts, {columns}×{rows}", SCRIPT_TOUR, ("SCRIPTS",), {"columns": columns, "rows": rows}


def main():
    programs = [pathlib.Path(name).resolve() for name in sys.argv[1:]]
    if len(programs) != 2:
        sys.exit(__doc__)
    count = different = 0
    for name, tour, arguments, options in tours():
        pairs = zip(*([seen for _, seen in walk(program, tour, *arguments, **options)] for program in programs))
        for keys, (one, other) in zip(tour, pairs):
            count += 1
            if one == other:
                continue
            different += 1
            print(f"{name}, after {' '.join(keys) or 'the start'}: the cursor {one[1]}, {other[1]}")
            for row, (left, right) in enumerate(zip(one[0], other[0])):
                if left != right:
                    column = next((c for c, (a, b) in enumerate(zip(left, right)) if a != b), min(len(left), len(right)))
                    print(f"  row {row}, character {column}: {left[column:column + 3]} {right[column:column + 3]}")
    print(f"{count} screens, {different} of them different")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
