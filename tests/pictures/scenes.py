"""What the pictures show: each scene is a workbook, and the keys that lead from its first page to what is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from textual.screen import Screen

from tests.pictures import shown
from valmentaja.texts import Texts


class Book(StrEnum):
    """Which workbook a scene is seen in."""

    DEMO = "demo"
    EMPTY = "empty"
    CODES = "codes"
    """Only codes may be kept of clients: it is not known who is responsible for the records."""
    UNASKED = "unasked"
    """Made by the command line, where nobody was asked who is responsible for the records."""
    LOCKED = "locked"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Scene:
    """`keys` are those of Textual; `text:…` is typed, where the languages differ as `text:suomeksi|in English`.

    `screen` is the class of what is seen. `opens` makes a screen that keys reach only by mishap, or by a passphrase
    that takes its time; it is pushed after the keys. `cells` is the size, where that is what the scene is about.
    """

    name: str
    screen: str
    keys: tuple[str, ...] = ()
    book: Book = Book.DEMO
    opens: Callable[[Texts], Screen[Any]] | None = None
    cells: tuple[int, int] | None = None


SCENES = (
    Scene("today", "TodayScreen"),
    Scene("today-explained", "TodayScreen", ("s",)),
    Scene("today-everyone", "TodayScreen", ("g", "end")),
    Scene("today-done", "MeetForm", ("t",)),
    Scene("today-not-reached", "Choose", ("down", "e")),
    Scene(
        "today-step", "StepForm", ("a", "text:soita Lounas-Aittaan|call Lounas-Aitta", "tab", "text:pe|Fri")
    ),
    Scene("today-aside", "PutAsideForm", ("l", "text:pe|Fri", "tab", "text:lomalla|on holiday")),
    Scene("archive", "ArchiveScreen", ("down", "t", "down", "t", "d")),
    Scene("clients", "ClientsScreen", ("2",)),
    Scene("clients-narrowed", "ClientsScreen", ("2", "/", "text:a")),
    Scene("clients-none", "ClientsScreen", ("2", "/", "text:qqq")),
    Scene("client", "ClientScreen", ("enter",)),
    Scene("client-contacts", "ClientScreen", ("enter", "tab")),
    Scene("client-steps", "ClientScreen", ("enter", "tab", "tab")),
    Scene("client-field", "FieldEditor", ("enter", "enter", "text: iltapäivisin| in the afternoon")),
    Scene("client-note", "FieldEditor", ("enter", "down", "down", "down", "down", "enter")),
    Scene("client-phase", "Choose", ("enter", "v")),
    Scene("client-end", "EndForm", ("enter", "p", "enter")),
    Scene("client-new", "ClientForm", ("2", "n", "text:Aino Kallio")),
    Scene("contact", "DetailScreen", ("enter", "tab", "enter")),
    Scene("employers", "EmployersScreen", ("3",)),
    Scene("employer", "EmployerScreen", ("3", "enter")),
    Scene("employer-contacts", "EmployerScreen", ("3", "enter", "tab")),
    Scene("employer-new", "EmployerForm", ("3", "n", "text:Lounas-Aitta")),
    Scene("log", "LogForm", ("k", "text:lou")),
    Scene("log-wrong", "TodayScreen", ("k", "enter")),
    Scene("meet", "MeetForm", ("y",)),
    Scene("week", "WeekScreen", ("4",)),
    Scene("week-before", "WeekScreen", ("4", "left")),
    Scene("diary", "DiaryScreen", ("5",)),
    Scene("diary-written", "DiaryScreen", ("5", "escape", "left")),
    Scene("diary-hints", "DiaryScreen", ("5", "f2")),
    Scene("diary-load", "Choose", ("5", "escape", "r")),
    Scene("diary-day", "Ask", ("5", "escape", "i", "text:3.11.|3 Nov")),
    Scene("find", "FindScreen", ("ctrl+f", "text:keittiö|kitchen")),
    Scene("find-nothing", "FindScreen", ("ctrl+f", "text:qqqq")),
    Scene("palette", "Palette", ("ctrl+p", "text:päi|dia")),
    Scene("help", "HelpScreen", ("?",)),
    Scene("help-typing", "HelpScreen", ("5", "f1")),
    Scene("guide", "GuideScreen", ("w",)),
    Scene("hidden", "HiddenScreen", ("ctrl+l",)),
    Scene("locked", "Unlock", ("x",), Book.LOCKED),
    Scene("too-small", "TooSmall", cells=(46, 12)),
    Scene("client-start", "ValueForm", ("enter", "end", "enter", "text:3.8.|3 Aug")),
    Scene("both-texts", "BothTexts", ("enter",), opens=shown.both_texts),
    Scene("both-names", "BothTexts", ("enter",), opens=shown.both_names),
    Scene("demo-note", "DemoNote", opens=shown.demo_note),
    Scene("week-which", "Ask", ("4", "i")),
    Scene("week-which-read", "Ask", ("4", "i", "text:41")),
    Scene("codes-clients", "ClientsScreen", ("2",), Book.CODES),
    Scene("codes-new", "ClientForm", ("2", "n"), Book.CODES),
    Scene("records-asked", "RecordsAsked", (), Book.UNASKED),
    Scene("empty-today", "TodayScreen", (), Book.EMPTY),
    Scene("empty-clients", "ClientsScreen", ("2",), Book.EMPTY),
    Scene("empty-employers", "EmployersScreen", ("3",), Book.EMPTY),
    Scene("empty-week", "WeekScreen", ("4",), Book.EMPTY),
    Scene("empty-diary", "DiaryScreen", ("5",), Book.EMPTY),
    Scene("empty-archive", "ArchiveScreen", ("d",), Book.EMPTY),
    Scene("empty-find", "FindScreen", ("ctrl+f",), Book.EMPTY),
    Scene("unlock", "Unlock", (), Book.LOCKED),
    Scene("unlock-wrong", "Unlock", ("text:väärä", "enter"), Book.LOCKED),
    Scene("recover", "CodePage", ("f6",), Book.LOCKED),
    Scene("recover-wrong", "CodePage", ("f6", "text:KKKKK", "enter", "wait"), Book.LOCKED),
    Scene("recover-passphrase", "NewPassphrase", ("f6",), Book.LOCKED, opens=shown.new_passphrase),
    Scene("recover-code", "RecoveryCode", ("f6",), Book.LOCKED, opens=shown.recovery_code),
    Scene("opening", "Opening", (), Book.LOCKED, opens=shown.opening),
    Scene("trouble", "Trouble", (), Book.LOCKED, opens=shown.damaged),
    Scene("trouble-key", "Trouble", (), Book.LOCKED, opens=shown.key_damaged),
    Scene("trouble-gone", "Trouble", (), Book.LOCKED, opens=shown.gone),
    Scene("first-language", "LanguagePage", (), Book.NONE),
    Scene("first-records", "RecordsPage", ("enter",), Book.NONE),
    Scene("first-share", "SharePage", ("enter", "enter"), Book.NONE),
    Scene("first-protect", "ProtectPage", ("enter", "enter", "enter"), Book.NONE),
    Scene("first-passphrase", "NewPassphrase", ("enter", "enter", "enter", "enter"), Book.NONE),
    Scene("first-code", "RecoveryCode", (), Book.NONE, opens=shown.recovery_code),
    Scene(
        "first-begin",
        "BeginPage",
        ("enter", "enter", "enter", "down", "enter", "wait"),
        Book.NONE,
    ),
)

FOR_README = ("today", "client", "log", "week-before")
"""The four that the README shows, in Finnish, dark, 80×24."""
