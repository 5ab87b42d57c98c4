"""The Employers desk: everyone in the book by name, found as one types."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from valmentaja.desks.lists import NarrowedList, Roll, employers_list, employers_roll
from valmentaja.errors import CannotBeMet
from valmentaja.model.employer import Employer
from valmentaja.model.listed import ListedEmployer
from valmentaja.screens.literal import literal
from valmentaja.screens.records.acting import OFFERS, Acting
from valmentaja.screens.records.run_rows import short_day
from valmentaja.screens.shell.list_page import ListPage, listed_row
from valmentaja.screens.shell.narrowing import GAP_WIDTH
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.store.employers import employer
from valmentaja.texts.shown import one_line

if TYPE_CHECKING:
    from valmentaja.screens.contacts.log_form import LogForm

_DAY = 11
_LETTERS = 200


class EmployersScreen(ListPage, Acting):
    """Name, what and where, the last contact, what is next."""

    desk = "employers"
    offers: ClassVar[tuple[str, ...]] = (*ListPage.offers, *OFFERS, "everyone", "bring_back", "for_client")

    def __init__(self) -> None:
        super().__init__()
        self._archived_too = False
        self._list: NarrowedList[ListedEmployer] = NarrowedList((), 0, 0)

    def words(self) -> tuple[str, str, Sequence[str]]:
        """The words of this desk."""
        names = [self.texts(f"employers.{one}") for one in ("name", "what", "contact", "next")]
        return self.texts("employers.find"), self.texts("employers.find_hint"), names

    def widths(self, width: int) -> Sequence[int]:
        """The last column has what is left."""
        name = min(32, max(14, width * 28 // 100))
        what = min(32, max(12, width * 26 // 100))
        return name, what, _DAY, max(8, width - name - what - _DAY - 3 * GAP_WIDTH)

    def read_roll(self) -> Roll:
        """Every employer; those in the archive where they are asked for."""
        return employers_roll(self.book, archived_too=self._archived_too)

    def rows(self, typed: str) -> Sequence[Row]:
        """Those that fit; or what to do where there is nobody."""
        self._list = employers_list(self.book, self.today, self.roll, typed)
        if not self._list.rows:
            return (GAP, said_row(self._nobody(typed)))
        rows = [self._row(one) for one in self._list.rows]
        if self._list.more:
            rows += [
                GAP,
                said_row(self.texts.counted("employers.more", self._list.more, key=self.key_of("find_here"))),
            ]
        return rows

    def _nobody(self, typed: str) -> str:
        keys = {one: self.key_of(one) for one in ("back", "add", "log")}
        if typed.strip():
            return self.texts("employers.not_found", typed=one_line(typed, 40), **keys)
        return self.texts("employers.empty", **keys)

    def _row(self, one: ListedEmployer) -> Row:
        return listed_row(one.id, lambda widths: self._contents(one, widths[1]), self.widths)

    def _contents(self, one: ListedEmployer, room: int) -> Sequence[Content]:
        """`room`: the cells that what the employer does and the town have."""
        texts, last = self.texts, one.last_contact_on
        when = short_day(texts, last, self.today) if last else texts("clients.never")
        return (
            self._called(one),
            what_and_where(one.industry, one.town, room),
            literal(when, "" if last else "$quiet"),
            self._next(one),
        )

    def _called(self, one: ListedEmployer) -> Content:
        name = literal(one_line(one.name, _LETTERS), "" if one.is_archived else "bold")
        return name + literal(f" ({self.texts('employers.archived')})", "$quiet") if one.is_archived else name

    def _next(self, one: ListedEmployer) -> Content:
        """The step that falls due first."""
        if one.next is None:
            return Content("")
        day = short_day(self.texts, one.next.due_on, self.today)
        return literal(f"{day} ", "$quiet") + literal(one_line(one.next.text, _LETTERS))

    def status(self) -> tuple[str, str]:
        """How many there are."""
        shown, texts = self._list, self.texts
        count = texts.counted("employer.count", shown.everyone)
        if self._archived_too:
            count = texts("employers.with_archived", count=count)
        if self.narrowing.typed.strip():
            count = texts("clients.fitting", fitting=shown.fitting, count=count)
        return count, ""

    # The one in focus

    def in_focus(self) -> Employer | None:
        """The employer of the row in focus."""
        found = self.focused_id
        if found is None:
            return None
        try:
            return employer(self.book, found)
        except CannotBeMet:
            return None

    def can_do(self, action: str) -> bool:
        """With whichever employer it is; the footer asks at every key."""
        return self.focused_id is not None

    def log_form(self) -> "LogForm":
        """With the employer in focus while the line names none."""
        from valmentaja.screens.contacts.log_form import LogForm

        return LogForm(employer=self.in_focus(), line_names_employer=True)

    # Keys

    def open_row(self, row_id: int) -> None:
        """The page of the employer."""
        from valmentaja.screens.employers.page import EmployerScreen

        self.workbench.push_screen(EmployerScreen(row_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is in the archive is brought back."""
        if action == "bring_back":
            found = self.focused_id
            return any(one.id == found and one.is_archived for one in self._list.rows)
        return super().check_action(action, parameters)

    def action_everyone(self) -> None:
        """Those in the archive too, or not any more."""
        self._archived_too = not self._archived_too
        self.renew()
        self.show_status()

    def action_bring_back(self) -> None:
        """Back in the lists."""
        from valmentaja.screens.employers.archiving import archive

        held = self.in_focus()
        if held is not None:
            archive(self, held, None)

    def action_for_client(self) -> None:
        """The service in the coach's words, for an employer to keep."""
        from valmentaja.screens.employers.sheets import leaflet_sheet

        leaflet_sheet(self)

    def action_add(self) -> None:
        """A new employer; what was looked for and not found is the name."""
        from valmentaja.screens.employers.new_employer import EmployerForm

        typed = self.narrowing.typed.strip() if not self._list.rows else ""
        self.workbench.push_screen(EmployerForm(typed))


def what_and_where(industry: str | None, town: str | None, room: int) -> Content:
    """On one line where both fit, else the town on a line of its own, so that it is always in sight."""
    parts = [literal(one_line(part, _LETTERS)) for part in (industry, town) if part]
    joined = Content(" · ").join(parts)
    if joined.cell_length <= room:
        return joined
    return Content("\n").join(part.truncate(room, ellipsis=True) for part in parts)
