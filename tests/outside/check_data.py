"""JSON, JSON Lines and CSV of built sites against their published schemas; each has what the others have.

    python check_data.py SITE...        each a folder that `dateline build` made
"""

import csv
import io
import json
import sys

from built_site import run, same, validator


def data(site, folder, validators):
    """The events of one folder."""
    text = {name: (folder / name).read_text() for name in ("events.json", "events.jsonl")}
    whole_file = json.loads(text["events.json"])
    validators["json"].validate(whole_file)
    events = whole_file["events"]

    lines = [json.loads(line) for line in text["events.jsonl"].splitlines()]
    for line in lines:
        validators["jsonl"].validate(line)
    same(lines, events, "JSON Lines")

    rows = list(csv.DictReader(io.StringIO((folder / "events.csv").read_bytes().decode()), strict=True))
    same([row["id"] for row in rows], [event["id"] for event in events], "rows of the CSV file")
    for row, event in zip(rows, events):
        validators["csv"].validate(typed(row))
        same((row["date"], row["first_day"], row["url"]), (event["date"], event["first_day"], event["url"]), "row")
        site.file(row["url"])
    return events


def typed(row):
    """A row of CSV as the values that its schema speaks of."""
    numbers = {"latitude": float, "longitude": float, "reports": int, "origins": int}
    lists = ("actors", "recipients", "topics", "publishers", "actor_ids", "recipient_ids", "topic_ids", "origin_countries", "attestation")
    values = {key: value if value != "" else None for key, value in row.items()}
    for key in lists:
        values[key] = row[key]
    for key, number in numbers.items():
        values[key] = number(row[key]) if row[key] else None
    values["sources_differ"] = {"true": True, "false": False}[row["sources_differ"]]
    return values


def check(site):
    validators = {format: validator(site, format) for format in ("json", "jsonl", "csv")}
    events = data(site, site.folder / "data", validators)
    cuts = sorted((site.folder / "actors").glob("*/events.json"))
    for cut in cuts:
        actor = cut.parent.name
        of_actor = [event for event in events if any(one["id"] == actor for one in event["actors"])]
        same(data(site, cut.parent, validators), of_actor, "events of the actor")
    return 3 + 3 * len(cuts)


run(sys.argv[1:], check)
