"""A form in which a client is named shows what may be told of them; the rest is behind a key: shoulders are near."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Generic

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from valmentaja.model.disclosure import Disclosure
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.form import Form, Kept
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.store.disclosures import disclosure_for
from valmentaja.texts.shown import one_line

LONGEST_MAY = 64
TOLD = ("may", "may_not", "told_by", "coach_appears", "answers")
"""The columns of what was agreed, in the order in which they are shown."""


class Disclosing(Form[Kept], Generic[Kept]):
    """A subclass says in `disclosed` whom a contact is about and with, as far as that is known by now.

    `says_not_agreed`: it says so where nothing has been agreed yet.
    """

    says_not_agreed: ClassVar[bool] = False
    offers: ClassVar[tuple[str, ...]] = (*Form.offers, "disclosure")

    def __init__(self, place: str, values: Mapping[str, str] | None = None) -> None:
        super().__init__(place, values)
        self._can_show = False

    @abstractmethod
    def disclosed(self) -> tuple[int | None, int | None]:
        """The client named, and the employer named; `None` for none, or for several."""

    def agreed(self) -> Disclosure | None:
        """What was agreed with the client that may be told to the employer."""
        client_id, employer_id = self.disclosed()
        return None if client_id is None else disclosure_for(self.book, client_id, employer_id)

    def may_line(self) -> str:
        """What may be told, in one line; "" while no client is named."""
        if self.disclosed()[0] is None:
            return ""
        agreed, texts = self.agreed(), self.texts
        if agreed is None:
            return texts("disclosing.not_agreed") if self.says_not_agreed else ""
        may = one_line(agreed.may or texts("disclosure_row.nothing"), LONGEST_MAY)
        return texts("disclosing.may", may=may)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is more to show only where something was agreed."""
        return self._can_show if action == "disclosure" else super().check_action(action, parameters)

    def tell_understood(self) -> None:
        """Another client or employer may be named now."""
        super().tell_understood()
        can_show = self.agreed() is not None
        if can_show != self._can_show:
            self._can_show = can_show
            self.refresh_bindings()

    def action_disclosure(self) -> None:
        """Shows all that was agreed, until the key is struck again."""
        agreed = self.agreed()
        if agreed is not None:
            self.workbench.push_screen(AgreedToTell(agreed))


class AgreedToTell(Dialog[None]):
    """What may be told and what not, who tells it, how the coach appears, what is answered."""

    DEFAULT_CSS = """
    AgreedToTell #box { width: 72; max-width: 100%; height: auto; max-height: 100%; border: round $rule; padding: 0 1;
        background: $background; }
    AgreedToTell #title { dock: top; text-style: bold; margin-bottom: 1; }
    AgreedToTell #agreed { height: auto; max-height: 100%; }
    AgreedToTell #agreed Static { height: auto; }
    AgreedToTell ActionsLine { dock: bottom; padding: 0; margin-top: 1; }
    """
    offers: ClassVar[tuple[str, ...]] = ("disclosure",)
    way_out: ClassVar[str] = "back"

    def __init__(self, agreed: Disclosure) -> None:
        super().__init__()
        self._agreed = agreed

    def compose(self) -> ComposeResult:
        """A heading and a text for each."""
        texts = self.texts
        with Vertical(id="box"):
            yield Static(literal(texts("disclosing.title")), id="title")
            with VerticalScroll(id="agreed"):
                yield Static(Content("\n\n").join(self._paragraphs()))
            yield ActionsLine()

    def _paragraphs(self) -> list[Content]:
        held = {name: getattr(self._agreed, name) for name in TOLD}
        return [
            literal(self.texts(f"field.{name}"), "$quiet") + Content("\n") + literal(text)
            for name, text in held.items()
            if text
        ] or [literal(self.texts("disclosure_row.nothing"))]

    def action_disclosure(self) -> None:
        """Hides it again."""
        self.action_leave()
