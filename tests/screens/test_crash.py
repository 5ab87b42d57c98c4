"""A fault of the program itself: the screens close, a sentence tells where, and no word about a client is shown."""

import asyncio
import re
import termios
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.timer import Timer
from textual.worker import Worker, WorkerFailed

from tests.cli.running import ROOT, Terminal
from tests.screens.running import PATIENCE, open_app, press, shows
from valmentaja.places import Home
from valmentaja.screens.program.app import TerminalLost
from valmentaja.screens.program.crash import Typed, sentence_of_fault
from valmentaja.screens.program.surroundings import forget_debugging
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.screens.widgets.status_line import StatusLine
from valmentaja.texts import Texts

SECRET = "Pekka nukkui huonosti"
NEVER_SHOWN = (SECRET, "Pekka", "nukkui", "huonosti", "Traceback", "heard")

WITHOUT_UPKEEP = """
import sys
from valmentaja.__main__ import main
from valmentaja.screens.program import upkeep

upkeep.daily_backup = lambda *_: True
upkeep.learn_words = lambda *_: None
"""
PROGRAM = f"""
{WITHOUT_UPKEEP}
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.step_form import StepForm
from valmentaja.screens.today.desk import TodayScreen

def fails(*_):
    heard = {SECRET!r}
    raise RuntimeError(heard)

async def fails_later(*_):
    fails()

"""
BEGIN = "\nsys.exit(main(sys.argv[1:]))\n"
IN_A_THREAD = "TodayScreen.action_explain = lambda self: self.run_worker(fails, thread=True)"
WHILE_CLOSING = "TodayScreen.action_explain = lambda self: self.app.exit()\nWorkbench._shutdown = fails_later"
IN_A_FORM = "StepForm.keep = fails"
AT_THE_PASSPHRASE = """
from valmentaja.screens.door.unlock import Unlock

Unlock.action_open = fails
"""
IN_THE_FIRST_RUN = """
from valmentaja.screens.door.first_run import LanguagePage

LanguagePage.action_go_on = fails
"""


def crashed(home: Home, fault: str, *typed: tuple[str, str]) -> tuple[str, str]:
    """What the terminal showed in all, and after the screens were closed. `typed`: what is waited for, and keys."""
    with Terminal(Path(home.folder), "--on", "2026-11-24", code=PROGRAM + fault + BEGIN) as terminal:
        before = termios.tcgetattr(terminal._theirs)
        for shown, keys in typed:
            terminal.wait_for(shown)
            terminal.wait_until_read()
            terminal.type(keys, end="")
        code, _ = terminal.end()
        assert code == 1
        assert termios.tcgetattr(terminal._theirs) == before
        return terminal.seen, terminal.seen.rpartition("\x1b[?1049l")[2]


def tells_only_where(sentence: str) -> bool:
    """Whether a sentence tells the fault by its kind and place, and holds nothing that was heard."""
    told = re.search(
        r"siinä ei ole asiakastietoja: RuntimeError, [\w.<>]+:\d+", sentence.replace("\r\n", " ")
    )
    return told is not None and not [word for word in NEVER_SHOWN if word in sentence]


@pytest.mark.parametrize("fault", [IN_A_THREAD, WHILE_CLOSING], ids=["in a thread", "while closing"])
def test_a_fault_leaves_the_terminal_as_it_was_and_a_sentence(small: Home, fault: str) -> None:
    seen, after = crashed(small, fault, ("Pekka Salo", "s"))
    assert "Valmentaja kohtasi virheen ja sulki näkymät. Työkirja on tallessa." in after
    assert tells_only_where(after)
    assert SECRET not in seen
    assert "\x1b[?25h" in after, "the cursor is there again"
    assert "\x1b[?1004l" in after, "the terminal tells of its focus no more"


def test_a_fault_before_the_workbook_is_open_speaks_of_no_draft(locked: tuple[Home, str]) -> None:
    home, _ = locked
    _, after = crashed(home, AT_THE_PASSPHRASE, ("lukossa", "x\r"))
    assert "sulki näkymät. Työkirja on tallessa." in after
    assert "luonnoksena" not in after
    assert tells_only_where(after)


def test_a_fault_in_the_first_run_speaks_of_no_workbook(nobody: Home) -> None:
    _, after = crashed(nobody, IN_THE_FIRST_RUN, ("English", "\r"))
    assert "Työkirjaa ei vielä ole" in after
    assert "luonnoksena" not in after
    assert tells_only_where(after)


