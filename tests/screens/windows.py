"""A window that is made larger and smaller."""

from textual.pilot import Pilot

from tests.screens.running import screen_text, until
from valmentaja.screens.program.app import Workbench


async def resize(app: Workbench, pilot: Pilot[None], size: tuple[int, int]) -> None:
    """The window has another size, and is drawn so."""
    await pilot.resize_terminal(*size)
    await until(pilot, lambda: app.size == size and len(screen_text(app)) == size[1])
