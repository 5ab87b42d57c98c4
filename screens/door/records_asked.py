"""The first run's question of who is responsible for the records, for a workbook that a command made without asking."""

from collections.abc import Iterable

from textual.widget import Widget

from valmentaja.screens.door.first_run import Answers, RecordsQuestion
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import change_setting
from valmentaja.store.codes_only import names_kept


class RecordsAsked(RecordsQuestion):
    """Stands over the desk at the opening. Esc puts the question off to the next one."""

    DEFAULT_CSS = """
    RecordsAsked .words { margin-bottom: 0; }
    RecordsAsked #said { margin-top: 1; }
    """
    is_airy = False

    def __init__(self) -> None:
        super().__init__(Answers())

    def body(self) -> Iterable[Widget]:
        """As in the first run, and how it is put off; and what was said at the opening, which the page covers."""
        yield self.words("records_asked.why")
        yield from super().body()

    def on_mount(self) -> None:
        """How it is put off, and what there is to say."""
        later = self.texts("records_asked.later", key=self.key_of("back"))
        self.say("\n".join(filter(None, (later, self.workbench.said))))

    def chosen(self, value: str) -> None:
        """Kept; what it means for names that are there already is said."""
        workbench = self.workbench
        if not workbench.attempt(lambda: change_setting(self.book, RECORDS_FOR, value, self.today)):
            return
        self.dismiss(None)
        named = names_kept(self.book)
        if named:
            workbench.say_sentence(self.texts.counted("records_for.names_stay", named))
