"""Which appointments take the same time, which have passed, and which words name a client."""

from dataclasses import replace
from datetime import date, time

import pytest

from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.rules.appointments import FREED, has_passed, overlapping, refuse_outcome, without_others
from valmentaja.texts.dates import Meaning, parse_date, split_moment

TODAY = date(2026, 11, 24)  # a Tuesday
USUAL = dict.fromkeys(ClientContactWay, 60)


def _at(clock: str, minutes: int | None = 60, *, id: int = 1, day: date = TODAY) -> Appointment:
    return Appointment(
        id=id,
        revision=1,
        day=day,
        at=time.fromisoformat(clock),
        minutes=minutes,
        client_ids=(id,),
        employer_id=None,
        way=ClientContactWay.IN_PERSON,
        place=None,
        about=None,
        guests=None,
        group_id=None,
        booked_on=TODAY,
        outcome=None,
        contact_id=None,
        moved_to_id=None,
    )


def _client(name: str | None, code: str = "V7") -> Client:
    return Client(7, 1, code, name, TODAY, "profile", *(None,) * 4, None, None, None, None, None)


@pytest.mark.parametrize(
    ("clock", "minutes", "taken"),
    [
        ("10:30", 30, True),
        ("09:30", 31, True),
        ("09:30", None, True),  # an hour, as usual
        ("09:00", 60, False),  # it ends as the other begins
        ("11:00", 15, False),
        ("10:00", 0, True),  # a message takes a moment
    ],
)
def test_two_appointments_overlap_when_they_take_some_of_the_same_time(
    clock: str, minutes: int | None, taken: bool
) -> None:
    other = _at(clock, minutes, id=2)
    assert (overlapping(_at("10:00"), [other], USUAL) == (other,)) is taken
    assert bool(overlapping(other, [_at("10:00")], USUAL)) is taken


def test_an_appointment_that_goes_past_midnight_takes_time_of_the_next_day() -> None:
    evening, night = _at("23:30"), _at("00:15", id=2, day=date(2026, 11, 25))
    assert overlapping(night, [evening], USUAL) == (evening,)


@pytest.mark.parametrize("outcome", Outcome)
def test_an_appointment_that_was_called_off_or_moved_takes_no_time(outcome: Outcome) -> None:
    other = replace(_at("10:00", id=2), outcome=outcome)
    assert bool(overlapping(_at("10:00"), [other], USUAL)) is (outcome not in FREED)
    assert bool(overlapping(other, [_at("10:00")], USUAL)) is (outcome not in FREED)


def test_an_appointment_does_not_overlap_itself() -> None:
    assert overlapping(_at("10:00"), [_at("10:00")], USUAL) == ()


def test_an_appointment_has_passed_when_its_day_has_or_its_time_on_the_day() -> None:
    held = _at("10:00")
    assert has_passed(held, date(2026, 11, 25))
    assert has_passed(held, TODAY, time(10, 0))
    assert not has_passed(held, TODAY, time(9, 59))
    assert not has_passed(held, TODAY)
    assert not has_passed(held, date(2026, 11, 23), time(23, 0))


TO = (date(2026, 12, 1), time(9, 0))


@pytest.mark.parametrize(
    ("outcome", "to", "on", "refused"),
    [
        (Outcome.MET, None, TODAY, None),
        (Outcome.MET, None, date(2026, 11, 23), "date.ahead"),
        (Outcome.DID_NOT_COME, None, date(2026, 11, 23), "date.ahead"),
        (Outcome.NOT_REACHED, None, date(2026, 11, 23), "date.ahead"),
        (Outcome.CANCELLED_BY_CLIENT, None, date(2026, 11, 1), None),
        (Outcome.CANCELLED_BY_COACH, None, date(2026, 12, 1), None),
        (Outcome.MOVED, TO, date(2026, 11, 1), None),
        (Outcome.MOVED, None, TODAY, "appointment.moved_when"),
        (Outcome.MET, TO, TODAY, "appointment.to_alone"),
        (Outcome.MOVED, (TODAY, time(10, 0)), TODAY, "appointment.moved_nowhere"),
    ],
)
def test_what_cannot_have_become_of_an_appointment_is_refused(
    outcome: Outcome, to: tuple[date, time] | None, on: date, refused: str | None
) -> None:
    said = None
    try:
        refuse_outcome(_at("10:00"), outcome, to, on)
    except (CannotBeMet, WrongUsage) as refusal:
        said = refusal.key
    assert said == refused


