"""Question sets against a simple model: whatever is said in whichever order, in two windows, with undo and redo.

The model is a list of what was said. It knows no tables and no journal; what each change made of it is kept whole.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.store.workbooks import TODAY, Rows, aino, day, everything, opened, plain_home
from valmentaja.desks.questions import QuestionsPage, questions_page
from valmentaja.errors import CannotBeMet
from valmentaja.model.answer import TOLD, Answer, AnswerState, Whose
from valmentaja.rules.questions import SaidNow, in_state, said_in, with_words
from valmentaja.store.answer_deeds import agree_step_from_answer, strength_from_answer, wish_from_answer
from valmentaja.store.answers import Asked, plan_finding_out, say_answer
from valmentaja.store.caseload import client_facts
from valmentaja.store.checking import refuse_damage
from valmentaja.store.clients import client
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.question_rounds import begin_round
from valmentaja.store.steps import StepWords
from valmentaja.store.workbook import Workbook

SETS = ("job_search", "doing_work")
QUESTIONS = ("job_search.thoughts", "job_search.obstacles", "doing_work.why_suits")
DONT_KNOW = AnswerState.DONT_KNOW

ASKED = st.builds(Asked, st.just(0), st.sampled_from(QUESTIONS), st.sampled_from([Whose.CLIENT, Whose.CLOSE]))
WORDS = st.sampled_from(["", "ehkä keittiö", "en halua", "selvisi", "😀 rivi\ntoinen"])
STATES = st.sampled_from(AnswerState)
PLANS = st.tuples(st.sampled_from([None, "Kela", "kysy siskolta"]), st.sampled_from([None, 0, 3, 8]))

Readable = tuple[int, str, Whose, SaidNow]


@dataclass(eq=False)
class Said:
    """What one view said to a question in a round, and what had waited until this came in its place."""

    number: int
    question: str
    whose: Whose
    said: SaidNow
    said_on: date
    settled_on: date | None = None
    instead_of: "Said | None" = None

    @property
    def readable(self) -> Readable:
        return (self.number, self.question, self.whose, self.said)


@dataclass
class Model:
    """What should be readable. `rounds`: how many were begun of each set; `left`: what earlier ones were left with."""

    rounds: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SETS, 0))
    all: list[Said] = field(default_factory=list)
    left: set[Readable] = field(default_factory=set)
    lists: dict[date, list[tuple[str | None, date]]] = field(default_factory=dict)

    def of(self, asked: Asked) -> list[Said]:
        return [one for one in self.all if (one.question, one.whose) == (asked.question, asked.whose)]

    def standing(self, asked: Asked) -> Said | None:
        newest = self.rounds[asked.question_set]
        return next((one for one in self.of(asked) if one.number == newest and one.settled_on is None), None)

    def waiting(self, asked: Asked) -> Said | None:
        open_ones = [one for one in self.of(asked) if one.said.state is DONT_KNOW and one.settled_on is None]
        assert len(open_ones) <= 1
        return next(iter(open_ones), None)

    def replaced(self, one: Said | None, today: date) -> Said | None:
        before = one.instead_of if one is not None else None
        return before if before is not None and before.settled_on == today else None

    def planned(self, asked: Asked, today: date) -> tuple[str | None, date | None]:
        """The plan that a "don't know" takes up again, when it has none of its own."""
        now = self.standing(asked)
        before = self.replaced(now, today) if now is not None else self.waiting(asked)
        return (before.said.find_out_how, before.said.find_out_on) if before is not None else (None, None)

    def say(self, asked: Asked, said: SaidNow, today: date) -> bool:
        """Whether anything was said anew."""
        before = self.standing(asked)
        if said == (before.said if before is not None else SaidNow()):
            return False
        if before is None:
            self._add(asked, said, today, self.waiting(asked))
        elif said.is_nothing and (not self._stays(before, said, today) or self._tells_again(before, today)):
            self._take_away(before, today)
        elif self._stays(before, said, today):
            before.settled_on = today
            if not said.is_nothing:
                self._add(asked, said, today, before)
        else:
            both = {before.said.state, said.state}
            before.said, before.said_on = said, before.said_on if both == {DONT_KNOW} else today
        return True

    def _stays(self, before: Said, said: SaidNow, today: date) -> bool:
        """A "don't know" of an earlier day stays readable once it is otherwise; so does one with a plan."""
        plans = [(one.find_out_how, one.find_out_on) for one in (before.said, said)]
        if before.said.state is not DONT_KNOW:
            return False
        if said.state is DONT_KNOW:
            return before.said_on < today and plans[0] != plans[1]
        return before.said_on < today or plans[0] != (None, None)

    def _tells_again(self, one: Said, today: date) -> bool:
        before = self.replaced(one, today)
        return before is not None and one.said in (before.said, replace(before.said, text=None))

    def _take_away(self, one: Said, today: date) -> None:
        before = self.replaced(one, today)
        self.all.remove(one)
        if before is not None:
            before.settled_on = None

    def _add(self, asked: Asked, said: SaidNow, today: date, instead_of: Said | None) -> None:
        self.rounds[asked.question_set] = self.rounds[asked.question_set] or 1
        if instead_of is not None:
            instead_of.settled_on = today
        number = self.rounds[asked.question_set]
        self.all.append(Said(number, asked.question, asked.whose, said, today, None, instead_of))

    def begin(self, question_set: str) -> bool:
        """Whether a round began: none does while nothing was said in the one before."""
        newest = self.rounds[question_set]
        of_set = [one for one in self.all if one.question.startswith(f"{question_set}.")]
        if newest and not any(one.number == newest for one in of_set):
            return False
        self.left |= {one.readable for one in of_set if one.number == newest and one.settled_on is None}
        self.rounds[question_set] += 1
        return True


@dataclass(frozen=True)
class Moment:
    """The workbook between two changes."""

    model: Model
    rows: dict[str, Rows]


class QuestionsInUse(RuleBasedStateMachine):
    """Answers, plans, rounds and deeds; a day passes now and then. Every step is read from the other window."""

    @initialize()
    def open_two_windows(self) -> None:
        self.folder = TemporaryDirectory()
        self.home = plain_home(Path(self.folder.name) / "home")
        self.books = (opened(self.home), opened(self.home))
        self.book, self.other = self.books
        self.who = aino(self.book)
        self.model, self.today = Model(), TODAY
        self.behind: list[Moment] = []
        self.ahead: list[Moment] = []

    def teardown(self) -> None:
        if hasattr(self, "books"):
            try:
                self._refuse_damage()
            finally:
                for book in self.books:
                    book.close()
                self.folder.cleanup()

    def _refuse_damage(self) -> None:
        """Looked at as a command would: a window that read the search index before others wrote may not be asked."""
        with opened(self.home) as fresh:
            refuse_damage(fresh)

    def _changes(
        self, act: Callable[[Workbook], object], model: Callable[[Model], bool] | None = None
    ) -> None:
        """One change in one of the windows, or none, as the model says."""
        before = Moment(deepcopy(self.model), everything(self.book))
        if model is not None and not model(self.model):
            newest = changes(self.book, 1)
            act(self.book)
            assert changes(self.book, 1) == newest
            assert everything(self.book) == before.rows
            return
        act(self.book)
        self.behind.append(before)
        self.ahead.clear()
        self.book, self.other = self.other, self.book

    def _asked(self, asked: Asked) -> Asked:
        return replace(asked, client_id=self.who.id)

    @rule(asked=ASKED, text=WORDS)
    def words_are_said(self, asked: Asked, text: str) -> None:
        self._say(asked, text)

    def _say(self, asked: Asked, text: str) -> None:
        now = self.model.standing(asked)
        said = with_words(now.said if now is not None else SaidNow(), text or None)
        self._changes(
            lambda book: say_answer(book, self._asked(asked), today=self.today, text=text),
            lambda model: model.say(asked, said, self.today),
        )

    @rule(asked=ASKED, state=STATES)
    def a_state_is_chosen(self, asked: Asked, state: AnswerState) -> None:
        self._choose(asked, state)

    @rule(asked=ASKED, state=STATES, times=st.integers(1, 2))
    def a_slip_of_the_key_is_taken_back(self, asked: Asked, state: AnswerState, times: int) -> None:
        for _ in range(times):
            if state in TOLD:
                self._say(asked, "väärä rivi")
            self._choose(asked, state)
            self._say(asked, "")
            self._choose(asked, AnswerState.OPEN)

    def _choose(self, asked: Asked, state: AnswerState) -> None:
        now = self.model.standing(asked)
        before = now.said if now is not None else SaidNow()
        said = in_state(before, state)
        if said.state is DONT_KNOW and before.state is not DONT_KNOW:
            how, on = self.model.planned(asked, self.today)
            said = replace(said, find_out_how=how, find_out_on=on)
        self._changes(
            lambda book: say_answer(book, self._asked(asked), today=self.today, state=state),
            lambda model: model.say(asked, said, self.today),
        )

    @rule(asked=ASKED, plan=PLANS)
    def it_is_to_be_found_out(self, asked: Asked, plan: tuple[str | None, int | None]) -> None:
        how, on = plan[0], self.today + timedelta(days=plan[1]) if plan[1] is not None else None
        now = self.model.standing(asked)
        said = SaidNow(DONT_KNOW, now.said.text if now is not None else None, how, on)
        self._changes(
            lambda book: plan_finding_out(book, self._asked(asked), how, on, today=self.today),
            lambda model: model.say(asked, said, self.today),
        )

    @rule(question_set=st.sampled_from(SETS))
    def a_round_begins(self, question_set: str) -> None:
        if not deepcopy(self.model).begin(question_set):
            with pytest.raises(CannotBeMet, match=r"^question\.round_empty$"):
                begin_round(self.book, self.who.id, question_set, self.today)
            return
        self._changes(
            lambda book: begin_round(book, self.who.id, question_set, self.today),
            lambda model: model.begin(question_set),
        )

    @rule(question=st.sampled_from(QUESTIONS), which=st.integers(0, 2))
    def something_comes_of_an_answer(self, question: str, which: int) -> None:
        who = client(self.book, self.who.id)
        words = StepWords("kysy", day(3), TODAY)
        self._changes(
            (
                lambda book: agree_step_from_answer(book, who, question, words),
                lambda book: wish_from_answer(book, who, question, "keittiö", None, self.today),
                lambda book: strength_from_answer(book, who, question, "huomaa", self.today),
            )[which]
        )

    @rule()
    def a_day_passes(self) -> None:
        self.model.lists[self.today] = self._list_of(self.today)
        self.today += timedelta(days=1)

    @rule(times=st.integers(1, 3))
    def the_newest_changes_are_taken_back(self, times: int) -> None:
        for _ in range(min(times, len(self.behind))):
            self.ahead.append(Moment(self.model, everything(self.other)))
            undo(self.book)
            self._is_as_at(self.behind.pop())

    @rule(times=st.integers(1, 3))
    def what_was_taken_back_is_done_again(self, times: int) -> None:
        for _ in range(min(times, len(self.ahead))):
            self.behind.append(Moment(self.model, everything(self.other)))
            redo(self.book)
            self._is_as_at(self.ahead.pop())

    def _is_as_at(self, moment: Moment) -> None:
        assert everything(self.other) == moment.rows
        self.model = moment.model

    @precondition(lambda self: len(self.behind) > 1)
    @rule(back=st.integers(2, 9))
    def an_older_change_is_taken_back_and_done_again_or_refused(self, back: int) -> None:
        standing = [one for one in changes(self.book, 200) if not one.undone and one.what != "client_added"]
        wanted, before = standing[min(back, len(standing)) - 1], everything(self.book)
        if self._taken_back(wanted.id):
            self._refuse_damage()
            self._page()
            assert redo(self.book).id == wanted.id
        assert everything(self.book) == before

    def _taken_back(self, change_id: int) -> bool:
        try:
            return undo(self.book, change_id).id == change_id
        except CannotBeMet as refused:
            return refused.key not in {"undo.later_change", "undo.in_use"}

    def _page(self) -> QuestionsPage:
        return questions_page(self.other, "fi", self.who.id, self.today)

    def _list_of(self, on: date) -> list[tuple[str | None, date]]:
        """What the list of a day tells of finding out."""
        (facts,) = client_facts(self.other, on)
        return [(one.find_out_how, one.find_out_on) for one in facts.find_outs if one.find_out_on]

    @invariant()
    def what_stands_and_what_stood_can_be_read(self) -> None:
        page = self._page()
        for question in QUESTIONS:
            line = page.line(question)
            now = {
                whose: said
                for whose in Whose
                if (said := self.model.standing(Asked(0, question, whose))) is not None
            }
            assert {whose: said_in(one) for whose, one in line.views.items()} == {
                whose: one.said for whose, one in now.items()
            }
            stood = [one.readable for one in self.model.all if one.question == question]
            before = [_readable(one.answer, one.round_number) for one in line.before]
            newest = self.model.rounds[question.partition(".")[0]]
            views = [_readable(one, newest) for one in line.views.values()]
            assert sorted(map(repr, [*before, *views])) == sorted(map(repr, stood))
        assert self.model.left <= {one.readable for one in self.model.all}

    @invariant()
    def one_answer_stands_to_a_question_in_each_view_and_one_waits(self) -> None:
        told = self.other.rows("SELECT question, whose, state, round_id FROM answer WHERE settled_on IS NULL")
        standing = [(row["question"], row["whose"], row["round_id"]) for row in told]
        waiting = [(row["question"], row["whose"]) for row in told if row["state"] == DONT_KNOW]
        assert len(standing) == len(set(standing))
        assert len(waiting) == len(set(waiting))
        expected = [one for one in self.model.all if one.said.state is DONT_KNOW and one.settled_on is None]
        found = [_told(one) for _, one in self._page().to_find_out]
        assert sorted(found) == sorted((one.question, one.whose) for one in expected) == sorted(waiting)

    @invariant()
    def the_rounds_are_those_begun_and_no_list_behind_has_changed(self) -> None:
        assert {one.id: len(one.rounds) for one in self._page().sets if one.rounds} == {
            one: count for one, count in self.model.rounds.items() if count
        }
        for on, told in self.model.lists.items():
            assert self._list_of(on) == told


def _readable(answer: Answer, number: int) -> Readable:
    return (number, answer.question, answer.whose, said_in(answer))


def _told(answer: Answer) -> tuple[str, str]:
    return answer.question, answer.whose


TestQuestionsInUse = QuestionsInUse.TestCase
TestQuestionsInUse.settings = settings(max_examples=40, stateful_step_count=40)
