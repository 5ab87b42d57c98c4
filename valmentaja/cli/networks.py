"""`network …`: the people and bodies around a client, and the coach's own, with the run of cooperation."""

from valmentaja.cli import detail_answers, life_json, life_lines, output, values
from valmentaja.cli.given import field_options, given_values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.details import network_lines
from valmentaja.model.supporter import Supporter
from valmentaja.store.clients import client
from valmentaja.store.details import Given, add_detail, detail_with
from valmentaja.store.lookup import client_id_of
from valmentaja.texts.dates import Meaning

_SUPPORTER = (
    *("body", "role", "phone", "email", "best_reached", "agreed", "every_days", "is_told", "consent", "note"),
)
_NEWEST_TOLD = 5


def add_arguments(parser: Parser) -> None:
    """Options of `network add`."""
    parser.words("name", help_key="supporter")
    parser.option("--client", help_key="supporter_client", metavar="C")
    field_options(parser, "supporter", _SUPPORTER)


def add(session: Session, options: Options) -> None:
    """Someone around a client; without a client someone of the coach's own network."""
    client_id = client_id_of(session.book, options.client) if options.client is not None else None
    option = session.texts("metavar.name")
    name = session.text(values.joined(options.name), ask="ask.supporter", option=option)
    given = given_values(session, "supporter", options, _SUPPORTER)
    given |= {"name": name, "added_on": session.today}
    about = name if client_id is None else client(session.book, client_id).label
    added = add_detail(session.book, "supporter", owner_id=client_id, about=about, values=given)
    detail_answers.answer(session, "supporter", added)


def list_network_arguments(parser: Parser) -> None:
    """Options of `network list`."""
    parser.one("client", help_key="network_of", needed=False)


def list_network(session: Session, options: Options) -> None:
    """The people and bodies around a client, or the coach's own network, each with the newest contacts."""
    client_id = client_id_of(session.book, options.client) if options.client is not None else None
    found = network_lines(session.book, client_id)
    if session.json:
        output.data([life_json.supporter(line) for line in found])
        return
    for line in found:
        output.line(life_lines.detail(session.texts, line.about))
        for contact in line.contacts[:_NEWEST_TOLD]:
            output.line("  " + life_lines.supporter_contact(session.texts, contact))
    if not found:
        output.line(session.texts("network.none"))


def contact_arguments(parser: Parser) -> None:
    """Options of `network contact`."""
    parser.one("id", help_key="record_id")
    parser.words("note", help_key="supporter_note")
    parser.option("--date", help_key="date", metavar="D")


def contact(session: Session, options: Options) -> None:
    """A contact with someone of a network."""
    supporter_id = detail_answers.id_of(session, "supporter", options.id)
    about = detail_with(session.book, Supporter, supporter_id).name
    given: dict[str, Given] = {
        "day": session.date(options.date, Meaning.RECORD),
        "note": session.optional_text(values.joined(options.note)),
    }
    added = add_detail(session.book, "supporter_contact", owner_id=supporter_id, about=about, values=given)
    detail_answers.answer(session, "supporter_contact", added)
