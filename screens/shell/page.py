"""What all screens share: a page of the workbook, and a dialog over one."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.keys import format_key
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from valmentaja.screens.commands import ANYWHERE, COMMANDS, ON_PAGES, bindings
from valmentaja.screens.keyboard import CHARACTERS
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.desks_bar import DesksBar
from valmentaja.screens.widgets.status_line import StatusLine
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts

if TYPE_CHECKING:
    from valmentaja.screens.app import Workbench

Answer = TypeVar("Answer")


class InWorkbench(Screen[Answer], Generic[Answer]):
    """A screen that knows the app it is in, and through it the open workbook, the texts and the day.

    `also_in_footer` names commands that its last line tells of, where those of other screens do not.
    """

    also_in_footer: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        # Its styles are parsed with the colours of now: Textual would parse all there are anew, twice.
        self._css_update_count = self.app._css_update_count

    @property
    def workbench(self) -> "Workbench":
        """The app, as what it is."""
        return cast("Workbench", self.app)

    @property
    def book(self) -> Workbook:
        """The open workbook."""
        return self.workbench.book

    @property
    def texts(self) -> Texts:
        """The texts of the coach's language."""
        return self.workbench.texts

    @property
    def today(self) -> date:
        """The day that the rules go by."""
        return self.workbench.clock.today

    @property
    def is_typing(self) -> bool:
        """Whether the focus is in a field where letters are text."""
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    def commands_now(self) -> list[tuple[str, str]]:
        """The id of each command that the focus has, with its key as the coach has it, in the order of the footer.

        While text is being typed, letters and signs are text.
        """
        here: dict[str, str] = {}
        typing = self.is_typing
        for key, active in self.active_bindings.items():
            command_id = active.binding.id or ""
            if active.enabled and command_id in COMMANDS and not (typing and format_key(key) in CHARACTERS):
                here.setdefault(command_id, key)
        return [(one, here[one]) for one in COMMANDS if one in here]


class Page(InWorkbench[None]):
    """A page of the workbook: the desks above, its body, what is said and what the keys do below.

    A subclass names its `desk` and the commands it `offers`, composes its `body`, and reads its records in `renew`.
    """

    desk = ""
    offers: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.BINDINGS = [*bindings(cls.offers), *bindings(ON_PAGES), *bindings(ANYWHERE)]
        super().__init_subclass__()

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # classes for the styles of a page
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Bar, body, status and keys: the same thing in the same place on every page."""
        yield DesksBar(self.texts, self.desk, self.today)
        yield from self.body()
        yield StatusLine()
        yield ActionsLine()

    def body(self) -> Iterable[Widget]:
        """What stands between the bars."""
        raise NotImplementedError

    def renew(self) -> None:
        """Reads the records again and shows them: after a change here or in another window, and at midnight."""
        raise NotImplementedError

    def status(self) -> tuple[str, str]:
        """What the status line says at its left and right while there is nothing else to say."""
        return "", ""

    def on_screen_resume(self) -> None:
        """The page is shown, for the first time or again: what stands here may have changed meanwhile."""
        if self.workbench.is_open and self._shown != self.workbench.stamp():
            self.renew_all()

    def renew_all(self) -> None:
        """The page with all its bars."""
        if self.workbench.is_open:
            self._shown = self.workbench.stamp()
            self.query_one(DesksBar).show_day(self.today)
            self.renew()
            self.show_status()

    def action_meet(self) -> None:
        """A contact with clients, in a form. A page with a client in focus fills that in."""
        from valmentaja.screens.meet_form import MeetForm

        self.workbench.push_screen(MeetForm(None))

    def show_status(self) -> None:
        """What was said last, else what the page has to say."""
        said = self.workbench.said
        left, right = (said, "") if said else self.status()
        self.query_one(StatusLine).show(literal(left), literal(right))


class Dialog(InWorkbench[Answer], ModalScreen[Answer], Generic[Answer]):
    """A small thing asked over a page. It is left with Esc, which loses no text.

    Where there is nothing to be typed, the `way_out` is called "back".
    """

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    """
    offers: ClassVar[tuple[str, ...]] = ()
    way_out: ClassVar[str] = "leave"

    def __init_subclass__(cls) -> None:
        cls.BINDINGS = [*bindings((*cls.offers, cls.way_out)), *bindings(ANYWHERE)]
        super().__init_subclass__()

    def action_leave(self) -> None:
        """Esc: nothing is done."""
        self.dismiss(None)

    def action_back(self) -> None:
        """Esc, where nothing is typed."""
        self.action_leave()
