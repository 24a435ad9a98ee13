"""What a reader has already is not sent again; what changed, or should be gone, always is."""

import gzip
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import make
from timeline import release
from timeline.actions import cities, datasets, events, factions
from timeline.actions.merging.events import merge_events
from timeline.actions.merging.places import merge_factions
from timeline.models import City, Dataset, Event, Faction
from timeline.models.vocabulary import Role
from timeline.views import edition as views

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
RESTORED = HTMX | {"HX-History-Restore-Request": "true"}


@pytest.fixture(autouse=True)
def fall() -> Event:
    raqqa, sdf = make.city("Raqqa"), make.faction("SDF")
    return make.event("Raqqa falls", city=raqqa, factions=[(sdf, Role.CAPTOR)], published=True)


def pages(fall: Event) -> list[str]:
    return [
        *("/", "/?view=lanes", "/?view=map", "/?view=table", "/?kind=captured&from=2017"),
        *("/cities/", "/cities/raqqa/", "/factions/", "/factions/sdf/", "/factions/sdf/family/"),
        *(fall.get_absolute_url(), f"/articles/{fall.citations.get().article_id}/"),
        *("/changes/", "/control/", "/method/", "/licence/", "/privacy/", "/ar/", "/ar/cities/"),
        *("/events.csv", "/events.json?city=raqqa", "/control.json", f"/events/{fall.pk}.bib"),
    ]


def again(client: Client, address: str, **headers: str) -> Any:
    """The second answer to somebody who has kept the first."""
    tag = client.get(address, headers=headers)["ETag"]
    return client.get(address, headers=headers | {"If-None-Match": tag})


def test_what_has_not_changed_is_not_sent_again(client: Client, fall: Event) -> None:
    for address in pages(fall):
        answer = again(client, address)
        assert (answer.status_code, answer.content) == (304, b""), address


def test_not_to_send_it_takes_one_look_at_the_edition_and_none_at_events(
    client: Client, fall: Event
) -> None:
    for address in pages(fall):
        tag = client.get(address)["ETag"]
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
        assert len(asked) == 1, address
        assert "timeline_event" not in asked[0]["sql"]


def test_everybody_asks_again_each_time(client: Client, fall: Event) -> None:
    for address in pages(fall):
        for answer in (client.get(address), again(client, address)):
            assert answer["Cache-Control"] == "no-cache", address
            varied = {name.strip() for name in answer["Vary"].split(",")}
            assert varied == set(views.VARIES_BY), address


