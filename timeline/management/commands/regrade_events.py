"""`manage.py regrade_events`: how well events are known, by the rule as it is now."""

from typing import Any

from django.core.management import BaseCommand
from django.db import transaction
from django.utils.translation import ngettext

from timeline.actions import control
from timeline.models import Edition, Event
from timeline.models.grading import regrade


class Command(BaseCommand):
    help = "Grade all events anew by the rule. Changes nothing where all is as it should be."

    def handle(self, *args: Any, **options: Any) -> None:
        moved = regraded()
        said = ngettext("%(count)d grade changed.", "%(count)d grades changed.", moved)
        self.stdout.write(said % {"count": moved})


@transaction.atomic
def regraded() -> int:
    """How many events have another grade now; who held their cities follows."""
    moved = regrade(list(Event.objects.values_list("pk", flat=True)))
    if moved:
        control.follow(moved)
        Edition.objects.move()
    return len(moved)
