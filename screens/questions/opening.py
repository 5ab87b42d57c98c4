"""Opens the walk through a set of questions, from whatever page: where it was left, or at a question."""

from valmentaja.screens.shell.page import Page
from valmentaja.store.answers import answer_with


def open_walk(page: Page, client_id: int, set_id: str, question: str | None = None) -> None:
    """The set with the client; `question`, such as `job_search.thoughts`, is the one to begin at."""
    from valmentaja.screens.questions.walk import QuestionWalk

    page.workbench.push_screen(QuestionWalk(client_id, set_id, question))


def open_answer(page: Page, answer_id: int) -> None:
    """The question that the answer is to. Raises CannotBeMet when there is no such answer any more."""
    held = answer_with(page.book, answer_id)
    open_walk(page, held.client_id, held.question_set, held.question)
