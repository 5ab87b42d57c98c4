"""A sentence that names a key names it as the coach has it: by a parameter, never by the letter it begins with."""

import re
from collections.abc import Iterator

import pytest

from tests.house.test_texts_complete import LANGUAGES, _forms, _messages
from tests.house.tree import assert_none
from valmentaja.screens.commands import COMMANDS
from valmentaja.screens.keyboard import CHARACTERS, key_name
from valmentaja.texts import Language, Texts

_OF_COMMANDS = ("ask.", "argparse.", "metavar.", "option.", "command.", "passphrase.", "word.", "setting.")
"""Texts of the command line, where the screens' keys mean nothing."""
_OF_KEYS = ("key.", "keyname.", "help.typing.")
"""What the keys of a text field do, which nobody can change, and what each command's usual key does."""
_AN_HOUR = re.compile(r"(?<=[0-9}] )h(?![\w}])")
"""After a number it is no key."""
_ENTER_IN_A_FIELD = ("log_form.", "new_code.")
"""Enter in a field is the field's own, whatever else has another key."""


def _names(language: Language) -> frozenset[str]:
    """What the usual keys are called; in English "a" is more often an article."""
    texts = Texts(language)
    keys = {key for command in COMMANDS.values() for key in command.keys.split(",")}
    names = {key_name(texts, key) for key in keys} | {"Ctrl+Q", "Ctrl+L", "ESC"}
    return frozenset(names - ({"a"} if language == "en" else set()))


def _named(text: str, names: frozenset[str]) -> Iterator[str]:
    for name in names:
        letter = name in CHARACTERS and name.isalpha()
        after = r"(?![\w}.+–'’-])" if letter else r"(?![\w}])"
        if name.isdigit() or (len(name) == 1 and not letter):  # a number, or a mark of the sentence
            continue
        if re.search(r"(?<![\w{%+–'’])" + re.escape(name) + after, text):
            yield name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_names_a_key_that_the_coach_may_have_changed(language: Language) -> None:
    names = _names(language)
    assert_none(
        f"{key}: {name}: {form}"
        for key, message in _messages(language).items()
        if not key.startswith(_OF_COMMANDS + _OF_KEYS)
        for form in _forms(message)
        for name in _named(_AN_HOUR.sub("", form), names)
        if not (name == "Enter" and key.startswith(_ENTER_IN_A_FIELD))
    )


def test_a_key_named_in_a_sentence_is_found() -> None:
    names = _names("fi")
    found = set(_named("g näyttää päättyneet; lopeta (ctrl+q), F2 auttaa, Esc ja n", names))
    assert found == {"g", "ctrl+q", "F2", "Esc", "n"}
    assert not list(_named("{g} näyttää, a–z, 36 v., Noora N.", names))
