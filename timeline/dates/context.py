"""What the words around a match say: whether it is a date at all, doubtful, or still to come."""

from __future__ import annotations

import re

from .value import When
from .words import MONTH, SEASON, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAY, YEAR, any_of

_I = re.IGNORECASE
_COUNTED = (
    r"(?:people|persons?|civilians?|fighters?|soldiers?|troops|militants?|rebels?|insurgents?|men|"
    r"women|children|families|refugees|prisoners|detainees|hostages|bodies|deaths|dead|wounded|"
    r"casualties|injured|others|homes|houses|buildings|villages|tents|trucks|vehicles|tanks|"
    r"rockets?|missiles?|shells?|rounds|bombs?|mines|drones|strikes|airstrikes|sorties|weapons|"
    r"rifles|tons|tonnes|kg|kilograms?|km|kilomet(?:re|er)s?|miles|met(?:re|er)s|feet|hectares|"
    r"barrels|dollars|euros|pounds|percent|per|gmt|utc|hours|hrs|local|est|edt|members|"
    r"inhabitants|residents|volunteers|policemen|officers|votes|seats|pages|cases|calls|"
    r"protesters|migrants|students|workers|block|million|billion|thousand|displaced)\b"
)
_IS_COUNT = re.compile(rf" (?:[\w-]+ )?{_COUNTED}", _I)
_IS_COUNT_AT_ONCE = re.compile(rf" {_COUNTED}", _I)
_BARE_YEAR = re.compile(
    r"(?P<lead>(?:(?:in|of|during|since|until|till|by|before|after|throughout|dated|year|to|from|"
    r"the|on|at|over|within|all|as|ever|up|least|no|not|later|than|prior|ahead|following|or) )*)"
    rf"{YEAR}",
    _I,
)
_LEADS_A_YEAR = re.compile(
    r"(?:.*\b)?(?:in|of|during|since|until|till|by|than|before|after|throughout|dated|year|from) ",
    _I,
)
_NAMES_A_YEAR = re.compile(
    r"(?:\b(?:the|as|an?|its|their|his|her|this|that|our|these|those)|\w'|'s"
    rf"|{YEAR}(?:[-–]\d\d(?:\d\d)?)?(?:,|,? and|,? or)|\() $|\($",
    _I,
)
_ROUGHLY_A_YEAR = re.compile(r"\b(?:circa|c\.|ca\.|around|about|roughly) $", _I)
_ENDS_A_PHRASE = re.compile(
    r"$|[.,;:!?)]|\s*$| (?:and|when|after|before|by|in|with|but|as|while|at|near|or|to|on|"
    r"from|until|that|which|who|was|were|has|had|is|the|they|it|he|she|their|its)\b",
    _I,
)
_AMBIGUOUS_WORDS = re.compile(r"\b(?:may|march|mar|august|sat|sun|mon|wed|jan|dec)\b")
_HAS_YEAR = re.compile(rf"\b{YEAR}\b")
_WEEKDAY_IN = re.compile(rf"\b{WEEKDAY}\b", _I)
_SHORT_WEEKDAY = re.compile(rf"\b(?:{any_of(SHORT_WEEKDAYS)})\b", _I)
_SHORT_MONTH = re.compile(rf"\b(?:{any_of(SHORT_MONTHS)})\b", _I)
_SINGLE_MONTH = re.compile(rf"{MONTH}", _I)
_ALSO_A_NAME = {"may", "march", "april", "june", "august"}
_MONTH_AND_DAY = re.compile(rf"(?:[a-z]+ )*{MONTH} \d{{1,2}}", _I)
_HAPPENINGS = (
    r"(?:offensive|attack|attacks|ceasefire|truce|assault|deal|agreement|accord|election|elections|"
    r"vote|operation|battle|uprising|massacre|bombing|raid|clashes|coup|campaign|protests|"
    r"fighting|invasion|strikes?|airstrikes?|siege|killings?|retreat|summit|talks)\b"
)
_A_HAPPENING = re.compile(rf" (?:[a-z-]+ )?{_HAPPENINGS}", _I)
_SINGLE_SEASON = re.compile(rf"(?:the )?{SEASON}", _I)
_FALL_OF = re.compile(r"(?:.*\b)?the fall", _I)
_BODIES = re.compile(
    r"[\"”']? (?:alliance|coalition|movement|bloc|camp|brigades?|division|battalion|regiment|"
    r"martyrs|hospital|bridge|street|square|university|airport|stadium|district|"
    r"neighbou?rhood|prayer|market|bazaar|school|sermon|times|telegraph|express|mosque)\b",
    _I,
)
# "17 October Street", and the bodies that no weekday stands before: "said Tuesday groups had".
_NAMED_PLACE = re.compile(
    r" (?:Street|St\b|Avenue|Road|Boulevard|Bridge|Square|City|Market|Revolution|War\b|Theses)"
)
_NAMED_GROUP = re.compile(r" (?:group|organi[sz]ation|plot|plotters|network|faction|party)\b", _I)
_DATED_BODY = re.compile(rf"(?:(?:the )?\d{{1,2}} {MONTH}|(?:the )?{MONTH} \d{{1,2}})", _I)
_RECURRING = re.compile(
    r"\b(?:every|each|single|bloody|black|good|palm|easter|ash|red|arab|prague) $", _I
)
_THAT_DAY = re.compile(r"\b(?:that|following|previous|preceding|same) $", _I)
_NAMED = re.compile(rf"(?:{WEEKDAY}|{MONTH}|{SEASON}|weekend)\b", _I)
_SAID_THAT = re.compile(
    r"\b(?:said|says|say|announced|reported|claimed|added|confirmed|warned|told (?:\w+ ){1,3}|"
    r"show(?:s|ed)?|so) ?that $",
    _I,
)
_OTHER_YEAR = re.compile(
    r",?(?: of)? (?:that|the same|the following|the next|the previous|each|every) year\b", _I
)
_THE_NTH = re.compile(r"(?P<lead>(?:[a-z]+ )*)the \d{1,2}(?:st|nd|rd|th)", _I)
_LEADS_THE_NTH = re.compile(r"(?:on|since|until|till|by|before|after|from) ", _I)
_NUMBERED = re.compile(r"\b(?:version|no\.|number|section|chapter|article|figure) $", _I)
_MADE_THEN = re.compile(r"-(?:era|style|type|vintage|made|built|model|born|issue)\b", _I)
_NEWSPAPER = re.compile(r"\b[A-Z]\w+ $")
_POSSESSIVE = re.compile(r"'s?\b| prayers| (?:press|news) ", _I)
_ONE_SIDED = re.compile(r"(?:before|after|following|prior to|ahead of|by|up to)\b", _I)
_SENTENCE = re.compile(
    r"\b(?:jailed|sentenced|imprisoned|prison|jail|sentence|term|extend\w*|renew\w*|valid|"
    r"mandate|aged)\b",
    _I,
)
_LENGTH = re.compile(r"(?:for|after|over) .*\b(?:day|night|week|month|year|decade)s?", _I)
_OF_AGE = re.compile(r" (?:old|in prison|in jail|behind bars|imprisonment|of age)\b", _I)
_OF_A_YEAR = re.compile(rf"(?: [\w-]+){{0,2}} of {YEAR}\b", _I)
_NAMED_DAY = re.compile(r" (?:terror(?:ist)? )?(?:attacks|hijackings)\b", _I)
_IN_WEATHER = re.compile(r" (?:conditions|clothing|clothes|weather|thaw|coats?|gear)\b", _I)
_ENDS_IN_SEASON = re.compile(rf".*\b{SEASON}", _I)
_IN_THE_NTH = re.compile(r"in(?: the)? (?:\w+) (?:week|month|year)", _I)
_NUMERIC = re.compile(r"(?:[a-z]+ )*\d{1,2}[.-]\d{1,2}[.-]\d\d", _I)
_UNTIL = re.compile(r"until\b", _I)
_NOT = re.compile(r"\b(?:not|never|n't)\b[^.;]*$|n't\b[^.;]*$", _I)

