"""The forms of English verbs, as far as the lexicon needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum


class Form(StrEnum):
    """`FINITE` is past and participle where both look alike."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    FINITE = "finite"
    ING = "ing"
    NOUN = "noun"


# base, past, participle; the -ing form follows from the base or stands fourth.
IRREGULAR = """
airdrop airdropped airdropped airdropping | beat beat beaten | begin began begun beginning | blow
blew blown | break broke broken | bring brought brought | build built built | burn burned burnt |
catch caught caught | come came come | cut cut cut cutting | dig dug dug digging | draw drew drawn
| drive drove driven | expel expelled expelled expelling | fall fell fallen | fight fought fought
| find found found | flee fled fled | fly flew flown | give gave given | go went gone | hit hit
hit hitting | hold held held | inter interred interred interring | kidnap kidnapped kidnapped
kidnapping | lay laid laid | lead led led | leave left left | let let let letting | lose lost lost
| make made made | meet met met | occur occurred occurred occurring | overrun overran overrun
overrunning | overtake overtook overtaken | quit quit quit quitting | repel repelled repelled
repelling | retake retook retaken | rise rose risen | run ran run running | say said said | see
saw seen | send sent sent | set set set setting | shoot shot shot | slay slew slain | split split
split splitting | spread spread spread | steal stole stolen | strike struck struck | swear swore
sworn | sweep swept swept | take took taken | tear tore torn | tell told told | throw threw thrown
| transfer transferred transferred transferring | win won won winning | withdraw withdrew
withdrawn | put put put putting | burst burst burst | shut shut shut shutting | hang hanged hanged |
stand stood stood | overthrow overthrew overthrown | seek sought sought | wear wore worn |
control controlled controlled controlling | sink sank sunk | level levelled levelled levelling |
get got got getting | keep kept kept | ram rammed rammed | cost cost cost
"""
_DOUBLED = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")
_PARTS = {row.split()[0]: row.split() for row in IRREGULAR.split("|") if row.strip()}


def forms(base: str) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a verb given by its base."""
    _, past, participle, *given = _PARTS.get(base) or (base, *(_regular(base),) * 2)
    yield base, Form.BASE
    yield _present(base), Form.PRESENT
    if past == participle:
        yield past, Form.FINITE
    else:
        yield past, Form.PAST
        yield participle, Form.PARTICIPLE
    yield given[0] if given else _ing(base), Form.ING


def _regular(base: str) -> str:
    if _DOUBLED.fullmatch(base):
        return base + base[-1] + "ed"
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _ends_in_consonant_y(base) else base + "ed"


def _present(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if _ends_in_consonant_y(base) else base + "s"


def _ing(base: str) -> str:
    if _DOUBLED.fullmatch(base):
        return base + base[-1] + "ing"
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"


def _ends_in_consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeiou"
