"""The wheel holds everything and nothing generic, and works where no checkout is."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import valmentaja
from tests.house.tree import CORE, DATA, ROOT, SCREENS

BUILD_SDIST = "import sys; from setuptools import build_meta; build_meta.build_sdist(sys.argv[1])"
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")
PASSPHRASE = "syksyn ensimmäinen lumi"


def _run(*command: str, cwd: Path, **environment: str) -> str:
    """Runs a command that must succeed; gives its standard output."""
    result = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def _built_wheel(source: Path, folder: Path) -> Path:
    """Builds without isolation: setuptools is there with the `test` extra, so no network is needed."""
    _run(
        *PIP,
        "wheel",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(source),
        cwd=folder,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def clean_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout without what tools left there."""
    tree = tmp_path_factory.mktemp("tree")
    for room in (CORE, SCREENS, DATA):
        shutil.copytree(room, tree / room.name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, tree)
    return tree


@pytest.fixture(scope="module")
def sdist(clean_tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive."""
    folder = tmp_path_factory.mktemp("sdist")
    _run(sys.executable, "-c", BUILD_SDIST, str(folder), cwd=clean_tree)
    (archive,) = folder.glob("*.tar.gz")
    return archive


@pytest.fixture(scope="module")
def wheel(clean_tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, from the tree."""
    return _built_wheel(clean_tree, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed; the libraries are those of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    _run(*PIP, "install", "--no-deps", "--no-index", "--target", str(folder), str(wheel), cwd=folder)
    return folder


def test_the_wheel_holds_every_file_under_its_installed_name(wheel: Path) -> None:
    rooms = (
        (CORE, "*.py", "valmentaja"),
        (SCREENS, "*", "valmentaja/screens"),
        (DATA, "*", "valmentaja/data"),
    )
    expected = {
        f"{installed_name}/{path.relative_to(room).as_posix()}"
        for room, pattern, installed_name in rooms
        for path in room.rglob(pattern)
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in _names(wheel) if ".dist-info/" not in name} == expected


def test_nothing_generic_lands_beside_other_packages(wheel: Path) -> None:
    assert {name.split("/")[0] for name in _names(wheel)} == {
        "valmentaja",
        f"valmentaja-{valmentaja.__version__}.dist-info",
    }


@pytest.mark.parametrize("language", ["fi", "en"])
def test_texts_and_method_are_shipped_in_both_languages(wheel: Path, language: str) -> None:
    names = _names(wheel)
    catalogue = f"valmentaja/data/locale/{language}/LC_MESSAGES/valmentaja"
    assert {f"{catalogue}.po", f"{catalogue}.mo"} <= names
    method = f"valmentaja/data/method/{language}/"
    assert any(name.startswith(method) and name.endswith(".toml") for name in names)


def test_the_source_archive_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    assert _names(_built_wheel(sdist, tmp_path)) == _names(wheel)


def test_the_source_archive_holds_each_file_once(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "data/__init__.py", "screens/__init__.py"} <= inside
    assert {name for name in inside if name.startswith(("valmentaja/screens", "valmentaja/data"))} == set()


def test_the_installed_program_is_the_one_that_answers(installed: Path, tmp_path: Path) -> None:
    command = (
        sys.executable,
        "-c",
        "import valmentaja, valmentaja.data as d; print(valmentaja.__file__, d.__file__)",
    )
    core, data = _run(*command, cwd=tmp_path, PYTHONPATH=str(installed)).split()
    assert Path(core) == installed / "valmentaja" / "__init__.py"
    assert Path(data) == installed / "valmentaja" / "data" / "__init__.py"


def test_the_installed_program_tells_its_version(installed: Path, tmp_path: Path) -> None:
    answer = _run(sys.executable, "-m", "valmentaja", "--version", cwd=tmp_path, PYTHONPATH=str(installed))
    assert valmentaja.__version__ in answer
    assert any((installed / "bin").glob("valmentaja*")) or any((installed / "Scripts").glob("valmentaja*"))


@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_coach_begins_with_the_installed_program(installed: Path, tmp_path: Path, language: str) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    home = tmp_path / "työkirja"

    def says(*words: str) -> str:
        options = ("--home", str(home), "--passphrase-file", str(passphrase), "--lang", language)
        command = (sys.executable, "-m", "valmentaja", *words, *options)
        return _run(*command, cwd=tmp_path, PYTHONPATH=str(installed))

    made = json.loads(says("init", "--json"))
    assert made["encrypted"] is True
    assert made["recovery_code"]
    assert Path(made["home"]) == home

    client = json.loads(says("client", "add", "Maija Mäkelä", "--code", "MM1", "--json"))
    assert (client["name"], client["code"]) == ("Maija Mäkelä", "MM1")
    assert "Maija Mäkelä" in says("client", "list")
