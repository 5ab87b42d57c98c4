"""The keys of the screens: declared once, one meaning each, told in both languages, and sent by every keyboard here."""

import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

import pytest
from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.widget import Widget

import valmentaja.screens
from tests.house.tree import assert_none
from valmentaja.errors import ValmentajaError
from valmentaja.screens.commands import (
    ALSO_TOGETHER,
    ANYWHERE,
    COMMANDS,
    ON_PAGES,
    TOGETHER,
    Command,
    Footer,
    keymap,
)
from valmentaja.screens.keyboard import CHARACTERS, EDITING_KEYS, MOVING_KEYS, can_be_sent, key_name
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog, InWorkbench, Page
from valmentaja.screens.widgets.actions_line import Part, fitting
from valmentaja.texts import LANGUAGES, Language, Texts

Screen = type[InWorkbench[object]]
Bound = tuple[str, str]


_KINDS = (InWorkbench, Page, Dialog)


@cache
def _everything() -> tuple[type[Widget], ...]:
    """Every widget and screen of the house."""
    for module in pkgutil.walk_packages(valmentaja.screens.__path__, "valmentaja.screens."):
        import_module(module.name)
    return tuple(one for one in _below(Widget) if one.__module__.startswith("valmentaja.screens."))


def _below(kind: type[Widget]) -> Iterator[type[Widget]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _screens() -> list[type[Widget]]:
    return [one for one in _everything() if issubclass(one, InWorkbench) and one not in _KINDS]


def _widgets() -> list[type[Widget]]:
    return [one for one in _everything() if not issubclass(one, InWorkbench)]


def _bound(bindings: Iterable[BindingType]) -> Iterator[Bound]:
    """Each key with what it does: the id of a command, or else the action of a widget."""
    for one in bindings:
        if isinstance(one, Binding):
            yield from ((key.strip(), one.id or one.action) for key in one.key.split(","))
        else:
            yield one[0], one[1]


def _keys_of(screen: type[Widget]) -> dict[str, set[str]]:
    """What each key does on the screen, by the commands that it or a screen it is made from offers."""
    keys: dict[str, set[str]] = defaultdict(set)
    for kind in screen.__mro__:
        if issubclass(kind, InWorkbench):
            for key, does in _bound(vars(kind).get("BINDINGS", ())):
                keys[key].add(does)
    return keys


def _offered() -> set[str]:
    everywhere = {*ANYWHERE, *ON_PAGES}
    return everywhere.union(
        *({does for doing in _keys_of(one).values() for does in doing} for one in _screens())
    )


def _keys(command: Command) -> list[str]:
    return command.keys.split(",")


def test_no_key_has_two_meanings_on_one_screen() -> None:
    assert_none(
        f"{screen.__name__}: {key} is {', '.join(sorted(does))}"
        for screen in _screens()
        for key, does in _keys_of(screen).items()
        if len(does) > 1
    )
    assert _screens()


def test_a_letter_means_one_thing_in_the_whole_program() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for command in COMMANDS.values():
        for key in _keys(command):
            meanings[key].add(command.id)
    at_desks = {key for key, ids in meanings.items() if len(ids - {*TOGETHER}) > 1}
    together = {key for key, ids in meanings.items() if len(ids & {*TOGETHER}) > 1}
    assert at_desks <= {"enter", "escape", "tab"}  # they open, keep, go on and leave whatever there is
    assert together == set()


def test_together_mode_has_no_letters_of_its_own_and_no_desk_has_its_keys() -> None:
    """What its keys do elsewhere is closed meanwhile: no screen but its own offers them."""
    assert_none(one for one in TOGETHER if {*_keys(COMMANDS[one])} & CHARACTERS)
    assert_none(
        f"{screen.__name__}: {one}"
        for screen in _screens()
        if not (issubclass(screen, InWorkbench) and screen.is_together)
        for does in _keys_of(screen).values()
        for one in does & {*TOGETHER}
    )
    offered = {
        one
        for screen in _screens()
        if issubclass(screen, InWorkbench) and screen.is_together
        for does in _keys_of(screen).values()
        for one in does & {*COMMANDS}
    }
    assert offered - {*TOGETHER} <= {*ALSO_TOGETHER}


def test_a_key_of_the_desks_may_be_one_that_only_together_mode_has() -> None:
    assert keymap("log=f5 plain_words=f12") == {"log": "f5", "plain_words": "f12"}


def test_no_widget_takes_a_letter_from_the_screens() -> None:
    assert_none(
        f"{widget.__name__}: {key}"
        for widget in _widgets()
        for key, does in _bound(vars(widget).get("BINDINGS", ()))
        if key in CHARACTERS and does not in COMMANDS
    )


def test_every_command_is_offered_somewhere() -> None:
    in_widgets = {does for one in _widgets() for _, does in _bound(vars(one).get("BINDINGS", ()))}
    assert_none(set(COMMANDS) - _offered() - in_widgets)


def test_every_command_that_is_offered_can_be_done() -> None:
    """Each screen has a method for what it offers; what begins with `app.` the program has."""
    from valmentaja.screens.program.app import Workbench

    assert_none(
        f"{screen.__name__}: {command.action}"
        for screen in _screens()
        if not screen.__subclasses__()  # what is never opened itself may leave it to those made from it
        for does in {one for doing in _keys_of(screen).values() for one in doing}
        if (command := COMMANDS.get(does))
        for action in [command.action.partition("(")[0]]
        if not hasattr(
            Workbench if action.startswith("app.") else screen, f"action_{action.removeprefix('app.')}"
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_named_and_explained(language: str) -> None:
    texts = Texts("fi" if language == "fi" else "en")
    assert_none(one for one in COMMANDS if not texts.has(f"key.{one}") or not texts.has(f"key.{one}.help"))


def test_every_key_can_be_sent_by_a_nordic_keyboard_and_any_terminal() -> None:
    assert_none(
        f"{command.id}: {key}"
        for command in COMMANDS.values()
        for key in _keys(command)
        if not can_be_sent(key)
    )


def test_keys_are_written_in_one_case() -> None:
    assert_none(command.id for command in COMMANDS.values() if command.keys != command.keys.lower())


def test_what_works_while_typing_is_no_text_and_takes_nothing_from_the_field() -> None:
    """Esc leaves the field; Enter is a field's own, which a form hears of."""
    assert_none(
        f"{command.id}: {key}"
        for command in COMMANDS.values()
        if command.in_fields
        for key in _keys(command)
        if key in CHARACTERS | EDITING_KEYS | MOVING_KEYS - {"escape"}
    )


# The last line


def _told_always(screen: type[Widget], texts: Texts) -> Iterator[int]:
    """How wide each of them is at most; of those that share a key the screen has one at a time."""
    for key, does in _keys_of(screen).items():
        words = [texts(f"key.{one}") for one in does if one in COMMANDS and _footer(one) is Footer.ALWAYS]
        if words:
            yield max(map(cell_len, words)) + len(f"{key_name(texts, key)}   ")


def _footer(command_id: str) -> Footer:
    return COMMANDS[command_id].footer


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_enter_and_esc_do_and_help_are_always_told_in_eighty_cells(language: Language) -> None:
    texts = Texts(language)
    assert_none(one.__name__ for one in _screens() if sum(_told_always(one, texts)) > 78 + 2)
    told = {one for one in COMMANDS if _footer(one) is Footer.ALWAYS}
    on_enter_and_escape = {one for one in COMMANDS if set(_keys(COMMANDS[one])) & {"enter", "escape"}}
    assert told == {*on_enter_and_escape, "finish", "help"}


def test_in_a_narrow_line_the_rest_gives_way_before_what_the_screen_names_first() -> None:
    words = {"done": 10, "open": 6, "log": 4, "add": 5, "back": 3, "undo": 4, "help": 3}
    parts = [Part(one, literal("x" * width)) for one, width in words.items()]

    def told(width: int) -> list[str]:
        return [part.command_id for part in fitting(parts, ("add",), width)]

    assert told(80) == [*words]
    assert told(30) == ["open", "log", "add", "back", "help"]
    assert told(28) == ["open", "add", "back", "help"]
    assert told(16) == ["open", "back", "help"]


# The coach's own keys


def test_a_command_gets_another_key() -> None:
    assert keymap("done=7 explain=f5 log_anywhere=ctrl+g") == {
        "done": "7",
        "explain": "f5",
        "log_anywhere": "ctrl+g",
    }


def test_two_commands_can_change_places_and_a_freed_key_is_free() -> None:
    assert keymap("done=k log=t") == {"done": "k", "log": "t"}
    assert keymap("done=7 log=t")["log"] == "t"


def test_its_usual_key_may_be_said_too() -> None:
    assert keymap("open=enter leave=escape earlier=left done=t") == {}


def test_no_wishes_leave_the_usual_keys() -> None:
    assert keymap("") == {}


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        ("done=k", "keys.taken"),
        ("done=7 explain=7", "keys.taken"),
        ("hints=f5", "keys.taken"),
        ("plain_words=f4", "keys.taken"),
        ("plain_words=f2", "keys.taken"),
        ("plain_words=f11 hints=f11", "keys.taken"),
        ("dance=z", "keys.unknown"),
        ("log_anywhere=g", "keys.typed"),
        ("hide=å", "keys.typed"),
        ("done=ctrl+z", "keys.needed"),
        ("finish=ctrl+a", "keys.needed"),
        ("done=space", "keys.needed"),
        ("help=tab", "keys.needed"),
        *((f"done={one}", "keys.not_sent") for one in ("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m")),
        *((f"done={one}", "keys.not_sent") for one in ("ctrl+1", "ctrl+0", "ctrl+å", "shift+enter", "alt+t")),
        *((f"done={one}", "keys.not_sent") for one in "[]{}\\@~|$^"),
        ("done=f13", "keys.not_sent"),
    ],
)
def test_a_key_that_cannot_be_had_is_refused_in_a_sentence(wish: str, key: str) -> None:
    with pytest.raises(ValmentajaError) as refusal:
        keymap(wish)
    assert refusal.value.key == key
    for language in LANGUAGES:
        sentence = Texts(language)(f"error.{key}", **refusal.value.parameters)
        assert wish.partition("=")[2].split()[0] in sentence or "dance" in sentence
