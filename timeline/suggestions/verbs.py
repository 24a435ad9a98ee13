"""The verbs of the lexicon, in families. An editor may add a line; the first that fits stands."""

from __future__ import annotations

from .lexicon import (
    AGREEING,
    CLAIMING,
    DISPERSING,
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
)
from .words import (
    ARMS,
    BUILDING,
    CITY,
    CIVILIAN_NOUN,
    DATE,
    FACTION,
    FIGHTER_NOUN,
    NP,
    NUMBER,
    PEOPLE,
    PLACE,
    PLACE_NOUN,
    WORD,
    any_of,
)

_CIVILIANS = rf"{NP}{CIVILIAN_NOUN}\b"
_ADVERB = rf"(?: (?:back|up|in|out|over|{DATE}+))?"
_OUT_OF = rf"(?:{NP}(?:{WORD}))??(?: back| deeper)? (?:out of|from|back from|away from)(?: {WORD}){{0,6}}? {PLACE}"
_OFFENSIVE = any_of(
    "offensive offensives assault assaults operation operations campaign campaigns attack invasion "
    "incursion counteroffensive counter-offensive push advance ground_offensive onslaught war "
    "sweep crackdown battle"
)
_DEAL = any_of(
    "deal deals agreement agreements ceasefire cease-fire truce accord accords pact pause treaty "
    "armistice memorandum cessation halt_in_fighting reconciliation settlement"
)
_OWN = r"(?: (?:their|its|his|her|the))?"
_PROTESTERS = any_of(
    "protesters protestors demonstrators protest protests demonstration demonstrations crowd "
    "crowds rally marchers mourners sit-in"
)

