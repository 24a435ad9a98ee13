"""The question: what can be asked, what is refused, and the one address of each."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from timeline.filters import EventFilter
from timeline.models import Faction
from timeline.models.vocabulary import Grade, Kind, Role
from timeline.vocabulary import Entry, Vocabulary

WORDS = Vocabulary(
    city={"raqqa": Entry(1, "raqqa", "Raqqa"), "mosul": Entry(2, "mosul", "Mosul")},
    faction={"sdf": Entry(1, "sdf", "SDF"), "isis": Entry(2, "isis", "ISIS")},
    source={"wire": Entry(1, "wire", "Wire")},
)


def ask(query: str, *, subject: tuple[str, str] | None = None) -> EventFilter:
    return EventFilter(QueryDict(query), WORDS, subject=subject)


CANONICAL = [
    ("", "/"),
    ("q=&from=&city=", "/"),
    ("order=oldest&view=list", "/"),
    ("order=newest", "/?order=newest"),
    ("to=2017&from=2016-05&city=raqqa", "/?city=raqqa&from=2016-05&to=2017"),
    ("city=raqqa&city=mosul&city=raqqa", "/?city=mosul&city=raqqa"),
    ("utm_source=x&fbclid=1&gclid=2&q=dam", "/?q=dam"),
    ("kind=captured&kind=control", "/?kind=control&kind=captured"),
    ("members=0&faction=sdf", "/?faction=sdf&members=0"),
    ("with=isis&faction=sdf", "/?faction=sdf&with=isis"),
    ("with=isis&with=sdf", "/?faction=isis&faction=sdf"),
    ("city=raqqa&city=none", "/?city=none&city=raqqa"),
    ("with=isis&faction=none", "/?faction=none&with=isis"),
    ("kind=clash&held=isis&with=sdf&faction=isis", "/?faction=isis&with=sdf&held=isis&kind=clash"),
    ("certain=1&from=2017-10-17", "/?from=2017-10-17&certain=1"),
    ("article=007&article=7", "/?article=7"),
    ("evidence=all", "/?evidence=all"),
    ("after=2017-10-17.0.12", "/?after=2017-10-17.0.12"),
]


@pytest.mark.parametrize(("query", "address"), CANONICAL)
def test_every_question_has_one_address(query: str, address: str) -> None:
    question = ask(query)
    assert not question.faults
    assert question.address() == address


@pytest.mark.parametrize("query", [query for query, _ in CANONICAL])
def test_the_canonical_address_asks_the_same(query: str) -> None:
    address = ask(query).address()
    assert ask(address.partition("?")[2]).address() == address


MANY = ["city=raqqa", "city=mosul", "kind=clash", "kind=fighting"]
ONCE = ["faction=sdf", "from=2016", "to=2018-02", "q=dam", "certain=1", "members=0", "order=newest"]


@given(st.lists(st.sampled_from([*MANY, *ONCE, "source="]), unique=True))
def test_the_order_of_parameters_does_not_matter(pairs: list[str]) -> None:
    assert ask("&".join(pairs)).address() == ask("&".join(reversed(pairs))).address()


UNREADABLE = [
    ("colour=red", ""),
    ("From=2017", ""),
    ("from=yesterday", "from"),
    ("from=2016&from=2017", "from"),
    ("q=dam&q=bridge", "q"),
    ("from=2017-13", "from"),
    ("from=2017-02-30", "from"),
    ("from=20171", "from"),
    ("from=0001", "from"),
    ("from=2017-22", "from"),
    ("from=2017/2018", "from"),
    ("from=٢٠١٧", "from"),
    ("from=2018&to=2017", "to"),
    ("kind=war", "kind"),
    ("certain=yes", "certain"),
    ("members=1", "members"),
    ("order=random", "order"),
    ("order=oldest&order=newest", "order"),
    ("view=chart", "view"),
    ("lanes=country", "lanes"),
    ("page=1", "page"),
    ("evidence=good", "evidence"),
    ("article=x", "article"),
    ("after=2017", "after"),
    ("after=2017-10-17.0.1&before=2017-10-17.0.2", ""),
    ("after=9999-99-99.0.1", "after"),
    ("q=%21%3F", "q"),
    ("q=%00", "q"),
    ("q=" + "a" * 201, "q"),
]


@pytest.mark.parametrize(("query", "where"), UNREADABLE)
def test_what_cannot_be_read_is_a_fault_beside_its_field(query: str, where: str) -> None:
    assert list(ask(query).faults) == [where]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["city", "faction", "with", "held", "source"])
def test_an_unknown_name_is_a_fault(name: str) -> None:
    assert list(ask(f"{name}=atlantis").faults) == [name]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["with", "held", "source"])
def test_only_a_city_and_a_faction_can_be_none(name: str) -> None:
    assert list(ask(f"{name}=none").faults) == [name]


@pytest.mark.django_db
def test_an_unreadable_question_selects_nothing() -> None:
    make.event(published=True)
    assert not ask("from=someday").events()


@pytest.fixture
def asked(db: None) -> Callable[[str], set[str]]:
    """Headlines that a query finds."""
    from timeline.vocabulary import _load

    def found(query: str) -> set[str]:
        question = EventFilter(QueryDict(query), _load())
        assert not question.faults
        return {event.headline for event in question.events()}

    return found


@pytest.fixture
def record(db: None) -> None:
    raqqa, mosul = make.city("Raqqa", spellings=["Rakka"]), make.city("Mosul")
    sdf, ypg = make.faction("SDF"), make.faction("YPG")
    isis = make.faction("ISIS", spellings=["Daesh"])
    make.allegiance(ypg, sdf)
    wire = make.article(outlet=make.outlet("Wire"))
    common: dict[str, Any] = {"published": True, "taken_from": wire}
    make.event("fall", city=raqqa, when="2017-10-17", factions=[(sdf, Role.CAPTOR)], **common)
    make.event(
        "clash",
        city=raqqa,
        when="2017-06",
        kind=Kind.CLASH,
        factions=[(ypg, Role.ATTACKER), (isis, Role.DEFENDER)],
        **common,
    )
    make.event(
        "strike",
        city=mosul,
        when="2016-11-01",
        kind=Kind.AIR_STRIKE,
        factions=[(isis, Role.TARGET)],
        published=True,
    )
    make.event("rumour", city=mosul, when="2016", grade=Grade.REFUTED, published=True)
    make.event("draft", city=raqqa, when="2017-10-17")
    make.held(raqqa, isis, last=date(2017, 10, 16))
    make.held(raqqa, ypg, first=date(2017, 10, 17))
    make.held(mosul, isis, last=date(2016, 11, 1))


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        ("", {"fall", "clash", "strike"}),
        ("city=raqqa", {"fall", "clash"}),
        ("city=Rakka", {"fall", "clash"}),
        ("city=raqqa&city=mosul", {"fall", "clash", "strike"}),
        ("faction=sdf", {"fall", "clash"}),
        ("faction=sdf&members=0", {"fall"}),
        ("faction=isis", {"clash", "strike"}),
        ("kind=fighting", {"clash", "strike"}),
        ("kind=air_strike", {"strike"}),
        ("kind=control&kind=air_strike", {"fall", "strike"}),
        ("from=2017", {"fall", "clash"}),
        ("to=2017-06-15", {"clash", "strike"}),
        ("to=2017-06-15&certain=1", {"strike"}),
        ("from=2017-10-17&to=2017-10-17", {"fall"}),
        ("source=wire", {"fall", "clash"}),
        ("evidence=refuted", {"rumour"}),
        ("evidence=all", {"fall", "clash", "strike", "rumour"}),
        ("q=clash", {"clash"}),
        ("q=rakka&kind=control", {"fall"}),
        ("city=mosul&faction=sdf", set()),
        ("faction=isis&with=sdf", {"clash"}),
        ("faction=sdf&with=isis", {"clash"}),
        ("faction=sdf&with=isis&members=0", set()),
        ("faction=sdf&with=Daesh&with=ypg", {"clash"}),
        ("with=ypg", {"clash"}),
        ("held=isis", {"clash", "strike"}),
        ("held=sdf", {"fall"}),
        ("held=sdf&members=0", set()),
        ("held=sdf&held=isis&city=raqqa", {"fall", "clash"}),
        ("held=isis&certain=1", {"clash", "strike"}),
        ("held=isis&faction=sdf&from=2017", {"clash"}),
    ],
)
def test_a_question_finds_what_it_asks_for_and_nothing_unpublished(
    asked: Callable[[str], set[str]], query: str, headlines: set[str]
) -> None:
    assert asked(query) == headlines


@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        ("city=none", {"talks", "statement"}),
        ("city=none&city=mosul", {"talks", "statement", "strike"}),
        ("faction=none", {"statement"}),
        ("faction=none&members=0", {"statement"}),
        ("faction=none&faction=ypg", {"statement", "clash"}),
        ("faction=none&faction=ypg&city=none", {"statement"}),
        ("faction=none&with=ypg", set()),
    ],
)
@pytest.mark.usefixtures("record")
def test_what_has_no_city_or_names_nobody_can_be_asked_for(
    asked: Callable[[str], set[str]], query: str, headlines: set[str]
) -> None:
    sdf = Faction.objects.get(slug="sdf")
    make.event("talks", factions=[(sdf, Role.PARTICIPANT)], published=True)
    make.event("statement", published=True)
    assert asked(query) == headlines


def test_no_city_is_a_chip_that_can_be_taken_off_and_no_page() -> None:
    question = ask("city=none&faction=none&faction=sdf")
    assert [(chip.label, chip.url) for chip in question.chips] == [
        ("No city given", "/?faction=none&faction=sdf"),
        ("No faction named", "/?city=none&faction=sdf"),
        ("SDF", "/?city=none&faction=none"),
    ]
    assert ask("city=none").canonical == "/?city=none"
    assert ask("city=none&faction=sdf").canonical == "/factions/sdf/?city=none"


def test_asking_a_city_page_for_none_too_leads_to_both() -> None:
    question = ask("city=none", subject=("city", "raqqa"))
    assert question.address() == "/?city=raqqa&city=none"


def test_a_city_page_asks_for_its_city_and_drops_it_from_the_address() -> None:
    question = ask("city=raqqa&kind=clash", subject=("city", "raqqa"))
    assert question.ids("city") == [1]
    assert question.address() == "/cities/raqqa/?kind=clash"


def test_asking_a_city_page_for_another_city_too_leads_to_both() -> None:
    question = ask("city=mosul&from=2017", subject=("city", "raqqa"))
    assert question.address() == "/?city=raqqa&city=mosul&from=2017"


def test_one_city_alone_names_its_page_as_the_address_to_cite() -> None:
    assert ask("city=raqqa&from=2017").canonical == "/cities/raqqa/?from=2017"
    assert ask("faction=sdf&city=mosul").canonical == "/cities/mosul/?faction=sdf"
    assert ask("faction=sdf").canonical == "/factions/sdf/"
    assert ask("city=raqqa&city=mosul").canonical == "/?city=mosul&city=raqqa"


def test_each_chip_asks_the_same_without_one_part() -> None:
    question = ask("city=raqqa&kind=clash&from=2017&to=2018&certain=1&q=dam&after=2017-10-17.0.1")
    without = {chip.label: dict(parse_qsl(chip.url.partition("?")[2])) for chip in question.chips}
    assert "city" not in without["Raqqa"]
    assert "kind" not in without["armed clash"]
    assert not {"from", "to", "certain"} & without["2017–2018"].keys()
    assert "q" not in without["“dam”"]
    assert not any("after" in rest for rest in without.values())


def test_taking_the_only_faction_off_takes_its_groups_off_too() -> None:
    chips = {chip.label: chip.url for chip in ask("faction=sdf&members=0").chips}
    assert chips["SDF"] == "/"


def test_a_second_faction_and_a_holder_read_as_what_they_are() -> None:
    chips = ask("faction=sdf&with=isis&held=isis").chips
    assert [(chip.label, chip.url) for chip in chips] == [
        ("SDF", "/?faction=isis&held=isis"),
        ("with ISIS", "/?faction=sdf&held=isis"),
        ("while held by ISIS", "/?faction=sdf&with=isis"),
    ]


def test_leaving_groups_out_stays_while_a_faction_is_asked_for_in_any_way() -> None:
    chips = {chip.label: chip.url for chip in ask("faction=sdf&members=0&held=isis").chips}
    assert chips["SDF"] == "/?members=0&held=isis"


def test_a_factions_page_takes_a_second_faction_and_stays_its_page() -> None:
    question = ask("with=isis", subject=("faction", "sdf"))
    assert question.address() == "/factions/sdf/?with=isis"
    assert [chip.url for chip in question.chips] == ["/factions/sdf/"]
    assert ask("with=isis", subject=("city", "raqqa")).address() == "/cities/raqqa/?faction=isis"


def test_a_city_page_with_an_unreadable_filter_keeps_its_fault() -> None:
    assert ask("from=x", subject=("city", "raqqa")).faults
