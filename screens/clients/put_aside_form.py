"""A client is put aside until a day, with a reason, and comes back by itself."""

from collections.abc import Iterable

from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.client import Client
from valmentaja.model.snooze import Snooze
from valmentaja.rules.refusals import refuse_ended, refuse_not_ahead
from valmentaja.screens.form import FieldRow, Form
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.snoozes import put_aside
from valmentaja.texts.dates import Meaning, parse_date


class PutAsideForm(Form[Snooze]):
    """Until when, and why."""

    def __init__(self, client: Client) -> None:
        super().__init__(f"put_aside/{client.id}")
        self._client = client

    def title_text(self) -> str:
        """Who."""
        return self.texts("put_aside_form.title", name=self._client.label)

    def rows(self) -> Iterable[FieldRow]:
        """The day and the reason."""
        example = self.texts("step_form.on_example")
        yield FieldRow(self.texts("put_aside_form.until"), LineField(id="until", placeholder=example))
        yield FieldRow(self.texts("put_aside_form.because"), LineField(id="because"))

    def understood(self) -> str:
        """The day that was typed, written whole."""
        typed = self.value("until")
        if not typed.strip():
            return self.texts("put_aside_form.comes_back")
        try:
            return self.texts(
                "form.day", day=self.texts.whole_day(parse_date(typed, self.today, Meaning.PLAN))
            )
        except ValmentajaError:
            return ""

    def told(self, kept: Snooze) -> str:
        """Who, and until when."""
        return self.texts("put_aside_form.told", name=self._client.label, day=self.texts.day(kept.until))

    def keep(self) -> Snooze:
        """Put aside: one change."""
        self.wrong = "until"
        if not self.value("until").strip():
            raise CannotBeMet("put_aside.no_day")
        until = parse_date(self.value("until"), self.today, Meaning.PLAN)
        refuse_not_ahead(until, self.today)
        self.wrong = "because"
        if not self.value("because").strip():
            raise CannotBeMet("put_aside.no_reason")
        self.wrong = ""
        refuse_ended(self._client, self.today)
        return put_aside(
            self.book, self._client.id, until=until, because=self.value("because"), today=self.today
        )
