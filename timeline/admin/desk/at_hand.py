"""The event at hand: which one the desk's address asks for, and the form of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.actions import conflicts, permits
from timeline.actions.revisions import snapshot
from timeline.admin import dating
from timeline.admin.buttons import buttons
from timeline.admin.desk import filling, pointing
from timeline.admin.desk.dated import DateAtHand, date_at_hand
from timeline.admin.desk.filled import Filled
from timeline.admin.desk.filling import Selected
from timeline.admin.desk.form import Forms, PartyForm
from timeline.admin.desk.named import called, offered
from timeline.admin.desk.provenance import Provenance, Why, provenance
from timeline.admin.desk.sources import claimants_in, found_in, source_of
from timeline.admin.entry import who
from timeline.admin.numbers import number_in
from timeline.admin.returned import return_of
from timeline.desk import Reading
from timeline.models import Article, Citation, City, Event, Faction, Revision
from timeline.quotes import Place
from timeline.suggestions import Sureness

SAVED = "desk_saved"  # in the session: the key of the form that was saved last


class PartyRow(NamedTuple):
    """A row of factions; `number` is the faction's, for its colour."""

    form: PartyForm
    whys: list[Why]
    number: int | None
    inferred: bool
    is_spare: bool


class Theirs(NamedTuple):
    """What somebody else gave a field, in words; `value` is what to take, empty if no one field."""

    words: str
    value: str


class Adding(NamedTuple):
    """Words to be a further quotation of the event at hand, and where they stand."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the form's templates are made from; `event` is None for one that is new.

    `saved` is the key of a form that was saved just now. `theirs` are values that somebody else
    gave fields of this form meanwhile, by their names; `taken_over` names those that only they
    changed. `made` is the event that came of this very form when it was sent before.
    """

    forms: Forms
    filled: Filled
    reading: Reading
    event: Event | None
    date: DateAtHand
    provenance: Provenance
    buttons: Mapping[str, bool]
    may_save: bool
    cities: Mapping[str, int]
    factions: Mapping[str, int]
    claimants: list[str]
    numbers: Mapping[str, int]
    sureness: Sureness | None = None
    saved: str = ""
    adding: Adding | None = None
    made: Event | None = None
    theirs: Mapping[str, Theirs] = field(default_factory=dict)
    taken_over: list[str] = field(default_factory=list)

    @property
    def form(self) -> Any:
        return self.forms.form

    @property
    def inferred(self) -> list[str]:
        """What still waits to be confirmed, by the names of fields and of factions."""
        confirmed = self.filled.values.get("confirmed") or self.is_refused
        return [] if confirmed or self.event else self.provenance.inferred

    @property
    def hidden_names(self) -> tuple[str, ...]:
        return ("entry_key", "seen", "start", "read_on", "looked_at")

    @property
    def bound_names(self) -> tuple[str, ...]:
        return dating.BOUNDS

    @property
    def number(self) -> int | None:
        """Its number among the events of the article."""
        taken = (one.number for one in self.reading.events if one.event == self.event)
        return next(taken, None)

    @property
    def in_its_own_words(self) -> str:
        return _("%(outlet)s itself") % {"outlet": self.reading.article.outlet}

    @property
    def party_rows(self) -> list[PartyRow]:
        """Without the spare ones where nothing may be added."""
        rows = [self._row(form) for form in self.forms.parties]
        return [row for row in rows if self.may_save or not row.is_spare]

    @property
    def empty_party(self) -> PartyRow:
        return self._row(self.forms.parties.empty_form)

    def _row(self, form: PartyForm) -> PartyRow:
        shown = str(form["faction"].value() or "")
        whys = [] if self.event else self.provenance.parties.get(shown, [])
        number = self.numbers.get(shown)
        return PartyRow(form, whys, number, inferred=shown in self.inferred, is_spare=not shown)

    @property
    def is_blank(self) -> bool:
        return self.event is None and not self.filled.values.get("quotation")

    @property
    def is_refused(self) -> bool:
        return bool(self.form.is_bound)

    @property
    def returned(self) -> Revision | None:
        """Why it was sent back to its author, until it is submitted again."""
        return return_of(self.event) if self.event else None

    @property
    def accounts(self) -> list[Citation]:
        """What else the event rests on: other articles, and other words of this one."""
        if self.event is None:
            return []
        others = self.event.citations.with_gone_since().exclude(pk=self.form.citation.pk)
        return list(others.select_related("article__outlet"))

    @property
    def found_in(self) -> int:
        """The sentence, from 1, that the quotation stands in to the letter; 0 for none."""
        quotation = self.filled.values.get("quotation", "")
        start = self.filled.number("start")
        place = -1 if start is None else start
        if not quotation or self.reading.words(place, place + len(quotation)) != quotation:
            place = self.reading.text.body.find(quotation) if self.reading.text else -1
        sentence = self.reading.sentence_at(place) if quotation and place >= 0 else None
        return sentence.number if sentence else 0

    @property
    def similar_url(self) -> str:
        return reverse("admin:timeline_article_similar", args=[self.reading.article.pk])


