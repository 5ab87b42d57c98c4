"""A placement of a client is added: where, what, from when, and how it is paid for."""

from collections.abc import Iterable, Iterator

from textual.widget import Widget

from valmentaja.desks.employer_meant import KnownEmployer, NewEmployer
from valmentaja.desks.placements import Outlook, PlacementLine, placement_line, thought_of
from valmentaja.errors import ValmentajaError
from valmentaja.model.client import Client
from valmentaja.model.placement import Pay
from valmentaja.screens.placements.words import job_told, next_sentence, next_told, remark_told
from valmentaja.screens.records.employer_naming import EmployerNaming
from valmentaja.store.placements import add_placement
from valmentaja.texts.shown import LONGEST_NAMED, one_line

_FIRST = ("job", "start", "pay", "hours")
_OF_JOBS = ("contract", "trial_until")
_UNPAID = ("unpaid_kind", "initiative", "paid_chance", "decide_on", "next_aim")
_LAST = ("end", "workplace_supporter", "note")
_ALL = (*_FIRST, "subsidy_until", *_OF_JOBS, *_UNPAID, *_LAST)


class PlacementForm(EmployerNaming):
    """What an unpaid period needs is asked of one only (method.md P11); what was typed there stays in sight."""

    kind = "placement"

    def __init__(self, client: Client) -> None:
        super().__init__(f"placement/{client.id}")
        self._client = client

    def title_text(self) -> str:
        """Whose it is."""
        return self.texts("work.add_title", name=one_line(self._client.label, LONGEST_NAMED))

    def rows(self) -> Iterable[Widget]:
        """What is needed most first."""
        yield self.employer_row()
        for name in _ALL:
            yield self.field_row(name, Pay.PAID if name == "pay" else "")

    def out_of_sight(self) -> Iterable[str]:
        """What this sort of work does not have."""
        return {*_ALL} - {*self._shown()}

    def _shown(self) -> Iterator[str]:
        """The fields in sight: those of this sort of work, and any in which something stands."""
        pay = self.value("pay")
        own = _UNPAID if pay == Pay.UNPAID else _OF_JOBS
        for name in _ALL:
            of_its_own = name in own or name in (*_FIRST, *_LAST)
            of_its_own = of_its_own or (name == "subsidy_until" and pay == Pay.SUBSIDISED)
            if of_its_own or self.is_said(name):
                yield name

    # The employer

    def _employer(self) -> KnownEmployer | NewEmployer:
        """The employer meant. Raises CannotBeMet for none, and where it may be one of several."""
        self.needed("employer", "work.no_employer")
        meant = self.employer_named()
        assert meant is not None
        return meant

    # What was understood

    def understood(self) -> str:
        """Which employer, the day of the start, when to meet first, and what there is to be said."""
        told = [self.employer_line(), self.day_told("start")]
        outlook = self._outlook()
        if outlook is not None:
            meeting = outlook.open_meeting
            told.append(next_told(self.texts, meeting, self.today) if meeting else "")
            told += [remark_told(self.book, self.texts, one) for one in outlook.remarks]
        return "\n".join(filter(None, told))

    def _outlook(self) -> Outlook | None:
        """What would follow from what stands here; `None` while that cannot be told."""
        try:
            if self.day_meant("start") is None:
                return None
            return thought_of(self.book, self._client.id, self.all_meant(self._shown()), self.today)
        except ValmentajaError:
            return None

    # Keeping

    def keep(self) -> str:
        """Added: one change, also where the employer is new."""
        meant = self._employer()
        self.needed("start", "work.no_start")
        given = self.all_meant(self._shown())
        new_employer = meant.name if isinstance(meant, NewEmployer) else None
        if isinstance(meant, KnownEmployer):
            given["employer_id"] = meant.employer.id
        with self.reading("end"):
            added = add_placement(
                self.book, self._client.id, given, today=self.today, new_employer=new_employer
            )
        return self._told(placement_line(self.book, added, self.today))

    def _told(self, kept: PlacementLine) -> str:
        """What was added, and when to meet first."""
        added = self.texts("work.added", job=job_told(kept))
        meeting = kept.open_meeting
        return f"{added} {next_sentence(self.texts, meeting, self.today)}" if meeting else added
