"""The pictures of docs/editors.md, taken anew from the running product.

    .venv/bin/python -m pytest tests/browser/pictures.py

The demonstration is loaded, an article on Palmyra pasted, and a reporter and an editor go through
the round of the guide. The names of the pictures are those in the guide.
"""

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import at_the_desk
from tests.browser.at_the_desk import RUINS, RUINS_DAY, RUINS_TEXT, press, sentence, told
from timeline.importers import demo

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "editors"
WIDE = {"width": 1280, "height": 860}
WITHDREW = "ISIS withdrew from the eastern"


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    return {**browser_context_args, "viewport": WIDE}


def take(page: Page, name: str, *, hovering: bool = False) -> None:
    """A picture of what is in sight, as a rule with nothing under the mouse."""
    if not hovering:
        page.mouse.move(0, 0)
    # Hiding the caret would leave style attributes behind, which the policy of the page forbids.
    picture = page.screenshot(caret="initial")
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / f"{name}.png").write_bytes(lean(picture))


# A third of the size: a palette of 256 colours in place of whole ones


def lean(png: bytes) -> bytes:
    """The same picture in its 256 commonest colours, each other one as the nearest of them."""
    width, height = struct.unpack(">II", png[16:24])
    rows = list(pixels(png, width, channels={2: 3, 6: 4}[png[25]]))
    counted = Counter(pixel for row in rows for pixel in row)
    palette = [colour for colour, _count in counted.most_common(256)]
    place = {colour: nearest(colour, palette) for colour in counted}
    lines = b"".join(b"\0" + bytes(place[pixel] for pixel in row) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    colours = b"".join(palette)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", colours),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return png[:8] + b"".join(chunk(*each) for each in chunks)


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def nearest(colour: bytes, palette: list[bytes]) -> int:
    def distance(place: int) -> int:
        return sum((a - b) ** 2 for a, b in zip(colour, palette[place], strict=True))

    return min(range(len(palette)), key=distance)


def pixels(png: bytes, width: int, channels: int) -> Iterator[list[bytes]]:
    """Rows of red, green and blue, from a picture of 8 bits a channel without interlacing."""
    lines = zlib.decompress(
        b"".join(content for kind, content in chunks_of(png) if kind == b"IDAT")
    )
    length = width * channels
    above = bytearray(length)
    for start in range(0, len(lines), length + 1):
        line = bytearray(lines[start + 1 : start + 1 + length])
        unfilter(lines[start], line, above, channels)
        yield [bytes(line[at : at + 3]) for at in range(0, length, channels)]
        above = line


def chunks_of(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def unfilter(how: int, line: bytearray, above: bytearray, step: int) -> None:
    """Undoes, in place, what the PNG specification calls filter types 0 to 4."""
    for at in range(len(line) if how else 0):
        left = line[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        up = above[at]
        guess = (0, left, up, (left + up) // 2, paeth(left, up, corner))[how]
        line[at] = (line[at] + guess) & 255


def paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


# The round of the guide


def paste(page: Page) -> None:
    page.get_by_role("link", name="Articles").first.click()
    page.get_by_role("link", name="Enter an article").click()
    page.get_by_label("Title").fill(RUINS)
    at_the_desk.choose(page, "outlet", "gazette", "Demonstration Gazette")
    page.get_by_label("Published on").fill(RUINS_DAY)
    page.locator("#id_body").fill(RUINS_TEXT)
    take(page, "1-paste")
    press(page, "Save")
    press(page, "Start reading")


def read(page: Page) -> None:
    sentence(page, "recaptured Palmyra").get_by_role("link", name="Accept").click()
    at_the_desk.at_hand(page, "recaptured Palmyra")
    page.get_by_text("1 similar event on record").wait_for()
    take(page, "2-desk")
    page.get_by_text("1 similar event on record").click()
    press(page, "Compare")
    expect(page.get_by_role("heading", name="A similar event is on record")).to_be_visible()
    take(page, "4-compare")
    press(page, "Back to the form Esc")
    sentence(page, WITHDREW).hover()
    sentence(page, WITHDREW).get_by_role("link", name="Accept").click()
    at_the_desk.at_hand(page, WITHDREW)
    page.get_by_text("on the day").click()
    at_the_desk.dated(page, "4 March 2017")
    page.locator(".cal label").filter(has_text="Thu 2 March 2017").click()
    at_the_desk.dated(page, "2 March 2017")
    page.get_by_text("similar event on record").wait_for()
    take(page, "3-date")
    page.get_by_text("similar event on record").dblclick()
    press(page, "Submit")
    told(page, "Submitted for review")


def select(page: Page) -> None:
    at_the_desk.select_words(page, "In January the group blew up the tetrapylon")
    page.locator("#desk-tools").wait_for()
    take(page, "5-select", hovering=True)
    press(page, "New event n")
    at_the_desk.dated(page, "January 2017")
    page.get_by_label("City").fill("Palmyra, Syria")
    page.get_by_label("Kind", exact=True).select_option("looting_destruction")
    page.get_by_label("Headline").fill("ISIS blows up the tetrapylon of Palmyra")
    press(page, "Submit")
    told(page, "Submitted for review")


def decide(page: Page) -> None:
    take(page, "6-front")
    page.get_by_role("link", name="ISIS withdraws").click()
    expect(page.get_by_role("button", name="Publish, next")).to_be_visible()
    take(page, "7-review")
    press(page, "Publish, next Ctrl ↵")
    told(page, "Published")
    page.get_by_role("button", name=re.compile("^Publish")).click()
    told(page, "Published")


def correct(page: Page, home: str) -> None:
    at_the_desk.open_event(page, home, "ISIS blows up the tetrapylon of Palmyra")
    page.get_by_label("Headline").fill("ISIS blows up the tetrapylon and a part of the theatre")
    page.get_by_label("Why:", exact=True).fill("The article names the theatre too.")
    press(page, "Correct")
    at_the_desk.open_event(page, home, "ISIS blows up the tetrapylon and a part of the theatre")
    page.get_by_role("link", name="History").click()
    take(page, "8-history")
    page.goto(f"{home}/changes/")
    take(page, "9-changes")


def test_the_pictures_of_the_guide(page: Page, live_server: LiveServer) -> None:
    demo.load()
    at_the_desk.sign_in(page, live_server.url, "reporter")
    paste(page)
    read(page)
    select(page)
    at_the_desk.sign_out(page)
    at_the_desk.sign_in(page, live_server.url, "editor")
    decide(page)
    correct(page, live_server.url)
