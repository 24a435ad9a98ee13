"""The embedded server shared: started by the first process that asks, stopped by the last."""

import atexit
import fcntl
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO

from timeline.embedded.account import ServerError
from timeline.embedded.cluster import Address, Cluster


class Server:
    """One cluster's server, for every process that uses it.

    Each process holds a shared lock on `<folder>.users` as long as it lives; the kernel lets go of
    it however the process ends. Whoever starts or stops the server holds `<folder>.gate` alone.
    """

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._presence: IO[str] | None = None
        self._present_as: int | None = None

    def use(self) -> Address:
        """Where the server listens; starts it when it does not. Raises ServerError."""
        if self._present_as == os.getpid() and (address := self.cluster.address()):
            return address
        with self._alone():
            self._be_present()
            return self.cluster.address() or self.cluster.start()

    def leave(self) -> None:
        """Give the server up; the last process to do so stops it."""
        if self._presence is None or self._present_as != os.getpid():
            return
        with self._alone():
            self._presence.close()
            self._presence = self._present_as = None
            if self._unused() and self.cluster.address():
                self.cluster.stop()

    def _leave_at_exit(self) -> None:
        """The process is ending already: what else may ask it to end would only interrupt this."""
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        self.leave()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._beside(".gate") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)
            yield

    def _be_present(self) -> None:
        if self._present_as == os.getpid():
            return
        # After a fork the file is the parent's too: closing this copy leaves the parent's lock.
        if self._presence is not None:
            self._presence.close()
        else:
            atexit.register(self._leave_at_exit)
            end_politely()
        self._presence = self._beside(".users")
        fcntl.flock(self._presence, fcntl.LOCK_SH)
        self._present_as = os.getpid()

    def _unused(self) -> bool:
        with self._beside(".users") as users:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True

    def _beside(self, ending: str) -> IO[str]:
        folder = self.cluster.folder
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            return Path(f"{folder}{ending}").open("w")
        except OSError as fault:
            raise ServerError(f"Cannot write to {folder.parent}: {fault.strerror}.") from fault


def end_politely() -> None:
    """Let SIGTERM end the process through its exits, where the server is given up."""
    if threading.current_thread() is not threading.main_thread():
        return
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, exit_on_signal)


def exit_on_signal(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
