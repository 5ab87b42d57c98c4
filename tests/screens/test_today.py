"""The Today desk through real keys."""

from tests.screens.running import open_app, press, screen_text
from valmentaja.places import Home


async def test_look(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        print("\n".join(screen_text(app)))
        await press(pilot, "down", "down")
        print("\n".join(screen_text(app)))
