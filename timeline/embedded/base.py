"""Django's PostgreSQL backend on the embedded server, which starts at the first connection."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base, client

from timeline.embedded.account import ServerError
from timeline.embedded.cluster import Cluster, programs
from timeline.embedded.server import Server


@cache
def server() -> Server:
    """This process's hold on the server of `settings.DATA_DIR`."""
    return Server(
        Cluster(
            settings.DATA_DIR / "postgres",
            durable=settings.DATABASES["default"].get("DURABLE", True),
        )
    )


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell` with the psql that came with the server."""

    connection: "DatabaseWrapper"

    def runshell(self, parameters: Iterable[str]) -> None:
        address = server().use()
        self.executable_name = str(programs() / "psql")
        self.connection.settings_dict |= {"HOST": address["host"], "USER": address["user"]}
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """Fills in where the server listens, each time anew: it moves when it is started again."""

    client_class = DatabaseClient

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            address = server().use()
        except ServerError as fault:
            raise self.Database.OperationalError(str(fault)) from fault
        return super().get_new_connection({**conn_params, **address})
