"""`manage.py load_demo`: the demonstration, brought to the state of its files."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from timeline.importers import demo


class Command(BaseCommand):
    help = "Load the demonstration data, or bring what was loaded to the state of the files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--anyway",
            action="store_true",
            help="also in production, or beside events of a newsroom's own",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["anyway"]:
            refuse_where_it_does_not_belong()
        loaded = demo.load()
        self.stdout.write(
            _(
                "Demonstration: %(added)d events added, %(changed)d changed, "
                "%(unchanged)d as they were, %(removed)d removed."
            )
            % loaded._asdict()
        )


def refuse_where_it_does_not_belong() -> None:
    """Raises CommandError in production, and beside events that are not the demonstration's."""
    if not settings.LOCAL:
        raise CommandError(
            _("The demonstration does not belong in production; --anyway loads it all the same.")
        )
    if demo.holds_other_events():
        raise CommandError(
            _("This database holds other events; --anyway loads the demonstration beside them.")
        )
