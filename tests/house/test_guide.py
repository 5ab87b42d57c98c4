"""The guide and the README tell of the program as it is: both languages alike, every command and key as it stands."""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.tree import DATA, ROOT, assert_none, place
from valmentaja.cli.command import COMMANDS, command_named
from valmentaja.cli.main import _globals, _parser
from valmentaja.cli.parsing import Parser, parse, take_command
from valmentaja.content.guide import ORDER, guide_pages
from valmentaja.errors import ValmentajaError
from valmentaja.screens.commands import COMMANDS as SCREEN_COMMANDS
from valmentaja.screens.help.guide import PAGE_OF_DESK
from valmentaja.screens.keyboard import EDITING_KEYS, key_name
from valmentaja.screens.widgets.desks_bar import DESKS
from valmentaja.settings.registry import SETTINGS
from valmentaja.texts import LANGUAGES, Language, Texts

README = ROOT / "README.md"
NOT_FOR_THE_PROGRAM = {"|", "<", ">", ">>", "&&", ";"}

_FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_REASON = re.compile(r"^- \*\*(.+)\*\* \(`(signal\.\w+)`\)", re.MULTILINE)  # - **Not seen** (`signal.unseen`)
_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
# In a sentence a key stands before its name, `k` (kirjaa); in the list of keys - `k` **kirjaa** (`log`)
_KEY = re.compile(r"`(\S|ctrl\+\S|F\d+|Home|shift\+Tab)`(?: \(([^)`]+)\)| \*\*([^*]+)\*\* \(`(\w+)`\))?")
_FREE_KEYS = EDITING_KEYS | {"↑", "↓", "<"}  # what a field or a list has by itself; "<" is the shell's
_NUMBERS = re.compile(r"^- (.+) (\d+/\d+/\d+)$", re.MULTILINE)  # - not seen 30/5/3


def _pages(language: str) -> dict[str, Path]:
    return {page.name: page for page in sorted((DATA / "guide" / language).glob("*.md"))}


@cache
def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _without_blocks(page: Path) -> str:
    return _FENCE.sub("", _read(page))


def _command_lines(page: Path) -> Iterator[str]:
    """What a reader would type: the lines of blocks and the spans in a sentence that begin with the program."""
    blocks = (line for block in _FENCE.findall(_read(page)) for line in block.splitlines())
    for written in (*blocks, *_SPAN.findall(_without_blocks(page))):
        if written.startswith("valmentaja "):
            yield written


def _words(line: str) -> list[str]:
    """The arguments of the program: without its name, and without what is the shell's."""
    words = shlex.split(line)[1:]
    end = next((at for at, word in enumerate(words) if word in NOT_FOR_THE_PROGRAM), len(words))
    return words[:end]


@cache
def _parser_of(command_words: str) -> Parser:
    return _parser(next(one for one in COMMANDS if one.words == command_words), Texts("en"))


def _parse(line: str) -> str:
    """The words of the command in the line, "" without one. Raises ValmentajaError when it cannot be read."""
    taken = take_command(_words(line))
    options = _globals(taken.before, Texts("en"))
    if not taken.command:
        return ""
    command, arguments = command_named(taken.command, taken.after)
    parse(_parser_of(command.words), arguments, options)
    return command.words


def _unreadable(page: Path) -> Iterator[str]:
    for line in _command_lines(page):
        try:
            _parse(line)
        except ValmentajaError as refusal:
            yield f"{place(page)}: {line}: {refusal.key} {dict(refusal.parameters)}"


def test_every_page_of_the_guide_is_there_in_both_languages() -> None:
    assert set(_pages("fi")) == set(_pages("en"))
    assert _pages("fi")


@pytest.mark.parametrize("name", sorted(_pages("fi")))
def test_a_page_has_the_same_headings_in_both_languages(name: str) -> None:
    finnish, english = (_HEADING.findall(_without_blocks(_pages(language)[name])) for language in LANGUAGES)
    assert finnish == english


@pytest.mark.parametrize("name", sorted(_pages("fi")))
def test_a_page_shows_the_same_commands_in_both_languages(name: str) -> None:
    finnish, english = (
        [_parse(line) for line in _command_lines(_pages(language)[name])] for language in LANGUAGES
    )
    assert finnish == english


