"""Factions named by their country: "a Russian missile", "Kenya's soldiers", "Ankara-backed".

A list of spellings has "Russian army"; texts say "Russian troops", "a Russian drone", "Russia's
guns" or "Russia launched". Where a list has one of a country's forces, the others are found too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from timeline.names import Match, Matcher

from .nations import ADJECTIVES, NAMES, SEATS, Nation
from .words import any_of

K = TypeVar("K", bound=Hashable)

_FORCES = ("army", "forces", "troops", "military", "armed forces", "soldiers", "government",
           "government forces", "security forces", "National Army", "Defence Forces")  # fmt: skip
_CAPITALISED = r"(?:(?:[A-Z]\.){2,}|[A-Z]\w*)"
_NAME = re.compile(rf"\b{_CAPITALISED}(?:[ -](?:of )?{_CAPITALISED}){{0,2}}")
_ADJECTIVE = re.compile(
    r"\b[A-Z][\w-]*(?:ian|ish|ese|ani|qi|li|ni|ti|mi|an|ino|ine|nch|ghan|en|ek)\b"
)
_FORCE = any_of(
    "army forces troops soldiers military police navy air_force warplanes warplane jets jet "
    "aircraft drone drones missile missiles rocket rockets artillery shells shelling strike "
    "strikes airstrike airstrikes air positions commander commanders units unit marines guns "
    "tanks ships guards paratroopers ministry lines pullout withdrawal invasion offensive "
    "attack attacks bombardment bombs bomb helicopters helicopter servicemen brigade brigades "
    "officers checkpoint advance assault raid raids fire campaign gunboat gunboats gunship "
    "gunships airmen position defenders commandos fighter_jets bombers warships peacekeepers "
    "capture seizure takeover occupation retreat victory lines garrison convoy patrol base "
    "officials authorities tanks tank policeman policemen soldier pilot pilots conscripts sailors"
)
_OF_FORCE = re.compile(
    r"(?: (?:national|regular|federal|special|fighter|ground|air|naval|security|regional|"
    r"government|armed|defen[cs]e|territorial|foreign|airborne|army|military|cruise|ballistic|"
    rf"state))? {_FORCE}\b"
)
_AND_OTHERS = re.compile(r"(?:, [A-Z][\w-]+)*,? and (?:its (?:[\w-]+ ){0,3}?allies|[A-Z][\w-]+)")
_PEOPLE = re.compile(r"\b[Tt]he (?P<name>[A-Z][a-z]+s)\b(?! [A-Z])")
_PEOPLES = {"Kurds": "Kurdish", "Turks": "Turkish", "Serbs": "Serb", "Croats": "Croatian"}
_WRITTEN = re.compile(r"\b[A-Z][a-z]{3,7}\b")
_REACH = 50
_OWNS = re.compile(r"['’]s?\b")
_BACKS = re.compile(r"-(?:backed|supported|sponsored|armed|funded|allied)\b")
_BACKED_BY = re.compile(r"\b(?:backed|supported|aided|armed) by (?:the )?$")
_BETWEEN = re.compile(
    r"\b(?:truce|ceasefire|deal|agreement|pact|accord|clashes|fighting|battles|swap|exchange) "
    r"between (?:the )?(?:[\w-]+ and )?$"
)
_ACTS = re.compile(
    r"(?: (?:has|have|had|also|then|first|\w+ly))* (?:\w+ed|seized|says|launches|said|fires|"
    r"strikes?|struck|hits?|withdrew|sent|sends|took|retook|lost|won|began|fought|left|made|led)\b"
)


def kin(text: str, low: str, factions: Matcher[K], named: Sequence[Match[K]]) -> list[Match[K]]:
    """The words that stand for a faction of the list beside those it `named` in the text."""
    taken = {at for match in named for at in range(match.start, match.end)}
    words = [
        (start, end)
        for start, end in _capitalised(text)
        if start not in taken and _stands_for_a_force(text, low, start, end)
    ]
    peoples = [one.span("name") for one in _PEOPLE.finditer(text) if one.start("name") not in taken]
    singular = {text[a:b]: _PEOPLES.get(text[a:b], text[a : b - 1]) for a, b in peoples}
    keys = _keys({text[a:b] for a, b in words} | {*singular.values()}, factions)
    keys |= {plural: keys[one] for plural, one in singular.items() if one in keys}
    keys |= {text[one.start : one.end].split()[-1]: one.key for one in named if one.end > one.start}
    written = [one.span() for one in _WRITTEN.finditer(text) if one.start() not in taken]
    acronyms = _acronyms({text[a:b] for a, b in written}, factions)
    found = [(a, b, keys.get(text[a:b])) for a, b in (*words, *peoples)]
    found += [(a, b, acronyms.get(text[a:b])) for a, b in written]
    return [Match(a, b, key, text[a:b]) for a, b, key in found if key is not None]


def _acronyms(words: set[str], factions: Matcher[K]) -> dict[str, K]:
    """The factions that a text writes as a word where the list has capitals: "Nato"."""
    listed = sorted(words)
    capitals = ". ".join(word.upper() for word in listed)
    starts = {}
    at = 0
    for word in listed:
        starts[at] = word
        at += len(word) + 2
    return {
        starts[match.start]: match.key
        for match in factions.find(capitals)
        if match.start in starts and match.end == match.start + len(starts[match.start])
    }


def at_home(text: str, factions: Matcher[K]) -> dict[str, K]:
    """The forces that a list has of the country that a text names most, by what they are.

    A text about one country says "the army" and never whose.
    """
    counts = Counter(text[start:end] for start, end in _capitalised(text))
    nations: Counter[Nation] = Counter()
    for word, count in counts.items():
        nation = NAMES.get(word) or ADJECTIVES.get(word)
        if nation:
            nations[nation] += count
    for nation, _ in nations.most_common():
        found = {
            force: match.key
            for force in _FORCES
            for match in factions.find(f"{nation.adjectives[0]} {force}")
            if match.start == 0
        }
        if found:
            return found
    return {}


def _capitalised(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names of countries, adjectives of them and seats of government stand."""
    for found in _NAME.finditer(text):
        pieces = re.split(r"([ -])", found[0])
        at = 0
        while at < len(pieces):
            for many in range(len(pieces) - at, 0, -1):
                word = "".join(pieces[at : at + many])
                known = word in NAMES or word in ADJECTIVES or word in SEATS
                if known or (many == 1 and _ADJECTIVE.fullmatch(word)):
                    start = found.start() + len("".join(pieces[:at]))
                    yield start, start + len(word)
                    at += many - 1
                    break
            at += 1


