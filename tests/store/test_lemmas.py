"""Searching by basic form: Finnish words as they bend, and a dictionary that never gets in the way."""

import os
import time
from functools import lru_cache
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from valmentaja.store import lemmas
from valmentaja.store.lemmas import WordForm, build, resolve, start_building, trie_file
from valmentaja.store.words import words_in


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The builders that would have been started; none is."""
    calls: list[list[str]] = []

    def remember(arguments: list[str]) -> object:
        calls.append(arguments)
        return type("Running", (), {"poll": lambda self: None})()

    monkeypatch.setattr(lemmas, "_spawn", remember)
    monkeypatch.setattr(lemmas, "_builders", {})
    return calls


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("haastatteluja", "haastattelu"),
        ("työpaikalla", "työpaikka"),
        ("kädet", "käsi"),
        ("palkkatuesta", "palkkatuki"),
        ("helsingissä", "helsinki"),
        ("virtanen", "virtanen"),
    ],
)
def test_a_bent_word_is_found_by_its_basic_form(
    form: str, lemma: str, tmp_path: Path, started: list[list[str]]
) -> None:
    assert resolve([form], "fi", tmp_path)[form].lemma == lemma


def test_words_that_only_look_alike_are_kept_apart(tmp_path: Path, started: list[list[str]]) -> None:
    found = resolve(["väline", "vali"], "fi", tmp_path)
    assert found["väline"].lemma != found["vali"].lemma


def test_a_word_written_with_a_separate_umlaut_is_the_same_word(
    tmp_path: Path, started: list[list[str]]
) -> None:
    separate = "ka\u0308det"
    assert resolve([separate], "fi", tmp_path)[separate] == WordForm(separate, "käsi", "käde")


def test_english_words_bend_too(tmp_path: Path, started: list[list[str]]) -> None:
    assert resolve(["interviews"], "en", tmp_path)["interviews"] == WordForm(
        "interviews", "interview", "interview"
    )


def test_no_words_cost_nothing(tmp_path: Path, started: list[list[str]]) -> None:
    assert resolve([], "fi", tmp_path) == {}
    assert not started


def test_words_are_parted_and_folded() -> None:
    text = "Soitin ÄMMÄLLE klo 9.30: tapaaminen 2026, työ-paikka, a, t1 snake_case 10 000"
    assert words_in(text) == {
        "soitin",
        "ämmälle",
        "klo",
        "tapaaminen",
        "työ",
        "paikka",
        "t1",
        "snake",
        "case",
    }


def test_a_word_longer_than_a_line_is_no_word() -> None:
    assert words_in("x" * 64 + " " + "y" * 65) == {"x" * 64}


@pytest.mark.parametrize(
    "text",
    [
        "Työnantaja ÅLAND ”lainaus” it's C++ a_b 1½ x² e\u0301cole ŠĐŁ ẞtraße ΣΊΣΥΦΟΣ İstanbul ſ µm",
        "Привет, мир! 日本語 עברית ١٢٣ naïve—dash…dots 3,14 #tagi @ma r\nvaihto\ttab\u00a0nbsp",
        "Kalle-Pekka Ö. O'Brien e-mail a/b [kirja] {x} <y> ~tilde 50% §7 €20 20€ °C №5 \u200bzero",
    ],
)
def test_words_are_the_ones_that_the_index_holds(text: str) -> None:
    base = dbapi2.connect(":memory:")
    base.execute('CREATE VIRTUAL TABLE page USING fts5(body, tokenize = "unicode61 remove_diacritics 0")')
    base.execute("CREATE VIRTUAL TABLE word USING fts5vocab(page, row)")
    base.execute("INSERT INTO page VALUES (?)", (text,))
    indexed = {term for (term,) in base.execute("SELECT term FROM word")}
    base.close()
    assert words_in(text) == {term for term in indexed if len(term) > 1 and not term.isdigit()}


def test_without_a_trie_one_builder_is_started_and_told_nothing_of_clients(
    tmp_path: Path, started: list[list[str]]
) -> None:
    resolve(["virtaselle"], "en", tmp_path)
    resolve(["virtasen"], "en", tmp_path)
    assert started == [[lemmas.__file__, str(tmp_path), "en"]]


def test_a_build_that_failed_is_not_tried_again_at_once(tmp_path: Path, started: list[list[str]]) -> None:
    lock = Path(trie_file(str(tmp_path), "en") + ".lock")
    lock.parent.mkdir(parents=True)
    lock.touch()
    start_building(str(tmp_path), "en")
    assert not started
    build(str(tmp_path), "en")
    assert not os.path.exists(trie_file(str(tmp_path), "en"))
    an_hour_ago = time.time() - lemmas.BUILD_AGAIN_AFTER - 1
    os.utime(lock, (an_hour_ago, an_hour_ago))
    start_building(str(tmp_path), "en")
    assert len(started) == 1


def test_a_cache_folder_that_cannot_be_made_stops_no_search(tmp_path: Path, started: list[list[str]]) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("")
    assert resolve(["interviews"], "en", in_the_way)["interviews"].lemma == "interview"
    assert not started


def test_a_damaged_trie_is_put_away_and_built_again(
    tmp_path: Path, started: list[list[str]], capfd: pytest.CaptureFixture[str]
) -> None:
    trie = Path(trie_file(str(tmp_path), "en"))
    trie.parent.mkdir(parents=True)
    trie.write_bytes(b"cut short")
    assert resolve(["interviews"], "en", tmp_path)["interviews"].lemma == "interview"
    assert not trie.exists()
    assert len(started) == 1
    assert capfd.readouterr() == ("", "")


def test_the_child_builds_the_trie_and_the_next_search_uses_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trie = Path(trie_file(str(tmp_path), "en"))
    before = resolve(["interviews"], "en", tmp_path)
    assert lemmas._builders[str(trie)].wait(timeout=30) == 0
    assert [left.name for left in trie.parent.iterdir()] == ["en.dic"]

    def unwanted(*_: str) -> object:
        raise AssertionError("the finished trie is there to be used")

    monkeypatch.setattr(lemmas, "_from_stream", lru_cache(unwanted))
    monkeypatch.setattr(lemmas, "_spawn", unwanted)
    assert resolve(["interviews"], "en", tmp_path) == before
