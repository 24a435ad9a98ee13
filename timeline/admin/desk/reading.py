"""Small decisions of a reader: whose article it is, what is no event; each lands where it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST
from django_htmx.http import push_url

from timeline.actions import reading as acts
from timeline.admin.desk.addresses import desk_of
from timeline.admin.desk.showing import about, article_of, part_asked_for
from timeline.admin.entry import who
from timeline.admin.numbers import number_in
from timeline.desk import Reading, proposal, reading_of
from timeline.models import Article

ANSWER = "admin/timeline/desk/_answer.html"
STATES = {
    "reading": acts.start_reading,
    "read": acts.mark_read,
    "unread": acts.mark_unread,
}


@require_POST
def reads(request: HttpRequest, number: int) -> HttpResponse:
    """`state` is `reading`, `read` or `unread`."""
    article = article_of(request, number)
    if act := STATES.get(request.POST.get("state", "")):
        act(article, by=who(request))
    return answered(request, article)


@require_POST
def dismiss(request: HttpRequest, number: int) -> HttpResponse:
    """Says no to a `proposal` by its key, or to a `sentence` by its number."""
    article = article_of(request, number)
    words, kind = asked_about(request, article)
    try:
        acts.dismiss(article, words, kind=kind, by=who(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return answered(request, article)


def asked_about(request: HttpRequest, article: Article) -> tuple[str, str]:
    """Words and kind of what the form names; no words where it names nothing."""
    found = proposal(article, request.POST.get("proposal", ""))
    reading = reading_of(article)
    if found:
        return reading.words(found.start, found.end), found.kind
    number = number_in(request.POST.get("sentence", "")) or 0
    if 0 < number <= len(reading.sentences):
        return reading.sentences[number - 1].text, ""
    return "", ""


@require_POST
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    article = article_of(request, number)
    dismissal = number_in(request.POST.get("dismissal", ""))
    acts.take_back(article, dismissal or 0, by=who(request))
    return answered(request, article)


def answered(request: HttpRequest, article: Article) -> HttpResponse:
    """The article anew for htmx, which leaves the form at hand alone; else the page it came from.

    `at` is the number of the sentence to come back to.
    """
    at = number_in(request.POST.get("at", "")) or 0
    if part_asked_for(request) == "reading":
        context = about(request, reading_of(article))
        answer = TemplateResponse(request, ANSWER, context | going_on_from(at, context))
        return push_url(answer, False)  # noqa: FBT003 - "none", in the words of django-htmx
    here = desk_of(article)
    return redirect(f"{here}#s{at}" if at else here)


def going_on_from(at: int, context: dict[str, Any]) -> dict[str, Any]:
    """The next proposal is the one after the sentence that was dealt with."""
    reading: Reading = context["reading"]
    if not 0 < at <= len(reading.sentences):
        return {}
    following = reading.next_proposal(reading.sentences[at - 1].start)
    return {"pointed": replace(context["pointed"], next=following)}
