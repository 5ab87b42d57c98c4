"""The settings of the signals: the numbers of each kind, as a coach may change them."""

from dataclasses import replace
from functools import partial

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.rules.finding import SignalNumbers
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.rules.signals import GREATEST_WEIGHT, SignalSettings
from valmentaja.store.stored_settings import settings_beginning
from valmentaja.store.workbook import Workbook

if TYPE_CHECKING:
    from valmentaja.settings.setting import Setting

SIGNAL_PREFIX = "signal."
OFF = "off"


def signal_setting(key: str) -> "Setting":
    """The setting of the kind of signal with the key."""
    from valmentaja.settings.setting import Setting  # the list reads the numbers alone

    return Setting(
        SIGNAL_PREFIX + key, written_numbers(KIND_BY_KEY[key].usual), read=partial(_numbers_in_short, key)
    )


def _numbers_in_short(kind: str, text: str) -> str:
    """The numbers as a setting holds them. What the rules refuse is a value that the setting does not take."""
    numbers = read_numbers(kind, text)
    try:
        SignalSettings({kind: numbers})
    except CannotBeMet as refusal:
        raise WrongUsage(refusal.key, **refusal.parameters) from refusal
    return written_numbers(numbers)


def written_numbers(numbers: SignalNumbers) -> str:
    """The numbers of a signal as a setting holds them: `interval/window/weight`, or `off`."""
    return f"{numbers.interval_days}/{numbers.window_days}/{numbers.weight:.12g}" if numbers.on else OFF


def signal_settings(book: Workbook) -> SignalSettings:
    """The signals' numbers that the coach has changed."""
    changed = settings_beginning(book, SIGNAL_PREFIX)
    return SignalSettings(
        {
            kind: _kept_numbers(kind, text)
            for key, text in changed.items()
            if (kind := key.removeprefix(SIGNAL_PREFIX)) in KIND_BY_KEY
        }
    )


def _kept_numbers(kind: str, text: str) -> SignalNumbers:
    """The numbers as they were kept; what an older program let be off counts by its usual numbers.

    A weight greater than is taken now counts as the greatest.
    """
    numbers = read_numbers(kind, text)
    if not (numbers.on or KIND_BY_KEY[kind].can_be_off):
        return KIND_BY_KEY[kind].usual
    return replace(numbers, weight=min(numbers.weight, GREATEST_WEIGHT))


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
