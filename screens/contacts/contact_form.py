"""What logging any contact has in common: the way with what is usual for it, and the day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Generic

from textual.widget import Widget

from valmentaja.errors import ValmentajaError, WrongUsage
from valmentaja.model.activity import TimePlace
from valmentaja.model.change import Draft
from valmentaja.model.employer import Employer
from valmentaja.rules.refusals import refuse_ahead, refuse_minutes, refuse_over_a_day
from valmentaja.screens.contacts.naming_form import NamingForm
from valmentaja.screens.shell.form import Kept
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField, TextField
from valmentaja.screens.widgets.name_field import Complete, NameField
from valmentaja.settings.setting import value_of
from valmentaja.settings.work import KILOMETRES
from valmentaja.store.full_days import refuse_full_day
from valmentaja.texts.dates import Meaning
from valmentaja.texts.durations import whole_duration
from valmentaja.texts.numbers import whole_number
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class ContactForm(NamingForm[Kept], Generic[Kept]):
    """A subclass has the fields `way`, `minutes` and `date`, and says in `usuals` what stands in fields as a rule."""

    DEFAULT_CSS = """
    ContactForm #told { height: 4; }
    ContactForm ActionsLine { margin-top: 0; }
    ContactForm TextField { height: 3; }
    ContactForm #minutes, ContactForm #clock, ContactForm #travel, ContactForm #kilometres { max-width: 8; }
    ContactForm #date, ContactForm #on { max-width: 28; }
    """

    def __init__(self, place: str, given: dict[str, str]) -> None:
        super().__init__(place, given)
        self._usual_now: dict[str, str] = {}

    def usuals(self) -> Mapping[str, str]:
        """What stands in fields until they are changed by hand, by their names: minutes and place follow the way."""
        raise NotImplementedError

    def employer_field(self, complete: Complete, held: Employer | None) -> NameField:
        """The field of an employer, with one filled in beforehand."""
        hint = self.texts("log_form.employer_hint")
        field = NameField(complete, self.given("employer"), placeholder=hint, id="employer")
        if held:
            field.pick(held.name, held.id)
        return field

    def minutes_field(self) -> LineField:
        """The minutes; typing goes over those that are there."""
        return LineField(self.given("minutes"), id="minutes", typed_over=True)

    def date_field(self) -> LineField:
        """The day, today at first: written out, so that it is the same day when the form is gone on with tomorrow."""
        return LineField(self.given("date", self.texts.date(self.today)), id="date", typed_over=True)

    def yes_no(self, name: str, *, yes: bool) -> ChoiceField:
        """A field that is answered by yes or no."""
        words = [(word, self.texts(f"word.{word}")) for word in ("yes", "no")]
        return ChoiceField(words, "yes" if yes else "no", id=name)

    def where_rows(self) -> Iterable[Widget]:
        """Where it was and the way there: minutes, and kilometres where the coach keeps those."""
        places = [(place.value, self.texts(f"time_place.{place}")) for place in TimePlace]
        yield FieldRow(self.texts("log_form.place"), ChoiceField(places, "", id="place"))
        yield FieldRow(self.texts("log_form.travel"), LineField(id="travel"))
        if value_of(self.book, KILOMETRES, self.today) == "yes":
            yield FieldRow(self.texts("log_form.kilometres"), LineField(id="kilometres"))

    def on_mount(self) -> None:
        """What is usual stands there."""
        self._usual_now = dict(self.usuals())
        for name, value in self._usual_now.items():
            self.fill(name, self.given(name, value))

    def _go_on_with(self, left: Draft) -> None:
        """What is not as usual was changed by hand, and stays."""
        super()._go_on_with(left)
        self._usual_now = dict(self.usuals())

    def fill(self, name: str, value: str) -> None:
        """Puts a text into the field; the cursor stands after it."""
        super().fill(name, value)
        field = self.field(name)
        if isinstance(field, LineField):
            field.cursor_position = len(value)

    def follow_usuals(self) -> None:
        """What has not been changed by hand is as is usual now."""
        usuals = dict(self.usuals())
        with self.prevent(LineField.Changed, ChoiceField.Changed, TextField.Changed):
            for name, usual in usuals.items():
                before = self._usual_now.get(name)
                if usual != before and self.value(name).strip() == (before or "").strip():
                    self.fill(name, usual)
        self._usual_now = usuals

    def on_choice_field_changed(self) -> None:
        """Another way has other minutes, and another place."""
        self.follow_usuals()

    # What stands in the fields

    def day(self) -> date:
        """The day of the contact, today where none is typed. Raises CannotBeMet for one ahead, WrongUsage for none."""
        with self.reading("date"):
            day = self.day_in("date", Meaning.RECORD) if self.value("date").strip() else self.today
            refuse_ahead(day, self.today)
        return day

    def minutes(self, name: str = "minutes") -> int | None:
        """The minutes in the field, `None` where none are typed. Raises WrongUsage for what is none."""
        typed = self.value(name).strip()
        with self.reading(name):
            minutes = self._minutes_in(typed) if typed else None
            if typed and minutes is None:
                raise WrongUsage("log_form.minutes", text=one_line(typed, LONGEST_NAMED))
            refuse_minutes(minutes)
        return minutes

    def refuse_full_day(self) -> None:
        """What is told of minutes fits into the day. Raises CannotBeMet where it has no more of them."""
        minutes, travel = self.minutes(), self.minutes("travel")
        if travel or self.are_minutes_told():
            with self.reading("minutes"):
                refuse_full_day(self.book, self.day(), (minutes or 0) + (travel or 0))

    def are_minutes_told(self) -> bool:
        """Whether the coach said how long it took; what is usual is never too much for a day."""
        return self.value("minutes").strip() != self._usual_now.get("minutes", "")

    def _minutes_in(self, typed: str) -> int | None:
        """ "90", "1,5 h"."""
        plain = whole_number(typed)
        if plain is not None:
            return plain
        found = whole_duration(typed)
        if found is not None:
            refuse_over_a_day(found, typed)
        return found

    def place_meant(self) -> TimePlace | None:
        """Where it was."""
        return TimePlace(self.value("place")) if self.value("place") else None

    def kilometres(self) -> int | None:
        """The kilometres, where they are kept. Raises WrongUsage for what is no number."""
        if not self.query("#kilometres"):
            return None
        typed = self.value("kilometres").strip()
        with self.reading("kilometres"):
            found = whole_number(typed) if typed else None
            if typed and found is None:
                raise WrongUsage("log_form.kilometres", text=one_line(typed, LONGEST_NAMED))
        return found

    def day_told(self) -> str:
        """The day as it is understood, "" where it is not."""
        try:
            return self.texts.whole_day(self.day())
        except ValmentajaError:
            return ""
