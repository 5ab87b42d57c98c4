"""What the tests of records' pages share."""

from textual.pilot import Pilot

from tests.screens.running import press
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.record_page import RecordPage


async def go_to_row(app: Workbench, pilot: Pilot[None], ending: str) -> None:
    """Down to the row whose id ends so: `/note`."""
    for _ in range(40):
        screen = app.screen
        assert isinstance(screen, RecordPage)
        if (screen.focused_id or "").endswith(ending):
            return
        await press(pilot, "down")
    raise AssertionError(f"no row {ending}")
