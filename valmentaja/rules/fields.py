"""What can be changed of a record by name: one declaration per field, used by the commands and by the store."""

from dataclasses import dataclass
from enum import StrEnum

from valmentaja.model.activity import MOST_KILOMETRES, TimeKind, TimePlace
from valmentaja.model.client import StatusAtStart
from valmentaja.model.contact import MOST_MINUTES, ClientContactWay, EmployerContactWay, MadeBy, Purpose
from valmentaja.model.employer import EmployerState, Sector
from valmentaja.model.lead import Answer, LeadSource
from valmentaja.model.leave import LeaveKind
from valmentaja.model.placement import Contract, Initiative, Pay, UnpaidKind
from valmentaja.model.placement_look import Look
from valmentaja.model.step import Owner
from valmentaja.model.supporter import Body
from valmentaja.model.wish import WishPlace
from valmentaja.model.work_support import Decision, SupportKind


class FieldKind(StrEnum):
    """How the value of a field is read."""

    TEXT = "text"
    NAME = "name"
    RECORD_DAY = "record_day"
    PLAN_DAY = "plan_day"
    START_DAY = "start_day"
    DAY_AHEAD = "day_ahead"
    CLOCK = "clock"
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"
    CLIENT = "client"
    EMPLOYER = "employer"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name on the command line and in JSON, its column, and what it takes.

    `needed`: it cannot be emptied. `choices` are the words of a CHOICE; `least` and `most` bound a NUMBER, and an
    HOURS in minutes. `is_keyed`: its table finds and sorts by it. `words` is the kind of words that a CHOICE takes
    where it is not named like the field: the texts `word.<words>.…` read them, `<words>.…` say them. `label` is the
    key of what it is called, where another kind has a field of the same name.
    """

    name: str
    column: str
    kind: FieldKind
    needed: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    is_keyed: bool = False
    words: str = ""
    label: str = ""

    @property
    def text_key(self) -> str:
        """The key of the text that says what it is called."""
        return f"field.{self.label or self.name}"

    @property
    def is_length(self) -> bool:
        """Whether its number is the minutes that something took, which may be typed as "1,5 h"."""
        return self.kind is FieldKind.NUMBER and self.name in ("minutes", "travel_minutes")

    @property
    def word_kind(self) -> str:
        """The kind of words that a CHOICE takes."""
        return self.words or self.name


def _text(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, name, FieldKind.TEXT) for name in names)


def _choice(name: str, choices: type[StrEnum], *, needed: bool = False, words: str = "") -> Field:
    return Field(name, name, FieldKind.CHOICE, needed, tuple(choices), words=words)


def _day(name: str, column: str, kind: FieldKind = FieldKind.PLAN_DAY, *, needed: bool = False) -> Field:
    return Field(name, column, kind, needed)


def _yes_no(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, name, FieldKind.YES_NO) for name in names)


def _hours(column: str, most_hours: int, *, label: str = "") -> Field:
    return Field("hours", column, FieldKind.HOURS, least=0, most=most_hours * 60, label=label)


_DATE = Field("date", "day", FieldKind.RECORD_DAY, needed=True)
_TIME = Field("time", "at", FieldKind.CLOCK)
_EMPLOYER = Field("employer", "employer_id", FieldKind.EMPLOYER)
_EVERY_DAYS = Field("every_days", "every_days", FieldKind.NUMBER, least=1, most=366)
_MINUTES = Field("minutes", "minutes", FieldKind.NUMBER, least=0, most=MOST_MINUTES)
_PLACE = Field("place", "place", FieldKind.CHOICE, choices=tuple(TimePlace), words="time_place")
_KILOMETRES = Field("kilometres", "kilometres", FieldKind.NUMBER, least=0, most=MOST_KILOMETRES)
_ON_THE_WAY = (
    _PLACE,
    Field("travel_minutes", "travel_minutes", FieldKind.NUMBER, least=0, most=MOST_MINUTES),
    _KILOMETRES,
)

PROFILE: tuple[Field, ...] = (
    *_text("path_papers", "path_tried", "path_taught", "path_changed", "work_means", "work_motivates"),
    *_text("done_and_can", "interests", "neighbouring_fields", "language", "interpreter"),
    *_yes_no("plain_wording", "pictures"),
    *_text("support_needs"),
)
"""The client's vocational profile, in the order in which it is talked through: the path so far first."""

