"""Where factions are spoken of, by name, as "the rebels" or "it", and in what place of grammar."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from .reading import Reading, Sentence
from .words import ARMED_WORDS, DATE, FACTION, NEUTRAL_WORDS, STATE_WORDS, WORD, any_of, words_of

K = TypeVar("K", bound=Hashable)

PRONOUNS = frozenset({"it", "they", "them", "its", "their"})
PARTIES = "parties"
_HEADS = any_of(
    " ".join(word.replace(" ", "_") for word in sorted(STATE_WORDS | ARMED_WORDS | NEUTRAL_WORDS))
)
_BELONGINGS = any_of(
    "units men soldiers airmen planes leaders convoy convoys patrol patrols base bases positions "
    "post posts checkpoint barracks garrison helicopter helicopters vehicles lines commander "
    "commanders aircraft drones artillery guns missiles rockets"
)
_SPOKEN = re.compile(
    r"\b(?P<parties>(?:both|the two|the warring|the) (?:warring )?"
    r"(?:sides|parties|camps|delegations))\b"
    rf"|\b(?P<pronoun>they|it|(?<!of )(?<!among )them)\b"
    rf"|\b(?P<owner>its|their) (?:\w+ )?(?:{_HEADS}|{_BELONGINGS})\b"
    rf"|\b(?P<head>{_HEADS})\b(?!-)(?!(?:'s)? (?:media|newspaper|hospital|"
    r"stations?|airport|base|bases|barracks|posts?|headquarters|minister|ministry|"
    r"buildings?|offices?|observers|analysts|experts|academy|training))"
)
_OF_A_NAME = re.compile(rf"{FACTION}(?:'s)?(?: {WORD})? $")
_BEFORE_A_NAME = re.compile(
    rf"(?:,|'s)?(?: of| from| loyal to| belonging to| known as| called| the|,)*,? {FACTION}"
    rf"| of (?:{WORD} ){{0,4}}{FACTION}"
)
_BACKED = re.compile(r"-(?:backed|supported|sponsored|armed|funded|aligned|allied|supplied)\b")
_SUPPORT = re.compile(
    r"(?:'s)? (?:air |military |aerial |artillery )?"
    r"(?:support|backing|help|cover|assistance|drones)\b"
)
_MEN_OF = re.compile(
    rf"\b(?:{_HEADS}|men|units|members|members and supporters|commanders|aircraft|drones) "
    r"(?:of|from|loyal to|allied (?:to|with)|belonging to|affiliated (?:to|with)|linked to) "
    r"(?:the )?$"
)
_SPOKESMAN_OF = re.compile(r" (?:source|official|commander|spokes\w+)s? (?:in|of|for|from|with)\b")
_DEFINED = re.compile(r" (?:that|who|which|from|of)\b")
_UNIFORM = re.compile(r"(?:'s)? uniforms?\b")
_SPEAKS = re.compile(
    r"(?:'s)? (?:\w+ ){0,2}?(?:said|says|told|reported|announced|confirmed|denied|claimed|accused|"
    r"blamed|spokes\w+|added|vowed|condemned|warned|conceded|acknowledged|admitted)\b"
)
_SUPPORTS = re.compile(
    r"(?:\b(?:backed|supported|aided|assisted|helped|armed|bolstered|accompanied) by"
    r"|\bwith (?:the |\w+ )?(?:support|help|backing|assistance|aid|cover|air cover|air support)"
    r"(?: of| from| by)?|\b(?:support|backing|help|cover) (?:from|of|by))$"
)
_ALONGSIDE = re.compile(
    r"\b(?:alongside|together with|along with|allied (?:with|to)|joined by|its ally|their ally|"
    r"on whose side)$"
)
_MEDIATED = re.compile(
    r"\b(?:(?:brokered|mediated|facilitated|overseen|sponsored) by|"
    r"under (?:the )?(?:auspices|mediation) of|mediation (?:by|of))$"
)
_PREPOSITION = re.compile(
    r"\b(?P<word>by|from|to|against|with|on|at|of|between|over|into|under|including|like|than|"
    r"near|in|for|among)$"
)
_AND = re.compile(rf"(?:(?:{FACTION}|\b{_HEADS}),| and| or| as well as|\band its ally)$")
_STOPS = any_of(
    "that which who after before as while when but because said says says has have had was were is "
    "are been until where since although whether not also then"
)
_SKIPPED = re.compile(rf"(?: |^)(?!{_STOPS}\b)(?:(?!{FACTION}+$){WORD}|{DATE}+)$")
_PART_OF = re.compile(rf" (?:{WORD} )?of (?:{WORD} ){{0,4}}")
_COUNTS = frozenset({"group", "force", "alliance"})
_FARTHEST, _NEAR = 6, 4
_OPENING, _AT_FIRST = ("", "of", "in", "for", "from"), 8
_MARKERS = (("supporter", _SUPPORTS), ("partner", _ALONGSIDE), ("mediator", _MEDIATED))
_DETERMINER = re.compile(
    r"(?: |^)(?:the|an?|its|their|his|these|those|this|more than|fewer than|at least)$"
)
_QUANTITY = re.compile(r"(?:^| )(?:(?:more|fewer|less) than|at least|up to|as many as)$")
_NO_PEOPLE = any_of(
    "The A An Its Their Some Both But And When While As Islamists? Jihadis?t? Rebel Militant "
    "Government Masked Armed Separatist"
)
_FOREIGN = re.compile(rf"\b(?!{_NO_PEOPLE}\b)[A-Z][\w-]+ (?:\w+ )?$")
_OTHER = re.compile(r"\b(?:local|tribal|foreign|other|rival|neighbou?ring|volunteer) $")
_BODIES = words_of(
    "forces fighters militia militias army military troops soldiers police government"
)


@dataclass(frozen=True, slots=True)
class Mention(Generic[K]):
    """Words for a faction; `key` is None until it is known which one they stand for.

    `head` is the noun or pronoun of words that are no name, "" for a name; `marker` the
    preposition before them, or "supporter", "partner", "mediator", "and", "" for none; `backs`
    tells of an "X-backed", `speaks` of the subject of "said", `definite` of "the" before it.
    """

    start: int
    end: int
    key: K | None
    head: str
    marker: str
    backs: bool = False
    speaks: bool = False
    definite: bool = False


def mentions_in(reading: Reading[K], sentence: Sentence) -> list[Mention[K]]:
    """Every way of speaking of a faction in a sentence, in order."""
    named = [one for one in reading.factions if sentence.start <= one.start < sentence.end]
    found = [_mention(reading, sentence, one.start, one.end, one.key, "") for one in named]
    found += _spoken(reading, sentence)
    found.sort(key=lambda one: one.start)
    return list(_whole(reading.marked, found))


def openings(reading: Reading[K], spoken: Sequence[Sequence[Mention[K]]]) -> list[Mention[K]]:
    """The mentions that sentences open with, for pronouns to go back to, in order."""
    opened = []
    for sentence, mentions in zip(reading.sentences, spoken, strict=True):
        first = next((one for one in mentions if _opens(reading.marked, one)), None)
        if first and len(reading.marked[sentence.start : first.start].split()) <= _AT_FIRST:
            opened.append(first)
    return [one for one in opened if one.head not in PRONOUNS and one.head != PARTIES]


def _opens(marked: str, mention: Mention[K]) -> bool:
    is_spokesman = mention.head and _SPOKESMAN_OF.match(marked, mention.end)
    return mention.marker in _OPENING and not mention.backs and not is_spokesman


def _whole(marked: str, found: list[Mention[K]]) -> Iterator[Mention[K]]:
    """One mention for "a coalition of Arab fighters", the telling one for "a group of rebels"."""
    kept: Mention[K] | None = None
    for one in found:
        if kept and kept.head and one.head and marked[kept.end : one.start] == " ":
            kept = replace(kept, end=one.end)
            continue
        if kept and one.head and _PART_OF.fullmatch(marked[kept.end : one.start]):
            if kept.head not in _COUNTS:
                continue
            kept = replace(one, marker=kept.marker)
            continue
        if kept:
            yield kept
        kept = one
    if kept:
        yield kept


def _spoken(reading: Reading[K], sentence: Sentence) -> Iterator[Mention[K]]:
    for spoken in _SPOKEN.finditer(reading.marked, sentence.start, sentence.end):
        kind = spoken.lastgroup or ""
        start, end = spoken.span(kind)
        if kind == "head" and _belongs_to_a_name(reading.marked, sentence, start, end):
            continue
        if kind == "head" and _UNIFORM.match(reading.marked, end):
            continue
        if kind == "head" and _is_of_others(reading, sentence, start, spoken["head"]):
            continue
        head = PARTIES if kind == "parties" else spoken[kind]
        yield _mention(reading, sentence, start, end, None, head)


def _is_of_others(reading: Reading[K], sentence: Sentence, start: int, head: str) -> bool:
    """Whether they are the soldiers of a country or people that the lists do not have."""
    if _OTHER.search(reading.low, sentence.start, start):
        return True
    before = _FOREIGN.search(reading.text, max(sentence.start + 1, start - 30), start)
    return head in _BODIES and before is not None and before.start() > sentence.start


def _belongs_to_a_name(marked: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words only describe a name beside them: "ISIS fighters", "the group Hamas"."""
    return bool(
        _OF_A_NAME.search(marked, max(sentence.start, start - 25), start)
        or _BEFORE_A_NAME.match(marked, end, sentence.end)
    )


