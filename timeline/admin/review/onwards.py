"""Where a reviewer goes on: to the next that waits, or back from a page opened in a review."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from timeline.admin.numbers import number_in
from timeline.admin.waiting import beside, waiting
from timeline.models import Event, User


@dataclass(frozen=True, slots=True)
class WayBack:
    """The review that another page was opened from.

    `author` is the one whose events alone are gone through. `beside` are the numbers of what
    waited with the event under review, nearest first; None where that did not wait itself.
    """

    reviewed: int
    author: int | None
    beside: list[int] | None

    @property
    def query(self) -> dict[str, int]:
        """What addresses carry to know of the review."""
        return {"review": self.reviewed} | ({} if self.author is None else {"by": self.author})

    @property
    def address(self) -> str:
        return review_of(self.reviewed, self.author)

    def after_merging(self, kept: Event) -> str:
        """The review itself where its event waits still, else the next one, else the queue.

        From an event that did not wait, to the one that it is by now.
        """
        if self.beside is None:
            return review_of(kept.pk, self.author)
        queue = set(waiting(self.author).values_list("pk", flat=True))
        left = (number for number in (self.reviewed, *self.beside) if number in queue)
        return review_of(next(left, None), self.author)


def way_back(request: HttpRequest) -> WayBack | None:
    """By what the address carries; asked for before anything is changed."""
    reviewed = number_in(request.GET.get("review", ""))
    if not Event.objects.filter(pk=reviewed or 0).exists():
        return None
    author = author_asked_for(request)
    return WayBack(reviewed or 0, author, beside(reviewed or 0, author))


def author_asked_for(request: HttpRequest) -> int | None:
    """The user whose events alone are gone through, by the address."""
    number = number_in(request.GET.get("by", "")) or 0
    return number if User.objects.filter(pk=number).exists() else None


def queue_query(author: int | None) -> str:
    return f"?by={author}" if author is not None else ""


def review_of(number: int | None, author: int | None) -> str:
    """The address of this review, of the queue for None."""
    if number is None:
        return reverse("admin:timeline_event_review_queue") + queue_query(author)
    return reverse("admin:timeline_event_review", args=[number]) + queue_query(author)