_CIRCA = re.compile(
    r"\b(?:(?:in |on |from |since )?(?:circa|around|approximately|roughly|on or about)"
    r"|(?:in |on |from |since )about|in c\.|c\.|ca\.) +$",
    _I,
)
_UNCERTAIN = re.compile(r"\b(?:possibly|perhaps|probably|maybe|likely) +$", _I)
_TO_THIS_DAY = re.compile(r"\b(?:past|last|into)\b", _I)
_NEAR = 60


def is_a_date(start: int, end: int, text: str) -> bool:
    """Whether a match in a plain text is a date there, by how it is written and what is beside."""
    phrase = text[start:end]
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return not (
        _OTHER_YEAR.match(after)
        or _MADE_THEN.match(after)
        or _RECURRING.search(before)
        or (_NAMED.match(phrase) and _THAT_DAY.search(before) and not _SAID_THAT.search(before))
        or (_OF_A_YEAR.match(after) and not _HAS_YEAR.search(phrase))
        or _misread_name(phrase, before, after)
        or _misread_number(phrase, before, after)
        or _misread_side(phrase, before, after)
        or _misread_length(phrase, before, after)
    )


def _misread_name(phrase: str, before: str, after: str) -> bool:
    """Whether a month, weekday or season is another word, or part of a name."""
    if _AMBIGUOUS_WORDS.search(phrase) and not _HAS_YEAR.search(phrase):
        return True
    if not _HAS_YEAR.search(phrase) and _names_a_body(phrase, after):
        return True
    has_digit = any(letter.isdigit() for letter in phrase)
    if _SHORT_WEEKDAY.search(phrase) and not has_digit:
        return True
    if _SHORT_MONTH.fullmatch(phrase.rstrip(".")):
        return True
    if _SINGLE_MONTH.fullmatch(phrase) and phrase.lower() in _ALSO_A_NAME:
        return not _A_HAPPENING.match(after)
    if _ENDS_IN_SEASON.fullmatch(phrase) and _IN_WEATHER.match(after):
        return True
    if _NAMED_DAY.match(after) and re.search(r"sept?(?:ember|\.)? 11$", phrase, _I):
        return True
    if _SINGLE_SEASON.fullmatch(phrase):
        return not re.match(rf" {_HAPPENINGS}", after, _I)
    if _FALL_OF.fullmatch(phrase):
        return after.startswith(" of ")
    return phrase in ("Today", "TODAY") and bool(_NEWSPAPER.search(before))


