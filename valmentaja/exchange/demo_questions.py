"""What the demo's clients and those around them said to the question sets, round by round, and what came of it."""

from collections.abc import Iterator
from functools import partial

from valmentaja.exchange.demo_book import DemoBook, Event, Table, Turn, rows
from valmentaja.model.answer import AnswerState, Whose
from valmentaja.model.step import Owner
from valmentaja.model.wish import WishPlace
from valmentaja.store.answer_deeds import agree_step_from_answer, strength_from_answer, wish_from_answer
from valmentaja.store.answers import Asked, say_answer
from valmentaja.store.clients import client
from valmentaja.store.question_rounds import begin_round, rounds_of
from valmentaja.store.steps import StepWords, finish_step


def questions(demo: DemoBook) -> Iterator[Event]:
    """Everything of it, in no order. An answer is of its round's day, unless it was given on a later one."""
    for told in rows("questions", "round"):
        began_on = demo.day(told["on"])
        yield Event(began_on, Turn.ROUND, partial(_begin, demo, told))
        for answer in told["answer"]:
            ids: list[int] = []
            said_on = demo.day(answer["on"]) if "on" in answer else began_on
            yield Event(said_on, Turn.ANSWER, partial(_say, demo, told, answer))
            yield Event(said_on, Turn.CAME_OF, partial(_come_of, demo, told, answer, ids))
            if "done" in answer.get("step", ()):
                done_on = demo.day(answer["step"]["done"])
                yield Event(done_on, Turn.STEP_DONE, partial(_finish, demo, ids))


def _begin(demo: DemoBook, told: Table) -> None:
    """The first round begins by itself with what is said first."""
    client_id = demo.clients[told["client"]]
    if rounds_of(demo.book, client_id, told["set"]):
        begin_round(demo.book, client_id, told["set"], demo.clock.day)


def _say(demo: DemoBook, told: Table, answer: Table) -> None:
    say_answer(
        demo.book,
        Asked(demo.clients[told["client"]], _question(told, answer), Whose(answer.get("whose", "client"))),
        today=demo.clock.day,
        state=AnswerState(answer.get("state", "answered")),
        text=demo.said(answer.get("text")),
        find_out_how=demo.said(answer.get("how")),
        find_out_on=demo.day(answer["by"]) if "by" in answer else None,
    )


def _question(told: Table, answer: Table) -> str:
    return f"{told['set']}.{answer['to']}"


def _come_of(demo: DemoBook, told: Table, answer: Table, ids: list[int]) -> None:
    """The step, the wish and the strength that came of an answer; the step's id is put in `ids`."""
    book, today = demo.book, demo.clock.day
    who, question = client(book, demo.clients[told["client"]]), _question(told, answer)
    if "step" in answer:
        step = answer["step"]
        words = StepWords(demo.said(step["text"]), demo.day(step["due"]), today, Owner(step["owner"]))
        ids.append(agree_step_from_answer(book, who, question, words).id)
    if "wish" in answer:
        place = WishPlace(answer["wish"]["as"])
        wish_from_answer(book, who, question, demo.said(answer["wish"]["text"]), place, today)
    if "strength" in answer:
        strength_from_answer(book, who, question, demo.said(answer["strength"]), today)


def _finish(demo: DemoBook, ids: list[int]) -> None:
    finish_step(demo.book, ids[0], demo.clock.day)
