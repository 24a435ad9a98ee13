"""Several words one after the other."""

from collections.abc import Iterable
from functools import reduce

from django.utils.translation import pgettext


def listed(words: Iterable[str]) -> str:
    """The words with commas between them, as the language writes those; "" for none."""
    return _chain(pgettext("two parts of a list", "%(first)s, %(last)s"), words)


def joined(words: Iterable[str]) -> str:
    """The words as one whole: "A", "A and B", "A, B and C"; "" for none.

    What stands between the first ones is a pattern of its own: Arabic says "and" each time.
    """
    *first, last = list(words) or [""]
    if not first:
        return last
    before = pgettext("two parts of a list that ends in “and”", "%(first)s, %(last)s")
    joint = pgettext("the last two parts of a list", "%(first)s and %(last)s")
    return joint % {"first": _chain(before, first), "last": last}


def _chain(joint: str, words: Iterable[str]) -> str:
    def join(first: str, last: str) -> str:
        return joint % {"first": first, "last": last}

    return reduce(join, list(words) or [""])
