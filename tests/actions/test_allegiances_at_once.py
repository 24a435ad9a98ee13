"""Who names a faction while another changes what it belongs to: the event counts for all of it."""

from __future__ import annotations

import pytest
from django.db import transaction

from tests import make
from tests.at_once import made_to_wait
from timeline.actions import events, factions
from timeline.models import Allegiance, Event
from timeline.models.vocabulary import Relation, Role

pytestmark = pytest.mark.django_db(transaction=True)


def test_who_names_a_faction_while_it_joins_a_group_waits_and_counts_for_the_group() -> None:
    ypg, sdf, editor = make.faction("YPG"), make.faction("SDF"), make.editor()
    event = make.event(published=True)

    def correct() -> None:
        with transaction.atomic():
            corrected = Event.objects.get(pk=event.pk)
            corrected.save()
            corrected.participations.create(faction=ypg, role=Role.ATTACKER)
            events.correct(corrected, by=editor, note="The YPG took part.")

    with transaction.atomic():
        Allegiance.objects.create(faction=ypg, other=sdf, relation=Relation.PART_OF)
        factions.saved(ypg, by=editor)
        correcting = made_to_wait(correct)
    correcting.join()
    event.refresh_from_db()
    assert set(event.faction_ids_with_groups) == {ypg.pk, sdf.pk}


def test_who_has_a_faction_join_a_group_waits_for_who_is_naming_it() -> None:
    ypg, sdf, editor = make.faction("YPG"), make.faction("SDF"), make.editor()
    event = make.event(published=True)

    def join() -> None:
        with transaction.atomic():
            Allegiance.objects.create(faction=ypg, other=sdf, relation=Relation.PART_OF)
            factions.saved(ypg, by=editor)

    with transaction.atomic():
        event.participations.create(faction=ypg, role=Role.ATTACKER)
        events.correct(event, by=editor, note="The YPG took part.")
        joining = made_to_wait(join)
    joining.join()
    event.refresh_from_db()
    assert set(event.faction_ids_with_groups) == {ypg.pk, sdf.pk}


def test_a_faction_stands_anew_once_a_date_of_an_allegiance_changed() -> None:
    ypg, sdf = make.faction("YPG"), make.faction("SDF")
    make.allegiance(ypg, sdf, since="2015-10")
    assert not factions.stands_anew(ypg)
    ypg.allegiances.update(until_latest="2019-03-23")
    assert factions.stands_anew(ypg)
