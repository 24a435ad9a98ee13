"""Why an event has its grade, on its page and in its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template

from timeline.evidence import Assessment
from timeline.models import Citation, Event
from timeline.wording import grades

register = template.Library()


@register.inclusion_tag("events/_why_this_grade.html")
def why_this_grade(
    event: Event, assessment: Assessment, citations: Sequence[Citation]
) -> dict[str, Any]:
    """What the rule makes of the accounts and, where an editor set another grade, both."""
    return {
        "set_by_editor": grades.set_by_editor(event),
        "reason": event.grade_reason,
        "language": event.language,
        "by_rule": grades.by_rule(event, assessment, citations),
        "weighed": list(grades.weighed(assessment, citations)),
    }
