"""The words for putting events in the order of a column; alike ones stay in that of their days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Case, F, Func, Max, OuterRef, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.functions import Coalesce, Greatest, Lower

from timeline.models.events_counted import CountedEvents
from timeline.models.vocabulary import FAMILY_OF, Family, Grade, Kind, Measure, Stance

if TYPE_CHECKING:
    from timeline.models.events_asked import Position

M = TypeVar("M", bound=models.Model)

LARGEST = 2**62


class Unknown(NamedTuple):
    """What stands for "not known" in a column: before all that is known, and after all of it."""

    before: Any
    after: Any
    field: models.Field[Any, Any]


WORDS = Unknown("", "\U0010ffff", models.TextField())
NUMBERS = Unknown(-1, LARGEST, models.BigIntegerField())
DEGREES = Unknown(-1000, 1000, models.DecimalField())
DAYS = Unknown(date.min, date.max, models.DateField())


def place_in(words: type[models.TextChoices], column: str) -> Case:
    """The place of a code in its list."""
    cases = (When(**{column: word}, then=Value(place)) for place, word in enumerate(words))
    return Case(*cases, output_field=models.BigIntegerField())


def families() -> Case:
    places = {family: place for place, family in enumerate(Family)}
    cases = (When(kind=kind, then=Value(places[FAMILY_OF[kind]])) for kind in Kind)
    return Case(*cases, output_field=models.BigIntegerField())


def how_many_in(column: str) -> Func:
    return Func(F(column), function="cardinality", output_field=models.BigIntegerField())


def most(measure: Measure) -> Coalesce:
    """The highest number that the record has, else that any account gives which does not deny."""
    record = [F(f"{measure}_{end}") for end in ("high", "best", "low")]
    figures = apps.get_model("timeline", "Figure")._default_manager.filter(
        citation__event=OuterRef("pk"), measure=measure
    )
    told = figures.exclude(citation__stance__in=[Stance.DENIES, Stance.DOUBTS])
    given = told.order_by().values("citation__event").annotate(n=Max(Greatest("low", "high")))
    return Coalesce(*record, Subquery(given.values("n")), output_field=models.BigIntegerField())


def text(column: str) -> Func:
    """The words in small letters; unknown where there are none."""
    words = Lower(column, output_field=models.TextField())
    return Func(words, Value(""), function="NULLIF", output_field=models.TextField())


def as_number(flag: str) -> Case:
    return Case(When(**{flag: True}, then=1), default=0, output_field=models.BigIntegerField())


def own_or_citys(degrees: str) -> Coalesce:
    return Coalesce(degrees, f"city__{degrees}")


WORDED = (
    *("headline", "date_printed", "precision", "locality", "place_precision", "language"),
    "reference",
)
DATED = ("earliest", "latest", "start_latest", "end_earliest")
FLAGS = ("lasted", "circa", "uncertain")

# Column of the table and of the CSV to what it is sorted by, and what stands for unknown there.
# What has several values in a column is sorted by how many they are.
ORDERS: Mapping[str, tuple[Callable[[], Combinable], Unknown]] = {
    "id": (partial(F, "id"), NUMBERS),
    **{name: (partial(text, name), WORDS) for name in WORDED},
    "kind": (partial(place_in, Kind, "kind"), NUMBERS),
    "family": (families, NUMBERS),
    **{name: (partial(F, name), DAYS) for name in DATED},
    **{name: (partial(as_number, name), NUMBERS) for name in FLAGS},
    "city": (partial(F, "city__sort_key"), WORDS),
    "country": (partial(text, "city__country"), WORDS),
    "latitude": (partial(own_or_citys, "latitude"), DEGREES),
    "longitude": (partial(own_or_citys, "longitude"), DEGREES),
    "factions": (partial(how_many_in, "faction_ids"), NUMBERS),
    "source_names": (partial(how_many_in, "outlet_ids"), NUMBERS),
    "grade": (partial(place_in, Grade, "grade"), NUMBERS),
    "killed_high": (partial(most, Measure.KILLED), NUMBERS),
    "injured_high": (partial(most, Measure.INJURED), NUMBERS),
    "published_at": (partial(F, "published_at__date"), DAYS),
    "changed_at": (partial(F, "changed_at__date"), DAYS),
    "dataset": (partial(F, "dataset__name"), WORDS),
}


class OrderedEvents(CountedEvents[M]):
    def sorted_by(self, column: str, *, falling: bool, backwards: bool = False) -> Self:
        """In the order of a column of `ORDERS`, what it does not know last; or all the other way.

        Adds what each is sorted by as `sort_key`.
        """
        sign = "-" if falling != backwards else ""
        return self._keyed(column, falling=falling).order_by(
            *(f"{sign}{name}" for name in ("sort_key", "sorted_on", "width", "id"))
        )

    def beyond(self, place: Position, column: str, *, falling: bool, backwards: bool) -> Self:
        """Those that follow the event of a place in this order, or come before it.

        None where that event is none of ours any more.
        """
        ours = self.model._default_manager.published()  # type: ignore[attr-defined]
        found = ours.filter(pk=place.id)._keyed(column, falling=falling)
        key = found.values_list("sort_key", flat=True).first()
        if key is None:
            return self.none()
        side = TupleLessThan if falling != backwards else TupleGreaterThan
        keyed = self._keyed(column, falling=falling)
        return keyed.filter(side(SORTED, (key, *place)))

    def _keyed(self, column: str, *, falling: bool) -> Self:
        by, unknown = ORDERS[column]
        last = Value(unknown.before if falling else unknown.after, output_field=unknown.field)
        return self.annotate(sort_key=Coalesce(by(), last, output_field=unknown.field))


SORTED = Tuple(F("sort_key"), F("sorted_on"), F("width"), F("id"))
