"""Whether the checks in this folder can fail: plants a fault for each in a copy of a built site, and wants it told.

    python plant_faults.py SITE        a folder that `dateline build` made, which passes them all

The site has to have corrections, and events of which the day of publication is known.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
# A check, the files in one of which the fault is planted, what is replaced by what, and what has to be told.
FAULTS = [
    ("check_calendar.py", "calendar.ics", r"DTEND;VALUE=DATE:\d{6}", r"DTEND;VALUE=DATE:203001", "days of the calendar"),
    ("check_calendar.py", "calendar.ics", r"UID:\S+", "UID:https://elsewhere.example/", "is not on the site"),
    ("check_cards.py", "events/*/card.png", rb"(?s)IDAT.{9}", b"IDATplanted..", "broken|CRC|checksum|cannot identify"),
    ("check_cards.py", "events/*/card.png", rb"(?s)$", b"\0" * 200_000, "bytes"),
    ("check_citations.py", "events/*/index.html", r"  date = \{\d{4}", "  date = {1999", "BibTeX"),
    ("check_citations.py", "events/*/index.html", r"TI  - ", "TI ", "KeyError|RIS"),
    ("check_citations.py", "events/*/index.html", "container-title", "container-titel", "CSL has no"),
    ("check_citations.py", "events/*/index.html", r"\|access-date=", "|accessdate=", "access-date"),
    ("check_citations.py", "events/*/index.html", 'id="account-', 'id="report-', "links to accounts"),
    ("check_data.py", "data/events.json", r'"id": ?"', r'"surplus": 1, "id": "', "surplus"),
    ("check_data.py", "data/events.csv", r"\n[a-z0-9-]+,", r"\nother,", "rows of the CSV"),
    ("check_data.py", "actors/*/events.jsonl", r"(?m)^.*\n", "", "JSON Lines"),
    ("check_datasets.py", "data/positions.json", r'"text": ?"', r'"surplus": 1, "text": "', "surplus"),
    ("check_datasets.py", "data/contacts.json", r'"date": ?"\d{4}', '"date": "1999', "date of"),
    ("check_datasets.py", "data/differences.json", r'"event": ?"', '"event": "no-', "is no event"),
    ("check_datasets.py", "data/agreements.json", "#agreement-", "#treaty-", "has no treaty-"),
    ("check_embed.py", "events/*/oembed.json", r'"type": ?"rich"', '"type":"photo"', "kind of answer"),
    ("check_embed.py", "events/*/embed/index.html", "<body", "<script></script><body", "frame|Assertion"),
    ("check_embed.py", "events/*/index.html", r"<textarea", "<p", "no HTML to copy"),
    ("check_feeds.py", "feed.xml", r"<updated>[^<]*</updated>", "", "DocumentInvalid"),
    ("check_feeds.py", "feed.xml", r"<published>\d{4}", "<published>1999", "newest first|days of"),
    ("check_feeds.py", "feed.json", r'"summary":', '"surplus": 1, "summary":', "jsonfeed-util does not know"),
    ("check_feeds.py", "events/*/index.html", 'id="correction-', 'id="amendment-', "has no correction-"),
    ("check_geojson.py", "data/events.geojson", r'"coordinates": ?\[', '"coordinates": [0.5,', "too long"),
    ("check_head.py", "events/*/index.html", r'content="website"', 'content="article"', "Zotero's type"),
    ("check_head.py", "events/*/index.html", r'name="citation_publication_date" content="\d{4}', 'name="citation_publication_date" content="1999', "Zotero's date"),
    ("check_head.py", "events/*/index.html", r'property="og:description"', 'property="og:desc"', "summary|Assertion"),
    ("check_jsonld.py", "data/events.jsonld", '"startDate"', '"beginDate"', "no .*beginDate|ValidationError"),
    ("check_page_jsonld.py", "events/*/index.html", '"mainEntity"', '"mainEvent"', "no property of schema.org"),
    ("check_page_jsonld.py", "events/*/index.html", r'"startDate":"\d{4}', '"startDate":"about', "startDate is"),
    ("check_page_jsonld.py", "events/*/index.html", r'"CorrectionComment","@id":"[^"]*","url":"', r'\g<0>x', "corrections"),
    ("check_page_jsonld.py", "events/*/index.html", r'(events/[^/"]+/)#it', r"\1#event", "does not name|has no event"),
    ("check_page_jsonld.py", "events/*/index.html", r'"datePublished":"\d{4}-\d{2}-\d{2}","dateM', '"dateM', "datePublished"),
    ("check_page_jsonld.py", "data/index.html", r'"contentUrl":"', '"contentUrl":"https://elsewhere.example/', "not on the site"),
    ("check_schema_org.mjs", "events/*/index.html", r'"mainEntity":\{', '"mainEntity":{"headline":"planted",', "headline"),
    ("check_schema_org.mjs", "data/events.jsonld", '"NewsArticle"', '"NewsReport"', "NewsReport"),
    ("check_sitemap.py", "sitemap.xml", r"(?s)<url>.*?</url>", "", "pages to be listed"),
    ("check_sitemap.py", "sitemap.xml", r"(?s)(/events/[^<]*</loc>\s*<lastmod>)\d{4}", r"\g<1>1999", "last change"),
    ("check_sitemap.py", "opensearch.xml", r"\{searchTerms\}", "{terms}", "template"),
    ("check_timelinejs.py", "data/timeline.json", r'(?s)("events":.*?"unique_id": ?")', r"\1x", "slides"),
    ("check_timelinejs.mjs", "data/timeline.json", r'"year": ?"?\d+"?', '"year": "planted"', "year|Invalid|date|AssertionError"),
]


def plant(folder, names, old, new):
    """Changes the first of the files in which there is something to change; which it was."""
    for file in sorted(folder.glob(names)):
        data = file.read_bytes()
        is_text = isinstance(old, str)
        changed, count = re.subn(old, new, data.decode() if is_text else data, count=1)
        if count:
            file.write_bytes(changed.encode() if is_text else changed)
            return file.relative_to(folder)
    return None


def judged(check, folder):
    program = [sys.executable] if check.endswith(".py") else ["node"]
    done = subprocess.run([*program, HERE / check, folder], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def main(site):
    checks = {path.name for path in HERE.glob("check_*")}
    assert checks == {fault[0] for fault in FAULTS}, "a check that no fault is planted for"
    missed = []
    for check, names, old, new, told in FAULTS:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "site"
            shutil.copytree(site, copy)
            file = plant(copy, names, old, new)
            code, output = judged(check, copy) if file else (0, "")
        if code == 0:
            missed.append(f"{check} does not see {new!r} in {file}")
        elif not re.search(told, output):
            missed.append(f"{check} tells of {new!r} in {file}, but not as {told!r}: {output[-600:]}")
    assert not missed, "\n".join(missed)
    print(f"{len(FAULTS)} faults were seen")


main(sys.argv[1])