async def test_what_was_being_typed_is_there_after_a_fault(small: Home) -> None:
    letters = "kysy Lounas-Aitasta"
    _, after = crashed(small, IN_A_FORM, ("Pekka Salo", "a"), ("mihin mennessä", letters), ("Aitasta", "\r"))
    assert "Keskeneräinen teksti on luonnoksena työkirjassa" in after
    assert tells_only_where(after)
    assert "Lounas" not in after
    async with open_app(small) as (app, pilot):
        await press(pilot, "a")
        assert shows(app, letters)
        assert shows(app, "Jatkat siitä, mihin jäit.")


def fails() -> None:
    heard = SECRET
    raise RuntimeError(heard)


async def fails_in_a_while() -> None:
    fails()


def _drawn(self: TodayScreen) -> None:
    status = self.query_one(StatusLine)
    status.render = fails  # type: ignore[assignment, method-assign]
    status.refresh()


def _in_a_worker(self: TodayScreen) -> Worker[None]:
    return self.run_worker(fails_in_a_while)


def _on_a_timer(self: TodayScreen) -> Timer:
    return self.set_timer(0.001, fails)


def _in_a_message(self: TodayScreen) -> None:
    self.call_later(fails)


def _beside_all(_self: TodayScreen) -> None:
    asyncio.get_running_loop().call_soon(fails)


@pytest.mark.parametrize("fault", [_drawn, _in_a_worker, _on_a_timer, _in_a_message, _beside_all])
async def test_wherever_a_fault_arises_it_is_the_end_and_told_alike(
    small: Home, monkeypatch: pytest.MonkeyPatch, fault: Callable[[TodayScreen], object]
) -> None:
    monkeypatch.setattr(TodayScreen, "action_explain", fault)
    with pytest.raises((RuntimeError, WorkerFailed)):  # noqa: PT012 - it is raised at the end
        async with open_app(small) as (app, pilot):
            pilot.app.simulate_key("s")
            await asyncio.wait_for(app._exception_event.wait(), PATIENCE)
    assert isinstance(app.fault, RuntimeError)
    assert app.return_code == 1
    assert app._exit_renderables == []
    assert tells_only_where(sentence_of_fault(Texts("fi"), app.fault, small, Typed.KEPT))


async def test_a_terminal_that_cannot_be_read_ends_the_program_without_a_traceback(small: Home) -> None:
    with pytest.raises(TerminalLost):
        async with open_app(small) as (app, _pilot):
            app.panic(SECRET)
    assert isinstance(app.fault, TerminalLost)
    assert app._exit_renderables == []


def _raised() -> RuntimeError:
    try:
        fails()
    except RuntimeError as fault:
        return fault
    raise AssertionError


def test_the_sentence_says_when_text_may_be_lost(small: Home) -> None:
    sentence = sentence_of_fault(Texts("fi"), _raised(), small, Typed.UNSURE)
    assert "Kaikkea viime hetkellä kirjoitettua ei ehkä saatu talteen." in sentence


DEBUGGING = {
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_SCREENSHOT": "1",
    "TEXTUAL_PRESS": "a",
    "TEXTUAL_SHOW_RETURN": "1",
}


def test_no_word_to_textual_makes_it_write_down_what_is_typed(
    small: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in DEBUGGING.items():
        monkeypatch.setenv(name, value)
    written = tmp_path / "written"
    written.mkdir()
    monkeypatch.setenv("TEXTUAL_LOG", str(written / "log"))
    monkeypatch.setenv("TEXTUAL_SCREENSHOT_LOCATION", str(written))
    with Terminal(Path(small.folder), "--on", "2026-11-24", code=WITHOUT_UPKEEP + BEGIN) as terminal:
        terminal.wait_for("Pekka Salo")
        terminal.wait_until_read()
        terminal.type("\x11", end="")
        code, after = terminal.end()
    assert code == 0
    assert "Seuraava askel" not in terminal.seen
    assert "returned" not in after
    assert list(written.iterdir()) == []
    assert not (ROOT / "keys.log").exists()


def test_words_on_looks_are_heeded() -> None:
    environ = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_LOG": "log", "TERM": "xterm"}
    forget_debugging(environ)
    assert environ == {"TEXTUAL_ANIMATIONS": "none", "TERM": "xterm"}
