"""Hostile input: files that are not chronologies, names that are not UTF-8, folders full of anything, long steps."""

import json
import os
import pathlib
import pty
import resource
import signal
import subprocess
import tempfile
import time
import unittest

from pseudoterminal import Pseudoterminal
from terminal import PROGRAM, Terminal
from test_commands import run

PLAIN = {"dating": {"basis": "stated"}, "kind": "letter", "summary": "", "people": [], "links": [], "citations": []}
EVENT = PLAIN | {"id": "one", "date": "2004", "title": "A letter", "agencies": ["stoke"]}
SOUND = {"title": "A road", "agencies": [{"id": "stoke", "name": "Stoke by Clare Council"}], "people": [], "sources": [],
         "events": [EVENT]}
SUBCOMMANDS = [["list"], ["show", "1"], ["sources"], ["agencies"], ["people"], ["check"], ["coverage"], ["disagreements"],
               ["known", "--on", "2007"], ["gaps"], ["lanes"], ["export", "--format", "json"]]


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.sound = self.folder / "sound.json"
        self.sound.write_text(json.dumps(SOUND))


class NoChronology(Folder):
    def test_what_is_no_chronology_is_refused_alike_everywhere(self):
        files = {"text": b"root:x:0:0:root:/root:/bin/sh\n", "number": b"7", "list": b"[1, 2]", "nothing": b"{}",
                 "zeros": b"\0" * 100}
        for name, data in files.items():
            path = self.folder / "it"
            path.write_bytes(data)
            for command in [*([*command, "--file"] for command in SUBCOMMANDS), ["check"], ["--text"], []]:
                with self.subTest(name, command=command):
                    result = run(*command, str(path))
                    self.assertEqual((result.returncode, result.stdout), (1, ""))
                    self.assertIn("it is not a readable chronology.", result.stderr)

    def test_the_browser_refuses_it_too_and_leaves_the_terminal_as_it_was(self):
        long = self.folder / "long"
        # Long enough for the screen to appear before the end is read.
        long.write_text("{" + ", ".join(f'"{name}": "{"a" * (4 << 20)}"' for name in "abcdef") + "}")
        short = self.folder / "short"
        short.write_bytes(b"No chronology.")
        for path in (short, long):
            with self.subTest(path.name), Pseudoterminal("sh", "-c", f'exec "$0" {path}') as terminal:
                terminal.wait_for(b"is not a readable chronology.")
                self.assertEqual(terminal.status(), 1)
                self.assertEqual(terminal.modes(), terminal.modes_before)

    def test_a_device_without_end_is_read_no_further_than_its_beginning(self):
        for command in (["list", "--file"], ["--text"]):
            with self.subTest(command):
                limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
                result = run(*command, "/dev/zero", preexec_fn=limit)
                self.assertEqual((result.returncode, result.stdout), (1, ""))
                self.assertIn("/dev/zero is not a readable chronology.", result.stderr)


class Names(Folder):
    def test_a_hyphen_is_standard_input(self):
        data = json.dumps(SOUND).encode()
        self.assertIn("A letter", run("list", "--file", "-", data=data).stdout)
        self.assertEqual(run("check", "-", data=data).returncode, 0)
        self.assertIn("Standard input is not a readable chronology", run("list", "--file", "-", data=b"7").stderr)
        self.assertIn("A road", run("--text", "-", data=data).stdout)

    def test_keys_come_from_the_terminal_where_the_chronology_comes_by_a_pipe(self):
        with Terminal(80, 24) as terminal:
            terminal.start("-", before=f"cat {self.sound} |")
            terminal.wait_for("A letter")
            terminal.keys("Enter")
            terminal.wait_for("Id one")
            terminal.keys("Q")
            self.assertEqual(terminal.status(), 0)

    def test_a_file_whose_name_is_not_UTF_8_opens(self):
        path = os.fsencode(self.folder) + b"/caf\xe9.json"
        with open(path, "wb") as file:
            file.write(json.dumps(SOUND).encode())
        for command in ([b"list", b"--file", path], [b"list", b"--file=" + path], [b"check", path], [b"--text", path]):
            with self.subTest(command):
                result = run(*command)
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertNotEqual(result.stdout, "")

    def test_an_agency_asked_for_by_an_option_may_have_any_name(self):
        result = run("known", "--on", "2007", "--agency", "Stoke by Clare Council", "--file", str(self.sound))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Stoke by Clare Council: 1 event known.", result.stdout)
        typed = run("--text", str(self.sound), data=b"known 2007 by Stoke by Clare Council\n")
        self.assertIn("Stoke by Clare Council: 1 event known.", typed.stdout)


