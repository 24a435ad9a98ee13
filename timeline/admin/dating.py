"""The date of an event in its form: read from the words as printed, or set by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from timeline import dates
from timeline.models import Event
from timeline.models.vocabulary import Precision

# The columns that a reading of the printed words fills in; each can be changed by hand.
READ = (
    "earliest",
    "latest",
    "start_latest",
    "end_earliest",
    "precision",
    "lasted",
    "circa",
    "uncertain",
)
BOUNDS = READ[:4]
BY_HAND = "by_hand"

# The widest interval, in days, that goes by each name.
WIDTHS = (
    (1, Precision.EXACT),
    (7, Precision.DAYS),
    (31, Precision.MONTH),
    (184, Precision.SEASON),
    (366, Precision.YEAR),
)


def read(phrase: str, published: date | None) -> dates.When:
    """What the words mean against the day of publication; raises `dates.UnreadableDate`."""
    return dates.read(phrase, published=published, southern=settings.SOUTHERN_SEASONS)


def columns(when: dates.When) -> dict[str, Any]:
    """A reading as values of form fields."""
    read_dates = Event()
    read_dates.when = when
    return {name: getattr(read_dates, name) for name in READ}


def settle(cleaned: dict[str, Any], *, changed: set[str], by_hand: bool) -> str:
    """Makes the date in `cleaned` whole, in place; the rule that dated it.

    Words are read where no bound is given, and again where they changed and the bounds did not,
    as happens with scripts off. Bounds set by hand stand. Raises `dates.UnreadableDate` where the
    words would have to be read and cannot be.
    """
    phrase, published = cleaned.get("date_printed", ""), cleaned.get("read_on")
    given = any(cleaned.get(bound) for bound in BOUNDS)
    stale = bool(changed & {"date_printed", "read_on"}) and not changed & set(BOUNDS)
    if phrase and not by_hand and (stale or not given):
        when = read_again(phrase, published, given=given)
        if when:
            cleaned.update(columns(when))
            return when.rule
    mend(cleaned)
    return rule_of(cleaned, phrase, published)


def read_again(phrase: str, published: date | None, *, given: bool) -> dates.When | None:
    """The reading; None where the words cannot be read but the bounds at hand can stand."""
    try:
        return read(phrase, published)
    except dates.UnreadableDate:
        if given:
            return None
        raise


def mend(cleaned: dict[str, Any]) -> None:
    """Brings precision and inner bounds in line with bounds set by hand."""
    if not cleaned.get("lasted"):
        cleaned["start_latest"] = cleaned["end_earliest"] = None
    fitting = fitting_precision(cleaned.get("earliest"), cleaned.get("latest"))
    if not fits(cleaned, fitting):
        cleaned["precision"] = fitting


def fits(cleaned: dict[str, Any], fitting: Precision) -> bool:
    """Whether the chosen precision is possible; open bounds and single days leave no choice."""
    single = {Precision.EXACT, Precision.BEFORE, Precision.AFTER, Precision.UNKNOWN}
    chosen = cleaned.get("precision")
    return chosen == fitting or (chosen not in single and fitting not in single)


def fitting_precision(earliest: date | None, latest: date | None) -> Precision:
    if earliest is None and latest is None:
        return Precision.UNKNOWN
    if earliest is None or latest is None:
        return Precision.BEFORE if earliest is None else Precision.AFTER
    days = (latest - earliest).days + 1
    return next((name for widest, name in WIDTHS if days <= widest), Precision.LONGER)


def rule_of(cleaned: dict[str, Any], phrase: str, published: date | None) -> str:
    """The rule that leads from the words to these very bounds, else that they were set by hand."""
    if not any(cleaned.get(bound) for bound in BOUNDS):
        return ""
    try:
        when = read(phrase, published)
    except dates.UnreadableDate:
        return BY_HAND
    compared = (*BOUNDS, "lasted")
    as_read = columns(when)
    same = all(cleaned.get(name) == as_read[name] for name in compared)
    return when.rule if same else BY_HAND
