"""A new client: what to call them, since when, and in which phase."""

from collections.abc import Iterable
from datetime import date

from valmentaja.content.phases import phases
from valmentaja.model.client import Client
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.store.clients import ENDED, add_client, client
from valmentaja.store.codes_only import codes_only
from valmentaja.store.lookup import ids_with_name
from valmentaja.texts.dates import Meaning


class ClientForm(Form[Client]):
    """While it is not known who is responsible for the records it asks for a code only, and says why."""

    def __init__(self, name: str = "") -> None:
        super().__init__("client", {"name": name} if name else None)
        self._others = ""

    def title_text(self) -> str:
        """What it is for."""
        return self.texts("client_form.title")

    @property
    def _codes_only(self) -> bool:
        return codes_only(self.book)

    def rows(self) -> Iterable[FieldRow]:
        """Name and code, start, phase."""
        texts = self.texts
        stages = [one for one in phases(texts.language) if one.id != ENDED]
        if not self._codes_only:
            yield FieldRow(texts("client_form.name"), LineField(self.given("name"), id="name"))
        hint = texts("client_form.code_only_hint" if self._codes_only else "client_form.code_hint")
        yield FieldRow(texts("client_form.code"), LineField(placeholder=hint, id="code"))
        start = LineField(texts.date(self.today), id="start", typed_over=True)
        yield FieldRow(texts("client_form.start"), start)
        words = [(one.id, one.short_line) for one in stages]
        yield FieldRow(texts("client_form.phase"), ChoiceField(words, stages[0].id, id="phase"))

    def understood(self) -> str:
        """Why there is no name, who has that name already, and the day of the start written whole."""
        told = [self.texts("client_form.why_codes")] if self._codes_only else []
        namesakes = self._namesakes()
        if namesakes:
            told.append(self.texts("client_form.namesakes", others=namesakes))
        told.append(self.day_line(self._start))
        return "\n".join(filter(None, told))

    def _typed_name(self) -> str:
        return "" if self._codes_only else self.value("name").strip()

    def _namesakes(self) -> str:
        """The codes of those who have the name already."""
        ids = ids_with_name(self.book, "client", self._typed_name()) if self._typed_name() else ()
        return self.texts.sentence_list([client(self.book, one).code for one in ids])

    def _start(self) -> date:
        return self.day_in("start", Meaning.START) if self.value("start").strip() else self.today

    def keep(self) -> Client:
        """On the caseload: one change."""
        start_on = self._start()
        self._others = self._namesakes()
        with self.reading("code" if self._codes_only else "name"):
            return add_client(
                self.book,
                name=self._typed_name() or None,
                code=self.value("code") or None,
                start_on=start_on,
                phase=self.value("phase"),
            )

    def told(self, kept: Client) -> str:
        """Who was added, and who had the name already."""
        if self._others:
            return self.texts(
                "client_form.added_namesake", name=kept.label, code=kept.code, others=self._others
            )
        return self.texts("client_form.added", name=kept.label, code=kept.code)
