"""The lexicon of control: who took, lost, left, handed over or besieged a place."""

from __future__ import annotations

NOUNS = r"""
captured TAKING: capture seizure recapture liberation takeover conquest reconquest overrunning
  also retaking taking
  then of {NP}{PLACE}
captured FALLING: fall loss capture seizure recapture
  before {CITY}+'s
captured FALLING: fall
  before the
  before its
  before their
  then of {NP}{PLACE}
captured LOSING: loss
  before the
  before its
  before their
  then of {NP}{PLACE}
captured TAKING: control
  before {CITY}+(?: now| back)? under(?: {WORD})?
  telling
captured TAKING: control
  before (?:was|were)(?: now| back| again)*(?: back)? in(?: full| complete| total| firm)?
  before (?:is|are|been)(?: now| back| again)*(?: back)? in(?: full| complete| total| firm)?
  telling
captured HELD: control
  then of {NP}(?:{FACTION}+|{FIGHTER_NOUN})[^.;,]{0,20} over
  before (?:full|complete|total)
captured HELD: hands control
  before (?:was|were|is|are)(?: now| back| again)* (?:in|into|under)(?: {WORD}){1,3}
  before (?:been|came|fell|passed)(?: now| back| again)* (?:in|into|under)(?: {WORD}){1,3}
  before (?:was|were|is)(?: now| back| again)* (?:in|into|under) {FACTION}+(?:'s)?
  before (?:are|came|fell|passed)(?: now| back| again)* (?:in|into|under) {FACTION}+(?:'s)?
  telling
transferred LOSING: handover transfer
  then of {NP}(?:control|{PLACE})
withdrew LOSING: withdrawal retreat pullout pull-out evacuation departure
  then (?:from|of)\b
  unless of (?:the )?(?:wounded|injured|sick|{CIVILIAN_NOUN})
  unless of (?:his|her|its) (?:support|candidacy)
withdrew LOSING: pullout pull-out
besieged FIGHTING: siege blockade encirclement
  before (?:came|come|fell|been|put|placed) under(?: {WORD})?
  telling
besieged FIGHTING: siege blockade encirclement
  then of {NP}{PLACE}
siege_lifted FIGHTING: lifting breaking end
  then of {NP}(?:siege|blockade|encirclement)\b
surrender YIELDING: surrender capitulation
  then (?:of|to)\b
"""

