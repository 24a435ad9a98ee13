"""Who enters and publishes the demonstration: two accounts that nobody can sign in to."""

from typing import NamedTuple

from django.contrib.auth.models import Permission
from django.db.models import ProtectedError

from timeline.actions.permits import EDITOR_MAY, REPORTER_MAY
from timeline.models import User

REPORTER = "demonstration-reporter"
EDITOR = "demonstration-editor"


class Desk(NamedTuple):
    reporter: User
    editor: User


def desk() -> Desk:
    return Desk(account(REPORTER, REPORTER_MAY), account(EDITOR, EDITOR_MAY))


def account(name: str, permissions: set[str]) -> User:
    """The account with just these permissions, whether or not the roles were set up."""
    user, made = User.objects.get_or_create(username=name)
    if made:
        user.set_unusable_password()
    user.is_active = True
    user.save()
    wanted = Permission.objects.filter(content_type__app_label="timeline", codename__in=permissions)
    user.user_permissions.set(wanted)
    return user


def dissolve() -> None:
    """Deletes the accounts; one that the history still names stays, without any permission."""
    for user in User.objects.filter(username__in=[REPORTER, EDITOR]):
        try:
            user.delete()
        except ProtectedError:
            user.user_permissions.clear()
            user.is_active = False
            user.save(update_fields=["is_active"])
