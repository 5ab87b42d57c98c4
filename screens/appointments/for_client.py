"""A text for the client, ready to be sent: what reminds of a booked time, or a group's times as one of them sees them.

It stands on the screen and goes to the clipboard of the terminal, which need not take it.
"""

from datetime import date

from valmentaja.desks.appointments import AppointmentLine, GroupPage, participants_copy, reminder_copy
from valmentaja.desks.reminder import reminder_language, reminder_text
from valmentaja.model.client import Client
from valmentaja.screens.appointments.words import called
from valmentaja.screens.shell.page import InWorkbench
from valmentaja.screens.shell.shown_text import ShownText
from valmentaja.texts import Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line

_CAN_NAME_ANOTHER = ("place", "about", "guests")


class ForClient(ShownText):
    """Shows the text, and has copied it."""


def reminder(page: InWorkbench[None], line: AppointmentLine) -> ForClient:
    """The text that reminds of the time, in the language that whoever takes part speaks."""
    copy, texts = reminder_copy(page.book, line, page.today), page.texts
    said = [
        texts("reminder.left_out", field=texts(f"field.{field}"))
        for field in _CAN_NAME_ANOTHER
        if getattr(line.appointment, field) != getattr(copy.appointment, field)
    ]
    spoken = Texts(reminder_language(line, texts.language))
    title = texts("for_client.reminder", name=called(line))
    return ForClient(title, reminder_text(spoken, copy), said)


def own_copy(page: InWorkbench[None], group_id: int, member: Client) -> ForClient:
    """The group's times as the client may see them: not a word of the others."""
    copy = participants_copy(page.book, group_id, member.id)
    title = page.texts("for_client.copy", name=one_line(member.label, LONGEST_NAMED))
    spoken = page.texts
    if copy.meetings:
        spoken = Texts(reminder_language(copy.meetings[0], page.texts.language))
    return ForClient(title, copy_text(spoken, copy, page.today))


def copy_text(texts: Texts, copy: GroupPage, today: date) -> str:
    """The group by its name, who leads it too, and the times to come."""
    held = copy.line.group
    ahead = [one for one in copy.meetings if one.appointment.outcome is None and one.appointment.day >= today]
    lines = [held.name] if held.name else []
    if held.co_led_by:
        lines.append(texts("group.co_led_by", who=held.co_led_by))
    lines += [_time(texts, one) for one in ahead] or [texts("for_client.no_times")]
    return "\n".join(lines)


def _time(texts: Texts, line: AppointmentLine) -> str:
    held = line.appointment
    when = texts("contact.at", day=texts.whole_day(held.day), clock=held.at)
    employer = line.employer.name if line.employer else None
    guests = texts("appointment.guests", guests=held.guests) if held.guests else None
    return ", ".join(one for one in (when, held.place, held.about, employer, guests) if one)
