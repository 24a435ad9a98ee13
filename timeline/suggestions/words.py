"""Classes of English words that the rules ask for, and the marks that stand for names and dates.

In the text that the rules read, every letter of a city's name is CITY, of a faction's name
FACTION and of a date DATE, so that a pattern can speak of them and offsets stay as they were.
"""

from __future__ import annotations

CITY, FACTION, DATE = "\ue000", "\ue001", "\ue002"
LETTER = rf"[\w{CITY}-{DATE}]"
WORD = rf"{LETTER}(?:{LETTER}|['-](?={LETTER}))*"


def any_of(words: str) -> str:
    """A pattern for any of the words, "_" for a blank, the longest first."""
    listed = sorted(words.split(), key=len, reverse=True)
    return "(?:" + "|".join(word.replace("_", " ") for word in listed) + ")"


# Words that end the noun phrase after a verb.
STOP = any_of(
    "from in near at on after before when while as by with into to outside inside around amid "
    "during since for and_then that which who where was were is are has had have will would but "
    "because until over out away against between through towards toward across following despite"
)
NP_WORD = rf"(?!(?:{STOP})\b|{DATE})(?:\d[\d,]*\d|{WORD})"
NP = (
    r"(?!(?:and|or|but) )"
    r"(?:(?:at least|more than|up to|as many as|about|around|nearly|over|some) )?"
    rf"(?:{NP_WORD} ){{0,7}}?"
)
"""Up to seven words of a noun phrase before its head, and the blank behind them."""

PLACE_NOUN = any_of(
    "city cities town towns village villages district districts neighbourhood neighbourhoods "
    "neighborhood neighborhoods quarter quarters suburb suburbs area areas base bases airport "
    "airports airfield airfields airbase airbases barracks garrison garrisons headquarters bridge "
    "bridges crossing crossings checkpoint checkpoints outpost outposts post posts hospital "
    "stadium roundabout square palace port ports dam refinery oilfield oilfields field fields "
    "plant camp camps hill hills mountain mountains ridge valley island islands province "
    "provinces region regions territory territories positions position ground swathes swaths "
    "parts part control stronghold strongholds bastion bastions capital enclave enclaves "
    "settlement settlements locality localities road roads highway highways junction facility "
    "facilities complex university station prison ministry fort citadel countryside hub heights "
    "height monastery hamlet hamlets zone zones corridor peninsula mine mines factory compound "
    "terminal terminals municipality municipalities county pocket redoubt foothold state states "
    "frontier centre center mount mosque cathedral church school market jail courthouse embassy "
    "consulate "
    "mansion buildings command border streets outskirts home_town rest"
)
PLACE = rf"(?:{CITY}+|{PLACE_NOUN}\b)"

