"""The settings on the screens: all of them in sight, each changed in a form that says what it would do."""

import pytest
from textual.pilot import Pilot

from tests.screens.running import line_with, open_app, page, press, screen_text, shows, write
from tests.store.workbooks import TODAY, opened
from valmentaja.desks.settings import setting_about
from valmentaja.desks.today import today_page
from valmentaja.model.week import Week
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.settings.page import SettingsScreen
from valmentaja.screens.settings.signal_form import SignalForm
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.settings.setting import answer_to
from valmentaja.settings.work import target_of_week
from valmentaja.store.clients import all_clients
from valmentaja.store.journal import changes
from valmentaja.texts import LANGUAGES, Language, Texts


async def open_setting(app: Workbench, pilot: Pilot[None], key: str) -> None:
    """From the page in sight to the form of a setting."""
    if not isinstance(app.screen, SettingsScreen):
        await press(pilot, "f9")
    rows = app.screen.query_one(RowList)
    at = list(SETTINGS).index(key)
    steps = at - list(SETTINGS).index(rows.focused_id or "")
    for _ in range(len(SETTINGS)):
        if rows.focused_id == key:
            break
        await press(pilot, "down" if steps > 0 else "up")
    assert rows.focused_id == key
    await press(pilot, "enter")
    assert isinstance(app.screen, Form)


def kept(app: Workbench, key: str) -> str | None:
    return answer_to(app.book, SETTINGS[key], TODAY)


def form(app: Workbench) -> SignalForm:
    assert isinstance(app.screen, SignalForm)
    return app.screen


# The page


async def test_all_settings_stand_in_groups_and_esc_goes_back_to_where_the_coach_was(small: Home) -> None:
    async with open_app(small, size=(100, 60)) as (app, pilot):
        await press(pilot, "2", "f9")
        for heading in ("Perusasiat", "Viikko", "Tavalliset kestot", "Näppäimet", "Työlistan syyt"):
            assert any(line.strip().startswith(heading) for line in screen_text(app)), heading
        assert line_with(app, "ohjelman kieli").split()[-1] == "suomi"
        assert line_with(app, "kuka vastaa asiakastiedoista").split()[-1] == "työnantajani"
        assert line_with(app, "työaikasi osuus").split()[-2:] == ["100", "%"]
        assert line_with(app, "puhelun kesto").split()[-2:] == ["15", "min"]
        assert line_with(app, "omat näppäimet").endswith("tavalliset näppäimet")
        assert line_with(app, "viikkotapaaminen").split()[-3:] == ["7", "2", "5"]
        settings = app.screen
        await press(pilot, "f9")
        assert app.screen is settings
        await press(pilot, "escape")
        assert page(app).desk == "clients"


async def test_what_is_changed_shows_its_usual_numbers_too(small: Home) -> None:
    with opened(small) as book:
        for key, value in (("unseen", "21/5/2.5"), ("no_contact", "off")):
            change_setting(book, SETTINGS[f"signal.{key}"], value, TODAY)
        change_setting(book, SETTINGS["weekly_target"], "4", TODAY)
    async with open_app(small, size=(100, 80)) as (app, pilot):
        await press(pilot, "f9")
        assert line_with(app, "jokainen tavataan kasvotusten").split()[-4:] == ["21", "5", "2,5", "30/5/3"]
        assert line_with(app, "asiakkaaseen pidetään yhteyttä").split()[-3:] == ["pois", "käytöstä", "14/3/3"]
        assert line_with(app, "viikkotavoite").endswith("4  tavallisesti 6")
        assert shows(app, "3 asetusta on muutettu tavallisesta.")


async def test_the_names_of_the_columns_stay_in_sight(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "f9")
        assert not shows(app, "ennakko")
        await press(pilot, "end")
        assert screen_text(app)[3].split() == ["päivät", "ennakko", "paino", "tavallisesti"]
        assert screen_text(app)[3].index("päivät") + 6 == line_with(app, "käynti työpaikalla").index("60") + 2
        await press(pilot, "home")
        assert screen_text(app)[3] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_setting_says_what_it_is_and_after_a_colon_what_a_command_takes(language: Language) -> None:
    for setting in SETTINGS.values():
        assert Texts(language)(f"setting.{setting.key}").count(": ") == 1
        assert setting_about(Texts(language), setting)


# The reasons on the list


async def test_what_numbers_would_do_to_the_list_is_shown_as_they_are_typed_and_kept_by_enter(
    small: Home,
) -> None:
    async with open_app(small) as (app, pilot):
        before = [row.id for row in today_page(app.book, TODAY).pressing]
        await open_setting(app, pilot, "signal.unseen")
        assert shows(app, "ei muuta tämän päivän listaa")
        await write(pilot, "60")
        assert shows(app, "myöhässä 3 → 2 · tänään 1 → 1 · tulossa 2 → 3")
        assert shows(app, "Pekka Salo: myöhässä 1. →")
        assert kept(app, "signal.unseen") == "30/5/3"
        assert [row.id for row in today_page(app.book, TODAY).pressing] == before
        await press(pilot, "enter")
        assert kept(app, "signal.unseen") == "60/5/3"
        assert shows(app, "Jokainen tavataan kasvotusten tai videolla: 60/5/3 (oli 30/5/3)")
        assert "30/5/3" in line_with(app, "jokainen tavataan kasvotusten")
        await press(pilot, "escape")
        assert "Leena" in line_with(app, "myöhässä")


