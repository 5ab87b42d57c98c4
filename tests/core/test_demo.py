"""The demo shows a believable morning on whatever day, and in whichever language, somebody looks at it."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from valmentaja.content.loader import data_folder
from valmentaja.content.question_sets import SET_IDS, question_set
from valmentaja.desks.clients import client_page
from valmentaja.desks.placements import PlacementLine, placement_line
from valmentaja.desks.questions import QuestionsPage, compared, questions_page
from valmentaja.desks.today import TodayPage, today_page
from valmentaja.documents.leaflet import leaflet
from valmentaja.documents.sheet import as_text
from valmentaja.exchange.demo import make_demo
from valmentaja.model.answer import AnswerState, Whose
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.model.concern import Concern
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.placement import Pay
from valmentaja.model.reason import Band
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.supporter import Supporter
from valmentaja.places import Home
from valmentaja.rules.appointments import overlapping, without_others
from valmentaja.rules.fields import FIELDS, PROFILE
from valmentaja.rules.promises import MEETING_KINDS, State
from valmentaja.rules.questions import Moved
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.store.appointments import all_appointments
from valmentaja.store.checking import counts, refuse_damage
from valmentaja.store.clients import all_clients, clients_on_caseload
from valmentaja.store.details import details_of
from valmentaja.store.employers import employer
from valmentaja.store.groups import all_groups
from valmentaja.store.journal import changes
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.placements import all_placements
from valmentaja.store.service_use import service_use
from valmentaja.store.workbook import Workbook, open_workbook
from valmentaja.texts import Texts, choose_language
from valmentaja.texts.sentences import change_sentence, signal_sentence, signal_why

MONDAY = date(2026, 11, 23)
SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)
NEW_YEAR, LEAP_DAY = date(2027, 1, 1), date(2028, 2, 29)
DAYS = [("fi", MONDAY), ("fi", SATURDAY), ("fi", NEW_YEAR), ("en", SUNDAY), ("en", LEAP_DAY)]


@pytest.fixture(scope="module", params=DAYS, ids=lambda given: f"{given[0]}-{given[1]:%a-%d-%m}")
def morning(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Workbook, Texts, date]]:
    """The demo made on a day, the texts of its language, and the day."""
    language, today = request.param
    home = Home(str(tmp_path_factory.mktemp("demo") / "home"))
    make_demo(home, language, today)
    with open_workbook(home, None, _no_clock) as book:
        yield book, Texts(choose_language(language, {}, None)), today


def _no_clock() -> datetime:
    raise AssertionError("reading the demo asks for no time")


Morning = tuple[Workbook, Texts, date]


def _page(morning: Morning) -> TodayPage:
    book, _, today = morning
    return today_page(book, today)


def test_the_list_shows_every_kind_of_reason_and_every_band(morning: Morning) -> None:
    page = _page(morning)
    assert {signal.kind for row in page.rows for signal in row.signals} == set(KIND_BY_KEY)
    assert {row.band for row in page.rows} == set(Band)
    assert len(page.put_aside) == 1
    assert 5 <= len(page.pressing) <= 17


def test_every_sentence_can_be_said(morning: Morning) -> None:
    book, texts, today = morning
    for row in _page(morning).rows:
        for signal in row.signals:
            assert signal_sentence(texts, signal.reason, signal.band(today), today).strip()
            assert signal_why(texts, signal.reason, today).strip()
    for change in changes(book, most=10_000):
        assert change_sentence(texts, change).strip()


def test_the_workbook_is_sound_and_filled(morning: Morning) -> None:
    book, _, today = morning
    refuse_damage(book)
    held = counts(book)
    assert held["client"] >= 12
    assert held["employer"] >= 28
    assert held["employer_contact"] >= 100
    assert held["client_contact"] >= 60
    assert held["diary_entry"] >= 15
    assert 8 <= len(clients_on_caseload(book, today)) < held["client"]


def test_nothing_has_happened_that_lies_ahead(morning: Morning) -> None:
    book, _, today = morning
    for table in ("employer_contact", "client_contact", "diary_entry"):
        newest = book.row(f"SELECT max(day) FROM {table}")
        assert newest
        assert str(newest[0]) <= today.isoformat()
    assert book.row("SELECT 1 FROM next_step WHERE done_on > ?", (today.isoformat(),)) is None
    assert book.row("SELECT 1 FROM diary_entry WHERE day = ?", (today.isoformat(),)) is None


def test_every_client_is_somebody(morning: Morning) -> None:
    book, _, today = morning
    clients = all_clients(book)
    assert {client.phase for client in clients} == {
        *("engagement", "profile", "job_finding"),
        *("employer_engagement", "on_off_job_support", "ended"),
    }
    for client in clients:
        page = client_page(book, client.id, today)
        assert client.note, client.code
        assert page.phases[0].entered_on == client.start_on
        assert client.start_on > today or page.contacts or page.employer_contacts or page.open_steps, (
            client.code
        )


def test_the_journal_tells_of_the_days_on_which_things_happened(morning: Morning) -> None:
    book, _, today = morning
    days = [change.at.date() for change in changes(book, most=10_000)]
    assert max(days) <= today
    assert (today - min(days)).days > 150


def _lines(morning: Morning) -> list[PlacementLine]:
    book, _, today = morning
    return [placement_line(book, held, today) for held in all_placements(book)]


def test_no_placement_is_dated_wrongly(morning: Morning) -> None:
    book, _, today = morning
    for line in _lines(morning):
        held, told_of = line.placement, line.client.label
        days = [look.day for look in line.looks]
        days += [one.agreed_on for one in line.agreements] + [one.moved_on for one in line.moves]
        assert employer(book, held.employer_id).added_on <= held.recorded_on <= today, told_of
        assert line.client.start_on <= held.recorded_on <= held.start_on, told_of
        assert all(held.recorded_on <= day <= today for day in days), told_of
        assert held.planned_end_on is None or held.start_on < held.planned_end_on, told_of
        assert held.trial_until is None or held.start_on < held.trial_until, told_of
        assert held.ended_on is None or held.start_on < held.ended_on <= today, told_of
        assert not line.client.has_ended(held.start_on), told_of


def test_an_unpaid_trial_says_whose_idea_it_is_and_when_it_is_decided(morning: Morning) -> None:
    unpaid = [line.placement for line in _lines(morning) if line.placement.pay is Pay.UNPAID]
    assert len(unpaid) == 1
    for held in unpaid:
        assert all((held.initiative, held.paid_chance, held.next_aim, held.asked_paid_answer))
        assert held.decide_on
        assert held.planned_end_on
        assert held.decide_on <= held.planned_end_on


def test_each_placement_has_one_open_meeting_while_it_lasts_and_none_after(morning: Morning) -> None:
    _, _, today = morning
    for line in _lines(morning):
        held = [promise for promise in line.promises if promise.is_open and promise.kind in MEETING_KINDS]
        assert len(held) == (0 if line.placement.has_ended(today) else 1), line.client.label


def test_the_run_of_meetings_is_that_of_a_coach_who_mostly_keeps_the_promise(morning: Morning) -> None:
    promises = [promise for line in _lines(morning) for promise in line.promises]
    state = Counter(promise.state for promise in promises)
    assert state[State.MISSED] == 1
    assert 5 <= state[State.KEPT_LATE] <= state[State.KEPT] / 4
    late_by = [(one.done_on - one.due_on).days for one in promises if one.done_on]
    assert max(late_by) <= 10


def test_working_life_is_told_from_the_first_day_to_what_was_carried_onward(morning: Morning) -> None:
    _, _, today = morning
    lines = _lines(morning)
    assert sum(line.placement.has_ended(today) for line in lines) == 1
    assert all(
        line.placement.learned and line.placement.carried_onward for line in lines if line.placement.ended_on
    )
    assert any(line.moves for line in lines)
    assert any(line.supports for line in lines)
    assert any(one.every_days for line in lines for one in line.agreements)
    assert any(one.to_day for line in lines for one in line.agreements)
    assert sum(look.satisfaction is not None for line in lines for look in line.looks) >= 5
    assert any(line.placement.start_on > today for line in lines)


def test_clients_are_told_of_in_their_own_words_with_those_who_stand_around_them(morning: Morning) -> None:
    book, _, today = morning
    clients = all_clients(book)
    assert sum(client.path_tried is not None for client in clients) >= 10
    assert sum(client.stand_in is not None for client in clients_on_caseload(book, today)) >= 10
    assert {column for column in _profile_columns() if any(getattr(one, column) for one in clients)} == set(
        _profile_columns()
    )
    assert len(details_of(book, Supporter, None)) >= 3
    concerns = [one for client in clients for one in details_of(book, Concern, client.id)]
    assert sorted(one.settled_on is not None for one in concerns) == [False, True]
    assert any(not stay.is_main for client in clients for stay in phase_stays(book, client.id))


def _profile_columns() -> list[str]:
    return [field.column for field in PROFILE]


def _asked(morning: Morning) -> dict[str, QuestionsPage]:
    """The question sets of each client with whom one was begun, by the client's code."""
    book, texts, today = morning
    pages = (questions_page(book, texts.language, client.id, today) for client in all_clients(book))
    return {page.client.code: page for page in pages if any(one.rounds for one in page.sets)}


