"""What is known beside the events, against its published schemas and against the events of built sites.

    python check_datasets.py SITE...        each a folder that `dateline build` made
"""

import json
import sys

from built_site import events_in, run, same, validator

# Each file's list, and where in an item the events stand that it tells of.
DATASETS = {
    "agreements": lambda item: item["steps"],
    "contacts": lambda item: [item],
    "differences": lambda item: [item],
    "positions": lambda item: [item],
}


def told(site, item, events):
    """What an item says of an event is what the event says of itself."""
    event = events.get(item["event"])
    assert event, f"{item['event']} is no event"
    for key, of_event in (("event_title", "title"), ("event_url", "url"), ("date", "date"), ("first_day", "first_day"), ("last_day", "last_day")):
        same(item[key], event[of_event], f"{key} of {item['event']}")
    site.file(item["event_url"])


def check(site):
    events = {event["id"]: event for event in events_in(site.folder / "data")}
    found = 0
    for name, items in DATASETS.items():
        path = site.folder / "data" / f"{name}.json"
        if not path.is_file():
            continue
        file = json.loads(path.read_text())
        validator(site, name).validate(file)
        assert file[name], f"{name}.json has nothing in it"
        for item in file[name]:
            for part in items(item):
                told(site, part, events)
        found += 1
    for agreement in agreements(site):
        site.file(agreement["url"])
    return found


def agreements(site):
    path = site.folder / "data/agreements.json"
    return json.loads(path.read_text())["agreements"] if path.is_file() else []


run(sys.argv[1:], check)
