"""Passages of a post: its paragraphs, and the digest that survives when the post is saved again.

Offsets count Unicode scalars of the post's UTF-8 text, from 0, as `range` in the data does.
"""

import hashlib
import re
import unicodedata
from pathlib import Path

# Unicode's White_Space. Python's own \s also takes the separators U+001C to U+001F, which are not in it.
WHITE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
WHITE_RUN = re.compile(f"[{WHITE}]+")
BLANK = re.compile(f"[{WHITE}]*")
TYPED = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "…": "...",
    }
)


def fold(passage):
    """The passage, normalised for line breaks, kinds of space and kinds of quotation mark."""
    text = unicodedata.normalize("NFC", passage).translate(TYPED)
    return WHITE_RUN.sub(" ", text).strip(" ")


def digest(passage):
    return "sha256:" + hashlib.sha256(fold(passage).encode("utf-8")).hexdigest()


def paragraphs(text):
    """(start, end) of each run of non-blank lines. The first is paragraph 1; the last line's break is excluded.

    A line consisting only of white space, including non-breaking, is blank.
    """
    found, start, end, offset = [], None, 0, 0
    for line in text.split("\n"):
        if not BLANK.fullmatch(line):
            start = offset if start is None else start
            end = offset + len(line)
        elif start is not None:
            found.append((start, end))
            start = None
        offset += len(line) + 1
    if start is not None:
        found.append((start, end))
    return found


class Post:
    """A saved post: its path, its text, and the SHA-256 of its bytes."""

    def __init__(self, path):
        data = Path(path).read_bytes()
        self.path = Path(path)
        self.sha256 = hashlib.sha256(data).hexdigest()
        self.text = data.decode("utf-8")
        self.paragraphs = paragraphs(self.text)


def posts_in(folder):
    """Every text in a folder, by SHA-256; file names do not matter."""
    posts = {}
    for path in sorted(Path(folder).iterdir()):
        if path.is_file():
            try:
                post = Post(path)
            except UnicodeDecodeError:
                continue
            posts[post.sha256] = post
    return posts
