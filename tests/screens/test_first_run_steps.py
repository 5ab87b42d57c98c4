"""The first run takes less than two minutes: so few pages, so few keys, and so few words to read."""

import re

import pytest

from tests.screens.running import open_app, press, screen_text, shows, until, write
from tests.screens.test_first_run import PHRASE
from valmentaja.places import Home
from valmentaja.texts import Language, Texts

pytestmark = pytest.mark.usefixtures("quick_passphrases")

CODE = re.compile(r"\b(?:\w{5}-){4}(\w{5})\b")
MOST_PAGES = 7
MOST_KEYS = 10  # besides the letters of the passphrase, twice, and five of the code
WORDS_A_MINUTE = {"fi": 161, "en": 228}
"""How fast adults read a plain text (IReST, 2012)."""
MOST_MINUTES_OF_READING = 1.75
"""For who reads every word; the rest of the two minutes is for typing. The program itself takes a second or two."""


@pytest.mark.parametrize("language", ["fi", "en"])
async def test_from_the_first_page_to_the_desk_there_are_few_pages_keys_and_words(
    nobody: Home, language: Language
) -> None:
    pages, keys, words = 0, 0, 0
    texts = Texts(language)
    async with open_app(nobody, language=language) as (app, pilot):

        async def go_on(*typed: str) -> None:
            nonlocal pages, keys, words
            pages += 1
            words += sum(len(line.split()) for line in screen_text(app)[2:-2])
            for one in typed:
                await write(pilot, one)
            before = app.screen
            await press(pilot, "enter")
            keys += 1
            await until(pilot, lambda: app.screen is not before or app.is_open)

        for _ in range(4):
            await go_on()
        await write(pilot, PHRASE)
        await press(pilot, "tab")
        keys += 1
        await go_on(PHRASE)
        await until(pilot, lambda: CODE.findall(" ".join(screen_text(app))))
        await go_on(CODE.findall(" ".join(screen_text(app)))[0].lower())
        await until(pilot, lambda: shows(app, texts("first_run.begin")))
        await go_on()
        await until(pilot, lambda: app.is_open)
        assert app.current_mode == "today"
    assert pages <= MOST_PAGES
    assert keys <= MOST_KEYS
    assert words / WORDS_A_MINUTE[language] <= MOST_MINUTES_OF_READING
