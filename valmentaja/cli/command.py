"""Every command, declared once: its words, its texts, and the function that does it. Nothing of it is loaded here."""

from collections.abc import Sequence
from dataclasses import dataclass

from valmentaja.cli.parsing import take_command
from valmentaja.errors import WrongUsage

HELP = "help"
"""The word that stands for `--help` where a command is expected."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command, done by `function(session, options)` in `module`.

    `<function>_arguments(parser)` declares its options. `key` names its text `command.<key>`.
    `backs_up`: a daily backup may follow its answer. `opens`: the workbook is opened, and its passphrase asked
    for, before anything else is.
    """

    words: str
    module: str
    function: str
    backs_up: bool = True
    opens: bool = True

    @property
    def key(self) -> str:
        """The words as a text key."""
        return self.words.replace(" ", "_")


@dataclass(frozen=True, slots=True)
class Section:
    """Commands that are told together in the overview, under the text `help.section.<key>`."""

    key: str
    commands: tuple[Command, ...]


def _command(words: str, module: str, function: str, *, backs_up: bool = True, opens: bool = True) -> Command:
    return Command(words, f"valmentaja.cli.{module}", function, backs_up, opens)


SECTIONS: tuple[Section, ...] = (
    Section(
        "beginning",
        (
            _command("init", "opening", "make", backs_up=False, opens=False),
            _command("demo", "demo", "demo", backs_up=False, opens=False),
            _command("settings", "preferences", "settings"),
        ),
    ),
    Section(
        "daily",
        (
            _command("triage", "queue", "triage"),
            _command("snooze", "queue", "snooze"),
            _command("log", "contacts", "log"),
            _command("meet", "contacts", "meet"),
            _command("book", "appointments", "book"),
            _command("booked", "appointments", "booked"),
            _command("outcome", "appointments", "outcome"),
            _command("export calendar", "exporting", "calendar"),
            _command("tally", "weeks", "tally"),
            _command("time", "time_use", "show"),
            _command("time add", "time_use", "add"),
            _command("next", "steps", "agree"),
            _command("done", "steps", "done"),
            _command("leave add", "leave", "add"),
            _command("leave list", "leave", "list_leaves"),
            _command("leave show", "leave", "show"),
            _command("leave looked", "leave", "looked"),
            _command("diary add", "diary", "add"),
            _command("diary show", "diary", "show"),
            _command("diary search", "finding", "diary"),
            _command("find", "finding", "find"),
        ),
    ),
    Section(
        "people",
        (
            _command("client add", "clients", "add"),
            _command("client list", "clients", "list_clients"),
            _command("client show", "client_shown", "show"),
            _command("client set", "clients", "change"),
            _command("client phase", "clients", "phase"),
            _command("client end", "clients", "end"),
            _command("ask", "question_walk", "ask"),
            _command("answer", "questions", "answer"),
            _command("questions", "questions", "show"),
            _command("group add", "groups", "add"),
            _command("group list", "groups", "list_groups"),
            _command("group show", "groups", "show"),
            _command("group set", "groups", "change"),
            _command("group join", "groups", "join"),
            _command("group leave", "groups", "leave"),
            _command("employer add", "employers", "add"),
            _command("employer list", "employers", "list_employers"),
            _command("employer show", "employers", "show"),
            _command("employer set", "employers", "change"),
            _command("employer person add", "employer_deeds", "add_person"),
            _command("employer need", "employer_deeds", "need"),
            _command("employer merge", "employer_deeds", "merge"),
            _command("employer archive", "employer_deeds", "archive"),
            _command("leaflet", "sheets", "leaflet"),
        ),
    ),
    Section(
        "working_life",
        (
            _command("lead add", "leads", "add"),
            _command("lead set", "leads", "change"),
            _command("lead list", "leads", "list_leads"),
            _command("placement add", "placements", "add"),
            _command("placement move", "placements", "move"),
            _command("placement end", "placements", "end"),
            _command("placement list", "placements", "list_placements"),
            _command("placement agree", "placements", "agree"),
            _command("placement look", "placements", "look"),
            _command("placement ask", "placements", "ask"),
            _command("placement support", "placements", "support"),
            _command("disclosure", "details", "disclosure"),
            _command("wish add", "details", "add_wish"),
            _command("benefit add", "details", "add_benefit"),
            _command("benefit check", "details", "check_benefit"),
            _command("network add", "networks", "add"),
            _command("network list", "networks", "list_network"),
            _command("network contact", "networks", "contact"),
            _command("concern add", "details", "add_concern"),
            _command("concern settle", "details", "settle_concern"),
            _command("concern list", "details", "list_concerns"),
            _command("service add", "services", "add"),
            _command("service show", "services", "show"),
            _command("service report", "services", "report"),
            _command("remove", "details", "remove"),
        ),
    ),
    Section(
        "mending",
        (
            _command("edit", "editing", "edit"),
            _command("undo", "journal", "undo"),
            _command("redo", "journal", "redo"),
        ),
    ),
    Section(
        "safety",
        (
            _command("backup", "keeping", "backup", backs_up=False),
            _command("restore", "keeping", "restore", backs_up=False, opens=False),
            _command("check", "keeping", "check"),
            _command("passphrase change", "opening", "change", backs_up=False),
            _command("passphrase recover", "opening", "recover", backs_up=False, opens=False),
            _command("passphrase remember", "opening", "remember", backs_up=False),
            _command("passphrase forget", "opening", "forget", backs_up=False, opens=False),
        ),
    ),
)
"""In the order in which a coach would want to read them."""

COMMANDS: tuple[Command, ...] = tuple(command for section in SECTIONS for command in section.commands)

_BY_DEFAULT = {"diary": "add"}


def command_named(word: str, after: Sequence[str]) -> tuple[Command, tuple[str, ...]]:
    """The command that begins with the word, and the arguments left for it. Case does not matter.

    Raises WrongUsage when there is none, or when its second word is missing.
    """
    group = commands_in(word)
    if not group:
        raise _unknown(word)
    word = word.casefold()
    default = _BY_DEFAULT.get(word)
    found = _longest(group, word, after, as_typed=default is not None)
    if found is not None:
        return found
    if default:
        return next(one for one in group if one.words == f"{word} {default}"), tuple(after)
    raise WrongUsage("command.incomplete", command=word, choices=", ".join(one.words for one in group))


def _longest(
    group: Sequence[Command], words: str, after: Sequence[str], *, as_typed: bool
) -> tuple[Command, tuple[str, ...]] | None:
    """The command of the group that has most of the words typed, and the arguments left for it.

    `as_typed`: case matters, since a text may begin with such a word ("Show").
    """
    exact = next((one for one in group if one.words == words), None)
    longer = [one for one in group if one.words.startswith(f"{words} ")]
    if longer:
        taken = take_command(after)
        further = taken.command if as_typed else taken.command.casefold()
        rest = (*taken.before, *taken.after)
        found = _longest(longer, f"{words} {further}", rest, as_typed=as_typed) if further else None
        if found is not None:
            return found
    return (exact, tuple(after)) if exact else None


def commands_in(word: str) -> tuple[Command, ...]:
    """The commands whose first word it is."""
    return tuple(command for command in COMMANDS if command.words.split()[0] == word.casefold())


def _unknown(word: str) -> WrongUsage:
    from valmentaja.cli.suggesting import command_meant

    meant = command_meant(word, dict.fromkeys((*(one.words.split()[0] for one in COMMANDS), HELP)))
    if meant is None:
        return WrongUsage("command.unknown", command=word)
    return WrongUsage("command.meant", command=word, meant=meant)
