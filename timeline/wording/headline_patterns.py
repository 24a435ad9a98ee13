"""First headlines: patterns for each kind of event, from the fullest sentence to the barest.

Each is translated whole. Who does it may be one or many: the name of the number comes with it.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from timeline.models.vocabulary import Kind

PATTERNS: Mapping[Kind, tuple[str | Promise, ...]] = {
    Kind.CAPTURED: (
        ngettext_lazy(
            "%(actor)s captures %(city)s from %(opponent)s",
            "%(actor)s capture %(city)s from %(opponent)s",
            "actors",
        ),
        ngettext_lazy("%(actor)s captures %(city)s", "%(actor)s capture %(city)s", "actors"),
        ngettext_lazy("%(opponent)s loses %(city)s", "%(opponent)s lose %(city)s", "opponents"),
        _("%(city)s is captured"),
    ),
    Kind.TRANSFERRED: (
        ngettext_lazy(
            "%(opponent)s hands %(city)s over to %(actor)s",
            "%(opponent)s hand %(city)s over to %(actor)s",
            "opponents",
        ),
        ngettext_lazy(
            "%(actor)s takes over %(city)s without fighting",
            "%(actor)s take over %(city)s without fighting",
            "actors",
        ),
        ngettext_lazy(
            "%(opponent)s gives up %(city)s", "%(opponent)s give up %(city)s", "opponents"
        ),
        _("%(city)s changes hands without fighting"),
    ),
    Kind.WITHDREW: (
        ngettext_lazy(
            "%(opponent)s withdraws from %(city)s",
            "%(opponent)s withdraw from %(city)s",
            "opponents",
        ),
        ngettext_lazy(
            "%(actor)s withdraws from %(city)s", "%(actor)s withdraw from %(city)s", "actors"
        ),
        _("Fighters withdraw from %(city)s"),
    ),
    Kind.BESIEGED: (
        ngettext_lazy(
            "%(actor)s besieges %(opponent)s in %(city)s",
            "%(actor)s besiege %(opponent)s in %(city)s",
            "actors",
        ),
        ngettext_lazy("%(actor)s besieges %(city)s", "%(actor)s besiege %(city)s", "actors"),
        _("Siege of %(city)s begins"),
    ),
    Kind.SIEGE_LIFTED: (
        ngettext_lazy(
            "%(actor)s breaks the siege of %(city)s",
            "%(actor)s break the siege of %(city)s",
            "actors",
        ),
        _("Siege of %(city)s is lifted"),
    ),
    Kind.BASE_ESTABLISHED: (
        ngettext_lazy(
            "%(actor)s sets up a base in %(city)s", "%(actor)s set up a base in %(city)s", "actors"
        ),
        _("A base is set up in %(city)s"),
    ),
    Kind.CLASH: (
        ngettext_lazy(
            "%(actor)s fights %(opponent)s in %(city)s",
            "%(actor)s fight %(opponent)s in %(city)s",
            "actors",
        ),
        _("%(partners)s clash in %(city)s"),
        ngettext_lazy("%(actor)s attacks in %(city)s", "%(actor)s attack in %(city)s", "actors"),
        ngettext_lazy(
            "%(opponent)s is attacked in %(city)s",
            "%(opponent)s are attacked in %(city)s",
            "opponents",
        ),
        _("Clashes in %(city)s"),
    ),
    Kind.OFFENSIVE_BEGAN: (
        ngettext_lazy(
            "%(actor)s begins an offensive against %(opponent)s in %(city)s",
            "%(actor)s begin an offensive against %(opponent)s in %(city)s",
            "actors",
        ),
        ngettext_lazy(
            "%(actor)s begins an offensive on %(city)s",
            "%(actor)s begin an offensive on %(city)s",
            "actors",
        ),
        _("Offensive on %(city)s begins"),
    ),
    Kind.OFFENSIVE_ENDED: (
        ngettext_lazy(
            "%(actor)s ends its offensive on %(city)s",
            "%(actor)s end their offensive on %(city)s",
            "actors",
        ),
        _("Offensive on %(city)s ends"),
    ),
    Kind.AIR_STRIKE: (
        ngettext_lazy(
            "%(actor)s bombs %(opponent)s in %(city)s",
            "%(actor)s bomb %(opponent)s in %(city)s",
            "actors",
        ),
        ngettext_lazy(
            "%(actor)s bombs %(city)s from the air",
            "%(actor)s bomb %(city)s from the air",
            "actors",
        ),
        _("Air strike hits %(opponent)s in %(city)s"),
        _("Air strike hits %(city)s"),
    ),
    Kind.SHELLING: (
        ngettext_lazy(
            "%(actor)s shells %(opponent)s in %(city)s",
            "%(actor)s shell %(opponent)s in %(city)s",
            "actors",
        ),
        ngettext_lazy("%(actor)s shells %(city)s", "%(actor)s shell %(city)s", "actors"),
        _("%(city)s is shelled"),
    ),
    Kind.BOMB_IED: (
        ngettext_lazy(
            "%(actor)s sets off a bomb in %(city)s",
            "%(actor)s set off a bomb in %(city)s",
            "actors",
        ),
        _("Bomb goes off in %(city)s"),
    ),
    Kind.SUICIDE_ATTACK: (
        ngettext_lazy(
            "%(actor)s carries out a suicide attack in %(city)s",
            "%(actor)s carry out a suicide attack in %(city)s",
            "actors",
        ),
        _("Suicide attack in %(city)s"),
    ),
    Kind.GRENADE: (
        ngettext_lazy(
            "%(actor)s throws a grenade in %(city)s",
            "%(actor)s throw a grenade in %(city)s",
            "actors",
        ),
        _("Grenade is thrown in %(city)s"),
    ),
    Kind.CHEMICAL_ATTACK: (
        ngettext_lazy(
            "%(actor)s attacks %(city)s with chemical weapons",
            "%(actor)s attack %(city)s with chemical weapons",
            "actors",
        ),
        _("Chemical attack on %(city)s"),
    ),
    Kind.KILLING_CIVILIANS: (
        ngettext_lazy(
            "%(actor)s kills civilians in %(city)s",
            "%(actor)s kill civilians in %(city)s",
            "actors",
        ),
        _("Civilians are killed in %(city)s"),
    ),
    Kind.ABDUCTION: (
        ngettext_lazy(
            "%(actor)s abducts people in %(city)s", "%(actor)s abduct people in %(city)s", "actors"
        ),
        _("People are abducted in %(city)s"),
    ),
    Kind.SEXUAL_VIOLENCE: (
        ngettext_lazy(
            "%(actor)s commits sexual violence in %(city)s",
            "%(actor)s commit sexual violence in %(city)s",
            "actors",
        ),
        _("Sexual violence in %(city)s"),
    ),
    Kind.PROTEST: (
        _("People protest against %(opponent)s in %(city)s"),
        _("People protest in %(city)s"),
    ),
    Kind.PROTEST_INTERVENTION: (
        ngettext_lazy(
            "%(actor)s breaks up a protest in %(city)s",
            "%(actor)s break up a protest in %(city)s",
            "actors",
        ),
        _("Protest in %(city)s is broken up"),
    ),
    Kind.PROTEST_REPRESSED: (
        ngettext_lazy(
            "%(actor)s uses force against protesters in %(city)s",
            "%(actor)s use force against protesters in %(city)s",
            "actors",
        ),
        _("Force is used against protesters in %(city)s"),
    ),
    Kind.RIOT: (_("Riot in %(city)s"),),
    Kind.MOB_VIOLENCE: (_("Mob violence in %(city)s"),),
    Kind.AGREEMENT: (
        _("%(partners)s reach an agreement on %(city)s"),
        _("Agreement on %(city)s is reached"),
    ),
    Kind.SURRENDER: (
        ngettext_lazy(
            "%(signatory)s surrenders to %(actor)s in %(city)s",
            "%(signatory)s surrender to %(actor)s in %(city)s",
            "signatories",
        ),
        ngettext_lazy(
            "%(opponent)s surrenders to %(actor)s in %(city)s",
            "%(opponent)s surrender to %(actor)s in %(city)s",
            "opponents",
        ),
        ngettext_lazy(
            "%(signatory)s surrenders in %(city)s",
            "%(signatory)s surrender in %(city)s",
            "signatories",
        ),
        ngettext_lazy(
            "%(opponent)s surrenders in %(city)s", "%(opponent)s surrender in %(city)s", "opponents"
        ),
        _("Fighters surrender in %(city)s"),
    ),
    Kind.PRISONER_EXCHANGE: (
        _("%(partners)s exchange prisoners in %(city)s"),
        _("Prisoners are exchanged in %(city)s"),
    ),
    Kind.RELEASE: (
        ngettext_lazy(
            "%(actor)s releases captives in %(city)s",
            "%(actor)s release captives in %(city)s",
            "actors",
        ),
        _("Captives are released in %(city)s"),
    ),
    Kind.ARREST: (
        ngettext_lazy(
            "%(actor)s makes arrests in %(city)s", "%(actor)s make arrests in %(city)s", "actors"
        ),
        _("Arrests in %(city)s"),
    ),
    Kind.FACTION_CHANGE: (
        _("%(partners)s join forces"),
        _("A faction changes in %(city)s"),
    ),
    Kind.WEAPONS_SEIZED: (
        ngettext_lazy(
            "%(actor)s seizes weapons from %(opponent)s in %(city)s",
            "%(actor)s seize weapons from %(opponent)s in %(city)s",
            "actors",
        ),
        ngettext_lazy(
            "%(actor)s seizes weapons in %(city)s", "%(actor)s seize weapons in %(city)s", "actors"
        ),
        _("Weapons are seized in %(city)s"),
    ),
    Kind.STATEMENT: (
        ngettext_lazy(
            "%(actor)s makes a statement on %(city)s",
            "%(actor)s make a statement on %(city)s",
            "actors",
        ),
        _("Statement on %(city)s"),
    ),
    Kind.LOOTING_DESTRUCTION: (
        ngettext_lazy(
            "%(actor)s loots and destroys in %(city)s",
            "%(actor)s loot and destroy in %(city)s",
            "actors",
        ),
        _("Looting and destruction in %(city)s"),
    ),
    Kind.DISPLACEMENT: (
        ngettext_lazy(
            "%(actor)s drives people out of %(city)s",
            "%(actor)s drive people out of %(city)s",
            "actors",
        ),
        _("People flee %(city)s"),
    ),
    Kind.AID: (_("Aid reaches %(city)s"),),
    Kind.MASS_GRAVE_FOUND: (_("Mass grave is found in %(city)s"),),
    Kind.OTHER: (),
}