CONTROL = (
    Entry(
        "captured",
        "take seize gain regain wrest win assume establish bring retake secure",
        TAKING,
        rf"{NP}control (?:of|over|in)\b|{NP}control\b(?= from)|(?: full| complete)? control\b",
    ),
    Entry(
        "captured",
        "capture seize retake recapture overrun conquer reclaim regain liberate occupy",
        TAKING,
        rf"{NP}{PLACE}| (?:it|them|more|another)\b",
    ),
    Entry(
        "captured",
        "take",
        TAKING,
        rf"(?: back| over)?{NP}{PLACE}|(?: back)? {CITY}+",
        unless=rf" (?:place|part|refuge|shelter|cover|to the|up positions?|office|action|aim|"
        rf"responsibility|advantage|effect|hostage|prisoner)\b|{NP}{PEOPLE}",
    ),
    Entry(
        "captured",
        "push drive force expel oust eject dislodge flush rout clear evict",
        TAKING,
        _OUT_OF,
        unless=rf"{_CIVILIANS}|{NP}(?:homes|their home)",
    ),
    Entry("captured", "clear", TAKING, rf"{NP}{PLACE} of{NP}(?:{FACTION}|{FIGHTER_NOUN})"),
    Entry(
        "captured",
        "fall",
        LOSING,
        rf"(?: {DATE}+| \w+ly)? (?:to|into the hands of|under the control of|in the hands of) "
        rf"(?:the )?{WORD}",
        before=rf"{PLACE}(?:[^.;]{{0,40}})$",
        unless=r" (?:to his|to her|to the ground|to their)",
    ),
    Entry(
        "captured",
        "fall",
        LOSING,
        rf"(?= {DATE}|[.,]| in| without| after| on|$)",
        before=rf"(?:{CITY}+|\b(?:city|town|capital|village|base|stronghold|airport|garrison)) "
        rf"(?:also |finally |had |has |have )*$",
    ),
    Entry(
        "captured",
        "lose",
        LOSING,
        rf"{NP}(?:control of|{PLACE})",
        unless=rf"{_CIVILIANS}|{NP}(?:lives|contact)",
    ),
    Entry(
        "captured",
        "declare proclaim announce",
        TAKING,
        rf"{NP}(?:victory|liberated|liberation)(?: over| in| of|\b)(?=[^.;]{{0,60}}{CITY})",
    ),
    Entry(
        "captured",
        "declare",
        TAKING,
        r"[^.;]{0,60}\b(?:fully |completely )?"
        r"(?:liberated|under (?:its|their|full|complete) control|freed|captured)\b",
    ),
    Entry("captured", "raise hoist", TAKING, rf"{NP}flags?\b"),
    Entry(
        "captured",
        "come pass fall",
        LOSING,
        r" (?:back )?(?:under|into)(?: \w+){0,3}? (?:control|hands)\b",
    ),
    Entry(
        "transferred",
        "hand cede turn transfer yield surrender give relinquish",
        LOSING,
        rf"(?: over| up| back)?{NP}(?:control|{PLACE})(?:(?: {WORD}){{0,5}}? to\b)?",
        unless=rf"(?: over)?{NP}(?:{PEOPLE}|{ARMS})| (?:to|into|himself|themselves)\b",
    ),
    Entry("transferred", "take", TAKING, rf" over{NP}{PLACE}"),
    Entry(
        "withdrew",
        "withdraw retreat",
        LOSING,
        unless=r" (?:his|her|its support|their support|from (?:the )?(?:talks|deal|treaty|race|accord|agreement))",
    ),
    Entry(
        "withdrew",
        "pull",
        LOSING,
        rf"{NP}(?:{FIGHTER_NOUN}|{FACTION}) (?:out|back)\b| (?:out|back)\b(?: of| from|{_ADVERB})",
        unless=rf"{NP}(?:bodies|body|survivors?|people|children)| out of (?:the )?(?:talks|deal)",
    ),
    Entry(
        "withdrew",
        "leave abandon evacuate quit vacate",
        LOSING,
        rf"{_OWN}{NP}(?:positions?|bases?|posts?|checkpoints?|outposts?)\b",
    ),
    Entry(
        "withdrew",
        "leave abandon evacuate quit vacate flee",
        LOSING,
        rf"{NP}{PLACE}",
        before=rf"(?:{FACTION}+|{FIGHTER_NOUN}|\bthey|\bit|\bwho)(?: had| have| also| then)* $",
    ),
    Entry("withdrew", "evacuate", LOSING, rf"{NP}(?:{FACTION}|{FIGHTER_NOUN})"),
    Entry(
        "siege_lifted", "lift break end breach", FIGHTING, rf"{NP}(?:siege|blockade|encirclement)\b"
    ),
    Entry("besieged", "lay impose tighten", FIGHTING, rf"{NP}(?:siege|blockade)\b"),
    Entry("besieged", "besiege encircle blockade", FIGHTING),
    Entry("besieged", "surround", FIGHTING, rf"{NP}{PLACE}"),
    Entry(
        "besieged",
        "cut",
        FIGHTING,
        rf" off(?:{NP}{PLACE}|{NP}(?:last|main|only|supply)\b)|{NP}(?:road|route|line|highway|artery)s?\b",
    ),
    Entry(
        "base_established",
        "establish open build set inaugurate",
        TAKING_PART,
        rf"(?: up)?{NP}(?:base|bases|headquarters|outpost|outposts|garrison)\b",
    ),
)

