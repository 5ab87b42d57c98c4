"""The coach's reflection diary: one entry a day, private to the coach (method.md §3)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_TAG = re.compile(r"(?<![\w#])#([^\W\d_][\w-]*)")


class DiaryMark(StrEnum):
    """What a day is marked with beside its text: two scales of 1–5, and that it is for supervision (0 or 1)."""

    LOAD = "load"
    ENERGY = "energy"
    SUPERVISION = "supervision"


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """One day. `load` (how heavy) and `energy` are 1–5 or `None`. `supervision`: to be taken to supervision.

    `revision` is the id of the change that last wrote the record; marking the day alone leaves it, so that whoever
    is typing in the text goes on undisturbed.
    """

    id: int
    revision: int
    day: date
    text: str
    load: int | None
    energy: int | None
    supervision: bool

    @property
    def tags(self) -> tuple[str, ...]:
        """The words marked with # in the text, each once, in order of appearance."""
        return tuple(dict.fromkeys(_TAG.findall(self.text)))

    def marked(self, mark: DiaryMark) -> int | None:
        """What the day is marked with: 1–5 or `None`, for supervision 0 or 1."""
        match mark:
            case DiaryMark.LOAD:
                return self.load
            case DiaryMark.ENERGY:
                return self.energy
            case DiaryMark.SUPERVISION:
                return int(self.supervision)
