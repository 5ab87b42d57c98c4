"""Text of any sort is kept as it was typed, except for what must not be kept: identity codes, NULs, too much."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.store.workbooks import TODAY, aino, day, everything, met, the_field, visited
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.place import DiaryPlace
from valmentaja.places import Home
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.store.clients import add_client, client, end_client
from valmentaja.store.diary import diary_entry_of, write_diary
from valmentaja.store.drafts import all_drafts, keep_draft
from valmentaja.store.editing import change_field
from valmentaja.store.employers import add_employer
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.search import find
from valmentaja.store.snoozes import put_aside
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.store.workbook import Workbook

ODD = [
    "[bold]lihava[/bold] [/x] [@click=app.quit]tästä[/]",
    "\x1b]0;otsikko\x07\x1b[2J\x1b[31m punaista",
    "\u202eoikealta\u202c \u200fvasemmalle\u200e \ufeff",
    "👩\u200d🦽 käy töissä 🏭 𝔚𝔬𝔯𝔱",
    "'; DROP TABLE client; -- \" %s {name} $1 ?1 :a @b",
    "=1+1\t@SUM(A1)\t+1\t-1",
    "e\u0301 ja é, ﬁ, ẞ, İ, \u0085 \u2028 \u2029 \x01\x02\x03",
    '{"json": [null, true]}\\u0000 \\x00 \\',
    "rivi\n\n  sisennetty\n\ttasattu  \n",
]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.usefixtures("no_dictionary")
def test_odd_text_is_kept_found_taken_back_and_done_again_to_the_letter(book: Workbook, text: str) -> None:
    who = aino(book)
    change_field(book, "client", who.id, the_field("client", "note"), text)
    write_diary(book, TODAY, text, heading="9.10")
    keep_draft(book, DiaryPlace(TODAY), "a", text, 0)
    before = everything(book)
    for act in (undo, undo, redo, redo):
        act(book)
    assert everything(book) == before
    assert client(book, who.id).note == text
    assert diary_entry_of(book, TODAY).text == text
    assert all_drafts(book)[0].text == text
    find(book, text, language="fi", cache_folder="")
    assert (book.notices.masked, book.notices.removed) == (0, 0)


@pytest.mark.parametrize("text", ODD)
def test_an_odd_name_is_one_line_and_names_its_changes(book: Workbook, text: str) -> None:
    who = add_client(book, name=text, code=None, start_on=TODAY, phase="engagement")
    assert who.name
    assert not set(who.name) & set("\n\t\u2028\u2029\x85")
    met(book, who)
    assert undo(book).parameters["client"] == who.label


def test_a_field_holds_a_million_characters(book: Workbook) -> None:
    whole = "ä" * LONGEST_TEXT
    who = aino(book)
    change_field(book, "client", who.id, the_field("client", "note"), whole)
    keep_draft(book, DiaryPlace(TODAY), "a", whole, 0)
    assert client(book, who.id).note == whole
    assert all_drafts(book)[0].text == whole
    undo(book)
    redo(book)
    assert client(book, who.id).note == whole


TOO_LONG = "x" * (LONGEST_TEXT + 1)
TOO_MUCH: dict[str, Callable[[Workbook], object]] = {
    "a name": lambda book: aino(book, TOO_LONG),
    "a code": lambda book: add_client(book, name="A", code=TOO_LONG, start_on=TODAY, phase="engagement"),
    "a reason": lambda book: end_client(book, 1, day=TODAY, reason=TOO_LONG, carried_on_by=None),
    "an employer": lambda book: add_employer(
        book, name="A", sector=None, industry=TOO_LONG, town=None, added_on=TODAY
    ),
    "a note": lambda book: visited(book, note=TOO_LONG),
    "a topic": lambda book: met(book, client(book, 1), topic=TOO_LONG),
    "a step": lambda book: agree_next_step(
        book, StepWords(TOO_LONG, TODAY, TODAY), about="A", client_id=1, employer_id=None
    ),
    "because": lambda book: put_aside(book, 1, until=day(1), because=TOO_LONG, today=TODAY),
    "a day": lambda book: write_diary(book, TODAY, TOO_LONG, heading="9.10"),
    "a field": lambda book: change_field(book, "client", 1, the_field("client", "address"), TOO_LONG),
    "a draft": lambda book: keep_draft(book, DiaryPlace(TODAY), "a", TOO_LONG, 0),
}


@pytest.mark.parametrize("where", TOO_MUCH)
def test_one_character_more_is_refused_whole_and_nothing_is_stored(book: Workbook, where: str) -> None:
    aino(book)
    before = everything(book), changes(book)
    with pytest.raises(CannotBeMet, match=r"^text\.too_long$") as refused:
        TOO_MUCH[where](book)
    assert refused.value.parameters == {"length": LONGEST_TEXT + 1, "longest": LONGEST_TEXT}
    assert (everything(book), changes(book)) == before
    assert all_drafts(book) == ()


def test_text_that_is_no_text_is_refused_and_nothing_is_stored(book: Workbook) -> None:
    before = everything(book)
    for act in (lambda: aino(book, "a\udcff"), lambda: write_diary(book, TODAY, "a\udcff", heading="9.10")):
        with pytest.raises(WrongUsage, match=r"^text\.not_utf8$"):
            act()
    assert everything(book) == before


def test_nuls_are_removed_and_counted(book: Workbook) -> None:
    write_diary(book, TODAY, "yk\0si\0", heading="9.10")
    keep_draft(book, DiaryPlace(TODAY), "a", "ka\0ksi", 0)
    who = aino(book, "Ai\0no")
    assert diary_entry_of(book, TODAY).text == "yksi"
    assert all_drafts(book)[0].text == "kaksi"
    assert (who.name, changes(book)[0].parameters["client"]) == ("Aino", "Aino")
    assert book.notices.removed == 4


IDENTITY_CODE, MASKED = "010190-123M", "010190-••••"


def everywhere(book: Workbook) -> str:
    """Every value of every table, in one text."""
    tables = [row[0] for row in book.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return "\n".join(str(tuple(row)) for table in tables for row in book.rows(f"SELECT * FROM {table}"))


@pytest.mark.usefixtures("no_dictionary")
def test_an_identity_code_is_stored_nowhere_however_it_was_typed(book: Workbook, home: Home) -> None:
    typed = f"Hetu {IDENTITY_CODE} ja pienellä {IDENTITY_CODE.lower()}."
    who = add_client(
        book, name=f"Aino {IDENTITY_CODE}", code=IDENTITY_CODE, start_on=TODAY, phase="engagement"
    )
    change_field(book, "client", who.id, the_field("client", "note"), typed)
    change_field(book, "client", who.id, the_field("client", "note"), None)
    visited(book, f"Yritys {IDENTITY_CODE}", client_id=who.id, who=typed, outcome=typed, note=typed)
    met(book, client(book, who.id), topic=typed, note=typed)
    agree_next_step(book, StepWords(typed, TODAY, TODAY), about=typed, client_id=who.id, employer_id=None)
    put_aside(book, who.id, until=day(1), because=typed, today=TODAY)
    write_diary(book, TODAY, typed, heading="9.10")
    keep_draft(book, DiaryPlace(TODAY), "a", typed, 0)
    end_client(book, who.id, day=TODAY, reason=typed, carried_on_by=typed)
    undo(book)
    find(book, IDENTITY_CODE, language="fi", cache_folder="")

    stored = everywhere(book).lower()
    assert "123m" not in stored
    assert MASKED in stored
    assert book.notices.masked >= 20
    assert len(find(book, "hetu", language="fi", cache_folder="")) == 5


def test_what_only_looks_like_an_identity_code_is_left_alone(book: Workbook) -> None:
    text = "010190-123A 310290-123M 040-1234567 Y-tunnus 1234567-8"
    assert write_diary(book, date(2026, 1, 1), text, heading="9.10").text == text
    assert book.notices.masked == 0
