"""`client …`: the people the coach works with."""

from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.changing import answer_changed, change_named_field, fields_listed
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.content.end_reasons import EndReason, end_reasons
from valmentaja.content.phases import Phase, phase_named, phases
from valmentaja.desks.clients import ClientPage, client_page, clients_page, open_steps
from valmentaja.errors import WrongUsage
from valmentaja.model.client import Client
from valmentaja.model.phase_stay import PhaseStay
from valmentaja.rules.refusals import refuse_missing_successor
from valmentaja.store.clients import ENDED, add_client, client, end_client, move_to_phase
from valmentaja.store.lookup import client_id_of, ids_with_name
from valmentaja.texts import LANGUAGES, Texts
from valmentaja.texts.dates import Meaning
from valmentaja.texts.sentences import in_midsentence, put_aside_sentence
from valmentaja.texts.sorting import name_key

FIRST_PHASE = "engagement"


def add_arguments(parser: Parser) -> None:
    """Options of `client add`."""
    parser.words("name", help_key="client_name")
    parser.option("--code", help_key="code", metavar="code")
    parser.option("--start", help_key="start", metavar="DATE")
    parser.option("--phase", help_key="phase", metavar="P", words=_phases_listed(parser.texts))


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
        phase=_phase(session.texts, options.phase) if options.phase is not None else FIRST_PHASE,
    )
    _answer(session, added, "client.added")
    lines.say_namesakes(session.texts, added.label, namesakes)


def _phase(texts: Texts, value: str) -> str:
    """The id of a phase in which a client can be: by its id, or by its name or short line in either language."""
    wanted = name_key(value)
    for language in (texts.language, *LANGUAGES):
        for phase in _phases(language):
            dashed = phase.id.replace("_", "-")
            if wanted in (phase.id, dashed, name_key(phase.name), name_key(phase.short_line)):
                return phase.id
    option = texts("metavar.phase")
    raise WrongUsage("value.choice", option=option, value=value, choices=_phases_listed(texts))


def _phases(language: str) -> list[Phase]:
    """The phases in which a client can be."""
    return [phase for phase in phases(language) if phase.id != ENDED]


def _phases_listed(texts: Texts) -> str:
    """The phases as lists show them, for help and errors."""
    return ", ".join(
        values.with_english(texts, phase.short_line, phase.id) for phase in _phases(texts.language)
    )


def _answer(session: Session, held: Client, key: str) -> None:
    """The client after a change: as JSON, or in a line."""
    if session.json:
        output.data(as_json.client(held))
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
        output.data([as_json.client(held) for held in clients])
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


def show_arguments(parser: Parser) -> None:
    """Options of `client show`."""
    parser.one("client", help_key="client")


def show(session: Session, options: Options) -> None:
    """Everything about one client that a card holds, and what has happened lately."""
    page = client_page(session.book, client_id_of(session.book, options.client), session.today)
    if session.json:
        output.data(_page_json(page))
    else:
        _read_out(session.texts, page)


def _page_json(page: ClientPage) -> "output.Json":
    return {
        **as_json.client(page.client),
        "phases": [as_json.phase_stay(stay) for stay in page.phases],
        "snoozed_until": as_json.day(page.snooze.until) if page.snooze else None,
        "snoozed_because": page.snooze.because if page.snooze else None,
        "next_steps": [as_json.step(line) for line in page.open_steps],
        "contacts": [as_json.client_contact(line) for line in page.contacts],
        "employer_contacts": [as_json.employer_contact(line) for line in page.employer_contacts],
        "done_steps": [as_json.step(line) for line in page.done_steps],
    }


def _read_out(texts: Texts, page: ClientPage) -> None:
    held = page.client
    lines.card(
        texts,
        (
            ("client", held.label),
            ("code", held.code),
            ("id", held.id),
            ("start", held.start_on),
            ("phase", phase_named(held.phase, texts.language)),
            ("ended_on", held.ended_on),
            ("end_reason", _reason_name(texts, held.end_reason)),
            ("carried_on_by", held.carried_on_by),
            ("phone", held.phone),
            ("email", held.email),
            ("address", held.address),
            ("best_reached", held.best_reached),
            ("contact_interval_days", held.contact_interval_days),
            ("note", held.note),
        ),
    )
    for stay in page.phases:
        output.labelled(phase_named(stay.phase, texts.language), _stretch(texts, stay))
    if page.snooze:
        output.line(put_aside_sentence(texts, page.snooze.until, page.snooze.because))
    lines.section(texts, "section.next_steps", [lines.step(texts, line) for line in page.open_steps])
    lines.section(texts, "section.contacts", [lines.client_contact(texts, line) for line in page.contacts])
    employer_contacts = [lines.employer_contact(texts, line) for line in page.employer_contacts]
    lines.section(texts, "section.employer_contacts", employer_contacts)
    lines.section(texts, "section.done_steps", [lines.step(texts, line) for line in page.done_steps])


def _stretch(texts: Texts, stay: PhaseStay) -> str:
    """From when to when, in words that can be heard."""
    if stay.left_on is None:
        return texts("phase.stay_open", entered=stay.entered_on)
    return texts("phase.stay", entered=stay.entered_on, left=stay.left_on)


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
    answer_changed(session, "client", field, about=held.label, record=as_json.client(held))


def phase_arguments(parser: Parser) -> None:
    """Options of `client phase`."""
    parser.one("client", help_key="client")
    parser.several("phase", help_key="phase", words=_phases_listed(parser.texts))
    parser.option("--date", help_key="date", metavar="D")


def phase(session: Session, options: Options) -> None:
    """Moves a client to another main phase."""
    client_id = client_id_of(session.book, options.client)
    day = session.date(options.date, Meaning.RECORD)
    before = client(session.book, client_id)
    moved = move_to_phase(session.book, client_id, _phase(session.texts, " ".join(options.phase)), day)
    if session.json:
        output.data(as_json.client(moved))
        return
    now, earlier = (phase_named(held.phase, session.texts.language) for held in (moved, before))
    output.line(session.texts("client.moved", client=moved.label, phase=now, before=earlier, id=moved.id))


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
    lines.say_open_steps(session.texts, open_steps(session.book, client_id))


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


def _reason_name(texts: Texts, reason: str | None) -> str | None:
    """The reason in words: one of ours by its name, the coach's own as it is."""
    known = _known_reason(texts, reason) if reason else None
    return known.name if known else reason
