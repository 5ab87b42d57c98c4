"""The coach's reflection diary: one entry a day, private to the coach (method.md §3)."""

import re
from dataclasses import dataclass
from datetime import date

_TAG = re.compile(r"(?<![\w#])#([^\W\d_][\w-]*)")


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """One day. `load` (how heavy) and `energy` are 1–5 or `None`. `supervision`: to be taken to supervision."""

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