def test_in_a_first_round_most_is_not_known_yet_and_what_was_agreed_about_it_comes_to_the_list(
    morning: Morning,
) -> None:
    _, _, today = morning
    page = _asked(morning)["V15"]
    held = page.set_page("job_search")
    assert len(held.rounds) == 1
    assert held.progress.to_find_out > held.progress.questions / 2
    assert held.progress.not_needed
    days = [one.find_out_on for _, one in page.to_find_out if one.find_out_on]
    assert days[0] == today < days[1] <= today + timedelta(days=4)
    (row,) = (row for row in _page(morning).rows if row.client and row.client.code == "V15")
    assert [one.due_on for one in row.signals if one.kind == "find_out"] == days


def test_nobody_is_late_in_finding_out(morning: Morning) -> None:
    _, _, today = morning
    for page in _asked(morning).values():
        assert all(one.find_out_on is None or one.find_out_on >= today for _, one in page.to_find_out)


def test_a_second_round_tells_what_moved_and_three_tell_their_views(morning: Morning) -> None:
    book, _, _ = morning
    page = _asked(morning)["V3"]
    held = page.set_page("job_search")
    assert len(held.rounds) == 2
    moved = [view.moved for line in compared(book, held, page.client.id) for view in line.views]
    assert {Moved.CHANGED, Moved.SAME, Moved.NOT_ASKED} <= set(moved)
    assert moved.count(Moved.CHANGED) >= 6
    assert {whose for line in held.lines for whose in line.views} == {
        *(Whose.CLIENT, Whose.COACH, Whose.CLOSE),
    }


