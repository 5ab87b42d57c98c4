"""Opens the screens in this process and uses them as a coach does: keys in, and what is drawn out.

async def test_a_story(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "down", "t")
        assert shows(app, "Aino Kallio")
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.store.workbooks import Clock, answered, day, met, opened, plain_home, visited
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.employer import Sector
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.program.clock import Clock as ScreensClock
from valmentaja.screens.shell.page import Page
from valmentaja.store.clients import add_client, end_client
from valmentaja.store.diary import write_diary
from valmentaja.store.employers import add_employer
from valmentaja.store.snoozes import put_aside
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Language, Texts

PATIENCE = 10.0  # seconds: nothing that is waited for takes so long, also on a busy machine


@dataclass
class HandClock:
    """A clock that stands until it is turned: ten past nine on `TODAY` at first."""

    moment: datetime = datetime(2026, 11, 24, 9, 10)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> None:
        """So much later: `minutes=11`."""
        self.moment += timedelta(**by)


@asynccontextmanager
async def open_app(
    home: Home,
    *,
    key: str | None = None,
    asked: bool = False,
    language: Language = "fi",
    on: date | None = None,
    size: tuple[int, int] = (80, 24),
    clock: HandClock | None = None,
    theme: str | None = None,
    cache: str = "",
) -> AsyncIterator[tuple[Workbench, Pilot[None]]]:
    """The running program on the Today desk, or at the door when the coach is `asked` or has no workbook yet.

    The day is the clock's; `on` fixes it as `--on` does. `key` is the raw key of an encrypted workbook.
    """
    at_hand = not asked and Path(home.workbook).exists()
    texts = Texts(language)
    app = Workbench(
        home,
        texts,
        ScreensClock(clock or HandClock(), on),
        cache=cache or f"{home.folder}/cache",
        find_key=(lambda: key) if at_hand else None,
    )
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.current_mode in ("today", "door") and app.screen.is_mounted)
        if theme:
            app.theme = theme
        await pilot.pause()
        yield app, pilot


async def until(pilot: Pilot[None], true: Callable[[], object]) -> None:
    """Waits until something has come about."""
    last = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < last, "did not come about; there is:\n" + "\n".join(screen_text(pilot.app))
        await pilot.pause(0.01)
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses the keys, one after another, by Textual's names: "k", "ctrl+s", "enter".

    As `pilot.press` and `pilot.pause` do, but what is on the screen is waited for once and not twice.
    """
    await pilot.app._press_keys(keys)
    await pilot.pause()


async def write(pilot: Pilot[None], text: str) -> None:
    """Types the text as fast as nobody types: what comes of its letters is waited for once."""
    await hurry(pilot, *("enter" if letter == "\n" else letter for letter in text))


async def hurry(pilot: Pilot[None], *keys: str) -> None:
    """Presses the keys so fast that none waits for what the one before it does."""
    app, driver = pilot.app, pilot.app._driver
    assert isinstance(app, Workbench)
    assert driver is not None
    for key in keys:
        is_character = len(key) == 1
        driver.send_message(
            events.Key(_character_to_key(key) if is_character else key, key if is_character else None)
        )
    await asyncio.sleep(0.002)  # they are on their way to the program
    await until(pilot, lambda: not app.is_taking_keys and app._message_queue.empty())


async def paste(pilot: Pilot[None], text: str) -> None:
    """Pastes the text, whatever it holds."""
    driver = pilot.app._driver
    assert driver is not None
    driver.send_message(events.Paste(text))
    await pilot.pause()


def screen_text(app: object) -> list[str]:
    """What is drawn now, line by line."""
    assert isinstance(app, Workbench)
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def shows(app: Workbench, text: str) -> bool:
    """Whether the text stands on one line of the screen."""
    return any(text in line for line in screen_text(app))


def line_with(app: Workbench, text: str) -> str:
    """The first line that the text stands on."""
    found = [line for line in screen_text(app) if text in line]
    assert found, f"{text!r} is not among:\n" + "\n".join(screen_text(app))
    return found[0]


