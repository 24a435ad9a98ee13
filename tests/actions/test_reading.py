"""Reading an article: who reads it, what they said no to."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests import make
from timeline.actions import reading
from timeline.models import Article, Dismissal, Revision, User
from timeline.models.vocabulary import Reading

pytestmark = pytest.mark.django_db


def now(article: Article) -> tuple[str, User | None]:
    article.refresh_from_db()
    return article.reading, article.reader


def test_whoever_starts_reading_is_the_reader() -> None:
    article, ann = make.article(), make.reporter("ann")
    reading.start_reading(article, by=ann)
    assert now(article) == (Reading.READING, ann)
    assert article.reading_since is not None


def test_an_article_can_be_taken_over_from_its_reader() -> None:
    article = make.article()
    reading.start_reading(article, by=make.reporter("ann"))
    reading.start_reading(article, by=make.reporter("ben"))
    assert now(article) == (Reading.READING, make.reporter("ben"))
    assert Revision.objects.of(article).filter(by=make.reporter("ben")).count() == 1


def test_what_was_read_is_marked_so_by_its_reader() -> None:
    article, ann = make.article(), make.reporter("ann")
    reading.mark_read(article, by=ann)
    assert now(article) == (Reading.READ, ann)


def test_what_is_unread_again_has_no_reader() -> None:
    article, ann = make.article(), make.reporter("ann")
    reading.start_reading(article, by=ann)
    reading.mark_unread(article, by=ann)
    assert now(article) == (Reading.UNREAD, None)
    assert article.reading_since is None


def test_starting_twice_is_written_down_once() -> None:
    article, ann = make.article(), make.reporter("ann")
    reading.start_reading(article, by=ann)
    before = Revision.objects.of(article).count()
    reading.start_reading(article, by=ann)
    assert Revision.objects.of(article).count() == before


def test_saying_no_twice_adds_nothing() -> None:
    article, ann = make.article(), make.reporter("ann")
    for _ in range(2):
        reading.dismiss(article, make.QUOTATION, kind="surrender", by=ann)
    assert [(row.words, row.by) for row in article.dismissals.all()] == [(make.QUOTATION, ann)]


def test_what_was_dismissed_is_taken_back() -> None:
    article, ann = make.article(), make.reporter("ann")
    made = reading.dismiss(article, "Kobar", what=Dismissal.What.NAME, by=ann)
    reading.take_back(article, made.pk, by=ann)
    assert not article.dismissals.exists()


def test_nothing_is_taken_back_from_another_article() -> None:
    made = reading.dismiss(make.article(), "Kobar", what=Dismissal.What.NAME, by=make.editor())
    reading.take_back(make.article(), made.pk, by=make.editor())
    assert Dismissal.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize("words", ["", " \n", "x" * 20_001], ids=["none", "blank", "too many"])
def test_only_words_can_be_dismissed(words: str) -> None:
    with pytest.raises(ValidationError):
        reading.dismiss(make.article(), words, by=make.editor())


def test_nobody_decides_on_an_article_without_being_allowed_to() -> None:
    article, stranger = make.article(), User.objects.create_user("stranger", is_staff=True)
    for act in (reading.start_reading, reading.mark_read, reading.mark_unread):
        with pytest.raises(PermissionDenied):
            act(article, by=stranger)
    with pytest.raises(PermissionDenied):
        reading.dismiss(article, "words", by=stranger)
    with pytest.raises(PermissionDenied):
        reading.take_back(article, 1, by=stranger)
