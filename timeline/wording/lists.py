"""Several words one after the other."""

from collections.abc import Iterable
from functools import reduce

from django.utils.translation import pgettext


def listed(words: Iterable[str]) -> str:
    """The words with commas between them, as the language writes those; "" for none."""
    joint = pgettext("two parts of a list", "%(first)s, %(last)s")

    def join(first: str, last: str) -> str:
        return joint % {"first": first, "last": last}

    return reduce(join, list(words) or [""])


def joined(words: Iterable[str]) -> str:
    """The words as one whole: "A", "A and B", "A, B and C"; "" for none."""
    *first, last = list(words) or [""]
    if not first:
        return last
    joint = pgettext("the last two parts of a list", "%(first)s and %(last)s")
    return joint % {"first": listed(first), "last": last}
