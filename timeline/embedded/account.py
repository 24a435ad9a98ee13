"""Whom PostgreSQL runs as: it refuses to be root, so root lends it an account of its own."""

import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

NAME = "dateline-postgres"


class ServerError(Exception):
    """Why the embedded server cannot be had, in one sentence for the person at the keyboard."""


class RunAs(TypedDict, total=False):
    """The arguments of `subprocess.run` that change the user; empty for oneself."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """A user of the system, by number: the owner of a folder may have no name."""

    user: int
    group: int

    @classmethod
    def for_data(cls, folder: Path) -> "Account":
        """Oneself; for root, the owner the data has already, or the account made for it."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        if folder.exists() and (owner := folder.stat()).st_uid != 0:
            return cls(owner.st_uid, owner.st_gid)
        return cls.made_for_the_server()

    @classmethod
    def made_for_the_server(cls) -> "Account":
        try:
            entry = pwd.getpwnam(NAME)
        except KeyError:
            add_system_user()
            entry = pwd.getpwnam(NAME)
        return cls(entry.pw_uid, entry.pw_gid)

    @property
    def borrowed(self) -> bool:
        return self.user != os.geteuid()

    def run_as(self) -> RunAs:
        if not self.borrowed:
            return {}
        return {"user": self.user, "group": self.group, "extra_groups": []}

    def own(self, folder: Path) -> None:
        """Give the folder to the account, closed to everybody else."""
        folder.chmod(0o700)
        if self.borrowed:
            os.chown(folder, self.user, self.group)


def add_system_user() -> None:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
    try:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words
    except (OSError, subprocess.CalledProcessError) as fault:
        raise ServerError(
            "PostgreSQL does not run as root and useradd made no account for it: "
            "start Dateline as a normal user, or set DATABASE_URL."
        ) from fault


def let_pass(account: Account, folder: Path) -> None:
    """Let the account go through the folder and those above it: reach, not read."""
    for step in (folder, *folder.parents):
        found = step.stat()
        mode = stat.S_IMODE(found.st_mode)
        if found.st_uid != account.user and not mode & stat.S_IXOTH:
            step.chmod(mode | stat.S_IXOTH)


def let_read(folder: Path) -> None:
    """Let other accounts read and run everything in the folder, as programs usually allow."""
    for path in (folder, *folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        path.chmod(mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0))
