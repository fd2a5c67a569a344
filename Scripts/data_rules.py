"""The rules for the shipped data that a program can check, beyond shape and references (see CONTRIBUTING).

They apply to this chronology, not to the format: another file may follow other rules.
"""

import re
import unicodedata

LONGEST_TITLE = 60  # columns
LONGEST_SHORT_NAME = 12  # characters
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MONTHS = "January February March April May June July August September October November December".split()
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
COARSE = re.compile(r"\d{4}(-\d\d)?$")
TRAILING_SPEAKER = re.compile(r", (says|said|claims|recalls|according to|by (its|his|her|their) own)\b")
NOTHING_DENIED = re.compile(
    r"not in doubt|den(y|ies) (nothing|it not)|nothing is denied|no passage denies|both can be (true|so|right)"
    r"|can both be (true|so|right)|common ground|a later stage|another (warning|matter|document)",
    re.IGNORECASE,
)
CAUSES = ("led to", "leads to", "caused", "causes", "caused by")


def rule_faults(data):
    sources = {source["id"]: source for source in data["sources"]}
    for name in ("agencies", "people", "sources", "events"):
        for item in data[name]:
            if not SLUG.fullmatch(item["id"]):
                yield f"{name}: the id {item['id']!r} must be a slug of a-z, 0-9 and hyphens"
    for agency in data["agencies"]:
        if len(agency.get("short") or "") > LONGEST_SHORT_NAME:
            yield f"agency {agency['id']}: the short name has more than {LONGEST_SHORT_NAME} characters"
    for person in data["people"]:
        yield from alias_faults(person)
    for event in data["events"]:
        here = f"event {event['id']}"
        citations = [(number, c, sources.get(c["source"])) for number, c in enumerate(event.get("citations") or [], 1)]
        posts = [(number, c, source) for number, c, source in citations if source and source["kind"] == "post"]
        yield from ground_faults(here, event, posts)
        yield from bound_faults(here, event, posts)
        yield from title_faults(here, event["title"])
        reading = event.get("reading") or ""
        if denials(event) and (said := NOTHING_DENIED.search(reading)):
            yield f"{here}: a citation contradicts it, but its reading says {said.group()!r}: is anything denied?"
        for link in event.get("links") or []:
            if link["relation"].lower() in CAUSES:
                yield f"{here}: {link['relation']!r} tells a cause; what came later 'follows from' what came before"


def ground_faults(here, event, posts):
    """Events supported by no post, and dates whose basis (stated or not) disagrees with what the posts say."""
    if not any(citation["fact"] in ("states", "implies") for _, citation, _ in posts):
        yield f"{here}: no passage of a post states or implies it; a record grounds no event"
    stating = [number for number, citation, _ in posts if citation["date"] == "states"]
    if event["dating"]["basis"] == "stated" and not stating:
        yield f"{here}: its date is called stated, but no passage of a post states it"
    if event["dating"]["basis"] != "stated" and stating:
        yield f"{here}: its date is called {event['dating']['basis']}, but citation {stating[0]} states it"
    for number, citation, source in posts:
        if citation["date"] == "states" and part(source, citation["paragraph"]) == "comment":
            yield f"{here}, citation {number}: a comment bears no date and states none"


def bound_faults(here, event, posts):
    """Bounds given as a year or a month although the reason, or a post that bounds the date, gives a day."""
    days = {iso(*found) for found in DAY.findall(event["dating"].get("reason") or "")}
    days |= {source["date"] for _, citation, source in posts if citation["date"] != "silent" and is_day(source)}
    yield from coarse_faults(f"{here}: its date {event['date']}", event["date"], days)
    by_number = {number: source for number, _, source in posts}
    for known in event.get("known") or []:
        source = by_number.get(known.get("citation"))
        at_hand = days | ({source["date"]} if source and is_day(source) else set())
        yield from coarse_faults(f"{here}: known {known['date']}", known["date"], at_hand)


def coarse_faults(here, date, days):
    if not (date.startswith("[") and ".." in date) and "/" not in date:
        return
    for bound in re.split(r"\.\.|/", date.strip("[]")):
        nearer = sorted(day for day in days if COARSE.match(bound) and day.startswith(bound + "-"))
        if nearer:
            yield f"{here} has the bound {bound}, but its reason has {nearer[-1]}"


def title_faults(here, title):
    if len(title) > LONGEST_TITLE:
        yield f"{here}: the title has {len(title)} columns; {LONGEST_TITLE} are enough"
    if said := TRAILING_SPEAKER.search(title):
        yield f"{here}: the title ends with its speaker ({said.group()[2:]!r}…); the speaker comes first"


def alias_faults(person):
    """An alias is a name: a description could identify somebody whom a passage does not."""
    for alias in person.get("aliases") or []:
        if not alias[0].isupper():
            yield f"person {person['id']}: the alias {alias!r} is a description, not a name"


def name_faults(data, posts):
    """People whom no post names."""
    text = " ".join(plain(post.text) for post in posts.values())
    for person in data["people"]:
        names = [person["name"], *(person.get("aliases") or [])]
        if not any(re.search(rf"\b{re.escape(plain(name))}\b", text) for name in names):
            yield f"person {person['id']}: no post names {' or '.join(names)}"


def denials(event):
    """Numbers of the citations that contradict the event or its date."""
    citations = enumerate(event.get("citations") or [], 1)
    return [number for number, citation in citations if "contradicts" in (citation["fact"], citation["date"])]


def contradictions(data):
    """For a person to confirm: each claim that two things cannot both be true, with the reading."""
    for event in data["events"]:
        for number in denials(event):
            yield f"contradicts: {event['id']}, citation {number}: {event.get('reading')}"
        for link in event.get("links") or []:
            if link["relation"] == "contradicts":
                yield f"contradicts: {event['id']} and {link['to']}"


def part(source, paragraph):
    return next((line.get("part") for line in source.get("outline") or [] if line["paragraph"] == paragraph), None)


def is_day(source):
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", source.get("date") or ""))


def iso(day, month, year):
    return f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"


def plain(text):
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
