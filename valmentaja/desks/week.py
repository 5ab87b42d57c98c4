"""The page of a week: the tally of employer contacts beside its target."""

from datetime import date

from valmentaja.model.week import Week
from valmentaja.rules.leaves import leave_days_among
from valmentaja.rules.tally import Tally, first_day_needed, tally, working_days
from valmentaja.settings.work import support_visits_count, target_of_week
from valmentaja.store.counted_contacts import counted_contacts
from valmentaja.store.holidays import holidays_between
from valmentaja.store.leaves import leaves_between
from valmentaja.store.workbook import Workbook


def week_page(book: Workbook, week: Week, day: date, language: str) -> Tally:
    """The week's tally on the day, which tells how much of the week is left; holidays named in `fi` or `en`."""
    counts = support_visits_count(book, week.monday)
    counted = counted_contacts(book, first_day_needed(week), week.sunday, support_counts=counts)
    holidays = holidays_between(book, week.monday, week.sunday, language)
    leaves = leaves_between(book, week.monday, week.sunday)
    leave_days = leave_days_among(working_days(week, holidays), leaves)
    return tally(counted, week, target_of_week(book, week), holidays, day, leave_days)
