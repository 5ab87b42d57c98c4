"""The client's own copy of the answers: it stands on the screen, and goes to the clipboard of the terminal."""

from valmentaja.desks.questions import questions_page
from valmentaja.desks.reminder import language_told
from valmentaja.documents.questions import answers_for_client
from valmentaja.documents.sheet import as_text
from valmentaja.model.client import Client
from valmentaja.screens.shell.page import InWorkbench
from valmentaja.screens.shell.shown_text import ShownText
from valmentaja.texts import Texts


class AnswersForClient(ShownText):
    """Shows the copy, and has copied it."""


def answers_copy(page: InWorkbench[None], held: Client, set_id: str, *, plain: bool) -> AnswersForClient:
    """The answers of a set in the client's language. Raises CannotBeMet where nothing was answered."""
    texts = Texts(language_told(held.language) or page.texts.language)
    read = questions_page(page.book, texts.language, held.id, page.today)
    sheet = answers_for_client(read, (read.set_page(set_id),), texts, page.today, plain=plain)
    return AnswersForClient(sheet.title, as_text(sheet).rstrip("\n"))
