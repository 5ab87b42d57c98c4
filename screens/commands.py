"""Every key of the screens, declared once: its id, its keys, and where it is told. The texts follow from the id.

`key.<id>` names it in the footer, `key.<id>.help` says what it does in help and palette. A command has one meaning;
the screens that offer it have a method `action_<action>`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding, Keymap

from valmentaja.errors import WrongUsage
from valmentaja.screens.keyboard import CHARACTERS, EDITING_KEYS, MOVING_KEYS, can_be_sent
from valmentaja.settings.keys import keys_in


class Footer(Enum):
    """How the last line of the screen tells of a command, where the focus has it."""

    ALWAYS = "always"  # what Enter does, the way back, and help: they give way to nothing
    WITH_ROOM = "with_room"
    WHERE_NAMED = "where_named"  # by the screen, in `told_first`


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a key does. `keys` are separated by commas, the first is the one shown.

    `in_fields`: it works also while text is being typed, so it is no letter. `in_palette`: it is found by its words
    with ctrl+p.
    """

    id: str
    keys: str
    action: str
    in_fields: bool = False
    footer: Footer = Footer.WITH_ROOM
    in_palette: bool = True

    @property
    def shown_key(self) -> str:
        """The key that the footer and help show, before the coach has changed it."""
        return self.keys.partition(",")[0]


def _field_key(
    command_id: str,
    keys: str,
    action: str,
    *,
    footer: Footer = Footer.WITH_ROOM,
    in_palette: bool = True,
) -> Command:
    return Command(command_id, keys, action, in_fields=True, footer=footer, in_palette=in_palette)


COMMANDS: Mapping[str, Command] = {
    command.id: command
    for command in (
        # the one in focus
        Command("done", "t", "done"),
        Command("outcome", "o", "outcome"),
        Command("not_reached", "e", "not_reached"),
        Command("next_step", "a", "next_step"),
        Command("put_aside", "l", "put_aside"),
        Command("bring_back", "b", "bring_back", footer=Footer.WHERE_NAMED),
        Command("open", "enter", "open", footer=Footer.ALWAYS, in_palette=False),
        Command("choose", "enter", "open", footer=Footer.ALWAYS, in_palette=False),
        Command("next_part", "tab", "next_part", in_palette=False),
        Command("previous_part", "shift+tab", "previous_part", footer=Footer.WHERE_NAMED, in_palette=False),
        Command("log", "k", "app.log"),
        Command("explain", "s", "explain"),
        Command("meet", "y", "meet"),
        Command("agree", "z", "agree"),
        Command("book", "f", "book"),
        # anywhere
        Command("add", "n", "add"),
        Command("phase", "v", "phase"),
        Command("end", "p", "end", footer=Footer.WHERE_NAMED),
        Command("remove", "delete", "remove"),
        Command("archive", "d", "archive", footer=Footer.WHERE_NAMED),
        Command("everyone", "g", "everyone", footer=Footer.WHERE_NAMED),
        Command("merge", "ctrl+o", "merge", footer=Footer.WHERE_NAMED),
        Command("time", "ctrl+t", "time", footer=Footer.WHERE_NAMED),
        Command("groups", "q", "groups", footer=Footer.WHERE_NAMED),
        Command("unfinished", "f12,.", "unfinished", footer=Footer.WHERE_NAMED),
        Command("find_here", "/", "app.find_here", footer=Footer.WHERE_NAMED, in_palette=False),
        # diary
        Command("write", "enter", "write", footer=Footer.ALWAYS, in_palette=False),
        Command("load", "r", "load"),
        Command("energy", "h", "energy"),
        Command("supervision", "m", "supervision"),
        # days and weeks
        Command("earlier", "left", "earlier"),
        Command("later", "right", "later"),
        Command("now", "home", "now", footer=Footer.WHERE_NAMED),
        Command("go_to_day", "i", "go_to_day"),
        # dialogs and forms
        Command("keep", "enter", "finish", footer=Footer.ALWAYS, in_palette=False),
        Command("go_on", "enter", "go_on", footer=Footer.ALWAYS, in_palette=False),
        Command("fill_fields", "tab", "take_and_go_on", in_palette=False),
        # what works in a field too
        _field_key("finish", "ctrl+s", "finish", footer=Footer.ALWAYS),
        Command("leave", "escape", "leave", footer=Footer.ALWAYS, in_fields=True, in_palette=False),
        Command("leave_text", "escape", "leave", footer=Footer.ALWAYS, in_fields=True, in_palette=False),
        Command("back", "escape", "back", footer=Footer.ALWAYS, in_fields=True, in_palette=False),
        # together mode, where the keys of the desks are off
        _field_key("next_question", "ctrl+s", "next_question", in_palette=False),
        _field_key("previous_question", "ctrl+b", "previous_question", in_palette=False),
        Command("next_view", "tab", "next_view", in_palette=False),
        Command("previous_view", "shift+tab", "previous_view", footer=Footer.WHERE_NAMED, in_palette=False),
        _field_key("hints", "f2", "hints"),
        _field_key("plain_words", "f3", "plain_words", in_palette=False),
        _field_key("dont_know", "f4", "dont_know", in_palette=False),
        _field_key("not_needed", "f5", "not_needed", in_palette=False),
        _field_key("best_guess", "f6", "best_guess", in_palette=False),
        _field_key("questions", "ctrl+g", "questions", in_palette=False),
        Command("step_out", "escape", "step_out", footer=Footer.ALWAYS, in_fields=True, in_palette=False),
        _field_key("client_met", "f3", "client_met", in_palette=False),
        _field_key("log_lines", "f4", "log_lines", footer=Footer.WHERE_NAMED),
        _field_key("skip_line", "ctrl+r", "skip_line", in_palette=False),
        _field_key("use_code", "f6", "use_code", in_palette=False),
        _field_key("disclosure", "f7", "disclosure", in_palette=False),
        _field_key("for_client", "f8", "for_client"),
        _field_key("log_anywhere", "ctrl+n", "app.log", footer=Footer.WHERE_NAMED, in_palette=False),
        _field_key("find", "ctrl+f", "app.find", footer=Footer.WHERE_NAMED),
        _field_key("palette", "ctrl+p", "app.palette", footer=Footer.WHERE_NAMED, in_palette=False),
        _field_key("hide", "ctrl+l", "app.hide", footer=Footer.WHERE_NAMED),
        _field_key("quit", "ctrl+q", "app.quit", footer=Footer.WHERE_NAMED),
        _field_key("help_anywhere", "f1", "app.help", footer=Footer.WHERE_NAMED, in_palette=False),
        Command("undo", "u", "app.undo"),
        Command("redo", "j", "app.redo", footer=Footer.WHERE_NAMED),
        Command("desk_today", "1", "app.desk('today')", footer=Footer.WHERE_NAMED),
        Command("desk_clients", "2", "app.desk('clients')", footer=Footer.WHERE_NAMED),
        Command("desk_employers", "3", "app.desk('employers')", footer=Footer.WHERE_NAMED),
        Command("desk_week", "4", "app.desk('week')", footer=Footer.WHERE_NAMED),
        Command("desk_diary", "5", "app.desk('diary')", footer=Footer.WHERE_NAMED),
        Command("desk_my_work", "6", "app.desk('my_work')", footer=Footer.WHERE_NAMED),
        Command("lock", "x", "app.lock", footer=Footer.WHERE_NAMED),
        Command("theme", "c", "app.next_theme", footer=Footer.WHERE_NAMED),
        Command("settings", "f9", "settings", footer=Footer.WHERE_NAMED),
        Command("guide", "w", "app.guide"),
        Command("help", "?", "app.help", footer=Footer.ALWAYS),
    )
}
"""Every command by its id, in the order in which the footer shows those that the focus has."""

