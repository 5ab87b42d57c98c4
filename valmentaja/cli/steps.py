"""`next` and `done`: what was agreed to happen, by when, and whose it is."""

from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.records import step_line
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.step import NextStep, Owner
from valmentaja.store.clients import client
from valmentaja.store.employers import employer
from valmentaja.store.lookup import client_id_or_none, employer_id_or_none, kind_of
from valmentaja.store.steps import StepWords, agree_next_step, finish_step
from valmentaja.texts.dates import Meaning


def agree_arguments(parser: Parser) -> None:
    """Options of `next`."""
    parser.one("about", help_key="step_about", metavar="CLIENT|EMPLOYER")
    parser.words("text", help_key="step_text")
    parser.option("--on", dest="due", help_key="step_on", metavar="D")
    parser.option("--owner", help_key="owner", words=Owner)


def agree(session: Session, options: Options) -> None:
    """A next step with a client or an employer."""
    client_id, employer_id, label = _about(session, options.about)
    if options.due is None:
        raise WrongUsage("argument.missing", option="--on")
    words = StepWords(
        text=session.text(values.joined(options.text), ask="ask.step", option="TEXT"),
        due_on=session.date(options.due, Meaning.PLAN, "--on"),
        owner=values.choice(options.owner, Owner, "--owner") if options.owner is not None else Owner.TOGETHER,
    )
    step = agree_next_step(session.book, words, about=label, client_id=client_id, employer_id=employer_id)
    _answer(session, step, "step.agreed")


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


def _answer(session: Session, step: NextStep, key: str) -> None:
    line = step_line(session.book, step)
    if session.json:
        output.data(as_json.step(line))
    else:
        output.line(session.texts(key, step=lines.step(session.texts, line)))


def done_arguments(parser: Parser) -> None:
    """Options of `done`."""
    parser.one("id", help_key="step_id")
    parser.option("--date", help_key="date", metavar="D")


def done(session: Session, options: Options) -> None:
    """The step is done."""
    step_id = values.record_id(options.id)
    if kind_of(session.book, step_id) != "next_step":
        raise CannotBeMet("step.not_a_step", id=step_id)
    step = finish_step(session.book, step_id, session.date(options.date, Meaning.RECORD, "--date"))
    _answer(session, step, "step.done")
