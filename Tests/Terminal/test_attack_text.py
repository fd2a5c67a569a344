"""Nothing reaches the terminal as a command: hostile data, names, arguments, settings and variables, everywhere."""

import itertools
import json
import pathlib
import random
import re
import subprocess
import tempfile
import unicodedata
import unittest

from attack import SEED, STRENGTH, Attack, sample
from escapes import tokens
from pseudoterminal import Pseudoterminal
from terminal import PROGRAM
from tracing import can_trace

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHIPPED = json.loads((ROOT / "data/events.json").read_text())

# None of the program's own sequences contains this number.
MARK = "31337"
HOSTILE = (
    f"\x1b[{MARK}J", "\x1b[2J", f"\x1b]0;{MARK}\x07", f"\x1b]2;{MARK}\x1b\\", f"\x1b]52;c;{MARK}\x07", f"\x1b]8;;{MARK}\x1b\\",
    f"\x1bP{MARK}\x1b\\", f"\x1b_{MARK}\x1b\\", f"\x1b^{MARK}\x1b\\", f"\x1bX{MARK}\x1b\\", "\x1bc", "\x1b", f"\x9b{MARK}m",
    f"\x9d0;{MARK}\x9c", f"\x90{MARK}\x9c", "\x84\x85\x8d\x98\x9e\x9f", "\x0e", "\x07", "\x08\x08\x08", "\x7f", "\r", "\n", "\t", "\0",
    "\u202e", "\u202a\u202b\u202c\u202d", "\u2066\u2067\u2068\u2069", "\u200e\u200f\u061c", "\u200b\u200c\u200d\u2060\ufeff", "\u00ad",
    "\u2028", "\u2029", "\ufe0e\ufe0f", "\U000e0001\U000e0041\U000e007f", "\U000e0100\U000e01ef", "\ufff9\ufffa\ufffb", "\ue000",
    "\uffff", "\U0010ffff", "\u180e", "\u206a\u206f",
)
TEXTS = {"title", "description", "name", "short", "aliases", "kind", "role", "author", "publisher", "gist", "speaker", "reason",
         "summary", "note", "reading", "how"}
# For fields that allow only certain words.
WORDS = {("sources", "kind"), ("citations", "speaker")}


def poisoned(data, everything=False):
    """A chronology with something hostile in each text; with `everything`, also in ids, dates and field names."""
    hostile = itertools.cycle(HOSTILE)

    def walk(value, key, inside):
        if isinstance(value, dict):
            return {(name + next(hostile) if everything and number % 5 == 4 else name): walk(one, name, key)
                    for number, (name, one) in enumerate(value.items())}
        if isinstance(value, list):
            return [walk(one, key, inside) for one in value]
        if isinstance(value, str) and (everything and key != "title" or key in TEXTS and (inside, key) not in WORDS):
            half = len(value) // 2
            return value[:half] + next(hostile) + value[half:] + next(hostile)
        return value

    return walk(data, "", "")


def is_harmless(character):
    code = ord(character)
    return (unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") and code & 0xFFFE != 0xFFFE
            and not 0xFE00 <= code <= 0xFE0F and not 0xE0000 <= code <= 0xE0FFF)


# The sequences that draw the screen: these terminfo capabilities, and those of Capability.swift and Clipboard.swift.
SCREEN = {
    "csi": r"[\d;]*m|(\d+(;\d+)?)?H|\d*[ABCDGdJKXPLM@STb]|\d+;\d+r|\?(1|7|12|25|1049|2004)(;25)?[hl]|[34]?4[hl]|2[23];0;0t|\?[018]c",
    "escape": r"\([B0]|\)0|[=>78M]",
    "control": r"[\r\n\b\t\x0e\x0f]",
    "osc": r"11;\?|104|52;c;[A-Za-z0-9+/=]*",
    "palette": "R",
}
# In a printed line: its end, and links around addresses.
LINES = {"control": r"[\r\n]", "osc": r"8;;(https?://[!-~]*)?"}
# In a line being edited.
PROMPT = {**SCREEN, **LINES, "osc": LINES["osc"] + "|52;c;[A-Za-z0-9+/=]*"}

FORMATS = ("json", "jsonl", "csv", "timelinejs", "ics", "timesketch", "timesketch-csv", "markdown", "html", "csl", "annotations",
           "dot", "text")
