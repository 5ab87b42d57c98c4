"""Prompts for the employer's side: what a coach asks about at a workplace (method.md §4)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine

HINTS = ("task", "profit", "timing", "fit", "cost")


class EmployerHints(Dialog[None]):
    """Five questions, each in a sentence or two."""

    DEFAULT_CSS = """
    EmployerHints #box { width: 74; max-width: 100%; height: auto; max-height: 100%; border: round $rule;
        padding: 0 1; background: $background; }
    EmployerHints #hints { height: auto; margin: 1 0; }
    EmployerHints #title { text-style: bold; }
    EmployerHints ActionsLine { padding: 0; }
    """
    way_out: ClassVar[str] = "back"

    def compose(self) -> ComposeResult:
        """What it is, the questions."""
        texts = self.texts
        hints = [
            literal(texts(f"employer_hint.{one}"), "bold")
            + Content("\n")
            + literal(texts(f"employer_hint.{one}.ask"))
            for one in HINTS
        ]
        with Vertical(id="box"):
            yield Static(literal(texts("employer_hint.title")), id="title")
            yield Static(Content("\n").join(hints), id="hints")
            yield ActionsLine()
