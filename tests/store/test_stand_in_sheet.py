"""What a stand-in is handed before a leave: what is needed to carry on, of those whom they carry, and nothing more."""

from datetime import time

import pytest

from tests.store.test_leave import planned
from tests.store.workbooks import TODAY, aino, day, met, the_field
from valmentaja.desks.stand_in_sheet import stand_in_sheet, stand_in_sheets
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.details import add_detail
from valmentaja.store.diary import write_diary
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.editing import change_field
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.store.workbook import Workbook
from valmentaja.texts import LANGUAGES, Language, Texts


def step(book: Workbook, who: Client, text: str, on: int) -> None:
    words = StepWords(text, day(on), TODAY)
    agree_next_step(book, words, about=who.label, client_id=who.id, employer_id=None)


def told(book: Workbook, leave_id: int, language: Language = "fi", stand_in: str | None = None) -> str:
    return "\n".join(stand_in_sheet(book, Texts(language), leave_id, TODAY, stand_in))


def someone(book: Workbook, name: str = "Aino Kallio", stand_in: str = "") -> Client:
    """Met today, so that nothing but what a test adds falls in a leave of the next days."""
    who = aino(book, name)
    met(book, who)
    step(book, who, "kesän suunnitelma", 200)
    if stand_in:
        change_field(book, "client", who.id, the_field("client", "stand_in"), stand_in)
    return who


def test_it_tells_how_the_client_is_reached_what_is_booked_what_falls_due_and_what_comes_next(
    book: Workbook,
) -> None:
    who = someone(book)
    change_field(book, "client", who.id, the_field("client", "phone"), "040 123 4567")
    change_field(book, "client", who.id, the_field("client", "best_reached"), "iltapäivisin")
    step(book, who, "soita Lounas-Aittaan", 4)
    words = AppointmentWords(
        day=day(5),
        at=time(10),
        way=ClientContactWay.IN_PERSON,
        client_ids=(who.id,),
        booked_on=TODAY,
        place="Kirjasto",
    )
    book_appointment(book, words)
    leave_id = planned(book, day(3), day(6), stand_in="Kaisa M.")
    assert told(book, leave_id).splitlines() == [
        "Sijaiselle: Kaisa M.",
        "Poissaolo pe 27.11.2026–ma 30.11.2026. Hoidettavana on yksi asiakas.",
        "",
        "Aino Kallio",
        "- yhteys: 040 123 4567, iltapäivisin",
        "- varattu: su 29.11. klo 10.00, kasvotusten, Kirjasto",
        "- hoidettava: sovittu askel ”soita Lounas-Aittaan” la 28.11.",
        "- seuraavaksi, yhdessä: kesän suunnitelma, la 12.6.2027",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_notes_diary_and_what_may_not_be_told_is_in_it(book: Workbook, language: Language) -> None:
    who = someone(book)
    step(book, who, "soita", 4)
    secrets = ("Salainen muistiinpano", "Salainen päiväkirja", "Salainen vaiva", "Salainen loma")
    change_field(book, "client", who.id, the_field("client", "note"), secrets[0])
    write_diary(book, TODAY, f"@Aino {secrets[1]}", heading="klo 9")
    agree_disclosure(book, who.id, None, {"may": "aamuvuorot", "may_not": secrets[2]}, day=TODAY)
    add_detail(
        book, "benefit", owner_id=who.id, about="x", values={"name": "Salainen tuki", "notify_by": day(4)}
    )
    leave_id = planned(book, day(3), day(6), stand_in="Kaisa M.", kind="sick", note=secrets[3])
    sheet = told(book, leave_id, language)
    assert "Salainen" not in sheet
    assert Texts(language)("leave_kind.sick") not in sheet
    assert "soita" in sheet


def test_each_stand_in_gets_those_whom_they_carry(book: Workbook) -> None:
    step(book, someone(book), "soita ammattikouluun", 4)
    step(book, someone(book, "Pekka Salo", stand_in="liisa m."), "vie työtodistus", 4)
    step(book, someone(book, "Sanna Niemi", stand_in="Liisa M."), "varaa katsastus", 4)
    leave_id = planned(book, day(3), day(6), stand_in="Kaisa M.")
    sheets = stand_in_sheets(book, leave_id, TODAY)
    assert [[one.client.label for one in sheet.carried] for sheet in sheets] == [
        ["Aino Kallio"],
        ["Pekka Salo", "Sanna Niemi"],
    ]
    assert "Aino" not in told(book, leave_id, stand_in="Liisa M.")
    assert "Aino" in told(book, leave_id)


def test_a_client_by_code_stands_there_by_code_and_one_whom_nobody_carries_stands_nowhere(
    book: Workbook,
) -> None:
    who = someone(book, stand_in="Kaisa M.")
    change_field(book, "client", who.id, the_field("client", "code"), "J12")
    book.execute("UPDATE client SET name = NULL, name_key = NULL WHERE id = ?", (who.id,))
    step(book, who, "soita", 4)
    step(book, someone(book, "Pekka Salo"), "vie työtodistus", 4)
    sheet = told(book, planned(book, day(3), day(6)))
    assert "J12" in sheet
    assert "Pekka" not in sheet


def test_without_a_stand_in_it_says_so_and_with_nothing_to_do_too(book: Workbook) -> None:
    leave_id = planned(book, day(3), day(6))
    with pytest.raises(CannotBeMet, match=r"leave\.no_stand_in"):
        told(book, leave_id)
    quiet = planned(book, day(3), day(4), stand_in="Kaisa M.")
    assert "Hoidettavaksi ei tule ketään." in told(book, quiet)
    with pytest.raises(CannotBeMet, match=r"leave\.no_stand_in"):
        told(book, quiet, stand_in="Joku muu")
