"""A coach's first days, by keys alone, from the first question to the morning after."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.cli.running import Coach
from tests.screens.running import HandClock, open_app, paste, press, shows, until, write
from tests.screens.today_desk import in_focus, standing
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.store.clients import all_clients, clients_on_caseload
from valmentaja.store.diary import entry_or_none
from valmentaja.texts import Language, Texts

FIVE = ("Aino Kallio", "Pekka Salo", "Leena Virta", "Omar Haddad", "Helmi Aalto")
TEN = (*FIVE, "Sanna Niemi", "Toivo Lehto", "Eero Laine", "Ritva Maja", "Olli Kuusi")
DIARY = "Kysyin ensin, neuvoin vasta sitten.\n\nHuomenna: soitto Lounas-Aittaan."


class Day:
    """One opening of the program, used by keys alone."""

    def __init__(self, app: Workbench, pilot: Pilot[None], texts: Texts) -> None:
        self.app = app
        self.pilot = pilot
        self.texts = texts

    async def press(self, *keys: str) -> None:
        await press(self.pilot, *keys)

    async def fill(self, *fields: str) -> None:
        """Puts texts into one field after another in place of what stands there, and keeps the form; "" leaves one."""
        for place, text in enumerate(fields):
            if place:
                await self.press("tab")
            if text:
                await self.press("ctrl+u")
                await paste(self.pilot, text)
        await self.press("enter")

    def says(self, key: str, **parameters: str) -> bool:
        """Whether the screen shows the text of ours."""
        return shows(self.app, self.texts(key, **parameters))

    async def begin(self) -> None:
        """The first run: language and employer as they are offered, full time, without a passphrase."""
        await self.press("enter", "enter", "enter", "down", "enter")
        await until(self.pilot, lambda: self.says("first_run.begin"))
        await self.press("enter")
        await until(self.pilot, lambda: self.app.is_open)

    async def take_on(self, *names: str) -> None:
        for name in names:
            await self.press("n")
            await self.fill(name, "", "2026-11-02")

    async def find(self, name: str) -> None:
        """Down the list to a name."""
        for _ in range(30):
            if in_focus(self.app) == name:
                return
            await self.press("down")
        raise AssertionError(f"{name} is not in the list")

    async def quit(self) -> None:
        await self.press("ctrl+q")
        assert self.app._exit


@pytest.mark.parametrize(("language", "names"), [("fi", TEN), ("en", FIVE)])
async def test_from_the_first_question_to_the_morning_after(
    nobody: Home, language: Language, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, texts = HandClock(), Texts(language)
    async with open_app(nobody, clock=clock, language=language) as (app, pilot):
        day = Day(app, pilot, texts)
        await day.begin()
        assert standing(app) == []
        await day.take_on(*names)
        assert len(clients_on_caseload(app.book, app.clock.today)) == len(names)
        await _first_day(day)
        await day.quit()

    clock.forward(days=1)
    async with open_app(nobody, clock=clock, language=language) as (app, pilot):
        await _morning_after(Day(app, pilot, texts), names)
    assert "Pekka Salo" in Coach(Path(nobody.folder), monkeypatch).did("client", "show", "Pekka")


async def _first_day(day: Day) -> None:
    """Contacts with employers and clients, a step, one put aside, and the diary."""
    app = day.app
    for employer in ("Lounas-Aitta", "Kahvila Kulma", "Lounas-Aitta"):
        await day.press("k")
        await write(day.pilot, employer)
        await day.press("enter")
    assert shows(app, "3/6")
    await day.find("Aino Kallio")
    await day.press("y", "enter")
    await day.press("u")
    assert shows(app, "Aino Kallio")
    await day.press("j")
    await day.find("Pekka Salo")
    await day.press("e", "2")
    await day.find("Leena Virta")
    await day.press("y", "enter")
    await day.find("Leena Virta")
    await day.press("a")
    await day.fill("käydään kirjastossa", "huomenna" if day.texts.language == "fi" else "tomorrow")
    await day.find("Omar Haddad")
    await day.press("l")
    await day.fill("2026-11-30", "matkoilla")
    assert "Omar Haddad" not in standing(app)
    await day.press("5")
    await paste(day.pilot, DIARY)
    await day.press("escape", "1")
    assert day.says("today.diary_written")


async def _morning_after(day: Day, names: tuple[str, ...]) -> None:
    """All is there; the step of today is done; one ends; what was done in error is taken back."""
    app = day.app
    entry = entry_or_none(app.book, app.clock.today.replace(day=24))
    assert entry is not None
    assert entry.text == DIARY
    assert day.says("today.diary_open")
    await day.find("Leena Virta")
    await day.press("t")
    assert day.says("today.step_done", text="käydään kirjastossa")
    await day.press("d")
    assert shows(app, "käydään kirjastossa")
    await day.press("escape")
    assert "Omar Haddad" not in standing(app)
    await day.press("2", "/")
    await write(day.pilot, "helm")
    await day.press("enter")
    assert shows(app, "Helmi Aalto")
    await day.press("escape", "1", "u")
    assert "Leena Virta" in standing(app)
    assert {one.label for one in all_clients(app.book)} == set(names)
    await day.quit()
