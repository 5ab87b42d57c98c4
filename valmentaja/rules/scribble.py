"""One scribbled line about an employer contact, taken apart as a person would read it.

The parts stand between commas or semicolons. The first is the employer; a known employer's name ends where it ends,
also without a comma, if what follows can be no part of a name. Minutes, day and time are found at either end of any
part, the way in short parts; "seuraava" or "next" begins the next step, which goes on to the end. A part that names a
known client is the client, perhaps with the purpose beside it. The first other part of at most three words is who was
met, unless it begins as no person's name does: with a digit, a word such as "ei", or a purpose. All else is the note.
Nothing typed is lost: what is not understood stays in the note, as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from valmentaja import TYPE_CHECKING
from valmentaja.errors import WrongUsage
from valmentaja.model.contact import LONGEST_LINE, EmployerContactWay, Purpose
from valmentaja.rules.scribble_marks import EDGES, Marks
from valmentaja.texts.dates import Meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONGEST_WHO = 3
"""Words of a part that can be who was met, and beside which a way is heard."""
LONGEST_NAMED = 5
"""Words beside which a way is heard where one of them begins as names do."""
_LONGEST_EMPLOYER = 12
"""Words of a known employer's name that is looked for at the beginning of more words."""
_LONGEST_PURPOSE = 3

