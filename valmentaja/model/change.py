"""The change journal and the drafts: what was done, by name, and what is being typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from valmentaja import TYPE_CHECKING

if TYPE_CHECKING:
    from valmentaja.model.place import Place


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the coach did. `what` is a key of the text `change.<what>`, with `parameters`.

    `undone` says that it has been taken back; `closed` that a migration has made it readable only.
    """

    id: int
    at: datetime
    what: str
    parameters: Mapping[str, str]
    undone: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """Text being typed in a place in one window.

    `began_from` is the revision of the record the typing began from, 0 when there was none.
    """

    place: "Place"
    window: str
    text: str
    began_from: int
    saved_at: datetime