def _stands_for_a_force(text: str, low: str, start: int, end: int) -> bool:
    word = text[start:end]
    if _BACKS.match(low, end):
        return True
    others = _AND_OTHERS.match(text, end)
    behind = others.end() if others else end
    if word in NAMES or word in SEATS:
        owner = _OWNS.match(low, end)
        if owner or _ACTS.match(low, behind):
            return not owner or bool(_OF_FORCE.match(low, owner.end()))
        before = low[max(0, start - _REACH) : start]
        if _BACKED_BY.search(before) or _BETWEEN.search(before):
            return True
    return word not in SEATS and bool(_OF_FORCE.match(low, behind))


def _keys(words: set[str], factions: Matcher[K]) -> dict[str, K]:
    """The faction that each word stands for, where the list has one of its country."""
    found: dict[str, K] = {}
    for word in sorted(words):
        tried = ". ".join(_spellings(word))
        for match in factions.find(tried):
            whole = tried[match.start - 2 : match.start] in ("", ". ")
            if whole and tried[match.end : match.end + 2] in ("", ". "):
                found.setdefault(word, match.key)
    return found


def _spellings(word: str) -> list[str]:
    """What a list may call the faction of a country, the country itself first."""
    nation = ADJECTIVES.get(word) or NAMES.get(word) or SEATS.get(word)
    nation = nation or Nation((), (word,), ())
    owners = (word, *nation.adjectives, *nation.names)
    return [*nation.names, *(f"{owner} {force}" for owner in owners for force in _FORCES)]
