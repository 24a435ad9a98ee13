"""What the form at hand was filled from: what the text has, and the proposal made of some words."""

from __future__ import annotations

from timeline.admin.desk import filling
from timeline.admin.desk.filled import Filled
from timeline.admin.desk.filling import Selected
from timeline.desk import Reading
from timeline.desk.finds import Finds, finds
from timeline.models import Edition
from timeline.quotes import Place


def found_in(reading: Reading) -> Finds | None:
    if reading.text is None:
        return None
    return finds(reading.article, reading.text, Edition.objects.current())


def source_of(filled: Filled, reading: Reading, found: Finds) -> Selected | None:
    """The proposal that the form was filled from, or is made of the words quoted in it."""
    start, length = filled.number("start"), len(filled.values.get("quotation", ""))
    key = filled.values.get("proposal", "")
    words = Place(start, start + length) if start is not None and length else None
    proposal = next((one for one in found.proposals if one.key == key), None)
    if proposal:
        return Selected(proposal, words or Place(proposal.start, proposal.end))
    return filling.selected(reading, found, words.start, words.end) if words else None


def claimants_in(found: Finds) -> list[str]:
    return list(dict.fromkeys(one.claimant.words for one in found.proposals if one.claimant))
