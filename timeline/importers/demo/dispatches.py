"""The demonstration's articles and their texts."""

from datetime import date

from timeline.actions import articles
from timeline.importers.demo.accounts import Desk
from timeline.importers.demo.files import Dispatch
from timeline.importers.demo.rows import bring
from timeline.models import Article, Dataset, Outlet
from timeline.models.vocabulary import Reading


def bring_dispatches(
    dispatches: list[Dispatch], outlets: dict[str, Outlet], *, dataset: Dataset, desk: Desk
) -> dict[str, Article]:
    """All articles, the copied before their copies; by key."""
    found = dict[str, Article]()
    for dispatch in sorted(dispatches, key=lambda dispatch: dispatch["retells"] is not None):
        copied = dispatch["retells"]
        article = article_of(dispatch, outlets[dispatch["outlet"]], dataset)
        new = article._state.adding
        bring(
            article,
            byline=dispatch["byline"],
            published_on=date.fromisoformat(dispatch["published_on"]),
            dateline=dispatch["dateline"],
            language=dispatch["language"],
            retells=found[copied] if copied else None,
            reading=Reading.READ,
            reader=desk.reporter,
        )
        if new:
            articles.entered(article, by=desk.reporter, body=dispatch["body"])
        else:
            articles.take_text(article, dispatch["body"])
        found[dispatch["key"]] = article
    return found


def article_of(dispatch: Dispatch, outlet: Outlet, dataset: Dataset) -> Article:
    """The article of that outlet and title, or a new one: a dispatch has no other mark."""
    marks = {"outlet": outlet, "title": dispatch["title"], "dataset": dataset}
    return Article.objects.filter(**marks).first() or Article(**marks)
