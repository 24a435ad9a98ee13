import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from tests import make
from timeline.actions import permits

pytestmark = pytest.mark.django_db


def test_each_role_is_a_group_with_its_permissions() -> None:
    call_command("setup_roles", verbosity=0)
    for role, codenames in permits.ROLES.items():
        group = Group.objects.get(name=role)
        assert set(group.permissions.values_list("codename", flat=True)) == codenames


def test_a_second_run_changes_nothing_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("setup_roles")
    capsys.readouterr()
    call_command("setup_roles")
    assert capsys.readouterr().out.splitlines() == [f"{role}: as it was" for role in permits.ROLES]


def test_a_permission_that_a_role_does_not_have_is_taken_from_its_group(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("setup_roles")
    editors = Group.objects.get(name=permits.EDITOR)
    Group.objects.get(name=permits.REPORTER).permissions.set(editors.permissions.all())
    capsys.readouterr()
    call_command("setup_roles")
    assert capsys.readouterr().out.startswith("Reporter: 0 permissions given, ")


def test_a_reporter_may_enter_but_not_publish() -> None:
    reporter = make.reporter()
    assert permits.may(reporter, "add_event")
    assert not permits.may(reporter, "publish_event")
