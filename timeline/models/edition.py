"""The number that moves whenever the public record does, and readers' consistent view of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models, transaction
from django.db.models import Exists, F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from timeline.models.dataset import DEMONSTRATION, Dataset


class EditionQuerySet(models.QuerySet["Edition"]):
    def move(self) -> None:
        """The last statement of an action that changes what the public sees."""
        if not self.update(number=F("number") + 1, moved_at=timezone.now()):
            self.create(number=1)

    def current(self) -> Edition:
        """The one row; number 0 where nothing was ever published."""
        found = self.annotate(with_demonstration=Exists(DEMONSTRATED)).first()
        if found is None:
            return Edition(number=0)
        found.demonstration = found.with_demonstration  # type: ignore[attr-defined]
        return found


DEMONSTRATED = Dataset.objects.filter(slug=DEMONSTRATION)


class Edition(models.Model):
    """One row, made by the first move."""

    demonstration = False  # whether demonstration rows exist; `current` finds out

    id = models.SmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(_("number"), default=0)
    moved_at = models.DateTimeField(_("moved"), default=timezone.now)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        constraints = [models.CheckConstraint(name="edition_is_one_row", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return str(self.number)


@contextmanager
def one_state() -> Iterator[None]:
    """Reads inside see one state of the record, whatever is published meanwhile.

    Inside a transaction that is already open (an action, a test) that one's view stands.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
