"""The places where a coach types, told as text and read back."""

from datetime import date

import pytest

from valmentaja.model.place import DiaryPlace, FieldPlace, FormPlace, Place, place_of


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (DiaryPlace(date(2026, 11, 24)), "diary/2026-11-24"),
        (FieldPlace("client", 12, "note"), "client/12/note"),
        (FieldPlace("employer_contact", 3, "made_by"), "employer_contact/3/made_by"),
        (FormPlace("log"), "form/log"),
        (FormPlace("meet/12"), "form/meet/12"),
    ],
)
def test_a_place_is_stored_as_text_and_known_again(place: Place, text: str) -> None:
    assert str(place) == text
    assert place_of(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "diary",
        "diary/",
        "diary/24.11.2026",
        "diary/2026-13-01",
        "diary/20261124",
        "client/12",
        "client/x/note",
        "client/0/note",
        "client/12/note/",
        "client/12/Note",
        "form/",
        "form/ log",
        "form//",
        "/12/note",
        "client//note",
    ],
)
def test_a_text_that_tells_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^no place: "):
        place_of(text)
