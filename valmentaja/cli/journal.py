"""`undo` and `redo`: every change can be taken back, also tomorrow, and says what it was."""

from valmentaja import TYPE_CHECKING
from valmentaja.cli import output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.journal import day_archive, journal_page
from valmentaja.model.change import Change
from valmentaja.store import journal
from valmentaja.texts import Texts
from valmentaja.texts.sentences import change_sentence

if TYPE_CHECKING:
    from valmentaja.cli.output import Json


def undo_arguments(parser: Parser) -> None:
    """Options of `undo`."""
    parser.one("id", help_key="change_id", needed=False)
    parser.flag("--list", help_key="undo_list")


def undo(session: Session, options: Options) -> None:
    """Takes back the newest change, or the one named; or lists the newest changes."""
    if options.list:
        _list(session)
        return
    change_id = values.record_id(options.id) if options.id is not None else None
    _answer(session, journal.undo(session.book, change_id), "undo.undone")


def _list(session: Session) -> None:
    _tell(session, journal_page(session.book).changes, session.texts("error.undo.nothing"))


def tell_day(session: Session) -> None:
    """What was done on the day and stands, newest first."""
    archive = day_archive(session.book, session.today)
    _tell(session, archive.changes, session.texts("triage.nothing_done", day=archive.day))


def _tell(session: Session, changes: tuple[Change, ...], nothing: str) -> None:
    if session.json:
        output.data([_json(session.texts, change) for change in changes])
        return
    texts = session.texts
    for change in changes:
        key = "undo.line_undone" if change.undone else "undo.line"
        output.line(texts(key, what=change_sentence(texts, change), at=texts.moment(change.at), id=change.id))
    if not changes:
        output.line(nothing)


def redo_arguments(parser: Parser) -> None:
    """`redo` has no options of its own."""


def redo(session: Session, options: Options) -> None:
    """Does again what was undone last."""
    _answer(session, journal.redo(session.book), "redo.redone")


def _answer(session: Session, change: Change, key: str) -> None:
    if session.json:
        output.data(_json(session.texts, change))
    else:
        texts = session.texts
        output.line(texts(key, what=change_sentence(texts, change), at=texts.moment(change.at), id=change.id))


def _json(texts: Texts, change: Change) -> "dict[str, Json]":
    return {
        "id": change.id,
        "what": change_sentence(texts, change),
        "at": change.at.isoformat(timespec="seconds"),
        "undone": change.undone,
    }
