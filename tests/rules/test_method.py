"""Every worked example of the method comes to what the method says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape
from html.parser import HTMLParser

import pytest

from tests import make
from timeline import dates, evidence, figures, spans, tolls
from timeline.actions import events
from timeline.method import method
from timeline.models import City, ControlSpan, Event, Faction
from timeline.models.vocabulary import ControlState, Grade, Kind, Measure, PlacePrecision, Role
from timeline.wording.rules import BY_HAND, SENTENCES, rule

READ_ON = date(2017, 10, 17)
NOT_READ_FROM_WORDS = {BY_HAND, "date_of_news", "shortly_before"}


@dataclass
class Table:
    """The words before it, and its rows by the heads of their columns."""

    before: str
    rows: list[dict[str, str]] = field(default_factory=list)


class Tables(HTMLParser):
    """Collects the tables of a section as readers see them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Table] = []
        self.words, self.cells, self.heads = "", [""], [""]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "table":
            self.found.append(Table(self.words))
        if tag in {"tr", "h3"}:
            self.cells = []
        if tag in {"th", "td", "p", "h3"}:
            self.words = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in {"th", "td"}:
            self.cells.append(self.words.strip())
        if tag == "tr" and self.lasttag == "th":
            self.heads = self.cells
        elif tag == "tr":
            self.found[-1].rows.append(dict(zip(self.heads, self.cells, strict=True)))

    def handle_data(self, data: str) -> None:
        self.words += data


def tables(section: str) -> list[Table]:
    reader = Tables()
    reader.feed(next(part.html for part in method().sections if part.name == section))
    return reader.found


def rows(section: str) -> list[dict[str, str]]:
    return [row for table in tables(section) for row in table.rows]


def days(when: dates.When) -> str:
    """As the tables of the method write an interval."""
    if when.earliest is None:
        return f"on or before {when.latest}"
    if when.latest is None:
        return f"from {when.earliest} on"
    if when.earliest == when.latest:
        return str(when.earliest)
    return f"{when.earliest} to {when.latest}" + (", lasting" if when.lasted else "")


@pytest.mark.parametrize("row", rows("dates"), ids=lambda row: row["Words"])
def test_the_words_of_a_date_mean_the_days_and_follow_the_rule_beside_them(
    row: dict[str, str],
) -> None:
    read = dates.read(row["Words"], published=READ_ON)
    assert (days(read), rule(read.rule)) == (row["Days"], row["Rule"])


def test_every_rule_of_dates_has_a_worked_example() -> None:
    worked = {row["Rule"] for row in rows("dates")}
    assert worked == {str(SENTENCES[key]) for key in SENTENCES.keys() - NOT_READ_FROM_WORDS}


@pytest.mark.django_db
@pytest.mark.parametrize("row", rows("range"), ids=lambda row: " in ".join(list(row.values())[:2]))
def test_a_range_has_the_events_that_the_method_says(row: dict[str, str]) -> None:
    event = make.event(when=row["Date of the event"], published=True)
    asked = dates.from_edtf(row["Asked for"])
    said = {
        "Possibly": Event.objects.between(asked.earliest, asked.latest),
        "Certainly": Event.objects.between(asked.earliest, asked.latest, certainly=True),
    }
    for column, found in said.items():
        assert (event in found) == (row[column] == "yes"), column


def test_events_count_for_the_factions_that_the_method_says(db: None) -> None:
    belonging, counting = tables("factions")
    known: dict[str, Faction] = {}

    def faction(name: str) -> Faction:
        return known.get(name) or known.setdefault(name, make.faction(name))

    for row in belonging.rows:
        since = dates.from_edtf(row["From"])
        until = dates.from_edtf(row["Until"]) if row["Until"] else None
        make.allegiance(
            faction(row["Faction"]),
            faction(row["Belonged to"]),
            since=since.earliest,
            until=until.latest if until else None,
        )
    for row in counting.rows:
        party = [(faction(row["Event of"]), Role.ATTACKER)]
        event = make.event(when=row["On"], factions=party, kind=Kind.CLASH, published=True)
        event.refresh_from_db()
        counted = {known[name].pk for name in row["Counts for"].split(", ")}
        assert set(event.faction_ids_with_groups) == counted, row


@pytest.mark.parametrize("row", tables("numbers")[0].rows, ids=lambda row: row["Words"])
def test_words_stand_for_the_numbers_that_the_method_says(row: dict[str, str]) -> None:
    read = figures.read(row["Words"])
    said = [int(row[end]) if row[end] else None for end in ("At least", "At most")]
    assert [read.low, read.high] == said


SDF, ISIS = 1, 2
SPEAKERS = {
    "a reporter": ("media_report", None),
    "a witness": ("witness", None),
    "a monitor": ("monitor_ngo", None),
    "a UN body": ("un_body", None),
    "the SDF": ("party_to_conflict", SDF),
    "ISIS": ("party_to_conflict", ISIS),
}
ACCOUNT = re.compile(
    r"(?P<outlet>[A-C])"
    r"(, copying (?P<copied>[A-C])|, run by (?P<owner>the SDF|ISIS)|(?P<new>, a new medium))?"
    r": (?P<who>.+) (?P<stance>asserts|denies|concedes|doubts)"
)


def account(number: int, words: str) -> evidence.Account:
    told = ACCOUNT.fullmatch(words)
    assert told, words
    claimant, faction = SPEAKERS[told["who"]]
    return evidence.Account(
        number,
        ord(told["copied"] or told["outlet"]),
        told["stance"],
        claimant,
        faction,
        "new_media" if told["new"] else "national",
        frozenset({SPEAKERS[told["owner"]][1] or 0} if told["owner"] else ()),
        copied=bool(told["copied"]),
    )


