"""A field with its label before it, and the text of a field of whatever kind."""

from textual.containers import Horizontal
from textual.widgets import Static

from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.fields import ChoiceField, LineField, TextField

Field = LineField | TextField | ChoiceField


def text_in(field: Field) -> str:
    """What stands in the field."""
    return field.text if isinstance(field, TextField) else field.value


def put_text(field: Field, text: str) -> None:
    """Puts a text into the field, in place of what stands there."""
    if isinstance(field, TextField):
        field.load_text(text)
    else:
        field.value = text


class FieldRow(Horizontal):
    """A label and its field."""

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    FieldRow > .label { width: 16; padding: 0 1 0 0; color: $quiet; }
    FieldRow > .label.-writing { color: $foreground; text-style: bold; }
    FieldRow > LineField, FieldRow > ChoiceField { width: 1fr; }
    FieldRow > TextField { width: 1fr; height: 4; background: $surface; }
    FieldRow > TextField:focus { background: $panel; }
    FieldRow > TextField:ansi { border-left: solid $rule; }
    """

    def __init__(self, label: str, field: Field) -> None:
        self.field = field
        self._label = Static(literal(label), classes="label")
        super().__init__(self._label, field)

    def on_descendant_focus(self) -> None:
        """The label of the field being written stands out, also without colour."""
        self._label.add_class("-writing")

    def on_descendant_blur(self) -> None:
        """The cursor is in another field."""
        self._label.remove_class("-writing")
