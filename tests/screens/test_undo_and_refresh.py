"""Taking back and doing again, with names; and what another process writes while the screens are open."""

from pathlib import Path

import pytest

from tests.cli.running import Coach, process
from tests.screens.running import open_app, page, press, shows, until, write
from tests.screens.test_today import ORDER
from tests.screens.today_desk import client_id, in_focus, standing
from tests.store.workbooks import TODAY, aino, met, opened
from valmentaja.places import Home
from valmentaja.store.clients import all_clients
from valmentaja.texts import Language

SAID: dict[Language, tuple[str, str]] = {
    "fi": (
        "Kumottu: yhteys kirjattu 24.11.2026: Pekka Salo",
        "Tehty uudelleen: yhteys kirjattu 24.11.2026: Pekka Salo",
    ),
    "en": (
        "Undone: contact logged 24 Nov 2026: Pekka Salo",
        "Done again: contact logged 24 Nov 2026: Pekka Salo",
    ),
}


@pytest.mark.parametrize("language", SAID)
async def test_what_was_done_is_taken_back_and_done_again_by_name(small: Home, language: Language) -> None:
    undone, redone = SAID[language]
    async with open_app(small, language=language) as (app, pilot):
        await press(pilot, "t", "u")
        assert "Pekka Salo" in standing(app)
        assert shows(app, undone)
        await press(pilot, "j")
        assert "Pekka Salo" not in standing(app)
        assert shows(app, redone)


async def test_undo_goes_back_change_by_change_to_the_beginning_and_then_says_so(empty: Home) -> None:
    with opened(empty) as book:
        aino(book, "Aino")
        aino(book, "Pekka")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "u")
        assert [one.label for one in all_clients(app.book)] == ["Aino"]
        await press(pilot, "u")
        assert all_clients(app.book) == ()
        assert "n" in {key for command, key in page(app).commands_now() if command == "add"}
        await press(pilot, "u")
        assert shows(app, "Ei ole mitään kumottavaa.")
        await press(pilot, "j", "j", "j")
        assert len(all_clients(app.book)) == 2


async def test_a_new_deed_ends_what_could_be_done_again(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "t", "u", "down", "t", "j")
        assert "Pekka Salo" in standing(app)


async def test_undo_also_takes_back_what_another_window_did(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        with opened(small) as other:
            met(other, next(one for one in all_clients(other) if one.label == "Pekka Salo"))
        await app.pulse()
        assert "Pekka Salo" not in standing(app)
        await press(pilot, "u")
        assert "Pekka Salo" in standing(app)


async def test_what_a_command_logs_meanwhile_is_soon_there(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        assert shows(app, "0/6")
        said = process(Path(small.folder), "--on", TODAY.isoformat(), "log", "Kahvila Kulma")
        assert said.code == 0, said.err
        await until(pilot, lambda: shows(app, "1/6"))


async def test_the_focus_stays_on_its_record_whatever_is_written_elsewhere(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "down", "down")
        with opened(small) as other:
            met(other, next(one for one in all_clients(other) if one.label == "Pekka Salo"))
        await app.pulse()
        await pilot.pause()
        assert standing(app) == ORDER[1:]
        assert in_focus(app) == "Aino Kallio"


async def test_the_focus_stays_also_when_its_own_record_moves(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        with opened(small) as other:
            other.execute("UPDATE client SET start_on = '2026-11-01' WHERE name = 'Leena Virta'")
            other.execute("UPDATE next_step SET due_on = '2026-11-26' WHERE text = 'soita Lounas-Aittaan'")
        await press(pilot, "down", "down")
        await app.pulse()
        await pilot.pause()
        assert in_focus(app) == "Aino Kallio"
        assert standing(app)[1] != "Aino Kallio"


async def test_when_the_one_in_focus_is_gone_the_next_in_its_place_has_the_focus(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "down")
        with opened(small) as other:
            leena = client_id(other, "Leena Virta")
            other.execute(
                "UPDATE client SET ended_on = '2026-11-24', end_reason = 'x' WHERE id = ?", (leena,)
            )
        await app.pulse()
        await pilot.pause()
        assert in_focus(app) == "Aino Kallio"


async def test_a_form_half_filled_in_is_not_disturbed_by_what_is_written_elsewhere(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "a")
        await write(pilot, "soita ")
        with opened(small) as other:
            met(other, next(one for one in all_clients(other) if one.label == "Omar Haddad"))
        await app.pulse()
        await write(pilot, "Liisalle")
        assert shows(app, "soita Liisalle")
        assert shows(app, "Seuraava askel: Pekka Salo")


async def test_what_was_said_stands_until_the_next_key(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "t")
        assert shows(app, "Tapaaminen kirjattu")
        await app.pulse()
        assert shows(app, "Tapaaminen kirjattu")
        await press(pilot, "down")
        assert not shows(app, "Tapaaminen kirjattu")
        assert shows(app, "Työnantajatapaamiset")


async def test_how_to_take_back_is_no_longer_said_when_a_command_has_done_something_since(
    small: Home,
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "t")
        assert shows(app, "u kumoaa")
        with opened(small) as other:
            met(other, next(one for one in all_clients(other) if one.label == "Omar Haddad"))
        await app.pulse()
        assert not shows(app, "u kumoaa"), "it would take back what the command did"


async def test_nothing_is_drawn_while_nothing_happens(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        drawn: list[object] = []
        app._display = lambda *drawing: drawn.append(drawing)  # type: ignore[method-assign]
        for _ in range(3):
            await app.pulse()
            await pilot.pause()
        assert drawn == []


async def test_the_command_line_tells_what_the_screens_did(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(small) as (_, pilot):
        await press(pilot, "t")
    assert "Pekka Salo" in Coach(Path(small.folder), monkeypatch).did("undo")
