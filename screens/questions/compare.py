"""What has changed between two rounds of a set: the client's words then and now, question by question."""

from collections.abc import Sequence
from typing import ClassVar

from valmentaja.desks.questions import SetPage, compared, questions_page
from valmentaja.errors import CannotBeMet
from valmentaja.screens.questions.compared_rows import compared_rows, counts_told
from valmentaja.screens.questions.rows import question_row_id
from valmentaja.screens.records.record_page import Part, RecordPage
from valmentaja.texts.shown import LONGEST_NAMED, one_line

PART = "compared"


class CompareScreen(RecordPage):
    """Opened from the client's questions, left with Esc. Left goes to the rounds before, right back to newer ones."""

    desk = "clients"
    offers: ClassVar[tuple[str, ...]] = (*RecordPage.offers, "earlier", "later")

    def __init__(self, client_id: int, set_id: str, question: str | None = None) -> None:
        """`question`, such as `job_search.thoughts`, has the focus first."""
        super().__init__()
        self._client_id = client_id
        self._set_id = set_id
        self._later: int | None = None
        self._page: SetPage | None = None
        if question is not None:
            self._focused[PART] = question_row_id(client_id, question)

    def about(self) -> str:
        """The set."""
        return self._page.questions.name if self._page else ""

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The two rounds as they are now. Raises CannotBeMet when there is but one any more."""
        texts = self.texts
        whole = questions_page(self.book, texts.language, self._client_id, self.today)
        page = self._page = whole.set_page(self._set_id)
        if len(page.rounds) < 2:
            raise CannotBeMet("record.unknown", id=self._client_id)
        newest = page.rounds[-1].number
        later = self._later = min(self._later or newest, newest)
        lines = compared(self.book, page, self._client_id, later - 1, later)
        rounds = {one.number: one for one in page.rounds}
        then, now = rounds[later - 1], rounds[later]
        told = texts(
            "question_compare.rounds",
            then=then.number,
            then_on=then.began_on,
            now=now.number,
            now_on=now.began_on,
            counts=counts_told(texts, lines),
        )
        name = one_line(whole.client.label, LONGEST_NAMED)
        title = texts("question_compare.title", name=name, question_set=page.questions.name)
        rows = compared_rows(texts, self._client_id, lines)
        return title, told, (Part(PART, "", lambda: rows),)

    def status(self) -> tuple[str, str]:
        """Where the keys lead."""
        return self.texts("question_compare.status", key=self.key_of("open")), ""

    def told_first(self) -> Sequence[str]:
        """The way to other rounds."""
        return ("earlier", "later")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there are rounds before or after these two."""
        if action in ("earlier", "later"):
            return self._other(1 if action == "later" else -1) is not None
        return super().check_action(action, parameters)

    def _other(self, step: int) -> int | None:
        """The later one of the two rounds next to these, if there are two."""
        if self._page is None or self._later is None or len(self._page.rounds) < 2:
            return None
        wanted = self._later + step
        return wanted if self._page.rounds[1].number <= wanted <= self._page.rounds[-1].number else None

    def action_earlier(self) -> None:
        """Left: the rounds before."""
        self._go(-1)

    def action_later(self) -> None:
        """Right: the rounds after."""
        self._go(1)

    def _go(self, step: int) -> None:
        wanted = self._other(step)
        if wanted is not None:
            self._later = wanted
            self.renew_all()
