"""The words for people that a number counts."""

from __future__ import annotations

import re

_PEOPLE = """
people persons person others souls individuals inhabitants residents locals villagers
civilian civilians noncombatants child children women woman men man boys boy girls girl babies
infants teenagers youths families family relatives parents mothers fathers brothers sisters sons
daughters elders adults refugees migrants displaced returnees pilgrims worshippers mourners
shoppers passengers pedestrians bystanders victims survivors casualties fatalities
fighter fighters soldier soldiers troops servicemen conscripts recruits militants militant rebels
rebel insurgents insurgent gunmen gunman jihadists jihadist extremists terrorists combatants
militiamen paramilitaries guerrillas commandos peacekeepers guards personnel commanders commander
leaders officers officer policemen policeman police peshmerga marines pilots attackers attacker
defenders bombers bomber snipers defectors deserters mercenaries contractors advisers members member
protesters protester demonstrators demonstrator marchers rioters activists
prisoners prisoner hostages hostage captives detainees inmates
doctors nurses medics paramedics patients rescuers volunteers workers worker journalists journalist
reporters teachers students pupils schoolchildren schoolgirls farmers fishermen drivers traders
officials judges politicians priests monks nuns clerics imams
americans american syrians syrian iraqis iraqi kurds kurd turks turk russians russian iranians
iranian yazidis christians muslims shiites sunnis
alawites turkmen arabs israelis palestinians afghans britons germans foreigners tribesmen
"""
PERSON = "(?:" + "|".join(sorted(_PEOPLE.split(), key=len, reverse=True)) + r")(?!\w)"

# Words that end the phrase before a person is named, or that count something else.
_NOT_WITHIN = (
    r"were|was|are|is|had|has|have|been|and|or|in|on|at|by|near|from|to|into|when|while|after|"
    r"before|who|which|that|of|among|with|killed|killing|wounded|wounding|injured|injuring|dead|others|those|"
    r"miles?|kilomet(?:re|er)s?|km|years?|months?|weeks?|days?|hours?|minutes|per ?cent|percent|"
    r"tonn?es?|dollars|euros|rounds|shells|rockets|tanks|vehicles|villages|houses|buildings"
)
_WORD = rf"(?!(?:{_NOT_WITHIN})(?!\w))[^\W\d_][\w'’-]*"
_NOUN = rf"(?:{_WORD} ){{0,4}}?{PERSON}"
_MEMBERS_OF = (
    rf"members? of (?:an? |the )?{_WORD}(?: {_WORD}){{0,3}}?"
    rf"(?=[,.;:!?]|$| (?:{_NOT_WITHIN})\b)"
)
PHRASE = (
    rf"(?: more| further| other| dead)?(?: (?:of|among)(?: (?:the|its|their|his|our))?)?"
    rf" (?P<whom>{_MEMBERS_OF}|{_NOUN}(?:(?:,| and|, and) (?:{_WORD} )?{PERSON})*)"
)
"""Who is counted, behind a number: " Iraqi soldiers", " of its fighters", " women and children"."""

_EVERYBODY = re.compile(
    r"(?:the |other |more )?(?:people|persons?|dead|others|souls|individuals|everybody|bodies)?",
    re.IGNORECASE,
)


def everybody(whom: str) -> bool:
    """Whether the words name no group among those struck: "people", or none at all."""
    return bool(_EVERYBODY.fullmatch(whom.strip()))


def group(words: str | None) -> str:
    """The group as it is kept: as printed, "" for everybody."""
    whom = " ".join((words or "").split())
    return "" if everybody(whom) else whom
