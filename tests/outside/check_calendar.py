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


def exact_days(dated):
    """The first day and that after the last, where the day, or each of the days, is known."""
    parts = dated["date"].split("/")
    if not all(DATE.match(part) for part in parts):
        return None
    first, last = (datetime.date.fromisoformat(part) for part in (parts[0], parts[-1]))
    return first, last + datetime.timedelta(1)


def calendar_agrees(site, days, events):
    """Exactly the events whose days are known, and what these have set such a day for."""
    exact = {event["url"]: exact_days(event) for event in events}
    same({uid: of for uid, of in days.items() if "#due-" not in uid}, {url: of for url, of in exact.items() if of}, "days of the calendar")
    file = site.folder / "data/agreements.json"
    agreements = json.loads(file.read_text())["agreements"] if file.is_file() else []
    ids = {event["id"] for event in events}
    due = [exact_days(one) for agreement in agreements for one in agreement["due"] if one["set_by"] in ids]
    same(sorted(of for uid, of in days.items() if "#due-" in uid), sorted(of for of in due if of), "what is due in the calendar")


def check(site):
    files = site.files("calendar.ics")
    for file in files:
        days = calendar(site, file)
        data = site.folder / "data" if file.parent == site.folder else file.parent
        # A topic has a calendar and no data of its own.
        if (data / "events.json").is_file():
            calendar_agrees(site, days, json.loads((data / "events.json").read_text())["events"])
    return len(files)


run(sys.argv[1:], check)
