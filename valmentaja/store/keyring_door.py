"""The door to the system's keyring, for "remember on this computer": off until the coach asks for it.

Only keyrings that lock with the coach's own session are used: Secret Service, KWallet, macOS Keychain and
Windows Credential Manager. Never one that writes plain text, never one that only pretends to keep. An entry
is named by the home's random id, so that the keyring's own window tells nothing of clients.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "valmentaja"

_ALLOWED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",  # Secret Service by another library
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)
_CHAINER = "keyring.backends.chainer.ChainerBackend"


def remember(home_id: str, raw_key: str) -> None:
    """Keeps the raw key of a home. Raises CannotBeMet when there is no safe keyring, or it refuses."""
    with _failures_said():
        _keyring().set_password(SERVICE, home_id, raw_key)


def recall(home_id: str) -> str | None:
    """The raw key of a home, `None` when it is not remembered. Raises CannotBeMet as `remember` does."""
    with _failures_said():
        return _keyring().get_password(SERVICE, home_id)


def forget(home_id: str) -> None:
    """Removes the raw key of a home, if it is there. Raises CannotBeMet as `remember` does."""
    with _failures_said():
        keyring = _keyring()
        if keyring.get_password(SERVICE, home_id) is not None:
            keyring.delete_password(SERVICE, home_id)


@contextmanager
def _failures_said() -> Iterator[None]:
    try:
        yield
    except CannotBeMet:
        raise
    except Exception as error:  # the backends raise what their buses and libraries raise
        raise CannotBeMet("keyring.failed") from error


def _keyring() -> "KeyringBackend":
    """The safe keyring in use. A chain of keyrings counts as its first, the one it would write to."""
    import keyring

    chosen = keyring.get_keyring()
    if _kind(chosen) == _CHAINER:
        chosen = next(iter(getattr(chosen, "backends", ())), chosen)
    if _kind(chosen) not in _ALLOWED:
        raise CannotBeMet("keyring.none")
    return chosen


def _kind(keyring: object) -> str:
    return f"{type(keyring).__module__}.{type(keyring).__qualname__}"
