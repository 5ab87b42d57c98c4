"""The long lists: who is on them, in which order, with what on their line."""

from pathlib import Path

import pytest

from tests.store.workbooks import TODAY, aino, day, met, opened, plain_home, visited
from valmentaja.desks.lists import NarrowedList, clients_list, clients_roll, employers_list, employers_roll
from valmentaja.desks.runs import run_of_client, run_with_employer, steps_about_client
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.listed import ListedClient
from valmentaja.places import Home
from valmentaja.store.clients import add_client, end_client
from valmentaja.store.contacts import log_client_contact
from valmentaja.store.snoozes import bring_back, put_aside
from valmentaja.store.steps import StepWords, agree_next_step, finish_step
from valmentaja.store.workbook import Workbook


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty workbook."""
    return plain_home(tmp_path / "home")


def the_clients(
    book: Workbook, typed: str, *, ended_too: bool, most: int = 300
) -> NarrowedList[ListedClient]:
    """The list of clients."""
    return clients_list(book, TODAY, clients_roll(book, TODAY, ended_too=ended_too), typed, most)


def agree(book: Workbook, who: Client, text: str, due: int) -> int:
    """A step of the client's."""
    words = StepWords(text, day(due), day(-20))
    return agree_next_step(book, words, about=who.label, client_id=who.id, employer_id=None).id


def test_a_client_stands_with_the_last_reached_contact_and_the_step_due_first(home: Home) -> None:
    with opened(home) as book:
        who = aino(book)
        met(book, who, day=day(-9))
        met(book, who, day=day(-2), way=ClientContactWay.PHONE, reached=False)
        agree(book, who, "myöhempi", 9)
        agree(book, who, "ensin", 3)
        finish_step(book, agree(book, who, "tehty jo", -3), TODAY)
        (line,) = the_clients(book, "", ended_too=False).rows
    assert (line.label, line.phase, line.last_reached_on) == ("Aino Kallio", "engagement", day(-9))
    assert line.next
    assert (line.next.text, line.next.due_on) == ("ensin", day(3))


def test_being_at_an_employers_is_being_reached(home: Home) -> None:
    with opened(home) as book:
        who = aino(book)
        visited(book, client_id=who.id, present=True, day=day(-1))
        (line,) = the_clients(book, "", ended_too=False).rows
    assert line.last_reached_on == day(-1)


def test_who_is_put_aside_is_told_until_brought_back(home: Home) -> None:
    with opened(home) as book:
        who = aino(book)
        put_aside(book, who.id, until=day(7), because="lomalla", today=TODAY)
        (aside,) = the_clients(book, "", ended_too=False).rows
        bring_back(book, who.id, TODAY)
        (back,) = the_clients(book, "", ended_too=False).rows
    assert (aside.put_aside_until, back.put_aside_until) == (day(7), None)


def test_the_ended_are_left_out_unless_asked_for(home: Home) -> None:
    with opened(home) as book:
        end_client(book, aino(book, "Öljy").id, day=TODAY, reason="other", carried_on_by=None)
        add_client(book, name=None, code="B7", start_on=TODAY, phase="profile")
        aino(book, "Åke")
        caseload = the_clients(book, "", ended_too=False)
        everyone = the_clients(book, "", ended_too=True)
    assert [one.label for one in caseload.rows] == ["B7", "Åke"]
    assert [(one.label, one.phase) for one in everyone.rows][-1] == ("Öljy", "ended")


def test_a_list_is_narrowed_by_the_beginnings_of_words_and_has_so_many_rows_at_most(home: Home) -> None:
    with opened(home) as book:
        for name in ("Aino Kallio", "Kalle Aro", "Bertta Salo"):
            aino(book, name)
        found = the_clients(book, "kal a", ended_too=False)
        shown = the_clients(book, "kal", ended_too=False, most=1)
    assert [one.label for one in found.rows] == ["Aino Kallio", "Kalle Aro"]
    assert (len(shown.rows), shown.fitting, shown.more, shown.everyone) == (1, 2, 1, 3)


def test_an_employer_stands_with_the_number_of_contacts_and_the_last_one(home: Home) -> None:
    with opened(home) as book:
        first = visited(book, day=day(-9))
        visited(book, day=day(-2), new_employer=None, employer_id=first.employer_id)
        (line,) = employers_list(book, TODAY, employers_roll(book), "").rows
    assert (line.name, line.contacts, line.last_contact_on, line.next) == ("Lounas-Aitta", 2, day(-2), None)


def test_the_run_of_a_client_holds_both_kinds_of_contacts_newest_first(home: Home) -> None:
    with opened(home) as book:
        who, other = aino(book), aino(book, "Bertta Salo")
        visited(book, client_id=who.id, day=day(-3))
        met(book, who, day=day(-5))
        group = [(who.id, who.label), (other.id, other.label)]
        log_client_contact(book, clients=group, day=day(-1), way=ClientContactWay.IN_PERSON, reached=True)
        run = run_of_client(book, who.id)
        newest = run_of_client(book, who.id, most=2)
    assert [(line.others, line.in_group) for line in run.lines] == [
        ((), True),
        (("Lounas-Aitta",), False),
        ((), False),
    ]
    assert (len(newest.lines), newest.more, run.more) == (2, True, False)


def test_the_run_with_an_employer_names_the_client_it_was_for(home: Home) -> None:
    with opened(home) as book:
        who = aino(book)
        contact = visited(book, client_id=who.id)
        run = run_with_employer(book, contact.employer_id or 0)
    assert [line.others for line in run.lines] == [("Aino Kallio",)]


def test_steps_are_open_by_due_date_and_done_ones_the_latest_first(home: Home) -> None:
    with opened(home) as book:
        who = aino(book)
        first, second = agree(book, who, "a", 1), agree(book, who, "b", 2)
        agree(book, who, "c", 4)
        agree(book, who, "d", 3)
        finish_step(book, second, day(-1))
        finish_step(book, first, TODAY)
        steps = steps_about_client(book, who.id)
    assert [step.text for step in steps.open] == ["d", "c"]
    assert [step.text for step in steps.done] == ["a", "b"]
