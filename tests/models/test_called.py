"""Cities and factions are called by the name that readers of a language know."""

import pytest
from django.utils import translation

from tests import make
from timeline.actions.merging import merge_cities, merge_factions
from timeline.models import City, Faction
from timeline.models.vocabulary import NameKind

pytestmark = pytest.mark.django_db


def called(thing: City | Faction, language: str) -> str:
    with translation.override(language):
        return type(thing)._default_manager.get(pk=thing.pk).called


def test_a_name_is_said_in_the_language_of_the_page() -> None:
    raqqa = make.city("Raqqa")
    make.spelled(raqqa, "الرقة")
    assert (called(raqqa, "en"), called(raqqa, "ar")) == ("Raqqa", "الرقة")


def test_what_has_no_name_in_a_language_keeps_the_one_it_was_entered_under() -> None:
    assert called(make.city("Raqqa"), "ar") == "Raqqa"


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        ([("قوات سوريا الديمقراطية", NameKind.OFFICIAL), ("قسد", NameKind.SHORT)], "قسد"),
        ([("عين العرب", NameKind.ALIAS), ("كوباني", NameKind.OFFICIAL)], "كوباني"),
        ([("الطبقة", NameKind.OFFICIAL), ("الثورة", NameKind.OFFICIAL)], "الطبقة"),
        ([("داعش", NameKind.EXONYM)], "Entered"),
        ([("الثورة", NameKind.FORMER)], "Entered"),
    ],
)
def test_the_short_name_goes_before_the_official_and_that_before_others(
    spellings: list[tuple[str, NameKind]], name: str
) -> None:
    faction = make.faction("Entered")
    for spelling, kind in spellings:
        make.spelled(faction, spelling, kind=kind)
    assert called(faction, "ar") == name


def test_other_names_in_its_own_language_do_not_rename_it() -> None:
    faction = make.faction("SDF")
    make.spelled(faction, "Syrian Democratic Forces", language="en")
    assert called(faction, "en") == "SDF"


def test_a_merged_city_brings_its_name_in_another_language_along() -> None:
    kept, dropped = make.city("Raqqa"), make.city("Ar-Raqqah")
    make.spelled(dropped, "الرقة")
    merge_cities(dropped, into=kept, by=make.administrator(), note="One city.")
    assert called(kept, "ar") == "الرقة"


def test_a_merged_faction_leaves_the_kept_one_its_name() -> None:
    kept, dropped = make.faction("ISIS"), make.faction("ISIL")
    make.spelled(kept, "تنظيم الدولة")
    make.spelled(dropped, "دولة الخلافة")
    merge_factions(dropped, into=kept, by=make.administrator(), note="One group.")
    assert called(kept, "ar") == "تنظيم الدولة"
