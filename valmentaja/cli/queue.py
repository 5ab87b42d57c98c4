"""`triage` and `snooze`: who needs the coach now and why, and who can wait until a day."""

from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.today import TodayPage, today_page
from valmentaja.errors import WrongUsage
from valmentaja.rules.leaves import last_day_of_return
from valmentaja.rules.refusals import refuse_ended, refuse_not_ahead
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.store.clients import client
from valmentaja.store.lookup import client_id_of
from valmentaja.store.snoozes import bring_back, put_aside
from valmentaja.texts import Texts
from valmentaja.texts.dates import Meaning
from valmentaja.texts.sentences import back_again_sentence, signal_sentence

if TYPE_CHECKING:
    from valmentaja.cli.output import Json

BANDS = ("late", "today", "soon", "quiet", "put_aside")
"""The words of `--band`: the bands of the list, and those put aside."""


def triage_arguments(parser: Parser) -> None:
    """Options of `triage`."""
    parser.flag("--all", help_key="triage_all")
    parser.flag("--explain", help_key="explain")
    parser.option_of_words(
        "--band", help_key="band", metavar="W", words=lambda: values.listed(parser.texts, BANDS, "band")
    )
    parser.option_of_words("--phase", help_key="triage_phase", metavar="P")
    parser.option_of_words("--find", help_key="triage_find", metavar="words")
    parser.option_or_flag("--ahead", bare="0", help_key="ahead", metavar="weeks")
    parser.flag("--done", help_key="triage_done")


def triage(session: Session, options: Options) -> None:
    """The list in order: late, today, soon; with --all also the quiet ones and those put aside."""
    if options.done or options.ahead is not None:
        _tell_another_view(session, options)
        return
    page = today_page(session.book, session.today)
    rows = page.rows if options.all else page.pressing
    is_narrowed = any(one is not None for one in (options.band, options.phase, options.find))
    if is_narrowed:
        from valmentaja.cli.queue_narrowed import rows_wanted

        rows = rows_wanted(session, options, page)
    if session.json:
        output.data(_list_json(session.texts, page, rows, explain=options.explain))
        return
    _say_leave(session.texts, page)
    for row in rows:
        _read_out(session.texts, page, row, explain=options.explain)
    if not page.rows:
        output.line(session.texts("triage.nobody"))
    elif is_narrowed:
        output.line(session.texts("today.narrowed", shown=len(rows), all=len(page.rows)))
    else:
        _tell_who_is_not_listed(session.texts, page, rows, all_shown=options.all)


def _tell_another_view(session: Session, options: Options) -> None:
    """What lies ahead, or what was done on the day: neither is the list, so that nothing narrows it.

    Raises WrongUsage where something would.
    """
    view = "--done" if options.done else "--ahead"
    others = (options.all, options.explain, options.band, options.phase, options.find)
    if any(others) or (options.done and options.ahead is not None):
        raise WrongUsage("triage.view_alone", option=view)
    if options.done:
        from valmentaja.cli.journal import tell_day

        tell_day(session)
    else:
        from valmentaja.cli.ahead import tell_ahead

        tell_ahead(session, options.ahead)


def _say_leave(texts: Texts, page: TodayPage) -> None:
    """That the coach is away, or has just come back, so that the list begins with people."""
    if page.away is not None:
        stand_in, until = page.away.stand_in, page.away.until_on
        if stand_in:
            output.line(texts("today.away_stand_in", until=until, stand_in=stand_in))
        else:
            output.line(texts("today.away", until=until))
    elif page.back_from is not None:
        leave = page.back_from
        days = {"from": leave.from_on, "until": leave.until_on, "last": last_day_of_return(leave)}
        output.line(texts("today.back", **days))


def _tell_who_is_not_listed(
    texts: Texts, page: TodayPage, rows: tuple[QueueRow, ...], *, all_shown: bool
) -> None:
    """That everybody has been looked after where the list is empty; how many are quiet, or put aside."""
    if not rows:
        output.line(texts("triage.everyone_looked_after"))
    if not all_shown:
        quiet = sum(row.client is not None for row in page.quiet)
        _count_the_others(texts, quiet=quiet if rows else 0, aside=len(page.put_aside))


def _count_the_others(texts: Texts, *, quiet: int, aside: int) -> None:
    """How many are not on the list, since all is well or they are put aside; nothing when there are none."""
    counts = [texts.counted("triage.quiet_count", quiet)] if quiet else []
    counts += [texts.counted("triage.aside_count", aside)] if aside else []
    if counts:
        output.line(", ".join(counts))


def _read_out(texts: Texts, page: TodayPage, row: QueueRow, *, explain: bool) -> None:
    """One row in one line: the band, who, and why; with `explain` every reason in full under it."""
    output.line(
        texts("triage.row", band=_band(texts, row), who=who(texts, row), why=_why(texts, row, page.day))
    )
    if explain:
        from valmentaja.cli.queue_explained import explanation

        for line in explanation(texts, page, row):
            output.line(f"  {line}")


def _band(texts: Texts, row: QueueRow) -> str:
    if row.hidden:
        return texts("triage.band_put_aside")
    return texts("triage.waited" if row.waited else f"band.{row.band}")


def who(texts: Texts, row: QueueRow) -> str:
    """Whom a row is about: a client by name and code, an employer, or the coach's own work."""
    if row.client is not None:
        return lines.client_label(texts, row.client)
    return row.employer.name if row.employer else texts(f"about.{row.about}")


def _why(texts: Texts, row: QueueRow, today: date) -> str:
    """As `_sentence`; but of what fell due while the coach was away that it has waited."""
    if row.waited and row.main is not None:
        from valmentaja.desks.explaining import waited_said  # in the first days after a leave only

        return waited_said(texts, row.main)
    return _sentence(texts, row, today)


def _sentence(texts: Texts, row: QueueRow, today: date) -> str:
    if row.hidden and row.snoozed_until is not None:
        return back_again_sentence(texts, row.snoozed_until, row.snoozed_because or "")
    return signal_said(texts, row.main, today) if row.main else texts("triage.nothing")


def signal_said(texts: Texts, signal: Signal, today: date) -> str:
    """The reason of a signal in a few words."""
    return signal_sentence(texts, signal.reason, signal.band(today), today)


def _list_json(texts: Texts, page: TodayPage, rows: tuple[QueueRow, ...], *, explain: bool) -> "list[Json]":
    if not explain:
        return [_json(texts, row, page.day) for row in rows]
    from valmentaja.cli.queue_explained import explained_json

    return [explained_json(texts, page, row, _json(texts, row, page.day)) for row in rows]


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
        "sentence": signal_said(texts, signal, today),
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
