"""Who may do what; `manage.py setup_roles` hands the permissions to groups."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from timeline.models import Article, Event, User
from timeline.models.vocabulary import Status

REPORTER = "Reporter"
EDITOR = "Editor"
ADMINISTRATOR = "Administrator"

_ENTRY = ("article", "articletext", "event", "citation", "figure", "participation")
_TABLES = ("city", "cityname", "faction", "factionname", "allegiance", "outlet")

REPORTER_MAY = {
    *(f"{verb}_{noun}" for verb in ("add", "change", "view") for noun in _ENTRY),
    *(f"delete_{noun}" for noun in ("event", "citation", "figure", "participation")),
    *(f"view_{noun}" for noun in _TABLES),
    "add_city",
    "add_cityname",
    "add_outlet",
    "view_revision",
    "submit_event",
}
EDITOR_MAY = REPORTER_MAY | {
    *(f"{verb}_{noun}" for verb in ("add", "change") for noun in _TABLES),
    *(f"delete_{noun}" for noun in ("cityname", "factionname", "allegiance")),
    "view_oldaddress",
    "view_dataset",
    "return_event",
    "publish_event",
    "correct_event",
    "withdraw_event",
    "merge_event",
    "merge_city",
    "merge_faction",
}
ADMINISTRATOR_MAY = EDITOR_MAY | {
    *(f"{verb}_user" for verb in ("add", "change", "view")),
    "view_group",
    "add_dataset",
    "change_dataset",
}
ROLES = {
    REPORTER: REPORTER_MAY,
    EDITOR: EDITOR_MAY,
    ADMINISTRATOR: ADMINISTRATOR_MAY,
}


def may(user: User, permission: str) -> bool:
    return bool(user.has_perm(f"timeline.{permission}"))


def demand(user: User, permission: str) -> None:
    """Raises PermissionDenied, in words for the person, unless the user has the permission."""
    if not may(user, permission):
        raise PermissionDenied(
            _("Your role does not allow this (%(permission)s). Ask an editor.")
            % {"permission": permission}
        )


def may_edit(user: User, event: Event) -> bool:
    """Reporters work on their own drafts; editors on what is not withdrawn."""
    if event.status == Status.WITHDRAWN:
        return False
    if event.status == Status.PUBLISHED:
        return may(user, "correct_event")
    if may(user, "publish_event"):
        return True
    own = event.entered_by_id == user.pk
    return own and event.status == Status.DRAFT and may(user, "change_event")


def may_change_what_is_shown(user: User, article: Article) -> bool:
    """Editors always; reporters until a published event rests on the article or a copy of it."""
    if may(user, "correct_event"):
        return True
    copies = Article.objects.with_copies([article.pk])
    return not Article.objects.public().filter(pk__in=copies).exists()


def demand_edit(user: User, event: Event) -> None:
    if not may_edit(user, event):
        raise PermissionDenied(
            _("You may change your own drafts only; what was submitted is an editor's to change.")
        )
