"""What stands behind the week's number: why contacts count, weeks and years in a row, first contacts, the spread."""

from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.parsing import Options
from valmentaja.cli.session import Session
from valmentaja.cli.weeks import BARE, VIEWS
from valmentaja.desks.first_contacts import FirstContact, first_contacts
from valmentaja.desks.records import employer_contact_line
from valmentaja.desks.spread import EmployerShare, spread
from valmentaja.desks.tally_run import WEEKS_SHOWN, last_weeks, reached_told, why_week_counts, year_run
from valmentaja.desks.week import week_page
from valmentaja.errors import WrongUsage
from valmentaja.model.week import Week
from valmentaja.rules.tally_run import TallyRun, WeekCount
from valmentaja.texts import Texts
from valmentaja.texts.dates import FIRST_YEAR, LAST_YEAR, parse_week

if TYPE_CHECKING:
    from valmentaja.cli.output import Json

MOST_WEEKS = 520
LONGEST_BAR = 40
"""Blocks of a bar, each a meeting; a longer one is cut, since its number stands beside it."""
_FULL, _EMPTY = "█", "░"


def tell_view(session: Session, options: Options) -> None:
    """The one thing that is asked for. Raises WrongUsage where several are."""
    asked = [view for view in VIEWS if getattr(options, view) is not None]
    if len(asked) + options.why > 1 or (options.week is not None and asked not in ([], ["weeks"])):
        option = f"--{(asked or ['why'])[0].replace('_', '-')}"
        raise WrongUsage("tally.view_alone", option=option)
    if options.why:
        _tell_why(session, _week(session, options))
        return
    {"weeks": _tell_weeks, "year": _tell_year, "first_contacts": _tell_first, "spread": _tell_spread}[
        asked[0]
    ](session, options)


def _week(session: Session, options: Options) -> Week:
    return parse_week(options.week, session.today) if options.week is not None else Week.of(session.today)


def _year(typed: str, option: str, usual: int) -> int:
    return usual if typed == BARE else values.number(typed, option, FIRST_YEAR, LAST_YEAR)


def _tell_why(session: Session, week: Week) -> None:
    """Each contact of the week, and whether it counts, or why not."""
    tally = week_page(session.book, week, session.today, session.texts.language)
    found = [
        (employer_contact_line(session.book, one.line.contact), one.counts)
        for one in why_week_counts(session.book, week)
    ]
    if session.json:
        why: list[Json] = [{**as_json.employer_contact(line), "counts": counts} for line, counts in found]
        output.data({**as_json.tally(tally), "why": why})
        return
    texts = session.texts
    about = texts("week_why.about", done=tally.in_person, target=tally.target)
    output.labelled(texts("tally.week", week=week, first=week.monday, last=week.sunday), about)
    for line, counts in found:
        output.labelled(texts(f"week_why.{counts}"), lines.employer_contact(texts, line))
    output.line(texts("week_why.rule") if found else texts("week_why.nothing"))


# Weeks and years


def _tell_weeks(session: Session, options: Options) -> None:
    count = WEEKS_SHOWN if options.weeks == BARE else values.number(options.weeks, "--weeks", 1, MOST_WEEKS)
    last = _week(session, options)
    if last.year - count // 52 <= FIRST_YEAR:
        raise WrongUsage("week.impossible", text=options.week)
    _tell_run(session, last_weeks(session.book, last, count), {})


def _tell_year(session: Session, options: Options) -> None:
    this = Week.of(session.today)
    year = _year(options.year, "--year", this.year)
    _tell_run(session, year_run(session.book, year, this), {"year": year})


