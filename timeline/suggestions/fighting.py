"""The lexicon of fighting: offensives, clashes, strikes and bombs."""

from __future__ import annotations

NOUNS = r"""
chemical_attack STRIKING: bomb bombs barrel barrels shell shells rocket rockets
  then [^.;]{0,40}(?:chlorine|sarin|mustard gas|nerve agent)\b
chemical_attack STRIKING: attack attacks strike
  before (?:chemical|gas|chlorine|sarin|nerve agent|mustard gas)(?: weapons?)?
suicide_attack BLASTING: bomber bombers bombing bombings bomb bombs attack attacks attacker
  also blast blasts
  before suicide(?: \w+)?
grenade STRIKING: grenade grenades
  then (?:attack|attacks|exploded|was thrown|were thrown|blast)\b
  unless-before rocket-propelled
air_strike STRIKING: airstrike airstrikes
suicide_attack BLASTING: bomber bombers
  then (?:struck|strikes?|hit|hits|attack\w*|kill\w*|targets?|blew|blows?)\b
  unless-before (?:fighter|jet|russian|saudi|american|us|stealth|heavy|dive)
air_strike STRIKING: strike strikes
  before {AIRCRAFT}[^.;]{0,120}
  unless-before (?:rocket|missile|artillery|suicide|mortar)
air_strike STRIKING: strike strikes raid raids attack attacks bombardment bombing bombings
  before (?:air|drone|aerial|helicopter|unmanned|coalition air|air force|gunship|naval air|uav)
air_strike STRIKING: strike strikes
  then (?:on|against)\b
  unless-before (?:hunger|general|labour|labor|workers'|students'|rocket|missile|artillery)
  unless-before suicide
  unless-before (?:mortar|went on|go on|going on|on|ballistic missile|missile and drone)
air_strike STRIKING: bomb bombs
  before (?:barrel|cluster|aerial|guided|glide|laser-guided|vacuum|parachute)
shelling STRIKING: shelling bombardment shellfire
  unless-before under(?: \w+)?
shelling STRIKING: attack attacks strike strikes fire barrage barrages bombardment salvo
  before (?:artillery|rocket|missile|mortar|tank|ballistic missile|shell|grad|scud|katyusha)
shelling STRIKING: rocket rockets missile missiles shell shells mortar mortars cylinder cylinders
  then (?:fired|launched) (?:by|from|at|into|over)\b
  then (?:[^.;,]{0,30} )?(?:hit|hits|struck|landed|fell|exploded|slammed|smashed|killed|kills)\b
  then (?:[^.;,]{0,30} )?(?:crashed|wounded|injured|rained|ploughed|strike|kill|target\w*)\b
  unless-before (?:anti-aircraft|barrel)
shelling STRIKING: rocket rockets missile missiles shell shells mortar mortars
  before (?:killed|wounded|injured|hit|struck|destroyed|damaged) (?:by|in|when)(?: {WORD}){0,3}
  before (?:killed|wounded|injured|hit|struck|destroyed|damaged) (?:by|in|when)
  unless-before surface-to-air
bomb_ied STRIKING: bomb bombs bombing bombings blast blasts attack attacks explosion
  before (?:bomb|ied|mine|landmine|car-bomb|truck-bomb|petrol bomb)
bomb_ied STRIKING: bomb bombs mine mines landmine landmines blast blasts explosion explosions
  before (?:killed|wounded|injured|die|died|dies|dead|hurt) (?:by|in|when)(?: {WORD}){0,3}
  unless-before (?:barrel|cluster|gas|aerial|nuclear|suicide|petrol|gold|coal|copper|cobalt)
bomb_ied STRIKING: bomb bombs bombing bombings blast blasts
  before (?:car|truck|roadside|vehicle|motorcycle|minibus|parcel|improvised|lorry|bicycle|twin)
  before (?:motorbike|pipe|nail|letter|magnetic|sticky|time|bus|train|market|planted|massive)
bomb_ied STRIKING: bomb bombs device explosives
  unless-before (?:barrel|cluster|gas|aerial|nuclear|suicide|petrol)
  then (?:[^.;,]{0,40} )?(?:explod\w+|kill\w*|went off|tore|ripped)\b
  then (?:[^.;,]{0,40} )?(?:hit|blew|wound\w+|injur\w+|rocked)\b
bomb_ied STRIKING: mine mines landmine landmines ied ieds blast blasts explosion explosions
  then (?:[^.;,]{0,30} )?(?:explod\w+|kill\w*|went off|tore|ripped)\b
  then (?:[^.;,]{0,30} )?(?:hit|blew|wound\w+|injur\w+|rock\w*|left|leaves|shook)\b
  unless-before (?:gold|coal|copper|cobalt|coltan)
offensive_ended FIGHTING: over
  before (?:fighting|battle|war)(?: [^.;,]{1,30})? (?:is|was|were|are)(?: now)?
  before (?:siege|offensive|combat|operations?)(?: [^.;,]{1,30})? (?:is|was|were|are)(?: now)?
  telling
offensive_began FIGHTING: offensive invasion assault operation incursion counteroffensive
  also counter-offensive
  then (?:began|started|was launched|got under way|opened|kicked off|begins|starts)
clash FIGHTING: gunfire shooting
  then (?:was|were|could be|had been) heard\b
  then (?:erupted|rang out|broke out|echoed)\b
clash FIGHTING: clash clashes fighting firefight battle battles gunbattle ambush skirmish
  also skirmishes gunfight shootout shoot-out crossfire ambushes firefights gunfights hostilities
  also mutiny gun-battle
  unless-before (?:heart|legal|court|prevent|stop)
clash FIGHTING: attack attacks raid raids assault assaults counterattack counter-attack
  also incursion incursions onslaught
  unless-before (?:before|until|since|claim\w*|such|these|those)(?: the| this| that| any)?
  unless (?:claimed|blamed)\b
  unless (?:is|was|are|were) (?:the|one of|a|an|not)\b
  unless-before (?:string|series|number|spate) of(?: {WORD})?
  unless-before (?:first|second|third|fourth|fifth|latest|worst|deadliest|biggest)(?: {WORD})?
  unless-before (?:responsibility for|condemn\w*|blame\w* for)(?: the| this| that| a| an| its)?
  unless-before (?:heart|cyber|panic|air|drone|suicide)
  unless-before (?:rocket|missile|bomb|gas|chemical|sexual|mortar)
"""

