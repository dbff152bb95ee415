"""The JSON-LD of every page by pyld, in the terms of schema.org as rdflib lists them.

    python check_page_jsonld.py SITE...        each a folder that `dateline build` made

The context of schema.org is not fetched: it says that all terms are its own, and which values are addresses.
"""

import json
import re
import sys

from pyld import jsonld
from rdflib.namespace import SDO

from built_page import each
from built_site import run, same

SCHEMA = "https://schema.org/"
# Values of a property that are addresses; everything else is a text.
ADDRESSES = {"url", "sameAs", "license", "image", "archivedAt", "contentUrl"}
CONTEXT = {"@context": {"@vocab": SCHEMA, **{name: {"@type": "@id"} for name in ADDRESSES}}}
THINGS = {}
ISO = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?)?)?$")


def load(address, _options):
    """The context of schema.org, as far as it matters: nothing is fetched."""
    assert re.fullmatch(r"https?://schema\.org/?", address), f"{address} is another vocabulary"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": CONTEXT}


def expanded(page):
    (script,) = page.scripts
    assert "<" not in script, "a sign that could end the script"
    data = json.loads(script)
    same(data["@context"], "https://schema.org", "context")
    (node,) = jsonld.expand(data, {"documentLoader": load})
    return node


def walk(node, where="the page"):
    """Every node below a node, each of a type and with properties that schema.org has."""
    assert node.get("@type"), f"{where} has no type"
    for kind in node["@type"]:
        assert kind.startswith(SCHEMA) and kind[len(SCHEMA) :] in SDO, f"{kind} is no type of schema.org"
    yield node
    for name, values in node.items():
        if name.startswith("@"):
            continue
        assert name.startswith(SCHEMA) and name[len(SCHEMA) :] in SDO, f"{name} is no property of schema.org"
        for value in values:
            short = name[len(SCHEMA) :]
            if short in ADDRESSES and "@value" not in value:
                if "@type" not in value:
                    assert re.match(r"https?://\S+$", value["@id"]), f"{short} is {value}"
                    continue
            if "@value" in value:
                text = value["@value"]
                assert text != "", f"{short} is empty"
                if "date" in short.lower():
                    assert ISO.match(text), f"{short} is {text!r}"
                continue
            yield from walk(value, short)


def of(node, name):
    """The one value of a property, or nothing."""
    values = node.get(SCHEMA + name, [])
    assert len(values) <= 1, f"{name} has {len(values)} values"
    return (values[0].get("@value") or values[0].get("@id")) if values else None


def things(site):
    """What the linked data describes."""
    if site.folder not in THINGS:
        graph = json.loads((site.folder / "data" / "events.jsonld").read_text())["@graph"]
        THINGS[site.folder] = {node["@id"] for node in graph}
    return THINGS[site.folder]


def described(site, address, page, counted):
    node = expanded(page)
    same((node["@id"], of(node, "url")), (address, address), "the page's address")
    assert of(node, "name") and SCHEMA + "isPartOf" in node, "a page has a name, and is part of a site"
    same(of(node, "datePublished"), page.one("article:published_time"), "datePublished")
    same(of(node, "dateModified"), page.one("article:modified_time"), "dateModified")
    told = [of(one, "url") for one in node.get(SCHEMA + "correction", [])]
    same(set(told), {address + "#" + name for name in page.ids if name.startswith("correction-")}, "corrections")
    for found in walk(node):
        identity = found.get("@id", "")
        if identity.startswith(site.base):
            site.file(identity)
        for kind in found["@type"]:
            counted[kind[len(SCHEMA) :]] = counted.get(kind[len(SCHEMA) :], 0) + 1
        if "Dataset" in found["@type"][0]:
            for download in found[SCHEMA + "distribution"]:
                site.file(of(download, "contentUrl"))
                assert of(download, "encodingFormat"), download
    if page.is_event:
        (main,) = node[SCHEMA + "mainEntity"]
        same(main["@type"], [SCHEMA + "Event"], "the main entity of an event's page")
        same(" ".join(of(main, "name").split()), " ".join(page.title.split()), "the event's name")
        assert SCHEMA + "citation" in node, "an event without a report"
        # Every thing that the page names is in the data, too, under the same address; schema.org has no other for it.
        named = {found["@id"] for found in walk(node) if found.get("@id", "").endswith("#it")}
        same(named - things(site), set(), "things that the data does not name")


def check(site):
    counted = {}

    def read(address, page):
        described(site, address, page, counted)
        return True

    count = each(site, read)
    # What a site with events, actors and data has to say, be it in whatever place.
    for kind in ("WebPage", "CollectionPage", "WebSite", "Event", "NewsArticle", "Dataset", "DataDownload"):
        assert counted.get(kind), f"no {kind}"
    assert any(counted.get(kind) for kind in ("Person", "Country", "Organization")), counted
    return count


if __name__ == "__main__":
    run(sys.argv[1:], check)
