"""The reading desk: an article on the left, its events and the form of one at hand on the right."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from timeline.admin.desk import page, reading, similar, verdicts


def urls(site: AdminSite) -> list[URLPattern]:
    """The desk's addresses, below those of the articles."""
    wrap = site.admin_view
    return [
        path("<int:number>/desk/", wrap(page.desk), name="timeline_article_desk"),
        path("<int:number>/desk/similar/", wrap(similar.similar), name="timeline_article_similar"),
        path("<int:number>/desk/compare/", wrap(verdicts.compare), name="timeline_article_compare"),
        path("<int:number>/desk/dismiss/", wrap(reading.dismiss), name="timeline_article_dismiss"),
        path(
            "<int:number>/desk/take-back/",
            wrap(reading.take_back),
            name="timeline_article_take_back",
        ),
        path("<int:number>/desk/reading/", wrap(reading.reads), name="timeline_article_reading"),
    ]
