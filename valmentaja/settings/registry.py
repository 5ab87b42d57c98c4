"""Every setting by its key, and what happens when the coach changes one."""

from collections.abc import Mapping
from datetime import date

from valmentaja.errors import WrongUsage
from valmentaja.model.week import Week
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.rules.written import written
from valmentaja.settings.face import THEMES, renew_face
from valmentaja.settings.keys import KEYS
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.setting import Setting, written_setting
from valmentaja.settings.signals import signal_setting
from valmentaja.settings.work import (
    FULL_TIME_SHARE,
    KILOMETRES,
    SERVICE_WORDS,
    SUPPORT_COUNTS,
    USUAL_MINUTES,
    USUAL_PLACES,
    WEEKLY_TARGET,
)
from valmentaja.store.stored_settings import keep_setting
from valmentaja.store.workbook import Workbook
from valmentaja.texts import LANGUAGES
from valmentaja.texts.numbers import whole_number

SETTINGS: Mapping[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting("language", "fi", choices=LANGUAGES),
        Setting("theme", THEMES[0], choices=THEMES),
        KEYS,
        Setting("lock_after_minutes", "10", least=1, most=120),
        RECORDS_FOR,
        SERVICE_WORDS,
        FULL_TIME_SHARE,
        WEEKLY_TARGET,
        SUPPORT_COUNTS,
        *USUAL_MINUTES.values(),
        *USUAL_PLACES.values(),
        KILOMETRES,
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
    value = value_meant(setting, text)
    if setting.read is written_setting:
        tidy = written(text)  # what was masked is said, as of any other text
        book.notices.masked += tidy.masked
        book.notices.removed += tidy.removed
    keep_setting(book, setting.key, value, Week.of(today).monday if setting.from_week_on else None)
    if setting.key == "language":
        from valmentaja.store.search import forget_forms

        forget_forms(book)
    if setting.key in ("language", "theme"):
        renew_face(book, today)


def value_meant(setting: Setting, text: str) -> str:
    """The value that the text is for the setting. Raises WrongUsage when the setting does not take it."""
    text = text.strip()
    if setting.read is not None:
        return setting.read(text)
    text = text.lower()
    if setting.choices:
        if text not in setting.choices:
            raise WrongUsage("settings.choice", key=setting.key, choices=", ".join(setting.choices))
        return text
    number = whole_number(text)
    if number is None or not setting.least <= number <= setting.most:
        raise WrongUsage("settings.number", key=setting.key, least=setting.least, most=setting.most)
    return str(number)
