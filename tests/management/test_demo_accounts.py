import stat
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from timeline.actions import permits
from timeline.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept_in(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    call_command("setup_roles")
    return tmp_path / "accounts.txt"


def test_each_role_gets_an_account_whose_password_is_kept(kept_in: Path) -> None:
    call_command("demo_accounts")
    for role, line in zip(permits.ROLES, kept_in.read_text().splitlines(), strict=True):
        username, password = line.split()
        user: Any = authenticate(username=username, password=password)
        assert user.is_staff
        assert [group.name for group in user.groups.all()] == [role]


def test_only_their_owner_may_read_the_passwords(kept_in: Path) -> None:
    call_command("demo_accounts")
    assert stat.S_IMODE(kept_in.stat().st_mode) == 0o600


def test_a_second_run_leaves_accounts_and_passwords_as_they_are(kept_in: Path) -> None:
    call_command("demo_accounts")
    before = kept_in.read_text(), list(User.objects.values_list("password", flat=True))
    call_command("demo_accounts")
    assert (kept_in.read_text(), list(User.objects.values_list("password", flat=True))) == before


def test_an_account_that_somebody_made_keeps_its_password(kept_in: Path) -> None:
    User.objects.create_user("editor", password="mine")
    call_command("demo_accounts")
    assert authenticate(username="editor", password="mine")
    assert "editor" not in kept_in.read_text()


def test_production_gets_no_demonstration_accounts(kept_in: Path, settings: Settings) -> None:
    settings.LOCAL = False
    with pytest.raises(CommandError, match="local profile only"):
        call_command("demo_accounts")
    assert not User.objects.exists()