LINES_TYPED = (
    "where", "list", "open 1", "open", "1", "back", "sources", "open", "agencies", "open", "people", "open", "lanes", "later", "closer",
    "disagreements", "gaps", "coverage", "findings", "known 2007", "find the", "find agency:har", "clear", "help", "help find",
    "copy", "copy-event", "visit", "edit", "export", "export /nowhere/at.all", "spell", "go 2007", "dates 2007", "repeat", "more",
    *(command + " " + text.replace("\n", "").replace("\0", "") for command, text in zip(
        itertools.cycle(("find", "go", "known", "open", "agency", "source", "export", "theme", "spell", "help", "")), HOSTILE)),
)
KEYS = (
    "j", "\r", "1", "\x7f", "J", "\x7f", "a", "j", "i", "\x7f", "\x7f", "p", "\r", "\x7f", "\x7f", "s", "\r", "\x7f", "\x7f", "v", "+", "l", "q",
    "D", "\r", "q", "q", "C", "q", "F", "q", "S", "q", "w2007\r", "q", "/the\r", "n", "c", "/agency:\t", "\x1b", "?", "q", "=", "Y", "y", "o",
    "E", "e/nowhere/at.all\r", "e/tmp/\t", "\x1b", ":spell\r", "R", "\x0c", "R", "G", "u", "zzz",
    *(f"{key}\x1b[200~{text}\x1b[201~\r" for key, text in zip(itertools.cycle("/dfw:e"), HOSTILE)), "\x1b", "\x1b",
)


class Text(Attack):
    what = "Hostile texts on the way to the terminal"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        # Every path that the program may print is hostile too.
        self.folder = pathlib.Path(folder.name, f"\x1b]0;{MARK}\x07\u202e\x9b{MARK}m")
        (self.folder / "chronology").mkdir(parents=True)
        (self.folder / "chronology/config").write_text("".join(
            f"{line.format(text.replace(chr(0), ''))}\n" for line, text in zip(itertools.cycle(
                ("{} = on", "theme = {}", "posts = /{}", "key {} = known", "key x = {}", "rows = {}")), HOSTILE)))
        self.files = {}
        for name, everything in ("sound", False), ("broken", True):
            self.files[name] = self.folder / f"{name}\x1b[{MARK}m.json"
            data = poisoned(SHIPPED, everything)
            if everything:
                # Some events stay unchanged, so that there is something to browse.
                data = {**data, **{name: SHIPPED[name] for name in SHIPPED if name != "events"}}
                data["events"] = SHIPPED["events"][:5] + poisoned(SHIPPED, True).get("events", [])[:40]
            self.files[name].write_text(json.dumps(data))
        evil = f"/no\x1b]0;{MARK}\x07\x9b{MARK}m\u202ewhere"
        self.environment = {
            "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder), "XDG_STATE_HOME": str(self.folder), "VISUAL": evil,
            "BROWSER": evil, "LANG": evil, "COLORFGBG": f"\x1b[{MARK}m",
        }

    def assert_harmless(self, data, allowed):
        for token in tokens(data):
            if token.kind == "text":
                bad = [character for character in token.value if not is_harmless(character)]
                self.assertEqual(bad, [], token.value[:200])
            else:
                self.assertRegex(token.value, rf"\A(?:{allowed.get(token.kind, '(?!)')})\Z", (token, data[-500:]))
                self.assertNotIn(MARK, token.value, token)
        self.assertNotIn(b"\r", data.replace(b"\r\n", b"") if allowed is LINES else b"")

    def test_every_event_is_shown_whatever_its_texts_are(self):
        with self.attempt(file="sound"):
            ended = subprocess.run([PROGRAM, "list", "--file", self.files["sound"]], capture_output=True, env=self.environment)
            self.assertEqual(ended.returncode, 1)
            self.assertEqual(ended.stdout.count(b"\n"), len(SHIPPED["events"]) + 1, ended.stdout[:500])

    def commands(self):
        """Every subcommand, with the file and with hostile arguments."""
        for name in self.files:
            file = ["--file", str(self.files[name])]
            for command in ("list", "show 1", "show 3", "sources", "agencies", "people", "coverage", "disagreements", "known --on 2007",
                            "gaps", "lanes", "list --format json", "sources --format json", "agencies --format json"):
                yield name, [*command.split(), *file]
            for form in FORMATS:
                yield name, ["export", "--format", form, *file]
            yield name, ["check", str(self.files[name])]
            yield name, ["diff", str(ROOT / "data/events.json"), str(self.files[name])]
            yield name, ["merge", str(ROOT / "data/events.json"), str(self.files[name]), "-o", str(self.folder / "all.json")]
        evil = [text for text in HOSTILE if "\0" not in text]
        templates = (["list", "{}"], ["show", "{}"], ["sources", "{}"], ["agencies", "{}"], ["known", "--on", "{}"], ["date", "{}"],
                     ["list", "--file", "/no/{}"], ["check", "/no/{}"], ["--{}"], ["{}"], ["help", "{}"], ["list", "--format", "{}"],
                     ["export", "--format", "csv", "-o", "/no/{}"], ["export", "-o", "{}"], ["export", "--view", "{}", "-o", str(self.folder / "x.csv")],
                     ["export", "--format", "csv", "--glossary", "/no/{}"], ["--text", "--posts", "/no/{}"], ["--theme", "{}"],
                     ["new", "/no/{}"], ["add", "/no/{}"], ["merge", "/no/{}", "/no/{}", "-o", "x"], ["gaps", "{}"], ["lanes", "{}"],
                     ["cite", "/no/{}", "{}", "{}", "{}"], ["diff", "/no/{}", "/no/{}"])
        for template, text in itertools.product(templates, evil) if STRENGTH else zip(templates, evil[::-1]):
            yield "argument", [word.format(text) for word in template]

    def test_what_is_printed(self):
        """Everything printed to a terminal, and everything on standard error."""
        chance = random.Random(SEED)
        for name, arguments in sample(self.commands(), 12):
            term, locale = chance.choice(("xterm-256color", "linux")), chance.choice(("C.UTF-8", "C"))
            with self.attempt(file=name, arguments=arguments, term=term, locale=locale), Pseudoterminal(
                    arguments=arguments, environment={**self.environment, "TERM": term, "LC_ALL": locale}) as terminal:
                self.assertIn(terminal.status(), (0, 1, 2))
                self.assertTrue(terminal.transcript)
                self.assert_harmless(terminal.transcript, LINES)
                if locale == "C":
                    self.assertTrue(terminal.transcript.isascii())

    def test_text_mode(self):
        lines = "".join(line.replace("\r", "") + "\n" for line in LINES_TYPED)
        for name in self.files:
            with self.attempt(file=name, through="pipes"):
                ended = subprocess.run([PROGRAM, "--text", self.files[name]], input=lines.encode(), capture_output=True, timeout=120,
                                       env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **self.environment})
                self.assertEqual(ended.returncode, 0, ended.stderr[-500:])
                for output in ended.stdout, ended.stderr:
                    self.assert_harmless(output, {"control": r"\n"})
        for name, term in sample(itertools.product(self.files, ("xterm-256color", "linux", "dumb")), 1):
            with self.attempt(file=name, term=term), Pseudoterminal(
                    arguments=["--text", str(self.files[name])], environment={**self.environment, "TERM": term}) as terminal:
                terminal.wait_for(b"> ")
                for line in LINES_TYPED[:LINES_TYPED.index("more")]:
                    terminal.send(line.encode() + b"\n")
                terminal.send(b"leave\n")
                terminal.status()
                self.assert_harmless(terminal.transcript, PROMPT)

    def test_the_screen(self):
        cells = itertools.product(self.files, ("xterm-256color", "linux", "vt100"), ((80, 24), (200, 50), (20, 5)), ([], ["--screen-reader"]))
        for name, term, (columns, rows), mode in sample(cells, 1):
            with self.attempt(file=name, term=term, columns=columns, mode=mode), Pseudoterminal(
                    arguments=[*mode, str(self.files[name])], columns=columns, rows=rows,
                    environment={**self.environment, "TERM": term}) as terminal:
                while not terminal.transcript:
                    terminal.read(1)
                terminal.wait_until_quiet(0.5)
                for keys in KEYS:
                    terminal.send(keys.encode())
                    terminal.read(1)
                    terminal.wait_until_quiet(0.02)
                terminal.wait_until_quiet(0.5)
                self.assertIsNone(terminal.process.poll(), terminal.transcript[-500:])
                terminal.send(b"\x03" * 3)
                terminal.status()
                self.assertGreater(len(terminal.transcript), 5000)
                self.assert_harmless(terminal.transcript, SCREEN)


