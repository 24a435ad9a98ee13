"""The differences of two snapshots, field by field and row by row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from timeline.differences.naming import Names, Snapshot, names_in
from timeline.differences.pieces import Piece, pieces, whole
from timeline.differences.rows import FIGURES, ROWS, Rows, in_words, pairs, rows_of
from timeline.differences.telling import Told, told


class Change(StrEnum):
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that changed, or a row that came, went or changed in one column.

    `name` is the column's, or the list's that the row is in; `row` says which row, `part` which
    column of it. Empty words mean that there was, or is, nothing.
    """

    name: str
    label: str
    before: str
    after: str
    row: str = ""
    part: str = ""
    change: Change = Change.CHANGED
    is_text: bool = False

    @property
    def pieces(self) -> list[Piece]:
        """Before and after as one, with what went and what came marked."""
        return pieces(self.before, self.after) if self.is_text else whole(self.before, self.after)


def differences(
    before: Snapshot | None,
    after: Snapshot,
    *,
    kind: str = "event",
    names: Names | None = None,
    public: bool = False,
) -> list[Difference]:
    """What changed from one state to the next of an event, or of another `kind` of subject.

    Nothing before means that all of it is new. `public` keeps back what readers may not see: names
    of drafts, and words of articles that stand on no public page any more. Give `names` where many
    are compared, so that the names in them are looked up once.
    """
    old, new = as_stored(before), as_stored(after)
    if public:
        old, new = as_public(old, new), as_public(new, new)
    names = names or names_in([old, new], public=public)
    return [*of_columns(kind, old, new, names), *of_rows(kind, old, new, names)]


def as_stored(snapshot: Snapshot | None) -> Snapshot:
    """The snapshot as the database gives it back, days as text."""
    stored: Snapshot = json.loads(json.dumps(snapshot or {}, cls=DjangoJSONEncoder))
    return stored


TAKEN = ("quotation", "claimant_words")  # columns with words of an article


def as_public(state: Snapshot, present: Snapshot) -> Snapshot:
    """The state without words of articles that the present one does not show to readers."""
    shown = {row.get(name) for row in present.get("citations", ()) for name in TAKEN}
    public = dict(state)
    if "citations" in state:
        public["citations"] = [
            row | {name: "" for name in TAKEN if row.get(name) not in shown}
            for row in state["citations"]
        ]
    if "participations" in state:
        public["participations"] = [row | {"quotation": ""} for row in state["participations"]]
    return public


def of_columns(kind: str, old: Snapshot, new: Snapshot, names: Names) -> Iterator[Difference]:
    for was, now in changed(apps.get_model("timeline", kind), old, new, names):
        yield Difference(now.name, now.label, was.words, now.words, is_text=now.is_text)


def changed(
    model: type[models.Model], old: Snapshot, new: Snapshot, names: Names
) -> Iterator[tuple[Told, Told]]:
    both = zip(told(model, old, names), told(model, new, names), strict=True)
    found = {now.name: (was, now) for was, now in both if was.words != now.words}
    if "date" in found:
        found.pop("precision", None)  # the date's words say it
    return iter(found.values())


def of_rows(kind: str, old: Snapshot, new: Snapshot, names: Names) -> Iterator[Difference]:
    for name in ROWS:
        if name in old or name in new:
            rows = rows_of(kind, name)
            for was, now in pairs(rows, old.get(name, []), new.get(name, [])):
                yield from of_row(name, rows, was, now, names)
                if name == "citations":
                    yield from of_figures(was or {}, now or {}, names)


def of_row(
    name: str, rows: Rows, was: Snapshot | None, now: Snapshot | None, names: Names
) -> Iterator[Difference]:
    heading = rows.heading(now or was or {}, names)
    whole_row = Difference(name, str(rows.label), "", "", row=heading)
    if was is None and now is not None:
        yield replace(whole_row, after=in_words(rows, now, names), change=Change.ADDED)
    elif now is None and was is not None:
        yield replace(whole_row, before=in_words(rows, was, names), change=Change.REMOVED)
    else:
        for before, after in changed(rows.model, was or {}, now or {}, names):
            if after.name != rows.own:
                yield replace(
                    whole_row,
                    before=before.words,
                    after=after.words,
                    part=after.label,
                    is_text=after.is_text,
                )


def of_figures(was: Snapshot, now: Snapshot, names: Names) -> Iterator[Difference]:
    article = (now or was)["article_id"]
    by = {"told_by": names.of("article_id", article)}
    old, new = ([row | by for row in each.get("figures", [])] for each in (was, now))
    for before, after in pairs(FIGURES, old, new):
        yield from of_row("figures", FIGURES, before, after, names)
