"""What logging any contact has in common: the way with the minutes it usually takes, the day, clients by name."""

from collections.abc import Sequence
from datetime import date
from typing import Generic

from textual import work

from valmentaja.errors import CannotBeMet, ValmentajaError, WrongUsage
from valmentaja.model.client import Client
from valmentaja.rules.refusals import refuse_ahead, refuse_minutes
from valmentaja.screens.shell.choose import Choose
from valmentaja.screens.shell.form import Form, Kept
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.screens.widgets.name_field import MOST_LISTED, Name, NameField
from valmentaja.store.clients import client
from valmentaja.store.lookup import client_ids_fitting
from valmentaja.store.name_completion import Completion, clients_completing
from valmentaja.texts.dates import Meaning
from valmentaja.texts.numbers import whole_number
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class UnclearName(Exception):
    """A name in a field may be one of several: the coach is asked which, with the answers and what each is."""

    def __init__(self, field: str, name: str, question: str, answers: Sequence[Name]) -> None:
        super().__init__(field)
        self.field = field
        self.name = name
        self.question = question
        self.answers = tuple(answers)


class ContactForm(Form[Kept], Generic[Kept]):
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
        self._asks = False

    def usual(self) -> str:
        """The minutes that the way chosen takes as a rule, "" where there are none to tell."""
        raise NotImplementedError

    def refuse_unclear(self) -> None:
        """Raises UnclearName for a name that may be one of several."""
        raise NotImplementedError

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

    def text(self, name: str) -> str | None:
        """What is typed in the field, `None` for nothing."""
        return self.value(name) if self.value(name).strip() else None

    def day_told(self) -> str:
        """The day as it is understood, "" where it is not."""
        try:
            return self.texts.whole_day(self.day())
        except ValmentajaError:
            return ""

    def name_field(self, name: str) -> NameField:
        """The field of that name."""
        return self.query_one(f"#{name}", NameField)

    # Clients by name

    def complete_client(self, typed: str) -> Sequence[Name]:
        """Clients who may be meant."""
        found = clients_completing(self.book, typed, self.today, MOST_LISTED)
        return [self._client_name(one) for one in found]

    def _client_name(self, one: Completion) -> Name:
        held = client(self.book, one.id)
        ended = self.texts("log_form.ended") if held.has_ended(self.today) else ""
        return Name(one.id, one.label, " · ".join(filter(None, (one.told_by, ended))))

    def client_fitting(self, field: str, typed: str) -> Client:
        """The client meant. Raises CannotBeMet for nobody, UnclearName where it may be one of several."""
        picked = self.name_field(field).picked_id(typed)
        ids = client_ids_fitting(self.book, typed) if picked is None else (picked,)
        if not ids:
            with self.reading(field):
                raise CannotBeMet("log_form.client_unknown", name=one_line(typed, LONGEST_NAMED))
        if len(ids) > 1:
            held = [client(self.book, one) for one in ids]
            names = [Name(one.id, one.label, one.code if one.name else "") for one in held]
            raise UnclearName(field, typed, self.texts("log_form.which_client"), names)
        return client(self.book, ids[0])

    def client_told(self, held: Client, day: date) -> str:
        """The client as understood, and whether the cooperation had ended."""
        if held.ended_on is not None and held.has_ended(day):
            return self.texts("log_form.has_ended", name=held.label, ended=held.ended_on)
        return held.label

    # Keeping

    def action_finish(self) -> None:
        """Logs it; before that asks once about a name that may be one of several."""
        if self._asks or self.is_done:
            return
        self._wrong = ""
        try:
            self.refuse_unclear()
        except UnclearName as unclear:
            self._asks = True
            self._ask(unclear)
        except ValmentajaError as refusal:
            self.refused(refusal)
        else:
            super().action_finish()

    @work
    async def _ask(self, unclear: UnclearName) -> None:
        answers = [(str(place), self._answer(one)) for place, one in enumerate(unclear.answers)]
        self.name_field(unclear.field).close_list()
        chosen = await self.workbench.push_screen_wait(Choose(unclear.question, answers))
        self._asks = False
        field = self.name_field(unclear.field)
        if chosen is None:
            field.focus()
            return
        self.settle_name(field, unclear.name, unclear.answers[int(chosen)])
        self.action_finish()

    def settle_name(self, field: NameField, typed: str, meant: Name) -> None:
        """The coach has said who is meant by what was typed."""
        field.pick(meant.label, meant.id)
        field.pick(typed, meant.id)

    def _answer(self, one: Name) -> str:
        label = one_line(one.label, LONGEST_NAMED)
        if one.id is None:
            return self.texts("log_form.new_one", name=label)
        return f"{label}  {one.told_by}" if one.told_by else label
