"""What is done with an employer more seldom: merging, archiving, people, a need for another coach."""

from valmentaja.cli import as_json, detail_answers, output, values
from valmentaja.cli.given import field_options, given_values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.cli.sheets import answer_sheet
from valmentaja.documents.need import need as need_sheet
from valmentaja.errors import CannotBeMet
from valmentaja.model.employer import Employer
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.store.details import add_detail, details_of
from valmentaja.store.employer_merging import merge_employers
from valmentaja.store.employers import archive_employer, employer
from valmentaja.store.lookup import employer_id_of
from valmentaja.texts.sorting import name_key

_PERSON = ("role", "phone", "email", "note")


def merge_arguments(parser: Parser) -> None:
    """Options of `employer merge`."""
    parser.one("employer", help_key="merge_stays")
    parser.one("other", help_key="merge_goes")


def merge(session: Session, options: Options) -> None:
    """Two that are one become one: everything of the second goes over to the first."""
    kept_id = employer_id_of(session.book, options.employer)
    other = employer(session.book, employer_id_of(session.book, options.other))
    kept = merge_employers(session.book, kept_id, other.id)
    if session.json:
        output.data(as_json.employer(kept))
        return
    texts = session.texts
    output.line(texts("employer.merged", name=kept.name, id=kept.id, other=other.name, other_id=other.id))


def archive_arguments(parser: Parser) -> None:
    """Options of `employer archive`."""
    parser.words("employer", help_key="employer")
    parser.flag("--back", help_key="archive_back")


def archive(session: Session, options: Options) -> None:
    """Takes an employer out of the lists, with the history kept; or brings it back."""
    option = session.texts("metavar.employer")
    name = session.text(values.joined(options.employer), ask="ask.employer_name", option=option)
    day = None if options.back else session.today
    held = archive_employer(session.book, employer_id_of(session.book, name), day)
    if session.json:
        output.data(as_json.employer(held))
    else:
        key = "employer.brought_back" if options.back else "employer.is_archived"
        output.line(session.texts(key, name=held.name, id=held.id))


def add_person_arguments(parser: Parser) -> None:
    """Options of `employer person add`."""
    parser.one("employer", help_key="employer")
    parser.words("name", help_key="person_name")
    field_options(parser, "employer_person", _PERSON)
    parser.flag("--new", help_key="person_new")


def add_person(session: Session, options: Options) -> None:
    """Someone at an employer's: who they are there, and how they are reached."""
    held = employer(session.book, employer_id_of(session.book, options.employer))
    option = session.texts("metavar.name")
    name = session.text(values.joined(options.name), ask="ask.person_name", option=option)
    if not options.new:
        _refuse_namesake(session, held, name)
    given = {**given_values(session, "employer_person", options, _PERSON), "name": name}
    added = add_detail(session.book, "employer_person", owner_id=held.id, about=held.name, values=given)
    detail_answers.answer(session, "employer_person", added)


def _refuse_namesake(session: Session, held: Employer, name: str) -> None:
    """Raises CannotBeMet where somebody of that name is there already."""
    for one in details_of(session.book, EmployerPerson, held.id):
        if name_key(one.name) == name_key(name):
            known = ", ".join(filter(None, (one.role, session.texts("record.number", id=one.id))))
            raise CannotBeMet("person.there", name=one.name, known=known, id=one.id)


def need_arguments(parser: Parser) -> None:
    """Options of `employer need`."""
    parser.words("employer", help_key="employer")
    parser.option("--to", help_key="need_to", metavar="FILE")


def need(session: Session, options: Options) -> None:
    """What an employer needs, as text for another coach, without a word of a client: told, or written to a file."""
    option = session.texts("metavar.employer")
    name = session.text(values.joined(options.employer), ask="ask.employer_name", option=option)
    held = employer(session.book, employer_id_of(session.book, name))
    answer_sheet(session, need_sheet(held, session.texts), options.to)
    session.say("sheet.need_said")
