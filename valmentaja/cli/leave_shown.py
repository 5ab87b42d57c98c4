"""What falls in a leave, in lines and as JSON."""

from collections.abc import Iterator

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, life_json, life_lines, lines
from valmentaja.cli.queue import who
from valmentaja.desks.leave import AwayFrom, FallsIn, LeavePage
from valmentaja.desks.stand_in_sheet import falls_due_said
from valmentaja.texts import Texts

if TYPE_CHECKING:
    from valmentaja.cli.output import Json


def page_lines(texts: Texts, page: LeavePage) -> Iterator[str]:
    """The leave, whom it touches with who stands in, what falls in it for each, and how many it does not touch."""
    yield life_lines.leave(texts, page.leave)
    for one in page.touched:
        yield _heading(texts, one)
        for line in one.times:
            yield f"  {lines.appointment(texts, line)}"
        for thing in one.falls_in:
            yield f"  {falls_due_said(texts, thing)}"
    if not page.touched:
        yield texts("leave.touches_nobody")
    yield texts.counted("leave.untouched", page.untouched)
    if page.without_stand_in:
        yield texts.counted("leave.without_stand_in", page.without_stand_in)


def _heading(texts: Texts, one: AwayFrom) -> str:
    about = who(texts, one.row)
    if one.row.client is None:
        return f"{about}:"
    if one.stand_in is None:
        return texts("leave.nobody_stands_in", who=about)
    return texts("leave.stands_in", who=about, stand_in=one.stand_in)


def page_json(texts: Texts, page: LeavePage) -> "dict[str, Json]":
    """The leave with whom it touches."""
    return {
        **life_json.leave(page.leave),
        "touched": [_touched(texts, one) for one in page.touched],
        "untouched": page.untouched,
        "without_stand_in": page.without_stand_in,
    }


def _touched(texts: Texts, one: AwayFrom) -> "Json":
    return {
        "about": one.row.about,
        "client": as_json.client_name(one.row.client),
        "employer": as_json.employer_name(one.row.employer),
        "stand_in": one.stand_in,
        "times": [as_json.appointment(line) for line in one.times],
        "falls_in": [_falls_in(texts, thing) for thing in one.falls_in],
    }


def _falls_in(texts: Texts, thing: FallsIn) -> "Json":
    return {
        "kind": thing.signal.kind,
        "date": as_json.day(thing.day),
        "again": thing.again,
        "sentence": falls_due_said(texts, thing),
    }
