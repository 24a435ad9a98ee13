"""The language of a page comes from its address, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


def language_by_address(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: `/ar/…` is read in Arabic; what has no such prefix, in the site's own language.

    Django's own would ask cookies and headers too, and so vary every page by them.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        asked = translation.get_language_from_path(request.path_info)
        language = asked or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return answer
