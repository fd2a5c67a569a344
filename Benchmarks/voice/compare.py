#!/usr/bin/env python3
"""What a screen reader says when one moves down a list thirty times, here and in four well-known programs, in one run.

    Benchmarks/voice/compare.py [program …]      prints a table in Markdown; without names, of all programs

Needs fenrir, tmux and strace, the program (CHRONOLOGY=path, else the debug build), and newsboat, lynx, tig and vd, all
of them as Debian has them or first on the PATH. Each shows the same sixty made-up minutes in its ordinary list.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Voice"))
from listener import PROGRAM, Listener, Terminal, words  # noqa: E402 (found by the line above)

KEYS = 30
ITEMS = [(f"2001-{1 + n // 28:02}-{1 + n % 28:02}", f"Minute {101 + n} of the harbour board") for n in range(60)]


# The same list for each program: the command, and the keys that lead to the list.

def chronology(folder, *arguments):
    events = [{"id": f"minute-{n}", "date": date, "dating": {"basis": "stated"}, "kind": "minute", "title": title,
               "summary": "The board meets.", "agencies": ["board"], "people": [], "links": [], "citations": []}
              for n, (date, title) in enumerate(ITEMS)]
    file = folder / "minutes.json"
    file.write_text(json.dumps({"title": "Minutes", "agencies": [{"id": "board", "name": "Harbour Board"}],
                                "people": [], "sources": [], "events": events}))
    return [PROGRAM, *arguments, file], []


def newsboat(folder):
    entries = "".join(f"<item><title>{title}</title><guid>{title}</guid><pubDate>{date}T00:00:00Z</pubDate>"
                      "<description>The board meets.</description></item>" for date, title in ITEMS)
    (folder / "feed.xml").write_text(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Minutes</title>{entries}</channel></rss>')
    (folder / "urls").write_text(f"file://{folder}/feed.xml\n")
    files = ["-u", folder / "urls", "-c", folder / "cache"]
    (folder / "config").write_text("")
    files += ["-C", folder / "config"]
    with Terminal() as terminal:  # fetches the feed
        terminal.start(*map(str, files), "-x", "reload", program="newsboat")
        terminal.status()
    return ["newsboat", *files], ["Enter"]


def lynx(folder):
    links = "".join(f'<li><a href="{n}.html">{title}</a></li>' for n, (_, title) in enumerate(ITEMS))
    (folder / "minutes.html").write_text(f"<title>Minutes</title><ul>{links}</ul>")
    return ["lynx", "-show_cursor=on", folder / "minutes.html"], []


def tig(folder):
    def git(*arguments, date="2001-01-01"):
        when = {"GIT_AUTHOR_DATE": f"{date}T12:00:00", "GIT_COMMITTER_DATE": f"{date}T12:00:00"}
        subprocess.run(["git", "-C", folder, "-c", "user.name=Clerk", "-c", "user.email=clerk@example.org", *arguments],
                       check=True, env={**os.environ, **when}, stdout=subprocess.DEVNULL)
    git("init", "--quiet")
    for date, title in ITEMS:
        git("commit", "--quiet", "--allow-empty", "--message", title, date=date)
    return ["tig", "-C", folder], []


def visidata(folder):
    (folder / "minutes.csv").write_text("date,title\n" + "".join(f"{date},{title}\n" for date, title in ITEMS))
    return ["vd", folder / "minutes.csv"], []


PROGRAMS = {
    "chronology": chronology,
    "chronology --screen-reader": lambda folder: chronology(folder, "--screen-reader"),
    "newsboat": newsboat, "lynx": lynx, "tig": tig, "VisiData": visidata,
}
VERSIONS = {"newsboat": ["newsboat", "-v"], "lynx": ["lynx", "--version"], "tig": ["tig", "--version"],
            "VisiData": ["vd", "--version"]}


def minutes(text):
    """The numbers of the minutes named in a text."""
    said = words(text)
    return [int(number) for word, number in zip(said, said[1:]) if word == "minute" and number.isdigit()]


def order(screen):
    """The number in the first row of a list, and the step from row to row."""
    numbers = [number for line in screen for number in minutes(line)[:1]]
    return numbers[0], numbers[1] - numbers[0]


def listen(command, way):
    """The number of utterances that gave the row first, came before or instead of it, or came after it; silent keys."""
    rows = wrong = after = silent = 0
    with Listener(command, rest=0.5) as reader:
        heard = reader.opened
        for key in way:
            heard = reader.press(key)
        number, step = order(heard.screen)
        for count in range(1, KEYS + 1):
            spoken = reader.press("Down").spoken
            place = next((n for n, text in enumerate(spoken) if minutes(text) == [number + count * step]), None)
            rows += place == 0
            wrong += len(spoken) if place is None else place
            after += 0 if place is None else len(spoken) - place - 1
            silent += not spoken
    return rows, wrong, after, silent


def trace(command, way):
    """Writes to the terminal, and bytes, per key."""
    with Terminal() as terminal:
        log = terminal.folder / "trace"
        terminal.start(*map(str, command[1:]), program=command[0],
                       before=f"strace -f -y -e trace=write,writev -o {log}")
        terminal.wait_until_quiet(1.5)
        for key in way:
            terminal.keys(key)
            terminal.wait_until_quiet(1)

        def written():
            return [int(size) for size in re.findall(r"writev?\(\d+</dev/(?:pts/\d+|tty)>.* = (\d+)$", log.read_text(),
                                                     re.MULTILINE)]
        before = written()
        for _ in range(KEYS):
            terminal.keys("Down")
            time.sleep(0.4)
        terminal.wait_until_quiet(1)
        new = written()[len(before):]
    return len(new) / KEYS, sum(new) / KEYS


def version(name):
    if name not in VERSIONS:
        return name
    output = subprocess.run(VERSIONS[name], capture_output=True, text=True, check=False).stdout
    number = re.search(r"\d+(?:\.\d+)+\w*(?:\.\d+)?", output)
    return f"{name} {number[0]}" if number else name


def main():
    print("| program | keys | the row first | before or instead of the row | after the row | silent keys |"
          " writes a key | bytes a key |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name in sys.argv[1:] or PROGRAMS:
        figures = []
        for measure in listen, trace:
            with tempfile.TemporaryDirectory(prefix="chronology-voice-") as folder:
                figures += measure(*PROGRAMS[name](pathlib.Path(folder)))
        rows, wrong, after, silent, writes, size = figures
        print(f"| {version(name)} | {KEYS} | {rows} | {wrong} | {after} | {silent} | {writes:.1f} | {size:.0f} |",
              flush=True)


if __name__ == "__main__":
    main()
