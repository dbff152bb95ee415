"""TimelineJS data of built sites against its published schema; no date is more exact than its EDTF form.

    python check_timelinejs.py SITE...        each a folder that `dateline build` made

That TimelineJS itself takes it is checked in check_timelinejs.mjs.
"""

import json
import re
import sys

from built_site import cuts, events_in, run, same, validator


def exactness(slide, event):
    """No part of a date that EDTF does not know, and the doubt in words."""
    assert slide["display_date"].startswith(event["date_words"]), f"{event['id']} has other words for its date"
    start, ends = slide["start_date"], event["date"].split("/")
    known = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", ends[0])
    for part, value in (("month", known and known[2]), ("day", known and known[3])):
        if part in start and not (part == "month" and value and int(value) > 12):
            same(start[part], value and int(value), f"{part} of {event['id']}")
    if len(ends) == 2:
        assert slide["end_date"] != start, event["id"]


def check(site):
    schema = validator(site, "timelinejs")
    for folder in cuts(site):
        timeline, events = json.loads((folder / "timeline.json").read_text()), events_in(folder)
        schema.validate(timeline)
        same([slide["unique_id"] for slide in timeline["events"]], [event["id"] for event in events], "slides")
        for slide, event in zip(timeline["events"], events):
            exactness(slide, event)
    return len(cuts(site))


run(sys.argv[1:], check)
