"""`lead …`: jobs that clients may apply for, from the first word of one to the answer."""

from datetime import date, time

from valmentaja.cli import detail_answers, life_json, life_lines, output, values
from valmentaja.cli.employer_to_log import employer_to_log
from valmentaja.cli.given import field_options, given_values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.details import DetailLine, detail_line
from valmentaja.desks.leads import all_leads, leads_of_client
from valmentaja.errors import WrongUsage
from valmentaja.model.lead import Answer, Lead
from valmentaja.model.step import Owner
from valmentaja.store.clients import client
from valmentaja.store.details import Given, change_detail
from valmentaja.store.leads import add_lead
from valmentaja.store.lookup import client_id_of
from valmentaja.texts.dates import Meaning

_ADDED = ("source", "owner", "note")


def add_arguments(parser: Parser) -> None:
    """Options of `lead add`."""
    parser.one("client", help_key="client")
    parser.words("job", help_key="lead_job")
    parser.option("--employer", help_key="lead_employer", metavar="employer")
    parser.flag("--new", help_key="new")
    parser.option("--closes", help_key="lead_closes", metavar="D")
    field_options(parser, "lead", _ADDED)


def add(session: Session, options: Options) -> None:
    """A job that the client may apply for; an employer who is not known is added with it, in the same change."""
    about = client(session.book, client_id_of(session.book, options.client))
    job = session.text(values.joined(options.job), ask="ask.lead_job", option=session.texts("metavar.job"))
    given = {"owner": Owner.TOGETHER, **given_values(session, "lead", options, _ADDED), "job": job}
    if options.closes is not None:
        given["closes_on"] = session.date(options.closes, Meaning.PLAN)
    employer_id, new_employer = employer_to_log(session, options.employer, session.today, new=options.new)
    given["employer_id"] = employer_id
    added = add_lead(session.book, about, given, today=session.today, new_employer=new_employer)
    _answer(session, added, "detail.added")
    if new_employer is not None:
        session.say("lead.new_employer", name=new_employer.strip())


def _answer(session: Session, lead_id: int, key: str) -> None:
    line, held = _line(detail_line(session.book, "lead", lead_id))
    if session.json:
        output.data(life_json.lead(line, held))
    else:
        told = life_lines.lead(session.texts, line, held, session.today)
        output.line(session.texts(key, record=told))


def _line(line: DetailLine) -> tuple[DetailLine, Lead]:
    assert isinstance(line.record, Lead)
    return line, line.record


def change_arguments(parser: Parser) -> None:
    """Options of `lead set`."""
    parser.one("id", help_key="record_id")
    parser.option("--applied", help_key="lead_applied", metavar="D")
    parser.option("--interview", help_key="lead_interview", metavar="moment")
    answers = values.listed(parser.texts, Answer, "lead_answer")
    parser.option("--answer", help_key="lead_answer", metavar="answer", words=answers)


def change(session: Session, options: Options) -> None:
    """What became of the lead: applied for, an interview, an answer, which is dated today."""
    lead_id = detail_answers.id_of(session, "lead", options.id)
    given: dict[str, Given] = {}
    what = ""
    if options.applied is not None:
        what, given["applied_on"] = "lead_applied", session.date(options.applied, Meaning.RECORD)
    if options.interview is not None:
        what, (given["interview_on"], given["at"]) = "lead_interview", _interview(session, options.interview)
    if options.answer is not None:
        answer = values.choice(session.texts, options.answer, Answer, "lead_answer", "--answer")
        what, given["answer"], given["answered_on"] = "lead_answered", answer, session.today
    if not given:
        raise WrongUsage("lead.set_what")
    about = detail_line(session.book, "lead", lead_id).client
    change_detail(session.book, "lead", lead_id, given, what=what, about=about.label if about else "")
    _answer(session, lead_id, "detail.changed")


def _interview(session: Session, typed: str) -> tuple[date, time | None]:
    """Its day, and its time where that was said."""
    try:
        return values.moment(session, typed)
    except WrongUsage as failure:
        if failure.key != "moment.unreadable":
            raise
    return session.date(typed, Meaning.PLAN), None


def list_leads_arguments(parser: Parser) -> None:
    """Options of `lead list`."""
    parser.one("client", help_key="leads_of", needed=False)
    parser.flag("--all", help_key="leads_all")


def list_leads(session: Session, options: Options) -> None:
    """The leads of a client, or of all clients: those that wait for an answer, with --all the answered ones too."""
    if options.client is not None:
        found = leads_of_client(session.book, client_id_of(session.book, options.client))
    else:
        found = all_leads(session.book)
    held = [one for one in map(_line, found) if options.all or one[1].is_open]
    if session.json:
        output.data([life_json.lead(line, lead) for line, lead in held])
        return
    for line, lead in held:
        output.line(life_lines.lead(session.texts, line, lead, session.today))
    if not held:
        output.line(session.texts("lead.none_open" if found else "lead.none"))
