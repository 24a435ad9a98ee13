"""The words that made-up factions, outlets, headlines and sentences are put together from.

Templates are filled with `a` and `b`, the first two parties, `place` and `n`, a number.
"""

from timeline.models.vocabulary import FactionKind, Family, Kind, Role

UMBRELLAS = [
    ("Joint Northern Command", FactionKind.STATE_FORCES),
    ("Eastern Liberation Front", FactionKind.REBEL_GROUP),
    ("Alliance of the Two Rivers", FactionKind.REBEL_GROUP),
    ("Popular Defence Committees", FactionKind.POLITICAL_MILITIA),
    ("International Stabilisation Force", FactionKind.COALITION),
    ("Emirate of the Steppe", FactionKind.REBEL_GROUP),
]
BRANCHES = ("Brigade", "Battalions", "Division", "Regiment", "Shield", "Guards")
BANNERS = ("River", "Mountain", "Desert", "Citadel", "Dawn", "Falcon", "Cedar", "Bridge", "Martyrs")
UNARMED = [
    ("Residents", FactionKind.CIVILIANS),
    ("Demonstrators", FactionKind.PROTESTERS),
    ("Displaced families", FactionKind.CIVILIANS),
    ("Crowds", FactionKind.RIOTERS),
]
PAPERS = ("Courier", "Monitor", "Wire", "Gazette", "Broadcaster", "Observer", "Herald", "Dispatch")
REGIONS = ("Northern", "Southern", "Eastern", "Western", "River", "Border", "Capital", "Highland")

# Shares a little like those of ACLED's records of such wars.
SHARES: dict[Kind, float] = {
    Kind.SHELLING: 24,
    Kind.CLASH: 20,
    Kind.AIR_STRIKE: 17,
    Kind.BOMB_IED: 8,
    Kind.KILLING_CIVILIANS: 7,
    Kind.ABDUCTION: 4,
    Kind.PROTEST: 4,
    Kind.CAPTURED: 3,
    Kind.ARREST: 2,
    Kind.SUICIDE_ATTACK: 1.5,
    Kind.WITHDREW: 1,
    Kind.DISPLACEMENT: 1,
    Kind.AID: 1,
    **dict.fromkeys(
        (Kind.TRANSFERRED, Kind.AGREEMENT, Kind.WEAPONS_SEIZED, Kind.LOOTING_DESTRUCTION), 0.8
    ),
    **dict.fromkeys((Kind.OFFENSIVE_BEGAN, Kind.RIOT, Kind.GRENADE, Kind.STATEMENT), 0.6),
    **dict.fromkeys((Kind.BESIEGED, Kind.RELEASE, Kind.PROTEST_REPRESSED, Kind.MOB_VIOLENCE), 0.3),
    **dict.fromkeys((Kind.MASS_GRAVE_FOUND, Kind.SIEGE_LIFTED, Kind.PRISONER_EXCHANGE), 0.15),
    **dict.fromkeys((Kind.CHEMICAL_ATTACK, Kind.SURRENDER, Kind.FACTION_CHANGE), 0.1),
}

# Who takes which part, in the order in which parties are named: role and side.
ROLES: dict[Family, list[tuple[Role, int | None]]] = {
    Family.CONTROL: [
        (Role.CAPTOR, 1),
        (Role.FORMER_HOLDER, 2),
        (Role.SUPPORTER, 1),
        (Role.PARTNER, 1),
        (Role.PARTNER, 2),
    ],
    Family.FIGHTING: [
        (Role.ATTACKER, 1),
        (Role.DEFENDER, 2),
        (Role.PARTNER, 1),
        (Role.SUPPORTER, 2),
        (Role.CLAIMANT, None),
    ],
    Family.CIVILIANS: [
        (Role.PERPETRATOR, 1),
        (Role.VICTIM, 2),
        (Role.ACCUSED, None),
        (Role.CLAIMANT, None),
        (Role.PARTICIPANT, None),
    ],
}
OTHER_ROLES: list[tuple[Role, int | None]] = [
    (Role.PARTICIPANT, 1),
    (Role.TARGET, 2),
    (Role.SIGNATORY, None),
    (Role.MEDIATOR, None),
    (Role.PARTNER, None),
]

HEADLINES: dict[Family, tuple[str, ...]] = {
    Family.CONTROL: (
        "{a} take {place} from {b}",
        "{a} and {b} change places in {place}",
        "{place} passes from {b} to {a}",
    ),
    Family.FIGHTING: (
        "{a} attack {b} in {place}",
        "Fighting between {a} and {b} in {place}",
        "{a} strike positions of {b} near {place}",
        "{a} shell {place}, held by {b}",
    ),
    Family.CIVILIANS: (
        "{a} accused of killing {n} in {place}",
        "{n} people seized in {place} by {a}",
        "Deaths of {n} in {place} laid to {a}",
    ),
    Family.DEMONSTRATIONS: (
        "{n} march in {place} against {b}",
        "{a} rally in {place}",
    ),
    Family.POLITICAL: (
        "{a} and {b} agree on a pause in {place}",
        "{a} detain {n} in {place}",
        "{a} hand over arms in {place}",
    ),
    Family.HUMANITARIAN: (
        "{n} families leave {place}",
        "Aid convoy reaches {place}",
        "Grave with {n} bodies found in {place}",
    ),
    Family.OTHER: ("{a} seen in {place}",),
}

OPENINGS = (
    "{a} moved on positions of {b} in {place}",
    "Shells fired by {a} fell on the {thing} in {place}",
    "{n} people were wounded near the {thing} in {place}",
    "Residents of {place} reported {adjective} fire from the side of {b}",
    "The {thing} in {place} was held by {a} for {n} hours",
    "A convoy of {b} was stopped by {a} outside {place}",
    "Aircraft circled over the {thing} in {place} before {a} advanced",
    "{b} left the {thing} in {place} after {adjective} clashes with {a}",
)
CLOSINGS = (
    "according to a {adjective} account given to reporters",
    "a spokesman for {a} said",
    "medics at the {thing} said",
    "although {b} denied it",
    "after {n} days of {adjective} fighting",
    "residents reached by telephone said",
    "and the road to the {thing} was closed",
    "leaving {n} dead and many homes damaged",
)
SUMMARIES = (
    "The {adjective} {thing} was hit {n} times.",
    "Both sides spoke of {n} losses around the {thing}.",
    "Reports on the {thing} differ, and the {adjective} ones could not be checked.",
    "It was the {adjective} week for the {thing} since the spring.",
)
THINGS = (
    *("hospital", "bridge", "market", "grain silos", "school", "airfield", "dam", "checkpoint"),
    *("power station", "mosque", "refinery", "bakery", "prison", "railway station", "stadium"),
    *("citadel", "border crossing", "water tower", "university", "cement works", "barracks"),
    *("governor's office", "textile mill", "bus depot", "stone quarry", "telephone exchange"),
)
ADJECTIVES = (
    *("heavy", "sporadic", "renewed", "fierce", "brief", "nightly", "intense", "scattered"),
    *("indiscriminate", "deadly", "unclaimed", "sustained", "quiet", "bloody", "confused"),
    *("unverified", "early", "late", "bitter", "cautious"),
)
NOTICE = "This text was made up by a program to measure Dateline; nothing in it happened."
