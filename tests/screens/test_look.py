"""What makes the screens easy to look at: fields that are seen, air where there is room for it, words kept whole."""

from textual.content import Content

from tests.screens.running import open_app, press, screen_text, write
from valmentaja.places import Home
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.screens.widgets.row_list import RowList


def _ruled(field: LineField) -> int:
    """Cells of the rule behind the text."""
    last = list(field.render_line(0))[-1]
    return len(last.text) if last.style and last.style.underline and not last.text.strip() else 0


async def test_an_empty_field_is_ruled_to_its_end_and_the_text_takes_the_place_of_the_rule(
    small: Home,
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "n")
        town, name = (app.screen.query_one(one, LineField) for one in ("#town", "#name"))
        assert _ruled(town) == town.size.width
        assert _ruled(name) == name.size.width - 1  # the cursor
        await write(pilot, "Leipomo")
        assert _ruled(name) == name.size.width - len("Leipomo") - 1


async def test_the_field_being_written_has_its_label_in_bold(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "n", "tab")
        await pilot.pause(0.2)
        bold = [one for one in app.screen.query(".label") if one.styles.text_style.bold]
        assert [str(one.render()) for one in bold] == ["ala"]


async def test_a_tall_screen_gives_the_fields_of_a_form_air(small: Home) -> None:
    for height, between in ((24, 1), (40, 2)):
        async with open_app(small, size=(120, height)) as (app, pilot):
            await press(pilot, "y")
            first, second = list(app.screen.query(FieldRow))[2:4]
            assert second.region.y - first.region.y == between


async def test_a_few_answers_stand_close_to_the_keys_that_choose(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "e")
        answers = app.screen.query_one(RowList)
        assert answers.size.height == answers.option_count


async def test_the_looking_field_says_what_it_is_for_while_there_is_text_in_it(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "ctrl+f")
        await write(pilot, "bussi")
        assert screen_text(app)[2].startswith(" etsi  bussi")


def test_a_long_word_stays_whole_so_that_a_short_one_need_not_be_alone() -> None:
    shown = row([Column(Content("Elektroniikkapaja Juotos"), 22, 2)])
    assert shown.plain.split("\n") == ["Elektroniikkapaja", "Juotos"]