WAR = (
    Entry(
        "offensive_began",
        "launch begin start mount open unleash initiate",
        FIGHTING,
        rf"{NP}{_OFFENSIVE}\b",
        unless=rf"{NP}(?:air|drone|rocket|missile|suicide|artillery|mortar|vaccination|aid) ",
    ),
    Entry(
        "offensive_began",
        "begin start",
        FIGHTING,
        "",
        before=rf"\b{_OFFENSIVE}(?: to \w+| on {CITY}+| against {FACTION}+| in {CITY}+)? "
        rf"(?:had |that )?(?:first )?$",
    ),
    Entry("offensive_began", "invade", FIGHTING),
    Entry(
        "offensive_began",
        "erupt break",
        FIGHTING,
        r"(?: out)?\b",
        before=r"\b(?:war|conflict|hostilities|uprising|rebellion) (?:first |had |that )?$",
    ),
    Entry(
        "offensive_ended",
        "end complete conclude halt suspend finish stop",
        FIGHTING,
        rf"{NP}(?:offensive|operation|operations|campaign|assault|advance)\b",
    ),
    Entry(
        "offensive_ended",
        "end conclude stall",
        FIGHTING,
        "",
        before=r"\b(?:offensive|operation|operations|campaign|assault|battle) (?:had |has )?$",
    ),
    Entry(
        "offensive_ended",
        "declare announce",
        FIGHTING,
        rf"{NP}(?:end|completion|conclusion) (?:of|to){NP}(?:offensive|operation|campaign|war|battle)",
    ),
    Entry("clash", "clash skirmish", FIGHTING),
    Entry(
        "clash",
        "battle fight",
        FIGHTING,
        rf"(?: with| against| off| back| in| for|{NP}(?:{FACTION}|{FIGHTER_NOUN}))",
        unless=r" (?:for (?:his|her|their) (?:life|lives)|against (?:corruption|disease|cholera))",
    ),
    Entry("clash", "storm raid ambush assault", FIGHTING, unless=r" out of"),
    Entry("clash", "attack", FIGHTING),
    Entry(
        "clash",
        "push advance move break sweep thrust",
        FIGHTING,
        rf" (?:deeper |further |forward )?(?:into|towards?|on|through|to within|past){NP}{PLACE}|"
        rf" (?:deeper |further |forward )(?:into|towards?|on)",
    ),
    Entry(
        "clash",
        "enter penetrate reach",
        FIGHTING,
        rf"{NP}{PLACE}",
        before=rf"(?:{FACTION}+|\b{FIGHTER_NOUN}|\btanks|\bthey)(?: \w+ly| also| had| have| has)* $",
        unless=rf"{NP}(?:deal|agreement)",
    ),
    Entry(
        "clash",
        "repel repulse foil thwart",
        FIGHTING,
        rf"{NP}(?:attack|attacks|assault|offensive|advance|{FACTION})",
    ),
    Entry("clash", "come", FIGHTING, r" under (?:attack|fire)\b"),
    Entry("clash", "exchange", FIGHTING, rf"{NP}(?:fire|gunfire)\b"),
    Entry(
        "clash",
        "erupt break flare rage resume intensify",
        FIGHTING,
        r"(?: out| up| on)?\b",
        before=rf"\b(?:fighting|clashes|battles?|gunfire|gun battles|firefight|hostilities)"
        rf"(?: between [^.;,]{{1,60}}| in {CITY}+| that)? (?:had |has |also )?$",
    ),
    Entry(
        "clash",
        "shoot",
        FIGHTING,
        rf" down{NP}(?:drones?|jets?|planes?|aircraft|helicopters?|warplanes?)",
    ),
)

