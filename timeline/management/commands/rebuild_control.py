"""`manage.py rebuild_control`: who held the cities when, derived anew from the events."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.actions import control
from timeline.models import City, Edition


class Command(BaseCommand):
    help = "Derive anew who held the cities when. Changes nothing where all is as it should be."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--city", metavar="SLUG", help="the city with this address, not all")

    def handle(self, *args: Any, **options: Any) -> None:
        changed = rebuilt(asked_for(options["city"]))
        said = ngettext("%(count)d span changed.", "%(count)d spans changed.", changed)
        self.stdout.write(said % {"count": changed})


def asked_for(slug: str | None) -> City | None:
    if not slug:
        return None
    try:
        return City.objects.get(slug=slug)
    except City.DoesNotExist:
        raise CommandError(_("No city has the address “%(slug)s”.") % {"slug": slug}) from None


@transaction.atomic
def rebuilt(city: City | None) -> int:
    changed = control.rebuild_all(city)
    if changed:
        Edition.objects.move()
    return changed
