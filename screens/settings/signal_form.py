"""The form of a reason on the list: its three numbers, and what they would do to today's list before they are kept."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from valmentaja.desks.effect import ListTriedOn
from valmentaja.desks.effect_said import effect_lines
from valmentaja.desks.settings import SettingLine, number_said, value_said
from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.rules.signal_kinds import KIND_BY_KEY
from valmentaja.screens.settings.form import SettingForm
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.settings.registry import value_meant
from valmentaja.settings.signals import OFF, SIGNAL_PREFIX, read_numbers

OWN, USUAL = "own", "usual"
NUMBERS = ("days", "window", "weight")
_WRONG_IN = {
    "settings.signal.interval": "days",
    "settings.signal.window": "window",
    "settings.signal.weight": "weight",
}


class SignalForm(SettingForm):
    """Three numbers, and whether they are the usual ones, the coach's own, or the reason is not used at all.

    Choosing the usual ones puts them back; other numbers typed are the coach's own.
    """

    DEFAULT_CSS = """
    SignalForm #told { min-height: 7; }
    """
    offers: ClassVar[tuple[str, ...]] = (*SettingForm.offers, "hints")

    def __init__(self, line: SettingLine) -> None:
        super().__init__(line)
        self.kind = KIND_BY_KEY[line.setting.key.removeprefix(SIGNAL_PREFIX)]
        self._usual = line.setting.default or ""
        self._hinting = False
        self._tried: tuple[object, ListTriedOn] | None = None

    def rows(self) -> Iterable[Widget]:
        """The numbers, and which they are."""
        value = self.line.value or self._usual
        numbers = self._usual if value == OFF else value
        for name, number in zip(NUMBERS, self._in_fields(numbers), strict=True):
            yield FieldRow(self.texts(f"settings.{name}"), LineField(number, id=name, typed_over=True))
        chosen = OFF if value == OFF else self._which(numbers)
        yield FieldRow(self.texts("settings.numbers"), ChoiceField(self._choices(), chosen, id="numbers"))

    def _choices(self) -> list[tuple[str, str]]:
        usual = value_said(self.texts, self.setting, self._usual)
        choices = [
            (OWN, self.texts("settings.numbers.own")),
            (USUAL, self.texts("settings.numbers.usual", numbers=usual)),
        ]
        return [*choices, (OFF, self.texts("settings.off"))] if self.kind.can_be_off else choices

    def _in_fields(self, numbers: str) -> list[str]:
        return number_said(self.texts, numbers).split("/")

    def _which(self, numbers: str) -> str:
        return USUAL if numbers == self._usual else OWN

    # What is typed

    def on_mount(self) -> None:
        """What is not used needs no numbers."""
        self._show_numbers()

    def on_choice_field_changed(self) -> None:
        """The usual numbers are put back; without the reason there is nothing to be typed."""
        if self.value("numbers") == USUAL:
            for name, number in zip(NUMBERS, self._in_fields(self._usual), strict=True):
                if self.value(name) != number:
                    self.fill(name, number)
        self._show_numbers()
        super().on_choice_field_changed()

    def on_input_changed(self) -> None:
        """Other numbers than the usual ones are the coach's own."""
        if self.value("numbers") != OFF:
            self.fill("numbers", self._which(self.typed().replace(",", ".")))
        super().on_input_changed()

    def _show_numbers(self) -> None:
        """Out of sight they keep their room, so that nothing jumps, and the focus is on what is left."""
        used = self.value("numbers") != OFF
        for name in NUMBERS:
            row = self.field(name).parent
            if isinstance(row, FieldRow):
                row.visible = used
        if not used:
            self.field("numbers").focus()

    def changed(self) -> None:
        """Back from what the numbers mean to what they do."""
        self._hinting = False
        super().changed()

    # What is meant by it

    def typed(self) -> str:
        """As the setting takes it."""
        if self.value("numbers") == OFF:
            return OFF
        return "/".join(self.value(name).strip() for name in NUMBERS)

    def is_blank(self) -> bool:
        """Whether a number is on its way."""
        return self.typed() != OFF and not all(self.value(name).strip() for name in NUMBERS)

    def meant(self) -> str:
        """The value that is meant. Raises a ValmentajaError, which is wrong in the field it is about."""
        if self.is_blank():
            empty = next(name for name in NUMBERS if not self.value(name).strip())
            with self.reading(empty):
                raise CannotBeMet("field.needed", field=self.texts(f"settings.{empty}"))
        try:
            return value_meant(self.setting, self.typed())
        except ValmentajaError as refusal:
            with self.reading(_WRONG_IN.get(refusal.key) or self._unreadable()):
                raise

    def _unreadable(self) -> str:
        """The first that is no number."""
        return next((name for name in NUMBERS if not _is_number(self.value(name))), NUMBERS[0])

    def meaning(self, value: str) -> str:
        """What it would do to the list of today."""
        effect = self._list().effect(self.kind.key, read_numbers(self.kind.key, value))
        return "\n".join(effect_lines(self.texts, effect))

    def _list(self) -> ListTriedOn:
        """The list of today, read once as long as nobody else writes."""
        now = (self.today, self.book.data_version)
        if self._tried is None or self._tried[0] != now:
            self._tried = (now, ListTriedOn(self.book, self.today))
        return self._tried[1]

    def on_screen_resume(self) -> None:
        """Something may have been logged over the form."""
        self._tried = None

    # What the numbers mean

    def understood(self) -> str:
        """What the numbers would do; where that was asked for, what they mean."""
        return self._hints() if self._hinting else super().understood()

    def _hints(self) -> str:
        hints = [self.texts(f"settings.hint.{name}") for name in NUMBERS]
        hints.append(self.texts(self.kind.done_key))
        if not self.kind.can_be_off:
            hints.append(self.texts("settings.hint.always"))
        return "\n".join(hints)

    def action_hints(self) -> None:
        """What the numbers mean, and back to what they would do."""
        self._hinting = not self._hinting
        self.tell_understood()


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True
