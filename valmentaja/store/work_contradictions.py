"""What a field of a working life's records cannot hold beside what else the record says, and what follows from it."""

from datetime import date

from valmentaja.errors import CannotBeMet
from valmentaja.rules.fields import Field
from valmentaja.store.connection import Row
from valmentaja.store.periods import refuse_backwards
from valmentaja.store.workbook import Value, Workbook, Writing


def refuse_work_contradictions(book: Workbook, kind: str, before: Row, field: Field, stored: Value) -> None:
    """Raises CannotBeMet when the value contradicts another one of the same record, or another record."""
    refuse_backwards(kind, {**dict(before), field.column: stored})
    match kind:
        case "placement" if field.name == "pay" and _makes_a_job_of_a_period(book, before, stored):
            raise CannotBeMet("placement.period_is_no_job")
        case "re_agreement" if field.name in ("to", "every_days"):
            _refuse_both_or_neither(before, field, stored)
        case "disclosure" if field.name == "employer" and _is_agreed_for(book, before, stored):
            raise CannotBeMet("disclosure.two_for_one")


def _makes_a_job_of_a_period(book: Workbook, before: Row, pay: Value) -> bool:
    """An unpaid period that has begun stays one (method.md P1): the job that follows is a placement of its own."""
    has_begun = str(before["start_on"]) <= book.now().date().isoformat()
    return before["pay"] == "unpaid" and pay != "unpaid" and has_begun


def _refuse_both_or_neither(before: Row, field: Field, stored: Value) -> None:
    other = "every_days" if field.name == "to" else "to_day"
    if (stored is None) == (before[other] is None):
        raise CannotBeMet("agreement.to_or_every")


def _is_agreed_for(book: Workbook, before: Row, employer_id: Value) -> bool:
    row = book.row(
        "SELECT 1 FROM disclosure WHERE client_id = ? AND employer_id IS ? AND id <> ?",
        (before["client_id"], employer_id, before["id"]),
    )
    return row is not None


def note_terms(writing: Writing, placement_id: int, day: date) -> None:
    """Hours or pay have changed, which raises a check of benefits (method.md §5)."""
    writing.update("placement", placement_id, terms_changed_on=day.isoformat())
