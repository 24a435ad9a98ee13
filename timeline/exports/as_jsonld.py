"""Pages as things of schema.org, in JSON-LD: what search engines read of an event and its sources.

Nothing is said that the record does not know: a date that ISO 8601 cannot write is left out, an
article is cited and never repeated, and a graphic event keeps its details for those who ask.
Every function takes `url`, which makes a whole address of a path.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TypedDict

from django.utils.translation import get_language

from timeline.dates import When
from timeline.models import Article, Citation, City, Event, Faction, Outlet
from timeline.models.vocabulary import ClaimantKind

Thing = dict[str, Any]
Address = Callable[[str], str]


class Facts(TypedDict):
    """What is said of the whole record: in words, its licence by address, and its ends."""

    name: str
    description: str
    licence: str
    edition: int
    changed_at: datetime
    first: date
    last: date


def graph(*things: Thing) -> Thing:
    """The things as one document."""
    return {"@context": "https://schema.org", "@graph": list(things)}


def event(event: Event, *, url: Address) -> Thing:
    """An event with its place, its parties, its articles, and each account as a claim in one.

    Reads what `Event.objects.with_accounts()` loads, and the event that this one is a part of.
    """
    here = url(event.get_absolute_url())
    citations = list(event.citations.all())
    articles = {citation.article: None for citation in citations}
    claims = [claim(each, url=url) for each in citations if each.quotation and not event.graphic]
    parties = {row.faction: None for row in event.participations.all()}
    return known(
        {
            "@type": "Event",
            "@id": here,
            "url": here,
            "name": event.headline,
            "inLanguage": event.language,
            "description": "" if event.graphic else event.summary,
            **days(event.when),
            "location": place(event, url=url),
            "superEvent": part_of(event, url=url),
            "about": [organization(each, url=url) for each in parties],
            "subjectOf": [article(each, url=url) for each in articles] + claims,
        }
    )


def days(when: When) -> Thing:
    """`startDate` and `endDate`, each where one date of ISO 8601 says it: a day, month or year.

    What happened on one of several days has no `endDate`; what is about a date, or in doubt, has
    neither.
    """
    if when.circa or when.uncertain:
        return {}
    if not when.lasted:
        return known({"startDate": iso(when.earliest, when.latest)})
    return known(
        {
            "startDate": iso(when.earliest, when.start_latest or when.earliest),
            "endDate": iso(when.end_earliest or when.latest, when.latest),
        }
    )


def iso(first: date | None, last: date | None) -> str:
    """The one day, month or year that has just these two days for its ends; "" if none has."""
    if first is None or last is None:
        return ""
    if first == last:
        return first.isoformat()
    if first.day != 1 or first.year != last.year or not ends_a_month(last):
        return ""
    if first.month == last.month:
        return first.isoformat()[:7]
    return first.isoformat()[:4] if (first.month, last.month) == (1, 12) else ""


def ends_a_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def place(event: Event, *, url: Address) -> Thing:
    """Where it was: the spot as far as it is known, in its city."""
    whole = town(event.city, url=url) if event.city else {}
    spot = geo(event)
    if not event.locality and not spot:
        return whole
    return known({"@type": "Place", "name": event.locality, "geo": spot, "containedInPlace": whole})


def town(city: City, *, url: Address) -> Thing:
    address = {"addressRegion": city.province, "addressCountry": str(city.country.code or "")}
    return known(
        {
            "@type": "City",
            "name": city.called,
            "url": url(city.get_absolute_url()),
            "address": {"@type": "PostalAddress", **known(address)} if known(address) else {},
            "geo": geo(city),
        }
    )


def geo(spot: Event | City) -> Thing:
    if spot.latitude is None or spot.longitude is None:
        return {}
    return {
        "@type": "GeoCoordinates",
        "latitude": float(spot.latitude),
        "longitude": float(spot.longitude),
    }


def part_of(event: Event, *, url: Address) -> Thing:
    whole = event.parent
    if whole is None or not whole.is_published:
        return {}
    return {"@type": "Event", "@id": url(whole.get_absolute_url()), "name": whole.headline}


def article(article: Article, *, url: Address) -> Thing:
    """What an article is and where; none of its text."""
    return known(
        {
            "@type": "NewsArticle",
            "@id": url(article.get_absolute_url()),
            "headline": article.title,
            "datePublished": article.published_on.isoformat(),
            "inLanguage": article.language,
            "publisher": publisher(article.outlet),
            "url": article.url,
            "archivedAt": article.archive_url,
        }
    )


def claim(citation: Citation, *, url: Address) -> Thing:
    """One account, in the words it rests on. Whoever is named in words only is credited so."""
    article = citation.article
    said = {
        "@type": "Claim",
        "text": citation.quotation,
        "inLanguage": article.language,
        "datePublished": article.published_on.isoformat(),
        "appearance": {"@id": url(article.get_absolute_url())},
        "creditText": citation.claimant_words,
    }
    if citation.claimant_faction:
        said["author"] = organization(citation.claimant_faction, url=url)
    elif citation.claimant_kind == ClaimantKind.MEDIA and not citation.claimant_words:
        said["author"] = publisher(article.outlet)
    return known(said)


def publisher(outlet: Outlet) -> Thing:
    return known({"@type": "Organization", "name": outlet.name, "url": outlet.homepage})


def organization(faction: Faction, *, url: Address) -> Thing:
    return {
        "@type": "Organization",
        "name": faction.called,
        "url": url(faction.get_absolute_url()),
    }


def trail(steps: Iterable[tuple[str, str]], *, url: Address) -> Thing:
    """The way to a page: names and paths, from the widest to the page itself."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url(path)}
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def site(path: str, *, url: Address) -> Thing:
    """The site, and how it is searched. `path` is its front page."""
    search = {"@type": "EntryPoint", "urlTemplate": f"{url(path)}?q={{words}}"}
    return {
        "@type": "WebSite",
        "url": url(path),
        "name": "Dateline",
        "inLanguage": get_language(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": search,
            "query-input": "required name=words",
        },
    }


def record(facts: Facts, path: str, *, url: Address) -> Thing:
    """The whole record as a set of data, with the files that hold it. `path` is its front page."""
    files = (("text/csv", "/events.csv"), ("application/json", "/events.json"))
    return {
        "@type": "Dataset",
        "name": facts["name"],
        "description": facts["description"],
        "url": url(path),
        "license": facts["licence"],
        "version": str(facts["edition"]),
        "dateModified": facts["changed_at"].isoformat(),
        "temporalCoverage": f"{facts['first'].isoformat()}/{facts['last'].isoformat()}",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "Dateline", "url": url(path)},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": url(file)}
            for kind, file in files
        ],
    }


def known(thing: Thing) -> Thing:
    """Without what is empty."""
    return {name: value for name, value in thing.items() if value not in ("", None, {}, [])}
