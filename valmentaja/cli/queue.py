"""`triage` and `snooze`: who needs the coach now and why, and who can wait until a day."""

from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.today import today_page
from valmentaja.rules.refusals import refuse_ended, refuse_not_ahead
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.store.clients import client
from valmentaja.store.lookup import client_id_of
from valmentaja.store.snoozes import bring_back, put_aside
from valmentaja.texts import Texts
from valmentaja.texts.dates import Meaning
from valmentaja.texts.sentences import back_again_sentence, signal_sentence, signal_why

if TYPE_CHECKING:
    from valmentaja.cli.output import Json


def triage_arguments(parser: Parser) -> None:
    """Options of `triage`."""
    parser.flag("--all", help_key="triage_all")
    parser.flag("--explain", help_key="explain")


def triage(session: Session, options: Options) -> None:
    """The list in order: late, today, soon; with --all also the quiet ones and those put aside."""
    page = today_page(session.book, session.today)
    rows = page.rows if options.all else page.pressing
    if session.json:
        output.data([_json(session.texts, row, session.today) for row in rows])
        return
    for row in rows:
        _read_out(session, row, explain=options.explain)
    if not rows:
        output.line(session.texts("triage.nobody" if not page.rows else "triage.everyone_looked_after"))
    if not options.all:
        _count_the_others(session.texts, quiet=len(page.quiet) if rows else 0, aside=len(page.put_aside))


def _count_the_others(texts: Texts, *, quiet: int, aside: int) -> None:
    """How many are not on the list, since all is well or they are put aside; nothing when there are none."""
    counts = [texts.counted("triage.quiet_count", quiet)] if quiet else []
    counts += [texts.counted("triage.aside_count", aside)] if aside else []
    if counts:
        output.line(", ".join(counts))


def _read_out(session: Session, row: QueueRow, *, explain: bool) -> None:
    """One row in one line: the band, who, and why; with `explain` every reason in full under it."""
    texts, today = session.texts, session.today
    band = texts("triage.band_put_aside") if row.hidden else texts(f"band.{row.band}")
    output.line(texts("triage.row", band=band, who=_who(texts, row), why=_sentence(texts, row, today)))
    if explain:
        for signal in row.signals:
            key = f"band.{signal.band(today)}"
            output.line(
                "  " + texts("triage.why", band=texts(key), why=signal_why(texts, signal.reason, today))
            )


def _who(texts: Texts, row: QueueRow) -> str:
    if row.client is not None:
        return lines.client_label(texts, row.client)
    return row.employer.name if row.employer else texts(f"about.{row.about}")


def _sentence(texts: Texts, row: QueueRow, today: date) -> str:
    if row.hidden and row.snoozed_until is not None:
        return back_again_sentence(texts, row.snoozed_until, row.snoozed_because or "")
    return _signal(texts, row.main, today) if row.main else texts("triage.nothing")


def _signal(texts: Texts, signal: Signal, today: date) -> str:
    return signal_sentence(texts, signal.reason, signal.band(today), today)


def _json(texts: Texts, row: QueueRow, today: date) -> "dict[str, Json]":
    return {
        "id": row.id,
        "about": row.about,
        "client": as_json.client_name(row.client),
        "employer": as_json.employer_name(row.employer),
        "band": row.band,
        "sentence": _sentence(texts, row, today),
        "snoozed_until": as_json.day(row.snoozed_until),
        "snoozed_because": row.snoozed_because,
        "signals": [_signal_json(texts, signal, today) for signal in row.signals],
    }


def _signal_json(texts: Texts, signal: Signal, today: date) -> "dict[str, Json]":
    return {
        "kind": signal.kind,
        "due": as_json.day(signal.due_on),
        "interval_days": signal.interval_days,
        "pressing": round(signal.pressing(today), 4),
        "band": signal.band(today),
        "sentence": _signal(texts, signal, today),
        "record": signal.record_id,
    }


def snooze_arguments(parser: Parser) -> None:
    """Options of `snooze`."""
    parser.one("client", help_key="client")
    parser.option("--until", help_key="until", metavar="D")
    parser.option("--because", help_key="because", metavar="T")
    parser.flag("--end", help_key="snooze_end")


def snooze(session: Session, options: Options) -> None:
    """Puts a client aside until a day, with a reason; or brings the client back."""
    client_id = client_id_of(session.book, options.client)
    held = client(session.book, client_id)
    refuse_ended(held, session.today)
    if options.end:
        ended = bring_back(session.book, client_id, session.today)
        _answer(session, as_json.snooze(ended, held), "snooze.ended", name=held.label)
        return
    until = values.asked_for(
        session, options.until, lambda typed: _until(session, typed), ask="ask.until", option="--until"
    )
    because = session.text(options.because, ask="ask.because", option="--because")
    put = put_aside(session.book, client_id, until=until, because=because, today=session.today)
    _answer(
        session,
        as_json.snooze(put, held),
        "snooze.put",
        name=held.label,
        until=put.until,
        because=put.because,
    )


def _until(session: Session, value: str) -> date:
    until = session.date(value, Meaning.PLAN)
    refuse_not_ahead(until, session.today)
    return until


def _answer(session: Session, record: "dict[str, Json]", key: str, **parameters: str | date) -> None:
    if session.json:
        output.data(record)
    else:
        output.line(session.texts(key, **parameters))
