"""The lexicon of talks and politics: agreements, surrenders, prisoners, groups and statements."""

from __future__ import annotations

NOUNS = r"""
prisoner_exchange AGREEING: exchange swap
  before (?:prisoners?|captives?)
prisoner_exchange AGREEING: exchange swap
  then of {NP}(?:prisoners|captives|detainees|hostages|bodies)\b
prisoner_exchange AGREEING: exchange swap
  before the
  then (?:took place|was carried out|was completed|went ahead|happened)\b
release HARMING: release
  then of {NP}(?:prisoners|hostages|detainees|captives)\b
agreement AGREEING: deal agreement accord pact truce
  then (?:[^.;,]{0,30} )?(?:emptied|ended|halted|freed|silenced|stopped|divided|handed)\b
  unless-before (?:peace|any|no|broken|earlier|previous|nuclear|trade|arms)
agreement AGREEING: deal agreement accord pact truce ceasefire
  then (?:reached|signed|brokered|struck|concluded|agreed|mediated|negotiated|announced)\b
agreement AGREEING: ceasefire cease-fire truce armistice
  unless-before (?:an earlier|earlier|previous|former|old|new|fragile|shaky|any|no|first)
  unless-before (?:end|ended|ending|broke|broken|breached|violated|during|despite)(?: {WORD}){0,3}
  unless (?:talks|negotiations|violations?|monitors?|plan|proposal)\b
faction_change TAKING_PART: defection defections
other TAKING_PART: coup putsch
  unless (?:attempt|plotters?|leaders?|plot)\b
"""

