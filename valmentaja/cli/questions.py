"""`questions` and `answer`: what was asked of a client and answered, one answer kept, and the papers of it."""

from collections.abc import Iterable
from datetime import date

from valmentaja.cli import output, question_lines, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.question_meant import question_meant, set_meant, sets_listed
from valmentaja.cli.session import Session
from valmentaja.content.question_sets import question_with
from valmentaja.desks.questions import QuestionsPage, SetPage, compared, questions_page
from valmentaja.documents.questions import answers_for_client, question_sheet
from valmentaja.documents.sheet import Sheet, as_text, write_sheet
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.answer import AnswerState, Whose
from valmentaja.rules.refusals import refuse_ended
from valmentaja.store.answers import Asked, answer_now, say_answer
from valmentaja.store.clients import client
from valmentaja.store.lookup import client_id_of
from valmentaja.store.question_rounds import begin_round
from valmentaja.texts.dates import Meaning

_STATES = {
    "best_guess": AnswerState.BEST_GUESS,
    "dont_know": AnswerState.DONT_KNOW,
    "not_needed": AnswerState.NOT_NEEDED,
}
_PLANS = ("find_out", "how")


# One answer


def answer_arguments(parser: Parser) -> None:
    """Options of `answer`."""
    parser.one("client", help_key="client")
    parser.one("question_id", help_key="question")
    parser.words("text", help_key="answer_text")
    parser.flag("--best-guess", help_key="best_guess")
    parser.flag("--dont-know", help_key="dont_know")
    parser.option("--find-out", help_key="find_out", metavar="D")
    parser.option("--how", help_key="find_out_how", metavar="T")
    parser.flag("--not-needed", help_key="not_needed")
    by_option(parser)


def by_option(parser: Parser) -> None:
    """Whose view it is."""
    words = values.listed(parser.texts, Whose, "whose")
    parser.option("--by", help_key="answer_by", metavar="person", words=words)


def whose_said(session: Session, typed: str | None) -> Whose:
    """The view that was named; the client's unless said."""
    return Whose.CLIENT if typed is None else values.choice(session.texts, typed, Whose, "whose", "--by")


def answer(session: Session, options: Options) -> None:
    """Keeps what one view says to a question now, and gives the question."""
    state = _state_said(options)
    whose = whose_said(session, options.by)
    book = session.book
    held = client(book, client_id_of(book, options.client))
    question, words = question_meant(session.texts, options.question_id, options.text or [])
    refuse_ended(held, session.today)
    find_out_on = find_out_day(session, options.find_out) if options.find_out is not None else None
    asked = Asked(held.id, question, whose)
    say_answer(
        book,
        asked,
        today=session.today,
        state=state,
        text=_answer_text(session, asked, words, state),
        find_out_how=session.optional_text(options.how),
        find_out_on=find_out_on,
    )
    _tell_kept(session, asked)


def _state_said(options: Options) -> AnswerState:
    """In which state the answer is. Raises WrongUsage where two are given, or a plan to find out what is known."""
    states = [name for name in _STATES if getattr(options, name)]
    plans = [name for name in _PLANS if getattr(options, name) is not None]
    clash = [name for name in states if name != "dont_know"] if plans else []
    if len(states) > 1 or clash:
        given = ", ".join(f"--{name.replace('_', '-')}" for name in (*states, *plans))
        raise WrongUsage("answer.contradicting", options=given)
    if plans:
        return AnswerState.DONT_KNOW
    return _STATES[states[0]] if states else AnswerState.ANSWERED


def find_out_day(session: Session, typed: str) -> date:
    """The day on which something is found out together. Raises CannotBeMet for one that is over."""
    day = session.date(typed, Meaning.PLAN)
    if day < session.today:
        raise CannotBeMet("answer.find_out_past", day=day)
    return day


def _answer_text(session: Session, asked: Asked, words: list[str], state: AnswerState) -> str | None:
    """The words of the answer, asked for where the state needs some and there are none yet."""
    typed = values.joined(words)
    if typed is None and state in (AnswerState.DONT_KNOW, AnswerState.NOT_NEEDED):
        return None
    now = answer_now(session.book, asked)
    if typed is None and state is AnswerState.BEST_GUESS and now is not None and now.text is not None:
        return None  # what was answered already turns out to be a guess
    if typed is None and session.on_terminal():
        output.sentence(question_with(asked.question, session.texts.language).question)
    text = session.text(typed, ask="ask.answer", option=session.texts("metavar.text"))
    if not text.strip():
        raise CannotBeMet("text.empty")
    return text


def _tell_kept(session: Session, asked: Asked) -> None:
    page = questions_page(session.book, session.texts.language, asked.client_id, session.today)
    held, line = page.set_page(asked.question_set), page.line(asked.question)
    if session.json:
        output.data(question_lines.question_json(held, line))
        return
    said = line.views[asked.whose]
    kept = session.texts(
        "answer.kept",
        client=page.client.label,
        question_set=held.questions.name,
        number=line.number,
        question=line.question.name,
        state=session.texts(f"answer_state.{said.state}"),
    )
    output.line(kept)
    for told in question_lines.view_lines(session.texts, said):
        output.line(f"  {told}".replace("\n", "\n    "))


