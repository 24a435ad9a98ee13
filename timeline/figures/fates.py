"""The words that say what became of people, before and behind the number of them."""

from __future__ import annotations

import re

# What became of them: as a participle or adjective, as a verb of whoever did it, as their own verb.
_SUFFERED = {
    "killed": r"killed|dead|slain|shot dead|executed|beheaded|massacred|slaughtered|murdered|"
    r"crushed to death|burn(?:ed|t) to death|buried",
    "injured": r"wounded|injured|hurt|maimed",
    "captured": r"captured|detained|arrested|abducted|kidnapped|seized|imprisoned|"
    r"taken (?:prisoner|captive|hostage|away)",
    "missing": r"missing|unaccounted for|not been seen since",
    "displaced": r"displaced|uprooted|made homeless|driven (?:out|from)|forced (?:to flee|from)",
}
_DID = {
    "killed": r"kill(?:ed|ing|s)?|execut(?:ed|ing|es)|behead(?:ed|ing|s)|massacr(?:ed|ing)|"
    r"murder(?:ed|ing)|slaughter(?:ed|ing)|claim(?:ed|ing) the lives of|the deaths? of|left dead",
    "injured": r"(?:wound|injur)(?:ed|ing|es|s)|maim(?:ed|ing)|hurt(?:ing)?",
    "captured": r"captur(?:ed|ing|es)|detain(?:ed|ing|s)|arrest(?:ed|ing|s)|"
    r"abduct(?:ed|ing|s)|kidnap(?:ped|ping|s)|seiz(?:ed|ing|es)|tak(?:en|ing) (?:prisoner|hostage)",
    "displaced": r"displac(?:ed|ing|es)|uproot(?:ed|ing)|forc(?:ed|ing)|dr(?:ove|iving|iven)",
}
_THEMSELVES = {
    "killed": r"died|perished|lost their (?:lives|life)|dying",
    "captured": r"surrendered|gave themselves up|laid down their (?:arms|weapons)",
    "missing": r"(?:went|gone) missing|disappeared|vanished|have not been seen",
    "displaced": r"fled|flee|fleeing|left their homes|abandoned their homes|took flight",
}
_NOUNS = {
    "killed": r"deaths|fatalities|bodies|corpses",
    "injured": r"injuries",
}
TOLL = re.compile(
    r"(?:death toll|toll|number of (?:the )?(?:dead|deaths|people killed)|the dead)"
    r"[^.;:!?]{0,50}?(?: (?:to|at|is|of|as|was|stands at|reached|reaching|passed))+ $",
    re.IGNORECASE,
)

_LINK = (
    r"(?:,[^,.;:!?]{1,60},)?(?: (?:who|all|both|later|also|reportedly|were|was|are|is|be|being|had|"
    r"has|have|been|still|now|feared|believed|confirmed|said to be|reported|left|"
    r"[^\W\d_]+ly)){0,5}"
)


def _any(words: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in words.items())


# "Killed or wounded": of how many which of the two is true is not said.
_NOT_EITHER = r"(?! (?:or|and) (?:killed|wounded|injured|captured|missing|displaced)\b)"
BEHIND = [
    re.compile(rf"{_LINK} (?:{_any(_SUFFERED)})(?!\w){_NOT_EITHER}", re.IGNORECASE),
    re.compile(rf"{_LINK} (?:{_any(_THEMSELVES)})(?!\w)", re.IGNORECASE),
    re.compile(rf" (?:{_any(_NOUNS)})(?!\w)", re.IGNORECASE),
]
AHEAD = re.compile(
    rf"(?<!\w)(?:{_any(_DID)})(?: (?:a total of|in all|altogether|another))? $",
    re.IGNORECASE,
)
FORCED_WHAT = re.compile(
    r"[^.;:!?]{0,40}? (?:from|out of|to flee|to leave|into flight|to abandon)\b", re.IGNORECASE
)
DEAD = re.compile(rf" dead(?!\w){_NOT_EITHER}", re.IGNORECASE)
