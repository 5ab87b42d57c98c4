"""From a window as wide as the wall to the smallest and back: what is typed stays, and what is read stays readable."""

from textual.pilot import Pilot

from tests.screens.running import line_with, open_app, paste, press, screen_text, shows, write
from tests.screens.windows import resize
from tests.store.workbooks import TODAY, opened
from valmentaja.places import Home
from valmentaja.rules.fields import field_named
from valmentaja.screens.diary.day_text import DayText
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.step_form import StepForm
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.columns import READABLE
from valmentaja.store.clients import all_clients
from valmentaja.store.editing import change_field

WIDEST = (300, 80)
SMALLEST = (60, 16)
SIZES = (WIDEST, (200, 50), (110, 30), SMALLEST, (80, 24), WIDEST)
LONG = "Kysyin ensin, neuvoin vasta sitten ja odotin. " * 14
FRAME = "│┃╭╮╰╯─ ▇█▁▂▃▄▅▆"


async def through_the_sizes(app: Workbench, pilot: Pilot[None], text: str) -> None:
    """From size to size, and each time the text in the field is in sight and every line is as wide as the window."""
    for width, height in SIZES:
        await resize(app, pilot, (width, height))
        assert all(len(line) <= width for line in screen_text(app))
        assert shows(app, text), (width, height, screen_text(app))


async def test_what_is_typed_outlives_every_size_of_the_window(small: Home) -> None:
    async with open_app(small, size=WIDEST) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Aamulla")
        await through_the_sizes(app, pilot, "Aamulla")
        await write(pilot, " soitin")
        assert app.screen.query_one(DayText).text == "Aamulla soitin"
        await press(pilot, "escape", "2", "/")
        await write(pilot, "pek")
        await through_the_sizes(app, pilot, "pek")
        await press(pilot, "escape", "escape", "1", "a")
        await write(pilot, "kysy ")
        await through_the_sizes(app, pilot, "kysy")
        await write(pilot, "vuorot")
        assert isinstance(app.screen, StepForm)
        assert app.screen.value("text") == "kysy vuorot"
        await press(pilot, "escape", "k")
        await write(pilot, "Lounas")
        for size in SIZES:
            await resize(app, pilot, size)
        form = app.screen
        assert isinstance(form, Form)
        assert form.value("employer") == "Lounas"


def longest_read(app: Workbench) -> int:
    """Letters and blanks in the longest stretch that one reads without a frame or a gap between columns."""
    stretches = [
        stretch.strip(FRAME)
        for line in screen_text(app)[2:-2]
        for column in line.split("│")
        for stretch in column.replace("┃", "").split("   ")
    ]
    return max(map(len, stretches))


async def test_no_line_that_is_read_is_longer_than_the_eye_follows(small: Home) -> None:
    with opened(small) as book:
        note = field_named("client", "note")
        assert note is not None
        for one in all_clients(book):
            change_field(book, "client", one.id, note, LONG)
    async with open_app(small, size=WIDEST) as (app, pilot):
        for keys in (
            (),
            ("s",),
            ("s", "enter"),
            ("escape", "d"),
            ("left",) * 9,
            ("escape", "3"),
            ("4",),
            ("w",),
        ):
            await press(pilot, *keys)
            assert longest_read(app) <= READABLE, (keys, screen_text(app))
        await press(pilot, "escape", "5")
        await paste(pilot, LONG)
        assert longest_read(app) <= READABLE
        await press(pilot, "escape", "ctrl+f")
        assert longest_read(app) <= READABLE


async def test_on_a_wide_screen_the_day_stands_at_its_right_edge(small: Home) -> None:
    async with open_app(small, size=WIDEST) as (app, _):
        bar = line_with(app, f"{TODAY.day}.{TODAY.month}.")
        assert len(bar) == WIDEST[0] - 1
