"""The lexicon of people: violence against civilians, protest, flight and aid."""

from __future__ import annotations

NOUNS = r"""
killing_civilians HARMING: massacre killing killings execution executions beheading assassination
  also slaughter murder murders massacres beheadings lynching
  then (?:of|in|at|by)\b
abduction HARMING: abduction abductions kidnapping kidnappings hostage-taking
sexual_violence HARMING: rape rapes
  then (?:of|in|by)\b
protest GATHERING: protest protests demonstration demonstrations rally sit-in march vigil
  unless-before (?:on|in|of|by|for|since|until|from|early|late|mid|last|next|this|the first of)
riot GATHERING: riot riots rioting
displacement NOBODY: exodus displacement
displacement NOBODY: flight
  then of {NP}(?:{CIVILIAN_NOUN}|inhabitants|population|{NUMBER})
  then from (?:the )?(?:fighting|violence|city|town|{CITY})
mass_grave_found NOBODY: grave graves
  before mass
looting_destruction HARMING: looting pillage plunder arson
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
killing_civilians HARMING: massacre execute behead slaughter assassinate slay murder hang butcher
  also crucify decapitate bludgeon mutilate maim amputate
killing_civilians HARMING: cut hack chop
  then off {NP}(?:hands?|arms?|legs?|limbs?|ears?|heads?|lips|fingers)\b
  before (?:hands?|arms?|legs?|limbs?|ears?|heads?|lips|fingers)(?: {WORD})? (?:was|were|been)
killing_civilians HARMING: take
  then revenge\b
killing_civilians HARMING: put
  then {NP}{CIVILIAN_NOUN} to death\b
  then to death\b
killing_civilians HARMING: shoot gun stab hack burn beat mow cut club strangle poison
  then (?:dead |down |to death )?{NP}{CIVILIAN_NOUN}\b
  then (?:dead|to death|them|him|her)\b
  then down {NP}(?:{CIVILIAN_NOUN}|{NUMBER})
  then at {NP}{CIVILIAN_NOUN}\b
  unless down {NP}(?:drones?|missiles?|rockets?|aircraft|planes?|jets?|helicopters?|warplanes?)\b
  unless (?:down |dead )?{NP}(?:soldiers?|troops|police\w*|militants?|fighters?|rebels?)\b
  unless-before {FIGHTER_NOUN}(?: {WORD}){0,3} (?:was|were|been)
  unless down (?:a|the|an) (?:drone|plane|jet|helicopter)
killing_civilians HARMING: fire
  then (?:indiscriminately )?(?:on|into|at) {NP}(?:crowd|{CIVILIAN_NOUN}|bystanders)\b
killing_civilians HARMING: open
  then fire (?:on|at|into|upon)\b
  unless fire (?:on|at|upon) {NP}(?:patrol|convoy|base|post|checkpoint|positions?|{FACTION}+)
  unless fire (?:on|at|upon) (?:each other|one another)
  unless fire (?:on|at|into|upon) {NP}(?:{FIGHTER_NOUN}|positions)\b
abduction HARMING: abduct kidnap snatch waylay
abduction HARMING: lead march
  then (?:away|off)\b(?! from)
abduction HARMING: carry take
  then {NP}{CIVILIAN_NOUN} (?:away|off)\b
  then away {NP}{CIVILIAN_NOUN}\b
  then off {NP}{CIVILIAN_NOUN}\b
abduction HARMING: carry take
  before {CIVILIAN_NOUN} (?:was|were|been|had been)(?: then| later)?
  then (?:away|off)\b
abduction HARMING: go
  before {CIVILIAN_NOUN}(?: had| have| also)*
  then missing\b
abduction HARMING: disappear
  before {CIVILIAN_NOUN}(?: had| have| also)*
abduction HARMING: capture
  then {NP}(?:peacekeepers|{CIVILIAN_NOUN}|pilots?)\b
abduction HARMING: seize
  then {NP}{PEOPLE}
abduction HARMING: take hold seize
  unless (?:away )?to (?:{WORD} ){0,4}?(?:hospitals?|clinics?|morgue|safety|shelters?|court)\b
  then {NP}(?:hostage|hostages|captive)\b
  then [^.;,]{0,60} hostages?\b
  then {NP}{CIVILIAN_NOUN}\b
sexual_violence HARMING: rape gang-rape molest
sexual_violence HARMING: assault abuse
  before sexually
killing_civilians HARMING: kill
  then {NP}{CIVILIAN_NOUN}\b
  then {NP}{NUMBER}
  unless {NP}{FIGHTER_NOUN}\b
  unless and (?!wounded|injured)
  unless (?:no one|nobody|none)\b
killing_civilians HARMING: die perish
  before {CIVILIAN_NOUN}(?:[^.;]{1,60},)?(?: had| have| has| also|{ADVERB})*
  before {NUMBER}(?:{ADVERB})*
  then (?:in|when|after|during|at|as|there|{DATE}|from (?:their|his|her) (?:wounds|injuries))
  unless in (?:office|exile|hospital of|a (?:car|plane|road|traffic) (?:crash|accident))
  unless (?:of|from) (?:hunger|cholera|disease|cancer|starvation|thirst|cold)
killing_civilians HARMING: die
  before {CIVILIAN_NOUN}(?: had| have| has| also)*
  unless (?:in|of|from|at|after|with|aged|there|when|during|as)\b
killing_civilians HARMING: find
  then (?:dead|hanged|beheaded|executed|murdered|shot)\b
killing_civilians HARMING: fire shoot
  before (?:{CIVILIAN_NOUN}|convoy|bus|ambulance|crowd)(?: {WORD}){0,3} (?:was|were|been)
  unless-before {PROTESTERS}(?: {WORD}){0,3}
  then (?:on|at|upon)\b
killing_civilians HARMING: lose
  before {CIVILIAN_NOUN}(?: had| have| has| also)*
  then (?:their|his|her) (?:lives|life)\b
clash FIGHTING: die perish fall
  before {FIGHTER_NOUN}(?:[^.;]{1,60},)?(?: had| have| has| also|{ADVERB})*
  then in {NP}(?:battles?|fighting|clashes|combat|ambush|attack|gunfight|raid|action|shootout)\b
  then in {NP}(?:exchanges? of fire|crossfire|firefight|assault|clash|skirmish|fight|fire)\b
  then in {NP}(?:operations?|firing|strikes?|shelling|violence)\b
killing_civilians HARMING: leave
  then {NP}{NUMBER}(?: {WORD}){0,3} (?:dead|killed)\b
killing_civilians HARMING: claim
  then {NP}lives\b
protest GATHERING: protest demonstrate rally march
  unless (?:into|towards?|on) (?:the )?{PLACE}
protest GATHERING: chant shout
  before {PROTESTERS}(?:[^.;,]{1,40})?
protest GATHERING: rally
  then (?:against|outside|in support|in protest|to demand)
protest GATHERING: block barricade
  before {PROTESTERS}(?: [^.;,]{1,30})?
  then {NP}(?:roads?|streets?|highways?|bridge|traffic)\b
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
looting_destruction HARMING: deface desecrate smash wreck
  then {NP}(?:{BUILDING}|statues?|graves?|relics|tombs?|artefacts|artifacts)\b
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
  unless-before fires?(?: {WORD}){0,3}
looting_destruction HARMING: blow
  before {BUILDING}(?: [^.;,]{1,30})? (?:was|were|been)
  then up\b
looting_destruction HARMING: blow
  then up {NP}{BUILDING}\b
looting_destruction HARMING: destroy
  then {NP}{BUILDING}\b
displacement NOBODY: flee
  unless (?:the scene|justice|custody|prison)
  unless-before (?:president|minister|mr|mrs|he|she|who|leader|dictator|king)(?: {WORD}){0,2}
displacement NOBODY: displace uproot
displacement NOBODY: drive force
  then {NP}(?:from|out of|to flee|to leave)(?: their)? (?:homes|villages|houses|camps?|towns?)
  then {NP}(?:to flee|to leave)\b
displacement NOBODY: cross stream pour escape
  before {CIVILIAN_NOUN}(?: had| have| has| also)*
  then (?:the border\b|into|out of|over|across)
displacement NOBODY: seek take find
  before {CIVILIAN_NOUN}(?: had| have| has| also)*
  then (?:refuge|shelter|sanctuary)\b
displacement NOBODY: register shelter arrive
  before (?:refugees|evacuees|displaced|families|thousands|{NUMBER} people)(?: [^.;,]{1,40})?
  then (?:in|at) {NP}{PLACE}
  unless at work
displacement NOBODY: expel
  then {NP}{CIVILIAN_NOUN}\b
displacement NOBODY: empty
  then of {NP}(?:people|its people|inhabitants|residents|population)\b
displacement NOBODY: leave
  before {CIVILIAN_NOUN}(?: had| have| has| also)*
  unless-before {FIGHTER_NOUN}[^.;]{0,60}
  then {NP}{PLACE}
  then for {NP}{PLACE}
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
  then from {NP}{PLACE}
  unless {NP}(?:staff|employees|wounded|injured|sick|patients|diplomats|embassy|nationals)\b
  unless-before {FIGHTER_NOUN}(?: {WORD}){0,3}
aid TAKING_PART: reach enter arrive dock land
  before (?:aid|convoys?|trucks?|supplies)(?: [^.;,]{1,50})?
  before (?:relief|lorries|shipment|food|medicines?)(?: [^.;,]{1,50})?
aid TAKING_PART: deliver airdrop distribute send bring give provide supply drop unload truck fly
  then (?:in |out )?{NP}(?:aid|supplies|food|relief|medicines?|flour|water|parcels|rations)\b
  then (?:in |out )?{NP}(?:vaccines|medical kits|blankets|tents|surgical kits|wheat|rice)\b
  unless {NP}(?:military|weapons|covering|support)
aid TAKING_PART: hand
  then out {NP}(?:aid|supplies|food|relief|medicine|water|parcels|rations)\b
mass_grave_found NOBODY: find discover uncover unearth exhume locate open
  then {NP}(?:mass graves?|graves?|mass burial|burial site|burial pits?)\b
mass_grave_found NOBODY: unearth exhume dig
  then (?:up )?{NP}(?:bodies|corpses|remains|skeletons)\b
mass_grave_found NOBODY: find discover uncover recover
  then {NP}\d\d+ (?:{WORD} ){0,2}?(?:bodies|corpses|remains)\b
  then {NP}(?:dozens|scores|hundreds) of (?:{WORD} ){0,2}?(?:bodies|corpses|remains)\b
  then {NP}(?:bodies|corpses|remains)[^.;,]{0,40}\b(?:pit|grave|buried|well|ditch)\b
killing_civilians HARMING: find discover
  then {NP}(?:bodies|corpses) of {NP}(?:{CIVILIAN_NOUN})\b
"""
