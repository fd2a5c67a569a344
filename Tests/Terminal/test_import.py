"""Files of other programs, opened directly or converted to a chronology, with nothing lost silently."""

import csv
import datetime
import io
import json
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

import icalendar
import jsonschema

from terminal import PROGRAM, Terminal
from test_commands import run

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "data/events.schema.json").read_text())
SHIPPED = json.loads((ROOT / "data/events.json").read_text())

SHEET = """\
Date;Agency;What happened;Action taken
12/03/2009;Council; Hospital;A made-up row
13/03/2009;Council;"A visit; nobody
was in";Card left
31/02/2009;Council;No such day;
;;;
?? /04/2009;Hospital;A day that is not known;
"""


class Imports(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.sheet = self.folder / "sheet.csv"
        self.sheet.write_text(SHEET.replace("Council; Hospital", "Council, Hospital"))
        self.output = self.folder / "out.json"

    def test_a_spreadsheet_becomes_a_chronology_that_fits_the_schema(self):
        result = run("import", str(self.sheet), "-o", str(self.output))
        self.assertEqual(result.returncode, 1)
        made = json.loads(self.output.read_text())
        jsonschema.validate(made, SCHEMA)
        self.assertEqual([event["date"] for event in made["events"]], ["2009-03-12", "2009-03-13", "2009-04"])
        self.assertEqual(made["events"][1]["title"], "A visit; nobody was in")
        self.assertEqual(made["events"][1]["summary"], "Action taken: Card left.")
        self.assertEqual(made["events"][2]["citations"][0]["note"], "row 6 (line 7)")
        self.assertIn("sheet.csv:5:1: error:", result.stderr)
        self.assertIn("sheet.csv: 5 rows of csv: 3 events, 1 note and 1 finding.", result.stderr)
        self.assertEqual(run("check", str(self.output)).returncode, 0)

    def test_every_reading_command_opens_it_at_once(self):
        for words in (["list"], ["list", "agency:hospital"], ["show", "2009-04-a1-a-day-that-is-not-known"], ["sources"], ["agencies"], ["known", "--on", "2010"],
                      ["gaps"], ["lanes"], ["coverage"], ["disagreements"], ["export", "--format", "ics"]):
            with self.subTest(words):
                result = run(*words, "--file", str(self.sheet))
                self.assertEqual(result.returncode, 1)
                self.assertNotEqual(result.stdout, "")
                self.assertIn("sheet.csv has 1 finding", result.stderr)
        result = run("check", str(self.sheet))
        self.assertIn(f"{self.sheet}:5:1: error:", result.stdout)
        result = run("--text", str(self.sheet), data=b"1\n")
        self.assertIn("A made-up row", result.stdout)

    def test_standard_input_is_read_once(self):
        result = run("import", "-", data=b"Date,Event\n12/03/2009,A visit\n")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(json.loads(result.stdout)["sources"][0]["title"], "standard input")
        self.assertIn("standard input: 1 row of csv: 1 event.", result.stderr)
        own = run("export", "--format", "jsonl").stdout
        result = run("import", "-", data=own.encode())
        self.assertEqual(json.loads(result.stdout)["events"][0]["id"], json.loads(own.splitlines()[1])["id"])

    def test_what_cannot_be_read_at_all_leaves_no_file(self):
        for name, data in (("a", b"hello"), ("a.csv", b"no,headings\n"), ("a.xlsx", b"PK\x03\x04"), ("a.jsonl", b"{}"),
                           ("a.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n"), ("a.json", b'{"timeline": [')):
            with self.subTest(name):
                path = self.folder / name
                path.write_bytes(data)
                result = run("import", str(path), "-o", str(self.output))
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertEqual(result.stdout, "")
                self.assertIn(name, result.stderr)
                self.assertFalse(self.output.exists())
                path.unlink()

    def test_nothing_is_written_over_but_by_force(self):
        self.sheet.write_text("Date,Event\n2009,A\n")
        self.output.write_text("mine")
        self.assertEqual(run("import", str(self.sheet), "-o", str(self.output)).returncode, 1)
        self.assertEqual(self.output.read_text(), "mine")
        self.assertEqual(run("import", str(self.sheet), "-o", str(self.output), "--force").returncode, 0)
        self.assertEqual(len(json.loads(self.output.read_text())["events"]), 1)

    def test_wrong_usage(self):
        for words in (["import"], ["import", "--from", "xls", str(self.sheet)]):
            self.assertEqual(run(*words).returncode, 2)

    def test_interrupted_it_leaves_nothing(self):
        big = self.folder / "big.csv"
        big.write_text("Date,Event\n" + "12/03/2009,A made-up row of some length\n" * 400_000)
        program = subprocess.Popen([PROGRAM, "import", str(big), "-o", str(self.output)], stderr=subprocess.DEVNULL)
        time.sleep(0.3)
        program.send_signal(signal.SIGINT)
        self.assertEqual(program.wait(60), -signal.SIGINT)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["big.csv", "sheet.csv"])

    def test_the_editor_opens_the_spreadsheet_at_the_row(self):
        editor = self.folder / "editor"
        editor.write_text(f"#!/bin/sh\necho \"$@\" > {self.folder}/words\n")
        editor.chmod(0o755)
        with Terminal(environment={"EDITOR": str(editor)}) as terminal:
            terminal.start(str(self.sheet))
            terminal.wait_for("A made-up row")
            terminal.keys("End", "E")
            deadline = time.monotonic() + 10
            while not (self.folder / "words").exists() and time.monotonic() < deadline:
                time.sleep(0.05)
        self.assertEqual((self.folder / "words").read_text().split(), ["+7", str(self.sheet)])


