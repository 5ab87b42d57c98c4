"""Search: everything that matches, by word forms. Lemmas and stems of all forms met are kept in the workbook."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.store.connection import Row
from valmentaja.store.lemmas import WordForm, resolve
from valmentaja.store.workbook import Workbook

FOUND_OPENS, FOUND_CLOSES = "\x02", "\x03"
"""Marks around found words in a snippet: control characters, which nobody types."""

CONSIDERED = 400
"""Hits of which the newest are shown; one that was recorded earlier for a later day may be left out."""

SHOWN = 200
"""Hits that are given at most, the newest."""

LOOKED_THROUGH = 20_000
"""Characters of a text in which a passage to show is looked for."""
WORDS_BEFORE, WORDS_SHOWN = 6, 16
MOST_WORDS = 50

_WORD_OR_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that matches: its kind (table), id, day (`None` without one), and a passage with the words marked."""

    kind: str
    id: int
    day: date | None
    title: str
    snippet: str


def resolve_queued(book: Workbook, language: str, cache_folder: str) -> int:
    """Learns lemma and stem of the word forms that saving has queued, and says how many."""
    queued = queued_forms(book)
    if queued and not book.read_only:
        keep_words(book, resolve(queued, language, cache_folder).values())
    return len(queued)


def queued_forms(book: Workbook) -> list[str]:
    """The word forms whose lemma and stem are not known yet."""
    return [str(row["form"]) for row in book.rows("SELECT form FROM word WHERE lemma IS NULL")]


def forget_forms(book: Workbook) -> None:
    """Queues all forms anew: the coach's language has changed, and with it what is a form of what."""
    with book.transaction(own_notes=True):
        book.execute("UPDATE word SET lemma = NULL, stem = NULL")


def keep_words(book: Workbook, learnt: Iterable[WordForm]) -> None:
    """Keeps lemma and stem of the forms; where nothing can be written, search makes do with what it knows."""
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
    if query is None:
        return ()
    rows = _hits_of_kind(book, query, kind) if kind else _hits_of_all_kinds(book, query)
    newest = sorted(rows, key=lambda row: (row["day"], row["rowid"]), reverse=True)[:SHOWN]
    return tuple(_hit(row, query) for row in newest)


_HITS = """SELECT rowid, kind, day, title, substr(body, 1, ?) AS body
    FROM search WHERE search MATCH ? {condition} ORDER BY rowid DESC LIMIT ?"""


def _hits_of_kind(book: Workbook, query: "_Query", kind: str) -> list[Row]:
    """The index holds the kind as words: it leaves out the other kinds without reading them."""
    match = f'kind : "{kind}" AND {{title body}} : ({query.match})'
    return book.rows(_HITS.format(condition="AND kind = ?"), (LOOKED_THROUGH, match, kind, CONSIDERED))


def _hits_of_all_kinds(book: Workbook, query: "_Query") -> list[Row]:
    match = f"{{title body}} : ({query.match})"
    return book.rows(_HITS.format(condition=""), (LOOKED_THROUGH, match, CONSIDERED))


def _hit(row: Row, query: "_Query") -> Hit:
    day = date.fromisoformat(row["day"]) if row["day"] else None
    return Hit(row["kind"], row["rowid"], day, row["title"], query.passage(row["body"]))


@dataclass(frozen=True, slots=True)
class _Query:
    """A search in FTS5's own language, and the beginnings and whole forms by which a reader finds the words."""

    match: str
    beginnings: tuple[str, ...]
    forms: frozenset[str]

    def passage(self, body: str) -> str:
        """The words around the first found one, with the found ones marked; the beginning when none is near it."""
        words = body.split()
        first = next((place for place, word in enumerate(words) if self._finds(word)), 0)
        begin = max(0, first - WORDS_BEFORE)
        end = begin + WORDS_SHOWN
        shown = [self._marked(word) for word in words[begin:end]]
        return ("…" if begin else "") + " ".join(shown) + ("…" if end < len(words) else "")

    def _finds(self, word: str) -> bool:
        low = word.lower()
        parts = (low,) if low.isalnum() else _LETTERS.findall(low)
        return any(form in self.forms or form.startswith(self.beginnings) for form in parts)

    def _marked(self, word: str) -> str:
        return f"{FOUND_OPENS}{word}{FOUND_CLOSES}" if self._finds(word) else word


def _query(book: Workbook, words: str, language: str, cache_folder: str) -> _Query | None:
    """Every typed part becomes a quoted string, so nothing typed is syntax. `None` when there is no word in it."""
    parts: dict[str, None] = {}
    beginnings: list[str] = []
    forms: set[str] = set()
    for phrase, word in _WORD_OR_PHRASE.findall(words):
        typed = _LETTERS.findall((phrase or word).lower())
        if phrase and typed:
            parts['"' + " ".join(typed) + '"'] = None
            forms.update(typed)
            continue
        for form in typed:
            if len(parts) < MOST_WORDS and form not in beginnings:
                kindred = _kindred(book, form, language, cache_folder)
                parts[_any_form(form, kindred)] = None
                beginnings.append(form)
                forms.update(kindred)
    return _Query(" AND ".join(parts), tuple(beginnings), frozenset(forms)) if parts else None


def _any_form(form: str, kindred: list[str]) -> str:
    forms = sorted({form, *kindred})
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