@unittest.skipUnless(can_trace(), "strace cannot be used here")
class NoShell(Attack):
    what = "Programs started"

    def test_no_shell_is_between_the_program_and_what_it_starts(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for variables, line in (({"BROWSER": "/bin/true -x '$(id)' `id`"}, "visit"), ({"VISUAL": "/bin/true ;id"}, "edit"),
                                    ({"CHRONOLOGY_CLIPBOARD": "/bin/true | id"}, "copy")):
                with self.attempt(line=line):
                    data = {"title": "T", "sources": [{"id": "s", "kind": "record", "title": "S", "url": "https://example.org/?a=$(id)&b=;id"}],
                            "events": [{"id": "e", "date": "2004", "dating": {"basis": "stated"}, "kind": "report", "title": "E",
                                        "citations": [{"source": "s", "fact": "states", "date": "silent"}]}]}
                    file = folder / "$(id).json"
                    file.write_text(json.dumps(data))
                    trace = folder / "trace"
                    subprocess.run(["strace", "-f", "-qq", "-e", "trace=execve", "-s", "500", "-o", trace, PROGRAM, "--text", file],
                                   input=line.encode(), capture_output=True, timeout=60,
                                   env={"PATH": "/usr/bin:/bin", "HOME": name, "LC_ALL": "C.UTF-8", **variables})
                    started = re.findall(r'execve\("([^"]*)"', trace.read_text())
                    self.assertEqual(started[1:], ["/bin/true"], trace.read_text())


if __name__ == "__main__":
    unittest.main()
