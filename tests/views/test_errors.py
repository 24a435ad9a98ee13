"""Error pages need no database: it may be what went wrong."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest
from django.test import RequestFactory

from timeline.views import errors


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.get("/")


def test_each_error_has_its_page_and_asks_no_database(request_: HttpRequest) -> None:
    answers = [
        errors.bad_request(request_, SuspiciousOperation()),
        errors.forbidden(request_, PermissionDenied()),
        errors.not_found(request_, Http404()),
        errors.broken(request_),
    ]
    assert [answer.status_code for answer in answers] == [400, 403, 404, 500]
    for answer in answers:
        assert "<h1" in answer.content.decode()
