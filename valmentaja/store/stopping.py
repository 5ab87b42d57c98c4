"""Work in a thread of its own that can be told to end, also in the midst of a long step of SQLite's."""

from valmentaja.store.connection import Connection

LOOKED_AT_EVERY = 20_000
"""Instructions of SQLite's between two looks: some milliseconds."""


class Stopped(Exception):
    """The work was told to end, and has made nothing."""


class Stop:
    """One thread asks, another looks: between its steps itself, and within them by the connections it watches."""

    def __init__(self) -> None:
        self.asked = False

    def ask(self) -> None:
        """The work is to end as soon as it can."""
        self.asked = True

    def look(self) -> None:
        """Raises Stopped once it was asked for."""
        if self.asked:
            raise Stopped

    def watch(self, connection: Connection) -> None:
        """A statement that runs on the connection is broken off once it was asked for."""
        connection.set_progress_handler(lambda: self.asked, LOOKED_AT_EVERY)
