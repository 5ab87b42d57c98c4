"""What a coach, a client's name or an import may hold is text on every screen: it never acts, and never breaks one."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from rich.cells import cell_len
from textual.pilot import Pilot

import valmentaja.screens
from tests.screens.hostile import drawn, faults_in, hostile_home
from tests.screens.running import open_app, paste, press, screen_text, shows, write
from valmentaja.errors import CannotBeMet
from valmentaja.places import Home
from valmentaja.rules.fields import field_named
from valmentaja.screens.door.demo import DemoNote
from valmentaja.screens.door.door import Trouble
from valmentaja.screens.door.records_asked import RecordsAsked
from valmentaja.screens.door.unlock import Unlock
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.record_page import RecordPage
from valmentaja.screens.shell.page import InWorkbench, Page
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.store.clients import all_clients
from valmentaja.store.steps import steps_of_client

SIZE = (90, 32)

BEFORE_THERE_ARE_RECORDS = {
    *("LanguagePage", "RecordsPage", "SharePage", "ProtectPage", "BeginPage"),
    *("NewPassphrase", "RecoveryCode", "CodePage", "Opening"),
}
"""Pages of the first run and of the way in: they show nothing that a coach has written."""

NOT_PRESSED = {
    *(
        "done",
        "remove",
        "supervision",
        "bring_back",
        "undo",
        "redo",
        "done_step",
        "finish_step",
        "keep",
        "finish",
    ),
    *("quit", "lock", "theme", "hide", "leave", "leave_text", "back", "go_on", "open", "write", "step_out"),
    *("earlier", "later", "now", "next_part", "previous_part", "log_anywhere", "find_here", "help_anywhere"),
    *("desk_today", "desk_clients", "desk_employers", "desk_week", "desk_diary"),
    *("desk_my_work", "time", "unfinished"),
}
"""What acts at once, or goes where the walk goes anyway."""


NOT_THE_SAME_ANYWHERE = {
    *("add", "change", "end", "everyone", "go_to_day", "explain", "hints", "for_client", "outcome", "book"),
}
"""Other commands open the same dialog from every page: it is looked at once."""


def every_screen() -> Iterator[type[InWorkbench[object]]]:
    """Each kind of screen that there is; those that others are made from are none themselves."""
    for module in pkgutil.walk_packages(valmentaja.screens.__path__, "valmentaja.screens."):
        import_module(module.name)
    waiting: list[type[InWorkbench[object]]] = [InWorkbench]
    while waiting:
        kind = waiting.pop()
        made = kind.__subclasses__()
        waiting += made
        if not made:
            yield kind


def kind_of(row: str) -> str:
    """What a row leads to: a field by how it is read, the same for all such fields; a record as itself."""
    kind, *rest = row.split("/")
    if kind == "answer":
        return "question"
    if len(rest) != 2:
        return row
    field = field_named(kind, rest[1])
    if (kind, rest[1]) == ("placement", "start"):
        return row  # it moves with a reason
    return f"{kind} {rest[1]}" if rest[1] == "address" else f"field {field.kind if field else rest[1]}"


class Walk:
    """Goes through the screens by keys, and looks at each of them closely."""

    def __init__(self, app: Workbench, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.seen: set[str] = set()
        self.text = ""
        self._explored: set[str] = set()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await press(self.pilot, key)
            self.look()

    @property
    def screen(self) -> InWorkbench[None]:
        """The screen in sight."""
        return cast("InWorkbench[None]", self.app.screen)

    def look(self) -> None:
        """Nothing on the screen commands or acts."""
        self.seen.add(type(self.app.screen).__name__)
        assert faults_in(self.app) == [], (type(self.app.screen).__name__, screen_text(self.app))
        self.text += "".join(segment.text for segment in drawn(self.app)) + "\n"

    async def explore(self) -> None:
        """Everything that the page in sight leads to."""
        here = self.screen
        assert isinstance(here, Page)
        for command, key in here.commands_now():
            done = f"{type(here).__name__} {command}" if command in NOT_THE_SAME_ANYWHERE else command
            if command not in NOT_PRESSED and done not in self._explored:
                self._explored.add(done)
                await self.press(key)
                await self.back_to(here)
        for rows in here.query(RowList):
            for row in [one.id for one in rows._rows if one.id]:
                if kind_of(row) not in self._explored:
                    self._explored.add(kind_of(row))
                    await self._open_row(here, rows, row)
            await self._read_through(rows)

    async def _read_through(self, rows: RowList) -> None:
        """A long list, screen by screen: a row that is higher than what is left of one is read on the next."""
        if rows.virtual_size.height <= rows.size.height:
            return
        for top in range(0, rows.virtual_size.height, max(1, rows.size.height)):
            rows.scroll_to(y=top, animate=False, immediate=True)
            await self.pilot.pause()
            self.look()

    async def _open_row(self, here: InWorkbench[None], rows: RowList, row: str) -> None:
        rows.highlighted = next(place for place, one in enumerate(rows._rows) if one.id == row)
        part = here.part if isinstance(here, RecordPage) else ""
        await self.press("enter")
        opened = self.screen
        if isinstance(opened, Page) and opened is not here:
            await self._explore_parts(opened)
        await self.back_to(here)
        if isinstance(here, RecordPage) and here.part != part:  # a month or a week opens on the same page
            here.open_part(part)
            await self.press("home")

    async def _explore_parts(self, page: Page) -> None:
        parts = len(getattr(page, "_parts", ())) or 1
        for _ in range(parts):
            await self.explore()
            if parts > 1:
                await self.press(next(key for command, key in page.commands_now() if command == "next_part"))

    async def back_to(self, here: InWorkbench[None]) -> None:
        for _ in range(6):
            if self.screen is here and not here.is_typing:
                return
            await self.press("enter" if type(self.app.screen).__name__ == "HiddenScreen" else "escape")
        raise AssertionError(f"{self.app.screen} is not left with Esc")


async def look_at_the_rest(walk: Walk, page: InWorkbench[None]) -> None:
    """What no key of a page at hand leads to: the blank screen, a window too small, an ending, the demo, the door."""
    await walk.press("ctrl+l")
    await walk.back_to(page)
    await walk.pilot.resize_terminal(30, 8)
    walk.look()
    await walk.pilot.resize_terminal(*SIZE)
    await walk.press("2", "p", "end", "enter", "escape", "1")
    await walk.press("2", "k", "f7", "f7", "escape", "1")
    await walk.press("2", "enter", "n", "enter", "escape", "escape", "1")
    await walk.press("2", "enter", "tab", "n", "2", "escape", "escape", "1")
    await look_at_times_and_groups(walk)
    await look_at_other_days(walk)
    await look_at_what_changed(walk)
    await walk.press("6", "tab", "n", "escape", "enter", "f8", "escape", "escape", "1")
    await look_at_settings(walk)
    folder = walk.app.home.folder
    screens: list[InWorkbench[None]] = [DemoNote(f"valmentaja --home {folder}", folder), Unlock()]
    screens += [RecordsAsked(), Trouble(CannotBeMet("workbook.gone", home=folder))]
    for screen in screens:
        await walk.app.push_screen(screen)
        await walk.pilot.pause()
        walk.look()
        await walk.app.pop_screen()


async def look_at_other_days(walk: Walk) -> None:
    """The list of yesterday, the week ahead with all that it leads to, the list narrowed."""
    await walk.press("left", "s", "escape", "home", "right", "right", "left")
    await walk.explore()
    await walk.press("escape", "slash", "m", "enter", "escape")


async def look_at_what_changed(walk: Walk) -> None:
    """From the questions of the client who has answered them in two rounds; and what comes of an answer."""
    await walk.press("2", "end", "enter")
    page = cast("RecordPage", walk.screen)
    while page.part != "questions":
        await walk.press("tab")
    await walk.press("left", "end", "escape")
    await walk.press("enter", "escape", "a", "escape", "n", "escape", "escape", "escape", "1")


async def look_at_settings(walk: Walk) -> None:
    """One of each form; in that of a reason the effect on a list of such names, and what the numbers mean."""
    await walk.press("f9")
    page = walk.screen
    for key in ("language", "weekly_target", "service_words", "keys", "signal.no_contact"):
        rows = page.query_one(RowList)
        rows.highlighted = next(place for place, one in enumerate(rows._rows) if one.id == key)
        await walk.press("enter", "shift+tab", "left", "f2", "escape")
        await walk.back_to(page)
    await walk.press("escape")


async def look_at_times_and_groups(walk: Walk) -> None:
    """A time of today that is moved; a new group, one that there is, and who joins it."""
    walk.screen.query_one(RowList).highlighted = 0
    await walk.press("f8", "escape", "o", "2", "escape")
    await walk.press("q", "n", "escape", "enter", "n", "escape", "f8", "escape", "end", "escape", "escape")


async def test_every_text_of_every_record_is_literal_on_every_screen(tmp_path: Path) -> None:
    home, markers = hostile_home(tmp_path / "[@click=app.quit]home[b]")
    async with open_app(home, size=SIZE) as (app, pilot):
        walk = Walk(app, pilot)
        for desk in "123456":
            await walk.press(desk)
            await walk.explore()
        await walk.press("5", "escape", "left", "1")
        await look_at_the_rest(walk, walk.screen)
        unseen = {kind.__name__ for kind in every_screen()} - walk.seen - BEFORE_THERE_ARE_RECORDS
        assert unseen == set(), "these screens are not walked through"
        missing = {about for about, marker in markers.items() if marker not in walk.text}
        assert missing == set(), "these texts are not shown literally anywhere"
        assert app.title == "Valmentaja"
        assert "[@click=app.quit]home[b]" in walk.text


def test_the_screens_that_are_not_walked_through_are_there() -> None:
    assert {kind.__name__ for kind in every_screen()} >= BEFORE_THERE_ARE_RECORDS


async def test_hostile_text_breaks_no_line_of_a_small_terminal(tmp_path: Path) -> None:
    home, _ = hostile_home(tmp_path / "home")
    async with open_app(home) as (app, pilot):
        walk = Walk(app, pilot)
        for key in ("2", "enter", "escape", "3", "enter", "escape", "4", "5", "escape", "1", "s", "d"):
            await walk.press(key)
            assert {cell_len(line) <= 80 for line in screen_text(app)} == {True}
            assert len(screen_text(app)) == 24
            assert shows(app, "─" * 78), "the rule under the desks is whole"


async def test_hostile_text_in_fields_is_kept_as_it_was_pasted(small: Home) -> None:
    pasted = "[/b] [@click=app.quit]x[/] \x1b[2J \u202egnp \x9b31m"
    async with open_app(small) as (app, pilot):
        await press(pilot, "a")
        await paste(pilot, pasted)
        assert faults_in(app) == []
        assert shows(app, "[/b] [@click=app.quit]x[/] ␛[2J �gnp �31m")
        await press(pilot, "tab")
        await write(pilot, "pe")
        await press(pilot, "enter")
        assert faults_in(app) == []
        texts = [step.text for one in all_clients(app.book) for step in steps_of_client(app.book, one.id)]
        assert pasted in texts
