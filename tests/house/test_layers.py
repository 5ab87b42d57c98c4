"""Imports go down only, and the check that says so sees every room."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

import valmentaja
from tests.house.tree import CORE, DATA, ROOT, SCREENS, sources

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def _lint(checkout: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-c", LINT]
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    """Who imports whom in the whole package."""
    with pytest.MonkeyPatch.context() as patch:
        # The imported package also lists the checkout's root, where tests lie that are no part of it.
        patch.setattr(valmentaja.__spec__, "submodule_search_locations", [str(CORE)])
        return grimp.build_graph("valmentaja", cache_dir=None)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the house in which a test may build wrongly."""
    for room in (CORE, SCREENS, DATA):
        shutil.copytree(
            room, tmp_path / room.name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_go_down_only() -> None:
    result = _lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_check_sees_every_module(imports: grimp.ImportGraph) -> None:
    expected = {
        ".".join(("valmentaja", *parts)).removesuffix(".__init__")
        for room, above in ((CORE, CORE), (SCREENS, ROOT), (DATA, ROOT))
        for parts in (path.relative_to(above).with_suffix("").parts for path in sources(room))
    }
    assert imports.modules == expected


@pytest.mark.parametrize(
    ("room", "wrong_import"),
    [
        ("data", "import valmentaja.errors"),
        ("valmentaja/model", "import valmentaja.screens"),
        ("valmentaja/model", "def later():\n    from valmentaja import data, screens"),
    ],
)
def test_an_import_that_goes_up_is_found(copy: Path, room: str, wrong_import: str) -> None:
    with (copy / room / "__init__.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{wrong_import}\n")
    result = _lint(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "is not allowed to import" in result.stdout


def test_a_room_that_nobody_ordered_is_found(copy: Path) -> None:
    (copy / "valmentaja" / "helpers.py").write_text('"""Whatever."""\n', encoding="utf-8")
    result = _lint(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "helpers" in result.stdout


def test_screens_and_commands_do_not_know_each_other(imports: grimp.ImportGraph) -> None:
    def knows(importer: str, imported: str) -> bool:
        rooms = {f"valmentaja.{importer}", f"valmentaja.{imported}"}
        if not rooms <= imports.modules:
            return False
        return imports.direct_import_exists(
            importer=f"valmentaja.{importer}", imported=f"valmentaja.{imported}", as_packages=True
        )

    assert not knows("screens", "cli")
    assert not knows("cli", "screens")
