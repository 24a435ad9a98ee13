"""What happened, told from what did not: plans, wishes, denials, habits and quotations."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from .clauses import Clause, clause_at
from .cues import Cue, readings
from .inflecting import Form
from .lexicon import FRAMES
from .reading import Reading, Sentence
from .words import CIVILIAN_NOUN, DATE, FACTION, FIGHTER_NOUN, NP, NUMBER, PLACE, WORD

K = TypeVar("K", bound=Hashable)

_NOT = re.compile(
    r"(?:\bnot(?! only)|n't|\bnever|\bno longer|\bnor|\bneither|\bfailed to|\bfailing to|"
    r"\bunable to|"
    r"\brefus\w+ to|\bden\w+|\brather than|\binstead of|"
    r"\byet to|\bnobody|\bno one|\bnone)(?: (?!who)[^ ,;]+){0,3} $|\b(?:hardly|nearly|almost) $"
)
_TO_COME = re.compile(
    r"(?:\b(?:will|would|could|may|might|should|must|can|cannot|shall)|'ll|'d)(?: \w+){0,3} $"
)
_PURPOSE = re.compile(r"\bto(?: \w+ly)? (?:be |have been |finally )?$")
_MANAGED = re.compile(
    r"\b(?:(?:manag\w+|able|only|went on|begun|began|start\w+|continu\w+|appear\w+|said|believed|"
    r"reported|claim\w*|seem\w*|known)|(?:helped|allowed|forced|forcing|compelled|caused|led|prompt\w+)"
    rf"(?: {WORD}){{0,5}}) to(?: \w+ly)? (?:have (?:been )?|be )?$"
)
_IF = re.compile(
    r"\b(?:if|unless|whether|in case|as soon as)\b[^,;.]*$|^\W*had (?:the|they|it|we|he|she)\b"
    r"|^\W*(?:no|none of the|neither of the) (?!fewer|less|sooner)[^,;.]*$"
    r"|\b(?:not|un)(?: immediately| yet)? ?(?:clear|known|certain|sure)\b[^,;.]*$"
    r"|\b(?:denied|denies|deny|denying) (?:that|having|any)\b[^,;.]*$"
    r"|\b(?:comment on|denied|denies|rejected|dismissed) (?:\w+ ){0,3}(?:reports?|claims?|rumours?)"
    r"\b[^;.]*$"
    r"|\b(?:will|would|must|vow\w*|pledg\w*|continu\w*)\b[^;.]*\buntil\b[^,;.]*$"
)
_ACCIDENT = re.compile(
    r"\b(?:(?:car|bus|plane|road|train|traffic|air) (?:crash|accident)|plunged|ravine|earthquake|"
    r"floods?|flooding|landslide|avalanche|cholera|ebola|measles|famine|drown\w*|shipwreck|capsiz\w*|"
    r"stampede|robbery|cyclone|heatwave)\b"
)
_HABIT = re.compile(
    r"\b(?:often|regularly|routinely|usually|frequently|sometimes|always|repeatedly|typically|"
    r"generally|every (?:day|week|year))(?: \w+)? $"
)
_REPEATED = re.compile(
    r" (?:[\w']+ ){0,4}?(?:repeatedly|regularly|frequently|(?:several|many|countless|\d+) times|"
    r"time and again|on a daily basis|every (?:day|night|week|month))\b"
)
_ATTEMPT = re.compile(
    r"\b(?:threat(?:s|en\w*)?|plans?|planned|planning|bid|fears?|fear(?:ed|ing)|risk|possib\w+|"
    r"potential|proposed|proposal|calls? for|call(?:ed|ing) for|urged?|urging|demand\w*|hop\w+|"
    r"attempt\w*|prospects?|warn\w+|prevent\w*|avoid\w*|needs?|in case of|ready for|prepar\w+|"
    r"imminent|future|upcoming|expected|possible|tr(?:y|ied|ying) to|seek\w*|sought|against any|"
    r"any|no|aim\w*|want\w*|intend\w*|vow\w*|pledg\w+|promis\w+|looming|talk of|chance of|"
    r"on the brink of|discuss\w*|consider\w*|push for|signs? of|terms of|violat\w+|ruled out|"
    r"reject\w*|despite|reports of|rumours of|supported by|backed by|with support of|"
    rf"accus\w+(?: {WORD}){{0,6}} of|"
    rf"habit of|resum\w+|an end to|end to|failed)(?: {WORD}){{0,3}} $"
)
_HAPPENS = re.compile(
    r"\b(?:kill\w*|wound\w*|injur\w*|hit|struck|destroy\w*|target\w*|erupt\w*|broke out|took place|"
    r"occur\w*|happen\w*|left|began|begun|started|ended|hold|held|carr\w+|launch\w*|conduct\w*|"
    r"claimed|caused|intensif\w*|entered|came into|went into|took effect|collaps\w+|report\w*|"
    r"rag\w+|rock\w*|flatten\w*|damag\w*|exploded?|went off|ripp\w+|tore|flar\w+|signed|reach\w*|"
    r"agreed|announc\w+|declared|brokered|mediated|discovered|found|unearthed|sent|triggered|"
    r"spread|swept|died|dead|survived|escaped|shook|heard|gathered|staged|captured|seized|"
    r"ramm\w+|crash\w*|burst|attack\w*|withdrew|detonated|blew|landed|fired|lifted|imposed|complet\w+|followed)\b"
)
_GERUND_OF_NOTHING = re.compile(
    r"\b(?:of|for|from|against|about|without|despite|in|on|like|stop|keep|is|are|avoid|consider) $"
)
_COUNTED = re.compile(r"\b(?:later|earlier|that day|the same day|the next (?:day|week|month))\b")
_SINCE = re.compile(
    r"\b(?:since|for (?:the )?(?:past |last |more than |almost |nearly )?\w+ "
    r"(?:days|weeks|months|years))\b"
)
_GOES_ON = re.compile(r"\b(?:have|has|had) been (?:\w+ly )?$")
_KEPT_ON = re.compile(
    r"\b(?:went|go|goes|gone|kept|keep|keeps|continued|continues?) (?:on )?(?:\w+ing(?:,| and) )*$"
)
_DEED = re.compile(
    r"\b(?:accused of|suspected of|blamed for|guilty of|responsible for|succeeded in) $"
)
_STATE_NOW = re.compile(r"(?<!\w)(?:is|are|'s|'re)(?: \w+){0,2} $")
_BEING = re.compile(r"\b(?:being|now|under) ")
_WHO = re.compile(r"^(?:who|which|where)\b")
_PEACEFUL = re.compile(
    r"\b(?:without (?:a |any |much )?(?:fight|fighting|resistance|firing a shot|a shot|opposition)|"
    r"unopposed|peacefully|(?:no|little|almost no|hardly any) resistance)\b"
)
_REPELLED = re.compile(r"\b(?:beaten|driven|pushed|thrown) back\b|\b(?:repelled|repulsed)\b")
_YIELDED = frozenset({"captured", "withdrew", "clash"})
_FIGHTERS = re.compile(rf"(?<!\w)(?:{FIGHTER_NOUN}|{FACTION})")
_CIVILIANS = re.compile(rf"\b(?!men\b|boys\b|others\b|dead\b){CIVILIAN_NOUN}\b")
_UNDER_ARMS = re.compile(
    rf"(?<!\w)(?:{FIGHTER_NOUN}|{FACTION}|they|tanks|vehicles|(?<!aid )convoys?|columns?|alliance)"
    r"(?!\w)"
)
_SUBJECT_WORDS = 3
_FRAMES = {
    "withdrew": FRAMES["LOSING"],
    "clash": FRAMES["FIGHTING"],
    "killing_civilians": FRAMES["HARMING"],
}
_ASSAULTS = frozenset({"attack", "storm", "clash"})
_CIVIL_PLACE = re.compile(
    rf" (?:on |into )?{NP}(?:villages?|church|mosque|market|school|camp|hospital|town|farms?|bus|"
    r"wedding|funeral|homes|houses|restaurant|hotel|theatre|hamlets?)\b"
)
_KILLED = re.compile(
    rf"\b(?:kill|shoot|shot|massacr|slaughter)\w*(?: dead)? "
    rf"{NP}(?:{CIVILIAN_NOUN}\b|{NUMBER}(?! {FIGHTER_NOUN}))"
)
_DEATHS = re.compile(r"\b(?:kill(?:ed|ing)|dead|died|deaths)\b")
_BATCH = 30
_TOLL_OF_WAR = re.compile(
    r"\b(?:war|conflict|violence|fighting|insurgency|uprising|unrest|crisis|rebellion)"
    r"(?: \w+){0,5} (?:has|have)(?: \w+)? $"
)
_BY_WAR = re.compile(r" by (?:the )?(?:\w+ )?(?:war|conflict|violence|fighting|insurgency)\b")
_HAS_COST = re.compile(
    r"(?: [^.;,]{1,40})? (?:has|have) (?:\w+ )?(?:killed|displaced|claimed|cost|left|forced)\b"
)
_WILL = re.compile(r"\b(?:will|would|could|may|might|should|must|cannot)\b[^,;.]*$")
_REACTION = re.compile(
    rf"\b(?:condemn\w*|denounc\w+|mourn\w*|deplor\w+|protest\w* (?:against|at|over)|anger at|"
    rf"outrage (?:at|over)|investigat\w+|inquiry into|reaction to|response to|retaliation for|"
    rf"revenge for|criticism of|horror at|anniversary of|welcom\w+|claim\w*|memory of|report on|"
    rf"after-effects of|charg\w+ (?:with|over)|trial (?:for|over))(?: {WORD}){{0,3}} $"
)
_RELATIVE = re.compile(r" (?:that|which)\b")
_DYING = frozenset({"die", "lose"})
_TOLL_WORDS = 8
_AT_A_PLACE = re.compile(rf" (?:in|at|near|on) (?:the )?{NP}{PLACE}")
_SAW = re.compile(r"\b(?:saw|seen|made|let|watched) (?:\S+ ){1,6}$")


def events_in(reading: Reading[K], sentence: Sentence, found: Sequence[Clause]) -> Iterator[Cue]:
    """Yield the cues that tell of something that happened, each word in its first such reading."""
    for token in reading.tokens(sentence):
        for cue in readings(reading, sentence, token):
            at = clause_at(found, cue.start)
            if _happened(reading, cue, found[at]):
                kind = _kind(reading, cue, found, at)
                frame = _FRAMES.get(kind, cue.frame) if kind != cue.kind else cue.frame
                yield replace(cue, kind=kind, frame=frame)
                break


def _kind(reading: Reading[K], cue: Cue, found: Sequence[Clause], at: int) -> str:
    """What is taken without a fight changes hands; who is beaten back has taken nothing."""
    goes_on = at + 1 < len(found) and found[at + 1].lead[:3] not in ("and", "but")
    end = found[at + 1].end if goes_on else found[at].end
    if cue.entry.heads[0] == "enter" and _REPELLED.search(reading.low, cue.start, cue.sentence.end):
        return "clash"
    if cue.kind == "protest_intervention" and _DEATHS.search(
        reading.low, cue.sentence.start, cue.sentence.end
    ):
        return "protest_repressed"
    if cue.kind == "displacement" and cue.entry.heads[0] == "flee":
        before = reading.marked[found[at].start : cue.start]
        if len(before.split()) < _SUBJECT_WORDS:
            before = reading.marked[cue.sentence.start : cue.start]
        if _FIGHTERS.search(before) and not _CIVILIANS.search(before):
            return "withdrew"
    if cue.kind == "clash" and cue.entry.heads[0] in _ASSAULTS and _is_on_civilians(reading, cue):
        return "killing_civilians"
    if cue.kind in _YIELDED and _PEACEFUL.search(reading.low, found[at].start, end):
        return "transferred"
    return cue.kind


def _is_on_civilians(reading: Reading[K], cue: Cue) -> bool:
    """Whether a village or a church was attacked and people who bore no arms were killed."""
    return bool(
        _CIVIL_PLACE.match(reading.marked, cue.head_end, cue.sentence.end)
        and _KILLED.search(reading.marked, cue.sentence.start, cue.sentence.end)
    )


def _happened(reading: Reading[K], cue: Cue, clause: Clause) -> bool:
    before = reading.marked[cue.sentence.start : cue.start]
    if reading.is_quoted(cue.start) or reading.low[cue.sentence.end - 1] == "?":
        return False
    if _NOT.search(before) or _TO_COME.search(before) or _HABIT.search(before):
        return False
    if _ACCIDENT.search(reading.low, cue.sentence.start, cue.sentence.end) and _kills(cue):
        return False
    if _IF.search(before) or (clause.lead == "since" and not _has_date(reading, clause)):
        return False
    if _REPEATED.match(reading.low, cue.head_end):
        return False
    if cue.entry.asks("since") and not _SINCE.search(reading.low, clause.start, clause.end):
        return False
    if cue.entry.asks("fighters") and not _is_by_fighters(reading, cue, clause):
        return False
    if _is_toll(reading, cue):
        return False
    if cue.form is Form.NOUN:
        return _noun_happened(reading, cue, before, clause)
    return _verb_happened(cue, before, clause)


def _kills(cue: Cue) -> bool:
    return cue.kind == "killing_civilians" or cue.entry.heads[0] == "kill"


def _has_date(reading: Reading[K], clause: Clause) -> bool:
    return DATE in reading.marked[clause.start : clause.end]


def _is_by_fighters(reading: Reading[K], cue: Cue, clause: Clause) -> bool:
    """Whether those who came or went bore arms; a clause may lack its subject."""
    words = reading.marked[clause.start : cue.start]
    if len(words.split()) < _SUBJECT_WORDS:
        words = reading.marked[cue.sentence.start : cue.start]
    armed = [found.start() for found in _UNDER_ARMS.finditer(words)]
    others = [found.start() for found in _CIVILIANS.finditer(words)]
    return bool(armed) and (not others or bool(_FIGHTERS.search(words, others[0] - _BATCH)))


def _is_toll(reading: Reading[K], cue: Cue) -> bool:
    """How many were killed in all, in the passive and without a day, is no event."""
    sentence = cue.sentence
    undated = DATE not in reading.marked[sentence.start : sentence.end]
    if undated and _TOLL_OF_WAR.search(reading.low, sentence.start, cue.start):
        return True
    if undated and cue.kind == "displacement" and _BY_WAR.match(reading.low, cue.head_end):
        return True
    short = len(reading.low[sentence.start : sentence.end].split()) <= _TOLL_WORDS
    if undated and short and cue.entry.heads[0] in _DYING:
        return True
    placed = _AT_A_PLACE.match(reading.marked, cue.head_end, sentence.end)
    return cue.passive and undated and not placed and cue.entry.heads[0] == "kill"


def _verb_happened(cue: Cue, before: str, clause: Clause) -> bool:
    if cue.entry.asks("telling"):
        return True
    if _PURPOSE.search(before):
        return bool(_MANAGED.search(before)) and not _ATTEMPT.search(before)
    if cue.form is Form.BASE:
        return _tells_in_the_present(cue, before) or bool(_SAW.search(before))
    if cue.form is Form.PRESENT:
        return _tells_in_the_present(cue, before)
    if cue.form is Form.ING and (_GOES_ON.search(before) or _KEPT_ON.search(before)):
        return False
    if cue.form is Form.ING:
        if _DEED.search(before):
            return True
        return not (_GERUND_OF_NOTHING.search(before) or _ATTEMPT.search(before[-40:]))
    if (
        cue.passive
        and not cue.sentence.chronicle
        and _STATE_NOW.search(before)
        and not _BEING.search(before[-8:])
    ):
        return False
    return not (cue.kind == "displacement" and _WHO.match(clause.lead))


def _tells_in_the_present(cue: Cue, before: str) -> bool:
    """Whether headlines and chronicles are told so: "5 December: rebels take the town"."""
    return cue.sentence.headline or cue.sentence.chronicle


def _what_follows(reading: Reading[K], cue: Cue, clause: Clause) -> str:
    """The clause behind a noun, with a relative one: "a raid in which ten people died"."""
    end = clause.end
    if _RELATIVE.match(reading.marked, end):
        end = cue.sentence.end
    return reading.marked[cue.head_end : end]


def _noun_happened(reading: Reading[K], cue: Cue, before: str, clause: Clause) -> bool:
    if _ATTEMPT.search(before[-60:]) or clause.is_source:
        return False
    if cue.entry.asks("telling"):
        return True
    if _HAS_COST.match(reading.low, cue.head_end):
        return False
    if _REACTION.search(before[-60:]):
        return DATE in reading.marked[cue.start : clause.end]
    if _WILL.search(before):
        return False
    around = reading.marked[clause.start : cue.start] + _what_follows(reading, cue, clause)
    return DATE in around or bool(_HAPPENS.search(around) or _COUNTED.search(around))
