"""Who held a city when, in words."""

from datetime import date

import pytest

from timeline.courses import Change, Names, Spell
from timeline.models import Faction
from timeline.models.vocabulary import ControlState
from timeline.wording import control

HELD, CHANGING = ControlState.HELD, ControlState.CHANGING
CONTESTED, UNKNOWN = ControlState.CONTESTED, ControlState.UNKNOWN
ISIS, SDF, ARMY = 1, 2, 3
NAMES = Names(
    {
        number: Faction(pk=number, name=name, sort_key=name.lower())
        for number, name in ((ISIS, "ISIS"), (SDF, "SDF"), (ARMY, "Syrian army"))
    },
    {},
)
DAY = date(2017, 10, 17)


def spell(
    *holders: int,
    state: ControlState = HELD,
    coming: tuple[int, ...] = (),
    since: tuple[date | None, date] | None = (DAY, DAY),
) -> Spell:
    first = since[1] if since else None
    return Spell(1, first, None, state, holders, coming, since=since)


@pytest.mark.parametrize(
    ("told", "words", "short"),
    [
        (spell(SDF), "held by SDF", "SDF"),
        (spell(ARMY, ISIS), "held jointly by ISIS and Syrian army", "ISIS and Syrian army"),
        (spell(ISIS, ARMY, SDF), "held jointly by ISIS, SDF and Syrian army", None),
        (spell(SDF, ISIS, state=CONTESTED), "contested between ISIS and SDF", "contested"),
        (
            spell(ISIS, state=CHANGING, coming=(SDF,)),
            "passing from ISIS to SDF",
            "changing hands",
        ),
        (
            spell(ARMY, state=CHANGING, coming=(ARMY, SDF)),
            "passing in part from Syrian army to SDF",
            "changing hands",
        ),
        (
            spell(ARMY, SDF, state=CHANGING, coming=(ARMY,)),
            "passing from SDF to Syrian army",
            "changing hands",
        ),
        (spell(ISIS, state=CHANGING), "being left by ISIS", "changing hands"),
        (spell(state=CHANGING, coming=(SDF,)), "being taken by SDF", "changing hands"),
        (spell(state=UNKNOWN), "not known who held it", "not known"),
        (None, "not known who held it", "not known"),
    ],
)
def test_each_state_has_its_words(told: Spell | None, words: str, short: str | None) -> None:
    assert control.state(told, NAMES) == words
    assert short is None or control.short(told, NAMES) == short


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ((DAY, DAY), "since 17 October 2017"),
        ((date(2014, 7, 1), date(2014, 7, 31)), "since July 2014"),
        ((date(2014, 1, 1), date(2014, 12, 31)), "since 2014"),
        (
            (date(2014, 7, 1), date(2014, 7, 10)),
            "since some day between 1 and 10 July 2014",
        ),
        ((None, DAY), "since 17 October 2017 or before"),
        (None, "since a day that the record does not know"),
    ],
)
def test_a_beginning_says_how_well_it_is_known(
    since: tuple[date | None, date] | None, words: str
) -> None:
    assert control.since(spell(SDF, since=since)) == words


def test_a_spell_says_its_ends_and_what_is_not_known_of_them() -> None:
    line = control.title(spell(SDF, since=None), NAMES)
    assert line == "held by SDF; from: not known; to: not on record"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (spell(ISIS), spell(SDF), "The city passes from ISIS to SDF"),
        (None, spell(SDF), "The city is held by SDF"),
        (spell(state=UNKNOWN), spell(SDF), "The city is held by SDF"),
        (spell(ISIS), spell(state=UNKNOWN), "The city is left by ISIS"),
        (
            spell(ISIS),
            spell(ISIS, ARMY, state=CONTESTED),
            "The city is contested between ISIS and Syrian army",
        ),
        (
            spell(ISIS),
            spell(ISIS, state=CHANGING, coming=(SDF,)),
            "The city begins to pass from ISIS to SDF",
        ),
        (spell(ISIS), spell(ISIS, state=CHANGING), "The city is being left by ISIS"),
        (None, spell(state=CHANGING, coming=(SDF,)), "The city is being taken by SDF"),
    ],
)
def test_an_event_says_what_it_did_to_the_city(
    before: Spell | None, after: Spell, words: str
) -> None:
    assert control.turn(before, after, NAMES) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (spell(ISIS), spell(SDF), "Raqqa: ISIS to SDF"),
        (spell(ISIS, SDF, state=CONTESTED), spell(SDF), "Raqqa: contested to SDF"),
        (None, spell(SDF), "Raqqa: held by SDF"),
        (spell(ISIS, state=CHANGING, coming=(SDF,)), spell(SDF), "Raqqa: held by SDF"),
        (
            spell(ISIS),
            spell(ISIS, state=CHANGING, coming=(SDF,)),
            "Raqqa: passing from ISIS to SDF",
        ),
        (spell(ISIS), spell(state=UNKNOWN), "Raqqa: left by ISIS"),
    ],
)
def test_a_change_names_its_city_and_both_sides(
    before: Spell | None, after: Spell, words: str
) -> None:
    assert control.change(Change(DAY, before, after), "Raqqa", NAMES) == words


@pytest.mark.parametrize(
    ("course", "sentences"),
    [
        ([], []),
        ([spell(SDF)], ["Held by SDF since 17 October 2017."]),
        (
            [spell(ISIS, since=None), spell(SDF)],
            [
                "Held by SDF since 17 October 2017.",
                "Before that, held by ISIS since a day that the record does not know.",
            ],
        ),
        (
            [spell(ARMY, since=None), spell(ISIS), spell(SDF)],
            [
                "Held by SDF since 17 October 2017.",
                "Before that, held by ISIS since 17 October 2017.",
                "It changed hands two times on record.",
            ],
        ),
        (
            [spell(ISIS, since=None), spell(state=UNKNOWN)],
            [
                "Not known who held it since 17 October 2017.",
                "Before that, held by ISIS since a day that the record does not know.",
            ],
        ),
        (
            [spell(SDF, since=None), spell(ISIS, SDF, state=CONTESTED), spell(SDF)],
            [
                "Held by SDF since 17 October 2017.",
                "Before that, contested between ISIS and SDF since 17 October 2017.",
            ],
        ),
        (
            [spell(ISIS, ARMY, state=CONTESTED)],
            ["Contested between ISIS and Syrian army since 17 October 2017."],
        ),
    ],
)
def test_a_course_is_told_in_up_to_three_sentences(
    course: list[Spell], sentences: list[str]
) -> None:
    assert control.course(course, NAMES) == sentences