def at_hand(request: HttpRequest, article: Article, reading: Reading) -> AtHand:
    """The form that the address asks for: an event's, filled from a proposal or words, or blank."""
    pointed = pointing.pointed(request, reading)
    if pointed.event:
        event = Event.objects.get(pk=pointed.event.event.pk)
        filled = stored(event, article, number_in(request.GET.get("citation", "")))
        return laid_out(request, reading, filled, event, adding=adding(request, reading))
    chosen = None
    if pointed.proposal:
        proposal = pointed.proposal
        chosen = Selected(proposal, Place(proposal.start, proposal.end))
    elif pointed.words and (found := found_in(reading)):
        chosen = filling.selected(reading, found, *pointed.words)
    if chosen is None:
        return laid_out(request, reading, filling.blank(article))
    filled = filling.from_proposal(chosen.proposal, reading, words=chosen.words, by=who(request))
    return laid_out(request, reading, filled)


def stored(event: Event, article: Article, citation: int | None = None) -> Filled:
    """The event as it is now, and the number of the revision that this is."""
    seen = conflicts.latest(event)
    filled = filling.from_state(snapshot(event), article, citation=citation)
    return filling.stood(event, filled).updated(seen=str(seen))


def adding(request: HttpRequest, reading: Reading) -> Adding | None:
    """The further quotation that the address asks for."""
    start, end = (number_in(request.GET.get(name, "")) for name in ("add_start", "add_end"))
    words = reading.words(start, end) if start is not None and end is not None else ""
    return Adding(words, start or 0, end or 0) if words.strip() else None


def laid_out(
    request: HttpRequest,
    reading: Reading,
    filled: Filled,
    event: Event | None = None,
    *,
    forms: Forms | None = None,
    fault: str = "",
    **more: Any,
) -> AtHand:
    """The form with all that is shown around it; `forms` are given where they were refused."""
    article = reading.article
    found = found_in(reading)
    source = source_of(filled, reading, found) if found and event is None else None
    named = list(dict.fromkeys(match.key for match in found.cities)) if found else []
    groups = list(dict.fromkeys(match.key for match in found.factions)) if found else []
    return AtHand(
        forms=forms or forms_of(filled, article, event),
        filled=filled,
        reading=reading,
        event=event,
        date=date_at_hand(filled, article.published_on, fault=fault),
        provenance=provenance(filled, reading, found, source) if found else Provenance(),
        buttons=buttons(request, event),
        may_save=may_save(request, event),
        cities=offered(City, named),
        factions=offered(Faction, groups),
        claimants=claimants_in(found) if found else [],
        made=more.pop("made", None) or (made_of(filled) if event is None else None),
        numbers=numbers_of(filled),
        sureness=source.proposal.sureness if source else None,
        saved=request.session.pop(SAVED, ""),
        **more,
    )


def numbers_of(filled: Filled) -> dict[str, int]:
    """The factions in the rows, by the name that is shown."""
    names = [row["faction"] for row in filled.parties]
    found = Faction.objects.filter(name__in=names)
    return {called(faction): faction.pk for faction in found}


def forms_of(
    filled: Filled, article: Article, event: Event | None, *, bound: bool = False
) -> Forms:
    return Forms(
        filled,
        event=event or Event(language=article.language, entry_key=key_of(filled)),
        citation=citation_of(filled, article, event),
        bound=bound,
    )


def key_of(filled: Filled) -> UUID | None:
    try:
        return UUID(filled.values.get("entry_key", ""))
    except ValueError:
        return None


def made_of(filled: Filled) -> Event | None:
    """The event that this very form made when it was sent the first time."""
    key = key_of(filled)
    return Event.objects.filter(entry_key=key).first() if key else None


def citation_of(filled: Filled, article: Article, event: Event | None) -> Citation:
    """The citation that the form changes; a new one where the event has none of this article."""
    number = filled.number("citation")
    if event is None or not number:
        return Citation(article=article)
    own = event.citations.with_gone_since().filter(article=article, pk=number).first()
    return own or Citation(article=article)


def may_save(request: HttpRequest, event: Event | None) -> bool:
    if event is None:
        return permits.may(who(request), "add_event")
    return permits.may_edit(who(request), event)
