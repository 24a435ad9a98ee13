"""Countries with the adjectives and the seats of government that texts name their forces by."""

from __future__ import annotations

from typing import NamedTuple

# country, other names; adjectives; seats of government
TABLE = """
Afghanistan; Afghan; Kabul
Albania; Albanian; Tirana
Algeria; Algerian; Algiers
Angola; Angolan; Luanda
Argentina; Argentine; Buenos Aires
Armenia; Armenian; Yerevan
Australia; Australian; Canberra
Azerbaijan; Azerbaijani, Azeri; Baku
Bahrain; Bahraini; Manama
Bangladesh; Bangladeshi; Dhaka
Belarus; Belarusian; Minsk
Belgium; Belgian;
Benin; Beninese;
Bosnia; Bosnian; Sarajevo
Burkina Faso; Burkinabe; Ouagadougou
Burundi; Burundian; Bujumbura, Gitega
Cambodia; Cambodian; Phnom Penh
Cameroon; Cameroonian; Yaounde
Canada; Canadian; Ottawa
Central African Republic; Central African; Bangui
Chad; Chadian; N'Djamena
China; Chinese; Beijing
Colombia; Colombian; Bogota, Bogotá
Croatia; Croatian, Croat; Zagreb
Cuba; Cuban; Havana
Cyprus; Cypriot; Nicosia
Democratic Republic of Congo, DR Congo, Congo; Congolese; Kinshasa
Denmark; Danish;
Djibouti; Djiboutian;
East Timor, Timor-Leste; Timorese; Dili
Egypt; Egyptian; Cairo
El Salvador; Salvadoran; San Salvador
Eritrea; Eritrean; Asmara
Ethiopia; Ethiopian; Addis Ababa
France; French; Paris
Georgia; Georgian; Tbilisi
Germany; German; Berlin
Greece; Greek; Athens
Guatemala; Guatemalan;
Guinea; Guinean; Conakry
Haiti; Haitian; Port-au-Prince
India; Indian; New Delhi, Delhi
Indonesia; Indonesian; Jakarta
Iran; Iranian; Tehran
Iraq; Iraqi; Baghdad
Israel; Israeli; Jerusalem
Italy; Italian; Rome
Ivory Coast, Côte d'Ivoire; Ivorian; Abidjan
Japan; Japanese; Tokyo
Jordan; Jordanian; Amman
Kazakhstan; Kazakh; Astana
Kenya; Kenyan; Nairobi
Kosovo; Kosovan; Pristina
Kuwait; Kuwaiti;
Kyrgyzstan; Kyrgyz; Bishkek
Laos; Laotian; Vientiane
Lebanon; Lebanese; Beirut
Liberia; Liberian; Monrovia
Libya; Libyan; Tripoli
Malawi; Malawian;
Malaysia; Malaysian;
Mali; Malian; Bamako
Mauritania; Mauritanian;
Mexico; Mexican;
Moldova; Moldovan; Chisinau
Morocco; Moroccan; Rabat
Mozambique; Mozambican; Maputo
Myanmar, Burma; Burmese, Myanmar; Naypyidaw
Nepal; Nepalese, Nepali; Kathmandu
Netherlands; Dutch; The Hague
Nicaragua; Nicaraguan; Managua
Niger; Nigerien; Niamey
Nigeria; Nigerian; Abuja
North Korea; North Korean; Pyongyang
North Vietnam; North Vietnamese; Hanoi
Norway; Norwegian; Oslo
Oman; Omani;
Pakistan; Pakistani; Islamabad
Peru; Peruvian; Lima
Philippines; Philippine, Filipino; Manila
Poland; Polish; Warsaw
Portugal; Portuguese; Lisbon
Qatar; Qatari; Doha
Romania; Romanian;
Russia; Russian; Moscow, Kremlin
Rwanda; Rwandan; Kigali
Saudi Arabia; Saudi; Riyadh
Senegal; Senegalese; Dakar
Serbia; Serbian, Serb; Belgrade
Sierra Leone; Sierra Leonean;
Somalia; Somali; Mogadishu
South Africa; South African; Pretoria
South Korea; South Korean; Seoul
South Sudan; South Sudanese; Juba
South Vietnam; South Vietnamese; Saigon
Soviet Union, USSR; Soviet;
Spain; Spanish; Madrid
Sri Lanka; Sri Lankan; Colombo
Sudan; Sudanese; Khartoum
Switzerland; Swiss;
Syria; Syrian; Damascus
Tajikistan; Tajik; Dushanbe
Tanzania; Tanzanian;
Thailand; Thai; Bangkok
Togo; Togolese;
Tunisia; Tunisian; Tunis
Turkey, Türkiye; Turkish; Ankara
Uganda; Ugandan; Kampala
Ukraine; Ukrainian; Kyiv, Kiev
United Arab Emirates, UAE; Emirati; Abu Dhabi
United Kingdom, Britain, UK; British; London
United States, US, U.S., USA, America; American, US, U.S.; Washington, Pentagon
Uruguay; Uruguayan;
Uzbekistan; Uzbek; Tashkent
Venezuela; Venezuelan; Caracas
Vietnam; Vietnamese; Hanoi
Yemen; Yemeni; Sanaa
Yugoslavia; Yugoslav; Belgrade
Zambia; Zambian;
Zimbabwe; Zimbabwean; Harare
"""


class Nation(NamedTuple):
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]


def _row(line: str) -> Nation:
    names, adjectives, seats = (
        tuple(word.strip() for word in cell.split(",") if word.strip()) for cell in line.split(";")
    )
    return Nation(names, adjectives, seats)


NATIONS = tuple(_row(line) for line in TABLE.strip().splitlines())
NAMES = {name: nation for nation in NATIONS for name in nation.names}
ADJECTIVES = {word: nation for nation in NATIONS for word in nation.adjectives}
SEATS = {seat: nation for nation in NATIONS for seat in nation.seats}
