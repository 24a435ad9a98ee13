"""Two at the desk at the same moment."""

import pytest
from django.db import transaction

from tests import make
from tests.admin.conftest import signed_in
from tests.admin.filling import fields
from tests.at_once import made_to_wait
from timeline.actions import events
from timeline.models import Event
from timeline.models.vocabulary import Status


@pytest.mark.django_db(transaction=True)
def test_a_correction_that_meets_a_withdrawal_does_not_undo_it() -> None:
    event, corrector = make.event(published=True), signed_in("editor")
    address = f"/admin/timeline/event/{event.pk}/change/"
    typed = fields(corrector.get(address)) | {"headline": "Corrected", "note": "It was wrong."}
    with transaction.atomic():
        events.withdraw(event, by=make.editor(), note="It did not happen.")
        correcting = made_to_wait(lambda: corrector.post(address, typed | {"_save": "pressed"}))
    correcting.join()
    assert Event.objects.get(pk=event.pk).status == Status.WITHDRAWN
