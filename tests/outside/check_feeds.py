"""Every feed of built sites: Atom by feedparser and a grammar of RFC 4287, JSON Feed beside it.

    python check_feeds.py SITE...        each a folder that `dateline build` made
"""

import datetime
import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
from lxml import etree

from built_site import run, same

GRAMMAR = etree.RelaxNG(file=Path(__file__).with_name("atom.rng"))


def atom(site, file):
    GRAMMAR.assertValid(etree.parse(file))
    feed = feedparser.parse(file.read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    same(feed.version, "atom10", "version")
    assert feed.feed.id and feed.feed.title and feed.feed.updated and feed.feed.authors[0].name
    links = {link.rel: link.href for link in feed.feed.links}
    same(site.file(links["self"]), file, "the feed's own address")
    site.file(links["alternate"])
    same(len({entry.id for entry in feed.entries}), len(feed.entries), "different ids")
    for entry in feed.entries:
        same(entry.id, entry.link, "the id of an entry")
        site.file(entry.link)
        assert entry.updated_parsed <= feed.feed.updated_parsed, f"{entry.id} is newer than its feed"
        if "published" in entry:
            assert entry.published_parsed <= entry.updated_parsed, f"{entry.id} changed before it was published"
        (content,) = entry.content
        same(content.type, "text/html", "type of the content")
        whole(entry.id, content.value)
    days = [entry.published_parsed for entry in feed.entries if "published" in entry]
    same(days, sorted(days, reverse=True), "newest first")
    return [(entry.id, entry.title, entry.updated, entry.content[0].value) for entry in feed.entries]


def whole(where, html):
    """What a feed reader shows elsewhere has no relative address and nothing to run."""
    assert html.strip(), f"{where} has no content"
    for address in re.findall(r"""(?:href|src)=["']([^"']*)""", html):
        assert urlsplit(address).scheme in ("http", "https", "mailto"), f"{where} links to {address}"
    assert "<script" not in html and "style=" not in html, f"{where} has scripts or styles"


def json_feed(site, file, entries):
    """Has what the Atom feed beside it has."""
    feed = json.loads(file.read_text())
    same(feed["version"], "https://jsonfeed.org/version/1.1", "version")
    same(site.file(feed["feed_url"]), file, "the feed's own address")
    items = [(item["id"], item["title"], item["date_modified"], item["content_html"]) for item in feed["items"]]
    same([item[:2] for item in items], [(entry[0], entry[1]) for entry in entries], "entries")
    moment = datetime.datetime.fromisoformat
    same([moment(item[2]) for item in items], [moment(entry[2]) for entry in entries], "changes")
    for item in items:
        whole(item[0], item[3])


def check(site):
    entries = {file.parent: atom(site, file) for file in site.files("feed.xml")}
    json_feeds = site.files("feed.json")
    same({file.parent for file in json_feeds}, set(entries), "folders with an Atom and a JSON feed")
    for file in json_feeds:
        json_feed(site, file, entries[file.parent])
    return 2 * len(json_feeds)


run(sys.argv[1:], check)
