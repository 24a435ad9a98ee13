"""Rows that go over, and those that have a twin there already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from timeline.actions.merging.rules import Row, Rule

Groups = Iterable[tuple[str, ...]]


@dataclass
class Sorted:
    """Rows that go over; `doubles` beside their twins; `ties` of what is kept to itself."""

    follow: list[Any] = field(default_factory=list)
    doubles: list[tuple[Any, Any]] = field(default_factory=list)
    ties: list[Any] = field(default_factory=list)

    @property
    def all(self) -> list[Any]:
        return [*self.follow, *(row for row, _twin in self.doubles), *self.ties]


def sort(rule: Rule, rows: Iterable[Any], into: Row) -> Sorted:
    """What the rule says of each of the rows, which lead to either of the two."""
    found, there, leaving = Sorted(), dict[tuple[Any, ...], Any](), []
    for row in rows:
        if rule.value(row, rule.column) != into.pk:
            leaving.append(row)
        elif rule.twin:
            there[rule.key(row)] = row
    for row in leaving:
        if rule.opposite and rule.value(row, rule.opposite) == into.pk:
            found.ties.append(row)
        elif twin := there.get(rule.key(row)):
            found.doubles.append((row, twin))
        else:
            found.follow.append(row)
    return found


def carry(rule: Rule, dropped: Row, into: Row) -> Sorted:
    """Has the rows go over; doubles and ties stay where they are."""
    # Of both in one order, as a new text of their article does.
    held = rule.leading_to(dropped, into).select_for_update(no_key=True)
    found = sort(rule, held, into)
    moving = rule.model._default_manager.filter(pk__in=[row.pk for row in found.follow])
    moving.update(**{rule.column: into.pk})
    for row, twin in found.doubles:
        fill(twin, row, [(name,) for name in rule.fills])
        for lower in rule.below:
            carry(lower, row, twin)
    return found


def fill(kept: Row, other: Row, groups: Groups) -> None:
    """Takes over, and saves, the columns of those groups of which `kept` has none."""
    names = [name for group in gaps(kept, other, groups) for name in group]
    for name in names:
        setattr(kept, name, getattr(other, name))
    if names:
        kept.save(update_fields=names)


def gaps(kept: Row, other: Row, groups: Groups) -> list[tuple[str, ...]]:
    """The groups of columns that only the other has values of."""
    return [group for group in groups if is_empty(kept, group) and not is_empty(other, group)]


def is_empty(row: Row, group: tuple[str, ...]) -> bool:
    """Whether nothing is known of it; 0 is known."""
    return all(getattr(row, name) in (None, "") for name in group)