def test_what_was_found_out_can_still_be_read(morning: Morning) -> None:
    line = _asked(morning)["V8"].line("doing_work.safety_at_workplace")
    assert line.state is AnswerState.ANSWERED
    ((before),) = line.before
    assert before.answer.state is AnswerState.DONT_KNOW
    assert before.answer.find_out_on
    assert before.answer.settled_on


def test_every_set_is_answered_in_every_way_by_somebody_and_by_one_who_has_ended(morning: Morning) -> None:
    _, _, today = morning
    asked = _asked(morning)
    assert len(asked) >= 4
    assert any(page.client.has_ended(today) for page in asked.values())
    lines = [line for page in asked.values() for held in page.sets for line in held.lines]
    assert {one.state for line in lines for one in line.views.values()} == {*AnswerState} - {AnswerState.OPEN}
    assert {whose for line in lines for whose in line.views} == set(Whose)
    assert {line.id.partition(".")[0] for line in lines if line.views} == set(SET_IDS)
    assert {deed.kind for line in lines for deed in line.deeds} == {"next_step", "wish", "client"}


def test_no_answer_is_older_than_its_round(morning: Morning) -> None:
    _, _, today = morning
    for page in _asked(morning).values():
        for held in page.sets:
            began_on = [one.began_on for one in held.rounds]
            assert began_on == sorted(began_on)
            for line in held.lines:
                assert all(began_on[-1] <= one.said_on <= today for one in line.views.values())


def test_no_more_of_a_service_is_used_than_was_bought(morning: Morning) -> None:
    book, _, today = morning
    for client in all_clients(book):
        for period in details_of(book, ServicePeriod, client.id):
            used = service_use(book, client.id, period.from_on, period.until_on or today)
            assert used.minutes > 0, client.label
            assert period.bought_minutes is None or used.minutes <= period.bought_minutes, client.label
            assert period.bought_meetings is None or used.meetings <= period.bought_meetings, client.label


def test_today_has_its_times_in_order_and_no_two_are_at_once(morning: Morning) -> None:
    book, _, today = morning
    booked = all_appointments(book)
    times = [one.at for one in booked if one.day == today and one.outcome is None]
    assert 3 <= len(times) <= 4
    assert times == sorted(times)
    assert all(8 <= at.hour <= 16 for at in times)
    assert all(one.minutes for one in booked)
    assert not [one for one in booked if overlapping(one, booked, dict.fromkeys(ClientContactWay, 45))]


def test_of_one_appointment_that_has_passed_it_is_still_to_be_told_what_came_of_it(morning: Morning) -> None:
    book, _, today = morning
    booked = all_appointments(book)
    assert sum(one.outcome is None and one.day < today for one in booked) == 1
    assert {Outcome.MET, Outcome.MOVED, Outcome.CANCELLED_BY_CLIENT} <= {one.outcome for one in booked}
    assert all(one.booked_on <= one.day for one in booked)


