"""What all tests share: how hard Hypothesis searches, a home where no real workbook lies, quick passphrases."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.store.workbooks import iterations, set_iterations

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


@pytest.fixture
def quick_passphrases() -> Iterator[None]:
    """A passphrase or code opens its file in a millisecond, where a test opens many and starts no process.

    SQLCipher's 256 000 iterations, most of a second over a test, are set down to a thousand in this process. Their
    real number is tested in `store/test_peer`; whole ways in at their real cost are in `cli/test_on_a_terminal`
    and `house/test_wheel`. A process of its own would not open the files of such a test by passphrase.
    """
    real = iterations()
    set_iterations(1000)
    yield
    set_iterations(real)
