"""`next` and `done`: what was agreed to happen, by when, and whose it is."""

from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.records import step_line
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.step import NextStep, Owner
from valmentaja.rules.refusals import refuse_unreminded_step
from valmentaja.store.clients import client
from valmentaja.store.employers import employer
from valmentaja.store.lookup import client_id_or_none, employer_id_or_none, kind_of
from valmentaja.store.steps import StepWords, agree_next_step, finish_step, plan_own_step
from valmentaja.texts.dates import Meaning


def agree_arguments(parser: Parser) -> None:
    """Options of `next`."""
    parser.one("about", help_key="step_about", needed=False)
    parser.words("text", help_key="step_text")
    parser.option("--on", dest="due", help_key="step_on", metavar="D")
    owners = values.listed(parser.texts, Owner, "owner")
    parser.option("--owner", help_key="owner", metavar="owner", words=owners)
    parser.flag("--own", help_key="own_step")


def agree(session: Session, options: Options) -> None:
    """A next step with a client or an employer; or something that the coach does alone."""
    line = step_line(session.book, _planned(session, options) if options.own else _agreed(session, options))
    if session.json:
        output.data(as_json.step(line))
    else:
        output.line(session.texts("step.agreed", step=lines.step(session.texts, line)))


def _agreed(session: Session, options: Options) -> NextStep:
    if options.about is None:
        raise WrongUsage("step.about_whom")
    client_id, employer_id, label = _about(session, options.about)
    if client_id is not None:
        refuse_unreminded_step(client(session.book, client_id), session.today, with_employer=False)
    words = _words(session, options, Owner.TOGETHER)
    return agree_next_step(session.book, words, about=label, client_id=client_id, employer_id=employer_id)


def _planned(session: Session, options: Options) -> NextStep:
    """The coach's own: about nobody, so that the first word belongs to what is to be done."""
    if options.about is not None:
        options.text = [options.about, *options.text]
    return plan_own_step(session.book, _words(session, options, Owner.COACH))


def _words(session: Session, options: Options, owner: Owner) -> StepWords:
    """What is to be done; on a terminal asked for as far as it was not said. The `owner` unless another is named."""
    if options.owner is not None:
        owner = values.choice(session.texts, options.owner, Owner, "owner", "--owner")
    option = session.texts("metavar.text")
    text = session.text(values.joined(options.text), ask="ask.step", option=option)
    due_on = values.asked_for(
        session,
        options.due,
        lambda typed: session.date(typed, Meaning.PLAN),
        ask="ask.step_on",
        option="--on",
    )
    return StepWords(text, due_on, session.today, owner)


def _about(session: Session, name: str) -> tuple[int | None, int | None, str]:
    """The client or employer meant. Raises CannotBeMet when the name fits one of each, or none."""
    client_id = client_id_or_none(session.book, name)
    employer_id = employer_id_or_none(session.book, name)
    if client_id is not None and employer_id is not None:
        raise CannotBeMet("name.client_and_employer", name=name, client=client_id, employer=employer_id)
    if client_id is not None:
        return client_id, None, client(session.book, client_id).label
    if employer_id is not None:
        return None, employer_id, employer(session.book, employer_id).name
    raise CannotBeMet("name.unknown", name=name)


def done_arguments(parser: Parser) -> None:
    """Options of `done`."""
    parser.one("id", help_key="step_id")
    parser.option("--date", help_key="date", metavar="D")


def done(session: Session, options: Options) -> None:
    """The step is done."""
    step_id = values.record_id(options.id)
    if kind_of(session.book, step_id) != "next_step":
        raise CannotBeMet("step.not_a_step", id=step_id)
    done_on = session.date(options.date, Meaning.RECORD)
    line = step_line(session.book, finish_step(session.book, step_id, done_on))
    if session.json:
        output.data(as_json.step(line))
        return
    texts, step = session.texts, line.step
    day, about = texts.day(done_on), lines.about(texts, line)
    output.line(texts("step.done", day=day, text=step.text, about=about, due=step.due_on, id=step.id))
