"""On a full disk what is written is refused, and what was written stands and is read."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.workbooks import (
    PASSPHRASE,
    TODAY,
    Clock,
    aino,
    answer,
    elsewhere,
    everything,
    found_and_holidays,
    lived_in,
    locked_home,
    looked_through,
    opened,
    plain_home,
    refusal,
)
from valmentaja.backup import make_backup
from valmentaja.errors import CannotBeMet
from valmentaja.places import Home
from valmentaja.store.checking import refuse_damage
from valmentaja.store.clients import all_clients
from valmentaja.store.diary import write_diary
from valmentaja.store.locks import change_passphrase, make_home
from valmentaja.store.workbook import Workbook


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB in memory, where we may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = os.getuid() == 0 and sys.platform == "linux"
    command = ["mount", "-t", "tmpfs", "-o", "size=3m,mode=755", "none", str(place)]
    if not mounted or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be mounted here; the next test stands for this one")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill_up(place: Path) -> Path:
    """Writes until there is no room for another byte."""
    filler = place / "filler"
    with open(filler, "wb", buffering=0) as file:
        for size in (65536, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return filler


def write_until_refused(book: Workbook) -> str:
    """Writes diary entries until one is refused, and says how."""
    for _ in range(100):
        try:
            write_diary(book, TODAY, "x" * 5000, heading="9.10")
        except CannotBeMet as refused:
            return refused.key
    return "never"


@pytest.mark.usefixtures("no_dictionary")
def test_on_a_full_disk_everything_is_kept_readable_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    home, key = locked_home(small_disk / "home")
    with opened(home, key) as book:
        lived_in(book)
        write_diary(book, TODAY, "Aamu", heading="9.10")
        before = everything(book)
        filler = fill_up(small_disk)
        assert write_until_refused(book) in ("disk.full", "disk.failed")
        assert not book.connection.in_transaction
        before = everything(book)
        assert refusal(lambda: aino(book, "x" * 9000)) in ("disk.full", "disk.failed")
        assert everything(book) == before
        assert len(found_and_holidays(book)) == 1
        assert refusal(lambda: make_backup(book)) == "disk.full"
        keys = Path(home.pass_key).read_bytes()
        assert refusal(lambda: change_passphrase(home, key, "uusi")) in ("disk.full", "disk.failed")
        assert Path(home.pass_key).read_bytes() == keys
        assert not [name for name in os.listdir(home.folder) if name.endswith(".new")]
        filler.unlink()
        refuse_damage(book)
        aino(book, "Tilaa on taas")
    with opened(home, key) as book:
        refuse_damage(book)
        assert len(all_clients(book)) == 6


def test_a_workbook_can_be_read_although_the_disk_was_full_before_it_was_opened(small_disk: Path) -> None:
    home, key = locked_home(small_disk / "home")
    with opened(home, key) as book:
        lived_in(book)
    filler = fill_up(small_disk)
    with opened(home, key) as book:
        assert len(all_clients(book)) == 5
        assert refusal(lambda: aino(book)) in ("disk.full", "home.read_only")
    filler.unlink()
    looked_through(home, key)


def test_a_home_that_does_not_fit_leaves_no_half_home(small_disk: Path) -> None:
    with open(small_disk / "most", "wb") as file:
        file.write(b"x" * (3 * 1024 * 1024 - 100 * 1024))
    home = Home(str(small_disk / "home"))
    assert refusal(lambda: make_home(home, PASSPHRASE, Clock())) in ("disk.full", "disk.failed")
    assert os.listdir(home.folder) == []


def write_with_little_room(folder: str) -> None:
    """Writes until no file may grow any more; says how that was told, and what stands."""
    home = Home(folder)

    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    with opened(home) as book:
        said = write_until_refused(book)
        refuse_damage(book)
        print(said, len(all_clients(book)))


def test_when_a_file_may_not_grow_the_change_is_refused_and_the_rest_stands(tmp_path: Path) -> None:
    home = plain_home(tmp_path / "home")
    with opened(home) as book:
        lived_in(book)
    assert answer(elsewhere(write_with_little_room, home.folder)) in ("disk.full 5\n", "disk.failed 5\n")
    looked_through(home, None)
