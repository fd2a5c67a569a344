"""The commands that print and exit: what they print where, and with which exit status."""

import json
import pathlib
import subprocess
import tempfile
import unittest

from terminal import PROGRAM


def run(*arguments, data=b"", **options):
    """Runs the program in a plain environment, with its output as text."""
    result = subprocess.run([PROGRAM, *arguments], input=data, timeout=60,
                            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
                            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"})
    result.stdout, result.stderr = ((text or b"").decode() for text in (result.stdout, result.stderr))
    return result


class ExitStatus(unittest.TestCase):
    def test_a_full_disk_is_a_fault(self):
        for arguments in (["list"], ["list", "--format", "json"], ["sources"], ["sources", "--format", "json"], ["check"],
                          ["date", "2007"], ["--text"], ["--help"], ["help", "list"], ["--version"]):
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                result = run(*arguments, stdout=full)
                self.assertEqual(result.returncode, 1)
                self.assertIn("could not be written", result.stderr)

    def test_a_date_that_is_none_is_wrong_usage(self):
        for date in ("nonsense", "", "2007/.."):
            with self.subTest(date):
                result = run("known", "--on", date)
                self.assertEqual(result.returncode, 2)
                self.assertEqual(result.stdout, "")

    def test_a_full_screen_asked_for_by_name_needs_a_terminal(self):
        for flag in ("--browser", "--screen-reader"):
            with self.subTest(flag):
                result = run(flag)
                self.assertEqual(result.returncode, 1)
                self.assertIn("--text", result.stderr)

    def test_a_name_that_is_none_is_a_fault_in_either_format(self):
        for command in ("sources", "agencies", "people"):
            for form in ("text", "json"):
                with self.subTest(command=command, form=form):
                    result = run(command, "no-such-name", "--format", form)
                    self.assertEqual(result.returncode, 1)
                    self.assertEqual(result.stdout, "")


class Names(unittest.TestCase):
    def test_json_is_found_by_the_same_names_as_text(self):
        for command in ("sources", "agencies", "people"):
            first = json.loads(run(command, "--format", "json").stdout)[0]
            name = first.get("name") or first["title"]
            with self.subTest(name):
                self.assertEqual(json.loads(run(command, name, "--format", "json").stdout), [first])


class Export(unittest.TestCase):
    def session(self, folder, *lines):
        return run("--text", data="\n".join(lines).encode(), cwd=folder).stdout

    def test_nothing_is_written_over(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("here.json", "here.json.part"):
                pathlib.Path(folder, name).write_text("mine")
            pathlib.Path(folder, "away.json").symlink_to("nowhere")
            for name in ("here.json", "away.json", "json /dev/null", "json ."):
                with self.subTest(name):
                    self.assertIn("already", self.session(folder, f"export {name}"))
            self.assertEqual(pathlib.Path(folder, "here.json").read_text(), "mine")
            self.assertIn("written to there.json", self.session(folder, "export there.json"))
            self.assertGreater(len(json.loads(pathlib.Path(folder, "there.json").read_text())["events"]), 10)
            again = run("check", str(pathlib.Path(folder, "there.json")))
            self.assertEqual(again.returncode, 0, again.stdout)
            self.assertEqual(pathlib.Path(folder, "here.json.part").read_text(), "mine")


class Findings(unittest.TestCase):
    def test_a_finding_is_one_line_that_an_editor_can_follow(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "bad.json")
            path.write_text('{"title": "T",\n "agencies": [], "people": [], "sources": [],\n "events": [7]}')
            result = run("check", str(path))
            self.assertEqual(result.returncode, 1)
            first, last = result.stdout.splitlines()
            self.assertTrue(first.startswith(f"{path}:3:13: error: "), first)
            self.assertIn(" ($.events[0]). ", first)
            self.assertNotIn(". (", first)
            self.assertEqual(last, "No events, no sources. 1 finding.")


if __name__ == "__main__":
    unittest.main()
