"""The fields of a contact with an employer, what they are understood as, and what is kept of them."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from textual.widget import Widget

from valmentaja.desks.employer_meant import (
    EmployerMeant,
    KnownEmployer,
    LikelyNames,
    NewEmployer,
    UnclearEmployer,
    employer_meant,
    known_employer,
)
from valmentaja.desks.week import week_page
from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.client import Client
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.model.employer import Employer
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.step import Owner
from valmentaja.model.week import Week
from valmentaja.rules.refusals import refuse_step_about_nobody, refuse_unreminded_step
from valmentaja.rules.tally import counted
from valmentaja.screens.contacts.contact_form import ContactForm
from valmentaja.screens.contacts.naming_form import UnclearName
from valmentaja.screens.shell.disclosing import Disclosing
from valmentaja.screens.shell.names import employer_names_or_new
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField, TextField
from valmentaja.screens.widgets.name_field import Name, NameField, NameRow
from valmentaja.store.contacts import EmployerContactWords, log_employer_contact
from valmentaja.store.glances import newest_change
from valmentaja.store.lookup import ids_with_name
from valmentaja.store.steps import StepWords
from valmentaja.texts.dates import Meaning, parse_clock, parse_date
from valmentaja.texts.shown import one_line

NOT_SAID = "not_said"
LONGEST_TOLD = 36
LONGEST_LIKELY = 20


class EmployerContactForm(ContactForm[EmployerContact], Disclosing[EmployerContact]):
    """With the client it is about, or the employer, filled in beforehand."""

    says_not_agreed = True

    def __init__(self, place: str, client: Client | None = None, employer: Employer | None = None) -> None:
        about = [str(one.id) for one in (client, employer) if one]
        given = {"client": client.label if client else "", "employer": employer.name if employer else ""}
        super().__init__("/".join((place, *about)), given)
        self._client = client
        self._employer = employer
        self._asked: tuple[object, ...] = ()
        self._meant: EmployerMeant | None = None
        self._likely = LikelyNames(self.book)

    def title_text(self) -> str:
        """What is logged."""
        return self.texts("log_form.title")

    def rows(self) -> Iterable[Widget]:
        """What is needed most first."""
        texts = self.texts
        employer = self.employer_field(self._complete_employer, self._employer)
        yield NameRow(texts("log_form.employer"), employer, self._new_one)
        ways = [(way.value, texts(f"log_form.way.{way}")) for way in EmployerContactWay]
        yield FieldRow(texts("log_form.way"), ChoiceField(ways, EmployerContactWay.MEETING, id="way"))
        yield FieldRow(texts("log_form.minutes"), self.minutes_field())
        yield FieldRow(texts("log_form.date"), self.date_field())
        yield FieldRow(texts("log_form.who"), LineField(id="who"))
        yield NameRow(texts("log_form.client"), self._client_field())
        yield FieldRow(texts("log_form.present"), self.yes_no("present", yes=False))
        purposes = [(NOT_SAID, texts("log_form.not_said"))]
        purposes += [(one.value, texts(f"log_form.purpose.{one}")) for one in Purpose]
        yield FieldRow(texts("log_form.purpose"), ChoiceField(purposes, NOT_SAID, id="purpose"))
        yield FieldRow(texts("log_form.outcome"), LineField(id="outcome"))
        yield from self._step_rows()
        yield FieldRow(texts("log_form.note"), TextField(id="note"))
        hint = texts("meet_form.time_hint")
        yield FieldRow(texts("meet_form.time"), LineField(id="clock", placeholder=hint))
        yield from self.where_rows()

    def _step_rows(self) -> Iterable[Widget]:
        texts = self.texts
        yield FieldRow(texts("log_form.next"), LineField(id="next"))
        example = texts("step_form.on_example")
        yield FieldRow(texts("log_form.next_on"), LineField(id="next_on", placeholder=example))
        owners = [(owner.value, texts(f"owner.{owner}")) for owner in Owner]
        yield FieldRow(texts("log_form.owner"), ChoiceField(owners, Owner.TOGETHER, id="owner"))

    def _client_field(self) -> NameField:
        field = NameField(self.complete_client, self.given("client"), id="client")
        if self._client:
            field.pick(self._client.label, self._client.id)
        return field

    def _complete_employer(self, typed: str) -> Sequence[Name]:
        return employer_names_or_new(self.book, typed)

    def _new_one(self, name: str) -> str:
        return self.texts("log_form.new_one", name=name)

    # What was understood

    def understood(self) -> str:
        """The employer, the day and the client, what may be told, the next step's day: told again at every key."""
        day = self._day_or_today()
        when = " · ".join(filter(None, (self.day_told(), self._client_line(day))))
        may = self.may_line()
        return "\n".join((self._employer_line(day), when, *((may,) if may else ()), self._next_line()))

    def disclosed(self) -> tuple[int | None, int | None]:
        """The client and the employer, as they are understood."""
        meant = self._employer_meant(self.today)
        try:
            held = self._client_meant()
        except (UnclearName, ValmentajaError):
            held = None
        return held.id if held else None, meant.employer.id if isinstance(meant, KnownEmployer) else None

    def _day_or_today(self) -> date:
        try:
            return self.day()
        except ValmentajaError:
            return self.today

    def _employer_line(self, day: date) -> str:
        match self._employer_meant(day):
            case None:
                return self.texts("log_form.unnamed")
            case KnownEmployer(held, contacts, last_on):
                name = one_line(held.name, LONGEST_TOLD)
                if last_on is None:
                    return self.texts("log_form.first", name=name)
                last = self.texts.day(last_on) if last_on.year == day.year else self.texts.date(last_on)
                return self.texts("log_form.nth", name=name, number=contacts + 1, last=last)
            case NewEmployer(name):
                return self.texts("log_form.new_one", name=one_line(name, LONGEST_TOLD))
            case UnclearEmployer(_, ()):
                return self.texts("log_form.no_number")
            case UnclearEmployer(_, likely):
                names = [one_line(one.name, LONGEST_LIKELY) for one in likely[:2]]
                return self.texts("log_form.likely", names=", ".join(names))

    def _client_line(self, day: date) -> str:
        typed = self.value("client")
        if not typed.strip():
            return ""
        try:
            return self.client_told(self.client_fitting("client", typed), day)
        except UnclearName:
            return self.texts("log_form.several_clients")
        except ValmentajaError:
            return self.texts("log_form.no_such_client")

    def _next_line(self) -> str:
        typed = self.value("next_on")
        if not typed.strip():
            return ""
        try:
            day = parse_date(typed, self.today, Meaning.PLAN)
        except ValmentajaError:
            return ""
        return self.texts("log_form.next_told", day=self.texts.whole_day(day))

    # Names

    def _employer_meant(self, day: date) -> EmployerMeant | None:
        """Who is meant by what is typed: found again only when that, or what is in the workbook, has changed."""
        typed, field = self.value("employer").strip(), self.name_field("employer")
        picked = field.was_picked(typed), field.picked_id(typed)
        asked = (typed, picked, day, newest_change(self.book), self.book.data_version)
        if asked != self._asked:
            self._meant, self._asked = self._find_meant(typed, day, *picked), asked
        return self._meant

    def _find_meant(
        self, typed: str, day: date, was_picked: bool, picked_id: int | None
    ) -> EmployerMeant | None:
        if not was_picked:
            return employer_meant(self.book, typed, day, self._likely)
        return NewEmployer(typed) if picked_id is None else known_employer(self.book, picked_id, day)

    def refuse_unclear(self) -> None:
        """Asks about an employer that is nearly one in the book, and about a client of several."""
        meant = self._employer_meant(self.today)
        if isinstance(meant, UnclearEmployer):
            question = self.texts("log_form.which_employer", name=one_line(meant.typed, LONGEST_TOLD))
            names = [Name(one.id, one.name, one.town or "") for one in meant.likely]
            raise UnclearName("employer", meant.typed, question, (*names, Name(None, meant.typed)))
        self._client_meant()

    def _client_meant(self) -> Client | None:
        typed = self.value("client")
        return self.client_fitting("client", typed) if typed.strip() else None

    # Keeping

    def keep(self) -> EmployerContact:
        """Logged with the employer, if new, and the next step: one change."""
        client = self._client_meant()
        words = self._words(client)
        self.refuse_full_day()
        step = self._step(words, client)
        with self.reading("employer"):
            return log_employer_contact(self.book, words, employer_label=self._label(), next_step=step)

    def _words(self, client: Client | None) -> EmployerContactWords:
        day, meant = self.day(), self._employer_meant(self.today)
        new = meant.name if isinstance(meant, NewEmployer) else None
        present = self.value("present") == "yes"
        if present and client is None:
            with self.reading("client"):
                raise CannotBeMet("contact.present_without_client")
        purpose = self.value("purpose")
        return EmployerContactWords(
            day=day,
            way=EmployerContactWay(self.value("way")),
            employer_id=meant.employer.id if isinstance(meant, KnownEmployer) else None,
            new_employer=new,
            namesake_meant=new is not None and bool(ids_with_name(self.book, "employer", new)),
            client_id=client.id if client else None,
            present=present,
            who=self.text("who"),
            purpose=None if purpose == NOT_SAID else Purpose(purpose),
            outcome=self.text("outcome"),
            minutes=self.minutes(),
            note=self.text("note"),
            at=self._clock(),
            place=self.place_meant(),
            travel_minutes=self.minutes("travel"),
            kilometres=self.kilometres(),
        )

    def _clock(self) -> time | None:
        typed = self.value("clock").strip()
        with self.reading("clock"):
            return parse_clock(typed) if typed else None

    def _step(self, words: EmployerContactWords, client: Client | None) -> StepWords | None:
        if not self.value("next").strip() and not self.value("next_on").strip():
            return None
        text = self.needed("next", "step.no_text")
        with_employer = words.employer_id is not None or words.new_employer is not None
        with self.reading("next"):
            refuse_step_about_nobody(with_client=client is not None, with_employer=with_employer)
            refuse_unreminded_step(client, self.today, with_employer=with_employer)
        self.needed("next_on", "step.no_day")
        due_on = self.day_in("next_on", Meaning.PLAN)
        return StepWords(text, due_on, self.today, Owner(self.value("owner")))

    def _label(self) -> str:
        match self._employer_meant(self.today):
            case KnownEmployer(held):
                return held.name
            case NewEmployer(name):
                return name
        return ""

    def told(self, kept: EmployerContact) -> str:
        """What was logged, the number of its week, and what stands beside it."""
        label = one_line(self._label(), LONGEST_TOLD).removesuffix(".") or self.texts("contact.unnamed")
        tally = week_page(self.book, Week.of(kept.day), self.today, self.texts.language)
        this_week = Week.of(kept.day) == Week.of(self.today)
        week = self.texts("log_form.this_week") if this_week else self._week_told(tally.week)
        beside = f".{kept.purpose}" if counted(kept).stands_beside else ""
        return self.texts(
            f"log_form.logged{beside}", name=label, week=week, done=tally.in_person, target=tally.target
        )

    def _week_told(self, week: Week) -> str:
        """Another week than this one, with its year where that is another."""
        number = str(week.number) if week.year == Week.of(self.today).year else f"{week.number}/{week.year}"
        return self.texts("log_form.in_week", number=number)