def test_what_became_of_an_appointment_is_said_once() -> None:
    with pytest.raises(CannotBeMet) as refusal:
        refuse_outcome(replace(_at("10:00"), outcome=Outcome.MET), Outcome.MOVED, TO, TODAY)
    assert refusal.value.key == "appointment.said"


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("Aino Kallio", "Ainon vuoro", True),
        ("Aino Kallio", "kalliolla", True),
        ("Mikko", "käynti Mikon luona", True),
        ("Outi", "Oudin toiveet", True),
        ("Sari Virtanen", "Virtasen perhe", True),
        ("Tuomas", "Tuomaan kanssa", True),
        ("Mikko", "mikä ala", False),
        ("Aino", "työhaastattelu", False),
        (None, "V7 ja kahvi", True),
        (None, "V70 ja kahvi", False),
        ("🌻🌻", "kukka 🌻🌻 mukana", True),
        ("🌻🌻", "kukka mukana", False),
        ("Å", "Å tulee", True),
        ("Å", "Åbo", False),
    ],
)
def test_a_text_that_names_another_is_left_out_in_whatever_form(
    name: str | None, text: str, named: bool
) -> None:
    assert without_others(text, [_client(name)]) == (None if named else text)


def test_nothing_written_names_nobody() -> None:
    assert without_others(None, [_client("Aino")]) is None
    assert without_others("Ainon vuoro", []) == "Ainon vuoro"


@pytest.mark.parametrize(
    ("typed", "day", "clock"),
    [
        ("to 26.11. klo 10", "2026-11-26", "10:00"),
        ("26.11. 10.00", "2026-11-26", "10:00"),
        ("26.11. 10", "2026-11-26", "10:00"),
        ("to 26.11.2026 klo 9.30", "2026-11-26", "09:30"),
        ("2026-11-26T10:00", "2026-11-26", "10:00"),
        ("2026-11-26 10:00", "2026-11-26", "10:00"),
        ("26. 11. kello 9.05", "2026-11-26", "09:05"),
        ("Thu 26 Nov, at 10:00", "2026-11-26", "10:00"),
        ("26 Nov 2026 10:00", "2026-11-26", "10:00"),
        ("huomenna 9.30", "2026-11-25", "09:30"),
        ("TÄNÄÄN KLO 14", "2026-11-24", "14:00"),
        ("torstaina 10", "2026-11-26", "10:00"),
        ("ti 10", "2026-12-01", "10:00"),  # the next one: a weekday of a plan is never today
        ("29.2. 10", "2028-02-29", "10:00"),
        ("1.1. 0.00", "2027-01-01", "00:00"),
    ],
)
def test_a_day_and_a_time_are_typed_together(typed: str, day: str, clock: str) -> None:
    part, at = split_moment(typed, TODAY, Meaning.PLAN)
    assert (parse_date(part, TODAY, Meaning.PLAN).isoformat(), at.isoformat("minutes")) == (day, clock)


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("26.11.2026", "moment.unreadable"),
        ("10.00", "moment.unreadable"),
        ("", "moment.unreadable"),
        ("24.11. 2026", "moment.unreadable"),
        ("ke 26.11. 10", "moment.weekday"),
        ("26.11. klo 25", "clock.impossible"),
        ("26.11. 10.75", "clock.impossible"),
    ],
)
def test_what_is_no_day_and_time_is_refused(typed: str, refused: str) -> None:
    with pytest.raises(WrongUsage) as refusal:
        split_moment(typed, TODAY, Meaning.PLAN)
    assert refusal.value.key == refused
