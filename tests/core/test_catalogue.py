"""Compiled texts are found in the file's own order: the same ones that gettext reads from it."""

from gettext import GNUTranslations
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from valmentaja.texts import LANGUAGES
from valmentaja.texts.catalogue import Catalogue


def compiled(language: str) -> Path:
    return ROOT / "data/locale" / language / "LC_MESSAGES/valmentaja.mo"


def as_gettext_reads(language: str) -> dict[str, tuple[str, ...]]:
    """The texts by their keys: one form, or the one for one and the one for more."""
    with compiled(language).open("rb") as file:
        read: dict[str | tuple[str, int], str] = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    found = {key: (text,) for key, text in read.items() if isinstance(key, str) and key}
    counted = {key[0] for key in read if isinstance(key, tuple)}
    return found | {key: (read[key, 0], read[key, 1]) for key in counted}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_found_as_gettext_finds_it(language: str) -> None:
    catalogue, texts = Catalogue(compiled(language).read_bytes()), as_gettext_reads(language)
    assert len(texts) > 1000
    assert {key: catalogue.forms(key) for key in texts} == texts
    assert {key: catalogue.forms(key) for key in texts} == texts, "and when they are asked for again"


@pytest.mark.parametrize("key", ["!", "band", "band.lat", "band.late ", "band.latest", "ööö", "~"])
def test_a_key_that_is_not_there_has_no_forms(key: str) -> None:
    assert Catalogue(compiled("fi").read_bytes()).forms(key) == ()


def test_a_file_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="compiled"):
        Catalogue(b"msgid")
