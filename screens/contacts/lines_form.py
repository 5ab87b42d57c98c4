"""Many scribbled lines, pasted at once and gone through one by one: each is kept, mended or left for later."""

import json
from collections.abc import Sequence

from valmentaja.model.change import Draft
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.contacts.log_line import LogLine
from valmentaja.screens.contacts.scribbled_form import ScribbledForm
from valmentaja.screens.widgets.fields import ChoiceField, LineField, PasteRefused, TextField

LINES = "log/lines"
"""Where pasted lines wait that have not been gone through."""
_NOT_OF_LINE = ("outcome", "travel", "kilometres")
"""What a line does not say, and so is empty for the next one."""


class LinesForm(ScribbledForm):
    """Enter keeps the line in sight and goes on to the next; what has not been kept waits as a draft."""

    offers = ("skip_line", *ScribbledForm.offers)

    def __init__(self, lines: Sequence[str] = ()) -> None:
        super().__init__(LINES)
        self._pasted = tuple(lines)
        self._rest: list[str] = []
        self._later: list[str] = []
        self._kept = 0
        self._last_told = ""

    def told_first(self) -> Sequence[str]:
        """That a line may wait comes before the fields."""
        return ("skip_line", *super().told_first())

    def title_text(self) -> str:
        """What is gone through."""
        return self.texts("lines_form.title")

    def on_mount(self) -> None:
        """The first line, when what had been left is there again."""
        self.call_later(self._begin)

    def _begin(self) -> None:
        self._take_up(self._pasted)

    def _go_on_with(self, left: Draft) -> None:
        line, *self._rest = lines_in(left.text) or [""]
        super()._go_on_with(left)
        if self.value("line") != line or "way" not in json.loads(left.text):  # only lines had been left
            self._show_line(line)

    def values(self) -> dict[str, str]:
        """The fields, and the lines that are left."""
        return {**super().values(), "rest": "\n".join((*self._rest, *self._later))}

    def _take_up(self, lines: Sequence[str]) -> None:
        """More lines, after those that are there."""
        if sum(map(len, (*self._rest, *self._later, *lines))) > LONGEST_TEXT:
            self.post_message(PasteRefused(sum(map(len, lines))))
            return
        self._rest += lines
        if not self.value("line").strip() and self._rest:
            self._show_line(self._rest.pop(0))
        self._keep_what_is_left()

    def on_log_line_several(self, event: LogLine.Several) -> None:
        """Pasted here."""
        event.stop()
        self._take_up(event.lines)

    def _show_line(self, line: str) -> None:
        """The line, and the fields as it says."""
        with self.prevent(LineField.Changed, ChoiceField.Changed, TextField.Changed):
            self.fill("line", line)
            self._usual_now = {}
            self._usual_now = self.usuals()
            for name, value in self._usual_now.items():
                self.fill(name, value)
            for name in _NOT_OF_LINE:
                if self.query(f"#{name}"):
                    self.fill(name, "")
        self.field("line").focus()
        self.query_one(LogLine).cursor_position = 0

    def _keep_what_is_left(self) -> None:
        """Nothing of it is lost, whatever happens now."""
        self.changed()
        self.workbench.drafts.keep()

    def line_told(self) -> str:
        """How many are left, and what was kept last."""
        if not self.value("line").strip():
            return self.texts("lines_form.paste")
        left = self.texts.counted("lines_form.left", 1 + len(self._rest) + len(self._later))
        return "\n".join(filter(None, (self._last_told, left, super().line_told())))

    # Keys

    def action_finish(self) -> None:
        """Keeps the line in sight; without one there is nothing to keep."""
        if not self.value("line").strip() and not self.value("employer").strip():
            self.tell_understood()
            return
        super().action_finish()

    def finished(self, kept: EmployerContact) -> None:
        """It was kept: on to the next."""
        self._kept += 1
        self._last_told = " ".join(filter(None, (self.workbench.notices_told(), self.told(kept))))
        self._go_to_next()

    def action_skip_line(self) -> None:
        """The line waits, and the next one is shown."""
        if self.value("line").strip():
            self._later.append(self.value("line"))
        self._last_told = ""
        self._go_to_next()

    def _go_to_next(self) -> None:
        self._show_line(self._rest.pop(0) if self._rest else "")
        self._keep_what_is_left()
        if not self.value("line"):
            self._stop()

    def action_leave(self) -> None:
        """Esc: what is left waits."""
        if not lines_left(self):
            self._stop()
            return
        super().action_leave()
        if self.is_done:
            self._say_all()

    def _stop(self) -> None:
        """All have been gone through."""
        self.is_done = True
        if not self._later:
            self.drop_draft_here()
        self._say_all()
        self.dismiss(None)

    def _say_all(self) -> None:
        left, texts = len(lines_left(self)), self.texts
        told = [texts.counted("lines_form.kept", self._kept)] if self._kept else []
        told += [texts.counted("lines_form.wait", left, key=self.key_of("log_lines"))] if left else []
        if told:
            self.workbench.say_sentence(" ".join(told))


def lines_left(form: LinesForm) -> list[str]:
    """The lines of the form that have not been kept."""
    left = form.values()
    return [line for line in (left["line"], *left["rest"].split("\n")) if line.strip()]


def lines_in(text: str) -> list[str]:
    """The lines that wait in a draft of pasted lines."""
    held = json.loads(text)
    lines = [str(held.get("line", "")), *str(held.get("rest", "")).split("\n")]
    return [line for line in lines if line.strip()]
