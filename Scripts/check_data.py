#!/usr/bin/env python3
"""Checks the chronology against its schema, for consistency and, if they are available, against the posts.

    check_data.py [POSTS_DIR] [--data FILE] [--schema FILE] [--tree DIR]

POSTS_DIR defaults to $CHRONOLOGY_POSTS. Without it the passages, the paragraph counts and the search for copied
sentences are left out, and the last line says so. Every fault is named; exit 1 if there is one. Each claim that
two things contradict one another is listed with its reading, for a person to confirm that both cannot be true.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from data_rules import contradictions, name_faults, rule_faults
from passages import digest, posts_in

ROOT = Path(__file__).resolve().parent.parent
LONGEST_RUN = 7  # words in a row that the project may share with a post
LARGEST_FILE = 4 << 20  # bytes; larger files are generated data


def schema_faults(data, schema):
    import jsonschema

    validator = jsonschema.Draft202012Validator(schema)
    try:
        validator.check_schema(schema)
    except jsonschema.SchemaError as error:
        raise ValueError(f"the schema is not one: {error.json_path}: {error.message[:200]}") from error
    for error in sorted(validator.iter_errors(data), key=lambda error: [str(part) for part in error.absolute_path]):
        yield f"{error.json_path}: {error.message[:200]}"


def reference_faults(data):
    """Duplicate ids, references to unknown ids, and inconsistent claims."""
    ids = {}
    for name in ("agencies", "people", "sources", "events"):
        count = Counter(item["id"] for item in data[name])
        ids[name] = set(count)
        for repeated in (id for id, times in count.items() if times > 1):
            yield f"{name}: the id {repeated!r} is used {count[repeated]} times"
    sources = {source["id"]: source for source in data["sources"]}

    for agency in data["agencies"]:
        for other in agency.get("successors") or []:
            if other not in ids["agencies"]:
                yield f"agency {agency['id']}: there is no agency {other!r} to succeed it"
    for source in data["sources"]:
        yield from outline_faults(source)
    for event in data["events"]:
        here = f"event {event['id']}"
        for name in ("agencies", "people"):
            for other in event.get(name) or []:
                if other not in ids[name]:
                    yield f"{here}: {other!r} is not among the {name}"
        for link in event.get("links") or []:
            if link["to"] not in ids["events"] or link["to"] == event["id"]:
                yield f"{here}: a link must lead to another event, not to {link['to']!r}"
        citations = event.get("citations") or []
        if not citations:
            yield f"{here}: no source is cited"
        for number, citation in enumerate(citations, 1):
            yield from shape_faults(f"{here}, citation {number}", citation, sources)
        disputed = any("contradicts" in (citation["fact"], citation["date"]) for citation in citations)
        if disputed and not event.get("reading"):
            yield f"{here}: a citation contradicts it, so `reading` must say what is adopted and why"
        for known in event.get("known") or []:
            if known.get("agency") is not None and known["agency"] not in ids["agencies"]:
                yield f"{here}: known to {known['agency']!r}, which is not among the agencies"
            if known.get("citation") is not None and known["citation"] > len(citations):
                yield f"{here}: known by citation {known['citation']}, but there are {len(citations)}"


def outline_faults(source):
    if source["kind"] == "post":
        numbers = [line["paragraph"] for line in source.get("outline") or []]
        if numbers != list(range(1, source["paragraphs"] + 1)):
            wanted = f"one line for each paragraph, 1 to {source['paragraphs']}, in order"
            yield f"source {source['id']}: the outline must have {wanted}"


def shape_faults(here, citation, sources):
    source = sources.get(citation["source"])
    places = [citation.get(name) for name in ("paragraph", "range", "digest")]
    if source is None:
        yield f"{here}: there is no source {citation['source']!r}"
    elif source["kind"] == "record" and places != [None, None, None]:
        yield f"{here}: a record is cited without paragraph, range and digest"
    elif source["kind"] == "post" and None in places:
        yield f"{here}: a post is cited with paragraph, range and digest"
    if (citation["date"] == "contradicts") and citation.get("gives") is None:
        yield f"{here}: it contradicts the date, so `gives` must say which date it gives"


def passage_faults(data, posts):
    """Sources whose file is missing or has another number of paragraphs, and misplaced passages."""
    at_hand = {}
    for source in data["sources"]:
        if source["kind"] != "post":
            continue
        post = posts.get(source["sha256"])
        if post is None:
            yield f"source {source['id']}: no file has the SHA-256 {source['sha256']}"
        elif len(post.paragraphs) != source["paragraphs"]:
            yield f"source {source['id']}: the file has {len(post.paragraphs)} paragraphs, not {source['paragraphs']}"
        else:
            at_hand[source["id"]] = post
    for event in data["events"]:
        for number, citation in enumerate(event.get("citations") or [], 1):
            post = at_hand.get(citation["source"])
            if post is None or None in (citation.get("paragraph"), citation.get("range"), citation.get("digest")):
                continue
            here = f"event {event['id']}, citation {number} ({citation['source']}, paragraph {citation['paragraph']})"
            if citation["paragraph"] > len(post.paragraphs):
                yield f"{here}: the post has {len(post.paragraphs)} paragraphs"
                continue
            start, end = post.paragraphs[citation["paragraph"] - 1]
            a, b = citation["range"]
            if not start <= a < b <= end:
                yield f"{here}: the range [{a}, {b}] is not within the paragraph, [{start}, {end}]"
            elif digest(post.text[a:b]) != citation["digest"]:
                yield f"{here}: the digest is not that of the passage; it should be {digest(post.text[a:b])}"


def words(text):
    """The words of a text without case, accents and punctuation."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).casefold()
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text)


