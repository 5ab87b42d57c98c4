"""`client …`: the people the coach works with."""

from valmentaja.cli import life_json, life_lines, lines, output, values
from valmentaja.cli.changing import answer_changed, change_named_field, fields_listed
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.phase_words import phase_meant, phases_listed
from valmentaja.cli.session import Session
from valmentaja.content.end_reasons import EndReason, end_reasons
from valmentaja.content.phases import phase_named
from valmentaja.desks.appointments import open_with
from valmentaja.desks.clients import clients_page, open_steps
from valmentaja.desks.placements import placement_lines
from valmentaja.errors import WrongUsage
from valmentaja.model.client import Client
from valmentaja.rules.refusals import refuse_missing_successor
from valmentaja.store.clients import (
    add_client,
    client,
    end_client,
    enter_second_phase,
    leave_second_phase,
    move_to_phase,
)
from valmentaja.store.lookup import client_id_of, ids_with_name
from valmentaja.texts import Texts
from valmentaja.texts.dates import Meaning
from valmentaja.texts.sentences import in_midsentence

FIRST_PHASE = "engagement"


def add_arguments(parser: Parser) -> None:
    """Options of `client add`."""
    parser.words("name", help_key="client_name")
    parser.option("--code", help_key="code", metavar="code")
    parser.option("--start", help_key="start", metavar="DATE")
    parser.option("--phase", help_key="phase", metavar="P", words=phases_listed(parser.texts))


def add(session: Session, options: Options) -> None:
    """Takes a client on the caseload, by name or by a code only."""
    name = session.optional_text(values.joined(options.name))
    if name is None and options.code is None:
        name = session.text(None, ask="ask.client_name", option=session.texts("metavar.name"))
    namesakes = ids_with_name(session.book, "client", name or "")
    added = add_client(
        session.book,
        name=name,
        code=options.code,
        start_on=session.date(options.start, Meaning.START),
        phase=phase_meant(session.texts, options.phase) if options.phase is not None else FIRST_PHASE,
    )
    _answer(session, added, "client.added")
    lines.say_namesakes(session.texts, added.label, namesakes)


def _answer(session: Session, held: Client, key: str) -> None:
    """The client after a change: as JSON, or in a line."""
    if session.json:
        output.data(life_json.client(held))
        return
    label = lines.client_label(session.texts, held)
    phase = phase_named(held.phase, session.texts.language)
    output.line(session.texts(key, client=label, start=held.start_on, phase=phase, id=held.id))


def list_clients_arguments(parser: Parser) -> None:
    """Options of `client list`."""
    parser.flag("--all", help_key="client_all")


def list_clients(session: Session, options: Options) -> None:
    """The caseload by name; with --all also those whose cooperation has ended."""
    clients = clients_page(session.book, session.today, ended_too=options.all)
    if session.json:
        output.data([life_json.client(held) for held in clients])
        return
    texts = session.texts
    for held in clients:
        output.line(
            texts(
                "client.line",
                client=lines.client_label(texts, held),
                phase=phase_named(held.phase, texts.language),
                start=held.start_on,
                id=held.id,
            )
        )
    output.line(texts.counted("client.count", len(clients)) if clients else texts("triage.nobody"))


def change_arguments(parser: Parser) -> None:
    """Options of `client set`."""
    parser.one("client", help_key="client")
    parser.one("field", help_key="client_field", words=fields_listed(parser.texts, "client"))
    parser.words("value", help_key="value")


def change(session: Session, options: Options) -> None:
    """Changes one field of a client; an empty value empties it."""
    client_id = client_id_of(session.book, options.client)
    field = change_named_field(session, "client", client_id, options.field, options.value)
    held = client(session.book, client_id)
    answer_changed(session, "client", field, about=held.label, record=life_json.client(held))


def phase_arguments(parser: Parser) -> None:
    """Options of `client phase`."""
    parser.one("client", help_key="client")
    parser.several("phase", help_key="phase", words=phases_listed(parser.texts))
    parser.option("--date", help_key="date", metavar="D")
    parser.flag("--second", help_key="second_phase")
    parser.flag("--leave", help_key="leave_phase")


def phase(session: Session, options: Options) -> None:
    """Moves a client to another main phase; or into a second one beside it, or out of that."""
    if options.second and options.leave:
        raise WrongUsage("phase.second_or_leave")
    client_id = client_id_of(session.book, options.client)
    day = session.date(options.date, Meaning.RECORD)
    before = client(session.book, client_id)
    named = phase_meant(session.texts, " ".join(options.phase))
    move = move_to_phase
    if options.second or options.leave:
        move = enter_second_phase if options.second else leave_second_phase
    moved = move(session.book, client_id, named, day)
    if session.json:
        output.data(life_json.client(moved))
        return
    key = "client.second" if options.second else "client.left_phase" if options.leave else "client.moved"
    now, earlier = (phase_named(phase_id, session.texts.language) for phase_id in (named, before.phase))
    output.line(session.texts(key, client=moved.label, phase=now, before=earlier, id=moved.id))


def end_arguments(parser: Parser) -> None:
    """Options of `client end`."""
    parser.one("client", help_key="client")
    parser.option("--reason", help_key="end_reason", metavar="R", words=_reasons_listed(parser.texts))
    parser.option("--date", help_key="date", metavar="D")
    parser.option("--carried-on-by", help_key="carried_on_by", metavar="successor")


def end(session: Session, options: Options) -> None:
    """Ends the cooperation, with the reason; where the service must end first, with who carries on (method.md P6)."""
    client_id = client_id_of(session.book, options.client)
    reason = session.text(options.reason, ask="ask.end_reason", option="--reason")
    known = _known_reason(session.texts, reason)
    carried_on_by = session.optional_text(options.carried_on_by)
    if known is not None:
        refuse_missing_successor(
            known.name, needs_successor=known.needs_successor, carried_on_by=carried_on_by
        )
    ended = end_client(
        session.book,
        client_id,
        day=session.date(options.date, Meaning.RECORD),
        reason=known.id if known else reason,
        carried_on_by=carried_on_by,
    )
    _answer(session, ended, "client.ended")
    _say_what_is_left(session, client_id)


def _say_what_is_left(session: Session, client_id: int) -> None:
    """What an ended cooperation leaves open, and what leaves the list with the client."""
    texts = session.texts
    lines.say_open_steps(texts, open_steps(session.book, client_id))
    booked = [lines.appointment(texts, line) for line in open_with(session.book, client_id)]
    if booked:
        output.sentence("\n  ".join((texts.counted("client.times_left", len(booked)), *booked)))
    works = placement_lines(session.book, client_id, session.today)
    live = [life_lines.placement(texts, line) for line in works if line.work.is_live(session.today)]
    if live:
        output.sentence("\n  ".join((texts("client.work_left"), *live)))


def _reasons_listed(texts: Texts) -> str:
    """The reasons there are words for, as help lists them."""
    return ", ".join(
        values.with_english(texts, in_midsentence(reason.name), reason.id)
        for reason in end_reasons(texts.language)
    )


def _known_reason(texts: Texts, typed: str) -> EndReason | None:
    wanted = typed.strip().casefold()
    for reason in end_reasons(texts.language):
        if wanted in (reason.id, reason.id.replace("_", "-"), reason.name.casefold()):
            return reason
    return None


def reason_name(texts: Texts, reason: str | None) -> str | None:
    """The reason in words: one of ours by its name, the coach's own as it is."""
    known = _known_reason(texts, reason) if reason else None
    return known.name if known else reason
