"""The question itself: read from a query string, asked of events, written as an address."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import dates, paging, wording
from timeline.filters.chips import ALL_GRADES, Chip, chips
from timeline.filters.parameters import Cursor, Days, Flag, Named, Numbers, OneOf
from timeline.models import Event
from timeline.models.events_asked import EventQuerySet, Position
from timeline.models.vocabulary import KINDS_OF, Family, Grade, Kind
from timeline.vocabulary import Vocabulary

TRACKING = ("utm_", "fbclid", "gclid")
NEWEST, OLDEST = "newest", "oldest"


class EventFilter(forms.Form):
    """A question about events. `subject` is the city or faction whose page asks it.

    Bound to a query string it either reads all of it or has `faults`; then it selects nothing.
    """

    ORDER: ClassVar[tuple[str, ...]] = (
        "city",
        "faction",
        "members",
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
        "after",
        "before",
    )
    GROUPS: ClassVar[tuple[str, ...]] = ("city", "faction", "kind", "evidence", "source")
    SINGLE: ClassVar[tuple[str, ...]] = (
        *("members", "from", "to", "certain"),
        *("q", "order", "view", "after", "before"),
    )
    NOT_THE_QUESTION: ClassVar[set[str]] = {"order", "view", "after", "before"}

    data: QueryDict

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
        for name in ("city", "faction", "source"):
            self.fields[name].entries = words.of(name)  # type: ignore[attr-defined]
        self.full_clean()

    @staticmethod
    def parameters() -> dict[str, forms.Field]:
        no_view = gettext_lazy("There is no view called “%(words)s”.")
        no_order = gettext_lazy("“%(words)s” is no order: say oldest or newest.")
        no_kind = gettext_lazy("There is no kind of event called “%(words)s”.")
        no_grade = gettext_lazy("There is no grade called “%(words)s”.")
        return {
            "city": Named("city"),
            "faction": Named("faction"),
            "members": Flag("0"),
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
            "view": OneOf(["list"], no_view),
            "after": Cursor(required=False),
            "before": Cursor(required=False),
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in self.data:
            if name not in self.fields and not name.startswith(TRACKING):
                self.add_error(
                    None,
                    _("“%(name)s” is not something this timeline can be asked.") % {"name": name},
                )
        for name in self.SINGLE:
            if len({value.strip() for value in self.data.getlist(name)} - {""}) > 1:
                self.add_error(name, _("Choose one."))
        first, last = given.get("from"), given.get("to")
        if first and last and first.earliest > last.latest:
            self.add_error("to", _("The range ends before it begins."))
        if given.get("after") and given.get("before"):
            self.add_error(None, _("A page is after a place or before one, not both."))
        if given.get("q") and not self.words_to_search():
            self.add_error("q", _("There is no word to search for in this."))
        return given

    def words_to_search(self) -> bool:
        return any(character.isalnum() for character in self.cleaned_data.get("q", ""))

    @property
    def faults(self) -> dict[str, list[str]]:
        """Parameter (or "" for the whole) to what is wrong with it, in words for the reader."""
        return {
            "" if name == "__all__" else name: [str(fault) for fault in faults]
            for name, faults in self.errors.items()
        }

    # What is asked, read.

    def value(self, name: str) -> Any:
        return self.cleaned_data.get(name)

    def ids(self, name: str) -> list[int]:
        """Numbers of the named cities, factions or outlets, the page's own among them."""
        entries = self.words.of(name)
        return [entries[slug].id for slug in self.slugs(name)]

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
    def after(self) -> Position | None:
        return self.cleaned_data.get("after")

    @property
    def before(self) -> Position | None:
        return self.cleaned_data.get("before")

    def events(self, *, without: str = "") -> EventQuerySet:
        """The published events asked for, unordered; `without` leaves one group's choice open."""
        if self.faults:
            return Event.objects.none()
        events = Event.objects.published()
        if self.ids("city") and without != "city":
            events = events.in_cities(self.ids("city"))
        if self.ids("faction") and without != "faction":
            events = events.involving(self.ids("faction"), with_groups=self.with_groups)
        if self.kinds and without != "kind":
            events = events.of_kinds(self.kinds)
        if self.ids("source") and without != "source":
            events = events.reported_by(self.ids("source"))
        events = self._graded(events, open_choice=without == "evidence")
        if self.value("article"):
            events = events.taken_from([int(number) for number in self.value("article")])
        if self.value("q"):
            events = events.saying(self.value("q"))
        return events.between(self.first, self.last, certainly=self.certain)

    def _graded(self, events: EventQuerySet, *, open_choice: bool) -> EventQuerySet:
        grades = self.value("evidence")
        if open_choice or ALL_GRADES in grades:
            return events
        return events.graded(grades) if grades else events.not_refuted()

    def shows(self, grade: str) -> bool:
        """Whether events of this grade are asked for; refuted ones only if they are named."""
        grades = self.value("evidence")
        return ALL_GRADES in grades or grade in (grades or set(Grade.values) - {Grade.REFUTED})

    def in_order(self, events: EventQuerySet) -> EventQuerySet:
        return events.newest_first() if self.order == NEWEST else events.oldest_first()

    # The question as an address.

    def pairs(self) -> list[tuple[str, str]]:
        """Parameters of the canonical address: nothing empty, no default, in one order."""
        pairs = []
        for name in self.ORDER:
            for value in self._written(name):
                if not self._is_default(name, value):
                    pairs.append((name, value))
        return pairs

    def _written(self, name: str) -> list[str]:
        value = self.value(name)
        if isinstance(value, list):
            return value
        if isinstance(value, bool):
            flag = self.fields[name]
            return [flag.value] if value and isinstance(flag, Flag) else []
        if isinstance(value, Position):
            return [paging.cursor(value)]
        if isinstance(value, dates.When):
            return [dates.to_edtf(value)]
        return [value] if value else []

    def _is_default(self, name: str, value: str) -> bool:
        return (name, value) in {("order", OLDEST), ("view", "list")} or (
            self.subject == (name, value)
        )

    @property
    def path(self) -> str:
        """The page that answers: the subject's, unless others of its kind are asked for too."""
        if self.subject is None:
            return reverse("timeline")
        name, slug = self.subject
        others = [value for value in self.value(name) or [] if value != slug]
        return reverse("timeline") if others else reverse(name, args=[slug])

    def address(self, pairs: list[tuple[str, str]] | None = None, *, path: str = "") -> str:
        """A canonical address: the question's own, or with other parameters or another path."""
        pairs = self.pairs() if pairs is None else pairs
        path = path or self.path
        if path == reverse("timeline"):
            pairs = self.with_subject(pairs)
        return f"{path}?{urlencode(pairs)}" if pairs else path

    @property
    def canonical(self) -> str:
        """The one address to cite: one city alone is its own page, else one faction alone is."""
        asked = [pair for pair in self.with_subject(self.pairs()) if pair[0] != "view"]
        for name in ("city", "faction"):
            slugs = self.slugs(name)
            if len(slugs) == 1:
                rest = [pair for pair in asked if pair != (name, slugs[0])]
                return self.address(rest, path=reverse(name, args=slugs))
        return self.address(asked, path=reverse("timeline"))

    def with_subject(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        if self.subject is None or self.subject in pairs:
            return pairs
        return self._sorted([self.subject, *pairs])

    def question(self) -> list[tuple[str, str]]:
        """The pairs that say which events, without order, view and page; the subject's first."""
        kept = [pair for pair in self.pairs() if pair[0] not in self.NOT_THE_QUESTION]
        return self.with_subject(kept)

    def turned(self, **changes: str | None) -> str:
        """The address with some parameters set, or left out where None; back on the first page."""
        pairs = [pair for pair in self.pairs() if pair[0] not in {"after", "before", *changes}]
        pairs += [(name, value) for name, value in changes.items() if value]
        return self.address(self._sorted(pairs))

    def _sorted(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """In the order of the parameters; the values of one stay as they come."""
        return sorted(pairs, key=lambda pair: self.ORDER.index(pair[0]))

    @cached_property
    def chips(self) -> list[Chip]:
        return [] if self.faults else chips(self)
