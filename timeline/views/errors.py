"""Answers to what went wrong. They ask no database: it may be what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error("400.html", 400)


def forbidden(
    request: HttpRequest, exception: Exception | None = None, reason: str = ""
) -> HttpResponse:
    return error("403.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error("404.html", 404)


def broken(request: HttpRequest) -> HttpResponse:
    return error("500.html", 500)


def error(template: str, status: int) -> HttpResponse:
    return HttpResponse(get_template(template).render(), status=status)
