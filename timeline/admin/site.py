"""The admin site: its name, and what an autocomplete offers."""

from collections.abc import Sequence
from typing import Any, cast

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.forms import Select
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from timeline.admin.entry import who
from timeline.admin.index import for_you
from timeline.models import Article


class Choices(AutocompleteJsonView):
    """What is most used comes first, and says how much it is used."""

    def process_request(self, request: HttpRequest) -> tuple[str, Any, Any, str]:
        """No name has a NUL in it, and the database takes none."""
        term, desk, field, to_field = super().process_request(request)
        return term.replace("\x00", ""), desk, field, to_field

    def get_queryset(self) -> models.QuerySet[Any]:
        found = super().get_queryset()
        most_used_first = getattr(found, "most_used_first", None)
        return most_used_first() if most_used_first else found

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        choice = super().serialize_result(obj, to_field_name)
        if uses := getattr(obj, "uses", 0):
            choice["text"] = ngettext("%(name)s · %(n)s use", "%(name)s · %(n)s uses", uses) % {
                "name": choice["text"],
                "n": uses,
            }
        if isinstance(obj, Article):
            choice["published_on"] = obj.published_on.isoformat()
        return choice


class ListedAutocomplete(AutocompleteSelect):
    """An autocomplete that also lists every choice: without scripts it is a plain list."""

    def optgroups(
        self, name: str, value: Sequence[str], attrs: dict[str, Any] | None = None
    ) -> Any:
        return Select.optgroups(self, name, list(value), attrs)


class DatelineSite(AdminSite):
    site_header = _("Dateline")
    site_title = _("Dateline")
    index_title = _("The desk")
    enable_nav_sidebar = False  # the crumbs lead everywhere, and lists need the room

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        # Rows go one at a time, each after the question whether it may.
        self.disable_action("delete_selected")

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        mine = {"for_you": for_you(who(request)), **(extra_context or {})}
        return super().index(request, mine)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        return cast(HttpResponse, Choices.as_view(admin_site=self)(request))


site = DatelineSite()