VERBS = r"""
chemical_attack STRIKING: release spray use drop
  then {NP}(?:chlorine|sarin|nerve agent|mustard gas|toxic gas|poison gas|chemical weapons)\b
suicide_attack BLASTING: blow
  then (?:himself|herself|themselves|itself|his vehicle) up\b
  then up (?:himself|herself|themselves|his explosive)
suicide_attack BLASTING: detonate ram drive
  then {NP}(?:explosives? vests?|suicide vests?|vests?|explosives? (?:belts?|jackets?))\b
  then {NP}(?:suicide (?:belts?|jackets?)|explosives?-laden|bomb-laden)\b
  then {NP}(?:packed with explosives|truck bomb into)\b
suicide_attack BLASTING: wear carry strap
  then {NP}(?:explosives?|suicide) (?:vests?|belts?|jackets?)\b
grenade STRIKING: throw hurl toss lob
  then {NP}grenades?\b
air_strike STRIKING: bomb strike hit pound target bombard attack raid destroy kill flatten fire
  before {AIRCRAFT}(?: (?:(?! and )[^.;,]){1,45})?
  unless-before (?:are|is|was|were|been|being)
air_strike STRIKING: bomb
  unless {NP}vest
  unless (?:attacks?|blasts?|explosions?|hits?|kills?|rips?|explodes?|wounds?|strikes?|hoax)\b
air_strike STRIKING: strafe
air_strike STRIKING: strike hit pound attack
  then {NP}targets\b
air_strike STRIKING: drop
  then {NP}(?:bombs?|barrel bombs?|munitions)\b
air_strike STRIKING: carry conduct launch
  then (?:out )?(?:{WORD} ){0,2}?strikes\b
  unless (?:out )?(?:{WORD} ){0,2}?(?:rocket|missile|artillery)
air_strike STRIKING: carry conduct launch mount begin
  then (?:out )?{NP}(?:air strikes?|air raids?)\b
shelling STRIKING: bombard pound shell mortar
shelling STRIKING: fire launch
  then {NP}(?:rockets?|missiles?|shells?|mortars?|artillery|rounds|drones)\b
  unless {NP}tear gas
shelling STRIKING: open
  before (?:guns|artillery|batteries|tanks|warships|gunboats|mortars|howitzers)(?: had| also| then)?
  then (?:up|fire)\b
shelling STRIKING: hit strike land slam smash plough kill crash explode destroy wound fall rain
  before {PROJECTILE}(?:{ADVERB}| (?:fired|launched) [^.;,]{1,40}| fire|, {WORD} of which)*
  before {PROJECTILE} (?:that|which)
bomb_ied STRIKING: explode detonate
  before {BOMB}(?:{ADVERB}| (?:planted|hidden) [^.;,]{1,30})*
bomb_ied STRIKING: blow
  then up {NP}(?:bus|car|vehicle|convoy|truck|patrol|train|checkpoint|pipeline|railway)s?\b
  then up {NP}(?:power line|pylon|gas line|oil well|rail line|bridge|police station)s?\b
bomb_ied STRIKING: blow
  before (?:car|lorry|truck|van|minibus|tanker|motorbike|motorcycle|bombs?|device)(?: [^.;,]{1,40})?
  then up\b(?! {NP}{PLACE})
bomb_ied STRIKING: blow
  before (?:pipelines?|railways?|trains?|pylons?|bus|convoy)(?: [^.;,]{1,30})? (?:was|were|been)
  then up\b
bomb_ied STRIKING: explode
bomb_ied STRIKING: go
  then off\b
  before (?:bombs?|mines?|devices?|explosives)(?: had| has| [^.;,]{1,60})?
  before (?:ieds?|parcel|package|charges?)(?: had| has| [^.;,]{1,60})?
bomb_ied STRIKING: detonate
  then {NP}(?:bombs?|mines?|devices?|ieds?|explosives)\b
bomb_ied STRIKING: detonate
bomb_ied STRIKING: rip tear
  before (?:blast|bomb|explosion)s?(?: \w+)?
  then (?:through|apart)\b
bomb_ied STRIKING: step drive run tread
  then (?:on|over|onto) {NP}(?:mine|landmine|ied|bomb|explosive)s?\b
bomb_ied STRIKING: hit strike
  then {NP}(?:landmine|mine|roadside bomb|ied|explosive device)\b
offensive_began FIGHTING: launch begin start mount open unleash initiate
  then {NP}(?!campaign){OFFENSIVE}\b(?! rooms?\b)
  then {NP}campaign (?:against|to (?:retake|capture|drive|take))\b
  then {NP}(?:second|new|third|another) front\b
  unless {NP}(?:air|drone|rocket|missile|suicide|artillery|mortar|vaccination|aid)[ -]
offensive_began FIGHTING: resume
  before (?:offensive|assault|operation|campaign|advance)(?: [^.;,]{1,40})?
offensive_began FIGHTING: announce declare
  then {NP}(?:start|beginning|launch) of {NP}{OFFENSIVE}\b
offensive_began FIGHTING: enter join
  then {NP}(?:war|conflict)\b
offensive_began FIGHTING: order
  then {NP}(?:{FIGHTER_NOUN}|{FACTION}+) (?:{WORD} )?to (?:march|advance|attack|retake|seize)\b
offensive_began FIGHTING: get kick
  before {OFFENSIVE}(?: [^.;,]{1,40})?
  then (?:under way|underway|off)\b
offensive_began FIGHTING: begin start
  before {OFFENSIVE}(?: [^.;,]{1,40})?
offensive_began FIGHTING: invade
offensive_began FIGHTING: erupt break
  before (?:war|conflict|hostilities|uprising|rebellion)(?: first| had| that| [^.;,]{1,30})?
  then (?:out )?(?:{DATE}|on|in|after|when|at)
  then out\b
offensive_began FIGHTING: take
  then up arms\b
offensive_ended FIGHTING: end complete conclude halt suspend finish stop
  then {NP}(?:offensive|operation|operations|campaign|assault|advance|hostilities)\b
  unless (?:a |the |its )?(?:year|month|week|day)s?-long attempt
offensive_ended FIGHTING: end conclude stall
  before (?:offensive|operations?|campaign|assault|battle|war|fighting)(?: [^.;,]{1,40})?
offensive_ended FIGHTING: declare pronounce
  then {NP}(?:war|battle|operation|campaign|siege) (?:won|over|ended|finished|complete)\b
offensive_ended FIGHTING: declare announce
  then {NP}(?:end|completion|conclusion) (?:of|to) {NP}(?:offensive|operation|operations)
  then {NP}(?:end|completion|conclusion) (?:of|to) {NP}(?:campaign|war|battle|fighting)
clash FIGHTING: clash skirmish mutiny
clash FIGHTING: fire shoot
  before {FIGHTER_NOUN}(?: {WORD}){0,3} (?:was|were|been)
  then (?:on|at|upon)\b
clash FIGHTING: open
  then fire (?:on|at|upon) {NP}(?:patrol|convoy|base|post|checkpoint|positions?|{FACTION}+|vehicle)
  then fire (?:on|at|upon) {NP}(?:{FIGHTER_NOUN})\b
  then fire (?:on|at|upon) (?:each other|one another)\b
clash FIGHTING: fight
  then (?:{WORD} ){1,4}?(?:with|against) (?:the )?(?:{FACTION}+|{FIGHTER_NOUN})
clash FIGHTING: engage
  then {NP}(?:{FIGHTER_NOUN}|{FACTION}+|in (?:clashes|fighting|battles?))
clash FIGHTING: trade
  then {NP}(?:fire|gunfire|shells|artillery)\b
clash FIGHTING: breach breach pierce overwhelm
  then {NP}(?:defences|defenses|lines?|bund|wall|perimeter|berm|fortifications|barricades)\b
clash FIGHTING: intercept
  then {NP}(?:boats?|vessels?|convoys?|column|group|patrol|{FIGHTER_NOUN})\b
  unless [^.;,]{0,50}\b{ARMS}
clash FIGHTING: crush defeat smash rout
  then {NP}(?:attack|uprising|mutiny|rebellion|counter-?attack|revolt|offensive|{FIGHTER_NOUN})\b
clash FIGHTING: battle fight
  then (?:with|against|off|back|in|for)\b
  then {NP}(?:{FACTION}+|{FIGHTER_NOUN})
  unless for (?:his|her|their) (?:life|lives)
  unless back tears
  unless against (?:corruption|disease|cholera)
clash FIGHTING: storm raid ambush assault
  unless out of
clash FIGHTING: attack
  unless-before (?:ministers?|president|opposition|party|critics|senators?|candidates?|lawmakers)
  unless [^.;]{0,60} in (?:a|his|her) (?:speech|interview)
clash FIGHTING: push advance move break thrust
  then (?:deeper |further |forward )?(?:into|towards?|through) {NP}{PLACE}
  then (?:deeper |further |forward )?(?:to within|past|on|across|in) {NP}{PLACE}
  then (?:deeper |further |forward )(?:into|towards?|on)\b
clash FIGHTING: penetrate
  then {NP}{PLACE}
clash FIGHTING: beat fight drive
  then (?:off|back) {NP}(?:attack|assault|offensive|advance|{FIGHTER_NOUN}|{FACTION}+)
clash FIGHTING: infiltrate
clash FIGHTING: lose
  before {FIGHTER_NOUN}(?: had| have| has| also)*
  then (?:their|his|her) (?:lives|life)\b
clash FIGHTING: beat defeat rout
  before (?:was|were|been)
  then (?:in|at|near) {NP}{PLACE}
clash FIGHTING: neutralise neutralize eliminate liquidate
  then {NP}(?:{FIGHTER_NOUN}|{FACTION}+|{NUMBER})
clash FIGHTING: gun shoot mow
  then down {NP}(?:{FIGHTER_NOUN})\b
  then dead {NP}(?:{FIGHTER_NOUN})\b
  then {NP}(?:{FIGHTER_NOUN}) dead\b
clash FIGHTING: repel repulse foil thwart
  then {NP}(?:attack|attacks|assault|offensive|advance|{FACTION}+)
clash FIGHTING: beat drive push
  then (?:{WORD} ){0,2}?back\b(?! (?:to|into) (?:control|work))
clash SUFFERING: come
  then under (?:attack|fire)\b
clash FIGHTING: exchange
  then {NP}(?:fire|gunfire)\b
clash FIGHTING: erupt break flare rage resume intensify
  before fighting(?: between [^.;,]{1,60}| in {CITY}+| that)?(?: had| has| also)*
  before (?:clashes|battles?)(?: between [^.;,]{1,60}| in {CITY}+| that)?(?: had| has| also)*
  before (?:gunfire|gun battles)(?: between [^.;,]{1,60}| in {CITY}+| that)?(?: had| has| also)*
  before (?:firefight|hostilities)(?: between [^.;,]{1,60}| in {CITY}+| that)?(?: had| has| also)*
clash FIGHTING: send
  then {NP}(?:tanks|troops|soldiers|forces|armour) (?:into|across)\b
clash FIGHTING: shoot
  before (?:drones?|jets?|planes?)(?: {WORD}){0,2} (?:was|were|been|is|are)
  before (?:aircraft|helicopters?|warplanes?)(?: {WORD}){0,2} (?:was|were|been|is|are)
  then down\b
clash FIGHTING: shoot
  then down {NP}(?:drones?|jets?|planes?|aircraft|helicopters?|warplanes?)\b
clash FIGHTING: gun shoot
  before {FIGHTER_NOUN}(?: {WORD}){0,3} (?:was|were|been)
  then (?:dead|down)\b
clash FIGHTING: kill
  then {NP}(?:{FIGHTER_NOUN}|{FACTION}+)\b
killing_civilians HARMING: kill
  then (?:by|in|on|near|at|when|outside|inside|during|{DATE}+)
  unless-before (?:of|the|those|number)
  unless-before {FIGHTER_NOUN}
"""
