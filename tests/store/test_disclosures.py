"""What may be told of a client: agreed for any employer, and for one."""

import pytest

from tests.store.lives import an_employer
from tests.store.workbooks import TODAY, aino, day, everything, the_field
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.disclosure import Disclosure
from valmentaja.store.caseload import client_facts
from valmentaja.store.details import Given, details_of
from valmentaja.store.disclosures import agree_disclosure, disclosure_for, own_disclosure
from valmentaja.store.editing import change_field
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.workbook import Workbook


def agreed(
    book: Workbook, who: Client, employer_id: int | None = None, on: int = 0, **told: Given
) -> Disclosure:
    return agree_disclosure(book, who.id, employer_id, told, day=day(on))


def test_what_was_agreed_for_one_employer_goes_before_what_holds_for_any(book: Workbook) -> None:
    who, bakery, laundry = aino(book), an_employer(book), an_employer(book, "Pesula")
    assert disclosure_for(book, who.id, bakery) is None
    for_any = agreed(book, who, may="vahvuudet")
    for_one = agreed(book, who, bakery, may="tarvitsee rauhaa", may_not="terveys")
    assert disclosure_for(book, who.id, bakery) == for_one
    assert disclosure_for(book, who.id, laundry) == for_any
    assert disclosure_for(book, who.id, None) == for_any
    assert own_disclosure(book, who.id, laundry) is None


def test_agreeing_again_changes_what_is_said_and_keeps_the_rest(book: Workbook) -> None:
    who = aino(book)
    first = agreed(book, who, on=-60, may="vahvuudet", told_by="asiakas")
    again = agreed(book, who, may="vahvuudet ja työaika")
    assert (again.id, again.may, again.told_by) == (first.id, "vahvuudet ja työaika", "asiakas")
    assert (first.agreed_on, again.agreed_on) == (day(-60), TODAY)
    assert details_of(book, Disclosure, who.id) == (again,)


@pytest.mark.parametrize(("again_on", "kept"), [(-1, None), (0, None), (1, 1)])
def test_a_day_to_look_again_that_has_come_is_done_with(
    book: Workbook, again_on: int, kept: int | None
) -> None:
    who = aino(book)
    agreed(book, who, on=-60, may="nimi", again_on=day(again_on))
    assert agreed(book, who, may="nimi").again_on == (day(kept) if kept else None)


def test_agreeing_is_undone_and_done_again_whole(book: Workbook) -> None:
    who = aino(book)
    agreed(book, who, on=-9, may="nimi")
    before = everything(book)
    after = agreed(book, who, may_not="terveys")
    assert changes(book)[0].what == "disclosure_agreed"
    undo(book)
    assert everything(book)["disclosure"] == before["disclosure"]
    redo(book)
    assert own_disclosure(book, who.id, None) == after


def test_there_is_one_agreement_for_each_employer_also_after_a_mending(book: Workbook) -> None:
    who, bakery = aino(book), an_employer(book)
    for_any, for_one = agreed(book, who, may="nimi"), agreed(book, who, bakery, may="nimi")
    employer = the_field("disclosure", "employer")
    for record_id, value in ((for_any.id, bakery), (for_one.id, None)):
        with pytest.raises(CannotBeMet, match=r"^disclosure\.two_for_one$"):
            change_field(book, "disclosure", record_id, employer, value)
    other = an_employer(book, "Pesula")
    change_field(book, "disclosure", for_one.id, employer, other)
    assert own_disclosure(book, who.id, other) is not None


def test_another_clients_agreement_is_theirs(book: Workbook) -> None:
    who, other = aino(book), aino(book, "Eero")
    theirs = agreed(book, other, may="nimi")
    assert disclosure_for(book, who.id, None) is None
    facts = {one.client.id: one.disclosures for one in client_facts(book, TODAY)}
    assert facts == {who.id: (), other.id: (theirs,)}


def test_what_was_agreed_is_not_looked_at_again_before_it_was_agreed(book: Workbook) -> None:
    who = aino(book)
    with pytest.raises(CannotBeMet, match=r"^disclosure\.again_before_agreed$"):
        agreed(book, who, may="vahvuudet", again_on=day(-1))
    held = agreed(book, who, may="vahvuudet", again_on=TODAY)
    with pytest.raises(CannotBeMet, match=r"^disclosure\.again_before_agreed$"):
        change_field(book, "disclosure", held.id, the_field("disclosure", "agreed_on"), day(1).isoformat())
