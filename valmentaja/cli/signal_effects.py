"""What other numbers of a signal do to the list of the day: told before they are kept, and when they are."""

from valmentaja import TYPE_CHECKING
from valmentaja.cli import as_json, output
from valmentaja.cli.session import Session
from valmentaja.desks.effect import Effect, Moved, effect_on_list
from valmentaja.desks.effect_said import effect_lines
from valmentaja.errors import WrongUsage
from valmentaja.rules.triage import QueueRow
from valmentaja.settings.registry import change_setting, setting_named
from valmentaja.settings.setting import Setting, value_of
from valmentaja.settings.signals import SIGNAL_PREFIX, read_numbers

if TYPE_CHECKING:
    from valmentaja.cli.output import Json


def tell_trial(session: Session, key: str | None, value: str | None) -> None:
    """What the value would do to the list of the day; nothing is changed.

    Raises WrongUsage where the setting is no signal, no value is given, or it does not take that one.
    """
    setting = setting_named(key) if key is not None else None
    if setting is None or value is None or not setting.key.startswith(SIGNAL_PREFIX):
        raise WrongUsage("settings.try_what")
    effect = _effect(session, setting, value)
    if session.json:
        output.data(_json(setting.key.removeprefix(SIGNAL_PREFIX), effect))
        return
    for line in effect_lines(session.texts, effect):
        output.line(line)
    session.say("settings.only_tried", key=setting.key, value=value_of(session.book, setting, session.today))


def change_signal(session: Session, setting: Setting, value: str) -> tuple[str, ...]:
    """Keeps the value, and says what was in force before and what the change does to the list of the day."""
    before, effect = value_of(session.book, setting, session.today), _effect(session, setting, value)
    change_setting(session.book, setting, value, session.today)
    return (session.texts("settings.was", value=before), *effect_lines(session.texts, effect))


def _effect(session: Session, setting: Setting, value: str) -> Effect:
    assert setting.read is not None
    kind = setting.key.removeprefix(SIGNAL_PREFIX)
    numbers = read_numbers(kind, setting.read(value.strip().lower()))
    return effect_on_list(session.book, session.today, kind, numbers)


def _json(kind: str, effect: Effect) -> "dict[str, Json]":
    return {
        "kind": kind,
        "before": {str(band): count for band, count in effect.before.items()},
        "after": {str(band): count for band, count in effect.after.items()},
        "moved": [_moved_json(moved) for moved in effect.moved],
    }


def _moved_json(moved: Moved) -> "Json":
    return {
        "about": moved.row.about,
        "client": as_json.client_name(moved.row.client),
        "employer": as_json.employer_name(moved.row.employer),
        "band_before": _band(moved.before),
        "band_after": _band(moved.after),
        "place_before": moved.place_before,
        "place_after": moved.place_after,
    }


def _band(row: QueueRow | None) -> str | None:
    return row.band if row else None
