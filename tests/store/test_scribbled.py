"""A scribbled line as the workbook understands it: known employers and clients, words of both languages."""

from datetime import date

from tests.store.workbooks import TODAY, aino, day, visited
from valmentaja.desks.employer_meant import KnownEmployer, NewEmployer, UnclearEmployer
from valmentaja.desks.scribbled import pasted_lines, understood_line
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.store.clients import end_client
from valmentaja.store.workbook import Workbook

LINE = "Lounas-Aitta, Liisa, tapaaminen 30 min, Aino, seuraava pe koekeittiö"


def test_the_line_of_the_sketch_is_understood(book: Workbook) -> None:
    who = aino(book)
    visited(book, "Lounas-Aitta")
    found = understood_line(book, LINE, TODAY)
    assert isinstance(found.employer, KnownEmployer)
    assert found.client == who
    assert (found.said.who, found.said.way, found.said.minutes) == ("Liisa", EmployerContactWay.MEETING, 30)
    assert (found.said.next_text, found.said.next_on) == ("koekeittiö", date(2026, 11, 27))
    assert found.unfinished == ()


def test_an_unknown_employer_is_a_new_one_and_a_likeness_is_asked_about(book: Workbook) -> None:
    visited(book, "Lounas-Aitta")
    assert understood_line(book, "Leipomo, puhelu", TODAY).employer == NewEmployer("Leipomo")
    assert isinstance(understood_line(book, "Lounas-Aita, puhelu", TODAY).employer, UnclearEmployer)


def test_a_client_is_known_by_code_first_name_or_whole_name(book: Workbook) -> None:
    who = aino(book)
    for name in ("Aino", "aino kallio", who.code):
        assert understood_line(book, f"Aitta, {name}, puhelu", TODAY).client == who
    assert understood_line(book, "Aitta, Ai, puhelu", TODAY).said.who == "Ai"


def test_of_two_clients_of_one_name_it_is_not_clear_which(book: Workbook) -> None:
    first, second = aino(book), aino(book, "Aino Mäki")
    found = understood_line(book, "Aitta, Aino", TODAY)
    assert (found.client, set(found.clients)) == (None, {first, second})
    assert found.unfinished == ("client",)
    assert understood_line(book, "Aitta, Aino Mäki", TODAY).client == second


def test_a_client_who_has_ended_is_a_person_met(book: Workbook) -> None:
    who = aino(book)
    end_client(book, who.id, day=day(-1), reason="work", carried_on_by=None)
    found = understood_line(book, "Aitta, Aino", TODAY)
    assert (found.clients, found.said.who) == ((), "Aino")


def test_the_client_can_be_the_person_met(book: Workbook) -> None:
    aino(book)
    found = understood_line(book, "Aitta, Aino, puhelu", TODAY, client_was_met=True)
    assert (found.client, found.said.who) == (None, "Aino")


def test_words_of_both_languages_are_known(book: Workbook) -> None:
    assert understood_line(book, "Aitta, called 10 min, thanks", TODAY).said.purpose is Purpose.THANKS
    assert understood_line(book, "Aitta, soitin", TODAY).said.way is EmployerContactWay.PHONE
    assert understood_line(book, "Aitta, tukikäynti", TODAY).said.purpose is Purpose.SUPPORT


def test_a_next_step_without_a_day_is_left_open(book: Workbook) -> None:
    assert understood_line(book, "Aitta, seuraava koekeittiö", TODAY).unfinished == ("next_on",)


def test_pasted_lines_are_gone_through_one_by_one() -> None:
    assert pasted_lines("Aitta, puhelu\r\n\n ,, \n\tKuura\u2028") == ("Aitta, puhelu", "Kuura")
