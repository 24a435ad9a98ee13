"""`manage.py setup_roles`: the three groups and what each may do."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from timeline.actions.permits import ROLES


class Command(BaseCommand):
    help = (
        "Makes the groups Reporter, Editor and Administrator; can be run again after a migration."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for role, codenames in ROLES.items():
            given, taken = set_up(role, codenames)
            if given or taken:
                self.stdout.write(f"{role}: {given} permissions given, {taken} taken")
            else:
                self.stdout.write(f"{role}: as it was")


@transaction.atomic
def set_up(role: str, codenames: set[str]) -> tuple[int, int]:
    """Gives the group exactly these permissions; how many were given and taken for that."""
    group, _made = Group.objects.get_or_create(name=role)
    wanted = set(
        Permission.objects.filter(
            content_type__app_label__in=["timeline", "auth"], codename__in=codenames
        )
    )
    unknown = codenames - {permission.codename for permission in wanted}
    if unknown:
        raise CommandError(
            f"No such permissions yet: {', '.join(sorted(unknown))}. Run `manage.py migrate` first."
        )
    had = set(group.permissions.all())
    group.permissions.set(wanted)
    return len(wanted - had), len(had - wanted)
