"""Changes a field of a record by name: reads the value as the field takes it, and says what was changed."""

from collections.abc import Callable
from datetime import date, time

from valmentaja import TYPE_CHECKING
from valmentaja.cli import output, values
from valmentaja.cli.session import Session
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.employer import EmployerState
from valmentaja.rules.fields import FIELDS, Field, FieldKind, field_named
from valmentaja.rules.refusals import refuse_not_ahead
from valmentaja.store.editing import change_field
from valmentaja.store.employers import employer
from valmentaja.store.lookup import client_id_of, employer_id_of
from valmentaja.texts import LANGUAGES, Texts
from valmentaja.texts.dates import Meaning, parse_clock
from valmentaja.texts.sentences import in_midsentence
from valmentaja.texts.shown import one_line
from valmentaja.texts.sorting import name_key

if TYPE_CHECKING:
    from valmentaja.cli.output import Json

_MEANINGS = {
    FieldKind.RECORD_DAY: Meaning.RECORD,
    FieldKind.PLAN_DAY: Meaning.PLAN,
    FieldKind.START_DAY: Meaning.START,
    FieldKind.DAY_AHEAD: Meaning.PLAN,
}
_LONGEST_SHOWN = 80  # letters of a text that was changed


def change_named_field(session: Session, kind: str, record_id: int, name: str, value: list[str]) -> Field:
    """Changes the field of the record, and gives the field.

    Raises WrongUsage for an unknown field, or a value it does not take.
    """
    field = field_named(kind, name) or _field_labelled(kind, name)
    if field is None:
        raise WrongUsage("field.unknown", field=name, fields=fields_listed(session.texts, kind))
    option = session.texts("metavar.value")
    typed = session.text(values.joined(value), ask="ask.value", option=option)
    read = read_value(session, field, typed)
    if kind == "employer":
        _refuse_endless_rest(session, record_id, field, read)
    change_field(session.book, kind, record_id, field, read, today=session.today)
    if kind == "employer" and field.name == "name":
        _say_twins(session, record_id)
    return field


def _say_twins(session: Session, employer_id: int) -> None:
    """Who is called as an employer is called now, or nearly so."""
    from valmentaja.cli import lines  # seldom: names hardly change
    from valmentaja.store.employers import employer
    from valmentaja.store.lookup import ids_with_name

    held = employer(session.book, employer_id)
    others = [one for one in ids_with_name(session.book, "employer", held.name) if one != employer_id]
    lines.say_namesakes(session.texts, held.name, others)
    lines.say_nearly_called(session.book, session.texts, held)


def _refuse_endless_rest(session: Session, employer_id: int, field: Field, value: str | int | None) -> None:
    """An employer rests until a day. Raises CannotBeMet where there would be none."""
    held = employer(session.book, employer_id)
    if field.name == "state" and value == EmployerState.RESTING and held.rests_until is None:
        raise CannotBeMet("employer.rest_day_first", id=held.id)
    if field.name == "rests_until" and value is None and held.state is EmployerState.RESTING:
        raise CannotBeMet("employer.rest_day_needed", id=held.id)


def _field_labelled(kind: str, name: str) -> Field | None:
    """The field by its label in either language: "puhelin" is as good as `phone`."""
    wanted = name_key(name)
    for language in LANGUAGES:
        texts = Texts(language)
        for field in FIELDS[kind]:
            called = (field.text_key, f"field.{field.name}")
            if wanted in (name_key(texts(key)) for key in called):
                return field
    return None


def fields_listed(texts: Texts, kind: str) -> str:
    """The fields of a kind of record, for help and errors: "nimi (name), puhelin (phone)"."""
    return ", ".join(
        values.with_english(texts, field_label(texts, field), field.name) for field in FIELDS[kind]
    )


def field_label(texts: Texts, field: Field) -> str:
    """What the field is called, as it stands inside a sentence."""
    return in_midsentence(texts(field.text_key))


