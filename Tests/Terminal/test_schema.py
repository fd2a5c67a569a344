"""`check` and the schema agree: they accept and reject the same files.

A valid chronology is changed in one place, hundreds of times, each time by a seeded choice; then both check it.
"""

import copy
import json
import pathlib
import random
import re
import tempfile
import unittest

import jsonschema

from test_commands import run

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = jsonschema.Draft202012Validator(json.loads((ROOT / "data/events.schema.json").read_text()))
CHANGES = 600

# What a schema cannot express: whether a well-formed date exists, and how two places are related.
BEYOND = [
    r"is not a date", r"^There is no (agency|person|source|event|agency or person) with the id",
    r"^There is an event .* already", r"is taken already", r"^There is no paragraph", r"has no citation",
    r"^The range from", r"rests on public records alone", r"is said to contradict the date",
    r'^The field "paragraph" is missing in the event',
]

SOUND = {
    "$schema": "events.schema.json",
    "title": "A small matter",
    "description": "A bridge.",
    "agencies": [
        {"id": "north", "name": "North Council", "short": "North", "aliases": ["the council"], "kind": "local authority",
         "successors": ["county"]},
        {"id": "county", "name": "County"},
    ],
    "people": [{"id": "clerk", "name": "A. Clerk", "role": "clerk", "aliases": []}],
    "sources": [
        {"id": "post", "kind": "post", "title": "A clerk speaks", "date": "2006", "dating": {"basis": "derived", "reason": "So."},
         "author": None, "publisher": "A blog", "url": "https://example.org/a", "sha256": "0a" * 32, "paragraphs": 3,
         "outline": [{"paragraph": 1, "gist": "A title.", "speaker": None, "part": "heading"}]},
        {"id": "minutes", "kind": "record", "title": "Minutes"},
    ],
    "events": [
        {"id": "warned", "date": "2004", "dating": {"basis": "stated", "reason": None}, "kind": "warning", "title": "A warning",
         "summary": "A clerk warns.", "agencies": ["north", "county"], "people": ["clerk"],
         "links": [{"to": "answered", "relation": "answered by"}],
         "citations": [
             {"source": "post", "paragraph": 2, "range": [10, 20], "digest": "sha256:" + "0a" * 32, "fact": "states",
              "date": "implies", "gives": None, "speaker": "clerk", "note": "A note."},
             {"source": "minutes", "fact": "states", "date": "contradicts", "gives": "2003"}],
         "known": [{"agency": "north", "date": "2004", "how": "told", "citation": 1}],
         "reading": "The post is nearer."},
        {"id": "answered", "date": "2005-02", "dating": {"basis": "inferred", "reason": "It follows."}, "kind": "letter",
         "title": "An answer"},
    ],
}

VALUES = [
    None, True, "", " ", "x", "post", "record", "stated", "derived", "states", "Silent", "heading", "north", "2004", "2004-13",
    "2004-02~", "/", "a\nb", "\u009bx", "\u00a0", "é" * 13, "word " * 20, "ftp://example.org", "HTTPS://example.org/ä",
    "https://example.org/a b", "0A" * 32, "0g" * 32, "sha256:" + "0A" * 32, 0, 1, 2, 1.0, 2.5, -1, 100000, 100001, 10**20, 1e300,
    [], {}, ["x"], [1], ["north", "north"], ["a", "a"], [3, 4], [4, 3], [1, 2, 3], [0], [{}],
]


def places(value, path=()):
    """The paths of all values inside, excluding the whole itself."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield path + (key,)
        yield from places(child, path + (key,))


def changed(rng):
    """The valid chronology with one change, and a description of the change."""
    data = copy.deepcopy(SOUND)
    path = rng.choice(list(places(data)))
    holder = data
    for key in path[:-1]:
        holder = holder[key]
    key = path[-1]
    kind = rng.choice(["set", "set", "set", "set", "drop", "rename", "twice", "add"])
    if kind == "drop":
        del holder[key]
    elif kind == "rename" and isinstance(holder, dict):
        holder[key[:-1] if len(key) > 1 else key + "x"] = holder.pop(key)
    elif kind == "twice" and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    elif kind == "add" and isinstance(holder, dict):
        holder[rng.choice(["colour", "note", "role", "short"])] = "x"
    else:
        holder[key] = rng.choice(VALUES)
    return data, f"{kind} {path}"


class OneMind(unittest.TestCase):
    def findings(self, data):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "data.json")
            path.write_text(json.dumps(data))
            result = run("check", str(path))
            self.assertIn(result.returncode, (0, 1), result.stderr)
            found = re.findall(r"^.*?: (?:error|warning): (.*?) \(\$.*?\)\.", result.stdout, re.M)
            self.assertEqual(result.returncode == 1, bool(found) or "no chronology" in result.stderr, result.stdout)
            return found or ([result.stderr] if result.returncode else [])

    def test_the_sound_one_pleases_both(self):
        SCHEMA.validate(SOUND)
        self.assertEqual(self.findings(SOUND), [])

    def test_what_one_refuses_the_other_refuses(self):
        rng = random.Random(15)
        refused = accepted = beyond = 0
        for number in range(CHANGES):
            data, change = changed(rng)
            faults = [error.message for error in SCHEMA.iter_errors(data)]
            findings = self.findings(data)
            within = [text for text in findings if not any(re.search(form, text) for form in BEYOND)]
            with self.subTest(number=number, change=change, faults=faults[:2], findings=findings):
                if faults:
                    self.assertTrue(findings, "the schema alone refuses it")
                else:
                    self.assertEqual(within, [], "check alone refuses it")
            refused += bool(faults)
            accepted += not faults and not findings
            beyond += not faults and bool(findings)
        # Otherwise one of the two verdicts would hardly have been tested.
        self.assertGreater(refused, CHANGES // 3)
        self.assertGreater(accepted, CHANGES // 20)
        self.assertGreater(beyond, CHANGES // 50)

    def test_a_post_must_be_known_by_its_file(self):
        for name in ("sha256", "paragraphs"):
            data = copy.deepcopy(SOUND)
            del data["sources"][0][name]
            finding, = self.findings(data)
            self.assertIn(f'"{name}" is missing in the source "post"', finding)

    def test_lists_that_are_left_out_are_empty(self):
        event = {"id": "e", "date": "2004", "dating": {"basis": "stated"}, "kind": "letter", "title": "A letter"}
        self.assertEqual(self.findings({"title": "T", "events": [event]}), [])


if __name__ == "__main__":
    unittest.main()
