#!/usr/bin/env python3
"""Prints the range and digest of a passage, ready for use in a citation.

    cite.py POSTS_DIR SOURCE PARAGRAPH "words of the passage"

SOURCE is the id of a post in data/events.json. Spaces, line breaks and kinds of quotation marks need not be typed as
they stand in the post. The words must occur once in the paragraph; otherwise cite.py says how often they do.
"""

import argparse
import json
import sys
from pathlib import Path

from passages import digest, fold, posts_in

DATA = Path(__file__).resolve().parent.parent / "data" / "events.json"


def find(paragraph, words):
    """(start, end) of every minimal stretch of the paragraph that folds to the same text as the words."""
    wanted, found = fold(words), []
    for start in range(len(paragraph)):
        if paragraph[start].isspace() or not wanted.startswith(fold(paragraph[start])[:1]):
            continue
        for end in range(start + 1, len(paragraph) + 1):
            folded = fold(paragraph[start:end])
            if folded == wanted:
                found.append((start, end))
                break
            if not wanted.startswith(folded):
                break
    return found


def main(arguments):
    parser = argparse.ArgumentParser(description="Prints range and digest of a passage.")
    parser.add_argument("posts", help="the folder that holds the posts")
    parser.add_argument("source", help="the id of a post")
    parser.add_argument("paragraph", type=int, help="counted from 1")
    parser.add_argument("words", help="the passage")
    parser.add_argument("--data", default=DATA, help="the chronology (default: data/events.json)")
    options = parser.parse_args(arguments)

    try:
        listed = json.loads(Path(options.data).read_text("utf-8"))["sources"]
        sources = {source["id"]: source for source in listed if source["kind"] == "post"}
        posts = posts_in(options.posts)
    except (OSError, ValueError) as error:
        return f"Cannot be read: {error}"
    except (KeyError, TypeError, RecursionError):
        return f"{options.data} is not a chronology."
    if options.source not in sources:
        return f"There is no post {options.source!r}. There are: {', '.join(sources)}."
    post = posts.get(sources[options.source]["sha256"])
    if post is None:
        return f"No file in {options.posts} has the SHA-256 of {options.source}."
    if not 1 <= options.paragraph <= len(post.paragraphs):
        return f"{options.source} has paragraphs 1 to {len(post.paragraphs)}."
    start, end = post.paragraphs[options.paragraph - 1]
    found = find(post.text[start:end], options.words) if fold(options.words) else []
    if len(found) != 1:
        return f"The words occur {len(found)} times in paragraph {options.paragraph}; they must occur once."
    a, b = start + found[0][0], start + found[0][1]
    print(f'"paragraph": {options.paragraph}, "range": [{a}, {b}], "digest": "{digest(post.text[a:b])}"')
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