def _tell_run(session: Session, run: TallyRun, told: "dict[str, Json]") -> None:
    """The weeks, the oldest first, and what they come to."""
    if session.json:
        weeks: list[Json] = [_week_json(one) for one in run.weeks]
        best = _week_json(run.best) if run.best else None
        begins = str(run.begins) if run.begins else None
        sums: dict[str, Json] = {"median": run.median, "mean": round(run.mean, 2), "reached": run.reached}
        output.data({**told, "weeks": weeks, "counted_from": begins, "best": best, **sums})
        return
    texts = session.texts
    for one in run.weeks:
        output.line(_bar_line(texts, one))
    if run.begins is not None and run.weeks:
        output.line(texts("weeks.begins", week=run.begins))
    if run.best is None:
        output.line(texts("weeks.nothing"))
        return
    output.line(texts("weeks.best", week=run.best.week, count=run.best.in_person))
    output.line(texts("weeks.median", median=texts.number(run.median)))
    output.line(texts("weeks.mean", mean=texts.number(run.mean)))
    output.line(reached_told(texts, run))


def _bar_line(texts: Texts, one: WeekCount) -> str:
    """The number first, so that it is heard before the blocks; those still wanting are light."""
    number = texts("tally.of_target", done=one.in_person, target=one.target)
    drawn = _FULL * one.in_person + _EMPTY * (one.target - one.in_person)
    return texts("weeks.bar", week=one.week, day=one.week.monday, number=number, bar=drawn[:LONGEST_BAR])


def _week_json(one: WeekCount) -> "Json":
    return {"week": str(one.week), "in_person": one.in_person, "target": one.target}


# Clients and employers


def _tell_first(session: Session, options: Options) -> None:
    """How soon an employer was met for each client who started in the year."""
    year = _year(options.first_contacts, "--first-contacts", session.today.year)
    found = first_contacts(session.book, year, session.today)
    if session.json:
        clients: list[Json] = [_first_json(one) for one in found.clients]
        mean = None if found.mean_days is None else round(found.mean_days, 1)
        output.data({"year": year, "mean_days": mean, "clients": clients})
        return
    texts = session.texts
    for one in found.clients:
        output.labelled(lines.client_label(texts, one.client), _first_told(texts, one, session.today))
    if not found.clients:
        output.line(texts("first_contacts.nobody_in", year=str(year)))
        return
    if found.mean_days is not None:
        output.line(texts("first_contacts.mean", days=texts.number(round(found.mean_days, 1))))
    output.line(texts("first_contacts.norm"))


def _first_told(texts: Texts, one: FirstContact, today: date) -> str:
    started = texts("first_contacts.started", day=one.client.start_on)
    if one.before_records:
        return f"{started}, {texts('first_contacts.before_records')}"
    if one.days is None:
        return f"{started}, {texts.counted('first_contacts.waits', (today - one.client.start_on).days)}"
    return f"{started}, {texts.counted('first_contacts.days', one.days)}"


def _first_json(one: FirstContact) -> "Json":
    return {
        "client": as_json.client_name(one.client),
        "start": as_json.day(one.client.start_on),
        "met_on": as_json.day(one.met_on),
        "days": one.days,
        "before_records": one.before_records,
    }


def _tell_spread(session: Session, options: Options) -> None:
    """How the contacts and placements of the year spread over employers."""
    year = _year(options.spread, "--spread", session.today.year)
    found = spread(session.book, date(year, 1, 1), date(year, 12, 31))
    if session.json:
        employers: list[Json] = [_share_json(one) for one in found.employers]
        output.data(
            {"year": year, "contacts": found.contacts, "unnamed": found.unnamed, "employers": employers}
        )
        return
    texts = session.texts
    for one in found.employers:
        output.labelled(one.employer.name, _share_told(texts, one))
    count = texts.counted("spread.employers", len(found.employers))
    output.line(f"{count} {texts.counted('spread.contacts', found.contacts)}")
    if found.unnamed:
        output.line(texts.counted("spread.unnamed", found.unnamed))


def _share_told(texts: Texts, one: EmployerShare) -> str:
    told = [texts.counted("spread.share", one.contacts), texts("spread.in_person", count=one.in_person)]
    told += [texts.counted("spread.placements", one.placements)] if one.placements else []
    return ", ".join(told)


def _share_json(one: EmployerShare) -> "Json":
    return {
        "employer": as_json.employer_name(one.employer),
        "contacts": one.contacts,
        "in_person": one.in_person,
        "placements": one.placements,
    }
