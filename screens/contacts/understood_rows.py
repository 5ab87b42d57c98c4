"""What a scribbled line was understood as, row by row, and the names that may be meant in one quiet line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from valmentaja.screens.literal import literal, literal_line
from valmentaja.screens.widgets.name_field import Name

LABEL_WIDTH = 15
_LETTERS = 300
_LONGEST_NAME = 28
_GAP = 3


@dataclass(frozen=True, slots=True)
class UnderstoodRow:
    """A label and what was understood, "" for nothing; `quiet`: it is only what is usual."""

    label: str
    told: str
    quiet: bool = False


def understood_shown(rows: Iterable[UnderstoodRow], width: int) -> Content:
    """Each on a line of its own."""
    return Content("\n").join(_shown(one, width) for one in rows)


def _shown(row: UnderstoodRow, width: int) -> Content:
    label = literal(row.label.ljust(LABEL_WIDTH), "$quiet")
    told = (
        literal_line(row.told, _LETTERS, "$quiet" if row.quiet else "") if row.told.strip() else Content("")
    )
    return (label + told).truncate(width, ellipsis=True)


def suggestions_shown(names: Sequence[Name], at: int | None, width: int) -> Content:
    """The names one after another; the one in focus stands out also without colour."""
    shown = [
        literal_line(_told(one), _LONGEST_NAME, "reverse bold" if place == at else "")
        for place, one in enumerate(names)
    ]
    return Content(" " * _GAP).join(shown).truncate(width, ellipsis=True)


def _told(name: Name) -> str:
    return f"{name.label} ({name.told_by})" if name.told_by else name.label
