"""The fourth shape of the workbook: the coach's leave, and next steps that are the coach's own.

Once released it is never changed: later shapes are migrations.
"""

from valmentaja.store.connection import Connection
from valmentaja.store.first_schema import FIRST_COLUMNS, FIRST_SEARCHED
from valmentaja.store.triggers import Searched, renew_triggers

_STATEMENTS = (
    """CREATE TABLE leave (
        id INTEGER PRIMARY KEY REFERENCES record (id), revision INTEGER NOT NULL, from_on TEXT NOT NULL,
        until_on TEXT NOT NULL, kind TEXT, stand_in TEXT, note TEXT, planned_on TEXT NOT NULL, looked_on TEXT,
        CHECK (from_on <= until_on)
    ) STRICT""",
    "CREATE INDEX leave_by_end ON leave (until_on)",
    # A step may be about nobody: then it is the coach's own. SQLite drops a CHECK only with its table.
    """CREATE TABLE next_step_anew (
        id INTEGER PRIMARY KEY REFERENCES record (id),
        revision INTEGER NOT NULL,
        client_id INTEGER REFERENCES client (id),
        employer_id INTEGER REFERENCES employer (id),
        text TEXT NOT NULL,
        agreed_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        owner TEXT NOT NULL,
        done_on TEXT,
        contact_id INTEGER REFERENCES record (id)
    ) STRICT""",
    f"INSERT INTO next_step_anew SELECT {', '.join(FIRST_COLUMNS['next_step'])} FROM next_step",
    "DROP TABLE next_step",
    "ALTER TABLE next_step_anew RENAME TO next_step",
    "CREATE INDEX next_step_open ON next_step (due_on) WHERE done_on IS NULL",
    "CREATE INDEX next_step_by_done ON next_step (done_on) WHERE done_on IS NOT NULL",
    "CREATE INDEX next_step_by_client ON next_step (client_id)",
    "CREATE INDEX next_step_by_employer ON next_step (employer_id)",
    "CREATE INDEX next_step_by_contact ON next_step (contact_id)",
)

_LEAVE_COLUMNS = (
    *("id", "revision", "from_on", "until_on", "kind", "stand_in", "note", "planned_on", "looked_on"),
)


def make_leave(connection: Connection) -> None:
    """Makes the table of leave, and next steps anew."""
    for statement in _STATEMENTS:
        connection.execute(statement)
    renew_triggers(connection, "leave", _LEAVE_COLUMNS, Searched("''", ("stand_in", "note"), "{row}.from_on"))
    renew_triggers(connection, "next_step", FIRST_COLUMNS["next_step"], FIRST_SEARCHED["next_step"])
