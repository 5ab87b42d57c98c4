"""Where nothing can be written, the workbook is read, and what cannot be done is said."""

import codecs
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.store.workbooks import (
    TODAY,
    Clock,
    aino,
    found_and_holidays,
    lived_in,
    opened,
    plain_home,
    refusal,
)
from valmentaja.backup import make_backup
from valmentaja.places import Home
from valmentaja.store.clients import all_clients
from valmentaja.store.diary import write_diary
from valmentaja.store.locks import change_passphrase, make_home
from valmentaja.store.workbook import open_workbook

codecs.lookup("cp437")  # zipfile's, read now: a child that is nobody may not reach root's Python


def as_nobody(act: Callable[[], str]) -> str:
    """What `act` says in a child that is not root, where we are: root may write everywhere."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        said = "nothing was said"
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            said = act()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        finally:
            os.write(writing, said.encode())
            os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def owned() -> Iterator[Home]:
    """A plain workbook that `nobody` owns, in a folder that `nobody` can reach."""
    above = Path(mkdtemp(prefix="valmentaja-test-"))
    above.chmod(0o755)
    home = plain_home(above / "home")
    with opened(home) as book:
        lived_in(book)
    if os.getuid() == 0:
        for path in (above / "home", *(above / "home").iterdir()):
            os.chown(path, 65534, 65534)
    yield home
    os.chmod(home.folder, 0o700)
    subprocess.run(["rm", "-rf", str(above)], check=True)


def refusals(home: Home) -> str:
    """Reads the workbook and tries to write in every way; says what was read and refused."""
    with open_workbook(home, None, Clock()) as book:
        said = [str(len(all_clients(book))), str(book.read_only), str(len(found_and_holidays(book)))]
        for act in (
            lambda: write_diary(book, TODAY, "Aamu", heading="9.10"),
            lambda: aino(book),
            lambda: make_backup(book),
        ):
            said.append(refusal(act))
    said.append(refusal(lambda: change_passphrase(home, "ab" * 32, "uusi")))
    return " ".join(said)


@pytest.mark.usefixtures("no_dictionary")
def test_a_workbook_in_a_read_only_folder_can_be_read_and_says_why_not_written(owned: Home) -> None:
    before = Path(owned.workbook).read_bytes()
    os.chmod(owned.folder, 0o500)
    assert as_nobody(lambda: refusals(owned)) == "5 True 1" + " home.read_only" * 4
    assert os.listdir(owned.folder) == ["workbook.db"]
    assert Path(owned.workbook).read_bytes() == before


@pytest.mark.usefixtures("no_dictionary")
def test_a_read_only_file_in_a_folder_of_ones_own_can_be_read(owned: Home) -> None:
    os.chmod(owned.workbook, 0o400)
    said = as_nobody(lambda: refusals(owned)).split()
    assert said[:5] == ["5", "True", "1", "home.read_only", "home.read_only"]


def test_no_home_can_be_made_in_a_read_only_folder(owned: Home) -> None:
    os.chmod(owned.folder, 0o500)
    new = Home(os.path.join(owned.folder, "new"))
    assert as_nobody(lambda: refusal(lambda: make_home(new, None, Clock()))) == "home.read_only"


def test_a_workbook_that_may_not_be_looked_at_says_so(owned: Home) -> None:
    os.chmod(owned.workbook, 0o000)
    assert as_nobody(lambda: refusal(lambda: open_workbook(owned, None, Clock()))) == "home.cannot_open"
