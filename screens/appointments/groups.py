"""The groups: several clients who meet at the same times, such as a job-search club."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.appointments import GroupLine, group_line
from valmentaja.screens.literal import literal
from valmentaja.screens.records.run_rows import short_day
from valmentaja.screens.shell.list_page import listed_row
from valmentaja.screens.shell.narrowing import GAP_WIDTH
from valmentaja.screens.shell.page import Page
from valmentaja.screens.widgets.row_list import Row, RowList, said_row
from valmentaja.store.appointments import appointments_of_group
from valmentaja.store.groups import all_groups
from valmentaja.texts.shown import one_line

_LETTERS = 200


class GroupsScreen(Page):
    """Opened from any page, left with Esc. Those that have ended stand last."""

    DEFAULT_CSS = """
    GroupsScreen #heading { padding: 0 1; margin-bottom: 1; text-style: bold; }
    """
    desk = "clients"
    offers = ("open", "add", "back")

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[GroupLine, ...] = ()

    def body(self) -> Iterable[Widget]:
        """What it is, and the list."""
        yield Static(literal(self.texts("groups.title")), id="heading")
        yield RowList()

    def renew(self) -> None:
        """The groups as they are now."""
        self._groups = tuple(group_line(self.book, one) for one in all_groups(self.book))
        rows = [self._row(one) for one in self._groups]
        nothing = said_row(self.texts("groups.empty", key=self.key_of("add")))
        self.query_one(RowList).show_rows(rows or [nothing])
        self.refresh_bindings()

    def _row(self, line: GroupLine) -> Row:
        return listed_row(line.group.id, lambda _widths: self._contents(line), _widths)

    def _contents(self, line: GroupLine) -> Sequence[Content]:
        held, texts = line.group, self.texts
        members = ", ".join(one_line(one.label, _LETTERS) for one in line.clients)
        return (
            literal(one_line(held.name, _LETTERS), "bold"),
            literal(members) if members else literal(texts("group.empty"), "$quiet"),
            self._next(line),
        )

    def _next(self, line: GroupLine) -> Content:
        """The next meeting; that the group has ended."""
        held, texts = line.group, self.texts
        if held.ended_on is not None:
            return literal(texts("group.ended", day=held.ended_on), "$quiet")
        meetings = appointments_of_group(self.book, held.id)
        ahead = next((one for one in meetings if one.outcome is None and one.day >= self.today), None)
        if ahead is None:
            return literal(texts("groups.nothing_booked"), "$quiet")
        return literal(texts("contact.at", day=short_day(texts, ahead.day, self.today), clock=ahead.at))

    def status(self) -> tuple[str, str]:
        """How many there are."""
        return (self.texts.counted("groups.count", len(self._groups)), "") if self._groups else ("", "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is no group there is nothing to open; from here the key leads nowhere else."""
        if action == "open":
            return bool(self._groups)
        return action != "groups"

    # Keys

    def action_open(self) -> None:
        """Enter: the page of the group."""
        from valmentaja.screens.appointments.group_page import GroupScreen

        found = self.query_one(RowList).focused_id
        if found is not None:
            self.workbench.push_screen(GroupScreen(int(found), self.desk))

    def action_add(self) -> None:
        """A new group."""
        from valmentaja.screens.appointments.group_form import GroupForm

        self.workbench.push_screen(GroupForm())

    def action_back(self) -> None:
        """Esc: to the page before."""
        self.dismiss(None)


def _widths(width: int) -> Sequence[int]:
    """The members have what is left."""
    name, ahead = min(30, max(14, width * 30 // 100)), 22
    return name, max(8, width - name - ahead - 2 * GAP_WIDTH), ahead
