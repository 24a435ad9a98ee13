"""The strip over time above the answer to a question, drawn once for all who ask it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from timeline.caching import kept
from timeline.filters import EventFilter
from timeline.strip import strip_of
from timeline.strip.counting import of_subject


def strip(question: EventFilter, about: dict[str, Any], total: int) -> SafeString:
    """The drawing with the table of its numbers; empty where nothing is on record.

    `about` is what is known of the page's subject: whether it has a record is among its facts; the
    band of a city's course stands under the strip.
    """
    facts, course = about["facts"], about.get("course")
    if facts["first"] is None and not total:
        return SafeString()

    def drawn() -> SafeString:
        first, last = course.span if course else reach(question)
        context = {
            "question": question,
            "strip": strip_of(question, first, last),
            "course": course,
            "total": total,
        }
        return render_to_string("events/_strip.html", context)

    # The links lead to other ranges of the same page, view and order.
    return kept(question.words.edition, f"strip {question.turned()}", drawn)


def reach(question: EventFilter) -> tuple[date, date]:
    """First and last day on record of the page's subject, or of all.

    Refuted events count too: they may be asked for, and no filter moves the axis.
    """
    record = of_subject(question).events(without="evidence")
    name = f"reach of {question.subject}"
    span = kept(question.words.edition, name, record.span)
    return span["first"], span["last"]