# The sets


def show_arguments(parser: Parser) -> None:
    """Options of `questions`."""
    parser.one("client", help_key="client")
    set_argument(parser)
    parser.flag("--to-find-out", help_key="only_to_find_out")
    parser.flag("--new-round", help_key="new_round")
    parser.flag("--compare", help_key="compare")
    parser.flag("--copy", help_key="copy")
    parser.flag("--empty", help_key="empty")
    parser.option("--to", help_key="questions_to", metavar="FILE")
    parser.flag("--plain", help_key="plain")


def set_argument(parser: Parser) -> None:
    """The set, which needs no quotes."""
    parser.words("set", help_key="question_set")


def show(session: Session, options: Options) -> None:
    """The questions of a client, in one set or in all; what waits, a new round, what changed, or a paper."""
    _refuse_several(options)
    book, texts = session.book, session.texts
    client_id = client_id_of(book, options.client)
    typed = values.joined(options.set or [])
    set_id = set_meant(texts, typed) if typed is not None else None
    if (options.new_round or options.compare) and set_id is None:
        raise WrongUsage("question.which_set", sets=sets_listed(texts))
    begun = begin_round(book, client_id, set_id, session.today) if options.new_round and set_id else None
    page = questions_page(book, texts.language, client_id, session.today)
    sets = (page.set_page(set_id),) if set_id is not None else page.sets
    plain = options.plain or bool(page.client.plain_wording)
    if options.copy or options.empty or options.to is not None:
        _tell_paper(session, _paper(session, options, page, sets, plain=plain), options)
    elif options.compare:
        _tell_compared(session, page, sets[0])
    elif options.to_find_out:
        _tell_waiting(session, page, sets)
    elif begun is not None and not session.json:
        name = sets[0].questions.name
        output.line(
            texts("question.round_begun", number=begun.number, client=page.client.label, question_set=name)
        )
    else:
        _tell_sets(session, sets, whole=set_id is not None, plain=plain)


def _refuse_several(options: Options) -> None:
    """Each of these is another answer. Raises WrongUsage where two are asked for."""
    named = [
        name for name in ("to_find_out", "new_round", "compare", "copy", "empty") if getattr(options, name)
    ]
    if options.to is not None and not {"copy", "empty"} & set(named):
        named.append("to")
    if len(named) > 1:
        given = ", ".join(f"--{name.replace('_', '-')}" for name in named)
        raise WrongUsage("answer.contradicting", options=given)


def _tell_sets(session: Session, sets: Iterable[SetPage], *, whole: bool, plain: bool) -> None:
    if session.json:
        output.data([question_lines.question_json(held, line) for held in sets for line in held.lines])
        return
    for place, held in enumerate(sets):
        if place:
            output.line()
        for told in question_lines.set_lines(session.texts, held, whole=whole, plain=plain):
            output.line(told)


def _tell_waiting(session: Session, page: QuestionsPage, sets: tuple[SetPage, ...]) -> None:
    waiting = question_lines.waiting_questions(page, sets)
    if session.json:
        found = {line.id: (page.set_page(held.question_set), line) for line, held in waiting}
        output.data([question_lines.question_json(held, line) for held, line in found.values()])
        return
    for line, held in waiting:
        for told in question_lines.waiting_lines(session.texts, line, held):
            output.line(told)
    if not waiting:
        output.line(session.texts("question.nothing_waits"))


def _tell_compared(session: Session, page: QuestionsPage, held: SetPage) -> None:
    lines = compared(session.book, held, page.client.id)
    if not lines:
        raise CannotBeMet("question.one_round", question_set=held.questions.name)
    if session.json:
        output.data([question_lines.compared_json(held, one) for one in lines])
        return
    for told in question_lines.compared_lines(session.texts, page.client.label, held, lines):
        output.line(told)


# On paper


def _paper(
    session: Session, options: Options, page: QuestionsPage, sets: tuple[SetPage, ...], *, plain: bool
) -> Sheet:
    """The empty form, or the client's copy."""
    if options.empty:
        return question_sheet([one.questions for one in sets], session.texts, plain=plain)
    return answers_for_client(page, sets, session.texts, session.today, plain=plain)


def _tell_paper(session: Session, sheet: Sheet, options: Options) -> None:
    """The paper is told, or written to a file."""
    if options.to is not None:
        written = write_sheet(sheet, options.to, session.texts.language, session.home)
        if session.json:
            output.data({"written": [written]})
        else:
            output.line(session.texts("sheet.written", file=written))
    elif session.json:
        output.data(_sheet_json(sheet))
    else:
        output.line(as_text(sheet).rstrip("\n"))
    if not options.empty:
        session.say("question.copy_said")


def _sheet_json(sheet: Sheet) -> "output.Json":
    parts: list[output.Json] = [
        {"name": one.name, "text": one.text, "note": one.note, "lines": one.lines} for one in sheet.parts
    ]
    return {"title": sheet.title, "parts": parts}
