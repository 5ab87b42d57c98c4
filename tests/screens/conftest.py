"""Quick keys, a plain terminal, and a workbook of their own for every test that asks for one."""

import gc
import os
from collections.abc import Hashable, Iterator
from pathlib import Path

import pytest
from textual import _wait
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tests.screens.running import HandClock, small_home
from tests.store.workbooks import answered, locked_home, plain_home
from valmentaja.places import Home


@pytest.fixture(scope="session", autouse=True)
def _seldom_swept() -> Iterator[None]:
    """Python looks for cycles as seldom as the program has it: hundreds of screens come and go here.

    Nor does it go through what the tests themselves are made of, which stays to the end.
    """
    thresholds = gc.get_threshold()
    gc.set_threshold(50_000, 50, 50)
    gc.freeze()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


@pytest.fixture(scope="session", autouse=True)
def _styles_read_once() -> Iterator[None]:
    """The program is opened hundreds of times with the same styles: what one has parsed, the next one takes."""
    parse, parsed = Stylesheet._parse_rules, dict[object, list[RuleSet]]()

    def taken(styles: Stylesheet, css: str, **about: Hashable) -> list[RuleSet]:
        wanted = (css, *about.values(), frozenset(styles._variables.items()))
        if wanted not in parsed:
            parsed[wanted] = parse(styles, css, **about)  # type: ignore[arg-type]
        return parsed[wanted]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", taken)
        yield


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pilot waits until nothing happens any more in steps of a millisecond; by itself it takes 75 ms a key."""
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.001)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 0.0005)


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with colours and no wishes of its own."""
    for name in list(os.environ):
        if name in ("NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG") or name.startswith("TEXTUAL"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _no_upkeep(monkeypatch: pytest.MonkeyPatch) -> None:
    """No backup and no dictionary beside the screens; who tests them imports them at the top of the module."""
    monkeypatch.setattr("valmentaja.screens.program.upkeep.daily_backup", lambda *_: True)
    monkeypatch.setattr("valmentaja.screens.program.upkeep.learn_words", lambda *_: None)


@pytest.fixture(autouse=True)
def _no_dictionary_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search does without the dictionary: making it takes a process of its own, ten seconds and 700 MB."""
    monkeypatch.setattr("valmentaja.store.lemmas.start_building", lambda *_: None)


@pytest.fixture
def clock() -> HandClock:
    """A clock that the test turns."""
    return HandClock()


@pytest.fixture
def nobody(tmp_path: Path) -> Home:
    """A home that is not there yet."""
    return Home(str(tmp_path / "home"))


@pytest.fixture
def empty(tmp_path: Path) -> Home:
    """A workbook without a passphrase and without records."""
    return answered(plain_home(tmp_path / "home"))


@pytest.fixture
def small(tmp_path: Path) -> Home:
    """A workbook without a passphrase that holds the `small_caseload`."""
    return small_home(tmp_path / "home")


@pytest.fixture
def locked(tmp_path: Path, quick_passphrases: None) -> tuple[Home, str]:
    """An empty workbook that `PASSPHRASE` opens in a millisecond, and its key."""
    home, key = locked_home(tmp_path / "home")
    return answered(home, key), key