def page(app: Workbench) -> Page:
    """The page in sight."""
    assert isinstance(app.screen, Page)
    return app.screen


def footer(app: Workbench) -> list[str]:
    """The ids of the commands that the focus has."""
    return [command for command, _ in page(app).commands_now()]


# Workbooks to open


def small_home(folder: Path) -> Home:
    """A home without a passphrase that holds the `small_caseload`, in a folder that is not there yet."""
    home = plain_home(folder)
    Path(home.workbook).write_bytes(_small_workbook())
    return home


@cache
def _small_workbook() -> bytes:
    with TemporaryDirectory() as folder:
        home = answered(plain_home(Path(folder) / "home"))
        with opened(home, now=Clock()) as book:
            small_caseload(book)
            book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return Path(home.workbook).read_bytes()


def small_caseload(book: Workbook) -> None:
    """A client for each thing that `done` does, one up to date, one put aside, one ended; an employer to call.

    On `TODAY` their order is: Pekka, Leena, Aino (late), Sanna (today), Lounas-Aitta, Omar (soon); J12 is quiet.
    """
    kitchen = add_employer(
        book,
        name="Lounas-Aitta",
        sector=Sector.PRIVATE,
        industry="ravintola",
        town="Tampere",
        added_on=day(-60),
    )
    add_employer(book, name="Kahvila Kulma", sector=None, industry=None, town=None, added_on=day(-20))
    _step(book, "kysy koekeittiöstä", 2, employer_id=kitchen.id, about=kitchen.name)
    aino = _looked_after(book, "Aino Kallio", seen=-5)
    _step(book, "soita Lounas-Aittaan", -2, aino)
    pekka = _looked_after(book, "Pekka Salo", seen=-56)
    _step(book, "kurssin alku", 40, pekka)
    met(book, pekka, day=day(-3), way=ClientContactWay.PHONE)
    leena = add_client(book, name="Leena Virta", code=None, start_on=day(-33), phase="engagement")
    met(book, leena, day=day(-2))
    _step(book, "ansioluettelo valmiiksi", 40, leena)
    omar = _looked_after(book, "Omar Haddad", seen=-8)
    _step(book, "työvaatteiden sovitus", 30, omar)
    met(book, omar, day=day(-1), way=ClientContactWay.PHONE, reached=False)
    sanna = add_client(book, name="Sanna Niemi", code=None, start_on=day(-14), phase="engagement")
    met(book, sanna, day=day(-1))
    _quiet_ones(book)
    write_diary(book, day(-1), "Kysyin ensin, neuvoin vasta sitten.", load=3, energy=4, heading="klo 16.00")


def _quiet_ones(book: Workbook) -> None:
    code_only = add_client(book, name=None, code="J12", start_on=day(-40), phase="engagement")
    visited(book, "Varasto Oy", client_id=code_only.id, present=True, day=day(-4))
    _step(book, "työpajapäivä", 20, code_only)
    aside = _looked_after(book, "Toivo Lehto", seen=-9)
    _step(book, "paluu lomalta", 6, aside)
    put_aside(book, aside.id, until=day(7), because="lomalla", today=day(-1))
    ended = _looked_after(book, "Maija Ahonen", seen=-70)
    end_client(book, ended.id, day=day(-10), reason="work", carried_on_by=None)


def _looked_after(book: Workbook, name: str, *, seen: int) -> Client:
    """A client of a hundred days, for whom an employer has been met, seen so many days ago."""
    client = add_client(book, name=name, code=None, start_on=day(-100), phase="engagement")
    visited(book, f"{name.partition(' ')[0]}n työpaikka", client_id=client.id, day=day(-90))
    met(book, client, day=day(seen))
    return client


def _step(
    book: Workbook,
    text: str,
    due: int,
    client: Client | None = None,
    *,
    employer_id: int | None = None,
    about: str = "",
) -> None:
    words = StepWords(text, day(due), day(-10))
    label = client.label if client else about
    agree_next_step(
        book, words, about=label, client_id=client.id if client else None, employer_id=employer_id
    )
