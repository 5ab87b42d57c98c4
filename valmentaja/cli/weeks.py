"""`tally`: the week's employer contacts beside their target. What stands behind the number is in a file of its own."""

from collections.abc import Iterable
from enum import StrEnum

from valmentaja.cli import as_json, output
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.week import week_page
from valmentaja.model.week import Week
from valmentaja.rules.tally import Tally
from valmentaja.texts import Texts
from valmentaja.texts.dates import parse_week

BARE = "now"
"""What an option means that is given without its number: the usual one."""
VIEWS = ("weeks", "year", "first_contacts", "spread")
"""Options that show something else than one week."""


def tally_arguments(parser: Parser) -> None:
    """Options of `tally`."""
    parser.option("--week", help_key="week", metavar="2026-W48")
    parser.flag("--why", help_key="tally_why")
    parser.option_or_flag("--weeks", bare=BARE, help_key="tally_weeks", metavar="number")
    parser.option_or_flag("--year", bare=BARE, help_key="tally_year", metavar="number")
    parser.option_or_flag("--first-contacts", bare=BARE, help_key="tally_first_contacts", metavar="number")
    parser.option_or_flag("--spread", bare=BARE, help_key="tally_spread", metavar="number")


def tally(session: Session, options: Options) -> None:
    """The tally of this week, or of another; or one of the views behind it."""
    if options.why or any(getattr(options, view) is not None for view in VIEWS):
        from valmentaja.cli.tally_views import tell_view  # the number alone does without

        tell_view(session, options)
        return
    week = parse_week(options.week, session.today) if options.week is not None else Week.of(session.today)
    page = week_page(session.book, week, session.today, session.texts.language)
    if session.json:
        output.data(as_json.tally(page))
    else:
        read_out(session.texts, page, runs=Week.of(session.today) == week)


def read_out(texts: Texts, tally: Tally, *, runs: bool) -> None:
    """The tally in lines; how much is left of the week is told while it `runs`."""
    output.line(texts("tally.week", week=tally.week, first=tally.week.monday, last=tally.week.sunday))
    output.labelled(
        texts("tally.in_person"), texts("tally.of_target", done=tally.in_person, target=tally.target)
    )
    output.labelled(texts("tally.mean"), texts.number(tally.mean_of_4_weeks))
    output.labelled(texts("tally.support_visits"), str(tally.support_visits))
    output.labelled(texts("tally.thanks"), str(tally.thanks))
    output.labelled(texts("tally.by_way"), _counts(texts, "way", tally.by_way.items()))
    if tally.by_purpose:
        output.labelled(texts("tally.by_purpose"), _counts(texts, "purpose", tally.by_purpose.items()))
    output.labelled(texts("tally.with_client"), str(tally.with_client))
    output.labelled(texts("tally.without_client"), str(tally.without_client))
    left = texts.counted("tally.days_left", tally.working_days_left, days=tally.working_days)
    output.labelled(texts("tally.working_days"), left if runs else str(tally.working_days))
    if tally.leave_days:
        output.labelled(texts("tally.leave_days"), str(tally.leave_days))
    for holiday in tally.holidays:
        output.labelled(texts("tally.holiday"), f"{holiday.name}, {texts.day(holiday.day)}")


def _counts(texts: Texts, kind: str, counts: Iterable[tuple[StrEnum | None, int]]) -> str:
    """Numbers with their words; what was not said has a word too."""
    return ", ".join(
        f"{texts(f'{kind}.{word}' if word else f'{kind}.unknown')} {count}" for word, count in counts
    )
