"""Bookmarks and notes: stored beside the chronology, shared by concurrent sessions, never half written."""

import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import threading
import unittest

from terminal import PROGRAM, Terminal
from test_door import can_trace

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs/example/events.json"
TITLE = json.loads(EXAMPLE.read_text())["title"]


class Notes(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = pathlib.Path(folder.name)
        self.database = self.state / "chronology/notes.sqlite"

    def environment(self, **more):
        return {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": str(self.state), **more}

    def text(self, *lines, program=(PROGRAM,), environment=None, arguments=("--text", str(EXAMPLE))):
        return subprocess.run([*program, *arguments], input="\n".join(lines), text=True, capture_output=True,
                              timeout=60, env=environment or self.environment())

    def stored(self):
        with sqlite3.connect(self.database) as connection:
            rows = connection.execute("SELECT chronology, event, bookmarked, text FROM entry").fetchall()
        connection.close()
        return {(row[0], row[1]): row[2:] for row in rows}

    def test_both_front_ends_keep_and_show_the_same(self):
        before = EXAMPLE.read_bytes()
        with Terminal(columns=120, environment={"XDG_STATE_HOME": str(self.state)}) as terminal:
            terminal.start(str(EXAMPLE))
            terminal.wait_for(TITLE)
            terminal.keys("m")
            terminal.wait_for("Bookmarked:")
            terminal.keys("A")
            terminal.wait_for("A line of your own")
            terminal.type("Ask the clerk")
            terminal.keys("Enter")
            terminal.wait_for("Your note: Ask the clerk")
            terminal.keys("Q")
            self.assertEqual(terminal.status(), 0)
        said = self.text("open", "bookmarks").stdout
        self.assertIn("Bookmarked. Noted.", said)
        self.assertIn("Your note: Ask the clerk.", said)
        self.assertIn("Bookmarks and notes. 1 event.", said)
        self.text("note -", "bookmark")
        self.assertEqual(self.stored(), {})
        self.assertEqual(EXAMPLE.read_bytes(), before)

    def test_a_copy_elsewhere_has_the_same_notes_and_another_chronology_none(self):
        self.text("note Ask")
        copy = self.state / "copy.json"
        copy.write_bytes(EXAMPLE.read_bytes())
        self.assertIn("Your note: Ask.", self.text("bookmarks", arguments=("--text", str(copy))).stdout)
        self.assertIn("Nothing is bookmarked", self.text("bookmarks", arguments=("--text",)).stdout)

    def test_sessions_at_once_lose_nothing(self):
        sessions = [subprocess.Popen([PROGRAM, "--text", str(EXAMPLE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                     env=self.environment()) for _ in range(4)]
        for session in sessions:
            # Each session has read the notes, which are still empty.
            session.stdout.readline()
        for number, session in enumerate(sessions):
            session.stdin.write(f"note by {number}\nopen {number + 2}\nbookmark\n")
            session.stdin.flush()
        for session in sessions:
            session.communicate(timeout=60)
            self.assertEqual(session.returncode, 0)
        events = [event["id"] for event in json.loads(self.text(arguments=("list", "--format", "json", "--file", str(EXAMPLE))).stdout)]
        stored = self.stored()
        self.assertEqual(sorted(stored[(TITLE, events[0])][1].split(" | ")), [f"by {number}" for number in range(4)])
        self.assertEqual({id for (_, id), (isOn, _) in stored.items() if isOn}, set(events[1:5]))

    @unittest.skipUnless(can_trace(), "strace cannot be used here")
    def test_killed_at_any_write_it_leaves_the_old_note_or_the_new(self):
        self.text("note first")
        for call in ("pwrite64", "fdatasync", "unlink"):
            for number in range(1, 8):
                trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={call}:signal=KILL:when={number}", PROGRAM]
                ended = self.text("note second", program=trace)
                with self.subTest(call=call, number=number):
                    self.assertIn(self.stored()[(TITLE, self.first())][1], ("first", "second"))
                    self.assertEqual(self.text("where").returncode, 0)
                self.text("note first")
                if ended.returncode == 0:
                    break

    def first(self):
        return next(iter(self.stored()))[1]

    def test_where_nothing_can_be_kept_it_says_so_once_and_goes_on(self):
        for environment in ({"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}, self.environment(XDG_STATE_HOME="/proc/none")):
            result = self.text("bookmark", "note Ask", "bookmarks", environment=environment)
            self.assertEqual(result.returncode, 0)
            self.assertEqual(result.stdout.count("last only until you leave"), 1, result.stdout)
            self.assertIn("Your note: Ask.", result.stdout)
        self.database.parent.mkdir(parents=True, exist_ok=True)
        self.database.write_text("no database")
        result = self.text("bookmark", "where")
        self.assertEqual(result.returncode, 0)
        self.assertIn("not a database", result.stdout)
        self.assertEqual(self.database.read_text(), "no database")

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_folder_that_may_not_be_written_keeps_what_is_there_readable(self):
        self.text("note Ask")
        self.database.chmod(0o400)
        self.database.parent.chmod(0o500)
        self.addCleanup(self.database.parent.chmod, 0o700)
        result = self.text("bookmark", "open")
        self.assertEqual(result.returncode, 0)
        self.assertIn("Your note: Ask.", result.stdout)

    def test_notes_go_out_only_if_asked_and_where_they_fit(self):
        self.text("note Ask the clerk")
        for form in ("html", "markdown", "text", "annotations"):
            with self.subTest(form):
                arguments = ("export", "--format", form, "--file", str(EXAMPLE))
                self.assertNotIn("Ask the clerk", self.text(arguments=arguments).stdout)
                self.assertIn("Ask the clerk", self.text(arguments=(*arguments, "--notes")).stdout)
        self.assertEqual(self.text(arguments=("export", "--format", "csv", "--notes")).returncode, 2)
        notes = [one for one in json.loads(self.text(arguments=("export", "--format", "annotations", "--file", str(EXAMPLE),
                                                                "--notes")).stdout)["items"] if one["motivation"] == "commenting"]
        self.assertEqual([note["body"]["value"] for note in notes], ["Ask the clerk"])


if __name__ == "__main__":
    unittest.main()
