"""`backup`, `restore` and `check`: that the workbook is sound, and what to do when it is not."""

import os
from functools import partial

from valmentaja import backup as backups
from valmentaja.cli import output
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.errors import CannotBeMet, Damaged, Locked, WrongUsage
from valmentaja.places import sync_risk
from valmentaja.store.checking import counts, refuse_damage, schema_version
from valmentaja.store.locks import is_locked
from valmentaja.store.workbook import Workbook


def backup_arguments(parser: Parser) -> None:
    """Options of `backup`."""
    parser.option("--to", help_key="backup_to", metavar="FILE")


def backup(session: Session, options: Options) -> None:
    """Writes a backup and opens it to verify."""
    with session.moving_files():
        path = backups.make_backup(session.book, occasion="by-hand", to=options.to)
    if session.json:
        output.data({"file": path, "verified": True})
    else:
        output.labelled(session.texts("backup.made"), path)
        session.say("backup.passphrase" if session.book.encrypted else "backup.open")


def restore_arguments(parser: Parser) -> None:
    """Options of `restore`."""
    parser.one("file", help_key="restore_file", needed=False)
    parser.flag("--latest", help_key="restore_latest")
    parser.option("--backup-passphrase-file", help_key="backup_passphrase_file", metavar="FILE")


def restore(session: Session, options: Options) -> None:
    """Makes the workbook hold what the backup holds; what it replaces is kept."""
    file = _backup_to_restore(session, options)
    had_keys = session.home.has_keys
    live, key = _what_is_there(session)
    restored = _restored(session, options, file, live, key)
    if session.json:
        kept = restored.replaced_backup or restored.set_aside
        output.data({"restored": os.path.abspath(file), "replaced": kept})
        return
    output.line(session.texts("restore.done"))
    made_at = backups.moment_of(file)
    if made_at is not None:
        output.line(session.texts("restore.until", moment=made_at))
    if restored.replaced_backup:
        output.labelled(session.texts("restore.replaced"), restored.replaced_backup)
    if restored.set_aside:
        output.labelled(session.texts("restore.set_aside"), restored.set_aside)
    if had_keys and not restored.same_key and session.home.has_keys:
        session.say("restore.old_passphrase")


def _backup_to_restore(session: Session, options: Options) -> str:
    if options.file is not None:
        return str(options.file)
    if not options.latest:
        raise WrongUsage("restore.which")
    newest = next(iter(backups.backups(session.home)), None)
    if newest is None:
        raise CannotBeMet("restore.none_here")
    return newest.path


def _restored(
    session: Session, options: Options, file: str, live: Workbook | None, key: str | None
) -> backups.Restored:
    """Restores; on a terminal the backup's own passphrase is asked for until it is right."""
    ask = partial(_backup_passphrase, session, options.backup_passphrase_file)
    while True:
        try:
            with session.moving_files():
                return backups.restore(session.home, file, live=live, raw_key=key, ask_passphrase=ask)
        except Locked as refusal:
            asked = options.backup_passphrase_file is None and session.passphrase_file is None
            if refusal.key != "backup.passphrase_wrong" or not (asked and session.on_terminal()):
                raise
            session.say("error.backup.passphrase_wrong")


def _what_is_there(session: Session) -> tuple[Workbook | None, str | None]:
    """The workbook that is to be replaced, open if it can be opened, and its key as far as it is known."""
    try:
        return session.book, session.book.raw_key
    except (Damaged, CannotBeMet) as failure:
        if failure.key not in (
            "workbook.damaged",
            "workbook.missing",
            "workbook.gone",
            "key.missing",
            "key.damaged",
        ):
            raise
    return None, _known_key(session)


def _known_key(session: Session) -> str | None:
    try:
        return (
            session.raw_key() if is_locked(session.home) and os.path.exists(session.home.pass_key) else None
        )
    except (Damaged, Locked):
        return None


def _backup_passphrase(session: Session, file: str | None) -> str:
    """The passphrase that the backup was made with."""
    file = file or session.passphrase_file
    if file:
        return session.first_line(file)
    if not session.on_terminal():
        raise Locked("backup.passphrase_needed")
    return session.ask_secret("ask.backup_passphrase")


def check_arguments(parser: Parser) -> None:
    """`check` has no options of its own."""


def check(session: Session, options: Options) -> None:
    """Reads the whole workbook and says whether it is sound, what it holds, and when it was last backed up."""
    book = session.book
    refuse_damage(book)
    held = counts(book)
    newest = next(iter(backups.backups(session.home)), None)
    if session.json:
        output.data(
            {
                "ok": True,
                "schema": schema_version(book),
                "encrypted": book.encrypted,
                "counts": dict(held),
                "last_backup": newest.made_at.isoformat(timespec="seconds") if newest else None,
                "home": session.home.folder,
            }
        )
        return
    texts = session.texts
    output.line(texts("check.sound"))
    output.labelled(texts("init.home"), session.home.folder)
    output.labelled(texts("check.encrypted"), texts("word.yes" if book.encrypted else "word.no"))
    output.labelled(
        texts("check.last_backup"), texts.moment(newest.made_at) if newest else texts("check.no_backup")
    )
    for kind, count in held.items():
        output.labelled(texts(f"kinds.{kind}"), str(count))
    risk = sync_risk(session.home.folder)
    if risk is not None:
        session.say("init.sync_risk", service=risk)
