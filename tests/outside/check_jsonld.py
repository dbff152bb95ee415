"""JSON-LD data of built sites by rdflib, in the terms of schema.org, and against its published schema.

    python check_jsonld.py SITE...        each a folder that `dateline build` made
"""

import json
import sys

import rdflib
from rdflib.namespace import SDO

from built_site import cuts, events_in, run, same, validator

EDTF = rdflib.URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
DCTERMS_DATE = rdflib.URIRef("http://purl.org/dc/terms/date")


def linked(text, events, validator):
    document = json.loads(text)
    validator.validate(document)
    # The vocabulary without its host: what has no term of its own is one of schema.org.
    same(document["@context"][0], "https://schema.org", "context")
    document["@context"][0] = {"@vocab": str(SDO), "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    terms = {term for term in list(graph.predicates()) + list(graph.objects(None, rdflib.RDF.type))}
    for term in terms:
        if str(term).startswith(str(SDO)):
            assert term.removeprefix(str(SDO)) in SDO, f"schema.org has no {term}"
    nodes = {str(graph.value(node, SDO.url)): node for node in graph.subjects(rdflib.RDF.type, SDO.Event)}
    same(set(nodes), {event["url"] for event in events}, "events as linked data")
    described = set(graph.subjects(rdflib.RDF.type, None))
    for event in events:
        node = nodes[event["url"]]
        same(graph.value(node, DCTERMS_DATE), rdflib.Literal(event["date"], datatype=EDTF), "date")
        start = graph.value(node, SDO.startDate)
        if any(sign in event["date"] for sign in "?~%"):
            assert start is None, f"{event['id']} has a start, and its date is uncertain"
        elif start is not None:
            assert event["date"].startswith(str(start)[: len("2025-09-03")].rstrip("X")), event["id"]
        for thing in [*graph.objects(node, SDO.about), *graph.objects(node, SDO.location)]:
            assert thing in described, f"{thing} is named and not described"
        same(len(set(graph.objects(node, SDO.subjectOf))), len({a["article"] for a in event["accounts"]}), "reports")
    (dataset,) = graph.subjects(rdflib.RDF.type, SDO.Dataset)
    assert graph.value(dataset, SDO.name) and graph.value(dataset, SDO.description)


def check(site):
    schema = validator(site, "jsonld")
    for folder in cuts(site):
        linked((folder / "events.jsonld").read_text(), events_in(folder), schema)
    return len(cuts(site))


run(sys.argv[1:], check)
