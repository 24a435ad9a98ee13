"""Names of places and groups that no list has."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from timeline.names import Matcher

from .kin import kin
from .nations import ADJECTIVES, NAMES
from .proposal import Unknown
from .reading import small
from .unlisted import unlisted_places
from .words import any_of, words_of

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
_TROOPS = any_of(
    "army forces troops soldiers military government fighters rebels militants insurgents gunmen "
    "militia militiamen paramilitaries commanders separatists guerrillas jihadists"
)
_DONE = any_of(
    "captured taken killed attacked shelled overrun held seized claimed backed supported abducted "
    "ambushed besieged controlled retaken stormed"
)
_DID = any_of(
    "captured seized attacked took overran withdrew shelled launched claimed stormed fired killed "
    "abducted retook ambushed retreated bombed besieged"
)
_ACTORS = (
    re.compile(rf"\b(?P<name>(?:{'|'.join(ADJECTIVES)}) (?:national )?{_TROOPS})\b"),
    re.compile(rf"\b(?P<name>{_NAME})(?:'s|’s)? {_TROOPS}\b"),
    re.compile(rf"\b{_DONE} by (?:the )?(?P<name>{_NAME}){_END}"),
    re.compile(rf"\b[Tt]he (?P<name>{_NAME}) {_DID}\b"),
)
_ACRONYM = re.compile(r"\b[Tt]he (?P<name>[A-Z][A-Z0-9-]{2,7})\b(?=.*\b(?P=name)\b)", re.DOTALL)
_SHORTEST = 2
_BEFORE_IT = 3
_OPENS = re.compile(r"(?:^|[.!?:\n]\W*)$")
_NO_NAME = words_of(
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday Reuters AFP AP BBC CNN UN US EU UK NATO "
    "President Minister Prime General Colonel Parliament Islam Muslim Muslims Christian Christians "
    "English Arabic Ramadan Easter Christmas Twitter Facebook Telegram The He She It They "
    "We I This That These Those There Mr Mrs Ms Dr Western European African Security Council God "
    "Europe Africa Asia Middle East West North South His Her Our Its Their My Your Some Many Most "
    "All Two Three Both Several Other Local Foreign Masked Armed Unidentified Suspected Ground "
    "Naval Special Government Former Senior Regular Infantry World International"
)
_NO_GROUP = words_of("Army Navy Forces Police Rebels Troops Union Party Council Guards") | {
    *ADJECTIVES
}


def unknown_names(text: str, *, cities: Matcher[K], factions: Matcher[K]) -> list[Unknown]:
    """Names in the place of a city or a group which neither list has, in order of the text."""
    groups = factions.find(text)
    kindred = kin(text, small(text), factions, groups)
    taken = [(one.start, one.end) for one in (*cities.find(text), *groups, *kindred)]
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for what, at in _named(text, taken):
        start, end = _without_article(text, *at)
        name = text[start:end]
        if not _is_name(name) or _meets(taken, start, end) or (what == "city" and name in NAMES):
            continue
        taken.append((start, end))
        found.setdefault((what, name), []).append((start, end))
    named = [Unknown(name, what, tuple(sorted(at))) for (what, name), at in found.items()]
    return sorted(named, key=lambda one: one.places)


def _named(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield what may be a name, the surest patterns first."""
    for what, patterns in (("faction", (*_GROUPS, *_ACTORS, _ACRONYM)), ("city", _PLACES)):
        for pattern in patterns:
            yield from ((what, match.span("name")) for match in pattern.finditer(text))
    known = {at for start, end in taken for at in range(start, end)}
    for start, end in unlisted_places(text, known):
        if not _OPENS.search(text, max(0, start - _BEFORE_IT), start):
            yield "city", (start, end)


def _without_article(text: str, start: int, end: int) -> tuple[int, int]:
    article = re.match(rf"(?:The |An? |{_PEOPLE} (?:of|from) (?:the )?)", text[start:end])
    end -= 2 if text[start:end].endswith(("’s", "'s")) else 0
    return (start + article.end() if article else start), end


def _is_name(name: str) -> bool:
    if len(name) <= _SHORTEST or name in _NO_GROUP:
        return False
    return not _NO_NAME.intersection(re.split(r"[ -]", name))


def _meets(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(one < end and start < other for one, other in taken)