def runs(text, length=LONGEST_RUN + 1):
    all_words = words(text)
    return [tuple(all_words[start : start + length]) for start in range(len(all_words) - length + 1)]


def copied_faults(tree, posts, titles):
    """Runs of words that a file of the project shares with a post. The posts' titles may be given."""
    allowed = {run for title in titles for run in runs(title)}
    copied = {run for post in posts.values() for run in runs(post.text)} - allowed
    for path in project_files(tree):
        if not path.is_file() or path.stat().st_size > LARGEST_FILE:
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        free_from = 0  # overlapping runs count as one fault
        for start, run in enumerate(runs(text)):
            if start >= free_from and run in copied:
                free_from = start + len(run)
                yield f"{path.relative_to(tree)}: words of a post: {' '.join(run)!r}"


def project_files(tree):
    """The files that version control holds or would add; every file if there is no version control."""
    listing = subprocess.run(
        ["git", "-C", str(tree), "ls-files", "-z", "-co", "--exclude-standard"], capture_output=True, text=True
    )
    if listing.returncode != 0:
        return sorted(path for path in tree.rglob("*") if path.is_file())
    return [tree / name for name in sorted(set(listing.stdout.split("\0"))) if name]


def main(arguments):
    parser = argparse.ArgumentParser(description="Checks the chronology.")
    parser.add_argument("posts", nargs="?", default=os.environ.get("CHRONOLOGY_POSTS"), help="the folder of the posts")
    parser.add_argument("--data", type=Path, default=ROOT / "data" / "events.json")
    parser.add_argument("--schema", type=Path, default=ROOT / "data" / "events.schema.json")
    parser.add_argument("--tree", type=Path, default=ROOT, help="where to look for copied sentences")
    options = parser.parse_args(arguments)

    try:
        data = json.loads(options.data.read_text("utf-8"))
        faults = list(schema_faults(data, json.loads(options.schema.read_text("utf-8"))))
        posts = posts_in(options.posts) if options.posts else None
        if not options.tree.is_dir():
            raise NotADirectoryError(f"{options.tree} is not a folder")
    except ModuleNotFoundError:
        print("jsonschema is missing: pip install -r Scripts/requirements.txt", file=sys.stderr)
        return 2
    except RecursionError:
        print(f"Cannot be read: {options.data} or its schema is nested too deeply", file=sys.stderr)
        return 2
    except (OSError, ValueError) as error:
        print(f"Cannot be read: {error}", file=sys.stderr)
        return 2

    if not faults:  # the other checks may rely on the shape
        faults += reference_faults(data)
        faults += rule_faults(data)
        if posts is not None:
            faults += passage_faults(data, posts)
            faults += name_faults(data, posts)
            faults += copied_faults(options.tree, posts, [source["title"] for source in data["sources"]])
        citations = sum(len(event.get("citations") or []) for event in data["events"])
        scope = f"against the posts in {options.posts}" if posts is not None else "passages not checked (no posts)"
        summary = f"{len(data['events'])} events, {citations} citations, {scope}"
        to_confirm = list(contradictions(data))
    else:
        summary = "The data do not fit their schema; nothing else was checked"
        to_confirm = []
    for line in to_confirm + faults:
        print(line)
    print(f"{summary}: {len(faults)} fault{'' if len(faults) == 1 else 's'}.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
