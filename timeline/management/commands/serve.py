"""`manage.py serve`, behind `make run`: bring everything up to date, then serve until Ctrl-C."""

import hashlib
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, call_command
from django.core.servers.basehttp import get_internal_wsgi_application
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from timeline.embedded.base import server
from timeline.models import Event

HOST = "127.0.0.1"
# As long as the workers of a site that was killed may need to notice and let go of the port.
PORT_PATIENCE_SECONDS = 3


class Command(BaseCommand):
    help = "Bring database and static files up to date, then serve the site until Ctrl-C."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            port = free_port(os.environ.get("PORT", "8000"))
            self.prepare()
        except KeyboardInterrupt:
            sys.exit(_("Stopped before the site was ready."))
        connections.close_all()
        self.stdout.flush()
        Site(port, say=self.say).run()

    def say(self, sentence: str) -> None:
        """Written at once: a forked worker would print again what is still held back."""
        self.stdout.write(sentence)
        self.stdout.flush()

    def prepare(self) -> None:
        reach_database()
        if migrations_are_due():
            self.say(_("Preparing the database."))
            call_command("migrate", interactive=False, verbosity=0)
        call_command("setup_roles", stdout=StringIO())
        if settings.LOCAL:
            self.prepare_to_try_out()
        self.collect_static_files()

    def prepare_to_try_out(self) -> None:
        """Demonstration rows and accounts: each once, so that what was removed stays away."""
        loaded = settings.DATA_DIR / "demonstration-loaded"
        if embedded() and not loaded.exists() and not Event.objects.exists():
            self.say(_("Loading the demonstration."))
            call_command("load_demo", stdout=StringIO())
            loaded.touch()
        call_command("demo_accounts", stdout=self.stdout)

    def collect_static_files(self) -> None:
        stamp = settings.DATA_DIR / "static-files"
        state = static_files_state()
        if stamp.exists() and stamp.read_text() == state:
            return
        self.say(_("Collecting static files."))
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(state)


class Site(BaseApplication):  # type: ignore[misc]  # gunicorn is not typed
    """gunicorn without a command line: threads in two workers, all of it loaded once."""

    def __init__(self, port: int, *, say: Callable[[str], None]) -> None:
        self.port = port
        self.say = say
        super().__init__()

    def load_config(self) -> None:
        for name, value in {
            "bind": f"{HOST}:{self.port}",
            "worker_class": "gthread",
            "workers": int(os.environ.get("WEB_CONCURRENCY", "2")),
            "threads": 4,
            "preload_app": True,
            "control_socket_disable": True,
            "loglevel": "error",
            "graceful_timeout": 5,
            "when_ready": self.ready,
            "post_fork": use_database,
            "post_worker_init": leave_ctrl_c_to_the_master,
            "on_exit": self.stopped,
        }.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        return get_internal_wsgi_application()

    def run(self) -> None:
        Doorkeeper(self).run()

    def ready(self, _arbiter: Arbiter) -> None:
        self.say(
            _("Dateline is on http://%(host)s:%(port)s/ (Ctrl-C stops it).")
            % {"host": HOST, "port": self.port}
        )

    def stopped(self, _arbiter: Arbiter) -> None:
        """Called in the master alone, when the last worker is gone."""
        if embedded():
            server().leave()
        self.say(_("Dateline has stopped."))


class Doorkeeper(Arbiter):  # type: ignore[misc]  # gunicorn is not typed
    """gunicorn's master, for a terminal: when the terminal is closed, the site ends with it."""

    def handle_hup(self) -> None:
        self.handle_term()


def use_database(_arbiter: Arbiter, _worker: Any) -> None:
    """Let each worker hold the embedded server too: where the master is killed, they end it."""
    if embedded():
        server().use()


def leave_ctrl_c_to_the_master(_worker: Any) -> None:
    """A terminal sends Ctrl-C to all: a worker, stopped by the master too, would end twice."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def embedded() -> bool:
    return bool(settings.DATABASES["default"]["ENGINE"] == "timeline.embedded")


def free_port(named: str) -> int:
    """The port as a number, once nobody listens there; exits with a sentence otherwise."""
    if not named.isdecimal() or not 0 < int(named) < 65536:
        sys.exit(_("PORT is %(port)r: say a number from 1 to 65535.") % {"port": named})
    patience = time.monotonic() + PORT_PATIENCE_SECONDS
    while (fault := fault_in_binding(int(named))) and time.monotonic() < patience:
        time.sleep(0.1)
    if fault:
        sys.exit(
            _("Port %(port)s cannot be had (%(fault)s): choose another, as in PORT=8001 make run.")
            % {"port": named, "fault": fault}
        )
    return int(named)


def fault_in_binding(port: int) -> str | None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except OSError as fault:
            return fault.strerror
    return None


def reach_database() -> None:
    try:
        connection.ensure_connection()
    except DatabaseError as fault:
        reason = str(fault).strip().partition("\n")[0]
        sys.exit(_("The database cannot be reached: %(reason)s") % {"reason": reason})


def migrations_are_due() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def static_files_state() -> str:
    """A digest of every static file's name, size and time of change."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
