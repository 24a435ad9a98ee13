"""What every page says of itself: to search engines, and to whoever shows a link to it."""

import re
import struct
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from tests import make
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    "/cities/",
    "/cities/raqqa/",
    "/factions/",
    "/factions/sdf/",
    "/factions/sdf/family/",
    "{event}",
    "{article}",
    "/control/",
    "/changes/",
    "/method/",
    "/licence/",
    "/privacy/",
)
HOST = "http://testserver"


@pytest.fixture
def known() -> dict[str, str]:
    """Addresses of an event and of its article, with what they need published around them."""
    event = make.event(
        'The "SDF" takes <Raqqa> & more',
        city=make.city("Raqqa"),
        factions=[(make.faction("SDF"), Role.CAPTOR)],
        summary="The city falls.",
        published=True,
    )
    article = event.citations.get().article
    return {"event": event.get_absolute_url(), "article": article.get_absolute_url()}


def head(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode().partition("</head>")[0]


def content(markup: str, name: str) -> list[str]:
    found = re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)">', markup)
    return [unescape(each) for each in found]


def link(markup: str, words: str) -> list[str]:
    return re.findall(rf'<link {words} href="([^"]*)">', markup)


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("place", PAGES)
def test_every_page_says_what_it_is_and_where(
    client: Client, known: dict[str, str], place: str, prefix: str
) -> None:
    address = place.format(**known)
    markup = head(client, prefix + address)
    ((title, site),) = re.findall(r"<title>([^<]+) – ([^<]+)</title>", markup)
    assert content(markup, "og:site_name") == [site]
    assert content(markup, "og:title") == [unescape(title)]
    (description,) = content(markup, "description")
    assert 20 < len(description) < 400
    assert content(markup, "og:description") == [description]
    assert link(markup, 'rel="canonical"') == [f"{HOST}{prefix}{address}"]
    assert content(markup, "og:url") == [f"{HOST}{prefix}{address}"]
    assert link(markup, 'rel="alternate" hreflang="en"') == [f"{HOST}{address}"]
    assert link(markup, 'rel="alternate" hreflang="ar"') == [f"{HOST}/ar{address}"]
    assert link(markup, 'rel="alternate" hreflang="x-default"') == [f"{HOST}{address}"]
    assert content(markup, "og:locale") == ["ar" if prefix else "en"]
    assert content(markup, "og:locale:alternate") == ["en" if prefix else "ar"]
    assert not content(markup, "robots")


def test_a_link_is_shown_with_a_picture_of_the_size_that_is_said(client: Client) -> None:
    markup = head(client, "/")
    (address,) = content(markup, "og:image")
    assert address.startswith(f"{HOST}{settings.STATIC_URL}")
    picture = Path(finders.find(address.removeprefix(f"{HOST}{settings.STATIC_URL}")) or "")
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    assert content(markup, "og:image:width") == [str(width)]
    assert content(markup, "og:image:height") == [str(height)]
    assert content(markup, "og:image:alt")
    assert content(markup, "twitter:card") == ["summary_large_image"]


@pytest.mark.parametrize("place", PAGES)
def test_every_page_has_one_heading_of_the_first_rank(
    client: Client, known: dict[str, str], place: str
) -> None:
    body = client.get(place.format(**known)).content.decode()
    assert len(re.findall(r"<h1\b", body)) == 1


def test_quotation_marks_and_angles_in_a_headline_end_no_attribute(
    client: Client, known: dict[str, str]
) -> None:
    markup = head(client, known["event"])
    assert content(markup, "og:title") == ['The "SDF" takes <Raqqa> & more']
    assert "<Raqqa>" not in markup


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/?city=raqqa&from=2017&to=2017", "/cities/raqqa/?from=2017&amp;to=2017"),
        ("/ar/?faction=sdf", "/ar/factions/sdf/"),
    ],
)
@pytest.mark.usefixtures("known")
def test_one_city_or_faction_alone_is_kept_under_its_own_address(
    client: Client, address: str, canonical: str
) -> None:
    markup = head(client, address)
    assert link(markup, 'rel="canonical"') == [HOST + canonical]
    assert not content(markup, "robots")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/?city=raqqa&kind=control", 200),
        ("/cities/raqqa/?order=newest", 200),
        ("/cities/raqqa/?from=2017", 200),
        ("/control/?on=2017-10-17", 200),
        ("/changes/?change=published", 200),
        ("/cities/raqqa/?from=x", 400),
        ("/?colour=red", 400),
        ("/control/?on=x", 400),
        ("/changes/?after=x", 400),
        ("/nowhere/", 404),
    ],
)
@pytest.mark.usefixtures("known")
def test_combinations_and_faults_are_not_for_search_engines(
    client: Client, address: str, status: int
) -> None:
    assert content(head(client, address, status), "robots") == ["noindex"]


@pytest.mark.parametrize(
    "address", ["/?from=x", "/control/?on=x", "/changes/?after=x", "/nowhere/"]
)
def test_what_went_wrong_has_no_address_of_its_own(client: Client, address: str) -> None:
    markup = client.get(address).content.decode()
    assert 'rel="canonical"' not in markup
    assert "og:url" not in markup


def test_a_link_to_an_event_is_shown_with_its_date_place_and_summary(
    client: Client, known: dict[str, str]
) -> None:
    (said,) = content(head(client, known["event"]), "description")
    assert said == "17 October 2017, Raqqa: captured by fighting. The city falls."


def test_a_link_to_a_city_is_shown_with_the_number_of_its_events(
    client: Client, known: dict[str, str]
) -> None:
    (said,) = content(head(client, "/cities/raqqa/?from=2017&to=2017"), "description")
    assert said.startswith("1 event in Raqqa, 2017. ")
