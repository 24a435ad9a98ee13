from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.names import AYN_AND_HAMZA, TATWEEL, Match, Matcher, fold

SPELLINGS = [
    ("IS", "isis"),
    ("ISIS", "isis"),
    ("ISIL", "isis"),
    ("Daesh", "isis"),
    ("Islamic State", "isis"),
    ("Islamic State of Iraq and the Levant", "isis"),
    ("داعش", "isis"),
    ("US", "usa"),
    ("SDF", "sdf"),
    ("قوات سوريا الديمقراطية", "sdf"),
    ("People's Protection Units", "ypg"),
    ("YPG/YPJ", "ypg"),
    ("Deir al-Zor", "deir-al-zor"),
    ("Deir Ezzor", "deir-al-zor"),
    ("دير الزور", "deir-al-zor"),
    ("Raqqa", "raqqa"),
    ("الرقة", "raqqa"),
    ("Mosul", "mosul"),
    ("Mosul Dam", "mosul-dam"),
    ("Homs", "homs"),
    ("al-Bab", "al-bab"),
    ("al-Tall", "al-tall"),
    ("As Suwayda", "suwayda"),
    ("ʿAyn al-ʿArab", "kobani"),
    ("Hit", "hit"),
    ("بغداد", "baghdad"),
    ("Salma, Latakia", "salma"),
]
MATCHER = Matcher(SPELLINGS)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.key) for match in MATCHER.find(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir al-Zor", "Deir ez-Zor"),
        ("Deir al-Zor", "deir-ez-zor"),
        ("Deir al-Zor", "DEIR  AL ZOR"),
        ("Ar-Raqqa", "al-Raqqa"),
        ("Ar-Raqqa", "Raqqa"),
        ("as al-Sham", "Sham"),
        ("Salah ad-Din", "Salah ud-Din"),
        ("Ma'arrat al-Nu'man", "Ma`arrat al-Nu‘man"),
        ("ʿAyn al-ʿArab", "Ayn al-Arab"),
        ("Sanaʾa", "Sana’a"),
        ("Kobanê", "KOBANE"),
        ("Diyarbakır", "Diyarbakir"),
        ("İdlib", "Idlib"),
        ("Straße", "STRASSE"),
        ("ﬁghters", "Fighters"),
        ("U.S. Army", "US Army"),
        ("“Islamic State”", "Islamic State"),
        ("الرَّقَّة", "الرقة"),
        ("الـرقـة", "الرقة"),
        ("الرقة", "رقه"),
        ("إدلب", "ادلب"),
        ("آل", "ال"),
        ("منبج ى", "منبج ي"),
        ("كوبانی", "كوباني"),
        ("لواء", "لوا"),
        ("الالباب", "باب"),
        ("U.S.Army", "US Army"),
        ("دير الزور", "دير زور"),
    ],
)
def test_ways_of_writing_one_name_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Homs", "Hama"),
        ("at Homs", "Homs"),
        ("an Idlib", "Idlib"),
        ("Mosul", "Mosul Dam"),
        ("US", "USA"),
        ("Alraqqa", "Raqqa"),
        ("3.5", "35"),
        ("باب", "بابا"),
        ("الخالدية", "الخدية"),
        ("شمالية", "شمية"),
    ],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("name", "key"), [("Al", "al"), ("ال", "ال"), ("al El", "el"), ("ء", "ء")])
def test_a_name_that_is_only_an_article_or_a_hamza_keeps_a_key(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text())
def test_folding_a_key_gives_the_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_key_is_empty_only_for_a_text_without_a_letter_or_digit(text: str) -> None:
    telling = [sign for sign in text if sign.isalnum() and sign not in AYN_AND_HAMZA + TATWEEL]
    assert bool(fold(text)) == bool(telling)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("IS lost it", [("IS", "isis")]),
        ("it is lost", []),
        ("Isis lost it", []),
        ("fighters of I.S. fled", [("I.S.", "isis")]),
        ("the U.S.'s plan for us", [("U.S.", "usa")]),
        ("he told us", []),
        ("ISIS's last street", [("ISIS", "isis")]),
        ("ISIS’s last street", [("ISIS", "isis")]),
        ("US-backed, anti-ISIS", [("US", "usa"), ("ISIS", "isis")]),
        ("YPG-YPJ", [("YPG-YPJ", "ypg")]),
        ("ypg/ypj", []),
        ("daesh and DAESH", [("daesh", "isis"), ("DAESH", "isis")]),
        ("the islamic\nstate", [("islamic\nstate", "isis")]),
        ("the ‘Islamic’ State", [("Islamic’ State", "isis")]),
        ("the Islamic. State", []),
        ("the Islamic, State", []),
        ("in Deir, al-Zor", []),
        ("in Deir al. Zor", []),
        ("People’s Protection Units’ men", [("People’s Protection Units", "ypg")]),
        ("Salma, Latakia", [("Salma, Latakia", "salma")]),
        ("Salma Latakia", []),
    ],
)
def test_names_are_found_as_english_writes_them(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "written",
    ["Deir al-Zor", "Deir ez-Zor", "Deir-Ez-Zor", "Dēir  az Zor", "Deir Ezzor", "دير الزور"],
)
def test_every_spelling_of_a_city_leads_to_it(written: str) -> None:
    assert found(f"... {written}!") == [(written, "deir-al-zor")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in al-Bab", ["al-Bab"]),
        ("in Al Bab", ["Al Bab"]),
        ("at Bab", ["Bab"]),
        ("as-Suwayda", ["as-Suwayda"]),
        ("as Suwayda fell", ["Suwayda"]),
        ("Meet Al. Bab fell", ["Bab"]),
        ("ʿAyn al-ʿArab", ["ʿAyn al-ʿArab"]),
    ],
)
def test_a_romanised_article_lies_inside_the_name(text: str, names: list[str]) -> None:
    assert [written for written, _ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("الرقة", "الرقة"),
        ("والرقة", "الرقة"),
        ("بالرقة", "الرقة"),
        ("وَالرَّقَّةِ", "الرَّقَّةِ"),
        ("للرقة", "رقة"),
        ("ولِلرقة", "رقة"),
        ("بغداد", "بغداد"),
        ("وبغداد", "بغداد"),
        ("وببغداد", "بغداد"),
        ("ودير الزور", "دير الزور"),
        ("لقوات سوريا الديمقراطية", "قوات سوريا الديمقراطية"),
        ("وداعش", "داعش"),
    ],
)
def test_arabic_prefixes_lie_outside_the_name(text: str, name: str) -> None:
    assert [written for written, _ in found(text)] == [name]


