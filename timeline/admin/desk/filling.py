"""Filling the form at hand: from a proposal, from selected words, from an event as it is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.conf import settings

from timeline import dates, figures
from timeline.admin import dating
from timeline.admin.desk import marks
from timeline.admin.desk.filled import Filled, plain
from timeline.desk import Reading
from timeline.desk.finds import Finds
from timeline.models import Article, ArticleText, City, Event, Faction, User
from timeline.models.vocabulary import Basis, ClaimantKind, Role, Stance
from timeline.names import Match
from timeline.quotes import Place
from timeline.suggestions import Claimant, Part, Proposal, Reason, Sureness
from timeline.wording.headlines import headline

FORMS = UUID("6d1f7f0e-7c2b-5d0a-9a51-0b9a2f6f4d17")  # under which forms have their keys
DATE_OF_NEWS = "date_of_news"
# Roles that one party gives another where it accuses it.
ACCUSING = {Role.PERPETRATOR, Role.ATTACKER, Role.ACCUSED}


def blank(article: Article) -> Filled:
    """A form for an event of this article, nothing in it but what goes without saying."""
    return Filled.of(
        {
            "entry_key": uuid4(),
            "seen": 0,
            "read_on": article.published_on,
            "precision": dates.Precision.UNKNOWN.value,
            "claimant_kind": ClaimantKind.MEDIA.value,
            "stance": Stance.ASSERTS.value,
        }
    )


def key_of_words(proposal: Proposal[int], words: Place, text: ArticleText | None, by: User) -> UUID:
    """The same for the same words each time they are opened, so that going back stays known.

    Of another kind, or by somebody else, they make another event.
    """
    said = f"{by.pk} {text.pk if text else 0} {words.start}-{words.end} {proposal.kind}"
    return uuid5(FORMS, said)


def from_proposal(proposal: Proposal[int], reading: Reading, *, words: Place, by: User) -> Filled:
    """`words` are those to quote: the proposal's own, or what was selected around them."""
    article, text = reading.article, reading.text
    city = City.objects.filter(pk=proposal.city).first() if proposal.city else None
    factions = Faction.objects.in_bulk([part.faction for part in proposal.parts])
    named = [(part.role, factions[part.faction].name) for part in proposal.parts]
    made = headline(proposal.kind, named, city.name if city else "")
    empty = blank(article)
    return Filled.of(
        {
            **empty.values,
            **(date_of(proposal.when) if proposal.when else {}),
            **claim_of(proposal, factions),
            "entry_key": key_of_words(proposal, words, text, by),
            "proposal": proposal.key,
            "quotation": text.body[words.start : words.end] if text else "",
            "start": words.start,
            "city": city,
            "kind": proposal.kind,
            "headline": made,
            "headline_made": made,
        },
        parties=[row_of(part, proposal.claimant, factions) for part in proposal.parts],
        figures=[asdict(one) for one in figures_in(words, text)],
    )


def figures_in(words: Place, text: ArticleText | None) -> list[figures.Found]:
    """The numbers that the words to quote give."""
    return figures.find(text.body[words.start : words.end]) if text else []


def date_of(when: dates.When) -> dict[str, Any]:
    columns = dating.columns(when)
    day = marks.anchor(when)
    rule = when.rule or ("" if when.phrase else DATE_OF_NEWS)
    shown = {"mark": marks.name(when), "day": day, "date_rule": rule}
    return {"date_printed": when.phrase, **columns, **shown}


def claim_of(proposal: Proposal[int], factions: Mapping[int, Faction]) -> dict[str, Any]:
    claimant = proposal.claimant
    said: dict[str, Any] = {"stance": proposal.stance or Stance.ASSERTS}
    if claimant is None:
        return said
    faction = claimant.faction
    return {
        **said,
        "claimant_words": claimant.words,
        "claimant_kind": claimant.kind,
        "claimant_faction": factions.get(faction) or Faction.objects.filter(pk=faction).first()
        if faction
        else None,
    }


def row_of(
    part: Part[int], claimant: Claimant[int] | None, factions: Mapping[int, Faction]
) -> dict[str, Any]:
    return {
        "faction": factions[part.faction],
        "role": part.role,
        "basis": basis_of(part, claimant),
    }


def basis_of(part: Part[int], claimant: Claimant[int] | None) -> Basis:
    """Who gives the faction its part: itself, the other side, or whoever tells of both."""
    if claimant is None or claimant.faction is None:
        return Basis.STATED
    if claimant.faction == part.faction:
        return Basis.CLAIMED_BY_SELF
    return Basis.ALLEGED_BY_OTHER if part.role in ACCUSING else Basis.STATED


# Words that were selected


@dataclass(frozen=True, slots=True)
class Selected:
    """Words to start an event from: a proposal made for them, the words themselves."""

    proposal: Proposal[int]
    words: Place


