import re
import runpy
import stat
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "timeline" / "settings.py"
PRODUCTION = {
    "DATABASE_URL": "postgresql://editor:secret@db.example:5433/news?sslmode=require",
    "SECRET_KEY": "long and random",
    "ALLOWED_HOSTS": "timeline.example,www.timeline.example",
}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Reads the settings anew from exactly the variables given."""
    for name in ("DATABASE_URL", "DATELINE_ENV", "SECRET_KEY", "ALLOWED_HOSTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path))

    def read_from(**variables: str) -> dict[str, Any]:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return read_from


def test_without_a_database_address_the_embedded_server_is_used(read: Any) -> None:
    settings = read()
    assert settings["LOCAL"]
    assert settings["DATABASES"]["default"]["ENGINE"] == "timeline.embedded"


def test_a_database_address_is_taken_apart_and_its_options_go_to_libpq(read: Any) -> None:
    database = read(**PRODUCTION)["DATABASES"]["default"]
    parts = {name: database[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    assert parts == {
        "NAME": "news",
        "USER": "editor",
        "PASSWORD": "secret",
        "HOST": "db.example",
        "PORT": "5433",
    }
    assert database["OPTIONS"]["sslmode"] == "require"
    assert database["OPTIONS"]["connect_timeout"] == "5"


def test_a_database_behind_a_socket_needs_no_host_name(read: Any) -> None:
    address = "postgresql:///news?host=/run/postgresql"
    database = read(DATABASE_URL=address, DATELINE_ENV="local")["DATABASES"]["default"]
    assert (database["NAME"], database["HOST"]) == ("news", "/run/postgresql")


def test_an_unreadable_database_address_is_refused_without_repeating_it(read: Any) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL cannot be read") as refusal:
        read(DATABASE_URL="editor:secret@db.example", DATELINE_ENV="local")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_does_not_start_without_what_it_needs(read: Any, missing: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"Set {missing}"):
        read(**{name: value for name, value in PRODUCTION.items() if name != missing})


def test_production_speaks_https_alone(read: Any) -> None:
    settings = read(**PRODUCTION)
    for name in ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"):
        assert settings[name]


def test_a_profile_of_another_name_is_refused(read: Any) -> None:
    with pytest.raises(ImproperlyConfigured, match="say 'local' or 'production'"):
        read(DATELINE_ENV="staging")


def test_the_local_key_is_made_once_and_readable_by_its_owner_alone(
    read: Any, tmp_path: Path
) -> None:
    assert read()["SECRET_KEY"] == read()["SECRET_KEY"]
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_the_operators_page_lists_every_variable() -> None:
    page = (ROOT / "docs" / "operations.md").read_text()
    code = "".join(path.read_text() for path in (ROOT / "timeline").rglob("*.py"))
    read_from_environment = set(re.findall(r'(?:environ\.get|required)\(\s*"([A-Z_]+)"', code))
    assert "DATABASE_URL" in read_from_environment
    assert [name for name in sorted(read_from_environment) if f"| `{name}` |" not in page] == []
