"""The tally of a week on screen: the number beside its target, and what stands beside the number."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from textual.content import Content

from valmentaja.model.week import Week
from valmentaja.rules.tally import Tally
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.texts import Texts

Word = TypeVar("Word", bound=StrEnum | None)

LABEL_WIDTH = 12
MOST_SQUARES = 20
"""More squares than these nobody counts; the number beside them is exact."""


def tally_shown(texts: Texts, tally: Tally, today: date, width: int) -> Content:
    """The whole tally in so many cells."""
    lines = [
        _beside(
            literal(week_words(texts, tally.week, today), "bold"), literal(_days(texts, tally, today)), width
        ),
        Content(""),
        _beside(_number(texts, tally), literal(texts("week_screen.mean", mean=tally.mean_of_4_weeks)), width),
        Content(""),
        *(_line(*part, width) for part in _parts(texts, tally)),
    ]
    return Content("\n").join(lines)


def week_words(texts: Texts, week: Week, today: date) -> str:
    """As "vko 48, ma 23.11.–29.11.2026, tämä viikko"."""
    gone = (Week.of(today).monday - week.monday).days // 7
    when = {-1: "next", 0: "this", 1: "last"}.get(gone)
    days = texts("week_screen.days", week=week, first=texts.day(week.monday), last=texts.date(week.sunday))
    return texts("week_screen.when", week=days, when=texts(f"week_screen.{when}")) if when else days


def _days(texts: Texts, tally: Tally, today: date) -> str:
    """Working days; of the week that runs, how many are left; and on how many the coach is away."""
    if Week.of(today) == tally.week:
        told = texts.counted("week_screen.left", tally.working_days_left, days=tally.working_days)
    else:
        told = texts.counted("week_screen.working_days", tally.working_days)
    if not tally.leave_days:
        return told
    return texts("week_screen.and_away", told=told, days=tally.leave_days)


def _number(texts: Texts, tally: Tally) -> Content:
    met = literal(texts("tally.of_target", done=tally.in_person, target=tally.target), "bold")
    return literal(texts("tally.in_person")) + "  " + squares(tally.in_person, tally.target) + "  " + met


def squares(done: int, target: int) -> Content:
    """A full square for each meeting, an empty one for each that the target still has room for."""
    full = min(done, MOST_SQUARES)
    return literal("■" * full, "$success") + literal("□" * (min(target, MOST_SQUARES) - full), "$quiet")


def _parts(texts: Texts, tally: Tally) -> Iterator[tuple[str, list[str]]]:
    """What stands beside the number, each with its label; what was not, is left out."""
    if any(tally.by_way.values()):
        yield texts("week_screen.ways"), _counts(texts, "way", tally.by_way)
        yield texts("week_screen.purposes"), _counts(texts, "purpose", tally.by_purpose)
        yield (
            texts("week_screen.clients"),
            [
                texts("week_screen.with_client", count=tally.with_client),
                texts("week_screen.without_client", count=tally.without_client),
            ],
        )
        yield (
            texts("week_screen.beside"),
            [
                texts("week_screen.support_visits", count=tally.support_visits),
                texts("week_screen.thanks", count=tally.thanks),
            ],
        )
    if tally.holidays:
        yield (
            texts("week_screen.holidays"),
            [f"{holiday.name} {texts.day(holiday.day)}" for holiday in tally.holidays],
        )


def _counts(texts: Texts, kind: str, counts: Mapping[Word, int]) -> list[str]:
    return [
        texts("week_screen.count", word=short_word(texts, kind, word), count=count)
        for word, count in counts.items()
        if count
    ]


def short_word(texts: Texts, kind: str, word: StrEnum | None) -> str:
    """A way or a purpose in the one word by which it is chosen; `None`: it was not said."""
    return texts(f"log_form.{kind}.{word}") if word else texts("week_screen.not_said")


def _line(label: str, parts: Iterable[str], width: int) -> Content:
    room = max(10, width - LABEL_WIDTH - 1)
    columns = (
        Column(literal(label, "$quiet"), LABEL_WIDTH),
        Column(literal(_joined(parts, room)), room, most_lines=4),
    )
    return row(columns)


def _joined(parts: Iterable[str], width: int) -> str:
    """The parts one after another; a line ends between two of them."""
    lines = [""]
    for part in parts:
        joined = f"{lines[-1]} · {part}" if lines[-1] else part
        if len(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(part)
    return "\n".join(lines)


def _beside(left: Content, right: Content, width: int) -> Content:
    """Both on one line, or the right one under the left where they do not fit."""
    room = width - left.cell_length - right.cell_length
    return left + (" " * room if room > 1 else "\n") + right
