"""A job lead is added: from a client's page with where it is, from an employer's page with whose it is."""

from collections.abc import Iterable

from textual.widget import Widget

from valmentaja.desks.employer_meant import KnownEmployer, NewEmployer
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.employer import Employer
from valmentaja.model.step import Owner
from valmentaja.screens.records.detail_form import first_words
from valmentaja.screens.records.employer_naming import EmployerNaming
from valmentaja.screens.widgets.name_field import NameField
from valmentaja.store.clients import client
from valmentaja.store.leads import add_lead
from valmentaja.store.lookup import client_ids_fitting
from valmentaja.texts.shown import LONGEST_NAMED, one_line

_ASKED = ("source", "owner", "closes_on", "applied_on", "interview_on", "time", "note")


class LeadForm(EmployerNaming):
    """Only the job is needed, and whose lead it is; the rest comes as it is known."""

    kind = "lead"

    def __init__(self, held: Client | Employer) -> None:
        super().__init__(f"add/lead/{held.id}")
        self._client = held if isinstance(held, Client) else None
        self._at = held if isinstance(held, Employer) else None

    def title_text(self) -> str:
        """Whose it is, or where."""
        whose = self._client.label if self._client else self._at.name if self._at else ""
        return self.texts("detail_form.title", kind=self.texts("kind_new.lead"), whom=first_words(whose))

    def rows(self) -> Iterable[Widget]:
        """What is needed first."""
        yield self.field_row("job")
        yield (
            self.employer_row() if self._client else self.client_row(self.texts("log_form.client"), "client")
        )
        for name in _ASKED:
            yield self.field_row(name, Owner.TOGETHER if name == "owner" else "")

    def understood(self) -> str:
        """Who is meant, and the days written whole."""
        whom = self.employer_line() if self._client else self._client_line()
        return "\n".join(filter(None, (whom, " · ".join(filter(None, map(self.day_told, _ASKED))))))

    def _client_line(self) -> str:
        if not self.value("client").strip():
            return ""
        try:
            return self._named_client().label
        except CannotBeMet as refusal:
            return self.workbench.sentence_of(refusal)

    def _named_client(self) -> Client:
        """Whose lead it is. Raises CannotBeMet for nobody, and where it may be one of several."""
        if self._client is not None:
            return self._client
        typed = self.needed("client", "lead.no_client").strip()
        picked = self.query_one("#client", NameField).picked_id(typed)
        ids = client_ids_fitting(self.book, typed) if picked is None else (picked,)
        with self.reading("client"):
            if not ids:
                raise CannotBeMet("field.no_such_client", name=one_line(typed, LONGEST_NAMED))
            if len(ids) > 1:
                names = ", ".join(client(self.book, one).label for one in ids)
                raise CannotBeMet("lead.which_client", names=names)
        return client(self.book, ids[0])

    def keep(self) -> str:
        """Added: one change, also where the employer is new."""
        whose = self._named_client()
        at = self.employer_named() if self._client else None
        values = self.all_meant(("job", *_ASKED))
        if self._at is not None:
            values["employer_id"] = self._at.id
        elif isinstance(at, KnownEmployer):
            values["employer_id"] = at.employer.id
        new_employer = at.name if isinstance(at, NewEmployer) else None
        add_lead(self.book, whose, values, today=self.today, new_employer=new_employer)
        return self.texts("lead_form.added", job=first_words(values["job"]))