@pytest.mark.parametrize("address", ["/", "/events.csv"])
def test_what_came_compressed_is_known_again(client: Client, address: str) -> None:
    headers = {"accept-encoding": "gzip"}
    first = client.get(address, headers=headers)
    assert first["Content-Encoding"] == "gzip"
    assert gzip.decompress(b"".join(first) if first.streaming else first.content)
    assert first["ETag"].startswith('W/"')
    again = client.get(address, headers=headers | {"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_one_of_several_kept_answers_is_enough(client: Client) -> None:
    tag = client.get("/")["ETag"]
    headers = {"If-None-Match": f'"another", {tag}'}
    assert client.get("/", headers=headers).status_code == 304


def another_city(fall: Event) -> None:
    cities.entered(City.objects.create(name="Homs", slug="homs"), by=make.editor("mapper"))


def published(fall: Event) -> None:
    make.event("Mosul falls", published=True, by=make.editor("another"))


def corrected(fall: Event) -> None:
    fall.summary = "On a Tuesday."
    fall.save()
    events.correct(fall, by=make.editor("another"), note="The day")


def withdrawn(fall: Event) -> None:
    events.withdraw(fall, by=make.editor("another"), note="It did not happen")


def merged(fall: Event) -> None:
    double = make.event("Raqqa is taken", published=True, by=make.editor("another"))
    merge_events(double, into=fall, by=make.editor("third"), note="The same")


def factions_merged(fall: Event) -> None:
    dropped = make.faction("Syrian Democratic Forces")
    merge_factions(dropped, into=Faction.objects.get(slug="sdf"), by=make.editor("x"), note="One")


def recoloured(fall: Event) -> None:
    sdf = Faction.objects.get(slug="sdf")
    factions.saved(sdf, by=make.editor("another"))


def data_set_named_anew(fall: Event) -> None:
    found = Dataset.objects.create(name="Reports", slug="reports", version="1")
    datasets.saved(found, by=make.administrator("keeper"))


CHANGES = [published, corrected, withdrawn, merged, factions_merged, recoloured, another_city]


@pytest.mark.parametrize("change", [*CHANGES, data_set_named_anew])
def test_what_changed_is_sent_to_whoever_has_the_former(
    client: Client, fall: Event, change: Callable[[Event], None]
) -> None:
    addresses = pages(fall)
    tags = [client.get(address)["ETag"] for address in addresses]
    change(fall)
    for address, tag in zip(addresses, tags, strict=True):
        answer = client.get(address, headers={"If-None-Match": tag})
        assert answer.status_code != 304, address


def test_a_withdrawn_event_is_gone_for_whoever_kept_it(client: Client, fall: Event) -> None:
    address = fall.get_absolute_url()
    tag = client.get(address)["ETag"]
    withdrawn(fall)
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 410


@pytest.mark.parametrize(
    "setting", [{"LICENCE": "CC0"}, {"LICENCE_URL": "https://terms.example/"}], ids=lambda it: [*it]
)
def test_other_terms_are_sent(client: Client, settings: object, setting: dict[str, str]) -> None:
    tag = client.get("/licence/")["ETag"]
    for name, value in setting.items():
        setattr(settings, name, value)
    assert client.get("/licence/", headers={"If-None-Match": tag}).status_code == 200


def test_a_new_release_is_sent(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = client.get("/")["ETag"]
    monkeypatch.setattr(views, "release", lambda: "the next")
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_a_page_is_sent_anew_on_another_day(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = client.get("/")["ETag"]
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(views, "localdate", lambda: tomorrow)
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_part_and_whole_languages_and_hosts_are_told_apart(client: Client) -> None:
    tags = [
        client.get("/")["ETag"],
        client.get("/", headers=HTMX)["ETag"],
        client.get("/ar/")["ETag"],
        client.get("/?kind=captured")["ETag"],
        client.get("/", headers={"host": "localhost"})["ETag"],
    ]
    assert len(set(tags)) == len(tags)


def test_going_back_never_gets_the_part_for_the_whole(client: Client) -> None:
    tag = client.get("/", headers=HTMX)["ETag"]
    answer = client.get("/", headers=RESTORED | {"If-None-Match": tag})
    assert answer.status_code == 200
    assert b"<html" in answer.content


@pytest.mark.parametrize(
    ("address", "status"),
    [("/?from=soon", 400), ("/changes/?kind=none", 400), ("/control/?on=soon", 400)],
)
def test_a_page_with_a_fault_has_no_tag(client: Client, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert "ETag" not in answer


def test_what_is_not_the_answer_itself_has_no_tag(client: Client, fall: Event) -> None:
    gone = make.withdrawn("Gone", by=make.editor("another")).get_absolute_url()
    for address in ("/?utm_source=x", f"/events/{fall.pk}/", gone, "/cities/none/"):
        answer = client.get(address, headers={"If-None-Match": "*"})
        assert answer.status_code not in {200, 304}, address
        assert "ETag" not in answer, address


def test_who_is_signed_in_gets_every_page_anew(client: Client) -> None:
    tag = client.get("/")["ETag"]
    client.force_login(make.editor("reader"))
    answer = client.get("/", headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert "ETag" not in answer


@pytest.mark.parametrize(
    "name", ["timeline/views.py", "templates/base.html", "static/css/site.css", "requirements.txt"]
)
def test_a_release_differs_with_any_file_a_page_is_made_of(tmp_path: Path, name: str) -> None:
    for each in ("timeline/views.py", "templates/base.html", "static/css/site.css"):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_text("one")
    before = release.digest(tmp_path)
    assert release.digest(tmp_path) == before
    (tmp_path / name).write_text("another")
    assert release.digest(tmp_path) != before


def test_a_release_is_made_of_files_that_are_there() -> None:
    assert {path for name in release.MADE_OF for path in settings.BASE_DIR.glob(name)} == {
        settings.BASE_DIR / name for name in release.MADE_OF
    }
