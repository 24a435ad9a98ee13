"""Where each field's value came from, and what else it could be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from timeline.admin.desk.filled import Filled
from timeline.admin.desk.filling import Selected, figures_in
from timeline.admin.desk.named import called
from timeline.desk import Reading
from timeline.desk.finds import Finds
from timeline.models import City, Faction
from timeline.models.vocabulary import Kind
from timeline.suggestions import Reason
from timeline.wording import figures as counting
from timeline.wording import proposals

MOST_OTHERS = 3
# Fields of the form by those that a reason speaks of; those of parties are told row by row.
ABOUT = {
    "date": "date",
    "city": "city",
    "kind": "kind",
    "claimant": "claimant",
    "stance": "claimant",
}


@dataclass(frozen=True, slots=True)
class Why:
    """`words` of the text that made it, if any did, and the rule in a sentence.

    `sentence`, from 1, is where they stand if that is not the passage itself, else 0.
    """

    words: str
    rule: str
    sentence: int = 0
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """Another value for a field, and the sentence that names it."""

    field: str
    value: str
    label: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """By field: `whys`, `others`.

    `parties` are the reasons by the faction's name as shown, `figures` by their printed words.
    """

    whys: dict[str, list[Why]] = field(default_factory=dict)
    parties: dict[str, list[Why]] = field(default_factory=dict)
    figures: dict[str, list[Why]] = field(default_factory=dict)
    others: dict[str, list[Other]] = field(default_factory=dict)

    @property
    def inferred(self) -> list[str]:
        """Names of the fields, and of factions, whose value the passage itself does not name."""
        named = [name for name, whys in self.whys.items() if any(why.inferred for why in whys)]
        return named + [
            name for name, whys in self.parties.items() if any(why.inferred for why in whys)
        ]


def provenance(
    filled: Filled, reading: Reading, found: Finds, source: Selected | None
) -> Provenance:
    """Reasons for what still is as it was proposed, and other values from the same text."""
    others = {
        "city": list(other_cities(filled, reading, found)),
        "kind": list(other_kinds(filled, reading, found)),
        "date": list(other_dates(filled, reading, found)),
    }
    if source is None:
        return Provenance(others=others)
    whys: dict[str, list[Why]] = {}
    for reason in source.proposal.reasons:
        name = ABOUT.get(reason.field)
        if name and tells(reason, filled):
            whys.setdefault(name, []).append(why(reason, reading, source))
    return Provenance(
        whys=whys,
        parties=of_parties(reading, source),
        figures=of_figures(reading, source),
        others=others,
    )


def tells(reason: Reason, filled: Filled) -> bool:
    """Whether the reason says anything that the field does not show by itself."""
    if reason.field == "date" and not reason.inferred:
        return reason.words != filled.values.get("date_printed")
    return bool(reason.words) or reason.field != "stance"


def of_parties(reading: Reading, source: Selected) -> dict[str, list[Why]]:
    names = {one.pk: called(one) for one in Faction.objects.filter(pk__in=_factions(source))}
    told: dict[str, list[Why]] = {}
    for part in source.proposal.parts:
        told.setdefault(names.get(part.faction, ""), []).append(why(part.why, reading, source))
    return told


def of_figures(reading: Reading, source: Selected) -> dict[str, list[Why]]:
    """Each number stands in the words to quote; the rule is the one that counts it."""
    return {
        one.printed: [Why(one.printed, counting.rule(one.rule))]
        for one in figures_in(source.words, reading.text)
    }


def _factions(source: Selected) -> list[int]:
    return [part.faction for part in source.proposal.parts]


def why(reason: Reason, reading: Reading, source: Selected) -> Why:
    there, here = reading.sentence_at(reason.start), reading.sentence_at(source.words.start)
    elsewhere = there is not None and here is not None and there.number != here.number
    number = there.number if there and elsewhere and reason.words else 0
    return Why(reason.words, proposals.why(reason.rule), number, reason.inferred)


def other_cities(filled: Filled, reading: Reading, found: Finds) -> Iterator[Other]:
    """Cities that the text names, the first mention of each."""
    first = {match.key: match.start for match in reversed(found.cities)}
    names = {city.pk: called(city) for city in City.objects.filter(pk__in=first)}
    values = ((names[key], names[key], start) for key, start in first.items() if key in names)
    return _others("city", filled, reading, values)


def other_kinds(filled: Filled, reading: Reading, found: Finds) -> Iterator[Other]:
    """Kinds of which the sentence quoted from has words."""
    start = filled.number("start")
    here = reading.sentence_at(-1 if start is None else start)
    kinds = [one for one in found.kinds if here and here.start <= one.start < here.end]
    values = ((one.kind, str(Kind(one.kind).label), one.start) for one in kinds)
    return _others("kind", filled, reading, values)


def other_dates(filled: Filled, reading: Reading, found: Finds) -> Iterator[Other]:
    """Other expressions of the text, those nearest to the quotation first."""
    start = filled.number("start") or 0
    near = sorted(found.dates, key=lambda one: abs(one.start - start))
    values = ((one.when.phrase, f"“{one.when.phrase}”", one.start) for one in near)
    return _others("date_printed", filled, reading, values)


def _others(
    name: str, filled: Filled, reading: Reading, values: Iterable[tuple[str, str, int]]
) -> Iterator[Other]:
    seen = {filled.values.get(name, "")}
    for value, label, start in values:
        if value in seen:
            continue
        seen.add(value)
        sentence = reading.sentence_at(start)
        yield Other(name, value, label, sentence.number if sentence else 0)
        if len(seen) > MOST_OTHERS:
            return
