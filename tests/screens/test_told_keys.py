"""Enter, Esc, Tab and the space bar in the running text of guide and README do what is said of them there."""

import re
from collections.abc import Iterator, Mapping

import pytest

from tests.house.test_guide import README, _pages, _read, _readme
from tests.house.tree import assert_none, place
from tests.screens.running import open_app, press, shows, until, write
from valmentaja.places import Home
from valmentaja.screens.commands import COMMANDS
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.diary.day_text import DayText
from valmentaja.screens.help.guide import GuideScreen
from valmentaja.screens.keyboard import key_name
from valmentaja.screens.shell.hidden import HiddenScreen
from valmentaja.screens.widgets.reading import Reading
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.texts import LANGUAGES, Language, Texts

KEY = re.compile(r"\b(?:Enter|Esc|Tab|space bar)\b|\bvälilyönti\b")

COMMANDS_TOLD: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "open": {
        "fi": (
            "Enter avaa",
            "sivultaan Enter-näppäimellä",
            "valitse ja paina Enter",
            "Enter, kun haluat nähdä",
            "Enter siirtyy kysymykseen",
        ),
        "en": (
            "Enter opens",
            "on its page with Enter",
            "choose one and press Enter",
            "Enter when you want to see",
            "Enter goes to one",
        ),
    },
    "keep": {
        "fi": (
            "Enter tallentaa",
            "kirjoita työnantajan nimi ja paina Enter",
            "Kirjoita työnantajan nimi tai sen alku ja paina Enter",
            "kirjoita nimi ja paina Enter",
        ),
        "en": (
            "Enter keeps the form",
            "Enter keeps the line",
            "type the employer's name and press Enter",
            "Type the employer's name or the beginning of it, and press Enter",
            "type the name and press Enter",
        ),
    },
    "write": {"fi": ("Enter vie takaisin tekstiin",), "en": ("Enter goes back into the text",)},
    "back": {
        "fi": ("Esc palaa takaisin", "Esc palaa edelliseen kysymykseen", "Esc jättää rajauksen voimaan"),
        "en": ("Esc goes back", "Esc goes back to the question before", "Esc leaves the list as it is"),
    },
    "leave": {
        "fi": ("Esc vie pois kentästä", "Esc lopettaa"),
        "en": ("Esc leaves the field", "Esc stops"),
    },
    "leave_text": {
        "fi": ("ctrl+s (valmis) tai Esc, niin kirjaimet toimivat",),
        "en": ("ctrl+s (finish) or Esc, and letters act",),
    },
    "fill_fields": {
        "fi": ("Tab (kohta kerrallaan) vie kenttiin",),
        "en": ("Tab (field by field) goes to the fields",),
    },
    "next_part": {"fi": ("Tab vie osasta toiseen",), "en": ("Tab goes from part to part",)},
    "step_out": {"fi": ("Esc vie pois tekstistä",), "en": ("Esc takes you out of the text",)},
    "next_view": {"fi": ("Tab vie näkemyksestä toiseen",), "en": ("Tab goes from view to view",)},
}
"""By the command whose key it is: each way in which the texts tell of it."""

HELD: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "a new line": {"fi": ("Enter vaihtaa riviä",), "en": ("Enter begins a new line",)},
    "the next field": {
        "fi": ("Tab vie seuraavaan kohtaan",),
        "en": ("Tab goes to the next",),
    },
    "shown again": {
        "fi": ("Enter tuo sen takaisin", "kuka tahansa voi painaa Enter-näppäintä"),
        "en": ("Enter brings it back", "anyone can press Enter"),
    },
    "reading": {
        "fi": ("välilyönti vie sivun eteenpäin", "Tab luetteloon"),
        "en": ("space bar moves a page on", "Tab goes to the list"),
    },
    "never a deed": {"fi": ("Enter ei koskaan merkitse",), "en": ("Enter never marks",)},
    "of a command": {"fi": ("Enter jättää kirjaamatta",), "en": ("Enter for neither",)},
    "not to be had": {"fi": ("shift ja Enter",), "en": ("shift and Enter",)},
}
"""What fields, the guide and the hidden screen do by themselves (proved below), and what is no key of the screens."""


def _untold(text: str, language: Language, where: str) -> Iterator[str]:
    """Each key in the text that stands in none of the ways of telling."""
    ways = [way for told in (*COMMANDS_TOLD.values(), *HELD.values()) for way in told[language]]
    spans = [(found.start(), found.end()) for way in ways for found in re.finditer(re.escape(way), text)]
    for key in KEY.finditer(text):
        if not any(start <= key.start() and key.end() <= end for start, end in spans):
            yield f"{where}: … {text[max(0, key.start() - 40) : key.end() + 40]} …"


def _running(text: str) -> str:
    """The text without blocks of commands, without the list of keys, and without the marks around keys."""
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    return re.sub(r"^- `[^`]+` \*\*[^*]+\*\* \(`\w+`\)", "", text, flags=re.MULTILINE).replace("`", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plain_key_in_running_text_does_what_is_said_of_it(language: Language) -> None:
    texts = {place(page): _read(page) for page in _pages(language).values()}
    texts[place(README)] = _readme(language)
    assert_none(wrong for where, text in texts.items() for wrong in _untold(_running(text), language, where))
    all_text = "\n".join(_running(text) for text in texts.values())
    ways = [way for told in (*COMMANDS_TOLD.values(), *HELD.values()) for way in told[language]]
    assert_none(f"nowhere told any more: {way}" for way in ways if way not in all_text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_key_is_told_of_a_command_that_has_it(language: Language) -> None:
    for command, told in COMMANDS_TOLD.items():
        key = key_name(Texts(language), COMMANDS[command].shown_key)
        assert all(key in way for way in told[language]), (command, key)


async def test_what_fields_the_guide_and_a_hidden_screen_do_with_plain_keys(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "ctrl+l")
        assert isinstance(app.screen, HiddenScreen)
        await press(pilot, "enter", "w")
        assert isinstance(app.screen, GuideScreen)
        reading = app.screen.query_one(Reading)
        await until(pilot, lambda: reading.max_scroll_y)
        await press(pilot, "space")
        assert reading.scroll_y > 5
        await press(pilot, "tab")
        assert isinstance(app.focused, RowList)
        await press(pilot, "escape", "5")
        await write(pilot, "Yksi\nkaksi")
        assert app.screen.query_one(DayText).text == "Yksi\nkaksi"
        await press(pilot, "escape", "k", "tab", "tab", "tab")
        assert isinstance(app.screen, LogForm)
        assert app.focused is app.screen.field("minutes")
        await press(pilot, "escape")
        assert shows(app, "Yksi")
