"""The reading desk: an article on the left, its events and the form of one at hand on the right."""

from __future__ import annotations

from functools import partial

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from timeline.admin.desk import names, page, reading, similar, verdicts
from timeline.admin.desk.signing_in import kept_through_sign_in


def urls(site: AdminSite) -> list[URLPattern]:
    """The desk's addresses, below those of the articles."""
    wrap, kept = site.admin_view, partial(kept_through_sign_in, site)
    return [
        path("<int:number>/desk/", kept(page.desk), name="timeline_article_desk"),
        path("<int:number>/desk/similar/", wrap(similar.similar), name="timeline_article_similar"),
        path("<int:number>/desk/compare/", kept(verdicts.compare), name="timeline_article_compare"),
        path("<int:number>/desk/dismiss/", wrap(reading.dismiss), name="timeline_article_dismiss"),
        path(
            "<int:number>/desk/take-back/",
            wrap(reading.take_back),
            name="timeline_article_take_back",
        ),
        path("<int:number>/desk/name/", wrap(names.name), name="timeline_article_name"),
        path("<int:number>/desk/reading/", wrap(reading.reads), name="timeline_article_reading"),
    ]
