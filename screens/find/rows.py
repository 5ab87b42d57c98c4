"""The rows of what was found: the day, about whom, what kind of record, and the passage with the found words marked."""

import re
from collections.abc import Iterable

from textual.content import Content

from valmentaja.desks.finding import Found, found_title
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import Row
from valmentaja.store.search import FOUND_CLOSES, FOUND_OPENS
from valmentaja.texts import Texts

_DAY_WIDTH = 12
_MOST_LINES = 2
_FOUND = "bold underline"
_PART = re.compile(f"({FOUND_OPENS}[^{FOUND_CLOSES}]*{FOUND_CLOSES})")


def found_rows(texts: Texts, found: Iterable[Found]) -> list[Row]:
    """A row for each; where nothing was found, none."""
    return [_row(texts, one) for one in found]


def _row(texts: Texts, one: Found) -> Row:
    title = ", ".join(found_title(texts, one))
    about = literal(title, "bold")
    kind = literal(texts(f"kind.{one.hit.kind}"), "$quiet")
    head = about + "  " + kind if about else kind
    passage = marked(one.hit.snippet)

    def show(width: int) -> Content:
        room = max(1, width - _DAY_WIDTH - 1)
        day = literal(texts.date(one.hit.day), "$quiet") if one.hit.day else Content("")
        lines = [row((Column(day, _DAY_WIDTH), Column(head, room)))]
        if passage.plain.strip() and passage.plain.strip() != title:
            lines.append(row((Column(Content(""), _DAY_WIDTH), Column(passage, room, _MOST_LINES))))
        return Content("\n").join(lines)

    return Row(str(one.hit.id), show)


def marked(snippet: str) -> Content:
    """The passage on one line, the found words marked also without colour."""
    parts = _PART.split(" ".join(snippet.split()))
    return Content("").join(_part(part) for part in parts if part)


def _part(part: str) -> Content:
    if part.startswith(FOUND_OPENS):
        return literal(part.strip(FOUND_OPENS + FOUND_CLOSES), _FOUND)
    return literal(part)
