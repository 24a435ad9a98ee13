"""Names of places and groups that no list has."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import TypeVar

from timeline.names import Matcher

from .proposal import Unknown
from .words import words_of

K = TypeVar("K", bound=Hashable)

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'ʼ]*(?:-\w+)*"
_LEADS = r"(?:al|el|Al|El|ar|as|ad|Deir|Khan|Tal|Umm)[- ]"
_NAME = rf"(?:{_LEADS})?{_CAPITAL}(?:[ -](?:al-|el-|de |du |d’|d')?{_CAPITAL}){{0,2}}"
_END = r"(?=[,.;:)]| [a-z]|$)"
_IN = r"(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Ff]rom|[Ii]nto|[Tt]owards?|[Aa]t)"
_PLACES = (
    re.compile(
        rf"\b(?:city|town|village|port|port city|suburb|district|camp) of (?P<name>{_NAME})"
    ),
    re.compile(rf"\b{_IN} (?P<name>{_NAME}){_END}"),
    re.compile(
        rf"\b(?P<name>{_NAME})(?:’s|'s)? (?:airport|airfield|city|town|village|district|suburb)\b"
    ),
)
_GROUP_HEAD = (
    r"(?:Brigades?|Front|Army|Movement|Battalions?|Militia|Forces?|Union|Alliance|Corps|Legion|"
    r"Resistance|Guards?|Council|Party|Group|Organi[sz]ation|Coalition|Division|Regiment)"
)
_PEOPLE = r"(?:Fighters|Members|Soldiers|Commanders|Leaders|Militants|Rebels|Troops)"
_MEN = r"(?:fighters|militants|militiamen|rebels|gunmen|members)"
_GROUPS = (
    re.compile(
        rf"\b(?P<name>(?:{_CAPITAL} (?:of |for |de |and |the )*){{1,5}}{_GROUP_HEAD}"
        rf"(?: of (?:the )?{_CAPITAL})?)\b"
    ),
    re.compile(r"\((?:the )?(?P<name>[A-Z][A-Z0-9-]{1,6})\)"),
    re.compile(rf"\b{_MEN} (?:of|from) (?:the )?(?P<name>{_NAME}){_END}"),
    re.compile(rf"\b(?:group|militia|faction) (?:called |known as )?(?P<name>{_NAME}){_END}"),
)
_NO_NAME = words_of(
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday Reuters AFP AP BBC CNN UN US EU UK NATO "
    "President Minister Prime General Colonel Parliament Islam Muslim Muslims Christian Christians "
    "English Arabic French Ramadan Easter Christmas Twitter Facebook Telegram The He She It They "
    "We I This That These Those There Mr Mrs Ms Dr Western European African Arab Kurdish Russian "
    "American Security Council God Europe Africa Asia Middle East West North South"
)


def unknown_names(text: str, *, cities: Matcher[K], factions: Matcher[K]) -> list[Unknown]:
    """Names in the place of a city or a group which neither list has, in order of the text."""
    taken = [(one.start, one.end) for one in (*cities.find(text), *factions.find(text))]
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for what, patterns in (("faction", _GROUPS), ("city", _PLACES)):
        for pattern in patterns:
            for match in pattern.finditer(text):
                start, end = _without_article(text, *match.span("name"))
                if not _is_name(text, start, end) or _meets(taken, start, end):
                    continue
                taken.append((start, end))
                found.setdefault((what, text[start:end]), []).append((start, end))
    named = [Unknown(name, what, tuple(sorted(at))) for (what, name), at in found.items()]
    return sorted(named, key=lambda one: one.places)


def _without_article(text: str, start: int, end: int) -> tuple[int, int]:
    article = re.match(rf"(?:The |An? |{_PEOPLE} (?:of|from) (?:the )?)", text[start:end])
    end -= 2 if text[start:end].endswith(("’s", "'s")) else 0
    return (start + article.end() if article else start), end


def _is_name(text: str, start: int, end: int) -> bool:
    words = re.split(r"[ -]", text[start:end])
    return len(text[start:end]) > 2 and not any(word in _NO_NAME for word in words)


def _meets(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(one < end and start < other for one, other in taken)
