#!/usr/bin/env python3
"""Does what `chronology import` does to a spreadsheet, in plain Python, so that `bench` can compare the two.

    Benchmarks/import_csv.py FILE > chronology.json

Reads the columns of a multi-agency chronology with `csv` and writes a chronology with `json`. Only dates as 12/03/2009 are
understood.
"""

import csv
import datetime
import json
import re
import sys


def slug(text):
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:60]


def title(text):
    first, mark, rest = text.partition(". ")
    if mark and len(first) <= 80:
        return first, rest
    return (text, "") if len(text) <= 80 else (text[:79].rsplit(" ", 1)[0] + "…", text)


def main():
    name = sys.argv[1].rsplit("/", 1)[-1]
    agencies, sources, events = {}, {name: slug(name)}, []
    with open(sys.argv[1], newline="", encoding="utf-8-sig") as file:
        rows = csv.DictReader(file)
        for row in rows:
            day, month, year = row["Start Date"].split("/")
            date = datetime.date(int(year), int(month), int(day)).isoformat()
            if row["Start Time"]:
                date += f"T{row['Start Time']}:00"
            head, summary = title(row["Significant Event"])
            for column in ("Impact", "Action Taken", "Comment"):
                if row[column]:
                    summary += f" {column}: {row[column]}."
            named = [agency.strip() for agency in row["Agency"].split(";")]
            for agency in named:
                if agency not in agencies:
                    agencies[agency] = slug(agency)
            source = row["Source of Information"]
            if source not in sources:
                sources[source] = slug(source)
            cited = [(sources[name], f"line {rows.line_num}"), (sources[source], None)]
            events.append({
                "id": f"ref-{int(row['Event Ref']):06}", "date": date, "dating": {"basis": "stated"}, "kind": "event",
                "title": head, "summary": summary.strip(), "agencies": [agencies[agency] for agency in named], "people": [],
                "links": [], "citations": [
                    {"source": one, "paragraph": None, "range": None, "digest": None, "fact": "states", "date": "states",
                     "gives": None, **({"note": note} if note else {})} for one, note in cited]})
    # A single call, so that the C encoder does the work.
    sys.stdout.write(json.dumps({
        "title": name, "agencies": [{"id": id, "name": name} for name, id in agencies.items()], "people": [],
        "sources": [{"id": id, "kind": "record", "title": title} for title, id in sources.items()], "events": events,
    }, ensure_ascii=False))


main()
