"""The lexicon of people: violence against civilians, protest, flight and aid."""

from __future__ import annotations

NOUNS = r"""
killing_civilians HARMING: massacre killing killings execution executions beheading assassination
  then (?:of|in|at|by)\b
abduction HARMING: abduction abductions kidnapping kidnappings
sexual_violence HARMING: rape rapes
  then (?:of|in|by)\b
protest GATHERING: protest protests demonstration demonstrations rally sit-in
riot GATHERING: riot riots rioting
displacement NOBODY: exodus
mass_grave_found NOBODY: grave graves
  before mass
looting_destruction HARMING: looting
"""

VERBS = r"""
protest_repressed DISPERSING: kill shoot fire open attack beat crush
  then (?:fire |dead |down )?(?:on |at |upon |into )?{NP}{PROTESTERS}\b
protest_intervention DISPERSING: disperse detain arrest teargas block break
  then (?:up )?{NP}{PROTESTERS}\b
protest_intervention DISPERSING: fire use lob
  then {NP}(?:tear gas|teargas|water cannons?|rubber bullets|stun grenades|batons)\b
protest_repressed DISPERSING: use fire
  then {NP}(?:live ammunition|live rounds|live bullets)\b
riot GATHERING: riot
riot GATHERING: force
  before (?:{PROTESTERS}|rioters|youths|looters)(?: \w+ly| also| have| had| then)*
  then (?:their|its) way (?:into|inside)\b
riot GATHERING: clash attack storm torch loot burn ransack pelt break smash occupy invade beat set
  before (?:{PROTESTERS}|rioters|youths|looters)(?: \w+ly| also| have| had| then)*
mob_violence HARMING: lynch
mob_violence HARMING: kill beat burn attack stone
  before mob(?: had| has| of [^.;,]{1,30})?
killing_civilians HARMING: massacre execute behead slaughter assassinate slay murder hang
killing_civilians HARMING: shoot gun stab hack burn beat
  then (?:dead |down |to death )?{NP}{CIVILIAN_NOUN}\b
  then (?:dead|to death|them|him|her)\b
  unless down (?:a|the|an) (?:drone|plane|jet|helicopter)
killing_civilians HARMING: open
  then fire (?:on|at|into|upon)\b
  unless fire (?:on|at|into|upon) {NP}(?:{FIGHTER_NOUN}|positions)\b
abduction HARMING: abduct kidnap snatch
abduction HARMING: lead march
  then (?:away|off)\b(?! from)
abduction HARMING: carry take
  then {NP}{CIVILIAN_NOUN} (?:away|off)\b
  then off {NP}{CIVILIAN_NOUN}\b
abduction HARMING: carry take
  before {CIVILIAN_NOUN} (?:was|were|been|had been)(?: then| later)?
  then (?:away|off)\b
abduction HARMING: disappear
  before {CIVILIAN_NOUN}(?: had| have| also)*
abduction HARMING: capture
  then {NP}(?:peacekeepers|{CIVILIAN_NOUN}|pilots?)\b
abduction HARMING: seize
  then {NP}{PEOPLE}
abduction HARMING: take hold seize
  then {NP}(?:hostage|hostages|captive)\b
  then [^.;,]{0,60} hostages?\b
  then {NP}{CIVILIAN_NOUN}\b
sexual_violence HARMING: rape gang-rape
sexual_violence HARMING: assault abuse
  before sexually
killing_civilians HARMING: kill
  then {NP}{CIVILIAN_NOUN}\b
  then {NP}{NUMBER}
  unless {NP}{FIGHTER_NOUN}\b
protest GATHERING: protest demonstrate rally march
  unless (?:into|towards?|on) (?:the )?{PLACE}
protest GATHERING: take pour
  then (?:to|into|onto) the streets\b
protest GATHERING: gather
  then [^.;]{0,40} to (?:protest|demand|denounce)\b
protest GATHERING: stage hold
  then {NP}(?:protests?|rally|sit-in|demonstrations?|march)\b
looting_destruction HARMING: loot torch ransack plunder vandalise raze demolish bulldoze
  also pillage dynamite gut level
looting_destruction HARMING: pull tear knock
  then (?:down )?{NP}(?:{BUILDING}|statues?|monuments?)\b
looting_destruction HARMING: topple
  then {NP}(?:statues?|monuments?)\b
looting_destruction HARMING: steal strip empty
  then {NP}(?:{BUILDING}|goods|aid|food|equipment|supplies|vehicles)\b
looting_destruction HARMING: reduce
  then {NP}to (?:rubble|ashes|ruins)\b
looting_destruction HARMING: put set
  then {NP}to the torch\b
looting_destruction HARMING: set burn
  then {NP}(?:fire to|ablaze|alight|on fire)\b
  then fire to\b
  then down\b
  then to the ground\b
  then (?:down )?{NP}{BUILDING}\b
looting_destruction HARMING: blow
  before {BUILDING}(?: [^.;,]{1,30})? (?:was|were|been)
  then up\b
looting_destruction HARMING: blow
  then up {NP}{BUILDING}\b
looting_destruction HARMING: destroy
  then {NP}{BUILDING}\b
displacement NOBODY: flee
  unless (?:the scene|justice|custody|prison)
displacement NOBODY: displace uproot
displacement NOBODY: drive force
  then {NP}(?:from|out of|to flee|to leave)(?: their)? (?:homes|villages|houses)
  then {NP}(?:to flee|to leave)\b
displacement NOBODY: cross stream pour escape
  before {CIVILIAN_NOUN}(?: had| have| has| also)*
  then (?:the border\b|into|out of|over|across)
displacement NOBODY: deport
displacement NOBODY: escape
  before {CIVILIAN_NOUN}(?: had| have| has| also)*
  then {NP}{PLACE}
displacement NOBODY: carry bus ship move
  then {NP}{CIVILIAN_NOUN} (?:{WORD} ){0,3}?(?:out of|across|away from)\b
displacement NOBODY: leave abandon
  then their homes\b
displacement NOBODY: evacuate
  then {NP}{CIVILIAN_NOUN}\b
aid TAKING_PART: reach enter arrive dock land
  before (?:aid|convoys?|trucks?|supplies)(?: [^.;,]{1,50})?
  before (?:relief|lorries|shipment|food|medicines?)(?: [^.;,]{1,50})?
aid TAKING_PART: deliver airdrop distribute send bring
  then {NP}(?:aid|supplies|food|relief|medicine|flour|water|parcels|rations|vaccines)\b
aid TAKING_PART: hand
  then out {NP}(?:aid|supplies|food|relief|medicine|water|parcels|rations)\b
mass_grave_found NOBODY: find discover uncover unearth exhume locate
  then {NP}(?:mass graves?|graves?|mass burial)\b
  then {NP}(?:bodies|corpses|remains)\b
"""
