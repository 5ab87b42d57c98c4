"""Pages for others: the same words as text and as HTML, and only a page of their own kind is written over."""

from datetime import date
from pathlib import Path

import pytest

from tests.store.workbooks import plain_home, refusal
from valmentaja.documents.need import need
from valmentaja.documents.sheet import Part, Sheet, as_html, as_text, write_sheet
from valmentaja.model.employer import Employer
from valmentaja.texts import Texts

SHEET = Sheet("Otsikko <b>", (Part("", "Ensin & sitten\ntoinen rivi"), Part("Nimi", "\x1b[2J loppu")))


def employer(**told: str) -> Employer:
    """An employer of whom so much is known."""
    bare = dict.fromkeys(("sector", "industry", "town", "address", "phone", "email", "people", "note"))
    return Employer(id=1, revision=1, name="Aitta", added_on=date(2026, 1, 1), **{**bare, **told})  # type: ignore[arg-type]


def test_the_text_has_every_part_and_commands_no_terminal() -> None:
    told = as_text(SHEET)
    assert told.startswith("Otsikko <b>\n\nEnsin & sitten\ntoinen rivi\n\nNimi\n")
    assert "\x1b" not in told


def test_the_html_is_whole_asks_for_nothing_outside_and_prints_on_a4() -> None:
    told = as_html(SHEET, "fi")
    assert told.startswith("<!doctype html>")
    assert '<html lang="fi">' in told
    assert "<h1>Otsikko &lt;b&gt;</h1>" in told
    assert "Ensin &amp; sitten" in told
    assert "size: A4" in told
    assert "http" not in told
    assert "src=" not in told


@pytest.mark.parametrize("name", ["sivu.txt", "sivu.html"])
def test_a_page_replaces_itself_and_nothing_else(tmp_path: Path, name: str) -> None:
    home, file = plain_home(tmp_path / "home"), tmp_path / name
    for _ in range(2):
        assert write_sheet(SHEET, str(file), "fi", home) == str(file)
    file.write_text("kirje äidille", encoding="utf-8")
    assert refusal(lambda: write_sheet(SHEET, str(file), "fi", home)) == "export.other_file"
    assert refusal(lambda: write_sheet(SHEET, f"{file}.pdf", "fi", home)) == "sheet.ending"


def test_a_need_tells_of_the_employer_and_leaves_out_what_may_name_a_client() -> None:
    held = employer(
        needs="Tiskari", phone="040 1", note="Aino kävi", terms="Ainon tuki", feedback="Aino on hyvä"
    )
    told = as_text(need(held, Texts("fi")))
    assert "Tiskari" in told
    assert "040 1" in told
    assert "Aino" not in told


def test_an_employer_without_a_need_has_no_page_of_one() -> None:
    assert refusal(lambda: need(employer(), Texts("fi"))) == "need.none"
