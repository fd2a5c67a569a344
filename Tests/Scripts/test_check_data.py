"""Tests of Scripts/check_data.py, on a made-up chronology of a made-up post.

python3 -m unittest discover Tests/Scripts
"""

import contextlib
import copy
import hashlib
import io
import os
import json
import sys
import tempfile
import unittest
import unittest.mock
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Scripts"))

import check_data  # noqa: E402
import passages  # noqa: E402

POST = (
    "A Quiet Bridge\n"
    "\n"
    "The council was told in June\u00a02001 that the old bridge\nleaned a little further every winter.\n"
    "\u00a0\n"
    "“Nobody answered”, said the keeper – not once.\n"
)
TOLD = "told in June\u00a02001 that the old bridge\nleaned"


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def chronology():
    """A valid chronology of the made-up post."""
    start = POST.index(TOLD)
    return {
        "title": "The bridge",
        "agencies": [{"id": "council", "name": "The council"}],
        "people": [],
        "sources": [
            {
                "id": "bridge-post", "kind": "post", "title": "A Quiet Bridge", "sha256": sha256(POST), "paragraphs": 3,
                "outline": [{"paragraph": number, "gist": f"Paragraph {number}."} for number in (1, 2, 3)],
            },
            {"id": "minutes", "kind": "record", "title": "Minutes", "url": "https://example.org/minutes"},
        ],
        "events": [
            {
                "id": "council-told", "date": "2001-06", "dating": {"basis": "stated"}, "kind": "warning",
                "title": "The council is told", "agencies": ["council"],
                "citations": [
                    {
                        "source": "bridge-post", "paragraph": 2, "range": [start, start + len(TOLD)],
                        "digest": "sha256:" + sha256("told in June 2001 that the old bridge leaned"),
                        "fact": "states", "date": "states",
                    },
                    {"source": "minutes", "paragraph": None, "fact": "states", "date": "states", "gives": "2001-06-04"},
                ],
            }
        ],
    }  # fmt: skip


class Folding(unittest.TestCase):
    def test_folds_what_changes_when_a_post_is_saved_again(self):
        for passage, folded in (
            ("  two \t\n words ", "two words"),
            ("non\u00a0breaking\u202fspaces", "non breaking spaces"),
            ("‘a’ ‛b", "'a' 'b"),
            ("“a” „b", '"a" "b'),
            ("a – b — c ‑ d", "a - b - c - d"),
            ("and so on…", "and so on..."),
            ("e\u0301", "é"),
            ("Case stays; so do commas, and - hyphens", "Case stays; so do commas, and - hyphens"),
        ):
            self.assertEqual(passages.fold(passage), folded)

    def test_digests_the_folded_text(self):
        self.assertEqual(passages.digest("a…\n"), "sha256:" + sha256("a..."))

    def test_a_paragraph_is_a_run_of_lines_that_are_not_blank(self):
        for text, found in (
            ("", []),
            ("\n \n\u00a0\n", []),
            ("one", ["one"]),
            ("\none\ntwo\n\u00a0\u00a0\nthree\n\n", ["one\ntwo", "three"]),
            ("\u00a0indented\n", ["\u00a0indented"]),
        ):
            self.assertEqual([text[a:b] for a, b in passages.paragraphs(text)], found)


