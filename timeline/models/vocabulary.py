"""The words of the field, as codes and as labels: kinds, roles, grades, statuses.

Codes follow ACLED's and UCDP's code books where those have one; exports print the codes.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Family(models.TextChoices):
    CONTROL = "control", _("Control")
    FIGHTING = "fighting", _("Fighting")
    CIVILIANS = "civilians", _("Against civilians")
    DEMONSTRATIONS = "demonstrations", _("Demonstrations")
    POLITICAL = "political", _("Talks and politics")
    HUMANITARIAN = "humanitarian", _("Humanitarian")
    OTHER = "other", _("Other")


class Kind(models.TextChoices):
    CAPTURED = "captured", _("captured by fighting")
    TRANSFERRED = "transferred", _("changed hands without fighting")
    WITHDREW = "withdrew", _("withdrawal")
    BESIEGED = "besieged", _("siege begins")
    SIEGE_LIFTED = "siege_lifted", _("siege lifted")
    BASE_ESTABLISHED = "base_established", _("base established")
    CLASH = "clash", _("armed clash")
    OFFENSIVE_BEGAN = "offensive_began", _("offensive begins")
    OFFENSIVE_ENDED = "offensive_ended", _("offensive ends")
    AIR_STRIKE = "air_strike", _("air strike")
    SHELLING = "shelling", _("shelling")
    BOMB_IED = "bomb_ied", _("bomb or mine")
    SUICIDE_ATTACK = "suicide_attack", _("suicide attack")
    GRENADE = "grenade", _("grenade")
    CHEMICAL_ATTACK = "chemical_attack", _("chemical attack")
    KILLING_CIVILIANS = "killing_civilians", _("killing of civilians")
    ABDUCTION = "abduction", _("abduction")
    SEXUAL_VIOLENCE = "sexual_violence", _("sexual violence")
    PROTEST = "protest", _("protest")
    PROTEST_INTERVENTION = "protest_intervention", _("protest with intervention")
    PROTEST_REPRESSED = "protest_repressed", _("force against protesters")
    RIOT = "riot", _("riot")
    MOB_VIOLENCE = "mob_violence", _("mob violence")
    AGREEMENT = "agreement", _("agreement")
    SURRENDER = "surrender", _("surrender")
    PRISONER_EXCHANGE = "prisoner_exchange", _("exchange of prisoners")
    RELEASE = "release", _("release")
    ARREST = "arrest", _("arrest")
    FACTION_CHANGE = "faction_change", _("change of a faction")
    WEAPONS_SEIZED = "weapons_seized", _("weapons seized")
    STATEMENT = "statement", _("statement")
    LOOTING_DESTRUCTION = "looting_destruction", _("looting or destruction")
    DISPLACEMENT = "displacement", _("displacement")
    AID = "aid", _("aid")
    MASS_GRAVE_FOUND = "mass_grave_found", _("mass grave found")
    OTHER = "other", _("other")

    @property
    def family(self) -> Family:
        return FAMILY_OF[self]


KINDS_OF: dict[Family, tuple[Kind, ...]] = {
    Family.CONTROL: (
        Kind.CAPTURED,
        Kind.TRANSFERRED,
        Kind.WITHDREW,
        Kind.BESIEGED,
        Kind.SIEGE_LIFTED,
        Kind.BASE_ESTABLISHED,
    ),
    Family.FIGHTING: (
        Kind.CLASH,
        Kind.OFFENSIVE_BEGAN,
        Kind.OFFENSIVE_ENDED,
        Kind.AIR_STRIKE,
        Kind.SHELLING,
        Kind.BOMB_IED,
        Kind.SUICIDE_ATTACK,
        Kind.GRENADE,
        Kind.CHEMICAL_ATTACK,
    ),
    Family.CIVILIANS: (Kind.KILLING_CIVILIANS, Kind.ABDUCTION, Kind.SEXUAL_VIOLENCE),
    Family.DEMONSTRATIONS: (
        Kind.PROTEST,
        Kind.PROTEST_INTERVENTION,
        Kind.PROTEST_REPRESSED,
        Kind.RIOT,
        Kind.MOB_VIOLENCE,
    ),
    Family.POLITICAL: (
        Kind.AGREEMENT,
        Kind.SURRENDER,
        Kind.PRISONER_EXCHANGE,
        Kind.RELEASE,
        Kind.ARREST,
        Kind.FACTION_CHANGE,
        Kind.WEAPONS_SEIZED,
        Kind.STATEMENT,
    ),
    Family.HUMANITARIAN: (
        Kind.LOOTING_DESTRUCTION,
        Kind.DISPLACEMENT,
        Kind.AID,
        Kind.MASS_GRAVE_FOUND,
    ),
    Family.OTHER: (Kind.OTHER,),
}
FAMILY_OF = {kind: family for family, kinds in KINDS_OF.items() for kind in kinds}


class Precision(models.TextChoices):
    """How exactly a day is known; the same scale as `timeline.dates.Precision`."""

    EXACT = "exact", _("the day")
    DAYS = "days", _("a few days")
    WEEK = "week", _("a week")
    PART_MONTH = "part_month", _("a third of a month")
    MONTH = "month", _("a month")
    SEASON = "season", _("a season or quarter")
    YEAR = "year", _("a year")
    LONGER = "longer", _("more than a year")
    BEFORE = "before", _("on or before a day")
    AFTER = "after", _("on or after a day")
    UNKNOWN = "unknown", _("not known")


class PlacePrecision(models.TextChoices):
    EXACT = "exact", _("a point or building")
    DISTRICT = "district_of_city", _("a district of the city")
    TOWN = "town", _("the town")
    NEAR = "near", _("near the town")
    AREA = "area", _("a small region")
    PROVINCE = "province", _("a province")
    REGION = "region", _("a large region, road, river or border")
    COUNTRY = "country", _("a country")
    SEA_OR_AIRSPACE = "sea_or_airspace", _("sea or airspace")
    UNKNOWN = "unknown", _("not known")


class Status(models.TextChoices):
    """The state of publication, never of the evidence."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Grade(models.TextChoices):
    """The evidence, never the state of publication."""

    UNCONFIRMED = "unconfirmed", _("Unconfirmed")
    REPORTED = "reported", _("Reported")
    CORROBORATED = "corroborated", _("Corroborated")
    CONFIRMED = "confirmed", _("Confirmed")
    DISPUTED = "disputed", _("Disputed")
    REFUTED = "refuted", _("Refuted")


