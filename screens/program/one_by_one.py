"""Keys are taken one by one: each goes to what has the focus once all that the key before it did is done.

By itself Textual sends keys that come together, as they do over a slow line, to whatever has the focus as they arrive.
The letters after a key that opens a form would then be taken for keys of the page under it, and do what those do.
"""

from collections import deque
from time import monotonic

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.app import App
from textual.message_pump import MessagePump

from valmentaja.screens.program.held_key import HeldKey

_ROUNDS = 2  # a key, and what its command says to the widgets above it
_LONGEST_WAIT = 1.0  # seconds: then the next key is taken in any case

_ALT = "alt+"
_READ_AS_ONE = tuple(f"\x1b{sign}" for sign in "0123456789-=§")
"""Esc and a sign close behind it, which Textual reads as what one terminal on a Mac sends for another sign: "™"."""


def tell_esc_from_what_follows() -> None:
    """Lets Esc and a sign close behind it come as alt and the sign, as all others do."""
    for sequence in _READ_AS_ONE:
        ANSI_SEQUENCES_KEYS.pop(sequence, None)  # type: ignore[attr-defined]


def as_struck(event: events.Key | events.Paste) -> tuple[events.Key | events.Paste, ...]:
    """The keys that came as one. A terminal sends the same for alt and a letter as for Esc and then the letter.

    Nothing here is on alt. Without this a letter that follows Esc fast, or over a slow line, would be typed into the
    text that Esc was to leave, and so would all the letters after it.
    """
    if not isinstance(event, events.Key) or event.character is None or not event.key.startswith(_ALT):
        return (event,)
    return (events.Key("escape", "\x1b"), events.Key(event.character, event.character))


class OneByOne(App[None]):
    """Follows each key on its way through the widgets before it takes the next one."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        """`ansi_color`: the terminal's own colours whatever the theme; with `None` as the theme has it."""
        super().__init__(ansi_color=ansi_color)
        tell_esc_from_what_follows()
        self._keys_waiting: deque[events.Key | events.Paste] = deque()
        self._key_taken_at: float | None = None
        self._screen_before: object = None
        self._last_key = ""
        self._held_key = HeldKey()

    @property
    def is_taking_keys(self) -> bool:
        """Whether keys that have come are still on their way."""
        return self._key_taken_at is not None

    @property
    def is_key_held(self) -> bool:
        """Whether what is being done comes from a key that was not let go of since it did the same before."""
        return self.is_taking_keys and self._held_key.is_held

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes wait for their turn."""
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
            return
        if not self.screen_stack:  # the program ends: there is nothing that a key could be for
            return
        if event.is_forwarded:
            await super().on_event(event)
            return
        self._keys_waiting.extend(as_struck(event))
        if self._key_taken_at is None or monotonic() - self._key_taken_at > _LONGEST_WAIT:
            await self._take_key()

    async def _take_key(self) -> None:
        if not self._keys_waiting:
            self._key_taken_at = None
            return
        self._key_taken_at, self._screen_before = monotonic(), self.screen
        self._last_key = self._next_key
        event = self._keys_waiting.popleft()
        if isinstance(event, events.Key):
            self._held_key.take(event.key, event.time)
        await super().on_event(event)
        self._follow_key(self.focused or self.screen, _ROUNDS)

    def _follow_key(self, node: MessagePump | None, rounds: int) -> None:
        """Goes where the key goes, behind it: from the focus to what it stands in, and on up to the program."""
        if node is None or node is self or not node.call_later(self._key_passed, node, rounds):
            self.call_later(self._key_arrived, rounds)

    def _key_passed(self, node: MessagePump, rounds: int) -> None:
        self._follow_key(node._parent, rounds)

    async def _key_arrived(self, rounds: int) -> None:
        if not self.screen_stack:
            return
        if rounds > 1:
            self._follow_key(self.focused or self.screen, rounds - 1)
        elif self.screen is not self._screen_before and self.screen.call_later(self._has_focus_now):
            self._screen_before = self.screen
            self._drop_same_enter()
        else:
            await self._take_key()

    def _drop_same_enter(self) -> None:
        """An Enter struck twice is meant for the screen that the first one has closed or opened another over."""
        while self._last_key == "enter" == self._next_key:
            self._keys_waiting.popleft()

    @property
    def _next_key(self) -> str:
        event = self._keys_waiting[0] if self._keys_waiting else None
        return event.key if isinstance(event, events.Key) else ""

    def _has_focus_now(self) -> None:
        """The screen that the key opened has its focus."""
        self.call_later(self._take_key)
