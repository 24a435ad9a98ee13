"""What is kept until the record changes: for each language, edition and name its own."""

from datetime import UTC, datetime

from django.utils import translation

from timeline.caching import kept
from timeline.models import Edition


def edition(number: int = 1, *, hour: int = 0) -> Edition:
    return Edition(number=number, moved_at=datetime(2017, 10, 17, hour, tzinfo=UTC))


def test_what_is_found_once_is_not_looked_for_again() -> None:
    assert kept(edition(), "cities", lambda: "first") == "first"
    assert kept(edition(), "cities", lambda: "second") == "first"


def test_another_language_edition_or_name_finds_its_own() -> None:
    kept(edition(), "cities", lambda: "kept")
    assert kept(edition(), "factions", lambda: "new") == "new"
    assert kept(edition(2), "cities", lambda: "new") == "new"
    assert kept(edition(hour=1), "cities", lambda: "new") == "new"
    with translation.override("ar"):
        assert kept(edition(), "cities", lambda: "new") == "new"
