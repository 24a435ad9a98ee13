"""Events, articles and claims as schema.org has them: nothing that the record does not know."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from tests import make
from timeline import dates
from timeline.exports import as_jsonld
from timeline.models import Dataset, Event
from timeline.models.dataset import DEMONSTRATION
from timeline.models.vocabulary import ClaimantKind, Role

HOST = "http://testserver"


def url(path: str) -> str:
    return HOST + path


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2017-10-17", {"startDate": "2017-10-17"}),
        ("2017-10", {"startDate": "2017-10"}),
        ("2016-02", {"startDate": "2016-02"}),
        ("2017", {"startDate": "2017"}),
        ("[2017-10-12..2017-10-15]", {}),
        ("[2017-06-01..2017-07-31]", {}),
        ("[2017-06-01..2017-06-15]", {}),
        ("[2017-01-01..2017-12-15]", {}),
        ("[2017-01-01..2018-12-31]", {}),
        ("2017-22", {}),
        ("[..2017-10-17]", {}),
        ("[2017-10-17..]", {}),
        ("2017-10-17~", {}),
        ("2017-10?", {}),
        ("2017-06-06/2017-10-17", {"startDate": "2017-06-06", "endDate": "2017-10-17"}),
        ("2017-06/2017-10", {"startDate": "2017-06", "endDate": "2017-10"}),
        ("2017-06-06/..", {"startDate": "2017-06-06"}),
        ("../2017-10-17", {}),
    ],
)
def test_a_date_is_said_only_where_one_day_month_or_year_says_it(
    edtf: str, expected: dict[str, str]
) -> None:
    assert as_jsonld.days(dates.from_edtf(edtf)) == expected


@pytest.fixture
def event(db: None) -> Event:
    """The fall of a city, told by an outlet in its own words and by a party to it."""
    sdf = make.faction("SDF")
    article = make.article(
        "Raqqa falls",
        outlet=make.outlet("The Wire", homepage="https://wire.example/"),
        url="https://wire.example/1",
        archive_url="https://archive.example/1",
        body=f"{make.QUOTATION}. The city is free, said the SDF. Residents saw smoke.",
    )
    made = make.event(
        "The SDF takes Raqqa",
        city=make.city("Raqqa", country="SY", latitude="35.95", longitude="39.01"),
        locality="Stadium",
        factions=[(sdf, Role.CAPTOR), (sdf, Role.CLAIMANT)],
        summary="The city falls.",
        taken_from=article,
        published=True,
    )
    party = {"claimant_kind": ClaimantKind.PARTY, "claimant_faction": sdf}
    make.citation(made, article, "The city is free", claimant_words="the SDF", **party)
    make.citation(made, article, "saw smoke", claimant_words="Residents")
    return made


def linked(client: Client, address: str) -> dict[str, Any]:
    """The things that a page tells machines of, by their type."""
    body = client.get(address).content.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body)
    document = json.loads(data)
    assert document["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in document["@graph"]}


def test_an_event_is_told_with_its_place_its_parties_and_each_article_once(
    client: Client, event: Event
) -> None:
    told = linked(client, event.get_absolute_url())["Event"]
    article = event.citations.all()[0].article
    assert told["@id"] == told["url"] == url(event.get_absolute_url())
    assert told["name"] == "The SDF takes Raqqa"
    assert told["description"] == "The city falls."
    assert told["startDate"] == "2017-10-17"
    assert "endDate" not in told
    assert told["location"]["name"] == "Stadium"
    assert told["location"]["containedInPlace"] == {
        "@type": "City",
        "name": "Raqqa",
        "url": url("/cities/raqqa/"),
        "address": {"@type": "PostalAddress", "addressCountry": "SY"},
        "geo": {"@type": "GeoCoordinates", "latitude": 35.95, "longitude": 39.01},
    }
    assert [party["name"] for party in told["about"]] == ["SDF"]
    articles = [each for each in told["subjectOf"] if each["@type"] == "NewsArticle"]
    assert articles == [
        {
            "@type": "NewsArticle",
            "@id": url(article.get_absolute_url()),
            "headline": "Raqqa falls",
            "datePublished": "2017-10-17",
            "inLanguage": "en",
            "publisher": {
                "@type": "Organization",
                "name": "The Wire",
                "url": "https://wire.example/",
            },
            "url": "https://wire.example/1",
            "archivedAt": "https://archive.example/1",
        }
    ]


def test_a_spot_stands_in_its_city_and_a_city_alone_for_itself(db: None) -> None:
    raqqa = make.city("Raqqa")
    outside = make.event(city=raqqa, latitude="36.1", longitude="39.2", published=True)
    spot = as_jsonld.event(outside, url=url)["location"]
    assert (spot["@type"], spot["geo"]["latitude"]) == ("Place", 36.1)
    assert spot["containedInPlace"]["name"] == "Raqqa"
    within = as_jsonld.event(make.event(city=raqqa, published=True), url=url)
    assert within["location"] == spot["containedInPlace"]
    assert "location" not in as_jsonld.event(make.event(published=True), url=url)


def test_each_account_is_a_claim_of_whoever_is_known_to_make_it(
    client: Client, event: Event
) -> None:
    told = linked(client, event.get_absolute_url())["Event"]["subjectOf"]
    claims = [each for each in told if each["@type"] == "Claim"]
    authors = {claim["text"]: claim.get("author", {}).get("name") for claim in claims}
    credited = {claim["text"]: claim.get("creditText") for claim in claims}
    assert authors == {make.QUOTATION: "The Wire", "The city is free": "SDF", "saw smoke": None}
    assert credited["saw smoke"] == "Residents"
    appearance = url(event.citations.all()[0].article.get_absolute_url())
    assert {claim["appearance"]["@id"] for claim in claims} == {appearance}
    assert {claim["datePublished"] for claim in claims} == {"2017-10-17"}


def test_a_graphic_event_keeps_its_details(client: Client, event: Event) -> None:
    event.graphic = True
    event.save()
    told = linked(client, event.get_absolute_url())["Event"]
    assert "description" not in told
    assert [each["@type"] for each in told["subjectOf"]] == ["NewsArticle"]


def test_an_article_is_cited_and_not_repeated(client: Client, event: Event) -> None:
    article = event.citations.all()[0].article
    told = linked(client, article.get_absolute_url())["NewsArticle"]
    assert told["headline"] == "Raqqa falls"
    assert [about["name"] for about in told["about"]] == ["The SDF takes Raqqa"]
    assert "articleBody" not in told
    assert make.QUOTATION not in json.dumps(told)


@pytest.mark.parametrize(
    ("address", "trail"),
    [
        ("{event}", [("Cities", "/cities/"), ("Raqqa", "/cities/raqqa/"), ("The SDF", "{event}")]),
        ("/cities/raqqa/", [("Cities", "/cities/"), ("Raqqa", "/cities/raqqa/")]),
        ("/factions/sdf/", [("Factions", "/factions/"), ("SDF", "/factions/sdf/")]),
    ],
)
def test_a_page_tells_the_way_to_it(
    client: Client, event: Event, address: str, trail: list[tuple[str, str]]
) -> None:
    here = event.get_absolute_url()
    told = linked(client, address.format(event=here))["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in told] == list(range(1, len(trail) + 1))
    assert [step["item"] for step in told] == [url(path.format(event=here)) for _, path in trail]
    assert all(step["name"].startswith(name) for step, (name, _) in zip(told, trail, strict=True))


def test_the_front_page_tells_of_the_site_its_search_and_the_record(
    client: Client, event: Event
) -> None:
    told = linked(client, "/")
    target = told["WebSite"]["potentialAction"]["target"]["urlTemplate"]
    assert client.get(target.removeprefix(HOST).replace("{words}", "Raqqa")).status_code == 200
    record = told["Dataset"]
    assert record["temporalCoverage"] == "2017-10-17/2017-10-17"
    assert record["license"] == "https://creativecommons.org/licenses/by/4.0/"
    for file in record["distribution"]:
        response = client.get(file["contentUrl"].removeprefix(HOST))
        assert response["Content-Type"].startswith(file["encodingFormat"])


def test_a_demonstration_and_an_empty_record_are_announced_to_nobody(
    client: Client, db: None
) -> None:
    assert set(linked(client, "/")) == {"WebSite"}
    Dataset.objects.create(slug=DEMONSTRATION, name="Demonstration")
    make.event(published=True)
    assert set(linked(client, "/")) == {"WebSite"}


def test_an_event_names_what_it_is_part_of_once_readers_may_see_that(db: None) -> None:
    campaign, draft = make.event("The campaign", published=True), make.event("Not yet seen")
    within = make.event(parent=campaign, published=True)
    assert as_jsonld.event(within, url=url)["superEvent"]["name"] == "The campaign"
    assert "superEvent" not in as_jsonld.event(make.event(parent=draft, published=True), url=url)


def test_a_narrowed_timeline_is_no_site_of_its_own(client: Client, event: Event) -> None:
    for address in ("/?q=Raqqa", "/cities/raqqa/?from=2017", "/?from=x"):
        assert "ld+json" not in client.get(address).content.decode()


def test_no_headline_ends_the_block_of_data(client: Client, db: None) -> None:
    headline = "</script><script>alert(1)</script> & <!--"
    event = make.event(headline, published=True)
    assert linked(client, event.get_absolute_url())["Event"]["name"] == headline
