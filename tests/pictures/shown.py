"""Screens of the pictures that keys reach only by mishap, or after a passphrase has been worked on for a while."""

from collections.abc import Callable
from datetime import datetime

from textual.screen import Screen

from valmentaja.errors import CannotBeMet, Damaged
from valmentaja.screens.door.demo import DemoNote
from valmentaja.screens.door.door import Opening, Trouble
from valmentaja.screens.door.new_passphrase import NewPassphrase, RecoveryCode
from valmentaja.screens.records.both_texts import BothTexts
from valmentaja.texts import Texts

_CODE = "7KQ4M-2XJ9R-WT5HD-8PCEF-3N6VB"  # opens nothing
_MINE = "Tavattiin kahvilassa. Aamuvuorot sopivat, bussi kulkee viideltä.\n\nSoitetaan yhdessä torstaina."
_THEIRS = "Tavattiin kahvilassa. Aamuvuorot sopivat vain arkisin."
_TYPED_AT = datetime(2026, 11, 24, 9, 30)


def both_texts(texts: Texts) -> Screen[str]:
    """A note that was written in two windows."""
    question = texts("both_texts.question", record="Nadia B.", field=texts("field.note"))
    return BothTexts(question, mine=_MINE, theirs=_THEIRS, typed_at=_TYPED_AT)


def both_names(texts: Texts) -> Screen[str]:
    """A name that was written in two windows."""
    question = texts("both_texts.question", record="Nadia B.", field=texts("field.name"))
    return BothTexts(question, mine="Nadia Bondar", theirs="Nadja B.", typed_at=_TYPED_AT, one_line=True)


def demo_note(_texts: Texts) -> Screen[None]:
    """The demo, opened from the first run."""
    return DemoNote("valmentaja", "/home/aino/.local/share/Valmentaja-demo")


def new_passphrase(_texts: Texts) -> Screen[None]:
    """The recovery code has opened the workbook."""
    return NewPassphrase(lambda _passphrase: None)


def recovery_code(_texts: Texts) -> Screen[None]:
    """The code to be written down."""

    def make(show: Callable[[str | None], None]) -> None:
        show(_CODE)

    return RecoveryCode(make, lambda _made: None)


def opening(_texts: Texts) -> Screen[None]:
    """The key is being derived from the system's own store of passphrases."""
    return Opening()


def damaged(_texts: Texts) -> Screen[None]:
    """The workbook cannot be read."""
    return Trouble(Damaged("workbook.damaged"))


def key_damaged(_texts: Texts) -> Screen[None]:
    """The file that the passphrase opens cannot be read; that of the recovery code can."""
    return Trouble(Damaged("key.damaged", file="pass.key"))


def gone(_texts: Texts) -> Screen[None]:
    """There are keys, but no workbook."""
    return Trouble(CannotBeMet("workbook.gone", home="/home/aino/.local/share/Valmentaja"))