def _names_a_body(phrase: str, after: str) -> bool:
    """Whether a street, group or hospital is named after the day or month."""
    if _DATED_BODY.fullmatch(phrase):
        return any(bodies.match(after) for bodies in (_BODIES, _NAMED_PLACE, _NAMED_GROUP))
    if " " not in phrase and _BODIES.match(after):
        return True
    return bool(_NAMED_PLACE.match(after) and not _WEEKDAY_IN.search(phrase))


def _misread_number(phrase: str, before: str, after: str) -> bool:
    """Whether a year or a day is a count, an hour or a rank."""
    if _NUMERIC.fullmatch(phrase):
        return True
    if nth := _THE_NTH.fullmatch(phrase):
        return not (_LEADS_THE_NTH.fullmatch(nth["lead"]) and _ENDS_A_PHRASE.match(after))
    if _NUMBERED.search(before):
        return True
    if _MONTH_AND_DAY.fullmatch(phrase) and _IS_COUNT_AT_ONCE.match(after):
        return phrase.lower().startswith("in ") or not phrase.lower().startswith("on ")
    year = _BARE_YEAR.fullmatch(phrase)
    if not year:
        return bool(re.search(rf"{YEAR}$", phrase) and _digits_only(phrase)) and bool(
            _IS_COUNT.match(after)
        )
    return _misread_year(year["lead"].lower(), before, after)


def _digits_only(phrase: str) -> bool:
    """Whether a range is of bare numbers: "from 1900 to 2000"."""
    return not re.search(rf"{MONTH}|{SEASON}", phrase, _I)


def _misread_year(lead: str, before: str, after: str) -> bool:
    if _IS_COUNT_AT_ONCE.match(after) and not re.search(r"\b(?:in|since|during|until)\b", lead):
        return True
    if re.match(r" (?:gmt|utc|hours|hrs|met(?:re|er)s|km|local)\b", after, _I):
        return True
    if lead and _LEADS_A_YEAR.fullmatch(lead):
        return bool(_IS_COUNT.match(after)) and not re.match(r"in\b|during|since", lead)
    if _ROUGHLY_A_YEAR.search(before):
        return not _ENDS_A_PHRASE.match(after)
    if lead or not _NAMES_A_YEAR.search(before):
        return True
    return bool(_IS_COUNT.match(after))


def _misread_side(phrase: str, before: str, after: str) -> bool:
    """Whether "after", "before" or "until" belongs to other words than the date."""
    if _ONE_SIDED.match(phrase) and _POSSESSIVE.match(after):
        return True
    if re.fullmatch(r"by (?:may|june|april|august)", phrase, _I) and before.endswith("ed "):
        return True
    return bool(_UNTIL.match(phrase) and _NOT.search(before))


def _misread_length(phrase: str, before: str, after: str) -> bool:
    """Whether a length of time is an age, a sentence or a mandate, or counts from another day."""
    if _IN_THE_NTH.fullmatch(phrase):
        return True
    if not _LENGTH.fullmatch(phrase):
        return False
    return bool(_SENTENCE.search(before) or _OF_AGE.match(after) or re.match(r"-", after))


def counts_from_a_date(phrase: str, when: When) -> bool:
    """Whether a length of time can end on a date beside it, not on the day of publication."""
    return when.rule.startswith("duration_") and not _TO_THIS_DAY.search(phrase)


def doubts(text: str, start: int) -> tuple[bool, bool, int]:
    """Whether the words before an expression make it circa or uncertain, and where they begin."""
    circa = uncertain = False
    if match := _CIRCA.search(text, max(0, start - _NEAR), start):
        circa, start = True, match.start()
    if match := _UNCERTAIN.search(text, max(0, start - _NEAR), start):
        uncertain, start = True, match.start()
    return circa, uncertain, start