STRIKES = (
    Entry(
        "chemical_attack",
        "release spray use drop",
        STRIKING,
        rf"{NP}(?:chlorine|sarin|nerve agent|mustard gas|toxic gas|poison gas|chemical weapons)\b",
    ),
    Entry(
        "suicide_attack",
        "blow",
        STRIKING,
        r" (?:himself|herself|themselves|itself|his vehicle) up\b|"
        r" up (?:himself|herself|themselves|his explosive)",
    ),
    Entry(
        "suicide_attack",
        "detonate ram drive",
        STRIKING,
        rf"{NP}(?:explosive vest|explosives vest|suicide vest|vest|explosive belt|explosives-laden|"
        rf"explosive-laden|packed with explosives|truck bomb into)",
    ),
    Entry("grenade", "throw hurl toss lob", STRIKING, rf"{NP}grenades?\b"),
    Entry(
        "air_strike",
        "bomb strike hit pound target bombard attack raid destroy kill",
        STRIKING,
        "",
        before=r"\b(?:warplanes?|jets?|aircraft|planes|fighter-bombers|helicopters?|gunships?|"
        r"drones?|bombers|air force)(?: [a-z]+ly| also| have| has| had| then)* $",
    ),
    Entry("air_strike", "bomb", STRIKING, unless=rf"{NP}vest"),
    Entry("air_strike", "drop", STRIKING, rf"{NP}(?:bombs?|barrel bombs?|munitions)\b"),
    Entry("shelling", "shell bombard pound", STRIKING),
    Entry(
        "shelling",
        "fire launch",
        STRIKING,
        rf"{NP}(?:rockets?|missiles?|shells?|mortars?|artillery|rounds|drones)\b",
    ),
    Entry(
        "shelling",
        "hit strike land slam kill crash explode",
        STRIKING,
        "",
        before=r"\b(?:rockets?|missiles?|(?<!air)shells?|mortars?|artillery|mortar rounds|barrage|"
        r"projectiles?)(?: [a-z]+ly| also| have| has| had| then| fire)* $",
    ),
    Entry(
        "bomb_ied",
        "explode detonate",
        STRIKING,
        "",
        before=r"\b(?:bombs?|mines?|landmines?|devices?|explosives|ieds?|ordnance|booby traps?)"
        r"(?: [a-z]+ly| also| have| has| had| planted [^.;,]{1,30})* $",
    ),
    Entry(
        "bomb_ied",
        "go",
        STRIKING,
        r" off\b",
        before=r"\b(?:bombs?|mines?|devices?|explosives|ieds?)(?: had| has)? $",
    ),
    Entry("bomb_ied", "detonate", STRIKING, rf"{NP}(?:bombs?|mines?|devices?|ieds?|explosives)\b"),
    Entry(
        "bomb_ied",
        "hit strike",
        STRIKING,
        rf"{NP}(?:landmine|mine|roadside bomb|ied|explosive device)\b",
    ),
)

CIVILIANS = (
    Entry(
        "protest_repressed",
        "kill shoot fire open attack beat crush",
        DISPERSING,
        rf"(?: fire| dead| down)?(?: on| at| upon| into)?{NP}{_PROTESTERS}\b",
    ),
    Entry(
        "protest_intervention",
        "disperse detain arrest teargas block break",
        DISPERSING,
        rf"(?: up)?{NP}{_PROTESTERS}\b",
    ),
    Entry(
        "protest_intervention",
        "fire use lob",
        DISPERSING,
        rf"{NP}(?:tear gas|teargas|water cannons?|rubber bullets|stun grenades|batons)\b",
    ),
    Entry(
        "protest_repressed",
        "use fire",
        DISPERSING,
        rf"{NP}(?:live ammunition|live rounds|live bullets)",
    ),
    Entry("mob_violence", "lynch", HARMING),
    Entry(
        "killing_civilians",
        "massacre execute behead slaughter assassinate slay murder hang",
        HARMING,
    ),
    Entry(
        "killing_civilians",
        "shoot gun stab hack burn beat",
        HARMING,
        rf"(?: dead| down| to death)?(?:{NP}{CIVILIAN_NOUN}\b|(?<=dead) {WORD})| to death| dead\b",
        unless=r" down (?:a|the|an) (?:drone|plane|jet|helicopter)",
    ),
    Entry(
        "killing_civilians",
        "open",
        HARMING,
        r" fire (?:on|at|into|upon)\b",
        unless=rf" fire (?:on|at|into|upon){NP}(?:{FIGHTER_NOUN}|positions)",
    ),
    Entry("abduction", "abduct kidnap", HARMING),
    Entry(
        "abduction", "take hold seize", HARMING, rf"{NP}(?:hostage|hostages|captive)\b|{_CIVILIANS}"
    ),
    Entry("sexual_violence", "rape gang-rape", HARMING),
    Entry("sexual_violence", "assault abuse", HARMING, before=r"\bsexually $"),
    Entry("killing_civilians", "kill", HARMING, rf"{_CIVILIANS}|{NP}{NUMBER}"),
)

