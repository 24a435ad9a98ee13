"""The history of a thing: every state with who, when, why, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import models

from timeline.differences import Difference, differences, names_in
from timeline.models import Event, Revision


@dataclass(frozen=True, slots=True)
class Step:
    """A state, and how it differs from the one before; the first from nothing."""

    revision: Revision
    differences: list[Difference]


def steps(subject: models.Model) -> list[Step]:
    """All states of the subject, the newest first."""
    revisions = list(Revision.objects.of(subject).select_related("by").order_by("number"))
    names = names_in(revision.snapshot for revision in revisions)
    found = []
    for before, after in pairwise([None, *revisions]):
        assert after is not None  # noqa: S101 - only the first has nothing before it
        told = differences(
            before.snapshot if before else None,
            after.snapshot,
            kind=after.subject_kind,
            names=names,
        )
        found.append(Step(after, told))
    return found[::-1]


def context(subject: models.Model) -> dict[str, Any]:
    return {"steps": steps(subject), "restores": isinstance(subject, Event)}
