"""The first run: a few questions, one page each, and then a workbook. Esc goes back; nothing is made before the end."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, cast

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from valmentaja.errors import ValmentajaError
from valmentaja.model.records_for import RecordsFor
from valmentaja.places import sync_risk
from valmentaja.rules.tally import FULL_TIME_TARGET, weekly_target
from valmentaja.screens.door.door import DoorPage
from valmentaja.screens.door.new_passphrase import NewPassphrase, RecoveryCode
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.fields import LineField
from valmentaja.screens.widgets.row_list import GAP, Row, RowList, fixed_row
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.settings.work import FULL_TIME_SHARE
from valmentaja.store.locks import key_by_passphrase, make_home
from valmentaja.store.workbook import Workbook
from valmentaja.texts import LANGUAGES, Language, Texts
from valmentaja.texts.numbers import whole_number

STEPS = 6
"""Language, records, share, protection, passphrase, recovery code."""


@dataclass(slots=True)
class Answers:
    """What the coach has answered so far."""

    records_for: RecordsFor = RecordsFor.EMPLOYER
    share: int = 100
    passphrase: str | None = field(default=None, repr=False)


class ChoicePage(DoorPage):
    """A question with some answers in a list, each explained in a sentence."""

    DEFAULT_CSS = """
    ChoicePage RowList { margin-top: 1; }
    ChoicePage #said { margin: 0; min-height: 0; }
    """
    offers: ClassVar[tuple[str, ...]] = ("go_on", "back")
    is_list = True
    is_airy: ClassVar[bool] = True
    title_key: ClassVar[str] = ""
    words_key: ClassVar[str] = ""
    step: ClassVar[int] = 0

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self.answers = answers

    def progress(self) -> str:
        """Which question of how many."""
        return self.texts("first_run.step", step=self.step, steps=STEPS) if self.step else ""

    def body(self) -> Iterable[Widget]:
        """Question, explanation, answers."""
        yield self.title_line(self.title_key)
        yield Static(literal(self.texts(self.words_key)))
        yield RowList()
        yield self.said()

    def choices(self) -> Sequence[str]:
        """The values that can be chosen; their texts are `<title key>.<value>` and `….<value>.why`."""
        raise NotImplementedError

    def begins_with(self) -> str:
        """The value in focus at first."""
        return self.choices()[0]

    def chosen(self, value: str) -> None:
        """Goes on with the value."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Shows the answers."""
        between = (GAP,) if self.is_airy else ()
        rows = [row for one in self.choices() for row in (*between, self._row(one))]
        self.query_one(RowList).show_rows(rows[len(between) :], self.begins_with())

    def _row(self, value: str) -> Row:
        name, why = self.texts(f"{self.title_key}.{value}"), self.texts(f"{self.title_key}.{value}.why")
        return Row(value, lambda width: _explained(name, why, width))

    def action_go_on(self) -> None:
        """Enter: the answer in focus."""
        value = self.query_one(RowList).focused_id
        if value is not None:
            self.chosen(value)


def _explained(name: str, why: str, width: int) -> Content:
    """An answer, and under it what it means."""
    lines = literal(why).wrap(max(10, width - 3))
    return Content("\n").join((literal(name, "bold"), *("   " + line for line in lines)))


class LanguagePage(DoorPage):
    """Which language; the page speaks it at once."""

    DEFAULT_CSS = """
    LanguagePage RowList { height: 4; margin: 1 0; }
    """
    offers = ("go_on",)
    is_list = True

    def __init__(self) -> None:
        super().__init__()
        self._answers = Answers()

    def progress(self) -> str:
        """The first question."""
        return f"1/{STEPS}"

    def body(self) -> Iterable[Widget]:
        """Welcome, languages."""
        yield Static(id="welcome", classes="title")
        yield Static(id="what")
        yield RowList()
        yield Static(id="risk")

    def on_mount(self) -> None:
        """The language so far has the focus."""
        rows = [fixed_row(one, literal(_LANGUAGE_NAMES[one])) for one in LANGUAGES]
        self.query_one(RowList).show_rows(rows, self.texts.language)

    def on_row_list_focused(self) -> None:
        """The language in focus is spoken."""
        language = self._language()
        if language != self.texts.language:
            self.workbench.texts = Texts(language)
        self._show()

    def _language(self) -> Language:
        return cast("Language", self.query_one(RowList).focused_id or self.texts.language)

    def _show(self) -> None:
        self.query_one("#welcome", Static).update(literal(self.texts("first_run.welcome")))
        self.query_one("#what", Static).update(literal(self.texts("first_run.what")))
        self.query_one("#risk", Static).update(literal(self._risk()))
        self.refresh_bindings()

    def _risk(self) -> str:
        """Where a service synchronises the folder, that is said before anything is typed."""
        home = self.workbench.home.folder
        service = sync_risk(home)
        key = self.key_of("quit")
        return self.texts("first_run.sync_risk", service=service, home=home, key=key) if service else ""

    def action_go_on(self) -> None:
        """Enter: on in the language."""
        self.workbench.speak(self._language())
        self.workbench.push_screen(RecordsPage(self._answers))


