"""How well events are known: what `timeline.evidence` makes of their accounts, and its columns.

Like those of `timeline.models.reading`, the columns follow from other rows: recomputing them is no
change of the record and writes no revision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple, TypeVar

from timeline.evidence import Account, Assessment, Case, Grade, assess, in_force
from timeline.models.article import Article, Outlet
from timeline.models.citation import Citation, Participation
from timeline.models.control_told import links
from timeline.models.event import Event
from timeline.spans.kin import Links, groups_of

T = TypeVar("T")
BLOCK = 5000  # events that are looked at together


def assessments(events: Collection[int]) -> dict[int, Assessment]:
    """What the rule says of each of these events; a fixed number of queries for every `BLOCK`."""
    found: dict[int, Assessment] = {}
    for block in blocks(events):
        for number, case in cases(block).items():
            found[number] = assess(case)
    return found


def regrade(events: Collection[int]) -> set[int]:
    """Brings the grades of these events up to date; numbers of those whose grade in force moved.

    Only what differs is written: nobody who saves another event has to wait.
    """
    moved: set[int] = set()
    for block in blocks(sorted(events)):
        by_rule = assessments(block)
        differing: dict[tuple[str, str], list[int]] = defaultdict(list)
        for kept in graded(block):
            rule = by_rule[kept.number].grade.value
            counts = str(in_force(rule, kept.chosen, kept.reason))
            if counts != kept.counts:
                moved.add(kept.number)
            if (rule, counts) != (kept.rule, kept.counts):
                differing[rule, counts].append(kept.number)
        for (rule, counts), numbers in differing.items():
            Event.objects.filter(pk__in=numbers).update(grade_by_rule=rule, grade=counts)
    return moved


class Kept(NamedTuple):
    """The grades that an event's row has."""

    number: int
    rule: str
    counts: str
    chosen: str
    reason: str


def graded(events: Collection[int]) -> list[Kept]:
    columns = ("pk", "grade_by_rule", "grade", "grade_set", "grade_reason")
    rows = Event.objects.filter(pk__in=events).order_by()
    return [Kept(*row) for row in rows.values_list(*columns)]


def blocks(numbers: Iterable[T]) -> Iterator[list[T]]:
    left = iter(numbers)
    while block := list(islice(left, BLOCK)):
        yield block


def cases(events: Collection[int]) -> dict[int, Case]:
    """All that the grades of these events follow from."""
    accounts, roles = accounts_of(events), roles_of(events)
    speaks = any(each.owners or each.faction for told in accounts.values() for each in told)
    groups = Groups(links() if speaks else {})
    columns = ("pk", "kind", "earliest", "latest", "external_id", "dataset__grade")
    rows = Event.objects.filter(pk__in=events).order_by().values_list(*columns)
    return {
        number: Case(
            kind=kind,
            roles=frozenset(roles[number]),
            accounts=tuple(accounts[number]),
            belongs=groups.on(factions_in(roles[number], accounts[number]), first, last),
            recorded=Grade(grade) if external and grade else None,
        )
        for number, kind, first, last, external, grade in rows
    }


def factions_in(roles: Iterable[tuple[int, str]], accounts: Iterable[Account]) -> set[int]:
    named = {faction for faction, _role in roles}
    return named.union(*(account.owners | account.speakers for account in accounts))


def roles_of(events: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = Participation.objects.filter(event__in=events).order_by()
    for event, faction, role in rows.values_list("event", "faction", "role"):
        found[event].append((faction, role))
    return found


def accounts_of(events: Collection[int]) -> dict[int, list[Account]]:
    """The accounts of each event, copies as those of the outlet that they retell."""
    columns = ("event", "pk", "article", "stance", "claimant_kind", "claimant_faction")
    rows = list(Citation.objects.filter(event__in=events).order_by().values_list(*columns))
    origins = Origins({article for _event, _key, article, *_rest in rows})
    found: dict[int, list[Account]] = defaultdict(list)
    for event, key, article, stance, claimant, faction in rows:
        printed, original = origins.printed_by(article), origins.of(article)
        found[event].append(
            Account(
                key=key,
                outlet=original.number,
                stance=stance,
                claimant=claimant,
                faction=faction,
                scale=original.scale,
                owners=printed.owners | original.owners,
                copied=origins.is_copy(article),
            )
        )
    return found


class Printer(NamedTuple):
    """An outlet, and the faction that runs it, if one does."""

    number: int
    scale: str
    owners: frozenset[int]


class Origins:
    """Which outlet articles come from: whatever they retell, to the end of the chain."""

    def __init__(self, articles: Collection[int]) -> None:
        self._outlets: dict[int, int] = {}
        self._retold: dict[int, int] = {}
        self._follow(set(articles))
        self._printers = {
            number: Printer(number, scale, frozenset({owner} if owner else ()))
            for number, scale, owner in Outlet.objects.filter(pk__in=set(self._outlets.values()))
            .order_by()
            .values_list("pk", "scale", "run_by")
        }

    def _follow(self, articles: set[int]) -> None:
        while articles:
            rows = Article.objects.filter(pk__in=articles).order_by()
            for article, outlet, retold in rows.values_list("pk", "outlet", "retells"):
                self._outlets[article] = outlet
                if retold:
                    self._retold[article] = retold
            articles = {self._retold[each] for each in articles & self._retold.keys()}
            articles -= self._outlets.keys()

    def printed_by(self, article: int) -> Printer:
        return self._printers[self._outlets[article]]

    def of(self, article: int) -> Printer:
        """The outlet at the end of the chain; of a circle, the one before it closes."""
        seen = {article}
        end = article
        while (following := self._retold.get(end)) and following not in seen:
            seen.add(following)
            end = following
        return self.printed_by(end)

    def is_copy(self, article: int) -> bool:
        return article in self._retold


class Groups:
    """The larger groups that factions belonged to, each chain followed once."""

    def __init__(self, direct: Links) -> None:
        self._direct = direct
        self._known: dict[tuple[int, date | None, date | None], frozenset[int]] = {}

    def on(
        self, factions: Collection[int], first: date | None, last: date | None
    ) -> dict[int, frozenset[int]]:
        """Of those that belonged to any on some of these days; both ends inclusive, None open."""
        return {one: self._of(one, first, last) for one in factions if one in self._direct}

    def _of(self, faction: int, first: date | None, last: date | None) -> frozenset[int]:
        key = (faction, first, last)
        if key not in self._known:
            self._known[key] = frozenset(groups_of(faction, self._direct, first, last))
        return self._known[key]
