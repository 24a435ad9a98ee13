"""Where factions are spoken of, by name or as "the rebels" or "it", and in what place of grammar."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from .reading import Reading, Sentence
from .words import ARMED_WORDS, CITY, DATE, FACTION, NEUTRAL_WORDS, STATE_WORDS, WORD, any_of

K = TypeVar("K", bound=Hashable)

_HEADS = any_of(" ".join(sorted(STATE_WORDS | ARMED_WORDS | NEUTRAL_WORDS)))
_SPOKEN = re.compile(
    rf"\b(?P<pronoun>they|it|them)\b|\b(?P<head>{_HEADS})\b(?!-)(?= |[.,;:]|$)(?! (?:base|position|"
    r"official|spokes\w+|media|newspaper|command|chief|hospital|station|stations|airport|of \w+ "
    r"affairs))"
)
_MARKER = re.compile(
    r"\b(?P<supporter>(?:backed|supported|aided|assisted|helped|armed|bolstered|accompanied) by"
    r"|with (?:the |\w+ )?(?:support|help|backing|assistance|aid|cover)(?: of| from| by)?"
    r"|(?:support|backing|help|cover) (?:from|of|by))"
    r"|\b(?P<partner>alongside|together with|along with|allied (?:with|to)|joined by|its ally|"
    r"on whose side|accompanied by)"
    r"|\b(?P<mediator>(?:brokered|mediated|negotiated|facilitated|overseen) by)"
    r"|\b(?P<word>by|from|to|against|with|on|at|of|between|over|into|under|including|like|than|"
    r"called|said|near|in|for)$"
    r"|(?P<and>,| and| or|, and)$"
)
_NP_BEFORE = re.compile(rf"(?: (?:the|a|an|\w+-\w+|(?!(?:and|or)\b){WORD})){{0,3}}$")
_DETERMINERS = re.compile(
    rf"(?:^| )(?P<kept>.*?)(?: (?:the|a|an|its|their|his|rival|pro-government|so-called|remaining|"
    rf"last|hundreds|dozens|thousands|scores|some|several|many|{DATE}+))*$"
)
_BACKED = re.compile(r"-(?:backed|supported|sponsored|armed|funded|aligned|allied)\b")
_POSSESSIVE = re.compile(
    r"(?:'s?)? (?:strongholds?|bastions?|positions?|districts?|areas?|territory|base|bases|fighters|"
    r"militants|forces|troops|lines|trenches|hideouts?|targets?|camp|camps|convoy|headquarters|"
    r"compound|controlled|-held|checkpoint|checkpoints|soldiers|rebels|defences|barracks|outpost)\b"
)
_SPEAKS = re.compile(
    r"(?:'s)? (?:\w+ ){0,2}?(?:said|says|told|reported|announced|confirmed|denied|claimed|accused|"
    r"blamed|spokes\w+|added|vowed|condemned|warned)\b"
)


@dataclass(frozen=True, slots=True)
class Mention(Generic[K]):
    """Words for a faction; `key` is None until it is known which one they stand for.

    `head` is the noun or pronoun of words that are no name; `marker` the preposition before them,
    or "supporter", "partner", "mediator", "and", "between", "" for none; `backs` tells of an
    "X-backed", `owns` of a possessive, `speaks` of the subject of "said".
    """

    start: int
    end: int
    key: K | None
    head: str
    marker: str
    backs: bool = False
    owns: bool = False
    speaks: bool = False


def mentions_in(reading: Reading[K], sentence: Sentence) -> list[Mention[K]]:
    """Every way of speaking of a faction in a sentence, in order."""
    named = [one for one in reading.factions if sentence.start <= one.start < sentence.end]
    found = [_mention(reading, sentence, one.start, one.end, one.key, "") for one in named]
    for spoken in _SPOKEN.finditer(reading.marked, sentence.start, sentence.end):
        head = spoken["pronoun"] or spoken["head"]
        if _belongs_to_a_name(reading.marked, *spoken.span()):
            continue
        found.append(_mention(reading, sentence, *spoken.span(), None, head))
    return sorted(found, key=lambda one: one.start)


def _belongs_to_a_name(marked: str, start: int, end: int) -> bool:
    """Whether the words only describe a name beside them: "ISIS fighters", "the group Hamas"."""
    return bool(
        re.search(rf"{FACTION}(?:'s)? (?:\w+ )?$", marked[max(0, start - 15) : start])
        or re.match(
            rf",? (?:of |from |the |called |known as ){{0,2}}{FACTION}", marked[end : end + 25]
        )
        or (
            re.search(rf"{FACTION}-(?:\w+) (?:\w+ )*$", marked[max(0, start - 25) : start])
            and False
        )
    )


def _mention(
    reading: Reading[K], sentence: Sentence, start: int, end: int, key: K | None, head: str
) -> Mention[K]:
    before = reading.marked[sentence.start : start]
    after = reading.marked[end : min(end + 60, sentence.end)]
    return Mention(
        start,
        end,
        key,
        head,
        _marker(before),
        backs=bool(_BACKED.match(after)),
        owns=bool(_POSSESSIVE.match(after)),
        speaks=bool(_SPEAKS.match(after)),
    )


_SKIPPED = re.compile(
    rf"(?: |^)(?!(?:by|from|to|against|with|on|at|of|between|over|into|under|including|like|than|said|"
    rf"near|in|for|and|or|that|which|who|after|as|while|when)\b)(?:{WORD})$"
)


def _marker(before: str) -> str:
    """The preposition that a name stands under; up to four words may stand between."""
    left = before.rstrip()
    for _ in range(5):
        for found in _MARKER.finditer(left[-45:]):
            if found.end() == len(left[-45:]):
                kind = found.lastgroup or ""
                return found["word"] if kind == "word" else kind
        skipped = _SKIPPED.search(left)
        if not skipped or (CITY in skipped[0] and False):
            return ""
        left = left[: skipped.start()].rstrip()
    return ""
