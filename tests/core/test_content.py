"""The shipped content is whole in both languages, and a damaged file is told of by name, key and reason."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from valmentaja.content.diary_prompts import diary_prompts
from valmentaja.content.end_reasons import end_reasons
from valmentaja.content.loader import LANGUAGES, ContentError, Id, data_folder, load
from valmentaja.content.phases import FILE, Phases, phase_named, phases
from valmentaja.errors import Damaged

PHASES = ["engagement", "profile", "job_finding", "employer_engagement", "on_off_job_support", "ended"]
END_REASONS = ["content_at_work", "client_wishes", "period_over", "payer_decided", "moved", "other"]
PROMPTS = ["acted", "otherwise", "options", "noticed_good", "reached_out", "tomorrow"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_ids_never_change(language: str) -> None:
    assert [phase.id for phase in phases(language)] == PHASES
    assert [reason.id for reason in end_reasons(language)] == END_REASONS
    assert [prompt.id for prompt in diary_prompts(language).prompts] == PROMPTS
    assert [scale.id for scale in diary_prompts(language).scales] == ["load", "energy"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_service_must_end_first_someone_carries_on(language: str) -> None:
    carried_on = [reason.id for reason in end_reasons(language) if reason.needs_successor]
    assert carried_on == ["period_over", "payer_decided", "moved"]


def test_a_client_who_looks_for_work_is_said_so_in_lists() -> None:
    lines = {phase.id: phase.short_line for phase in phases("fi")}
    assert lines[Id("job_finding")] == "etsii työtä"


def test_a_phase_of_another_version_is_called_by_its_id() -> None:
    assert phase_named("work_in_space", "fi") == "work_in_space"


def test_no_text_is_the_same_in_both_languages() -> None:
    for finnish, english in zip(phases("fi"), phases("en"), strict=True):
        assert {finnish.name, finnish.short_line, finnish.purpose}.isdisjoint(
            {english.name, english.short_line, english.purpose}
        )


def test_content_is_read_once() -> None:
    assert phases("fi") is phases("fi")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped content, to be broken."""
    shutil.copytree(Path(data_folder()) / "method", tmp_path / "method")
    return tmp_path


def broken(copy: Path, old: str, new: str, language: str = "fi", asked: str = "fi") -> ContentError:
    """What is said when one text of the phases in a language is replaced by another."""
    file = copy / "method" / language / FILE
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError) as caught:
        load(Phases, FILE, asked, str(copy))
    return caught.value


def test_a_damaged_content_file_ends_a_command_as_damaged(copy: Path) -> None:
    assert broken(copy, "[[phases]]", "[[").exit_code == 4


def test_a_file_that_is_not_toml_is_named(copy: Path) -> None:
    error = broken(copy, "[[phases]]", "[[")
    assert error.key == "content.not_toml"
    assert error.parameters["file"] == "fi/phases.toml"


def test_a_file_that_is_not_utf_8_is_named(copy: Path) -> None:
    (copy / "method" / "fi" / FILE).write_bytes("name = 'työ'".encode("latin-1"))
    with pytest.raises(ContentError, match=r"content\.not_toml"):
        load(Phases, FILE, "fi", str(copy))


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "method" / "en" / FILE).unlink()
    with pytest.raises(ContentError) as caught:
        load(Phases, FILE, "fi", str(copy))
    assert caught.value.key == "content.unreadable"
    assert caught.value.parameters == {"file": "en/phases.toml"}


@pytest.mark.parametrize(
    ("old", "new", "key", "where"),
    [
        ('name = "Työn etsiminen"', 'nmae = "Työn etsiminen"', "unknown_key", "phases.job_finding.nmae"),
        ('name = "Työn etsiminen"\n', "", "missing_key", "phases.job_finding.name"),
        ('id = "job_finding"\n', "", "missing_key", "phases.3.id"),
        ('name = "Työn etsiminen"', "name = 3", "wrong_type", "phases.job_finding.name"),
        ('name = "Työn etsiminen"', 'name = " "', "empty", "phases.job_finding.name"),
        ('id = "job_finding"', 'id = "Job finding"', "misshapen_id", "phases.Job finding.id"),
        ('id = "job_finding"', 'id = "profile"', "duplicate_id", "phases"),
    ],
)
def test_each_fault_is_told_with_its_place(copy: Path, old: str, new: str, key: str, where: str) -> None:
    error = broken(copy, old, new)
    assert (error.key, error.parameters["key"]) == (f"content.{key}", where)
    assert error.parameters["file"] == "fi/phases.toml"


