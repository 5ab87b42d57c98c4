"""From which question something came, as quiet rows; Enter on one opens the question."""

from collections.abc import Sequence

from valmentaja.desks.question_names import Origin
from valmentaja.model.answer import Whose
from valmentaja.model.place import AnswerPlace
from valmentaja.screens.records.field_rows import labelled
from valmentaja.screens.widgets.row_list import Row
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

_LONGEST_WORDS = 80


def origin_rows(texts: Texts, found: Sequence[Origin]) -> list[Row]:
    """A row for each question, with the newest of what came of it."""
    newest = {one.question: one for one in found}
    return [_row(texts, one) for one in newest.values()]


def _row(texts: Texts, one: Origin) -> Row:
    place = AnswerPlace(one.client_id, one.question, Whose.CLIENT)
    return labelled(str(place), texts("origin.label"), _told(texts, one), quiet=True)


def _told(texts: Texts, one: Origin) -> str:
    """The set, the number and the name of the question, and the day; of a strength also its words."""
    held = one.named
    told = texts(
        "origin.question", question_set=held.set_name, number=held.number, name=held.name, day=one.day
    )
    if one.words is None:
        return told
    return texts("origin.strength", words=one_line(one.words, _LONGEST_WORDS), told=told)
