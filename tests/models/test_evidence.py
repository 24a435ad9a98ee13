"""Evidence that two take away at the same moment."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests import make
from tests.at_once import made_to_wait
from timeline.models import Citation


@pytest.mark.django_db(transaction=True)
def test_two_together_cannot_take_the_last_two_quotations_away() -> None:
    event = make.event(published=True)
    first, second = event.citations.get(), make.citation(event, make.article())
    refused: list[IntegrityError] = []

    def take_the_second() -> None:
        try:
            second.delete()
        except IntegrityError as refusal:
            refused.append(refusal)

    with transaction.atomic():
        first.delete()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        taking = made_to_wait(take_the_second)
    taking.join()
    assert refused
    assert list(Citation.objects.filter(event=event)) == [second]
