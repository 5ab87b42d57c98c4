"""What a coach has written is only text also in lists under fields, in every dialog, on the status line and in undo."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import cast

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from tests.screens.hostile import HOSTILE, faults_in, hostile_home
from tests.screens.running import open_app, paste, press, screen_text, shows, until, write
from tests.screens.windows import resize
from tests.store.workbooks import day, opened
from valmentaja.desks.fields import record_with, value_in
from valmentaja.errors import CannotBeMet
from valmentaja.places import Home
from valmentaja.rules.fields import FIELDS, FieldKind
from valmentaja.screens.clients.end_form import EndForm
from valmentaja.screens.clients.new_client import ClientForm
from valmentaja.screens.clients.put_aside_form import PutAsideForm
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.contacts.meet_form import MeetForm
from valmentaja.screens.employers.new_employer import EmployerForm
from valmentaja.screens.find.page import FindScreen
from valmentaja.screens.help.palette import Palette
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.both_texts import BothTexts
from valmentaja.screens.records.field_editor import FieldEditor
from valmentaja.screens.records.field_writing import FieldOfRecord, FieldWriting
from valmentaja.screens.records.step_form import StepForm
from valmentaja.screens.records.value_form import ValueForm
from valmentaja.screens.shell.ask import Ask
from valmentaja.screens.shell.choose import Choose
from valmentaja.screens.shell.form import Form
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.fields import ChoiceField, LineField, TextField
from valmentaja.screens.widgets.name_field import NameField, NameList
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.screens.widgets.status_line import MOST_LINES, StatusLine
from valmentaja.store.clients import add_client, clients_on_caseload
from valmentaja.store.employers import add_employer, employers

SIZES = ((80, 24), (60, 16), (130, 40))
READ_OR_CHOSEN = frozenset(FieldKind) - {FieldKind.TEXT, FieldKind.NAME, FieldKind.CHOICE, FieldKind.YES_NO}


@pytest.fixture
async def hostile(tmp_path: Path) -> AsyncIterator[tuple[Workbench, Pilot[None], dict[str, str]]]:
    """The program with a workbook full of hostile texts, and by what each of them begins."""
    home, markers = hostile_home(tmp_path / "home")
    add_namesakes(home)
    async with open_app(home) as (app, pilot):
        yield app, pilot, markers


def add_namesakes(home: Home) -> None:
    """More of each kind whose names begin as hostile ones do, so that a list of them opens under a field."""
    with opened(home) as book:
        for number in range(3):
            add_employer(
                book,
                name=f"M[/b]{number}{HOSTILE}",
                sector=None,
                industry=None,
                town=HOSTILE,
                added_on=day(-9),
            )
            add_client(book, name=f"M[/b]{number}{HOSTILE}", code=None, start_on=day(-50), phase="engagement")


def look(app: Workbench, about: object = "") -> None:
    """Nothing acts, no line is wider than the window, and the frame of a dialog is whole."""
    lines, size = screen_text(app), app.size
    assert faults_in(app) == [], (about, lines)
    assert len(lines) == size.height, about
    assert [line for line in lines if cell_len(line) > size.width] == [], about
    assert app.title == "Valmentaja"
    for box in app.screen.query("#box"):
        region = box.region
        sides = {
            (strip.crop(region.x, region.x + 1).text, strip.crop(region.right - 1, region.right).text)
            for strip in app.screen._compositor.render_strips()[region.y + 1 : region.bottom - 1]
        }
        assert sides <= {("│", "│"), ("│", "╮"), ("│", "╯"), ("│", "─")}, (about, lines)


async def fill_with_hostile(app: Workbench, pilot: Pilot[None], form: Form[object]) -> None:
    """Hostile text into every field that takes text."""
    for field in form.query("LineField, TextField, NameField"):
        assert isinstance(field, LineField | TextField)
        field.focus()
        await pilot.pause()
        await paste(pilot, " ".join(HOSTILE.splitlines()) if field.id == "line" else HOSTILE)
    look(app, form)


def forms(app: Workbench) -> Iterator[Form[object]]:
    """Every form there is, about a hostile record."""
    from valmentaja.content.end_reasons import end_reasons  # the door of a content file

    client = clients_on_caseload(app.book, app.clock.today)[0]
    employer = employers(app.book)[0]
    made = (
        StepForm(client),
        PutAsideForm(client),
        ClientForm(HOSTILE),
        EmployerForm(HOSTILE),
    )
    yield from cast("tuple[Form[object], ...]", made)
    yield from cast(
        "tuple[Form[object], ...]", (MeetForm(client), LogForm(client), LogForm(employer=employer))
    )
    for reason in end_reasons(app.texts.language)[-1:]:
        yield cast("Form[object]", EndForm(client, reason))


async def test_every_form_filled_with_hostile_text_stays_a_form(
    hostile: tuple[Workbench, Pilot[None], dict[str, str]],
) -> None:
    app, pilot, _ = hostile
    for form in forms(app):
        await app.push_screen(form)
        await pilot.pause()
        look(app, form)
        await fill_with_hostile(app, pilot, form)
        form.tell_wrong(HOSTILE)
        for size in SIZES[1:]:
            await resize(app, pilot, size)
            look(app, (form, size))
        await resize(app, pilot, (80, 24))
        await press(pilot, "ctrl+s")
        look(app, form)
        while len(app.screen_stack) > 1:
            await press(pilot, "escape")
            look(app, "left")


async def test_fields_of_every_kind_open_with_hostile_words_about_them(
    hostile: tuple[Workbench, Pilot[None], dict[str, str]],
) -> None:
    app, pilot, _ = hostile
    ids = {"client": clients_on_caseload(app.book, app.clock.today)[0].id}
    ids["employer"] = employers(app.book)[0].id
    for kind, record_id in ids.items():
        record = record_with(app.book, kind, record_id)
        for field in FIELDS[kind]:
            target = FieldOfRecord(kind, record_id, field, HOSTILE)
            screen: Dialog[object]
            if field.kind in READ_OR_CHOSEN:
                screen = cast("Dialog[object]", ValueForm(target, value_in(record, field)))
            else:
                writing = FieldWriting(app.drafts, target)
                screen = cast("Dialog[object]", FieldEditor(target, writing))
            await app.push_screen(screen)
            await pilot.pause()
            look(app, (kind, field.name))
            if field.kind in READ_OR_CHOSEN:
                await paste(pilot, HOSTILE)
                await press(pilot, "enter")
                look(app, (kind, field.name))
            await app.pop_screen()


async def test_questions_and_their_answers_are_only_text(
    hostile: tuple[Workbench, Pilot[None], dict[str, str]],
) -> None:
    app, pilot, _ = hostile

    def refuses(_typed: str) -> str:
        raise CannotBeMet("client.unknown", name=HOSTILE)

    questions: tuple[object, ...] = (
        Ask(HOSTILE, HOSTILE, str, lambda _meant: HOSTILE),
        Ask(HOSTILE, HOSTILE, refuses, str),
        Choose(HOSTILE, [(str(number), HOSTILE) for number in range(20)]),
        BothTexts(HOSTILE, mine=HOSTILE, theirs=HOSTILE * 9, typed_at=datetime(2026, 11, 24, 9, 10)),
    )
    for question in questions:
        await app.push_screen(cast("Dialog[object]", question))
        await pilot.pause()
        look(app, question)
        assert shows(app, "[/b] [@click=app.quit]x[/]")
        if isinstance(question, Ask):
            await paste(pilot, HOSTILE)
            look(app, question)
            if question._read is refuses:
                await press(pilot, "enter")
        for key in ("down", "tab", "pagedown"):
            await press(pilot, key)
            look(app, question)
        for size in SIZES:
            await resize(app, pilot, size)
            look(app, (question, size))
        await resize(app, pilot, (80, 24))
        await app.pop_screen()


async def test_names_listed_under_a_field_are_only_text(
    hostile: tuple[Workbench, Pilot[None], dict[str, str]],
) -> None:
    app, pilot, _ = hostile
    for key, field in (("k", "employer"), ("k", "client"), ("y", "clients")):
        if key == "y":
            await app.push_screen(MeetForm(None))
            await pilot.pause()
        else:
            await press(pilot, key)
        assert isinstance(app.screen, Form)
        named = app.screen.field(field)
        assert isinstance(named, NameField)
        named.focus()
        named.value = ""
        await write(pilot, "m[/b")
        lists = [one for one in app.screen.query(NameList) if one.display]
        assert lists, (field, screen_text(app))
        look(app, field)
        for _ in range(4):
            await press(pilot, "down")
            look(app, field)
        assert shows(app, "M[/b]0[/b] [@click=app.quit]x[/]")
        await press(pilot, "enter")
        look(app, field)
        await app.pop_screen()


async def test_what_is_found_is_only_text(hostile: tuple[Workbench, Pilot[None], dict[str, str]]) -> None:
    app, pilot, _ = hostile
    await press(pilot, "ctrl+f")
    assert isinstance(app.screen, FindScreen)
    await paste(pilot, "bold")
    rows = app.screen.query_one(RowList)
    await until(pilot, lambda: rows.focused_id is not None)
    for size in SIZES:
        await resize(app, pilot, size)
        for _ in range(8):
            look(app, size)
            await press(pilot, "pagedown")
    await paste(pilot, HOSTILE)
    look(app)
    await press(pilot, "enter")
    await pilot.pause(0.1)
    look(app, "nothing found, told with the words")


async def test_what_is_said_and_taken_back_and_looked_for_is_only_text(
    hostile: tuple[Workbench, Pilot[None], dict[str, str]],
) -> None:
    app, pilot, markers = hostile
    app.say_sentence(HOSTILE)
    await pilot.pause()
    look(app)
    assert shows(app, "[/b] [@click=app.quit]x[/]")
    app.say_sentence(HOSTILE * 20)
    await pilot.pause()
    look(app)
    assert app.screen.query_one(StatusLine).content_size.height == MOST_LINES
    await press(pilot, "s")
    look(app, "explained")
    await press(pilot, "s", "ctrl+p")
    assert isinstance(app.screen, Palette)
    await paste(pilot, HOSTILE)
    look(app)
    await press(pilot, "escape", "2")
    told: list[str] = []
    for key in ("u", "j"):
        for _ in range(60):
            await press(pilot, key)
            look(app, key)
            assert app.screen.query_one(StatusLine).content_size.height <= MOST_LINES
            told.append("\n".join(screen_text(app)[-2 - MOST_LINES :]))
    assert sum(any(marker in one for marker in markers.values()) for one in told) > 9, (
        "an undo names the record"
    )


async def test_words_to_choose_from_that_hold_hostile_text_stay_on_their_line(
    hostile: tuple[Workbench, Pilot[None], dict[str, str]],
) -> None:
    app, pilot, _ = hostile
    field = ChoiceField([("a", HOSTILE), ("b", HOSTILE)], "a")
    await app.screen.mount(field, before=0)
    await pilot.pause()
    look(app)