def test_an_id_that_one_language_lacks_is_told_of_the_file_that_lacks_it(copy: Path) -> None:
    error = broken(copy, 'id = "profile"', 'id = "portrait"', language="en")
    assert error.key == "content.missing_id"
    assert (error.parameters["file"], error.parameters["other"]) == ("en/phases.toml", "fi/phases.toml")
    assert (error.parameters["key"], error.parameters["id"]) == ("phases", "profile")


def test_a_phase_too_many_in_one_language_is_told_of_the_other(copy: Path) -> None:
    rest = '[[phases]]\nid = "rest"\nname = "R"\nshort_line = "r"\npurpose = "R."\n\n'
    extra = rest + '[[phases]]\nid = "engagement"'
    error = broken(copy, '[[phases]]\nid = "engagement"', extra, language="en")
    assert (error.parameters["file"], error.parameters["other"]) == ("fi/phases.toml", "en/phases.toml")
    assert error.parameters["id"] == "rest"


def test_another_order_in_the_other_language_is_refused(copy: Path) -> None:
    file = copy / "method" / "en" / FILE
    head, *items = file.read_text("utf-8").split("[[phases]]")
    file.write_text("[[phases]]".join([head, *reversed(items)]), "utf-8")
    with pytest.raises(ContentError, match=r"content\.other_order"):
        load(Phases, FILE, "fi", str(copy))


NOTHING = Id("nothing")


@dataclass(frozen=True, slots=True)
class Step:
    """A nested kind, as the agreement steps will be."""

    id: Id
    prompts: tuple[str, ...]
    several: bool = False
    asked_after: Id = NOTHING


@dataclass(frozen=True, slots=True)
class Walk:
    """A kind with a table and an array in it."""

    opening: Step
    steps: tuple[Step, ...]
    rounds: int


WALK = """
rounds = 2
[opening]
id = "start"
prompts = ["a", "b"]
[[steps]]
id = "goal"
prompts = ["c"]
several = true
"""


def walk(folder: Path, finnish: str, english: str) -> Walk:
    for language, text in (("fi", finnish), ("en", english)):
        (folder / "method" / language).mkdir(parents=True)
        (folder / "method" / language / "walk.toml").write_text(text, "utf-8")
    return load(Walk, "walk.toml", "fi", str(folder))


def test_tables_inside_tables_and_lists_of_texts_are_read(tmp_path: Path) -> None:
    assert walk(tmp_path, WALK, WALK.replace('"c"', '"d"')) == Walk(
        opening=Step(Id("start"), ("a", "b")), steps=(Step(Id("goal"), ("c",), several=True),), rounds=2
    )


@pytest.mark.parametrize(
    ("old", "new", "key", "where"),
    [
        ("several = true", "several = false", "other_value", "steps.goal.several"),
        ("several = true", 'asked_after = "start"\nseveral = true', "other_value", "steps.goal.asked_after"),
        ('"start"', '"begin"', "other_value", "opening.id"),
        ("rounds = 2", "rounds = 3", "other_value", "rounds"),
        ("rounds = 2", "rounds = true", "wrong_type", "rounds"),
        ('["a", "b"]', '["a"]', "other_count", "opening.prompts"),
        ('["a", "b"]', '["a", ""]', "empty", "opening.prompts.2"),
        ('["a", "b"]', "[]", "empty", "opening.prompts"),
        ('["a", "b"]', '"a"', "wrong_type", "opening.prompts"),
        ("[opening]", "[[opening]]", "wrong_type", "opening"),
    ],
)
def test_what_is_not_words_is_the_same_in_both_languages(
    tmp_path: Path, old: str, new: str, key: str, where: str
) -> None:
    with pytest.raises(ContentError) as caught:
        walk(tmp_path, WALK, WALK.replace(old, new, 1))
    assert (caught.value.key, caught.value.parameters["key"]) == (f"content.{key}", where)
    assert caught.value.parameters["file"] == "en/walk.toml"


def test_a_damaged_content_file_is_not_mended_by_a_backup_of_the_workbook() -> None:
    assert Damaged("workbook.damaged").backup_helps
    assert not ContentError("content.unreadable", file="phases.toml").backup_helps
