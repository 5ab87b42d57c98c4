"""The page of the settings: each with the value that holds on the day, and how both are said in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from valmentaja.model.week import Week
from valmentaja.settings.keys import KEYS
from valmentaja.settings.registry import SETTINGS
from valmentaja.settings.setting import Setting, answer_to
from valmentaja.settings.signals import OFF, SIGNAL_PREFIX
from valmentaja.settings.work import (
    FULL_TIME_SHARE,
    KILOMETRES,
    SERVICE_WORDS,
    SUPPORT_COUNTS,
    USUAL_MINUTES,
    USUAL_PLACES,
    WEEKLY_TARGET,
)
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class SettingGroup(StrEnum):
    """Settings that belong together, in the order of the page."""

    BASICS = "basics"
    WEEK = "week"
    MINUTES = "minutes"
    PLACES = "places"
    KEYS = "keys"
    SIGNALS = "signals"


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A setting and its value, as it would be typed; `None` where the coach was never asked."""

    setting: Setting
    value: str | None

    @property
    def group(self) -> SettingGroup:
        """What it belongs to."""
        return group_of(self.setting)

    @property
    def is_changed(self) -> bool:
        """Whether its number or its keys are others than the usual ones. Of words none is more usual than another."""
        if self.setting.choices or self.setting is SERVICE_WORDS:
            return False
        return self.value != self.setting.default


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """Settings in the order in which they are declared."""

    settings: tuple[SettingLine, ...]

    def of(self, group: SettingGroup) -> tuple[SettingLine, ...]:
        """Those of one group."""
        return tuple(line for line in self.settings if line.group is group)


def settings_page(
    book: Workbook, day: date, settings: Iterable[Setting] = tuple(SETTINGS.values())
) -> SettingsPage:
    """Every setting, or those asked for."""
    return SettingsPage(tuple(SettingLine(setting, answer_to(book, setting, day)) for setting in settings))


def group_of(setting: Setting) -> SettingGroup:
    """What the setting belongs to."""
    if setting.key.startswith(SIGNAL_PREFIX):
        return SettingGroup.SIGNALS
    if setting in (FULL_TIME_SHARE, WEEKLY_TARGET, SUPPORT_COUNTS):
        return SettingGroup.WEEK
    if setting in (*USUAL_PLACES.values(), KILOMETRES):
        return SettingGroup.PLACES
    if setting in USUAL_MINUTES.values():
        return SettingGroup.MINUTES
    return SettingGroup.KEYS if setting is KEYS else SettingGroup.BASICS


def setting_about(texts: Texts, setting: Setting) -> str:
    """What the setting is, in a few words: what stands in its text before the colon and what a command takes."""
    return texts(f"setting.{setting.key}").partition(":")[0]


def value_said(texts: Texts, setting: Setting, value: str | None) -> str:
    """The value in words: "60 min", "tumma", "pois käytöstä", "21/5/2,5"; a text by its beginning."""
    if not value:
        return _nothing_said(texts, setting, value)
    if setting.choices:
        return _word_said(texts, setting, value)
    if setting is FULL_TIME_SHARE:
        return texts("settings.percent", share=value)
    if setting in USUAL_MINUTES.values() or setting.key == "lock_after_minutes":
        return texts("settings.minutes", minutes=value)
    if not setting.key.startswith(SIGNAL_PREFIX):
        return one_line(value, LONGEST_NAMED) if setting is SERVICE_WORDS else value
    return texts("settings.off") if value == OFF else number_said(texts, value)


def _nothing_said(texts: Texts, setting: Setting, value: str | None) -> str:
    """Not asked yet, no words yet, or, of keys, the usual ones."""
    if setting is SERVICE_WORDS:
        return texts("settings.no_words")
    return texts("settings.never_asked" if value is None else "settings.keys_usual")


def _word_said(texts: Texts, setting: Setting, value: str) -> str:
    if setting in USUAL_PLACES.values():
        return texts(f"time_place.{value}")
    if setting in (SUPPORT_COUNTS, KILOMETRES):
        return texts(f"word.{value}")
    return texts(f"setting_value.{setting.key}.{value}")


def number_said(texts: Texts, number: str) -> str:
    """A number as a setting holds it, with the language's own decimal mark: it can be typed so too."""
    return number.replace(".", texts("format.decimal_mark"))


def change_said(texts: Texts, line: SettingLine, after: str | None, week: Week) -> str:
    """What was changed and what it was, since it is put back by setting it again; for some, from which week on."""
    setting = line.setting
    about, value = setting_about(texts, setting), value_said(texts, setting, after)
    what, before = about[:1].upper() + about[1:], value_said(texts, setting, line.value)
    if line.value is None:
        return texts("settings.answered", what=what, value=value)
    if setting.from_week_on:
        return texts("settings.changed_from", what=what, value=value, before=before, week=week)
    return texts("settings.changed", what=what, value=value, before=before)


def as_typed(setting: Setting, text: str) -> str:
    """What was typed for the setting: a share may have its sign."""
    return text.strip().removesuffix("%") if setting is FULL_TIME_SHARE else text
