"""Words for numbers of people: ranges, what was counted, what each rule of counting says."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.figures import BY_ACLED, BY_DATELINE, Count, Rule, everybody
from timeline.models.vocabulary import Measure
from timeline.wording.lists import listed

SENTENCES: Mapping[str, str | Promise] = {
    Rule.EXACT: gettext_lazy("The words say the number."),
    Rule.NONE: gettext_lazy("The words say that there were none."),
    Rule.ABOUT: gettext_lazy("“About” is counted as the number beside it."),
    Rule.NEARLY: gettext_lazy("“Nearly” is counted as nine tenths of the number at least."),
    Rule.AT_LEAST: gettext_lazy("The number is the lowest possible; how many more is open."),
    Rule.MORE_THAN: gettext_lazy("“More than 40” is counted as 40 at least."),
    Rule.AT_MOST: gettext_lazy("The number is the highest possible; how many fewer is open."),
    Rule.FEWER_THAN: gettext_lazy("“Fewer than 40” is counted as 40 at most."),
    Rule.BETWEEN: gettext_lazy("Two numbers are the lowest and the highest."),
    Rule.DOZENS: gettext_lazy("“Dozens” is counted as 12 at least, as in ACLED’s codebook."),
    Rule.HUNDREDS: gettext_lazy("“Hundreds” is counted as 100 at least, as in ACLED’s codebook."),
    Rule.SEVERAL: gettext_lazy(
        "“Several” is counted as 3 at least, as in ACLED’s codebook where no more is known;"
        " “several hundred” as 300."
    ),
    Rule.THOUSANDS: gettext_lazy(
        "“Thousands” is counted as 1,000 at least, “tens of thousands” as 10,000."
    ),
    Rule.MILLIONS: gettext_lazy("“Millions” is counted as one million at least."),
    Rule.SCORES: gettext_lazy("“Scores” is counted as 20 at least: one score."),
    Rule.TENS: gettext_lazy("“Tens” is counted as 10 at least."),
    Rule.FEW: gettext_lazy("“A few” is counted as 3 at least, as “several” is."),
    Rule.HANDFUL: gettext_lazy("“A handful” is counted as 3 at least, as “several” is."),
    Rule.MANY: gettext_lazy("“Many” is counted as 3 at least, as “several” is."),
}

FAULTS: Mapping[str, str | Promise] = {
    "empty": gettext_lazy("No words are given."),
    "no_number": gettext_lazy("No number stands first in these words. Give the bounds by hand."),
    "several_numbers": gettext_lazy("Several numbers stand there. Give the bounds by hand."),
    "no_count": gettext_lazy("This number counts nobody: a share, an age, a distance."),
    "no_bound": gettext_lazy("“Up to dozens” has no known end. Give the bounds by hand."),
    "crossed": gettext_lazy("The lower number stands last. Give the bounds by hand."),
    "too_large": gettext_lazy("This number is larger than any that can be kept."),
}


def rule(key: str) -> str:
    """The rule that turned printed words into bounds, in a sentence."""
    return str(SENTENCES.get(key, ""))


def unreadable(reason: str) -> str:
    """Why words are no number, by `timeline.figures.NotANumber.reason`."""
    return str(FAULTS.get(reason, FAULTS["no_number"]))


def note(count: Count | None) -> str:
    """What words that say no number were counted as, and by whose codebook; "" for others."""
    if count is None:
        return ""
    if count.rule in BY_ACLED:
        return _("counted as at least %(low)s, by ACLED’s codebook") % _numbers(count)
    if count.rule == Rule.NEARLY:
        return _("counted as at least %(low)s, nine tenths of it") % _numbers(count)
    if count.rule in BY_DATELINE:
        return _("counted as at least %(low)s, the least it can mean") % _numbers(count)
    return ""


def _numbers(count: Count) -> dict[str, str]:
    return {"low": number(count.low or 0), "high": number(count.high or 0)}


def number(value: int) -> str:
    """12,000 as the reader's language groups it."""
    return str(number_format(value, force_grouping=True))


def between(low: int | None, high: int | None, best: int | None = None) -> SafeString:
    """A number and the bounds it lies between, the numbers bold; None is unknown, 0 is none."""
    alone = low if low == high else None
    said = alone if best is None else best
    bounds = _bounds(low, high, said) if alone is None else SafeString()
    if said is None:
        return bounds
    bold = format_html("<b>{}</b>", number(said))
    return format_html("{} ({})", bold, bounds) if bounds else bold


def _bounds(low: int | None, high: int | None, best: int | None) -> SafeString:
    low = None if high is None and low == best else low
    high = None if low is None and high == best else high
    if low is not None and high is not None:
        return _bold(_("{low} to {high}"), low=low, high=high)
    if low is not None:
        return _bold(_("at least {low}"), low=low)
    if high is not None:
        return _bold(_("at most {high}"), high=high)
    return SafeString()


def spread(lowest: int, highest: int, *, at_most: bool, at_least: bool) -> SafeString:
    """The lowest to the highest number of accounts, one of them open, as `tolls.Spread` has it."""
    if at_most and at_least:
        pattern = _("at most {lowest} to at least {highest}")
    elif at_most:
        pattern = _("at most {lowest} to {highest}")
    else:
        pattern = _("{lowest} to at least {highest}")
    return _bold(pattern, lowest=lowest, highest=highest)


def _bold(pattern: str, **numbers: int) -> SafeString:
    bold = {name: format_html("<b>{}</b>", number(value)) for name, value in numbers.items()}
    return format_html(pattern, **bold)


def what(measure: str, whom: str = "") -> str:
    """What is counted: “Killed”, “Killed, civilians”."""
    label = capfirst(str(Measure(measure).label))
    return label if everybody(whom) else listed((label, whom))
