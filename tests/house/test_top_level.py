"""The house is built as drawn: what stands at the top, who writes, who knows SQL, how long files may grow."""

import ast
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.tree import (
    CORE,
    DATA,
    ROOT,
    SCREENS,
    assert_none,
    docstrings,
    imported_names,
    place,
    sources,
    syntax,
)

ORDERED = {"valmentaja", "screens", "data", "tests", "pyproject.toml", "README.md"}
MAY_STAND_THERE = {"CHANGELOG.md"}
LEFT_BY_TOOLS = {"build", "dist", "__pycache__", "valmentaja.egg-info"}
LONGEST_FILE = 350

NEVER_IN_THE_CORE = {
    "no network connection": {
        "socket",
        "socketserver",
        "ssl",
        "urllib",
        "http",
        "ftplib",
        "smtplib",
        "asyncio",
    },
    "no screen library": {"textual", "rich"},
}

SQL = re.compile(
    r"\s*(SELECT\b|INSERT\b|UPDATE\b|DELETE\b|CREATE\b|PRAGMA\b"
    r"|(?i:select\s.*\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s"
    r"|create\s+(unique\s+|virtual\s+|temp\w*\s+)?(table|index|trigger|view)\s|pragma\s+\w+))",
    re.DOTALL,
)

BELOW_THE_STORE = re.compile(r"(^|\.)(Row|[Cc]onnection|\w*schema)$")


def test_only_what_was_ordered_stands_at_the_top_level() -> None:
    standing = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} - LEFT_BY_TOOLS
    assert standing - ORDERED - MAY_STAND_THERE == set()
    assert ORDERED - standing == set()


@pytest.mark.parametrize("room", ["screens", "data"])
def test_the_rooms_outside_the_core_are_reached_by_a_link(room: str) -> None:
    link = CORE / room
    assert link.is_symlink(), f"valmentaja/{room} is a link to ../{room}"
    assert link.readlink() == Path("..") / room


def test_every_package_is_named_in_pyproject() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        setuptools = tomllib.load(file)["tool"]["setuptools"]
    found = {
        ".".join(path.parent.relative_to(ROOT).parts).replace("screens", "valmentaja.screens", 1)
        for path in sources(CORE, SCREENS)
        if path.name == "__init__.py"
    }
    assert set(setuptools["packages"]) == found | {"valmentaja.data"}
    nested_screens = {name for name in found if name.startswith("valmentaja.screens")}
    assert set(setuptools["package-dir"]) == {"valmentaja", "valmentaja.data"} | nested_screens


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in sources(CORE, SCREENS, DATA)}
    assert_none(place(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file())


def test_data_holds_no_code() -> None:
    assert [place(path) for path in sources(DATA)] == ["data/__init__.py"]
    assert [type(node) for node in syntax(DATA / "__init__.py").body] == [ast.Expr]


def test_every_module_says_what_it_is_for() -> None:
    modules = sources(CORE, SCREENS, DATA, ROOT / "tests")
    assert_none(place(path) for path in modules if not ast.get_docstring(syntax(path)))


def test_no_file_grows_without_end() -> None:
    lengths = {
        place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources(CORE, SCREENS)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def _writes_to_stdout(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="print")):
            return True
        case ast.Attribute(value=ast.Name(id="sys"), attr="stdout" | "__stdout__"):
            return True
        case ast.ImportFrom(module="sys", names=names):
            return any(alias.name in {"stdout", "__stdout__"} for alias in names)
    return False


def _is_sql(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(SQL.match(node.value))


def _found_outside(room: Path, sign: Callable[[ast.AST], bool]) -> list[str]:
    """Places outside the room that show the sign; docstrings may speak of anything."""
    return [
        place(path, node)
        for path in sources(CORE, SCREENS)
        if not path.is_relative_to(room)
        for node in set(ast.walk(syntax(path))) - docstrings(syntax(path))
        if sign(node)
    ]


def test_only_the_cli_writes_to_standard_output() -> None:
    assert_none(_found_outside(CORE / "cli", _writes_to_stdout))


def test_only_the_store_knows_sql() -> None:
    assert_none(_found_outside(CORE / "store", _is_sql))


def _reaches_below_the_store(node: ast.AST) -> bool:
    """Whether an import takes rows, a connection or the schema from the store."""
    match node:
        case ast.ImportFrom(module=str(module), names=names):
            taken = [f"{module}.{alias.name}" for alias in names] + [module]
        case ast.Import(names=names):
            taken = [alias.name for alias in names]
        case _:
            return False
    return any(name.startswith("valmentaja.store") and BELOW_THE_STORE.search(name) for name in taken)


def test_commands_ask_the_store_in_its_own_words() -> None:
    """They intend, look up and open; how records lie in tables is the store's business."""
    assert_none(
        place(path, node)
        for path in sources(CORE / "cli")
        for node in ast.walk(syntax(path))
        if _reaches_below_the_store(node)
    )


@pytest.mark.parametrize(
    ("line", "reaches"),
    [
        ("from valmentaja.store.workbook import Row, Workbook", True),
        ("from valmentaja.store.connection import connect", True),
        ("from valmentaja.store import first_schema", True),
        ("import valmentaja.store.connection", True),
        ("from valmentaja.store.checking import counts, schema_version", False),
        ("from valmentaja.store.lookup import client_id_of", False),
    ],
)
def test_reaching_below_the_store_is_noticed(line: str, reaches: bool) -> None:
    assert _reaches_below_the_store(ast.parse(line).body[0]) is reaches


@pytest.mark.parametrize(
    ("text", "is_sql"),
    [
        ("SELECT id FROM client", True),
        ("\n  insert or ignore into holiday values (?)", True),
        ("PRAGMA cipher_log_level = NONE", True),
        ("create virtual table found using fts5(text)", True),
        ("update client set name = ?", True),
        ("delete", False),
        ("select one of these", False),
        ("Update the agreement with the client", False),
    ],
)
def test_sql_is_told_from_a_sentence(text: str, is_sql: bool) -> None:
    assert _is_sql(ast.Constant(text)) is is_sql


@pytest.mark.parametrize("promise", NEVER_IN_THE_CORE)
def test_the_core_imports_nothing_that_would_break_a_promise(promise: str) -> None:
    banned = NEVER_IN_THE_CORE[promise]
    assert_none(
        f"{place(path, node)}: {name}"
        for path in sources(CORE)
        for node, name in imported_names(syntax(path))
        if name.split(".")[0] in banned
    )


def test_screens_and_data_are_known_by_their_installed_names_only() -> None:
    assert_none(
        place(path, node)
        for path in sources(CORE, SCREENS, ROOT / "tests")
        for node, name in imported_names(syntax(path))
        if name.split(".")[0] in {"screens", "data"}
    )
