"""What the pictures show: each scene is a workbook, and the keys that lead from its first page to what is shown."""

from dataclasses import dataclass
from enum import StrEnum


class Book(StrEnum):
    """Which workbook a scene is seen in."""

    DEMO = "demo"
    EMPTY = "empty"
    LOCKED = "locked"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Scene:
    """`keys` are those of Textual; `text:…` is typed, where the languages differ as `text:suomeksi|in English`."""

    name: str
    keys: tuple[str, ...] = ()
    book: Book = Book.DEMO


SCENES = (
    Scene("today"),
    Scene("today-explained", ("s",)),
    Scene("today-everyone", ("g", "end")),
    Scene("today-done", ("t",)),
    Scene("today-not-reached", ("down", "e")),
    Scene("today-step", ("a", "text:soita Lounas-Aittaan|call Lounas-Aitta", "tab", "text:pe|Fri")),
    Scene("today-aside", ("l", "text:pe|Fri", "tab", "text:lomalla|on holiday")),
    Scene("archive", ("down", "t", "down", "t", "d")),
    Scene("clients", ("2",)),
    Scene("clients-narrowed", ("2", "/", "text:a")),
    Scene("clients-none", ("2", "/", "text:qqq")),
    Scene("client", ("enter",)),
    Scene("client-contacts", ("enter", "tab")),
    Scene("client-steps", ("enter", "tab", "tab")),
    Scene("client-field", ("enter", "enter", "text: iltapäivisin| in the afternoon")),
    Scene("client-note", ("enter", "down", "down", "down", "down", "enter")),
    Scene("client-phase", ("enter", "v")),
    Scene("client-end", ("enter", "p", "enter")),
    Scene("client-new", ("2", "n", "text:Aino Kallio")),
    Scene("contact", ("enter", "tab", "enter")),
    Scene("employers", ("3",)),
    Scene("employer", ("3", "enter")),
    Scene("employer-contacts", ("3", "enter", "tab")),
    Scene("employer-new", ("3", "n", "text:Lounas-Aitta")),
    Scene("log", ("k", "text:lou")),
    Scene("log-wrong", ("k", "enter")),
    Scene("meet", ("y",)),
    Scene("week", ("4",)),
    Scene("week-before", ("4", "left")),
    Scene("diary", ("5",)),
    Scene("diary-written", ("5", "escape", "left")),
    Scene("diary-hints", ("5", "f2")),
    Scene("diary-load", ("5", "escape", "r")),
    Scene("diary-day", ("5", "escape", "i", "text:3.11.|3 Nov")),
    Scene("find", ("ctrl+f", "text:keittiö|kitchen")),
    Scene("find-nothing", ("ctrl+f", "text:qqqq")),
    Scene("palette", ("ctrl+p", "text:päi|dia")),
    Scene("help", ("?",)),
    Scene("help-typing", ("5", "f1")),
    Scene("guide", ("w",)),
    Scene("hidden", ("ctrl+l",)),
    Scene("empty-today", (), Book.EMPTY),
    Scene("empty-clients", ("2",), Book.EMPTY),
    Scene("empty-employers", ("3",), Book.EMPTY),
    Scene("empty-week", ("4",), Book.EMPTY),
    Scene("empty-diary", ("5",), Book.EMPTY),
    Scene("empty-archive", ("d",), Book.EMPTY),
    Scene("empty-find", ("ctrl+f",), Book.EMPTY),
    Scene("unlock", (), Book.LOCKED),
    Scene("unlock-wrong", ("text:väärä", "enter"), Book.LOCKED),
    Scene("first-language", (), Book.NONE),
    Scene("first-records", ("enter",), Book.NONE),
    Scene("first-share", ("enter", "enter"), Book.NONE),
    Scene("first-protect", ("enter", "enter", "enter"), Book.NONE),
    Scene("first-passphrase", ("enter", "enter", "enter", "enter"), Book.NONE),
)

FOR_README = ("today", "client", "log", "week-before")
"""The four that the README shows, in English, dark, 80×24."""
