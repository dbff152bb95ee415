"""The sitemap and the OpenSearch description of built sites.

    python check_sitemap.py SITE...        each a folder that `dateline build` made
"""

import datetime
import sys
import xml.etree.ElementTree as ET

from built_site import run, same


def sitemap(site):
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ET.parse(site.folder / "sitemap.xml").getroot()
    parts = [loc.text for loc in root.findall("s:sitemap/s:loc", spaces)]
    roots = [ET.parse(site.file(part)).getroot() for part in parts] or [root]
    pages = [url.find("s:loc", spaces).text for one in roots for url in one.findall("s:url", spaces)]
    same(len(set(pages)), len(pages), "different pages")
    for page in pages:
        html = site.file(page).read_text()
        assert 'name="robots" content="noindex"' not in html, f"{page} is in the sitemap, and not to be listed"
    for one in roots:
        assert len(one) <= 50_000
        for day in one.findall("s:url/s:lastmod", spaces):
            datetime.datetime.fromisoformat(day.text)


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
