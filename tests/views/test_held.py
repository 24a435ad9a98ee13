"""Who held a city, on its own page and on that of the faction."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make
from tests.views.test_control import taking
from timeline.actions import events
from timeline.models import City, Event, Faction
from timeline.models.vocabulary import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def fall() -> Event:
    """Raqqa passes from ISIS to the SDF, with an event before and one after."""
    raqqa = make.city("Raqqa")
    make.event("An air strike", kind=Kind.AIR_STRIKE, when="2017-10-10", city=raqqa, published=True)
    make.event("A protest", kind=Kind.PROTEST, when="2017-10-20", city=raqqa, published=True)
    return taking(raqqa, make.faction("SDF"), make.faction("ISIS"), "2017-10-17")


def page(client: Client, query: str = "") -> str:
    return client.get(f"/cities/raqqa/{query}").content.decode()


def rules(body: str) -> list[str]:
    """Who held the city beside each event, by name: "whole SDF", "above ISIS", "below SDF"."""
    names = {str(faction.pk): faction.name for faction in Faction.objects.all()}
    found = re.findall(r'<i class="held (\w+) plain p-(\d+) q-\d+">', body)
    return [f"{place} {names[number]}" for place, number in found]


def test_the_date_line_says_who_held_the_city_since_when(client: Client, fall: Event) -> None:
    assert "Held by SDF since 17 October 2017." in page(client)
    assert "Before that, held by ISIS since a day that the record does not know." in page(client)


def test_each_stretch_of_the_band_leads_to_the_event_that_proves_it(
    client: Client, fall: Event
) -> None:
    band = page(client).partition('<svg class="band"')[2].partition("</svg>")[0]
    assert band.count(f'<a href="{fall.get_absolute_url()}">') == 2
    assert "<title>held by SDF; from: 17 October 2017; to: not on record</title>" in band


def test_a_band_too_short_for_a_name_has_a_key(client: Client) -> None:
    raqqa, sdf, isis = make.city("Raqqa"), make.faction("SDF"), make.faction("ISIS")
    taking(raqqa, sdf, isis, "2014-01-01")
    taking(raqqa, isis, sdf, "2014-01-03")
    make.event("A protest", kind=Kind.PROTEST, when="2019-10-20", city=raqqa, published=True)
    key = page(client).partition('class="layers holders"')[2].partition("</ul>")[0]
    assert key.count("<li>") == 2
    assert "ISIS</li>" in key
    assert "SDF</li>" in key


def test_a_band_whose_names_all_fit_has_none(client: Client, fall: Event) -> None:
    assert 'class="layers holders"' not in page(client)


def test_the_same_stands_below_in_words_with_its_proof(client: Client, fall: Event) -> None:
    table = page(client).partition('id="who-held"')[2].partition("</table>")[0]
    for words in ("held by ISIS", "16 October 2017", "held by SDF", fall.headline, "Confirmed"):
        assert words in table


def test_the_rule_beside_the_events_changes_with_the_holder(client: Client, fall: Event) -> None:
    assert rules(page(client)) == ["whole ISIS", "above ISIS", "below SDF", "whole SDF"]


def test_newest_first_the_later_holder_stands_above(client: Client, fall: Event) -> None:
    body = page(client, "?order=newest")
    assert rules(body) == ["whole SDF", "above SDF", "below ISIS", "whole ISIS"]


def test_the_rule_goes_on_through_a_gap(client: Client, fall: Event) -> None:
    make.event("A clash", kind=Kind.CLASH, when="2018-10-20", city=fall.city, published=True)
    gap = page(client).partition('<p class="ev gap">')[2]
    assert gap.startswith('<i class="held whole plain')


def test_the_event_that_turned_the_city_says_so(client: Client, fall: Event) -> None:
    body = page(client)
    assert body.count("The city passes from ISIS to SDF") == 1
    assert body.index(fall.headline) < body.index("The city passes from ISIS to SDF")


def test_an_event_known_to_some_days_turns_the_city_once(client: Client) -> None:
    kobani = make.city("Raqqa")
    taking(kobani, make.faction("YPG"), make.faction("ISIS"), "[2015-01-20..2015-01-26]")
    body = page(client)
    assert body.count("The city passes from ISIS to YPG") == 1
    assert "Held by YPG since some day between 20 and 26 January 2015." in body
    assert 'class="held below changing' in body


def test_a_city_that_nobody_is_known_to_have_held_has_no_band(client: Client) -> None:
    make.event(city=make.city("Raqqa"), kind=Kind.PROTEST, published=True)
    body = page(client)
    assert 'class="band"' not in body
    assert 'class="held' not in body


def test_who_held_a_city_stands_on_no_other_list(client: Client, fall: Event) -> None:
    body = client.get("/").content.decode()
    assert 'class="held' not in body
    assert "The city passes" not in body


def test_the_rule_costs_no_query_per_event(client: Client, fall: Event) -> None:
    with CaptureQueriesContext(connection) as few:
        page(client)
    for day in range(1, 9):
        when = f"2017-10-0{day}"
        make.event(kind=Kind.AIR_STRIKE, when=when, city=fall.city, published=True)
    with CaptureQueriesContext(connection) as many:
        page(client)
    assert len(many) <= len(few)


def test_a_faction_shows_the_cities_it_held(client: Client, fall: Event) -> None:
    body = client.get("/factions/isis/").content.decode()
    held = body.partition('id="cities-held"')[2].partition('id="results"')[0]
    for words in ("Raqqa", "/cities/raqqa/", "16 October 2017", fall.get_absolute_url()):
        assert words in held


def test_a_faction_shows_what_it_held_through_its_groups(client: Client) -> None:
    alliance, group = make.faction("SDF"), make.faction("YPG")
    make.allegiance(group, alliance, since="2015-10-10")
    taking(make.city("Kobani"), group, make.faction("ISIS"), "2015-01-26")
    make.event("SDF founded", kind=Kind.FACTION_CHANGE, when="2015-10-10", published=True)
    (kobani,) = client.get("/factions/sdf/").context["cities"]
    assert [part.row.who for part in kobani.parts] == ["through YPG"]
    assert kobani.rows[0].beginning == "10 October 2015"


def test_a_faction_that_held_nothing_says_nothing_of_cities(client: Client, fall: Event) -> None:
    make.faction("Civilians")
    assert "cities-held" not in client.get("/factions/civilians/").content.decode()


def test_a_city_turns_no_more_when_its_event_is_withdrawn(client: Client, fall: Event) -> None:
    events.withdraw(fall, by=make.editor(), note="It did not happen.")
    assert "Held by" not in page(client)
    assert City.objects.get(name="Raqqa").control.count() == 0


@pytest.mark.parametrize("path", ["/cities/raqqa/", "/factions/isis/"])
def test_an_unreadable_question_shows_no_event_as_a_proof(
    client: Client, fall: Event, path: str
) -> None:
    response = client.get(f"{path}?from=soon")
    assert response.status_code == 400
    assert fall.headline not in response.content.decode()
