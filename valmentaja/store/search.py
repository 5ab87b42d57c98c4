"""Search: everything that matches, by word forms. Lemmas and stems of all forms met are kept in the workbook."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.store.connection import Row
from valmentaja.store.lemmas import resolve
from valmentaja.store.workbook import Workbook

FOUND_OPENS, FOUND_CLOSES = "\x02", "\x03"
"""Marks around found words in a snippet: control characters, which nobody types."""

CONSIDERED = 400
"""Hits of which the newest are shown; one that was recorded earlier for a later day may be left out."""

SHOWN = 200
"""Hits that are given at most, the newest."""

_WORD_OR_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that matches: its kind (table), id, day, and a passage with the found words marked."""

    kind: str
    id: int
    day: date
    title: str
    snippet: str


def resolve_queued(book: Workbook, language: str, cache_folder: str) -> int:
    """Learns lemma and stem of the word forms that saving has queued, and says how many."""
    queued = [str(row["form"]) for row in book.rows("SELECT form FROM word WHERE lemma IS NULL")]
    if queued:
        _learn(book, queued, language, cache_folder)
    return len(queued)


def forget_forms(book: Workbook) -> None:
    """Queues all forms anew: the coach's language has changed, and with it what is a form of what."""
    with book.transaction(own_notes=True):
        book.execute("UPDATE word SET lemma = NULL, stem = NULL")


def _learn(book: Workbook, forms: list[str], language: str, cache_folder: str) -> None:
    """Keeps lemma and stem of the forms; where nothing can be written, search makes do with what it knows."""
    if book.read_only:
        return
    learnt = resolve(forms, language, cache_folder).values()
    with suppress(CannotBeMet), book.transaction(own_notes=True):
        book.execute_many(
            """INSERT INTO word VALUES (?, ?, ?)
            ON CONFLICT (form) DO UPDATE SET lemma = excluded.lemma, stem = excluded.stem""",
            [(word.form, word.lemma, word.stem) for word in learnt],
        )


def find(
    book: Workbook, words: str, *, language: str, cache_folder: str, kind: str | None = None
) -> tuple[Hit, ...]:
    """The records in which every word is found, in some form, newest first. A "phrase in quotes" is found as it is.

    Nothing is found by nothing. `kind` limits the search to one kind of record. Of a very common word only the
    `CONSIDERED` hits recorded last are looked at, so that finding does not slow down with the years.
    """
    resolve_queued(book, language, cache_folder)
    query = _query(book, words, language, cache_folder)
    if not query:
        return ()
    hits = _hits_of_kind(book, query, kind) if kind else _hits_of_all_kinds(book, query)
    return tuple(sorted(hits, key=lambda hit: (hit.day, hit.id), reverse=True)[:SHOWN])


_HITS = f"""SELECT rowid, kind, day, title,
        snippet(search, {{column}}, '{FOUND_OPENS}', '{FOUND_CLOSES}', '…', 16) AS snippet
    FROM search WHERE search MATCH ? {{condition}} ORDER BY rowid DESC LIMIT ?"""


def _hits_of_kind(book: Workbook, query: str, kind: str) -> list[Hit]:
    """The index holds the kind as words: it leaves out the other kinds without reading them."""
    rows = book.rows(
        _HITS.format(column=1, condition="AND kind = ?"),
        (f'kind : "{kind}" AND {{title body}} : ({query})', kind, CONSIDERED),
    )
    return [_hit(row) for row in rows]


def _hits_of_all_kinds(book: Workbook, query: str) -> list[Hit]:
    rows = book.rows(_HITS.format(column=-1, condition=""), (f"{{title body}} : ({query})", CONSIDERED))
    return [_hit(row) for row in rows]


def _hit(row: Row) -> Hit:
    return Hit(row["kind"], row["rowid"], date.fromisoformat(row["day"]), row["title"], row["snippet"])


def _query(book: Workbook, words: str, language: str, cache_folder: str) -> str:
    """The search in FTS5's own language; every typed part becomes a quoted string, so nothing typed is syntax."""
    parts = []
    for phrase, word in _WORD_OR_PHRASE.findall(words):
        forms = _LETTERS.findall((phrase or word).lower())
        if phrase and forms:
            parts.append('"' + " ".join(forms) + '"')
        else:
            parts += [_any_form(book, form, language, cache_folder) for form in forms]
    return " AND ".join(parts)


def _any_form(book: Workbook, form: str, language: str, cache_folder: str) -> str:
    forms = sorted({form, *_kindred(book, form, language, cache_folder)})
    return "(" + " OR ".join((f'"{form}" *', *(f'"{one}"' for one in forms))) + ")"


def _kindred(book: Workbook, form: str, language: str, cache_folder: str) -> list[str]:
    """The forms met in texts that are of the same word."""
    known = book.row("SELECT lemma, stem FROM word WHERE form = ? AND lemma IS NOT NULL", (form,))
    if known is None:  # what is searched for is not written down
        word = resolve([form], language, cache_folder)[form]
        lemma, stem = word.lemma, word.stem
    else:
        lemma, stem = known["lemma"], known["stem"]
    rows = book.rows(
        "SELECT form FROM word WHERE lemma = ? UNION SELECT form FROM word WHERE stem = ?", (lemma, stem)
    )
    return [str(row["form"]) for row in rows]
