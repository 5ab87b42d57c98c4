"""Tells a key that is held down, which the keyboard sends again and again, from one that is struck again."""

FIRST_REPEAT = 0.7
"""Seconds after which usual keyboards have begun to repeat a key that is held; a hand that reads first is slower."""
NEXT_REPEATS = 0.2
"""Seconds between the repeats of a key that is held, at most."""


class HeldKey:
    """Follows the keys in the order in which they were struck."""

    def __init__(self) -> None:
        self.is_held = False
        self._key = ""
        self._struck_at = 0.0

    def take(self, key: str, struck_at: float) -> None:
        """The next key; `struck_at` in seconds of a clock that is never set."""
        longest = NEXT_REPEATS if self.is_held else FIRST_REPEAT
        self.is_held = key == self._key and struck_at - self._struck_at < longest
        self._key, self._struck_at = key, struck_at
