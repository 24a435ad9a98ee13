"""What the telling marks of a lane say beside themselves, where there is room for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.lanes.marks import Label, Mark, Reach
from timeline.lanes.rows import APART, WIDE, WIDEST
from timeline.models import Event
from timeline.models.vocabulary import Kind

CHARACTER = 6.7  # pixels of the small print, on the average
BESIDE = 20  # pixels kept free around a label together


def label(marks: Sequence[Mark], cells: Iterable[Reach]) -> None:
    """Gives labels to marks that have rows; `cells` are what stands in the lowest one too."""
    rows: dict[int, list[tuple[Reach, Mark | None]]] = {0: [(cell, None) for cell in cells]}
    for mark in marks:
        if mark.row is not None:
            rows.setdefault(mark.row, []).append((mark.reach, mark))
    for row in rows.values():
        label_row(sorted(row, key=lambda one: one[0].begin))


def label_row(row: Sequence[tuple[Reach, Mark | None]]) -> None:
    """After each mark, else before it; never upon the mark or label beside it."""
    free = 0.0  # from where on nothing stands
    for place, (reach, mark) in enumerate(row):
        following = row[place + 1][0].begin - APART / 2 if place + 1 < len(row) else 1.0
        after = None
        if mark and mark.telling:
            after = fitting(mark.event, following - reach.end)
            before = None if after else fitting(mark.event, reach.begin - free)
            mark.label = after or (replace(before, before=True) if before else None)
        free = reach.end + max(length(after) if after else 0.0, APART / 2)


def fitting(event: Event, room: float) -> Label | None:
    """The headline, else the kind; what fits where drawings are narrower goes before."""
    kind = str(Kind(event.kind).label)
    for words, language in ((event.headline, event.language), (kind, "")):
        for pixels, name in ((WIDE, "roomy"), (WIDEST, "roomiest")):
            if pixels_of(words) <= room * pixels:
                return Label(words, language, name)
    return None


def pixels_of(words: str) -> float:
    return len(words) * CHARACTER + BESIDE


def length(label: Label) -> float:
    return pixels_of(label.words) / (WIDE if label.room == "roomy" else WIDEST)
