"""The pages that a reader can meet, one of each type, in the demonstration."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from playwright.sync_api import Page

from timeline.filters import LIST, VIEWS
from timeline.models import Article, City, Event, Faction
from timeline.models.vocabulary import Status

LANGUAGES = [code for code, _name in settings.LANGUAGES]
OTHER_VIEWS = [view for view in VIEWS if view != LIST]


@dataclass(frozen=True)
class PageType:
    """`path` is the address of the one in the site's own language; `status` is what answers."""

    name: str
    path: str
    status: int = 200

    def within(self, language: str) -> str:
        return within(language, self.path)


def within(language: str, path: str) -> str:
    """The address of the same page in that language."""
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


def page_types() -> list[PageType]:
    """Every kind of page once, every view of a question, and every refusal."""
    found = {**of_the_site(), **of_the_record()}
    return [
        *(PageType(name, path) for name, path in found.items()),
        PageType("withdrawn", event(status=Status.WITHDRAWN), 410),
        PageType("unreadable", "/?from=never", 400),
        PageType("nowhere", "/nowhere/", 404),
    ]


def of_the_site() -> dict[str, str]:
    return {
        "front": "/",
        "cities": "/cities/",
        "factions": "/factions/",
        "control": "/control/?on=2016-06-01",
        "changes": "/changes/",
        "method": "/method/",
        "licence": "/licence/",
        "privacy": "/privacy/",
        "nothing found": "/?q=zebra",
    }


def of_the_record() -> dict[str, str]:
    """One city, faction, event and article: those of which there is most to show."""
    city = busiest_city()
    faction = Faction.objects.get(slug="sdf").get_absolute_url()
    article = Article.objects.annotate(of=Count("citations")).order_by("-of", "pk").first()
    assert article
    return {
        "city": city,
        **{f"city, {view}": f"{city}?view={view}" for view in OTHER_VIEWS},
        "faction": faction,
        "family": f"{faction}family/?on=2017-10-17",
        "event": event(graphic=False),
        "graphic event": event(graphic=True),
        "article": article.get_absolute_url(),
    }


def busiest_city() -> str:
    city = City.objects.annotate(of=Count("events")).order_by("-of", "pk").first()
    assert city
    return city.get_absolute_url()


def event(**columns: object) -> str:
    """The one with most accounts of those that readers know and that have these columns."""
    known = Event.objects.filter(status__in=[Status.PUBLISHED, Status.WITHDRAWN], **columns)
    found = known.annotate(of=Count("citations")).order_by("-of", "pk").first()
    assert found
    return found.get_absolute_url()


def unfold(page: Page) -> None:
    """Opens all that is folded, so that what is said of the page is said of that too."""
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true })")
