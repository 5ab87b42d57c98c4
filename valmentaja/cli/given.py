"""Options that are the fields of a record: declared from `rules.fields`, and read as the fields take them."""

from collections.abc import Collection

from valmentaja.cli import values
from valmentaja.cli.changing import field_label, read_value
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.rules.fields import FIELDS, Field, FieldKind
from valmentaja.store.details import Given

_METAVARS = {
    FieldKind.TEXT: "T",
    FieldKind.NAME: "name",
    FieldKind.NUMBER: "number",
    FieldKind.HOURS: "hours",
    FieldKind.CLOCK: "H.MM",
    FieldKind.CHOICE: "W",
    FieldKind.YES_NO: "W",
    FieldKind.CLIENT: "C",
    FieldKind.EMPLOYER: "employer",
}


def field_options(parser: Parser, kind: str, names: Collection[str]) -> None:
    """An option for each of the named fields, in their order."""
    for field in _fields(kind, names):
        label = field_label(parser.texts, field)
        metavar = _METAVARS.get(field.kind, "D")
        parser.field_option(field.name, label=label, metavar=metavar, words=_words(parser, field))


def _words(parser: Parser, field: Field) -> str:
    """The words that the field takes, as help lists them."""
    if field.kind is FieldKind.YES_NO:
        return values.listed(parser.texts, ("yes", "no"), "yes_no")
    return values.listed(parser.texts, field.choices, field.word_kind) if field.choices else ""


def given_values(session: Session, kind: str, options: Options, names: Collection[str]) -> dict[str, Given]:
    """What was given of the named fields, by column. Raises WrongUsage for a value that the field does not take."""
    found: dict[str, Given] = {}
    for field in _fields(kind, names):
        typed: str | None = getattr(options, field.name)
        if typed is None:
            continue
        text = session.optional_text(typed) if field.kind is FieldKind.TEXT else typed
        found[field.column] = read_value(session, field, text or "")
    return found


def _fields(kind: str, names: Collection[str]) -> list[Field]:
    return [field for field in FIELDS[kind] if field.name in names]
