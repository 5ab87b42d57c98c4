"""The records that tell more of a client: wishes, benefits, what may be told, concerns; and taking one away."""

from valmentaja.cli import values
from valmentaja.cli.detail_answers import add, answer, change, tell_all, tell_one
from valmentaja.cli.given import field_options, given_values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.details import detail_line, detail_lines
from valmentaja.errors import CannotBeMet
from valmentaja.model.concern import Concern
from valmentaja.model.disclosure import Disclosure
from valmentaja.store.details import REMOVABLE, Given, remove_detail
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.lookup import client_id_of, employer_id_of, kind_of
from valmentaja.texts.dates import Meaning

_WISH = ("as",)
_BENEFIT = ("earnings_limit", "notify", "notify_by", "checked_on", "note")
_DISCLOSURE = ("may", "may_not", "told_by", "coach_appears", "answers", "again")
_CONCERN = ("employer", "seen_on", "raised_with", "raised_on")


def add_wish_arguments(parser: Parser) -> None:
    """Options of `wish add`."""
    parser.one("client", help_key="client")
    parser.words("text", help_key="wish")
    field_options(parser, "wish", _WISH)


def add_wish(session: Session, options: Options) -> None:
    """A wished work in the client's words: as the job, as part of one, or beside work."""
    client_id = client_id_of(session.book, options.client)
    option = session.texts("metavar.text")
    text = session.text(values.joined(options.text), ask="ask.wish", option=option)
    add(session, "wish", client_id, {"text": text, **given_values(session, "wish", options, _WISH)})


def add_benefit_arguments(parser: Parser) -> None:
    """Options of `benefit add`."""
    parser.one("client", help_key="client")
    parser.words("name", help_key="benefit")
    field_options(parser, "benefit", _BENEFIT)


def add_benefit(session: Session, options: Options) -> None:
    """A benefit that work affects."""
    client_id = client_id_of(session.book, options.client)
    option = session.texts("metavar.name")
    name = session.text(values.joined(options.name), ask="ask.benefit", option=option)
    add(session, "benefit", client_id, {"name": name, **given_values(session, "benefit", options, _BENEFIT)})


def check_benefit_arguments(parser: Parser) -> None:
    """Options of `benefit check`."""
    parser.one("id", help_key="record_id")
    parser.option("--date", help_key="date", metavar="D")


def check_benefit(session: Session, options: Options) -> None:
    """The benefit has been looked at."""
    day = session.date(options.date, Meaning.RECORD)
    change(session, "benefit", options.id, {"checked_on": day}, "benefit_checked")


def disclosure_arguments(parser: Parser) -> None:
    """Options of `disclosure`."""
    parser.one("client", help_key="client")
    parser.option("--employer", help_key="disclosure_employer", metavar="employer")
    field_options(parser, "disclosure", _DISCLOSURE)
    parser.option("--date", help_key="date", metavar="D")


def disclosure(session: Session, options: Options) -> None:
    """What may be told of a client: agreed where something is given, else shown."""
    client_id = client_id_of(session.book, options.client)
    employer_id = employer_id_of(session.book, options.employer) if options.employer is not None else None
    given = given_values(session, "disclosure", options, _DISCLOSURE)
    if not given:
        _show_disclosures(session, client_id, employer_id)
        return
    day = session.date(options.date, Meaning.RECORD)
    agreed = agree_disclosure(session.book, client_id, employer_id, given, day=day)
    answer(session, "disclosure", agreed.id, "disclosure.agreed")


def _show_disclosures(session: Session, client_id: int, employer_id: int | None) -> None:
    found = [
        line
        for line in detail_lines(session.book, Disclosure, client_id)
        if employer_id is None or line.employer is None or line.employer.id == employer_id
    ]
    tell_all(session, found, "disclosure.none")


def add_concern_arguments(parser: Parser) -> None:
    """Options of `concern add`."""
    parser.one("client", help_key="client")
    parser.words("text", help_key="concern")
    field_options(parser, "concern", _CONCERN)


def add_concern(session: Session, options: Options) -> None:
    """A concern for safety or fairness at a workplace; it stays open until it is settled."""
    client_id = client_id_of(session.book, options.client)
    option = session.texts("metavar.text")
    text = session.text(values.joined(options.text), ask="ask.concern", option=option)
    given = given_values(session, "concern", options, _CONCERN)
    given.setdefault("seen_on", session.today)
    add(session, "concern", client_id, {"text": text, **given})


def settle_concern_arguments(parser: Parser) -> None:
    """Options of `concern settle`."""
    parser.one("id", help_key="record_id")
    parser.words("how", help_key="settled_by")
    parser.option("--date", help_key="date", metavar="D")


def settle_concern(session: Session, options: Options) -> None:
    """The concern is settled, and how."""
    how = session.text(values.joined(options.how), ask="ask.settled_by", option=session.texts("metavar.how"))
    given: dict[str, Given] = {
        "settled_by": how,
        "settled_on": session.date(options.date, Meaning.RECORD),
    }
    change(session, "concern", options.id, given, "concern_settled")


def list_concerns_arguments(parser: Parser) -> None:
    """Options of `concern list`."""
    parser.one("client", help_key="client")


def list_concerns(session: Session, options: Options) -> None:
    """The concerns of a client, open ones first."""
    found = detail_lines(session.book, Concern, client_id_of(session.book, options.client))
    tell_all(session, found, "concern.none")


def remove_arguments(parser: Parser) -> None:
    """Options of `remove`."""
    parser.one("id", help_key="record_id")


def remove(session: Session, options: Options) -> None:
    """Takes away a record that tells more of a client; `undo` brings it back."""
    record_id = values.record_id(options.id)
    kind = kind_of(session.book, record_id)
    if kind == "employer":
        raise CannotBeMet("employer.not_removable", id=record_id)
    if kind not in REMOVABLE:
        raise CannotBeMet("record.not_removable", id=record_id)
    line = detail_line(session.book, kind, record_id)
    remove_detail(session.book, kind, record_id, about=line.client.label if line.client else "")
    tell_one(session, line, "detail.removed")
