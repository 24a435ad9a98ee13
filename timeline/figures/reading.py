"""Numbers as articles print them, read to the lowest and highest that they can stand for."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal

from .count import LARGEST, Count, NotANumber, Rule
from .numerals import PLAIN, VAGUE, least, lower, value

NEARLY = Decimal("0.9")

_BEFORE = {
    Rule.AT_LEAST: r"at least|no fewer than|not fewer than|no less than|not less than|a minimum of"
    r"|upwards? of",
    Rule.MORE_THAN: r"(?:well |far |slightly |just )?(?:more than|over|above|in excess of)",
    Rule.AT_MOST: r"up to|as many as|at most|no more than|not more than|a maximum of",
    Rule.FEWER_THAN: r"(?:fewer|less) than|under|below",
    Rule.NEARLY: r"nearly|almost|close to|just under|approaching|not quite",
    Rule.ABOUT: r"about|around|some|roughly|approximately|an estimated|estimated|circa|ca\.|c\.",
}
_AFTER = {
    Rule.AT_LEAST: r" or more|, at least| at least|\+",
    Rule.AT_MOST: r" or (?:fewer|less)|, at most| at most",
    Rule.ABOUT: r" or so| or thereabouts",
}
_SORTS = {rule: rule.value for rule in _BEFORE}
BEFORE = "(?:" + "|".join(rf"(?P<{name}>{_BEFORE[rule]})" for rule, name in _SORTS.items()) + ") "
AFTER = "|".join(rf"(?P<then_{rule}>{words})" for rule, words in _AFTER.items())
_BETWEEN = (
    rf"between (?P<low>{PLAIN}) and (?P<high>{PLAIN})|"
    rf"(?:from )?(?P<from>{PLAIN})(?: (?:to|or) |(?<=\d) ?[-–—] ?(?=\d))(?P<to>{PLAIN})"
)
_NONE = r"(?P<none>(?:no one|nobody|none|zero|no)(?!\w))"
QUANTITY = re.compile(
    rf"(?<!\w)(?:the )?(?:{BEFORE})?(?:{_BETWEEN}|{_NONE}|(?P<plain>{PLAIN})|(?P<vague>{VAGUE}))"
    rf"(?:{AFTER})?(?:-strong)?",
    re.IGNORECASE,
)
"""One number with the words that bound it, wherever it stands."""

_NO_COUNT = re.compile(
    r" ?%|[-‐ ](?:years?|months?|weeks?|days?|hours?)\b|(?:st|nd|rd|th)\b|"
    r" (?:per ?cent|percent|km|kilomet|miles?|met(?:er|re)s?|tonn?es?|dollars?|euros?)",
    re.IGNORECASE,
)
_FURTHER = re.compile(rf"\d|(?<![\w-])(?:{PLAIN}|{VAGUE})", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n]+")  # others stand between the digits of one number
_ONE = re.compile(r"(?<!\w)(?:an? |one\b|few\b|many\b)", re.IGNORECASE)


def read(printed: str) -> Count:
    """What the words stand for, “at least 40 people” or “dozens”; what is counted may follow.

    Raises `NotANumber`.
    """
    words = _BLANKS.sub(" ", printed.strip(" \t\r\n“”\"'.,;:"))
    if not words:
        raise NotANumber(printed, "empty")
    found = QUANTITY.match(words)
    if found is None or words[found.end() : found.end() + 1].isalnum():
        raise NotANumber(printed, "no_number")
    rest = words[found.end() :]
    if _NO_COUNT.match(rest):
        raise NotANumber(printed, "no_count")
    if _FURTHER.search(_ONE.sub("", rest)):
        raise NotANumber(printed, "several_numbers")
    return counted(found)


def counted(found: re.Match[str]) -> Count:
    """What a match of `QUANTITY` stands for; raises `NotANumber`."""
    if found["none"]:
        return Count(0, 0, Rule.NONE)
    if found["low"] or found["from"]:
        return _between(found)
    if found["vague"]:
        return _vague(found)
    number = value(found["plain"])
    if number is None:
        raise NotANumber(found[0], "no_count")
    return _bounded(_kept(number, found), _qualifier(found))


def _qualifier(found: re.Match[str]) -> Rule:
    named = [rule for rule in _BEFORE if found[rule.value]]
    named += [rule for rule in _AFTER if found[f"then_{rule}"]]
    return named[0] if named else Rule.EXACT


def _kept(number: int, found: re.Match[str]) -> int:
    if number >= LARGEST:
        raise NotANumber(found[0], "too_large")
    return number


def _bounded(number: int, rule: Rule) -> Count:
    """“More than 40” is 40 at least, “fewer than 40” is 40 at most: the number that was printed.

    These are round numbers as a rule, and 41 would look as if somebody had counted. “Nearly 40” is
    36 to 40, nine tenths at least.
    """
    if rule in (Rule.AT_LEAST, Rule.MORE_THAN):
        return Count(number, None, rule)
    if rule in (Rule.AT_MOST, Rule.FEWER_THAN):
        return Count(None, number, rule)
    if rule == Rule.NEARLY:
        return Count(int((number * NEARLY).to_integral_value(ROUND_CEILING)), number, rule)
    return Count(number, number, rule)


def _between(found: re.Match[str]) -> Count:
    first, second = found["low"] or found["from"], found["high"] or found["to"]
    low, high = lower(first, second), value(second)
    if low is None or high is None:
        raise NotANumber(found[0], "no_count")
    if low > high:
        raise NotANumber(found[0], "crossed")
    return Count(low, _kept(high, found), Rule.BETWEEN)


def _vague(found: re.Match[str]) -> Count:
    """A word that says no number has its least and no most, whatever stands before it."""
    number, rule = least(found["vague"])
    if _qualifier(found) in (Rule.AT_MOST, Rule.FEWER_THAN):
        raise NotANumber(found[0], "no_bound")
    return Count(_kept(number, found), None, rule)
