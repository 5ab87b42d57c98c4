"""The Diary desk: one day at a time, kept by itself while it is written."""

from collections.abc import Iterable
from datetime import date, timedelta

from textual import events, work
from textual.containers import Container
from textual.widget import Widget

from valmentaja.desks.diary import diary_day
from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.diary import DiaryMark
from valmentaja.model.week import Week
from valmentaja.screens.diary.day_text import DayText
from valmentaja.screens.diary.day_words import day_words
from valmentaja.screens.diary.day_writing import DayWriting
from valmentaja.screens.diary.head import DiaryHead
from valmentaja.screens.diary.hints import Hints
from valmentaja.screens.drafts.drafting import IDLE
from valmentaja.screens.shell.page import Page
from valmentaja.store.diary import mark_day
from valmentaja.texts.dates import FIRST_YEAR, Meaning, parse_date

_ONE_DAY = timedelta(days=1)
_SCROLLS = {
    "up": "scroll_up",
    "down": "scroll_down",
    "pageup": "scroll_page_up",
    "pagedown": "scroll_page_down",
}


class DiaryScreen(Page):
    """Opens on today with the cursor in the text. Esc leaves the text, and letters act."""

    DEFAULT_CSS = """
    DiaryScreen #day { height: 1fr; layout: vertical; }
    DiaryScreen.-wide #day { layout: horizontal; }
    DiaryScreen.-wide Hints { width: 44; height: 1fr; padding: 0 2 0 3; border-top: none;
        border-left: solid $rule; }
    """
    AUTO_FOCUS = ""  # the page itself says when the cursor is in the text
    desk = "diary"
    offers = (
        "write",
        "finish",
        "leave_text",
        "hints",
        "load",
        "energy",
        "supervision",
        "earlier",
        "later",
        "now",
        "go_to_day",
    )

    def __init__(self, day: date | None = None) -> None:
        """`day` is the one to begin on; without it, today."""
        super().__init__()
        self._shown_on = self.today
        self._away = True
        self._writing = self._writing_on(day or self.today)
        self._day = diary_day(self.book, self._writing.day)

    def _writing_on(self, day: date) -> DayWriting:
        return DayWriting(self.workbench.drafts, self.texts, day, self._settled)

    def body(self) -> Iterable[Widget]:
        """Head, text, hints."""
        yield DiaryHead(self.texts)
        with Container(id="day"):
            yield DayText(self._edited, self.texts("diary_screen.begin", key=self.key_of("hints")))
            yield Hints(self.texts)

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._writing.day

    @property
    def _text(self) -> DayText:
        return self.query_one(DayText)

    # Showing

    def show_day(self, day: date) -> None:
        """Shows another day, for other screens too; what was typed on the one before is kept. None ahead is shown."""
        try:
            self._refuse_outside(day)
        except ValmentajaError as refusal:
            self.workbench.tell(refusal)
            return
        self._writing.settle()
        self._writing = self._writing_on(day)
        if self.is_mounted:
            self.renew_all()

    def _refuse_outside(self, day: date) -> None:
        if day > self.today:
            raise CannotBeMet("diary.ahead", day=day)
        if day.year < FIRST_YEAR:
            raise CannotBeMet("diary.too_early", year=FIRST_YEAR)

    def renew(self) -> None:
        """The day as it is in the workbook now; what is being typed is left alone."""
        if self.today != self._shown_on:
            self._turn_over()
        self._day = diary_day(self.book, self.day)
        self._writing.take(self._day.entry)
        self._text.show(self._writing.text)
        self.query_one(DiaryHead).show(day_words(self.texts, self.day, self.today), self._day.entry)

    def status(self) -> tuple[str, str]:
        """How many days are written, in the week and in the year of the day."""
        return (
            self.texts.counted("diary_screen.in_week", self._day.written_in_week, week=Week.of(self.day)),
            self.texts.counted("diary_screen.in_year", self._day.written_in_year, year=self.day.year),
        )

    # Typing

    def _edited(self, text: str) -> None:
        """Each edit of the text, at once."""
        if self.workbench.is_open:
            self._writing.typed(text)

    def _settled(self) -> None:
        """What was typed has become the day's text: what the workbook holds now is shown, masked codes said."""
        self.call_later(self._show_settled)

    def _show_settled(self) -> None:
        if self.workbench.is_open:
            self.renew_all()
            self.workbench.say_notices()

    def _left(self) -> None:
        """The cursor is out of the text."""
        if self._writing.settle():
            self._say_kept()

    def _say_kept(self) -> None:
        self.workbench.say_kept(self.texts("diary_screen.kept", day=self.texts.day(self.day)))

    # The turn of the day

    def _turn_over(self) -> None:
        """At midnight the page of today becomes the new day's, unless it is just being written."""
        was_today, self._shown_on = self.day == self._shown_on, self.today
        if not was_today:
            return
        if self.is_typing and self._writing.goes_on(self.workbench.clock.now()):
            keys = {"leave": self.key_of("leave_text"), "now": self.key_of("now")}
            self.workbench.say("diary_screen.day_turned", day=self.texts.day(self.day), **keys)
            self.set_timer(IDLE.total_seconds(), self._follow)
        else:
            self._writing.settle()
            self._writing = self._writing_on(self.today)

    def _follow(self) -> None:
        """Some time after midnight: whoever comes back to the page in the morning finds the new day."""
        if not self.workbench.is_open or self.day != self.today - _ONE_DAY:
            return
        if self._writing.goes_on(self.workbench.clock.now()):
            self.set_timer(IDLE.total_seconds(), self._follow)
        else:
            self.show_day(self.today)

    # Coming and going

    def on_screen_suspend(self) -> None:
        """Another page or a dialog is over this one."""
        self._away = self not in self.workbench.screen_stack
        if self.workbench.is_open:
            self._writing.settle()

    def on_screen_resume(self) -> None:
        """Back from another desk, the cursor is in the text of today."""
        if self._away and self.workbench.is_open:
            self.renew_all()
            if self.day == self.today:
                self.action_write()
        self._away = False

    def on_descendant_focus(self) -> None:
        """The keys of the text are other keys than those of the page."""
        self.refresh_bindings()

    def on_descendant_blur(self) -> None:
        """The text is left, however it came about; looking at another window is no leaving."""
        self.refresh_bindings()
        if self.workbench.is_open and self.workbench.app_focus:
            self._left()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys are of use only in the text, or only out of it."""
        if action in ("finish", "leave"):
            return self.is_typing
        return action != "write" or not self.is_typing

    def on_key(self, event: events.Key) -> None:
        """Out of the text, the keys that would move the cursor scroll."""
        if not self.is_typing and event.key in _SCROLLS:
            event.stop()
            getattr(self._text, _SCROLLS[event.key])(animate=False)

    # The keys

    def action_write(self) -> None:
        """The cursor goes behind the last letter."""
        self._text.focus()
        self._text.to_end()

    def action_leave(self) -> None:
        """Esc: out of the text, which is kept."""
        self.set_focus(None)

    def action_finish(self) -> None:
        """Done: out of the text, which is kept, and said so."""
        self._writing.settle()
        if self._text.text and not self._writing.stands_as_draft:
            self._say_kept()
        self.set_focus(None)

    def action_hints(self) -> None:
        """Shows or hides the questions."""
        self.query_one(Hints).toggle_class("-shown")

    def action_earlier(self) -> None:
        """The day before."""
        self.show_day(self.day - _ONE_DAY)

    def action_later(self) -> None:
        """The day after."""
        self.show_day(self.day + _ONE_DAY)

    def action_now(self) -> None:
        """Back to today."""
        self.show_day(self.today)

    @work
    async def action_go_to_day(self) -> None:
        """Any day, typed."""
        from valmentaja.screens.shell.ask import Ask

        def read(typed: str) -> date:
            day = parse_date(typed, self.today, Meaning.RECORD)
            self._refuse_outside(day)
            return day

        day = await self.workbench.push_screen_wait(
            Ask(
                self.texts("diary_screen.which_day"),
                self.texts("diary_screen.day_example"),
                read,
                lambda day: day_words(self.texts, day, self.today),
            )
        )
        if day is not None:
            self.show_day(day)

    def action_load(self) -> None:
        """How heavy the day was."""
        self._ask_mark(DiaryMark.LOAD)

    def action_energy(self) -> None:
        """How much energy is left."""
        self._ask_mark(DiaryMark.ENERGY)

    @work
    async def _ask_mark(self, mark: DiaryMark) -> None:
        from valmentaja.screens.diary.scale import asked_about

        day, entry = self.day, self._day.entry
        chosen = await self.workbench.push_screen_wait(
            asked_about(self.texts, mark, entry.marked(mark) if entry else None)
        )
        if chosen is not None:
            self._mark(day, mark, int(chosen) or None)

    def action_supervision(self) -> None:
        """To be taken to supervision, or not."""
        entry = self._day.entry
        self._mark(self.day, DiaryMark.SUPERVISION, 0 if entry and entry.supervision else 1)

    def _mark(self, day: date, mark: DiaryMark, value: int | None) -> None:
        self._writing.settle()
        if self.workbench.attempt(lambda: mark_day(self.book, day, mark, value)):
            key = "diary_screen.mark_set" if value else "diary_screen.mark_off"
            self.workbench.say(f"{key}.{mark}", value=value or 0, day=self.texts.day(day))
