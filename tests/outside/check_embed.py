"""Frames for other sites: every oEmbed answer shows the page beside it, and that page leads to the answer.

    python check_embed.py SITE...        each a folder that `dateline build` made
"""

import html
import json
import re
import sys

from built_site import run, same


def oembed(site, file):
    """A `rich` answer, whose HTML shows the page beside it; the page leads to the answer."""
    answer = json.loads(file.read_text())
    same((answer["version"], answer["type"]), ("1.0", "rich"), "kind of answer")
    assert isinstance(answer["width"], int) and isinstance(answer["height"], int) and answer["title"]
    (address,) = re.findall(r'src="([^"]+)"', answer["html"])
    frame = site.file(address).read_text()
    same(site.file(address), file.parent / "embed" / "index.html", "what the frame shows")
    assert 'name="robots" content="noindex"' in frame and "<script" not in frame and "frame-ancestors" not in frame
    page = address.removesuffix("embed/")
    assert f'<link rel="canonical" href="{page}">' in frame, f"{address} does not name its page"
    link = rf'type="application/json\+oembed" title="[^"]*" href="{re.escape(page)}oembed\.json"'
    whole = site.file(page).read_text()
    assert re.search(link, whole), f"{page} does not lead to its oEmbed answer"
    # The overview's stands with the data.
    shown = whole if page != site.base else site.file(site.base + "data/").read_text()
    assert answer["html"] in map(html.unescape, re.findall(r"<textarea[^>]*>([^<]*)<", shown)), f"{page} has no HTML to copy"


def check(site):
    answers = site.files("oembed.json")
    for file in answers:
        oembed(site, file)
    same({file.parent / "embed" / "index.html" for file in answers}, set(site.folder.rglob("embed/index.html")), "frames")
    return len(answers)


run(sys.argv[1:], check)
