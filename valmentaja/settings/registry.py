"""Every setting by its key, and what happens when the coach changes one."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.week import Week
from valmentaja.rules.signals import KIND_BY_KEY, SignalSettings
from valmentaja.settings.setting import Setting
from valmentaja.settings.signals import SIGNAL_PREFIX, read_numbers, signal_setting, written_numbers
from valmentaja.settings.work import FULL_TIME_SHARE, USUAL_MINUTES, WEEKLY_TARGET
from valmentaja.store.stored_settings import keep_setting
from valmentaja.store.workbook import Workbook
from valmentaja.texts.numbers import whole_number


class RecordsFor(StrEnum):
    """Who is responsible for the records under data protection law."""

    EMPLOYER = "employer"
    PAYER = "payer"
    SELF = "self"
    NOT_YET_KNOWN = "not_yet_known"


SETTINGS: Mapping[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting("language", "fi", choices=("fi", "en")),
        Setting("records_for", RecordsFor.NOT_YET_KNOWN, choices=tuple(RecordsFor)),
        FULL_TIME_SHARE,
        WEEKLY_TARGET,
        *USUAL_MINUTES.values(),
        *(signal_setting(key) for key in KIND_BY_KEY),
    )
}
"""Every setting, in the order in which they are shown."""


def setting_named(key: str) -> Setting:
    """The setting with the key. Raises WrongUsage when there is none."""
    setting = SETTINGS.get(key.strip().lower())
    if setting is None:
        raise WrongUsage("settings.unknown", key=key)
    return setting


def change_setting(book: Workbook, setting: Setting, text: str, today: date) -> None:
    """The coach sets a value. Raises WrongUsage when the setting does not take it."""
    value = _checked(setting, text.strip().lower())
    keep_setting(book, setting.key, value, Week.of(today).monday if setting.from_week_on else None)
    if setting.key == "language":
        from valmentaja.store.search import forget_forms

        forget_forms(book)


def _checked(setting: Setting, text: str) -> str:
    if setting.key.startswith(SIGNAL_PREFIX):
        return _checked_numbers(setting.key.removeprefix(SIGNAL_PREFIX), text)
    if setting.choices:
        if text not in setting.choices:
            raise WrongUsage("settings.choice", key=setting.key, choices=", ".join(setting.choices))
        return text
    number = whole_number(text)
    if number is None or not setting.least <= number <= setting.most:
        raise WrongUsage("settings.number", key=setting.key, least=setting.least, most=setting.most)
    return str(number)


def _checked_numbers(kind: str, text: str) -> str:
    """The numbers of a signal. What the rules refuse is a value that the setting does not take, as any other."""
    numbers = read_numbers(kind, text)
    try:
        SignalSettings({kind: numbers})
    except CannotBeMet as refusal:
        raise WrongUsage(refusal.key, **refusal.parameters) from refusal
    return written_numbers(numbers)
