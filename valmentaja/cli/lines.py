"""Records as plain lines, read aloud as they stand: a label, a colon, the value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from valmentaja import TYPE_CHECKING
from valmentaja.cli import output
from valmentaja.texts.shown import LONGEST_NAMED, one_line

if TYPE_CHECKING:
    from datetime import date

    from valmentaja.desks.appointments import AppointmentLine, GroupLine
    from valmentaja.desks.records import ClientContactLine, EmployerContactLine, StepLine
    from valmentaja.model.client import Client
    from valmentaja.model.diary import DiaryEntry
    from valmentaja.model.employer import Employer
    from valmentaja.model.step import NextStep
    from valmentaja.rules.tally import Tally
    from valmentaja.store.workbook import Workbook
    from valmentaja.texts import Showable, Texts


def card(texts: Texts, fields: Iterable[tuple[str, Showable | None]]) -> None:
    """A record as labelled lines: the label is the text `field.<name>`; what is not known is left out."""
    for name, value in fields:
        if value is not None and value != "":
            output.labelled(texts(f"field.{name}"), texts("format.value", value=value))


def client_label(texts: Texts, client: Client) -> str:
    """The client's name with the code, or the code only."""
    return texts("client.label", name=client.name, code=client.code) if client.name else client.code


def employer_contact(
    texts: Texts, line: EmployerContactLine, say_day: Callable[[date], str] | None = None
) -> str:
    """An employer contact in one line; `say_day` puts its day in words, otherwise it is the bare date."""
    return _numbered(texts, line, _employer_contact_told(texts, line, _with_whom(texts, line), say_day))


def employer_contact_told(
    texts: Texts, line: EmployerContactLine, with_whom: str, say_day: Callable[[date], str]
) -> str:
    """As `employer_contact`, of a contact that has no number yet, with whoever is named."""
    return _employer_contact_told(texts, line, with_whom or _with_whom(texts, line), say_day)


def _with_whom(texts: Texts, line: EmployerContactLine) -> str:
    return line.employer.name if line.employer else texts("contact.unnamed")


def _employer_contact_told(
    texts: Texts, line: EmployerContactLine, with_whom: str, say_day: Callable[[date], str] | None
) -> str:
    contact = line.contact
    parts = [
        with_whom,
        *((contact.who,) if contact.who else ()),
        texts(f"way.{contact.way}"),
        *_spent(texts, contact.minutes),
        *((texts(f"purpose.{contact.purpose}"),) if contact.purpose else ()),
        *_for_client(texts, line),
        *_made_by(texts, line),
    ]
    return _dated(texts, line, parts, say_day or texts.date)


def _made_by(texts: Texts, line: EmployerContactLine) -> tuple[str, ...]:
    """Who took the contact, where it was not the coach."""
    maker = line.contact.made_by
    return () if maker == "coach" else (texts("contact.made_by", maker=texts(f"made_by.{maker}")),)


def _for_client(texts: Texts, line: EmployerContactLine) -> tuple[str, ...]:
    if line.client is None:
        return ()
    key = "contact.client_present" if line.contact.present else "contact.client"
    return (texts(key, client=line.client.label),)


def client_contact(
    texts: Texts, line: ClientContactLine, say_day: Callable[[date], str] | None = None
) -> str:
    """A client contact in one line; `say_day` as in `employer_contact`."""
    contact = line.contact
    parts = [
        ", ".join(client.label for client in line.clients),
        texts(f"client_way.{contact.way}"),
        *(() if contact.reached else (texts("contact.not_reached"),)),
        *_spent(texts, contact.minutes),
        *((contact.topic,) if contact.topic else ()),
    ]
    return _numbered(texts, line, _dated(texts, line, parts, say_day or texts.date))


def _spent(texts: Texts, minutes: int | None) -> tuple[str, ...]:
    return () if minutes is None else (texts("contact.minutes", minutes=minutes),)


def _dated(
    texts: Texts,
    line: EmployerContactLine | ClientContactLine,
    parts: Iterable[str],
    say_day: Callable[[date], str],
) -> str:
    day = say_day(line.contact.day)
    at = line.contact.at
    when = texts("contact.at", day=day, clock=at) if at else day
    return f"{when}: {', '.join(parts)}"


def _numbered(texts: Texts, line: EmployerContactLine | ClientContactLine, told: str) -> str:
    """With the number of the record, and under it what came of it and the note."""
    in_one = f"{told} ({texts('record.number', id=line.contact.id)})"
    outcome = getattr(line.contact, "outcome", None)
    said = (texts("detail.field", field=texts("field.outcome"), value=outcome),) if outcome else ()
    return "\n".join((in_one, *said, *filter(None, (line.contact.note,)))).replace("\n", "\n  ")


