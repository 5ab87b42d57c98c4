"""One scribbled line about an employer contact, taken apart as a person would read it.

The parts stand between commas. The first is the employer. Way, minutes, day and time are found anywhere; "seuraava"
or "next" begins the next step, which goes on to the end. A part that names a known client is the client, the first
other part of at most three words is who was met, and all else is the note. Nothing typed is lost: what is not
understood stays in the note, as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from valmentaja import TYPE_CHECKING
from valmentaja.errors import WrongUsage
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.texts.dates import Meaning, is_short_weekday, parse_clock, parse_date
from valmentaja.texts.durations import duration_at_start

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONGEST_WHO = 3
"""Words of a part that can be who was met."""
LONGEST_LINE = 5_000
"""Characters of one line that are taken apart; a longer one is a note that went into the wrong place."""

# A comma between two digits belongs to a number: "1,5 h".
_COMMA = re.compile(r",(?!\d)|(?<!\d),")
_NEXT = frozenset({"seuraava", "seuraavaksi", "next"})
_CLOCK_WORDS = frozenset({"klo", "kello", "at"})
_PRESENT = frozenset({"mukana", "paikalla", "present"})
_EDGES = " ,:;–-"
"""Marks that stand around what is said, and are no part of it."""
_FILLERS = frozenset({"n.", "noin", "about", "ca", "–", "-"})


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What a part is compared with: the words for ways and purposes, in lower case, and who is known by name.

    `clients` gives the ids of those whom a text may name, `is_employer` whether an employer is called just so.
    """

    ways: Mapping[str, EmployerContactWay]
    purposes: Mapping[str, Purpose]
    clients: Callable[[str], Sequence[int]]
    is_employer: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Scribbled:
    """What a line was understood as; `None` for what it does not say. Names are as they were typed.

    `client_ids` has one id where the client is clear, several where it may be one of them.
    """

    employer: str | None = None
    who: str | None = None
    client: str | None = None
    client_ids: tuple[int, ...] = ()
    present: bool = False
    way: EmployerContactWay | None = None
    purpose: Purpose | None = None
    minutes: int | None = None
    day: date | None = None
    at: time | None = None
    note: str | None = None
    next_text: str | None = None
    next_on: date | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether there was nothing on the line but commas and spaces."""
        return self == Scribbled()


def read_scribble(line: str, known: KnownWords, today: date) -> Scribbled:
    """What the line says. Raises WrongUsage (`scribble.too_long`) for more than a line."""
    text = " ".join(line.split())
    if len(text) > LONGEST_LINE:
        raise WrongUsage("scribble.too_long", most=LONGEST_LINE)
    reading = _Reading(known, today)
    parts = [part.strip() for part in _COMMA.split(text)]
    for place, part in enumerate(parts):
        if _begins_next(part):
            reading.read_next(", ".join(one for one in parts[place:] if one))
            break
        if place == 0:
            reading.read_first(part)
        elif part:
            reading.read_part(part)
    return reading.found


def with_client_as_who(found: Scribbled) -> Scribbled:
    """The client that was understood is the person who was met instead; what stood there goes to the note."""
    if found.client is None:
        return found
    note = ", ".join(part for part in (found.who, found.note) if part) or None
    return replace(found, who=found.client, client=None, client_ids=(), present=False, note=note)


def _begins_next(part: str) -> bool:
    first = part.partition(" ")[0].casefold().rstrip(":")
    return first in _NEXT


@dataclass(slots=True)
class _Taken:
    """What was recognised in a part, and the words around it."""

    found: Scribbled
    left: list[str] = field(default_factory=list)


class _Reading:
    """Reads part after part; each thing is taken the first time that it is said."""

    def __init__(self, known: KnownWords, today: date) -> None:
        self._known = known
        self._today = today
        self.found = Scribbled()

    def read_first(self, part: str) -> None:
        """The employer, with what else is said beside the name."""
        if not part:
            return
        if self._known.is_employer(part):
            self.found = replace(self.found, employer=part)
            return
        left = self._take(part, beside_names=True)
        if left:
            self.found = replace(self.found, employer=left)

    def read_part(self, part: str) -> None:
        """Anything after the employer."""
        if self._is_purpose(part) or self._is_client(part):
            return
        left = self._take(part, beside_names=_looks_like_a_name(part, self._known))
        if not left or self._is_purpose(left) or self._is_client(left):
            return
        if self.found.who is None and len(left.split()) <= LONGEST_WHO:
            self.found = replace(self.found, who=left)
        else:
            self._add_note(left)

    def read_next(self, part: str) -> None:
        """The next step, to the end of the line; its day stands at its beginning or its end."""
        words = part.split()[1:]
        for taken in _days_at_either_end(words):
            day = self._day(taken.day_words, Meaning.PLAN)
            if day is not None:
                self.found = replace(
                    self.found, next_text=" ".join(taken.rest).strip(_EDGES) or None, next_on=day
                )
                return
        self.found = replace(self.found, next_text=" ".join(words).strip(_EDGES) or None)

    # Names

    def _is_purpose(self, text: str) -> bool:
        purpose = self._known.purposes.get(text.casefold())
        if purpose is None or self.found.purpose is not None:
            return False
        self.found = replace(self.found, purpose=purpose)
        return True

    def _is_client(self, text: str) -> bool:
        """A known client, perhaps said to have been there: "Aino", "Aino mukana"."""
        if self.found.client is not None:
            return False
        words = text.split()
        names = [word for word in words if word.casefold() not in _PRESENT]
        name = " ".join(names)
        ids = tuple(self._known.clients(name)) if names else ()
        if not ids:
            return False
        self.found = replace(
            self.found, client=name, client_ids=ids, present=self.found.present or len(names) < len(words)
        )
        return True

    def _add_note(self, text: str) -> None:
        note = ", ".join(part for part in (self.found.note, text) if part)
        self.found = replace(self.found, note=note)

    # Ways, minutes, days and times

    def _take(self, part: str, *, beside_names: bool) -> str:
        """Takes what is recognised, and gives what is left of the part, as it was written.

        Where nothing else is said all of it is taken. Beside other words only what stands at the beginning or the
        end is: of a sentence no word is taken out of the middle, and a way only beside a name.
        """
        words = part.split()
        whole = self._from_the_front(words, strict=False, ways=True)
        if not whole.left:
            self.found = whole.found
            return ""
        front = self._from_the_front(words, strict=True, ways=beside_names)
        self.found = front.found
        back = self._from_the_back(front.left, ways=beside_names)
        self.found = back.found
        return " ".join(back.left).strip(_EDGES)

    def _from_the_front(self, words: list[str], *, strict: bool, ways: bool) -> _Taken:
        found, place = self.found, 0
        while place < len(words):
            step = self._recognised(found, words[place:], strict=strict, ways=ways)
            if step is None:
                break
            found, length = step
            place += length
        return _Taken(found, words[place:])

    def _from_the_back(self, words: list[str], *, ways: bool) -> _Taken:
        """The longest end of the words that is recognised whole and leaves something before it."""
        for place in range(1, len(words)):
            taken = self._from_the_front(words[place:], strict=True, ways=ways)
            if not taken.left:
                return _Taken(taken.found, words[:place])
        return _Taken(self.found, words)

    def _recognised(
        self, found: Scribbled, words: list[str], *, strict: bool, ways: bool
    ) -> tuple[Scribbled, int] | None:
        """What the first words say, with how many of them say it; `None` for nothing, or for what was said before."""
        if words[0].casefold() in _FILLERS and len(words) > 1:
            step = self._recognised(found, words[1:], strict=strict, ways=ways)
            return (step[0], step[1] + 1) if step else None
        readers = (self._minutes, self._clock, self._way if ways else _no_way)
        for read in (lambda one, some: self._record_day(one, some, strict=strict), *readers):
            step = read(found, words)
            if step is not None:
                return step
        return None

    def _record_day(
        self, found: Scribbled, words: list[str], *, strict: bool
    ) -> tuple[Scribbled, int] | None:
        if found.day is not None:
            return None
        for length in (3, 2, 1):
            told = words[:length]
            if len(told) < length or (strict and length == 1 and is_short_weekday(told[0])):
                continue
            day = self._day(told, Meaning.RECORD)
            if day is not None:
                return replace(found, day=day), length
        return None

    def _day(self, words: list[str], meaning: Meaning) -> date | None:
        if not words or (len(words) > 1 and not any(word[0].isdigit() for word in words)):
            return None
        return _read_day(" ".join(words), self._today, meaning)

    def _minutes(self, found: Scribbled, words: list[str]) -> tuple[Scribbled, int] | None:
        if found.minutes is not None:
            return None
        read = duration_at_start(" ".join(words))
        return (replace(found, minutes=read[0]), read[1]) if read else None

    def _clock(self, found: Scribbled, words: list[str]) -> tuple[Scribbled, int] | None:
        if found.at is not None or words[0].casefold() not in _CLOCK_WORDS or len(words) < 2:
            return None
        try:
            return replace(found, at=parse_clock(words[1])), 2
        except WrongUsage:
            return None

    def _way(self, found: Scribbled, words: list[str]) -> tuple[Scribbled, int] | None:
        if found.way is not None:
            return None
        for length in (2, 1):
            way = self._known.ways.get(" ".join(words[:length]).casefold())
            if way is not None and len(words) >= length:
                return replace(found, way=way), length
        return None


def _no_way(found: Scribbled, words: list[str]) -> None:
    """In a sentence "tapaaminen" is no way but what the sentence is about."""


def _looks_like_a_name(part: str, known: KnownWords) -> bool:
    """Whether some word of the part that is no way begins as names do."""
    others = [word for word in part.split() if word.casefold() not in known.ways]
    return any(word[:1].isupper() for word in others) and len(others) <= LONGEST_WHO + 2


@dataclass(frozen=True, slots=True)
class _DayAndRest:
    day_words: list[str]
    rest: list[str]


def _days_at_either_end(words: list[str]) -> list[_DayAndRest]:
    """Where the day of a next step may stand: the longest reading first, the beginning before the end."""
    found = []
    for length in (3, 2, 1):
        if length <= len(words):
            found.append(_DayAndRest(_without_comma(words[:length]), words[length:]))
    for length in (3, 2, 1):
        if length < len(words):
            found.append(_DayAndRest(_without_comma(words[-length:]), words[:-length]))
    return found


def _without_comma(words: list[str]) -> list[str]:
    return [word.strip(",:") for word in words if word.strip(",:")]


def _read_day(text: str, today: date, meaning: Meaning) -> date | None:
    try:
        return parse_date(text, today, meaning)
    except WrongUsage:
        return None