# A comma between two digits belongs to a number: "1,5 h".
_COMMA = re.compile(r";|,(?!\d)|(?<!\d),")
_NEXT = frozenset({"seuraava", "seuraavaksi", "next"})
_PRESENT = frozenset({"mukana", "paikalla", "present"})


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What a part is compared with: the words for ways and purposes, in lower case, and who is known by name.

    `clients` gives the ids of those whom a text may name, `is_employer` whether an employer is called just so,
    `begins_employer` whether one's name begins so. `no_person`: words in lower case with which a remark begins and
    no person's name does.
    """

    ways: Mapping[str, EmployerContactWay]
    purposes: Mapping[str, Purpose]
    clients: Callable[[str], Sequence[int]]
    is_employer: Callable[[str], bool]
    begins_employer: Callable[[str], bool] = lambda _name: False
    no_person: frozenset[str] = frozenset()


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
        reading.later = parts[place + 1 :]
        if place == 0:
            reading.read_first(part)
        elif part:
            reading.read_part(part)
    return reading.found


def begins_with_employer(line: str, known: KnownWords, today: date) -> bool:
    """Whether the line begins with the whole name of a known employer and goes on without a comma."""
    reading = _Reading(known, today)
    return not known.is_employer(line.strip()) and reading.known_beginning(_COMMA.split(line)[0].split()) > 0


def with_client_as_who(found: Scribbled) -> Scribbled:
    """The client that was understood is the person who was met instead; what stood there goes to the note."""
    if found.client is None:
        return found
    note = ", ".join(part for part in (found.who, found.note) if part) or None
    return replace(found, who=found.client, client=None, client_ids=(), present=False, note=note)


def _begins_next(part: str) -> bool:
    first = part.partition(" ")[0].casefold().rstrip(":")
    return first in _NEXT


class _Reading:
    """Reads part after part; each thing is taken the first time that it is said."""

    def __init__(self, known: KnownWords, today: date) -> None:
        self._known = known
        self._marks = Marks(known.ways, today)
        self.found = Scribbled()
        self.later: list[str] = []

    def read_first(self, part: str) -> None:
        """The employer, with what else is said beside the name."""
        if not part:
            return
        if self._known.is_employer(part):
            self.found = replace(self.found, employer=part)
            return
        words = part.split()
        length = self.known_beginning(words)
        if length:
            self.found = replace(self.found, employer=" ".join(words[:length]))
            self.read_part(" ".join(words[length:]), without_comma=True)
            return
        taken = self._marks.taken(self.found, part, beside_names=True)
        self.found, left = taken.found, taken.text
        if left:
            self.found = replace(self.found, employer=left)

    def read_part(self, part: str, *, without_comma: bool = False) -> None:
        """Anything after the employer. What no comma parts from the employer is a person only if one could tell."""
        if self._is_purpose(part) or self._is_client(part):
            return
        left = self._take(part)
        if not left or self._is_purpose(left) or self._is_client(left) or self._is_client_with_purpose(left):
            return
        longest = LONGEST_WHO if not without_comma or _has_capital(left) else 1
        if self.found.who is None and len(left.split()) <= longest and not self._is_remark(left):
            self.found = replace(self.found, who=left)
        else:
            self._add_note(left)

    def read_next(self, part: str) -> None:
        """The next step, to the end of the line; its day stands at its beginning or its end."""
        words = part.split()[1:]
        if not words:  # said alone it names no step
            self._add_note(part)
            return
        for taken in _days_at_either_end(words):
            day = self._marks.day(taken.day_words, Meaning.PLAN)
            if day is not None:
                self.found = replace(
                    self.found, next_text=" ".join(taken.rest).strip(EDGES) or None, next_on=day
                )
                return
        self.found = replace(self.found, next_text=" ".join(words).strip(EDGES) or None)

    # Names

    def known_beginning(self, words: list[str]) -> int:
        """How many words are a known employer's whole name, the longest there is, 0 where the rest may belong to it.

        It may not where it is recognised as minutes, a day, a time or a way, nor where it begins in lower case after
        a name with a capital: "Lounas-Aitta Kallio" can be new, and so can "lounas-aitta kallio".
        """
        for length in range(min(len(words) - 1, _LONGEST_EMPLOYER), 0, -1):
            name = " ".join(words[:length])
            if self._known.is_employer(name):
                return length if self._ends_a_name(name, words[length:]) else 0
        return 0

    def _ends_a_name(self, name: str, rest: list[str]) -> bool:
        if self._known.begins_employer(f"{name} {rest[0]}"):
            return False
        if _has_capital(name) and rest[0][:1].islower():
            return True
        if self._marks.recognised(self.found, rest, strict=True, ways=True) is not None:
            return True
        return not self._marks.from_the_front(self.found, rest, strict=False, ways=True).left

    def _is_remark(self, text: str) -> bool:
        """Whether it begins as no person's name does."""
        words = text.casefold().split()
        return (
            text[0].isdigit()
            or words[0] in self._known.no_person
            or any(
                " ".join(words[:length]) in self._known.purposes for length in range(1, _LONGEST_PURPOSE + 1)
            )
        )

    def _is_client_with_purpose(self, text: str) -> bool:
        """ "tukikäynti Aino", "Aino mukana tukikäynti"."""
        words = text.split()
        for length in range(1, min(_LONGEST_PURPOSE, len(words) - 1) + 1):
            for purpose, name in ((words[:length], words[length:]), (words[-length:], words[:-length])):
                called = " ".join(purpose)
                is_free = called.casefold() in self._known.purposes and self.found.purpose is None
                if is_free and self._is_client(" ".join(name)):
                    return self._is_purpose(called)
        return False

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

    def _take(self, part: str) -> str:
        """Takes what is recognised, and gives what is left of the part, as it was written.

        A way counts beside a few words only, and not where a later part says one that stands alone.
        """
        taken = self._marks.taken(
            self.found, part, beside_names=part.partition(" ")[0].casefold() not in self._known.no_person
        )
        if taken.left and taken.found.way != self.found.way:
            few = LONGEST_NAMED if _has_capital(taken.text) else LONGEST_WHO
            if len(taken.left) > few or any(map(self._is_way_alone, self.later)):
                taken = self._marks.taken(self.found, part, beside_names=False)
        self.found = taken.found
        return taken.text

    def _is_way_alone(self, part: str) -> bool:
        taken = self._marks.from_the_front(self.found, part.split(), strict=False, ways=True)
        return not taken.left and taken.found.way != self.found.way


def _has_capital(text: str) -> bool:
    """Whether some word begins as names do."""
    return any(word[:1].isupper() for word in text.split())


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
