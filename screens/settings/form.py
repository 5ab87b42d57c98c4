"""The forms in which a setting is changed: one of some words, a number, a text, the coach's own keys."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from valmentaja.desks.settings import SettingLine, as_typed, change_said, setting_about, value_said
from valmentaja.errors import ValmentajaError
from valmentaja.model.week import Week
from valmentaja.rules.tally import weekly_target
from valmentaja.screens.commands import COMMANDS, keymap
from valmentaja.screens.keyboard import key_name
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField, TextField
from valmentaja.settings.keys import KEYS, keys_in
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import change_setting, value_meant
from valmentaja.settings.setting import answer_to, value_of
from valmentaja.settings.work import FULL_TIME_SHARE, SERVICE_WORDS, WEEKLY_TARGET
from valmentaja.store.codes_only import names_kept


class SettingForm(Form[str]):
    """Gives the value that was set; nothing where it stays as it was. A setting is in no journal: it is set back."""

    can_be_undone: ClassVar[bool] = False

    def __init__(self, line: SettingLine) -> None:
        super().__init__(f"setting/{line.setting.key}")
        self.line = line
        self.setting = line.setting

    def title_text(self) -> str:
        """What the setting is."""
        about = setting_about(self.texts, self.setting)
        return about[:1].upper() + about[1:]

    def typed(self) -> str:
        """What stands in the form, as the setting takes it."""
        return as_typed(self.setting, self.value("value"))

    def meant(self) -> str:
        """The value that is meant. Raises a ValmentajaError."""
        with self.reading("value"):
            return value_meant(self.setting, self.typed())

    def is_blank(self) -> bool:
        """Whether nothing is typed yet that could be understood or refused."""
        return not self.typed().strip()

    def understood(self) -> str:
        """What it would do, or what refuses it."""
        if self.is_blank():
            return self.meaning_of_nothing()
        try:
            return self.meaning(self.meant())
        except ValmentajaError as refusal:
            return self.workbench.sentence_of(refusal)

    def meaning_of_nothing(self) -> str:
        """What an empty form means."""
        return ""

    def meaning(self, value: str) -> str:
        """What the value would do, before it is kept; "" for nothing to say."""
        return ""

    def keep(self) -> str:
        """Set, unless it stands so already. What the program itself goes by takes effect at once."""
        value = self.meant()
        if value != self.line.value:
            change_setting(self.book, self.setting, value, self.today)
            if self.setting.key == "language":
                self.workbench.speak("en" if value == "en" else "fi")
            self.workbench.follow_settings()
        return value

    def told(self, kept: str) -> str:
        """What it is now, and what it was."""
        if kept == self.line.value:
            return ""
        after = answer_to(self.book, self.setting, self.today)
        return change_said(self.texts, self.line, after, Week.of(self.today))


class NumberForm(SettingForm):
    """A whole number."""

    def rows(self) -> Iterable[Widget]:
        """The one field."""
        label = self.texts("value_form.number", least=self.setting.least, most=self.setting.most)
        yield FieldRow(label, LineField(self.line.value or "", id="value", typed_over=True))

    def meaning(self, value: str) -> str:
        """Of what the week's target follows from: the target."""
        if self.setting not in (FULL_TIME_SHARE, WEEKLY_TARGET):
            return ""
        share, full_time = (
            int(value if one is self.setting else value_of(self.book, one, self.today))
            for one in (FULL_TIME_SHARE, WEEKLY_TARGET)
        )
        target = self.texts.counted("first_run.target", weekly_target(share, full_time))
        return self.texts("settings.target_from", target=target, week=Week.of(self.today))


class ChoiceForm(SettingForm):
    """One of some words, without a label: they need the whole line."""

    def rows(self) -> Iterable[Widget]:
        """The words."""
        words = [(one, value_said(self.texts, self.setting, one)) for one in self.setting.choices]
        yield ChoiceField(words, self.line.value or words[0][0], id="value")

    def meaning(self, value: str) -> str:
        """Who is responsible for the records is explained as when it is asked."""
        return self.texts(f"first_run.records.{value}.why") if self.setting is RECORDS_FOR else ""

    def told(self, kept: str) -> str:
        """Also what it means for names that are there already."""
        told = super().told(kept)
        named = names_kept(self.book) if told and self.setting is RECORDS_FOR else 0
        return f"{told}. {self.texts.counted('records_for.names_stay', named)}" if named else told


class KeysForm(SettingForm):
    """The coach's own keys. Nothing typed is the usual keys."""

    def rows(self) -> Iterable[Widget]:
        """The one field."""
        hint = self.texts("settings.keys_example")
        yield FieldRow(
            self.texts("settings.keys"), LineField(self.line.value or "", placeholder=hint, id="value")
        )

    def meant(self) -> str:
        """What the screens cannot have is refused here, not when the program is opened the next time."""
        with self.reading("value"):
            value = super().meant()
            keymap(value)
            return value

    def meaning_of_nothing(self) -> str:
        """That they are the usual ones."""
        return self.texts("settings.keys_usual")

    def meaning(self, value: str) -> str:
        """What each of them does."""
        texts = self.texts
        return texts("effect.between").join(
            texts("settings.key_told", name=texts(f"key.{COMMANDS[one].id}"), key=key_name(texts, key))
            for one, key in keys_in(value).items()
        )


class WordsForm(SettingForm):
    """A text in the coach's own words, over as many lines as it takes."""

    DEFAULT_CSS = """
    WordsForm TextField { height: 8; }
    """

    def rows(self) -> Iterable[Widget]:
        """The one field."""
        yield TextField(self.line.value or "", id="value")


def setting_form(line: SettingLine) -> SettingForm:
    """The form of a setting that is no reason on the list."""
    if line.setting is KEYS:
        return KeysForm(line)
    if line.setting is SERVICE_WORDS:
        return WordsForm(line)
    return ChoiceForm(line) if line.setting.choices else NumberForm(line)
