"""What a field of a record holds, in words for a plain line."""

from datetime import date, time

from valmentaja.rules.fields import Field, FieldKind
from valmentaja.texts import Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line


def field_shown(texts: Texts, field: Field, record: object) -> str:
    """The value in words, a long text by its beginning, and "" for nothing."""
    value = getattr(record, field.column)
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return texts("word.yes" if value else "word.no")
    if isinstance(value, date):
        return texts.date(value)
    if isinstance(value, time):
        return texts.clock(value)
    return _worded(texts, field, value)


def _worded(texts: Texts, field: Field, value: str | int) -> str:
    if field.kind is FieldKind.CHOICE:
        return texts(f"{field.word_kind}.{value}")
    if field.kind is FieldKind.HOURS:
        return texts.number(int(value) / 60)  # the label says of what
    return one_line(str(value), LONGEST_NAMED)
