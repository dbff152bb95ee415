"""The sitemap and the OpenSearch description of built sites.

    python check_sitemap.py SITE...        each a folder that `dateline build` made
"""

import sys
import xml.etree.ElementTree as ET

from built_page import pages
from built_site import run, same


def day(text):
    """By a page's own word, or by the sitemap's, which may name the moment."""
    return text and text[: len("2025-09-03")]


def sitemap(site):
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ET.parse(site.folder / "sitemap.xml").getroot()
    parts = [loc.text for loc in root.findall("s:sitemap/s:loc", spaces)]
    roots = [ET.parse(site.file(part)).getroot() for part in parts] or [root]
    urls = [url for one in roots for url in one.findall("s:url", spaces)]
    listed = [url.findtext("s:loc", None, spaces) for url in urls]
    same(len(set(listed)), len(listed), "different pages")
    assert all(len(one) <= 50_000 for one in roots)
    found = {address: page for address, page in pages(site) if page.one("robots") != "noindex"}
    same(set(listed), set(found), "pages in the sitemap, and pages to be listed")
    for address, url in zip(listed, urls):
        changed = found[address].one("article:modified_time")
        if changed:
            same(day(url.findtext("s:lastmod", None, spaces)), changed, f"last change of {address}")


def open_search(site):
    spaces = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    root = ET.parse(site.folder / "opensearch.xml").getroot()
    for name, most in (("ShortName", 16), ("LongName", 48), ("Description", 1024)):
        assert 0 < len(root.find(f"o:{name}", spaces).text) <= most, name
    templates = {url.get("rel"): url.get("template") for url in root.findall("o:Url", spaces)}
    same(templates["results"], site.base + "search/?q={searchTerms}", "template")
    site.file(templates["self"])


def check(site):
    sitemap(site)
    open_search(site)
    return 2


run(sys.argv[1:], check)
