"""A client is put aside until a day, with a reason, and comes back by itself."""

from collections.abc import Iterable

from valmentaja.model.client import Client
from valmentaja.model.snooze import Snooze
from valmentaja.rules.refusals import refuse_ended, refuse_not_ahead
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.store.snoozes import put_aside
from valmentaja.texts.dates import Meaning


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
        if not self.value("until").strip():
            return self.texts("put_aside_form.comes_back")
        return self.day_line(lambda: self.day_in("until", Meaning.PLAN))

    def told(self, kept: Snooze) -> str:
        """Who, and until when."""
        return self.texts("put_aside_form.told", name=self._client.label, day=self.texts.day(kept.until))

    def keep(self) -> Snooze:
        """Put aside: one change."""
        self.needed("until", "put_aside.no_day")
        with self.reading("until"):
            until = self.day_in("until", Meaning.PLAN)
            refuse_not_ahead(until, self.today)
        because = self.needed("because", "put_aside.no_reason")
        refuse_ended(self._client, self.today)
        return put_aside(self.book, self._client.id, until=until, because=because, today=self.today)
