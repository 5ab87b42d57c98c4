"""The page of the settings: each with the value that holds on the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from valmentaja.settings.registry import SETTINGS
from valmentaja.settings.setting import Setting, answer_to
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A setting and its value, as it would be typed; `None` where the coach was never asked."""

    setting: Setting
    value: str | None


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """Settings in the order in which they are declared."""

    settings: tuple[SettingLine, ...]


def settings_page(
    book: Workbook, day: date, settings: Iterable[Setting] = tuple(SETTINGS.values())
) -> SettingsPage:
    """Every setting, or those asked for."""
    return SettingsPage(tuple(SettingLine(setting, answer_to(book, setting, day)) for setting in settings))
