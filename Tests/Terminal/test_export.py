"""Output: files written atomically, formats that other programs read, the clipboard, addresses, anonymity."""

import csv
import io
import json
import os
import pathlib
import pty
import re
import resource
import subprocess
import tempfile
import unittest

import html5lib
import icalendar
import jsonschema
import pydot

from terminal import PROGRAM, Terminal
from test_commands import run
from test_door import can_trace

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHIPPED = json.loads((ROOT / "data/events.json").read_text())
TITLE = SHIPPED["title"]


def export(form, *arguments):
    result = run("export", "--format", form, *arguments)
    if result.returncode != 0:
        raise AssertionError(result.stderr)
    return result.stdout


class Whole(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.path = self.folder / "out.csv"
        self.command = [PROGRAM, "export", "-o", str(self.path)]

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())

    @unittest.skipUnless(can_trace(), "strace cannot be used here")
    def test_a_call_that_fails_leaves_nothing_and_says_why(self):
        for call, error, words in (("fsync", "EIO", "Input/output error"), ("linkat", "ENOSPC", "No space left"),
                                   ("linkat", "EEXIST", "already")):
            with self.subTest(call=call):
                ended = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={call}:error={error}",
                                        *self.command], capture_output=True, text=True)
                self.assertEqual(ended.returncode, 1)
                self.assertIn(words, ended.stderr)
                self.assertEqual(self.files(), [])

    def test_a_limit_on_the_size_of_files_leaves_nothing(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        ended = subprocess.run(self.command, preexec_fn=limit, capture_output=True, text=True)
        self.assertEqual(ended.returncode, 1, ended.stderr)
        self.assertIn("too large", ended.stderr)
        self.assertEqual(self.files(), [])

    def test_nothing_is_written_over_but_by_force(self):
        self.path.write_text("mine")
        ended = subprocess.run(self.command, capture_output=True, text=True)
        self.assertEqual(ended.returncode, 1)
        self.assertIn("already", ended.stderr)
        self.assertEqual(self.path.read_text(), "mine")
        subprocess.run([*self.command, "--force"], check=True, capture_output=True)
        self.assertGreater(len(self.path.read_bytes()), 10_000)
        self.assertEqual(self.files(), ["out.csv"])

    def test_a_full_disk_is_a_fault_and_a_reader_that_leaves_is_none(self):
        with open("/dev/full", "wb") as full:
            result = run("export", "--format", "csv", stdout=full)
            self.assertEqual(result.returncode, 1)
            self.assertIn("could not be written", result.stderr)
        ended = subprocess.run(f"{PROGRAM} export --format json | head -c 10", shell=True, capture_output=True)
        self.assertNotIn(b"could not", ended.stderr)


class Formats(unittest.TestCase):
    """Each format as read by an independent reader."""

    def test_json_fits_the_schema_and_is_the_same_chronology(self):
        events = {event["id"]: event for event in SHIPPED["events"]}
        for form in ("json", "jsonl"):
            text = export(form)
            if form == "jsonl":
                head, *rest = text.splitlines()
                value = {**json.loads(head), "events": [json.loads(line) for line in rest]}
            else:
                value = json.loads(text)
            jsonschema.validate(value, json.loads((ROOT / "data/events.schema.json").read_text()))
            self.assertEqual(value["description"], SHIPPED["description"])
            self.assertEqual(value["$schema"], SHIPPED["$schema"])
            self.assertEqual({event["id"]: event for event in value["events"]}, events)

    def test_csv_has_a_row_for_each_event(self):
        rows = list(csv.DictReader(io.StringIO(export("csv").lstrip("\ufeff"))))
        self.assertEqual({row["Event Ref"] for row in rows}, {event["id"] for event in SHIPPED["events"]})
        agencies = {agency["id"]: agency["name"] for agency in SHIPPED["agencies"]}
        for row in rows:
            event = next(event for event in SHIPPED["events"] if event["id"] == row["Event Ref"])
            self.assertEqual(row["Agency"], "; ".join(agencies[id] for id in event["agencies"]))
            self.assertTrue(row["Significant Event"].startswith(event["title"]))

    def test_the_calendar_is_read_by_icalendar(self):
        calendar = icalendar.Calendar.from_ical(export("ics"))
        self.assertEqual(calendar["X-WR-CALNAME"], TITLE)
        found = {}
        for event in calendar.walk("VEVENT"):
            self.assertLess(event.decoded("DTSTART"), event.decoded("DTEND"))
            found[str(event["UID"]).split("@")[0]] = event
        for event in SHIPPED["events"]:
            read = found.pop(event["id"])
            self.assertEqual(str(read["SUMMARY"]), event["title"])
            self.assertEqual(str(read["X-EDTF"]).replace("\\,", ","), event["date"])
            self.assertTrue(str(read["DESCRIPTION"]).startswith(event["summary"]))
        self.assertEqual(found, {})

    def test_timesketch_has_what_timesketch_asks_for(self):
        lines = [json.loads(line) for line in export("timesketch").splitlines()]
        rows = list(csv.DictReader(io.StringIO(export("timesketch-csv"))))
        self.assertEqual(len(lines), len(rows))
        for line, row in zip(lines, rows):
            for field in ("message", "datetime", "timestamp_desc"):
                self.assertTrue(line[field])
                self.assertEqual(row[field], line[field])
            self.assertRegex(line["datetime"], r"^\d{4}-\d\d-\d\dT00:00:00\+00:00$")
            self.assertIsInstance(line["tag"], list)

    def test_timelinejs_has_a_slide_for_each_event(self):
        story = json.loads(export("timelinejs"))
        self.assertEqual(story["title"]["text"]["headline"], TITLE)
        self.assertEqual(len(story["events"]), len(SHIPPED["events"]))
        for slide in story["events"]:
            self.assertIsInstance(slide["start_date"]["year"], int)
            self.assertTrue(slide["display_date"] and slide["text"]["headline"])

    def test_html_is_without_a_fault_and_its_structure_is_whole(self):
        for arguments in ([], ["agency:haringey"], ["--view", "known august 2007 by health"], ["no-such-word"]):
            with self.subTest(arguments):
                parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
                page = parser.parse(export("html", *arguments))
                self.assertEqual(page.get("lang"), "en-GB")
                identifiers = [one.get("id") for one in page.iter() if one.get("id")]
                self.assertEqual(len(identifiers), len(set(identifiers)))
                for link in page.iter("a"):
                    if link.get("href").startswith("#"):
                        self.assertIn(link.get("href")[1:], identifiers)
                for landmark in ("header", "main", "footer", "h1"):
                    self.assertEqual(len(list(page.iter(landmark))), 1, landmark)
                levels = [int(one.tag[1]) for one in page.iter() if one.tag in ("h1", "h2", "h3", "h4")]
                for before, after in zip(levels, levels[1:]):
                    self.assertLessEqual(after, before + 1)
                for table in page.iter("table"):
                    self.assertIsNotNone(table.find("caption"))
                    self.assertTrue(all(cell.get("scope") in ("col", "row") for cell in table.iter("th")))
                for section in page.iter("section"):
                    self.assertIn(section.get("aria-labelledby"), identifiers)
                self.assertEqual(list(page.iter("script")), [])

    def test_the_colours_of_html_can_be_read_on_light_and_on_dark(self):
        """WCAG 2.2, 1.4.3 and 1.4.6: at least 7 to 1 for text and links."""
        def luminance(colour):
            digits = "".join(digit * 2 for digit in colour) if len(colour) == 3 else colour
            parts = [int(digits[at:at + 2], 16) / 255 for at in (0, 2, 4)]
            red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue

        style = re.search(r"<style>(.*?)</style>", export("html"), re.DOTALL).group(1)
        bodies = re.findall(r"body \{ color: #(\w+); background: #(\w+); \}\s+a \{ color: #(\w+); \}", style)
        self.assertEqual(len(bodies), 2, "one light, one dark")
        for text, background, link in bodies:
            for colour in (text, link):
                with self.subTest(colour=colour, background=background):
                    low, high = sorted((luminance(colour), luminance(background)))
                    self.assertGreaterEqual((high + 0.05) / (low + 0.05), 7)

    def test_the_graph_is_read_by_another_parser(self):
        [graph] = pydot.graph_from_dot_data(export("dot"))
        nodes = {node.get_name().strip('"') for node in graph.get_nodes()} - {"graph", "node", "edge"}
        self.assertEqual(nodes, {event["id"] for event in SHIPPED["events"]})
        edges = sorted((edge.get_source().strip('"'), edge.get_destination().strip('"'), edge.get("label").strip('"'))
                       for edge in graph.get_edges())
        links = sorted((event["id"], link["to"], link["relation"])
                       for event in SHIPPED["events"] for link in event["links"])
        self.assertEqual(edges, links)

    def test_references_and_annotations_have_what_their_specifications_ask_for(self):
        for reference in json.loads(export("csl")):
            self.assertTrue(reference["id"] and reference["type"] and reference["title"])
        page = json.loads(export("annotations"))
        self.assertEqual(page["type"], "AnnotationPage")
        cited = [c for event in SHIPPED["events"] for c in event["citations"] if c.get("paragraph")]
        self.assertEqual(len(page["items"]), len(cited))
        for item in page["items"]:
            self.assertEqual(item["type"], "Annotation")
            selector = item["target"]["selector"][0]
            self.assertEqual(selector["type"], "TextPositionSelector")
            self.assertLess(selector["start"], selector["end"])

    def test_what_is_lost_is_said_on_standard_error_alone(self):
        result = run("export", "--format", "csv")
        self.assertIn("csv does not hold links between events", result.stderr)
        self.assertNotIn("does not hold", result.stdout)
        self.assertIn("nothing is lost", run("export", "--format", "json").stderr)

    def test_wrong_usage_is_status_2(self):
        for arguments in (["export"], ["export", "--format", "doc"], ["export", "-o", "x.doc"],
                          ["export", "--format", "csv", "agncy:x"], ["export", "--format", "csv", "--view", "nonsense"]):
            with self.subTest(arguments):
                self.assertEqual(run(*arguments).returncode, 2)


class Changed(unittest.TestCase):
    """A file too long to be copied, which somebody writes to while it is exported."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "large.json"
        events = [{"id": f"event-{number}", "date": f"{1000 + number % 900}", "dating": {"basis": "stated"}, "kind": "visit",
                   "title": f"Visit {number} of a round", "summary": "What was seen there. " * 120}
                  for number in range(10_000)]
        self.data.write_text(json.dumps({"title": "Rounds", "events": events}))

    def write_to_data(self):
        with self.data.open("a") as file:
            file.write("\n")

    def test_nothing_is_kept(self):
        made = self.folder / "made.csv"
        program = subprocess.Popen([PROGRAM, "export", "--file", self.data, "-o", made], stderr=subprocess.PIPE, text=True)
        while not any("(deleted)" in os.readlink(link) or ".part" in os.readlink(link)
                      for link in pathlib.Path(f"/proc/{program.pid}/fd").iterdir()):
            self.assertIsNone(program.poll(), "it ended before it began to write")
        self.write_to_data()
        said = program.communicate(timeout=60)[1]
        self.assertEqual(program.returncode, 1)
        self.assertIn("Nothing is written: the chronology was changed while it was being read.", said)
        self.assertEqual([path.name for path in self.folder.iterdir()], [self.data.name])

    def test_what_went_to_standard_output_is_not_to_be_relied_on(self):
        program = subprocess.Popen([PROGRAM, "export", "--file", self.data, "--format", "csv"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        # The pipe is full until it is read.
        program.stdout.read(1)
        self.write_to_data()
        said = program.communicate(timeout=60)[1].decode()
        self.assertEqual(program.returncode, 1)
        self.assertIn("do not rely on what was written", said)


class Anonymous(unittest.TestCase):
    def glossary(self, folder, skip=""):
        names = [person["name"] for person in SHIPPED["people"]]
        names += sorted({one for source in SHIPPED["sources"] for one in
                         [source.get("author")] + [line.get("speaker") for line in source.get("outline") or []] if one})
        path = pathlib.Path(folder, "names.txt")
        path.write_text("".join(f"{name} = Nobody {number}\n" for number, name in enumerate(dict.fromkeys(names))
                                if name != skip))
        return str(path)

    def test_one_name_without_a_line_and_nothing_is_written(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "out.html")
            result = run("export", "-o", str(path), "--glossary",
                         self.glossary(folder, skip=SHIPPED["people"][0]["name"]))
            self.assertEqual(result.returncode, 1)
            self.assertIn("There is no line for", result.stderr)
            self.assertFalse(path.exists())

    def test_quoting_and_hiding_do_not_go_together(self):
        with tempfile.TemporaryDirectory() as folder:
            result = run("export", "--format", "html", "--glossary", self.glossary(folder), "--posts", folder)
            self.assertEqual(result.returncode, 2)


class Taking(unittest.TestCase):
    def test_a_copy_reaches_the_clipboard_of_the_terminal(self):
        with Terminal() as terminal:
            terminal._tmux("set", "-s", "set-clipboard", "on")
            terminal.start()
            terminal.wait_for(TITLE)
            terminal.keys("Y")
            terminal.wait_for("Copied the event")
            copied = terminal._tmux("show-buffer")
            first = next(line for line in run("export", "--format", "text").stdout.splitlines() if ": " in line[20:])
            self.assertIn("What it rests on:", copied)
            self.assertTrue(first)
            terminal.keys("Q")
            self.assertEqual(terminal.status(), 0)

    def test_a_command_of_ones_own_gets_the_text_and_no_shell_sees_it(self):
        with Terminal(environment={"CHRONOLOGY_CLIPBOARD": "tee copied.txt"}) as terminal:
            terminal.shell(f"cd {terminal.folder}")
            terminal.start()
            terminal.wait_for(TITLE)
            terminal.keys("y")
            terminal.wait_for("Copied the event")
            self.assertIn("What it rests on:", (terminal.folder / "copied.txt").read_text())
            terminal.keys("Q")

    def test_a_terminal_without_a_clipboard_leaves_a_file(self):
        with Terminal(term="linux") as terminal:
            terminal.start()
            terminal.wait_for(TITLE)
            terminal.keys("y")
            terminal.wait_for("copied.txt")
            self.assertIn("What it rests on:", (terminal.folder / ".local/state/chronology/copied.txt").read_text())
            terminal.keys("Q")

    def test_what_is_copied_is_said_in_a_few_words_where_one_listens(self):
        with Terminal(environment={"CHRONOLOGY_CLIPBOARD": "tee copied.txt"}) as terminal:
            terminal.shell(f"cd {terminal.folder}")
            terminal.start("--screen-reader")
            terminal.wait_for("Screen-reader mode")
            terminal.keys("Y")
            terminal.wait_for("Copied the event")
            self.assertNotIn("characters", terminal.text())
            terminal.keys("Q")

    def test_an_address_is_a_link_and_whole_in_text_mode_on_a_terminal_that_takes_links(self):
        with tempfile.TemporaryDirectory() as folder:
            address = "https://example.org/" + "/".join(["a-part-of-it"] * 12)
            data = {"title": "T", "agencies": [], "people": [],
                    "sources": [{"id": "s", "kind": "record", "title": "S", "url": address}],
                    "events": [{"id": "e", "date": "2004", "dating": {"basis": "stated"}, "kind": "report", "title": "E",
                                "summary": "", "agencies": [], "people": [], "links": [],
                                "citations": [{"source": "s", "fact": "states", "date": "silent"}]}]}
            file = pathlib.Path(folder, "events.json")
            file.write_text(json.dumps(data))
            for term, links in (("xterm-256color", 1), ("linux", 0)):
                with self.subTest(term):
                    master, slave = pty.openpty()
                    environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": term}
                    subprocess.run([PROGRAM, "sources", "S", "--file", str(file)], stdout=slave, env=environment,
                                   stderr=subprocess.DEVNULL, timeout=60)
                    os.close(slave)
                    shown = os.read(master, 1 << 16).decode()
                    os.close(master)
                    self.assertEqual(shown.count(f"\x1b]8;;{address}\x1b\\{address}\x1b]8;;\x1b\\"), links)
                    self.assertEqual(shown.count(address), 1 + links)
                    self.assertEqual(shown.count("\x1b"), 4 * links)

    def test_an_address_is_one_argument_of_the_browser(self):
        with tempfile.TemporaryDirectory() as folder:
            script = pathlib.Path(folder, "browser")
            script.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > {folder}/seen\n")
            script.chmod(0o755)
            data = {"title": "T", "agencies": [], "people": [],
                    "sources": [{"id": "s", "kind": "record", "title": "S", "url": "https://example.org/?a=1&b=$(touch${IFS}x)"}],
                    "events": [{"id": "e", "date": "2004", "dating": {"basis": "stated"}, "kind": "report", "title": "E",
                                "summary": "", "agencies": [], "people": [], "links": [],
                                "citations": [{"source": "s", "fact": "states", "date": "silent"}]}]}
            file = pathlib.Path(folder, "events.json")
            file.write_text(json.dumps(data))
            ended = subprocess.run([PROGRAM, "--text", str(file)], input=b"visit\n", capture_output=True, cwd=folder,
                                   env={"PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8",
                                        "BROWSER": str(script)})
            self.assertIn(b"Opened https://example.org/", ended.stdout)
            self.assertEqual(pathlib.Path(folder, "seen").read_text().splitlines(), ["1", data["sources"][0]["url"]])
            self.assertFalse(pathlib.Path(folder, "x").exists())


if __name__ == "__main__":
    unittest.main()
