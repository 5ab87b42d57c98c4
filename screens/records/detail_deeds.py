"""What is done about records that tell more of a client, from Today and from their pages alike."""

from datetime import date
from typing import TYPE_CHECKING

from valmentaja.desks.fields import Record
from valmentaja.model.benefit import Benefit
from valmentaja.model.client import Client
from valmentaja.model.concern import Concern
from valmentaja.model.disclosure import Disclosure
from valmentaja.model.lead import Lead
from valmentaja.model.leave import Leave
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.supporter import Supporter
from valmentaja.screens.shell.page import Page
from valmentaja.store.clients import client
from valmentaja.store.details import add_detail, change_detail
from valmentaja.store.leaves import look_at_leave
from valmentaja.texts.shown import LONGEST_NAMED, one_line

if TYPE_CHECKING:
    from valmentaja.screens.records.detail_form import DetailForm, Filling
    from valmentaja.screens.records.fillings import Desk


def can_finish(record: Record, today: date) -> bool:
    """Whether the record waits for something that the coach can say is done."""
    match record:
        case Benefit():
            return record.checked_on != today
        case Concern():
            return record.settled_on is None
        case ServicePeriod():
            return open_report(record) is not None
        case Leave():
            return record.looked_on is None and record.until_on >= today
        case Lead():
            return record.is_open and record.applied_on is None
    return isinstance(record, Supporter | Disclosure)


def finish(page: Page, record: Record) -> "DetailForm | None":
    """Does it at once; where more is to be told, the form that asks for it is given."""
    match record:
        case Benefit():
            check_benefit(page, record)
        case ServicePeriod():
            which = open_report(record)
            if which is not None:
                finish_report(page, record, which)
        case Supporter():
            contact_today(page, record)
        case Leave():
            look_through(page, record)
        case Lead():
            apply_today(page, record)
        case Concern():
            return settling_form(page, record)
        case Disclosure():
            return reviewing_form(page, record)
    return None


def open_report(period: ServicePeriod) -> str | None:
    """The report that is to be given next: "interim" or "final"."""
    if period.interim_report_on is not None and period.interim_report_done_on is None:
        return "interim"
    if period.final_report_on is not None and period.final_report_done_on is None:
        return "final"
    return None


def check_benefit(page: Page, held: Benefit) -> bool:
    """The benefit has been looked at today. Whether it was done."""
    about = client(page.book, held.client_id).label
    done = page.workbench.attempt(
        lambda: change_detail(
            *(page.book, "benefit", held.id, {"checked_on": page.today}), what="benefit_checked", about=about
        )
    )
    if done:
        page.workbench.say_done("detail_done.benefit", text=one_line(held.name, LONGEST_NAMED))
    return done


def finish_report(page: Page, held: ServicePeriod, which: str) -> bool:
    """The report has been given to the payer today. Whether it was done."""
    about, values = client(page.book, held.client_id).label, {f"{which}_report_done_on": page.today}
    done = page.workbench.attempt(
        lambda: change_detail(
            page.book, "service_period", held.id, values, what="report_finished", about=about
        )
    )
    if done:
        page.workbench.say_done(f"detail_done.{which}_report", name=about)
    return done


def contact_today(page: Page, held: Supporter) -> bool:
    """A contact with someone of a network, today. Whether it was done."""
    done = page.workbench.attempt(
        lambda: add_detail(
            page.book, "supporter_contact", owner_id=held.id, about=held.name, values={"day": page.today}
        )
    )
    if done:
        page.workbench.say_done("network.contacted_today", name=one_line(held.name, LONGEST_NAMED))
    return done


def look_through(page: Page, held: Leave) -> bool:
    """The coach has gone through what falls in the leave. Whether it was done."""
    done = page.workbench.attempt(lambda: look_at_leave(page.book, held.id, page.today))
    if done:
        page.workbench.say_done("detail_done.leave", day=page.texts.day(held.from_on))
    return done


def apply_today(page: Page, held: Lead) -> bool:
    """The job of the lead was applied for today. Whether it was done."""
    about, values = client(page.book, held.client_id).label, {"applied_on": page.today}
    done = page.workbench.attempt(
        lambda: change_detail(page.book, "lead", held.id, values, what="lead_applied", about=about)
    )
    if done:
        page.workbench.say_done("detail_done.lead", job=one_line(held.job, LONGEST_NAMED))
    return done


# Forms


def adding_form(page: Page, kind: str, about: Client | None) -> "DetailForm":
    """A record of the kind is added to the client; without one, someone to the coach's own network."""
    from valmentaja.screens.records.fillings import adding

    return _form(adding(_desk(page), kind, about))


def contact_form(page: Page, held: Supporter) -> "DetailForm":
    """A contact with someone of a network."""
    from valmentaja.screens.records.fillings import contact_with

    return _form(contact_with(_desk(page), held))


def settling_form(page: Page, held: Concern) -> "DetailForm":
    """How a concern was settled."""
    from valmentaja.screens.records.fillings import settling

    return _form(settling(_desk(page), held))


def reviewing_form(page: Page, held: Disclosure) -> "DetailForm":
    """What may be told is looked at again."""
    from valmentaja.screens.records.fillings import reviewing

    return _form(reviewing(_desk(page), held))


def _form(filling: "Filling") -> "DetailForm":
    from valmentaja.screens.records.detail_form import DetailForm

    return DetailForm(filling)


def _desk(page: Page) -> "Desk":
    from valmentaja.screens.records.fillings import Desk

    return Desk(page.book, page.texts, page.today)
