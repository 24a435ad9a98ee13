"""`manage.py seed_events N`: synthetic published events, to measure and try things with."""

from time import monotonic
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from timeline.importers import synthetic


class Command(BaseCommand):
    help = "Write N synthetic published events into a database that holds nothing else."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("events", type=int, metavar="N", help="how many events")
        parser.add_argument("--seed", type=int, default=1, help="the same seed, the same events")

    def handle(self, *args: Any, **options: Any) -> None:
        count, seed = options["events"], options["seed"]
        if count < 1:
            raise CommandError(_("Say how many events to make: at least 1."))
        if is_seeded(count, seed):
            self.stdout.write(_("These events are here already."))
            return
        started = monotonic()
        synthetic.seed(count, seed=seed, told=self.tell)
        synthetic.settle()
        self.stdout.write(
            _("%(count)d events in %(seconds).1f seconds.")
            % {"count": count, "seconds": monotonic() - started}
        )

    def tell(self, written: int) -> None:
        if written % 10_000 == 0:
            self.stdout.write(_("%(count)d events written") % {"count": written})


def is_seeded(count: int, seed: int) -> bool:
    """Whether just these events are here; CommandError if anything else is."""
    held = synthetic.held()
    if held.others:
        raise CommandError(
            _("This database holds other rows; synthetic events go into one of their own.")
        )
    if held.seeded and held.seeded != synthetic.described(count, seed):
        raise CommandError(
            _("This database holds %(seeded)s already; make a new one for others.")
            % {"seeded": held.seeded}
        )
    return bool(held.seeded)
