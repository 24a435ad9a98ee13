"""What readers do, on the demonstration: nothing is written, so that all tests share it."""

from collections.abc import Iterator

import pytest
from pytest_django.live_server_helper import LiveServer


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """A server of its own: pytest-django's empties the database after each test."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture
def home(site: str, demonstrated: None) -> str:
    return site
