"""Review: what was submitted is looked at beside its sources, and published or sent back."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from timeline.admin.review.pages import queue, review


def urls(site: AdminSite) -> list[URLPattern]:
    """Addresses below that of events."""
    return [
        path("review/", site.admin_view(queue), name="timeline_event_review_queue"),
        path("<int:number>/review/", site.admin_view(review), name="timeline_event_review"),
    ]
