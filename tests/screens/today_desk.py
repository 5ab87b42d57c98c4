"""What a coach sees on the Today desk: who stands in the list, who is in focus, what the card tells."""

from tests.screens.running import screen_text
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.widgets.card import Card
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.store.clients import all_clients
from valmentaja.store.employers import employers
from valmentaja.store.workbook import Workbook


def standing(app: Workbench) -> list[str]:
    """The names in the list as they stand there, from the top."""
    rows = app.screen.query_one(RowList)
    ids = [row.id for row in rows._rows if row.id]
    names = {f"client-{one.id}": one.label for one in all_clients(app.book)}
    names |= {f"employer-{one.id}": one.name for one in employers(app.book)}
    return [names.get(one, one) for one in ids]


def in_focus(app: Workbench) -> str:
    """The first line of the card: who is in focus."""
    return next(line for line in beside(app) if line)


def beside(app: Workbench) -> list[str]:
    """The card, line by line."""
    card = app.screen.query_one(Card).region
    return [line[card.x + 1 : card.right - 1].strip() for line in screen_text(app)[card.y : card.bottom]]


def told_in_list(app: Workbench) -> str:
    """What stands in the list, on one line."""
    return " ".join(" ".join(line.split("│")[0] for line in screen_text(app)).split())


def client_id(book: Workbook, name: str) -> int:
    """The id of the client of that name."""
    return next(one.id for one in all_clients(book) if one.label == name)
