"""What the tags put on a page."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils.translation import override

from tests import make
from timeline.dates import from_edtf
from timeline.models import Event
from timeline.models.vocabulary import Family, Grade, Kind, Role, Status


def shown(source: str, **context: object) -> str:
    text = Template("{% load dateline %}" + source).render(Context(context))
    return " ".join(text.split()).replace("> <", "><")


def event(printed: str, read_on: date | None = None, **columns: object) -> Event:
    made = Event(pk=7, headline="Something happens", **columns)
    made.when = make.read(printed, read_on or make.DAY)
    made.read_on = read_on
    return made


@pytest.mark.parametrize(
    ("printed", "markup"),
    [
        (
            "2017-10-17",
            '<time datetime="2017-10-17"><b>17</b><span>October 2017</span></time>'
            "<small>Tuesday</small>",
        ),
        (
            "2017-10-12/2017-10-15",
            '<span class="t"><time datetime="2017-10-12"><b>12</b></time> to '
            '<time datetime="2017-10-15"><b>15</b></time><span>October 2017</span></span>'
            "<small>lasted four days</small>",
        ),
        (
            "[2017-10-08..2017-10-15]",
            '<span class="t">between <span><time datetime="2017-10-08"><b>8</b></time> and '
            '<time datetime="2017-10-15"><b>15</b></time></span><span>October 2017</span></span>'
            "<small>one of eight days</small>",
        ),
        (
            "[2017-09-28..2017-10-03]",
            '<span class="t">between <span><time datetime="2017-09-28"><b>28</b> September</time>'
            ' and <time datetime="2017-10-03"><b>3</b> October</time></span>'
            "<span>2017</span></span><small>one of six days</small>",
        ),
        (
            "by 27 July 2017",
            '<time datetime="2017-07-27">by <b>27</b><span>July 2017</span></time>'
            "<small>on this day or before</small>",
        ),
        ("summer 2015", '<span class="t"><b>summer</b><span>2015</span></span>'
                        "<small>season only</small>"),
    ],
)  # fmt: skip
def test_the_gutter_is_marked_up_for_people_and_machines(printed: str, markup: str) -> None:
    assert shown("{% when event %}", event=event(printed)) == f'<p class="when">{markup}</p>'


def test_what_was_printed_stands_under_a_coarse_date() -> None:
    happened = event("earlier this year", date(2017, 6, 6))
    assert "<small>printed 6 June as “earlier this year”</small>" in shown(
        "{% when event %}", event=happened
    )


def test_printed_words_cannot_bring_markup_along() -> None:
    happened = event("2017-06", date(2017, 6, 6))
    happened.date_printed = "<script>in June</script>"
    assert "&lt;script&gt;in June" in shown("{% when event %}", event=happened)


def test_a_mark_is_named_by_the_end_of_its_symbol() -> None:
    assert shown("{{ when|mark }}", when=from_edtf("[2017-10-06..]")) == "from"


def test_every_symbol_that_is_referred_to_is_in_the_sprite() -> None:
    drawn = shown("{% sprite %}")
    marks = ["day", "span", "within", "about", "by", "from", "x"]
    grades = [*Grade.values, "withdrawn"]
    names = [f"m-{mark}" for mark in marks] + [f"g-{grade}" for grade in grades]
    assert [name for name in names if f'<symbol id="{name}"' not in drawn] == []


def test_every_gradient_and_pattern_that_is_referred_to_is_in_the_sprite() -> None:
    drawn = shown("{% sprite %}")
    assert [
        name for name in ("hb", "hs", "he", "k3", "k6", "k7") if f'id="{name}"' not in drawn
    ] == []


def test_no_two_families_look_the_same() -> None:
    assert len({shown("{{ family|family_mark }}", family=family) for family in Family}) == 7


def test_a_kind_wears_the_mark_of_its_family() -> None:
    assert shown("{{ kind|family_mark }}", kind=Kind.SHELLING.value) == shown(
        "{{ kind|family_mark }}", kind=Family.FIGHTING.value
    )


def test_a_grade_is_a_disc_and_its_word() -> None:
    assert shown("{% grade event %}", event=event("2017", grade=Grade.DISPUTED)) == (
        '<p class="gr"><svg class="ev-g" aria-hidden="true"><use href="#g-disputed"/></svg>'
        "Disputed</p>"
    )


def test_a_withdrawn_event_says_so_instead_of_its_grade() -> None:
    gone = event("2017", grade=Grade.CONFIRMED, status=Status.WITHDRAWN)
    assert "#g-withdrawn" in shown("{% grade event %}", event=gone)


@pytest.mark.django_db
def test_a_faction_stands_once_with_all_its_roles() -> None:
    sdf, isis = make.faction("SDF"), make.faction("<ISIS>")
    happened = make.event(
        factions=[(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER), (sdf, Role.CLAIMANT)]
    )
    assert shown("{% parties event %}", event=happened) == (
        f'<ul class="parties"><li class="pt p-{sdf.pk}"><a href="/factions/sdf/">SDF</a>'
        f' captor, claimant</li><li class="pt p-{isis.pk}"><a href="/factions/isis/">'
        "&lt;ISIS&gt;</a> former holder</li></ul>"
    )


def month_of(*events: Event) -> SimpleNamespace:
    return SimpleNamespace(year=2017, month=10, events=events)


def test_the_ruler_links_every_mark_to_its_event() -> None:
    drawn = shown("{% ruler month %}", month=month_of(event("2017-10-06")))
    assert (
        '<a href="#e7"><title>Something happens</title>'
        '<circle cx="17.74%" cy="17" r="4.5"/></a>' in drawn
    )


@pytest.mark.parametrize("printed", ["2017-10-06/2017-10-08", "[2017-10-06..2017-10-08]",
                                     "2017-10-06~", "../2017-10-06", "[2017-10-06..]"])  # fmt: skip
def test_numbers_on_the_ruler_are_those_of_machines_in_every_language(printed: str) -> None:
    month = month_of(*[event(printed)] * 6)
    with override("de"):
        drawn = shown("{% ruler month %}", month=month)
    assert ",5" not in drawn
    assert 'rect x="' in drawn or 'class="ax" x="' in drawn


def test_no_tag_writes_a_style_of_its_own() -> None:
    month = month_of(event("2017-10-06"), event("../2017-10-06"))
    page = shown("{% sprite %}{% ruler month %}{% when event %}{% grade event %}",
                 month=month, event=event("2017-10-06"))  # fmt: skip
    assert "style" not in page
