"""Reads bytes as a terminal does (ECMA-48): what is text, what is a command, and what is left of it at the end."""

import re
from collections import namedtuple

# `kind`: text, control (one character), escape, csi, or the introducer of a string: osc, dcs, sos, pm, apc.
# palette is the Linux console's ESC ] R, which has no terminator.
# `value`: what the sequence contains, without its introducer and its terminator.
Token = namedtuple("Token", "kind value")

TOKEN = re.compile(
    r"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b\](?P<palette>R)"
    r"|\x1b\](?P<osc>[^\x07\x1b\x9c]*)(?:\x07|\x1b\\|\x9c)"
    r"|\x1b(?P<string>[PX^_][^\x1b]*)\x1b\\"
    r"|\x1b(?P<escape>[ -/]*[0-~])"
    r"|(?P<control>[\x00-\x1f\x7f\x80-\x9f])"
    r"|(?P<text>[^\x00-\x1f\x7f\x80-\x9f]+)")


def tokens(data):
    """The output of a program, in UTF-8 unless it is invalid, as tokens."""
    for match in TOKEN.finditer(data.decode("utf-8", "replace")):
        yield Token(match.lastgroup, match[match.lastgroup])


def text(data):
    return "".join(token.value for token in tokens(data) if token.kind == "text")


# What a shell expects of a terminal of 24 rows; every other mode is reset.
USUAL = {"?25": "h", "?7": "h", "34": "h", "margins": "1;24r"}


def left_behind(data):
    """What a program's output has changed in the terminal and not undone, as a set of sequences."""
    modes, attributes, charset, shift, keypad, saved = {}, "", {}, "\x0f", ">", 0
    for token in tokens(data):
        value = token.value
        if token.kind == "csi" and value[-1] in "hl":
            private = "?" if value.startswith("?") else ""
            for number in value.strip("?hl").split(";"):
                modes[private + number] = value[-1]
        elif token.kind == "csi" and value[-1] == "m":
            # SGR: 39, 49 and 10 are defaults themselves, and change nothing else.
            if value[:-1].strip("0") == "":
                attributes = ""
            elif not set(value[:-1].split(";")) <= {"39", "49", "10"}:
                attributes = value
        elif token.kind == "csi" and value[-1] == "t":
            saved += {"22": 1, "23": -1}.get(value.split(";")[0], 0)
        elif token.kind == "csi" and value[-1] == "r" and value != "r":
            modes["margins"] = value
        elif token.kind == "escape" and value[0] in "()*+":
            charset[value[0]] = value[1]
        elif token.kind == "escape" and value in "=>":
            keypad = value
        elif token.kind == "control" and value in "\x0e\x0f":
            shift = value
    left = {name + value for name, value in modes.items() if value != USUAL.get(name, "l")}
    left |= {"(" + charset["("]} if charset.get("(", "B") != "B" else set()
    left |= {attributes, shift, keypad} - {"", "\x0f", ">"}
    # Restoring a title that was not saved changes nothing: a signal may come just before the first frame.
    return left | ({"title"} if saved > 0 else set())
