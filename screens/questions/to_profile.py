"""From answers to action: a next step, a wish or a strength that comes of an answer."""

from collections.abc import Iterable

from valmentaja.model.answer import Answer
from valmentaja.model.client import Client
from valmentaja.model.wish import WishPlace
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.records.field_rows import NOTHING
from valmentaja.screens.records.step_form import StepForm, StepGround
from valmentaja.screens.shell.form import Form
from valmentaja.screens.shell.page import InWorkbench
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, TextField
from valmentaja.store.answer_deeds import agree_step_from_answer, strength_from_answer, wish_from_answer
from valmentaja.texts.sentences import in_midsentence
from valmentaja.texts.shown import LONGEST_NAMED, one_line

_WISH, _STRENGTH = "wish", "strength"
_LONGEST_ABOVE = 140


def step_from_answer(page: InWorkbench[None], about: Client, question: str, said: Answer | None) -> StepForm:
    """A next step on the ground of an answer, whose words stand above. What is to be found out is suggested."""
    texts, values = page.texts, dict[str, str]()
    if said is not None and said.waits:
        day = texts.date(said.find_out_on) if said.find_out_on else ""
        values = {"text": one_line(said.find_out_how or "", LONGEST_TEXT), "on": day}
    words = one_line(said.text, _LONGEST_ABOVE) if said and said.text else ""
    ground = StepGround(
        place=f"next_step/{about.id}/{question}",
        values=values,
        told=texts("question_walk.step_of", text=words) if words else "",
        agree=lambda step: agree_step_from_answer(page.book, about, question, step),
    )
    return StepForm(about, ground)


class ToProfile(Form[str]):
    """The words of an answer, as the client wants them in the profile: as a wish or as a strength."""

    DEFAULT_CSS = """
    ToProfile FieldRow > .label { width: 18; }
    ToProfile FieldRow { margin-bottom: 1; }
    """

    def __init__(self, about: Client, question: str, words: str) -> None:
        super().__init__(f"to_profile/{about.id}/{question}", {"words": words})
        self._about = about
        self._question = question

    def title_text(self) -> str:
        """Whose profile."""
        return self.texts("to_profile.title", name=one_line(self._about.label, LONGEST_NAMED))

    def rows(self) -> Iterable[FieldRow]:
        """What it is, the words, and of a wish how it may come true."""
        texts = self.texts
        kinds = [(one, texts(f"to_profile.{one}")) for one in (_WISH, _STRENGTH)]
        places = [("", NOTHING), *((one.value, texts(f"wish_place.{one}")) for one in WishPlace)]
        yield FieldRow(texts("to_profile.which"), ChoiceField(kinds, _WISH, id="kind"))
        yield FieldRow(texts("to_profile.words"), TextField(self.given("words"), id="words"))
        yield FieldRow(in_midsentence(texts("field.as")), ChoiceField(places, "", id="as"))

    def on_mount(self) -> None:
        """Behind the last word, when the coach goes there."""
        words = self.field("words")
        assert isinstance(words, TextField)
        words.move_cursor(words.document.end)

    def changed(self) -> None:
        """Only a wish comes true in some way."""
        self._show_fields()
        super().changed()

    def fill(self, name: str, value: str) -> None:
        """What was typed before shows its fields."""
        super().fill(name, value)
        self._show_fields()

    def _show_fields(self) -> None:
        place = next(one for one in self.query(FieldRow) if one.field.id == "as")
        place.display = self.value("kind") == _WISH

    def told(self, kept: str) -> str:
        """That it is in the profile now."""
        return self.texts(f"to_profile.told_{self.value('kind')}", text=one_line(kept, LONGEST_NAMED))

    def keep(self) -> str:
        """Put there: one change."""
        words = self.needed("words", "text.empty")
        with self.reading("words"):
            if self.value("kind") == _STRENGTH:
                strength_from_answer(self.book, self._about, self._question, words, self.today)
            else:
                place = WishPlace(self.value("as")) if self.value("as") else None
                wish_from_answer(self.book, self._about, self._question, words, place, self.today)
        return words