def test_no_prefix_is_taken_off_a_word_of_three_letters() -> None:
    assert Matcher([("تل", 1)]).find("وتل") == []


@pytest.mark.parametrize(
    "text",
    [
        "Homskaya",
        "Raqqawi",
        "Raqqa24",
        "Raqqa_SL",
        "NewRaqqa",
        "SDFs",
        "Ho.ms",
        "Homs\u0301ka",
        "داعشي",
    ],
)
def test_no_name_is_found_inside_a_word(text: str) -> None:
    assert found(text) == []


def test_marks_of_emphasis_and_hashes_are_no_part_of_a_word() -> None:
    assert found("_Raqqa_ #Homs") == [("Raqqa", "raqqa"), ("Homs", "homs")]


@pytest.mark.parametrize(
    "longer", ["Mosul Dam", "mosul-dam", "Islamic State of Iraq and the Levant"]
)
def test_the_longest_name_wins(longer: str) -> None:
    assert [written for written, _ in found(f"{longer} {longer}")] == [longer, longer]


def test_a_longer_name_that_breaks_off_leaves_the_shorter() -> None:
    assert found("Islamic State of Iraq and Syria") == [("Islamic State", "isis")]


@pytest.mark.parametrize(
    ("text", "names"), [("a hit", []), ("in Hit", ["Hit"]), ("IN HIT", ["HIT"])]
)
def test_a_very_short_name_is_not_the_small_word_like_it(text: str, names: list[str]) -> None:
    assert [written for written, _ in found(text)] == names


def test_a_name_without_its_article_is_not_the_small_word_like_it() -> None:
    text = "a tall man of Tall, that is al-tall"
    assert [written for written, _ in found(text)] == ["Tall", "al-tall"]


def test_an_acronym_listed_in_small_letters_too_is_found_in_both() -> None:
    matcher = Matcher([("ISIS", 1), ("Isis", 1)])
    assert [match.spelling for match in matcher.find("ISIS, Isis")] == ["ISIS", "Isis"]


def test_a_spelling_of_two_keys_is_reported_for_both() -> None:
    matcher = Matcher([("Tel Abyad", "town"), ("Tel-Abyad", "district"), ("Tel Abyad", "town")])
    assert matcher.find("in Tel Abyad") == [
        Match(3, 12, "town", "Tel Abyad"),
        Match(3, 12, "district", "Tel-Abyad"),
    ]


def test_punctuation_before_a_spelling_does_not_hide_it() -> None:
    assert Matcher([("(new) Homs", 1)]).find("new) Homs") == [Match(0, 9, 1, "(new) Homs")]


@pytest.mark.parametrize("blank", ["", " ", "—", "'"])
def test_a_spelling_without_a_word_names_nothing(blank: str) -> None:
    assert Matcher([(blank, 1)]).find(f"Raqqa {blank} Homs") == []


WRITTEN = st.sampled_from(
    [spelling for spelling, _ in SPELLINGS]
    + [
        "وبالرقة",
        "the",
        "al",
        "as",
        "U.S.",
        "’s",
        "'",
        ". ",
        ",",
        "-",
        "\n",
        "ʿ",
        "\u0301",
        "و",
        "ل",
    ]
)


@given(
    st.lists(st.tuples(WRITTEN, st.sampled_from(["", " ", "-"]))).map(
        lambda parts: "".join(word + gap for word, gap in parts)
    )
)
def test_every_place_found_folds_to_its_spelling_and_follows_the_last(text: str) -> None:
    end = 0
    for match in MATCHER.find(text):
        assert fold(text[match.start : match.end]) == fold(match.spelling)
        assert end <= match.start < match.end
        end = match.end


@given(
    st.sampled_from(["Deir ez-Zor", "Islamic State", "People's Protection Units", "Mosul Dam"]),
    st.lists(
        st.sampled_from(["", "", "\u0301", "\u0327\u0650", "\u0640"]), min_size=30, max_size=30
    ),
    st.sampled_from([" ", "  ", "-", "” “", "\n", " – "]),
    st.sampled_from([str.upper, str.lower, str.title]),
)
def test_decorations_do_not_hide_a_name_nor_shift_its_place(
    name: str, marks: list[str], gap: str, case: Callable[[str], str]
) -> None:
    cased = case(name)
    decorated = "".join(
        letter + mark if letter.isalpha() else letter
        for letter, mark in zip(cased, marks, strict=False)
    ).replace(" ", gap)
    text = f"cafe\u0301 … {decorated}, then"
    assert [written for written, _ in found(text)] == [decorated]
