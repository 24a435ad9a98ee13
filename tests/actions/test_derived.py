"""What is derived is as if derived anew, whatever was done to the record before."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.actions.walk import Walk
from timeline.actions import control, factions
from timeline.models import City, ControlSpan, Event, Faction
from timeline.models.grading import regrade
from timeline.models.reading import refresh
from timeline.models.vocabulary import ControlState, Grade, Relation, Role

pytestmark = pytest.mark.django_db

STEPS = 40
DERIVED = ("grade", "grade_by_rule", "faction_ids", "faction_ids_with_groups", "outlet_ids")


def derived() -> dict[str, object]:
    spans = ControlSpan.objects.order_by("city", "during")
    columns = ("state", "holders", "coming", "began_by", "ended_by", "proven_by")
    return {
        "events": [
            (row[0], *(sorted(one) if isinstance(one, list) else one for one in row[1:]))
            for row in Event.objects.order_by("pk").values_list("pk", *DERIVED)
        ],
        "control": list(spans.values_list("city", "during", *columns)),
    }


def derived_anew() -> dict[str, object]:
    numbers = list(Event.objects.values_list("pk", flat=True))
    refresh(numbers, words=True)
    regrade(numbers)
    control.rebuild_all()
    return derived()


@pytest.mark.parametrize("seed", range(3))
def test_deriving_anew_changes_nothing_after_any_steps(seed: int) -> None:
    walk = Walk(seed)
    done: list[str] = []
    for _ in range(STEPS):
        done.append(walk.go())
        assert derived() == derived_anew(), done[-6:]


def retaken(*, old: Faction, heir: Faction) -> City:
    """A city that a faction took, and another from the group that its successor belonged to."""
    city, whole = make.city(), make.faction()
    make.allegiance(heir, whole)
    make.allegiance(heir, old, Relation.SUCCESSOR_OF)
    taken: dict[str, Any] = {"city": city, "grade": Grade.REPORTED, "published": True}
    make.event(when="2014-01-01", factions=[(old, Role.CAPTOR)], **taken)
    again = [(make.faction(), Role.CAPTOR), (whole, Role.FORMER_HOLDER)]
    make.event(when="2014-06-01", factions=again, **taken)
    return city


def test_who_held_a_city_follows_when_one_is_no_successor_any_more() -> None:
    old, heir = make.faction(), make.faction()
    city = retaken(old=old, heir=heir)
    heir.allegiances.get(relation=Relation.SUCCESSOR_OF).delete()
    factions.saved(heir, by=make.editor())
    assert ControlSpan.objects.in_city(city.pk).filter(state=ControlState.CONTESTED).exists()
    assert derived() == derived_anew()


def test_who_held_a_city_follows_when_a_successor_is_deleted(admin_client: Client) -> None:
    old, heir = make.faction(), make.faction()
    city = retaken(old=old, heir=heir)
    admin_client.post(f"/admin/timeline/faction/{heir.pk}/delete/", {"post": "yes"})
    assert not Faction.objects.filter(pk=heir.pk).exists()
    assert ControlSpan.objects.in_city(city.pk).filter(state=ControlState.CONTESTED).exists()
    assert derived() == derived_anew()
