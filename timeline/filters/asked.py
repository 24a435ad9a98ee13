"""What a query string says: every parameter read, or the fault in it said."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import wording
from timeline.filters.chips import ALL_GRADES
from timeline.filters.parameters import (
    Cursor,
    Days,
    Flag,
    Named,
    Numbers,
    OneOf,
    PageNumber,
)
from timeline.filters.reading import Question
from timeline.models.events_asked import Position
from timeline.models.events_ordered import ORDERS
from timeline.models.vocabulary import KINDS_OF, Family, Grade, Kind
from timeline.vocabulary import Vocabulary

NEWEST, OLDEST = "newest", "oldest"
LIST, LANES, MAP, TABLE = "list", "lanes", "map", "table"
VIEWS = (LIST, LANES, MAP, TABLE)  # ways to look at the answer, in the order of their tabs


class Asked(Question):
    """What a query string asks of a timeline, read parameter by parameter.

    `subject` is the city or faction whose page is asked.
    """

    ORDER: ClassVar[tuple[str, ...]] = (
        "city",
        "faction",
        "members",
        "with",
        "held",
        "kind",
        "from",
        "to",
        "certain",
        "evidence",
        "source",
        "article",
        "q",
        "order",
        "view",
        "sort",
        "lanes",
        "page",
        "after",
        "before",
    )
    SINGLE: ClassVar[tuple[str, ...]] = (
        *("members", "from", "to", "certain"),
        *("q", "order", "view", "sort", "lanes", "page", "after", "before"),
    )

    def __init__(
        self,
        query: QueryDict,
        words: Vocabulary,
        *,
        subject: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(query)
        self.words = words
        self.subject = subject
        self.fields = self.parameters()
        for name in ("city", "faction", "with", "held", "source"):
            self.fields[name].entries = words.of(name)  # type: ignore[attr-defined]
        self.full_clean()

    @staticmethod
    def parameters() -> dict[str, forms.Field]:
        no_view = gettext_lazy("There is no view called “%(words)s”.")
        no_order = gettext_lazy("“%(words)s” is no order: say oldest or newest.")
        no_sort = gettext_lazy("The table cannot be sorted by “%(words)s”.")
        no_lanes = gettext_lazy("There are no lanes by “%(words)s”: say city or faction.")
        no_kind = gettext_lazy("There is no kind of event called “%(words)s”.")
        no_grade = gettext_lazy("There is no grade called “%(words)s”.")
        return {
            "city": Named("city", or_none=True),
            "faction": Named("faction", or_none=True),
            "members": Flag("0"),
            "with": Named("faction"),
            "held": Named("faction"),
            "kind": OneOf(
                [*Family.values, *(k for k in Kind.values if k not in Family.values)], no_kind
            ),
            "from": Days(required=False, max_length=10),
            "to": Days(required=False, max_length=10),
            "certain": Flag("1"),
            "evidence": OneOf([*Grade.values, ALL_GRADES], no_grade),
            "source": Named("source"),
            "article": Numbers(required=False),
            "q": forms.CharField(required=False, max_length=200),
            "order": OneOf([OLDEST, NEWEST], no_order),
            "view": OneOf([*VIEWS], no_view),
            "sort": OneOf([sign + column for column in ORDERS for sign in ("", "-")], no_sort),
            "lanes": OneOf(["city", "faction"], no_lanes),
            "page": PageNumber(required=False),
            "after": Cursor(required=False),
            "before": Cursor(required=False),
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        first, last = given.get("from"), given.get("to")
        if first and last and first.earliest > last.latest:
            self.add_error("to", _("The range ends before it begins."))
        if given.get("q") and not self.words_to_search():
            self.add_error("q", _("There is no word to search for in this."))
        if given.get("with") and not self.errors and not self.slugs("faction"):
            # A second faction without a first one is the first.
            given |= {"faction": given["with"], "with": []}
        return given

    def words_to_search(self) -> bool:
        return any(character.isalnum() for character in self.cleaned_data.get("q", ""))

    # What is asked, read.

    def value(self, name: str) -> Any:
        return self.cleaned_data.get(name)

    def ids(self, name: str) -> list[int | None]:
        """Numbers of the named cities or factions, the page's own among them; None for none."""
        return [self.words.number(name, slug) for slug in self.slugs(name)]

    def numbers(self, name: str) -> list[int]:
        """The same without that for none."""
        return [number for number in self.ids(name) if number is not None]

    def slugs(self, name: str) -> list[str]:
        own = [self.subject[1]] if self.subject and self.subject[0] == name else []
        return list(dict.fromkeys([*own, *(self.value(name) or [])]))

    @property
    def kinds(self) -> list[str]:
        """The kinds asked for, families as the kinds they hold."""
        kinds: list[str] = []
        for word in self.value("kind"):
            kinds += [k.value for k in KINDS_OF[Family(word)]] if word in Family else [word]
        return list(dict.fromkeys(kinds))

    @property
    def with_groups(self) -> bool:
        return not self.value("members")

    @property
    def first(self) -> date | None:
        return self.value("from").earliest if self.value("from") else None

    @property
    def last(self) -> date | None:
        return self.value("to").latest if self.value("to") else None

    @property
    def range_words(self) -> str:
        """The range in words, "" where none was asked for or it cannot be read."""
        return "" if self.faults else wording.range(self.value("from"), self.value("to"))

    @property
    def certain(self) -> bool:
        return bool(self.value("certain"))

    @property
    def order(self) -> str:
        return NEWEST if NEWEST in (self.value("order") or []) else OLDEST

    @property
    def view(self) -> str:
        asked: list[str] = self.value("view") or [LIST]
        return asked[0]

    @property
    def sort(self) -> tuple[str, bool]:
        """The column that a table is sorted by, "" for the order of time, and whether it falls."""
        asked: list[str] = self.value("sort") or [""]
        return asked[0].removeprefix("-"), asked[0].startswith("-")

    @property
    def lanes(self) -> str:
        """What each lane is of: "city" or "faction"."""
        asked: list[str] = self.value("lanes") or [self.usual_lanes]
        return asked[0]

    @property
    def usual_lanes(self) -> str:
        """What the lanes are of where nothing else is asked for."""
        return "faction" if self.subject and self.subject[0] == "city" else "city"

    @property
    def page(self) -> int:
        """Of what has numbered pages, from 1."""
        return int(self.value("page") or 1)

    @property
    def after(self) -> Position | None:
        return self.cleaned_data.get("after")

    @property
    def before(self) -> Position | None:
        return self.cleaned_data.get("before")
