"""Which factions take part in an event, and in which role, from the grammar around its words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from .clauses import Clause
from .inflecting import Form
from .mentions import PRONOUNS, Mention
from .proposal import Part, Reason
from .reading import Reading
from .sentenced import Given, Sentenced
from .subjects import inherited
from .words import CITY, DATE, WORD

K = TypeVar("K", bound=Hashable)

_DOING = re.compile(
    r"\b(?:carr(?:ied|y) out|launch\w*|conduct\w*|mounted|staged|beg[au]n|started|ordered|"
    r"intensified|resumed|responded with|unleashed|claimed|made|committed|stepped up|accused of|"
    r"blamed for|using|used|fought|suffered|signed|reached|agreed|declared|announced|struck|"
    rf"complet\w+)(?: {WORD}){{0,4}} $|\b(?:was|were|is|are|been)(?: \w+)? in(?: \w+)? $"
)
_SUFFERING = re.compile(
    rf"\b(?:killed|wounded|injured|hit|struck|destroyed|died|targeted|captured|lost|damaged) "
    rf"(?:{WORD} ){{0,3}}(?:in|by|during) (?:{WORD} ){{0,4}}$"
)
_ROLES_BESIDE = {"supporter": "supporter", "partner": "partner", "mediator": "mediator"}
_BESIDE = re.compile(
    r",? (?:(?:brokered|mediated|facilitated|overseen|sponsored|hosted|backed|supported|"
    r"aided|helped|assisted) by|with (?:the )?(?:help|support|backing|assistance))\b"
)
_DEEDS = frozenset(["attacker", "perpetrator"])
_SUSPECTED = re.compile(
    r"\b(?:suspected|alleged|presumed|(?:believed|thought|said) to (?:be|belong to|come from)|"
    r"blam\w+|blamed on|accus\w+|suspicion fell on|attributed to)(?: (?:the|by|an?|\w+ed))* $"
)
_BLAMED = re.compile(r"\b(?:blam|accus|attribut|suspect)\w*(?: (?:it|them|on|to|the|by))* $")
_ACCUSED = re.compile(
    r"(?:'s)?(?: [\w-]+)? (?:believed|thought|suspected|presumed) to (?:be|belong|have)\b"
    r"|(?:'s)?(?: \w+)? (?:was|were|is|are|has been|have been|had been)(?: \w+ly| also| widely)? "
    r"(?:accused|blamed|suspected)\b"
)
_DEALS = re.compile(
    r"(?:'s)?(?: (?:suicide|car|air|drone|missile|rocket|artillery|mortar|night|bomb|ground|fighter"
    r"|militant|rebel|roadside))? "
    r"(?:ambush|attack|strike|airstrike|air strike|raid|shelling|bombing|assault|"
    r"offensive|fire|bombardment|onslaught|missile|rocket|drone|mine|bomb|shell)(?:s|es)?\b"
)
_REPELLED = re.compile(
    r"\b(?:repelled|repulsed|crushed|foiled|thwarted|defeated|halted|fended off|"
    r"beaten off|(?:beaten|driven|pushed|thrown) back)\b"
)
_REPELLING = re.compile(
    r"\b(?:repell?(?:ed|ing)|repulsed|foiled|thwarted|beat (?:back|off)|fought off|fended off|"
    r"survived|withstood|came under)(?: \w+){0,3} $"
)
_MUTUAL = ("exchang", "trad", "clash", "fought", "fight", "battl", "skirmish")
_ASIDE = frozenset(["in", "near", "including", "like", "than", "into", "under", "for", "among"])
_HELD = re.compile(
    r"\b(?:held|controlled|occupied|defended|run|ruled|taken it|held it)(?: \w+)? "
    r"(?:by|from) (?:the )?$|\bfrom (?:the )?$"
)
_OPENS_CLAUSE = re.compile(
    rf"(?:^|[^\w' ] ?|[{CITY}{DATE}] |\b(?:that|and|but|as|when|after|before|while|because|since|"
    r"until|where|which|said|says|though|although|once|then|later|also) )$"
)


def roles(told: Sentenced[K]) -> Given[K]:
    """The mentions that take part in the event of a cue, each with its role."""
    if not told.cue.frame:
        return []
    given: Given[K] = []
    for mention in _of_the_clause(told):
        if role := _role(told, mention, given):
            given.append((mention, role))
    wanted = told.frame("object" if told.cue.passive else "subject")
    if wanted and not any(role == wanted and m.start < told.cue.start for m, role in given):
        given = [*inherited(told, wanted), *given]
    given += _blamed(told, given)
    return [
        (mention, "accused" if role in _DEEDS and _is_pointed_at(told, mention) else role)
        for mention, role in [*given, *_supporting(told), *_held_by(told)]
    ]


def _blamed(told: Sentenced[K], given: Given[K]) -> Given[K]:
    """Whom the rest of the sentence blames: "ten were killed; residents blamed X"."""
    does = told.frame("subject")
    if does not in _DEEDS or any(role == does for _, role in given):
        return []
    end = told.cue.sentence.end
    marked = told.reading.marked
    return [
        (one, does)
        for one in told.mentions
        if one.start > told.clause.end
        and (
            _BLAMED.search(marked, told.clause.end, one.start)
            or _ACCUSED.match(marked, one.end, end)
        )
    ]


def _of_the_clause(told: Sentenced[K]) -> Iterator[Mention[K]]:
    """Those that can take part; in "it was hit" and "took it" a place is meant, and no faction."""
    for mention in told.mentions:
        if mention.head == "it" and not _is_subject(told, mention):
            continue
        if told.clause.start <= mention.start < told.clause.end and not told.said(mention):
            yield mention


def _is_subject(told: Sentenced[K], mention: Mention[K]) -> bool:
    """Whether "it" is who acts; in "to win it back" and "it was hit by a bomb" it is a place."""
    if told.cue.passive or _SUFFERING.search(told.between(mention.end, told.cue.start)):
        return False
    before = told.between(told.cue.sentence.start, mention.start)
    return mention.start < told.cue.start and bool(_OPENS_CLAUSE.search(before))


def _supporting(told: Sentenced[K]) -> Given[K]:
    """Who supports those who act, said beside: "X, backed by Y, took", "fell to X, who Y backs"."""
    given: Given[K] = []
    for clause in _clauses_beside(told):
        for mention in told.mentions:
            if clause.start <= mention.start < clause.end:
                if role := "supporter" if mention.backs else _ROLES_BESIDE.get(mention.marker, ""):
                    given.append((mention, role))
                elif mention.marker == "and" and given:
                    given.append((mention, given[-1][1]))
    return given


def _clauses_beside(told: Sentenced[K]) -> Iterator[Clause]:
    """Those before that tell of no event, and one behind that describes somebody."""
    for at in range(told.at - 1, -1, -1):
        if at in told.told_at or told.clauses[at].is_source:
            break
        yield told.clauses[at]
    behind = told.clauses[told.at + 1 : told.at + 2]
    if behind and (
        _BESIDE.match(told.reading.marked, behind[0].start)
        or (behind[0].lead in ("who", "which") and told.at + 1 not in told.told_at)
    ):
        yield behind[0]


def _is_pointed_at(told: Sentenced[K], mention: Mention[K]) -> bool:
    """Whether the words only point at somebody: "suspected X", "blamed on X", "X is accused"."""
    start, end = told.cue.sentence.start, told.cue.sentence.end
    marked = told.reading.marked
    return bool(
        _SUSPECTED.search(marked, start, mention.start) or _ACCUSED.match(marked, mention.end, end)
    )


def _role(told: Sentenced[K], mention: Mention[K], given: Given[K]) -> str:
    marker = mention.marker
    if mention.backs or marker == "supporter":
        return "supporter"
    if marker in ("partner", "mediator"):
        return "" if mention.head in PRONOUNS else marker
    if _owns(told, mention):
        return told.frame("by") or told.frame("subject")
    if marker == "and":
        return _like_the_one_before(told, mention, given) or _unmarked(told, mention)
    if marker == "by":
        acts = told.cue.start < mention.start or told.cue.passive or told.cue.entry.noun
        if told.cue.entry.noun and _REPELLED.search(told.between(told.cue.end, mention.start)):
            return told.frame("object")
        if given and not (told.cue.passive or told.cue.entry.noun):
            return told.frame("object")  # "repelled an attack by X", "took a town held by X"
        return (told.frame("by") or told.frame("subject")) if acts else ""
    if marker in _ASIDE and not told.frame(marker):
        return told.frame("object") if mention.start > told.cue.start else ""
    if marker == "of" and told.cue.entry.noun and mention.start > told.cue.start:
        return told.frame("of") or told.frame("object") or told.frame("subject")
    if marker == "of" or (marker == "from" and mention.start < told.cue.start):
        return _unmarked(told, mention)
    if marker == "from" and told.cue.entry.noun:
        return told.frame("from") or told.frame("subject")
    return told.frame(marker) if marker else _unmarked(told, mention)


def _owns(told: Sentenced[K], mention: Mention[K]) -> bool:
    """Whether it is their attack: "in an X ambush", "killed in an X strike"."""
    if told.cue.entry.noun and mention.end < told.cue.start:
        between = told.between(mention.end, told.cue.start)
        return len(between.split()) <= 1 and "," not in between
    return told.cue.passive and bool(
        _DEALS.match(told.reading.marked, mention.end, told.clause.end)
    )


def _unmarked(told: Sentenced[K], mention: Mention[K]) -> str:
    """The role of a mention under no preposition: subject before the cue, object behind it."""
    if mention.start > told.cue.start:
        passive = told.cue.passive and told.cue.form is not Form.ING
        return told.frame("object") if not passive else ""
    if mention.speaks and told.frame("subject") != "claimant":
        return ""
    if not told.cue.entry.noun:
        return told.frame("object" if told.cue.passive else "subject")
    between = told.between(mention.end, told.cue.start)
    if _SUFFERING.search(between) or _REPELLING.search(between):
        return told.frame("object")
    acts = len(between.split()) <= 2 or _DOING.search(between)
    return told.frame("subject") if acts else ""


def _like_the_one_before(told: Sentenced[K], mention: Mention[K], given: Given[K]) -> str:
    if not given:
        return ""
    before, role = given[-1]
    if (before.start < told.cue.start) != (mention.start < told.cue.start):
        return ""
    if mention.start - before.end > 60:
        return ""
    if before.marker == "between" or _is_mutual(told, mention):
        return told.frame("object") or role
    return role


def _is_mutual(told: Sentenced[K], mention: Mention[K]) -> bool:
    """Whether two who are named together fight each other: "A and B exchanged fire"."""
    verb = told.between(told.cue.start, told.cue.head_end)
    against = any(
        one.marker in ("", "with", "against") and told.cue.start < one.start < told.clause.end
        for one in told.mentions
    )
    return not against and mention.start < told.cue.start and verb.startswith(_MUTUAL)


def _held_by(told: Sentenced[K]) -> Given[K]:
    """Who held the place before: "captured the town, which had been held by X"."""
    loser = told.frame("from")
    if loser != "former_holder" or told.at + 1 >= len(told.clauses):
        return []
    after = told.clauses[told.at + 1]
    return [
        (one, loser)
        for one in told.mentions
        if after.start <= one.start < after.end
        and _HELD.search(told.between(after.start, one.start))
    ]


def parts(reading: Reading[K], given: Sequence[tuple[Mention[K], str]]) -> tuple[Part[K], ...]:
    """The parts of an event; a faction stands once, in the first role found."""
    made: dict[K, Part[K]] = {}
    for mention, role in given:
        if mention.key is None or mention.key in made:
            continue
        rule = "described_faction" if mention.head else "named_faction"
        words = reading.text[mention.start : mention.end]
        why = Reason("faction", rule, mention.start, mention.end, words, bool(mention.head))
        made[mention.key] = Part(mention.key, role, why)
    return tuple(made.values())
