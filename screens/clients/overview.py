"""The overview of a client: how to reach them, what comes next, what may be told, what the payer's clock says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.desks.details import ClientDetails
from valmentaja.desks.question_names import find_out_said, to_find_out
from valmentaja.desks.runs import Steps
from valmentaja.model.client import Client
from valmentaja.model.concern import Concern
from valmentaja.model.disclosure import Disclosure
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.snooze import Snooze
from valmentaja.screens.literal import literal
from valmentaja.screens.records.detail_rows import DetailRows
from valmentaja.screens.records.field_rows import field_rows, heading, labelled
from valmentaja.screens.records.run_rows import dated_row, step_row
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line

REACHING = ("phone", "best_reached", "email", "address", "stand_in")
APPOINTMENTS_SHOWN = 3
_LONGEST_MAY = 200

Fields = Callable[[Sequence[str]], list[Row]]
"""Fields of the client as rows, by their names."""


@dataclass(frozen=True, slots=True)
class ClientHeld:
    """What the overview tells of."""

    client: Client
    snooze: Snooze | None
    appointments: tuple[AppointmentLine, ...]
    steps: Steps
    details: ClientDetails


class Overview:
    """Makes the rows of one client."""

    def __init__(self, book: Workbook, texts: Texts, today: date, held: ClientHeld, fields: Fields) -> None:
        self._book = book
        self._texts = texts
        self._today = today
        self._held = held
        self._fields = fields
        self._details = DetailRows(book, texts, today)

    def rows(self) -> Iterator[Row]:
        """In the order in which a coach looks."""
        yield from self._fields(REACHING)
        yield GAP
        yield from self._put_aside()
        yield from self._next()
        yield from self._concerns()
        yield self._may_be_told()
        yield from self._clock()
        yield GAP
        yield from self._fields(("note",))
        if self._held.client.ended_on is not None or self._held.client.carried_on_by:
            yield from self._fields(("carried_on_by",))

    def _put_aside(self) -> Iterator[Row]:
        snooze = self._held.snooze
        if snooze is not None:
            yield from field_rows(self._book, self._texts, "snooze", snooze, ("until", "because"))
            yield GAP

    def _next(self) -> Iterator[Row]:
        """The next appointments, and every open step."""
        booked, steps = self._held.appointments[:APPOINTMENTS_SHOWN], self._held.steps.open
        if booked or steps:
            yield heading(self._texts("client_page.next"))
            yield from (self._appointment(line) for line in booked)
            yield from (step_row(self._texts, step, self._today) for step in steps)
            yield GAP
        yield from self._to_find_out()

    def _to_find_out(self) -> Iterator[Row]:
        """In one quiet line what is found out together next; Enter opens the question."""
        texts = self._texts
        held = to_find_out(self._book, texts.language, self._held.client.id, self._today)
        if held is not None:
            told = find_out_said(texts, held, self._today)
            yield labelled(f"answer/{held.answer_id}", texts("find_out.label"), told, lines=2)
            yield GAP

    def _appointment(self, line: AppointmentLine) -> Row:
        texts, held = self._texts, line.appointment
        told = texts("client_page.appointment", at=texts.clock(held.at), way=texts(f"client_way.{held.way}"))
        more = [line.employer.name if line.employer else "", held.place or "", held.about or ""]
        parts = [told, *(one_line(part, LONGEST_NAMED) for part in more if part)]
        return dated_row(
            f"appointment/{held.id}", texts, held.day, self._today, literal(", ".join(parts), "bold")
        )

    def _concerns(self) -> Iterator[Row]:
        """Those that are open."""
        lines = self._held.details.concerns
        still_open = [
            one for one in lines if isinstance(one.record, Concern) and one.record.settled_on is None
        ]
        if still_open:
            yield from (heading(self._texts("part.concerns")), *self._details.rows(still_open), GAP)

    def _may_be_told(self) -> Row:
        """In one line: what was agreed for any employer, else for one of them."""
        lines, texts = self._held.details.disclosures, self._texts
        name = texts("disclosure_row.may")
        if not lines:
            return labelled(None, name, texts("disclosure_row.not_agreed"), quiet=True)
        record, named = lines[0].record, lines[0].employer
        assert isinstance(record, Disclosure)
        whom = f"{one_line(named.name, LONGEST_NAMED)}: " if named else ""
        may = one_line(record.may or texts("disclosure_row.nothing"), _LONGEST_MAY)
        return labelled(f"disclosure/{record.id}", name, f"{whom}{may}", lines=2)

    def _clock(self) -> Iterator[Row]:
        """The services that run today, with what of them has been used."""
        for line in self._held.details.service_periods:
            period = line.record
            if isinstance(period, ServicePeriod) and self._runs(period):
                told = "\n".join((self._details.used(period), *self._details.reports(period)))
                yield labelled(f"service_period/{period.id}", self._texts("service_row.label"), told)

    def _runs(self, period: ServicePeriod) -> bool:
        return period.from_on <= self._today and (
            period.until_on is None or period.until_on >= self._today or self._waits(period)
        )

    def _waits(self, period: ServicePeriod) -> bool:
        """Whether a report is still to be given."""
        return period.final_report_on is not None and period.final_report_done_on is None
