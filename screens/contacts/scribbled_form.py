"""A contact with an employer told in one scribbled line: what it was understood as, and the fields that follow it."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual import events
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.desks.employer_meant import (
    KnownEmployer,
)
from valmentaja.desks.scribbled import LineReader
from valmentaja.errors import ValmentajaError, WrongUsage
from valmentaja.model.client import Client
from valmentaja.model.contact import EmployerContactWay
from valmentaja.model.employer import Employer
from valmentaja.rules.scribble import Scribbled
from valmentaja.screens.contacts.employer_contact_form import NOT_SAID, EmployerContactForm
from valmentaja.screens.contacts.log_line import LogLine
from valmentaja.screens.contacts.understood_rows import UnderstoodRow, suggestions_shown, understood_shown
from valmentaja.screens.shell.names import employer_names
from valmentaja.screens.widgets.name_field import Name, NameField
from valmentaja.settings.work import usual_minutes, usual_place
from valmentaja.store.clients import client as client_with
from valmentaja.store.employer_people import people_at
from valmentaja.texts.dates import Meaning, parse_date
from valmentaja.texts.sorting import name_key


class ScribbledForm(EmployerContactForm):
    """While the focus is in the line, what was understood stands under it; with Tab the fields come in its place.

    They follow the line, each until it is changed by hand.
    """

    DEFAULT_CSS = """
    ScribbledForm #suggested { height: 1; color: $quiet; }
    ScribbledForm #understood { height: 7; }
    ScribbledForm.-line #head, ScribbledForm.-line #foot { dock: none; }
    ScribbledForm.-line #told { height: auto; min-height: 2; max-height: 4; }
    """
    offers = ("client_met", *EmployerContactForm.offers)

    def __init__(
        self,
        place: str,
        client: Client | None = None,
        employer: Employer | None = None,
        *,
        line_names_employer: bool = False,
    ) -> None:
        """`line_names_employer`: the line begins with an employer also where one is filled in, which stands while the
        line names none.
        """
        super().__init__(place, client, employer)
        self._employer_is_known = employer is not None and not line_names_employer
        self._reader = LineReader(self.book, self.today)
        self._people: dict[object, tuple[str, ...]] = {}

    def above(self) -> Iterable[Widget]:
        """The line, the names that may be meant, and what was understood."""
        hint = self.texts("log_form.line_hint.employer" if self._employer_is_known else "log_form.line_hint")
        yield LogLine(self._complete_part, self._to_the_fields, placeholder=hint)
        yield Static(id="suggested")
        yield Static(id="understood")

    def on_mount(self) -> None:
        """The line first."""
        self._show_fields(shown=False)

    def word_of(self, command_id: str) -> str:
        """What is told here is logged."""
        return (
            self.texts("log_form.keep") if command_id in ("keep", "finish") else super().word_of(command_id)
        )

    def tells_of(self, command_id: str) -> bool:
        """Under the line a sentence tells of the one who was met."""
        return not (command_id == "client_met" and self._is_in_line) and super().tells_of(command_id)

    def told_first(self) -> Sequence[str]:
        """How the rest is told."""
        return ("fill_fields",)

    def understood(self) -> str:
        """Under the fields in a few lines; under the line what does not stand in its rows."""
        return self.line_told() if self._is_in_line else super().understood()

    def refuse_unclear(self) -> None:
        """Raises WrongUsage for a line that is too long for one, or has nothing but commas on it."""
        with self.reading("line"):
            if self._read_line().says_nothing and self.value("line").strip():
                raise WrongUsage("scribble.empty")
        super().refuse_unclear()

    # The line

    def said(self) -> Scribbled:
        """What the line says; nothing while it is too long for one."""
        try:
            return self._read_line()
        except ValmentajaError:
            return Scribbled()

    def _read_line(self) -> Scribbled:
        return self._reader.read(self.value("line"), employer_is_known=self._employer_is_known)

    def usuals(self) -> dict[str, str]:
        """What the line says, and what is usual where it says nothing."""
        said, texts = self.said(), self.texts
        way = said.way or EmployerContactWay.MEETING
        way_now = way
        if self._usual_now and self.value("way") != self._usual_now["way"]:
            way_now = EmployerContactWay(self.value("way"))
        minutes = usual_minutes(self.book, way_now, self.today) if said.minutes is None else said.minutes
        return {
            "employer": said.employer or self.given("employer"),
            "way": way,
            "minutes": str(minutes),
            "date": texts.date(said.day or self.today),
            "who": said.who or "",
            "client": self._client_said(said) or self.given("client"),
            "present": "yes" if said.present else "no",
            "purpose": said.purpose or NOT_SAID,
            "next": said.next_text or "",
            "next_on": texts.date(said.next_on) if said.next_on else "",
            "note": said.note or "",
            "clock": texts.clock(said.at) if said.at else "",
            "place": usual_place(self.book, way_now, self.today),
        }

    def are_minutes_told(self) -> bool:
        """On the line, or by hand."""
        return self.said().minutes is not None or super().are_minutes_told()

    def _client_said(self, said: Scribbled) -> str:
        """The client's name in full where it is clear who is meant."""
        if len(said.client_ids) != 1:
            return said.client or ""
        held = client_with(self.book, said.client_ids[0])
        self.name_field("client").pick(held.label, held.id)
        return held.label

    def changed(self) -> None:
        """The fields follow the line."""
        self.follow_usuals()
        super().changed()

    def action_finish(self) -> None:
        """As the line stands now, also where its last letter has just been typed."""
        if not self.is_done:
            self.follow_usuals()
        super().action_finish()

    def _complete_part(self, typed: str) -> Sequence[Name]:
        """In the first part employers; after it clients and people of the employer. With an employer who is known the
        first part may be any of them.
        """
        employers: list[Name] = []
        if self.query_one(LogLine).part == 0:
            employers = employer_names(self.book, typed)
            if not self._employer_is_known:
                return employers
        key = name_key(typed)
        people = [Name(None, one) for one in self._people_there() if name_key(one).startswith(key)]
        clients = [one for one in self.complete_client(typed) if not self._has_ended(one)]
        return [*clients, *people, *employers]

    def _has_ended(self, name: Name) -> bool:
        return name.id is not None and client_with(self.book, name.id).has_ended(self.today)

    def _people_there(self) -> tuple[str, ...]:
        meant = self._employer_meant(self.today)
        if not isinstance(meant, KnownEmployer):
            return ()
        asked = meant.employer.id, self.book.data_version
        if asked not in self._people:
            self._people = {asked: people_at(self.book, meant.employer.id)}
        return self._people[asked]

    def on_name_field_listed(self, event: NameField.Listed) -> None:
        """Names for the line stand in one quiet line; one of an employer that is taken is that very employer."""
        if event.field.id != "line":
            return
        for name, record_id in event.field.picked.items():
            self.name_field("employer").picked.setdefault(name, record_id)
        width = self._width()
        told = suggestions_shown(event.names, event.at, width)
        self.query_one("#suggested", Static).update(told)

    # Line or fields

    def _to_the_fields(self) -> None:
        self._show_fields(shown=True)
        self.field("employer").focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """In the line, what was understood; in the fields, the fields."""
        self._show_fields(shown=event.widget.id != "line")
        if not self.query_one("#told").has_class("wrong"):
            self.tell_understood()

    def _show_fields(self, *, shown: bool) -> None:
        self.set_class(not shown, "-line")
        self.query_one("#fields", VerticalScroll).display = shown
        for name in ("#suggested", "#understood"):
            self.query_one(name).display = not shown

    @property
    def _is_in_line(self) -> bool:
        return self.has_class("-line")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A client can be the one who was met only where one is named."""
        if action == "client_met":
            return self.is_mounted and bool(self.query("#client")) and bool(self.said().client)
        return super().check_action(action, parameters)

    def action_client_met(self) -> None:
        """Whom the line names as the client is the person who was met, and no client; the second time as it was."""
        usuals = self.usuals()
        if self.value("client"):
            note = ", ".join(filter(None, (usuals["who"], usuals["note"])))
            wanted = {"who": self.said().client or "", "client": "", "present": "no", "note": note}
        else:
            wanted = {name: usuals[name] for name in ("who", "client", "present", "note")}
        for name, value in wanted.items():
            self.fill(name, value)
        self.changed()

    # What was understood of it

    def line_told(self) -> str:
        """That the line is too long for one; else which key makes the client it names the person who was met."""
        try:
            said = self._read_line()
        except ValmentajaError as refusal:
            return self.workbench.sentence_of(refusal)
        if not said.client:
            return ""
        key = "log_form.was_met" if self.value("client").strip() else "log_form.is_client"
        return self.texts(key, key=self.key_of("client_met"))

    def tell_understood(self) -> None:
        """Under the line row by row, under the fields in a few lines."""
        super().tell_understood()
        if self._is_in_line:
            self.refresh_bindings()
            shown = understood_shown(self._understood_rows(), self._width())
            self.query_one("#understood", Static).update(shown)

    def _width(self) -> int:
        return self.query_one("#understood").size.width or max(30, min(78, self.size.width) - 6)

    def _understood_rows(self) -> Iterable[UnderstoodRow]:
        texts, day = self.texts, self._day_or_today()
        unnamed = not self.value("employer").strip()
        yield UnderstoodRow(texts("log_form.employer"), self._employer_line(day), quiet=unnamed)
        yield UnderstoodRow(texts("log_form.who"), self.value("who"))
        yield UnderstoodRow(texts("log_form.way"), self._way_line(), quiet=self._is_all_usual())
        yield UnderstoodRow(texts("log_form.client"), self._client_and_whether_present(day))
        yield UnderstoodRow("", self.may_line() if self.value("client").strip() else "", quiet=True)
        yield UnderstoodRow(texts("log_form.next"), self._step_line())
        yield UnderstoodRow(texts("log_form.note"), self.value("note"))

    def _client_and_whether_present(self, day: date) -> str:
        told = self._client_line(day)
        if not told or self.value("present") != "yes":
            return told
        return self.texts("log_form.client_present", client=told)

    def _way_line(self) -> str:
        texts, purpose = self.texts, self.value("purpose")
        way = EmployerContactWay(self.value("way"))
        parts = (
            texts(f"way.{way}"),
            texts(f"log_form.purpose.{purpose}") if purpose != NOT_SAID else "",
            f"{self.value('minutes')} min" if self.value("minutes").strip() else "",
            self._day_words(),
            self.value("clock"),
            texts(f"time_place.{self.value('place')}") if self.value("place") else "",
        )
        return " · ".join(filter(None, parts))

    def _day_words(self) -> str:
        try:
            day = self.day()
        except ValmentajaError:
            return self.value("date")
        return self.texts("log_form.today") if day == self.today else self.texts.whole_day(day)

    def _is_all_usual(self) -> bool:
        said = self.said()
        return (said.way, said.minutes, said.day, said.at, said.purpose) == (None,) * 5

    def _step_line(self) -> str:
        text, day = self.value("next"), self.value("next_on")
        if not text.strip() and not day.strip():
            return ""
        try:
            on = self.texts.whole_day(parse_date(day, self.today, Meaning.PLAN))
        except ValmentajaError:
            on = self.texts("log_form.next_when")
        return f"{on} {text}".strip()
