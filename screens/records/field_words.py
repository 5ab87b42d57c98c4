"""The fields of a record in words: how each is called, what it holds, and what was typed read as its value."""

from collections.abc import Callable, Mapping
from datetime import date, time

from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.rules.fields import Field, FieldKind
from valmentaja.rules.refusals import refuse_ahead, refuse_not_ahead, refuse_over_a_day
from valmentaja.store.clients import client
from valmentaja.store.employers import employer
from valmentaja.store.lookup import client_id_of, employer_id_of
from valmentaja.store.workbook import Value, Workbook
from valmentaja.texts import Texts
from valmentaja.texts.dates import Meaning, parse_clock, parse_date
from valmentaja.texts.durations import whole_duration
from valmentaja.texts.numbers import minutes_of_hours, whole_number
from valmentaja.texts.sentences import in_midsentence

_MEANINGS = {
    FieldKind.RECORD_DAY: Meaning.RECORD,
    FieldKind.PLAN_DAY: Meaning.PLAN,
    FieldKind.START_DAY: Meaning.START,
    FieldKind.DAY_AHEAD: Meaning.PLAN,
}
DAY_KINDS = tuple(_MEANINGS)
"""What is read as a day."""
TYPED_KINDS = (FieldKind.TEXT, FieldKind.NAME)
"""What is typed as it will stand, and so has drafts."""
CHOSEN_KINDS = (FieldKind.CHOICE, FieldKind.YES_NO)
"""What is chosen of some words."""
_EXAMPLES = {
    FieldKind.RECORD_DAY: "value_form.past_example",
    **dict.fromkeys((FieldKind.START_DAY, FieldKind.PLAN_DAY, FieldKind.DAY_AHEAD), "step_form.on_example"),
    FieldKind.CLOCK: "value_form.clock_example",
    FieldKind.HOURS: "value_form.hours_example",
}
_ONE_LINE = frozenset(
    {
        *("phone", "email", "best_reached", "carried_on_by", "industry", "town", "who", "topic"),
        *("place", "about", "guests", "co_led_by", "stand_in", "language", "interpreter", "role"),
        *("earnings_limit", "notify", "told_by", "payer", "raised_with"),
    }
)


def label(texts: Texts, field: Field, kind: str = "") -> str:
    """How the field is called on a page, in lower case; `kind` is the kind of record where it is called otherwise."""
    for own in (f"label.{kind}.{field.name}", f"label.{field.name}"):
        if texts.has(own):
            return texts(own)
    return in_midsentence(texts(f"field.{field.name}"))


def example(texts: Texts, field: Field) -> str:
    """What shows in the empty field how it is filled in, "" where that goes without saying."""
    return texts(_EXAMPLES[field.kind]) if field.kind in _EXAMPLES else ""


def is_one_line(field: Field) -> bool:
    """Whether what is typed in the field fits a line by its nature."""
    return field.kind is not FieldKind.TEXT or field.name in _ONE_LINE


def words_of(texts: Texts, kind: str, field: Field) -> tuple[tuple[str, str], ...]:
    """The values that a field of choices takes, each with its words."""
    if field.kind is FieldKind.YES_NO:
        return ("1", texts("word.yes")), ("0", texts("word.no"))
    return tuple((value, texts(f"{field.word_kind}.{value}")) for value in field.choices)


def shown_value(book: Workbook, texts: Texts, kind: str, field: Field, value: object) -> str:
    """What the field holds in words, "" for nothing."""
    if isinstance(value, date | time | bool) or value is None:
        return _said(texts, value)
    match field.kind:
        case FieldKind.CHOICE:
            return texts(f"{field.word_kind}.{value}")
        case FieldKind.HOURS if isinstance(value, int):
            return texts("format.hours", hours=texts.number(value / 60))
        case FieldKind.CLIENT if isinstance(value, int):
            return client(book, value).label
        case FieldKind.EMPLOYER if isinstance(value, int):
            return employer(book, value).name
    return str(value)


def _said(texts: Texts, value: date | time | bool | None) -> str:
    match value:
        case date():
            return texts.whole_day(value)
        case time():
            return texts.clock(value)
        case bool():
            return texts("word.yes" if value else "word.no")
    return ""


def as_typed(book: Workbook, texts: Texts, field: Field, value: object) -> str:
    """What the field holds, as the coach would type it."""
    if isinstance(value, date):
        return texts.date(value)
    if field.kind is FieldKind.HOURS and isinstance(value, int):
        return texts.number(value / 60)
    return shown_value(book, texts, "", field, value)


def read_value(book: Workbook, texts: Texts, today: date, field: Field, typed: str) -> Value:
    """What was typed as the column holds it; nothing is `None`.

    Raises a ValmentajaError with a sentence for what the field does not take.
    """
    if typed.strip():
        return _READERS[field.kind](_Reading(book, texts, today, field), typed.strip())
    if field.needed:
        raise CannotBeMet("field.needed", field=label(texts, field))
    return None


class _Reading:
    """What reading needs to know besides what was typed."""

    def __init__(self, book: Workbook, texts: Texts, today: date, field: Field) -> None:
        self.book = book
        self.texts = texts
        self.today = today
        self.field = field


def _day(reading: _Reading, typed: str) -> str:
    day = parse_date(typed, reading.today, _MEANINGS[reading.field.kind])
    match reading.field.kind:
        case FieldKind.RECORD_DAY:
            refuse_ahead(day, reading.today)
        case FieldKind.DAY_AHEAD:
            refuse_not_ahead(day, reading.today)
    return day.isoformat()


def _number(reading: _Reading, typed: str) -> int:
    field, number = reading.field, whole_number(typed)
    if number is None and field.is_length and (number := whole_duration(typed)) is not None:
        refuse_over_a_day(number, typed)
    if number is None or not field.least <= number <= field.most:
        called = label(reading.texts, field)
        raise WrongUsage("value.number", option=called, value=typed, least=field.least, most=field.most)
    return number


def _hours(reading: _Reading, typed: str) -> int:
    field, minutes = reading.field, minutes_of_hours(typed)
    if minutes is None or minutes > field.most:
        called = label(reading.texts, field)
        raise WrongUsage("value.hours", option=called, value=typed, most=field.most // 60)
    return minutes


def _client(reading: _Reading, typed: str) -> int:
    try:
        return client_id_of(reading.book, typed)
    except CannotBeMet as refusal:
        raise _kinder(refusal, "field.no_such_client", typed) from refusal


def _employer(reading: _Reading, typed: str) -> int:
    try:
        return employer_id_of(reading.book, typed)
    except CannotBeMet as refusal:
        raise _kinder(refusal, "field.no_such_employer", typed) from refusal


def _kinder(refusal: CannotBeMet, key: str, typed: str) -> CannotBeMet:
    """The same without telling of commands."""
    return CannotBeMet(key, name=typed) if refusal.key.endswith(".unknown") else refusal


_READERS: Mapping[FieldKind, Callable[[_Reading, str], Value]] = {
    **dict.fromkeys(_MEANINGS, _day),
    FieldKind.NUMBER: _number,
    FieldKind.HOURS: _hours,
    FieldKind.CLOCK: lambda _reading, typed: parse_clock(typed).isoformat(timespec="minutes"),
    FieldKind.YES_NO: lambda _reading, typed: int(typed),
    FieldKind.CHOICE: lambda _reading, typed: typed,
    FieldKind.CLIENT: _client,
    FieldKind.EMPLOYER: _employer,
}