VERBS = r"""
captured TAKING: take seize gain regain wrest win assume establish bring retake secure
  then {NP}control (?:of|over|in)(?: {NP}{PLACE})?
  then {NP}control\b(?= from)
  then (?:full |complete )?control\b
captured TAKING: capture seize retake recapture overrun conquer reclaim regain liberate occupy
  also wrest secure reoccupy re-take re-capture overtake
  then {NP}{PLACE}
  then (?:it|them|more|another)\b
  unless {NP}(?:{PEOPLE}|{ARMS})
  unless-before {CIVILIAN_NOUN}(?: {WORD}){0,3} (?:was|were|been)
captured TAKING: take
  then (?:back |over )?{NP}{PLACE}
  then (?:back )?{CITY}+
  unless (?:place|part|refuge|shelter|cover|to the|up positions?|office|action|aim|power)\b
  unless (?:responsibility|advantage|effect|hostage|prisoner|it from)\b
  unless {NP}{PEOPLE}
captured TAKING: push drive force expel oust eject dislodge flush rout clear evict
  before (?:was|were|been|being|are|is)(?: \w+ly| finally| then| also)*
  then (?:back )?(?:out of|away from|from)(?: {WORD}){0,6}? {PLACE}
  unless-before {CIVILIAN_NOUN}(?: {WORD}){0,3} (?:was|were|been)
captured TAKING: push drive force expel oust eject dislodge flush rout clear evict
  then {NP}{NP_WORD} (?:back |deeper )?(?:out of|away from|from)(?: {WORD}){0,6}? {PLACE}
  unless {NP}{CIVILIAN_NOUN}\b
  unless {NP}(?:homes|their home)
captured TAKING: push drive force flush chase throw
  then (?:them|it) out\b
captured TAKING: push drive force flush chase
  then out\b(?! of)
  before {FACTION}+ (?:was|were|had been)
  before {FIGHTER_NOUN} (?:was|were|had been)
captured TAKING: clear
  then {CITY}+
  then by {NP}(?:{FIGHTER_NOUN}|{FACTION}+)
captured TAKING: clear
  then {NP}{PLACE} of {NP}(?:{FACTION}+|{FIGHTER_NOUN})
captured TAKING: enter
  then {NP}(?:city|town|village|capital|{CITY}+)
  fighters
captured TAKING: shoot fight blast force push
  then (?:their|its) way (?:back )?into {NP}{PLACE}
captured TAKING: storm
  then {NP}(?:{CITY}+|(?:city|town|capital|village|hill|garrison|stronghold|ridge|enclave)\b)
captured TAKING: move
  fighters
  then from [^.;,]{1,40} into (?:the )?{NP}{PLACE}
captured TAKING: drive walk march roll stream sweep pour
  fighters
  then (?:back )?(?:unopposed )?into (?:the )?{NP}{PLACE}
captured TAKING: sweep roll
  then (?:\w+ly )?(?:through|across|over) {NP}{PLACE}
captured TAKING: control hold
  before now
  then {NP}{PLACE}
  telling
captured FALLING: pass
  then to {NP}(?:{FACTION}+|army|government|rebels)
captured FALLING: change
  then hands\b
captured FALLING: fall
  before {CITY}+(?: also| finally| had| has| have| then)*
  unless (?:{WORD}|{DATE})
captured FALLING: fall
  before {CITY}+(?:,[^.;]{0,60},)? (?:has|had)(?: also| now| already)*
captured FALLING: fall
  before {PLACE}[^.;]{0,40}
  then (?:{DATE}+ |\w+ly )?(?:to|into the hands of|under the control of|in the hands of) {WORD}
  then (?:{DATE}+ |\w+ly )?to (?:the )?{FACTION}+
  unless to (?:his|her|their|the ground)
captured FALLING: fall
  before {CITY}+(?:{ADVERB}| itself)*
  before (?:city|town|capital|village|base|stronghold|airport|garrison)(?:{ADVERB}| itself)*
  before it(?: first| finally| had| eventually)*
  then {DATE}
  then (?:in|without|after|on|when|within|as)\b
  unless (?:in love|on hard|on deaf|in value|in price)
captured TAKING: chase
  then {NP}(?:{FACTION}+|{FIGHTER_NOUN}) (?:out of|from) {NP}{PLACE}
captured LOSING: lose
  then {NP}(?:control of|{PLACE})
  then it\b
  unless {NP}{CIVILIAN_NOUN}\b
  unless {NP}(?:lives|contact|legs?|homes?)
  unless control of (?:much|most|large)\b
captured FALLING: follow
  before {CITY}+(?: itself| too)?
  then (?:{DATE}|suit\b|soon\b|next\b|within\b|{WORD} (?:days?|hours?|weeks?) later)
captured TAKING: win recover
  then (?:back )?{NP}{PLACE}
  then {NP}{PLACE} back\b
  unless {NP}(?:election|vote|seat|{PEOPLE})
captured TAKING: put place
  then {NP}{PLACE} under (?:its|their|full|military) (?:\w+ )?control\b
captured TAKING: plant
  then {NP}flags?\b
captured TAKING: raise hoist
  then {NP}flags?\b
captured FALLING: come pass fall
  then (?:back )?(?:under|into)(?: \w+){0,3}? (?:control|hands)\b
captured TAKING: hold control rule occupy
  then {NP}{PLACE}
  since
transferred LOSING: turn
  then over {NP}(?:control|{PLACE}|to\b)
  unless over {NP}(?:{PEOPLE}|{ARMS})
transferred LOSING: hand cede transfer yield surrender give relinquish
  then (?:over |up |back )?{NP}(?:control|{PLACE})(?:(?: {WORD}){0,5}? to\b)?
  unless (?:over )?{NP}(?:{PEOPLE}|{ARMS})
  unless (?:to|into|himself|themselves)\b
transferred LOSING: return
  then {NP}{PLACE} to (?:the )?(?:{FACTION}+|government|army)
transferred TAKING: take
  then over {NP}{PLACE}
transferred LOSING: open
  then (?:its|their|the) gates\b(?! of (?:the |a )?(?:{WORD} )?(?:prison|jail))
withdrew LOSING: withdraw retreat
  unless (?:his|her|its support|their support)\b
  unless (?:its|their|the|all) (?:{WORD} )?(?:staff|employees|workers|diplomats|ambassador)
  unless from (?:the )?(?:talks|deal|treaty|race|accord|agreement)
withdrew LOSING: pull
  then {NP}(?:{FIGHTER_NOUN}|{FACTION}+) (?:out|back)\b
  then (?:out|back)\b
  unless {NP}(?:bodies|body|survivors?|people|children)
  unless out of (?:the )?(?:talks|deal)
withdrew LOSING: leave abandon evacuate quit vacate
  then (?:their |its |his |the )?{NP}(?:positions?|bases?|posts?|checkpoints?|outposts?)\b
withdrew LOSING: leave abandon evacuate quit vacate flee
  fighters
  then {NP}{PLACE}
  then by (?:helicopter|boat|road|plane|truck)
  then (?:the )?(?:front|country|province|front ?lines?|trenches)\b
  then {DATE}
  unless behind\b
  unless {NP}(?:dead|wounded)
withdrew LOSING: leave
  before (?:{DATE}|,)[^.;]{0,4}
  then (?:{WORD} ){0,2}(?:days?|weeks?|months?) later
withdrew LOSING: fly bus ferry ship take drive march move roll
  fighters
  then out (?:of|from) {NP}{PLACE}
withdrew LOSING: fly bus ferry ship
  then out (?:of|from)\b
withdrew LOSING: board
  fighters
  then {NP}(?:buses|planes|ships|helicopters|lorries|trucks)\b
withdrew LOSING: evacuate
  then {NP}(?:{FACTION}+|{FIGHTER_NOUN})
withdrew LOSING: depart
  fighters
withdrew LOSING: fall
  fighters
  then back\b
withdrew LOSING: slip melt move
  fighters
  then (?:away|out)\b
withdrew LOSING: break
  then out of {NP}(?:encirclement\b|siege\b|pocket\b|{CITY})
withdrew LOSING: pull
  before (?:forces|troops|fighters|rebels|army|soldiers|they|{FACTION}+)(?: \w+)?
  then (?:out|back)\b
withdrew LOSING: cross
  fighters
  then back (?:over|into|across|to)\b
withdrew LOSING: give
  then (?:it |them )?up\b(?! (?:his|her|their|arms|weapons))
  then up {NP}{PLACE}
siege_lifted FIGHTING: lift break end breach relieve smash
  then {NP}(?:siege|blockade|encirclement|cordon)\b
siege_lifted FIGHTING: relieve
  then {NP}(?:{CITY}+|garrison)
siege_lifted FIGHTING: end lift
  before (?:siege|blockade)(?: of [^.;,]{1,30})?(?:, which [^.;,]{1,40},)?(?: had| was| has been)?
besieged FIGHTING: lay impose tighten complete close set begin start put
  then (?:up )?{NP}(?:siege|blockade|encirclement|ring|noose)\b
  then {NP}under siege\b
besieged FIGHTING: besiege encircle blockade
besieged FIGHTING: surround trap encircle ring
  then {NP}{PLACE}
besieged FIGHTING: cut
  then off\b(?! (?:the )?(?:electricity|power|water|gas|internet|aid|ties|contact))
  unless off (?:the |his |her |their )?(?:hands?|arms?|legs?|limbs?|ears?|heads?|lips|fingers)\b
  unless-before (?:hands?|arms?|legs?|limbs?|ears?|heads?|lips|fingers)(?: {WORD}){0,3}
base_established TAKING_PART: establish open build set inaugurate
  then (?:up )?{NP}(?:base|bases|headquarters|outpost|outposts|garrison)\b
"""
