"""What a coach cannot record, whoever asks: the commands or the screens."""

from datetime import date, timedelta

import pytest

from tests.core.caseload import client
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.rules.refusals import (
    refuse_ahead,
    refuse_ended,
    refuse_minutes,
    refuse_missing_successor,
    refuse_nobody_met,
    refuse_not_ahead,
    refuse_step_about_nobody,
    refuse_unreminded_step,
)

TODAY = date(2026, 11, 24)
TOMORROW = TODAY + timedelta(days=1)


def test_what_happened_today_or_earlier_is_recorded_and_what_is_ahead_is_not() -> None:
    refuse_ahead(TODAY, TODAY)
    refuse_ahead(TODAY - timedelta(days=400), TODAY)
    with pytest.raises(CannotBeMet, match=r"^date\.ahead$") as refusal:
        refuse_ahead(TOMORROW, TODAY)
    assert refusal.value.parameters == {"day": TOMORROW}


def test_a_client_is_put_aside_until_a_day_to_come() -> None:
    refuse_not_ahead(TOMORROW, TODAY)
    for until in (TODAY, TODAY - timedelta(days=1)):
        with pytest.raises(CannotBeMet, match=r"^snooze\.not_ahead$") as refusal:
            refuse_not_ahead(until, TODAY)
        assert refusal.value.parameters == {"day": until}


def test_a_client_is_put_aside_until_the_day_the_coaching_ends() -> None:
    refuse_ended(client(1), TODAY)
    refuse_ended(client(1, ended_on=TOMORROW), TODAY)
    with pytest.raises(CannotBeMet, match=r"^client\.ended$"):
        refuse_ended(client(1, ended_on=TODAY), TODAY)


@pytest.mark.parametrize("carried_on_by", [None, "", "  "])
def test_where_the_service_ends_first_somebody_carries_on(carried_on_by: str | None) -> None:
    refuse_missing_successor("Service ended", needs_successor=True, carried_on_by="City of Turku")
    refuse_missing_successor("Found work", needs_successor=False, carried_on_by=carried_on_by)
    with pytest.raises(CannotBeMet, match=r"^client\.needs_successor$") as refusal:
        refuse_missing_successor("Service ended", needs_successor=True, carried_on_by=carried_on_by)
    assert refusal.value.parameters == {"reason": "Service ended"}


def test_a_next_step_is_about_somebody() -> None:
    refuse_step_about_nobody(with_client=True, with_employer=False)
    refuse_step_about_nobody(with_client=False, with_employer=True)
    with pytest.raises(WrongUsage, match=r"^log\.next_about_nobody$"):
        refuse_step_about_nobody(with_client=False, with_employer=False)


def test_a_step_that_nobody_would_be_reminded_of_is_not_agreed() -> None:
    ended = client(1, ended_on=TODAY)
    refuse_unreminded_step(None, TODAY, with_employer=True)
    refuse_unreminded_step(client(1), TODAY, with_employer=False)
    refuse_unreminded_step(ended, TODAY, with_employer=True)  # the employer is on the list with it
    with pytest.raises(CannotBeMet, match=r"^client\.ended$"):
        refuse_unreminded_step(ended, TODAY, with_employer=False)


@pytest.mark.parametrize("minutes", [None, 0, 1, 1440])
def test_a_contact_takes_up_to_a_day_or_its_length_is_not_known(minutes: int | None) -> None:
    refuse_minutes(minutes)


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_a_contact_of_a_length_that_no_day_has_is_refused(minutes: int) -> None:
    with pytest.raises(CannotBeMet, match=r"^contact\.minutes$"):
        refuse_minutes(minutes)


def test_a_contact_with_clients_is_with_one_at_least() -> None:
    refuse_nobody_met([1])
    with pytest.raises(CannotBeMet, match=r"^contact\.nobody$"):
        refuse_nobody_met([])
