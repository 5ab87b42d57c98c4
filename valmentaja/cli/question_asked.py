"""One question of the walk: said, answered and kept at once; a word in place of an answer does something else."""

from enum import StrEnum

from valmentaja.cli import output, question_lines
from valmentaja.cli.questions import find_out_day
from valmentaja.cli.session import Session
from valmentaja.desks.questions import AskedLine, SetPage
from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.answer import AnswerState, Whose
from valmentaja.store.answers import Asked, answer_now, plan_finding_out, say_answer, words_moved
from valmentaja.texts import Texts
from valmentaja.texts.sorting import name_key


class Word(StrEnum):
    """What can be typed in place of an answer; the text `word.walk.<word>` tells how."""

    HELP = "help"
    PLAIN = "plain"
    DONT_KNOW = "dont_know"
    BEST_GUESS = "best_guess"
    NOT_NEEDED = "not_needed"
    BACK = "back"
    JUMP = "jump"
    STOP = "stop"


def word_typed(texts: Texts, typed: str) -> tuple[Word | None, str]:
    """The word that the whole line is, in the language that is spoken, and the number after it; else it is an answer.

    A bare number is an answer: some questions are answered by one.
    """
    wanted = name_key(typed.strip().rstrip(".!"))
    for word in Word:
        names = [name_key(name) for name in texts(f"word.walk.{word}").split(", ")]
        if word is Word.JUMP:
            first, _, last = wanted.partition(" ")
            if first in names and last.isdecimal():
                return word, last
        elif wanted in names:
            return word, ""
    return None, ""


class Stopped(Exception):
    """The coach or the client wants to stop here."""


