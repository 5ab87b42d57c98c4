"""`employer …`: the other client of the coach (method.md P7)."""

from valmentaja.cli import as_json, life_json, life_lines, lines, output, values
from valmentaja.cli.changing import answer_changed, change_named_field, fields_listed
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.details import DetailLine, detail_lines
from valmentaja.desks.employers import EmployerPage, employer_page, employers_page, relationship_told
from valmentaja.desks.leads import leads_at_employer
from valmentaja.desks.placements import PlacementLine, placement_lines_at
from valmentaja.model.employer import Employer, Sector
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.store.employer_relationship import relationship
from valmentaja.store.employers import add_employer, employer
from valmentaja.store.lookup import employer_id_of, ids_with_name
from valmentaja.texts import Texts

_IN_ITS_WORDS = (*("does", "size", "needs", "needs_ahead", "chain", "terms", "feedback", "people", "note"),)
"""What a card tells in the coach's own words."""


def add_arguments(parser: Parser) -> None:
    """Options of `employer add`."""
    parser.words("name", help_key="employer_name")
    sectors = values.listed(parser.texts, Sector, "sector")
    parser.option("--sector", help_key="sector", metavar="sector", words=sectors)
    parser.option("--industry", help_key="industry", metavar="I")
    parser.option("--town", help_key="town", metavar="town")


def add(session: Session, options: Options) -> None:
    """Takes an employer into the book."""
    option = session.texts("metavar.name")
    name = session.text(values.joined(options.name), ask="ask.employer_name", option=option)
    namesakes = ids_with_name(session.book, "employer", name)
    added = add_employer(
        session.book,
        name=name,
        sector=_sector(session.texts, options.sector),
        industry=session.optional_text(options.industry),
        town=session.optional_text(options.town),
        added_on=session.today,
    )
    if session.json:
        output.data(as_json.employer(added))
    else:
        output.line(session.texts("employer.added", employer=_line(session.texts, added)))
    lines.say_namesakes(session.texts, added.name, namesakes)
    lines.say_nearly_called(session.book, session.texts, added)


def _sector(texts: Texts, value: str | None) -> Sector | None:
    return None if value is None else values.choice(texts, value, Sector, "sector", "--sector")


def _line(texts: Texts, held: Employer) -> str:
    """An employer in one line."""
    sector = texts(f"sector.{held.sector}") if held.sector else None
    archived = texts("employer_page.archived", day=held.archived_on) if held.archived_on else None
    parts = (held.name, held.industry, held.town, sector, archived)
    known = ", ".join(part for part in parts if part)
    return f"{known} ({texts('record.number', id=held.id)})"


def list_employers_arguments(parser: Parser) -> None:
    """Options of `employer list`."""
    parser.flag("--all", help_key="employer_all")


def list_employers(session: Session, options: Options) -> None:
    """All employers, by name; with --all those in the archive too."""
    every = employers_page(session.book, archived_too=options.all)
    if session.json:
        output.data([as_json.employer(held) for held in every])
        return
    for held in every:
        output.line(_line(session.texts, held))
    texts = session.texts
    output.line(texts.counted("employer.count", len(every)) if every else texts("employer.none"))


def show_arguments(parser: Parser) -> None:
    """Options of `employer show`."""
    parser.words("employer", help_key="employer")


def show(session: Session, options: Options) -> None:
    """One employer, and the run of contacts."""
    option = session.texts("metavar.employer")
    name = session.text(values.joined(options.employer), ask="ask.employer_name", option=option)
    page = employer_page(session.book, employer_id_of(session.book, name))
    placements = placement_lines_at(session.book, page.employer.id, session.today)
    people = detail_lines(session.book, EmployerPerson, page.employer.id)
    leads = leads_at_employer(session.book, page.employer.id)
    if session.json:
        output.data(
            {
                **as_json.employer(page.employer),
                "next_steps": [as_json.step(line) for line in page.open_steps],
                "persons": [life_json.detail_of(line) for line in people],
                "placements": [life_json.placement(line) for line in placements],
                "leads": [life_json.detail_of(line) for line in leads],
                "contacts": [as_json.employer_contact(line) for line in page.contacts],
                "done_steps": [as_json.step(line) for line in page.done_steps],
            }
        )
    else:
        _tell_card(session.texts, page.employer)
        _tell_what_is_around(session, page, people, placements, leads)


def _tell_card(texts: Texts, held: Employer) -> None:
    lines.card(
        texts,
        (
            ("employer", held.name),
            ("id", held.id),
            ("state", texts(f"employer_state.{held.state}") if held.state else None),
            ("rests_until", held.rests_until),
            ("archived_on", held.archived_on),
            ("sector", texts(f"sector.{held.sector}") if held.sector else None),
            ("industry", held.industry),
            ("town", held.town),
            ("address", held.address),
            ("phone", held.phone),
            ("email", held.email),
            *((name, getattr(held, name)) for name in _IN_ITS_WORDS),
            ("added_on", held.added_on),
        ),
    )


def _tell_what_is_around(
    session: Session,
    page: EmployerPage,
    people: tuple[DetailLine, ...],
    placements: tuple[PlacementLine, ...],
    leads: tuple[DetailLine, ...],
) -> None:
    """How it has gone, then steps, people, those who work there, leads and contacts, each under its heading."""
    texts = session.texts
    told = relationship_told(texts, relationship(session.book, page.employer.id, session.today))
    if told:
        output.labelled(texts("employer.relationship"), " ".join(told))
    lines.section(texts, "section.next_steps", [lines.step(texts, line) for line in page.open_steps])
    lines.section(texts, "section.persons", life_lines.persons(texts, people))
    lines.section(texts, "section.placements", [life_lines.placement(texts, line) for line in placements])
    lines.section(texts, "section.leads", life_lines.leads(texts, leads, session.today))
    lines.section(texts, "section.contacts", [lines.employer_contact(texts, line) for line in page.contacts])
    lines.section(texts, "section.done_steps", [lines.step(texts, line) for line in page.done_steps])


def change_arguments(parser: Parser) -> None:
    """Options of `employer set`."""
    parser.one("employer", help_key="employer")
    parser.one("field", help_key="employer_field", words=fields_listed(parser.texts, "employer"))
    parser.words("value", help_key="value")


def change(session: Session, options: Options) -> None:
    """Changes one field of an employer; an empty value empties it."""
    employer_id = employer_id_of(session.book, options.employer)
    field = change_named_field(session, "employer", employer_id, options.field, options.value)
    held = employer(session.book, employer_id)
    answer_changed(session, "employer", field, about=held.name, record=as_json.employer(held))
