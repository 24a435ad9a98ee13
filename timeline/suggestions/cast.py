"""Who is who in an article: which factions are a state's, which armed groups, and how each is
called: "the paramilitary RSF", "the M23, a rebel movement"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from typing import Generic, TypeVar

from timeline.names import Match

from .nations import ADJECTIVES, NAMES
from .reading import Reading, small
from .words import (
    ARMED_WORDS,
    FIGHTING_WORDS,
    GROUP_WORDS,
    ISLAMIST_WORDS,
    STATE_WORDS,
    any_of,
    words_of,
)

K = TypeVar("K", bound=Hashable)

_STATE = re.compile(
    r"\b(?:military|government|regime|junta|police|navy|federal|"
    r"security forces|air force|ministry|national guard|ground forces|marines)\b"
)
_FORCES = re.compile(r"\b(?:army|armed forces|forces|troops|soldiers)\b")
_BY_WORD = {word.lower(): nation for word, nation in (*NAMES.items(), *ADJECTIVES.items())}
_NATIONS = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(_BY_WORD, key=len, reverse=True)))})(?!\w)"
)
_GOVERNING = re.compile(r"\b(?:government|regime|junta|federal)\b")
_OWN_COUNTRY = 99
_ARMED = re.compile(
    r"\b(?:movement|militias?|rebels?|jihadist|islamist|islamic|qaeda|insurgents?|militants|front|"
    r"paramilitar(?:y|ies)|extremists|separatists|gunmen|groups?|opposition|guerrillas|resistance|"
    r"liberation|revolutionary|brigades?|factions|tigers|rapid support)\b"
)
_ISLAMIST = re.compile(
    r"islam|qaeda|shabaab|haram|taliban|jihad|nusra|daesh|isis|isil|sayyaf|ansar|jama|hts|isw?ap|"
    r"hezbollah|hizbollah|hamas"
)
_BYSTANDER = re.compile(
    r"\b(?:united nations|un|monusco|unifil|unmiss?|observatory|red cross|osce|igad|"
    r"african union|ecowas|nato|msf|m[ée]decins|programme|agency|organi[sz]ation|committee|"
    r"commission|crescent|unicef|unhcr|wfp|icrc|amnesty)\b"
)
_CALLING = any_of(
    " ".join(sorted(one.replace(" ", "_") for one in ARMED_WORDS | GROUP_WORDS | STATE_WORDS))
    + " coalition alliance jihadi islamist insurgent militant separatist terror "
    "terrorist guerrilla organisation"
)
_BEFORE = re.compile(
    rf"\b(?P<word>{_CALLING})(?: (?:group|movement|force|forces|alliance|organi[sz]ation|militia|"
    r"network|coalition))?(?: (?:called|known as|of))? (?:the )?$"
)
_BEHIND = re.compile(
    rf"(?:,? \([^)]{{1,20}}\))?(?P<apposed>,? an?(?: [\w'-]+){{0,4}}?)? (?P<word>{_CALLING})\b"
)
_REACH = 45
_OF_REBELS = words_of("rebels rebel separatists paramilitaries guerrillas")
_ENDING = re.compile(r"(?:men|ies|s)$")


class Cast(Generic[K]):
    """What an article says about the sort of each faction it names."""

    def __init__(self, reading: Reading[K]) -> None:
        self._votes: dict[K, Counter[str]] = {}
        self._called: dict[K, set[str]] = {}
        self.islamists: set[K] = set()
        self.bystanders: set[K] = set()
        for match in reading.factions:
            self._votes.setdefault(match.key, Counter())
            self._called.setdefault(match.key, set())
            self._by_its_name(match, reading.low[match.start : match.end])
            self._by_its_company(reading, match)
        for key in set(reading.home.values()):
            self._votes.setdefault(key, Counter())["state"] += 3
        self._homes = {key: _at_home(reading, key) for key in self._votes}
        self._named = Counter(match.key for match in reading.factions)
        self._foremost = [key for key, _ in self._named.most_common(2)]
        self._kinds = {key: _most(votes) for key, votes in self._votes.items()}

    def kind(self, key: K) -> str:
        """ "state" or "armed", "" where the article does not tell."""
        return self._kinds.get(key, "")

    def fits(self, key: K, head: str) -> bool:
        """Whether words like "rebels" or "army" can stand for a faction."""
        if self.is_called(key, head):
            return True
        if head in STATE_WORDS:
            return self.kind(key) == "state" or (
                self.kind(key) == "" and "state" not in self._kinds.values()
            )
        if head in ARMED_WORDS or head in GROUP_WORDS:
            return self.kind(key) != "state"
        return True

    def likeness(self, key: K, head: str) -> int:
        """How well words describe a faction: 3 if it is called so, 2 if it is of that sort."""
        if head in FIGHTING_WORDS:
            return int(head != "forces" and self.kind(key) != "state")
        if self.is_called(key, head) or (head in ISLAMIST_WORDS and key in self.islamists):
            return 3
        if head in STATE_WORDS:
            return 2 * (self.kind(key) == "state")
        if self.kind(key) == "state":
            return 0
        if head in _OF_REBELS and key in self.islamists:
            return 1
        known = self.kind(key) == "armed" or key in self._foremost or head in GROUP_WORDS
        return 2 if known else 1

    def is_called(self, key: K, head: str) -> bool:
        if head in STATE_WORDS and self.kind(key) == "armed":
            return False
        return stem(head) in self._called.get(key, ())

    def counted(self, key: K) -> int:
        """How often the article names a faction."""
        return self._named[key]

    def at_home(self, key: K) -> int:
        """How often the article names the country of a faction."""
        return self._homes.get(key, 0)

    def names(self, head: str) -> bool:
        """Whether the article calls a faction by just this noun."""
        return bool(head) and any(self.is_called(key, head) for key in self._called)

    def _by_its_name(self, match: Match[K], name: str) -> None:
        votes, called = self._votes[match.key], self._called[match.key]
        called.update(stem(word) for word in re.findall(_CALLING, name))
        votes["state"] += 3 * bool(_STATE.search(name))
        votes["armed"] += 4 * bool(_ARMED.search(name))
        if match.spelling in NAMES or (_FORCES.search(name) and _NATIONS.search(name)):
            votes["state"] += 3
        elif _FORCES.search(name):
            votes["armed"] += 1
        if _ISLAMIST.search(name):
            self.islamists.add(match.key)
            votes["armed"] += 4
        if _BYSTANDER.search(name):
            self.bystanders.add(match.key)

    def _by_its_company(self, reading: Reading[K], match: Match[K]) -> None:
        before = reading.low[max(0, match.start - _REACH) : match.start]
        found = (
            _BEFORE.search(before),
            _BEHIND.match(reading.low, match.end, match.end + _REACH),
        )
        for one in found:
            if one is None:
                continue
            self._called[match.key].add(stem(one["word"]))
            sort = "state" if one["word"] in STATE_WORDS else "armed"
            self._votes[match.key][sort] += 4 if one.groupdict().get("apposed") else 1


def _at_home(reading: Reading[K], key: K) -> int:
    """How often the country of a faction is named as a place; a government has no need to be."""
    named = {reading.low[one.start : one.end] for one in reading.factions if one.key == key}
    countries = {found[0] for name in named for found in _NATIONS.finditer(name)}
    if not countries and any(_GOVERNING.search(name) for name in named):
        return _OWN_COUNTRY
    nations = {_BY_WORD[country] for country in countries}
    places = [re.escape(small(name)) for nation in nations for name in nation.names]
    return len(re.findall(rf"\b(?:{'|'.join(places)})\b", reading.marked)) if places else 0


def stem(word: str) -> str:
    """What "militias" and "militiamen" have in common."""
    return _ENDING.sub("", word)


def _most(votes: Counter[str]) -> str:
    (best,) = votes.most_common(1) or [("", 0)]
    return best[0] if best[1] else ""
