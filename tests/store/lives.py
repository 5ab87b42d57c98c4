"""Working lives in a workbook: a placement, and one of each of the records that tell more of a client."""

from collections.abc import Mapping

from tests.store.workbooks import TODAY, day
from valmentaja.model.activity import TimeKind
from valmentaja.model.client import Client
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.placement_look import Look
from valmentaja.model.step import Owner
from valmentaja.model.work_support import SupportKind
from valmentaja.store.details import DETAILS, Given, add_detail
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.employers import add_employer
from valmentaja.store.placements import (
    add_placement,
    add_support,
    agree_meetings,
    look_at,
    move_start,
)
from valmentaja.store.workbook import Workbook


def an_employer(book: Workbook, name: str = "Leipomo Kuura") -> int:
    """The id of a new employer."""
    return add_employer(book, name=name, sector=None, industry=None, town=None, added_on=TODAY).id


def at_work(book: Workbook, who: Client, **values: Given) -> Placement:
    """A paid job that began twenty days ago at a new employer, unless told otherwise."""
    told: dict[str, Given] = {"start_on": day(-20), "pay": Pay.PAID, **values}
    if "employer_id" not in told:
        told["employer_id"] = an_employer(book)
    return add_placement(book, who.id, told, today=TODAY)


NEEDED: Mapping[str, Mapping[str, Given]] = {
    "wish": {"text": "eläinten parissa"},
    "benefit": {"name": "asumistuki"},
    "supporter": {"name": "Anneli", "added_on": TODAY},
    "service_period": {"from_on": day(-30)},
    "concern": {"text": "liukas lattia", "seen_on": day(-3)},
    "employer_person": {"name": "Liisa"},
    "lead": {"job": "apulainen", "owner": Owner.TOGETHER, "added_on": TODAY},
    "activity": {"day": TODAY, "kind": TimeKind.RECORDS, "minutes": 30},
    "leave": {"from_on": day(7), "until_on": day(9), "planned_on": TODAY},
}
"""What each of these kinds of record cannot be without."""


def added(book: Workbook, who: Client, kind: str, /, **values: Given) -> int:
    """The id of a new record of the kind, about the client where it can be about one."""
    owner_id = who.id if DETAILS[kind].owner == "client_id" else None
    if DETAILS[kind].owner == "employer_id":
        known = book.row("SELECT max(id) AS id FROM employer")
        owner_id = (known and known["id"]) or an_employer(book)
    return add_detail(book, kind, owner_id=owner_id, about=who.label, values={**NEEDED[kind], **values})


def one_detail_of_each_kind(book: Workbook, who: Client) -> dict[str, int]:
    """The id of a record of each kind that tells more of a client or of work."""
    work = at_work(book, who)
    kept = {kind: added(book, who, kind) for kind in NEEDED}
    contact = add_detail(
        book, "supporter_contact", owner_id=kept["supporter"], about="Anneli", values={"day": TODAY}
    )
    support = add_support(book, work.id, SupportKind.WAGE_SUBSIDY, {})
    look = look_at(book, work.id, Look.TRIAL_ENDS, TODAY, {})
    move_start(book, work.id, to_day=day(-10), because="työnantaja siirsi", today=TODAY)
    move = book.row("SELECT id FROM start_move")
    assert move is not None
    agreement = agree_meetings(book, work.id, today=TODAY, because="iltavuorot", to_day=day(5))
    return {
        **kept,
        "placement": work.id,
        "supporter_contact": contact,
        "work_support": support.id,
        "placement_look": look.id,
        "start_move": move["id"],
        "re_agreement": agreement.id,
        "disclosure": agree_disclosure(book, who.id, None, {"may": "nimi"}, day=TODAY).id,
    }
