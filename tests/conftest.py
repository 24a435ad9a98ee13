"""What every test stands on: a database of its own, plain static files, a watched browser."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests import chromium, demonstration, workers
from tests.watch import Watch

ROOT = Path(__file__).resolve().parent.parent

# A machine that does much else takes its time over a page; nothing is asserted on a clock.
PATIENCE_MS = 60_000

# pytest-django reads the settings after this file, as long as nothing names them earlier.
os.environ.update(
    DJANGO_SETTINGS_MODULE="timeline.settings",
    DATELINE_ENV="local",
    DATELINE_DATA=str(ROOT / ".data" / "test"),
    DATELINE_DURABLE="off",
    SECRET_KEY="known to everybody, for tests",
    # Playwright runs a loop in the thread of the test, and Django then refuses plain queries.
    DJANGO_ALLOW_ASYNC_UNSAFE="1",
)


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings

    expect.set_options(timeout=PATIENCE_MS)
    hypothesis.settings.register_profile("patient", deadline=None)
    hypothesis.settings.load_profile("patient")
    config.addinivalue_line("markers", "expects_status(*codes): answers a browser test asks for")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    # So that two runs at once do not take each other's database away.
    test_database = settings.DATABASES["default"].setdefault("TEST", {})
    test_database["NAME"] = f"test_dateline_{os.getpid()}"
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> workers.LongestFirst:
    return workers.LongestFirst(config, log)


@pytest.fixture(autouse=True)
def _nothing_kept_from_the_test_before() -> None:
    """What is kept by edition would outlive a test, whose database counts its editions anew."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium without errands to its maker; as root also without its sandbox, as it must be."""
    quiet = ["disable-background-networking", "disable-component-update", "disable-sync"]
    plain = ["disable-gpu", "disable-quic", "no-first-run"]
    rootless = ["no-sandbox"] if os.geteuid() == 0 else []
    found = chromium.on_this_machine()
    return {
        **browser_type_launch_args,
        **({"executable_path": found} if found else {}),
        "args": [f"--{name}" for name in quiet + plain + rootless],
    }


@pytest.fixture(scope="session")
def demonstration_database(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Filled when a test first asks."""
    with ExitStack() as sharing:
        with django_db_blocker.unblock():
            sharing.enter_context(demonstration.shared())
        yield
        with django_db_blocker.unblock():
            sharing.close()


@pytest.fixture
def demonstrated(
    demonstration_database: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The test reads the demonstration; it cannot write."""
    with django_db_blocker.unblock(), demonstration.used():
        yield


@pytest.fixture
def home(live_server: LiveServer) -> str:
    """Where the site of the test is."""
    return live_server.url


@pytest.fixture
def watch(request: pytest.FixtureRequest, home: str) -> Iterator[Watch]:
    """Sees every page of the test; at its end, anything the browser complained of fails it."""
    marker = request.node.get_closest_marker("expects_status")
    watch = Watch(home, expected=marker.args if marker else ())
    yield watch
    let_the_server_finish()
    assert not watch.faults, "\n".join(watch.faults)


def let_the_server_finish() -> None:
    """A page that was closed may still be answered, and would meet the emptying of the tables."""
    from django.db import connection

    busy = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND state <> 'idle'"
    )
    quiet = 0
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute(busy)
            quiet = 0 if cursor.fetchone()[0] else quiet + 1
        if quiet == 5:
            return
        time.sleep(0.02)


@pytest.fixture
def new_context(watch: Watch, new_context: Callable[..., Any]) -> Callable[..., Any]:
    """Every browser context, `page` and `context` included, comes from here and is watched."""

    def watched(**options: Any) -> Any:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE_MS)
        watch.over(context)
        return context

    return watched
