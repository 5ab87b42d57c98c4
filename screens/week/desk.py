"""The Week desk: the week's meetings with employers beside the target, the booked times and each contact by day."""

from collections.abc import Iterable, Sequence

from textual import work
from textual.containers import Container
from textual.widget import Widget

from valmentaja.desks.appointments import AppointmentLine, appointments_of_week
from valmentaja.desks.week import week_page
from valmentaja.desks.week_contacts import WeekContact, week_contacts
from valmentaja.errors import WrongUsage
from valmentaja.model.week import Week
from valmentaja.screens.appointments.acting import OFFERS, AppointmentFocus
from valmentaja.screens.appointments.words import appointment_id_in
from valmentaja.screens.literal import literal
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.week.rows import booked_rows, week_rows
from valmentaja.screens.week.tally import tally_shown, week_words
from valmentaja.screens.widgets.columns import lines
from valmentaja.screens.widgets.laid_out import LaidOut
from valmentaja.screens.widgets.row_list import GAP, Row, RowList, fixed_row
from valmentaja.texts.dates import FIRST_YEAR, LAST_YEAR, Meaning, parse_date, parse_week

WEEKS, TIME, UNFINISHED = "weeks_row", "time_row", "unfinished_row"
"""The rows that open what lies behind the week."""


class WeekScreen(AppointmentFocus):
    """Opens on this week."""

    DEFAULT_CSS = """
    WeekScreen #week { height: 1fr; layout: vertical; }
    WeekScreen #tally { padding: 0 1 1 1; }
    WeekScreen RowList, WeekScreen RowList:focus { border-top: solid $rule; }
    WeekScreen.-wide #week { layout: horizontal; padding: 1 0 0 0; }
    WeekScreen.-wide #tally { width: 50; height: 1fr; padding: 0 3 0 1; }
    WeekScreen.-wide RowList, WeekScreen.-wide RowList:focus { width: 1fr; border-top: none;
        border-left: solid $rule; }
    """
    desk = "week"
    offers = ("open", "explain", "earlier", "later", "now", "go_to_day", *OFFERS)

    def __init__(self) -> None:
        super().__init__()
        self._shown_on = self.today
        self._week = Week.of(self.today)
        self._contacts: tuple[WeekContact, ...] = ()
        self._booked: tuple[AppointmentLine, ...] = ()

    @property
    def week(self) -> Week:
        """The week that is shown."""
        return self._week

    def body(self) -> Iterable[Widget]:
        """Tally and contacts."""
        with Container(id="week"):
            yield LaidOut(id="tally")
            yield RowList(id="contacts")

    def renew(self) -> None:
        """The week as it is in the workbook now. On Monday the open page of the week becomes the new one's."""
        if self.today != self._shown_on:
            if self._week == Week.of(self._shown_on):
                self._week = Week.of(self.today)
            self._shown_on = self.today
        tally = week_page(self.book, self._week, self.today, self.texts.language)
        self._contacts = week_contacts(self.book, self._week)
        self.query_one(LaidOut).show(lambda width: tally_shown(self.texts, tally, self.today, width))
        self._booked = appointments_of_week(self.book, self._week)
        self.query_one(RowList).show_rows(self._rows())
        self.refresh_bindings()

    def _rows(self) -> Sequence[Row]:
        """The contacts; where times are booked, those first, each under its name; last what lies behind them."""
        contacts = (*(week_rows(self.texts, self._contacts) or (self._nothing(),)), GAP, *self._behind())
        if not self._booked:
            return contacts
        booked = booked_rows(self.texts, self._booked, self.today, self.workbench.clock.time_of_day)
        booked_heading, logged = (heading(self.texts(f"week_screen.{one}")) for one in ("booked", "logged"))
        return (booked_heading, *booked, GAP, logged, *contacts)

    def _behind(self) -> Sequence[Row]:
        """The weeks beside one another, and where the time goes."""
        told = {WEEKS: self.texts("weeks.row"), TIME: self.texts("time_page.row")}
        told[UNFINISHED] = self.texts("unfinished.row")
        return [fixed_row(row_id, literal(words, "$quiet")) for row_id, words in told.items()]

    def _nothing(self) -> Row:
        """An empty week says what will stand here, and how it begins."""
        this = Week.of(self.today)
        when = "this" if self._week == this else "past" if self._week < this else "ahead"
        told = literal(self.texts(f"week_screen.nothing.{when}", key=self.key_of("log")))
        return Row(None, lambda width: lines(told, width))

    def status(self) -> tuple[str, str]:
        """How many contacts there are in all, and where to look further."""
        told = self.texts.counted("week_screen.contacts", len(self._contacts))
        return told, self.texts("week_screen.behind", key=self.key_of("time"))

    def show_week(self, week: Week) -> None:
        """Shows another week."""
        if not FIRST_YEAR <= week.year <= LAST_YEAR:
            self.workbench.tell(WrongUsage("week.impossible", text=str(week)))
            return
        self._week = week
        self.renew_all()

    def _focused(self) -> WeekContact | None:
        wanted = self.query_one(RowList).focused_id
        return next((one for one in self._contacts if str(one.contact.id) == wanted), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is no contact there is nothing to explain."""
        if action == "explain":
            return bool(self._contacts)
        return super().check_action(action, parameters)

    def on_row_list_focused(self) -> None:
        """A booked time has keys that a contact does not."""
        self.refresh_bindings()

    async def action_open(self) -> None:
        """The page of the booked time, or of the employer; the weeks, or the time."""
        wanted = self.query_one(RowList).focused_id
        if wanted == WEEKS:
            from valmentaja.screens.week.weeks_page import WeeksScreen

            self.workbench.push_screen(WeeksScreen(self._week))
        elif wanted == TIME:
            await self.action_time()
        elif wanted == UNFINISHED:
            await self.action_unfinished()
        else:
            self._open_focused()

    def action_explain(self) -> None:
        """Each contact, and whether it counts."""
        from valmentaja.screens.week.why import WhyScreen

        self.workbench.push_screen(WhyScreen(self._week))

    def _open_focused(self) -> None:
        from valmentaja.screens.records.opening import record_page

        booked = appointment_id_in(self.query_one(RowList).focused_id)
        if booked is not None:
            from valmentaja.screens.appointments.page import AppointmentScreen

            self.workbench.push_screen(AppointmentScreen(booked, self.desk))
            return
        one = self._focused()
        if one is None:
            return
        if one.employer is None:
            self.workbench.say("week_screen.no_employer")
        else:
            self.workbench.push_screen(record_page("employer", one.employer.id, self.desk))

    def action_earlier(self) -> None:
        """The week before."""
        self.show_week(self._week.earlier(1))

    def action_later(self) -> None:
        """The week after."""
        self.show_week(self._week.earlier(-1))

    def action_now(self) -> None:
        """Back to this week."""
        self.show_week(Week.of(self.today))

    @work
    async def action_go_to_day(self) -> None:
        """Any week, or the week of any day, typed."""
        from valmentaja.screens.shell.ask import Ask

        question, example = self.texts("week_screen.which"), self.texts("week_screen.example")
        week = await self.workbench.push_screen_wait(
            Ask(question, example, self._read, lambda week: week_words(self.texts, week, self.today))
        )
        if week is not None:
            self.show_week(week)

    def _read(self, typed: str) -> Week:
        """The week that was typed, by its number or by a day in it."""
        try:
            return parse_week(typed, self.today)
        except WrongUsage as refusal:
            if refusal.key != "week.unreadable":
                raise
        return Week.of(parse_date(typed, self.today, Meaning.RECORD))