class AskedQuestion:
    """A question at the terminal, in one view. `plain`: in the plain wording, which can be changed meanwhile."""

    def __init__(
        self, session: Session, page: SetPage, line: AskedLine, asked: Asked, *, plain: bool
    ) -> None:
        self.plain = plain
        self._session = session
        self._texts = session.texts
        self._page = page
        self._line = line
        self._asked = asked
        self._seen = answer_now(session.book, asked)
        self._deeds = {
            Word.HELP: self._help,
            Word.PLAIN: self._say_otherwise,
            Word.DONT_KNOW: self._not_known,
            Word.BEST_GUESS: self._guessed,
            Word.NOT_NEEDED: lambda: self._kept(None, AnswerState.NOT_NEEDED),
            Word.BACK: lambda: max(1, line.number - 1),
            Word.STOP: self._stopped,
        }

    def ask(self) -> int:
        """Asks until there is an answer, or something else to go to; the number of that, one past the last at the end.

        Raises Stopped.
        """
        self._say()
        while True:
            goes_to = self._done(self._read("ask.answer_line"))
            if goes_to is not None:
                return goes_to

    def _done(self, typed: str) -> int | None:
        """Does what was typed; gives the number of the question to go to, `None` to ask again."""
        word, number = word_typed(self._texts, typed)
        if word is Word.JUMP:
            return self._jumped(number)
        if word is not None:
            return self._deeds[word]()
        return self._kept(typed, AnswerState.ANSWERED) if typed.strip() else self._next

    @property
    def _next(self) -> int:
        return self._line.number + 1

    def _read(self, key: str) -> str:
        """A line that was typed. An interruption or an ended input is a stop."""
        try:
            return self._session.ask_line(key)
        except KeyboardInterrupt as end:
            output.sentence("")  # the cursor stands after a question
            raise Stopped from end

    # Words in place of an answer

    def _stopped(self) -> None:
        raise Stopped

    def _jumped(self, typed: str) -> int | None:
        most = len(self._page.lines)
        if len(typed) <= len(str(most)) and 1 <= int(typed) <= most:
            return int(typed)
        self._session.say("ask.walk_no_number", number=typed, questions=most)
        return None

    def _guessed(self) -> int | None:
        """The words of a guess are asked for; without any, what was answered already becomes one."""
        has_words = self._seen is not None and self._seen.text is not None
        typed = self._read("ask.best_guess_again" if has_words else "ask.best_guess")
        if not typed.strip() and not has_words:
            return None
        return self._kept(typed if typed.strip() else None, AnswerState.BEST_GUESS)

    def _not_known(self) -> int | None:
        """How and when it is found out together may be left out; each is kept as it is given."""
        if self._kept(None, AnswerState.DONT_KNOW) is None:
            return None
        before = answer_now(self._session.book, self._asked)
        how, on = (before.find_out_how, before.find_out_on) if before else (None, None)
        typed = self._read("ask.find_out_how")
        if typed.strip():
            how = typed
            plan_finding_out(self._session.book, self._asked, how, on, today=self._session.today)
        while (day := self._read("ask.find_out_on")).strip() and not self._day_planned(how, day):
            continue
        return self._next

    def _day_planned(self, how: str | None, typed: str) -> bool:
        """Whether the day could be read; why not is said."""
        try:
            day = find_out_day(self._session, typed)
        except ValmentajaError as refusal:
            self._refused(refusal)
            return False
        plan_finding_out(self._session.book, self._asked, how, day, today=self._session.today)
        self._session.say("ask.walk_planned", day=self._texts.whole_day(day))
        return True

    # Keeping

    def _kept(self, text: str | None, state: AnswerState) -> int | None:
        """Keeps it at once, and gives the number of the next question; of this one where it was answered elsewhere.

        `None` where it cannot be kept. What was typed and not kept is shown again.
        """
        book, began_from = self._session.book, self._seen.revision if self._seen else 0
        if text is not None and words_moved(book, answer_now(book, self._asked), began_from):
            self._session.say("ask.walk_elsewhere")
            output.given_back(text)
            return self._line.number
        try:
            say_answer(book, self._asked, today=self._session.today, state=state, text=text)
        except BaseException as failure:  # also an interruption
            self._give_back(text)
            if not isinstance(failure, CannotBeMet):
                raise
            self._refused(failure)
            return None
        self._session.say("ask.walk_kept", state=self._texts(f"answer_state.{state}"))
        return self._next

    def _give_back(self, text: str | None) -> None:
        if text is not None:
            self._session.say("typed.not_kept")
            output.given_back(text)

    def _refused(self, refusal: ValmentajaError) -> None:
        self._session.say(f"error.{refusal.key}", **refusal.parameters)

    # Saying

    def _say(self) -> None:
        """The question, what it builds on, and what was answered to it already, the client's view first."""
        self._say_question()
        self._say_ground()
        for one in self._line.views.values():
            told = ", ".join(question_lines.view_lines(self._texts, one))
            self._session.say("ask.walk_said", told=_as_one(told))
        if self._asked.whose not in self._line.views:
            for said in self._line.earlier(self._asked.whose)[:1]:
                told = next(question_lines.view_lines(self._texts, said.answer))
                number = self._texts("question.round_of", number=said.round_number)
                self._session.say("ask.walk_before", told=_as_one(f"{number}, {told}"))

    def _say_question(self) -> None:
        question = self._line.question.plain if self.plain else self._line.question.question
        number, count = self._line.number, len(self._page.lines)
        self._session.say("ask.walk_question", number=number, questions=count, question=question)

    def _say_otherwise(self) -> None:
        self.plain = not self.plain
        self._say_question()

    def _say_ground(self) -> None:
        """What was answered to the question on which this one builds."""
        builds_on = self._line.question.builds_on
        ground = next((one for one in self._page.lines if one.question.id == builds_on), None)
        held = ground.views.get(self._asked.whose) if ground else None
        if ground and held and held.text:
            key = "ask.walk_builds_on" if self._asked.whose is Whose.CLIENT else "ask.walk_builds_on_other"
            self._session.say(key, question=ground.question.name, text=_as_one(held.text))

    def _help(self) -> None:
        for prompt in self._line.question.prompts:
            self._session.say("ask.walk_prompt", prompt=prompt)
        for word in Word:
            typed = self._texts(f"word.walk.{word}").partition(", ")[0]
            self._session.say(f"ask.walk_deed.{word}", word=typed)


def _as_one(text: str) -> str:
    """The further lines of a longer text stand indented, so that they read as one."""
    return text.replace("\n", "\n  ")
