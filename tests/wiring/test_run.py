"""The site as `make run` starts it, from nothing to Ctrl-C."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from timeline.embedded.cluster import Cluster

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 300  # a first start is a minute's work where others work too


@dataclass(frozen=True)
class Life:
    """A site from its start to Ctrl-C: what it answered, what it said, and how it ended."""

    had_database: bool
    style: Message  # the headers of a style sheet
    said: list[str]
    status: int


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="data of a site "))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def first(data: Path) -> Life:
    """The first of the lives that the tests look at: a start takes too long for one each."""
    with running_site(data) as (process, address):
        had_database = Cluster(data / "postgres").address() is not None
        style = headers_of_a_style(address)
        said = stopped(process)
    return Life(had_database, style, said, process.returncode)


@contextmanager
def running_site(data: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and its address, once it answers; in a group of its own, as in a terminal."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
    environment = os.environ | {"DATELINE_DATA": str(data), "DATELINE_ENV": "local", "PORT": port}
    environment.pop("DATABASE_URL", None)
    process = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=environment,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        wait_until_it_answers(process, f"http://127.0.0.1:{port}/admin/login/")
        yield process, f"http://127.0.0.1:{port}"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGINT)
        process.wait(PATIENCE_SECONDS)


def wait_until_it_answers(process: subprocess.Popen[str], address: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with suppress(OSError), urlopen(address):
            return
        time.sleep(0.05)
    process.kill()
    pytest.fail(f"The site did not answer: {process.communicate()[0]}")


def stopped(process: subprocess.Popen[str]) -> list[str]:
    """All that the site has said, line by line, once Ctrl-C has ended it."""
    os.killpg(process.pid, signal.SIGINT)
    return process.communicate(timeout=PATIENCE_SECONDS)[0].splitlines()


def headers_of_a_style(address: str) -> Message:
    """With which the first style sheet of the page for signing in is answered."""
    page = urlopen(f"{address}/admin/login/").read().decode()
    style = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    with urlopen(Request(address + style, headers={"Accept-Encoding": "gzip"})) as answer:
        headers: Message = answer.headers
        return headers


def test_the_first_start_prepares_everything_and_ctrl_c_stops_site_and_database(
    data: Path, first: Life
) -> None:
    assert first.had_database
    assert first.status == 0
    assert first.said[0] == "Preparing the database."
    assert first.said[-1] == "Dateline has stopped."
    assert not any("Traceback" in line for line in first.said)
    assert Cluster(data / "postgres").address() is None
    assert len((data / "accounts.txt").read_text().splitlines()) == 3


def test_static_files_are_served_compressed_and_may_be_kept_for_ever(first: Life) -> None:
    assert first.style["Content-Encoding"] == "gzip"
    assert "immutable" in first.style["Cache-Control"]


@pytest.mark.usefixtures("first")
def test_a_second_start_does_nothing_twice(data: Path) -> None:
    with running_site(data) as (process, _address):
        said = " ".join(stopped(process))
    for work in ("Preparing", "Loading", "Collecting"):
        assert work not in said


@pytest.mark.usefixtures("first")
def test_when_the_site_is_killed_its_workers_and_its_database_end_by_themselves(
    data: Path,
) -> None:
    with running_site(data) as (process, address):
        process.kill()
        process.wait()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (data / "postgres.sockets").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not (data / "postgres.sockets").exists()
        assert Cluster(data / "postgres").address() is None
        with pytest.raises(URLError):
            urlopen(address)