class ControlState(models.TextChoices):
    """What the record says of a city on a day."""

    HELD = "held", _("held")
    CHANGING = "changing", _("changing hands")
    CONTESTED = "contested", _("contested")
    UNKNOWN = "unknown", _("not known")


class Role(models.TextChoices):
    ATTACKER = "attacker", _("attacker")
    DEFENDER = "defender", _("defender")
    CAPTOR = "captor", _("captor")
    FORMER_HOLDER = "former_holder", _("former holder")
    HOLDER = "holder", _("holder")
    PERPETRATOR = "perpetrator", _("perpetrator")
    TARGET = "target", _("target")
    VICTIM = "victim", _("victim")
    SUPPORTER = "supporter", _("supporter")
    PARTNER = "partner", _("partner")
    SIGNATORY = "signatory", _("signatory")
    MEDIATOR = "mediator", _("mediator")
    CLAIMANT = "claimant", _("claimant")
    ACCUSED = "accused", _("accused")
    PARTICIPANT = "participant", _("participant")


class Basis(models.TextChoices):
    STATED = "stated", _("stated by the source")
    CLAIMED_BY_SELF = "claimed_by_self", _("claimed by the faction itself")
    ALLEGED_BY_OTHER = "alleged_by_other", _("alleged by another")
    INFERRED_BY_EDITOR = "inferred_by_editor", _("inferred by the editor")


class ClaimantKind(models.TextChoices):
    PARTY = "party_to_conflict", _("a party to the conflict")
    GOVERNMENT = "government", _("a government")
    MONITOR = "monitor_ngo", _("a monitor or NGO")
    UN_BODY = "un_body", _("a UN body")
    WITNESS = "witness", _("a witness")
    JOURNALIST = "journalist_on_site", _("a journalist on site")
    OFFICIAL = "anonymous_official", _("an unnamed official")
    MEDIA = "media_report", _("a media report")


class Stance(models.TextChoices):
    ASSERTS = "asserts", _("asserts")
    DENIES = "denies", _("denies")
    CONCEDES = "concedes", _("concedes")
    DOUBTS = "doubts", _("doubts")


class Measure(models.TextChoices):
    KILLED = "killed", _("killed")
    INJURED = "injured", _("injured")
    CAPTURED = "captured", _("captured")
    MISSING = "missing", _("missing")
    DISPLACED = "displaced", _("displaced")


class FactionKind(models.TextChoices):
    STATE_FORCES = "state_forces", _("state forces")
    REBEL_GROUP = "rebel_group", _("rebel group")
    POLITICAL_MILITIA = "political_militia", _("political militia")
    IDENTITY_MILITIA = "identity_militia", _("identity militia")
    RIOTERS = "rioters", _("rioters")
    PROTESTERS = "protesters", _("protesters")
    CIVILIANS = "civilians", _("civilians")
    EXTERNAL_OTHER = "external_other", _("external or other forces")
    COALITION = "coalition", _("coalition")


class Relation(models.TextChoices):
    PART_OF = "part_of", _("part of")
    ALLIED_WITH = "allied_with", _("allied with")
    SUPPORTS = "supports", _("supports")
    OPPOSED_TO = "opposed_to", _("opposed to")
    SUCCESSOR_OF = "successor_of", _("successor of")
    SPLIT_FROM = "split_from", _("split from")
    MERGED_INTO = "merged_into", _("merged into")


class NameKind(models.TextChoices):
    OFFICIAL = "official", _("official")
    SHORT = "short", _("short")
    ALIAS = "alias", _("also called")
    FORMER = "former", _("former")
    TRANSLITERATION = "transliteration", _("transliteration")
    EXONYM = "exonym", _("called by others")


class Scale(models.TextChoices):
    LOCAL = "local_partner", _("local")
    SUBNATIONAL = "subnational", _("subnational")
    NATIONAL = "national", _("national")
    REGIONAL = "regional", _("regional")
    INTERNATIONAL = "international", _("international")
    NEW_MEDIA = "new_media", _("new media")
    OTHER = "other", _("other")


class Reading(models.TextChoices):
    UNREAD = "unread", _("unread")
    READING = "reading", _("reading")
    READ = "read", _("read")
