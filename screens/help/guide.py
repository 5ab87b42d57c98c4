"""The guide on the screen: its pages at the left, the one that is read at the right. Nothing in it opens a browser."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from valmentaja.content.guide import GuidePage, guide_pages
from valmentaja.errors import ValmentajaError
from valmentaja.screens.literal import literal
from valmentaja.screens.shell.page import Dialog
from valmentaja.screens.widgets.actions_line import ActionsLine
from valmentaja.screens.widgets.columns import Column, row
from valmentaja.screens.widgets.guide_text import GuideText
from valmentaja.screens.widgets.reading import Reading
from valmentaja.screens.widgets.row_list import Row, RowList

MOST_LINES = 2
PAGE_OF_DESK = {
    "today": "day",
    "clients": "clients",
    "employers": "employers",
    "week": "employers",
    "diary": "diary",
    "my_work": "my_work",
}
"""The page that tells of a desk."""


def page_for(desk: str) -> str:
    """The page that fits where the coach was: from no desk the guide opens at its beginning."""
    return PAGE_OF_DESK.get(desk, "start")


class GuideScreen(Dialog[None]):
    """Left and right turn the page, Tab goes to the list of pages and back, Esc to where the coach was."""

    DEFAULT_CSS = """
    GuideScreen { background: $background; align: left top; }
    GuideScreen #title { height: 2; padding: 0 1; border-bottom: solid $rule; text-style: bold; }
    GuideScreen RowList { width: 25; padding: 1 0 0 0; }
    GuideScreen Reading { padding: 1 0 0 0; border-left: solid $rule; }
    GuideScreen ActionsLine { height: 2; border-top: solid $rule; }
    """
    offers = ("open", "earlier", "later")
    way_out = "back"

    def __init__(self, page_name: str) -> None:
        """`page_name` is the page to begin with."""
        super().__init__()
        self._wanted = page_name
        self._pages: tuple[GuidePage, ...] = ()

    def compose(self) -> ComposeResult:
        """List and page."""
        yield Static(literal(self.texts("guide.title")), id="title")
        with Horizontal():
            yield RowList()
            with Reading():
                yield GuideText()
        yield ActionsLine()

    def on_mount(self) -> None:
        """Opens at the page wanted; a guide that is damaged says so in its place."""
        self.query_one(Reading).focus()
        try:
            self._pages = guide_pages(self.texts.language)
        except ValmentajaError as refusal:
            self.query_one(Reading).mount(
                Static(literal(self.workbench.sentence_of(refusal)), classes="wrong")
            )
            return
        self.query_one(RowList).show_rows([_listed(page) for page in self._pages], self._wanted)
        self.call_after_refresh(self.read_page, self._wanted)

    @property
    def page_read(self) -> str:
        """The name of the page that is shown."""
        return self._wanted

    @work(exclusive=True)
    async def read_page(self, name: str) -> None:
        """Shows the page with the name, from its beginning."""
        page = next((one for one in self._pages if one.name == name), None)
        if page is None:
            return
        self._wanted = name
        rows = self.query_one(RowList)
        rows.show_rows([_listed(one) for one in self._pages], name)
        await self.query_one(GuideText).update(page.text)
        self.query_one(Reading).scroll_home(animate=False)

    def on_markdown_link_clicked(self, event: GuideText.LinkClicked) -> None:
        """A link to another page opens it here; any other does nothing."""
        event.stop()
        self.read_page(event.href.partition("#")[0].removesuffix(".md"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter opens a page only where one is chosen."""
        return action != "open" or self.focused is self.query_one(RowList)

    def action_open(self) -> None:
        """Enter: the page in focus."""
        chosen = self.query_one(RowList).focused_id
        if chosen is not None:
            self.read_page(chosen)
            self.query_one(Reading).focus()

    def action_earlier(self) -> None:
        """The page before."""
        self._turn(-1)

    def action_later(self) -> None:
        """The page after."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        names = [page.name for page in self._pages]
        at = names.index(self._wanted) + step if self._wanted in names else -1
        if 0 <= at < len(names):
            self.read_page(names[at])


def _listed(page: GuidePage) -> Row:
    return Row(page.name, lambda width: row((Column(literal(page.title), width, MOST_LINES),)))
