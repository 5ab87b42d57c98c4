"""The calendar file, as a calendar program of others reads it."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import Coach, Said, refused
from tests.peers import khal

CODES = "Asiakkaat ovat tiedostossa tunnuksin. Paikka on niin kuin sen kirjoitit.\n"
SETTINGS = """\
[calendars]
[[work]]
path = {folder}/calendar
[locale]
local_timezone = Europe/Helsinki
default_timezone = Europe/Helsinki
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""
SHOWN = "{start-long}|{end-long}|{title}|{location}|{status}|{description}"


class Khal:
    """Someone's own calendar, in a folder of its own."""

    def __init__(self, command: Path, folder: Path) -> None:
        (folder / "calendar").mkdir()
        self._settings = folder / "khal.conf"
        self._settings.write_text(SETTINGS.format(folder=folder))
        self._command = command

    def read(self, file: Path) -> list[str]:
        """The appointments in the file, after how many there are."""
        return self._run("printics", "--format", SHOWN, str(file)).splitlines()[1:]

    def take_in(self, file: Path) -> None:
        """What is in the file is from now on in the calendar too."""
        self._run("import", "--batch", "-a", "work", str(file))

    def shown(self) -> list[str]:
        """The appointments of the winter in the calendar."""
        return self._run("list", "--day-format", "", "--format", SHOWN, "2026-11-01", "120d").splitlines()

    def _run(self, *words: str) -> str:
        command = [str(self._command), "-c", str(self._settings), *words]
        return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True).stdout


@pytest.fixture
def calendar(tmp_path: Path) -> Khal:
    """A calendar of others. Skips where it is not there and cannot be installed."""
    try:
        return Khal(khal(), tmp_path)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("khal cannot be installed here")


@pytest.fixture
def booked(coach: Coach) -> Coach:
    """A coach with two clients, an employer, and two appointments: 4 and 5."""
    coach.did("client", "add", "Aino Kallio", "--code", "AK", "--start", "1.10.2026")
    coach.did("client", "add", "Mikko", "--code", "M2", "--start", "1.10.2026")
    coach.did("employer", "add", "Lounas-Aitta")
    coach.did("book", "AK", "--at", "26.11. 10", "--place", "kirjasto, 2. krs", "--about", "toiveet; unelmat")
    coach.did("book", "M2", "--at", "1.12. 9.15", "--minutes", "30", "--way", "video", "--employer", "lounas")
    return coach


def test_another_calendar_reads_the_appointments_by_codes(
    booked: Coach, calendar: Khal, tmp_path: Path
) -> None:
    file = tmp_path / "times.ics"
    assert booked.run("export", "calendar", "--to", str(file)) == Said(
        0, f"Kirjoitettu: {file}\nKalenterissa on 2 aikaa.\n", CODES
    )
    assert calendar.read(file) == [
        "2026-11-26 10:00|2026-11-26 11:00|AK, kasvotusten|kirjasto, 2. krs|CONFIRMED |",
        "2026-12-01 09:15|2026-12-01 09:45|M2, videolla||CONFIRMED |",
    ]


def test_names_are_written_when_they_are_asked_for(booked: Coach, calendar: Khal, tmp_path: Path) -> None:
    file = tmp_path / "times.ics"
    said = booked.run("export", "calendar", "--to", str(file), "--names")
    assert said.err.startswith("Tiedostossa on asiakkaiden nimet")
    assert calendar.read(file) == [
        "2026-11-26 10:00|2026-11-26 11:00|Aino Kallio, kasvotusten|kirjasto, 2. krs|CONFIRMED |toiveet; unelmat",
        "2026-12-01 09:15|2026-12-01 09:45|Mikko, videolla||CONFIRMED |Lounas-Aitta",
    ]


def test_a_calendar_that_reads_the_file_again_moves_and_cancels(
    booked: Coach, calendar: Khal, tmp_path: Path
) -> None:
    file = tmp_path / "times.ics"
    booked.did("export", "calendar", "--to", str(file))
    calendar.take_in(file)
    booked.did("outcome", "4", "moved", "--to", "27.11. 12")
    booked.did("outcome", "6", "moved", "--to", "30.11. 13")
    booked.did("outcome", "5", "cancelled_by_client")
    booked.did("export", "calendar", "--to", str(file))
    calendar.take_in(file)
    assert calendar.shown() == [
        "2026-11-30 13:00|2026-11-30 14:00|AK, kasvotusten|kirjasto, 2. krs|CONFIRMED |",
        "2026-12-01 09:15|2026-12-01 09:45|M2, videolla||CANCELLED |",
    ]
    booked.did("undo", "8")
    booked.did("export", "calendar", "--to", str(file))
    assert calendar.read(file)[1].endswith("|CONFIRMED |")


def test_summer_and_the_night_when_clocks_go_back_keep_the_time_on_the_wall(
    booked: Coach, calendar: Khal, tmp_path: Path
) -> None:
    file = tmp_path / "times.ics"
    booked.did("book", "AK", "--at", "25.10.2026 2.30", "--minutes", "30")
    booked.did("book", "AK", "--at", "1.7.2027 10.00")
    booked.did("export", "calendar", "--to", str(file))
    shown = calendar.read(file)
    assert shown[0].startswith("2026-10-25 02:30|2026-10-25 03:00|")
    assert shown[-1].startswith("2027-07-01 10:00|2027-07-01 11:00|")


