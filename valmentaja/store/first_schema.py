"""The first shape of the workbook as plain SQL. Once released it is never changed: later shapes are migrations.

A `revision` is the id of the change that last wrote the row. Every record of every kind has an id of one
sequence, the table `record`; no id is ever given twice, since the journal tells rows apart by them. Days are
ISO text, so that any SQLCipher shell shows and sorts them.
"""

from valmentaja.store.connection import Connection
from valmentaja.store.triggers import Searched, renew_triggers

TABLES = (
    """CREATE TABLE record (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE client (
        id INTEGER PRIMARY KEY REFERENCES record (id),
        revision INTEGER NOT NULL,
        code TEXT NOT NULL,
        code_key TEXT NOT NULL UNIQUE,
        name TEXT,
        name_key TEXT,
        start_on TEXT NOT NULL,
        phone TEXT,
        email TEXT,
        address TEXT,
        best_reached TEXT,
        contact_interval_days INTEGER CHECK (contact_interval_days > 0),
        note TEXT,
        ended_on TEXT,
        end_reason TEXT,
        carried_on_by TEXT
    ) STRICT""",
    "CREATE INDEX client_by_name ON client (name_key)",
    "CREATE INDEX client_by_ending ON client (ended_on)",
    """CREATE TABLE client_phase (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        client_id INTEGER NOT NULL REFERENCES client (id),
        phase TEXT NOT NULL,
        entered_on TEXT NOT NULL,
        left_on TEXT,
        main INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX client_phase_by_client ON client_phase (client_id, left_on)",
    """CREATE TABLE employer (
        id INTEGER PRIMARY KEY REFERENCES record (id),
        revision INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        sector TEXT CHECK (sector IN ('private', 'public', 'third')),
        industry TEXT,
        town TEXT,
        address TEXT,
        phone TEXT,
        email TEXT,
        people TEXT,
        note TEXT,
        added_on TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX employer_by_name ON employer (name_key)",
    """CREATE TABLE employer_contact (
        id INTEGER PRIMARY KEY REFERENCES record (id),
        revision INTEGER NOT NULL,
        day TEXT NOT NULL,
        at TEXT,
        employer_id INTEGER REFERENCES employer (id),
        client_id INTEGER REFERENCES client (id),
        present INTEGER NOT NULL,
        who TEXT,
        made_by TEXT NOT NULL,
        way TEXT NOT NULL,
        purpose TEXT,
        outcome TEXT,
        minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
        note TEXT
    ) STRICT""",
    "CREATE INDEX employer_contact_by_day ON employer_contact (day, way, purpose, client_id)",
    "CREATE INDEX employer_contact_by_client ON employer_contact (client_id, way, day)",
    "CREATE INDEX employer_contact_by_employer ON employer_contact (employer_id, day)",
    """CREATE TABLE client_contact (
        id INTEGER PRIMARY KEY REFERENCES record (id),
        revision INTEGER NOT NULL,
        day TEXT NOT NULL,
        at TEXT,
        way TEXT NOT NULL,
        reached INTEGER NOT NULL,
        topic TEXT,
        minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
        note TEXT
    ) STRICT""",
    # Who was, or should have been, at a contact of either kind: one row a client. `seen`: in person or video.
    """CREATE TABLE attendance (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER NOT NULL REFERENCES record (id),
        client_id INTEGER NOT NULL REFERENCES client (id),
        day TEXT NOT NULL,
        reached INTEGER NOT NULL,
        seen INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX attendance_by_client ON attendance (client_id, day, contact_id, reached, seen)",
    "CREATE INDEX attendance_by_contact ON attendance (contact_id)",
    """CREATE TABLE next_step (
        id INTEGER PRIMARY KEY REFERENCES record (id),
        revision INTEGER NOT NULL,
        client_id INTEGER REFERENCES client (id),
        employer_id INTEGER REFERENCES employer (id),
        text TEXT NOT NULL,
        agreed_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        owner TEXT NOT NULL,
        done_on TEXT,
        contact_id INTEGER REFERENCES record (id),
        CHECK (client_id IS NOT NULL OR employer_id IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX next_step_open ON next_step (due_on) WHERE done_on IS NULL",
    "CREATE INDEX next_step_by_done ON next_step (done_on) WHERE done_on IS NOT NULL",
    "CREATE INDEX next_step_by_client ON next_step (client_id)",
    "CREATE INDEX next_step_by_employer ON next_step (employer_id)",
    "CREATE INDEX next_step_by_contact ON next_step (contact_id)",
    """CREATE TABLE snooze (
        id INTEGER PRIMARY KEY REFERENCES record (id),
        revision INTEGER NOT NULL,
        client_id INTEGER NOT NULL REFERENCES client (id),
        until TEXT NOT NULL,
        because TEXT NOT NULL,
        made_on TEXT NOT NULL,
        ended_on TEXT
    ) STRICT""",
    "CREATE INDEX snooze_by_until ON snooze (until)",
    "CREATE INDEX snooze_by_client ON snooze (client_id)",
    """CREATE TABLE diary_entry (
        id INTEGER PRIMARY KEY REFERENCES record (id),
        revision INTEGER NOT NULL,
        day TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL,
        load INTEGER CHECK (load BETWEEN 1 AND 5),
        energy INTEGER CHECK (energy BETWEEN 1 AND 5),
        supervision INTEGER NOT NULL
    ) STRICT""",
    # `since` is the Monday a value holds from, or '' for a value that always held.
    """CREATE TABLE setting (
        key TEXT NOT NULL,
        since TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (key, since)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE draft (
        place TEXT NOT NULL,
        window TEXT NOT NULL,
        text TEXT NOT NULL,
        began_from INTEGER NOT NULL,
        saved_at TEXT NOT NULL,
        PRIMARY KEY (place, window)
    ) STRICT""",
    "CREATE TABLE holiday (day TEXT PRIMARY KEY, fi TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # Word forms of all texts; lemma and stem are NULL until resolved.
    "CREATE TABLE word (form TEXT PRIMARY KEY, lemma TEXT, stem TEXT) STRICT, WITHOUT ROWID",
    "CREATE INDEX word_by_lemma ON word (lemma)",
    "CREATE INDEX word_by_stem ON word (stem)",
    "CREATE INDEX word_unresolved ON word (form) WHERE lemma IS NULL",
    # `undone` numbers the undoings, so that redo takes the newest; `dropped`: a later change cleared its redo.
    """CREATE TABLE change (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        parameters TEXT NOT NULL,
        undone INTEGER,
        dropped INTEGER NOT NULL DEFAULT 0,
        closed INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX change_undone ON change (undone) WHERE undone IS NOT NULL AND dropped = 0",
    # `image` is the row as it was on the other side: before the change while it stands, after it while undone.
    """CREATE TABLE change_row (
        id INTEGER PRIMARY KEY,
        change_id INTEGER NOT NULL REFERENCES change (id),
        act TEXT NOT NULL CHECK (act IN ('insert', 'update', 'delete')),
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        image TEXT
    ) STRICT""",
    "CREATE INDEX change_row_by_change ON change_row (change_id)",
    "CREATE INDEX change_row_by_row ON change_row (table_name, row_id)",
    # The change being written, NULL between changes and while undo itself writes.
    "CREATE TABLE journal_state (id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER) STRICT",
    "INSERT INTO journal_state VALUES (1, NULL)",
    """CREATE VIRTUAL TABLE search USING fts5 (
        title, body, kind, day UNINDEXED, tokenize = 'unicode61 remove_diacritics 0'
    )""",
)

FIRST_COLUMNS: dict[str, tuple[str, ...]] = {
    "client": (
        *("id", "revision", "code", "code_key", "name", "name_key", "start_on", "phone", "email", "address"),
        *("best_reached", "contact_interval_days", "note", "ended_on", "end_reason", "carried_on_by"),
    ),
    "client_phase": ("id", "client_id", "phase", "entered_on", "left_on", "main"),
    "employer": (
        *("id", "revision", "name", "name_key", "sector", "industry", "town", "address", "phone", "email"),
        *("people", "note", "added_on"),
    ),
    "employer_contact": (
        *("id", "revision", "day", "at", "employer_id", "client_id", "present", "who", "made_by", "way"),
        *("purpose", "outcome", "minutes", "note"),
    ),
    "client_contact": ("id", "revision", "day", "at", "way", "reached", "topic", "minutes", "note"),
    "attendance": ("id", "contact_id", "client_id", "day", "reached", "seen"),
    "next_step": (
        *("id", "revision", "client_id", "employer_id", "text", "agreed_on", "due_on", "owner", "done_on"),
        "contact_id",
    ),
    "snooze": ("id", "revision", "client_id", "until", "because", "made_on", "ended_on"),
    "diary_entry": ("id", "revision", "day", "text", "load", "energy", "supervision"),
}
"""The journaled tables and their columns."""

FIRST_SEARCHED = {
    "client": Searched(
        "coalesce({row}.name, {row}.code)",
        ("code", "note", "phone", "email", "address", "best_reached", "carried_on_by"),
        "{row}.start_on",
    ),
    "employer": Searched(
        "{row}.name", ("industry", "town", "people", "note", "address", "phone", "email"), "{row}.added_on"
    ),
    "employer_contact": Searched("''", ("who", "outcome", "note"), "{row}.day"),
    "client_contact": Searched("''", ("topic", "note"), "{row}.day"),
    "next_step": Searched("''", ("text",), "{row}.due_on"),
    "snooze": Searched("''", ("because",), "{row}.made_on"),
    "diary_entry": Searched("''", ("text",), "{row}.day"),
}


def make_first_schema(connection: Connection) -> None:
    """Makes the tables, and the triggers of those that are journaled."""
    for statement in TABLES:
        connection.execute(statement)
    for table, columns in FIRST_COLUMNS.items():
        renew_triggers(connection, table, columns, FIRST_SEARCHED.get(table))
