"""GeoJSON of built sites by geojson and against its published schema; it has the places of the data beside it.

    python check_geojson.py SITE...        each a folder that `dateline build` made
"""

import json
import sys

import geojson

from built_site import cuts, events_in, run, same, validator


def located(text, events, validator):
    collection = geojson.loads(text)
    assert isinstance(collection, geojson.FeatureCollection) and collection.is_valid, collection.errors()
    validator.validate(json.loads(text))
    points = {feature["id"]: tuple(feature["geometry"]["coordinates"]) for feature in collection["features"]}
    places = {event["id"]: event["place"] for event in events}
    known = {
        id: (place["longitude"], place["latitude"])
        for id, place in places.items()
        if place and place["latitude"] is not None
    }
    same(points, known, "points")
    same(collection["without_coordinates"], len(events) - len(known), "events without coordinates")


def check(site):
    schema = validator(site, "geojson")
    for folder in cuts(site):
        located((folder / "events.geojson").read_text(), events_in(folder), schema)
    return len(cuts(site))


run(sys.argv[1:], check)