class RoundTrips(unittest.TestCase):
    """The shipped chronology exported and imported again, compared with what an independent reader makes of the file."""

    def back(self, form, *arguments):
        text = run("export", "--format", form).stdout
        result = run("import", *arguments, "-", data=text.encode())
        self.assertEqual(result.returncode, 0, result.stderr)
        made = json.loads(result.stdout)
        jsonschema.validate(made, SCHEMA)
        return text, {event["id"]: event for event in made["events"]}

    def test_what_a_format_holds_comes_back(self):
        events = {event["id"]: event for event in SHIPPED["events"]}
        for form in ("csv", "timelinejs", "ics", "timesketch", "timesketch-csv"):
            with self.subTest(form):
                text, made = self.back(form)
                if form == "ics":
                    there = {str(event["UID"]).split("@")[0] for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}
                elif form == "timelinejs":
                    there = {slide["unique_id"] for slide in json.loads(text)["events"]}
                elif form == "timesketch":
                    there = {json.loads(line)["event_id"] for line in text.splitlines()}
                else:
                    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
                    there = {row["Event Ref" if form == "csv" else "event_id"] for row in rows}
                self.assertEqual(set(made), there)
                for id, event in made.items():
                    self.assertEqual(event["date"], events[id]["date"])
                    self.assertEqual(event["dating"]["basis"], events[id]["dating"]["basis"])

    def test_the_own_formats_lose_nothing(self):
        for form in ("json", "jsonl"):
            _, made = self.back(form)
            self.assertEqual(made, {event["id"]: event for event in SHIPPED["events"]})


class Calendars(unittest.TestCase):
    def test_days_are_those_that_icalendar_reads(self):
        calendar = icalendar.Calendar()
        for number, (start, end) in enumerate((
                (datetime.date(2009, 3, 12), datetime.date(2009, 3, 15)),
                (datetime.datetime(2009, 3, 12, 23, 30, tzinfo=datetime.timezone.utc),
                 datetime.datetime(2009, 3, 12, 23, 45, tzinfo=datetime.timezone.utc)),
                (datetime.datetime(2009, 6, 30, 14, 30), datetime.datetime(2009, 7, 1, 9, 0)))):
            event = icalendar.Event()
            event.add("uid", str(number))
            event.add("summary", f"Event {number}, with; signs \\ and a title that is long enough to be folded by whoever writes it")
            event.add("dtstart", start)
            event.add("dtend", end)
            calendar.add_component(event)
        result = run("import", "-", data=calendar.to_ical())
        made = json.loads(result.stdout)["events"]
        self.assertEqual([event["date"] for event in made],
                         ["2009-03-12/2009-03-14", "2009-03-12T23:30:00Z", "2009-06-30/2009-07-01"])
        # The first sentence would be the title, but the text has no sentence end and is too long.
        for number, event in enumerate(made):
            self.assertTrue(event["title"].startswith(f"Event {number}, with; signs \\ and a title"))


if __name__ == "__main__":
    unittest.main()
