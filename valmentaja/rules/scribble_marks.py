"""What of a scribbled line can be told by its form: days, times of the clock, minutes, and the words for a way.

They are looked for where they stand alone, and at either end of other words.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from valmentaja import TYPE_CHECKING
from valmentaja.errors import WrongUsage
from valmentaja.texts.dates import Meaning, is_short_weekday, parse_clock, parse_date
from valmentaja.texts.durations import duration_at_start

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from valmentaja.model.contact import EmployerContactWay
    from valmentaja.rules.scribble import Scribbled

EDGES = " ,:;–-"
"""Marks that stand around what is said, and are no part of it."""
_CLOCK_WORDS = frozenset({"klo", "kello", "at"})
_FILLERS = frozenset({"n.", "noin", "about", "ca", "–", "-"})


@dataclass(slots=True)
class Taken:
    """What was recognised in a part, and the words around it."""

    found: Scribbled
    left: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words around it as they were written, without the marks at their edges."""
        return " ".join(self.left).strip(EDGES)


class Marks:
    """Takes what is recognised out of the parts of a line; each thing is taken the first time that it is said."""

    def __init__(self, ways: Mapping[str, EmployerContactWay], today: date) -> None:
        """`ways` are the words for each way of contact, in lower case."""
        self._ways = ways
        self._today = today

    def taken(self, found: Scribbled, part: str, *, beside_names: bool) -> Taken:
        """Where nothing else is said all of it is taken. Beside other words only what stands at the beginning or the
        end is: of a sentence no word is taken out of the middle.
        """
        words = part.split()
        whole = self.from_the_front(found, words, strict=False, ways=True)
        if not whole.left:
            return whole
        front = self.from_the_front(found, words, strict=True, ways=beside_names)
        return self._from_the_back(front, ways=beside_names)

    def from_the_front(self, found: Scribbled, words: list[str], *, strict: bool, ways: bool) -> Taken:
        """What the words begin with, as long as something is recognised, and the words that are left."""
        place = 0
        while place < len(words):
            step = self.recognised(found, words[place:], strict=strict, ways=ways)
            if step is None:
                break
            found, length = step
            place += length
        return Taken(found, words[place:])

    def _from_the_back(self, front: Taken, *, ways: bool) -> Taken:
        """The longest end of the words that is recognised whole and leaves something before it."""
        words = front.left
        for place in range(1, len(words)):
            taken = self.from_the_front(front.found, words[place:], strict=True, ways=ways)
            if not taken.left:
                return Taken(taken.found, words[:place])
        return front

    def recognised(
        self, found: Scribbled, words: list[str], *, strict: bool, ways: bool
    ) -> tuple[Scribbled, int] | None:
        """What the first words say, with how many of them say it; `None` for nothing, or for what was said before."""
        if words[0].casefold() in _FILLERS and len(words) > 1:
            step = self.recognised(found, words[1:], strict=strict, ways=ways)
            return (step[0], step[1] + 1) if step else None
        day = partial(self._record_day, strict=strict)
        # Minutes before the day: "1.5 h" is no first of May.
        for read in (self._minutes, day, self._clock, self._way if ways else _no_way):
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
            day = self.day(told, Meaning.RECORD)
            if day is not None:
                return replace(found, day=day), length
        return None

    def day(self, words: list[str], meaning: Meaning) -> date | None:
        """The day that the words are, `None` for none."""
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
            way = self._ways.get(" ".join(words[:length]).casefold().rstrip(".:"))
            if way is not None and len(words) >= length:
                return replace(found, way=way), length
        return None


def _no_way(found: Scribbled, words: list[str]) -> None:
    """In a sentence "tapaaminen" is no way but what the sentence is about."""


def _read_day(text: str, today: date, meaning: Meaning) -> date | None:
    try:
        return parse_date(text, today, meaning)
    except WrongUsage:
        return None
