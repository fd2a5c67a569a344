#!/usr/bin/env python3
"""How many characters a screen reader says before the answer, for the ten commonest keys, here and in three programs
that are read well, in one run.

    Benchmarks/voice/answers.py       prints a table in Markdown

Needs what compare.py needs, and mutt, newsboat and w3m as Debian has them. Each shows the same sixty made-up minutes.
"""

import mailbox
import pathlib
import re
import subprocess
import sys
import tempfile
from email.message import EmailMessage

from compare import ITEMS, chronology, minutes, newsboat
from listener import Listener

# The request, and whether the answer is the row moved to, the minute opened, or the title of the help.
ASKED = ["Down", "Up", "a page on", "a page back", "the last", "the first", "search", "open", "back", "help"]
SOUGHT = "142"


def mutt(folder):
    box = mailbox.mbox(folder / "minutes")
    for date, title in ITEMS:
        message = EmailMessage()
        message["From"], message["Subject"], message["Date"] = "clerk@example.org", title, f"{date}T12:00:00Z"
        message.set_content("The board meets.")
        box.add(message)
    box.flush()
    (folder / "muttrc").write_text(f"set braille_friendly\nset sort=mailbox-order\nset folder={folder}\n")
    return ["mutt", "-n", "-R", "-F", folder / "muttrc", "-f", folder / "minutes"], ["Home"]


def w3m(folder):
    for number, (_, title) in enumerate(ITEMS):
        (folder / f"{number}.html").write_text(f"<title>{title}</title><h1>{title}</h1><p>The board meets.</p>")
    links = "".join(f'<li>{date} <a href="{number}.html">{title}</a></li>' for number, (date, title) in enumerate(ITEMS))
    (folder / "minutes.html").write_text(f"<title>Minutes</title><ul>{links}</ul>")
    return ["w3m", folder / "minutes.html"], ["Tab"]


# For each program: how it is started, its keys in the order of ASKED (a search has the text between), the help's title.
CHRONOLOGY = ["Down", "Up", "Space", "b", "G", "g", ["/", SOUGHT, "Enter"], "Enter", "q", "?"]
PROGRAMS = {
    "chronology --screen-reader": (lambda folder: chronology(folder, "--screen-reader"), CHRONOLOGY, "help"),
    "chronology": (chronology, CHRONOLOGY, "help"),
    "mutt, braille_friendly": (mutt, ["Down", "Up", "NPage", "PPage", "*", "=", ["/", SOUGHT, "Enter"], "Enter", "q", "?"],
                               "help for index"),
    "newsboat": (newsboat, ["Down", "Up", "NPage", "PPage", "End", "Home", ["/", SOUGHT, "Enter"], "Enter", "q", "?"],
                 "help"),
    "w3m": (w3m, ["Down", "Up", "NPage", "PPage", "G", "g", ["/", SOUGHT, "Enter"], "Enter", "B", "H"], "help"),
}


def before(answer, said):
    """The number of characters before an answer; None if it is not said."""
    found = re.search(rf"\b{answer}\b", said.lower())
    return found and found.start()


def listen(command, way, keys, help_title):
    """For each key, the number of characters before the answer, and in total."""
    figures = []
    with Listener(command, rest=0.5, punctuation="some") as reader:
        for key in way:
            reader.press(key)
        for asked, key in zip(ASKED, keys):
            spoken = []
            if isinstance(key, list):
                reader.press(key[0])
                # Programs that search as one types answer while the text is typed.
                spoken = reader.type(key[1]).spoken
                key = key[2]
            heard = reader.press(key, least=1)
            said = " ".join(spoken + heard.spoken)
            if asked == "open":
                answer = f"minute {SOUGHT}"
            elif asked == "help":
                answer = help_title
            else:
                here = minutes(heard.row)[:1] or [SOUGHT]
                answer = f"minute {here[0]}"
            figures.append((before(answer, said), len(said)))
    return figures


def version(program):
    option = {"mutt": "-v", "newsboat": "-v", "w3m": "-version"}.get(program.split(",")[0])
    if option is None:
        return program
    name, *rest = program.split(",")
    output = subprocess.run([name, option], capture_output=True, text=True, check=False).stdout
    return ",".join([f"{name} {re.search(r'[0-9]+([.][0-9]+)+', output)[0]}", *rest])


def main():
    columns = {}
    for name, (start, keys, help_title) in PROGRAMS.items():
        with tempfile.TemporaryDirectory(prefix="chronology-voice-") as folder:
            columns[version(name)] = listen(*start(pathlib.Path(folder)), keys, help_title)
        print(name, columns[version(name)], file=sys.stderr, flush=True)
    print("| asked | " + " | ".join(columns) + " |")
    print("| --- |" + " ---: |" * len(columns))
    for number, asked in enumerate(ASKED):
        cells = [("not said" if start is None else f"{start}") + f" of {length}" for start, length in
                 (figures[number] for figures in columns.values())]
        print(f"| {asked} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
