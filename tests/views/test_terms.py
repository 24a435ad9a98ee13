"""The pages on licence and privacy say what holds, and the site does as they say."""

import pytest
from django.conf import settings
from django.test import Client

from tests import make
from timeline.management.commands.serve import Site
from timeline.models import Dataset

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_every_page_leads_to_both_from_its_foot(client: Client, prefix: str) -> None:
    foot = shown(client, f"{prefix}/changes/").partition("<footer")[2]
    for name in ("licence", "privacy"):
        assert f'<a href="{prefix}/{name}/">' in foot
        shown(client, f"{prefix}/{name}/")


def test_the_licence_of_the_record_is_the_one_that_was_set(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "<bdi>CC BY 4.0</bdi></a>" in shown(client, "/licence/")
    monkeypatch.setattr(settings, "LICENCE", "ODbL 1.0")
    monkeypatch.setattr(settings, "LICENCE_URL", "https://odbl.example/")
    body = shown(client, "/licence/")
    assert 'href="https://odbl.example/"' in body
    assert "<bdi>ODbL 1.0</bdi></a>" in body
    about = client.get("/events.json").getvalue().decode()
    assert '"licence":"https://odbl.example/"' in about


def test_a_data_set_in_use_is_named_with_its_terms(client: Client) -> None:
    dataset = Dataset.objects.create(
        slug="ged", name="GED", version="25.1", licence="CC BY", attribution="By a university"
    )
    assert "By a university" not in shown(client, "/licence/")
    assert "The record takes no rows from any." in shown(client, "/licence/")
    make.event(dataset=dataset, external_id="7", published=True)
    assert "<b>GED 25.1</b>. By a university. CC BY</li>" in shown(client, "/licence/")


def test_a_data_set_of_unpublished_events_alone_is_not_named(client: Client) -> None:
    dataset = Dataset.objects.create(slug="ged", name="GED")
    article = make.article(dataset=dataset)
    make.event(dataset=dataset, external_id="7", taken_from=article)
    assert not Dataset.objects.in_use()


def test_a_data_set_that_a_city_comes_from_is_in_use(client: Client) -> None:
    dataset = Dataset.objects.create(slug="places", name="Places")
    make.city(dataset=dataset)
    assert list(Dataset.objects.in_use()) == [dataset]


def test_outlets_are_not_told_which_page_a_reader_came_from(client: Client) -> None:
    assert client.get("/privacy/")["Referrer-Policy"] == "same-origin"


def test_the_site_writes_no_log_of_what_is_read() -> None:
    assert Site(8000, say=lambda _sentence: None).cfg.accesslog is None


def test_readers_of_any_page_are_given_nothing_to_keep(client: Client) -> None:
    for address in ("/", "/licence/", "/privacy/", "/robots.txt", "/sitemap.xml"):
        assert not client.get(address).cookies
    assert settings.SESSION_SAVE_EVERY_REQUEST is False
