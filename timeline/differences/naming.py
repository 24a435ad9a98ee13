"""What the numbers in snapshots stand for, also where the row is gone by now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import wording
from timeline.models import Article, City, Event, Faction, Outlet, Revision, User

Snapshot = dict[str, Any]
Key = tuple[str, int]

KIND_OF = {
    "city_id": "city",
    "faction_id": "faction",
    "claimant_faction_id": "faction",
    "other_id": "faction",
    "run_by_id": "faction",
    "article_id": "article",
    "retells_id": "article",
    "outlet_id": "outlet",
    "parent_id": "event",
    "reader_id": "user",
}
NUMBERED = {
    "city": gettext_lazy("city %(number)s"),
    "faction": gettext_lazy("faction %(number)s"),
    "article": gettext_lazy("article %(number)s"),
    "outlet": gettext_lazy("outlet %(number)s"),
    "event": gettext_lazy("event %(number)s"),
    "user": gettext_lazy("user %(number)s"),
}


class Names:
    """Names by kind and number; what nothing is known of goes by its number."""

    def __init__(self, known: dict[Key, str]) -> None:
        self._known = known

    def of(self, column: str, number: int) -> str:
        """The name of what this foreign key column leads to."""
        kind = KIND_OF[column]
        return self._known.get((kind, number)) or str(NUMBERED[kind]) % {"number": number}


def names_in(snapshots: Iterable[Snapshot | None], *, public: bool = False) -> Names:
    """All names in these snapshots, in one query a kind and one for what is gone.

    With `public`, events that readers never saw have no name but “an event that is not public”.
    """
    wanted: dict[str, set[int]] = defaultdict(set)
    for snapshot in snapshots:
        for kind, number in numbers_in(snapshot or {}):
            wanted[kind].add(number)
    known: dict[Key, str] = {}
    for kind, numbers in wanted.items():
        known |= {(kind, pk): words for pk, words in present(kind, numbers, public=public)}
    missing = [(kind, pk) for kind in wanted for pk in wanted[kind] if (kind, pk) not in known]
    return Names(gone(missing, public=public) | known)


def numbers_in(snapshot: Snapshot) -> Iterator[Key]:
    for name, value in snapshot.items():
        if isinstance(value, list):
            for row in value:
                yield from numbers_in(row)
        elif value is not None and name in KIND_OF:
            yield KIND_OF[name], value


def present(kind: str, numbers: set[int], *, public: bool) -> Iterator[tuple[int, str]]:
    if kind == "city":
        yield from City.objects.filter(pk__in=numbers).values_list("pk", "name")
    elif kind == "faction":
        yield from Faction.objects.filter(pk__in=numbers).values_list("pk", "name")
    elif kind == "outlet":
        yield from Outlet.objects.filter(pk__in=numbers).values_list("pk", "name")
    elif kind == "user":
        yield from User.objects.filter(pk__in=numbers).values_list("pk", "username")
    elif kind == "article":
        for article in Article.objects.filter(pk__in=numbers).select_related("outlet"):
            yield article.pk, reference(article)
    else:
        events = Event.objects.filter(pk__in=numbers).only("headline", "published_at")
        for event in events:
            yield event.pk, headline(event.headline, seen=bool(event.published_at), public=public)


def reference(article: Article) -> str:
    return _("%(outlet)s, %(day)s") % {
        "outlet": article.outlet,
        "day": wording.day(article.published_on),
    }


def headline(words: str, *, seen: bool, public: bool) -> str:
    return words if seen or not public else _("an event that is not public")


def gone(missing: list[Key], *, public: bool) -> dict[Key, str]:
    """The names of rows that were merged or deleted, as their last revisions have them."""
    if not missing:
        return {}
    asked = Q()
    for kind, number in missing:
        asked |= Q(subject_kind=kind, subject_id=number)
    last = Revision.objects.filter(asked).order_by("number")
    return {
        (revision.subject_kind, revision.subject_id): last_name(revision.snapshot, public=public)
        for revision in last.only("subject_kind", "subject_id", "snapshot")
    }


def last_name(snapshot: Snapshot, *, public: bool) -> str:
    if "headline" in snapshot:
        seen = bool(snapshot.get("published_at"))
        return headline(snapshot["headline"], seen=seen, public=public)
    return str(snapshot.get("name") or snapshot.get("title") or "")
