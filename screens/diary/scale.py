"""A scale of the diary as a question: from 1 to 5, with words at its ends."""

from valmentaja.content.diary_prompts import diary_prompts
from valmentaja.model.diary import DiaryMark
from valmentaja.screens.shell.choose import Choose
from valmentaja.texts import Texts

NO_MARK = "0"
_STEPS = range(1, 6)


def asked_about(texts: Texts, mark: DiaryMark, now: int | None) -> Choose:
    """The question of the scale. Its answers are the numbers, and `NO_MARK` where there is a mark to take away."""
    scale = next(one for one in diary_prompts(texts.language).scales if one.id == mark.value)
    words = {_STEPS[0]: scale.low, _STEPS[-1]: scale.high}
    answers = [(str(step), f"{'■' * step:<8}{words.get(step, '')}".rstrip()) for step in _STEPS]
    if now is not None:
        answers.append((NO_MARK, texts("diary_screen.no_mark")))
    return Choose(scale.question, answers, str(now) if now else None)