@pytest.mark.parametrize("row", tables("grade")[0].rows, ids=lambda row: row["Accounts"])
def test_accounts_have_the_grade_that_the_method_says(row: dict[str, str]) -> None:
    told = enumerate(row["Accounts"].split("; "))
    case = evidence.Case(
        "captured",
        roles=frozenset({(SDF, "captor"), (ISIS, "former_holder")}),
        accounts=tuple(account(number, words) for number, words in told),
    )
    found = evidence.assess(case)
    assert (found.grade, found.rule.value) == (row["Grade"], int(row["By"]))


def test_every_way_to_a_grade_from_accounts_is_worked() -> None:
    worked = {int(row["By"]) for row in tables("grade")[0].rows}
    without_accounts = {evidence.Rule.RECORDED.value, evidence.Rule.NOBODY.value}
    assert worked | without_accounts == {rule.value for rule in evidence.Rule}


@pytest.mark.parametrize(
    "row", tables("grade")[1].rows, ids=lambda row: " ".join(list(row.values())[:3])
)
def test_an_editors_grade_stands_as_the_method_says(row: dict[str, str]) -> None:
    set_by_hand = row["Set by an editor"], row["Reason"]
    assert evidence.in_force(row["By the rule"], *set_by_hand) == row["Grade in force"]


COUNTED = re.compile(r"(?P<number>.*?)(?: (?P<whom>civilians|women|fighters|people))?")


@pytest.mark.django_db
@pytest.mark.parametrize("row", tables("numbers")[1].rows, ids=lambda row: row["Accounts"])
def test_accounts_come_to_the_numbers_that_the_method_says(row: dict[str, str]) -> None:
    event = make.event(quotation="")
    for words in row["Accounts"].split("; "):
        citation = make.citation(event, make.article())
        for part in words.split(" and "):
            told = COUNTED.fullmatch(part)
            assert told, part
            read = figures.read(told["number"])
            whom, printed = told["whom"] or "", told["number"]
            bounds = {"low": read.low, "high": read.high}
            citation.figures.create(measure=Measure.KILLED, whom=whom, printed=printed, **bounds)
    (found,) = tolls.counted(event)
    said = f"{found.low} or more" if found.high is None else f"{found.low} to {found.high}"
    assert said == row["Killed in all"]


PARTY = re.compile(r"(?P<name>\w+) (?P<role>[a-z ]+?)(, side (?P<side>[12]))?")


def enter(city: City, row: dict[str, str]) -> None:
    kind, _comma, place = row["Event"].partition(", ")
    event = make.event(
        when=row["Day"],
        kind=Kind(kind),
        city=city,
        place_precision=PlacePrecision.DISTRICT if place else PlacePrecision.TOWN,
        grade_set=row.get("Grade", Grade.REPORTED),
        grade_reason="As the example has it.",
    )
    for words in row["Factions"].split("; "):
        told = PARTY.fullmatch(words)
        assert told, words
        faction = Faction.objects.filter(name=told["name"]).first() or make.faction(told["name"])
        role = Role(told["role"].replace(" ", "_"))
        event.participations.create(faction=faction, role=role, side=told["side"])
    events.publish(event, by=make.editor())


def shown(span: ControlSpan) -> dict[str, str]:
    """The stretch as the tables of the method write it."""

    def named(numbers: list[int]) -> str:
        return " and ".join(sorted(Faction.objects.get(pk=number).name for number in numbers))

    says = {
        ControlState.HELD: f"held by {named(span.holders)}",
        ControlState.CHANGING: f"changing from {named(span.holders)} to {named(span.coming)}",
        ControlState.CONTESTED: f"contested between {named(span.holders)}",
        ControlState.UNKNOWN: "not known",
    }
    first, after = span.during.lower, span.during.upper
    until = str(after - timedelta(days=1)) if after else ""
    return {
        "From": str(first or ""),
        "Until": until,
        "The record says": says[ControlState(span.state)],
    }


CONTROL = tables("control")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("entered", "told"),
    list(zip(CONTROL[::2], CONTROL[1::2], strict=True)),
    ids=[table.before.strip() for table in CONTROL[::2]],
)
def test_a_city_is_held_as_the_method_says(entered: Table, told: Table) -> None:
    city = make.city()
    if "belonged" in entered.before:
        since = re.search(r"[-0-9]{10}", entered.before)
        assert since
        groups = make.faction("YPG"), make.faction("SDF")
        make.allegiance(*groups, since=date.fromisoformat(since[0]))
    for row in entered.rows:
        enter(city, row)
    found = ControlSpan.objects.filter(city=city).order_by("during")
    assert [shown(span) for span in found] == told.rows


def test_the_rules_of_control_stand_in_the_code_as_in_the_method() -> None:
    """Apart from how they are set: quotation marks, emphasis, lines."""

    def bare(words: str) -> str:
        return " ".join(re.sub(r"[*“”\"]", "", words).replace("'", "’").split())

    control = method_of_control()
    numbered = re.findall(r"(?ms)^ *\d+\. (.*?)(?=^ *\d+\. |^\S|\Z)", spans.__doc__ or "")
    assert len(numbered) == 16
    assert all(bare(sentence) in control for sentence in numbered)


def method_of_control() -> str:
    html = next(part.html for part in method().sections if part.name == "control")
    return " ".join(re.sub(r"[“”\"]", "", unescape(re.sub(r"<[^>]+>", "", html))).split())
