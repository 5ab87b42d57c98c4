"""Workbooks that are broken, foreign or from a newer program: a sentence each, and the file is left as it was."""

import os
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from tests.store.workbooks import (
    lived_in,
    locked_home,
    looked_through,
    opened,
    plain_home,
)
from valmentaja.errors import Damaged
from valmentaja.places import Home
from valmentaja.store.connection import connect

Kept = tuple[Home, str | None]


def locked(folder: Path) -> Kept:
    return locked_home(folder)


def plain(folder: Path) -> Kept:
    return plain_home(folder), None


@pytest.fixture(params=[locked, plain], ids=["locked", "plain"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Kept:
    """A closed workbook of either sort in which some days have been lived."""
    home, key = request.param(tmp_path / "home")
    with opened(home, key) as book:
        lived_in(book)
    return home, key


def refused_unchanged(home: Home, key: str | None, sentence: str) -> None:
    """The workbook is refused in so many words, and the file is as it was."""
    before = Path(home.workbook).read_bytes()
    with pytest.raises(Damaged) as refused:
        looked_through(home, key)
    assert refused.value.key == sentence
    assert Path(home.workbook).read_bytes() == before


@pytest.mark.parametrize("place", [0, 17, 50, 99])
def test_a_flipped_byte_in_the_header_is_damage(kept: Kept, place: int) -> None:
    home, key = kept
    content = bytearray(Path(home.workbook).read_bytes())
    content[place] ^= 0xFF
    if key is None and place in (50, 99):  # a byte that SQLite itself leaves unused or does not check
        return
    Path(home.workbook).write_bytes(content)
    refused_unchanged(home, key, "workbook.damaged")


def test_a_flipped_byte_anywhere_in_a_locked_workbook_is_noticed(tmp_path: Path) -> None:
    home, key = locked_home(tmp_path / "home")
    with opened(home, key) as book:
        lived_in(book)
    whole, chance = Path(home.workbook).read_bytes(), Random(48)
    for _ in range(40):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        Path(home.workbook).write_bytes(content)
        refused_unchanged(home, key, "workbook.damaged")


def test_whatever_happened_to_a_workbook_that_anyone_can_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    """Such a file has no checksums: a changed letter may go unnoticed, but nothing else than a sentence comes out."""
    home = plain_home(tmp_path / "home")
    with opened(home) as book:
        lived_in(book)
    whole, chance = Path(home.workbook).read_bytes(), Random(48)
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(chance.choice([1, 8, 200])):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        Path(home.workbook).write_bytes(content)
        with suppress(Damaged):
            looked_through(home, None)


@pytest.mark.parametrize("length", [0, 1, 100, 4096, 8192, 50_000, -4096, -1])
def test_a_file_cut_short_is_damage(kept: Kept, length: int) -> None:
    home, key = kept
    Path(home.workbook).write_bytes(Path(home.workbook).read_bytes()[:length])
    if key is None and length == -1:  # the last byte of a plain page is unused, and its absence no harm
        return
    refused_unchanged(home, key, "workbook.damaged")


@pytest.mark.parametrize("content", [b"tervehdys\n" * 1000, bytes(8192), b"SQLite format 3\0" + bytes(4080)])
def test_a_file_of_something_else_is_damage(kept: Kept, content: bytes) -> None:
    home, key = kept
    Path(home.workbook).write_bytes(content)
    refused_unchanged(home, key, "workbook.damaged")


def test_another_workbooks_key_does_not_open_it(tmp_path: Path) -> None:
    home, _ = locked_home(tmp_path / "home")
    refused_unchanged(home, "ab" * 32, "workbook.damaged")


def test_a_workbook_of_a_newer_program_is_left_untouched(kept: Kept) -> None:
    home, key = kept
    with closing(connect(home.workbook, raw_key=key)) as newer:
        newer.execute("PRAGMA user_version = 99")
    refused_unchanged(home, key, "workbook.newer")
    assert sorted(name for name in os.listdir(home.folder) if name.startswith("workbook")) == ["workbook.db"]
