"""The timeline of everything, of a city, of a faction: the whole page and the part of it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import make
from timeline.actions import addresses
from timeline.models import Edition, Event
from timeline.models.vocabulary import Role
from timeline.paging import cursor

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def fall() -> Event:
    raqqa = make.city("Raqqa", spellings=["Rakka", "الرقة"])
    sdf, isis = make.faction("SDF"), make.faction("ISIS")
    return make.event(
        "The SDF takes the city",
        city=raqqa,
        factions=[(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER)],
        published=True,
    )


@pytest.mark.usefixtures("fall")
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/cities/raqqa/",
        "/factions/sdf/",
        "/?from=2017-10-15&to=2017-10-17",
        "/?q=Rakka",
        "/factions/isis/?kind=control&order=newest",
    ],
)
def test_an_event_is_found_where_it_belongs(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert "The SDF takes the city" in response.content.decode()


@pytest.mark.usefixtures("fall")
@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/?to=2018&from=2017", "/?from=2017&to=2018"),
        ("/?city=&q=", "/"),
        ("/?utm_source=mail&q=dam", "/?q=dam"),
        ("/?city=Rakka", "/?city=raqqa"),
        ("/cities/raqqa/?city=raqqa", "/cities/raqqa/"),
    ],
)
def test_other_writings_of_a_question_redirect_to_its_one_address(
    client: Client, asked: str, canonical: str
) -> None:
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (302, canonical)
    assert client.get(canonical).status_code == 200


@pytest.mark.usefixtures("fall")
@pytest.mark.parametrize("spelling", ["Rakka", "RAQQA", "الرقة", "ar-raqqa"])
def test_other_spellings_of_a_city_redirect_to_its_one_address(
    client: Client, spelling: str
) -> None:
    response = client.get(f"/cities/{spelling}/?from=2017")
    assert (response.status_code, response["Location"]) == (301, "/cities/raqqa/?from=2017")


def test_an_old_address_of_a_faction_redirects(client: Client) -> None:
    sdf = make.faction("SDF")
    addresses.keep_old(sdf, "syrian-forces")
    assert client.get("/factions/syrian-forces/")["Location"] == "/factions/sdf/"


def test_a_spelling_that_fits_two_shows_a_choice(client: Client) -> None:
    make.city("Tall Afar", spellings=["Tell"])
    make.city("Tell Abyad", slug="tell-abyad", spellings=["Tell"])
    response = client.get("/cities/tell/")
    assert response.status_code == 300
    assert "/cities/tall-afar/" in response.content.decode()
    assert "/cities/tell-abyad/" in response.content.decode()


def test_an_unknown_city_is_not_found(client: Client) -> None:
    assert client.get("/cities/atlantis/").status_code == 404


@pytest.mark.usefixtures("fall")
@pytest.mark.parametrize("address", ["/?from=soon", "/?colour=red", "/cities/raqqa/?kind=war"])
def test_an_unreadable_question_is_an_error_and_shows_no_events(
    client: Client, address: str
) -> None:
    for headers in ({}, HTMX):
        response = client.get(address, headers=headers)
        assert response.status_code == 400
        assert "The SDF takes the city" not in response.content.decode()


@pytest.mark.usefixtures("fall")
@pytest.mark.parametrize("way", ["view=table", "view=table&sort=headline", "order=newest"])
def test_a_place_from_which_on_nothing_stands_any_more_leads_to_the_first_page(
    client: Client, way: str
) -> None:
    gone = make.withdrawn("Taken back", when="2011" if "newest" in way else "2019")
    response = client.get(f"/?{way}&after={cursor(gone.position)}")
    assert response.status_code == 302
    assert response["Location"] == f"/?{way}"


def test_htmx_gets_the_results_alone_with_the_address_to_show(client: Client, fall: Event) -> None:
    response = client.get("/?to=2018&from=2017&q=", headers=HTMX)
    body = response.content.decode()
    assert response.status_code == 200
    assert body.count('<div id="results"') == 1
    assert "<html" not in body
    assert fall.headline in body
    assert response["HX-Push-Url"] == "/?from=2017&to=2018"


@pytest.mark.usefixtures("fall")
def test_whole_and_part_are_told_apart_by_caches(client: Client) -> None:
    for headers in ({}, HTMX):
        assert "HX-Request" in client.get("/", headers=headers)["Vary"]


@pytest.mark.usefixtures("fall")
def test_going_back_gets_the_whole_page(client: Client) -> None:
    headers = HTMX | {"HX-History-Restore-Request": "true"}
    assert "<html" in client.get("/", headers=headers).content.decode()


@pytest.mark.usefixtures("fall")
def test_pages_and_files_are_sent_small(client: Client) -> None:
    for address in ("/", "/events.json"):
        response = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert response["Content-Encoding"] == "gzip"


def test_pages_are_read_only(client: Client) -> None:
    for address in ("/", "/cities/", "/events.csv", "/events/1-x/"):
        assert client.post(address).status_code == 405


@pytest.mark.parametrize("number", [1, 12])
@pytest.mark.parametrize(
    "asked",
    [
        "/?city=raqqa&faction=sdf&with=sdf&held=sdf",
        "/cities/raqqa/?faction=sdf",
        "/factions/sdf/?city=raqqa",
    ],
)
def test_a_list_takes_as_many_queries_for_one_event_as_for_many(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, number: int, asked: str
) -> None:
    city, faction = make.city("Raqqa"), make.faction("SDF")
    for _ in range(number):
        make.event(city=city, factions=[(faction, Role.CAPTOR)], published=True)
    client.get(asked)  # names, counts and days of holding are kept from here on
    with django_assert_max_num_queries(6):
        client.get(f"{asked}&order=newest")


def test_an_event_has_one_address(client: Client, fall: Event) -> None:
    assert client.get(fall.get_absolute_url()).status_code == 200
    assert client.get(f"/events/{fall.pk}-other/")["Location"] == fall.get_absolute_url()
    assert client.get(f"/events/{fall.pk}/")["Location"] == fall.get_absolute_url()
    assert client.get("/events/999999999999999999999-x/").status_code == 404


def test_the_page_of_an_event_shows_date_place_parties_and_words(
    client: Client, fall: Event
) -> None:
    body = client.get(fall.get_absolute_url()).content.decode()
    for words in ("17", "October 2017", "Raqqa", "SDF", "captor", make.QUOTATION):
        assert words in body


def test_colours_of_factions_are_a_stylesheet_of_ours(client: Client) -> None:
    sdf = make.faction("SDF", colour_light="#e69f00", colour_dark="#e8a51a")
    response = client.get("/colours/1.css")
    assert response["Content-Type"] == "text/css"
    assert f"--f-{sdf.pk}:#e69f00;" in response.content.decode()
    assert "#e8a51a" in response.content.decode()


def test_colours_are_kept_for_good_only_under_the_edition_they_are_of(client: Client) -> None:
    make.faction("SDF")
    now = Edition.objects.current().number
    assert "immutable" in client.get(f"/colours/{now}.css")["Cache-Control"]
    assert client.get(f"/colours/{now + 1}.css")["Cache-Control"] == "no-cache"


@pytest.mark.usefixtures("fall")
@pytest.mark.parametrize(
    ("address", "name", "path"),
    [
        ("/?q=rakka", "Raqqa", "/cities/raqqa/"),
        ("/?q=الرقة", "Raqqa", "/cities/raqqa/"),
        ("/?q=ISIS", "ISIS", "/factions/isis/"),
        ("/ar/?q=sdf", "SDF", "/ar/factions/sdf/"),
    ],
)
def test_who_searches_for_a_name_is_led_to_its_page(
    client: Client, address: str, name: str, path: str
) -> None:
    page = client.get(address, follow=True).content.decode()
    assert f'<a href="{path}"><bdi>{name}</bdi></a>' in page


@pytest.mark.usefixtures("fall")
def test_who_searches_for_part_of_a_name_is_led_nowhere(client: Client) -> None:
    assert "namesakes" not in client.get("/?q=raq").content.decode()
