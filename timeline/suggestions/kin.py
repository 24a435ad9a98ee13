"""Factions named by the country or people they belong to: "a Russian missile", "Kenya's soldiers".

A list of spellings has "Russian army"; texts say "Russian troops", "a Russian drone" or "Russia's
guns". Where a list has the adjective with one word for an armed force, the others are found too.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import TypeVar

from timeline.names import Match, Matcher

from .words import any_of

K = TypeVar("K", bound=Hashable)

_FORCES = ("army", "forces", "troops", "military", "armed forces", "soldiers", "government",
           "government forces", "security forces", "National Army", "Defence Forces")  # fmt: skip
_ADJECTIVE = re.compile(
    r"\b[A-Z][\w-]*(?:ian|ish|ese|ani|qi|li|ni|ti|mi|an|ino|ine|nch|ghan|en|ek)\b"
)
_OF_FORCE = re.compile(
    r"(?: (?:national|regular|federal|special|fighter|ground|air|naval|security|regional|"
    r"government|armed|defen[cs]e|territorial|foreign|airborne|army|military|cruise|ballistic))?"
    r" " + any_of(
        "army forces troops soldiers military police navy air_force warplanes warplane jets jet "
        "aircraft drone drones missile missiles rocket rockets artillery shells shelling strike "
        "strikes airstrike airstrikes air positions commander commanders units unit marines guns "
        "tanks ships guards paratroopers ministry lines pullout withdrawal invasion offensive "
        "attack attacks bombardment bombs helicopters helicopter servicemen brigade brigades "
        "officers checkpoint advance assault raid raids fire campaign"
    ) + r"\b"
)  # fmt: skip
_POSSESSIVE = re.compile(r"\b([A-Z]\w{3,})['’]s")


def kin(text: str, low: str, factions: Matcher[K], taken: set[int]) -> Iterator[Match[K]]:
    """Yield the adjectives and possessives that stand for a faction, in order of the text."""
    keys = _keys(text, factions)
    if not keys:
        return
    for found in re.finditer(r"\b[A-Z]\w+(?:-\w+)*", text):
        owner = _POSSESSIVE.match(text, found.start())
        key = keys.get(found[0]) if not owner else _of_country(found[0], keys)
        after = owner.end() if owner else found.end()
        if key is not None and found.start() not in taken and _OF_FORCE.match(low, after):
            yield Match(found.start(), found.end(), key, found[0])


def _keys(text: str, factions: Matcher[K]) -> dict[str, K]:
    """The faction that each adjective of the text belongs to, where the list tells."""
    adjectives = sorted(set(_ADJECTIVE.findall(text)))
    tried = [f"{adjective} {force}" for adjective in adjectives for force in _FORCES]
    found: dict[str, K] = {}
    joined = ". ".join(tried)
    for match in factions.find(joined):
        words = joined[match.start : match.end].split()
        if len(words) > 1:
            found.setdefault(words[0], match.key)
    return found


def _of_country(name: str, keys: dict[str, K]) -> K | None:
    stem = name.rstrip("aeiouy")
    return next((key for adjective, key in keys.items() if adjective.startswith(stem)), None)
