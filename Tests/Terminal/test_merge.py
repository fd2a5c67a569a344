"""Merging several chronologies, and comparing two."""

import json
import pathlib
import tempfile
import unittest

from test_commands import run

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs/example/events.json"
SHIPPED = ROOT / "data/events.json"


class Merging(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.out = self.folder / "all.json"

    def test_two_become_one_with_every_event_citation_and_link(self):
        result = run("merge", str(EXAMPLE), str(SHIPPED), "-o", str(self.out))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(run("check", str(self.out)).returncode, 0)
        one, other, both = (json.loads(path.read_text()) for path in (EXAMPLE, SHIPPED, self.out))
        for name in ("citations", "links"):
            counts = [sum(len(event[name]) for event in data["events"]) for data in (one, other, both)]
            self.assertEqual(counts[0] + counts[1], counts[2])
        self.assertEqual(len(one["events"]) + len(other["events"]), len(both["events"]))
        self.assertIn(f"Together: events {len(both['events'])}", result.stderr)

    def test_a_chronology_merged_with_itself_is_itself(self):
        self.assertEqual(run("merge", str(SHIPPED), str(SHIPPED), "-o", str(self.out)).returncode, 0)
        difference = run("diff", str(SHIPPED), str(self.out), "--exit-status")
        self.assertEqual((difference.returncode, difference.stdout), (0, "No difference.\n"))

    def test_nothing_is_written_over_or_of_what_is_not_sound(self):
        self.out.write_text("mine")
        result = run("merge", str(EXAMPLE), str(SHIPPED), "-o", str(self.out))
        self.assertEqual((result.returncode, self.out.read_text()), (1, "mine"))
        bad = self.folder / "bad.json"
        bad.write_text(EXAMPLE.read_text().replace('"kind"', '"kinds"', 1))
        other = self.folder / "other.json"
        result = run("merge", str(bad), str(SHIPPED), "-o", str(other))
        self.assertEqual((result.returncode, other.exists()), (1, False))
        self.assertIn("chronology check", result.stderr)
        self.assertEqual(run("merge", str(EXAMPLE), "-o", str(other)).returncode, 2)

    def test_a_difference_is_said_and_counts_only_if_asked(self):
        other = self.folder / "other.json"
        data = json.loads(EXAMPLE.read_text())
        event = data["events"][0]
        event["title"] = "Another title"
        gone = data["events"].pop()["id"]
        for one in data["events"]:
            one["links"] = [link for link in one["links"] if link["to"] != gone]
        other.write_text(json.dumps(data))
        result = run("diff", str(EXAMPLE), str(other))
        self.assertEqual(result.returncode, 0)
        self.assertIn(f"Removed: event {gone}", result.stdout)
        self.assertIn("is now “Another title”", result.stdout)
        result = run("diff", str(EXAMPLE), str(other), "--format", "json", "--exit-status")
        self.assertEqual(result.returncode, 1)
        changes = {change["id"]: change for change in json.loads(result.stdout)}
        self.assertEqual(changes[gone]["change"], "removed")
        self.assertIn({"field": "title", "from": json.loads(EXAMPLE.read_text())["events"][0]["title"], "to": "Another title"},
                      changes[event["id"]]["fields"])


if __name__ == "__main__":
    unittest.main()
