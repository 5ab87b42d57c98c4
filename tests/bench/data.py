"""Makes the data sets of `commands.py`; run by it, with the Python that has the program installed.

`python data.py ours FOLDER CLIENTS CONTACTS ENTRIES` makes an encrypted home and its key file;
`python data.py tasks FILE COUNT` writes tasks for `task import`; `python data.py journal FILE ENTRIES` writes a
journal of `jrnl`. All are about the days before today, ten contacts a working day: ten times the data is ten times
the years. The same numbers give the same data.
"""

import json
import os
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valmentaja.store.workbook import Workbook

Row = tuple[object, ...]

PASSPHRASE = "räntää sataa, pyörä ruostuu"
ACTIVE = 25
CONTACTS_A_DAY = 10
BATCH = 5_000
RARE = "harvinainen"
"""A word of every hundredth diary entry: what is searched for."""

STEMS = (
    *(
        "työ",
        "haastattelu",
        "keittiö",
        "kahvila",
        "valmennus",
        "sopimus",
        "tapaaminen",
        "puhelu",
        "esihenkilö",
    ),
    *(
        "perehdytys",
        "työvuoro",
        "palkka",
        "hakemus",
        "varasto",
        "siivous",
        "koulu",
        "matka",
        "tunti",
        "viikko",
    ),
    *("asiakas", "työnantaja", "kysymys", "vastaus", "toive", "vahvuus", "huoli", "ilo", "väsymys", "tauko"),
)
ENDINGS = ("", "n", "ssa", "sta", "lla", "lta", "lle", "na", "ksi", "kin", "kaan", "ni", "si", "nsa", "mme")
FORMS = tuple(stem + ending for stem, ending in product(STEMS, ENDINGS))


def sentence(chance: random.Random, words: int) -> str:
    """Some word forms with a capital and a full stop."""
    return " ".join(chance.choices(FORMS, k=words)).capitalize() + "."


def workdays_until_today(count: int) -> list[date]:
    """The newest so many working days, oldest first, today or the last Friday the newest."""
    days: list[date] = []
    day = date.today()
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day)
        day -= timedelta(days=1)
    return days[::-1]


def entry_text(chance: random.Random, number: int) -> str:
    """A page of a diary: some forty words."""
    return sentence(chance, 40) + (f" {RARE}" if number % 100 == 0 else "")