STREETS = (
    Entry("riot", "riot", GATHERING),
    Entry(
        "riot",
        "clash",
        GATHERING,
        rf" with{NP}(?:police|security forces)",
        before=rf"\b(?:{_PROTESTERS}|rioters|youths)(?: \w+ly| also| have| had)* $",
    ),
    Entry(
        "protest",
        "protest demonstrate rally march",
        GATHERING,
        unless=rf" (?:into|towards?) (?:the )?{PLACE_NOUN}",
    ),
    Entry("protest", "take pour", GATHERING, r" (?:to|into|onto) the streets\b"),
    Entry("protest", "gather", GATHERING, r"[^.;]{0,40} to (?:protest|demand|denounce)\b"),
    Entry(
        "protest",
        "stage hold",
        GATHERING,
        rf"{NP}(?:protests?|rally|sit-in|demonstrations?|march)\b",
    ),
)

POLITICS = (
    Entry(
        "prisoner_exchange",
        "exchange swap free release",
        AGREEING,
        rf"{NP}(?:prisoners|captives|detainees|hostages|bodies)(?: of war)?\b[^.;]{{0,40}}"
        rf"(?:in exchange for|\bexchange\b|\bswap\b|with (?:the )?{FACTION})",
    ),
    Entry(
        "prisoner_exchange",
        "exchange swap",
        AGREEING,
        rf"{NP}(?:prisoners|captives|detainees|bodies)\b",
    ),
    Entry(
        "prisoner_exchange",
        "carry complete conduct hold",
        AGREEING,
        rf"(?: out)?{NP}(?:prisoner|prisoners) (?:exchange|swap)",
    ),
    Entry(
        "agreement",
        "sign",
        AGREEING,
        rf"{NP}(?:{_DEAL}|declaration|protocol|document|roadmap|paper)\b| up\b",
    ),
    Entry(
        "agreement",
        "reach strike conclude broker negotiate seal make hammer clinch renew extend "
        "announce declare agree accept",
        AGREEING,
        rf"(?: out| to| on)?{NP}{_DEAL}\b(?! talks)",
        unless=r" [^.;]{0,20}to discuss",
    ),
    Entry(
        "agreement",
        "agree",
        AGREEING,
        r" to (?:a |an |the )?(?:halt|stop|end|cease|lay|withdraw|"
        r"hand|leave|evacuate|release|extend|allow|let|open|suspend|pull|give|surrender|disarm)\b",
    ),
    Entry(
        "agreement",
        "take come go begin start",
        AGREEING,
        r" (?:into )?(?:effect|force)\b|(?= (?:at|on|in|\ue002))",
        before=rf"\b{_DEAL}(?: [^.;,]{{1,40}})?(?: had| has)? $",
    ),
    Entry(
        "agreement",
        "begin open start resume hold meet",
        AGREEING,
        rf"{NP}(?:peace talks|talks|negotiations)\b",
    ),
    Entry(
        "agreement",
        "begin open start resume",
        AGREEING,
        "",
        before=r"\b(?:peace talks|talks|negotiations)(?: between [^.;]{1,60})? $",
    ),
    Entry("surrender", "surrender capitulate", YIELDING),
    Entry(
        "surrender",
        "lay turn give put",
        YIELDING,
        rf" (?:down{_OWN} (?:arms|weapons)|themselves in|himself in|themselves up|himself up)",
    ),
    Entry(
        "release",
        "release free",
        TAKING_PART,
        rf"{NP}(?:{PEOPLE}|captives)|{NP}{NUMBER}",
        unless=rf"{NP}{_PROTESTERS}",
    ),
    Entry(
        "release",
        "release free",
        TAKING_PART,
        before=rf"\b(?:{CIVILIAN_NOUN}|captives|pilots|crew) (?:was|were|had been|have been|has been) $",
    ),
    Entry("arrest", "arrest detain", HARMING),
    Entry("arrest", "round", HARMING, rf" up{NP}{PEOPLE}"),
    Entry("faction_change", "defect", TAKING_PART),
    Entry("faction_change", "pledge swear", TAKING_PART, rf"{NP}(?:allegiance|loyalty)\b"),
    Entry(
        "faction_change",
        "split break",
        TAKING_PART,
        rf" (?:away |off |ranks )?(?:from|with) (?:the )?{FACTION}| away\b",
    ),
    Entry("faction_change", "merge", TAKING_PART, unless=r" (?:lanes|roads)"),
    Entry("faction_change", "rename rebrand", TAKING_PART, r" (?:itself|themselves|the group)"),
    Entry("faction_change", "change", TAKING_PART, r" (?:its|their) name\b"),
    Entry(
        "faction_change",
        "form found create launch establish announce",
        TAKING_PART,
        rf"{NP}(?:new group|alliance|armed group|rebel group|militia|brigade|movement|coalition|"
        rf"joint force|front|parallel government|government)\b",
    ),
    Entry(
        "faction_change",
        "dissolve disband",
        TAKING_PART,
        rf" (?:itself|{NP}(?:{FACTION}|militia|group|force))",
    ),
    Entry(
        "faction_change",
        "join",
        TAKING_PART,
        rf"{NP}(?:{FACTION}|ranks|rebellion|alliance|coalition)",
    ),
    Entry("faction_change", "rise", TAKING_PART, r" to (?:prominence|power)\b"),
    Entry("faction_change", "switch change", TAKING_PART, r" sides\b"),
    Entry(
        "weapons_seized",
        "seize confiscate intercept impound uncover capture find discover",
        TAKING,
        rf"{NP}{ARMS}\b",
    ),
    Entry("statement", "claim", CLAIMING, r" (?:responsibility|credit)\b"),
    Entry(
        "statement",
        "declare proclaim",
        CLAIMING,
        rf"{NP}(?:victory|independence|war|state of emergency|martial law|caliphate|curfew)\b",
    ),
)