FIGHTER_NOUN = any_of(
    "fighters fighter soldiers soldier troops militants militant rebels rebel insurgents insurgent "
    "gunmen jihadists jihadist extremists forces servicemen policemen police officers officer "
    "combatants militiamen paramilitaries terrorists guerrillas commandos peacekeepers conscripts "
    "guards recruits personnel commander commanders leader leaders general colonel army military "
    "units "
    "unit garrison warlord emir battalion brigade contingent mission defenders helmets mercenaries "
    "contractors marines policeman policemen policewoman guardsmen militiaman rangers troopers "
    "sailors airmen bandits attackers assailants raiders islamists separatists guerrilla "
    "terrorist chief chiefs operative operatives warlords trooper guard sergeant captain "
    "lieutenant insurgency junta regime militia militias"
)
CIVILIAN_NOUN = any_of(
    "civilians civilian people villagers villager residents resident children child women woman "
    "girls girl boys boy students student pupils schoolgirls schoolchildren men man worshippers "
    "passengers shoppers farmers farmer herders miners journalists journalist doctors nurses "
    "patients worker workers teachers teacher priests priest nuns monks aid_workers families "
    "family relatives protesters demonstrators migrants refugees prisoners detainees hostages "
    "others elders activists activist foreigners mourners traders merchants tourists bystanders "
    "boys babies injured wounded patients staff employees persons members son daughter husband "
    "wife brother father mother "
    "nurse farmer shepherd shepherds fisherman fishermen lawyer driver drivers pilgrim pilgrims "
    "tourist shopkeeper vendors mayor imam bishop politician lawmaker candidate reporter reporters "
    "cameraman photographer medic medics paramedics herder herdsmen trader pastor cleric clerics "
    "judge judges couple toddler baby infant infants teenager teenagers pedestrians commuters "
    "guests settlers inhabitants peasants labourers laborers labourer cleaner singer professor "
    "lives dead"
)
PEOPLE = (
    rf"(?:{CIVILIAN_NOUN}|{FIGHTER_NOUN})\b(?!(?:'s)?(?: (?!of\b){NP_WORD}){{0,2}}? {PLACE_NOUN}\b)"
)
NUMBER = (
    r"(?:\d[\d,.]*|" + any_of(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty dozens scores "
        "hundreds thousands several many a_dozen nobody some"
    ) + r"\b)"
)  # fmt: skip
ARMS = any_of(
    "weapons arms ammunition rifles rockets missiles munitions explosives drones tanks vehicles "
    "arsenal cache caches shipment stockpile gun guns howitzers mortars firearms grenades "
    "launchers detonators"
)
BUILDING = any_of(
    "buildings building houses house homes home shops shop market markets church churches mosque "
    "mosques school schools hospital hospitals clinic clinics bridge bridges dam village villages "
    "town villages crops warehouse warehouses monument monuments shrine shrines temple ruins "
    "monastery cathedral minaret museum property offices office station library villas huts "
    "infrastructure depot"
)
OFFENSIVE = any_of(
    "offensive offensives assault assaults operation operations campaign campaigns attack invasion "
    "incursion counteroffensive counter-offensive push advance ground_offensive onslaught war "
    "sweep crackdown battle fighting"
)
DEAL = any_of(
    "deal deals agreement agreements ceasefire cease-fire truce accord accords pact pause treaty "
    "armistice memorandum cessation reconciliation settlement"
)
PROTESTERS = any_of(
    "protesters protestors demonstrators protest protests demonstration demonstrations crowd "
    "crowds rally marchers mourners sit-in"
)
ADVERB = r"(?: [a-z]+ly| also| have| has| had| then| since| finally)"
PROJECTILE = any_of(
    "rockets? missiles? rounds shells? mortars? artillery mortar_rounds barrage projectiles? "
    "cylinders? bombshells? rocket-propelled_grenades? "
    "munitions warheads? grads? katyushas?"
)
BOMB = any_of("bombs? mines? landmines? devices? explosives ieds? ordnance booby_traps? vehicles?")
AIRCRAFT = any_of(
    "warplanes? jets? aircraft planes fighter-bombers helicopters? gunships? drones? "
    "fighter-jets air_force airmen mig migs sukhoi f-16s? "
    f"{FACTION}+_bombers "
    "(?:russian|american|israeli|turkish|british|french|saudi|heavy|fighter|jet|enemy)_bombers"
)
BE = any_of("was were is are been being be got 's 're")


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


STATE_WORDS = words_of(
    "army military troops soldiers government regime police navy junta gendarmerie warplanes jets "
    "ministry servicemen commandos paratroopers airmen marines gunships"
) | {"air force", "special forces", "security forces"}
GOVERNING = words_of("government regime junta ministry")
ARMED_WORDS = words_of(
    "rebels rebel militants insurgents gunmen jihadists jihadist extremists militia militias "
    "militiamen paramilitaries paramilitary separatists terrorists guerrillas islamists insurgency "
    "rebellion mutineers secessionists raiders assailants"
) | {"armed men"}
ISLAMIST_WORDS = words_of("jihadists jihadist extremists militants islamists terrorists")
GROUP_WORDS = words_of("group movement outfit organisation organization")
FIGHTING_WORDS = words_of("fighters forces attackers")
NEUTRAL_WORDS = words_of("alliance coalition") | FIGHTING_WORDS | GROUP_WORDS
