"""What the program must know before the workbook is open, and which is no secret: its language and its colours.

It lies in a small file beside the workbook, which holds the settings themselves. Without it all works.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from valmentaja.places import Home
from valmentaja.store.stored_settings import setting_on
from valmentaja.store.workbook import Workbook
from valmentaja.texts import LANGUAGES

THEMES = ("dark", "light", "high_contrast", "terminal")
"""The colours that the screens can have, the usual ones first."""

_LONGEST = 200  # characters of a file that is ours


@dataclass(frozen=True, slots=True)
class Face:
    """The language and the colours that the coach has chosen; `None` for what was never chosen."""

    language: str | None
    theme: str | None


def read_face(home: Home) -> Face:
    """The face of the home. Never raises: what cannot be read was never chosen."""
    told: dict[str, str] = {}
    with suppress(OSError, ValueError), open(home.face, encoding="utf-8") as file:
        told = dict(line.split("=", 1) for line in file.read(_LONGEST).split())
    language, theme = told.get("language"), told.get("theme")
    return Face(language if language in LANGUAGES else None, theme if theme in THEMES else None)


def keep_face(home: Home, face: Face) -> None:
    """Writes the face beside the workbook, whole or not at all. Where nothing can be written, nothing is."""
    beside = f"{home.face}.{os.getpid()}.new"
    told = (("language", face.language), ("theme", face.theme))
    with suppress(OSError):
        try:
            with open(
                os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8"
            ) as file:
                file.writelines(f"{name}={value}\n" for name, value in told if value)
            os.replace(beside, home.face)
        except OSError:
            os.remove(beside)


def renew_face(book: Workbook, day: date) -> None:
    """Makes the face what the workbook says: after a setting was changed, or a workbook came from elsewhere."""
    take_face(book.home, face_of(book, day))


def take_face(home: Home, face: Face) -> None:
    """As `keep_face`, but nothing is written where the home has that face already."""
    if face != read_face(home):
        keep_face(home, face)


def face_of(book: Workbook, day: date) -> Face:
    """The face as the workbook's settings have it."""
    return Face(setting_on(book, "language", day), setting_on(book, "theme", day))