@pytest.mark.parametrize("page", [README, *_pages("fi").values(), *_pages("en").values()], ids=place)
def test_every_command_that_is_shown_can_be_typed_as_it_stands(page: Path) -> None:
    assert list(_command_lines(page))
    assert_none(_unreadable(page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_line_in_the_guide(language: str) -> None:
    shown = {_parse(line) for line in _command_lines(_pages(language)["commands.md"])}
    assert_none({command.words for command in COMMANDS} - shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_explained_in_the_guide(language: str) -> None:
    named = {span for page in _pages(language).values() for span in _SPAN.findall(_without_blocks(page))}
    assert_none(set(SETTINGS) - named)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_usual_numbers_of_the_list_stand_in_the_guide_as_they_are(language: str) -> None:
    """The page names each reason with its setting, and further down each name with its numbers, a line each."""
    guide = _read(_pages(language)["triage.md"])
    key_by_name = {name.lower(): key for name, key in _REASON.findall(guide)}
    numbers = {key_by_name.get(name, name): numbers for name, numbers in _NUMBERS.findall(guide)}
    assert numbers == {key: one.default for key, one in SETTINGS.items() if key.startswith("signal.")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_in_the_guide_leads_to_a_page_and_is_called_as_that_is(language: Language) -> None:
    titles = {f"{page.name}.md": page.title for page in guide_pages(language)}
    links = [link for page in _pages(language).values() for link in _LINK.findall(_read(page))]
    assert_none(f"{title}: {target}" for title, target in links if titles.get(target) != title)
    assert links


def test_the_reader_has_every_page_and_every_desk_has_one() -> None:
    assert sorted(f"{name}.md" for name in ORDER) == sorted(_pages("fi"))
    assert set(PAGE_OF_DESK) == set(DESKS)
    assert set(PAGE_OF_DESK.values()) <= set(ORDER)


# Keys


def _named_keys(language: Language) -> dict[str, set[str]]:
    """The names by key, as the last line of the screen tells them."""
    texts = Texts(language)
    named: dict[str, set[str]] = {}
    for command in SCREEN_COMMANDS.values():
        named.setdefault(key_name(texts, command.shown_key), set()).add(texts(f"key.{command.id}"))
    return named


def _shown_keys(text: str) -> Iterator[tuple[str, str]]:
    """Each key with the name that is given to it, "" for none."""
    for key, in_brackets, in_list, _ in _KEY.findall(_FENCE.sub("", text)):
        yield key, in_brackets or in_list


def _wrong_keys(text: str, language: Language, where: str) -> Iterator[str]:
    named = _named_keys(language)
    for key, name in _shown_keys(text):
        if key not in _FREE_KEYS and name not in named.get(key, ()):
            yield f"{where}: `{key}` ({name}) should be {sorted(named.get(key, {'no key at all'}))}"


def _readme(language: Language) -> str:
    """The part of the README in the language."""
    finnish, _, rest = _read(README).partition("\n## In English\n")
    return finnish if language == "fi" else rest.partition("\n## For developers\n")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_shown_does_what_is_said_of_it(language: Language) -> None:
    texts = {place(page): _read(page) for page in _pages(language).values()} | {"README": _readme(language)}
    assert_none(wrong for where, text in texts.items() for wrong in _wrong_keys(text, language, where))
    assert all(any(_shown_keys(text)) for where, text in texts.items() if not where.endswith("commands.md"))


@pytest.mark.parametrize("name", sorted(_pages("fi")))
def test_a_page_shows_the_same_keys_in_both_languages(name: str) -> None:
    finnish, english = (
        [key for key, _ in _shown_keys(_read(_pages(language)[name]))] for language in LANGUAGES
    )
    assert finnish == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_its_line_in_the_guide(language: Language) -> None:
    texts = Texts(language)
    lines = re.findall(
        r"^- `([^`]+)` \*\*([^*]+)\*\* \(`(\w+)`\)", _read(_pages(language)["keys.md"]), re.MULTILINE
    )
    assert sorted(lines) == sorted(
        (key_name(texts, one.shown_key), texts(f"key.{one.id}"), one.id) for one in SCREEN_COMMANDS.values()
    )
