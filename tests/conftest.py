"""What all tests share: how hard Hypothesis searches, a home where no real workbook lies, quick passphrases."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# By hand the search is random and remembers what failed. `ci` takes the same examples every time, so that no
# submission fails by luck; `deterministic` is a short form of it, for narrowing a failure down.
settings.register_profile("by_hand", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("deterministic", settings.get_profile("ci"), max_examples=25)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "by_hand"))


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests, and the commands they start, see an empty home and none of the developer's own settings."""
    home = tmp_path_factory.mktemp("nobodys-home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("VALMENTAJA_", "XDG_"))]:
            patch.delenv(name)
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        yield


@pytest.fixture(scope="session", autouse=True)
def cache(_nobodys_home: None) -> Path:
    """The cache of all commands that are started. A dictionary is said to be in the making in it.

    Else a command would begin to make one: ten seconds of a processor and 700 MB, beside the tests that follow.
    """
    from valmentaja.places import cache_folder
    from valmentaja.store.lemmas import trie_file

    folder = Path(cache_folder(os.environ))
    for language in ("fi", "en"):
        lock = Path(trie_file(str(folder), language) + ".lock")
        lock.parent.mkdir(parents=True, exist_ok=True)
        lock.touch()
    return folder


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Passphrases and codes are tried in a millisecond, for tests that try many and start no process.

    SQLCipher's 256 000 iterations become a thousand in this process, and nobody waits after a wrong one. The real
    numbers are tested in `store/test_peer` and `store/test_keys`, the ways in at their real cost in
    `cli/test_on_a_terminal`. A process of its own does not open the files of such a test by passphrase or code.
    """
    from tests.store.workbooks import iterations, set_iterations  # the tests of the rules need no store
    from valmentaja.store import locks

    real = iterations()
    monkeypatch.setattr(locks, "WRONG_PHRASE_SECONDS", 0.0)
    set_iterations(1000)
    yield
    set_iterations(real)
