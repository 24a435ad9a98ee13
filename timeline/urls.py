"""Every address of the site. Pages stand under `/ar/` too; files and the admin have no prefix."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemaps
from django.urls import path, register_converter
from django.urls.converters import StringConverter

from timeline.admin.site import site
from timeline.views import (
    articles,
    changes,
    cities,
    citing,
    control,
    errors,
    events,
    exports,
    factions,
    family,
    front,
    method,
    preview,
    sitemap,
    terms,
)


class Words(StringConverter):
    """Part of an address; the one sign that no database stores leads nowhere."""

    regex = r"[^/\x00]+"


register_converter(Words, "words")

pages = [
    path("", front.front, name="timeline"),
    path("cities/", cities.index, name="cities"),
    path("cities/<words:slug>/", cities.city, name="city"),
    path("factions/", factions.index, name="factions"),
    path("factions/<words:slug>/", factions.faction, name="faction"),
    path("factions/<words:slug>/family/", family.family, name="family"),
    path("events/<int:number>/", events.event, name="record"),
    path("events/<int:number>-<str:slug>/", events.event, name="event"),
    path("articles/<int:number>/", articles.article, name="article"),
    path("changes/", changes.changes, name="changes"),
    path("control/", control.control, name="control"),
    path("method/", method.method, name="method"),
    path("licence/", terms.licence, name="licence"),
    path("privacy/", terms.privacy, name="privacy"),
]

SITEMAPS = {"sitemaps": sitemap.SECTIONS}

urlpatterns = [
    *i18n_patterns(*pages, prefix_default_language=False),
    path("events.csv", exports.csv, name="events.csv"),
    path("events.json", exports.json, name="events.json"),
    path("events/<int:number>.bib", citing.bib, name="event.bib"),
    path("robots.txt", sitemap.robots),
    path("sitemap.xml", sitemaps.index, SITEMAPS | {"sitemap_url_name": "sitemap.part"}, "sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.sitemap, SITEMAPS, "sitemap.part"),
    path("control.json", control.json, name="control.json"),
    path("colours/<int:edition>.css", factions.colours, name="colours"),
    path(
        "admin/timeline/event/<int:number>/preview/",
        site.admin_view(preview.event),
        name="event_preview",
    ),
    path("admin/", site.urls),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
