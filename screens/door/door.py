"""What stands before the workbook: the page that fits what there is in the home, and what such pages share."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.errors import CannotBeMet, Damaged, ValmentajaError
from valmentaja.screens.commands import ANYWHERE, bindings
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import InWorkbench
from valmentaja.screens.widgets.actions_line import ActionsLine

if TYPE_CHECKING:
    from valmentaja.places import Home
    from valmentaja.screens.program.app import Workbench
    from valmentaja.texts import Texts

ALREADY_THERE = "workbook.exists"


def door(app: "Workbench", refusal: ValmentajaError | None) -> Screen[None]:
    """The page to begin with: unlocking the workbook, making one, or what is wrong. `refusal` is said first."""
    import os

    from valmentaja.store.locks import refuse_overwriting

    if isinstance(refusal, Damaged):
        return Trouble(refusal)
    if os.path.exists(app.home.workbook):
        from valmentaja.screens.door.unlock import Unlock

        return Unlock(refusal)
    if app.home.has_keys:
        return Trouble(CannotBeMet("workbook.gone", home=app.home.folder))
    try:
        refuse_overwriting(app.home)
    except CannotBeMet as remains:
        return Trouble(remains)
    from valmentaja.screens.door.first_run import LanguagePage

    return LanguagePage()


class TopLine(Widget):
    """The name of the program at the left; at the right, how far one has come."""

    DEFAULT_CSS = """
    TopLine { height: 2; border-bottom: solid $rule; padding: 0 1; background: $background; color: $foreground; }
    """

    def __init__(self, right: str = "") -> None:
        super().__init__()
        self._right = right

    def render(self) -> Content:
        """One line."""
        name, right = literal("Valmentaja", "bold"), literal(self._right, "$quiet")
        return name + " " * max(1, self.size.width - name.cell_length - right.cell_length) + right


class DoorPage(InWorkbench[None]):
    """A calm page with one thing to do: what it is, the field or the choices, what is said, what the keys do.

    A subclass composes its `body` in a column, and names the commands it `offers`. A page with a list fills the
    screen's height (`is_list`); another scrolls where the screen is too low for it.
    """

    DEFAULT_CSS = """
    DoorPage #middle { height: 1fr; align-horizontal: center; }
    DoorPage #column { width: 72; max-width: 100%; height: 100%; padding: 1 2 0 2; }
    DoorPage .title { text-style: bold; margin-bottom: 1; }
    DoorPage Static { height: auto; }
    DoorPage .words { margin-bottom: 1; }
    DoorPage .field { height: 1; }
    DoorPage .field > .label { width: 17; }
    DoorPage .field > LineField { width: 1fr; }
    DoorPage #said { margin-top: 1; min-height: 3; }
    DoorPage #foot { height: 2; border-top: solid $rule; }
    """
    offers: ClassVar[tuple[str, ...]] = ()
    is_list: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        cls.BINDINGS = [*bindings(cls.offers), *bindings(ANYWHERE)]
        cls.by_enter = tuple(one for one in ("open", "go_on") if one in cls.offers)
        super().__init_subclass__()

    def compose(self) -> ComposeResult:
        """Top line, column, keys."""
        yield TopLine(self.progress())
        column = Vertical(id="column") if self.is_list else VerticalScroll(id="column", can_focus=False)
        with Vertical(id="middle"), column:
            yield from self.body()
        with Vertical(id="foot"):
            yield ActionsLine()

    def told_first(self) -> Sequence[str]:
        """Here nobody knows yet how to leave, and where help is."""
        return "quit", "help_anywhere"

    def body(self) -> Iterable[Widget]:
        """What stands in the column, `said()` last."""
        raise NotImplementedError

    def progress(self) -> str:
        """How far one has come, "" where that means nothing."""
        return ""

    def title_line(self, key: str) -> Static:
        """What the page is, in a few words."""
        return Static(literal(self.texts(key)), classes="title")

    def words(self, key: str) -> Static:
        """A paragraph that explains."""
        return Static(literal(self.texts(key)), classes="words")

    def labelled(self, key: str, field: Widget) -> Widget:
        """A field with its label."""
        return Horizontal(Static(literal(self.texts(key)), classes="label"), field, classes="field")

    def said(self, sentence: str = "") -> Static:
        """Where sentences to the coach stand. Beside a list it takes room only when there is something to say."""
        place = Static(literal(sentence), id="said")
        place.display = bool(sentence) or not self.is_list
        return place

    def say(self, sentence: str) -> None:
        """Says something under the field; it stays until the next thing is said."""
        for place in self.query("#said"):
            if isinstance(place, Static):
                place.update(literal(sentence))
                place.display = bool(sentence) or not self.is_list

    def say_here(self, sentence: str) -> None:
        """Under the field."""
        self.say(sentence)

    def say_refusal(self, refusal: ValmentajaError) -> None:
        """Says what went wrong, in its sentence."""
        self.say(self.workbench.sentence_of(refusal))

    def action_back(self) -> None:
        """Esc: the page before."""
        self.dismiss()


class Opening(DoorPage):
    """Stands there while the key is derived without asking."""

    def body(self) -> Iterable[Widget]:
        """A few words."""
        yield self.title_line("unlock.title")
        yield Static(literal(self.texts("unlock.opening")))


class Trouble(DoorPage):
    """The workbook or its keys are not as they should be: what is wrong, what helps, and how to leave."""

    offers = ("go_on", "use_code")

    def __init__(self, refusal: ValmentajaError) -> None:
        super().__init__()
        self._refusal = refusal

    def body(self) -> Iterable[Widget]:
        """What is wrong, and what helps."""
        yield self.title_line("trouble.title")
        yield Static(literal(self.workbench.sentence_of(self._refusal)), classes="words")
        helps = isinstance(self._refusal, Damaged) and self._refusal.backup_helps
        if helps or self._refusal.key == "workbook.gone":
            told = backup_that_helps(self.texts, self.workbench.home)
            yield Static(literal(told), classes="words")
        again = self.texts("trouble.again", key=self.key_of("go_on"))
        yield Static(literal(again), classes="words")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The recovery code helps where a key file is at fault and the code's own is there."""
        import os

        if action == "use_code":
            return self._refusal.key.startswith("key.") and os.path.exists(self.workbench.home.code_key)
        return True

    def action_go_on(self) -> None:
        """Enter: looks again; a backup may have been restored meanwhile in another window."""
        self.workbench.call_later(self.workbench.show_door)

    def action_use_code(self) -> None:
        """In by the recovery code."""
        from valmentaja.screens.door.recover import CodePage

        self.workbench.push_screen(CodePage())


def backup_that_helps(texts: "Texts", home: "Home") -> str:
    """Where the newest backup is and how it is restored, or that there is none."""
    from valmentaja.backup import backups

    newest = next(iter(backups(home)), None)
    if newest is None:
        return texts("damaged.no_backup")
    return texts("damaged.backup", at=newest.made_at, home=home_option(home))


def home_option(home: "Home") -> str:
    """How a command names the home: "" for the usual one."""
    import os

    from valmentaja.places import home_folder

    usual = home_folder(None, os.environ) == home.folder
    return "" if usual else f' --home "{home.folder}"'
