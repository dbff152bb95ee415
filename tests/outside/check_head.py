"""The tags in the head of every page, as Zotero's translators "Embedded Metadata" and "RDF" read them.

    python check_head.py SITE...        each a folder that `dateline build` made
"""

import datetime
import re
import sys

from built_page import each
from built_site import run, same

PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "og": "http://ogp.me/ns#",
    "article": "http://ogp.me/ns/article#",
    "z": "http://www.zotero.org/namespaces/export#",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "eprints": "http://purl.org/eprint/terms/",
    "bib": "http://purl.org/net/biblio#",
    "bibo": "http://purl.org/ontology/bibo/",
    "book": "http://ogp.me/ns/book#",
}
OF_OG_TYPE = {"website": "webpage", "book": "book", "article": None}


def zotero(page, address):
    """The item that Zotero makes of a page without a translator of its own."""
    statements = {}
    for name, values in page.meta.items():
        found = re.match(r"([A-Za-z]+)[.:_](.)(.*)", name)
        if found and found[1].lower() in PREFIXES:
            key = f"{found[1].lower()}:{found[2].lower()}{found[3]}"
            statements.setdefault(key, values[0])
    first = lambda *keys: next((statements[key] for key in keys if key in statements), None)
    guess = "journalArticle" if "citation_title" in page.meta else "webpage"
    kind = first("z:itemType", "z:type") or OF_OG_TYPE.get(first("og:type")) or first("dc:type") or guess
    return {
        "itemType": kind,
        "title": first("dc:title", "dcterms:title", "og:title"),
        "date": page.one("citation_publication_date")
        or page.one("citation_date")
        or first("og:published_time", "dcterms:issued", "dc:date", "dcterms:date"),
        "websiteTitle": first("dc:source", "og:site_name"),
        "abstractNote": first("og:description", "dc:description"),
        "url": first("og:url") or address,
        "language": first("dc:language"),
        "rights": first("dc:rights"),
        "publisher": first("dc:publisher"),
        # A name in these would be taken apart into first and last.
        "creators": page.meta.get("citation_author", []) + page.meta.get("DC.creator", []),
    }


def head(address, page):
    """The tags in a head, and that Zotero files the page as a web page with its own date."""
    same(page.canonical, address, "canonical")
    same(page.one("og:url"), address, "og:url")
    item = zotero(page, address)
    same(item["itemType"], "webpage", "Zotero's type")
    # Without either, its guess depends on the other tags, and changes with Zotero.
    assert "website" == page.one("og:type") or "webpage" == page.one("z:itemType"), "Zotero's type is left to a guess"
    same((item["url"], item["language"]), (address, page.language), "Zotero's address and language")
    assert item["title"] and item["websiteTitle"], item
    same(item["creators"], [], "names that Zotero would take apart")
    assert "citation_title" not in page.meta, "Zotero would take the page for an article of a journal"
    published, modified = page.one("article:published_time"), page.one("article:modified_time")
    same(item["date"], published, "Zotero's date")
    same(page.one("DCTERMS.modified"), modified, "day of the last change")
    for day in filter(None, (published, modified)):
        datetime.date.fromisoformat(day)
    assert (published or "") <= (modified or ""), "changed before it was published"
    image = page.one("og:image")
    same(page.one("twitter:card"), "summary_large_image" if image else "summary", "twitter:card")
    if image:
        same((page.one("og:image:width"), page.one("og:image:height")), ("1200", "630"), "size of the picture")
        assert page.one("og:image:alt")
    return item


def check(site):
    dates = {}

    def read(address, page):
        item = head(address, page)
        if page.is_event:
            assert item["abstractNote"], "an event without a summary"
            dates[address] = item["date"]
        return True

    count = each(site, read)
    undated = [address for address, date in dates.items() if not date]
    assert not undated or len(undated) == len(dates), f"pages without a date, beside others that have one: {undated}"
    assert dates, "no events"
    return count


if __name__ == "__main__":
    run(sys.argv[1:], check)
