"""A morning: a caseload of twenty is gone through with single keys at 80×24, each in turn, to the last of them."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.pilot import Pilot

from tests.screens.running import open_app, press, shows, write
from tests.screens.today_desk import in_focus, standing
from tests.store.workbooks import TODAY, day, met, opened, visited
from valmentaja.desks.today import today_page
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.places import Home
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.contacts.meet_form import MeetForm
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.step_form import StepForm
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.store.clients import add_client
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.store.workbook import Workbook

NAMES = (
    *("Aino", "Eero", "Eila", "Elli", "Emma", "Eppu", "Esko", "Helmi", "Iida", "Ilmo"),
    *("Jaana", "Kaisa", "Leila", "Mauno", "Niilo", "Oiva", "Pekka", "Ritva", "Sanna", "Toivo"),
)


def unseen(book: Workbook, name: str, days: int) -> None:
    """Met so long ago, called three days ago."""
    one = _known(book, name, seen=-days)
    met(book, one, day=day(-3), way=ClientContactWay.PHONE)


def owed(book: Workbook, name: str, days: int) -> None:
    """Somebody with whom a step was agreed for so many days ago."""
    one = _known(book, name, seen=-4)
    _step(book, one, "lähetä hakemus", -days)


def not_reached(book: Workbook, name: str, days: int) -> None:
    """Called in vain so many days ago."""
    one = _known(book, name, seen=-days - 3)
    met(book, one, day=day(-days), way=ClientContactWay.PHONE, reached=False)


def without_a_step(book: Workbook, name: str, days: int) -> None:
    """New, and nothing agreed yet."""
    one = add_client(book, name=name, code=None, start_on=day(-14 - days), phase="engagement")
    visited(book, f"{name}n paikka", client_id=one.id, day=day(-3))
    met(book, one, day=day(-3))


def unknown_to_employers(book: Workbook, name: str, days: int) -> None:
    """No employer met yet."""
    one = add_client(book, name=name, code=None, start_on=day(-30 - days), phase="engagement")
    _step(book, one, "myöhemmin", 60)
    met(book, one, day=day(-3))


def _known(book: Workbook, name: str, *, seen: int) -> Client:
    one = add_client(book, name=name, code=None, start_on=day(-120), phase="engagement")
    visited(book, f"{name}n paikka", client_id=one.id, day=day(-100))
    _step(book, one, "myöhemmin", 60)
    met(book, one, day=day(seen))
    return one


def _step(book: Workbook, one: Client, text: str, due: int) -> None:
    words = StepWords(text, day(due), day(-20))
    agree_next_step(book, words, about=one.label, client_id=one.id, employer_id=None)


LIVES: tuple[Callable[[Workbook, str, int], None], ...] = (
    *(unseen, owed, not_reached, unseen, owed),
    *(without_a_step, owed, unseen, unknown_to_employers, owed),
)


def caseload(home: Home) -> None:
    """Twenty clients, for each of whom something is due, some longer than others."""
    with opened(home) as book:
        for at, name in enumerate(NAMES):
            LIVES[at % len(LIVES)](book, name, 31 + at if LIVES[at % len(LIVES)] is unseen else 1 + at % 5)


@dataclass
class Morning:
    """Goes through the list, and counts the keys that are no text."""

    app: Workbench
    pilot: Pilot[None]
    keys: int = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await press(self.pilot, *keys)

    async def look_after_the_first(self) -> str:
        """What `t` begins for whoever is in focus; a form that it opens is kept as it is offered."""
        name = in_focus(self.app)
        self.app._held_key.take("", 0.0)  # the finger was lifted
        await self.press("t")
        match self.app.screen:
            case MeetForm() | LogForm():
                await self._fill_employer()
                await self.press("enter")
            case StepForm():
                await write(self.pilot, "tutustumiskäynti")
                await self.press("tab")
                await write(self.pilot, "ke 9.12.")
                await self.press("enter")
        return name

    async def _fill_employer(self) -> None:
        if isinstance(self.app.screen, LogForm):
            await write(self.pilot, "Lounas-Aitta")


async def test_twenty_clients_are_looked_after_by_single_keys_and_nobody_is_skipped(empty: Home) -> None:
    caseload(empty)
    async with open_app(empty) as (app, pilot):
        order = standing(app)
        assert sorted(order) == sorted(NAMES)
        morning, done = Morning(app, pilot), []
        while standing(app):
            assert in_focus(app) == standing(app)[0], "the focus has gone on by itself"
            done.append(await morning.look_after_the_first())
        assert done == order
        assert morning.keys <= 2 * len(NAMES)
        assert shows(app, "Kaikista on tänään pidetty huolta.")
        assert not today_page(app.book, TODAY).pressing
        assert app.screen.query_one(RowList).focused_id is None
