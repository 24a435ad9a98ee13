"""Two at the desk at the same moment."""

import time
from threading import Thread

import pytest
from django.db import connection, transaction
from django.test import Client

from tests import make
from tests.admin.conftest import signed_in
from tests.admin.filling import fields
from timeline.actions import events
from timeline.models import Event
from timeline.models.vocabulary import Status

PATIENCE_SECONDS = 10


@pytest.mark.django_db(transaction=True)
def test_a_correction_that_meets_a_withdrawal_does_not_undo_it() -> None:
    event, corrector = make.event(published=True), signed_in("editor")
    address = f"/admin/timeline/event/{event.pk}/change/"
    typed = fields(corrector.get(address)) | {"headline": "Corrected", "note": "It was wrong."}
    correcting = Thread(target=correct, args=(corrector, address, typed))
    with transaction.atomic():
        events.withdraw(event, by=make.editor(), note="It did not happen.")
        correcting.start()
        wait_until_somebody_waits()
    correcting.join(PATIENCE_SECONDS)
    assert Event.objects.get(pk=event.pk).status == Status.WITHDRAWN


def correct(client: Client, address: str, typed: dict[str, str]) -> None:
    client.post(address, typed | {"_save": "pressed"})
    connection.close()


def wait_until_somebody_waits() -> None:
    patience = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < patience:
        with connection.cursor() as cursor:
            cursor.execute("SELECT FROM pg_locks WHERE NOT granted")
            if cursor.rowcount:
                return
        time.sleep(0.05)
    pytest.fail("nobody waited")
