"""The page of one record, a contact, a step or what tells more of a client: all its fields, each to be changed."""

from collections.abc import Iterator, Sequence

from valmentaja.desks.details import client_of_detail
from valmentaja.desks.fields import record_with
from valmentaja.desks.question_names import origins
from valmentaja.model.client_contact import ClientContact
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.step import NextStep
from valmentaja.model.supporter import Supporter
from valmentaja.model.supporter_contact import SupporterContact
from valmentaja.model.wish import Wish
from valmentaja.screens.records.detail_focus import DetailFocus
from valmentaja.screens.records.detail_rows import DetailRows
from valmentaja.screens.records.field_rows import every_field, field_rows, heading
from valmentaja.screens.records.origin_rows import origin_rows
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.records.run_rows import step_row
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.settings.setting import value_of
from valmentaja.settings.work import KILOMETRES
from valmentaja.store.clients import client
from valmentaja.store.details import DETAILS, Detail, detail_with
from valmentaja.store.drafts import fields_with_drafts
from valmentaja.store.employers import employer
from valmentaja.store.steps import step_of_contact
from valmentaja.texts.shown import LONGEST_NAMED, one_line

Shown = ClientContact | EmployerContact | NextStep | Detail


class DetailScreen(DetailFocus):
    """Opened from another page, whose desk stays open above it."""

    def __init__(self, kind: str, record_id: int, desk: str) -> None:
        """`kind` is `client_contact`, `employer_contact`, `next_step`, or one of `DETAILS`."""
        super().__init__()
        self.desk = desk
        self._kind = kind
        self._record_id = record_id
        self._about = ""

    def about(self) -> str:
        """The day, or what it is."""
        return self._about

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The record as it is now."""
        record = record_with(self.book, self._kind, self._record_id)
        assert isinstance(record, Shown)
        whom = ", ".join(one_line(name, LONGEST_NAMED) for name in self._names(record))
        self._about = self._called(record)
        return whom, self._line(record), (Part("all", "", lambda: self._rows(record)),)

    def _called(self, record: Shown) -> str:
        match record:
            case Supporter():
                return one_line(record.name, LONGEST_NAMED)
            case NextStep():
                return self.texts.whole_day(record.due_on)
            case ClientContact() | EmployerContact():
                return self.texts.whole_day(record.day)
        return self.texts(f"kind.{self._kind}")

    def _line(self, record: Shown) -> str:
        """What it is; of someone in a network, in whose."""
        if self._kind not in DETAILS:
            return self.texts(f"detail.{self._kind}", day=self._about)
        kind = self.texts(f"kind.{self._kind}")
        if not isinstance(record, Supporter):
            return kind
        if record.client_id is None:
            return self.texts("network.own")
        return f"{kind}: {one_line(client(self.book, record.client_id).label, LONGEST_NAMED)}"

    def _names(self, record: Shown) -> list[str]:
        """Whom it is about."""
        match record:
            case ClientContact():
                return [client(self.book, one).label for one in record.client_ids]
            case Supporter():
                return [record.name]
            case SupporterContact():
                return [detail_with(self.book, Supporter, record.supporter_id).name]
            case EmployerContact() | NextStep():
                client_id = record.client_id
            case _:
                client_id = client_of_detail(self.book, record)
        names = [client(self.book, client_id).label] if client_id is not None else []
        employer_id = getattr(record, "employer_id", None)
        if employer_id is not None:
            names.insert(0, employer(self.book, employer_id).name)
        return names or [self.texts("desk.my_work" if self._kind == "next_step" else "contact.unnamed")]

    def _rows(self, record: Shown) -> Sequence[Row]:
        drafts = fields_with_drafts(self.book, self._kind, self._record_id)
        names = [name for name in every_field(self._kind) if self._is_asked_for(record, name)]
        rows = field_rows(self.book, self.texts, self._kind, record, names, drafts)
        return [*rows, *self._more(record)]

    def _is_asked_for(self, record: Shown, name: str) -> bool:
        """Kilometres only where the coach keeps them, or has told some."""
        if name != "kilometres" or getattr(record, name, None) is not None:
            return True
        return value_of(self.book, KILOMETRES, self.today) == "yes"

    def _more(self, record: Shown) -> Iterator[Row]:
        """What stands under the fields: the step agreed at a contact, the run of cooperation, what has been used.

        Of a step and a wish the question that it came of.
        """
        made = DetailRows(self.book, self.texts, self.today)
        match record:
            case ClientContact() | EmployerContact():
                step = step_of_contact(self.book, record.id)
                if step is not None:
                    yield from (GAP, heading(self.texts("detail.step")))
                    yield step_row(self.texts, step, self.today)
            case Supporter():
                yield from (GAP, heading(self.texts("part.contacts")))
                keys = {one: self.key_of(one) for one in ("meet", "done")}
                yield from made.contacts_with(record.id) or [
                    said_row(self.texts("network.no_contacts", **keys))
                ]
            case ServicePeriod():
                yield from (GAP, said_row(made.used(record)))
            case NextStep() | Wish():
                found = origins(self.book, self.texts.language, record.id)
                yield from (GAP, *origin_rows(self.texts, found)) if found else ()

    def step_row_id(self) -> str:
        """The page's own step, or the one agreed at its contact."""
        return f"{self._kind}/{self._record_id}" if self._kind == "next_step" else super().step_row_id()

    def detail_row_id(self) -> str:
        """The record in focus, as a contact with someone of a network; else the page's own."""
        in_focus = super().detail_row_id()
        is_record = in_focus.count("/") == 1 and in_focus.partition("/")[0] in DETAILS
        if self._kind not in DETAILS or is_record:
            return in_focus
        return f"{self._kind}/{self._record_id}"
