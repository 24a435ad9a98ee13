"""The front page: what there is to read, and under it the timeline of everything."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from timeline import changes
from timeline.bands import Paint
from timeline.caching import kept
from timeline.countries import country_of
from timeline.frequency import events_in, events_of_factions
from timeline.front.days import latest, on_this_day
from timeline.front.held import Held, held
from timeline.front.places import Places, places
from timeline.front.questions import to_start_from
from timeline.front.ways import by_city, by_faction
from timeline.holdings import Record, record_of
from timeline.models import Edition, Event, Revision
from timeline.models.vocabulary import Grade
from timeline.views.edition import of_one_edition
from timeline.views.linked import linked_front
from timeline.views.timeline import answer
from timeline.vocabulary import vocabulary
from timeline.wording import record as words

MOST_CHANGES = 4
LOOKED_AT = 20  # revisions, among which so many should be of what readers still see


@require_safe
@of_one_edition
def front(request: HttpRequest, edition: Edition) -> HttpResponse:
    """With any question it is the timeline of everything alone."""
    facts = kept(edition, "about everything", Event.objects.listed().span)
    facts |= {"sources": len(vocabulary(edition).source)}
    context: dict[str, Any] = {"facts": facts}
    if request.GET:
        return answer(request, "events/timeline.html", context, edition=edition)
    context |= kept_front(edition, facts) | {"linked": linked_front(request, facts, edition)}
    return answer(request, "front/page.html", context, edition=edition)


def kept_front(edition: Edition, facts: dict[str, Any]) -> dict[str, Any]:
    """Its title and what stands above the timeline, drawn once a day and edition."""
    today = timezone.now().date()
    return kept(edition, f"front on {today}", lambda: drawn(edition, facts, today))


def drawn(edition: Edition, facts: dict[str, Any], today: date) -> dict[str, Any]:
    context = describe(edition, facts, today)
    front: SafeString = render_to_string("front/_front.html", context)
    return {"front": front, "headline": context["headline"], "size": context["size"]}


def describe(edition: Edition, facts: dict[str, Any], today: date) -> dict[str, Any]:
    record = record_of(edition)
    counts = events_of_factions(edition)
    bands, where = held(record), places(record)
    about = facts | {"cities": len(record.cities)}
    return {
        "facts": about,
        "headline": words.headline(countries(record), facts["first"], facts["last"]),
        "size": words.size(about) if facts["events"] else "",
        "questions": to_start_from(record, counts),
        "held": bands,
        "map": where,
        "paints": painted(bands, where),
        "last": record.last,
        "anniversary": on_this_day(today),
        "latest": latest(),
        "changes": last_changes(),
        "cities": by_city(record),
        "factions": by_faction(counts),
    }


def painted(bands: Held | None, where: Places | None) -> set[Paint]:
    paints = {circle.paint for circle in where.circles} if where else set()
    return paints | (bands.paints if bands else set())


def countries(record: Record) -> list[str]:
    """The countries of the record, those with most events first."""
    counted: Counter[str] = Counter()
    for city in record.cities.values():
        counted[country_of(city)] += events_in(city)
    return [name for name, _events in counted.most_common() if name]


def last_changes() -> list[changes.Told]:
    """Of what readers still see, and not refuted: all others are on the page of all changes."""
    listed = Revision.objects.listed().of_changes(changes.LISTED)
    told = changes.told(list(listed.newest_first()[:LOOKED_AT]))
    return [change for change in told if stands(change)][:MOST_CHANGES]


def stands(change: changes.Told) -> bool:
    refuted = change.event is not None and change.event.grade == Grade.REFUTED
    return changes.is_shown(change.subject) and not refuted
