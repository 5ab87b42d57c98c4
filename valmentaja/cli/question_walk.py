"""`ask`: goes through a set of questions on a terminal, one line at a time, as a screen reader says it."""

from valmentaja.cli import output, question_lines, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.question_asked import AskedQuestion, Stopped
from valmentaja.cli.question_meant import set_meant
from valmentaja.cli.questions import by_option, set_argument, whose_said
from valmentaja.cli.session import Session
from valmentaja.desks.questions import SetPage, questions_page
from valmentaja.errors import WrongUsage
from valmentaja.model.answer import AnswerState, Whose
from valmentaja.model.client import Client
from valmentaja.rules.refusals import refuse_ended
from valmentaja.store.answers import Asked
from valmentaja.store.clients import client
from valmentaja.store.lookup import client_id_of
from valmentaja.store.question_rounds import stand_at
from valmentaja.texts.sentences import as_sentence


def ask_arguments(parser: Parser) -> None:
    """Options of `ask`."""
    parser.one("client", help_key="client")
    set_argument(parser)
    by_option(parser)
    parser.flag("--plain", help_key="plain")


def ask(session: Session, options: Options) -> None:
    """Goes through a set with the client; each answer is kept as it is given, and a stop is no failure."""
    texts, whose = session.texts, whose_said(session, options.by)
    held = client(session.book, client_id_of(session.book, options.client))
    refuse_ended(held, session.today)
    typed = values.joined(options.set or [])
    set_id = set_meant(texts, typed) if typed is not None else None
    if not session.on_terminal():
        raise WrongUsage("ask.no_terminal")
    if set_id is None:
        option = texts("metavar.set")
        set_id = values.asked_for(
            session, None, lambda named: set_meant(texts, named), ask="ask.question_set", option=option
        )
    Walk(session, held, set_id, whose, plain=options.plain or bool(held.plain_wording)).go_through()


class Walk:
    """One time at the questions of a set, in one view."""

    def __init__(self, session: Session, held: Client, set_id: str, whose: Whose, *, plain: bool) -> None:
        self._session = session
        self._texts = session.texts
        self._client = held
        self._set_id = set_id
        self._whose = whose
        self._plain = plain

    def go_through(self) -> None:
        """From where it was left to the last question, or to a stop; then how far it is now."""
        page = self._page()
        self._begin(page)
        number: int | None = page.begins_at.number
        try:
            while number is not None:
                number = self._at(number)
            self._stand_at_first_open()
            self._session.say("ask.walk_through")
        except Stopped:
            command = f"valmentaja ask {self._client.code} {self._set_id}"
            self._session.say("ask.walk_stopped", command=command)
        self._tell_how_far()

    def _page(self) -> SetPage:
        session = self._session
        page = questions_page(session.book, self._texts.language, self._client.id, session.today)
        return page.set_page(self._set_id)

    def _begin(self, page: SetPage) -> None:
        name, count = page.questions.name, len(page.lines)
        output.sentence(
            self._texts.counted("ask.walk_begins", count, client=self._client.label, question_set=name)
        )
        if page.rounds:
            number = self._texts("question.round_of", number=page.rounds[-1].number)
            output.sentence(as_sentence(f"{number}, {question_lines.progress_told(self._texts, page)}"))
        if self._whose is Whose.CLIENT:
            output.sentence(page.questions.purpose)
        else:
            self._session.say("ask.walk_whose", whose=self._texts(f"whose.{self._whose}"))
        self._session.say("ask.walk_how")

    def _stand_at_first_open(self) -> None:
        """All was gone through: the next time begins at what is open, else at the first."""
        lines = self._page().lines
        opened = next((one for one in lines if one.state is AnswerState.OPEN), lines[0])
        stand_at(self._session.book, self._client.id, opened.id)

    def _tell_how_far(self) -> None:
        page = self._page()
        if self._session.json:
            output.data([question_lines.question_json(page, line) for line in page.lines])
        else:
            told = question_lines.progress_told(self._texts, page)
            output.line(f"{page.questions.name}: {told}")

    def _at(self, number: int) -> int | None:
        """Asks the question, and gives the number of the one to go to, `None` after the last."""
        page = self._page()
        line = page.lines[number - 1]
        stand_at(self._session.book, self._client.id, line.id)
        asked = AskedQuestion(
            self._session, page, line, Asked(self._client.id, line.id, self._whose), plain=self._plain
        )
        goes_to = asked.ask()
        self._plain = asked.plain
        return goes_to if goes_to <= len(page.lines) else None
