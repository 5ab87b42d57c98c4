"""The rooms of the screens: what one loads with itself goes down only. What opens a screen imports it when it does."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.house.tree import SCREENS, assert_none, place, sources, syntax

ROOMS = (
    {"program"},
    {"today"},
    {"clients", "employers", "week", "diary", "find", "help", "door", "settings", "my_work"},
    {"placements", "appointments", "leads", "questions"},
    {"records", "contacts", "together"},
    {"shell"},
    {"drafts", "widgets"},
    {"commands"},
    {"keyboard", "literal"},
)
"""From the top down; those of one line do not know each other."""

_LEVELS = {room: level for level, rooms in enumerate(ROOMS) for room in rooms}


def loaded_with(body: Iterable[ast.stmt]) -> Iterator[ast.ImportFrom]:
    """The imports that come with the module; not those for types only, nor those inside functions."""
    for node in body:
        match node:
            case ast.ImportFrom():
                yield node
            case ast.If(test=test, body=inner) if "TYPE_CHECKING" not in ast.unparse(test):
                yield from loaded_with(inner)


def goes_up(room: str, node: ast.ImportFrom) -> bool:
    """Whether the room must not load what is imported."""
    parts = (node.module or "").split(".")
    if parts[:2] != ["valmentaja", "screens"] or len(parts) < 3 or parts[2] == room:
        return False
    return _LEVELS[parts[2]] <= _LEVELS[room]


def test_rooms_load_what_is_under_them_only() -> None:
    assert_none(
        f"{place(path, node)}: {node.module}"
        for path in sources(SCREENS)
        if path.parent != SCREENS
        for node in loaded_with(syntax(path).body)
        if goes_up(path.relative_to(SCREENS).parts[0], node)
    )


def test_every_room_has_its_place_in_the_order() -> None:
    standing = {path.parent.name for path in sources(SCREENS)} - {SCREENS.name}
    assert standing == set(_LEVELS) - {"commands", "keyboard", "literal"}


@pytest.mark.parametrize(
    ("room", "line", "up"),
    [
        ("shell", "from valmentaja.screens.program.app import Workbench", True),
        ("clients", "from valmentaja.screens.employers.page import EmployerScreen", True),
        ("clients", "from valmentaja.screens.clients.page import ClientScreen", False),
        ("today", "from valmentaja.screens.widgets.card import Card", False),
        ("widgets", "from valmentaja.screens.literal import literal", False),
        ("shell", "from valmentaja.store.workbook import Workbook", False),
        ("shell", "if TYPE_CHECKING:\n    from valmentaja.screens.program.app import Workbench", False),
        ("shell", "def f():\n    from valmentaja.screens.program.app import Workbench", False),
    ],
)
def test_an_import_that_goes_up_is_noticed(room: str, line: str, up: bool) -> None:
    assert any(goes_up(room, node) for node in loaded_with(ast.parse(line).body)) is up
