"""A recovery code takes effect only once it is on paper: what makes it runs in a thread, and waits for that."""

import asyncio
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class GivenUp(Exception):
    """The coach went back, or left the program: nothing is made."""


class OnPaper(Generic[Made]):
    """Runs `make`, which is given a function to be called with the code before anything takes effect.

    That function returns when the code is `written_down`, and raises GivenUp when the coach goes back instead.
    """

    def __init__(self, make: Callable[[Callable[[str | None], None]], Made]) -> None:
        self._loop = asyncio.get_running_loop()
        self._code: asyncio.Future[str | None] = self._loop.create_future()
        self._decided = threading.Event()
        self._given_up = False
        self._making = asyncio.ensure_future(asyncio.to_thread(make, self._show))
        self._making.add_done_callback(_look_at_it)

    async def code(self) -> str | None:
        """The code, `None` where there is none. Raises what made it impossible to make."""
        await asyncio.wait((self._code, self._making), return_when=asyncio.FIRST_COMPLETED)
        return self._code.result() if self._code.done() else self._none_after(await self._making)

    async def made(self) -> Made:
        """What was made. Raises what made it impossible."""
        return await self._making

    def written_down(self) -> None:
        """The code is on paper: what was made takes effect."""
        self._decided.set()

    def give_up(self) -> None:
        """Nothing takes effect, unless it has already."""
        if not self._decided.is_set():
            self._given_up = True
            self._decided.set()

    def _show(self, code: str | None) -> None:
        """In the thread."""
        if code is not None:
            self._loop.call_soon_threadsafe(self._code.set_result, code)
            self._decided.wait()
        if self._given_up:
            raise GivenUp

    @staticmethod
    def _none_after(_made: object) -> None:
        return None


def _look_at_it(making: "asyncio.Future[Made]") -> None:
    """Whoever waits hears of a failure; after giving up nobody does, and that is no fault."""
    if not making.cancelled():
        making.exception()
