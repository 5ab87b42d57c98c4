"""A workbook without a passphrase for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.workbooks import opened, plain_home
from valmentaja.places import Home
from valmentaja.store.workbook import Workbook


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return plain_home(tmp_path / "home")


@pytest.fixture
def book(home: Home) -> Iterator[Workbook]:
    with opened(home) as workbook:
        yield workbook
