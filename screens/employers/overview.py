"""The rows of an employer's page: what they are and need, and the contacts as a relationship."""

from collections.abc import Iterator, Sequence

from valmentaja.desks.employers import relationship_told
from valmentaja.model.employer import Employer
from valmentaja.model.place import FieldPlace
from valmentaja.screens.employers.state_form import state_told
from valmentaja.screens.literal import literal
from valmentaja.screens.records.field_rows import labelled
from valmentaja.screens.widgets.row_list import Row, fixed_row, said_row
from valmentaja.store.employer_relationship import Relationship
from valmentaja.texts import Texts

REACHING = ("phone", "email", "address")
NEEDS = ("needs", "needs_ahead")
ABOUT = ("does", "size", "sector", "industry", "town", "chain")
AGREED = ("terms", "feedback", "note")
MERGE, ARCHIVE, BRING_BACK = "merge/0", "archive/0", "bring_back/0"
"""Rows that Enter opens a question from."""


def state_row(texts: Texts, held: Employer) -> Row:
    """How the cooperation stands; and that it is in the archive."""
    told = state_told(texts, held)
    if held.archived_on is not None:
        told = f"{told} · {texts('employer_page.archived', day=held.archived_on)}"
    place = FieldPlace("employer", held.id, "state")
    return labelled(str(place), texts("employer_page.state"), told, quiet=held.state is None)


def deed_rows(texts: Texts, held: Employer) -> Iterator[Row]:
    """What is done seldom stands last."""
    yield fixed_row(MERGE, literal(texts("employer_page.merge"), "$quiet"))
    one = BRING_BACK if held.is_archived else ARCHIVE
    yield fixed_row(one, literal(texts(f"employer_page.{one.partition('/')[0]}"), "$quiet"))


def relationship_rows(texts: Texts, held: Relationship) -> Sequence[Row]:
    """Since when, how often in person, what came of it."""
    return [said_row(told) for told in relationship_told(texts, held)]
