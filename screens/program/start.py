"""Starts the screens: what must be known before the workbook is open, and what is said after they are closed."""

import os
from collections.abc import Callable
from dataclasses import dataclass

from valmentaja.errors import CannotBeMet
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.program.clock import Clock
from valmentaja.screens.program.crash import Typed, sentence_of_fault
from valmentaja.settings.face import THEMES, read_face
from valmentaja.texts import Texts

CRASHED = 1


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the command line knows before the screens open.

    `speaks` chooses the texts by the language that the home or the workbook asks for. `find_key` gives the raw key
    without asking, slowly where it must be derived; it is `None` when the coach must be asked, or there is no
    workbook yet.
    """

    home: Home
    clock: Clock
    cache: str
    speaks: Callable[[str | None], Texts]
    find_key: Callable[[], str | None] | None
    key_is_slow: bool
    encoding: str


@dataclass(frozen=True, slots=True)
class Ending:
    """The exit code, and the sentence that is left on the terminal after a fault, or where something is to be known."""

    code: int
    sentence: str = ""


def run(beginning: Beginning) -> Ending:
    """Opens the screens until they are left. Raises what makes it impossible to begin, with a sentence."""
    _refuse_other_encodings(beginning.encoding)
    home = beginning.home
    if not os.path.exists(home.workbook) and home.has_keys:
        raise CannotBeMet("workbook.gone", home=home.folder)
    face = read_face(home)
    app = Workbench(
        home,
        beginning.speaks(face.language),
        beginning.clock,
        cache=beginning.cache,
        theme=face.theme or THEMES[0],
        speaks=beginning.speaks,
        find_key=beginning.find_key if os.path.exists(home.workbook) else None,
        key_is_slow=beginning.key_is_slow,
    )
    try:
        app.run()
    except Exception as fault:  # while the screens were being closed
        app.fault = app.fault or fault
        app.let_go_of_terminal()
    if app.fault is None:
        return Ending(app.return_code or 0, app.last_words)
    typed = _keep_what_was_typed(app)
    return Ending(CRASHED, sentence_of_fault(app.texts, app.fault, app.home, typed))


def _refuse_other_encodings(encoding: str) -> None:
    """Where the terminal does not speak UTF-8, names would be unreadable."""
    if encoding.lower().replace("-", "") != "utf8":
        raise CannotBeMet("terminal.not_utf8", encoding=encoding or "?")


def _keep_what_was_typed(app: Workbench) -> Typed:
    """After a fault: what stands in fields is kept as drafts."""
    if not app.is_open:
        return Typed.NOTHING
    try:
        kept = app.drafts.keep()
        app.book.close()
    except Exception:  # a fault upon a fault: the sentence says that not all may be kept
        return Typed.UNSURE
    return Typed.KEPT if kept else Typed.UNSURE