async def test_someone_who_comes_on_the_list_is_named_with_the_place(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "signal.unseen")
        await write(pilot, "4")
        assert shows(app, "ennakko on 0–4 päivää")
        await press(pilot, "tab")
        await write(pilot, "1")
        assert shows(app, "J12: ei listalla → tänään")


@pytest.mark.parametrize(
    ("typed", "sentence", "field"),
    [
        (("3",), "unseen: ennakko on 0–3 päivää eli enintään väli, annettu 5.", "window"),
        (("0",), "unseen: väli on 1–3660 päivää, annettu 0.", "days"),
        (
            ("tab", "tab", "0"),
            "unseen: painon on oltava suurempi kuin 0 ja enintään 1000, annettu 0",
            "weight",
        ),
        (("tab", "x"), "Tätä ei voi lukea: 30/x/3.", "window"),
    ],
)
async def test_refused_numbers_are_refused_as_a_command_refuses_them_and_nothing_is_computed(
    small: Home, typed: tuple[str, ...], sentence: str, field: str
) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "signal.unseen")
        await press(pilot, *typed)
        for key in ("f12", "enter"):  # as it is typed, and when it is to be kept
            await press(pilot, key)
            assert shows(app, sentence)
            assert not shows(app, "→")
        assert app.focused is form(app).field(field)
        assert kept(app, "signal.unseen") == "30/5/3"


async def test_a_number_that_is_on_its_way_is_not_refused_before_enter(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "signal.weekly")
        await press(pilot, "delete")
        assert not shows(app, "Tätä ei voi lukea")
        await press(pilot, "enter")
        assert shows(app, "päivät")
        assert app.focused is form(app).field("days")
        await write(pilot, "9")
        await press(pilot, "enter")
        assert kept(app, "signal.weekly") == "9/2/5"


async def test_a_reason_is_turned_off_and_its_usual_numbers_are_put_back(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "signal.next_step")
        await write(pilot, "8")
        assert "[omat]" in line_with(app, "luvut")
        await press(pilot, "shift+tab", "left")
        assert "[pois käytöstä]" in line_with(app, "luvut")
        assert shows(app, "Aino Kallio: myöhässä 3. → ei listalla")
        assert not shows(app, "ennakko  ")
        await press(pilot, "enter")
        assert kept(app, "signal.next_step") == "off"
        assert shows(app, "Seuraava askel: pois käytöstä (oli 7/3/4)")
        await press(pilot, "enter")
        assert shows(app, "ei muuta tämän päivän listaa")
        await press(pilot, "left")
        assert form(app).value("days") == "7"
        assert shows(app, "Aino Kallio: ei listalla → myöhässä 3.")
        await press(pilot, "enter")
        assert kept(app, "signal.next_step") == "7/3/4"
        assert shows(app, "Seuraava askel: 7/3/4 (oli pois käytöstä)")


async def test_typed_numbers_that_are_the_usual_ones_are_told_to_be(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "signal.weekly")
        assert "[tavalliset 7/2/5]" in line_with(app, "luvut")
        await write(pilot, "8")
        assert "[omat]" in line_with(app, "luvut")
        await press(pilot, "backspace", "7")
        assert "[tavalliset 7/2/5]" in line_with(app, "luvut")
        await press(pilot, "tab", "tab", "5", "comma", "5")
        await press(pilot, "enter")
        assert kept(app, "signal.weekly") == "7/2/5.5"
        assert "5,5" in line_with(app, "viikkotapaaminen")


async def test_that_everybody_is_seen_cannot_be_off_and_the_hints_say_so(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "signal.unseen")
        assert not shows(app, "pois käytöstä")
        await press(pilot, "f2")
        assert shows(app, "päivät: luvattu väli.")
        assert shows(app, "Poistuu, kun olet tavannut asiakkaan kasvokkain tai videolla.")
        assert shows(app, "Tätä ei voi ottaa pois käytöstä")
        await write(pilot, "60")
        assert shows(app, "myöhässä 3 → 2")
        await press(pilot, "f2", "f2")
        assert shows(app, "myöhässä 3 → 2")


