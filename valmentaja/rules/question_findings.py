"""What is found in the question sets: what was not known yet, and was to be found out together by a day."""

from __future__ import annotations

from valmentaja import TYPE_CHECKING
from valmentaja.rules.finding import due

if TYPE_CHECKING:
    from valmentaja.model.answer import Answer
    from valmentaja.rules.finding import Finding, Findings, SignalNumbers, Situation

WITH_ITS_QUESTION = "job_search.likelihood_signs"
"""The client's own view, which appears nowhere but with its question (method.md P2, §2.1)."""


def find_out(now: Situation, numbers: SignalNumbers) -> Findings:
    """A "don't know yet" comes back on the day on which it was to be found out together."""
    return tuple(_find_out(answer, numbers) for answer in now.facts.find_outs)


def _find_out(answer: Answer, numbers: SignalNumbers) -> Finding:
    """Told by how it is to be found out; without that, by the set that the question is of."""
    assert answer.find_out_on is not None
    key, parameters = "find_out.question", {"question_set": answer.question_set}
    if answer.find_out_how is not None and answer.question != WITH_ITS_QUESTION:
        key, parameters = "find_out", {"text": answer.find_out_how}
    return due(key, answer.find_out_on, numbers.interval_days, answer.id, parameters)
