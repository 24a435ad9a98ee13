"""Cities and factions: picked, spelled, renamed, related."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.admin.filling import faults, fields, send
from timeline.actions import events
from timeline.actions.merging import merge_events
from timeline.models import City, Faction, OldAddress, Participation

RAQQA = 172955
PICKED = f"/admin/timeline/city/add/?geonames={RAQQA}&name=Raqqa"


def change(subject: City | Faction) -> str:
    return f"/admin/timeline/{subject._meta.model_name}/{subject.pk}/change/"


def test_a_city_of_the_gazetteer_brings_its_place_and_spellings(editor: Client) -> None:
    answer = send(editor, PICKED)
    assert answer.status_code == 302, faults(answer)
    city = City.objects.get()
    assert (city.name, city.slug, city.country, city.geonames_id) == ("Raqqa", "raqqa", "SY", RAQQA)
    assert round(city.latitude or 0, 1) == 36.0
    assert city.population
    assert city.population > 100_000
    assert {"الرقة", "Ar Raqqah"} <= set(city.names.values_list("name", flat=True))


def test_the_gazetteer_is_searched_without_scripts(editor: Client) -> None:
    page = editor.get("/admin/timeline/city/gazetteer/", {"name": "الرقة"}).content.decode()
    assert f"?geonames={RAQQA}&amp;name=" in page
    assert "Syria" in page


def test_a_city_that_is_here_already_is_not_offered_again(editor: Client) -> None:
    city = make.city("Raqqa", geonames_id=RAQQA)
    page = editor.get("/admin/timeline/city/gazetteer/", {"name": "Raqqa"}).content.decode()
    assert f'href="{change(city)}"' in page
    assert f"?geonames={RAQQA}" not in page


def test_a_reporter_adds_cities_and_changes_none(reporter: Client) -> None:
    assert reporter.get("/admin/timeline/city/gazetteer/").status_code == 200
    assert reporter.get(PICKED).status_code == 200
    assert reporter.post(change(make.city("Raqqa")), {"name": "Rakka"}).status_code == 403


def test_a_renamed_city_keeps_its_old_address(editor: Client) -> None:
    city = make.city("Ar Raqqah")
    send(editor, change(city), name="Raqqa", slug="raqqa")
    kept = OldAddress.objects.get()
    assert (kept.kind, kept.slug, kept.target) == ("city", "ar-raqqah", city.pk)


def test_an_address_that_led_elsewhere_is_not_given_again(editor: Client) -> None:
    city = make.city("Raqqa")
    send(editor, change(city), slug="rakka")
    answer = send(editor, "/admin/timeline/city/add/", name="Another", slug="raqqa")
    assert "led to something else" in faults(answer)


def test_an_empty_address_follows_the_name(editor: Client) -> None:
    answer = send(editor, "/admin/timeline/city/add/", name="تل أبيض")
    assert answer.status_code == 302, faults(answer)
    assert City.objects.get().slug == "تل-أبيض"


@pytest.mark.parametrize("kind", ["city", "faction"])
def test_what_events_use_cannot_be_deleted(admin_client: Client, kind: str) -> None:
    from timeline.models.vocabulary import Role

    city, faction = make.city(), make.faction()
    make.event(city=city, factions=[(faction, Role.CAPTOR)])
    used = {"city": city, "faction": faction}[kind]
    address = f"/admin/timeline/{kind}/{used.pk}/delete/"
    assert admin_client.post(address, {"post": "yes"}).status_code == 403


def test_what_an_event_had_of_another_for_a_while_stays(admin_client: Client) -> None:
    article, kept, editor = make.article(), make.event(published=True), make.editor()
    merge_events(make.event(taken_from=article), into=kept, by=editor, note="The same.")
    kept.citations.get(article=article).delete()
    events.correct(kept, by=editor, note="They were not the same.")
    address = f"/admin/timeline/article/{article.pk}/delete/"
    assert admin_client.post(address, {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("kind", ["city", "faction", "article"])
def test_what_readers_once_saw_in_an_event_stays_when_it_is_corrected_away(
    admin_client: Client, kind: str
) -> None:
    city, faction, article = make.city(), make.faction(), make.article()
    event = make.event(city=city, taken_from=make.article(), published=True)
    Participation.objects.create(event=event, faction=faction)
    wrong = make.citation(event, article)
    events.correct(event, by=make.editor(), note="A second source.")
    event.participations.all().delete()
    wrong.delete()
    event.city = make.city()
    event.save()
    events.correct(event, by=make.editor(), note="Another place.")
    seen = {"city": city, "faction": faction, "article": article}[kind]
    address = f"/admin/timeline/{kind}/{seen.pk}/delete/"
    assert admin_client.post(address, {"post": "yes"}).status_code == 403


def test_a_city_that_goes_is_no_longer_asked_for(admin_client: Client, client: Client) -> None:
    city = make.city("Atlantis")
    assert client.get("/?city=atlantis", follow=True).status_code == 200
    address = f"/admin/timeline/city/{city.pk}/delete/"
    assert admin_client.post(address, {"post": "yes"}).status_code == 302
    assert client.get("/?city=atlantis").status_code == 400


def allied(client: Client, member: Faction, other: Faction, **typed: Any) -> Any:
    return send(
        client,
        change(member),
        allegiances_0_relation="part_of",
        allegiances_0_other=other.pk,
        allegiances_0_source="a book",
        **{f"allegiances_0_{name}": value for name, value in typed.items()},
    )


def test_the_dates_of_an_allegiance_are_typed_as_words(editor: Client) -> None:
    ypg, sdf = make.faction("YPG"), make.faction("SDF")
    answer = allied(editor, ypg, sdf, since_printed="October 2015", until_printed="mid-2019")
    assert answer.status_code == 302, faults(answer)
    row = ypg.allegiances.get()
    assert (row.since_earliest, row.since_latest) == (date(2015, 10, 1), date(2015, 10, 31))
    assert row.until_latest is not None
    assert row.until_latest.year == 2019


def test_the_form_says_how_the_dates_of_an_allegiance_were_read(editor: Client) -> None:
    ypg, sdf = make.faction("YPG"), make.faction("SDF")
    allied(editor, ypg, sdf, since_printed="[2015-10-10..2015-10-11]")
    assert "since 10 or 11 October 2015" in editor.get(change(ypg)).text


@pytest.mark.parametrize(
    ("since", "until", "complaint"),
    [("some day", "", "cannot be read"), ("2019", "2015", "cannot end before it begins")],
)
def test_dates_of_an_allegiance_that_make_no_sense_are_refused(
    editor: Client, since: str, until: str, complaint: str
) -> None:
    answer = allied(
        editor, make.faction(), make.faction(), since_printed=since, until_printed=until
    )
    assert complaint in faults(answer)


def test_a_circle_of_parts_is_refused_and_nothing_typed_is_lost(editor: Client) -> None:
    ypg, sdf = make.faction("YPG"), make.faction("SDF")
    make.allegiance(ypg, sdf)
    answer = allied(editor, sdf, ypg)
    assert "SDF would be a part of itself" in faults(answer)
    assert fields(answer)["allegiances-0-source"] == "a book"
    assert not sdf.allegiances.exists()
