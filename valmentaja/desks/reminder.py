"""The reminder of an appointment: a text ready to be copied into a message to whoever takes part."""

from valmentaja.desks.appointments import AppointmentLine
from valmentaja.texts import LANGUAGES, Language, Texts
from valmentaja.texts.sorting import name_key


def reminder_language(line: AppointmentLine, otherwise: Language) -> Language:
    """The language that all who take part are written to be spoken to in, as far as the program has it."""
    spoken = {language_told(one.language) for one in line.clients}
    return spoken.pop() or otherwise if len(spoken) == 1 else otherwise


def language_told(told: str | None) -> Language | None:
    """The language that a client's field names in some words; `None` for one that the program has not."""
    wanted = name_key(told or "")
    for language in LANGUAGES:
        if wanted and wanted in map(name_key, (language, *Texts(language)("reminder.language").split(", "))):
            return language
    return None


def reminder_text(texts: Texts, copy: AppointmentLine) -> str:
    """The text, from a `reminder_copy`: when, how, where, about what, with whom; and what to do if it does not suit."""
    held = copy.appointment
    parts = [texts(f"reminder.{held.way}", day=texts.day(held.day), clock=held.at)]
    if held.place:
        parts.append(texts("reminder.place", place=held.place))
    if held.about:
        parts.append(texts("reminder.about", about=held.about))
    others = [*((copy.employer.name,) if copy.employer else ()), *((held.guests,) if held.guests else ())]
    if others:
        parts.append(texts("reminder.others", others=", ".join(others)))
    return "\n".join([*parts, texts("reminder.otherwise")])
