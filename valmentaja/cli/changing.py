"""Changes a field of a record by name: reads the value as the field takes it, and hands it to the store."""

from collections.abc import Callable

from valmentaja.cli import values
from valmentaja.cli.session import Session
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.rules.fields import FIELDS, Field, FieldKind, field_named
from valmentaja.store.editing import change_field
from valmentaja.store.lookup import client_id_of, employer_id_of
from valmentaja.texts.dates import Meaning, parse_clock

_MEANINGS = {
    FieldKind.RECORD_DAY: Meaning.RECORD,
    FieldKind.PLAN_DAY: Meaning.PLAN,
    FieldKind.START_DAY: Meaning.START,
}
_YES, _NO = ("yes", "true", "1", "kyllä", "k", "y"), ("no", "false", "0", "ei", "e", "n")


def change_named_field(session: Session, kind: str, record_id: int, name: str, value: list[str]) -> None:
    """Changes the field of the record. Raises WrongUsage for an unknown field, or a value it does not take."""
    field = field_named(kind, name)
    if field is None:
        raise WrongUsage("field.unknown", field=name, fields=", ".join(one.name for one in FIELDS[kind]))
    typed = session.text(values.joined(value), ask="ask.value", option="VALUE")
    change_field(session.book, kind, record_id, field, _read(session, field, typed))


def _read(session: Session, field: Field, typed: str) -> str | int | None:
    """The value as the column holds it; an empty one is `None`."""
    if not typed.strip():
        if field.needed:
            raise CannotBeMet("field.needed", field=field.name)
        return None
    return _READERS[field.kind](session, field, typed)


def _day(session: Session, field: Field, typed: str) -> str:
    return session.date(typed, _MEANINGS[field.kind], field.name).isoformat()


def _yes_or_no(_session: Session, field: Field, typed: str) -> int:
    word = typed.strip().casefold()
    if word not in (*_YES, *_NO):
        raise WrongUsage("value.choice", option=field.name, value=typed, choices="yes, no")
    return int(word in _YES)


def _choice(_session: Session, field: Field, typed: str) -> str:
    word = typed.strip().lower().replace("-", "_")
    if word not in field.choices:
        raise WrongUsage("value.choice", option=field.name, value=typed, choices=", ".join(field.choices))
    return word


_Reader = Callable[[Session, Field, str], str | int]
_READERS: dict[FieldKind, _Reader] = {
    FieldKind.TEXT: lambda _session, _field, typed: typed,
    FieldKind.NAME: lambda _session, _field, typed: typed,
    FieldKind.NUMBER: lambda _session, field, typed: values.number(
        typed, field.name, field.least, field.most
    ),
    FieldKind.CLOCK: lambda _session, _field, typed: parse_clock(typed).isoformat(timespec="minutes"),
    FieldKind.YES_NO: _yes_or_no,
    FieldKind.CHOICE: _choice,
    FieldKind.CLIENT: lambda session, _field, typed: client_id_of(session.book, typed),
    FieldKind.EMPLOYER: lambda session, _field, typed: employer_id_of(session.book, typed),
    FieldKind.RECORD_DAY: _day,
    FieldKind.PLAN_DAY: _day,
    FieldKind.START_DAY: _day,
}
