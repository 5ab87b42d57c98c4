"""Books a time with a client, with several at once, or with a group; says what of it a coach may not have meant."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time

from textual.widget import Widget

from valmentaja.desks.days_off import day_off_said
from valmentaja.errors import ValmentajaError
from valmentaja.model.appointment import Appointment
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.employer import Employer
from valmentaja.model.group import Group
from valmentaja.rules.facts import ClientFacts
from valmentaja.rules.refusals import refuse_ended, refuse_nobody_met
from valmentaja.rules.signals import Signal, client_signals
from valmentaja.screens.appointments.who_form import Meant, WhoForm
from valmentaja.screens.appointments.words import noticed, read_moment, when
from valmentaja.screens.contacts.naming_form import CLIENTS, UnclearName
from valmentaja.screens.shell.disclosing import Disclosing
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.screens.widgets.name_field import NameRow
from valmentaja.settings.signals import signal_settings
from valmentaja.settings.work import usual_minutes
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.caseload import client_facts
from valmentaja.store.clients import client
from valmentaja.texts.shown import one_line

LONGEST_TOLD = 60
MOST_PROMISES = 2


class BookForm(WhoForm, Disclosing[Appointment]):
    """With the client, the employer or the group filled in beforehand."""

    DEFAULT_CSS = """
    BookForm #told { height: 6; }
    BookForm #when { max-width: 36; }
    """

    def __init__(
        self, client: Client | None = None, employer: Employer | None = None, group: Group | None = None
    ) -> None:
        ids = [str(one.id) for one in (client, employer, group) if one]
        who = client.label if client else group.name if group else ""
        super().__init__(
            "/".join(("book", *ids)), {CLIENTS: who, "employer": employer.name if employer else ""}
        )
        self._client = client
        self._employer = employer
        self._group = group
        self._facts: dict[int, ClientFacts] | None = None

    def title_text(self) -> str:
        """What is booked."""
        return self.texts("book_form.title")

    def rows(self) -> Iterable[Widget]:
        """What is needed first."""
        texts = self.texts
        who = self.clients_field(texts("book_form.clients_hint"), self._client)
        if self._group:
            who.pick(self._group.name, self._group.id)
        yield NameRow(texts("book_form.clients"), who)
        hint = texts("book_form.when_hint")
        yield FieldRow(texts("book_form.when"), LineField(id="when", placeholder=hint))
        ways = [(way.value, texts(f"client_way.{way}")) for way in ClientContactWay]
        yield FieldRow(texts("meet_form.way"), ChoiceField(ways, ClientContactWay.IN_PERSON, id="way"))
        yield FieldRow(texts("log_form.minutes"), self.minutes_field())
        yield FieldRow(texts("book_form.place"), LineField(id="place"))
        yield FieldRow(texts("book_form.about"), LineField(id="about"))
        yield NameRow(texts("log_form.employer"), self.employer_field(self.complete_employer, self._employer))
        yield FieldRow(texts("book_form.guests"), LineField(id="guests"))

    def on_mount(self) -> None:
        """Where it is known whom it is with, the focus begins on when."""
        if self._client or self._group:
            self.field("when").focus()

    def usuals(self) -> dict[str, str]:
        """The minutes follow the way."""
        return {"minutes": self.usual()}

    def usual(self) -> str:
        """The minutes that such a meeting takes as a rule."""
        return str(usual_minutes(self.book, ClientContactWay(self.value("way")), self.today))

    # What was understood

    def understood(self) -> str:
        """With whom, when, and what is to be noticed of it: told again at every key."""
        meant, moment = self._meant_or_none(), self._moment_or_none()
        told = [self._who_told(meant)]
        if moment is not None:
            planned = self._planned(moment, meant)
            told[0] = " · ".join(filter(None, (told[0], self._when_told(planned))))
            clients = meant.clients if isinstance(meant, Meant) else ()
            clock = self.workbench.clock.time_of_day
            told += noticed(self.book, self.texts, planned, clients, self.today, clock)
            told += self._promises(planned)
        return "\n".join(filter(None, (*told, self.may_line())))

    def disclosed(self) -> tuple[int | None, int | None]:
        """The one client who is to be at an employer's; else nothing is told to anybody."""
        meant = self._meant_or_none()
        try:
            employer_id = self.employer_meant()
        except (ValmentajaError, UnclearName):
            employer_id = None
        if employer_id is None or isinstance(meant, str) or len(meant.clients) != 1:
            return None, employer_id
        return meant.clients[0].id, employer_id

    def _meant_or_none(self) -> Meant | str:
        """Who is meant, or what there is to say of the names."""
        try:
            return self.meant()
        except UnclearName:
            return self.texts("log_form.several_clients")
        except ValmentajaError as refusal:
            return self.workbench.sentence_of(refusal)

    def _who_told(self, meant: Meant | str) -> str:
        if isinstance(meant, str):
            return meant
        if not meant.clients:
            return self.texts("book_form.nobody_yet")
        names = one_line(", ".join(self.client_told(one, self.today) for one in meant.clients), LONGEST_TOLD)
        if meant.group is None and len(meant.clients) == 1:
            return names
        return self.texts("meet_form.group", count=len(meant.clients), names=names)

    def _when_told(self, planned: Appointment) -> str:
        said = day_off_said(self.book, self.texts, planned.day, self.today)
        return ", ".join(filter(None, (when(self.texts, planned), said)))

    def _moment(self) -> tuple[date, time]:
        typed = self.needed("when", "book_form.no_time")
        with self.reading("when"):
            return read_moment(typed, self.today)

    def _moment_or_none(self) -> tuple[date, time] | None:
        if not self.value("when").strip():
            return None
        try:
            return self._moment()
        except ValmentajaError:
            return None

    def _planned(self, moment: tuple[date, time], meant: Meant | str) -> Appointment:
        """The appointment as it would be; what cannot be read of it yet is left out."""
        try:
            minutes, employer_id = self.minutes(), self.employer_meant()
        except (ValmentajaError, UnclearName):
            minutes = employer_id = None
        clients, group = (meant.clients, meant.group) if isinstance(meant, Meant) else ((), None)
        return Appointment(
            id=0,
            revision=0,
            day=moment[0],
            at=moment[1],
            minutes=minutes,
            client_ids=tuple(one.id for one in clients),
            employer_id=employer_id,
            way=ClientContactWay(self.value("way")),
            place=None,
            about=None,
            guests=None,
            group_id=group.id if group else None,
            booked_on=self.today,
            outcome=None,
            contact_id=None,
            moved_to_id=None,
        )

    def _promises(self, planned: Appointment) -> Iterator[str]:
        """What of the client's list it will meet, where it is with one client."""
        facts = self._facts_of(planned.client_ids[0]) if len(planned.client_ids) == 1 else None
        if facts is None:
            return
        with_it = replace(facts, appointments=(planned,))
        signals = client_signals(with_it, signal_settings(self.book), self.today)
        booked = sorted((one for one in signals if one.is_booked), key=lambda one: one.due_on)
        names = dict.fromkeys(self._promise(one) for one in booked)
        if names:
            yield self.texts("book_form.meets", what=self.texts.sentence_list([*names][:MOST_PROMISES]))

    def _promise(self, signal: Signal) -> str:
        """What it is, and by when; of what is late already only what."""
        what = self.texts(f"signal_name.{signal.reason.key.partition('.')[0]}")
        if signal.due_on < self.today:
            return what
        return self.texts("book_form.promise", what=what, day=self.texts.day(signal.due_on))

    def _facts_of(self, client_id: int) -> ClientFacts | None:
        """Read once for the form: it tells of what is open before the time is booked."""
        if self._facts is None:
            self._facts = {one.client.id: one for one in client_facts(self.book, self.today)}
        return self._facts.get(client_id)

    # Keeping

    def keep(self) -> Appointment:
        """Booked: one change."""
        meant = self.meant()
        with self.reading(CLIENTS):
            refuse_nobody_met(meant.clients)
            for one in meant.clients:
                refuse_ended(one, self.today)
        (day, at), minutes = self._moment(), self.minutes()
        words = AppointmentWords(
            day=day,
            at=at,
            client_ids=tuple(one.id for one in meant.clients),
            booked_on=self.today,
            way=ClientContactWay(self.value("way")),
            minutes=None if self.value("minutes").strip() == self.usual() else minutes,
            employer_id=self.employer_meant(),
            place=self.text("place"),
            about=self.text("about"),
            guests=self.text("guests"),
            group_id=meant.group.id if meant.group else None,
        )
        return book_appointment(self.book, words)

    def told(self, kept: Appointment) -> str:
        """With whom, and when."""
        labels = ", ".join(client(self.book, one).label for one in kept.client_ids)
        names = one_line(labels, LONGEST_TOLD)
        return self.texts("book_form.told", names=names, when=when(self.texts, kept))
