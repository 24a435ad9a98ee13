"""The nouns of the lexicon. Each stands in the singular and the plural, as in the text."""

from __future__ import annotations

from .lexicon import (
    AGREEING,
    FIGHTING,
    GATHERING,
    HARMING,
    LOSING,
    NOBODY,
    STRIKING,
    TAKING,
    TAKING_PART,
    YIELDING,
    Entry,
    Frame,
)
from .words import NP, PLACE


def _noun(
    kind: str,
    heads: str,
    frame: Frame,
    then: str = "",
    *,
    before: str = "",
    unless_before: str = "",
) -> Entry:
    return Entry(kind, heads, frame, then, before, unless_before=unless_before, noun=True)


NOUNS = (
    _noun(
        "captured",
        "capture seizure recapture liberation takeover conquest",
        TAKING,
        rf" of{NP}{PLACE}",
    ),
    _noun("captured", "fall loss", LOSING, rf" of{NP}{PLACE}", before=r"\b(?:the|its|their) $"),
    _noun("transferred", "handover transfer", LOSING, rf" of{NP}(?:control|{PLACE})"),
    _noun("withdrew", "withdrawal retreat pullout", LOSING, r" (?:from|of)\b"),
    _noun("besieged", "siege blockade encirclement", FIGHTING, rf" of{NP}{PLACE}"),
    _noun("surrender", "surrender", YIELDING, r" (?:of|to)\b"),
    _noun(
        "chemical_attack",
        "attack attacks strike",
        STRIKING,
        before=r"\b(?:chemical|gas|chlorine|sarin|nerve agent|mustard gas)(?: weapons?)? $",
    ),
    _noun(
        "suicide_attack",
        "bomber bombers bombing bombings attack attacks attacker blast blasts",
        STRIKING,
        before=r"\bsuicide(?: \w+)?[ -]$",
    ),
    _noun(
        "grenade",
        "grenade grenades",
        STRIKING,
        " (?:attack|exploded|was thrown|blast)",
        unless_before="rocket-propelled $",
    ),
    _noun("air_strike", "airstrike airstrikes bombardment", STRIKING, before=r"(?<!artillery )$"),
    _noun(
        "air_strike",
        "strike strikes raid raids attack attacks bombardment bombing",
        STRIKING,
        before=r"\b(?:air|drone|aerial|helicopter|unmanned)[ -]$",
    ),
    _noun("shelling", "shelling bombardment", STRIKING),
    _noun(
        "shelling",
        "attack attacks strike strikes fire barrage barrages bombardment",
        STRIKING,
        before=r"\b(?:artillery|rocket|missile|mortar|tank|ballistic missile) $",
    ),
    _noun(
        "bomb_ied",
        "bomb bombs bombing bombings blast",
        STRIKING,
        before=r"\b(?:car|truck|roadside|vehicle|motorcycle|minibus|parcel|improvised|lorry)[ -]$",
    ),
    _noun(
        "bomb_ied",
        "mine mines landmine landmines ied blast explosion explosions bombing",
        STRIKING,
        unless_before=r"(?:gold|coal|copper|cobalt|coltan|clear|clearing|remove) $",
    ),
    _noun(
        "killing_civilians",
        "massacre killing killings execution executions beheading assassination",
        HARMING,
        r" (?:of|in|at|by)\b",
    ),
    _noun("abduction", "abduction abductions kidnapping kidnappings", HARMING),
    _noun("sexual_violence", "rape rapes", HARMING, " (?:of|in|by)"),
    _noun("protest", "protest protests demonstration demonstrations rally sit-in", GATHERING),
    _noun("riot", "riot riots rioting", GATHERING),
    _noun(
        "clash",
        "clash clashes fighting firefight battle battles gunbattle ambush raid skirmish "
        "skirmishes attack attacks assault",
        FIGHTING,
        unless_before=r"\b(?:street|heart|cyber|panic|air|drone|suicide|rocket|missile) $",
    ),
    _noun("offensive_began", "offensive invasion incursion counteroffensive", FIGHTING),
    _noun("prisoner_exchange", "exchange swap", AGREEING, before=r"\b(?:prisoners?|captives?) $"),
    _noun("release", "release", TAKING_PART, rf" of{NP}(?:prisoners|hostages|detainees|captives)"),
    _noun("agreement", "ceasefire cease-fire truce agreement accord deal pact", AGREEING),
    _noun("displacement", "exodus displacement", NOBODY),
    _noun("mass_grave_found", "grave graves", NOBODY, before=r"\bmass $"),
    _noun("faction_change", "defection defections", TAKING_PART),
    _noun("looting_destruction", "looting", HARMING),
)