TOGETHER = (
    "next_question",
    "previous_question",
    "next_view",
    "previous_view",
    "plain_words",
    "dont_know",
    "not_needed",
    "best_guess",
    "questions",
    "step_out",
)
"""What only pages of together mode offer: their keys may mean something else at a desk, which is closed meanwhile."""

ALSO_TOGETHER = ("hints", "write", "next_step", "add", "for_client", "help", "hide", "quit", "help_anywhere")
"""What works at the desks and in together mode alike."""

ANYWHERE = ("hide", "quit", "help_anywhere")
"""What works wherever the coach is, also in a dialog."""

OPENS_A_ROW = ("open", "choose", "go_on")
"""What a second click on a row of a list does, whichever of them the screen offers."""

ON_PAGES = (
    "log",
    "meet",
    "book",
    "groups",
    "time",
    "unfinished",
    "log_lines",
    "log_anywhere",
    "find_here",
    "find",
    "palette",
    "undo",
    "redo",
    "desk_today",
    "desk_clients",
    "desk_employers",
    "desk_week",
    "desk_diary",
    "desk_my_work",
    "lock",
    "theme",
    "settings",
    "guide",
    "help",
)
"""What every page has besides its own."""


def bindings(ids: Iterable[str]) -> list[Binding]:
    """The commands as Textual binds them. A binding's id and description are the command's id."""
    return [_binding(COMMANDS[one]) for one in ids]


def _binding(command: Command) -> Binding:
    return Binding(
        command.keys,
        command.action,
        command.id,
        show=command.footer is not Footer.WHERE_NAMED,
        priority=command.in_fields and command.keys != "escape",
        id=command.id,
    )


def keymap(text: str) -> Keymap:
    """The coach's own keys from the setting `keys`: `done=x log=f5`. Raises WrongUsage for what cannot be so."""
    own = {command_id: key for command_id, key in keys_in(text).items() if _is_another(command_id, key)}
    taken = [
        (key, command.id) for command in COMMANDS.values() if command.id not in own for key in _keys(command)
    ]
    for command_id, key in own.items():
        for one, by in taken:
            if one == key and _meet(command_id, by):
                raise WrongUsage("keys.taken", key=key, command=by)
        taken.append((key, command_id))
    return own


def _meet(one: str, other: str) -> bool:
    """Whether a screen may offer both: what is of the desks is off in together mode."""
    return (one in TOGETHER) == (other in TOGETHER) or not {one, other}.isdisjoint(ALSO_TOGETHER)


def _is_another(command_id: str, key: str) -> bool:
    """Whether the key is not the usual one. Raises WrongUsage for one that the command cannot have."""
    command = COMMANDS.get(command_id)
    if command is None:
        raise WrongUsage("keys.unknown", command=command_id)
    if key in _keys(command):
        return False
    if not can_be_sent(key):
        raise WrongUsage("keys.not_sent", key=key)
    if key in EDITING_KEYS | MOVING_KEYS:
        raise WrongUsage("keys.needed", key=key)
    if command.in_fields and key in CHARACTERS:
        raise WrongUsage("keys.typed", key=key, command=command_id)
    return True


def _keys(command: Command) -> list[str]:
    return command.keys.split(",")