def selected(reading: Reading, found: Finds, start: int, end: int) -> Selected | None:
    """What is known of the words from `start` to before `end`; None where there are none.

    A proposal that shares words with them serves, and the more it shares the better. Where there
    is none, one is made of what is named there.
    """
    body = reading.text.body if reading.text else ""
    words = trimmed(body, start, end)
    if words is None:
        return None
    best = max(found.proposals, key=lambda one: shared(one, words), default=None)
    if best is None or shared(best, words) <= 0:
        best = made_of(reading, found, words)
    return Selected(best, words)


def trimmed(body: str, start: int, end: int) -> Place | None:
    """The stretch without white space at its ends."""
    words = body[start:end]
    left = len(words) - len(words.lstrip())
    return Place(start + left, start + len(words.rstrip())) if words.strip() else None


def shared(one: Proposal[int], words: Place) -> int:
    return min(one.end, words.end) - max(one.start, words.start)


def made_of(reading: Reading, found: Finds, words: Place) -> Proposal[int]:
    """What the words and their sentence name: the date told there, city, factions, kind."""
    number, sentence = next(
        (number, place) for number, place in enumerate(found.places) if words.start < place.end
    )
    when = told(reading, words)
    city = nearest(found.cities, words, within=sentence)
    kind = next((one for one in found.kinds if words.start <= one.start < words.end), None)
    factions = {
        one.key: reason("faction", "named_faction", one)
        for one in found.factions
        if words.start <= one.start < words.end
    }
    reasons = [
        reason("date", "date_in_sentence", when) if when else None,
        reason("city", "city_in_sentence", city) if city else None,
        Reason("kind", "verb", kind.start, kind.end, reading.words(kind.start, kind.end))
        if kind
        else None,
    ]
    return Proposal(
        sentence=number,
        start=words.start,
        end=words.end,
        when=when.when if when else None,
        city=city.key if city else None,
        parts=tuple(Part(key, Role.PARTICIPANT, why) for key, why in factions.items()),
        kind=kind.kind if kind else "",
        claimant=None,
        stance=Stance.ASSERTS,
        background=False,
        sureness=Sureness.UNSURE,
        reasons=tuple(one for one in reasons if one),
    )


def told(reading: Reading, words: Place) -> dates.Found | None:
    """The date that the text gives for the words; one that cannot be counted from gives none."""
    body = reading.text.body if reading.text else ""
    try:
        return dates.told_at(
            body,
            words.start,
            words.end,
            published=reading.article.published_on,
            southern=settings.SOUTHERN_SEASONS,
        )
    except dates.UnreadableDate:
        return None


def nearest(matches: Sequence[Match[int]], words: Place, *, within: Place) -> Match[int] | None:
    here = [one for one in matches if within.start <= one.start < within.end]
    return min(
        here, key=lambda one: max(one.start - words.end, words.start - one.end), default=None
    )


def reason(field: str, rule: str, found: Match[int] | dates.Found) -> Reason:
    words = found.when.phrase if isinstance(found, dates.Found) else found.spelling
    return Reason(field, rule, found.start, found.end, words)


# An event as it is stored


def from_state(
    state: Mapping[str, Any], article: Article, *, citation: int | None = None
) -> Filled:
    """What a snapshot of an event holds, with its first citation of this article, or a named one.

    `state` is that of `actions.revisions.snapshot`, fresh or from a revision.
    """
    cited = next(iter(of_article(state, article, citation)), None) or {}
    city = City.objects.filter(pk=state.get("city_id") or 0).first()
    rows: list[dict[str, Any]] = state.get("participations", [])
    factions = Faction.objects.in_bulk(
        [row["faction_id"] for row in rows] + [cited.get("claimant_faction_id")]
    )
    parts = [row for row in rows if row["faction_id"] in factions]
    same = ("locality", "kind", "headline", "summary", "graphic", "date_printed", "read_on")
    claim = ("quotation", "start", "claimant_words", "claimant_kind", "stance")
    return Filled.of(
        {
            **blank(article).values,
            **{name: state.get(name) for name in (*same, *dating.READ)},
            **{name: cited[name] for name in claim if name in cited},
            "event": state.get("id"),
            "citation": cited.get("id"),
            "city": city,
            "headline_made": headline(
                state.get("kind", ""),
                [(row["role"], factions[row["faction_id"]].name) for row in parts],
                city.name if city else "",
                state.get("locality", ""),
            ),
            "claimant_faction": factions.get(cited.get("claimant_faction_id", 0)),
        },
        parties=[{**row, "faction": factions[row["faction_id"]]} for row in parts],
        figures=cited.get("figures", []),
    )


def of_article(
    state: Mapping[str, Any], article: Article, citation: int | None = None
) -> list[dict[str, Any]]:
    """The snapshot's citations of this article, the named one first, then as they were entered."""
    rows: list[dict[str, Any]] = state.get("citations", [])
    own = [row for row in rows if row["article_id"] == article.pk]
    return sorted(own, key=lambda row: row["id"] != citation)


def stood(event: Event, filled: Filled) -> Filled:
    """With what the date's buttons stand on, and its rule."""
    when = event.when
    day = plain(marks.anchor(when))
    return filled.updated(mark=marks.name(when), day=day, date_rule=event.date_rule)
