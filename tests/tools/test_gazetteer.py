import pytest

from timeline import gazetteer

RAQQA = 172955
DEIR_EZ_ZOR = 170794


@pytest.mark.parametrize(
    ("typed", "geonames_id"),
    [
        ("Raqqa", RAQQA),
        ("ar-raqqah", RAQQA),
        ("الرقة", RAQQA),
        ("Deir al-Zor", DEIR_EZ_ZOR),
        ("دير الزور", DEIR_EZ_ZOR),
    ],
)
def test_a_city_is_found_by_any_spelling(typed: str, geonames_id: int) -> None:
    assert gazetteer.search(typed)[0].geonames_id == geonames_id


def test_the_very_name_comes_before_larger_cities_that_only_begin_so() -> None:
    found = gazetteer.search("Mosul")
    assert [place.country for place in found[:2]] == ["IQ", "ZA"]


def test_nothing_is_found_for_no_words_or_for_a_name_of_nowhere() -> None:
    assert gazetteer.search(" ") == []
    assert gazetteer.search("Xyzzyville") == []


def test_a_place_goes_by_the_spelling_that_was_typed() -> None:
    place = gazetteer.search("raqqa")[0]
    assert (place.name, place.spelled("raqqa")) == ("Ar Raqqah", "Raqqa")


def test_spellings_are_those_of_the_countrys_scripts() -> None:
    place = gazetteer.get(RAQQA)
    assert place is not None
    scripts = {spelling.script for spelling in place.spellings()}
    assert {"Latn", "Arab"} <= scripts
    assert "Cyrl" not in scripts
    arabic = next(spelling for spelling in place.spellings() if spelling.name == "الرقة")
    assert (arabic.language, arabic.script) == ("ar", "Arab")
