"""Starts the screens: what must be known before the workbook is open, and what is said after they are closed."""

import os
import sys
from collections.abc import Callable

from valmentaja.cli.parsing import Options
from valmentaja.cli.session import Session
from valmentaja.errors import CannotBeMet
from valmentaja.screens.app import Workbench
from valmentaja.screens.clock import Clock
from valmentaja.screens.crash import sentence_of_fault
from valmentaja.settings.face import read_face
from valmentaja.store.locks import is_locked
from valmentaja.texts import Texts, choose_language

CRASHED = 1


def run(options: Options, texts: Texts) -> int:
    """Opens the screens and gives the exit code. Raises what makes it impossible to begin, with a sentence."""
    refuse_other_encodings()
    session = Session(options, texts)
    if not os.path.exists(session.home.workbook) and session.home.has_keys:
        raise CannotBeMet("workbook.gone", home=session.home.folder)
    face = read_face(session.home)
    app = Workbench(
        session.home,
        Texts(choose_language(options.lang, os.environ, face.language)),
        Clock(session.now, session.today if options.on else None),
        cache=session.cache,
        theme=face.theme or "dark",
        speaks=lambda language: Texts(choose_language(options.lang, os.environ, language)),
        find_key=_key_without_asking(session, options),
    )
    app.run()
    return _left(app)


def refuse_other_encodings() -> None:
    """Raises CannotBeMet where the terminal does not speak UTF-8: names would be unreadable."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding != "utf8":
        raise CannotBeMet("terminal.not_utf8", encoding=sys.stdout.encoding or "?")


def _key_without_asking(session: Session, options: Options) -> Callable[[], str | None] | None:
    """How the key is found where it is at hand; `None` when the coach must be asked, or there is no workbook yet."""
    if not os.path.exists(session.home.workbook):
        return None
    at_hand = (
        not is_locked(session.home)
        or options.key_file
        or session.passphrase_file
        or not session.home.has_keys
        or os.path.exists(session.home.remembered)
    )
    return session.raw_key_unasked if at_hand else None


def _left(app: Workbench) -> int:
    """After the screens: a fault is told in a sentence."""
    if app.fault is None:
        return app.return_code or 0
    kept = keep_what_was_typed(app)
    print(sentence_of_fault(app.texts, app.fault, app.home, kept=kept), file=sys.stderr)
    return CRASHED


def keep_what_was_typed(app: Workbench) -> bool:
    """After a fault: what stands in fields is kept as drafts. Whether all of it could be."""
    if not app.is_open:
        return True
    try:
        app.drafts.keep()
        app.book.close()
    except Exception:  # a fault upon a fault: the sentence says that not all may be kept
        return False
    return True
