"""What a coach finds out without asking anybody: help, the guide, the palette, and keys of one's own."""

import webbrowser
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Markdown

from tests.screens.running import footer, open_app, press, screen_text, shows, until, write
from tests.store.workbooks import TODAY, opened
from valmentaja.content.guide import ORDER, guide_pages
from valmentaja.content.loader import ContentError, data_folder
from valmentaja.model.client import Client
from valmentaja.places import Home
from valmentaja.screens.help.guide import PAGE_OF_DESK, GuideScreen
from valmentaja.screens.help.help import HelpScreen
from valmentaja.screens.help.palette import Palette, deeds, found
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.widgets.guide_text import GuideText
from valmentaja.screens.widgets.laid_out import LaidOut
from valmentaja.settings.registry import change_setting, setting_named
from valmentaja.store.clients import all_clients
from valmentaja.texts import LANGUAGES, Texts


def _with_keys(home: Home, keys: str) -> None:
    with opened(home) as book:
        change_setting(book, setting_named("keys"), keys, TODAY)


def _told(app: Workbench) -> str:
    """All that help says, also what is scrolled out of sight."""
    return app.screen.query_one(LaidOut).render().plain


# Help


async def test_help_tells_what_the_keys_do_where_the_coach_is(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        offered = footer(app)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert shows(app, "Mitä näppäimet tekevät tässä")
        told = _told(app)
        assert [one for one in offered if one not in told] == []
        assert "Kaikilla sivuilla" in told
        assert "Kaikkialla, myös kesken kirjoittamisen" in told
        await press(pilot, "escape")
        assert footer(app) == offered


async def test_help_comes_in_a_field_too_and_says_that_letters_are_text(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "a")
        await write(pilot, "soita?")
        form = app.screen
        await press(pilot, "f1")
        assert "Kun kirjoitat, kirjaimet ovat tekstiä" in _told(app)
        await press(pilot, "escape")
        assert app.screen is form
        assert shows(app, "soita?")


async def test_the_key_that_asks_for_help_closes_it_again(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        desk = app.screen
        await press(pilot, "f1", "f1")
        assert app.screen is desk


async def test_help_is_laid_out_anew_for_the_terminal_and_read_to_its_end(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "f1")
        for size in ((60, 16), (160, 30), (70, 20)):
            await pilot.resize_terminal(*size)
            await press(pilot, "home")
            await until(pilot, lambda: shows(app, "Tässä"))
            await press(pilot, "end")
            await until(pilot, lambda: shows(app, "F1 "))


# The guide


async def test_the_guide_opens_at_the_page_that_fits_and_turns_with_the_arrows_or_by_its_list(
    small: Home,
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "w")
        await _is_read(app, pilot, PAGE_OF_DESK["today"])
        await press(pilot, "right")
        await _is_read(app, pilot, ORDER[ORDER.index(PAGE_OF_DESK["today"]) + 1])
        await press(pilot, *["left"] * 20)
        await _is_read(app, pilot, ORDER[0])
        await press(pilot, "shift+tab", "down", "enter")
        await _is_read(app, pilot, ORDER[1])
        await press(pilot, "escape")
        assert app.current_mode == "today"
        assert len(app.screen_stack) == 1


async def test_a_page_is_read_to_its_end_by_the_space_bar(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "w")
        await _is_read(app, pilot, PAGE_OF_DESK["today"])
        last = guide_pages("fi")[ORDER.index(PAGE_OF_DESK["today"])].text.split()[-1]
        assert not shows(app, last)
        await press(pilot, *["space"] * 30)
        await until(pilot, lambda: shows(app, last))


async def test_help_leads_to_the_guide_and_esc_back_to_help(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "f1", "w")
        await _is_read(app, pilot, PAGE_OF_DESK["today"])
        await press(pilot, "escape")
        assert isinstance(app.screen, HelpScreen)


async def test_a_link_opens_its_page_here_and_never_a_browser(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_elsewhere: list[object] = []
    monkeypatch.setattr(App, "open_url", lambda *given, **_: opened_elsewhere.append(given))
    monkeypatch.setattr(webbrowser, "open", opened_elsewhere.append)
    async with open_app(small) as (app, pilot):
        await press(pilot, "w")
        await _is_read(app, pilot, PAGE_OF_DESK["today"])
        text = app.screen.query_one(GuideText)
        for href in ("https://example.com", "mailto:a@b", "nowhere.md"):
            text.post_message(Markdown.LinkClicked(text, href))
        await pilot.pause()
        await _is_read(app, pilot, PAGE_OF_DESK["today"])
        text.post_message(Markdown.LinkClicked(text, "safety.md#x"))
        await _is_read(app, pilot, "safety")
    assert opened_elsewhere == []


async def test_every_page_can_be_shown_in_the_coachs_language(small: Home) -> None:
    async with open_app(small, language="en") as (app, pilot):
        await press(pilot, "w")
        await _is_read(app, pilot, PAGE_OF_DESK["today"])
        screen = app.screen
        assert isinstance(screen, GuideScreen)
        for page in guide_pages("en"):
            screen.read_page(page.name)
            await _is_read(app, pilot, page.name)
            await until(pilot, partial(shows, app, page.title))


async def _is_read(app: Workbench, pilot: Pilot[None], name: str) -> None:
    """Waits until the page stands on the screen."""
    title = next(page.title for page in guide_pages(app.texts.language) if page.name == name)
    await until(
        pilot,
        lambda: (
            isinstance(app.screen, GuideScreen)
            and app.screen.page_read == name
            and app.screen.query_one(GuideText).source.startswith(f"# {title}")
        ),
    )


@pytest.mark.parametrize(
    ("damage", "key"),
    [
        (lambda page: page.unlink(), "content.unreadable"),
        (lambda page: page.write_bytes(b"# \xff\xfe"), "content.not_text"),
        (lambda page: page.write_text("no heading"), "content.no_title"),
        (lambda page: page.write_text(""), "content.no_title"),
    ],
)
def test_a_page_that_is_missing_or_broken_is_an_error_with_a_sentence(
    tmp_path: Path, damage: "object", key: str
) -> None:
    copytree(f"{data_folder()}/guide", tmp_path / "guide")
    damage(tmp_path / "guide" / "fi" / "diary.md")  # type: ignore[operator]
    with pytest.raises(ContentError) as refusal:
        guide_pages("fi", str(tmp_path))
    assert refusal.value.key == key
    assert "guide/fi/diary.md" in Texts("fi")(f"error.{key}", **refusal.value.parameters)


async def test_a_damaged_guide_says_so_where_it_would_be_read(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_language: str) -> None:
        raise ContentError("content.unreadable", file="guide/fi/start.md")

    monkeypatch.setattr("valmentaja.screens.help.guide.guide_pages", damaged)
    async with open_app(small) as (app, pilot):
        await press(pilot, "w")
        assert shows(app, "guide/fi/start.md")
        await press(pilot, "right", "escape")
        assert app.current_mode == "today"


# The palette


async def test_the_palette_finds_a_desk_by_its_name_with_or_without_dots(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        for typed in ("päiväk", "PAIVAK"):
            await press(pilot, "ctrl+p")
            assert isinstance(app.screen, Palette)
            await write(pilot, typed)
            await press(pilot, "enter")
            await until(pilot, lambda: app.current_mode == "diary")
            await press(pilot, "1")


async def test_what_is_chosen_in_the_palette_is_done_to_the_one_in_focus(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "down", "s")
        explained = screen_text(app)
        await press(pilot, "s", "ctrl+p")
        await write(pilot, "selitys")
        await press(pilot, "enter")
        await until(pilot, lambda: screen_text(app) == explained)


async def test_the_palette_names_no_client_and_nothing_of_textual(small: Home) -> None:
    with opened(small) as book:
        names: list[Client] = list(all_clients(book))
    for language in LANGUAGES:
        async with open_app(small, language=language) as (app, pilot):
            told = " ".join(f"{one.name} {one.does}" for one in deeds(app.screen, {}))  # type: ignore[arg-type]
            assert not any(client.name and client.name in told for client in names)
            await press(pilot, "ctrl+p")
            for word in ("screenshot", "maximize", "zzqx"):
                await press(pilot, "ctrl+u")
                await write(pilot, word)
                assert shows(app, app.texts("palette.none"))
            await press(pilot, "enter", "escape")
            assert app.current_mode == "today"


async def test_the_palette_gives_way_to_the_blank_screen_and_quits(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "ctrl+p", "ctrl+l")
        assert not shows(app, "tehty")
        await press(pilot, "enter")
        assert isinstance(app.screen, Palette)
        await press(pilot, "escape", "ctrl+p")
        await write(pilot, "lopeta")
        await press(pilot, "enter")
        await until(pilot, lambda: app.return_code == 0)


async def test_words_in_any_order_find_what_is_meant(small: Home) -> None:
    async with open_app(small) as (app, _pilot):
        everything = deeds(app.screen, {})  # type: ignore[arg-type]
        assert found(everything, "tyhjentää näytön")[0].id == "hide"
        assert found(everything, "kirjaa")[0].id == "log"
        assert found(everything, "") == everything
        assert found(everything, "[/b]") == ()
        assert {"lock", "theme", "guide", "hide", "quit", "desk_week"} <= {one.id for one in everything}


# Keys of one's own


async def test_a_changed_key_works_and_is_told_and_the_usual_one_rests(small: Home) -> None:
    _with_keys(small, "guide=ö lock=f11")
    async with open_app(small, size=(160, 40)) as (app, pilot):
        assert ("guide", "ö") in app.screen.commands_now()  # type: ignore[attr-defined]
        assert shows(app, "ö opas")
        await press(pilot, "w")
        assert len(app.screen_stack) == 1
        await press(pilot, "f1")
        told = _told(app)
        assert "F11" in told
        await press(pilot, "ö")
        assert isinstance(app.screen, GuideScreen)
        await press(pilot, "escape", "escape", "ctrl+p")
        await write(pilot, "lukitse")
        assert shows(app, "F11")


@pytest.mark.parametrize("keys", ["done=k", "dance=z", "done=@"])
async def test_keys_that_cannot_be_so_are_told_and_the_usual_ones_stay(small: Home, keys: str) -> None:
    _with_keys(small, keys)
    async with open_app(small, size=(200, 30)) as (app, pilot):
        assert app.said
        assert shows(app, app.said[:60])
        await press(pilot, "s")
        assert shows(app, "Järjestys:")


async def test_what_was_done_is_told_with_the_key_that_the_coach_has_for_undoing(small: Home) -> None:
    _with_keys(small, "undo=ö")
    async with open_app(small) as (app, pilot):
        await press(pilot, "t")
        assert shows(app, "Pekka Salo (ö kumoaa)")
        await press(pilot, "ö")
        assert shows(app, "Kumottu:")


async def test_sentences_name_the_keys_that_the_coach_has_chosen(empty: Home) -> None:
    _with_keys(empty, "add=ö hints=f11 quit=f10 log=f5")
    async with open_app(empty) as (app, pilot):
        assert shows(app, "painamalla ö.")
        await press(pilot, "4")
        assert shows(app, "painamalla F5.")
        await press(pilot, "5")
        assert shows(app, "F11 näyttää kysymyksiä")
        await press(pilot, "ctrl+c")
        assert shows(app, "Lopeta painamalla F10.")
