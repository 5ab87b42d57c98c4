"""An employer is taken out of the lists, with its history kept, or brought back."""

from datetime import date

from valmentaja.model.employer import Employer
from valmentaja.screens.shell.page import Page
from valmentaja.store.employers import archive_employer
from valmentaja.texts.shown import LONGEST_NAMED, one_line


def archive(page: Page, held: Employer, day: date | None) -> None:
    """Out of the lists since the day; with none, back in them."""
    if page.workbench.attempt(lambda: archive_employer(page.book, held.id, day)):
        key = "archiving.done" if day else "archiving.back"
        page.workbench.say_done(key, name=one_line(held.name, LONGEST_NAMED))
