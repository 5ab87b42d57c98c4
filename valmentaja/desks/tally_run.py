"""The pages behind the week's number: the weeks before it, and each contact with what decided about it."""

from dataclasses import dataclass

from valmentaja.desks.week_contacts import WeekContact, week_contacts
from valmentaja.model.week import Week
from valmentaja.rules.tally import counted
from valmentaja.rules.tally_run import Counts, TallyRun, tally_run, weeks_of_year, weeks_until, why_counted
from valmentaja.settings.work import support_visits_count, target_of_week
from valmentaja.store.counted_contacts import counted_contacts
from valmentaja.store.records_begin import employer_contacts_begin
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts

WEEKS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class WhyCounted:
    """A contact of the week, and whether it counts, or why not."""

    line: WeekContact
    counts: Counts


def last_weeks(book: Workbook, last: Week, count: int = WEEKS_SHOWN) -> TallyRun:
    """The run of the weeks until the last one."""
    return _run(book, weeks_until(last, count))


def year_run(book: Workbook, year: int, until: Week) -> TallyRun:
    """The run of an ISO year, as far as it has come."""
    return _run(book, weeks_of_year(year, until))


def _run(book: Workbook, weeks: tuple[Week, ...]) -> TallyRun:
    if not weeks:
        return TallyRun(())
    counts = support_visits_count(book, weeks[-1].monday)
    contacts = counted_contacts(book, weeks[0].monday, weeks[-1].sunday, support_counts=counts)
    begins = employer_contacts_begin(book)
    return tally_run(
        contacts,
        [(week, target_of_week(book, week)) for week in weeks],
        Week.of(begins) if begins is not None else None,
    )


def reached_told(texts: Texts, run: TallyRun) -> str:
    """In how many of the weeks the target was met, in a sentence."""
    if not run.reached:
        return texts("weeks.reached_none")
    if run.reached == len(run.weeks):
        return texts("weeks.reached_all")
    return texts.counted("weeks.reached", run.reached, weeks=len(run.weeks))


def why_week_counts(book: Workbook, week: Week) -> tuple[WhyCounted, ...]:
    """Each contact of the week with what decided about it, in the order of their days and times."""
    counts = support_visits_count(book, week.monday)
    return tuple(
        WhyCounted(line, why_counted(counted(line.contact, support_counts=counts)))
        for line in week_contacts(book, week)
    )
