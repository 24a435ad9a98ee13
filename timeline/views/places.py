"""Addresses of cities and factions: the one that counts, old ones, and other spellings."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from timeline.models import City, Edition, Faction
from timeline.vocabulary import meant


def is_asked_at(request: HttpRequest, path: str) -> bool:
    """Whether the request came to this path, which has other scripts percent-encoded."""
    return request.path == unquote(path)


def is_canonical(request: HttpRequest, address: str) -> bool:
    """Whether the request came to this address, its parameters in the same order and form."""
    given = parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True)
    path, _mark, query = address.partition("?")
    return is_asked_at(request, path) and given == parse_qsl(query, keep_blank_values=True)


def as_asked(request: HttpRequest, address: str) -> str:
    """The address with what this request asks after its question mark."""
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address


def moved(address: str) -> HttpResponsePermanentRedirect:
    """To the address that counts. Browsers keep that for good unless told to ask: it may return."""
    response = HttpResponsePermanentRedirect(address)
    response["Cache-Control"] = "no-cache"
    return response


def elsewhere(
    request: HttpRequest, edition: Edition, model: type[City] | type[Faction], words: str
) -> HttpResponse:
    """Where a slug that is no address leads: on, if it means one thing; to a choice, if several."""
    name = str(model._meta.model_name)
    slugs = meant(name, words)
    if not slugs:
        raise Http404
    found: list[City | Faction] = list(model.objects.addressed(slugs))
    if len(found) == 1:
        return moved(as_asked(request, found[0].get_absolute_url()))
    context = {
        "edition": edition,
        "subject": name,
        "spelling": words,
        "choices": found,
    }
    return render(request, "choice.html", context, status=300)
