"""Every calendar of built sites by icalendar; its days are those of the data beside it.

    python check_calendar.py SITE...        each a folder that `dateline build` made
"""

import datetime
import json
import re
import sys

import icalendar

from built_site import run, same

DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")


def calendar(site, file):
    parsed = icalendar.Calendar.from_ical(file.read_bytes())
    assert parsed["prodid"] and parsed["version"] == "2.0"
    events = parsed.walk("VEVENT")
    same(len({str(event["uid"]) for event in events}), len(events), "different UIDs")
    for event in events:
        assert not event.errors, event.errors
        site.file(str(event["uid"]))
        assert event["dtstamp"].dt and str(event["summary"]), event["uid"]
        first, end = event["dtstart"].dt, event["dtend"].dt
        assert type(first) is datetime.date and type(end) is datetime.date and first < end, event["uid"]
    return {str(event["uid"]): (event["dtstart"].dt, event["dtend"].dt) for event in events}


def calendar_agrees(days, events):
    """Exactly the events of which the day, or each of the days, is known."""
    exact = {}
    for event in events:
        parts = event["date"].split("/")
        if all(DATE.match(part) for part in parts):
            first, last = (datetime.date.fromisoformat(part) for part in (parts[0], parts[-1]))
            exact[event["url"]] = (first, last + datetime.timedelta(1))
    same(days, exact, "days of the calendar")


def check(site):
    files = site.files("calendar.ics")
    for file in files:
        days = calendar(site, file)
        data = site.folder / "data" if file.parent == site.folder else file.parent
        # A topic has a calendar and no data of its own.
        if (data / "events.json").is_file():
            calendar_agrees(days, json.loads((data / "events.json").read_text())["events"])
    return len(files)


run(sys.argv[1:], check)
