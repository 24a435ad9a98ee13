"""The question to the page of a faction's family: on which day."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from timeline.filters.control import ControlFilter


class FamilyFilter(ControlFilter):
    """As the page of control; without a day the family is shown over all of time."""

    def __init__(self, query: QueryDict, slug: str) -> None:
        self.slug = slug
        super().__init__(query)

    def address(self) -> str:
        return address(self.slug, self.on)


def address(slug: str, day: date | None = None) -> str:
    path = reverse("family", args=[slug])
    return f"{path}?{urlencode({'on': day.isoformat()})}" if day else path
