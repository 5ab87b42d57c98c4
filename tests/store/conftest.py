"""A workbook without a passphrase for every test that asks for one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.store.workbooks import opened, plain_home
from valmentaja.places import Home
from valmentaja.store.lemmas import WordForm
from valmentaja.store.workbook import Workbook


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return plain_home(tmp_path / "home")


@pytest.fixture
def book(home: Home) -> Iterator[Workbook]:
    with opened(home) as workbook:
        yield workbook


@pytest.fixture
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every word is its own basic form: reading the dictionary would take a second, and start a process."""

    def as_they_are(forms: Iterable[str], *_: object) -> dict[str, WordForm]:
        return {form: WordForm(form, form, form) for form in forms}

    monkeypatch.setattr("valmentaja.store.search.resolve", as_they_are)
