"""Workbooks to test with: made once and copied, since deriving a key takes a good part of a second."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2 as sqlcipher

from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.client_contact import ClientContact
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.records_for import RecordsFor
from valmentaja.places import Home
from valmentaja.rules.fields import Field, field_named
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import change_setting
from valmentaja.store.checking import refuse_damage
from valmentaja.store.clients import add_client, all_clients
from valmentaja.store.contacts import EmployerContactWords, log_client_contact, log_employer_contact
from valmentaja.store.employer_work_schema import EMPLOYER_WORK_TABLES
from valmentaja.store.first_schema import FIRST_COLUMNS
from valmentaja.store.holidays import holidays_between
from valmentaja.store.locks import key_by_passphrase, make_home
from valmentaja.store.question_schema import QUESTION_TABLES
from valmentaja.store.search import find
from valmentaja.store.workbook import Workbook, open_workbook
from valmentaja.store.working_life_schema import WORKING_LIFE_TABLES

TODAY = date(2026, 11, 24)  # a Tuesday, week 48
CHECKOUT = Path(__file__).parents[2]
PASSPHRASE = "Räntää sataa, pyörä ruostuu"

Rows = list[tuple[object, ...]]


def day(days: int) -> date:
    """So many days after `TODAY`, before it when negative."""
    return TODAY + timedelta(days=days)


@dataclass
class Clock:
    """Ten past nine on `TODAY`, and a second later at each look."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 11, 24, 9, 10))

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass(frozen=True)
class Made:
    """The files of a new home, its key and its recovery code."""

    files: Mapping[str, bytes]
    key: str | None
    code: str | None


def iterations() -> int:
    """How many iterations turn a passphrase into a key in this process."""
    with closing(sqlcipher.connect(":memory:")) as connection:
        (told,) = connection.execute("PRAGMA cipher_default_kdf_iter").fetchone()
    return int(told)


def set_iterations(number: int) -> None:
    """From now on a passphrase costs so many iterations in this process; files made before do not open by it."""
    with closing(sqlcipher.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA cipher_default_kdf_iter = {number}")


@cache
def _made(passphrase: str | None, _iterations: int) -> Made:
    """The home of a passphrase at what a passphrase costs just now: at another cost its key files do not open."""
    with TemporaryDirectory() as folder:
        home = Home(folder)
        code = make_home(home, passphrase, Clock())
        key = key_by_passphrase(home, passphrase) if passphrase else None
        return Made({file.name: file.read_bytes() for file in Path(folder).iterdir()}, key, code)


def plain_home(folder: Path) -> Home:
    """A new home without a passphrase, in a folder that is not there yet."""
    return _copied(_made(None, 0), folder)


def answered(home: Home, key: str | None = None) -> Home:
    """The home, in which the coach has said that the employer is responsible for the records."""
    with opened(home, key) as book:
        change_setting(book, RECORDS_FOR, RecordsFor.EMPLOYER, TODAY)
    return home


def locked_home(folder: Path, passphrase: str = PASSPHRASE) -> tuple[Home, str]:
    """A new home that the passphrase opens, and its key, which is the same for each home of the passphrase."""
    made = _made(passphrase, iterations())
    assert made.key
    return _copied(made, folder), made.key


def recovery_code() -> str:
    """The recovery code of every `locked_home`."""
    code = _made(PASSPHRASE, iterations()).code
    assert code
    return code


def _copied(made: Made, folder: Path) -> Home:
    folder.mkdir(mode=0o700, parents=True)
    for name, content in made.files.items():
        file = folder / name
        file.touch(0o600)
        file.write_bytes(content)
    return Home(str(folder))


def opened(home: Home, key: str | None = None, now: Callable[[], datetime] | None = None) -> Workbook:
    """The workbook of a home, open. It does not wait for the disk: no test turns the power off."""
    book = open_workbook(home, key, now or Clock())
    book.execute("PRAGMA synchronous = OFF")
    return book


def everything(book: Workbook) -> dict[str, Rows]:
    """Every row of the coach's records and of the search index, by table."""
    return {
        **{
            table: [tuple(row) for row in book.rows(f"SELECT * FROM {table} ORDER BY id")]
            for table in (
                *FIRST_COLUMNS,
                *WORKING_LIFE_TABLES,
                "leave",
                *EMPLOYER_WORK_TABLES,
                *QUESTION_TABLES,
            )
        },
        "search": [tuple(row) for row in book.rows("SELECT rowid, * FROM search ORDER BY rowid")],
    }


def the_field(kind: str, name: str) -> Field:
    """The declaration of a field that is known to be there."""
    found = field_named(kind, name)
    assert found
    return found


def aino(book: Workbook, name: str = "Aino Kallio") -> Client:
    """A client who started fifty days ago."""
    return add_client(book, name=name, code=None, start_on=day(-50), phase="engagement")


def met(book: Workbook, client: Client, **told: object) -> ClientContact:
    """A meeting with one client today, unless told otherwise."""
    words = {"day": TODAY, "way": ClientContactWay.IN_PERSON, "reached": True} | told
    return log_client_contact(book, clients=[(client.id, client.label)], **words)  # type: ignore[arg-type]


def visited(book: Workbook, employer: str = "Lounas-Aitta", **told: object) -> EmployerContact:
    """A meeting with a new employer today, unless told otherwise."""
    words = EmployerContactWords(**{"day": TODAY, "new_employer": employer} | told)  # type: ignore[arg-type]
    return log_employer_contact(book, words, employer_label=employer)


def lived_in(book: Workbook) -> None:
    """Five clients, each met, and each present at a visit to an employer."""
    for number in range(5):
        who = aino(book, f"Asiakas {number}")
        met(book, who, note="Kahvilla. " * 50)
        visited(book, f"Yritys {number}", client_id=who.id, present=True)


def place_of_records(book: Workbook) -> int:
    """Where in the file of the workbook a page of contacts lies: the opening does not read it."""
    row = book.row(
        """SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) + 1000 AS place
        FROM sqlite_master WHERE name = 'client_contact'"""
    )
    return int(row["place"]) if row else 0


def looked_through(home: Home, key: str | None = None) -> None:
    """Opens the workbook, reads all of it, and looks whether it is sound."""
    with opened(home, key) as book:
        all_clients(book)
        everything(book)
        refuse_damage(book)


def found_and_holidays(book: Workbook) -> list[object]:
    """What one search finds, and the holidays of a year that is not in the workbook yet."""
    first, last = date(2040, 1, 1), date(2040, 12, 31)
    hits = find(book, '"Asiakas 3"', language="fi", cache_folder="")
    return [*hits, *holidays_between(book, first, last, "fi")]


def refusal(act: Callable[[], object]) -> str:
    """The sentence with which something cannot be done, "nothing" when it can."""
    try:
        act()
    except CannotBeMet as refused:
        return refused.key
    return "nothing"


def elsewhere(act: Callable[..., object], *arguments: str) -> "subprocess.Popen[str]":
    """Starts a function of a module in a process of its own, with texts for arguments."""
    code = f"import sys; from {act.__module__} import {act.__name__} as act; act(*sys.argv[1:])"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def answer(process: "subprocess.Popen[str]") -> str:
    """What a process says, when it has ended."""
    said, _ = process.communicate(timeout=60)
    return said
