"""What should be on a row according to the program's own data, obtained outside the browser."""

import functools
import json
import re
import subprocess

from listener import PROGRAM


def ask(*arguments):
    return json.loads(subprocess.run([PROGRAM, *arguments], check=True, capture_output=True).stdout)


@functools.cache
def agencies():
    """The short name of each agency, by id."""
    return {agency["id"]: agency.get("short") or agency["name"] for agency in ask("agencies", "--format", "json")}


@functools.cache
def sources():
    """The title of each source, by id."""
    return {source["id"]: source["title"] for source in ask("sources", "--format", "json")}


@functools.cache
def events(query=""):
    """The events that a query finds, in the order of the list."""
    return ask("list", "--format", "json", query)


def holds(row, text):
    """Whether a row contains a text, or its beginning followed by an ellipsis."""
    if text in row:
        return True
    return any(part.endswith(text[:length]) for part in row.split("…")[:-1] for length in range(len(text), 5, -1))


def shows(row, event):
    """Whether a row of the list is the row of this event: its title, and a year of its date."""
    years = re.findall(r"\d{4}", event["date"])
    return holds(row, event["title"]) and (not years or any(year in row for year in years))
