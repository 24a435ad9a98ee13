"""The demonstration: loaded as often as one likes, corrected like anything else, and taken away."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from tests import make
from timeline.importers import demo
from timeline.models import (
    Allegiance,
    Article,
    City,
    Dataset,
    Edition,
    Event,
    Faction,
    OldAddress,
    Outlet,
    Revision,
    User,
)
from timeline.models.vocabulary import Relation, Role, Status

pytestmark = pytest.mark.django_db

Change = Callable[[dict[str, Any]], None]


def written(name: str) -> Any:
    return json.loads((demo.FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small demonstration: a few events of the real one, with everything they refer to."""
    for name in ("places", "factions", "dispatches"):
        (tmp_path / f"{name}.json").write_text(json.dumps(written(name)), encoding="utf-8")
    events = [event for event in written("events")["events"] if not event["parent"]]
    published = [e for e in events if e["status"] == "published" and not e["corrections"]][:6]
    others = [e for e in events if e["status"] != "published" or e["corrections"]]
    (tmp_path / "events.json").write_text(json.dumps({"events": published + others}))
    return tmp_path


def rewrite(folder: Path, change: Change) -> dict[str, Any]:
    """Changes the first event of the folder's file; the event as it is written then."""
    told = json.loads((folder / "events.json").read_text(encoding="utf-8"))
    change(told["events"][0])
    (folder / "events.json").write_text(json.dumps(told), encoding="utf-8")
    first: dict[str, Any] = copy.deepcopy(told["events"][0])
    return first


def kept(told: dict[str, Any]) -> Event:
    return Event.objects.get(dataset__slug="demonstration", external_id=told["key"])


def test_loading_twice_adds_nothing_and_touches_nothing(folder: Path) -> None:
    demo.load(folder)
    before = (Revision.objects.count(), Edition.objects.current().number)
    again = demo.load(folder)
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    assert (Revision.objects.count(), Edition.objects.current().number) == before


def test_a_withdrawn_event_says_that_it_is_gone_and_a_draft_says_nothing(
    folder: Path, client: Client
) -> None:
    demo.load(folder)
    answers = {
        event.status: client.get(event.get_absolute_url()).status_code
        for event in Event.objects.all()
    }
    assert answers == {"published": 200, "withdrawn": 410, "draft": 404, "submitted": 404}


def test_every_event_says_where_it_can_be_checked(folder: Path) -> None:
    demo.load(folder)
    assert not Event.objects.filter(reference="").exists()


def test_the_promises_hold_for_what_was_loaded(folder: Path) -> None:
    demo.load(folder)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Event.objects.published().exists()


def test_a_corrected_event_was_published_wrong_and_says_why(folder: Path) -> None:
    demo.load(folder)
    told = next(e for e in written("events")["events"] if e["corrections"])
    history = Revision.objects.of(kept(told))
    changes = list(history.values_list("change", flat=True))
    assert changes == ["entered", "submitted", "published", "corrected"]
    notes = history.filter(change="corrected", public=True).values_list("note", flat=True)
    assert list(notes) == [correction["note"] for correction in told["corrections"]]


def test_a_withdrawn_event_says_why(folder: Path) -> None:
    demo.load(folder)
    told = next(e for e in written("events")["events"] if e["status"] == "withdrawn")
    last = Revision.objects.of(kept(told)).latest("number")
    assert (last.change, last.note) == ("withdrawn", told["withdrawn_reason"])


def test_a_changed_headline_arrives_as_a_correction(folder: Path) -> None:
    demo.load(folder)
    told = rewrite(folder, lambda event: event.update(headline="Told otherwise"))
    assert demo.load(folder).changed == 1
    event = kept(told)
    assert event.headline == "Told otherwise"
    assert Revision.objects.of(event).latest("number").change == "corrected"


def test_a_correction_added_to_the_files_gives_its_own_reason(folder: Path) -> None:
    demo.load(folder)

    def corrected(event: dict[str, Any]) -> None:
        was = {"note": "It was told wrong.", "public": True, "before": {"summary": "Wrong."}}
        event.update(summary="Right.", corrections=[was])

    told = rewrite(folder, corrected)
    demo.load(folder)
    last = Revision.objects.of(kept(told)).latest("number")
    assert (last.note, last.public) == ("It was told wrong.", True)


def test_an_event_that_left_the_files_goes_with_its_history(folder: Path) -> None:
    demo.load(folder)
    told = json.loads((folder / "events.json").read_text(encoding="utf-8"))["events"]
    gone = kept(told[0])
    (folder / "events.json").write_text(json.dumps({"events": told[1:]}), encoding="utf-8")
    assert demo.load(folder).removed == 1
    assert not Revision.objects.of(gone).exists()


