"""Who fought beside and against whom, counted from events."""

import pytest

from tests import make
from timeline.models import Event, Participation
from timeline.models.sides import Sides
from timeline.models.vocabulary import Kind, Role

pytestmark = pytest.mark.django_db

ROLES = [
    (Role.ATTACKER, Role.DEFENDER, None, (0, 1)),
    (Role.CAPTOR, Role.FORMER_HOLDER, None, (0, 1)),
    (Role.PERPETRATOR, Role.VICTIM, None, (0, 1)),
    (Role.DEFENDER, Role.TARGET, None, (1, 0)),
    (Role.CAPTOR, Role.ATTACKER, None, (1, 0)),
    (Role.CAPTOR, Role.SUPPORTER, None, (0, 0)),
    (Role.CAPTOR, Role.SUPPORTER, 1, (1, 0)),
    (Role.CAPTOR, Role.SUPPORTER, 2, (0, 1)),
    (Role.CAPTOR, Role.ATTACKER, 2, (0, 1)),
    (Role.SUPPORTER, Role.PARTNER, None, (0, 0)),
]


@pytest.mark.parametrize(("role", "others", "side", "expected"), ROLES)
def test_a_side_is_what_the_editor_says_else_what_the_role_says(
    role: Role, others: Role, side: int | None, expected: tuple[int, int]
) -> None:
    one, other = make.faction(), make.faction()
    make.event(factions=[(one, role), (other, others)])
    Participation.objects.filter(faction=other).update(side=side)
    assert Event.objects.sides_of(one.pk)[other.pk] == Sides(*expected)


def test_only_control_fighting_and_harm_to_civilians_count() -> None:
    one, other = make.faction(), make.faction()
    parties = [(one, Role.ATTACKER), (other, Role.DEFENDER)]
    for kind in (Kind.CAPTURED, Kind.SHELLING, Kind.ABDUCTION, Kind.AGREEMENT, Kind.PROTEST):
        make.event(kind=kind, factions=parties)
    assert Event.objects.sides_of(one.pk) == {other.pk: Sides(0, 3)}


def test_a_group_fights_for_the_whole_from_the_day_it_joined() -> None:
    sdf, ypg, isis = make.faction(), make.faction(), make.faction()
    make.allegiance(ypg, sdf, since="2015-10-10")
    for when in ("2015-10-09", "2015-10-10"):
        make.event(when=when, factions=[(ypg, Role.ATTACKER), (isis, Role.DEFENDER)])
    assert Event.objects.sides_of(isis.pk) == {ypg.pk: Sides(0, 2), sdf.pk: Sides(0, 1)}
    assert Event.objects.sides_of(sdf.pk)[isis.pk] == Sides(0, 1)


def test_an_event_counts_once_whatever_the_number_of_groups() -> None:
    whole, enemy = make.faction(), make.faction()
    groups = [make.faction(), make.faction()]
    for group in groups:
        make.allegiance(group, whole)
    parties = [(each, Role.CAPTOR) for each in (whole, *groups)]
    make.event(factions=[*parties, (enemy, Role.FORMER_HOLDER)])
    assert Event.objects.sides_of(enemy.pk)[whole.pk] == Sides(0, 1)
