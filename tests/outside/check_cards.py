"""Social cards by Pillow: whole pictures of 1200 by 630 that are not too large, one for every event's page.

    python check_cards.py SITE...        each a folder that `dateline build` made
"""

import sys

from PIL import Image

from built_page import pages
from built_site import run, same

LARGEST = 200_000


def card(file):
    assert file.stat().st_size < LARGEST, f"{file} has {file.stat().st_size} bytes"
    with Image.open(file) as picture:
        picture.verify()
    # What was verified cannot be read; a new one can.
    with Image.open(file) as picture:
        same((picture.format, picture.size), ("PNG", (1200, 630)), f"{file}: format and size")
        picture.load()
        low, high = picture.convert("L").getextrema()
    assert high - low > 100, f"{file} shows next to nothing"


def check(site):
    shown = {site.file(image) for _, page in pages(site) if (image := page.one("og:image"))}
    same(shown, set(site.folder.glob("events/*/card.png")), "pictures that pages name, and those that are there")
    for file in shown:
        card(file)
    return len(shown)


if __name__ == "__main__":
    run(sys.argv[1:], check)
