"""What logging any contact has in common: the way with the minutes it usually takes, and the day."""

from datetime import date
from typing import Generic

from valmentaja.errors import ValmentajaError, WrongUsage
from valmentaja.model.employer import Employer
from valmentaja.rules.refusals import refuse_ahead, refuse_minutes
from valmentaja.screens.contacts.naming_form import NamingForm
from valmentaja.screens.shell.form import Kept
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.screens.widgets.name_field import Complete, NameField
from valmentaja.texts.dates import Meaning
from valmentaja.texts.numbers import whole_number
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class ContactForm(NamingForm[Kept], Generic[Kept]):
    """A subclass has the fields `way`, `minutes` and `date`, and says in `usual` what the way takes as a rule."""

    DEFAULT_CSS = """
    ContactForm #told { height: 4; }
    ContactForm ActionsLine { margin-top: 0; }
    ContactForm TextField { height: 3; }
    ContactForm #minutes, ContactForm #clock { max-width: 8; }
    ContactForm #date, ContactForm #on { max-width: 28; }
    """

    def __init__(self, place: str, given: dict[str, str]) -> None:
        super().__init__(place, given)
        self._usual_now = ""

    def usual(self) -> str:
        """The minutes that the way chosen takes as a rule, "" where there are none to tell."""
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

    def on_mount(self) -> None:
        """The minutes that the way takes stand there."""
        self._usual_now = self.usual()
        self.fill("minutes", self.given("minutes", self._usual_now))

    def fill(self, name: str, value: str) -> None:
        """Puts a text into the field; a way that was filled in leaves the minutes as they are."""
        super().fill(name, value)
        if isinstance(self.field(name), ChoiceField):
            self._usual_now = self.usual()

    def on_choice_field_changed(self) -> None:
        """The minutes follow the way until they are changed by hand."""
        usual = self.usual()
        if usual != self._usual_now and self.value("minutes").strip() == self._usual_now:
            super().fill("minutes", usual)
        self._usual_now = usual

    # What stands in the fields

    def day(self) -> date:
        """The day of the contact, today where none is typed. Raises CannotBeMet for one ahead, WrongUsage for none."""
        with self.reading("date"):
            day = self.day_in("date", Meaning.RECORD) if self.value("date").strip() else self.today
            refuse_ahead(day, self.today)
        return day

    def minutes(self) -> int | None:
        """The minutes, `None` where none are typed. Raises WrongUsage for what is no number."""
        typed = self.value("minutes").strip()
        with self.reading("minutes"):
            minutes = whole_number(typed) if typed else None
            if typed and minutes is None:
                raise WrongUsage("log_form.minutes", text=one_line(typed, LONGEST_NAMED))
            refuse_minutes(minutes)
        return minutes

    def day_told(self) -> str:
        """The day as it is understood, "" where it is not."""
        try:
            return self.texts.whole_day(self.day())
        except ValmentajaError:
            return ""
