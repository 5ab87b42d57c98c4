"""`service …`: the payer's clock, that is what was bought for a client, how much of it was used, and the reports."""

from valmentaja.cli import detail_answers, life_json, life_lines, output, values
from valmentaja.cli.given import field_options, given_values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.details import service_lines
from valmentaja.store.clients import client
from valmentaja.store.lookup import client_id_of
from valmentaja.texts.dates import Meaning

REPORTS = ("interim", "final")
_SERVICE = ("payer", "from", "until", "hours", "meetings", "interim_report", "final_report", "note")


def add_arguments(parser: Parser) -> None:
    """Options of `service add`."""
    parser.one("client", help_key="client")
    field_options(parser, "service_period", _SERVICE)


def add(session: Session, options: Options) -> None:
    """What the payer bought for a client: the period, hours or meetings, and when reports are due."""
    client_id = client_id_of(session.book, options.client)
    given = given_values(session, "service_period", options, _SERVICE)
    given.setdefault("from_on", client(session.book, client_id).start_on)
    detail_answers.add(session, "service_period", client_id, given)


def show_arguments(parser: Parser) -> None:
    """Options of `service show`."""
    parser.one("client", help_key="client")


def show(session: Session, options: Options) -> None:
    """What was bought for a client, and how much of it has been used."""
    found = service_lines(session.book, client_id_of(session.book, options.client), session.today)
    if session.json:
        output.data([life_json.service(line) for line in found])
        return
    for line in found:
        output.line(life_lines.detail(session.texts, line.about))
        output.line("  " + life_lines.used(session.texts, line))
    if not found:
        output.line(session.texts("service.none"))


def report_arguments(parser: Parser) -> None:
    """Options of `service report`."""
    parser.one("id", help_key="record_id")
    parser.one("report", help_key="report", words=values.listed(parser.texts, REPORTS, "report"))
    parser.option("--date", help_key="date", metavar="D")


def report(session: Session, options: Options) -> None:
    """A report has been given to the payer."""
    named = session.texts("metavar.report")
    which = values.choice(session.texts, options.report, REPORTS, "report", named)
    day = session.date(options.date, Meaning.RECORD)
    given = {f"{which}_report_done_on": day}
    detail_answers.change(session, "service_period", options.id, {**given}, "report_finished")
