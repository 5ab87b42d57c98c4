"""Question sets in words: which round, how far it is, what a view says."""

from valmentaja.desks.questions import SetPage
from valmentaja.model.answer import Answer, AnswerState
from valmentaja.rules.questions import Progress
from valmentaja.texts import Texts


def round_told(texts: Texts, page: SetPage) -> str:
    """The newest round of a set that has one: "kierros 2, 24.11.2026"."""
    newest = page.rounds[-1]
    return texts("question_tab.round", number=newest.number, day=newest.began_on)


def progress_told(texts: Texts, held: Progress) -> str:
    """How far a round is: "vastattu 5 · selvitetään yhdessä 2 · ei tarpeen 1". What is open is not missing."""
    counts = {
        "answered": held.answered,
        "to_find_out": held.to_find_out,
        "not_needed": held.not_needed,
    }
    told = [texts(f"question_progress.{name}", count=count) for name, count in counts.items() if count]
    return " · ".join(told) or texts("question_progress.untouched")


def plan_told(texts: Texts, held: Answer) -> str:
    """How and when something is found out together; "" where neither is said."""
    day = texts.date(held.find_out_on) if held.find_out_on else ""
    return ", ".join(part for part in (held.find_out_how or "", day) if part)


def said_words(texts: Texts, held: Answer, longest: int) -> str:
    """What a view says, in its own words; of what it does not know yet how and when that is found out."""
    plan = plan_told(texts, held) if held.state is AnswerState.DONT_KNOW else ""
    told = texts("question_tab.plan", plan=plan) if plan else ""
    return "\n".join(part for part in ((held.text or "")[:longest], told[:longest]) if part)
