"""A built site as the checks in this folder see it. Not a check itself."""

import json
import re
from pathlib import Path

import jsonschema


# What linked data has for the things themselves: no parts of pages.
THINGS = ("it", "data", "website")


class Site:
    """A built site: its files, and where it says that it is published."""

    def __init__(self, folder):
        self.folder = Path(folder)
        # The address of the sitemap is that of the site.
        robots = (self.folder / "robots.txt").read_text()
        self.base = re.search(r"^Sitemap: (.*)sitemap\.xml$", robots, re.M)[1]

    def file(self, address):
        """The file that stands at an address of the site."""
        assert address.startswith(self.base), f"{address} is not on the site"
        address, _, anchor = address.partition("#")
        path = address[len(self.base) :].split("?")[0]
        file = self.folder / path / "index.html" if path.endswith("/") or not path else self.folder / path
        assert file.is_file(), f"nothing stands at {address}"
        # `#it` and `#data` name things of linked data, not parts of a page.
        if anchor and anchor not in THINGS:
            assert f' id="{anchor}"' in file.read_text(), f"{address} has no {anchor}"
        return file

    def files(self, name):
        found = sorted(self.folder.rglob(name))
        assert found, f"there is no {name}"
        return found


def same(found, expected, what):
    assert found == expected, f"{what}: {found!r}, and {expected!r} is expected"


def closed(schema):
    """The same schema, by which no field may be there that it does not name."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {key: closed(value) for key, value in schema.items()}
    if "properties" in schema:
        schema["unevaluatedProperties"] = False
    return schema


def validator(site, format):
    schema = json.loads((site.folder / "data" / f"{format}.schema.json").read_text())
    same(schema["$id"], f"{site.base}data/{format}.schema.json", "id of the schema")
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.FormatChecker(formats=["date"])
    return jsonschema.Draft202012Validator(closed(schema), format_checker=checker)


def cuts(site):
    """The folders with data: of the whole site, and of each actor."""
    return [site.folder / "data", *sorted(file.parent for file in (site.folder / "actors").glob("*/events.json"))]


def events_in(folder):
    return json.loads((folder / "events.json").read_text())["events"]


def run(sites, check):
    """Checks each of the sites: `check` gets a Site, and returns how many files it has read."""
    assert sites, "name the folders of built sites"
    for folder in sites:
        count = check(Site(folder))
        assert count, f"{folder} has nothing to check"
        print(f"{folder}: {count} files passed")