def appointment(texts: Texts, line: AppointmentLine, when: str | None = None) -> str:
    """An appointment in one line, with what became of it; `when` stands in place of its day and time."""
    held = line.appointment
    parts = [
        *(one.label for one in line.clients),
        *((texts("appointment.group", group=line.group.name),) if line.group and line.group.name else ()),
        texts(f"client_way.{held.way}"),
        *_spent(texts, held.minutes),
        *((line.employer.name,) if line.employer else ()),
        *(part for part in (held.place, held.about) if part),
        *((texts("appointment.guests", guests=held.guests),) if held.guests else ()),
        *((texts(f"outcome.{held.outcome}"),) if held.outcome else ()),
    ]
    when = when or texts("contact.at", day=texts.whole_day(held.day), clock=held.at)
    return f"{when}: {', '.join(parts)} ({texts('record.number', id=held.id)})".replace("\n", "\n  ")


def group(texts: Texts, line: GroupLine) -> str:
    """A group in one line, with who takes part in it."""
    held = line.group
    parts = [
        ", ".join(one.label for one in line.clients) or texts("group.empty"),
        *((texts("group.co_led_by", who=held.co_led_by),) if held.co_led_by else ()),
        *((texts("group.ended", day=held.ended_on),) if held.ended_on else ()),
    ]
    return f"{held.name}: {', '.join(parts)} ({texts('record.number', id=held.id)})"


def step(texts: Texts, line: StepLine) -> str:
    """A next step in one line, by the day it is agreed for, or by the day it was done."""
    return texts(
        "step.done_line" if line.step.done_on else "step.line",
        about=about(texts, line),
        text=line.step.text,
        due=line.step.due_on,
        owner=texts(f"owner.{line.step.owner}"),
        done=line.step.done_on or "",
        id=line.step.id,
    )


def about(texts: Texts, line: StepLine) -> str:
    """Whom a next step is about; the coach's own work where it is about nobody else."""
    client = (line.client.label,) if line.client else ()
    employer = (line.employer.name,) if line.employer else ()
    return ", ".join((*client, *employer)) or texts("about.self")


def say_ended(texts: Texts, clients: Iterable[Client | None], day: date) -> None:
    """Says of those whose coaching has ended by the day that it has: what was done about them is kept nevertheless."""
    for client in clients:
        if client and client.ended_on and client.has_ended(day):
            output.sentence(texts("client.has_ended", name=client.label, ended=client.ended_on))


def say_open_steps(texts: Texts, steps: Collection[NextStep]) -> None:
    """Names the steps that an ended cooperation leaves open: they leave the list with the client."""
    if steps:
        named = [
            f"{one_line(step.text, LONGEST_NAMED)} ({texts('record.number', id=step.id)})" for step in steps
        ]
        output.sentence(texts.counted("client.steps_left", len(named), steps=", ".join(named)))


def say_namesakes(texts: Texts, name: str, ids: Iterable[int]) -> None:
    """Says which records had the name of a new one already, and how to take the new one back."""
    numbers = [texts("record.number", id=one) for one in ids]
    if numbers:
        output.sentence(texts("record.namesakes", name=name, others=texts.sentence_list(numbers)))


def say_nearly_called(book: Workbook, texts: Texts, held: Employer) -> None:
    """Says who is called nearly as an employer that was just given its name, and how the two become one."""
    from valmentaja.desks.employer_meant import (
        nearly_called,  # seldom: a contact with a new one asks by itself
    )

    others = [one for one in nearly_called(book, held.name) if one.id != held.id]
    if others:
        told = [texts("record.numbered", name=one.name, id=one.id) for one in others]
        said = texts(
            "employer.nearly_called", others=texts.sentence_list(told), kept=others[0].id, id=held.id
        )
        output.sentence(said)


def section(texts: Texts, key: str, entries: list[str]) -> None:
    """Entries under a heading that says how many there are; nothing when there are none."""
    if entries:
        output.line()
        output.line(texts.counted(key, len(entries)))
        for entry in entries:
            output.line(entry)


def diary_entry(texts: Texts, entry: DiaryEntry) -> None:
    """A day of the diary: its day, its scales, and the text under them."""
    output.labelled(texts("field.date"), texts.whole_day(entry.day))
    card(texts, (("load", entry.load), ("energy", entry.energy)))
    if entry.supervision:
        output.line(texts("diary.supervision"))
    if entry.text:
        output.line(entry.text)


def tally_line(texts: Texts, tally: Tally) -> str:
    """The week's number beside its target, in one line."""
    return texts.counted(
        "tally.short",
        tally.working_days_left,
        week=tally.week,
        done=tally.in_person,
        target=tally.target,
    )
