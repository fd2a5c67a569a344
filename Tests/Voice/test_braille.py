"""What the forty cells of a braille line show of each event: of its row in screen-reader mode, of its line in text mode."""

import re
import subprocess
import unittest

import transcript
from chronicle import events
from listener import BRAILLE_CELLS, PROGRAM, Terminal

# The number of words of its title that distinguish an event from its neighbours.
TELLING = 2
# The fraction of all events.
LEAST = 60 / 72


def words_shown(row, title):
    """How many words of a title fit completely in the cells, including those of a name in place of initials."""
    cells, found = row[:BRAILLE_CELLS], 0
    for number, _ in enumerate(words := title.split(), 1):
        if re.search(re.escape(" ".join(words[:number])) + r"(?!\w)", cells):
            found = number
    return found


def rows_of_the_browser():
    """The row that the cursor is on, from the first event to the last."""
    with Terminal(80, 24) as terminal:
        terminal.start("--screen-reader")
        rows = []
        for event in events():
            terminal.wait_until(lambda title=event["title"]: title[:12] in terminal.screen()[terminal.cursor()[0]],
                                f"the cursor is on {event['title']!r}", seconds=30)
            rows.append(terminal.screen()[terminal.cursor()[0]])
            terminal.keys("Down")
    return rows


def lines_of_text_mode(*before):
    """What `list` says of each event, without its number."""
    commands = "\n".join(["pages 999", *before, "list", ""])
    printed = subprocess.run([PROGRAM, "--text"], input=commands, capture_output=True, text=True, check=True).stdout
    return re.findall(r"^\d+\. (.*)$", printed, re.MULTILINE)


class Braille(unittest.TestCase):
    def test_forty_cells_show_what_most_events_are(self):
        titles = [event["title"] for event in events()]
        modes = {"screen-reader mode": rows_of_the_browser(), "text mode": lines_of_text_mode(),
                 "text mode, brief": lines_of_text_mode("brief")}
        report = [f"What {BRAILLE_CELLS} cells show of the {len(titles)} events: in how many rows the title begins, and "
                  "how many have\nits first two words, its first three, and all of it.", "",
                  f"{'':20}{'begins':>8}{'two':>8}{'three':>8}{'all':>8}"]
        for mode, rows in modes.items():
            self.assertEqual(len(rows), len(titles))
            counts = [words_shown(row, title) for row, title in zip(rows, titles)]
            whole = [count == len(title.split()) for count, title in zip(counts, titles)]
            report.append(f"{mode:20}" + "".join(f"{sum(count >= least for count in counts):8}" for least in (1, 2, 3))
                          + f"{sum(whole):8}")
            telling = sum(count >= min(TELLING, len(title.split())) for count, title in zip(counts, titles))
            self.assertGreaterEqual(telling / len(titles), LEAST, mode)
        report = "\n".join([*report, ""])
        print(f"\n{report}", flush=True)
        transcript.write("braille.txt", report)


if __name__ == "__main__":
    unittest.main()
