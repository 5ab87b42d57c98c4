"""`triage` narrowed: by how pressing it is, by phase, by words. Loaded only where something of it is asked for."""

from valmentaja.cli import values
from valmentaja.cli.parsing import Options
from valmentaja.cli.phase_words import phase_meant
from valmentaja.cli.queue import BANDS
from valmentaja.cli.session import Session
from valmentaja.desks.queue_narrowing import narrowed
from valmentaja.desks.today import TodayPage
from valmentaja.errors import WrongUsage
from valmentaja.rules.names import typed_words
from valmentaja.rules.triage import QueueRow


def rows_wanted(session: Session, options: Options, page: TodayPage) -> tuple[QueueRow, ...]:
    """The rows to which all that was given applies, of everyone on the caseload: also of the quiet and put aside.

    Raises WrongUsage for a band or a phase that there is not, and for no words.
    """
    band, phase = _band_of(session, options), _phase_of(session, options)
    rows = _found(session, options, page).rows
    return tuple(
        row
        for row in rows
        if band in (None, "put_aside" if row.hidden else row.band)
        if phase is None or (row.client is not None and row.client.phase == phase)
    )


def _band_of(session: Session, options: Options) -> str | None:
    if options.band is None:
        return None
    return values.choice(session.texts, " ".join(options.band), BANDS, "band", "--band")


def _phase_of(session: Session, options: Options) -> str | None:
    if options.phase is None:
        return None
    return phase_meant(session.texts, " ".join(options.phase), "--phase")


def _found(session: Session, options: Options, page: TodayPage) -> TodayPage:
    if options.find is None:
        return page
    typed = session.optional_text(values.joined(options.find)) or ""
    if not typed.strip():
        raise WrongUsage("argument.missing", option="--find")
    if not typed_words(typed):  # marks alone are in nobody's name
        return page.with_rows(())
    return narrowed(session.texts, page, typed)