async def test_numbers_half_typed_wait_and_nothing_of_it_is_in_the_journal(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        journal = changes(app.book)
        await open_setting(app, pilot, "signal.unseen")
        await write(pilot, "60")
        await press(pilot, "escape")
        assert kept(app, "signal.unseen") == "30/5/3"
        await open_setting(app, pilot, "signal.unseen")
        assert form(app).value("days") == "60"
        assert shows(app, "Jatkat siitä, mihin jäit.")
        assert shows(app, "myöhässä 3 → 2")
        await press(pilot, "enter")
        assert kept(app, "signal.unseen") == "60/5/3"
        assert not shows(app, "kumoaa")
        assert changes(app.book) == journal


async def test_what_is_logged_over_the_form_counts_in_what_it_shows(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "signal.first_employer_contact")
        await write(pilot, "40")
        assert shows(app, "Leena Virta: myöhässä 2. → tulossa")
        await press(pilot, "ctrl+n")
        await write(pilot, "Lounas-Aitta")
        await press(pilot, *("tab",) * 6)
        names = [one.label for one in all_clients(app.book)]
        assert "Leena Virta" in names
        await press(pilot, "escape")
        with opened(small) as book:
            change_setting(book, SETTINGS["signal.first_employer_contact"], "40/10/5", TODAY)
        await write(pilot, "1")
        await press(pilot, "backspace")
        assert shows(app, "ei muuta tämän päivän listaa")


# The others


async def test_a_changed_language_is_spoken_at_once_on_every_page(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "3", "2")
        await open_setting(app, pilot, "language")
        await press(pilot, "right")
        await press(pilot, "enter")
        await pilot.pause()
        assert kept(app, "language") == "en"
        assert shows(app, "The program's language: English (was suomi)")
        assert line_with(app, "the program's language").split()[-1] == "English"
        assert app.screen.query_one(RowList).focused_id == "language"
        assert screen_text(app)[0].split()[:3] == ["Today", "Clients", "Employers"]
        await press(pilot, "escape")
        assert page(app).desk == "clients"
        assert not shows(app, "Asiakkaat")
        for desk, word in (("3", "find"), ("1", "late")):
            await press(pilot, desk)
            assert shows(app, word)
            assert not shows(app, "Työnantajat")


async def test_a_theme_is_seen_at_once_and_the_lock_holds_from_now(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "theme")
        await press(pilot, "right", "enter")
        assert (app.theme, kept(app, "theme")) == ("light", "light")
        assert shows(app, "Näytön värit: vaalea (oli tumma)")
        await open_setting(app, pilot, "lock_after_minutes")
        await write(pilot, "45")
        await press(pilot, "enter")
        assert app.lock_after.seconds == 45 * 60
        assert shows(app, "Näytön lukitus: 45 min (oli 10 min)")


async def test_own_keys_hold_at_once_and_those_that_cannot_be_are_refused_here(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "keys")
        await write(pilot, "log=t")
        assert shows(app, "Näppäin t on jo käytössä: done.")
        await press(pilot, "enter")
        assert shows(app, "Näppäin t on jo käytössä: done.")
        assert not kept(app, "keys")
        await press(pilot, "ctrl+u")
        await write(pilot, "guide=ö log=f5")
        assert shows(app, "opas: ö · kirjaa: F5")
        await press(pilot, "enter")
        assert kept(app, "keys") == "guide=ö log=f5"
        assert shows(app, "F5 kirjaa")
        await press(pilot, "escape", "ö")
        assert type(app.screen).__name__ == "GuideScreen"
        await press(pilot, "escape")
        await open_setting(app, pilot, "keys")
        await press(pilot, "end", "ctrl+u")
        assert shows(app, "tavalliset näppäimet")
        await press(pilot, "enter")
        assert kept(app, "keys") == ""
        assert shows(app, "k kirjaa")


async def test_a_share_shows_its_target_and_says_from_which_week_it_holds(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "full_time_share")
        await write(pilot, "50%")
        assert shows(app, "tavoite 3 tapaamista viikossa, voimassa vko 48 alusta")
        await press(pilot, "enter")
        assert target_of_week(app.book, Week.of(TODAY)) == 3
        assert shows(app, "Työaikasi osuus kokoaikaisesta: 50 %, voimassa vko 48 alusta (oli 100 %)")
        await open_setting(app, pilot, "minutes.phone")
        await write(pilot, "1441")
        assert shows(app, "Asetus minutes.phone on kokonaisluku 0–1440. Se jäi ennalleen.")
        await press(pilot, "enter")
        assert isinstance(app.screen, Form)
        assert kept(app, "minutes.phone") == "15"


async def test_names_stay_when_it_is_not_yet_known_who_is_responsible(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "records_for")
        await press(pilot, "left")
        assert shows(app, "Asiakkaista käytetään vain tunnuksia")
        await press(pilot, "enter")
        assert kept(app, "records_for") == "not_yet_known"
        assert shows(app, "Kuka vastaa asiakastiedoista: en tiedä vielä (oli työnantajani).")
        assert shows(app, "uusia nimiä ei oteta")


async def test_what_is_kept_as_it_stood_is_no_change(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await open_setting(app, pilot, "weekly_target")
        await press(pilot, "enter")
        assert isinstance(app.screen, SettingsScreen)
        assert not shows(app, "(oli")
