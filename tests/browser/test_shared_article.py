"""The real article that lies beside the project, entered event by event in a real browser."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import make
from tests.browser.at_the_desk import choose, paste_article, press, sign_in
from timeline import quotes

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "articles" / "raqqa-2017-10-17"

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not ARTICLE.with_suffix(".txt").exists(),
        reason="the article is not part of the project, and it is not beside it here",
    ),
]


def headline(wanted: dict[str, Any]) -> str:
    return f"{wanted['city']}: {wanted['kind']} ({wanted['n']})"


def sentence_with(cue: str, text: str) -> str:
    at = text.index(cue)
    places = quotes.sentences(text)
    return next(text[p.start : p.end] for p in places if p.start <= at < p.end)


def fill_in_date(page: Page, wanted: dict[str, Any]) -> None:
    """The words where the article has any; by hand what they do not say as narrowly."""
    if wanted["phrase"]:
        page.locator("#id_date_printed").fill(wanted["phrase"])
        expect(page.locator("#date-meaning b")).to_be_visible()
    for bound in ("earliest", "latest"):
        field = page.locator(f"#id_{bound}")
        if field.input_value() != wanted[bound]:
            field.fill(wanted[bound])


def enter(page: Page, wanted: dict[str, Any], text: str) -> None:
    page.locator("#id_headline").fill(headline(wanted))
    page.locator("#id_kind").select_option(wanted["kind"])
    fill_in_date(page, wanted)
    choose(page, "city", wanted["city"], wanted["city"])
    for row, (faction, role) in enumerate(wanted["factions"].items()):
        if row > 1:
            press(page, "Add another Participation")
        choose(page, f"participations-{row}-faction", faction, faction)
        page.locator(f"#id_participations-{row}-role").select_option(role)
    page.locator("#id_citations-0-quotation").fill(sentence_with(wanted["cue"], text))
    press(page, "Save and publish")
    expect(page.locator(".messagelist")).to_contain_text("Published")


def test_all_core_events_of_the_article_are_entered_and_found(
    page: Page, live_server: LiveServer
) -> None:
    about = json.loads(ARTICLE.with_suffix(".json").read_text())
    text = quotes.normalise(ARTICLE.with_suffix(".txt").read_text())
    core = [event for event in about["expected_events"] if event["core"]]
    for city in {event["city"] for event in core}:
        make.city(city, spellings=about["names"].get(city, []))
    for faction in {name for event in core for name in event["factions"]}:
        make.faction(faction, spellings=about["names"].get(faction, []))

    sign_in(page, live_server.url)
    paste_article(page, title=about["title"], day=about["published_on"], body=text)
    for number, wanted in enumerate(core):
        if number:
            page.get_by_role("link", name="Add another event from its article").click()
            page.wait_for_load_state()
        enter(page, wanted, text)

    shown = {
        "/cities/raqqa/": [event for event in core if event["city"] == "Raqqa"],
        "/factions/sdf/": [event for event in core if "SDF" in event["factions"]],
        "/?from=2017-10-15&to=2017-10-17": [e for e in core if e["latest"] >= "2017-10-15"],
    }
    for address, events in shown.items():
        page.goto(live_server.url + address)
        for event in events:
            expect(page.locator("main")).to_contain_text(headline(event))
