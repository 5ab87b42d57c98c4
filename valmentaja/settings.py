"""The coach's settings: each declared once, with what it takes, its default, and from when a change holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.contact import ClientContactWay, EmployerContactWay
from valmentaja.model.week import Week
from valmentaja.rules.signals import KIND_BY_KEY, SignalNumbers, SignalSettings
from valmentaja.rules.tally import FULL_TIME_TARGET, weekly_target
from valmentaja.store.stored_settings import keep_setting, setting_on, settings_beginning
from valmentaja.store.workbook import Workbook

SIGNAL_PREFIX = "signal."
OFF = "off"


class RecordsFor(StrEnum):
    """Who is responsible for the records under data protection law."""

    EMPLOYER = "employer"
    PAYER = "payer"
    SELF = "self"
    NOT_YET_KNOWN = "not_yet_known"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `choices` are the words it takes; without them it is a whole number from `least` to `most`.

    `from_week_on`: a change holds from the week in which it is made; earlier weeks keep what they had.
    """

    key: str
    default: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    from_week_on: bool = False


def _minutes(way: str, usual: int) -> Setting:
    return Setting(f"minutes.{way}", str(usual), least=0, most=24 * 60)


def _signal(key: str) -> Setting:
    return Setting(SIGNAL_PREFIX + key, written_numbers(KIND_BY_KEY[key].usual))


def written_numbers(numbers: SignalNumbers) -> str:
    """The numbers of a signal as a setting holds them: `interval/window/weight`, or `off`."""
    return f"{numbers.interval_days}/{numbers.window_days}/{numbers.weight:g}" if numbers.on else OFF


SETTINGS: Mapping[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting("language", "fi", choices=("fi", "en")),
        Setting("records_for", RecordsFor.NOT_YET_KNOWN, choices=tuple(RecordsFor)),
        Setting("full_time_share", "100", least=1, most=100, from_week_on=True),
        # IPS fidelity item on employer contacts: six meetings in person a week, full time
        Setting("weekly_target", str(FULL_TIME_TARGET), least=1, most=40, from_week_on=True),
        _minutes(EmployerContactWay.MEETING, 60),
        _minutes(ClientContactWay.IN_PERSON, 60),
        _minutes(EmployerContactWay.VIDEO, 45),
        _minutes(EmployerContactWay.PHONE, 15),
        _minutes(EmployerContactWay.MESSAGE, 10),
        _minutes(EmployerContactWay.EVENT, 120),
        *(_signal(key) for key in KIND_BY_KEY),
    )
}
"""Every setting, in the order in which they are shown."""


def setting_named(key: str) -> Setting:
    """The setting with the key. Raises CannotBeMet when there is none."""
    setting = SETTINGS.get(key.strip().lower())
    if setting is None:
        raise CannotBeMet("settings.unknown", key=key)
    return setting


def value_of(book: Workbook, setting: Setting, day: date) -> str:
    """The value that holds on the day."""
    return setting_on(book, setting.key, day) or setting.default


def usual_minutes(book: Workbook, way: EmployerContactWay | ClientContactWay, day: date) -> int:
    """The minutes that a contact of the way takes as a rule."""
    return int(value_of(book, SETTINGS[f"minutes.{way}"], day))


def target_of_week(book: Workbook, week: Week) -> int:
    """The employer meetings aimed at in the week: the full-time target scaled to the coach's share."""
    share = value_of(book, SETTINGS["full_time_share"], week.monday)
    return weekly_target(int(share), int(value_of(book, SETTINGS["weekly_target"], week.monday)))


def signal_settings(book: Workbook) -> SignalSettings:
    """The signals' numbers that the coach has changed."""
    changed = settings_beginning(book, SIGNAL_PREFIX)
    return SignalSettings(
        {
            kind: read_numbers(kind, text)
            for key, text in changed.items()
            if (kind := key.removeprefix(SIGNAL_PREFIX)) in KIND_BY_KEY
        }
    )


def read_numbers(kind: str, text: str) -> SignalNumbers:
    """The numbers of a signal from `interval/window/weight` or `off`. Raises WrongUsage when they cannot be read."""
    usual = KIND_BY_KEY[kind].usual
    if text.strip().lower() == OFF:
        return SignalNumbers(usual.interval_days, usual.window_days, usual.weight, on=False)
    try:
        interval, window, weight = text.replace(",", ".").split("/")
        return SignalNumbers(int(interval), int(window), float(weight))
    except ValueError as failure:
        raise WrongUsage("settings.signal.form", text=text) from failure


def change_setting(book: Workbook, setting: Setting, text: str, today: date) -> None:
    """The coach sets a value. Raises WrongUsage or CannotBeMet when the setting does not take it."""
    value = _checked(setting, text.strip().lower())
    keep_setting(book, setting.key, value, Week.of(today).monday if setting.from_week_on else None)


def _checked(setting: Setting, text: str) -> str:
    if setting.key.startswith(SIGNAL_PREFIX):
        kind = setting.key.removeprefix(SIGNAL_PREFIX)
        numbers = read_numbers(kind, text)
        SignalSettings({kind: numbers})
        return written_numbers(numbers)
    if setting.choices:
        if text not in setting.choices:
            raise WrongUsage("settings.choice", key=setting.key, choices=", ".join(setting.choices))
        return text
    if not _is_whole_number(text) or not setting.least <= int(text) <= setting.most:
        raise WrongUsage("settings.number", key=setting.key, least=setting.least, most=setting.most)
    return str(int(text))


def _is_whole_number(text: str) -> bool:
    """Whether the text is some digits; Python refuses to read thousands of them."""
    return len(text) <= 9 and text.isascii() and text.isdigit()
