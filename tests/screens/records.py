"""What the tests of records' pages share."""

from textual.pilot import Pilot

from tests.screens.running import press
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.record_page import RecordPage


async def go_to_row(app: Workbench, pilot: Pilot[None], ending: str) -> None:
    """Down to the row whose id ends so, `/note`, or begins so, `next_step/`."""
    for _ in range(40):
        screen = app.screen
        assert isinstance(screen, RecordPage)
        focused = screen.focused_id or ""
        if focused.endswith(ending) or (ending.endswith("/") and focused.startswith(ending)):
            return
        await press(pilot, "down")
    raise AssertionError(f"no row {ending}")


async def go_to_part(app: Workbench, pilot: Pilot[None], part: str) -> None:
    """Tab by Tab to the part of the page that has this id: `contacts`."""
    for _ in range(8):
        screen = app.screen
        assert isinstance(screen, RecordPage)
        if screen.part == part:
            return
        await press(pilot, "tab")
    raise AssertionError(f"no part {part}")
