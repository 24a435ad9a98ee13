"""Who says that it happened, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import TypeVar

from .proposal import Claimant, Reason
from .reading import Reading, Sentence
from .words import DATE, WORD, any_of

K = TypeVar("K", bound=Hashable)

_SAID = any_of(
    "said says reported reports announced confirmed told added claimed claims stated wrote "
    "acknowledged admitted conceded denied denies estimated insisted alleged tweeted posted"
)
_STOPS = any_of("and but that which who as while when after before because")
_NAME = rf"(?:(?!(?:{_STOPS}|{_SAID})\b){WORD}|,(?= [A-Z]))"
_BEFORE = re.compile(
    r"(?:^|[,;”\"] ?|\b(?:that|and|but|while|as) )"
    rf"(?P<who>{_NAME}(?: {_NAME}){{0,11}}?),? (?:has |have |had )?{_SAID}\b"
)
_AFTER = re.compile(
    rf"\b{_SAID} (?P<who>(?:a |an |the |col|gen|lt|maj|\w+ ){{0,3}}{_NAME}(?: {_NAME}){{0,5}})"
    r"(?=[,.;]|$)"
)
_ACCORDING = re.compile(rf"\baccording to (?P<who>{_NAME}(?: {_NAME}){{0,9}})")
_DENIES = re.compile(r"\b(?:denied|denies|rejected|dismissed)\b")
_CONCEDES = re.compile(r"\b(?:acknowledged|admitted|conceded|admits|concedes)\b")
_DOUBTS = re.compile(
    r"\b(?:could not (?:immediately )?(?:be )?(?:independently )?(?:verif\w+|confirm\w*)|"
    r"unconfirmed|not be independently|unverified|disputed|no independent confirmation)\b"
)
_KINDS = tuple(
    (kind, re.compile(rf"\b(?:{any_of(words)})\b"))
    for kind, words in (
        (
            "journalist_on_site",
            "(?:reuters|afp|ap|bbc|cnn|jazeera)_(?:witness|team|crew|cameraman) correspondents? "
            "reporters? journalists? photographers? stringers?",
        ),
        (
            "un_body",
            "un u\\.n\\.? united_nations unicef unhcr ocha iom wfp monusco minusma unmiss unama "
            "unrwa world_food_programme world_health_organization international_organization_for_"
            "migration "
            "peacekeep\\w+ unifil unprofor",
        ),
        (
            "anonymous_official",
            "(?:officials?|diplomats?|commander)_(?:speaking|who|on_condition) sources? anonym\\w+ "
            "condition_of_anonymity",
        ),
        (
            "monitor_ngo",
            "observatory activists? rights_groups? human_rights monitor\\w* amnesty red_cross "
            "red_crescent msf doctors_without sans_frontieres aid_(?:groups?|agenc\\w+|workers?) "
            "ngo acled airwars network civil_society charity white_helmets medics doctors hospital "
            "union",
        ),
        (
            "witness",
            "residents? witness\\w* locals? villagers? survivors? inhabitants people relatives "
            "shopkeeper refugees? farmer teacher student woman man elders?",
        ),
        (
            "media_report",
            "reuters afp ap associated_press washington_post new_york_times bbc cnn al[-_]jazeera "
            "television tv radio newspaper news_agency media sana tass interfax guardian times "
            "agency xinhua anadolu post",
        ),
        (
            "government",
            "government ministry minister president governor mayor prime_minister officials? "
            "authorities police parliament embassy pentagon white_house kremlin state_department "
            "administration council councillor secretary",
        ),
        (
            "party_to_conflict",
            "army military rebels? forces group militia coalition spokes\\w+ commander general "
            "colonel gen col fighters troops navy",
        ),
    )
)
_NO_PARTY = frozenset({"un_body", "witness", "monitor_ngo", "journalist_on_site"})


def claimant_of(
    reading: Reading[K], sentence: Sentence
) -> tuple[Claimant[K] | None, Reason | None]:
    """Who says what a sentence tells, None where the article says it in its own name."""
    low = reading.low
    for pattern, rule in (
        (_ACCORDING, "according_to"),
        (_AFTER, "said_after"),
        (_BEFORE, "said_before"),
    ):
        for found in pattern.finditer(low, sentence.start, sentence.end):
            who = _trimmed(reading, *found.span("who"))
            kind = _kind(reading, *who)
            faction = _faction(reading, *who)
            if kind:
                words = reading.text[who[0] : who[1]]
                return (
                    Claimant(words, kind, faction, *who),
                    Reason("claimant", rule, *who, words),
                )
    return None, None


def stance_of(reading: Reading[K], sentence: Sentence) -> tuple[str, Reason]:
    for stance, pattern in (("doubts", _DOUBTS), ("concedes", _CONCEDES), ("denies", _DENIES)):
        if found := pattern.search(reading.low, sentence.start, sentence.end):
            words = reading.text[found.start() : found.end()]
            return stance, Reason("stance", stance, found.start(), found.end(), words)
    return "asserts", Reason("stance", "asserts", sentence.start, sentence.start, "", inferred=True)


def _trimmed(reading: Reading[K], start: int, end: int) -> tuple[int, int]:
    """Without a date at either edge."""
    words = reading.marked[start:end]
    bare = words.strip(f" ,{DATE}")
    start += words.index(bare) if bare else 0
    return start, start + len(bare)


def _kind(reading: Reading[K], start: int, end: int) -> str:
    words = reading.low[start:end]
    kind = next((kind for kind, pattern in _KINDS if pattern.search(words)), "")
    speaks = kind not in _NO_PARTY and _faction(reading, start, end) is not None
    return "party_to_conflict" if speaks else kind


def _faction(reading: Reading[K], start: int, end: int) -> K | None:
    """The faction that speaks; a witness or a monitor of its deeds does not speak for it."""
    if re.search(r"\b(?:observatory|witness|residents?)", reading.low[start:end]):
        return None
    return next((one.key for one in reading.factions if start <= one.start < end), None)
