"""How a faction stood to others, grouped as a reader would ask."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import dates
from timeline.models import Allegiance, Faction
from timeline.models.vocabulary import Relation
from timeline.wording.intervals import when


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation from the faction's point of view."""

    label: str
    other: Faction
    time: str
    source: str


def allegiances(faction: Faction) -> list[Tie]:
    own = faction.allegiances.select_related("other")
    theirs = faction.followers.select_related("faction")
    return [
        *(Tie(str(OWN[Relation(row.relation)]), row.other, time(row), row.source) for row in own),
        *(
            Tie(str(THEIRS[Relation(row.relation)]), row.faction, time(row), row.source)
            for row in theirs
        ),
    ]


def time(row: Allegiance) -> str:
    """From when to when, as far as is known; empty where nothing is."""
    since, until = told(row.since_printed), told(row.until_printed)
    if since and until:
        return _("from %(since)s to %(until)s") % {"since": since, "until": until}
    if since:
        return _("since %(since)s") % {"since": since}
    return _("until %(until)s") % {"until": until} if until else ""


def told(printed: str) -> str:
    try:
        return when(dates.read(printed)) if printed else ""
    except dates.UnreadableDate:
        return printed


OWN = {
    Relation.PART_OF: gettext_lazy("Part of"),
    Relation.ALLIED_WITH: gettext_lazy("Allied with"),
    Relation.SUPPORTS: gettext_lazy("Supports"),
    Relation.OPPOSED_TO: gettext_lazy("Opposed to"),
    Relation.SUCCESSOR_OF: gettext_lazy("Successor of"),
    Relation.SPLIT_FROM: gettext_lazy("Split from"),
    Relation.MERGED_INTO: gettext_lazy("Merged into"),
}
THEIRS = {
    Relation.PART_OF: gettext_lazy("Has as a part"),
    Relation.ALLIED_WITH: gettext_lazy("Allied with"),
    Relation.SUPPORTS: gettext_lazy("Supported by"),
    Relation.OPPOSED_TO: gettext_lazy("Opposed to"),
    Relation.SUCCESSOR_OF: gettext_lazy("Succeeded by"),
    Relation.SPLIT_FROM: gettext_lazy("Split off"),
    Relation.MERGED_INTO: gettext_lazy("Absorbed"),
}
