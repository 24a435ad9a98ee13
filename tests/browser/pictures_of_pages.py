"""Pictures made anew: those of README.md, of what readers see of the demonstration, and the one
that goes with every link to the site.

.venv/bin/python -m pytest tests/browser/pictures_of_pages.py
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.lean import lean
from timeline.importers import demo
from timeline.models import Event

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pages"
WIDE, PHONE = (1440, 1000), (390, 844)
# What most of those who show a link cut it to.
SHARED = (1200, 630)


def test_the_pictures_of_the_pages(browser: Browser, live_server: LiveServer) -> None:
    demo.load()
    taken = Event.objects.get(headline="The SDF takes Raqqa")
    for name, address, (width, height), scheme in [
        ("1-front", "/", WIDE, "light"),
        ("2-city", "/cities/raqqa/", WIDE, "light"),
        ("3-lanes", "/?view=lanes&from=2014&to=2017", WIDE, "dark"),
        ("4-map", "/?view=map&to=2015", WIDE, "light"),
        ("5-event", taken.get_absolute_url(), WIDE, "light"),
        ("6-arabic", "/ar/cities/raqqa/", PHONE, "light"),
    ]:
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page.goto(live_server.url + address)
        PICTURES.mkdir(exist_ok=True)
        (PICTURES / f"{name}.png").write_bytes(lean(page.screenshot(caret="initial")))
        page.close()


def test_the_picture_that_goes_with_a_link(browser: Browser) -> None:
    drawn, (width, height) = ROOT / "static" / "shared.svg", SHARED
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(drawn.as_uri())
    drawn.with_suffix(".png").write_bytes(lean(page.screenshot()))
    page.close()