def test_a_booked_time_quiets_a_promised_meeting_and_a_group_never_does(morning: Morning) -> None:
    groups = {one.id for one in _of_groups(morning)}
    quieted = [
        signal.reason.booked.appointment_id
        for row in _page(morning).rows
        for signal in row.signals
        if signal.kind in set(MEETING_KINDS) and signal.reason.booked is not None
    ]
    assert len(quieted) >= 2
    assert not groups & set(quieted)


def test_a_group_is_never_a_promised_meeting_and_names_no_one_in_its_texts(morning: Morning) -> None:
    book, _, today = morning
    clients = {client.id: client for client in all_clients(book)}
    (group,) = all_groups(book)
    assert group.co_led_by
    meetings = _of_groups(morning)
    assert sum(one.outcome is Outcome.MET for one in meetings) == 2
    assert [one.guests is not None for one in meetings if one.day > today] == [True]
    there = {(client_id, one.day) for one in meetings for client_id in one.client_ids}
    for line in _lines(morning):
        assert not [one for one in line.promises if (line.client.id, one.done_on) in there]
    for one in meetings:
        taking_part = [clients[client_id] for client_id in one.client_ids]
        assert without_others(one.about, taking_part) == one.about
        assert without_others(one.guests, taking_part) == one.guests


def _of_groups(morning: Morning) -> list[Appointment]:
    return [one for one in all_appointments(morning[0]) if one.group_id is not None]


def test_the_demo_is_no_heavier_than_eleven_hundred_changes(morning: Morning) -> None:
    book, _, _ = morning
    assert len(changes(book, most=10_000)) < 1_100


_BESIDE_FIELDS = {
    "placement": {"client", "agreed", "move", "support", "change", "look", "agreement", "asked", "ended"},
    "profile": {"client", "on"},
    "wish": {"client", "on"},
    "benefit": {"client", "on", "then"},
    "disclosure": {"client", "on"},
    "supporter": {"client", "on", "contact"},
    "service_period": {"client", "on", "then"},
    "concern": {"client", "on", "then"},
}


_IN_FILES = [
    *(("placements", "placement"), ("profile", "profile"), ("profile", "wish"), ("profile", "benefit")),
    *(("profile", "disclosure"), ("network", "supporter")),
    *(("network", "service_period"), ("network", "concern")),
]


@pytest.mark.parametrize(("file", "name"), _IN_FILES, ids=str)
def test_no_word_goes_unread_and_each_text_is_in_both_languages(file: str, name: str) -> None:
    """A word that is no field would be left out without a sound."""
    told = tomllib.loads(Path(data_folder(), "demo", f"{file}.toml").read_text(encoding="utf-8"))[name]
    known = {field.name for field in FIELDS["client" if name == "profile" else name]} | _BESIDE_FIELDS[name]
    for one in told:
        assert set(one) <= known, one
        _assert_in_both_languages(one)


_OF_ROUND = {"client", "set", "on", "answer"}
_OF_ANSWER = {"to", "whose", "state", "text", "how", "by", "on", "step", "wish", "strength"}


def test_no_word_of_an_answer_goes_unread_and_each_text_is_in_both_languages() -> None:
    told = tomllib.loads(Path(data_folder(), "demo", "questions.toml").read_text(encoding="utf-8"))
    assert set(told) == {"round"}
    for one in told["round"]:
        assert set(one) <= _OF_ROUND, one
        asked = {question.id for question in question_set(one["set"], "fi").questions}
        for answer in one["answer"]:
            assert set(answer) <= _OF_ANSWER, answer
            assert answer["to"] in asked
            _assert_in_both_languages({name: answer[name] for name in answer.keys() - {"step", "wish"}})
            for name in answer.keys() & {"step", "wish"}:
                assert set(answer[name]["text"]) == {"fi", "en"}


def _assert_in_both_languages(told: Mapping[str, object]) -> None:
    for value in told.values():
        if isinstance(value, dict):
            assert set(value) == {"fi", "en"}, told
            assert all(str(text).strip() for text in value.values()), told
        if isinstance(value, list):
            for one in value:
                if isinstance(one, dict):
                    _assert_in_both_languages(one)


def test_the_service_is_described_for_an_employer_in_the_language_of_the_demo(morning: Morning) -> None:
    book, texts, today = morning
    told = as_text(leaflet(book, texts, today))
    assert {"fi": "Palvelu ei maksa", "en": "The service costs the employer nothing"}[texts.language] in told
    assert len(told.split("\n\n")) == 6  # the title and five paragraphs
