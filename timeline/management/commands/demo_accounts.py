"""`manage.py demo_accounts`: one account a role, for trying Dateline out on one's own machine."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.actions import permits
from timeline.models import User


class Command(BaseCommand):
    help = "Make one account for each role, once; local profile only."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.LOCAL:
            raise CommandError(_("Demonstration accounts are made in the local profile only."))
        kept_in = settings.DATA_DIR / "accounts.txt"
        if not kept_in.exists():
            self.make_accounts(kept_in)
        self.stdout.write(_("Accounts to sign in with: %(file)s") % {"file": kept_in})

    @transaction.atomic
    def make_accounts(self, kept_in: Path) -> None:
        """The file is written last: without it, the passwords would be lost with the accounts."""
        made = [
            make_account(role)
            for role in permits.ROLES
            if not User.objects.filter(username=role.lower()).exists()
        ]
        keep_private(kept_in, made)
        for line in made:
            self.stdout.write(line)


def make_account(role: str) -> str:
    """The new account's name and password, as one line."""
    password = secrets.token_urlsafe(12)
    user = User.objects.create_user(role.lower(), password=password, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return f"{user.username:<16} {password}"


def keep_private(path: Path, lines: list[str]) -> None:
    path.touch(mode=0o600)
    path.write_text("".join(f"{line}\n" for line in lines))
