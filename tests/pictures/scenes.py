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


def work_of(name: str) -> tuple[str, ...]:
    """The keys to the tab of work of a client of the demo."""
    return part_of(name, 1)


def part_of(name: str, tabs: int) -> tuple[str, ...]:
    """The keys to a client of the demo, so many tabs after the overview."""
    return ("2", "/", f"text:{name}", "enter", *("tab",) * tabs)


def questions_of(name: str) -> tuple[str, ...]:
    """The keys to the tab of questions of a client of the demo."""
    return part_of(name, 4)


def employer_part(name: str, tabs: int) -> tuple[str, ...]:
    """The keys to an employer of the demo, so many tabs after the overview."""
    return ("3", "/", f"text:{name}", "enter", *("tab",) * tabs)


def reason_seen() -> tuple[str, ...]:
    """The keys to the numbers of how often everybody is seen."""
    return ("f9", "end", *("up",) * 8, "enter")


LOGGED = (
    "text:Lounas-Aitta, Liisa, tapaaminen 30 min, Aino, seuraava pe koekeittiö"
    "|Lounas-Aitta, Liisa, meeting 30 min, Aino, next Fri trial kitchen"
)
"""A contact as a coach would scribble it."""

SCENES = (
    Scene("today", "TodayScreen"),
    Scene("today-explained", "ExplanationScreen", ("/", "text:aino", "enter", "s")),
    Scene("today-narrowed", "TodayScreen", ("/", "text:etsii|looking")),
    Scene("today-yesterday", "TodayScreen", ("left",)),
    Scene("week-ahead", "WeekAheadScreen", ("right",)),
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
    Scene("client", "ClientScreen", part_of("aino", 0)),
    Scene("client-contacts", "ClientScreen", part_of("aino", 2)),
    Scene("client-profile", "ClientScreen", part_of("aino", 3)),
    Scene("client-questions", "ClientScreen", questions_of("mikko")),
    Scene("client-questions-rounds", "ClientScreen", questions_of("pekka")),
    Scene("client-questions-none", "ClientScreen", questions_of("leila")),
    Scene("compare", "CompareScreen", (*questions_of("pekka"), "left")),
    Scene("question", "QuestionWalk", (*questions_of("mikko"), "enter")),
    Scene("question-plain", "QuestionWalk", (*questions_of("mikko"), "enter", "f3", "f2")),
    Scene("question-unanswered", "QuestionWalk", (*questions_of("leila"), "enter")),
    Scene(
        "question-dont-know", "QuestionWalk", (*questions_of("leila"), "enter", "f4", "text:kysytään|we ask")
    ),
    Scene("question-views", "QuestionWalk", (*questions_of("pekka"), "down", "down", "enter")),
    Scene("question-earlier", "QuestionWalk", (*questions_of("pekka"), "enter")),
    Scene("question-list", "QuestionList", (*questions_of("pekka"), "enter", "ctrl+g")),
    Scene("question-to-profile", "ToProfile", (*questions_of("pekka"), "down", "enter", "escape", "n")),
    Scene("question-for-client", "AnswersForClient", (*questions_of("pekka"), "enter", "f8")),
    Scene("client-network", "ClientScreen", part_of("nadia", 5)),
    Scene("client-records", "ClientScreen", part_of("aino", 6)),
    Scene("client-add", "Choose", (*part_of("aino", 0), "n")),
    Scene("client-add-supporter", "DetailForm", (*part_of("aino", 5), "n", "text:Tuula Kallio")),
    Scene(
        "client-add-service", "DetailForm", (*part_of("aino", 6), "n", "1", "tab", "tab", "text:31.3.|31 Mar")
    ),
    Scene("own-network", "OwnNetworkScreen", (*part_of("aino", 5), "end", "enter")),
    Scene("supporter", "DetailScreen", (*part_of("nadia", 5), "enter")),
    Scene("agreed-to-tell", "AgreedToTell", (*part_of("aino", 0), "a", "f7")),
    Scene("client-work", "ClientScreen", work_of("tuula")),
    Scene("client-work-empty", "ClientScreen", work_of("leila")),
    Scene("placement", "PlacementScreen", (*work_of("pekka"), "enter")),
    Scene("placement-unpaid", "PlacementScreen", (*work_of("onni"), "enter")),
    Scene("placement-promises", "PlacementScreen", (*work_of("pekka"), "enter", "tab")),
    Scene(
        "placement-new",
        "PlacementForm",
        (*work_of("leila"), "n", "1", "text:hoiva", "tab", "tab", "text:9.12.|9 Dec", "tab", "right"),
    ),
    Scene(
        "placement-unpaid-new", "PlacementForm", (*work_of("leila"), "n", "1", "tab", "tab", "tab", "left")
    ),
    Scene("placement-agree", "AgreeForm", (*work_of("selma"), "z", "tab", "text:30.11.|30 Nov")),
    Scene(
        "placement-move",
        "MoveStartForm",
        (*work_of("sanna"), "enter", "down", "down", "enter", "text:9.12.|9 Dec"),
    ),
    Scene("placement-end", "EndPlacementForm", (*work_of("abdi"), "enter", "p")),
    Scene("placement-look", "DetailForm", (*work_of("selma"), "enter", "tab", "down", "t")),
    Scene("placement-support", "DetailForm", (*work_of("selma"), "enter", "n")),
    Scene(
        "client-field", "FieldEditor", (*part_of("aino", 0), "enter", "text: iltapäivisin| in the afternoon")
    ),
    Scene("client-note", "FieldEditor", (*part_of("aino", 0), "end", "enter")),
    Scene("client-phase", "Choose", (*part_of("aino", 0), "v")),
    Scene("client-end", "EndForm", (*part_of("aino", 0), "p", "enter")),
    Scene("client-new", "ClientForm", ("2", "n", "text:Aino Kallio")),
    Scene("contact", "DetailScreen", (*part_of("aino", 2), "enter")),
    Scene("employers", "EmployersScreen", ("3",)),
    Scene("employer", "EmployerScreen", ("3", "enter")),
    Scene("employer-contacts", "EmployerScreen", ("3", "enter", "tab")),
    Scene("employer-people", "EmployerScreen", (*employer_part("leipomo", 2),)),
    Scene("employer-person-new", "DetailForm", (*employer_part("leipomo", 2), "n", "text:Tuula")),
    Scene("employer-leads", "EmployerScreen", (*employer_part("juotos", 4),)),
    Scene(
        "employer-state", "StateForm", (*employer_part("leipomo", 0), "p", "right", "tab", "text:1.2.|1 Feb")
    ),
    Scene("employer-merge", "MergeForm", (*employer_part("leipomo", 0), "ctrl+o", "text:Kahvila Pannumyssy")),
    Scene("employer-hints", "EmployerHints", (*employer_part("leipomo", 0), "f2")),
    Scene("employer-need", "SheetShown", (*employer_part("lounas", 0), "f8")),
    Scene("employer-archive", "Choose", (*employer_part("leipomo", 0), "end", "enter")),
    Scene("lead-new", "LeadForm", (*work_of("aino"), "n", "2", "text:aamuvuoron keittiö|morning kitchen")),
    Scene("client-leads", "ClientScreen", work_of("toivo")),
    Scene("lead", "LeadScreen", (*work_of("toivo"), "end", "enter")),
    Scene("lead-interview", "DetailForm", (*work_of("toivo"), "end", "enter", "f", "text:4.12.|4 Dec")),
    Scene("employer-new", "EmployerForm", ("3", "n", "text:Lounas-Aitta")),
    Scene("log", "LogForm", ("k", LOGGED)),
    Scene("log-completed", "LogForm", ("k", "text:lou")),
    Scene("log-fields", "LogForm", ("k", LOGGED, "tab")),
    Scene("log-lines", "LinesForm", ("f4", LOGGED)),
    Scene("unfinished", "UnfinishedScreen", ("f12",)),
    Scene("log-wrong", "TodayScreen", ("k", "enter")),
    Scene("meet", "MeetForm", ("y",)),
    Scene("time-in-focus", "TodayScreen", (*("up",) * 4,)),
    Scene("appointment", "AppointmentScreen", ("up", "enter")),
    Scene("appointment-outcome", "Choose", ("up", "o")),
    Scene("appointment-moved", "MoveForm", ("up", "o", "2", "text:to 10|Thu 10")),
    Scene("appointment-reminder", "ForClient", ("up", "f8")),
    Scene("book", "BookForm", ("f", "text:to 10|Thu 10")),
    Scene("book-double", "BookForm", ("f", "text:tänään 11.30|today 11:30")),
    Scene("groups", "GroupsScreen", ("2", "q")),
    Scene("group", "GroupScreen", ("2", "q", "enter")),
    Scene(
        "group-new", "GroupForm", ("q", "n", "text:Työnhakuryhmä|Job-search club", "tab", "text:Aino, Pekka")
    ),
    Scene("group-join", "JoinForm", ("q", "enter", "n", "text:Leila")),
    Scene("group-copy", "ForClient", ("q", "enter", "f8")),
    Scene("week", "WeekScreen", ("4",)),
    Scene("week-before", "WeekScreen", ("4", "left")),
    Scene("week-why", "WhyScreen", ("4", "left", "s")),
    Scene("weeks", "WeeksScreen", ("4", "end", "up", "up", "enter")),
    Scene("weeks-year", "WeeksScreen", ("4", "end", "up", "up", "enter", "tab")),
    Scene("weeks-first-contacts", "WeeksScreen", ("4", "end", "up", "up", "enter", "tab", "tab")),
    Scene("weeks-spread", "WeeksScreen", ("4", "end", "up", "up", "enter", "shift+tab")),
    Scene("time", "TimeScreen", ("ctrl+t",)),
    Scene("time-month", "TimeScreen", ("ctrl+t", "tab")),
    Scene("time-year", "TimeScreen", ("ctrl+t", "tab", "tab")),
    Scene("time-new", "TimeForm", ("ctrl+t", "n", "tab", "text:1,5 h|1.5 h")),
    Scene("diary", "DiaryScreen", ("5",)),
    Scene("diary-written", "DiaryScreen", ("5", "escape", "left")),
    Scene("diary-hints", "DiaryScreen", ("5", "f2")),
    Scene("diary-load", "Choose", ("5", "escape", "r")),
    Scene("diary-day", "Ask", ("5", "escape", "i", "text:3.11.|3 Nov")),
    Scene("my-work", "MyWorkScreen", ("6",)),
    Scene(
        "my-work-step",
        "OwnStepForm",
        ("6", "n", "text:soita kollegalle|call a colleague", "tab", "text:pe|Fri"),
    ),
    Scene("my-work-leave", "MyWorkScreen", ("6", "tab")),
    Scene(
        "my-work-leave-new",
        "LeaveForm",
        ("6", "tab", "n", "text:21.12.|21 Dec", "tab", "text:su|Sun", "tab", "right"),
    ),
    Scene("leave", "LeaveScreen", ("6", "tab", "enter")),
    Scene("leave-past", "LeaveScreen", ("6", "tab", "down", "enter")),
    Scene("leave-sheet", "ForClient", ("6", "tab", "enter", "f8")),
    Scene("find", "FindScreen", ("ctrl+f", "text:keittiö|kitchen")),
    Scene("find-nothing", "FindScreen", ("ctrl+f", "text:qqqq")),
    Scene("palette", "Palette", ("ctrl+p", "text:päi|dia")),
    Scene("help", "HelpScreen", ("?",)),
    Scene("help-typing", "HelpScreen", ("5", "f1")),
    Scene("guide", "GuideScreen", ("w",)),
    Scene("settings", "SettingsScreen", ("f9",)),
    Scene("settings-reasons", "SettingsScreen", ("f9", "end")),
    Scene("settings-choice", "ChoiceForm", ("f9", *("down",) * 3, "enter", "right")),
    Scene("settings-number", "NumberForm", ("f9", *("down",) * 5, "enter", "text:60")),
    Scene("settings-words", "WordsForm", ("f9", *("down",) * 4, "enter", "text:Autan|I help")),
    Scene("settings-keys", "KeysForm", ("f9", *("down",) * 21, "enter", "text:explain=f5")),
    Scene("settings-reason", "SignalForm", (*reason_seen(), "text:10")),
    Scene("settings-reason-refused", "SignalForm", (*reason_seen(), "text:3", "enter")),
    Scene("settings-reason-hints", "SignalForm", (*reason_seen(), "f2")),
    Scene("hidden", "HiddenScreen", ("ctrl+l",)),
    Scene("locked", "Unlock", ("x",), Book.LOCKED),
    Scene("too-small", "TooSmall", cells=(46, 12)),
    Scene("client-start", "ValueForm", (*part_of("aino", 6), *("down",) * 3, "enter", "text:3.8.|3 Aug")),
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
    Scene("empty-groups", "GroupsScreen", ("q",), Book.EMPTY),
    Scene("empty-week", "WeekScreen", ("4",), Book.EMPTY),
    Scene("empty-weeks", "WeeksScreen", ("4", "enter"), Book.EMPTY),
    Scene("empty-time", "TimeScreen", ("ctrl+t",), Book.EMPTY),
    Scene("empty-diary", "DiaryScreen", ("5",), Book.EMPTY),
    Scene("empty-archive", "ArchiveScreen", ("d",), Book.EMPTY),
    Scene("empty-my-work", "MyWorkScreen", ("6",), Book.EMPTY),
    Scene("empty-leave", "MyWorkScreen", ("6", "tab"), Book.EMPTY),
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
