"""Social cards: pictures of 1200 by 630 whose parts are whole, and which are not too large.

    python check_cards.py SITE...        each a folder that `dateline build` made
"""

import struct
import sys
import zlib

from built_page import pages
from built_site import run, same

LARGEST = 200_000


def card(file):
    """A picture of 1200 by 630 whose parts are whole, and which is not too large."""
    data = file.read_bytes()
    same(data[:8], b"\x89PNG\r\n\x1a\n", f"{file}: the first bytes")
    assert len(data) < LARGEST, f"{file} has {len(data)} bytes"
    at, parts, packed = 8, [], b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        same(struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0], zlib.crc32(kind + body), kind)
        parts.append(kind)
        packed += body if kind == b"IDAT" else b""
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
            same((width, height), (1200, 630), f"{file}: size")
        at += 12 + length
    same((parts[0], parts[-1]), (b"IHDR", b"IEND"), f"{file}: first and last part")
    channels = {2: 3, 3: 1}[colour]
    same(len(zlib.decompress(packed)), 630 * (1 + 1200 * channels), f"{file}: pixels")


def check(site):
    shown = {site.file(image) for _, page in pages(site) if (image := page.one("og:image"))}
    same(shown, set(site.folder.glob("events/*/card.png")), "pictures that pages name, and those that are there")
    for file in shown:
        card(file)
    return len(shown)


if __name__ == "__main__":
    run(sys.argv[1:], check)
