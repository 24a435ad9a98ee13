"""Rows that belong to a thing: which of them are the same in two of its states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.differences.naming import Names, Snapshot
from timeline.differences.telling import Told, told
from timeline.models import Allegiance, Citation, CityName, FactionName, Figure, Participation
from timeline.models.vocabulary import Measure
from timeline.wording import listed

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Pair = tuple[Snapshot | None, Snapshot | None]
SAYS_ITSELF = {"role", "basis", "stance", "relation", "kind", "claimant_words", "date", "printed"}


class Rows(NamedTuple):
    """How rows of one table are found again, and what stands for one of them."""

    model: type[models.Model]
    label: StrOrPromise
    own: str  # the foreign key to what they belong to
    heading: Callable[[Snapshot, Names], str]
    named: tuple[str, ...]  # columns that the heading tells
    alike: tuple[tuple[str, ...], ...]  # columns by which a row is known again, best first


def faction(row: Snapshot, names: Names) -> str:
    return names.of("faction_id", row["faction_id"])


def source(row: Snapshot, names: Names) -> str:
    return names.of("article_id", row["article_id"])


def measured(row: Snapshot, names: Names) -> str:
    """The figure by what it measures; `told_by` is put in where its citation is known."""
    label = str(Measure(row["measure"]).label)
    by = row.get("told_by")
    return _("%(measure)s, by %(source)s") % {"measure": label, "source": by} if by else label


def spelling(row: Snapshot, names: Names) -> str:
    return str(row["name"])


def other(row: Snapshot, names: Names) -> str:
    return names.of("other_id", row["other_id"])


FIGURES = Rows(
    Figure,
    gettext_lazy("Figures"),
    "citation_id",
    measured,
    ("measure",),
    (("measure", "whom"), ("measure",)),
)
ROWS = {
    "participations": Rows(
        Participation,
        gettext_lazy("Factions"),
        "event_id",
        faction,
        ("faction_id",),
        (("faction_id", "role"), ("faction_id",)),
    ),
    "citations": Rows(
        Citation,
        gettext_lazy("Accounts"),
        "event_id",
        source,
        ("article_id",),
        (("article_id", "quotation"),),
    ),
    "names": Rows(FactionName, gettext_lazy("Spellings"), "", spelling, ("name",), (("name",),)),
    "allegiances": Rows(
        Allegiance,
        gettext_lazy("Allegiances"),
        "faction_id",
        other,
        ("other_id",),
        (("other_id", "relation"),),
    ),
}


def rows_of(kind: str, name: str) -> Rows:
    """The table behind this list of a snapshot."""
    rows = ROWS[name]
    if name != "names":
        return rows
    model = CityName if kind == "city" else FactionName
    return rows._replace(model=model, own=f"{kind}_id")


def pairs(rows: Rows, before: list[Snapshot], after: list[Snapshot]) -> Iterator[Pair]:
    """Each row with what became of it, those of `after` in their order, then those that went.

    A row is the same by its number, or by the columns that it is known by: what was brought back
    has a number of its own.
    """
    partner: dict[int, Snapshot] = {}
    left = list(before)
    for columns in (("id",), *rows.alike):
        for place, row in enumerate(after):
            if place in partner:
                continue
            if same := next((old for old in left if alike(old, row, columns)), None):
                partner[place] = same
                left.remove(same)
    for place, row in enumerate(after):
        yield partner.get(place), row
    for row in left:
        yield row, None


def alike(one: Snapshot, other: Snapshot, columns: tuple[str, ...]) -> bool:
    return all(one.get(column) == other.get(column) for column in columns)


def in_words(rows: Rows, row: Snapshot, names: Names) -> str:
    """All of a row that its heading does not tell and that is not as it mostly is."""
    apart = {rows.own, *rows.named, "precision", "read_on"}
    columns = (one for one in told(rows.model, row, names) if one.words and one.name not in apart)
    return listed(phrase(one) for one in columns if not is_usual(rows, row, one))


def phrase(one: Told) -> str:
    if one.name == "quotation":
        return _("“%(words)s”") % {"words": one.words}
    if one.name in SAYS_ITSELF:
        return one.words
    return _("%(label)s: %(value)s") % {"label": one.label, "value": one.words}


def is_usual(rows: Rows, row: Snapshot, one: Told) -> bool:
    """Whether the column has the value it has unless something else is said."""
    if one.name in {"date", "role"}:
        return False
    usual = rows.model().__dict__.get(one.name)
    return usual is not None and bool(row.get(one.name) == usual)