FIELDS: dict[str, tuple[Field, ...]] = {
    "client": (
        Field("name", "name", FieldKind.NAME, is_keyed=True),
        Field("code", "code", FieldKind.NAME, needed=True, is_keyed=True),
        Field("start", "start_on", FieldKind.START_DAY, needed=True),
        *_text("phone", "email", "address", "best_reached"),
        Field("contact_interval_days", "contact_interval_days", FieldKind.NUMBER, least=1, most=366),
        _choice("status_at_start", StatusAtStart),
        *_text("stand_in", "note", "carried_on_by"),
        *PROFILE,
    ),
    "employer": (
        Field("name", "name", FieldKind.NAME, needed=True, is_keyed=True),
        _choice("sector", Sector),
        *_text("industry", "town", "address", "phone", "email", "people", "note"),
        *_text("does", "size", "needs", "needs_ahead", "chain", "terms", "feedback"),
        _choice("state", EmployerState, words="employer_state"),
        _day("rests_until", "rests_until"),
        _day("archived_on", "archived_on", FieldKind.RECORD_DAY),
    ),
    "employer_contact": (
        _DATE,
        _TIME,
        Field("employer", "employer_id", FieldKind.EMPLOYER),
        Field("client", "client_id", FieldKind.CLIENT),
        Field("present", "present", FieldKind.YES_NO, needed=True),
        _choice("made_by", MadeBy, needed=True),
        _choice("way", EmployerContactWay, needed=True),
        _choice("purpose", Purpose),
        *_text("who", "outcome", "note"),
        _MINUTES,
        *_ON_THE_WAY,
    ),
    "client_contact": (
        _DATE,
        _TIME,
        _choice("way", ClientContactWay, needed=True, words="client_way"),
        Field("reached", "reached", FieldKind.YES_NO, needed=True),
        *_text("topic", "note"),
        _MINUTES,
        *_ON_THE_WAY,
    ),
    "next_step": (
        Field("text", "text", FieldKind.TEXT, needed=True),
        Field("on", "due_on", FieldKind.PLAN_DAY, needed=True),
        _choice("owner", Owner, needed=True),
        Field("done_on", "done_on", FieldKind.RECORD_DAY),
    ),
    "snooze": (
        Field("until", "until", FieldKind.DAY_AHEAD, needed=True),
        Field("because", "because", FieldKind.TEXT, needed=True),
    ),
    "appointment": (
        Field("date", "day", FieldKind.PLAN_DAY, needed=True),
        Field("time", "at", FieldKind.CLOCK, needed=True),
        _MINUTES,
        _choice("way", ClientContactWay, needed=True, words="client_way"),
        _EMPLOYER,
        *_text("place", "about", "guests"),
    ),
    "client_group": (
        Field("name", "name", FieldKind.NAME, needed=True, is_keyed=True),
        *_text("co_led_by", "note"),
        _day("ended_on", "ended_on", FieldKind.RECORD_DAY),
    ),
    "placement": (
        Field("employer", "employer_id", FieldKind.EMPLOYER, needed=True),
        *_text("job"),
        _day("start", "start_on", FieldKind.START_DAY, needed=True),
        _day("end", "planned_end_on", FieldKind.PLAN_DAY),
        _hours("weekly_minutes", 168, label="weekly_hours"),
        _choice("pay", Pay, needed=True),
        _day("subsidy_until", "subsidy_until"),
        _choice("contract", Contract),
        _day("trial_until", "trial_until"),
        *_text("workplace_supporter"),
        _choice("unpaid_kind", UnpaidKind),
        _choice("initiative", Initiative),
        *_text("paid_chance"),
        _day("decide_on", "decide_on"),
        *_text("next_aim", "note"),
        _day("asked_paid_on", "asked_paid_on", FieldKind.RECORD_DAY),
        *_text("asked_paid_answer"),
        _day("ended_on", "ended_on", FieldKind.START_DAY),
        _day("heard_on", "heard_on", FieldKind.RECORD_DAY),
        *_text("end_reason", "learned", "carried_onward"),
    ),
    "work_support": (
        _choice("kind", SupportKind, needed=True, words="support_kind"),
        _day("applied_on", "applied_on", FieldKind.RECORD_DAY),
        _day("decided_on", "decided_on", FieldKind.RECORD_DAY),
        _choice("decision", Decision),
        _day("from", "from_on", FieldKind.START_DAY),
        _day("until", "until_on"),
        *_text("note"),
    ),
    "placement_look": (
        _choice("kind", Look, needed=True, words="look"),
        _DATE,
        *_yes_no("same_job", "same_content", "same_hours", "is_permanent"),
        *_text("satisfaction", "wishes", "note"),
    ),
    "start_move": (Field("because", "because", FieldKind.TEXT, needed=True),),
    "re_agreement": (
        _day("agreed_on", "agreed_on", FieldKind.RECORD_DAY, needed=True),
        _day("to", "to_day"),
        _EVERY_DAYS,
        _choice("way", ClientContactWay, words="client_way"),
        Field("because", "because", FieldKind.TEXT, needed=True),
    ),
    "wish": (
        Field("text", "text", FieldKind.TEXT, needed=True),
        Field("as", "place", FieldKind.CHOICE, choices=tuple(WishPlace), words="wish_place"),
    ),
    "benefit": (
        Field("name", "name", FieldKind.TEXT, needed=True),
        *_text("earnings_limit", "notify"),
        _day("notify_by", "notify_by"),
        _day("checked_on", "checked_on", FieldKind.RECORD_DAY),
        *_text("note"),
    ),
    "disclosure": (
        _EMPLOYER,
        *_text("may", "may_not", "told_by", "coach_appears", "answers"),
        _day("agreed_on", "agreed_on", FieldKind.RECORD_DAY, needed=True),
        _day("again", "again_on"),
    ),
    "supporter": (
        Field("name", "name", FieldKind.NAME, needed=True, is_keyed=True),
        _choice("body", Body),
        *_text("role", "phone", "email", "best_reached", "agreed"),
        _EVERY_DAYS,
        *_yes_no("is_told"),
        *_text("consent", "note"),
    ),
    "supporter_contact": (
        _DATE,
        *_text("note"),
        _MINUTES,
        _PLACE,
    ),
    "service_period": (
        *_text("payer"),
        _day("from", "from_on", FieldKind.START_DAY, needed=True),
        _day("until", "until_on"),
        _hours("bought_minutes", 9_999),
        Field("meetings", "bought_meetings", FieldKind.NUMBER, least=0, most=9_999),
        _day("interim_report", "interim_report_on"),
        _day("interim_report_done_on", "interim_report_done_on", FieldKind.RECORD_DAY),
        _day("final_report", "final_report_on"),
        _day("final_report_done_on", "final_report_done_on", FieldKind.RECORD_DAY),
        *_text("note"),
    ),
    "concern": (
        Field("text", "text", FieldKind.TEXT, needed=True),
        _EMPLOYER,
        _day("seen_on", "seen_on", FieldKind.RECORD_DAY, needed=True),
        *_text("raised_with"),
        _day("raised_on", "raised_on", FieldKind.RECORD_DAY),
        *_text("settled_by"),
        _day("settled_on", "settled_on", FieldKind.RECORD_DAY),
    ),
    "leave": (
        _day("from", "from_on", FieldKind.START_DAY, needed=True),
        _day("until", "until_on", FieldKind.START_DAY, needed=True),
        _choice("kind", LeaveKind, words="leave_kind"),
        *_text("stand_in", "note"),
        _day("looked_on", "looked_on", FieldKind.RECORD_DAY),
    ),
    "employer_person": (
        Field("name", "name", FieldKind.NAME, needed=True, is_keyed=True),
        *_text("role", "phone", "email", "note"),
    ),
    "lead": (
        Field("job", "job", FieldKind.TEXT, needed=True),
        _EMPLOYER,
        _choice("source", LeadSource, words="lead_source"),
        _choice("owner", Owner, needed=True),
        _day("closes_on", "closes_on"),
        _day("applied_on", "applied_on", FieldKind.RECORD_DAY),
        _day("interview_on", "interview_on"),
        _TIME,
        _choice("answer", Answer, words="lead_answer"),
        _day("answered_on", "answered_on", FieldKind.RECORD_DAY),
        *_text("note"),
    ),
    "activity": (
        _DATE,
        _choice("kind", TimeKind, needed=True, words="time_kind"),
        Field("minutes", "minutes", FieldKind.NUMBER, needed=True, least=1, most=MOST_MINUTES),
        Field("client", "client_id", FieldKind.CLIENT),
        _EMPLOYER,
        _PLACE,
        _choice("serves", TimeKind, words="time_kind"),
        _KILOMETRES,
        *_text("note"),
    ),
    "diary_entry": (
        _DATE,
        Field("text", "text", FieldKind.TEXT, needed=True),
        Field("load", "load", FieldKind.NUMBER, least=1, most=5),
        Field("energy", "energy", FieldKind.NUMBER, least=1, most=5),
        Field("supervision", "supervision", FieldKind.YES_NO, needed=True),
    ),
}
"""The fields of each kind of record, in the order in which they are shown."""


def field_named(kind: str, name: str) -> Field | None:
    """The field of the kind with the name; a dash may stand for an underscore."""
    wanted = name.strip().lower().replace("-", "_")
    return next((field for field in FIELDS[kind] if field.name == wanted), None)
