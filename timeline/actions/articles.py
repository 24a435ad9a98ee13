"""Articles and their texts, which are a series: nothing that was quoted from is overwritten."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.actions import control, permits
from timeline.actions.addresses import keep_old
from timeline.actions.anchoring import follow
from timeline.actions.grading import grade_printed_by, grade_taken_from
from timeline.actions.revisions import record
from timeline.models import Article, ArticleText, Edition, Event, Outlet, Revision, User
from timeline.models.reading import refresh
from timeline.quotes import normalise


@transaction.atomic
def entered(article: Article, *, by: User, body: str) -> None:
    """A new article was saved; its text, if one was pasted, becomes the first of its series."""
    permits.demand(by, "add_article")
    if article.entered_by_id is None:
        article.entered_by = by
        article.save(update_fields=["entered_by"])
    take_text(article, body)
    record(article, Revision.Change.ENTERED, by=by)


@transaction.atomic
def changed(article: Article, *, by: User, body: str) -> None:
    """An article was saved again; the events it is cited for follow its outlet, and their grades
    follow what it retells.

    A text that differs from the newest is added to the series. Raises ValidationError where that
    would change what readers are told of a published event and is not theirs to do.
    """
    permits.demand(by, "change_article")
    may_change_text = permits.may_change_what_is_shown(by, article)
    cited = Event.objects.taken_from([article.pk])
    # Events before the texts, in the order in which those wait who save an event.
    refresh(list(cited.values_list("pk", flat=True)))
    moved = grade_taken_from(article)
    if add_text(article, body):
        if not may_change_text:
            raise ValidationError(
                _("Readers rest on this text. Ask an editor to put the changed one in its place.")
            )
        refresh(list(cited.values_list("pk", flat=True)))  # those that quote from it since
    record(article, Revision.Change.CHANGED, by=by)
    control.follow(moved)
    if moved or cited.published().exists():
        Edition.objects.move()


@transaction.atomic
def outlet_entered(outlet: Outlet, *, by: User) -> None:
    """A new outlet was saved."""
    permits.demand(by, "add_outlet")
    record(outlet, Revision.Change.ENTERED, by=by)
    Edition.objects.move()


@transaction.atomic
def outlet_saved(outlet: Outlet, *, by: User, old_slug: str = "") -> None:
    """An outlet was saved again: the grades of what it printed follow its scale and who runs it.

    An `old_slug` that differs is kept as an old address.
    """
    permits.demand(by, "change_outlet")
    if old_slug and old_slug != outlet.slug:
        keep_old(outlet, old_slug)
    moved = grade_printed_by(outlet)
    record(outlet, Revision.Change.CHANGED, by=by)
    control.follow(moved)
    Edition.objects.move()


@transaction.atomic
def take_text(article: Article, body: str) -> ArticleText | None:
    """Adds a text to the series if it differs from the newest; None if there is nothing new.

    Quotations that it has stand in it from now on; those that it lacks stay on their old text.
    """
    text = add_text(article, body)
    if text and Article.objects.public().filter(pk=article.pk).exists():
        Edition.objects.move()
    return text


def add_text(article: Article, body: str) -> ArticleText | None:
    # Whoever quotes from the article meanwhile waits, and quotes from the new text.
    article = Article.objects.select_for_update().get(pk=article.pk)
    newest = article.current_text
    words = normalise(body)
    if not words.strip() or (newest and newest.body == words):
        return None
    number = newest.number + 1 if newest else 1
    text = ArticleText.objects.create(article=article, number=number, body=words)
    follow(text)
    return text
