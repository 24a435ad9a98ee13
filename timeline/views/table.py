"""The answer as a table: a page of it, and what sorts it."""

from __future__ import annotations

from typing import Any

from timeline import paging, table
from timeline.filters import EventFilter
from timeline.models import Edition


def tabled(question: EventFilter, edition: Edition) -> dict[str, Any]:
    page = table.page_of(question)
    return {
        "page": page,
        "heads": table.heads(question),
        "sorted": question.sort[0],
        "previous": question.turned(before=paging.cursor(page.previous)) if page.previous else "",
        "next": question.turned(after=paging.cursor(page.next)) if page.next else "",
    }
