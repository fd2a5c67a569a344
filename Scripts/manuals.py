#!/usr/bin/env python3
"""Writes the manual pages of the subcommands, docs/man/chronology-*.1, from the definitions in the program.

usage: manuals.py PROGRAM [FOLDER]
"""

import json
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "docs" / "man"


def escaped(text):
    """Text for troff: no line begins with a control character, hyphens can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return "\n".join("\\&" + line if line.startswith(".") else line for line in text.splitlines())


def name(argument):
    option = argument["preferredName"]
    return ("--" if option["kind"] == "long" else "-") + option["name"]


def synopsis(argument):
    value = f"\\fI{escaped(argument.get('valueName', '').upper())}\\fR"
    if argument["kind"] == "positional":
        words = value
    elif argument["kind"] == "flag":
        words = f"\\fB{escaped(name(argument))}\\fR"
    else:
        words = f"\\fB{escaped(name(argument))}\\fR {value}"
    words += " ..." if argument["isRepeating"] else ""
    return f"[{words}]" if argument["isOptional"] else words


def entry(argument):
    """One argument: its description, allowed values and default."""
    value = f"\\fI{escaped(argument['valueName'].upper())}\\fR"
    if argument["kind"] == "positional":
        head = value
    else:
        names = [("--" if one["kind"] == "long" else "-") + one["name"] for one in argument["names"]]
        head = ", ".join(f"\\fB{escaped(one)}\\fR" for one in names)
        head += "" if argument["kind"] == "flag" else f" {value}"
    text = [argument.get("abstract") or "", argument.get("discussion") or ""]
    if argument.get("allValues") and argument["kind"] == "option":
        text.append(f"One of: {', '.join(argument['allValues'])}.")
    if argument.get("defaultValue"):
        text.append(f"Without it: {argument['defaultValue']}.")
    return f".TP\n{head}\n{escaped(' '.join(part for part in text if part))}\n"


def page(command):
    """The page of one subcommand."""
    title = f"chronology-{command['commandName']}"
    arguments = [one for one in command["arguments"] if one["shouldDisplay"]]
    parts = [
        '.\\" Written by Scripts/manuals.py from the program: do not edit.\n',
        f'.TH {title.upper()} 1 "" "chronology" "User Commands"\n',
        f".SH NAME\n{escaped(title)} \\- {escaped(command['abstract'].rstrip('.'))}\n",
        f".SH SYNOPSIS\n\\fBchronology {escaped(command['commandName'])}\\fR {' '.join(map(synopsis, arguments))}\n",
    ]
    if command.get("discussion"):
        parts.append(".SH DESCRIPTION\n" + "\n.PP\n".join(
            escaped(part).replace("\n", "\n.br\n") for part in command["discussion"].split("\n\n")
        ) + "\n")
    parts.append(".SH OPTIONS\n" + "".join(map(entry, arguments)))
    parts.append(
        ".SH EXIT STATUS\n0 if all is well, 1 if there is a fault in the data or while running, 2 for wrong usage.\n"
        ".SH SEE ALSO\n.BR chronology (1)\n"
    )
    return "".join(parts)


def pages(program):
    """Every page, by file name."""
    help_text = subprocess.run([program, "--experimental-dump-help"], capture_output=True, check=True).stdout
    commands = json.loads(help_text)["command"]["subcommands"]
    return {
        f"chronology-{command['commandName']}.1": page(command)
        for command in commands
        if command["shouldDisplay"] and command["commandName"] != "help"
    }


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("chronology-*.1"):
        old.unlink()
    for file, text in pages(program).items():
        (folder / file).write_text(text)


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    main()
