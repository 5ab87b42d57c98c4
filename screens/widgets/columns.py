"""Lays text out in columns: a list's row of several words, each wrapped within its own width."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

READABLE = 92
"""Cells: no line that is read is longer, however wide the screen."""
_LONELY = 7
"""Cells: a last line as short as this is not left alone."""


@dataclass(frozen=True, slots=True)
class Column:
    """A part of a row and its width in cells; what is longer is wrapped, over at most `most_lines` lines."""

    content: Content
    width: int
    most_lines: int = 1


def row(columns: Sequence[Column], gap: int = 1) -> Content:
    """The columns side by side, as many lines as the longest of them has."""
    wrapped = [_lines(column) for column in columns]
    height = max((len(lines) for lines in wrapped), default=1)
    return Content("\n").join(
        _beside([lines[place] if place < len(lines) else Content("") for lines in wrapped], columns, gap)
        for place in range(height)
    )


def _beside(parts: Sequence[Content], columns: Sequence[Column], gap: int) -> Content:
    line = Content("")
    for part, column in zip(parts, columns, strict=True):
        if line:
            line += " " * gap
        line += _filled(part, column.width)
    return line.rstrip()


def _filled(part: Content, width: int) -> Content:
    return part.truncate(width, ellipsis=True).extend_right(max(0, width - part.cell_length))


def lines(content: Content, width: int) -> Content:
    """A paragraph of its own, wrapped between words."""
    return Content("\n").join(_wrapped(content, max(1, width)))


def _lines(column: Column) -> list[Content]:
    """The content within its width; where it does not fit in its lines, the last one says so."""
    if not column.content or column.width < 1:
        return [Content("")]
    wrapped = _wrapped(column.content, column.width)
    if len(wrapped) <= column.most_lines:
        return wrapped
    kept = wrapped[: column.most_lines]
    cut = kept[-1].rstrip().truncate(column.width - 1)
    return [*kept[:-1], cut.rstrip() + "…"]


def _wrapped(content: Content, width: int) -> list[Content]:
    """The lines of the content; where it costs no line, the last one is not left with a few letters such as "yli"."""
    width = min(width, READABLE)
    wrapped = content.wrap(width)
    if len(wrapped) > 1 and wrapped[-1].cell_length <= _LONELY:
        longest_word = max(map(cell_len, content.plain.split()), default=0)
        for less in range(2, _LONELY + 3, 2):
            narrower = content.wrap(max(1, width - less))
            if len(narrower) > len(wrapped) or width - less < longest_word:
                break
            if narrower[-1].cell_length > _LONELY:
                return narrower
    return wrapped
