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
take took taken | retake retook retaken | overtake overtook overtaken | overrun overran overrun
overrunning | fall fell fallen | lose lost lost | withdraw withdrew withdrawn | drive drove driven |
break broke broken | begin began begun beginning | strike struck struck | hit hit hit hitting |
blow blew blown | shoot shot shot | fight fought fought | flee fled fled | leave left left |
cede ceded ceded | sign signed signed | win won won winning | lay laid laid | give gave given |
set set set setting | cut cut cut cutting | bring brought brought | hold held held |
burn burned burnt | find found found | free freed freed freeing | go went gone |
come came come | reach reached reached | agree agreed agreed agreeing | make made made |
ram rammed rammed ramming | kidnap kidnapped kidnapped kidnapping | let let let letting |
rob robbed robbed robbing | split split split splitting | swap swapped swapped swapping |
join joined joined joining | form formed formed | shell shelled shelled shelling |
bomb bombed bombed bombing | raid raided raided raiding | repel repelled repelled repelling |
hand handed handed | drop dropped dropped dropping | expel expelled expelled expelling |
throw threw thrown | stab stabbed stabbed stabbing | gun gunned gunned gunning |
rout routed routed | oust ousted ousted | wrest wrested wrested | slay slew slain |
behead beheaded beheaded | rebrand rebranded rebranded | regain regained regained |
send sent sent | meet met met | airdrop airdropped airdropped airdropping | see saw seen |
sweep swept swept | say said said | dig dug dug digging | tell told told | rise rose risen |
plant planted planted | quit quit quit quitting | defect defected defected |
occur occurred occurred occurring | unearth unearthed unearthed | erupt erupted erupted |
pull pulled pulled | exit exited exited exiting | enter entered entered entering |
open opened opened opening | target targeted targeted targeting | rally rallied rallied |
besiege besieged besieged | encircle encircled encircled | detonate detonated detonated |
pour poured poured | ban banned banned banning | inter interred interred interring |
beat beat beaten | spread spread spread | fire fired fired | explode exploded exploded |
ambush ambushed ambushed | fly flew flown | lead led led | steal stole stolen | build built built |
draw drew drawn | run ran run running | swear swore sworn | catch caught caught | transfer transferred transferred transferring | mob mobbed mobbed
mobbing | tear tore torn | trap trapped trapped trapping | weaken weakened weakened
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
