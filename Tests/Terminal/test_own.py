"""Writing a chronology with the program alone: starting it, citing passages, adding events."""

import json
import pathlib
import tempfile
import threading
import unittest

from terminal import Terminal
from test_commands import run

POSTS = {
    "kiln.txt": "The kiln\n\nThe potter lit it in May\u00a01920, and the guild was told.\n\nIt went out.\n",
    "guild.txt": "What the guild says\n\nNobody told us before June.\n",
}
EVENT = ["--date", "may 1920", "--title", "Potter: the kiln is lit", "--kind", "statement", "--post", "kiln", "--paragraph", "2",
         "--words", "The potter … 1920", "--yes"]


class Own(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.posts = self.folder / "posts"
        self.posts.mkdir()
        for name, text in POSTS.items():
            (self.posts / name).write_text(text)
        self.path = self.folder / "mine.json"

    def new(self, *arguments):
        return run("new", str(self.path), "--posts", str(self.posts), *arguments)

    def add(self, *arguments, **options):
        return run("add", str(self.path), "--posts", str(self.posts), *arguments, **options)

    def events(self):
        return {event["id"]: event for event in json.loads(self.path.read_text())["events"]}

    def check(self):
        result = run("check", str(self.path), "--posts", str(self.posts))
        self.assertEqual(result.returncode, 0, result.stdout)
        return result.stdout


class Beginning(Own):
    def test_a_new_chronology_is_sound_and_never_takes_the_place_of_another(self):
        self.assertEqual(self.new().returncode, 0)
        self.assertIn("1 of 1 citations verified in 2 of 2 posts", self.check())
        before = self.path.read_bytes()
        again = self.new("--title", "Other")
        self.assertEqual(again.returncode, 1)
        self.assertIn("already", again.stderr)
        self.assertEqual(self.path.read_bytes(), before)

    def test_what_is_no_text_is_passed_over_and_said(self):
        (self.posts / "photo.jpg").write_bytes(b"\xff\xd8\xff\x00")
        result = self.new("--no-example", "--title", "The \x1b[2Jkiln")
        self.assertIn("photo.jpg is not UTF-8 text", result.stderr)
        data = json.loads(self.path.read_text())
        self.assertEqual(([source["title"] for source in data["sources"]], data["events"]),
                         (["What the guild says", "The kiln"], []))
        self.assertNotIn("\x1b", data["title"])


class Citing(Own):
    def test_a_citation_proves_itself_however_the_post_is_named(self):
        self.new()
        kiln = self.posts / "kiln.txt"
        for post in ("the-kiln", "kiln", str(kiln), "kiln.txt", "2"):
            with self.subTest(post):
                result = run("cite", str(self.path), post, "2", "lit it in … 1920", "--posts", str(self.posts))
                citation = json.loads(result.stdout)
                start, end = citation["range"]
                self.assertEqual(kiln.read_text()[start:end], "lit it in May\u00a01920")
                self.assertEqual(citation["source"], "the-kiln")
                data = json.loads(self.path.read_text())
                data["events"][0]["citations"] = [citation]
                other = self.folder / "pasted.json"
                other.write_text(json.dumps(data))
                self.assertEqual(run("check", str(other), "--posts", str(self.posts)).returncode, 0)

    def test_what_is_not_there_once_is_refused_with_a_reason(self):
        self.new()
        for paragraph, words, reason in (("2", "It went", "in paragraph 3"), ("2", "t", "times"), ("9", "It", "1 to 3"),
                                         ("2", "lit it in June", "but not “June”")):
            result = run("cite", "--file", str(self.path), "kiln", paragraph, words, "--posts", str(self.posts))
            self.assertEqual((result.returncode, result.stdout), (1, ""))
            self.assertIn(reason, result.stderr)
        self.assertEqual(run("cite", "kiln", "two", "words").returncode, 2)


class Adding(Own):
    def test_options_add_a_proved_event_and_leave_every_other_byte(self):
        self.new("--no-example")
        for number, form in enumerate(("\n", "\r\n")):
            with self.subTest(form=form):
                data = json.loads(self.path.read_text())
                data["events"] = [{"id": "old", "date": "1919", "dating": {"basis": "stated"}, "kind": "letter", "title": "Old"}]
                text = json.dumps(data, indent="\t", ensure_ascii=False).replace("\n", form)
                self.path.write_bytes(text.encode())
                self.path.chmod(0o640)
                result = self.add(*EVENT)
                self.assertEqual(result.returncode, 0, result.stderr)
                after = self.path.read_bytes().decode()
                place = after.index(form + "\t\t{" + form + '\t\t\t"id": "potter')
                end = text.index(form + "\t]" + form + "}")
                self.assertEqual((after[:place - 1], after[-len(text[end:]):]), (text[:end], text[end:]))
                self.assertEqual(after.count("\n"), after.count(form))
                self.assertEqual(self.path.stat().st_mode & 0o777, 0o640)
                self.assertIn("1 of 1 citations verified", self.check())

    def test_a_pipe_answers_in_turn_and_the_first_bad_answer_writes_nothing(self):
        self.new()
        before = self.path.read_bytes()
        answers = ["may 1920", "", "The kiln is lit", "", "letter", "Potters' Guild", "yes", "", "", "1", "2", "before June", "", "",
                   "", "yes"]
        result = self.add(data="\n".join([*answers[:-1], "no"]).encode())
        self.assertEqual((result.returncode, self.path.read_bytes()), (1, before))
        for bad in (["marhc 1920"], answers[:5], [*answers[:11], "before July"]):
            result = self.add(data="\n".join(bad).encode())
            self.assertEqual((result.returncode, self.path.read_bytes()), (1, before), result.stderr)
            self.assertIn("Nothing is written", result.stderr)
        result = self.add(data="\n".join(answers).encode())
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.events()["the-kiln-is-lit"]["agencies"], ["potters-guild"])
        self.check()

    def test_with_yes_what_is_missing_is_wrong_usage(self):
        self.new()
        for missing in ("--date", "--title", "--kind", "--words"):
            place = EVENT.index(missing)
            result = self.add(*EVENT[:place], *EVENT[place + 2:])
            self.assertEqual(result.returncode, 2)
            self.assertIn(missing, result.stderr)
        result = self.add(*EVENT, "--agency", "Guild")
        self.assertEqual(result.returncode, 2)
        self.assertIn("--new-names", result.stderr)
        self.assertEqual(self.add(*EVENT, "--agency", "Guild", "--new-names").returncode, 0)
        self.check()

    def test_events_added_at_once_are_all_there(self):
        self.new("--no-example")
        results = []
        threads = [threading.Thread(target=lambda: results.append(self.add(*EVENT).returncode)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [0] * 6)
        self.assertEqual(len(self.events()), 6)
        self.check()

    def test_at_a_terminal_it_asks_again_and_ends_with_a_review(self):
        self.new()
        with Terminal(columns=100, rows=40) as terminal:
            terminal.start("add", str(self.path), "--posts", str(self.posts))
            for wait, answer in (("When did it happen", "marhc 1920"), ("Did you mean March 1920", "may 1920"),
                                 ("written 1920-05", ""), ("A title", "The kiln is lit"), ("What happened", ""),
                                 ("What kind", "letter"), ("An agency", ""), ("A person", ""), ("Which post", "kiln"),
                                 ("Which paragraph", "2"), ("It begins: The potter", "lit … 1920"), ("Found:", ""),
                                 ("And of its date", ""), ("Which other post", ""), ("Add it to", "yes")):
                terminal.wait_for(wait)
                terminal.wait_until_quiet(0.1)
                terminal.type(answer)
                terminal.keys("Enter")
            self.assertEqual(terminal.status(), 0)
            self.assertEqual(terminal.modes_after(), terminal.modes_before())
        self.assertIn("the-kiln-is-lit", self.events())
        self.check()

    def test_back_returns_to_the_question_before(self):
        self.new()
        with Terminal(columns=100, rows=40) as terminal:
            terminal.start("add", str(self.path), "--posts", str(self.posts))
            for wait, answer in (("When did it happen", "back"), ("There is no question before", "may 1921"),
                                 ("written 1921-05", ""), ("A title", "Back"), ("How is that known", "back"),
                                 ("When did it happen", "may 1920"), ("written 1920-05", ""), ("A title", "The kiln is lit"),
                                 ("What happened", ""), ("What kind", "letter"), ("An agency", "Guild"),
                                 ("No agency is called", "yes"), ("Guild is new", "back"),
                                 ("No agency is called", "no"), ("Left out", ""), ("A person", ""), ("Which post", ""),
                                 ("Add it to", "back"), ("Which post", ""), ("Add it to", "yes")):
                terminal.wait_for(wait)
                terminal.wait_until_quiet(0.1)
                terminal.type(answer)
                terminal.keys("Enter")
            self.assertEqual(terminal.status(), 0)
        self.assertIn("the-kiln-is-lit", self.events())
        self.assertEqual(self.events()["the-kiln-is-lit"]["date"], "1920-05")
        self.assertNotIn("Guild", self.path.read_text(encoding="utf-8"))
        self.check()

    def test_leaving_in_the_middle_writes_nothing(self):
        self.new()
        before = self.path.read_bytes()
        with Terminal() as terminal:
            for key, status in (("C-d", 1), ("C-c", 130)):
                terminal.start("add", str(self.path))
                terminal.wait_for("When did it happen")
                terminal.wait_until_quiet(0.1)
                terminal.keys(key)
                self.assertEqual(terminal.status(), status)
        self.assertEqual(self.path.read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