class InFolders(unittest.TestCase):
    """A folder with the post under another name, and an empty project beside it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.posts, self.tree = Path(folder.name, "posts"), Path(folder.name, "tree")
        self.posts.mkdir()
        self.tree.mkdir()
        (self.posts / "any name").write_text(POST, "utf-8")
        (self.posts / "picture").write_bytes(b"\xff\xd8\xff")

    def write(self, data):
        path = self.tree / "events.json"
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        return path


class Checking(InFolders):
    def check(self, data, *, posts=True):
        path = self.write(data)
        arguments = ["--data", str(path), "--tree", str(self.tree)]
        # Posts present on this machine do not belong to the made-up chronology.
        environment = unittest.mock.patch.dict(os.environ)
        with environment, contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(output):
            os.environ.pop("CHRONOLOGY_POSTS", None)
            status = check_data.main(([str(self.posts)] if posts else []) + arguments)
        return status, output.getvalue()

    def test_a_sound_chronology_has_no_faults(self):
        status, output = self.check(chronology())
        self.assertEqual(status, 0)
        self.assertRegex(output, "^1 events, 2 citations, against the posts in .*: 0 faults\\.\n$")

    def test_names_each_fault(self):
        def event(data):
            return data["events"][0]

        def citation(data):
            return event(data)["citations"][0]

        def inferred(data, date, reason):
            event(data).update(date=date, dating={"basis": "inferred", "reason": reason})
            citation(data).update(date="implies")

        faults = {
            "an unknown field": (lambda data: event(data).update(colour="red"), "$.events[0]: Additional properties"),
            "a missing reason": (
                lambda data: event(data).update(dating={"basis": "inferred"}),
                "'reason' is a required",
            ),
            "an unknown stance": (lambda data: citation(data).update(fact="hints"), "$.events[0].citations[0].fact"),
            "a control character": (lambda data: event(data).update(title="a\u001bb"), "$.events[0].title"),
            "a long short name": (
                lambda data: data["agencies"][0].update(short="Thirteen cell"),
                "the short name has more than 12 characters",
            ),
            "an id that is no slug": (lambda data: event(data).update(id="Told 1"), "must be a slug"),
            "a repeated id": (
                lambda data: data["events"].append(copy.deepcopy(event(data))),
                "'council-told' is used 2",
            ),
            "an unknown agency": (lambda data: event(data).update(agencies=["nobody"]), "'nobody' is not among"),
            "an unknown person": (lambda data: event(data).update(people=["nobody"]), "'nobody' is not among"),
            "an unknown successor": (lambda data: data["agencies"][0].update(successors=["heir"]), "no agency 'heir'"),
            "a link to nowhere": (
                lambda data: event(data).update(links=[{"to": "x", "relation": "answers"}]),
                "not to 'x'",
            ),
            "a link to itself": (
                lambda data: event(data).update(links=[{"to": "council-told", "relation": "answers"}]),
                "not to 'council-told'",
            ),
            "no citation": (lambda data: event(data).update(citations=[]), "no source is cited"),
            "an unknown source": (lambda data: citation(data).update(source="x"), "there is no source 'x'"),
            "a post without a passage": (lambda data: citation(data).update(digest=None), "a post is cited with"),
            "a record with a paragraph": (
                lambda data: citation(data).update(source="minutes"),
                "a record is cited without",
            ),
            "a dispute without a reading": (lambda data: citation(data).update(fact="contradicts"), "`reading`"),
            "a disputed date without another": (
                lambda data: (citation(data).update(date="contradicts"), event(data).update(reading="Why.")),
                "`gives`",
            ),
            "known by no citation": (
                lambda data: event(data).update(known=[{"agency": None, "date": "2001", "how": "told", "citation": 3}]),
                "known by citation 3",
            ),
            "known to nobody": (
                lambda data: event(data).update(known=[{"agency": "x", "date": "2001", "how": "told"}]),
                "known to 'x'",
            ),
            "a gap in the outline": (lambda data: data["sources"][0]["outline"].pop(1), "the outline must have"),
            "a post that is not there": (
                lambda data: data["sources"][0].update(sha256="0" * 64),
                "no file has the SHA-256",
            ),
            "another number of paragraphs": (
                lambda data: data["sources"][0].update(paragraphs=2, outline=data["sources"][0]["outline"][:2]),
                "the file has 3 paragraphs, not 2",
            ),
            "a paragraph too far": (lambda data: citation(data).update(paragraph=4), "the post has 3 paragraphs"),
            "another paragraph": (lambda data: citation(data).update(paragraph=3), "is not within the paragraph"),
            "an empty range": (lambda data: citation(data).update(range=[20, 20]), "is not within the paragraph"),
            "another passage": (
                lambda data: citation(data).update(range=[20, 30]),
                "the digest is not that of the passage",
            ),
            "a record alone": (lambda data: event(data)["citations"].pop(0), "a record grounds no event"),
            "a passage that says nothing": (
                lambda data: (citation(data).update(fact="silent"), event(data)["citations"].pop(1)),
                "no passage of a post states or implies it",
            ),
            "a date stated by nobody": (lambda data: citation(data).update(date="implies"), "is called stated, but no"),
            "a stated date called inferred": (
                lambda data: event(data).update(dating={"basis": "inferred", "reason": "Told."}),
                "is called inferred, but citation 1 states it",
            ),
            "a comment that states a date": (
                lambda data: data["sources"][0]["outline"][1].update(part="comment"),
                "a comment bears no date",
            ),
            "a month for a day": (
                lambda data: inferred(data, "[2001-05..2001-06]", "By 4 June 2001."),
                "has the bound 2001-06, but its reason has 2001-06-04",
            ),
            "a year for a day": (
                lambda data: inferred(data, "2000/2001", "By 4 June 2001."),
                "has the bound 2001, but its reason has 2001-06-04",
            ),
            "a month for the day of the post": (
                lambda data: (inferred(data, "[..2001-06]", "By then."), data["sources"][0].update(date="2001-06-04")),
                "has the bound 2001-06, but its reason has 2001-06-04",
            ),
            "known by a month for a day": (
                lambda data: (
                    data["sources"][0].update(date="2001-06-04"),
                    event(data).update(known=[{"date": "[..2001-06]", "how": "told", "citation": 1}]),
                ),
                "known [..2001-06] has the bound 2001-06",
            ),
            "a long title": (lambda data: event(data).update(title="The council is told " * 3 + "!"), "61 columns"),
            "a speaker at the end": (
                lambda data: event(data).update(title="The council is told, says the keeper"),
                "the speaker comes first",
            ),
            "a cause": (
                lambda data: (
                    data["events"].append(copy.deepcopy(event(data)) | {"id": "told-again"}),
                    event(data).update(links=[{"to": "told-again", "relation": "led to"}]),
                ),
                "'led to' tells a cause",
            ),
            "a dispute in which nothing is denied": (
                lambda data: (citation(data).update(fact="contradicts"), event(data).update(reading="Both can be true.")),
                "is anything denied?",
            ),
            "an alias that describes": (
                lambda data: data["people"].append({"id": "keeper", "name": "Keeper", "aliases": ["the witness"]}),
                "is a description, not a name",
            ),
            "a person whom no post names": (
                lambda data: data["people"].append({"id": "keeper", "name": "A. Keeper", "aliases": ["Keepers"]}),
                "no post names A. Keeper or Keepers",
            ),
        }
        for name, (break_it, words) in faults.items():
            with self.subTest(name):
                data = chronology()
                break_it(data)
                status, output = self.check(data)
                self.assertEqual(status, 1)
                self.assertIn(words, output)

    def test_lists_each_contradiction_with_its_reading_for_a_person_to_confirm(self):
        data = chronology()
        event = data["events"][0]
        event["citations"].append(event["citations"][0] | {"fact": "contradicts"})
        event["reading"] = "The keeper denies it."
        again = copy.deepcopy(event) | {"id": "told-again", "links": [{"to": event["id"], "relation": "contradicts"}]}
        data["events"].append(again)
        status, output = self.check(data)
        self.assertEqual(status, 0)
        self.assertIn("contradicts: council-told, citation 3: The keeper denies it.\n", output)
        self.assertIn("contradicts: told-again and council-told\n", output)

    def test_bounds_as_near_as_their_reasons_have_no_faults(self):
        for date, reason in (
            ("[2001-05-01..2001-06-04]", "By 4 June 2001."),
            ("[2001-05..2001-06]", "By the end of June 2001."),
            ("[2001..2002]", "Not long after 31 December 2000."),
            ("2001-06", "The month of the meeting of 4 June 2001."),
        ):
            data = chronology()
            data["events"][0].update(date=date, dating={"basis": "inferred", "reason": reason})
            data["events"][0]["citations"][0]["date"] = "implies"
            self.assertEqual(self.check(data)[0], 0, date)

    def test_a_person_is_named_by_any_of_the_names_whatever_the_accents(self):
        data = chronology()
        data["people"] = [{"id": "keeper", "name": "A. Keeper", "aliases": ["Kéeper"]}]
        self.assertEqual(self.check(data)[0], 0)

    def test_a_run_of_eight_words_is_a_copy_and_seven_are_not(self):
        eight = "The COUNCIL was told, in June 2001 -- that"
        for text, status in ((eight, 1), (eight.rsplit(maxsplit=1)[0], 0)):
            (self.tree / "notes.md").write_text(text, "utf-8")
            self.assertEqual(self.check(chronology())[0], status, text)

    def test_the_title_of_a_post_is_no_copy(self):
        title = "One two three four five six seven eight nine"
        post = f"{title}\n\nShort.\n"
        (self.posts / "titled").write_text(post, "utf-8")
        data = chronology()
        outline = [{"paragraph": number, "gist": "."} for number in (1, 2)]
        data["sources"].append(
            {
                "id": "titled",
                "kind": "post",
                "title": title,
                "sha256": sha256(post),
                "paragraphs": 2,
                "outline": outline,
            }
        )
        self.assertEqual(self.check(data)[0], 0)

    def test_without_posts_the_rest_is_still_checked(self):
        data = chronology()
        data["events"][0]["citations"][0]["range"] = [20, 30]
        status, output = self.check(data, posts=False)
        self.assertEqual(status, 0)
        self.assertIn("passages not checked", output)
        data["events"][0]["people"] = ["nobody"]
        self.assertEqual(self.check(data, posts=False)[0], 1)

    def test_what_cannot_be_read_is_said_and_not_passed(self):
        for text in ("", "{", "[]", '{"events": 3}'):
            path = self.tree / "events.json"
            path.write_text(text, "utf-8")
            with contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(output):
                status = check_data.main([str(self.posts), "--data", str(path), "--tree", str(self.tree)])
            self.assertIn(status, (1, 2), text)
            self.assertTrue(output.getvalue())


if __name__ == "__main__":
    unittest.main()
