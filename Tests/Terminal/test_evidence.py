"""The proof of passages by the real program: in unchanged posts, posts saved again, and posts with one word changed.

The made-up post is always there; the real ones only if CHRONOLOGY_POSTS names their folder."""

import hashlib
import json
import os
import re
import subprocess
import tempfile
import textwrap
import unicodedata
import unittest

PROGRAM = os.environ["CHRONOLOGY"]

POST = """Notes on the weir

The keeper wrote to the board in May 1931: \u201cthe gate sticks \u2013 and nobody comes\u201d.  He had no answer that year\u2026

A new board looked at the gate in 1933, and had it mended within the month."""

PASSAGES = [(2, "the gate sticks \u2013 and nobody comes"), (3, "had it mended within the month")]


def fold(text):
    """The folding on which the data's digests are based."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"\s+", " ", text).strip()
    for signs, plain in (("\u2018\u2019\u201b", "'"), ("\u201c\u201d\u201e", '"'), ("\u2013\u2014\u2011", "-"), ("\u2026", "...")):
        for sign in signs:
            text = text.replace(sign, plain)
    return text


def chronology():
    """Two events, one passage each."""
    events = []
    for number, (paragraph, passage) in enumerate(PASSAGES, 1):
        start = POST.index(passage)
        events.append({
            "id": f"event-{number}", "date": "1931", "dating": {"basis": "stated"}, "kind": "letter",
            "title": f"Event {number}", "summary": "", "agencies": [], "people": [], "links": [],
            "citations": [{
                "source": "notes", "paragraph": paragraph, "range": [start, start + len(passage)],
                "digest": "sha256:" + hashlib.sha256(fold(passage).encode()).hexdigest(),
                "fact": "states", "date": "silent", "gives": None}]})
    return {
        "title": "The weir", "agencies": [], "people": [], "events": events,
        "sources": [{
            "id": "notes", "kind": "post", "title": "Notes on the weir", "date": "1934", "author": None,
            "publisher": None, "url": None, "sha256": hashlib.sha256(POST.encode()).hexdigest(), "paragraphs": 3,
            "outline": [{"paragraph": n, "gist": f"Paragraph {n}.", "speaker": None} for n in (1, 2, 3)]}]}


def resave(text):
    """The text as another program might save it: a header, other line breaks, straight quotes, other spacing."""
    text = text.replace("\u00a0", " ")
    for signs, plain in (("\u2018\u2019", "'"), ("\u201c\u201d", '"'), ("\u2013", "-"), ("\u2026", "...")):
        for sign in signs:
            text = text.replace(sign, plain)
    paragraphs = [textwrap.fill(" ".join(p.split()), 50) for p in re.split(r"\n\s*\n", text) if p.strip()]
    return "Saved from the web\nfor keeping\n\n" + "\n\n\n".join(paragraphs) + "\n"


class Evidence(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.posts = os.path.join(self.folder.name, "posts")
        os.mkdir(self.posts)
        self.file = os.path.join(self.folder.name, "weir.json")
        with open(self.file, "w", encoding="utf-8") as file:
            json.dump(chronology(), file)

    def put(self, text, name="anything.txt"):
        with open(os.path.join(self.posts, name), "w", encoding="utf-8", newline="") as file:
            file.write(text)

    def check(self, file=None):
        command = [PROGRAM, "check", "--posts", self.posts] + ([file] if file else [])
        run = subprocess.run(command, capture_output=True, text=True, timeout=60)
        return run.returncode, run.stdout

    def test_every_passage_is_verified_in_the_post_whatever_its_file_is_called(self):
        self.put(POST)
        status, out = self.check(self.file)
        self.assertEqual(status, 0, out)
        self.assertIn("2 of 2 citations verified in 1 of 1 posts", out)

    def test_passages_are_found_again_in_a_copy_that_was_saved_otherwise(self):
        self.put(resave(POST))
        status, out = self.check(self.file)
        self.assertEqual(status, 0, out)
        self.assertIn("2 of 2 citations verified in 1 of 1 posts", out)
        self.assertIn("2 moved", out)

    def test_one_changed_word_fails_and_names_the_event(self):
        self.put(POST.replace("nobody comes", "somebody comes"))
        status, out = self.check(self.file)
        self.assertEqual(status, 1, out)
        self.assertRegex(out, r"Event event-1, citation 1: .*missing")
        self.assertNotRegex(out, r"Event event-2, .*missing")

    def test_no_text_at_hand_is_said_and_is_no_fault(self):
        status, out = self.check(self.file)
        self.assertEqual(status, 0, out)
        self.assertIn("none of 1 posts is at hand", out)

    @unittest.skipUnless(os.environ.get("CHRONOLOGY_POSTS"), "the posts are not at hand")
    def test_the_shipped_citations_are_verified_in_the_posts_and_in_copies_of_them(self):
        real = os.environ["CHRONOLOGY_POSTS"]
        texts = {}
        for name in os.listdir(real):
            with open(os.path.join(real, name), encoding="utf-8", newline="") as file:
                texts[name] = file.read()
        for save, moved in ((lambda text: text, False), (resave, True)):
            for name, text in texts.items():
                self.put(save(text), name="copy of " + name)
            status, out = self.check()
            self.assertEqual(status, 0, out)
            summary = re.search(r"(\d+) of (\d+) citations verified in 5 of 5 posts(.*)", out)
            self.assertIsNotNone(summary, out)
            self.assertEqual(summary[1], summary[2])
            self.assertEqual("moved" in summary[3], moved)


if __name__ == "__main__":
    unittest.main()
