"""A page for others on screen: shown, copied, and kept in a file where that is asked for."""

import os
from collections.abc import Iterable
from typing import ClassVar

from valmentaja.documents.leaflet import leaflet
from valmentaja.documents.need import need
from valmentaja.documents.sheet import Sheet, as_text, write_sheet
from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.employer import Employer
from valmentaja.screens.shell.page import Page
from valmentaja.screens.shell.shown_text import ShownText


class SheetShown(ShownText):
    """The page as text; one key writes it into a file, as text or for paper."""

    offers: ClassVar[tuple[str, ...]] = ("finish",)

    def __init__(self, sheet: Sheet, said: Iterable[str]) -> None:
        super().__init__(sheet.title, as_text(sheet).rstrip("\n"), said)
        self._sheet = sheet

    def word_of(self, command_id: str) -> str:
        """What the key does here."""
        return self.texts("sheet.finish") if command_id == "finish" else super().word_of(command_id)

    def action_finish(self) -> None:
        """Asks for the name of the file."""
        from valmentaja.screens.shell.ask import Ask

        texts = self.texts
        question, example = texts("sheet.which_file"), texts("sheet.example")
        ask = Ask(
            question,
            example,
            self._whole,
            lambda path: texts("sheet.goes_to", file=path),
            enter=texts("sheet.write"),
        )
        self.workbench.push_screen(ask, self._write)

    def _whole(self, typed: str) -> str:
        return os.path.abspath(os.path.expanduser(typed))

    def _write(self, path: str | None) -> None:
        if path is None:
            return
        was_there = os.path.exists(path)
        try:
            written = write_sheet(self._sheet, path, self.texts.language, self.book.home)
        except ValmentajaError as refusal:
            self.workbench.tell(refusal)
        else:
            self.workbench.say("sheet.replaced" if was_there else "sheet.written", file=written)
        self.dismiss(None)


def _said(page: Page, kind: str) -> tuple[str, str]:
    """What is to be noticed of the text, and how it gets into a file."""
    return page.texts(f"sheet.{kind}_said"), page.texts("sheet.to_file", key=page.key_of("finish"))


def leaflet_sheet(page: Page) -> None:
    """The service in the coach's words; where there are none yet, how they are written."""
    try:
        sheet = leaflet(page.book, page.texts, page.today)
    except CannotBeMet:
        page.workbench.say("sheet.no_words", key=page.key_of("settings"))
    else:
        page.workbench.push_screen(SheetShown(sheet, _said(page, "leaflet")))


def need_sheet(page: Page, held: Employer) -> None:
    """What an employer needs, for another coach; where no need is written, that is said."""
    try:
        sheet = need(held, page.texts)
    except ValmentajaError as refusal:
        page.workbench.tell(refusal)
    else:
        page.workbench.push_screen(SheetShown(sheet, _said(page, "need")))
