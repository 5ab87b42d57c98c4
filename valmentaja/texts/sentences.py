"""Reasons become sentences: a short one for a list column, a longer one with the dates behind it."""

from collections.abc import Callable
from datetime import date

from valmentaja import TYPE_CHECKING
from valmentaja.model.reason import Band, Booked, Reason, ReasonParameter
from valmentaja.texts.door import Texts

if TYPE_CHECKING:
    from valmentaja.model.change import Change

HALF_A_YEAR_DAYS = 183


def signal_sentence(texts: Texts, reason: Reason, band: Band, today: date) -> str:
    """The reason in a few words, first letter lower-case: "ei tavattu 24 pv".

    Where the moment counted from is today, the quiet wording is used: nobody says "0 days ago". What is booked
    says that: "viikkotapaaminen: varattu to 26.11. klo 10".
    """
    if reason.booked is not None:
        what = texts(f"signal_name.{reason.key.partition('.')[0]}")
        return texts("signal.booked", what=what, **_told(texts, reason.booked, today))
    wording = Band.QUIET if reason.parameters.get("since") == today else band
    return texts(
        f"signal.{reason.key}.{wording}", **_filled(texts, reason, today, day_seen_from(texts, today))
    )


def signal_why(texts: Texts, reason: Reason, today: date) -> str:
    """What stands behind the reason: one or two sentences with dates, days and the interval promised."""
    why = _why(texts, reason, today)
    if reason.booked is None:
        return why
    return f"{why} {texts('signal.booked.why', **_told(texts, reason.booked, today))}"


def _why(texts: Texts, reason: Reason, today: date) -> str:
    key, filled = f"signal.{reason.key}.why", _filled(texts, reason, today, texts.date)
    interval_days = reason.parameters.get("interval_days")
    if isinstance(interval_days, int):
        return texts.counted(key, interval_days, **filled)
    return texts(key, **filled)


def _told(texts: Texts, booked: Booked, today: date) -> dict[str, str]:
    return {"day": day_seen_from(texts, today)(booked.day), "at": texts.clock(booked.at)}


def day_seen_from(texts: Texts, today: date) -> Callable[[date], str]:
    """How a day is said in few words: with its year from half a year away, where "Thu 29 Feb" could be another's."""

    def said(day: date) -> str:
        return texts.day(day) if abs((day - today).days) < HALF_A_YEAR_DAYS else texts.whole_day(day)

    return said


def put_aside_sentence(texts: Texts, until: date, because: str) -> str:
    """Until when a client is put aside, and the coach's own words on why."""
    return texts("triage.put_aside", until=texts.day(until), because=_in_one_line(because))


def back_again_sentence(texts: Texts, until: date, because: str) -> str:
    """As `put_aside_sentence`, where it has been said already that the client is put aside."""
    return texts("triage.back_again", until=texts.day(until), because=_in_one_line(because))


def _filled(texts: Texts, reason: Reason, today: date, say_date: Callable[[date], str]) -> dict[str, str]:
    """The reason's own parameters in words, and what follows from them on the day."""
    given = reason.parameters
    filled = {name: _in_words(value, say_date) for name, value in given.items()}
    due_on, since, owner = given.get("due_on"), given.get("since"), given.get("owner")
    if isinstance(due_on, date):
        filled["over"] = _days(texts, max(0, (today - due_on).days))
        filled["when"] = _when(texts, due_on, today)
    if isinstance(since, date):
        filled["gone"] = _days(texts, (today - since).days)
        filled["ago"] = _ago(texts, (today - since).days)
    if "question_set" in given:
        filled["question_set"] = texts(f"question_set.{given['question_set']}")
    if owner is not None:
        filled["owner"] = texts(f"owner.{owner}")
    return filled


def _in_words(value: ReasonParameter, say_date: Callable[[date], str]) -> str:
    return say_date(value) if isinstance(value, date) else _in_one_line(str(value))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _days(texts: Texts, days: int) -> str:
    return texts.counted("span.days", days, days=days)


def _ago(texts: Texts, days: int) -> str:
    if days == 0:
        return texts("ago.today")
    return texts("ago.yesterday") if days == 1 else texts.counted("ago.days", days, days=days)


def _when(texts: Texts, due_on: date, today: date) -> str:
    days_left = (due_on - today).days
    if days_left == 0:
        return texts("when.today")
    key = "when.late" if days_left < 0 else "when.ahead"
    return texts(key, span=_days(texts, abs(days_left)))


def change_sentence(texts: Texts, change: "Change") -> str:
    """What the coach did, by name: "yhteydenotto kirjattu: Lounas-Aitta, 24.11.2026"."""
    told = dict(change.parameters)
    if "day" in told:
        told["day"] = texts.date(date.fromisoformat(told["day"]))
    if "question_set" in told:
        told["question_set"] = texts(f"question_set.{told['question_set']}")
    if "kind" in told:
        told["kind"] = texts(f"kind.{told['kind']}")
    if "field" in told:
        told["field"] = in_midsentence(texts(f"field.{told['field']}"))
    return texts(f"change.{change.what}", **told)


def as_sentence(text: str) -> str:
    """A text as it begins a line: "viikkotapaaminen, 2 pv yli" becomes "Viikkotapaaminen, 2 pv yli"."""
    return text[:1].upper() + text[1:]


def in_midsentence(label: str) -> str:
    """A label as it stands inside a sentence: "Puhelin" becomes "puhelin"."""
    return label[:1].lower() + label[1:]
