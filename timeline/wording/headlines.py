"""A headline to begin with: who did what, where, in the present tense, from kind and roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.models.vocabulary import Kind, Role
from timeline.wording.headline_patterns import PATTERNS
from timeline.wording.lists import listed

# Which roles can stand for a name in a pattern, the likeliest first; and the name of its number.
STANDS_FOR: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("actor", "actors"): (
        Role.CAPTOR,
        Role.ATTACKER,
        Role.PERPETRATOR,
        Role.CLAIMANT,
        Role.ACCUSED,
        Role.PARTICIPANT,
    ),
    ("signatory", "signatories"): (Role.SIGNATORY,),
    ("opponent", "opponents"): (Role.FORMER_HOLDER, Role.DEFENDER, Role.TARGET, Role.VICTIM),
}
PARTNERS = (Role.SIGNATORY, Role.PARTICIPANT)
ONE, MANY = 1, 2


def headline(
    kind: str, parties: Iterable[tuple[str, str]], city: str = "", locality: str = ""
) -> str:
    """A first headline; "" where too little is known for one.

    `kind` is a code of `Kind`, `parties` are pairs of a code of `Role` and a faction's name;
    `locality` is what lies in the city. Of the kind's patterns the first is taken all of whose
    names are known.
    """
    names = named(list(parties), place(city, locality))
    for pattern in PATTERNS[Kind(kind)] if kind in Kind else ():
        try:
            return capfirst(str(pattern % names))
        except KeyError:
            continue
    return ""


def place(city: str, locality: str) -> str:
    """The narrowest place first: "a hospital in Raqqa"."""
    if city and locality:
        return _("%(locality)s in %(city)s") % {"locality": locality, "city": city}
    return city or locality


def named(parties: list[tuple[str, str]], city: str) -> dict[str, str | int]:
    """The names that patterns can use, only those that are known, and their grammatical number."""
    names: dict[str, str | int] = {"city": city} if city else {}
    for (place, number), roles in STANDS_FOR.items():
        likeliest = (name for role in roles for had, name in parties if had == role)
        if name := next(likeliest, ""):
            names |= {place: name, number: MANY if is_plural(name) else ONE}
    partners = [name for role, name in parties if role in PARTNERS]
    if len(partners) > 1:
        names["partners"] = listed(partners)
    return names


def is_plural(name: str) -> bool:
    """Whether an English name goes with a plural: "Iraqi security forces", not "ISIS"."""
    last = name.split()[-1]
    return last.endswith("s") and not last.isupper() and not last.endswith(("ss", "us"))