class Posts(Folder):
    def test_a_folder_full_of_anything_is_read_as_far_as_it_is_posts(self):
        posts = self.folder / "posts"
        posts.mkdir()
        for number in range(3000):
            (posts / f"post-{number:04}.txt").write_text(f"Post {number}.\n\nSecond paragraph.\n")
        (posts / "folder").mkdir()
        os.mkfifo(posts / "pipe")
        (posts / "loop").symlink_to("loop")
        with open(os.fsencode(posts) + b"/caf\xe9.txt", "wb") as file:
            file.write(b"Latin-1: caf\xe9\n")
        (posts / "\x1b]0;title\x07.txt").write_text("Harmless.\n")
        with open(posts / "huge.txt", "wb") as file:
            file.truncate(100 << 20)
        sound = SOUND | {"sources": [{"id": "post", "kind": "post", "title": "Post 7", "paragraphs": 2, "outline": []}],
                         "events": [EVENT | {"citations": [{"source": "post", "paragraph": 1, "range": [0, 6],
                                                            "digest": "sha256:" + "0" * 64, "fact": "states", "date": "silent"}]}]}
        self.sound.write_text(json.dumps(sound))
        for command in (["check", "--verbose"], ["list"], ["--text"]):
            with self.subTest(command):
                path = ["--file", str(self.sound)]
                result = run(*command, *path, "--posts", str(posts), data=b"source Post 7\n")
                self.assertIn(result.returncode, (0, 1))
                self.assertNotIn("\x1b", result.stdout + result.stderr)
                self.assertIn("A letter" if command != ["check", "--verbose"] else "1 event", result.stdout)

    def test_more_than_any_folder_of_posts_holds_is_said(self):
        posts = self.folder / "posts"
        posts.mkdir()
        for number in range(10):
            with open(posts / f"{number}.txt", "wb") as file:
                file.truncate(2 << 20)
        result = run("list", "--file", str(self.sound), "--posts", str(posts))
        self.assertIn("more than 16 megabytes of posts: the last 2 files of it are not read.", result.stderr)


class Output(Folder):
    def test_nobody_reading_any_more_is_no_fault(self):
        for command in (["list"], ["list", "--format", "json"], ["date", "-"], ["--help"], ["check"]):
            with self.subTest(command[:1]):
                reading, writing = os.pipe()
                os.close(reading)
                result = run(*command, stdout=writing, data=b"2007\n" * 20000)
                os.close(writing)
                self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_a_date_reaches_no_terminal_as_a_command(self):
        hostile = "x\u009b31m \u202eright \U000e0041tag \U000e0100 é"
        for locale, is_ascii in (("C.UTF-8", False), ("C", True)):
            for option in ([], ["--typed"]):
                with self.subTest(locale=locale, option=option):
                    result = subprocess.run([PROGRAM, "date", *option, hostile], capture_output=True, timeout=60,
                                            env={"LC_ALL": locale, "PATH": "/usr/bin:/bin"})
                    text = result.stdout.decode("ascii" if is_ascii else "utf-8")
                    for character in "\u009b\u202e\U000e0041\U000e0100":
                        self.assertNotIn(character, text)
                    self.assertEqual(json.loads(text)["input"], hostile)

    def test_json_on_a_terminal_has_nothing_in_it_that_turns_text_round(self):
        title = "A \u202eletter\u2066 of \U000e0041tags"
        self.sound.write_text(json.dumps(SOUND | {"events": [EVENT | {"title": title}]}, ensure_ascii=False))
        for command in (["list"], ["show", "1"]):
            with self.subTest(command):
                master, slave = pty.openpty()
                run(*command, "--format", "json", "--file", str(self.sound), stdout=slave)
                os.close(slave)
                data = b""
                while chunk := self.chunk(master):
                    data += chunk
                os.close(master)
                text = data.decode()
                self.assertNotIn("\u202e", text)
                self.assertEqual(json.loads(text)[0]["title"], title)

    @staticmethod
    def chunk(file):
        try:
            return os.read(file, 1 << 16)
        except OSError:
            return b""


class LongSteps(Folder):
    def test_ctrl_c_ends_the_program_where_a_step_takes_long(self):
        # A single value, which is read in one go and takes some seconds.
        ids = ", ".join(f'"unknown agency number {number}"' for number in range(3_000_000))
        event = json.dumps(EVENT)
        path = self.folder / "long.json"
        path.write_text(json.dumps(SOUND).replace(event, event.replace('["stoke"]', f"[{ids}]")))
        with Pseudoterminal("sh", "-c", f'exec "$0" {path}') as terminal:
            start = time.monotonic()
            while terminal.process.poll() is None and time.monotonic() - start < 50:
                time.sleep(0.5)
                terminal.send(b"\x03")
            self.assertIn(terminal.status(), (130, -signal.SIGINT))
            self.assertEqual(terminal.modes(), terminal.modes_before)


if __name__ == "__main__":
    unittest.main()
