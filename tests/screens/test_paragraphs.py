"""Long text in fields: rows of a width, lines that stay as they were stored, and typing that loses nothing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from textual import events
from textual.app import App, ComposeResult

from valmentaja.screens.widgets.fields import TextField
from valmentaja.screens.widgets.paragraphs import Paragraphs, WrappedParagraphs, row_breaks
from valmentaja.texts.shown import shown

WORDS = st.sampled_from(
    ["sana ", "pitkäsana" * 9, "漢字 ", "👍🏽", "e\u0301", "\x1b[31m", "\t", "[/b] ", " ", "a"]
)
LINES = st.lists(WORDS, max_size=30).map("".join)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join)


@given(LINES, st.integers(2, 60))
def test_every_row_fits_its_width_and_together_they_are_the_line(line: str, width: int) -> None:
    breaks = row_breaks(line, width)
    assert breaks == sorted(set(breaks))
    bounds = [0, *breaks, len(line)]
    rows = [shown(line)[start:end] for start, end in pairwise(bounds)]
    assert all(sum(map(get_character_cell_size, row)) <= width for row in rows)
    assert "".join(rows) == shown(line)


def test_rows_break_between_words_and_only_a_word_that_is_too_long_is_broken() -> None:
    assert row_breaks("yksi kaksi kolme", 11) == [11]
    assert row_breaks("yksi " + "k" * 20, 8) == [5, 13, 21]
    assert row_breaks("漢字 漢字 漢字", 8) == [3, 6]
    assert row_breaks("lyhyt", 80) == []


@given(TEXTS, TEXTS, st.data())
def test_an_edit_wraps_the_text_as_if_it_were_wrapped_from_the_beginning(
    before: str, typed: str, data: st.DataObject
) -> None:
    document = Paragraphs(before)
    wrapped = WrappedParagraphs(document, 20)
    start, end = sorted(data.draw(st.integers(0, len(before))) for _ in "ab")
    places = [
        document.get_location_from_index(at) if at < len(before) else document.end for at in (start, end)
    ]
    result = document.replace_range(places[0], places[1], typed)
    wrapped.wrap_range(places[0], places[1], result.end_location)
    assert document.text == before[:start] + typed + before[end:]
    assert result.replaced_text == before[start:end]
    assert wrapped._wrap_offsets == [row_breaks(line, 20) for line in document.lines]
    assert wrapped.height == len(wrapped._offset_to_line_info)


def test_only_a_newline_ends_a_line() -> None:
    text = "a\x0bb\u2028c\x85d\re\nf\n"
    assert Paragraphs(text).text == text
    assert Paragraphs(text).line_count == 3


class OneField(App[None]):
    """Nothing but a field."""

    def compose(self) -> ComposeResult:
        yield TextField()


async def test_undoing_typing_over_the_bottom_of_the_field_goes_back_to_the_empty_text() -> None:
    app = OneField()
    async with app.run_test(size=(30, 5)) as pilot:
        field = app.query_one(TextField)
        field.focus()
        for number in range(12):
            field.insert(f"rivi {number}\n")
        await pilot.pause()
        while field.history.undo_stack:
            field.action_undo()
        await pilot.pause()
        assert field.text == ""


async def test_lines_of_any_system_are_pasted_as_lines() -> None:
    app = OneField()
    async with app.run_test() as pilot:
        field = app.query_one(TextField)
        field.focus()
        await pilot.pause()
        await field._on_paste(events.Paste("a\r\nb\rc\nd"))
        assert field.text == "a\nb\nc\nd"
