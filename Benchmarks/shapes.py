"""Chronologies of the most expensive shapes. None may cost much more than ordinary events.

`all()` lists them. Most add one thing to 100,000 ordinary events from `Benchmarks/generate`, and are compared with those
events alone. The others are small files with one huge value, compared with ordinary events of the same size in bytes.
"""

import dataclasses
import importlib.machinery
import importlib.util
import json
import pathlib
import random
import typing

COUNT = 100_000
MEGABYTE = 1 << 20
HERE = pathlib.Path(__file__).resolve().parent


def generator():
    """Loads `Benchmarks/generate`, a program without a file name extension, as a module."""
    loader = importlib.machinery.SourceFileLoader("generate", str(HERE / "generate"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("generate", loader))
    loader.exec_module(module)
    return module


class Ordinary:
    """The events that shapes are made from and compared with, the same in each run."""

    def __init__(self, count=COUNT):
        generate = generator()
        rng = random.Random(1)
        pool = generate.clauses(rng, 20000)
        self.header = json.loads(generate.header() + "}")
        self.events = []
        for number in range(count):
            day = generate.START + generate.datetime.timedelta(days=number * generate.DAYS // count)
            self.events.append(json.loads(generate.event(rng, number, day, pool)))

    def bytes(self, size):
        """A chronology with this many bytes of events, not counting the header."""
        events, used = [], 0
        for event in self.events:
            if used >= size:
                break
            events.append(event)
            used += len(json.dumps(event, ensure_ascii=False).encode())
        return Chronology(self.header, events)


@dataclasses.dataclass
class Chronology:
    header: dict
    events: typing.Iterable[dict]
    # The event that carries the unusual data.
    event: str = "event-0"
    # An agency that takes part in it.
    agency: str = "agency-0"

    def write(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps(self.header, ensure_ascii=False)[:-1] + ',\n"events":[\n')
            for number, event in enumerate(self.events):
                file.write((",\n" if number else "") + json.dumps(event, ensure_ascii=False))
            file.write("\n]}\n")


def every(change):
    """A shape of 100,000 ordinary events, each changed."""
    return lambda ordinary: Chronology(
        ordinary.header, (event | change(number, event) for number, event in enumerate(ordinary.events)))


def one(change):
    """A shape of 100,000 ordinary events with the first one changed."""
    return lambda ordinary: Chronology(
        ordinary.header, (event if number else event | change() for number, event in enumerate(ordinary.events)))


def alone(*events, event="event-0", **header):
    """A shape of a few events in a small chronology."""
    def make(ordinary):
        base = {name: value[:10] if isinstance(value, list) else value for name, value in ordinary.header.items()}
        plain = {"dating": {"basis": "stated"}, "kind": "letter", "summary": "A note.", "agencies": [], "people": [],
                 "links": [], "citations": []}
        rows = [plain | {"id": f"event-{n}", "date": "2004-03-01", "title": f"Note {n}"} | e() for n, e in enumerate(events)]
        return Chronology(base | {name: value() for name, value in header.items()}, rows, event=event)
    return make


def citation(number, **more):
    return {"source": f"source-{number % 10}", "paragraph": number % 80 + 1, "fact": "states", "date": "states"} | more


def agencies(count):
    return [{"id": f"agency-{n}", "name": f"Agency number {n}", "short": f"A{n}"} for n in range(count)]


def chain(count):
    return [entry | {"successors": [f"agency-{n + 1}"] if n + 1 < count else []} for n, entry in enumerate(agencies(count))]


def day(number):
    return f"{1000 + number // 360:04}-{number // 30 % 12 + 1:02}-{number % 28 + 1:02}"


def many_agencies(ordinary):
    rng = random.Random(2)
    names = [f"agency-{n}" for n in range(10_000)]
    change = every(lambda number, event: {"agencies": rng.sample(names, len(event["agencies"]))})
    chronology = change(ordinary)
    chronology.header = chronology.header | {"agencies": agencies(10_000)}
    return chronology


def linked(to):
    """100,000 events of one day, with one link each."""
    return every(lambda number, event: {"date": "2004-03-01", "links": [{"to": to(number), "relation": "follows from"}]})


def answered(count):
    """A number of letters, and one event that answers them all."""
    def letter():
        return {"kind": "letter", "date": "2004-03-01"}

    def reply():
        links = [{"to": f"event-{n}", "relation": "answers"} for n in range(count)]
        return {"kind": "statement", "date": "2004-05-01", "links": links}

    return alone(*[letter] * count, reply, event=f"event-{count}")


WORD = "a" * MEGABYTE
#: Name, chronology, and whether the baseline is 100,000 events or the same size in bytes.
SHAPES = [
    ("a title of one word of 1 MB", alone(lambda: {"title": WORD}), False),
    ("a summary of one word of 1 MB", alone(lambda: {"summary": WORD}), False),
    ("a name of one word of 1 MB",
     alone(lambda: {"agencies": ["agency-0"]}, agencies=lambda: [{"id": "agency-0", "name": WORD}]), False),
    ("an unknown key of 1 MB", alone(lambda: {WORD: 1}), False),
    ("1,000 agencies, each heir of the last",
     alone(*[lambda n=n: {"agencies": [f"agency-{n}"]} for n in range(0, 1000, 100)], agencies=lambda: chain(1000)), False),
    ("one event of 10,000 agencies",
     alone(lambda: {"agencies": [f"agency-{n}" for n in range(10_000)]}, agencies=lambda: agencies(10_000)), False),
    ("one reply to 4,000 letters", answered(4000), False),
    ("8,000 citations that give different dates",
     alone(lambda: {"citations": [citation(n, gives=day(n)) for n in range(8000)]}), False),
    ("100,000 citations that agree",
     alone(lambda: {"citations": [citation(n, gives="2004-03") for n in range(100_000)]}), False),
    ("one event of 100,000 agencies",
     alone(lambda: {"agencies": [f"agency-{n}" for n in range(100_000)]}, agencies=lambda: agencies(100_000)), False),
    ("48 MB of unknown ids in one event",
     alone(lambda: {"agencies": [f"an agency that nobody knows of, number {n}" for n in range(960_000)]}), False),
    ("all on one day", every(lambda number, event: {"date": "2004-03-01"}), True),
    ("all overlapping", every(lambda number, event: {"date": f"1990-{number % 12 + 1:02}/2015-{number % 11 + 1:02}"}), True),
    ("all of one agency", every(lambda number, event: {"agencies": ["agency-0"]}), True),
    ("10,000 agencies", many_agencies, True),
    ("10,000 citations of one event", one(lambda: {"citations": [citation(n) for n in range(10_000)]}), True),
    ("a chain of 100,000 links", linked(lambda number: f"event-{max(number - 1, 0)}"), True),
    ("the same backwards", linked(lambda number: f"event-{min(number + 1, COUNT - 1)}"), True),
    ("a cycle of 100,000 links", linked(lambda number: f"event-{(number + 1) % COUNT}"), True),
    ("100,000 links to one event", linked(lambda number: "event-0"), True),
    ("100,000 links of one event",
     one(lambda: {"links": [{"to": f"event-{n}", "relation": "follows from"} for n in range(1, COUNT)]}), True),
    ("100,000 dangling links", linked(lambda number: f"nothing-{number}"), True),
    ("a title of 1 MB", one(lambda: {"title": "word " * (MEGABYTE // 5)}), True),
]
