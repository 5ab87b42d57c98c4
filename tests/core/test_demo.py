"""The demo shows a believable morning on whatever day, and in whichever language, somebody looks at it."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from valmentaja.desks.clients import client_page
from valmentaja.desks.today import TodayPage, today_page
from valmentaja.exchange.demo import make_demo
from valmentaja.model.reason import Band
from valmentaja.places import Home
from valmentaja.rules.signals import KIND_BY_KEY
from valmentaja.store.checking import counts, refuse_damage
from valmentaja.store.clients import all_clients, clients_on_caseload
from valmentaja.store.journal import changes
from valmentaja.store.workbook import Workbook, open_workbook
from valmentaja.texts import Texts, choose_language
from valmentaja.texts.sentences import change_sentence, signal_sentence, signal_why

MONDAY = date(2026, 11, 23)
SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)
NEW_YEAR = date(2027, 1, 1)
DAYS = [("fi", MONDAY), ("fi", SATURDAY), ("fi", NEW_YEAR), ("en", SUNDAY)]


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
    assert 5 <= len(page.pressing) <= 14


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