class Filler:
    """Fills a workbook with rows as the commands would have written them, journal included, many at a time."""

    def __init__(self, clients: int, contacts: int, entries: int) -> None:
        self.chance = random.Random(7)
        self.days = workdays_until_today(max(1, contacts // CONTACTS_A_DAY))
        self.clients, self.contacts, self.entries = clients, contacts, entries
        self.records = 0

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Rows with the names of their tables, in an order in which references hold."""
        yield from self._clients()
        yield from self._employers()
        for number in range(self.contacts):
            day = self.days[number * len(self.days) // self.contacts]
            yield from self._employer_contact(day) if number % 2 else self._client_contact(day)
        yield from self._steps()
        for number in range(1, self.clients + 1):
            yield from self._working_life(number)
        yield from self._own()
        for number, day in enumerate(_days_back(self.entries)):
            yield from self._record("diary_entry")
            text = entry_text(self.chance, number)
            yield "diary_entry", (self.records, self.records, day.isoformat(), text, 3, 4, 0)

    def _record(self, kind: str) -> Iterator[tuple[str, Row]]:
        """A record, the change that made it, and what the journal keeps of it."""
        self.records += 1
        yield "record", (self.records, kind)
        at = "2026-01-01T09:00:00"
        yield "change", (self.records, at, "record_made", "{}", None, 0, 0)
        yield "change_row", (None, self.records, "insert", kind, self.records, None)

    def _clients(self) -> Iterator[tuple[str, Row]]:
        """Client by client through the years, so that on any day some `ACTIVE` are on the caseload."""
        for number in range(1, self.clients + 1):
            yield from self._record("client")
            start, end = self._place(number - 1), self._place(number - 1 + ACTIVE)
            ended = end.isoformat() if number <= self.clients - ACTIVE else None
            note = sentence(self.chance, 12)
            told = (f"asiakas {number}", f"Asiakas {number}")
            yield (
                "client",
                (
                    *(self.records, self.records, f"V{number}", f"v{number}", told[1], told[0]),
                    *(start.isoformat(), None, None, None, None, None, note, ended, None, None),
                ),
            )
            phase = "ended" if ended else "job_search"
            yield "client_phase", (None, self.records, phase, start.isoformat(), None, 1)

    def _place(self, number: int) -> date:
        return self.days[min(len(self.days) - 1, number * len(self.days) // self.clients)]

    def _employers(self) -> Iterator[tuple[str, Row]]:
        for number in range(1, self.clients + 1):
            yield from self._record("employer")
            name, added = f"Työpaikka {number}", self._place(number - 1).isoformat()
            details = ("private", "ravintola-ala", "Tampere", None, None, None, None, None, added)
            yield "employer", (self.records, self.records, name, name.lower().replace("ö", "ø"), *details)

    def _client_on(self, day: date) -> int:
        """A client whose turn it is on the day."""
        at = (day - self.days[0]).days / max(1, (self.days[-1] - self.days[0]).days)
        last = max(1, min(self.clients, int(at * self.clients)))
        return self.chance.randint(max(1, last - ACTIVE + 1), last)

    def _employer_contact(self, day: date) -> Iterator[tuple[str, Row]]:
        yield from self._record("employer_contact")
        client, employer = self._client_on(day), self.clients + self.chance.randint(1, self.clients)
        way = self.chance.choice(("meeting", "meeting", "phone", "message"))
        said = ("coach", way, self.chance.choice(("needs", "offer", "support", None)), None, 45)
        note = sentence(self.chance, 8)
        yield (
            "employer_contact",
            (self.records, self.records, day.isoformat(), None, employer, client, 0, None, *said, note),
        )

    def _client_contact(self, day: date) -> Iterator[tuple[str, Row]]:
        yield from self._record("client_contact")
        way, reached = self.chance.choice(("in_person", "phone")), int(self.chance.random() < 0.9)
        topic, note = sentence(self.chance, 2), sentence(self.chance, 8)
        yield (
            "client_contact",
            (self.records, self.records, day.isoformat(), None, way, reached, topic, 60, note),
        )
        seen = int(reached and way == "in_person")
        yield "attendance", (None, self.records, self._client_on(day), day.isoformat(), reached, seen)

    def _steps(self) -> Iterator[tuple[str, Row]]:
        """Ten steps a client, all done but two of each on the caseload."""
        for client, place in product(range(1, self.clients + 1), range(10)):
            yield from self._record("next_step")
            due = self._place(client - 1 + place)
            done = None if client > self.clients - ACTIVE and place < 2 else due.isoformat()
            said = (sentence(self.chance, 5), due.isoformat(), due.isoformat(), "together", done, None)
            yield "next_step", (self.records, self.records, client, None, *said)

    def _working_life(self, client: int) -> Iterator[tuple[str, Row]]:
        """Each client has had a job, and those on the caseload have it still, with what is told around it."""
        active = client > self.clients - ACTIVE
        start = self._place(client - 1 + ACTIVE // 2).isoformat()
        ended = None if active else self._place(client - 1 + ACTIVE).isoformat()
        yield from self._record("placement")
        agreed = (self.clients + client, None, start, None, 1_200, "permanent", "paid")
        ending = (None, None, None, ended, ended, None if active else "kausi loppui")
        yield "placement", (self.records, self.records, client, *agreed, *(None,) * 9, start, *ending)
        yield from self._record("benefit")
        yield "benefit", (self.records, self.records, client, "asumistuki", None, "Kela", None, start)
        yield from self._record("disclosure")
        told = ("vahvuudet", "terveys", None, None, None, start)
        yield "disclosure", (self.records, self.records, client, None, *told)
        yield from self._record("supporter")
        name, known = f"Läheinen {client}", (None,) * 6
        yield (
            "supporter",
            (self.records, self.records, client, name, name.lower(), *known, 30, None, None, None, start),
        )
        if active:
            yield from self._record("appointment")
            ahead = (date.today() + timedelta(days=client % 14)).isoformat()
            booked = (ahead, "10:00", 60, None, "in_person", None, None, None, None, start)
            yield "appointment", (self.records, self.records, *booked)
            yield "appointment_client", (None, self.records, client)

    def _own(self) -> Iterator[tuple[str, Row]]:
        """What is the coach's own: a network, steps, and a leave a season, the next one in ten days."""
        today = date.today()
        for number in range(12):
            yield from self._record("supporter")
            name, known = f"Verkosto {number}", (None,) * 6
            agreed = (*known, 30, None, None, None, self.days[0].isoformat())
            yield "supporter", (self.records, self.records, None, name, name.lower(), *agreed)
        for number in range(40):
            yield from self._record("next_step")
            due = (today + timedelta(days=number % 20 - 10)).isoformat()
            done = due if number % 4 else None
            said = (sentence(self.chance, 5), due, due, "coach", done, None)
            yield "next_step", (self.records, self.records, None, None, *said)
        for number in range(len(self.days) // 60 + 1):
            yield from self._record("leave")
            first = today + timedelta(days=10 - 84 * number)
            told = (first.isoformat(), (first + timedelta(days=6)).isoformat(), "holiday", "Sijainen", None)
            yield "leave", (self.records, self.records, *told, self.days[0].isoformat(), None)


def _days_back(count: int) -> list[date]:
    """One day after another, yesterday the newest: today's page is left for what is measured."""
    return [date.today() - timedelta(days=n) for n in range(count, 0, -1)]


def make_ours(folder: str, clients: int, contacts: int, entries: int) -> None:
    """An encrypted home at `folder`, and its key in `folder`.key; words learnt, backed up today."""
    from valmentaja.backup import make_backup
    from valmentaja.places import Home
    from valmentaja.settings.records import RECORDS_FOR
    from valmentaja.settings.registry import change_setting
    from valmentaja.store.lemmas import build
    from valmentaja.store.locks import key_by_passphrase, make_home
    from valmentaja.store.search import resolve_queued
    from valmentaja.store.words import words_in
    from valmentaja.store.workbook import open_workbook

    home, cache = Home(folder), os.environ["VALMENTAJA_CACHE"]
    make_home(home, PASSPHRASE, datetime.now)
    key = key_by_passphrase(home, PASSPHRASE)
    with open(f"{folder}.key", "w", encoding="ascii") as file:
        file.write(key + "\n")
    build(cache, "fi")
    with open_workbook(home, key, datetime.now) as book:
        change_setting(book, RECORDS_FOR, "employer", date.today())
        with book.hurried(), book.transaction(own_notes=True):
            book.execute("PRAGMA defer_foreign_keys = ON")  # a batch goes table by table
            for table, rows in _batches(Filler(clients, contacts, entries).rows()):
                named, marks = _columns(book, table, len(rows[0])), ", ".join("?" * len(rows[0]))
                book.execute_many(f"INSERT INTO {table} ({named}) VALUES ({marks})", rows)  # type: ignore[arg-type]
            words = [(word,) for form in (*FORMS, RARE) for word in words_in(form)]
            book.execute_many("INSERT OR IGNORE INTO word (form) VALUES (?)", words)
        resolve_queued(book, "fi", cache)
        make_backup(book)


def _columns(book: "Workbook", table: str, count: int) -> str:
    """The first columns of the table: what came with later shapes is empty unless it is given."""
    return ", ".join(row["name"] for row in book.rows(f"PRAGMA table_info({table})")[:count])


def _batches(rows: Iterator[tuple[str, Row]]) -> Iterator[tuple[str, Sequence[Row]]]:
    """Some thousands of rows at a time, table by table."""
    waiting: dict[str, list[Row]] = {}
    for count, (table, row) in enumerate(rows, start=1):
        waiting.setdefault(table, []).append(row)
        if count % BATCH == 0:
            yield from waiting.items()
            waiting = {}
    yield from waiting.items()


def make_tasks(file: str, count: int) -> None:
    """Tasks with projects, tags and dates, as `task import` reads them."""
    chance = random.Random(7)
    today = date.today()
    tasks = [
        {
            "description": sentence(chance, 5),
            "status": "pending",
            "entry": f"{today - timedelta(days=chance.randint(1, 300)):%Y%m%dT090000Z}",
            "due": f"{today + timedelta(days=chance.randint(-60, 60)):%Y%m%dT090000Z}",
            "project": f"asiakas{chance.randint(1, 25)}",
            "tags": chance.sample(("soita", "tapaa", "kirjoita", "odota"), 2),
        }
        for _ in range(count)
    ]
    with open(file, "w", encoding="utf-8") as opened:
        json.dump(tasks, opened, ensure_ascii=False)


def make_journal(file: str, entries: int) -> None:
    """A journal as `jrnl` keeps it: a date in brackets, a title, a text."""
    chance = random.Random(7)
    with open(file, "w", encoding="utf-8") as opened:
        for number, day in enumerate(_days_back(entries)):
            opened.write(f"[{day.isoformat()} 09:00] {sentence(chance, 3)}\n{entry_text(chance, number)}\n\n")


if __name__ == "__main__":
    kind, place, *numbers = sys.argv[1:]
    if kind == "ours":
        make_ours(place, *map(int, numbers))
    elif kind == "tasks":
        make_tasks(place, int(numbers[0]))
    else:
        make_journal(place, int(numbers[0]))
