"""Citations of built sites, by bibtexparser, rispy and citeproc-py, whose CSL schema says which names there are.

    python check_citations.py SITE...        each a folder that `dateline build` made

What one format says has to be what the others say.
"""

import datetime
import json
import re
import sys
import warnings
from pathlib import Path

import bibtexparser
import citeproc
import rispy
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import convert_to_unicode
from citeproc.source.json import CiteProcJSON

from built_page import each
from built_site import run, same


def names_of_csl():
    """The variables and the types that the CSL schema has."""
    folder = Path(citeproc.__file__).parent / "data/schema/schemas/styles"
    quoted = lambda name: set(re.findall(r'"([\w-]+)"', (folder / name).read_text()))
    return quoted("csl-variables.rnc"), quoted("csl-types.rnc")


VARIABLES, TYPES = names_of_csl()


def csl(text):
    (item,) = json.loads(text)
    for name in item:
        assert name in VARIABLES | {"id", "type", "language", "note", "URL"}, f"CSL has no {name}"
    assert item["type"] in TYPES, item["type"]
    for name in item.get("author", []):
        assert set(name) <= {"literal", "family", "given"}, name
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert item["id"] in CiteProcJSON([item]), "citeproc does not know the item"
    return item


def bibtex(text):
    parser = BibTexParser(ignore_nonstandard_types=False, interpolate_strings=False)
    parser.customization = convert_to_unicode
    database = bibtexparser.loads(text, parser)
    same(len(database.entries), 1, "entries of BibTeX")
    return database.entries[0]


def wiki(text):
    found = re.fullmatch(r"\{\{(cite web|cite news)((?: \|[\w-]+=(?:\{\{!\}\}|[^|{}])*)*)\}\}", text)
    assert found, f"no template of Wikipedia's: {text}"
    fields = re.findall(r" \|([\w-]+)=((?:\{\{!\}\}|[^|{}])*?)(?= \||$)", found[2])
    same(len(dict(fields)), len(fields), "different fields")
    fields = dict(fields)
    if "archive-url" in fields:
        datetime.date.fromisoformat(fields["archive-date"])
        assert fields["url"] and fields["url-status"] in ("live", "dead"), fields
    return fields


def plain(text):
    """A text as it can be compared: without braces, entities of wikis and kinds of white space."""
    text = text.replace("{{!}}", "|")
    text = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text).replace("&lt;", "<").replace("&gt;", ">")
    return " ".join(text.replace("{", "").replace("}", "").replace("\\", "").split())


def citations(address, page):
    """All forms of one citation say the same: headline, address, site, and the page's own date."""
    identity = address.rstrip("/").rsplit("/", 1)[1]
    published = page.one("article:published_time")
    title, website = plain(page.title), page.one("og:site_name")
    same(page.permalink, address, "the permanent address")

    item = csl(page.blocks["CSL-JSON"])
    issued = [datetime.date(*parts).isoformat() for parts in item.get("issued", {}).get("date-parts", [])]
    same((item["id"], plain(item["title"]), item["URL"]), (identity, title, address), "CSL-JSON")
    same((item["container-title"], issued), (website, [published] if published else []), "CSL-JSON")

    entry = bibtex(page.blocks["BibTeX"])
    same((entry["ENTRYTYPE"], entry["ID"]), ("online", identity), "BibTeX")
    same((plain(entry["title"]), entry["url"], entry.get("date")), (title, address, published), "BibTeX")

    (record,) = rispy.loads(page.blocks["RIS"])
    same((record["type_of_reference"], record["id"]), ("ELEC", identity), "RIS")
    same((plain(record["title"]), record["urls"], record["secondary_title"]), (title, [address], website), "RIS")
    same(record.get("date", "").strip("/").replace("/", "-"), published or "", "RIS")

    cited = wiki(page.blocks["Wikipedia"])
    same((plain(cited["title"]), cited["url"], cited["website"]), (title, address, website), "Wikipedia")
    same((cited.get("date"), cited["access-date"]), (published, ""), "Wikipedia")

    same(list(page.styles), ["Chicago", "APA", "MLA"], "styles")
    for style, text in page.styles.items():
        # Styles may write titles with capitals.
        assert address in text and website.lower() in text.lower(), f"{style}: {text}"
        letters = lambda words: re.sub(r"\W", "", words).lower()
        assert letters(title) in letters(text), f"{style}: {text}"
        assert not published or published[:4] in text.replace(address, ""), f"{style}: {text}"
        assert not re.search(r"\.\.|\s[.,]", text.replace(address, "ADDRESS")), f"{style}: {text}"


def anchors(page):
    """Every account has an anchor, and a link to it."""
    accounts = {name for name in page.ids if name.startswith("account-")}
    same(sorted(page.anchors), sorted("#" + name for name in accounts), "links to accounts")
    assert accounts, "an event without an account"


def check(site):
    def read(address, page):
        if page.is_event:
            citations(address, page)
            anchors(page)
        elif address.startswith(site.base + "articles/"):
            wiki(page.blocks["Wikipedia"])
        else:
            return False
        return True

    return each(site, read)


if __name__ == "__main__":
    run(sys.argv[1:], check)
