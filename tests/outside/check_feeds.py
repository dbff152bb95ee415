"""Every feed of built sites: Atom by feedparser and a grammar of RFC 4287, JSON Feed by jsonfeed-util; days as pages have them.

    python check_feeds.py SITE...        each a folder that `dateline build` made
"""

import datetime
import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import jsonfeed
from lxml import etree

from built_page import Page
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
        page = Page(site.file(entry.link).read_text())
        assert entry.updated_parsed <= feed.feed.updated_parsed, f"{entry.id} is newer than its feed"
        if "published" in entry:
            assert entry.published_parsed <= entry.updated_parsed, f"{entry.id} changed before it was published"
        (content,) = entry.content
        if is_of_corrections(file):
            same(content.type, "text/plain", "type of the content")
            assert content.value, f"{entry.id} has no content"
            continue
        same(content.type, "text/html", "type of the content")
        whole(entry.id, content.value)
        # Where nobody knows the days, Atom wants one all the same.
        days = (page.one("article:published_time"), page.one("article:modified_time"))
        if any(days):
            same((entry.published[:10], entry.updated[:10]), days, f"days of {entry.id}")
    days = [entry.published_parsed for entry in feed.entries if "published" in entry]
    same(days, sorted(days, reverse=True), "newest first")
    return [(entry.id, entry.title, entry.updated, entry.content[0].value) for entry in feed.entries]


def is_of_corrections(file):
    return file.parent.name == "corrections"


def whole(where, html):
    """What a feed reader shows elsewhere has no relative address and nothing to run."""
    assert html.strip(), f"{where} has no content"
    for address in re.findall(r"""(?:href|src)=["']([^"']*)""", html):
        assert urlsplit(address).scheme in ("http", "https", "mailto"), f"{where} links to {address}"
    assert "<script" not in html and "style=" not in html, f"{where} has scripts or styles"


def json_feed(site, file, entries):
    """Has what the Atom feed beside it has."""
    feed = json.loads(file.read_text())
    # What jsonfeed-util knows of it is all that there is.
    taken = jsonfeed.Feed.parse(feed)
    # The language it reads, and does not write.
    written = json.loads(taken.to_json()) | {"language": taken.language}
    unknown = [key for key in feed if written.get(key) != feed[key]]
    assert not unknown, f"jsonfeed-util does not know all of {unknown} in {file}"
    for item in feed["items"]:
        tags = item.get("tags", [])
        same(len(set(tags)), len(tags), f"different tags of {item['id']}")
    same(feed["version"], "https://jsonfeed.org/version/1.1", "version")
    same(site.file(feed["feed_url"]), file, "the feed's own address")
    same([(one["id"], one["title"]) for one in feed["items"]], [entry[:2] for entry in entries], "entries")
    moment = datetime.datetime.fromisoformat
    for item, (_, _, updated, content) in zip(feed["items"], entries):
        changed = item["date_published"] if is_of_corrections(file) else item["date_modified"]
        same(moment(changed), moment(updated), f"last change of {item['id']}")
        if is_of_corrections(file):
            same(item["content_text"], content, "content")
        else:
            whole(item["id"], item["content_html"])


def check(site):
    entries = {file.parent: atom(site, file) for file in site.files("feed.xml")}
    json_feeds = site.files("feed.json")
    same({file.parent for file in json_feeds}, set(entries), "folders with an Atom and a JSON feed")
    followed = {folder for kind in ("actors", "topics") for folder in (site.folder / kind).glob("*/")}
    followed = {folder for folder in followed if 'http-equiv="refresh"' not in (folder / "index.html").read_text()}
    same(set(entries), followed | {site.folder, site.folder / "corrections"}, "folders with a feed")
    for file in json_feeds:
        json_feed(site, file, entries[file.parent])
    return 2 * len(json_feeds)


run(sys.argv[1:], check)
