"""The coach's leave and own steps in the workbook: kept, found, undone; what lies ahead, and what falls in a leave."""

from datetime import date, time
from pathlib import Path

import pytest

from tests.store.lives import at_work
from tests.store.workbooks import TODAY, Clock, aino, day, met, opened, refusal
from valmentaja.desks.ahead import ahead_page
from valmentaja.desks.leave import leave_page, leaves
from valmentaja.desks.today import today_page
from valmentaja.desks.week import week_page
from valmentaja.errors import CannotBeMet
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.leave import Leave, LeaveKind
from valmentaja.model.reason import Band
from valmentaja.model.week import Week
from valmentaja.places import Home
from valmentaja.rules.fields import field_named
from valmentaja.rules.triage import About
from valmentaja.store import migrations
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.details import Given, add_detail, detail_with, remove_detail
from valmentaja.store.editing import change_field
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.leaves import leaves_around, leaves_between, look_at_leave
from valmentaja.store.locks import make_home
from valmentaja.store.steps import StepWords, agree_next_step, finish_step, next_step, plan_own_step
from valmentaja.store.workbook import Workbook


def planned(book: Workbook, first: date, last: date, **told: Given) -> int:
    values: dict[str, Given] = {"from_on": first, "until_on": last, "planned_on": TODAY, **told}
    return add_detail(book, "leave", owner_id=None, about="", values=values)


def book_time(book: Workbook, client_id: int, on: date) -> int:
    words = AppointmentWords(
        day=on, at=time(10), way=ClientContactWay.IN_PERSON, client_ids=(client_id,), booked_on=TODAY
    )
    return book_appointment(book, words).id


def own_step(book: Workbook, text: str = "varaa työnohjaus", due_on: date = TODAY) -> int:
    return plan_own_step(book, StepWords(text, due_on, TODAY)).id


def hits(book: Workbook, word: str) -> int:
    return len(book.rows("SELECT rowid FROM search WHERE search MATCH ?", (word,)))


# Own steps


def test_an_own_step_is_about_nobody_and_on_the_list(book: Workbook) -> None:
    step_id = own_step(book)
    step = next_step(book, step_id)
    assert (step.client_id, step.employer_id, step.text) == (None, None, "varaa työnohjaus")
    (row,) = today_page(book, TODAY).rows
    assert (row.about, row.id, row.band) == (About.SELF, step_id, Band.TODAY)


def test_an_own_step_is_found_done_and_undone(book: Workbook) -> None:
    step_id = own_step(book)
    assert hits(book, "työnohjaus") == 1
    finish_step(book, step_id, TODAY)
    assert today_page(book, TODAY).rows == ()
    undo(book)
    assert len(today_page(book, TODAY).rows) == 1
    undo(book)
    assert (hits(book, "työnohjaus"), today_page(book, TODAY).rows) == (0, ())
    redo(book)
    assert hits(book, "työnohjaus") == 1


# Leave


def test_a_leave_is_kept_as_it_was_planned(book: Workbook) -> None:
    leave_id = planned(book, day(7), day(20), kind=LeaveKind.HOLIDAY, stand_in="Kaisa", note="mökillä")
    held = detail_with(book, Leave, leave_id)
    assert held == Leave(
        leave_id, changes(book)[0].id, day(7), day(20), LeaveKind.HOLIDAY, "Kaisa", "mökillä", TODAY, None
    )
    assert leaves(book) == (held,)
    assert hits(book, "mökillä") == 1


def test_a_leave_cannot_end_before_it_begins(book: Workbook) -> None:
    assert refusal(lambda: planned(book, day(7), day(6))) == "leave.ends_before_start"
    assert changes(book) == ()
    leave_id = planned(book, day(7), day(7))
    until = field_named("leave", "until")
    assert until is not None
    with pytest.raises(CannotBeMet, match=r"^leave\.ends_before_start$"):
        change_field(book, "leave", leave_id, until, day(6).isoformat())


def test_a_leave_that_is_moved_is_to_be_looked_through_again(book: Workbook) -> None:
    leave_id = planned(book, day(3), day(9))
    for name, moved in (("stand_in", "Kaisa"), ("until", day(12).isoformat())):
        look_at_leave(book, leave_id, TODAY)
        field = field_named("leave", name)
        assert field is not None
        change_field(book, "leave", leave_id, field, moved)
        looked_on = detail_with(book, Leave, leave_id).looked_on
        assert looked_on == (TODAY if name == "stand_in" else None)


def test_planning_looking_and_removing_are_undone_one_by_one(book: Workbook) -> None:
    leave_id = planned(book, day(3), day(9))
    look_at_leave(book, leave_id, TODAY)
    remove_detail(book, "leave", leave_id, about="")
    assert [change.what for change in changes(book)] == ["leave_removed", "leave_looked_at", "leave_added"]
    assert {change.parameters["day"] for change in changes(book)} == {day(3).isoformat()}
    undo(book)
    assert detail_with(book, Leave, leave_id).looked_on == TODAY
    undo(book)
    assert detail_with(book, Leave, leave_id).looked_on is None
    undo(book)
    assert leaves(book) == ()


def test_the_list_minds_a_leave_until_a_week_after_it(book: Workbook) -> None:
    planned(book, day(-20), day(-7))
    planned(book, day(-30), day(-8))
    planned(book, day(60), day(70))
    assert [one.until_on for one in leaves_around(book, TODAY)] == [day(-7), day(70)]
    assert leaves_around(book, day(-1)) == ()  # it was not planned yet
    assert [one.from_on for one in leaves_between(book, day(-8), day(-8))] == [day(-30), day(-20)]