def _called(texts: Texts, field: Field) -> str:
    """How an error calls the field: in English by the name that is typed."""
    return field.name if texts.language == "en" else field_label(texts, field)


def read_value(session: Session, field: Field, typed: str) -> str | int | None:
    """The value as the column holds it; an empty one is `None`."""
    if typed.strip():
        if field.kind is FieldKind.CHOICE:
            called = _called(session.texts, field)
            return values.choice(session.texts, typed, field.choices, field.word_kind, called)
        return _READERS[field.kind](session, field, typed)
    if field.needed:
        raise CannotBeMet("field.needed", field=_called(session.texts, field))
    return None


def _day(session: Session, field: Field, typed: str) -> str:
    day = session.date(typed, _MEANINGS[field.kind])
    if field.kind is FieldKind.DAY_AHEAD:
        refuse_not_ahead(day, session.today)
    return day.isoformat()


def _number(session: Session, field: Field, typed: str) -> int:
    called = _called(session.texts, field)
    if field.is_length:
        return values.minutes(typed, called, field.least)
    return values.number(typed, called, field.least, field.most)


def _yes_or_no(session: Session, field: Field, typed: str) -> int:
    called = _called(session.texts, field)
    return int(values.choice(session.texts, typed, ("yes", "no"), "yes_no", called) == "yes")


_Reader = Callable[[Session, Field, str], str | int]
_READERS: dict[FieldKind, _Reader] = {
    FieldKind.TEXT: lambda _session, _field, typed: typed,
    FieldKind.NAME: lambda _session, _field, typed: typed,
    FieldKind.NUMBER: _number,
    FieldKind.CLOCK: lambda _session, _field, typed: parse_clock(typed).isoformat(timespec="minutes"),
    FieldKind.YES_NO: _yes_or_no,
    FieldKind.HOURS: lambda session, field, typed: values.hours(
        typed, _called(session.texts, field), field.most
    ),
    FieldKind.CLIENT: lambda session, _field, typed: client_id_of(session.book, typed),
    FieldKind.EMPLOYER: lambda session, _field, typed: employer_id_of(session.book, typed),
    FieldKind.RECORD_DAY: _day,
    FieldKind.PLAN_DAY: _day,
    FieldKind.START_DAY: _day,
    FieldKind.DAY_AHEAD: _day,
}


def answer_changed(
    session: Session, kind: str, field: Field, *, about: str, record: "dict[str, Json]"
) -> None:
    """The changed `record` as JSON; or in a line whom it is `about`, and what the field holds now."""
    if session.json:
        output.data(record)
        return
    texts = session.texts
    value = _shown(texts, field, record[field.name])
    output.line(texts("edit.changed", record=about, field=field_label(texts, field), value=value))


def _shown(texts: Texts, field: Field, value: "Json") -> str:  # noqa: PLR0911 - one for each sort of value
    """The value of a field in words; a long text by its beginning."""
    match value:
        case None:
            return texts("edit.empty")
        case {"name": name, **others}:
            return str(name or others["code"])
        case int(hours) | float(hours) if field.kind is FieldKind.HOURS:
            return texts.number(hours)  # the label says of what
        case str(text) if field.kind in _SAID:
            return _SAID[field.kind](texts, text)
    if field.kind is FieldKind.CHOICE:
        return texts(f"{field.word_kind}.{value}")
    if field.kind is FieldKind.YES_NO:
        return texts("word.yes" if value else "word.no")
    return one_line(str(value), _LONGEST_SHOWN)


def _say_day(texts: Texts, iso: str) -> str:
    return texts.whole_day(date.fromisoformat(iso))


_SAID: dict[FieldKind, Callable[[Texts, str], str]] = {
    **dict.fromkeys(_MEANINGS, _say_day),
    FieldKind.CLOCK: lambda texts, iso: texts.clock(time.fromisoformat(iso)),
}
