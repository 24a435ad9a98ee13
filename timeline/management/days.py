"""Days on the command line."""

from __future__ import annotations

from datetime import date

from django.core.management.base import CommandError
from django.utils.translation import gettext as _


def day_given(text: str, *, option: str) -> date:
    """Raises CommandError, with the name of the option, where the text is no ISO day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(
            _("%(option)s takes a day such as 2017-10-17, not “%(text)s”.")
            % {"option": option, "text": text}
        ) from None
