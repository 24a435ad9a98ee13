"""How to cite: one version of an event, for footnotes and as a file, and the answer to a question.

A version is one public revision, counted from 1. Its address shows the record as it is now, and
says what has changed since that version.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.changes import Told
from timeline.exports import as_bibtex
from timeline.filters import EventFilter
from timeline.models import Edition, Event, Revision
from timeline.views.edition import of_one_edition
from timeline.wording.citing import cite, cite_answer


@dataclass(frozen=True, slots=True)
class Cited:
    """The version that an address names, and the changes since, the newest first."""

    number: int
    at: datetime
    current: int
    since: list[Told]


def cited(request: HttpRequest, changes: list[Told]) -> Cited | None:
    """What `version` in the address names, of a record with these changes, the newest first.

    None where nothing is named. Raises Http404 for a version that there never was.
    """
    words = request.GET.get("version", "")
    if not words:
        return None
    number = int(words) if words.isascii() and words.isdecimal() and len(words) < 7 else 0
    if not 0 < number <= len(changes):
        raise Http404
    return Cited(number, changes[-number].at, len(changes), changes[:-number])


def to_cite(request: HttpRequest, event: Event, history: list[Revision]) -> dict[str, Any]:
    """The current version in words, as an entry of BibTeX, and its address for good.

    `history` holds the public revisions, the newest first; with none there is no such entry.
    """
    version = len(history)
    address = permanent(request, event, version)
    at = history[0].at if history else None
    return {
        "cite": cite(event, address, version, at),
        "permanent": address,
        "bibtex": bibtex(request, event, history) if history else "",
    }


def permanent(request: HttpRequest, event: Event, version: int) -> str:
    """By its number alone, whatever its headline becomes; 0 is no version yet."""
    path = reverse("record", args=[event.pk])
    return request.build_absolute_uri(f"{path}?version={version}" if version else path)


def bibtex(request: HttpRequest, event: Event, history: list[Revision]) -> str:
    """One entry, whatever the language of the page that shows it: its key is one."""
    version = len(history)
    with translation.override(settings.LANGUAGE_CODE):
        address = permanent(request, event, version)
    return as_bibtex.entry(event, address=address, version=version, day=localdate(history[0].at))


@require_safe
@of_one_edition
def bib(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """The entry as a file. What is no more in the record says so at its own address."""
    event = Event.objects.published().filter(pk=number).first()
    if event is None:
        return redirect("record", number)
    entry = bibtex(request, event, list(Revision.objects.of(event).public().newest_first()))
    response = HttpResponse(entry, content_type="application/x-bibtex; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="dateline-{number}.bib"'
    return response


def answer_to_cite(
    request: HttpRequest, question: EventFilter, total: int, edition: Edition
) -> str:
    """What was asked for, in words that a footnote can hold."""
    asked = [chip.label for chip in question.chips]
    if question.subject:
        noun, slug = question.subject
        asked.insert(0, question.words.of(noun)[slug].name)
    address = request.build_absolute_uri(question.turned())
    return cite_answer(asked or [_("Timeline")], total, edition, address)
