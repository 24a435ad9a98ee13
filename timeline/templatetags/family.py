"""What is said of a row in the drawing of a faction's family."""

from __future__ import annotations

from django import template

from timeline.family.drawing import Row
from timeline.wording import listed
from timeline.wording.allegiances import tie

register = template.Library()


@register.filter
def label(row: Row) -> str:
    """What it is to the faction and when: “member through YPG since April 2013”."""
    told = [tie(bond) for bond in row.bonds]
    times = listed(each.time for each in told if each.time)
    return " ".join(filter(None, (told[0].beside, told[0].through, times)))


@register.filter
def said(row: Row) -> str:
    """All of it, each time: “Part of SDF, since 10 October 2015”."""
    told = [tie(bond) for bond in row.bonds]
    return "; ".join(
        ", ".join(filter(None, (f"{each.label}: {each.other}", each.through, each.time)))
        for each in told
    )
