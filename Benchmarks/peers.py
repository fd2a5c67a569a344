"""The input for the other programs that `bench` measures beside chronology."""

import csv
import datetime
import json
import os
import subprocess

START = datetime.datetime(1990, 1, 1)


def text(folder, program):
    """The events of the shipped chronology as lines of text."""
    file = folder / "events.txt"
    with open(file, "w", encoding="utf-8") as output:
        subprocess.run([program, "list"], stdout=output, check=True)
    return file


def long_text(folder, lines=2000):
    """Lines that fill the width of the screen, each different from the one before."""
    file = folder / "long.txt"
    file.write_text("".join(line(number) + "\n" for number in range(lines)))
    return file


def line(number):
    return " ".join(f"{number * 7919 % 10007:05} word{number * 31 % 997}" for number in range(number, number + 14))


def repository(folder, commits=300):
    """A repository of many commits, for tig."""
    path = folder / "repository"
    path.mkdir()
    subprocess.run(["git", "init", "--quiet", str(path)], check=True)
    stream = ""
    for number in range(commits):
        message = line(number)[:100]
        stream += (
            f"commit refs/heads/main\ncommitter A Person <person@example.org> {1_000_000_000 + number * 86400} +0000\n"
            f"data {len(message)}\n{message}\nM 100644 inline file\ndata {len(str(number))}\n{number}\n"
        )
    subprocess.run(["git", "-C", str(path), "fast-import", "--quiet"], input=stream, text=True, check=True)
    subprocess.run(["git", "-C", str(path), "symbolic-ref", "HEAD", "refs/heads/main"], check=True)
    return path


def feed(folder, articles=300):
    """Creates a feed of many articles in newsboat's cache; returns the command that shows it."""
    items = "".join(
        f"<item><title>{line(number)[:100]}</title><guid>{number}</guid><description>{line(number)}</description>"
        f"<pubDate>Mon, {number % 28 + 1:02} Jan 2007 12:00:00 GMT</pubDate></item>"
        for number in range(articles)
    )
    rss = folder / "feed.xml"
    rss.write_text(f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>')
    urls = folder / "urls"
    urls.write_text(f"file://{rss}\n")
    config = folder / "newsboat.conf"
    config.write_text("")
    command = ["newsboat", "-q", "-u", urls, "-c", folder / "newsboat.db", "-C", config]
    subprocess.run(
        [str(part) for part in command] + ["-x", "reload"],
        env=dict(os.environ, HOME=str(folder)), stdout=subprocess.DEVNULL, check=True,
    )
    return command


def spreadsheet(folder, rows):
    """A spreadsheet with the columns of multi-agency chronologies."""
    file = folder / "made.csv"
    agencies = [f"Made-up Agency {number}" for number in range(40)]
    with open(file, "w", newline="", encoding="utf-8") as output:
        writer = csv.writer(output)
        writer.writerow(["Event Ref", "Start Date", "Start Time", "End Date", "End Time", "Source of Information", "Agency",
                         "Significant Event", "Impact", "Action Taken", "Comment"])
        for number in range(rows):
            text = line(number)
            day = START + datetime.timedelta(days=number * 7919 % 9000)
            writer.writerow([
                number + 1, f"{day:%d/%m/%Y}", f"{number % 24:02}:{number % 60:02}" if number % 3 else "", "", "",
                f"Case file {number % 200}", "; ".join({agencies[number % 40], agencies[number * 31 % 40]}),
                f"{text[:50]}. {text[50:]}, \"{text[20:30]}\"", text[:20] if number % 4 == 0 else "",
                text[10:60] if number % 2 else "", ""])
    return file


def timesketch(folder, lines):
    """JSON Lines that Timesketch accepts, with additional fields."""
    file = folder / "made.jsonl"
    with open(file, "w", encoding="utf-8") as output:
        for number in range(lines):
            text = line(number)
            moment = START + datetime.timedelta(seconds=number * 977)
            output.write(json.dumps({
                "message": f"{text[:50]}. {text[50:]}", "datetime": f"{moment:%Y-%m-%dT%H:%M:%S}.{number % 1000000:06}+00:00",
                "timestamp": 631_152_000_000_000 + number * 977_000_000, "timestamp_desc": f"Kind {number % 12}",
                "tag": ["made-up"] if number % 5 == 0 else [], "data_type": f"made:up:{number % 7}", "user": f"user{number % 90}",
                "host": f"host{number % 30}", "size": number * 31 % 65536}) + "\n")
    return file
