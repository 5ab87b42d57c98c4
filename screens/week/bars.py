"""Bars of block characters with their numbers beside them: readable without colour."""

from textual.content import Content

from valmentaja.screens.literal import literal

FULL, EMPTY = "█", "░"


def bar(part: float, whole: float, width: int, style: str = "$primary") -> Content:
    """A bar as long as the part is of the whole, in at most so many cells; of something at least one."""
    if whole <= 0 or width < 1:
        return Content("")
    cells = min(width, round(width * part / whole))
    cells = max(cells, 1) if part > 0 else 0
    return literal(FULL * cells, style)


def bar_to(part: float, goal: float, whole: float, width: int) -> Content:
    """A bar, and after it in light blocks what there is still room for up to the goal."""
    done = bar(part, whole, width)
    wanted = min(width, round(width * goal / whole)) if whole > 0 else 0
    return done + literal(EMPTY * max(0, wanted - done.cell_length), "$quiet")
