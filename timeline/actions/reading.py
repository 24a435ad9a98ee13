"""Reading an article on the desk: who reads it, what they said no to."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.actions import permits
from timeline.actions.revisions import record
from timeline.models import Article, Dismissal, Revision, User
from timeline.models.vocabulary import Reading

LONGEST = 20_000


@transaction.atomic
def start_reading(article: Article, *, by: User) -> None:
    """The article is theirs to read from now on, also where somebody else was reading it."""
    _reads(article, Reading.READING, by, note=_("Reading it."))


@transaction.atomic
def mark_read(article: Article, *, by: User) -> None:
    """All that there was to take has been taken, says whoever is its reader from here on."""
    _reads(article, Reading.READ, by, note=_("Marked as read."))


@transaction.atomic
def mark_unread(article: Article, *, by: User) -> None:
    """It waits for a reader again."""
    _reads(article, Reading.UNREAD, by, note=_("Marked as unread."))


def _reads(article: Article, state: Reading, by: User, *, note: str) -> None:
    permits.demand(by, "change_article")
    held = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    waits = state == Reading.UNREAD
    if held.reading == state and (waits or held.reader_id == by.pk):
        return
    article.reading, article.reader = state, None if waits else by
    article.reading_since = None if waits else timezone.now()
    article.save(update_fields=["reading", "reader", "reading_since"])
    record(article, Revision.Change.CHANGED, by=by, note=note)


@transaction.atomic
def dismiss(
    article: Article,
    words: str,
    *,
    by: User,
    kind: str = "",
    what: Dismissal.What = Dismissal.What.EVENT,
) -> Dismissal:
    """Nobody is asked about these words again: a proposal of that kind, a sentence, or a name.

    A sentence and a name have no kind. The row itself says who did it and when; saying no twice
    adds nothing.
    """
    permits.demand(by, "change_article")
    if not words.strip() or len(words) > LONGEST:
        raise ValidationError(_("Say which words are dismissed."))
    made, _new = Dismissal.objects.get_or_create(
        article=article, what=what, words=words, kind=kind, defaults={"by": by}
    )
    return made


@transaction.atomic
def take_back(article: Article, number: int, *, by: User) -> None:
    """Proposes again what was dismissed; nothing is left to do where somebody did so before."""
    permits.demand(by, "change_article")
    article.dismissals.filter(pk=number).delete()
