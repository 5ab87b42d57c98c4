"""Texts as gettext compiles them, looked up in the file's own order: a command shows a dozen of some thousands.

`gettext` of the standard library takes every text apart before it gives the first one, which takes longer than most
commands do. The layout is in the manual of GNU gettext, "The Format of GNU MO Files".
"""

from bisect import bisect_left

_MAGIC = 0x950412DE
_ENTRY = 8
"""Bytes that tell in a table where a text is: its length, and where it begins, four each."""


class Catalogue:
    """The compiled texts of a language that has a form for one and a form for more, as Finnish and English have."""

    def __init__(self, compiled: bytes) -> None:
        """Raises ValueError when these are no compiled texts, or in the other order of bytes."""
        self._compiled = compiled
        self._asked: dict[str, tuple[str, ...]] = {}
        if self._number(0) != _MAGIC:
            raise ValueError("no compiled texts")
        self._entries, self._keys, self._texts = (self._number(at) for at in (8, 12, 16))

    def forms(self, key: str) -> tuple[str, ...]:
        """The text with the key; of a counted text the form for one and the form for more; none for no such key."""
        if key not in self._asked:
            self._asked[key] = self._looked_up(key.encode())
        return self._asked[key]

    def _looked_up(self, key: bytes) -> tuple[str, ...]:
        place = bisect_left(range(self._entries), key, key=self._key)
        if place == self._entries or self._key(place).partition(b"\0")[0] != key:
            return ()
        return tuple(self._string(self._texts + place * _ENTRY).decode().split("\0"))

    def _key(self, place: int) -> bytes:
        """A counted text's is followed by NUL and once more itself, and so sorts where it would alone."""
        return self._string(self._keys + place * _ENTRY)

    def _string(self, entry: int) -> bytes:
        begin, length = divmod(self._number(entry, _ENTRY), 1 << 32)
        return self._compiled[begin : begin + length]

    def _number(self, at: int, size: int = 4) -> int:
        return int.from_bytes(self._compiled[at : at + size], "little")
