"""Pages and files that tell of the record: read from one edition, sent once to each reader."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.timezone import localdate
from django.utils.translation import get_language

from timeline.models import Edition
from timeline.models.edition import one_state
from timeline.release import release
from timeline.views.htmx import wants_part

P = ParamSpec("P")
# Nobody's cookies: what is public is the same for all who ask.
VARIES_BY = ("Accept-Encoding", "HX-Request", "HX-History-Restore-Request")
OK, NOT_MODIFIED = 200, 304


def of_one_edition(
    view: Callable[Concatenate[HttpRequest, Edition, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Decorator: the view gets the edition, and reads all else from the same state of the record.

    It is not asked at all for what the reader has already, which takes one look at the edition.
    Everybody else asks again each time: what was withdrawn must not stay in anybody's cache.
    """

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponseBase:
        with one_state():
            edition = Edition.objects.current()
            tag = tag_of(request, edition)
            if tag and tag in seen(request):
                return tagged(HttpResponseNotModified(), tag)
            return tagged(view(request, edition, *args, **named), tag)

    return answer


def tag_of(request: HttpRequest, edition: Edition) -> str:
    """An ETag for this address, in this edition and release; empty for those who are signed in.

    The day stands in it because pages tell which it is, the terms because they are a setting.
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return ""
    depends_on: list[Any] = [
        release(),
        settings.LICENCE,
        settings.LICENCE_URL,
        edition.number,
        edition.moved_at.isoformat(),
        get_language(),
        request.build_absolute_uri(),
        wants_part(request),
        localdate(),
    ]
    return f'"{hashlib.sha256(repr(depends_on).encode()).hexdigest()[:32]}"'


def seen(request: HttpRequest) -> list[str]:
    """The tags that the reader has. One that was sent compressed has become a weak one."""
    tags = parse_etags(request.headers.get("If-None-Match", ""))
    return [tag.removeprefix("W/") for tag in tags]


def tagged(response: HttpResponseBase, tag: str) -> HttpResponseBase:
    response.headers.setdefault("Cache-Control", "no-cache")
    patch_vary_headers(response, VARIES_BY)
    if tag and response.status_code in {OK, NOT_MODIFIED}:
        response.headers["ETag"] = tag
    return response
