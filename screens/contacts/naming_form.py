"""A form with names of clients in it: completed as they are typed, and asked about where one may be of several."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Generic

from textual import work

from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.client import Client
from valmentaja.screens.shell.choose import Choose
from valmentaja.screens.shell.form import Form, Kept
from valmentaja.screens.widgets.name_field import MOST_LISTED, Name, NameField, names_in
from valmentaja.store.clients import client
from valmentaja.store.lookup import client_ids_fitting
from valmentaja.store.name_completion import Completion, clients_completing
from valmentaja.texts.shown import LONGEST_NAMED, one_line

CLIENTS = "clients"
"""The field in which several names may stand."""


class UnclearName(Exception):
    """A name in a field may be one of several: the coach is asked which, with the answers and what each is."""

    def __init__(self, field: str, name: str, question: str, answers: Sequence[Name]) -> None:
        super().__init__(field)
        self.field = field
        self.name = name
        self.question = question
        self.answers = tuple(answers)


class NamingForm(Form[Kept], Generic[Kept]):
    """Before it keeps anything it asks once about each name that may be one of several."""

    def __init__(self, place: str, given: dict[str, str]) -> None:
        super().__init__(place, given)
        self._asks = False

    def refuse_unclear(self) -> None:
        """Raises UnclearName for a name that may be one of several; here for one among the `clients`."""
        self.named_clients()

    def name_field(self, name: str) -> NameField:
        """The field of that name."""
        return self.query_one(f"#{name}", NameField)

    def text(self, name: str) -> str | None:
        """What is typed in the field, `None` for nothing."""
        return self.value(name) if self.value(name).strip() else None

    # A client by name

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

    # Several of them in one field

    def clients_field(self, hint: str, held: Client | None = None) -> NameField:
        """The field of several clients, with one filled in beforehand."""
        field = NameField(
            self.complete_client, self.given(CLIENTS), several=True, placeholder=hint, id=CLIENTS
        )
        if held:
            field.pick(held.label, held.id)
        return field

    def named_parts(self) -> Iterator[str]:
        """The names one by one; one with a comma in it, as in "Kallio, Aino", is one name where a client has it."""
        parts = names_in(self.value(CLIENTS))
        while parts:
            most = next(
                (so_many for so_many in range(len(parts), 1, -1) if self.is_one(", ".join(parts[:so_many]))),
                1,
            )
            yield ", ".join(parts[:most])
            parts = parts[most:]

    def is_one(self, name: str) -> bool:
        """Whether all of it is one name."""
        return self.name_field(CLIENTS).was_picked(name) or bool(client_ids_fitting(self.book, name))

    def named_clients(self) -> tuple[Client, ...]:
        """Those named, each once. Raises what `client_fitting` does."""
        named = dict.fromkeys(self.client_fitting(CLIENTS, one).id for one in self.named_parts())
        return tuple(client(self.book, one) for one in named)

    # Keeping

    def action_finish(self) -> None:
        """Keeps it; before that asks once about a name that may be one of several."""
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
        """The coach has said who is meant by what was typed.

        Among several the same beginning may be typed for two: each is asked about, and written out.
        """
        field.pick(meant.label, meant.id)
        field.pick(typed, meant.id)
        if field.id == CLIENTS:
            field.value = ", ".join(meant.label if one == typed else one for one in self.named_parts())

    def _answer(self, one: Name) -> str:
        label = one_line(one.label, LONGEST_NAMED)
        if one.id is None:
            return self.texts("log_form.new_one", name=label)
        return f"{label}  {one.told_by}" if one.told_by else label
