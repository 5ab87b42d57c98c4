"""The third shape of the workbook: appointments, profile, network, placements and what follows from them.

Days are ISO text, clock times HH:MM, lengths whole minutes, yes and no 1 and 0; NULL is what is not known.
Once released it is never changed: later shapes are migrations.
"""

from valmentaja.store.connection import Connection
from valmentaja.store.first_schema import FIRST_SEARCHED
from valmentaja.store.triggers import Searched, renew_triggers

_ID = "id INTEGER PRIMARY KEY REFERENCES record (id), revision INTEGER NOT NULL"
_CLIENT = "client_id INTEGER NOT NULL REFERENCES client (id)"
_PLACEMENT = "placement_id INTEGER NOT NULL REFERENCES placement (id)"
_CLIENT_TEXTS = (
    *("stand_in", "path_papers", "path_tried", "path_taught", "path_changed", "work_means", "work_motivates"),
    *("done_and_can", "interests", "neighbouring_fields", "language", "interpreter", "support_needs"),
)

_TABLES = (
    *(f"ALTER TABLE client ADD COLUMN {column} TEXT" for column in ("status_at_start", *_CLIENT_TEXTS)),
    "ALTER TABLE client ADD COLUMN plain_wording INTEGER",
    "ALTER TABLE client ADD COLUMN pictures INTEGER",
    f"""CREATE TABLE client_group (
        {_ID}, name TEXT NOT NULL, name_key TEXT NOT NULL, co_led_by TEXT, note TEXT, ended_on TEXT
    ) STRICT""",
    f"""CREATE TABLE group_member (
        id INTEGER PRIMARY KEY AUTOINCREMENT, group_id INTEGER NOT NULL REFERENCES client_group (id), {_CLIENT}
    ) STRICT""",
    "CREATE INDEX group_member_by_group ON group_member (group_id)",
    "CREATE INDEX group_member_by_client ON group_member (client_id)",
    f"""CREATE TABLE appointment (
        {_ID}, day TEXT NOT NULL, at TEXT NOT NULL, minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
        employer_id INTEGER REFERENCES employer (id), way TEXT NOT NULL, place TEXT, about TEXT, guests TEXT,
        group_id INTEGER REFERENCES client_group (id), booked_on TEXT NOT NULL, outcome TEXT,
        contact_id INTEGER REFERENCES record (id), moved_to_id INTEGER REFERENCES appointment (id)
    ) STRICT""",
    "CREATE INDEX appointment_by_day ON appointment (day, at)",
    "CREATE INDEX appointment_open ON appointment (day, at) WHERE outcome IS NULL",
    "CREATE INDEX appointment_by_group ON appointment (group_id) WHERE group_id IS NOT NULL",
    "CREATE INDEX appointment_of_group_contact ON appointment (contact_id) WHERE group_id IS NOT NULL",
    "CREATE INDEX appointment_by_employer ON appointment (employer_id, day) WHERE employer_id IS NOT NULL",
    f"""CREATE TABLE appointment_client (
        id INTEGER PRIMARY KEY AUTOINCREMENT, appointment_id INTEGER NOT NULL REFERENCES appointment (id), {_CLIENT}
    ) STRICT""",
    "CREATE INDEX appointment_client_by_appointment ON appointment_client (appointment_id)",
    "CREATE INDEX appointment_client_by_client ON appointment_client (client_id, appointment_id)",
    f"""CREATE TABLE placement (
        {_ID}, {_CLIENT}, employer_id INTEGER NOT NULL REFERENCES employer (id), job TEXT, start_on TEXT NOT NULL,
        planned_end_on TEXT, weekly_minutes INTEGER CHECK (weekly_minutes BETWEEN 0 AND 10080), contract TEXT,
        pay TEXT NOT NULL, subsidy_until TEXT, trial_until TEXT, workplace_supporter TEXT, unpaid_kind TEXT,
        initiative TEXT, paid_chance TEXT, decide_on TEXT, next_aim TEXT, note TEXT, recorded_on TEXT NOT NULL,
        terms_changed_on TEXT, asked_paid_on TEXT, asked_paid_answer TEXT, ended_on TEXT, heard_on TEXT,
        end_reason TEXT, learned TEXT, carried_onward TEXT
    ) STRICT""",
    "CREATE INDEX placement_by_client ON placement (client_id, start_on)",
    "CREATE INDEX placement_by_employer ON placement (employer_id)",
    f"""CREATE TABLE start_move (
        {_ID}, {_PLACEMENT}, moved_on TEXT NOT NULL, from_day TEXT NOT NULL,
        to_day TEXT NOT NULL, because TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX start_move_by_placement ON start_move (placement_id)",
    f"""CREATE TABLE work_support (
        {_ID}, {_PLACEMENT}, kind TEXT NOT NULL, applied_on TEXT, decided_on TEXT, decision TEXT, from_on TEXT,
        until_on TEXT, note TEXT
    ) STRICT""",
    "CREATE INDEX work_support_by_placement ON work_support (placement_id)",
    f"""CREATE TABLE placement_look (
        {_ID}, {_PLACEMENT}, kind TEXT NOT NULL, day TEXT NOT NULL, note TEXT, same_job INTEGER,
        same_content INTEGER, same_hours INTEGER, is_permanent INTEGER, satisfaction TEXT, wishes TEXT
    ) STRICT""",
    "CREATE INDEX placement_look_by_placement ON placement_look (placement_id)",
    f"""CREATE TABLE re_agreement (
        {_ID}, {_PLACEMENT}, agreed_on TEXT NOT NULL, to_day TEXT,
        every_days INTEGER CHECK (every_days BETWEEN 1 AND 366), way TEXT, because TEXT NOT NULL,
        CHECK ((to_day IS NULL) <> (every_days IS NULL))
    ) STRICT""",
    "CREATE INDEX re_agreement_by_placement ON re_agreement (placement_id)",
    f"CREATE TABLE wish ({_ID}, {_CLIENT}, text TEXT NOT NULL, place TEXT) STRICT",
    "CREATE INDEX wish_by_client ON wish (client_id)",
    f"""CREATE TABLE benefit (
        {_ID}, {_CLIENT}, name TEXT NOT NULL, earnings_limit TEXT, notify TEXT, notify_by TEXT, checked_on TEXT,
        note TEXT
    ) STRICT""",
    "CREATE INDEX benefit_by_client ON benefit (client_id)",
    f"""CREATE TABLE disclosure (
        {_ID}, {_CLIENT}, employer_id INTEGER REFERENCES employer (id), may TEXT, may_not TEXT, told_by TEXT,
        coach_appears TEXT, answers TEXT, agreed_on TEXT NOT NULL, again_on TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX disclosure_by_client ON disclosure (client_id, coalesce(employer_id, 0))",
    f"""CREATE TABLE supporter (
        {_ID}, client_id INTEGER REFERENCES client (id), name TEXT NOT NULL, name_key TEXT NOT NULL, body TEXT,
        role TEXT, phone TEXT, email TEXT, best_reached TEXT, agreed TEXT,
        every_days INTEGER CHECK (every_days BETWEEN 1 AND 366), is_told INTEGER, consent TEXT, note TEXT,
        added_on TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX supporter_by_client ON supporter (client_id)",
    f"""CREATE TABLE supporter_contact (
        {_ID}, supporter_id INTEGER NOT NULL REFERENCES supporter (id), day TEXT NOT NULL, note TEXT
    ) STRICT""",
    "CREATE INDEX supporter_contact_by_supporter ON supporter_contact (supporter_id, day)",
    f"""CREATE TABLE service_period (
        {_ID}, {_CLIENT}, payer TEXT, from_on TEXT NOT NULL, until_on TEXT,
        bought_minutes INTEGER CHECK (bought_minutes >= 0), bought_meetings INTEGER CHECK (bought_meetings >= 0),
        interim_report_on TEXT, interim_report_done_on TEXT, final_report_on TEXT, final_report_done_on TEXT,
        note TEXT
    ) STRICT""",
    "CREATE INDEX service_period_by_client ON service_period (client_id)",
    f"""CREATE TABLE concern (
        {_ID}, {_CLIENT}, employer_id INTEGER REFERENCES employer (id), seen_on TEXT NOT NULL, text TEXT NOT NULL,
        raised_with TEXT, raised_on TEXT, settled_by TEXT, settled_on TEXT
    ) STRICT""",
    "CREATE INDEX concern_by_client ON concern (client_id)",
)

_SEARCHED: dict[str, Searched | None] = {
    "client": Searched(
        FIRST_SEARCHED["client"].title,
        (*FIRST_SEARCHED["client"].body, *_CLIENT_TEXTS),
        FIRST_SEARCHED["client"].day,
    ),
    "client_group": Searched("{row}.name", ("co_led_by", "note"), "coalesce({row}.ended_on, '')"),
    "group_member": None,
    "appointment": Searched("''", ("place", "about", "guests"), "{row}.day"),
    "appointment_client": None,
    "placement": Searched(
        "''",
        (
            *("job", "workplace_supporter", "paid_chance", "next_aim", "note", "asked_paid_answer"),
            *("end_reason", "learned", "carried_onward"),
        ),
        "{row}.start_on",
    ),
    "start_move": Searched("''", ("because",), "{row}.moved_on"),
    "work_support": Searched(
        "''", ("note",), "coalesce({row}.decided_on, {row}.applied_on, {row}.from_on, '')"
    ),
    "placement_look": Searched("''", ("note", "satisfaction", "wishes"), "{row}.day"),
    "re_agreement": Searched("''", ("because",), "{row}.agreed_on"),
    "wish": Searched("''", ("text",), "''"),
    "benefit": Searched(
        "''", ("name", "earnings_limit", "notify", "note"), "coalesce({row}.notify_by, {row}.checked_on, '')"
    ),
    "disclosure": Searched(
        "''", ("may", "may_not", "told_by", "coach_appears", "answers"), "{row}.agreed_on"
    ),
    "supporter": Searched(
        "{row}.name",
        ("role", "phone", "email", "best_reached", "agreed", "consent", "note"),
        "{row}.added_on",
    ),
    "supporter_contact": Searched("''", ("note",), "{row}.day"),
    "service_period": Searched("''", ("payer", "note"), "{row}.from_on"),
    "concern": Searched("''", ("text", "raised_with", "settled_by"), "{row}.seen_on"),
}
"""The journaled tables that are new or changed, and what search holds of them."""

WORKING_LIFE_TABLES = tuple(table for table in _SEARCHED if table != "client")
"""The journaled tables that this shape brings."""


def make_working_life(connection: Connection) -> None:
    """Makes the tables and columns, with their triggers."""
    for statement in _TABLES:
        connection.execute(statement)
    for table, searched in _SEARCHED.items():
        renew_triggers(connection, table, _columns(connection, table), searched)


def _columns(connection: Connection, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