def test_the_file_is_for_the_coach_alone_and_takes_the_place_of_an_older_one(
    booked: Coach, tmp_path: Path
) -> None:
    file = tmp_path / "out" / "times.ics"
    file.parent.mkdir()
    file.write_text("BEGIN:VCALENDAR, an older one")
    file.chmod(0o644)
    assert booked.json("export", "calendar", "--to", str(file)) == {"written": [str(file)]}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text().startswith("BEGIN:VCALENDAR")
    assert [one.name for one in file.parent.iterdir()] == ["times.ics"]


def test_an_appointment_keeps_its_identity_from_file_to_file(booked: Coach, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.ics", "b.ics")]
    for file in files:
        booked.did("export", "calendar", "--to", str(file))
    first, second = (
        [line for line in file.read_text().splitlines() if line.startswith("UID:")] for file in files
    )
    assert first == second
    assert len(set(first)) == 2


def test_where_the_calendar_cannot_be_written_it_is_said(booked: Coach, tmp_path: Path) -> None:
    assert booked.run("export", "calendar") == refused(2, "Puuttuu: --to.")
    assert booked.run("export", "calendar", "--to", str(tmp_path)) == refused(
        1, f"Tämä on kansio. Anna tiedoston nimi: {tmp_path}"
    )
    assert booked.run("export", "calendar", "--to", "x.csv", "--format", "csv") == refused(
        2, "--format ei voi olla csv. Kalenterin muoto on ics."
    )
    missing = tmp_path / "missing"
    assert booked.run("export", "calendar", "--to", str(missing / "times.ics")) == refused(
        1, f"Kansiota {missing} ei ole. Mitään ei kirjoitettu."
    )


@pytest.mark.parametrize("name", ["workbook.db", "workbook.db-wal", "pass.key", "backups/new.ics", "new.ics"])
def test_nothing_in_the_folder_of_a_workbook_is_written_over(booked: Coach, name: str) -> None:
    before = {path: path.read_bytes() for path in booked.home.rglob("*") if path.is_file()}
    assert booked.run("export", "calendar", "--to", str(booked.home / name)) == refused(
        1,
        f"Työkirjan omaan kansioon ei kirjoiteta muuta: {booked.home}. Mitään ei kirjoitettu. "
        "Anna tiedostolle toinen paikka.",
    )
    after = {path: path.read_bytes() for path in booked.home.rglob("*") if path.is_file()}
    assert after == before


def test_another_file_than_a_calendar_is_left_as_it_is(booked: Coach, tmp_path: Path) -> None:
    other, link, pipe = tmp_path / "essay.txt", tmp_path / "link.ics", tmp_path / "pipe"
    other.write_text("SQLite format 3")
    link.symlink_to(other)
    os.mkfifo(pipe)
    for place, named in ((other, other), (link, other), (pipe, pipe)):
        assert booked.run("export", "calendar", "--to", str(place)) == refused(
            1, f"Paikassa on jo toinen tiedosto: {named}. Se jätettiin ennalleen. Anna toinen nimi."
        )
    assert other.read_text() == "SQLite format 3"


def test_a_link_to_a_calendar_stays_a_link(booked: Coach, tmp_path: Path) -> None:
    shared, link = tmp_path / "shared.ics", tmp_path / "link.ics"
    shared.write_text("BEGIN:VCALENDAR, an older one")
    link.symlink_to(shared)
    booked.did("export", "calendar", "--to", str(link))
    assert link.is_symlink()
    assert "BEGIN:VEVENT" in shared.read_text()


def test_an_empty_workbook_gives_an_empty_calendar(coach: Coach, tmp_path: Path) -> None:
    file = tmp_path / "times.ics"
    told = coach.did("export", "calendar", "--to", str(file), "--format", "ics")
    assert told.endswith("Kalenterissa on 0 aikaa.\n")
    assert file.read_text().startswith("BEGIN:VCALENDAR")


def test_a_name_cannot_write_lines_of_its_own_into_the_calendar(
    coach: Coach, calendar: Khal, tmp_path: Path
) -> None:
    file = tmp_path / "times.ics"
    coach.did("client", "add", "Aino\nBEGIN:VALARM", "--code", "A;K", "--start", "1.10.2026")
    coach.did("book", "A;K", "--at", "26.11. 10", "--about", "yksi\nEND:VEVENT\nkaksi", "--place", "\x07koti")
    coach.did("export", "calendar", "--to", str(file), "--names")
    shown = calendar.read(file)
    assert shown[0].startswith("2026-11-26 10:00|2026-11-26 11:00|Aino BEGIN:VALARM, kasvotusten|")
    assert "END:VEVENT" in "".join(shown)


@pytest.mark.parametrize("unseen", ["\x0b", "\x0c", "\x1b", "\x1c", "\x85", "\u2028", "\u2029", "\u202e"])
def test_no_character_that_commands_or_ends_a_line_gets_into_the_calendar(
    coach: Coach, tmp_path: Path, unseen: str
) -> None:
    file = tmp_path / "times.ics"
    coach.did("client", "add", f"Aino{unseen}X", "--code", "AK", "--start", "1.10.2026")
    words = f"yksi{unseen}ATTACH:kaksi"
    coach.did("book", "AK", "--at", "26.11. 10", "--about", words, "--place", words, "--guests", words)
    coach.did("export", "calendar", "--to", str(file), "--names")
    written = file.read_bytes().decode()
    assert unseen not in written
    assert not any(line.startswith("ATTACH") for line in written.splitlines())
