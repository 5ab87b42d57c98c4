"""A page to hand on: a title and some parts, as plain text or as HTML that prints on A4."""

import html
import os
from dataclasses import dataclass

from valmentaja.errors import CannotBeMet
from valmentaja.exchange.files import write_private_file
from valmentaja.places import Home
from valmentaja.texts import Language
from valmentaja.texts.shown import shown

_STYLE = """
@page { size: A4; margin: 25mm 22mm; }
body { font: 12pt/1.5 Georgia, serif; color: #111; max-width: 42em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.05em; margin: 1.2em 0 0.2em; break-after: avoid; }
h3 { font-size: 1em; margin: 1.2em 0 0.2em; break-after: avoid; }
p { margin: 0 0 0.8em; white-space: pre-line; break-inside: avoid; }
p.small { font-size: 0.85em; color: #444; break-after: avoid; }
section { break-inside: avoid; }
.line { height: 9mm; border-bottom: 1px solid #888; }
.line + p { margin-top: 0.6em; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""
_ENDINGS = (".txt", ".html")
_WRITE_ON = "_" * 60


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page. `name` is "" for one without a heading, else one of the `level`.

    `note` stands small under it; then come empty `lines` to write on, then the text.
    """

    name: str
    text: str
    note: str = ""
    lines: int = 0
    level: int = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the page."""

    title: str
    parts: tuple[Part, ...]


def as_text(sheet: Sheet) -> str:
    """The page as plain text, ending with a newline."""
    parts = ["\n".join(_told(part)) for part in sheet.parts]
    return shown("\n\n".join((sheet.title, *parts))) + "\n"


def _told(part: Part) -> list[str]:
    return [*filter(None, (part.name, part.note)), *[_WRITE_ON] * part.lines, *filter(None, (part.text,))]


def as_html(sheet: Sheet, language: Language) -> str:
    """The page as HTML with everything in it: no file and no address outside is asked for."""
    parts = "\n".join(_part(part) for part in sheet.parts)
    title = _written(sheet.title)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{parts}\n</body>\n</html>\n"
    )


def _part(part: Part) -> str:
    told = [
        f"<h{part.level}>{_written(part.name)}</h{part.level}>" if part.name else "",
        f'<p class="small">{_written(part.note)}</p>' if part.note else "",
        *['<div class="line" aria-hidden="true"></div>'] * part.lines,
        f"<p>{_written(part.text)}</p>" if part.text else "",
    ]
    inside = "\n".join(filter(None, told))
    return f"<section>\n{inside}\n</section>" if part.lines else inside


def _written(text: str) -> str:
    return html.escape(shown(text))


def write_sheet(sheet: Sheet, path: str, language: Language, home: Home) -> str:
    """Writes the page into a file by its ending, `.txt` or `.html`, and gives where; only its owner may read it.

    A page of the same title, or any HTML page, that is there already is replaced; nothing else is. Raises CannotBeMet
    for another ending, and when the file cannot be written.
    """
    whole_path = os.path.abspath(os.path.expanduser(path))
    ending = os.path.splitext(whole_path)[1].lower()
    if ending not in _ENDINGS:
        raise CannotBeMet("sheet.ending", file=path)
    content = as_html(sheet, language) if ending == ".html" else as_text(sheet)
    begins = content.partition("\n")[0]
    write_private_file(whole_path, content.encode(), begins=begins.encode(), home=home)
    return whole_path
