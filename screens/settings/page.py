"""The settings page: every setting with its value, in groups. Enter opens the form of the one in focus."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.settings import SettingGroup, SettingsPage, group_of, settings_page
from valmentaja.screens.literal import literal
from valmentaja.screens.settings.rows import heads, setting_rows
from valmentaja.screens.shell.page import Page
from valmentaja.screens.widgets.row_list import RowList


class ColumnHeads(Widget):
    """The names of the columns of numbers, while their own line is out of sight."""

    DEFAULT_CSS = """
    ColumnHeads { height: 1; padding: 0 1; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown = False

    def show(self, shown: bool) -> None:
        """Whether they stand there."""
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def render(self) -> Content:
        """In line with the rows under it."""
        page = self.screen
        if not self._shown or not isinstance(page, SettingsScreen):
            return Content("")
        return heads(page.texts, "", self.size.width - 1)  # the list has a scrollbar


class SettingsScreen(Page):
    """Opened from any page, left with Esc."""

    DEFAULT_CSS = """
    SettingsScreen #heading { padding: 0 1; text-style: bold; }
    """
    offers = ("open", "back")

    def __init__(self, focus_on: str | None = None) -> None:
        """`focus_on` is the key of the setting that has the focus at first."""
        super().__init__()
        self._focus_on = focus_on
        self._settings = SettingsPage(())
        self._place_of_heads = 0
        self._language = self.texts.language

    def body(self) -> Iterable[Widget]:
        """What it is, and the list."""
        yield Static(literal(self.texts("settings.title")), id="heading")
        yield ColumnHeads()
        yield RowList()

    def on_mount(self) -> None:
        """The names of the columns stay in sight."""
        self.watch(self.query_one(RowList), "scroll_y", self._show_heads, init=False)

    def renew(self) -> None:
        """The settings as they hold today."""
        self._settings = settings_page(self.book, self.today)
        rows = setting_rows(self.texts, self._settings)
        ids = [row.id for row in rows]
        self._place_of_heads = ids.index(self._settings.of(SettingGroup.SIGNALS)[0].setting.key) - 1
        self.query_one(RowList).show_rows(rows, self._focus_on)
        self._focus_on = None

    def _show_heads(self) -> None:
        self.query_one(ColumnHeads).show(self.query_one(RowList).is_above(self._place_of_heads))

    def status(self) -> tuple[str, str]:
        """How many differ from the usual."""
        changed = sum(line.is_changed for line in self._settings.settings)
        return (self.texts.counted("settings.changed_count", changed) if changed else ""), ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """From here the key leads nowhere else."""
        return action != "settings"

    def action_back(self) -> None:
        """Esc: to the page before."""
        self.dismiss(None)

    def action_open(self) -> None:
        """Enter: the form of the one in focus."""
        key = self.query_one(RowList).focused_id
        line = next((one for one in self._settings.settings if one.setting.key == key), None)
        if line is None:
            return
        from valmentaja.screens.settings.form import setting_form
        from valmentaja.screens.settings.signal_form import SignalForm

        is_signal = group_of(line.setting) is SettingGroup.SIGNALS
        form = SignalForm(line) if is_signal else setting_form(line)
        self.workbench.push_screen(form, lambda _kept: self._follow_language())

    def _follow_language(self) -> None:
        """Another language is spoken on every page."""
        if self.texts.language != self._language:
            self.workbench.call_later(self.workbench.make_pages_anew)
