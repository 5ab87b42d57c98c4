"""The checkout as the house tests read it: its folders, its files, their syntax trees."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "valmentaja"
SCREENS = ROOT / "screens"
DATA = ROOT / "data"


def sources(*folders: Path) -> list[Path]:
    """Every Python file below the folders, by name; the links in valmentaja/ are not followed."""
    return sorted(
        path for folder in folders for path in folder.rglob("*.py") if "__pycache__" not in path.parts
    )


@cache
def syntax(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, node: ast.AST | None = None) -> str:
    """Where something stands, as an editor opens it: `valmentaja/cli/log.py:12`."""
    line = getattr(node, "lineno", None)
    return f"{path.relative_to(ROOT)}" + (f":{line}" if line else "")


def imported_names(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Each absolute import, wherever it stands, as (node, dotted module name)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node, node.module


def docstrings(tree: ast.AST) -> set[ast.Constant]:
    """The constants that are docstrings, and so are read by people only."""
    return {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
        and isinstance(node.body[0].value, ast.Constant)
    }


def assert_none(found: Iterable[str]) -> None:
    """Fails with everything that was found, a line each, and not with the first of it."""
    lines = sorted(found)
    assert not lines, "\n" + "\n".join(lines)
