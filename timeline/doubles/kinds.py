"""Which kinds two accounts may give one and the same event."""

from timeline.models.vocabulary import Kind

# Kinds that two accounts of one event are told as. A kind may stand in several groups, and groups
# that share a kind stay apart: a surrender is no capture, though both may be told as a hand-over.
KINDRED = (
    # A place changes hands: one tells the taking, another the leaving, with or without a fight.
    {Kind.CAPTURED, Kind.TRANSFERRED, Kind.WITHDREW},
    # Fighters leave under terms: the deal, the laying down of arms, the convoy, the hand-over.
    {Kind.AGREEMENT, Kind.SURRENDER, Kind.WITHDREW, Kind.TRANSFERRED},
    # The first fighting of an offensive is told as a clash by those who see no plan in it.
    {Kind.CLASH, Kind.OFFENSIVE_BEGAN},
    # Fire from afar, whose means few witnesses can tell; or told by whom it killed.
    {Kind.AIR_STRIKE, Kind.SHELLING, Kind.CHEMICAL_ATTACK, Kind.KILLING_CIVILIANS},
    # Blasts on the ground, likewise.
    {Kind.BOMB_IED, Kind.SUICIDE_ATTACK, Kind.GRENADE, Kind.KILLING_CIVILIANS},
    # ACLED tells arrest from abduction by who did it, which is what accounts dispute.
    {Kind.ARREST, Kind.ABDUCTION},
    {Kind.RELEASE, Kind.PRISONER_EXCHANGE},
    # A demonstration, by how it ended.
    {Kind.PROTEST, Kind.PROTEST_INTERVENTION, Kind.PROTEST_REPRESSED, Kind.RIOT},
    {Kind.RIOT, Kind.MOB_VIOLENCE},
    {Kind.PROTEST_REPRESSED, Kind.KILLING_CIVILIANS},
)


def kindred(kind: str) -> set[str]:
    """The kind itself, and those that another account may give the same event."""
    return {kind}.union(*(map(str, group) for group in KINDRED if kind in group))
