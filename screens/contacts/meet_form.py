"""Logs a contact with a client or a group: met, called, written to, or not reached."""

from collections.abc import Iterable
from datetime import time

from textual.widget import Widget

from valmentaja.errors import ValmentajaError
from valmentaja.model.client import Client
from valmentaja.model.client_contact import ClientContact
from valmentaja.model.contact import ClientContactWay
from valmentaja.rules.refusals import refuse_nobody_met
from valmentaja.screens.contacts.contact_form import ContactForm
from valmentaja.screens.contacts.naming_form import UnclearName
from valmentaja.screens.shell.disclosing import Disclosing
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField, TextField
from valmentaja.screens.widgets.name_field import NameRow
from valmentaja.settings.work import usual_minutes, usual_place
from valmentaja.store.clients import client
from valmentaja.store.contacts import log_client_contact
from valmentaja.texts.dates import parse_clock
from valmentaja.texts.shown import one_line

LONGEST_TOLD = 60
ANOTHER_WAY = {
    ClientContactWay.IN_PERSON: ClientContactWay.PHONE,
    ClientContactWay.VIDEO: ClientContactWay.PHONE,
    ClientContactWay.PHONE: ClientContactWay.MESSAGE,
    ClientContactWay.MESSAGE: ClientContactWay.PHONE,
}
"""How somebody is reached out to whom the way in front did not reach."""


class MeetForm(ContactForm[ClientContact], Disclosing[ClientContact]):
    """With the client filled in beforehand, or `None`."""

    def __init__(self, client: Client | None, tried: ClientContact | None = None) -> None:
        """`tried`: in which the client was not reached; then another way is filled in too."""
        label = client.label if client else ""
        way = ANOTHER_WAY[tried.way] if tried else ClientContactWay.IN_PERSON
        super().__init__(f"meet/{client.id}" if client else "meet", {"clients": label, "way": way})
        self._client = client
        self._tried = tried

    def title_text(self) -> str:
        """What is logged."""
        return self.texts("meet_form.title")

    def rows(self) -> Iterable[Widget]:
        """What is needed most first."""
        texts = self.texts
        clients = self.clients_field(texts("meet_form.clients_hint"), self._client)
        yield NameRow(texts("meet_form.clients"), clients)
        ways = [(way.value, texts(f"client_way.{way}")) for way in ClientContactWay]
        yield FieldRow(texts("meet_form.way"), ChoiceField(ways, self.given("way"), id="way"))
        yield FieldRow(texts("meet_form.reached"), self.yes_no("reached", yes=True))
        yield FieldRow(texts("meet_form.topic"), LineField(id="topic"))
        yield FieldRow(texts("log_form.minutes"), self.minutes_field())
        yield FieldRow(texts("log_form.date"), self.date_field())
        hint = texts("meet_form.time_hint")
        yield FieldRow(texts("meet_form.time"), LineField(id="time", placeholder=hint))
        yield from self.where_rows()
        yield FieldRow(texts("log_form.note"), TextField(id="note"))

    def on_mount(self) -> None:
        """Where the client is known, the focus begins on how they were met."""
        if self._client:
            self.field("way").focus()

    def usuals(self) -> dict[str, str]:
        """The minutes and the place that such a contact has as a rule; one that did not come about has no minutes."""
        way = ClientContactWay(self.value("way"))
        took = self.value("reached") == "yes"
        return {
            "minutes": str(usual_minutes(self.book, way, self.today)) if took else "",
            "place": usual_place(self.book, way, self.today),
        }

    # What was understood

    def understood(self) -> str:
        """What was tried, who they are, the day, and what may be told of one who is met alone."""
        day = self.day_told()
        at = self._time_told()
        when = self.texts("contact.at", day=day, clock=at) if day and at else day
        tried = (self._tried_told(self._tried),) if self._tried else ()
        return "\n".join((*tried, self._clients_line(), when, self.may_line()))

    def _tried_told(self, tried: ClientContact) -> str:
        way = self.texts(f"client_way.{tried.way}")
        return self.texts("meet_form.tried", day=self.texts.day(tried.day), way=way)

    def disclosed(self) -> tuple[int | None, int | None]:
        """The client, where it is one."""
        try:
            held = self.named_clients()
        except (UnclearName, ValmentajaError):
            return None, None
        return (held[0].id if len(held) == 1 else None), None

    def _clients_line(self) -> str:
        try:
            held = self.named_clients()
            day = self.day()
        except UnclearName:
            return self.texts("log_form.several_clients").capitalize() + "."
        except ValmentajaError:
            return self.texts("log_form.no_such_client").capitalize() + "."
        names = ", ".join(self.client_told(one, day) for one in held)
        if not held:
            return self.texts("meet_form.nobody_yet")
        return names if len(held) == 1 else self.texts("meet_form.group", count=len(held), names=names)

    def _time_told(self) -> str:
        try:
            at = self._time()
        except ValmentajaError:
            return ""
        return self.texts.clock(at) if at else ""

    # Keeping

    def _time(self) -> time | None:
        typed = self.value("time").strip()
        with self.reading("time"):
            return parse_clock(typed) if typed else None

    def keep(self) -> ClientContact:
        """Logged: one change."""
        held = self.named_clients()
        with self.reading("clients"):
            refuse_nobody_met(held)
        self.refuse_full_day()
        return log_client_contact(
            self.book,
            clients=[(one.id, one.label) for one in held],
            day=self.day(),
            way=ClientContactWay(self.value("way")),
            reached=self.value("reached") == "yes",
            at=self._time(),
            topic=self.text("topic"),
            minutes=self.minutes(),
            note=self.text("note"),
            place=self.place_meant(),
            travel_minutes=self.minutes("travel"),
            kilometres=self.kilometres(),
        )

    def told(self, kept: ClientContact) -> str:
        """What was logged."""
        labels = ", ".join(client(self.book, one).label for one in kept.client_ids)
        names = one_line(labels, LONGEST_TOLD)
        if not kept.reached:
            return self.texts("meet_form.not_reached", names=names)
        return self.texts("meet_form.logged", names=names, way=self.texts(f"client_way.{kept.way}"))
