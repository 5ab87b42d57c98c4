"""Text being typed is kept within a second of the key, and becomes a change when the coach leaves it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from valmentaja.errors import ValmentajaError
from valmentaja.screens.drafts.window import is_alive
from valmentaja.store.workbook import Workbook

if TYPE_CHECKING:  # loaded with the first key that is typed
    from valmentaja.model.change import Draft
    from valmentaja.model.place import Place

IDLE = timedelta(minutes=2)
"""After so long without a key what was typed becomes a change (design.md §4)."""


@dataclass(slots=True)
class Typing:
    """Text being typed in a place. `began_from` is the revision of the record it began from, 0 for none.

    `settle` makes the draft a change, and says whether it could: it cannot when the record moved meanwhile.
    A form, which is kept by its own key, has none.
    """

    place: "Place"
    began_from: int
    settle: "Callable[[Draft], bool] | None" = None
    text: str = ""
    kept: str | None = None
    typed_at: datetime | None = None


class Drafting:
    """All that is being typed in this window."""

    def __init__(
        self,
        book: Workbook,
        window: str,
        now: Callable[[], datetime],
        tell: Callable[[ValmentajaError], None],
        keep_soon: Callable[[], None] = lambda: None,
    ) -> None:
        """`keep_soon` sees to it that `keep` is called well within a second."""
        self._keep_soon = keep_soon
        self._book = book
        self._window = window
        self._now = now
        self._tell = tell
        self._typed: dict[str, Typing] = {}

    def move_to(self, book: Workbook) -> None:
        """The same workbook is open from another file now."""
        self._book = book

    @property
    def book(self) -> Workbook:
        """The workbook in which drafts are kept and settled."""
        return self._book

    @property
    def window(self) -> str:
        """The name of this window, to which drafts belong."""
        return self._window

    def typed(self, typing: Typing, text: str) -> None:
        """The text of a place has changed. It is kept by the next `keep`, at most a second from now."""
        typing.text, typing.typed_at = text, self._now()
        self._typed[str(typing.place)] = typing
        self._keep_soon()

    def at(self, place: "Place") -> Typing | None:
        """What is being typed in the place and is no change yet."""
        return self._typed.get(str(place))

    def keep(self) -> bool:
        """Keeps what was typed since the last time, and makes what has rested two minutes a change.

        False when something could not be kept.
        """
        kept = True
        for typing in tuple(self._typed.values()):
            if typing.text != typing.kept:
                kept = self._kept(typing) and kept
            elif typing.typed_at and self._now() - typing.typed_at >= IDLE and typing.settle:
                typing.typed_at = None  # what cannot be a change is tried again after the next key
                self.settle(typing.place)
        return kept

    def settle(self, place: "Place") -> bool:
        """The coach leaves the place: what was typed becomes a change. False when it stays a draft for now."""
        typing = self._typed.get(str(place))
        if typing is None:
            return True
        if not self._kept(typing) or typing.settle is None:
            return False
        from valmentaja.model.change import Draft

        draft = Draft(place, self._window, typing.text, typing.began_from, self._now())
        try:
            settled = typing.settle(draft)
        except ValmentajaError as refusal:
            self._tell(refusal)
            return False
        del self._typed[str(place)]
        return settled

    def settle_all(self) -> bool:
        """The page or program is left, or locked. False when something stays a draft: no text is lost either way."""
        settled = [self.settle(typing.place) for typing in tuple(self._typed.values())]
        return all(settled)

    def drop(self, place: "Place") -> None:
        """What was typed has been kept by other means, or thrown away by the coach."""
        from valmentaja.store.drafts import drop_draft

        self._typed.pop(str(place), None)
        drop_draft(self._book, place, self._window)

    def left_at(self, place: "Place") -> "list[Draft]":
        """What this window, or one that runs no more, has left in the place; oldest first."""
        from valmentaja.store.drafts import drafts_at

        drafts = drafts_at(self._book, place)
        return [one for one in drafts if one.window == self._window or not is_alive(one.window)]

    def take_over(self, typing: Typing, left: "Draft") -> None:
        """What was left is this window's own from now on."""
        from valmentaja.store.drafts import drop_draft

        self.typed(typing, left.text)
        if self.keep() and left.window != self._window:
            drop_draft(self._book, left.place, left.window)

    def _kept(self, typing: Typing) -> bool:
        if typing.text == typing.kept:
            return True
        from valmentaja.store.drafts import keep_draft

        told = replace(self._book.notices)
        try:
            keep_draft(self._book, typing.place, self._window, typing.text, typing.began_from)
        except ValmentajaError as refusal:
            self._tell(refusal)
            return False
        self._book.notices = told  # what was masked is said once, when the text becomes a change
        typing.kept = typing.text
        return True
