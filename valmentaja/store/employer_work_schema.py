"""The fifth shape of the workbook: employers in full, their people, job leads, and where time goes.

Once released it is never changed: later shapes are migrations.
"""

from valmentaja.store.connection import Connection
from valmentaja.store.first_schema import FIRST_SEARCHED
from valmentaja.store.triggers import Searched, renew_triggers

_ID = "id INTEGER PRIMARY KEY REFERENCES record (id), revision INTEGER NOT NULL"
_EMPLOYER_TEXTS = ("does", "size", "needs", "needs_ahead", "chain", "terms", "feedback")
_MINUTES = "CHECK (minutes BETWEEN 0 AND 1440)"

_TABLES = (
    *(f"ALTER TABLE employer ADD COLUMN {column} TEXT" for column in _EMPLOYER_TEXTS),
    *(f"ALTER TABLE employer ADD COLUMN {column} TEXT" for column in ("state", "rests_until", "archived_on")),
    "CREATE INDEX employer_resting ON employer (rests_until) WHERE rests_until IS NOT NULL",
    *(
        f"ALTER TABLE {table} ADD COLUMN {column}"
        for table in ("employer_contact", "client_contact")
        for column in (
            "place TEXT",
            "travel_minutes INTEGER CHECK (travel_minutes BETWEEN 0 AND 1440)",
            "kilometres INTEGER CHECK (kilometres >= 0)",
        )
    ),
    f"ALTER TABLE supporter_contact ADD COLUMN minutes INTEGER {_MINUTES}",
    "ALTER TABLE supporter_contact ADD COLUMN place TEXT",
    "CREATE INDEX supporter_contact_by_day ON supporter_contact (day)",
    "CREATE INDEX client_contact_by_day ON client_contact (day)",
    f"""CREATE TABLE employer_person (
        {_ID}, employer_id INTEGER NOT NULL REFERENCES employer (id), name TEXT NOT NULL, name_key TEXT NOT NULL,
        role TEXT, phone TEXT, email TEXT, note TEXT
    ) STRICT""",
    "CREATE INDEX employer_person_by_employer ON employer_person (employer_id, name_key)",
    f"""CREATE TABLE lead (
        {_ID}, client_id INTEGER NOT NULL REFERENCES client (id), job TEXT NOT NULL,
        employer_id INTEGER REFERENCES employer (id), source TEXT, owner TEXT NOT NULL, closes_on TEXT,
        applied_on TEXT, interview_on TEXT, at TEXT, answer TEXT, answered_on TEXT, note TEXT, added_on TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX lead_by_client ON lead (client_id)",
    "CREATE INDEX lead_by_employer ON lead (employer_id) WHERE employer_id IS NOT NULL",
    f"""CREATE TABLE activity (
        {_ID}, day TEXT NOT NULL, kind TEXT NOT NULL, minutes INTEGER NOT NULL {_MINUTES},
        client_id INTEGER REFERENCES client (id), employer_id INTEGER REFERENCES employer (id), place TEXT,
        serves TEXT, kilometres INTEGER CHECK (kilometres >= 0), note TEXT
    ) STRICT""",
    "CREATE INDEX activity_by_day ON activity (day)",
    "CREATE INDEX activity_by_client ON activity (client_id, day) WHERE client_id IS NOT NULL",
    "CREATE INDEX activity_by_employer ON activity (employer_id) WHERE employer_id IS NOT NULL",
)

_SEARCHED: dict[str, Searched | None] = {
    "employer": Searched(
        FIRST_SEARCHED["employer"].title,
        (*FIRST_SEARCHED["employer"].body, *_EMPLOYER_TEXTS),
        FIRST_SEARCHED["employer"].day,
    ),
    "employer_contact": FIRST_SEARCHED["employer_contact"],
    "client_contact": FIRST_SEARCHED["client_contact"],
    "supporter_contact": Searched("''", ("note",), "{row}.day"),
    "employer_person": Searched("{row}.name", ("role", "phone", "email", "note"), "''"),
    "lead": Searched("''", ("job", "note"), "coalesce({row}.interview_on, {row}.applied_on, {row}.added_on)"),
    "activity": Searched("''", ("note",), "{row}.day"),
}

EMPLOYER_WORK_TABLES = ("employer_person", "lead", "activity")
"""The tables that this shape brings."""


def make_employer_work(connection: Connection) -> None:
    """Makes the tables and columns, and the triggers of all tables that have changed."""
    for statement in _TABLES:
        connection.execute(statement)
    for table, searched in _SEARCHED.items():
        columns = tuple(str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})"))
        renew_triggers(connection, table, columns, searched)
