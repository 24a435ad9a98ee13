"""The grade of an event, from who says what."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import evidence
from timeline.evidence import Account, Assessment, Case, Grade, Rule, Weight, assess, case
from timeline.models import vocabulary

WIRE, GAZETTE, BLOG, ARMY_PAPER, REBEL_PAPER = 1, 2, 3, 4, 5
ARMY, REBELS, BRIGADE, COALITION, STRANGER = 11, 12, 13, 14, 15

wire = Account(1, WIRE)
gazette = Account(2, GAZETTE)
blog = Account(3, BLOG, scale="new_media")
army_paper = Account(4, ARMY_PAPER, owners=frozenset({ARMY}))
rebel_paper = Account(5, REBEL_PAPER, owners=frozenset({REBELS}))


def captured(*accounts: Account) -> Case:
    """The rebels took the city from the army; the brigade is one of the rebels."""
    roles = frozenset({(REBELS, "captor"), (ARMY, "former_holder")})
    belongs = {BRIGADE: {REBELS, COALITION}, REBELS: {COALITION}}
    return Case("captured", roles, accounts, belongs)


def by(account: Account, faction: int | None, kind: str = "government", **more: str) -> Account:
    return replace(account, faction=faction, claimant=kind, **more)  # type: ignore[arg-type]


def un(account: Account) -> Account:
    return replace(account, claimant="un_body")


def denied(account: Account) -> Account:
    return replace(account, stance="denies")


CASES = [
    ("nobody says so", [], Grade.UNCONFIRMED, Rule.NOBODY),
    ("somebody only doubts it", [replace(wire, stance="doubts")], Grade.UNCONFIRMED, Rule.NOBODY),
    ("one wire", [wire], Grade.REPORTED, Rule.REPORTED),
    ("one blog", [blog], Grade.UNCONFIRMED, Rule.WEAK),
    ("a monitor in a blog", [by(blog, None, "monitor_ngo")], Grade.REPORTED, Rule.REPORTED),
    (
        "a journalist on site in a blog",
        [by(blog, None, "journalist_on_site")],
        Grade.REPORTED,
        Rule.REPORTED,
    ),
    ("a witness in a blog", [by(blog, None, "witness")], Grade.UNCONFIRMED, Rule.WEAK),
    ("two outlets", [wire, gazette], Grade.CORROBORATED, Rule.CORROBORATED),
    ("a wire and a blog", [wire, blog], Grade.CORROBORATED, Rule.CORROBORATED),
    ("one outlet twice", [wire, replace(wire, key=9)], Grade.REPORTED, Rule.REPORTED),
    (
        "a wire and its copy elsewhere",
        [wire, replace(wire, key=9, copied=True)],
        Grade.REPORTED,
        Rule.REPORTED,
    ),
    ("a copy alone", [replace(wire, copied=True)], Grade.REPORTED, Rule.REPORTED),
    ("a party", [by(wire, None, "party_to_conflict")], Grade.UNCONFIRMED, Rule.PARTIES),
    ("the captor's spokesman", [by(wire, REBELS)], Grade.UNCONFIRMED, Rule.PARTIES),
    ("a part of the captor", [by(wire, BRIGADE, "witness")], Grade.UNCONFIRMED, Rule.PARTIES),
    ("a group of the captor", [by(wire, COALITION)], Grade.UNCONFIRMED, Rule.PARTIES),
    ("a government that has no part in it", [by(wire, STRANGER)], Grade.REPORTED, Rule.REPORTED),
    ("both parties, in two outlets", [by(wire, REBELS), by(gazette, ARMY)], Grade.UNCONFIRMED, 9),
    ("the paper of the captor", [rebel_paper], Grade.UNCONFIRMED, Rule.PARTIES),
    ("the paper of a group of it", [replace(rebel_paper, owners=frozenset({COALITION}))], None, 9),
    ("the paper of a stranger", [replace(wire, owners=frozenset({STRANGER}))], None, 7),
    ("a wire and the captor", [wire, by(gazette, REBELS)], Grade.REPORTED, Rule.REPORTED),
    (
        "the loser concedes in a wire",
        [by(wire, ARMY, stance="concedes")],
        Grade.CONFIRMED,
        Rule.CONCEDED,
    ),
    (
        "the loser concedes in its own paper",
        [replace(army_paper, stance="concedes")],
        Grade.CONFIRMED,
        Rule.CONCEDED,
    ),
    (
        "the winner's paper says that the loser concedes",
        [by(rebel_paper, ARMY, stance="concedes")],
        Grade.UNCONFIRMED,
        Rule.PARTIES,
    ),
    (
        "the winner concedes",
        [by(wire, REBELS, stance="concedes")],
        Grade.UNCONFIRMED,
        Rule.PARTIES,
    ),
    (
        "nobody's word is conceded",
        [replace(wire, stance="concedes")],
        Grade.REPORTED,
        Rule.REPORTED,
    ),
    ("a UN body", [un(wire)], Grade.REPORTED, Rule.REPORTED),
    ("a UN body and a paper", [un(wire), gazette], Grade.CONFIRMED, Rule.INQUIRY),
    ("a UN body and a blog", [un(wire), blog], Grade.CONFIRMED, Rule.INQUIRY),
    ("a UN body in two papers", [un(wire), un(gazette)], Grade.CORROBORATED, Rule.CORROBORATED),
    ("a UN body and a party", [un(wire), by(gazette, REBELS)], Grade.REPORTED, Rule.REPORTED),
    (
        "a UN body and its paper's own word",
        [un(wire), replace(wire, key=9)],
        Grade.REPORTED,
        Rule.REPORTED,
    ),
    (
        "a UN body in two papers, one of which says so itself",
        [un(wire), replace(wire, key=9), un(gazette)],
        Grade.CONFIRMED,
        Rule.INQUIRY,
    ),
    ("a wire, and a party denies", [wire, denied(by(gazette, ARMY))], Grade.DISPUTED, 3),
    ("a wire, and a wire denies", [wire, denied(gazette)], Grade.DISPUTED, Rule.DISPUTED),
    ("one denies and nobody asserts", [denied(wire)], Grade.DISPUTED, Rule.DISPUTED),
    (
        "two deny what a party says",
        [by(blog, REBELS), denied(wire), denied(gazette)],
        Grade.REFUTED,
        Rule.REFUTED,
    ),
    (
        "one outlet denies twice what a party says",
        [by(blog, REBELS), denied(wire), denied(replace(wire, key=9))],
        Grade.DISPUTED,
        Rule.DISPUTED,
    ),
    (
        "two deny what a blog says",
        [blog, denied(wire), denied(gazette)],
        Grade.DISPUTED,
        Rule.DISPUTED,
    ),
    (
        "parties deny it in two outlets",
        [by(blog, REBELS), denied(by(wire, ARMY)), denied(by(gazette, ARMY))],
        Grade.DISPUTED,
        Rule.DISPUTED,
    ),
    (
        "two deny what the loser concedes",
        [by(blog, ARMY, stance="concedes"), denied(wire), denied(gazette)],
        Grade.DISPUTED,
        Rule.DISPUTED,
    ),
]


@pytest.mark.parametrize(
    ("accounts", "grade", "rule"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_the_grade_follows_from_who_says_so(
    accounts: list[Account], grade: Grade | None, rule: Rule | int
) -> None:
    found = assess(captured(*accounts))
    assert found.rule == Rule(rule)
    assert grade in (None, found.grade)


@pytest.mark.parametrize(
    ("kind", "role", "burdened"),
    [
        ("killing_civilians", "perpetrator", True),
        ("air_strike", "attacker", True),
        ("air_strike", "defender", False),
        ("air_strike", "target", False),
        ("clash", "attacker", False),
        ("clash", "defender", True),
        ("captured", "captor", False),
        ("captured", "former_holder", True),
        ("withdrew", "participant", True),
        ("statement", "participant", False),
        ("protest_repressed", "accused", True),
        ("agreement", "signatory", False),
    ],
)
def test_an_event_speaks_against_who_did_it_or_lost_by_it(
    kind: str,
    role: str,
    burdened: bool,  # noqa: FBT001 - a row of the table
) -> None:
    assert evidence.burdens(kind, role) == burdened


def test_a_record_that_no_account_tells_of_has_the_grade_of_its_data_set() -> None:
    recorded = Case("clash", recorded=Grade.CORROBORATED)
    assert assess(recorded) == Assessment(Grade.CORROBORATED, Rule.RECORDED)
    assert assess(replace(recorded, accounts=(blog,))).grade == Grade.UNCONFIRMED


def test_each_account_is_told_what_it_counts_for() -> None:
    found = assess(
        captured(
            wire,
            replace(wire, key=6),
            replace(wire, key=7, copied=True),
            blog,
            by(gazette, REBELS),
            replace(army_paper, stance="doubts"),
            rebel_paper,
        )
    )
    assert dict(found.weights) == {
        1: Weight.SOURCE,
        2: Weight.PARTY,
        3: Weight.WEAK_SOURCE,
        4: Weight.PARTY_DOUBT,
        5: Weight.PARTY_OUTLET,
        6: Weight.AGAIN,
        7: Weight.COPY,
    }
    assert found.decisive == (1, 3)
    assert found.sources == 2
    assert found.by_parties == 3


def test_of_several_accounts_of_a_source_the_best_stands_for_it() -> None:
    monitor = by(blog, None, "monitor_ngo", key=8)  # type: ignore[arg-type]
    assert dict(assess(captured(blog, monitor)).weights) == {3: Weight.AGAIN, 8: Weight.SOURCE}


@pytest.mark.parametrize(
    ("chosen", "reason", "counts"),
    [
        ("", "", Grade.REPORTED),
        ("", "a reason without a grade", Grade.REPORTED),
        (Grade.UNCONFIRMED, "", Grade.UNCONFIRMED),
        (Grade.REFUTED, "", Grade.REFUTED),
        (Grade.CONFIRMED, "", Grade.REPORTED),
        (Grade.CONFIRMED, "  ", Grade.REPORTED),
        (Grade.CONFIRMED, "An inquiry found so.", Grade.CONFIRMED),
    ],
)
def test_an_editor_lowers_a_grade_at_will_and_raises_it_with_a_reason(
    chosen: str, reason: str, counts: Grade
) -> None:
    assert evidence.in_force(Grade.REPORTED, chosen, reason) == counts


def test_the_words_of_the_rule_are_words_of_the_record() -> None:
    assert set(Grade) == set(vocabulary.Grade.values)
    assert case.OF_STANDING | {case.PARTY_TO_CONFLICT} <= set(vocabulary.ClaimantKind)
    assert set(vocabulary.Scale) >= case.WITHOUT_STANDING
    assert set(vocabulary.Kind) >= case.BATTLES >= case.LEAVING
    assert set(vocabulary.Stance) == {*(case.ASSERTS, case.DENIES, case.CONCEDES, case.DOUBTS)}


FACTIONS = st.sampled_from([ARMY, REBELS, BRIGADE, COALITION, STRANGER])
ACCOUNTS = st.builds(
    Account,
    key=st.integers(1, 10_000),
    outlet=st.sampled_from([WIRE, GAZETTE, BLOG]),
    stance=st.sampled_from(vocabulary.Stance.values),
    claimant=st.sampled_from(vocabulary.ClaimantKind.values),
    faction=st.none() | FACTIONS,
    scale=st.sampled_from(["national", "new_media"]),
    owners=st.frozensets(FACTIONS, max_size=1),
    copied=st.booleans(),
)
MANY = st.lists(ACCOUNTS, max_size=6, unique_by=lambda account: account.key)
law = settings(deadline=None)


@law
@given(MANY, st.randoms())
def test_the_order_of_accounts_makes_no_difference(accounts: list[Account], chance: Random) -> None:
    mixed = list(accounts)
    chance.shuffle(mixed)
    assert assess(captured(*accounts)) == assess(captured(*mixed))


@law
@given(MANY.filter(bool), st.data())
def test_a_copy_of_an_account_never_changes_the_grade(
    accounts: list[Account], data: st.DataObject
) -> None:
    original = data.draw(st.sampled_from(accounts))
    copy = replace(original, key=10_001, copied=True)
    assert assess(captured(*accounts, copy)).grade == assess(captured(*accounts)).grade


@law
@given(MANY, ACCOUNTS)
def test_one_more_who_says_so_never_lowers_the_grade(
    accounts: list[Account], another: Account
) -> None:
    asserting = replace(another, key=10_001, stance="asserts")
    before = assess(captured(*accounts)).grade
    assert not evidence.is_above(before, assess(captured(*accounts, asserting)).grade)


@law
@given(MANY, ACCOUNTS)
def test_a_denial_always_disputes_or_refutes(accounts: list[Account], another: Account) -> None:
    denying = replace(another, key=10_001, stance="denies")
    found = assess(captured(*accounts, denying)).grade
    assert found in {Grade.DISPUTED, Grade.REFUTED}


@law
@given(MANY, ACCOUNTS)
def test_a_doubt_changes_nothing(accounts: list[Account], another: Account) -> None:
    doubting = replace(another, key=10_001, stance="doubts")
    assert assess(captured(*accounts, doubting)).grade == assess(captured(*accounts)).grade


@law
@given(MANY)
def test_every_account_is_weighed_and_only_those_decide(accounts: list[Account]) -> None:
    found = assess(captured(*accounts))
    assert [key for key, _weight in found.weights] == sorted(each.key for each in accounts)
    assert set(found.decisive) <= {each.key for each in accounts}


@law
@given(st.sampled_from(Grade), st.sampled_from(Grade))
def test_a_grade_set_without_a_reason_is_never_above_the_rule(
    by_rule: Grade, chosen: Grade
) -> None:
    assert not evidence.is_above(evidence.in_force(by_rule, chosen, ""), by_rule)
