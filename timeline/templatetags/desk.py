"""How the desk draws the words of an article, its proposals and the state of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import wording
from timeline.dates import When
from timeline.desk import Mark, Piece, State, What
from timeline.desk.names import Meaning
from timeline.models.vocabulary import FAMILY_OF, Kind
from timeline.suggestions import Proposal, Sureness, Unknown

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

register = template.Library()

STATES: dict[State, StrOrPromise] = {
    State.USED: gettext_lazy("used"),
    State.DATE: gettext_lazy("its date is not yet used"),
    State.KIND: gettext_lazy("what happened in it is not yet used"),
    State.DISMISSED: gettext_lazy("dismissed"),
    State.PLAIN: gettext_lazy("nothing found in it"),
}
SURENESS: dict[Sureness, StrOrPromise] = {
    Sureness.SURE: gettext_lazy("Sure"),
    Sureness.LIKELY: gettext_lazy("Likely"),
    Sureness.UNSURE: gettext_lazy("Unsure"),
}


@register.filter
def state(value: State) -> StrOrPromise:
    return STATES[value]


@register.filter
def sureness(proposal: Proposal[int]) -> StrOrPromise:
    """How much stands in the words; what the article only recalls is background."""
    return _("Background") if proposal.background else SURENESS[proposal.sureness]


@register.filter
def proposed_kind(proposal: Proposal[int]) -> str:
    return str(Kind(proposal.kind).label)


@register.filter
def proposed_date(proposal: Proposal[int]) -> str:
    return wording.when(proposal.when) if proposal.when else _("no date")


@register.filter
def date_in_words(value: When) -> str:
    return wording.when(value)


@register.filter
def of_name(meanings: dict[str, Meaning], unknown: Unknown) -> Meaning | None:
    return meanings.get(unknown.name)


@register.simple_tag
def words(pieces: tuple[Piece, ...]) -> SafeString:
    """The words with their marks; without markup they are the text, letter for letter."""
    return format_html_join("", "{}", ((_drawn(piece),) for piece in pieces))


def _drawn(piece: Piece) -> str | SafeString:
    if piece.mark is None:
        return piece.text
    inside = words(piece.pieces)
    if piece.mark.what is What.USED:
        number = piece.mark.key if piece.is_last else ""
        also = " also" if any(ends_in_number(part) for part in piece.pieces[-1:]) else ""
        return format_html('<mark class="u{}" data-event="{}">{}</mark>', also, number, inside)
    if piece.mark.what is What.PROPOSED:
        return format_html('<mark class="r" title="{}">{}</mark>', piece.mark.title, inside)
    return format_html(
        '<span class="{}" title="{}">{}</span>', _classes(piece.mark), _title(piece.mark), inside
    )


def ends_in_number(piece: Piece) -> bool:
    """Whether the number of an event stands behind its last word, to be told from the next."""
    used = piece.mark is not None and piece.mark.what is What.USED and piece.is_last
    return used or any(ends_in_number(part) for part in piece.pieces[-1:])


def _classes(mark: Mark) -> str:
    if mark.what is What.DATE:
        return "d new" if mark.left else "d"
    if mark.what is What.FACTION:
        return f"f p-{mark.key}"
    if mark.what is What.KIND:
        return f"k {FAMILY_OF[Kind(str(mark.key))]}"
    return "c" if mark.what is What.CITY else "unk"


def _title(mark: Mark) -> str:
    titles = {
        What.DATE: _("date: %(what)s"),
        What.FACTION: _("faction: %(what)s"),
        What.CITY: _("city: %(what)s"),
        What.KIND: _("kind: %(what)s"),
        What.UNKNOWN: _("unknown name"),
    }
    return titles[mark.what] % {"what": mark.title}
