"""The question itself: asked of events, and written as an address."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar
from urllib.parse import urlencode

from django.urls import reverse

from timeline import dates, paging
from timeline.caching import kept
from timeline.filters.asked import LANES, LIST, NEWEST, OLDEST, TABLE, Asked
from timeline.filters.chips import ALL_GRADES, Chip, chips
from timeline.filters.parameters import PLACES, Flag
from timeline.models import ControlSpan, Event
from timeline.models.address import NONE
from timeline.models.control_asked import Stretch
from timeline.models.events_asked import EventQuerySet, Position
from timeline.models.vocabulary import Grade

# What only one way to look at the answer can be asked: parameter to view.
OF_VIEW = {"sort": TABLE, "lanes": LANES, "page": LANES}


def of_view(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those that the view among them can be asked."""
    view = dict(pairs).get("view", LIST)
    return [pair for pair in pairs if OF_VIEW.get(pair[0], view) == view]


class EventFilter(Asked):
    """A question about events; one that has faults selects nothing."""

    NOT_THE_QUESTION: ClassVar[set[str]] = {"order", "view", *OF_VIEW, *PLACES}

    def events(self, *, without: str = "") -> EventQuerySet:
        """The published events asked for, unordered; `without` leaves one group's choice open.

        The range is a group too: "dates". What is asked to be certain stays so without it.
        """
        if self.faults:
            return Event.objects.none()
        events = Event.objects.published()
        if self.ids("city") and without != "city":
            events = events.in_cities(self.ids("city"))
        if self.ids("faction") and without != "faction":
            events = events.involving(self.ids("faction"), with_groups=self.with_groups)
        if self.ids("with") and without != "with":
            events = events.involving(self.ids("with"), with_groups=self.with_groups)
        if self.numbers("held") and without != "held":
            events = events.while_held(self.stretches, certainly=self.certain)
        if self.kinds and without != "kind":
            events = events.of_kinds(self.kinds)
        if self.numbers("source") and without != "source":
            events = events.reported_by(self.numbers("source"))
        events = self._graded(events, open_choice=without == "evidence")
        if self.value("article"):
            events = events.taken_from([int(number) for number in self.value("article")])
        if self.value("q"):
            events = events.saying(self.value("q"))
        if without == "dates":
            return events.between(None, None, certainly=self.certain)
        return events.between(self.first, self.last, certainly=self.certain)

    @cached_property
    def stretches(self) -> list[Stretch]:
        """When and where the factions asked for held a city, kept until the record changes."""
        factions, with_groups = self.numbers("held"), self.with_groups
        return kept(
            self.words.edition,
            f"held {factions} {with_groups}",
            lambda: ControlSpan.objects.stretches_of(factions, with_groups=with_groups),
        )

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

    @property
    def is_open(self) -> bool:
        """Whether nothing at all is asked, as of the front page."""
        return self.subject is None and not self.faults and not self.pairs()

    # The question as an address.

    def pairs(self) -> list[tuple[str, str]]:
        """Parameters of the canonical address: nothing empty, no default, in one order."""
        pairs = []
        for name in self.ORDER:
            for value in self._written(name):
                if not self._is_default(name, value):
                    pairs.append((name, value))
        return of_view(pairs)

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
        usual = {("order", OLDEST), ("view", LIST), ("lanes", self.usual_lanes)}
        return (name, value) in usual or self.subject == (name, value)

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
        asked = of_view([pair for pair in self.with_subject(self.pairs()) if pair[0] != "view"])
        for name in ("city", "faction"):
            slugs = self.slugs(name)
            if len(slugs) == 1 and slugs != [NONE]:
                rest = [pair for pair in asked if pair != (name, slugs[0])]
                return self.address(rest, path=reverse(name, args=slugs))
        return self.address(asked, path=reverse("timeline"))

    def with_subject(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        if self.subject is None or self.subject in pairs:
            return pairs
        return self.put_in_order([self.subject, *pairs])

    def question(self) -> list[tuple[str, str]]:
        """The pairs that say which events, without order, view and page; the subject's first."""
        kept = [pair for pair in self.pairs() if pair[0] not in self.NOT_THE_QUESTION]
        return self.with_subject(kept)

    def turned(self, **changes: str | None) -> str:
        """The address with some parameters set, or left out where None; back on the first page."""
        pairs = [pair for pair in self.pairs() if pair[0] not in {*PLACES, *changes}]
        given = [(name, value) for name, value in changes.items() if value]
        pairs += [pair for pair in given if not self._is_default(*pair)]
        return self.address(self.put_in_order(of_view(pairs)))

    def beside(self, page: paging.Page) -> dict[str, str]:
        """Addresses of the pages before and after, "" where there is none."""
        return {
            "previous": self.turned(before=paging.cursor(page.previous)) if page.previous else "",
            "next": self.turned(after=paging.cursor(page.next)) if page.next else "",
        }

    def in_city(self, slug: str | None) -> str:
        """The address that asks the same of one city alone, or of all where None.

        On the page of a city that is the page of the other, or of the whole timeline.
        """
        pairs = [pair for pair in self.pairs() if pair[0] not in {"city", *PLACES}]
        if self.subject and self.subject[0] == "city":
            path = reverse("city", args=[slug]) if slug else reverse("timeline")
            return f"{path}?{urlencode(pairs)}" if pairs else path
        return self.address(self.put_in_order([*pairs, ("city", slug)]) if slug else pairs)

    def put_in_order(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """In the order of the parameters; the values of one stay as they come."""
        return sorted(pairs, key=lambda pair: self.ORDER.index(pair[0]))

    @cached_property
    def chips(self) -> list[Chip]:
        return [] if self.faults else chips(self)
