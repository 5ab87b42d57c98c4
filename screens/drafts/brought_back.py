"""What windows that are gone, killed or crashed, have left unfinished: brought back when the workbook is opened."""

from collections.abc import Iterable

from valmentaja.model.place import AnswerPlace, DiaryPlace, Place
from valmentaja.screens.drafts.window import is_alive
from valmentaja.store.left_drafts import settle_left_drafts
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts


def bring_back(book: Workbook, texts: Texts) -> str:
    """Makes what was left a change each, and says where it is, never what; "" when there was nothing."""
    left = settle_left_drafts(book, is_alive, lambda typed_at: texts.clock(typed_at.time()))
    days = sorted({place.day for place in left.settled if isinstance(place, DiaryPlace)})
    answers = _answers(left.settled)
    fields = len(left.settled) - sum(isinstance(place, DiaryPlace) for place in left.settled) - answers
    answers_apart = _answers(draft.place for draft in left.kept_apart)
    apart = len(left.kept_apart) - answers_apart
    told = []
    if days:
        listed = texts.sentence_list([texts.day(day) for day in days])
        told.append(texts.counted("diary_screen.brought_back", len(days), days=listed))
    if fields:
        told.append(texts.counted("brought_back.fields", fields))
    if answers:
        told.append(texts.counted("brought_back.answers", answers))
    if apart:
        told.append(texts.counted("brought_back.kept_apart", apart))
    if answers_apart:
        told.append(texts.counted("brought_back.answers_apart", answers_apart))
    return " ".join(told)


def _answers(places: Iterable[Place]) -> int:
    return sum(isinstance(place, AnswerPlace) for place in places)
