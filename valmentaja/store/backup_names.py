"""The names of the backups in a home. They tell all that a command asks after each answer: whether one is due."""

import os
from datetime import datetime, timedelta

from valmentaja.places import Home

COMMANDS_BACK_UP_AFTER = timedelta(hours=36)
STAMP = "%Y-%m-%d-%H%M%S"
_PREFIX, _ENDING = "valmentaja-", ".zip"
_STAMP_LENGTH = len("2026-11-24-093000")


def backup_name(made_at: datetime, occasion: str) -> str:
    """The name of a backup's file; a daily one has no occasion."""
    return _PREFIX + made_at.strftime(STAMP) + (f"-{occasion}" if occasion else "") + _ENDING


def told_by_name(name: str) -> tuple[datetime, str] | None:
    """When the backup was made, and its occasion; `None` for another file."""
    if not (name.startswith(_PREFIX) and name.endswith(_ENDING)):
        return None
    stamp, occasion = name[len(_PREFIX) :][:_STAMP_LENGTH], name[len(_PREFIX) + _STAMP_LENGTH : -len(_ENDING)]
    try:
        return datetime.fromisoformat(stamp), occasion.strip("-")  # `strptime` takes 3 ms to load
    except ValueError:
        return None


def names_in(home: Home) -> tuple[str, ...]:
    """The names of all files in the home's folder of backups."""
    try:
        return tuple(os.listdir(home.backups))
    except OSError:
        return ()


def backup_is_due(home: Home, now: datetime) -> bool:
    """Whether the newest backup is so old that a command makes a new one after its answer.

    One that is dated ahead was made while the clock was wrong, and does not count.
    """
    made_at = (told[0] for name in names_in(home) if (told := told_by_name(name)))
    return not any(timedelta(0) <= now - moment <= COMMANDS_BACK_UP_AFTER for moment in made_at)
