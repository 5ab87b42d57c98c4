"""The phases in which a client can be, as people type them and as help lists them."""

from valmentaja.cli import values
from valmentaja.content.phases import Phase, phases
from valmentaja.errors import WrongUsage
from valmentaja.store.clients import ENDED
from valmentaja.texts import LANGUAGES, Texts
from valmentaja.texts.sorting import name_key


def phase_meant(texts: Texts, typed: str, option: str | None = None) -> str:
    """The id of a phase in which a client can be: by its id, or by its name or short line in either language.

    Raises WrongUsage that names the `option`, or else what the phase is called, and lists the phases.
    """
    wanted = name_key(typed)
    for language in (texts.language, *LANGUAGES):
        for phase in _phases(language):
            dashed = phase.id.replace("_", "-")
            if wanted in (phase.id, dashed, name_key(phase.name), name_key(phase.short_line)):
                return phase.id
    named = option or texts("metavar.phase")
    raise WrongUsage("value.choice", option=named, value=typed, choices=phases_listed(texts))


def phases_listed(texts: Texts) -> str:
    """The phases as lists show them, for help and errors."""
    return ", ".join(
        values.with_english(texts, phase.short_line, phase.id) for phase in _phases(texts.language)
    )


def _phases(language: str) -> list[Phase]:
    return [phase for phase in phases(language) if phase.id != ENDED]
