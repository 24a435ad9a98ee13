"""The same question, answered as a file, streamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.exports import as_csv, as_json
from timeline.filters import EventFilter
from timeline.models import Edition, Event
from timeline.models.edition import one_state
from timeline.views.edition import of_one_edition
from timeline.vocabulary import vocabulary

CHUNK = 1000


@require_safe
@of_one_edition
def csv(request: HttpRequest, edition: Edition) -> HttpResponse | StreamingHttpResponse:
    question = EventFilter(request.GET, vocabulary(edition))
    if question.faults:
        return refused(question)
    lines = in_one_state(
        lambda: as_csv.lines(rows(question), address=lambda event: absolute(request, event))
    )
    return sent(request, lines, "text/csv; charset=utf-8", "events.csv")


@require_safe
@of_one_edition
def json(request: HttpRequest, edition: Edition) -> HttpResponse | StreamingHttpResponse:
    question = EventFilter(request.GET, vocabulary(edition))
    if question.faults:
        return refused(question)

    def document() -> Iterator[str]:
        return as_json.pieces(
            rows(question),
            address=lambda event: absolute(request, event),
            about=about(request, question),
        )

    return sent(request, in_one_state(document), "application/json", "events.json")


def refused(question: EventFilter) -> HttpResponse:
    lines = [
        f"{name}: {fault}" if name else fault
        for name, faults in question.faults.items()
        for fault in faults
    ]
    reason = _("This question cannot be read.")
    return HttpResponse(
        "\n".join([reason, *lines]) + "\n", status=400, content_type="text/plain; charset=utf-8"
    )


def rows(question: EventFilter) -> Iterator[Event]:
    """Events of the question in its order, `CHUNK` at a time with all that belongs to them."""
    return question.in_order(question.events()).with_accounts().iterator(chunk_size=CHUNK)


def in_one_state(pieces: Callable[[], Iterator[str]]) -> Iterator[str]:
    """The pieces, read from one state of the record however long sending takes."""
    with one_state():
        yield from pieces()


def absolute(request: HttpRequest, event: Event) -> str:
    return request.build_absolute_uri(event.get_absolute_url())


def about(request: HttpRequest, question: EventFilter) -> dict[str, Any]:
    edition = Edition.objects.current()
    return {
        "title": "Dateline",
        "question": request.build_absolute_uri(question.address()),
        "edition": edition.number,
        "licence": settings.LICENCE_URL,
        "demonstration": edition.demonstration,
    }


def sent(
    request: HttpRequest, pieces: Iterator[str], content_type: str, name: str
) -> StreamingHttpResponse:
    """The file as it is made; who asks for its head only has nothing made."""
    content = iter(()) if request.method == "HEAD" else pieces
    response = StreamingHttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
