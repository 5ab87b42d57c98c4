"""Pages for others by commands: told as text, written into a file, or given as JSON; the leaflet about the service."""

import os

from valmentaja.cli import output
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.documents.leaflet import leaflet as leaflet_sheet
from valmentaja.documents.sheet import Sheet, as_text, write_sheet


def leaflet_arguments(parser: Parser) -> None:
    """Options of `leaflet`."""
    parser.option("--to", help_key="need_to", metavar="FILE")


def leaflet(session: Session, options: Options) -> None:
    """The page that is left at an employer's: the service in the coach's own words."""
    answer_sheet(session, leaflet_sheet(session.book, session.texts, session.today), options.to)
    session.say("sheet.leaflet_change")


def answer_sheet(session: Session, sheet: Sheet, path: str | None) -> None:
    """The page as text, or where it was written; as JSON its parts, or the file."""
    if path is not None:
        was_there = os.path.exists(os.path.expanduser(path))
        written = write_sheet(sheet, path, session.texts.language, session.home)
        if session.json:
            output.data({"written": [written]})
        else:
            output.line(session.texts("sheet.replaced" if was_there else "sheet.written", file=written))
    elif session.json:
        output.data(
            {"title": sheet.title, "parts": [{"name": one.name, "text": one.text} for one in sheet.parts]}
        )
    else:
        output.line(as_text(sheet).rstrip("\n"))
