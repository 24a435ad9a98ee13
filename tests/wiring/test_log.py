"""What the operator finds on stderr."""

import logging
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.handlers.exception import convert_exception_to_response
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory


@pytest.fixture
def stderr(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    """What the site's own log is written to."""
    (own,) = (it for it in logging.getLogger("django").handlers if it.name == "stderr")
    written = StringIO()
    monkeypatch.setattr(own, "stream", written)
    return written


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError("too many rows")


def missing(request: HttpRequest) -> HttpResponse:
    raise Http404("no such city")


def under_another_name(request: HttpRequest) -> HttpResponse:
    request.META["HTTP_HOST"] = "elsewhere.example"
    return HttpResponse(request.get_host())


def test_a_fault_is_told_with_its_address_and_where_it_arose(stderr: StringIO) -> None:
    convert_exception_to_response(broken)(RequestFactory().get("/cities/"))
    log = stderr.getvalue()
    assert "ERROR django.request: Internal Server Error: /cities/" in log
    assert f'File "{__file__}"' in log
    assert "ValueError: too many rows" in log


@pytest.mark.parametrize("page", [missing, under_another_name])
def test_what_strangers_guess_at_is_not_written_down(
    stderr: StringIO, page: Callable[[HttpRequest], HttpResponse]
) -> None:
    convert_exception_to_response(page)(RequestFactory().get("/cities/"))
    assert stderr.getvalue() == ""