_LANGUAGE_NAMES = {"fi": "Suomi", "en": "English"}


class RecordsQuestion(ChoicePage):
    """Who is responsible for the client records."""

    title_key, words_key = "first_run.records", "first_run.records_why"

    def choices(self) -> Sequence[str]:
        """Employer, payer, self, not yet known."""
        return tuple(RecordsFor)


class RecordsPage(RecordsQuestion):
    """The second question."""

    step = 2

    def begins_with(self) -> str:
        """What was chosen before."""
        return self.answers.records_for

    def chosen(self, value: str) -> None:
        """To the share of full time."""
        self.answers.records_for = RecordsFor(value)
        self.workbench.push_screen(SharePage(self.answers))


class SharePage(DoorPage):
    """The share of full time, and the week's target that follows from it."""

    offers = ("go_on", "back")

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self.answers = answers

    def progress(self) -> str:
        """The third question."""
        return self.texts("first_run.step", step=3, steps=STEPS)

    def body(self) -> Iterable[Widget]:
        """Question, field, target."""
        yield self.title_line("first_run.share")
        yield self.words("first_run.share_why")
        yield self.labelled("first_run.share_field", LineField(str(self.answers.share), id="share"))
        yield self.said()

    def on_mount(self) -> None:
        """The target of what stands there."""
        self.query_one(LineField).action_select_all()
        self._show_target()

    def on_input_changed(self) -> None:
        """The target follows what is typed."""
        self._show_target()

    def _share(self) -> int | None:
        number = whole_number(self.query_one(LineField).value.strip().removesuffix("%"))
        least, most = FULL_TIME_SHARE.least, FULL_TIME_SHARE.most
        return number if number is not None and least <= number <= most else None

    def _show_target(self) -> None:
        share = self._share()
        if share is None:
            self.say(self.texts("first_run.share_wrong"))
        else:
            self.say(self.texts.counted("first_run.target", weekly_target(share, FULL_TIME_TARGET)))

    def on_input_submitted(self) -> None:
        """Enter in the field."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """To how the workbook is protected."""
        share = self._share()
        if share is not None:
            self.answers.share = share
            self.workbench.push_screen(ProtectPage(self.answers))


class ProtectPage(ChoicePage):
    """Behind a passphrase, or open to whoever gets the file."""

    title_key, words_key, step = "first_run.protect", "first_run.protect_why", 4

    def choices(self) -> Sequence[str]:
        """With, and without."""
        return ("passphrase", "nothing")

    def chosen(self, value: str) -> None:
        """To the passphrase, or to making a workbook that has none."""
        if value == "passphrase":
            step = self.texts("first_run.step", step=5, steps=STEPS)
            self.workbench.push_screen(NewPassphrase(self._make_with, step))
        else:
            self._make_with(None)

    def _make_with(self, passphrase: str | None) -> None:
        self.answers.passphrase = passphrase
        step = self.texts("first_run.step", step=6, steps=STEPS) if passphrase else ""
        self.workbench.push_screen(RecoveryCode(self._maker(), self._begin, step))

    def _maker(self) -> Callable[[Callable[[str | None], None]], str | None]:
        """Makes the home, and gives the key of its workbook. Runs in a thread, and so looks at no widget."""
        home, clock, answers = self.workbench.home, self.workbench.clock, self.answers
        passphrase, language = answers.passphrase, self.texts.language

        def fill(book: Workbook) -> None:
            change_setting(book, SETTINGS["language"], language, clock.today)
            change_setting(book, RECORDS_FOR, answers.records_for, clock.today)
            change_setting(book, FULL_TIME_SHARE, str(answers.share), clock.today)

        def make(show: Callable[[str | None], None]) -> str | None:
            make_home(home, passphrase, clock.now, fill=fill, show=show)
            return key_by_passphrase(home, passphrase) if passphrase else None

        return make

    def _begin(self, raw_key: str | None) -> None:
        self.answers.passphrase = None
        self.workbench.push_screen(BeginPage(self.answers, raw_key))


class BeginPage(ChoicePage):
    """The workbook is made: begin with it, or look at the demo first."""

    offers = ("go_on",)
    title_key, words_key = "first_run.begin", "first_run.begin_why"

    def __init__(self, answers: Answers, raw_key: str | None) -> None:
        super().__init__(answers)
        self._raw_key = raw_key
        self._busy = False

    def choices(self) -> Sequence[str]:
        """The coach's own, or the demo."""
        return ("own", "demo")

    def chosen(self, value: str) -> None:
        """Opens what was chosen."""
        if self._busy:
            return
        self._busy = True
        if value == "own":
            self.workbench.run_worker(self.workbench.enter_or_say_why(self._raw_key))
        else:
            self.say(self.texts("first_run.making_demo"))
            self.workbench.run_worker(self._look_at_demo())

    async def _look_at_demo(self) -> None:
        from valmentaja.screens.door.demo import look_at_demo

        try:
            await look_at_demo(self.workbench)
        except ValmentajaError as refusal:
            self.say_refusal(refusal)
        finally:
            self._busy = False
