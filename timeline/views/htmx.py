"""What htmx asks for: a part of the page, or after going back, the whole of it."""

from django.http import HttpRequest


def wants_part(request: HttpRequest) -> bool:
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request
