"""Whom a coach meets at an employer's, for completing who was met."""

from tests.store.workbooks import day, visited
from valmentaja.store.details import add_detail
from valmentaja.store.employer_people import people_at
from valmentaja.store.workbook import Workbook


def test_the_people_of_an_employer_come_first_and_each_is_named_once(book: Workbook) -> None:
    held = visited(book, "Lounas-Aitta", who="Liisa", day=day(-9)).employer_id
    assert held is not None
    visited(book, "Lounas-Aitta", who="Marko", day=day(-3))
    visited(book, "Muualla Oy", who="Toinen", day=day(-2))
    add_detail(book, "employer_person", owner_id=held, about="Lounas-Aitta", values={"name": "liisa"})
    assert people_at(book, held) == ("liisa", "Marko")