def _mention(
    reading: Reading[K], sentence: Sentence, start: int, end: int, key: K | None, head: str
) -> Mention[K]:
    marked = reading.marked
    led = _MEN_OF.search(marked, sentence.start, start)
    return Mention(
        start,
        end,
        key,
        head,
        _marker(
            marked[sentence.start : led.start() if led else start],
            in_uniform=bool(_UNIFORM.match(marked, end)),
            farthest=1 if head in PRONOUNS else _FARTHEST,
        ),
        backs=bool(_BACKED.match(marked, end)) or _lends(marked, start, end),
        speaks=bool(_SPEAKS.match(marked, end)),
        definite=head in PRONOUNS
        or (marked.endswith("the ", sentence.start, start) and not _DEFINED.match(marked, end)),
    )


def _lends(marked: str, start: int, end: int) -> bool:
    """Whether what a faction gives stands behind it: "with Turkish air support"."""
    return marked[:start].endswith("with ") and bool(_SUPPORT.match(marked, end))


def _marker(before: str, *, in_uniform: bool = False, farthest: int = _FARTHEST) -> str:
    """What a name stands under: a preposition up to six words before, or an "and" at once.

    A determiner opens the noun phrase, so that only what stands at once before it counts.
    """
    left = before.rstrip()
    for far in range(farthest):
        if marker := _at_once(left, far=far, in_uniform=in_uniform):
            return marker
        if opened := _DETERMINER.search(left):
            return _at_once(left[: opened.start()].rstrip(), far=far)
        skipped = _SKIPPED.search(left)
        if not skipped:
            return ""
        left = left[: skipped.start()].rstrip()
    return ""


def _at_once(left: str, *, far: int = 0, in_uniform: bool = False) -> str:
    tail = _QUANTITY.sub("", left[-60:])
    for name, pattern in _MARKERS:
        if pattern.search(tail):
            return name
    found = _PREPOSITION.search(tail)
    if found and not (in_uniform and found["word"] == "in"):
        return found["word"]
    return "and" if far < _NEAR and _AND.search(tail) else ""