RELIEF = (
    Entry(
        "looting_destruction",
        "loot torch ransack plunder vandalise raze demolish bulldoze pillage",
        HARMING,
    ),
    Entry(
        "looting_destruction",
        "set burn",
        HARMING,
        rf"{NP}(?:fire to|ablaze|alight|on fire)\b| fire to\b|(?: down)?{NP}{BUILDING}\b",
    ),
    Entry("looting_destruction", "blow", HARMING, rf" up{NP}{BUILDING}\b"),
    Entry("looting_destruction", "destroy", HARMING, rf"{NP}{BUILDING}\b"),
    Entry("displacement", "flee", NOBODY, unless=r" (?:the scene|justice|custody|prison)"),
    Entry("displacement", "displace uproot", NOBODY),
    Entry(
        "displacement",
        "drive force",
        NOBODY,
        rf"{NP}(?:from|out of|to flee|to leave)(?: their)?"
        r"(?: homes| villages|\b)",
    ),
    Entry("displacement", "leave abandon", NOBODY, r" their homes\b"),
    Entry("displacement", "evacuate", NOBODY, rf"{_CIVILIANS}"),
    Entry(
        "aid",
        "reach enter arrive",
        TAKING_PART,
        "",
        before=r"\b(?:aid|convoys?|trucks?|supplies|relief|lorries|shipment|food)(?: [^.;,]{1,50})? $",
    ),
    Entry(
        "aid",
        "deliver airdrop distribute send",
        TAKING_PART,
        rf"{NP}(?:aid|supplies|food|relief|medicine|flour|water|parcels|rations|vaccines)\b",
    ),
    Entry(
        "mass_grave_found",
        "find discover uncover unearth exhume locate",
        NOBODY,
        rf"{NP}(?:mass graves?|graves?|remains|mass burial)\b",
    ),
)

VERBS = (*CONTROL, *STRIKES, *CIVILIANS, *STREETS, *WAR, *POLITICS, *RELIEF)
