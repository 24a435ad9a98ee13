"""The choices beside a timeline, each with the number of events there would be with it alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy

from timeline.caching import kept
from timeline.filters import EventFilter
from timeline.models import Edition
from timeline.models.address import NONE
from timeline.models.vocabulary import KINDS_OF, Grade, Kind
from timeline.vocabulary import NAMELESS, Entry

OrNone = Mapping[int | None, int]
Numbers = Mapping[int, int] | OrNone
LABELS = {
    "city": gettext_lazy("City"),
    "faction": gettext_lazy("Faction"),
    "with": gettext_lazy("Together with"),
    "held": gettext_lazy("While held by"),
    "kind": gettext_lazy("Kind of event"),
    "evidence": gettext_lazy("Evidence"),
    "source": gettext_lazy("Source"),
}
SHOWN = 8  # choices of a group that stand open; the rest unfold


@dataclass(frozen=True, slots=True)
class Counts:
    """Events in the question, and by what each single choice in a group would give.

    Under null those of no city, and those in which no faction is named.
    """

    total: int
    certain: int | None
    city: dict[int | None, int]
    faction: dict[int | None, int]
    together: dict[int, int]
    held: dict[int, int]
    kind: dict[str, int]
    evidence: dict[str, int]
    source: dict[int, int]


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    count: int
    checked: bool
    id: str
    level: int = 0
    colour_class: str = ""
    icon: str = ""
    own: bool = False  # the page's own city or faction: it stands, but is not for ticking


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    label: str
    choices: list[Choice] = field(default_factory=list)
    more: list[Choice] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def counts_of(question: EventFilter, edition: Edition) -> Counts:
    """Counted once for as long as the edition stands."""
    return kept(edition, f"counts {asked(question)}", lambda: counts(question))


def asked(question: EventFilter) -> str:
    """The same for every way to look at the answer, and every page of it."""
    return repr(sorted(question.question()))


def counts(question: EventFilter) -> Counts:
    """Three to eight queries."""
    city: Counter[int | None] = Counter()
    kind: Counter[str] = Counter()
    evidence: Counter[str] = Counter()
    certain = 0
    rows = question.events(without="evidence").tally(question.first, question.last)
    for place, what, grade, number, surely in rows:
        evidence[grade] += number
        if question.shows(grade):
            certain += surely
            kind[what] += number
            city[place] += number
    ranged = question.first or question.last
    faction, source = faction_and_source(question)
    return Counts(
        total=kind.total(),
        certain=certain if ranged and not question.certain else None,
        city=question.events(without="city").per_city_or_none() if question.ids("city") else city,
        faction=faction,
        together=together(question),
        held=question.events(without="held").per_holder(
            with_groups=question.with_groups, certainly=question.certain
        ),
        kind=question.events(without="kind").per_kind() if question.kinds else kind,
        evidence=evidence,
        source=source,
    )


def faction_and_source(question: EventFilter) -> tuple[dict[int | None, int], dict[int, int]]:
    if not question.ids("faction") and not question.ids("source"):
        return question.events().per_faction_and_outlet(with_groups=question.with_groups)
    return (
        question.events(without="faction").per_faction_or_none(with_groups=question.with_groups),
        question.events(without="source").per_outlet(),
    )


def together(question: EventFilter) -> dict[int, int]:
    """Factions beside the one asked for; nobody is a second one where there is no first."""
    if not question.ids("faction"):
        return {}
    counted = question.events(without="with").per_faction(with_groups=question.with_groups)
    first = set(question.ids("faction"))
    return {faction: number for faction, number in counted.items() if faction not in first}


def unreadable(question: EventFilter) -> list[Group]:
    """The groups in which something was asked that cannot be read, with what is wrong with it."""
    faults = question.faults
    return [
        Group(name, str(label), faults=faults[name])
        for name, label in LABELS.items()
        if name in faults
    ]


def rail(question: EventFilter, counted: Counts) -> list[Group]:
    words = question.words
    return [
        _folded("city", _cities(question, counted.city)),
        _folded("faction", _factions(question, counted.faction)),
        _folded("with", _named(question, "with", words.faction.values(), counted.together)),
        _folded("held", _named(question, "held", words.faction.values(), counted.held)),
        Group("kind", str(LABELS["kind"]), list(_kinds(question, counted.kind))),
        Group("evidence", str(LABELS["evidence"]), list(_grades(question, counted.evidence))),
        _folded("source", _named(question, "source", words.source.values(), counted.source)),
    ]


def _folded(name: str, choices: list[Choice]) -> Group:
    open_ones = {choice.id for choice in _most_used(choices)}
    return Group(
        name,
        str(LABELS[name]),
        [choice for choice in choices if choice.id in open_ones],
        [choice for choice in choices if choice.id not in open_ones],
    )


def _most_used(choices: list[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: (not choice.checked, -choice.count))[:SHOWN]


def _cities(question: EventFilter, counted: OrNone) -> list[Choice]:
    named = _named(question, "city", question.words.city.values(), counted)
    return [*named, *_nameless(question, "city", counted)]


def _nameless(question: EventFilter, name: str, counted: OrNone) -> list[Choice]:
    """The choice of events that have none, last of its group."""
    number, checked = counted.get(None, 0), NONE in question.slugs(name)
    if not number and not checked:
        return []
    return [Choice(NONE, str(NAMELESS[name]), number, checked, f"f-{name}-{NONE}")]


def _named(
    question: EventFilter, name: str, entries: Iterable[Entry], counted: Numbers
) -> list[Choice]:
    choices = [_choice(question, name, entry, counted) for entry in entries]
    kept = [choice for choice in choices if choice.count or choice.checked]
    return sorted(kept, key=lambda choice: -choice.count)


def _choice(
    question: EventFilter, name: str, entry: Entry, counted: Numbers, level: int = 0
) -> Choice:
    return Choice(
        value=entry.slug,
        label=entry.name,
        count=counted.get(entry.id, 0),
        checked=entry.slug in question.slugs(name),
        id=f"f-{name}-{entry.id}" + (f"-{level}" if level else ""),
        level=level,
        colour_class=f"p-{entry.id}" if name in {"faction", "with", "held"} else "",
        own=question.subject == (name, entry.slug),
    )


def _factions(question: EventFilter, counted: OrNone) -> list[Choice]:
    """Most used first, each followed by its groups; a group of several stands once."""
    by_id = {entry.id: entry for entry in question.words.faction.values()}
    flat = _named(question, "faction", by_id.values(), counted)
    groups_of = question.words.groups_of
    wholes = {group: whole for whole, groups in groups_of.items() for group in groups}
    shown = {choice.colour_class: choice for choice in flat}
    ordered: list[Choice] = []
    for choice in flat:
        number = int(choice.colour_class.removeprefix("p-"))
        if f"p-{wholes.get(number)}" in shown:
            continue
        ordered += _with_groups(question, by_id[number], by_id, counted, groups_of, set())
    placed = {choice.value for choice in ordered}
    ordered += [choice for choice in flat if choice.value not in placed]
    return ordered + _nameless(question, "faction", counted)


def _with_groups(
    question: EventFilter,
    entry: Entry,
    by_id: dict[int, Entry],
    counted: OrNone,
    groups_of: dict[int, list[int]],
    above: set[int],
) -> list[Choice]:
    choice = _choice(question, "faction", entry, counted, level=min(len(above), 2))
    if not choice.count and not choice.checked:
        return []
    below = [by_id[g] for g in groups_of.get(entry.id, []) if g not in above and g in by_id]
    rows = [choice]
    for group in sorted(below, key=lambda group: -counted.get(group.id, 0)):
        rows += _with_groups(question, group, by_id, counted, groups_of, above | {entry.id})
    return rows


def _kinds(question: EventFilter, counted: dict[str, int]) -> Iterable[Choice]:
    chosen = question.value("kind")
    for family, kinds in KINDS_OF.items():
        total = sum(counted.get(kind, 0) for kind in kinds)
        if not total and family not in chosen and not set(kinds) & set(chosen):
            continue
        yield Choice(
            family, str(family.label), total, family in chosen, f"f-kind-{family}", icon=family
        )
        for kind in kinds:
            if kind != family.value and (counted.get(kind, 0) or kind in chosen):
                yield Choice(
                    kind,
                    str(Kind(kind).label),
                    counted.get(kind, 0),
                    kind in chosen,
                    f"f-kind-{kind}",
                    level=1,
                )


def _grades(question: EventFilter, counted: dict[str, int]) -> Iterable[Choice]:
    chosen = question.value("evidence")
    for grade in Grade:
        if counted.get(grade, 0) or grade in chosen:
            yield Choice(
                grade,
                str(grade.label),
                counted.get(grade, 0),
                grade in chosen,
                f"f-evidence-{grade}",
                icon=f"g-{grade}",
            )
