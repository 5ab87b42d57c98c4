"""What is said when the program itself has a fault: a sentence, never what the workbook holds."""

import os
from types import TracebackType

from valmentaja.places import Home
from valmentaja.texts import Texts


def sentence_of_fault(texts: Texts, fault: BaseException, home: Home, *, kept: bool) -> str:
    """What happened, where what was typed is now, and where in the program it was: kind, file and line only."""
    where = "fault.text_kept" if kept else "fault.text_unsure"
    return "\n".join(
        (
            texts("fault.screens"),
            texts(where, home=home.folder),
            texts("fault.tell_us", kind=type(fault).__name__, place=_place(fault.__traceback__)),
        )
    )


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
