"""The sixth shape of the workbook: the rounds of question sets, what was answered, and what it led to.

Once released it is never changed: later shapes are migrations.
"""

from valmentaja.store.connection import Connection
from valmentaja.store.triggers import Searched, renew_triggers

_ID = "id INTEGER PRIMARY KEY REFERENCES record (id), revision INTEGER NOT NULL"
_CLIENT = "client_id INTEGER NOT NULL REFERENCES client (id)"

_TABLES = (
    f"""CREATE TABLE question_round (
        {_ID}, {_CLIENT}, question_set TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0),
        began_on TEXT NOT NULL, stands_at TEXT, UNIQUE (client_id, question_set, number)
    ) STRICT""",
    # The client's own view of how likely work is appears nowhere but with its question (issue 7): not in search.
    f"""CREATE TABLE answer (
        {_ID}, round_id INTEGER NOT NULL REFERENCES question_round (id), {_CLIENT}, question TEXT NOT NULL,
        whose TEXT NOT NULL, state TEXT NOT NULL, text TEXT, said_on TEXT NOT NULL, find_out_how TEXT,
        find_out_on TEXT, settled_on TEXT,
        searched TEXT AS (iif(question = 'job_search.likelihood_signs', NULL,
            coalesce(text, '') || char(10) || coalesce(find_out_how, ''))) VIRTUAL
    ) STRICT""",
    "CREATE UNIQUE INDEX answer_now ON answer (round_id, question, whose) WHERE settled_on IS NULL",
    "CREATE INDEX answer_by_client ON answer (client_id, question)",
    "CREATE INDEX answer_to_find_out ON answer (client_id) WHERE find_out_on IS NOT NULL",
    f"""CREATE TABLE answer_deed (
        {_ID}, {_CLIENT}, question TEXT NOT NULL, kind TEXT NOT NULL,
        record_id INTEGER NOT NULL REFERENCES record (id), words TEXT, made_on TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX answer_deed_by_client ON answer_deed (client_id, question)",
    "CREATE INDEX answer_deed_by_record ON answer_deed (record_id)",
)

_SEARCHED: dict[str, Searched | None] = {
    "question_round": None,
    "answer": Searched("''", ("searched",), "{row}.said_on"),
    "answer_deed": None,
}

QUESTION_TABLES = tuple(_SEARCHED)
"""The tables that this shape brings."""


def make_questions(connection: Connection) -> None:
    """Makes the tables and their triggers."""
    for statement in _TABLES:
        connection.execute(statement)
    for table, searched in _SEARCHED.items():
        columns = tuple(str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})"))
        renew_triggers(connection, table, columns, searched)
