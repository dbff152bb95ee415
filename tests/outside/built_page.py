"""A page of a built site as the checks in this folder see it: what programs read of it. Not a check itself."""

import re
from html.parser import HTMLParser

BLOCKS = ("BibTeX", "RIS", "CSL-JSON", "Wikipedia")


class Page(HTMLParser):
    """What a page has in its head, and in its section on how to cite it."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.canonical, self.scripts, self.ids, self.anchors = {}, None, [], set(), []
        self.styles, self.blocks = {}, {}
        self.title, self.permalink, self.language = "", None, None
        self.cite, self.name, self.tag, self.is_event = False, "", None, False
        self.in_title = False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        at = dict(attributes)
        if "id" in at:
            assert at["id"] not in self.ids, f"the id {at['id']} stands twice"
            self.ids.add(at["id"])
        if tag == "article":
            # One that was withdrawn has no type.
            self.is_event = {"event"} < set(at.get("class", "").split())
        if tag == "h1":
            self.in_title = True
        if tag == "html":
            self.language = at["lang"]
        if tag == "meta" and (at.get("name") or at.get("property")):
            name = at.get("name") or at["property"]
            self.meta.setdefault(name, []).append(at["content"])
        if tag == "link" and at.get("rel") == "canonical":
            assert self.canonical is None, "two canonical addresses"
            self.canonical = at["href"]
        if tag == "script" and at.get("type") == "application/ld+json":
            self.scripts.append("")
        if tag == "a" and at.get("class") == "anchor":
            self.anchors.append(at["href"])
        if tag == "section":
            self.cite = "cite" in at.get("class", "").split()
        if self.cite and tag == "a" and self.permalink is None:
            self.permalink = at["href"]
        if tag == "dt":
            self.name = ""
        self.tag = (tag, at)

    def handle_endtag(self, tag):
        if tag == "p":
            self.tag = None
        if tag == "section":
            self.cite, self.name = False, ""
        if tag == "h1":
            self.in_title = False
        if tag in ("dt", "summary", "dd", "pre", "script", "title"):
            self.tag = None

    def handle_data(self, data):
        tag, at = self.tag or ("", {})
        if tag == "script" and at.get("type") == "application/ld+json":
            self.scripts[-1] += data
        elif self.in_title:
            self.title += data
        if not self.cite:
            return
        if tag == "dt":
            self.name += data
        elif tag == "pre":
            self.blocks[self.name] = self.blocks.get(self.name, "") + data
        # Not of the address, which is a link.
        elif tag in ("p", "i") and self.name and self.name not in BLOCKS:
            self.styles[self.name] = self.styles.get(self.name, "") + data

    def one(self, name):
        values = self.meta.get(name, [])
        assert len(values) <= 1, f"{name} stands {len(values)} times"
        return values[0] if values else None


def pages(site):
    """All pages but those that only lead on, that a server shows in place of others, or that are made for frames."""
    for file in sorted(site.folder.rglob("*.html")):
        html = file.read_text()
        if 'http-equiv="refresh"' not in html and file.name != "404.html" and file.parent.name != "embed":
            path = file.relative_to(site.folder).as_posix()
            yield site.base + re.sub(r"(^|(?<=/))index\.html$", "", path), Page(html)


def each(site, check):
    """Checks every page: `check` gets an address and a Page, and returns whether it was one of its own. How many were."""
    count = 0
    for address, page in pages(site):
        try:
            count += bool(check(address, page))
        except (AssertionError, KeyError, ValueError) as fault:
            raise SystemExit(f"{address}: {type(fault).__name__}: {fault}") from fault
    return count
