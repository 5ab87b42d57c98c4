"""A fictional caseload to look at."""

from pathlib import Path

from tests.cli.running import Coach, refused


def test_the_demo_is_written_to_a_folder(nobody: Coach, tmp_path: Path) -> None:
    folder = tmp_path / "katsottava"
    said = nobody.run("demo", "--to", str(folder))
    assert said.out == f"Esimerkki on kansiossa: {folder}\n"
    assert said.err == (
        f'Katso: valmentaja --home "{folder}" triage. Kaikki ihmiset ja paikat ovat keksittyjä.\n'
    )
    assert not nobody.home.exists()
    morning = Coach(folder, nobody.patch).did("triage").splitlines()
    assert morning[0].startswith("myöhässä: ")


def test_the_demo_speaks_english_and_its_folder_is_given_as_json(nobody: Coach, tmp_path: Path) -> None:
    folder = tmp_path / "look"
    said = nobody.run("--lang", "en", "--json", "demo", "--to", str(folder))
    assert said.json == {"home": str(folder)}
    morning = Coach(folder, nobody.patch).did("triage").splitlines()
    assert morning[0].startswith("late: ")


def test_the_demo_takes_the_place_of_no_workbook(coach: Coach) -> None:
    said = coach.run("demo", "--to", str(coach.home))
    assert said == refused(1, f"Kansiossa {coach.home} on jo työkirja. Valitse tyhjä kansio.")
    assert coach.counts()["client"] == 0


def test_the_demo_needs_a_folder(nobody: Coach) -> None:
    assert nobody.run("demo") == refused(2, "Puuttuu: --to.")
