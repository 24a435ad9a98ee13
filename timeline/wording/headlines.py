"""A headline to begin with: who did what, where, in the present tense, from kind and roles.

Every pattern is translated whole. Of those of a kind, the first is taken all of whose names are
known; so each list runs from the fullest sentence to the barest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from timeline.models.vocabulary import Kind, Role
from timeline.wording.lists import listed

# Which roles can stand for a name in a pattern, the likeliest first.
STANDS_FOR: Mapping[str, tuple[str, ...]] = {
    "actor": (
        Role.CAPTOR,
        Role.ATTACKER,
        Role.PERPETRATOR,
        Role.CLAIMANT,
        Role.ACCUSED,
        Role.PARTICIPANT,
    ),
    "signatory": (Role.SIGNATORY,),
    "opponent": (Role.FORMER_HOLDER, Role.DEFENDER, Role.TARGET, Role.VICTIM),
}
PARTNERS = (Role.SIGNATORY, Role.PARTICIPANT)

PATTERNS: Mapping[Kind, tuple[str | Promise, ...]] = {
    Kind.CAPTURED: (
        _("%(actor)s captures %(city)s from %(opponent)s"),
        _("%(actor)s captures %(city)s"),
        _("%(opponent)s loses %(city)s"),
        _("%(city)s is captured"),
    ),
    Kind.TRANSFERRED: (
        _("%(opponent)s hands %(city)s over to %(actor)s"),
        _("%(actor)s takes over %(city)s without fighting"),
        _("%(opponent)s gives up %(city)s"),
        _("%(city)s changes hands without fighting"),
    ),
    Kind.WITHDREW: (
        _("%(opponent)s withdraws from %(city)s"),
        _("%(actor)s withdraws from %(city)s"),
        _("Fighters withdraw from %(city)s"),
    ),
    Kind.BESIEGED: (
        _("%(actor)s besieges %(opponent)s in %(city)s"),
        _("%(actor)s besieges %(city)s"),
        _("Siege of %(city)s begins"),
    ),
    Kind.SIEGE_LIFTED: (
        _("%(actor)s breaks the siege of %(city)s"),
        _("Siege of %(city)s is lifted"),
    ),
    Kind.BASE_ESTABLISHED: (
        _("%(actor)s sets up a base in %(city)s"),
        _("A base is set up in %(city)s"),
    ),
    Kind.CLASH: (
        _("%(actor)s fights %(opponent)s in %(city)s"),
        _("%(partners)s clash in %(city)s"),
        _("%(actor)s attacks in %(city)s"),
        _("%(opponent)s is attacked in %(city)s"),
        _("Clashes in %(city)s"),
    ),
    Kind.OFFENSIVE_BEGAN: (
        _("%(actor)s begins an offensive against %(opponent)s in %(city)s"),
        _("%(actor)s begins an offensive on %(city)s"),
        _("Offensive on %(city)s begins"),
    ),
    Kind.OFFENSIVE_ENDED: (
        _("%(actor)s ends its offensive on %(city)s"),
        _("Offensive on %(city)s ends"),
    ),
    Kind.AIR_STRIKE: (
        _("%(actor)s bombs %(opponent)s in %(city)s"),
        _("%(actor)s bombs %(city)s from the air"),
        _("Air strike hits %(opponent)s in %(city)s"),
        _("Air strike hits %(city)s"),
    ),
    Kind.SHELLING: (
        _("%(actor)s shells %(opponent)s in %(city)s"),
        _("%(actor)s shells %(city)s"),
        _("%(city)s is shelled"),
    ),
    Kind.BOMB_IED: (
        _("%(actor)s sets off a bomb against %(opponent)s in %(city)s"),
        _("%(actor)s sets off a bomb in %(city)s"),
        _("Bomb goes off in %(city)s"),
    ),
    Kind.SUICIDE_ATTACK: (
        _("%(actor)s carries out a suicide attack on %(opponent)s in %(city)s"),
        _("%(actor)s carries out a suicide attack in %(city)s"),
        _("Suicide attack in %(city)s"),
    ),
    Kind.GRENADE: (
        _("%(actor)s throws a grenade in %(city)s"),
        _("Grenade is thrown in %(city)s"),
    ),
    Kind.CHEMICAL_ATTACK: (
        _("%(actor)s attacks %(city)s with chemical weapons"),
        _("Chemical attack on %(city)s"),
    ),
    Kind.KILLING_CIVILIANS: (
        _("%(actor)s kills civilians in %(city)s"),
        _("Civilians are killed in %(city)s"),
    ),
    Kind.ABDUCTION: (
        _("%(actor)s abducts people in %(city)s"),
        _("People are abducted in %(city)s"),
    ),
    Kind.SEXUAL_VIOLENCE: (
        _("%(actor)s commits sexual violence in %(city)s"),
        _("Sexual violence in %(city)s"),
    ),
    Kind.PROTEST: (
        _("People protest against %(opponent)s in %(city)s"),
        _("People protest in %(city)s"),
    ),
    Kind.PROTEST_INTERVENTION: (
        _("%(actor)s breaks up a protest in %(city)s"),
        _("Protest in %(city)s is broken up"),
    ),
    Kind.PROTEST_REPRESSED: (
        _("%(actor)s uses force against protesters in %(city)s"),
        _("Force is used against protesters in %(city)s"),
    ),
    Kind.RIOT: (_("Riot in %(city)s"),),
    Kind.MOB_VIOLENCE: (
        _("Mob attacks %(opponent)s in %(city)s"),
        _("Mob violence in %(city)s"),
    ),
    Kind.AGREEMENT: (
        _("%(partners)s reach an agreement on %(city)s"),
        _("Agreement on %(city)s is reached"),
    ),
    Kind.SURRENDER: (
        _("%(signatory)s surrenders to %(actor)s in %(city)s"),
        _("%(opponent)s surrenders to %(actor)s in %(city)s"),
        _("%(signatory)s surrenders in %(city)s"),
        _("%(opponent)s surrenders in %(city)s"),
        _("Fighters surrender in %(city)s"),
    ),
    Kind.PRISONER_EXCHANGE: (
        _("%(partners)s exchange prisoners in %(city)s"),
        _("Prisoners are exchanged in %(city)s"),
    ),
    Kind.RELEASE: (
        _("%(actor)s releases captives in %(city)s"),
        _("Captives are released in %(city)s"),
    ),
    Kind.ARREST: (
        _("%(actor)s makes arrests in %(city)s"),
        _("Arrests in %(city)s"),
    ),
    Kind.FACTION_CHANGE: (
        _("%(partners)s join forces"),
        _("%(actor)s changes"),
        _("A faction changes in %(city)s"),
    ),
    Kind.WEAPONS_SEIZED: (
        _("%(actor)s seizes weapons from %(opponent)s in %(city)s"),
        _("%(actor)s seizes weapons in %(city)s"),
        _("Weapons are seized in %(city)s"),
    ),
    Kind.STATEMENT: (
        _("%(actor)s makes a statement on %(city)s"),
        _("Statement on %(city)s"),
    ),
    Kind.LOOTING_DESTRUCTION: (
        _("%(actor)s loots and destroys in %(city)s"),
        _("Looting and destruction in %(city)s"),
    ),
    Kind.DISPLACEMENT: (
        _("%(actor)s drives people out of %(city)s"),
        _("People flee %(city)s"),
    ),
    Kind.AID: (_("Aid reaches %(city)s"),),
    Kind.MASS_GRAVE_FOUND: (_("Mass grave is found in %(city)s"),),
    Kind.OTHER: (),
}


def headline(kind: str, parties: Iterable[tuple[str, str]], city: str = "") -> str:
    """A first headline; "" where too little is known for one.

    `kind` is a code of `Kind`, `parties` are pairs of a code of `Role` and a faction's name.
    """
    names = named(list(parties), city)
    for pattern in PATTERNS[Kind(kind)] if kind in Kind else ():
        try:
            return capfirst(str(pattern) % names)
        except KeyError:
            continue
    return ""


def named(parties: list[tuple[str, str]], city: str) -> dict[str, str]:
    """The names that patterns can use, only those that are known."""
    names = {"city": city} if city else {}
    for place, roles in STANDS_FOR.items():
        likeliest = (name for role in roles for had, name in parties if had == role)
        if name := next(likeliest, ""):
            names[place] = name
    partners = [name for role, name in parties if role in PARTNERS]
    if len(partners) > 1:
        names["partners"] = listed(partners)
    return names
