import multiprocessing
import os
import shutil
import signal
import stat
import tempfile
import threading
import time
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import psycopg
import pytest

from timeline.embedded.account import ServerError
from timeline.embedded.cluster import Address, Cluster
from timeline.embedded.server import Server


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A path with a space, outside pytest's own folders, which only their owner may enter."""
    above = Path(tempfile.mkdtemp(prefix="a path with a space "))
    yield above / "postgres"
    shutil.rmtree(above)


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    server = Server(Cluster(folder))
    yield server
    server.leave()


def ask(address: Address, question: str) -> str:
    with psycopg.connect(dbname="dateline", autocommit=True, **address) as connection:
        cursor = connection.execute(question)
        return str(cursor.fetchall()[0][0]) if cursor.description else ""


def process_number(cluster: Cluster) -> int:
    return int((cluster.folder / "postmaster.pid").read_text().splitlines()[0])


def write_status(cluster: Cluster, status: str) -> None:
    """In place, as PostgreSQL does it: nobody ever reads half of the file."""
    with (cluster.folder / "postmaster.pid").open("r+") as record:
        record.seek(record.read().index("starting" if status.strip() == "ready" else "ready   "))
        record.write(status)


def use_until(folder: Path, using: Event, done: Event) -> None:
    server = Server(Cluster(folder))
    server.use()
    using.set()
    done.wait(20)
    server.leave()


def test_a_server_starts_in_a_folder_with_a_space_and_speaks_to_no_network(server: Server) -> None:
    address = server.use()
    assert ask(address, "SELECT current_setting('data_directory')") == str(server.cluster.folder)
    assert ask(address, "SELECT current_setting('listen_addresses')") == ""
    assert ask(address, "SHOW server_encoding") == "UTF8"


def test_only_the_servers_own_user_may_enter_its_folders(server: Server) -> None:
    sockets = Path(server.use()["host"])
    for folder in (sockets, server.cluster.folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert folder.stat().st_uid != 0


def test_a_killed_server_comes_back_with_everything_that_was_committed(server: Server) -> None:
    address = server.use()
    ask(address, "CREATE TABLE kept AS SELECT 17 AS day")
    os.kill(process_number(server.cluster), signal.SIGKILL)
    wait_until_silent(server.cluster)
    assert ask(server.use(), "SELECT day FROM kept") == "17"
    assert not Path(address["host"]).exists()


def test_the_server_runs_on_until_its_last_user_leaves(server: Server) -> None:
    context = multiprocessing.get_context("spawn")
    using, done = context.Event(), context.Event()
    other = context.Process(target=use_until, args=(server.cluster.folder, using, done))
    address = server.use()
    other.start()
    assert using.wait(20)
    server.leave()
    assert ask(address, "SELECT 1") == "1"
    done.set()
    other.join(20)
    assert server.cluster.address() is None
    assert not Path(address["host"]).exists()


def test_a_server_that_is_still_recovering_is_waited_for(server: Server) -> None:
    address = server.use()
    write_status(server.cluster, "starting")
    assert server.cluster.address() is None
    timer = threading.Timer(0.3, write_status, [server.cluster, "ready   "])
    timer.start()
    assert server.use() == address
    timer.join()


def test_data_of_another_major_version_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("17\n")
    with pytest.raises(ServerError, match=r"was made by PostgreSQL 17 and this is 18: dump it"):
        Server(Cluster(tmp_path / "postgres")).use()


def wait_until_silent(cluster: Cluster) -> None:
    deadline = time.monotonic() + 10
    while cluster.address():
        assert time.monotonic() < deadline
        time.sleep(0.01)
