"""`client show`: all that is known of one client, read out or as JSON."""

from collections.abc import Iterator
from datetime import date

from valmentaja.cli import as_json, life_json, life_lines, lines, output
from valmentaja.cli.clients import reason_name
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.cli.shown_fields import field_shown
from valmentaja.content.phases import phase_named
from valmentaja.desks.clients import ClientPage, client_page
from valmentaja.desks.details import network_lines, service_lines
from valmentaja.model.client import Client
from valmentaja.model.phase_stay import PhaseStay
from valmentaja.rules.fields import PROFILE
from valmentaja.store.lookup import client_id_of
from valmentaja.texts import Texts
from valmentaja.texts.sentences import put_aside_sentence


def show_arguments(parser: Parser) -> None:
    """Options of `client show`."""
    parser.one("client", help_key="client")


def show(session: Session, options: Options) -> None:
    """Everything about one client that a card holds, and what has happened lately."""
    page = client_page(session.book, client_id_of(session.book, options.client), session.today)
    if session.json:
        output.data(_page_json(session, page))
    else:
        _read_out(session.texts, page, session.today)


def _page_json(session: Session, page: ClientPage) -> "output.Json":
    return {
        **life_json.client(page.client),
        "phases": [as_json.phase_stay(stay) for stay in page.phases],
        "appointments": [as_json.appointment(line) for line in page.appointments],
        "placements": [life_json.placement(line) for line in page.placements],
        "leads": [life_json.detail_of(line) for line in page.leads],
        "wishes": [life_json.detail_of(line) for line in page.details.wishes],
        "benefits": [life_json.detail_of(line) for line in page.details.benefits],
        "disclosures": [life_json.detail_of(line) for line in page.details.disclosures],
        "network": [life_json.supporter(line) for line in network_lines(session.book, page.client.id)],
        "service_periods": [
            life_json.service(line) for line in service_lines(session.book, page.client.id, session.today)
        ],
        "concerns": [life_json.detail_of(line) for line in page.details.concerns],
        "snoozed_until": as_json.day(page.snooze.until) if page.snooze else None,
        "snoozed_because": page.snooze.because if page.snooze else None,
        "next_steps": [as_json.step(line) for line in page.open_steps],
        "contacts": [as_json.client_contact(line) for line in page.contacts],
        "employer_contacts": [as_json.employer_contact(line) for line in page.employer_contacts],
        "done_steps": [as_json.step(line) for line in page.done_steps],
    }


def _read_out(texts: Texts, page: ClientPage, today: date) -> None:
    _read_card(texts, page.client)
    for stay in page.phases:
        output.labelled(phase_named(stay.phase, texts.language), _stretch(texts, stay))
    if page.snooze:
        output.line(put_aside_sentence(texts, page.snooze.until, page.snooze.because))
    for key, told in _sections(texts, page, today):
        lines.section(texts, f"section.{key}", told)


def _read_card(texts: Texts, held: Client) -> None:
    lines.card(
        texts,
        (
            ("client", held.label),
            ("code", held.code),
            ("id", held.id),
            ("start", held.start_on),
            ("phase", phase_named(held.phase, texts.language)),
            ("ended_on", held.ended_on),
            ("end_reason", reason_name(texts, held.end_reason)),
            ("carried_on_by", held.carried_on_by),
            ("phone", held.phone),
            ("email", held.email),
            ("address", held.address),
            ("best_reached", held.best_reached),
            ("contact_interval_days", held.contact_interval_days),
            ("status_at_start", _status(texts, held)),
            ("stand_in", held.stand_in),
            ("note", held.note),
            *((field.name, field_shown(texts, field, held)) for field in PROFILE),
        ),
    )


def _sections(texts: Texts, page: ClientPage, today: date) -> Iterator[tuple[str, list[str]]]:
    """What is listed, by the key of its heading."""
    yield "next_steps", [lines.step(texts, line) for line in page.open_steps]
    yield "appointments", [lines.appointment(texts, line) for line in page.appointments]
    yield "placements", [life_lines.placement(texts, line) for line in page.placements]
    yield "leads", life_lines.leads(texts, page.leads, today)
    yield "details", [life_lines.detail(texts, line) for line in page.details.all]
    yield "contacts", [lines.client_contact(texts, line) for line in page.contacts]
    yield "employer_contacts", [lines.employer_contact(texts, line) for line in page.employer_contacts]
    yield "done_steps", [lines.step(texts, line) for line in page.done_steps]


def _status(texts: Texts, held: Client) -> str | None:
    return texts(f"status_at_start.{held.status_at_start}") if held.status_at_start else None


def _stretch(texts: Texts, stay: PhaseStay) -> str:
    """From when to when, in words that can be heard."""
    if stay.left_on is None:
        return texts("phase.stay_open", entered=stay.entered_on)
    return texts("phase.stay", entered=stay.entered_on, left=stay.left_on)