def test_a_leave_ahead_asks_to_be_looked_through(book: Workbook) -> None:
    leave_id = planned(book, day(5), day(9))
    (row,) = today_page(book, TODAY).rows
    assert (row.about, row.id, row.band) == (About.SELF, leave_id, Band.SOON)
    look_at_leave(book, leave_id, TODAY)
    assert today_page(book, TODAY).rows == ()


def test_the_page_says_that_the_coach_is_away_or_back(book: Workbook) -> None:
    planned(book, day(-9), day(-1))
    page = today_page(book, TODAY)
    assert (page.away, page.back_from and page.back_from.until_on) == (None, day(-1))
    planned(book, TODAY, day(1))
    page = today_page(book, TODAY)
    assert (page.away and page.away.until_on, page.back_from) == (day(1), None)


def test_the_working_days_of_leave_stand_in_the_weeks_tally(book: Workbook) -> None:
    planned(book, day(2), day(8))  # from Thursday over the weekend
    assert week_page(book, Week.of(TODAY), TODAY, "fi").leave_days == 2
    assert week_page(book, Week.of(day(7)), TODAY, "fi").leave_days == 3
    assert week_page(book, Week.of(day(14)), TODAY, "fi").leave_days == 0


# What falls in a leave


def test_what_falls_due_in_a_leave_is_told_by_person(book: Workbook) -> None:
    who, other = aino(book), aino(book, "Leila")
    for one in (who, other):
        met(book, one)
    leave_id = planned(book, day(10), day(20), stand_in="Kaisa")
    page = leave_page(book, leave_id, TODAY)
    assert [one.row.client and one.row.client.id for one in page.touched] == [who.id, other.id]
    assert [(one.signal.kind, one.day, one.again) for one in page.touched[0].falls_in] == [
        ("no_contact", day(14), False)
    ]
    assert page.touched[0].stand_in == "Kaisa"
    assert (page.untouched, page.without_stand_in) == (0, 0)


def test_what_comes_round_again_is_told_by_its_next_time(book: Workbook) -> None:
    who = aino(book)
    at_work(book, who, start_on=day(-10))
    met(book, who)
    leave_id = planned(book, day(8), day(16))
    (touched,) = leave_page(book, leave_id, TODAY).touched
    weekly = next(one for one in touched.falls_in if one.signal.kind == "weekly")
    assert (weekly.signal.due_on, weekly.day, weekly.again) == (day(7), day(14), True)


def test_a_time_booked_in_the_leave_is_told(book: Workbook) -> None:
    who = aino(book)
    met(book, who)
    booked = book_time(book, who.id, day(5))
    leave_id = planned(book, day(5), day(6))
    (touched,) = leave_page(book, leave_id, TODAY).touched
    assert [line.appointment.id for line in touched.times] == [booked]
    assert touched.stand_in is None
    assert leave_page(book, leave_id, TODAY).without_stand_in == 1


def test_those_whom_it_does_not_touch_are_counted(book: Workbook) -> None:
    met(book, aino(book))
    page = leave_page(book, planned(book, day(2), day(3)), TODAY)
    assert (page.touched, page.untouched) == ((), 1)


# What lies ahead


def test_the_days_ahead_tell_what_is_booked_and_what_falls_due(book: Workbook) -> None:
    who = aino(book)
    met(book, who)
    booked = book_time(book, who.id, day(3))
    step_id = own_step(book, due_on=day(2))
    planned(book, day(4), day(5), looked_on=TODAY)
    page = ahead_page(book, TODAY, "fi")
    assert [one.day for one in page.days] == [day(n) for n in range(1, 8)]
    assert [line.appointment.id for line in page.days[2].times] == [booked]
    assert [(one.row.about, one.signal.record_id) for one in page.days[1].due] == [(About.SELF, step_id)]
    assert [one.is_leave for one in page.days] == [False, False, False, True, True, False, False]
    assert [one.is_empty for one in page.days] == [True, False, False, True, True, True, True]


def test_what_a_booked_time_will_meet_does_not_fall_due(book: Workbook) -> None:
    who = aino(book)
    met(book, who, day=day(-11))
    book_time(book, who.id, day(2))
    assert not any(one.due for one in ahead_page(book, TODAY, "fi").days)


def test_a_later_week_and_its_holidays_can_be_looked_at(book: Workbook) -> None:
    page = ahead_page(book, TODAY, "fi", weeks_on=1)
    assert (page.first, page.days[-1].day) == (day(8), day(14))
    assert page.days[4].holiday is not None
    assert page.days[4].holiday.name == "Itsenäisyyspäivä"


def test_how_many_wait_already_is_told(book: Workbook) -> None:
    aino(book)
    own_step(book)
    assert ahead_page(book, TODAY, "fi").waiting == 2


def test_the_steps_of_an_older_workbook_are_there_in_the_new_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(str(tmp_path / "older"))
    with monkeypatch.context() as before:
        before.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:3])
        make_home(home, None, Clock())
        with opened(home) as book:
            who = aino(book)
            words = StepWords("soitetaan kahvilaan", day(-1), day(-5))
            step = agree_next_step(book, words, about="Aino", client_id=who.id, employer_id=None)
    with opened(home) as book:
        migrations.migrate(book.connection)
        assert next_step(book, step.id) == step
        assert hits(book, "kahvilaan") == 1
        finish_step(book, step.id, TODAY)
        undo(book)
        assert next_step(book, step.id) == step
        assert own_step(book) > step.id
