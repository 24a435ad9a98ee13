"""How two events agree, field by field, in a word or two."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from timeline.doubles import Agreement, Compared, Number
from timeline.models.vocabulary import Measure
from timeline.wording.lists import listed

SAME, MEETS, DIFFERS, UNSAID = Agreement
WORDS = {
    "date": {
        SAME: gettext_lazy("same days"),
        MEETS: gettext_lazy("can be the same"),
        DIFFERS: gettext_lazy("other days"),
    },
    "city": {SAME: gettext_lazy("same"), DIFFERS: gettext_lazy("another")},
    "locality": {SAME: gettext_lazy("same"), DIFFERS: gettext_lazy("other words")},
    "kind": {
        SAME: gettext_lazy("same"),
        MEETS: gettext_lazy("kindred"),
        DIFFERS: gettext_lazy("another"),
    },
    "factions": {
        SAME: gettext_lazy("same, with the same roles"),
        DIFFERS: gettext_lazy("none in both"),
    },
    "headline": {SAME: gettext_lazy("same"), DIFFERS: gettext_lazy("other words")},
    "quotations": {
        SAME: gettext_lazy("the same words"),
        UNSAID: gettext_lazy("other words: read them"),
    },
    "numbers": {
        SAME: gettext_lazy("same"),
        MEETS: gettext_lazy("no conflict"),
        DIFFERS: gettext_lazy("cannot both be right"),
    },
}
LABELS = {
    "date": gettext_lazy("Date"),
    "city": gettext_lazy("City"),
    "locality": gettext_lazy("Locality"),
    "kind": gettext_lazy("Kind"),
    "factions": gettext_lazy("Factions"),
    "headline": gettext_lazy("Headline"),
    "quotations": gettext_lazy("Quotations"),
    "numbers": gettext_lazy("Figures"),
}
# The fields of which it is said beforehand that they are the same.
IN_SHORT = {
    "city": pgettext_lazy("what two events have in common", "same city"),
    "date": pgettext_lazy("what two events have in common", "same days"),
    "locality": pgettext_lazy("what two events have in common", "same locality"),
    "kind": pgettext_lazy("what two events have in common", "same kind"),
    "factions": pgettext_lazy("what two events have in common", "same factions and roles"),
    "numbers": pgettext_lazy("what two events have in common", "same figures"),
}


def agreement(row: Compared) -> str:
    """How the two agree in this field."""
    if row.field == "factions" and row.agreement is MEETS:
        return _("%(shared)s of %(of)s in both") % {"shared": row.shared, "of": row.of}
    return str(WORDS[row.field].get(row.agreement) or _("told by one only"))


def label(row: Compared) -> str:
    return str(LABELS[row.field])


def in_common(rows: Iterable[Compared]) -> str:
    """What is the very same in both, as a list of words; "" for nothing."""
    same = (row.field for row in rows if row.agreement is SAME and row.field in IN_SHORT)
    return listed(str(IN_SHORT[field]) for field in same)


def number(number: Number) -> str:
    """What was counted, and how many: between its bounds, or from or up to the one known."""
    values = {"measure": Measure(number.measure).label, "low": number.low, "high": number.high}
    if number.low == number.high:
        return _("%(measure)s: %(low)s") % values
    if number.low is None:
        return _("%(measure)s: at most %(high)s") % values
    if number.high is None:
        return _("%(measure)s: at least %(low)s") % values
    return _("%(measure)s: %(low)s to %(high)s") % values
