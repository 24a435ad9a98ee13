"""`manage.py remove_demo`: the demonstration goes, a newsroom's own rows stay."""

from typing import Any

from django.core.management import BaseCommand
from django.utils.translation import gettext as _

from timeline.importers import demo


class Command(BaseCommand):
    help = "Remove the demonstration data; what a newsroom's own events use of it stays."

    def handle(self, *args: Any, **options: Any) -> None:
        gone = demo.remove()
        if not gone:
            self.stdout.write(_("There is no demonstration here."))
            return
        self.stdout.write(
            _(
                "Removed: %(events)d events, %(articles)d articles, %(outlets)d outlets, "
                "%(factions)d factions, %(cities)d cities."
            )
            % gone
        )
