"""The answer as a table: a page of it, and what sorts it."""

from __future__ import annotations

from typing import Any

from timeline import table
from timeline.filters import EventFilter
from timeline.models import Edition


def tabled(question: EventFilter, edition: Edition) -> dict[str, Any]:
    page = table.page_of(question)
    about = {"page": page, "heads": table.heads(question), "sorted": question.sort[0]}
    return {**about, **question.beside(page)}
