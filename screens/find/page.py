"""Finds in everything that was written, in all forms of a word, as it is typed."""

from collections.abc import Iterable
from functools import partial

from textual import events, work
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.finding import FoundPage
from valmentaja.desks.subject import subject_of_record
from valmentaja.errors import ValmentajaError
from valmentaja.screens.find.looking import Looking
from valmentaja.screens.find.rows import found_rows
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Page
from valmentaja.screens.widgets.columns import lines
from valmentaja.screens.widgets.fields import LineField
from valmentaja.screens.widgets.row_list import Row, RowList
from valmentaja.texts.shown import one_line

DEBOUNCE_SECONDS = 0.2
LEARNING_SECONDS = 0.4
"""After so long without an answer it is said that words are being learnt."""
_LONGEST_TOLD = 40
_MOVES = {"up": "cursor_up", "down": "cursor_down", "pageup": "page_up", "pagedown": "page_down"}


class FindScreen(Page):
    """A field and what was found. The looking is done in a thread: keys never wait for it."""

    DEFAULT_CSS = """
    FindScreen #find-row { height: 1; padding: 0 1; }
    FindScreen #find-row Static { width: auto; padding: 0 2 0 0; color: $quiet; }
    FindScreen LineField { width: 1fr; max-width: 60; }
    FindScreen #count { padding: 0 1; margin-bottom: 1; color: $quiet; }
    FindScreen RowList { height: 1fr; }
    """
    AUTO_FOCUS = "LineField"
    offers = ("open", "back")
    by_enter = ("open",)

    def __init__(self) -> None:
        super().__init__()
        self._looking = Looking(self.workbench)
        self._wanted = ""
        self._asked: str | None = None
        self._told = ""
        self._waiting: Timer | None = None
        self._slow: Timer | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is in focus can be opened, also from the field."""
        if action == "open":
            return self.is_mounted and self.query_one(RowList).focused_id is not None
        return True

    def body(self) -> Iterable[Widget]:
        """The field, how many there are, the list."""
        yield Horizontal(
            Static(literal(self.texts("find.label"))),
            LineField(placeholder=self.texts("find.look_for")),
            id="find-row",
        )
        yield Static(id="count")
        yield RowList()

    def on_mount(self) -> None:
        """The dictionary is opened beforehand, so that the first word is found at once."""
        self.query_one(RowList).can_focus = False
        self._show_beginning()
        self._look("")

    def _show_beginning(self) -> None:
        teaches = literal(self.texts("find.everything"), "$quiet")
        rows = self.query_one(RowList)
        rows.show_rows([Row(None, lambda width: lines(teaches, width))])
        self._count("")

    def _count(self, sentence: str) -> None:
        self.query_one("#count", Static).update(literal(sentence))

    def renew(self) -> None:
        """What is found may have changed."""
        if self._wanted:
            self._look(self._wanted)

    def find_here(self) -> None:
        """The field has the focus."""
        self.query_one(LineField).focus()

    # Looking

    def on_input_changed(self, event: LineField.Changed) -> None:
        """Looked for once the fingers rest."""
        self._stop_waiting()
        self._waiting = self.set_timer(DEBOUNCE_SECONDS, partial(self._want, event.value))

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()

    def _want(self, words: str) -> None:
        self._stop_waiting()
        self._wanted = words
        if words.strip():
            self._look(words)
        else:
            self._show_beginning()

    def _look(self, words: str) -> None:
        """One at a time; what is typed meanwhile is looked for after it."""
        if self._asked is not None or not self.workbench.is_open:
            return
        self._asked = words
        self._slow = self.set_timer(LEARNING_SECONDS, lambda: self._count(self.texts("find.learning")))
        self._look_in_thread(words)

    @work(thread=True, group="find")
    def _look_in_thread(self, words: str) -> None:
        try:
            answer: FoundPage | ValmentajaError = self._looking.found(words)
        except ValmentajaError as refusal:
            answer = refusal
        self.workbench.call_from_thread(self._answered, words, answer)

    def _answered(self, words: str, answer: FoundPage | ValmentajaError) -> None:
        if self._slow is not None:
            self._slow.stop()
        self._asked = None
        if not self.is_attached or not self.workbench.is_open:
            return
        if words != self._wanted:
            self._want(self._wanted)
        elif isinstance(answer, ValmentajaError):
            self._count(self.workbench.sentence_of(answer))
        elif words:
            self._show(words, answer)
        else:
            self._count("")

    def _show(self, words: str, page: FoundPage) -> None:
        rows = self.query_one(RowList)
        shown = found_rows(self.texts, page.found)
        rows.show_rows(shown, shown[0].id if shown and words != self._told else None)
        self._told = words
        self._count(self._how_many(words, page))
        self.refresh_bindings()

    def _how_many(self, words: str, page: FoundPage) -> str:
        count = len(page.found)
        if not count:
            return self.texts("find.nothing", words=one_line(words, _LONGEST_TOLD))
        key = "find.newest"
        return self.texts(key, count=count) if page.may_be_more else self.texts.counted("find.count", count)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Up and down move in the list, while the field keeps what is typed."""
        if event.key in _MOVES:
            event.stop()
            getattr(self.query_one(RowList), f"action_{_MOVES[event.key]}")()

    async def on_input_submitted(self, event: LineField.Submitted) -> None:
        """Enter opens the one in focus; where it is not the answer to these words yet, they are looked for at once."""
        if event.value == self._told:
            await self.action_open()
        else:
            self._want(event.value)

    async def action_open(self) -> None:
        """The page of the one in focus."""
        from valmentaja.screens.find.opening import open_subject

        record_id = self.query_one(RowList).focused_id
        if record_id is None:
            return
        try:
            subject = subject_of_record(self.book, int(record_id))
        except ValmentajaError as refusal:
            self.workbench.tell(refusal)
            return
        if subject.is_known:
            await open_subject(self, subject)
        else:
            self.workbench.say("find.unnamed")

    def action_back(self) -> None:
        """Esc: to the page before."""
        self.dismiss(None)
