"""What was answered to the questions of a set, in rounds, each view kept apart (method.md §2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Whose(StrEnum):
    """Whose view an answer is; the client's comes first (method.md P3)."""

    CLIENT = "client"
    COACH = "coach"
    CLOSE = "close"
    PROFESSIONAL = "professional"


class AnswerState(StrEnum):
    """How far a question is. `OPEN`: nothing was said yet; it is never stored, and never counted as missing.

    `DONT_KNOW` is an answer: it is found out together (method.md P5).
    """

    OPEN = "open"
    ANSWERED = "answered"
    BEST_GUESS = "best_guess"
    DONT_KNOW = "dont_know"
    NOT_NEEDED = "not_needed"


TOLD = frozenset({AnswerState.ANSWERED, AnswerState.BEST_GUESS})
"""The states in which there is an answer in words."""


@dataclass(frozen=True, slots=True)
class QuestionRound:
    """One time of going through a set with a client. `number` counts from 1 within client and set.

    `stands_at` is the question at which the walk was left, `None` while it was left at none.
    """

    id: int
    revision: int
    client_id: int
    question_set: str
    number: int
    began_on: date
    stands_at: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one view says to one question in a round. `question` is as `job_search.thoughts`.

    `text` is in the words of whoever says it, `None` for no words. `find_out_how` and `find_out_on` belong to
    `DONT_KNOW`. `settled_on` is the day on which something else came in its place: it was found out, planned
    anew, or asked again in a later round. Until then it is `None`.
    """

    id: int
    revision: int
    round_id: int
    client_id: int
    question: str
    whose: Whose
    state: AnswerState
    text: str | None
    said_on: date
    find_out_how: str | None
    find_out_on: date | None
    settled_on: date | None

    @property
    def question_set(self) -> str:
        """The set that the question is of."""
        return self.question.partition(".")[0]

    @property
    def waits(self) -> bool:
        """Whether it is still to be found out together."""
        return self.state is AnswerState.DONT_KNOW and self.settled_on is None


@dataclass(frozen=True, slots=True)
class AnswerDeed:
    """What an answer led to. `kind` is that of the record: a next step, a wish, or the client, in whose profile it is.

    `words` are what was put in the profile; a record of its own has its own.
    """

    id: int
    revision: int
    client_id: int
    question: str
    kind: str
    record_id: int
    words: str | None
    made_on: date
