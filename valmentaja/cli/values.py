"""Reads the values of options: words, numbers, and what is asked for when it is missing."""

from __future__ import annotations

from collections.abc import Iterable

from valmentaja import TYPE_CHECKING
from valmentaja.errors import ValmentajaError, WrongUsage
from valmentaja.model.contact import MOST_MINUTES
from valmentaja.texts import LANGUAGES, Texts
from valmentaja.texts.dates import Meaning, split_moment
from valmentaja.texts.numbers import minutes_of_hours, whole_number
from valmentaja.texts.sorting import name_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time
    from typing import TypeVar

    from valmentaja.cli.session import Session

    Word = TypeVar("Word", bound=str)
    Read = TypeVar("Read")


def choice(texts: Texts, value: str, words: Iterable[Word], kind: str, option: str) -> Word:
    """The one of the words that was typed: itself, or as the text `word.<kind>.<word>` of either language calls it.

    Raises WrongUsage that lists the words there are.
    """
    known = tuple(words)
    found = word_meant(value, known, kind)
    if found is None:
        raise WrongUsage("value.choice", option=option, value=value, choices=listed(texts, known, kind))
    return found


def word_meant(typed: str, words: Iterable[Word], kind: str) -> Word | None:
    """The word that was typed, in English as it stands in JSON, or in everyday Finnish or English; `None` for none."""
    known, wanted = tuple(words), _plain(typed)
    for word in known:
        if _plain(word) == wanted:
            return word
    for language in LANGUAGES:
        texts = Texts(language)
        for word in known:
            if wanted in map(_plain, texts(f"word.{kind}.{word}").split(", ")):
                return word
    return None


def _plain(word: str) -> str:
    """A word as it is compared: case, dashes and underscores do not matter, å ä ö do."""
    return name_key(word.replace("_", " ").replace("-", " "))


def listed(texts: Texts, words: Iterable[str], kind: str) -> str:
    """The words there are, for help and errors: "puhelu (phone), viesti (message)", in English "phone, message"."""
    return ", ".join(
        with_english(texts, texts(f"word.{kind}.{word}").partition(", ")[0], word) for word in words
    )


def with_english(texts: Texts, own: str, english: str) -> str:
    """A word of the coach's language with the one of scripts after it; that one alone where it says the same."""
    return english if texts.language == "en" or own == english else f"{own} ({english})"


def asked_for(
    session: Session, value: str | None, read: Callable[[str], Read], *, ask: str, option: str
) -> Read:
    """What `read` makes of the value. On a terminal a missing one is asked for until it can be read.

    Without a terminal a missing one raises WrongUsage that names the option. `ask` is the key of the question.
    """
    if value is not None:
        return read(value)
    if not session.on_terminal():
        raise WrongUsage("argument.missing", option=option)
    while True:
        try:
            return read(session.ask_line(ask))
        except ValmentajaError as refusal:
            session.say(f"error.{refusal.key}", **refusal.parameters)


def number(value: str, option: str, least: int, most: int) -> int:
    """A whole number from `least` to `most`. Raises WrongUsage otherwise."""
    typed = whole_number(value)
    if typed is None or not least <= typed <= most:
        raise WrongUsage("value.number", option=option, value=value, least=least, most=most)
    return typed


def hours(value: str, option: str, most_minutes: int) -> int:
    """Hours with decimals, "37,5" or "37.5", in whole minutes.

    Raises WrongUsage for what is no such number, or more than fits.
    """
    minutes = minutes_of_hours(value)
    if minutes is None or minutes > most_minutes:
        raise WrongUsage("value.hours", option=option, value=value, most=most_minutes // 60)
    return minutes


def moment(session: Session, typed: str) -> tuple[date, time]:
    """A day and a time ahead, as "to 26.11. klo 10". Raises WrongUsage for what is no such thing."""
    day, at = split_moment(typed, session.today, Meaning.PLAN)
    return session.date(day, Meaning.PLAN), at


def minutes(value: str, option: str = "--minutes", least: int = 0) -> int:
    """Minutes of a day as a number, or a length as it is said: "90", "1,5 h".

    Raises WrongUsage for what is neither, and CannotBeMet for a length of more than a day.
    """
    if whole_number(value) is None:
        from valmentaja.rules.refusals import refuse_over_a_day
        from valmentaja.texts.durations import whole_duration  # a plain number needs neither

        told = whole_duration(value)
        if told is not None and told >= least:
            refuse_over_a_day(told, value)
            return told
    return number(value, option, least, MOST_MINUTES)


def record_id(value: str) -> int:
    """The number of a record or change, as lists show it. Raises WrongUsage for what is no number."""
    typed = whole_number(value.strip().lstrip("#"))
    if typed is None:
        raise WrongUsage("value.record_id", value=value)
    return typed


def joined(words: list[str]) -> str | None:
    """Words given without quotes as one text, `None` when there were none."""
    return " ".join(words) if words else None
