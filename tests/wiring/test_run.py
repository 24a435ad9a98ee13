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
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from timeline.embedded.cluster import Cluster

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 240  # a first start is a minute's work where others work too


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="data of a site "))
    yield folder
    shutil.rmtree(folder)


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
        with suppress(URLError), urlopen(address):
            return
        time.sleep(0.05)
    process.kill()
    pytest.fail(f"The site did not answer: {process.communicate()[0]}")


def test_the_first_start_prepares_everything_and_ctrl_c_stops_site_and_database(
    data: Path,
) -> None:
    with running_site(data) as (process, _address):
        assert Cluster(data / "postgres").address()
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=PATIENCE_SECONDS)[0].splitlines()
    assert process.returncode == 0
    assert said[0] == "Preparing the database."
    assert said[-1] == "Dateline has stopped."
    assert not any("Traceback" in line for line in said)
    assert Cluster(data / "postgres").address() is None
    assert len((data / "accounts.txt").read_text().splitlines()) == 3


def test_a_second_start_does_nothing_twice(data: Path) -> None:
    with running_site(data):
        pass
    with running_site(data) as (process, _address):
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=PATIENCE_SECONDS)[0]
    for work in ("Preparing", "Loading", "Collecting"):
        assert work not in said


def test_static_files_are_served_compressed_and_may_be_kept_for_ever(data: Path) -> None:
    with running_site(data) as (_process, address):
        page = urlopen(f"{address}/admin/login/").read().decode()
        style = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
        asked = Request(address + style, headers={"Accept-Encoding": "gzip"})
        with urlopen(asked) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert "immutable" in answer.headers["Cache-Control"]


def test_when_the_site_is_killed_its_workers_and_its_database_end_by_themselves(
    data: Path,
) -> None:
    with running_site(data) as (process, address):
        process.kill()
        process.wait()
        deadline = time.monotonic() + 10
        while (data / "postgres.sockets").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not (data / "postgres.sockets").exists()
        assert Cluster(data / "postgres").address() is None
        with pytest.raises(URLError):
            urlopen(address)
