"""Placements as the workbook keeps them: agreed, moved, ended, looked at, agreed anew; each can be undone."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.store.lives import an_employer, at_work
from tests.store.workbooks import TODAY, aino, day, everything, met, refusal, the_field, visited
from valmentaja.desks.placements import Outlook, if_agreed, if_moved, placement_line, thought_of
from valmentaja.errors import CannotBeMet
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.placement_look import Look, PlacementLook
from valmentaja.model.re_agreement import ReAgreement
from valmentaja.model.work_support import SupportKind, WorkSupport
from valmentaja.rules.fields import FIELDS
from valmentaja.rules.follow_along import plan
from valmentaja.store.caseload import client_facts
from valmentaja.store.details import Given, details_of, remove_detail
from valmentaja.store.editing import change_field
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.placements import (
    add_placement,
    add_support,
    agree_meetings,
    all_placements,
    ask_about_paid_work,
    end_placement,
    look_at,
    move_start,
    open_promise,
    placement,
    placements_at,
    placements_of,
)
from valmentaja.store.workbook import Workbook
from valmentaja.store.works import has_open_placement, work_of


def ended(book: Workbook, work: Placement, on: date = TODAY) -> Placement:
    return end_placement(book, work.id, day=on, reason="kausi loppui", heard_on=TODAY)


def test_what_is_told_of_a_placement_is_kept(book: Workbook) -> None:
    who, at = aino(book), an_employer(book)
    kept = at_work(
        book,
        who,
        employer_id=at,
        start_on=date(2028, 2, 29),
        planned_end_on=date(2028, 12, 31),
        job="leipuri",
        weekly_minutes=1_215,
        pay=Pay.SUBSIDISED,
        trial_until=date(2028, 5, 31),
    )
    assert kept == placement(book, kept.id)
    assert (kept.client_id, kept.employer_id, kept.recorded_on) == (who.id, at, TODAY)
    assert (kept.start_on, kept.planned_end_on) == (date(2028, 2, 29), date(2028, 12, 31))
    assert (kept.job, kept.weekly_minutes, kept.pay) == ("leipuri", 1_215, Pay.SUBSIDISED)
    assert (kept.contract, kept.note, kept.ended_on) == (None, None, None)


def test_the_latest_start_comes_first(book: Workbook) -> None:
    who, other = aino(book), aino(book, "Eero")
    first, second = at_work(book, who), at_work(book, who, start_on=day(5))
    theirs = at_work(book, other, start_on=day(-5))
    assert [one.id for one in placements_of(book, who.id)] == [second.id, first.id]
    assert [one.id for one in all_placements(book)] == [second.id, theirs.id, first.id]


def test_work_may_begin_and_end_on_one_day_but_not_end_before(book: Workbook) -> None:
    who, at = aino(book), an_employer(book)
    before = everything(book)
    backwards = refusal(lambda: at_work(book, who, employer_id=at, planned_end_on=day(-21)))
    assert (backwards, everything(book)) == ("placement.ends_before_start", before)
    assert at_work(book, who, planned_end_on=day(-20)).planned_end_on == day(-20)


def test_a_start_moves_and_the_earlier_day_and_the_reason_stay(book: Workbook) -> None:
    work = at_work(book, aino(book), start_on=day(7))
    move_start(book, work.id, to_day=day(14), because="kone puuttuu", today=TODAY)
    move_start(book, work.id, to_day=day(10), because="kone tuli", today=day(1))
    moves = work_of(book, placement(book, work.id), TODAY).moves
    assert [(one.from_day, one.to_day, one.because, one.moved_on) for one in moves] == [
        (day(7), day(14), "kone puuttuu", TODAY),
        (day(14), day(10), "kone tuli", day(1)),
    ]
    assert placement(book, work.id).start_on == day(10)


def test_a_start_moved_there_and_back_leaves_the_plan_as_it_was(book: Workbook) -> None:
    work = at_work(book, aino(book), start_on=day(3))
    before = plan(work_of(book, work, TODAY), TODAY)
    for to_day in (day(40), day(3)):
        move_start(book, work.id, to_day=to_day, because="siirto", today=TODAY)
    assert plan(work_of(book, placement(book, work.id), TODAY), TODAY) == before


def test_a_start_does_not_move_past_the_agreed_end(book: Workbook) -> None:
    work = at_work(book, aino(book), planned_end_on=day(10))
    before = everything(book)
    move = move_start
    assert refusal(lambda: move(book, work.id, to_day=day(11), because="x", today=TODAY)) == (
        "placement.ends_before_start"
    )
    assert everything(book) == before
    assert move(book, work.id, to_day=day(10), because="x", today=TODAY).start_on == day(10)


def test_a_move_and_an_ending_need_their_reasons(book: Workbook) -> None:
    work = at_work(book, aino(book))
    before = everything(book)
    for act in (
        lambda: move_start(book, work.id, to_day=day(3), because=" ", today=TODAY),
        lambda: end_placement(book, work.id, day=TODAY, reason=" ", heard_on=TODAY),
        lambda: agree_meetings(book, work.id, today=TODAY, because="", every_days=14),
    ):
        with pytest.raises(CannotBeMet):
            act()
    assert everything(book) == before


def test_an_ending_keeps_what_was_learned_and_what_is_carried_onward(book: Workbook) -> None:
    work = at_work(book, aino(book))
    over = end_placement(
        book,
        work.id,
        day=day(-2),
        reason="kausi loppui",
        heard_on=TODAY,
        learned="iltavuoro väsyttää",
        carried_onward="hygieniapassi",
    )
    assert (over.ended_on, over.heard_on, over.end_reason) == (day(-2), TODAY, "kausi loppui")
    assert (over.learned, over.carried_onward) == ("iltavuoro väsyttää", "hygieniapassi")


def test_what_has_ended_neither_ends_again_nor_moves_nor_has_meetings(book: Workbook) -> None:
    work = at_work(book, aino(book))
    ended(book, work)
    before = everything(book)
    refusals = {
        refusal(lambda: ended(book, work)),
        refusal(lambda: move_start(book, work.id, to_day=day(3), because="x", today=TODAY)),
        refusal(lambda: agree_meetings(book, work.id, today=TODAY, because="x", every_days=14)),
    }
    assert refusals == {"placement.ended"}
    assert everything(book) == before


def test_until_a_known_last_day_meetings_can_be_agreed_on(book: Workbook) -> None:
    work = at_work(book, aino(book))
    ended(book, work, on=day(20))
    assert agree_meetings(book, work.id, today=TODAY, because="kiire", every_days=14).every_days == 14


def test_work_that_never_began_ends_before_its_start(book: Workbook) -> None:
    work = at_work(book, aino(book), start_on=day(7))
    over = ended(book, work)
    assert over.ended_on == TODAY < over.start_on
    assert [one.state.value for one in plan(work_of(book, over, TODAY), TODAY) if one.is_open] == ["open"]


def test_one_meeting_moves_or_the_rhythm_changes(book: Workbook) -> None:
    who = aino(book)
    work = at_work(book, who)
    met(book, who, day=day(-16))
    agree_meetings(book, work.id, today=TODAY, because="vuorot", to_day=day(4))
    promise = open_promise(book, work.id, TODAY)
    assert promise is not None
    assert (promise.due_on, promise.is_agreed) == (day(4), True)
    agree_meetings(book, work.id, today=TODAY, because="sujuu", every_days=21, way="phone")
    promise = open_promise(book, work.id, TODAY)
    assert promise is not None
    assert (promise.due_on, promise.interval_days, promise.way) == (day(21), 21, "phone")


def test_a_meeting_moves_neither_behind_nor_past_the_start_nor_where_none_is_open(book: Workbook) -> None:
    who = aino(book)
    work, ahead = at_work(book, who), at_work(book, who, start_on=day(3))
    over = at_work(book, who, start_on=day(-90))
    ended(book, over)
    before = everything(book)

    def moved(to: Placement, to_day: date) -> str:
        return refusal(lambda: agree_meetings(book, to.id, today=TODAY, because="x", to_day=to_day))

    assert moved(work, day(-1)) == "placement.moved_behind"
    assert moved(ahead, day(3)) == "placement.moved_past_start"
    assert moved(over, day(3)) == "placement.ended"
    assert everything(book) == before
    assert moved(ahead, day(2)) == "nothing"


def test_a_look_keeps_its_answers_and_what_is_not_known_stays_so(book: Workbook) -> None:
    work = at_work(book, aino(book))
    look_at(
        book, work.id, Look.RETENTION_3M, TODAY, {"same_job": True, "same_hours": False, "wishes": "lisää"}
    )
    (kept,) = details_of(book, PlacementLook, work.id)
    assert (kept.kind, kept.day) == (Look.RETENTION_3M, TODAY)
    assert (kept.same_job, kept.same_hours, kept.is_permanent, kept.wishes) == (True, False, None, "lisää")


def test_supports_are_kept_with_their_decisions(book: Workbook) -> None:
    work = at_work(book, aino(book))
    add_support(book, work.id, SupportKind.WAGE_SUBSIDY, {"applied_on": day(-9), "from_on": day(1)})
    (kept,) = details_of(book, WorkSupport, work.id)
    assert (kept.applied_on, kept.is_undecided) == (day(-9), True)
    change_field(book, "work_support", kept.id, the_field("work_support", "decision"), "granted")
    assert not details_of(book, WorkSupport, work.id)[0].is_undecided
    backwards = {"from_on": day(2), "until_on": day(1)}
    assert refusal(lambda: add_support(book, work.id, SupportKind.AID, backwards)) == (
        "work_support.ends_before_start"
    )


def test_the_answer_about_paid_work_is_kept_in_the_clients_words(book: Workbook) -> None:
    work = at_work(book, aino(book), pay=Pay.UNPAID)
    asked = ask_about_paid_work(book, work.id, day=TODAY, answer="ehkä keväällä")
    assert (asked.asked_paid_on, asked.asked_paid_answer) == (TODAY, "ehkä keväällä")
    job = at_work(book, aino(book, "Eero"))
    assert refusal(lambda: ask_about_paid_work(book, job.id, day=TODAY, answer="kyllä")) == (
        "placement.is_paid"
    )


ACTS: dict[str, Callable[[Workbook, Placement], object]] = {
    "placement_moved": lambda book, work: move_start(book, work.id, to_day=day(3), because="x", today=TODAY),
    "placement_ended": ended,
    "placement_looked_at": lambda book, work: look_at(
        book, work.id, Look.TRIAL_ENDS, TODAY, {"note": "jatkuu"}
    ),
    "meetings_agreed": lambda book, work: agree_meetings(
        book, work.id, today=TODAY, because="x", every_days=9
    ),
    "work_support_added": lambda book, work: add_support(
        book, work.id, SupportKind.AID, {"note": "pyörätuoli"}
    ),
    "paid_work_asked": lambda book, work: ask_about_paid_work(book, work.id, day=TODAY, answer="kyllä"),
    "placement_removed": lambda book, work: remove_detail(book, "placement", work.id, about="Aino"),
    "placement_added": lambda book, work: add_placement(
        book,
        work.client_id,
        {"employer_id": work.employer_id, "start_on": day(9), "pay": "paid"},
        today=TODAY,
    ),
}


@pytest.mark.parametrize("what", ACTS)
def test_each_act_is_one_change_that_is_undone_and_done_again_whole(book: Workbook, what: str) -> None:
    work = at_work(book, aino(book), pay=Pay.UNPAID)
    look_at(book, work.id, Look.UNPAID_DECISION, TODAY, {})
    before, so_far = everything(book), len(changes(book))
    ACTS[what](book, work)
    after = everything(book)
    assert (changes(book)[0].what, len(changes(book))) == (what, so_far + 1)
    assert after != before
    undo(book)
    assert _records(everything(book)) == _records(before)
    redo(book)
    assert _records(everything(book)) == _records(after)


def _records(tables: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """Without the numbers that are given once, and stay given."""
    return {name: rows for name, rows in tables.items() if name != "record"}


def test_a_record_of_another_kind_is_no_placement(book: Workbook) -> None:
    who = aino(book)
    assert refusal(lambda: placement(book, who.id)) == "record.unknown"
    assert refusal(lambda: placement(book, 404)) == "record.unknown"
    assert (
        refusal(lambda: end_placement(book, who.id, day=TODAY, reason="x", heard_on=TODAY))
        == "record.unknown"
    )


def test_new_hours_or_pay_are_remembered_by_the_day_they_were_said(book: Workbook) -> None:
    work = at_work(book, aino(book), weekly_minutes=600)
    hours, job = the_field("placement", "hours"), the_field("placement", "job")
    change_field(book, "placement", work.id, job, "kokki", today=day(1))
    change_field(book, "placement", work.id, hours, 600, today=day(1))
    assert placement(book, work.id).terms_changed_on is None
    change_field(book, "placement", work.id, hours, 900, today=day(2))
    assert placement(book, work.id).terms_changed_on == day(2)
    change_field(book, "placement", work.id, the_field("placement", "pay"), "subsidised", today=day(3))
    assert placement(book, work.id).terms_changed_on == day(3)


def test_an_edited_placement_does_not_end_before_it_begins(book: Workbook) -> None:
    work = at_work(book, aino(book), planned_end_on=day(5))
    for name, value in (("start", day(6)), ("end", day(-21))):
        with pytest.raises(CannotBeMet, match=r"^placement\.ends_before_start$"):
            change_field(book, "placement", work.id, the_field("placement", name), value.isoformat())


@pytest.mark.parametrize(
    ("made", "name", "value"),
    [("to_day", "to", None), ("to_day", "every_days", 7), ("every_days", "to", "2026-12-01")],
)
def test_an_agreement_is_about_one_meeting_or_about_the_rhythm(
    book: Workbook, made: str, name: str, value: int | str | None
) -> None:
    work = at_work(book, aino(book))
    one = {"to_day": day(3)} if made == "to_day" else {"every_days": 14}
    agreement = agree_meetings(book, work.id, today=TODAY, because="x", **one)
    field = the_field("re_agreement", name)
    assert refusal(lambda: change_field(book, "re_agreement", agreement.id, field, value)) == (
        "agreement.to_or_every"
    )
    assert details_of(book, ReAgreement, work.id) == (agreement,)


def test_triage_sees_the_placements_of_those_it_is_about_and_no_others(book: Workbook) -> None:
    who, other = aino(book), aino(book, "Eero")
    work = at_work(book, who)
    met(book, who, day=day(-16))
    visited(book, day=day(-4), employer="Muu yritys")
    first, second = client_facts(book, TODAY)
    assert (first.client.id, second.client.id) == (who.id, other.id)
    assert (first.works, second.works) == ((work_of(book, work, TODAY),), ())
    assert [one.day for one in first.works[0].reached] == [day(-16)]
    assert first.workplace_meetings == {}


def test_every_column_of_a_placement_that_a_coach_may_change_has_a_field() -> None:
    by_rule = {"id", "revision", "client_id", "recorded_on", "terms_changed_on"}
    columns = set(Placement.__dataclass_fields__)
    assert {field.column for field in FIELDS["placement"]} == columns - by_rule


def test_a_new_employer_comes_and_goes_with_the_placement(book: Workbook) -> None:
    who = aino(book)
    kept = add_placement(
        book, who.id, {"start_on": TODAY, "pay": Pay.PAID}, today=TODAY, new_employer=" Kahvila Kulma "
    )
    assert placement_line(book, kept, TODAY).employer.name == "Kahvila Kulma"
    assert placements_at(book, kept.employer_id) == (kept,)
    assert changes(book)[0].parameters["employer"] == "Kahvila Kulma"
    undo(book)
    assert placements_of(book, who.id) == ()
    assert book.rows("SELECT 1 FROM employer") == []
    redo(book)
    assert placement_line(book, kept.id, TODAY).employer.name == "Kahvila Kulma"


def test_only_work_that_nobody_has_ended_can_be_agreed_on(book: Workbook) -> None:
    who = aino(book)
    assert not has_open_placement(book, who.id)
    kept = at_work(book, who)
    assert has_open_placement(book, who.id)
    ended(book, kept)
    assert not has_open_placement(book, who.id)


def test_what_is_foretold_of_a_placement_comes_about_when_it_is_recorded(book: Workbook) -> None:
    who = aino(book)
    told: dict[str, Given] = {"start_on": day(6), "pay": Pay.SUBSIDISED}
    foretold = thought_of(book, who.id, told, TODAY)
    kept = at_work(book, who, **told)
    assert foretold == _outlook(book, kept.id)

    foretold = if_moved(book, placement_line(book, kept.id, TODAY), day(20), TODAY)
    move_start(book, kept.id, to_day=day(20), because="loma", today=TODAY)
    assert foretold == _outlook(book, kept.id)

    line = placement_line(book, kept.id, TODAY)
    agreed = agree_meetings(book, kept.id, today=TODAY, because="matka", to_day=day(17))
    assert if_agreed(book, line, agreed, TODAY) == _outlook(book, kept.id)


def _outlook(book: Workbook, placement_id: int) -> Outlook:
    line = placement_line(book, placement_id, TODAY)
    return Outlook(line.promises, line.remarks)


def test_an_unpaid_period_that_has_begun_is_never_made_into_a_job(book: Workbook) -> None:
    period = at_work(book, aino(book), pay=Pay.UNPAID)
    pay = the_field("placement", "pay")
    assert refusal(lambda: change_field(book, "placement", period.id, pay, Pay.PAID)) == (
        "placement.period_is_no_job"
    )


def test_one_that_is_still_ahead_may_be_paid_from_its_first_day(book: Workbook) -> None:
    period = at_work(book, aino(book), pay=Pay.UNPAID, start_on=day(10))
    change_field(book, "placement", period.id, the_field("placement", "pay"), Pay.PAID)
    assert details_of(book, Placement, period.client_id)[0].is_job
