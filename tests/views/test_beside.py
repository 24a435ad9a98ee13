"""Whom a faction fought beside and against, as its page says it."""

import re

import pytest
from django.test import Client

from tests import make
from timeline.models import Faction
from timeline.models.vocabulary import FactionKind, Grade, Kind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(db: None) -> None:
    sdf, ypg, isis = make.faction("SDF"), make.faction("YPG"), make.faction("ISIS")
    make.allegiance(ypg, sdf)
    fought = [(ypg, Role.ATTACKER), (isis, Role.DEFENDER)]
    make.event(kind=Kind.CLASH, factions=fought, published=True)
    make.event(factions=[(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER)], published=True)
    talks = [(sdf, Role.SIGNATORY), (isis, Role.SIGNATORY)]
    make.event(kind=Kind.AGREEMENT, factions=talks, published=True)
    make.event(kind=Kind.CLASH, factions=fought, grade=Grade.REFUTED, published=True)
    make.event(kind=Kind.CLASH, factions=fought)
    make.withdrawn(kind=Kind.CLASH, factions=fought)


def test_the_number_of_events_in_common_is_that_of_the_list_it_leads_to(client: Client) -> None:
    page = client.get("/factions/sdf/")
    (against,) = page.context["against"].shown
    assert against.words == "in 2 of 3 events in common"
    assert against.url == "/factions/sdf/?with=isis"
    assert against.url in page.text
    assert client.get(against.url).context["counts"].total == 3


def test_civilians_fight_beside_and_against_nobody(client: Client) -> None:
    civilians = make.faction("Civilians", kind=FactionKind.CIVILIANS)
    isis = Faction.objects.get(slug="isis")
    for role in (Role.TARGET, Role.PERPETRATOR):
        parties = [(isis, role), (civilians, Role.VICTIM)]
        make.event(kind=Kind.AIR_STRIKE, factions=parties, published=True)
    page = client.get("/factions/isis/")
    lists = (page.context["beside"], page.context["against"])
    assert "Civilians" not in {one.other.name for found in lists for one in found.shown}


def test_its_own_groups_and_wholes_stand_in_neither_list(client: Client) -> None:
    for slug in ("sdf", "ypg"):
        page = client.get(f"/factions/{slug}/")
        names = [one.other.name for one in page.context["against"].shown]
        assert (names, page.context["beside"].shown) == (["ISIS"], [])
        assert not re.search("Fought beside it", page.text)
