"""The page of one record: its head, its parts one at a time, and in them rows that Enter opens."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import work
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from valmentaja.errors import CannotBeMet
from valmentaja.model.place import AnswerPlace, FieldPlace, place_of
from valmentaja.screens.records.record_head import RecordHead, Tab, TabHeads
from valmentaja.screens.shell.page import Page
from valmentaja.screens.widgets.card import Card
from valmentaja.screens.widgets.row_list import Row, RowList

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page, with its rows read when it is opened."""

    id: str
    label: str
    rows: Callable[[], Sequence[Row]]


class RecordPage(Page):
    """Opened over another page with Enter, left with Esc; closes when its record is gone, taken back by an undo.

    Ids of rows tell what Enter opens: `client/12/phone` a field, `next_step/7` a record with a page of its own,
    `answer/12/job_search.thoughts/client` a question asked of a client.
    A subclass reads its record in `read`, which raises CannotBeMet when there is none, and names the record in `about`.
    """

    DEFAULT_CSS = """
    RecordPage Horizontal > Card { display: none; width: 40%; padding: 0 1 0 2; border-left: solid $rule; }
    RecordPage.-wide.-beside Horizontal > Card { display: block; }
    """
    offers: ClassVar[tuple[str, ...]] = ("open", "next_part", "previous_part", "back")

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._open_part = ""
        self._focused: dict[str, str | None] = {}
        self._gone = False
        self._beside: object = None

    def body(self) -> Iterable[Widget]:
        """Head, names of the parts, rows."""
        yield RecordHead()
        yield TabHeads()
        with Horizontal():
            yield RowList(id="list")
            yield Card()

    # What a subclass tells

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The record's name, a line about it, and its parts, as they are now."""
        raise NotImplementedError

    def about(self) -> str:
        """What the record is called in the titles of dialogs."""
        raise NotImplementedError

    def focused_beside(self) -> str | None:
        """The row in focus, if what is beside tells of it."""
        return None

    def beside(self, row_id: str | None) -> Sequence[Content]:
        """What a wide screen shows beside the rows, as paragraphs; nothing for no such column."""
        return ()

    def status(self) -> tuple[str, str]:
        """That what stands here can be changed."""
        return self.texts("record.changeable", key=self.key_of("open")), ""

    # Showing

    def renew(self) -> None:
        """The record as it is now."""
        try:
            name, about, parts = self.read()
        except CannotBeMet:
            self._gone = True
            self.call_later(self._close_if_gone)
            return
        self._gone = False
        self.query_one(RecordHead).show(name, about)
        self._show_parts(tuple(parts))

    def _show_parts(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        if self._open_part not in [part.id for part in parts]:
            self._open_part = parts[0].id
        tabs = [Tab(part.id, part.label) for part in parts]
        heads = self.query_one(TabHeads)
        heads.display = len(tabs) > 1
        heads.show(tabs, self._open_part)
        part = next(part for part in parts if part.id == self._open_part)
        self.query_one(RowList).show_rows(part.rows(), self._focused.get(part.id))
        self.refresh_bindings()

    def on_screen_resume(self) -> None:
        """Shown again: a record that went meanwhile, under a dialog, closes its page now."""
        super().on_screen_resume()
        if self._gone:
            self.call_later(self._close_if_gone)

    def _close_if_gone(self) -> None:
        """With a dialog over it the page waits until that is left."""
        if self._gone and self.workbench.screen is self:
            self._gone = False
            if not self.workbench.said:
                self.workbench.say("record.gone", key=self.key_of("redo"))
            self.dismiss(None)

    def on_row_list_focused(self) -> None:
        """Each part remembers its row."""
        self._focused[self._open_part] = self.focused_id
        self.refresh_bindings()
        self._show_beside()

    def on_resize(self) -> None:
        """A screen made wider has room beside the rows."""
        self.call_later(self._show_beside)

    def _show_beside(self) -> None:
        """On a wide screen, and where something else than before is to be shown."""
        wanted = (self.focused_beside(), self._open_part, self._shown)
        if self._gone or not self.has_class("-wide") or wanted == self._beside:
            return
        self._beside = wanted
        shown = self.beside(wanted[0])
        self.set_class(bool(shown), "-beside")
        self.query_one(Card).show(shown)

    @property
    def focused_id(self) -> str | None:
        """What the row in focus opens."""
        return self.query_one(RowList).focused_id if self.is_mounted and self.query(RowList) else None

    # Keys

    def told_first(self) -> Sequence[str]:
        """The way to the other parts."""
        return ("next_part",)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer tells only what can be done here."""
        if action in ("next_part", "previous_part"):
            return len(self._parts) > 1
        if action == "open":
            return self.focused_id is not None
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Esc: to the page before."""
        self.dismiss(None)

    def action_next_part(self) -> None:
        """The part after the open one, after the last the first."""
        self._go_to_part(1)

    def action_previous_part(self) -> None:
        """The part before."""
        self._go_to_part(-1)

    def _go_to_part(self, step: int) -> None:
        ids = [part.id for part in self._parts]
        self.open_part(ids[(ids.index(self._open_part) + step) % len(ids)])

    @property
    def part(self) -> str:
        """The id of the open part."""
        return self._open_part

    def open_part(self, part_id: str) -> None:
        """Shows the part with the row that had the focus in it."""
        self._open_part = part_id
        self.query_one(RowList).highlighted = None
        self._show_parts(self._parts)

    def on_tab_heads_chosen(self, event: TabHeads.Chosen) -> None:
        """A click on the name of a part."""
        self.open_part(event.tab_id)

    def action_open(self) -> None:
        """Enter: the field, or the page of the contact or step in focus."""
        row_id = self.focused_id
        if row_id is None:
            return
        if row_id.count("/") == 1:
            kind, _, number = row_id.partition("/")
            self.open_record(kind, int(number))
            return
        place = place_of(row_id)
        if isinstance(place, AnswerPlace):
            self.open_question(place)
        else:
            assert isinstance(place, FieldPlace)
            self.open_field(place)

    def add_with(self, form: Screen[Kept]) -> None:
        """Opens a form that adds something to the open part; what was added has the focus then."""
        before = self._ids()

        def kept(what: Kept | None) -> None:
            if what is not None:
                self._focus_new(before)

        self.workbench.push_screen(form, kept)

    def _ids(self) -> tuple[str, ...]:
        """The ids of all rows of the open part."""
        part = next(one for one in self._parts if one.id == self._open_part)
        return tuple(row.id for row in part.rows() if row.id is not None)

    def _focus_new(self, before: Sequence[str]) -> None:
        self.renew_all()
        added = [one for one in self._ids() if one not in before]
        if added:
            self._focused[self._open_part] = added[0]
            self._show_parts(self._parts)

    def open_field(self, place: FieldPlace) -> None:
        """The field in the way that suits it."""
        self._open_field(place)

    @work
    async def _open_field(self, place: FieldPlace) -> None:
        from valmentaja.screens.records.field_rows import open_field

        try:
            await open_field(self, place, self.about())
        except CannotBeMet as refusal:
            self.workbench.tell(refusal)

    def open_record(self, kind: str, record_id: int) -> None:
        """The page of the record."""
        from valmentaja.screens.records.opening import open_record

        open_record(self, kind, record_id, self.desk)

    def open_question(self, place: AnswerPlace) -> None:
        """The walk through its set, at the question."""
        from valmentaja.screens.questions.opening import open_walk

        open_walk(self, place.client_id, place.question.partition(".")[0], place.question)