def test_an_event_that_is_a_draft_again_in_the_files_is_entered_anew(folder: Path) -> None:
    demo.load(folder)
    told = rewrite(folder, lambda event: event.update(status="draft"))
    demo.load(folder)
    assert kept(told).status == Status.DRAFT


def test_a_dispatch_that_was_written_anew_gets_a_second_text(folder: Path) -> None:
    demo.load(folder)
    told = written("dispatches")
    told["dispatches"][0]["body"] += "\n\nOne more line."
    (folder / "dispatches.json").write_text(json.dumps(told), encoding="utf-8")
    demo.load(folder)
    article = Article.objects.get(title=told["dispatches"][0]["title"])
    assert article.texts.count() == 2


def test_nobody_can_sign_in_as_the_demonstration(folder: Path) -> None:
    demo.load(folder)
    assert not any(user.has_usable_password() or user.is_staff for user in User.objects.all())


def test_it_loads_where_two_persons_must_publish(folder: Path, settings: Settings) -> None:
    settings.TWO_PERSON_RULE = True
    demo.load(folder)
    assert Event.objects.published().exists()


def test_a_city_of_the_newsroom_with_the_same_address_is_used_as_it_is(folder: Path) -> None:
    own = make.city("Our Raqqa", slug="raqqa")
    demo.load(folder)
    own.refresh_from_db()
    assert (own.name, own.dataset_id) == ("Our Raqqa", None)


def test_removing_takes_every_row_away(folder: Path) -> None:
    demo.load(folder)
    event = Event.objects.published()[0]
    OldAddress.objects.create(kind="event", slug="old", target=event.pk)
    demo.remove()
    tables = (Allegiance, Article, City, Dataset, Event, Faction, OldAddress, Outlet, Revision)
    assert {table.__name__: table._default_manager.count() for table in tables} == {
        table.__name__: 0 for table in tables
    }
    assert not User.objects.exists()


def test_removing_moves_the_edition(folder: Path) -> None:
    demo.load(folder)
    before = Edition.objects.current()
    demo.remove()
    after = Edition.objects.current()
    assert after.number > before.number
    assert (before.demonstration, after.demonstration) == (True, False)


def test_removing_leaves_a_newsrooms_event_with_its_city_factions_and_groups(folder: Path) -> None:
    demo.load(folder)
    city, ypg = City.objects.get(slug="raqqa"), Faction.objects.get(slug="ypg")
    own = make.event(
        "Ours", when="2017-06-06", city=city, factions=[(ypg, Role.ATTACKER)], published=True
    )
    own.refresh_from_db()
    demo.remove()
    after = Event.objects.get()
    assert after.faction_ids_with_groups == own.faction_ids_with_groups
    assert City.objects.filter(slug="raqqa", dataset=None).exists()
    assert set(Faction.objects.values_list("slug", flat=True)) == {"ypg", "sdf"}
    assert Allegiance.objects.get().relation == Relation.PART_OF


def test_what_was_removed_beside_a_newsrooms_events_loads_again(folder: Path) -> None:
    demo.load(folder)
    city, faction = City.objects.get(slug="raqqa"), Faction.objects.get(slug="sdf")
    make.event(city=city, factions=[(faction, Role.CAPTOR)], published=True)
    demo.remove()
    demo.load(folder)
    assert Event.objects.filter(dataset__slug="demonstration").exists()


def test_removing_leaves_an_article_that_a_newsroom_quotes_and_its_outlet(folder: Path) -> None:
    demo.load(folder)
    article = Article.objects.filter(retells=None)[0]
    body = article.texts.get().body
    make.event(taken_from=article, quotation=body[:40].strip(), published=True)
    demo.remove()
    assert Article.objects.get().dataset is None
    assert Article.objects.get() == article
    assert list(Outlet.objects.values_list("slug", flat=True)) == [article.outlet.slug]


def test_a_newsrooms_event_that_was_part_of_a_campaign_of_the_demonstration_stands_alone(
    folder: Path,
) -> None:
    demo.load(folder)
    own = make.event("Ours", parent=Event.objects.published()[0], published=True)
    demo.remove()
    own.refresh_from_db()
    assert own.parent is None


def test_removing_where_there_is_none_changes_nothing() -> None:
    before = Edition.objects.current().number
    assert not demo.remove()
    assert Edition.objects.current().number == before


def test_the_command_refuses_a_database_with_other_events() -> None:
    make.event()
    with pytest.raises(CommandError, match="holds other events"):
        call_command("load_demo")
    assert Event.objects.count() == 1


def test_the_command_refuses_production(settings: Settings) -> None:
    settings.LOCAL = False
    with pytest.raises(CommandError, match="production"):
        call_command("load_demo")


def test_the_command_loads_beside_other_events_when_asked_to() -> None:
    make.event()
    call_command("load_demo", "--anyway")
    assert Event.objects.exclude(dataset=None).exists()
