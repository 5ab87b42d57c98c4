"""What is said when the program itself has a fault: a sentence, never what the workbook holds."""

import os
from enum import StrEnum
from types import TracebackType

from valmentaja.places import Home
from valmentaja.texts import Texts


class Typed(StrEnum):
    """What has become of what was being typed."""

    KEPT = "kept"
    UNSURE = "unsure"
    NOTHING = "nothing"
    """No workbook was open."""


def sentence_of_fault(texts: Texts, fault: BaseException, home: Home, typed: Typed) -> str:
    """What happened, where what was typed is now, and where in the program it was: kind, file and line only."""
    happened = "fault.screens" if os.path.exists(home.workbook) else "fault.before_workbook"
    text = [] if typed is Typed.NOTHING else [texts(f"fault.text_{typed}", home=home.folder)]
    where = texts("fault.tell_us", kind=type(fault).__name__, place=_place(fault.__traceback__))
    return "\n".join((texts(happened), *text, where))


def _place(trace: TracebackType | None) -> str:
    """The lines of our own code on the way to the fault, the innermost last; without one, where it was at all."""
    ours: list[str] = []
    innermost = ""
    while trace is not None:
        frame = trace.tb_frame
        innermost = f"{os.path.basename(frame.f_code.co_filename)}:{trace.tb_lineno}"
        if str(frame.f_globals.get("__name__", "")).startswith("valmentaja."):
            ours.append(innermost)
        trace = trace.tb_next
    return " > ".join(ours[-3:]) or innermost
