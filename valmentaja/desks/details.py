"""The records that tell more of a client or of the coach's network, each with whom it is about."""

from dataclasses import dataclass
from datetime import date

from valmentaja.model.activity import Activity
from valmentaja.model.benefit import Benefit
from valmentaja.model.client import Client
from valmentaja.model.concern import Concern
from valmentaja.model.disclosure import Disclosure
from valmentaja.model.employer import Employer
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.model.lead import Lead
from valmentaja.model.leave import Leave
from valmentaja.model.placement import Placement
from valmentaja.model.placement_look import PlacementLook
from valmentaja.model.re_agreement import ReAgreement
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.start_move import StartMove
from valmentaja.model.supporter import Supporter
from valmentaja.model.supporter_contact import SupporterContact
from valmentaja.model.wish import Wish
from valmentaja.model.work_support import WorkSupport
from valmentaja.store.clients import client
from valmentaja.store.details import DETAILS, TABLES, Detail, detail_with, details_of
from valmentaja.store.employers import employer
from valmentaja.store.service_use import ServiceUse, service_use
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One record of a kind, and whom it is about; `client` is `None` for the coach's own network and leave.

    `employer` is that of the record, or of the placement it belongs to; `supporter` who a contact was with.
    """

    kind: str
    record: Detail
    client: Client | None
    employer: Employer | None
    supporter: Supporter | None = None

    @property
    def placement_id(self) -> int | None:
        """The placement that it belongs to, `None` where it belongs to none."""
        return getattr(self.record, "placement_id", None)


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """Someone of a network, and every contact with them, newest first."""

    about: DetailLine
    contacts: tuple[SupporterContact, ...]


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """What was bought for a client, and how much of it has been used by a day."""

    about: DetailLine
    bought: ServicePeriod
    used: ServiceUse


@dataclass(frozen=True, slots=True)
class ClientDetails:
    """What is told of a client beside contacts and work, each kind in the order in which it is listed."""

    wishes: tuple[DetailLine, ...]
    benefits: tuple[DetailLine, ...]
    disclosures: tuple[DetailLine, ...]
    network: tuple[DetailLine, ...]
    service_periods: tuple[DetailLine, ...]
    concerns: tuple[DetailLine, ...]

    @property
    def all(self) -> tuple[DetailLine, ...]:
        """All of them, kind by kind."""
        return (
            *self.wishes,
            *self.benefits,
            *self.disclosures,
            *self.network,
            *self.service_periods,
            *self.concerns,
        )


def client_details(book: Workbook, client_id: int) -> ClientDetails:
    """All that is told of the client in records of their own."""
    return ClientDetails(
        *(
            detail_lines(book, kind, client_id)
            for kind in (Wish, Benefit, Disclosure, Supporter, ServicePeriod, Concern)
        )
    )


def detail_lines(book: Workbook, kind: type[Detail], owner_id: int | None) -> tuple[DetailLine, ...]:
    """The owner's records of the kind; without an owner those of the coach's own network."""
    return tuple(_line(book, record) for record in details_of(book, kind, owner_id))


def network_lines(book: Workbook, client_id: int | None) -> tuple[NetworkLine, ...]:
    """Those around the client, or the coach's own network, with the run of cooperation."""
    return tuple(
        NetworkLine(_line(book, one), details_of(book, SupporterContact, one.id))
        for one in details_of(book, Supporter, client_id)
    )


def service_lines(book: Workbook, client_id: int, day: date) -> tuple[ServiceLine, ...]:
    """What was bought for the client, with what was used by the day."""
    return tuple(
        ServiceLine(_line(book, one), one, used_by(book, one, day))
        for one in details_of(book, ServicePeriod, client_id)
    )


def detail_line(book: Workbook, kind: str, record_id: int) -> DetailLine:
    """The record of the kind with the id. Raises CannotBeMet when there is none."""
    return _line(book, detail_with(book, DETAILS[kind].record, record_id))


def _line(book: Workbook, record: Detail) -> DetailLine:
    client_id, employer_id = client_of_detail(book, record), _employer_of(book, record)
    return DetailLine(
        TABLES[type(record)],
        record,
        client(book, client_id) if client_id is not None else None,
        employer(book, employer_id) if employer_id is not None else None,
        detail_with(book, Supporter, record.supporter_id) if isinstance(record, SupporterContact) else None,
    )


def _employer_of(book: Workbook, record: Detail) -> int | None:
    match record:
        case WorkSupport() | PlacementLook() | ReAgreement() | StartMove():
            return detail_with(book, Placement, record.placement_id).employer_id
        case Placement() | Disclosure() | Concern() | Lead() | Activity() | EmployerPerson():
            return record.employer_id
        case _:
            return None


def client_of_detail(book: Workbook, record: Detail) -> int | None:
    """The client whom the record is about; `None` where it is about none."""
    match record:
        case Leave() | EmployerPerson():
            return None
        case WorkSupport() | PlacementLook() | ReAgreement() | StartMove():
            return detail_with(book, Placement, record.placement_id).client_id
        case SupporterContact():
            return detail_with(book, Supporter, record.supporter_id).client_id
        case _:
            return record.client_id


def used_by(book: Workbook, period: ServicePeriod, day: date) -> ServiceUse:
    """How much of what was bought has been used by the day."""
    return service_use(book, period.client_id, period.from_on, min(day, period.until_on or day))
