"""Records that tell more of a client as rows of a page: what each is first, what is known of it in quieter lines."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content

from valmentaja.desks.details import DetailLine, used_by
from valmentaja.model.benefit import Benefit
from valmentaja.model.concern import Concern
from valmentaja.model.disclosure import Disclosure
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.supporter import Supporter
from valmentaja.model.supporter_contact import SupporterContact
from valmentaja.model.wish import Wish
from valmentaja.screens.literal import literal
from valmentaja.screens.records.run_rows import dated_row, short_day
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.row_list import Row
from valmentaja.store.details import details_of
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

_LETTERS = 500
_LONGEST_NAME = 60
_LONGEST_LINE = 200
_LINES = 6


class DetailRows:
    """Makes the rows; Enter on one opens its page."""

    def __init__(self, book: Workbook, texts: Texts, today: date) -> None:
        self._book = book
        self._texts = texts
        self._today = today

    def rows(self, lines: Iterable[DetailLine]) -> list[Row]:
        """A row for each."""
        return [_row(f"{line.kind}/{line.record.id}", self._told(line)) for line in lines]

    def contacts_with(self, supporter_id: int) -> list[Row]:
        """The run of cooperation with someone of a network, newest first."""
        return [self._contact(one) for one in details_of(self._book, SupporterContact, supporter_id)]

    def _contact(self, one: SupporterContact) -> Row:
        told = literal((one.note or self._texts("network.contact"))[:_LETTERS])
        return dated_row(f"supporter_contact/{one.id}", self._texts, one.day, self._today, told)

    def _told(self, line: DetailLine) -> Content:  # noqa: PLR0911 - one for each kind
        match line.record:
            case Wish() as wish:
                return self._wish(wish)
            case Benefit() as benefit:
                return self._benefit(benefit)
            case Disclosure() as disclosure:
                return self._disclosure(disclosure, line)
            case Supporter() as supporter:
                return self._supporter(supporter)
            case ServicePeriod() as period:
                return self._period(period)
            case Concern() as concern:
                return self._concern(concern, line)
            case EmployerPerson() as person:
                return self._person(person)
        return literal(self._texts(f"kind.{line.kind}"))

    def _wish(self, one: Wish) -> Content:
        place = f"  {self._texts(f'wish_place.{one.place}')}" if one.place else ""
        return literal(one.text[:_LETTERS]) + literal(place, "$quiet")

    def _benefit(self, one: Benefit) -> Content:
        texts = self._texts
        by = texts("benefit_row.by", day=texts.date(one.notify_by)) if one.notify_by else ""
        return _under(
            literal(one_line(one.name, _LONGEST_LINE)),
            texts("benefit_row.limit", limit=one.earnings_limit) if one.earnings_limit else "",
            " ".join(filter(None, (texts("benefit_row.notify", whom=one.notify) if one.notify else "", by))),
            texts("benefit_row.checked", day=texts.date(one.checked_on)) if one.checked_on else "",
        )

    def _disclosure(self, one: Disclosure, line: DetailLine) -> Content:
        """What may be told stands here; what may not only on the page of its own: shoulders are near."""
        texts = self._texts
        whom = line.employer.name if line.employer else texts("disclosure_row.any")
        may = one.may or texts("disclosure_row.nothing")
        again = texts("disclosure_row.again", day=texts.date(one.again_on)) if one.again_on else ""
        agreed = texts("disclosure_row.agreed", day=texts.date(one.agreed_on))
        told = literal(f"{one_line(whom, _LONGEST_NAME)}: ", "$quiet") + literal(may[:_LETTERS])
        return _under(told, ", ".join(filter(None, (agreed, again))))

    def _supporter(self, one: Supporter) -> Content:
        texts = self._texts
        what = [texts(f"body.{one.body}")] if one.body else []
        what += [one_line(part, _LONGEST_NAME) for part in (one.role, one.phone) if part]
        told = literal(one_line(one.name, _LONGEST_NAME), "bold") + literal(f"  {' · '.join(what)}", "$quiet")
        return _under(told, self._last_contact(one), self._kept_informed(one))

    def _person(self, one: EmployerPerson) -> Content:
        reached = [one_line(part, _LONGEST_NAME) for part in (one.role, one.phone, one.email) if part]
        told = literal(one_line(one.name, _LONGEST_NAME), "bold") + literal(
            f"  {' · '.join(reached)}", "$quiet"
        )
        return _under(told, one_line(one.note, _LONGEST_LINE) if one.note else "")

    def _last_contact(self, one: Supporter) -> str:
        texts, contacts = self._texts, details_of(self._book, SupporterContact, one.id)
        every = texts.counted("network.every", one.every_days) if one.every_days else ""
        last = texts("network.last", day=short_day(texts, contacts[0].day, self._today)) if contacts else ""
        return ", ".join(filter(None, (last or (every and texts("network.never")), every)))

    def _kept_informed(self, one: Supporter) -> str:
        """What the client allows to be told them stands with it."""
        if not one.is_told:
            return ""
        consent = one.consent or self._texts("network.no_consent")
        return self._texts("network.is_told", consent=one_line(consent, _LONGEST_LINE))

    def _period(self, one: ServicePeriod) -> Content:
        texts = self._texts
        payer = one_line(one.payer or texts("kind.service_period"), _LONGEST_NAME)
        stretch = (
            texts("phase.stay", entered=one.from_on, left=one.until_on)
            if one.until_on
            else texts("phase.stay_open", entered=one.from_on)
        )
        told = literal(f"{payer}, {stretch}")
        return _under(told, self.used(one), *self.reports(one))

    def used(self, one: ServicePeriod) -> str:
        """How much of what was bought has been used by today."""
        texts, use = self._texts, used_by(self._book, one, self._today)
        hours, meetings = texts.number(use.minutes / 60), str(use.meetings)
        bought_hours = None if one.bought_minutes is None else texts.number(one.bought_minutes / 60)
        return texts(
            "service_row.used",
            hours=texts("service_row.of", used=hours, bought=bought_hours) if bought_hours else hours,
            meetings=meetings
            if one.bought_meetings is None
            else texts("service_row.of", used=meetings, bought=one.bought_meetings),
        )

    def reports(self, one: ServicePeriod) -> Sequence[str]:
        """The reports to the payer, due or given."""
        due = (
            ("interim", one.interim_report_on, one.interim_report_done_on),
            ("final", one.final_report_on, one.final_report_done_on),
        )
        return tuple(
            self._texts(f"service_row.{which}.{'done' if done_on else 'due'}", day=day)
            for which, due_on, done_on in due
            if (day := done_on or due_on) is not None
        )

    def _concern(self, one: Concern, line: DetailLine) -> Content:
        texts = self._texts
        state = literal(f"{texts('concern_row.open')}, ", "$error") if one.settled_on is None else Content("")
        where = f"{one_line(line.employer.name, _LONGEST_NAME)}: " if line.employer else ""
        told = state + literal(f"{texts.date(one.seen_on)}  {where}", "$quiet") + literal(one.text[:_LETTERS])
        raised = one_line(one.raised_with, _LONGEST_LINE) if one.raised_with else ""
        settled = one_line(one.settled_by or "", _LONGEST_LINE)
        return _under(
            told,
            texts("concern_row.raised", whom=raised) if raised else "",
            texts("concern_row.settled", day=texts.date(one.settled_on), how=settled)
            if one.settled_on
            else "",
        )


def _under(head: Content, *lines: str) -> Content:
    """The head, and under it what is known besides."""
    told = head
    for line in lines:
        if line:
            told += Content("\n") + literal(line[:_LETTERS], "$quiet")
    return told


def _row(row_id: str, told: Content) -> Row:
    return Row(row_id, lambda width: row((Column(told, max(10, width), _LINES),)))