VERBS = r"""
prisoner_exchange AGREEING: exchange swap free release
  then {NP}(?:prisoners|captives)(?: of war)?\b[^.;]{0,40}(?:in exchange for|\bexchange\b)
  then {NP}(?:detainees|hostages|bodies)(?: of war)?\b[^.;]{0,40}(?:in exchange for|\bexchange\b)
  then {NP}(?:prisoners|captives)(?: of war)?\b[^.;]{0,40}(?:\bswap\b|with (?:the )?{FACTION}+)
  then {NP}(?:detainees|hostages|bodies)(?: of war)?\b[^.;]{0,40}\bswap\b
  then {NP}(?:detainees|hostages|bodies)(?: of war)?\b[^.;]{0,40}with (?:the )?{FACTION}+
prisoner_exchange AGREEING: exchange swap
  then {NP}(?:prisoners|captives|detainees|bodies)\b
  unless {NP}(?:signatures|lists)
prisoner_exchange AGREEING: carry complete conduct hold
  then (?:out )?{NP}(?:prisoner|prisoners) (?:exchange|swap)
agreement AGREEING: sign
  then {NP}(?:{DEAL}|declaration|protocol|document|roadmap|paper)\b
agreement AGREEING: put
  then (?:their|its) (?:names?|signatures?) to\b
agreement AGREEING: exchange
  then {NP}signatures\b
agreement AGREEING: settle
  then on {NP}(?:text|terms|{DEAL}|wording)\b
agreement AGREEING: initial ratify
  then {NP}{DEAL}\b
agreement AGREEING: adopt
  then {NP}(?:{DEAL}|declaration|statement of|memorandum|plan)\b
agreement BROKERING: broker mediate facilitate
  then {NP}{DEAL}\b(?! talks)
  unless by\b
agreement AGREEING: reach strike conclude negotiate seal make hammer clinch renew
  also extend announce declare agree accept
  then (?:out |to |on )?(?:{DATE}+ )?(?:to |on )?{NP}{DEAL}\b(?! talks)
  unless [^.;]{0,20}to discuss
agreement AGREEING: agree
  then (?:{DATE}+ )?to (?:a |an |the )?(?:halt|stop|end|cease|lay)\b
  then (?:{DATE}+ )?to (?:a |an |the )?(?:withdraw|hand|leave|evacuate|release)\b
  then (?:{DATE}+ )?to (?:a |an |the )?(?:extend|allow|let|open|suspend)\b
  then (?:{DATE}+ )?to (?:a |an |the )?(?:pull|give|surrender|disarm|resume|share|free|form)\b
  then (?:{DATE}+ )?(?:in {WORD}(?: {WORD})? )?to (?:halt|stop|end|share|withdraw|hand|release)\b
  then (?:in {CITY}+ )?by (?:the )?{FACTION}+
agreement AGREEING: take come go begin start
  before {DEAL}(?: [^.;,]{1,40})?(?: had| has)?
  then (?:into )?(?:effect|force)\b
  then (?:at|on|in|{DATE})
agreement AGREEING: begin open start resume hold meet
  then {NP}(?:peace talks|talks|negotiations)\b
agreement AGREEING: begin open start resume
  before (?:peace talks|talks|negotiations)(?: between [^.;]{1,60})?
surrender YIELDING: surrender capitulate
surrender YIELDING: lay turn give put
  then (?:down )?(?:up )?(?:their |his |its )?(?:arms|weapons)\b
  then (?:themselves|himself|itself|herself) (?:in|up)\b
release HARMING: release free
  then {NP}(?:{PEOPLE}|captives)
  then {NP}{NUMBER}
  unless {NP}{PROTESTERS}
  unless (?:a|an|the) (?:statement|report|video|map|tapes?)
release HARMING: release free
  before (?:he|she|they|{NUMBER}) (?:was|were|(?:had|has|have) been)(?: later| then| all)?
release HARMING: rescue
  unless {NP}(?:from (?:the )?(?:rubble|sea|river)|bodies)\b
release HARMING: let
  then {NP}(?:{PEOPLE}|captives) go\b
release HARMING: free
  unless {NP}{PLACE}
  unless (?:up|from the)\b
release HARMING: set let walk
  then (?:free\b|{NP}{PEOPLE} (?:free|go)\b|go\b)
release HARMING: walk stream pour march
  before (?:prisoners|inmates|detainees|captives)(?: had| have| also)*
  then out of\b
release HARMING: open
  then {NP}(?:cells|prisons?|jails?)\b
release HARMING: hand
  before (?:prisoners|hostages|captives|detainees)(?: {WORD})? (?:was|were|been)
  then (?:over )?to\b
release HARMING: hand
  then over {NP}(?:prisoners|hostages|captives|detainees)\b
arrest HARMING: arrest detain apprehend nab imprison
arrest HARMING: round
  then up {NP}{PEOPLE}
faction_change TAKING_PART: defect
faction_change TAKING_PART: change switch
  then (?:its|their|his) allegiance\b
faction_change TAKING_PART: join
  then forces (?:with|against)\b
faction_change TAKING_PART: side
  then with (?:the )?(?:{FACTION}+|army|government|rebels)
faction_change TAKING_PART: pledge swear
  then {NP}(?:allegiance|loyalty)\b
faction_change TAKING_PART: split break
  then (?:away |off |ranks )?(?:from|with) (?:the )?{FACTION}+
  then away\b
faction_change TAKING_PART: merge
  unless (?:lanes|roads)
faction_change TAKING_PART: rename rebrand
  then (?:itself|themselves|the group)\b
faction_change TAKING_PART: change
  then (?:its|their) name\b
faction_change TAKING_PART: form found create launch establish announce
  then {NP}(?:new group|alliance|armed group|rebel group|militia|brigade)\b
  then {NP}(?:movement|coalition|joint force|front|parallel government|government)\b
  unless {NP}{OFFENSIVE}
faction_change TAKING_PART: dissolve disband
  then (?:itself|{NP}(?:{FACTION}+|militia|group|force))
faction_change TAKING_PART: join
  then {NP}(?:{FACTION}+|ranks|rebellion|alliance|coalition)
  unless (?:the )?(?:talks|fight|battle)
faction_change TAKING_PART: rise
  then to (?:prominence|power)\b
faction_change TAKING_PART: switch change
  then sides\b
weapons_seized TAKING: recover
  then {NP}{ARMS}\b
  unless (?:from|in)\b
weapons_seized TAKING: seize confiscate intercept impound uncover capture find discover
  then {NP}{ARMS}\b
captured TAKING: declare proclaim announce
  then {NP}(?:victory|liberated|liberation)(?: over| in| of|\b)(?=[^.;]{0,60}{CITY})
captured TAKING: declare proclaim
  then [^.;]{0,60}\b(?:fully |completely )?(?:liberated|freed|captured)\b
statement CLAIMING: claim
  then (?:responsibility|credit)\b
  then {NP}(?:attack|attacks|bombing|bombings|assault|killing|blast)\b
statement CLAIMING: declare proclaim
  then {NP}(?:victory|independence|war|caliphate)\b
other TAKING_PART: declare proclaim impose
  then {NP}(?:state of emergency|martial law|curfew)\b
other TAKING_PART: flee
  before (?:president|leader|dictator)(?: had| has| {WORD}| {WORD} {WORD})?
  before (?:ruler|minister|governor|king)(?: had| has| {WORD}| {WORD} {WORD})?
other TAKING_PART: fly go
  then into exile\b
other TAKING_PART: stage mount attempt
  then {NP}(?:coup|putsch|takeover)\b
other TAKING_PART: seize take
  then power\b
other TAKING_PART: swear
  then in\b
other TAKING_PART: resign
other TAKING_PART: step
  then down\b
other TAKING_PART: overthrow topple oust depose
  unless {NP}(?:statues?|monuments?)
  unless {NP}(?:{FACTION}+|{FIGHTER_NOUN}) from
other TAKING_PART: deploy land arrive
  before (?:peacekeepers|troops|soldiers|marines|{FACTION}+)(?: had| have| has| also| first)*
  before (?:peacekeepers|troops|soldiers|marines) (?:began|started|begun) to
  then (?:in|at|to) {NP}(?:{CITY}+|airport|port|capital|city|town)\b
other TAKING_PART: break
  before (?:inmates|prisoners|detainees)(?: had)?
  then out of\b
other TAKING_PART: break sever cut
  then (?:off )?(?:diplomatic )?(?:relations|ties)\b
"""
