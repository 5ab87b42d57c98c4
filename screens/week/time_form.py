"""Time that went to something else than a contact: what it was and how many minutes are enough."""

from collections.abc import Iterable

from textual.widget import Widget

from valmentaja.model.activity import TimeKind
from valmentaja.screens.records.fields_form import FieldsForm
from valmentaja.settings.setting import value_of
from valmentaja.settings.work import KILOMETRES
from valmentaja.store.activities import add_activity
from valmentaja.texts.durations import hours_told

ASKED = ("kind", "minutes", "date", "place", "client", "employer", "serves", "kilometres", "note")
_OF_TRAVEL = ("serves", "kilometres")
_NOT_OF_TRAVEL = ("place",)


class TimeForm(FieldsForm):
    """What a travel served, and how far it was, is asked of a travel only."""

    DEFAULT_CSS = """
    TimeForm #told { min-height: 2; }
    TimeForm.-high #fields { min-height: 15; }
    TimeForm.-roomy #fields { min-height: 27; }
    """
    kind = "activity"

    def __init__(self) -> None:
        super().__init__("add/activity")
        # Where there is room, a travel's fields have theirs from the first on: nothing moves when one is chosen.
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high"), (36, "-roomy")]

    def title_text(self) -> str:
        """What it is for."""
        return self.texts("time_form.title")

    def rows(self) -> Iterable[Widget]:
        """Needed first."""
        usual = {"kind": TimeKind.RECORDS.value, "date": self.texts.date(self.today)}
        return [self.field_row(name, usual.get(name, "")) for name in ASKED]

    def out_of_sight(self) -> Iterable[str]:
        """What this kind of time does not have."""
        is_travel = self.value("kind") == TimeKind.TRAVEL
        hidden = _NOT_OF_TRAVEL if is_travel else _OF_TRAVEL
        if is_travel and value_of(self.book, KILOMETRES, self.today) != "yes":
            hidden = (*hidden, "kilometres")
        return hidden

    def understood(self) -> str:
        """What is needed, and the day whole."""
        needed = "" if self.is_said("minutes") else self.texts("time_form.needed")
        return "\n".join(filter(None, (needed, self.day_told("date"))))

    def keep(self) -> str:
        """Told: one change."""
        hidden = set(self.out_of_sight())
        values = self.all_meant(name for name in ASKED if name not in hidden)
        values["day"] = self.day_meant("date")
        with self.reading("minutes"):
            add_activity(self.book, values)
        kind, minutes = self.texts(f"time_kind.{values['kind']}"), int(str(values["minutes"]))
        return self.texts("time_form.told", kind=kind, time=hours_told(self.texts, minutes))
