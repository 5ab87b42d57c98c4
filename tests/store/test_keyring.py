"""Remembering on this computer: only in a keyring that is safe, and under a name that tells nothing."""

import sys
from collections.abc import Callable
from types import SimpleNamespace

import keyring
import pytest
from keyring.backends import chainer, fail, null

from valmentaja.errors import CannotBeMet
from valmentaja.store.keyring_door import forget, recall, remember

KEY = "ab" * 32
ACTS: list[Callable[[], object]] = [
    lambda: remember("5f3a", KEY),
    lambda: recall("5f3a"),
    lambda: forget("5f3a"),
]


class FakeKeyring:
    """A keyring in memory. `broken` makes it raise as a bus that does not answer."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False

    def _answer(self) -> None:
        if self.broken:
            raise OSError("no bus")

    def get_password(self, service: str, name: str) -> str | None:
        self._answer()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self._answer()
        self.kept[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        self._answer()
        del self.kept[service, name]


def fake(kind: str) -> FakeKeyring:
    """A fake that goes by the name of a real backend."""
    module, _, name = kind.rpartition(".")
    return type(name, (FakeKeyring,), {"__module__": module, "__qualname__": name})()  # type: ignore[no-any-return]


def in_use(monkeypatch: pytest.MonkeyPatch, chosen: object) -> None:
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_keyring=lambda: chosen))


SAFE = [
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.Windows.WinVaultKeyring",
]
UNSAFE = [
    "keyring.backends.null.Keyring",
    "keyring.backends.fail.Keyring",
    "keyrings.alt.file.PlaintextKeyring",
    "keyrings.alt.file.EncryptedKeyring",
    "somebody.elses.SecretService.Keyring",
]


@pytest.mark.parametrize("kind", SAFE)
def test_a_safe_keyring_remembers_until_told_to_forget(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    in_use(monkeypatch, fake(kind))
    remember("5f3a", KEY)
    assert recall("5f3a") == KEY
    assert recall("another") is None
    forget("5f3a")
    assert recall("5f3a") is None


def test_forgetting_what_was_never_remembered_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    in_use(monkeypatch, fake(SAFE[0]))
    forget("5f3a")


def test_the_entry_is_named_by_the_home_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    safe = fake(SAFE[0])
    in_use(monkeypatch, safe)
    remember("5f3a", KEY)
    assert list(safe.kept) == [("valmentaja", "5f3a")]


@pytest.mark.parametrize("kind", UNSAFE)
def test_a_keyring_that_is_not_safe_is_never_written_to(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    unsafe = fake(kind)
    in_use(monkeypatch, unsafe)
    for act in ACTS:
        with pytest.raises(CannotBeMet, match=r"^keyring\.none$"):
            act()
    assert not unsafe.kept


def chain(*links: FakeKeyring) -> FakeKeyring:
    chained = fake("keyring.backends.chainer.ChainerBackend")
    chained.backends = list(links)  # type: ignore[attr-defined]
    return chained


def test_a_chain_is_as_safe_as_its_first_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    safe, unsafe = fake(SAFE[0]), fake(UNSAFE[2])
    in_use(monkeypatch, chain(safe, unsafe))
    remember("5f3a", KEY)
    assert (len(safe.kept), len(unsafe.kept)) == (1, 0)


@pytest.mark.parametrize("links", [[UNSAFE[2], SAFE[0]], []])
def test_a_chain_that_would_write_elsewhere_is_refused(
    monkeypatch: pytest.MonkeyPatch, links: list[str]
) -> None:
    in_use(monkeypatch, chain(*map(fake, links)))
    with pytest.raises(CannotBeMet, match=r"^keyring\.none$"):
        remember("5f3a", KEY)


def test_a_keyring_that_does_not_answer_is_said_kindly(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = fake(SAFE[0])
    silent.broken = True
    in_use(monkeypatch, silent)
    for act in ACTS:
        with pytest.raises(CannotBeMet, match=r"^keyring\.failed$") as caught:
            act()
        assert not caught.value.parameters


@pytest.mark.parametrize("backend", [null.Keyring, fail.Keyring, chainer.ChainerBackend])
def test_the_real_library_without_a_keyring_keeps_nothing(
    monkeypatch: pytest.MonkeyPatch, backend: type[null.Keyring]
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend())
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [])
    with pytest.raises(CannotBeMet, match=r"^keyring\.none$"):
        remember("5f3a", KEY)


def test_every_safe_name_is_a_name_that_the_real_library_has() -> None:
    from importlib import import_module

    for kind in SAFE:
        module, _, name = kind.rpartition(".")
        assert hasattr(import_module(module), name)
