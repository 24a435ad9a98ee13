"""The strip over time above the answer to a question, drawn once for all who ask it."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from timeline.caching import kept
from timeline.filters import EventFilter
from timeline.strip import strip_of


def strip(question: EventFilter, about: dict[str, Any], total: int) -> SafeString:
    """The drawing with the table of its numbers; empty where nothing is on record.

    `about` is what is known of the page's subject: the first and last day of its record among its
    facts, and the course of a city, whose band stands under the strip.
    """
    facts, course = about["facts"], about.get("course")
    if facts["first"] is None:
        return SafeString()
    first, last = course.span if course else (facts["first"], facts["last"])

    def drawn() -> SafeString:
        context = {
            "question": question,
            "strip": strip_of(question, first, last),
            "course": course,
            "total": total,
        }
        return render_to_string("events/_strip.html", context)

    # The links lead to other ranges of the same page, view and order.
    return kept(question.words.edition, f"strip {question.turned()}", drawn)
