"""A fictional caseload to look at."""

from pathlib import Path

import pytest

from tests.cli.running import Coach, refused


@pytest.mark.parametrize(
    ("language", "made", "look"),
    [
        ("fi", "Esimerkki on kansiossa", "Katso: valmentaja --home"),
        ("en", "The demo is in the folder", "Look: valmentaja --home"),
    ],
)
def test_the_demo_is_written_to_a_folder(
    nobody: Coach, tmp_path: Path, language: str, made: str, look: str
) -> None:
    folder = tmp_path / "katsottava"
    said = nobody.run("--lang", language, "demo", "--to", str(folder))
    assert said.out == f"{made}: {folder}\n"
    assert said.err.startswith(f'{look} "{folder}" triage.')
    assert not nobody.home.exists()
    morning = Coach(folder, nobody.patch).did("triage").splitlines()
    assert len(morning) > 5


def test_the_folder_of_the_demo_is_given_as_json(nobody: Coach, tmp_path: Path) -> None:
    folder = tmp_path / "katsottava"
    assert nobody.json("demo", "--to", str(folder)) == {"home": str(folder)}


def test_the_demo_takes_the_place_of_no_workbook(coach: Coach) -> None:
    said = coach.run("demo", "--to", str(coach.home))
    assert said == refused(1, f"Kansiossa {coach.home} on jo työkirja. Valitse tyhjä kansio.")
    assert coach.counts()["client"] == 0


def test_the_demo_needs_a_folder(nobody: Coach) -> None:
    assert nobody.run("demo") == refused(2, "Puuttuu: --to.")
