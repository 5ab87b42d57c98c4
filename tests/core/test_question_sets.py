"""The questions for clients are whole in both languages and wordings, speak to the client, and judge nobody."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from valmentaja.content.loader import LANGUAGES, ContentError, data_folder
from valmentaja.content.question_sets import (
    NOTHING,
    SET_FILES,
    SET_IDS,
    Question,
    question_set,
    question_sets,
    question_with,
    read_question_set,
)
from valmentaja.errors import CannotBeMet
from valmentaja.texts import Language, Texts

JOB_SEARCH = [
    "thoughts",
    "others_views",
    "own_stance",
    "finances_now_after",
    "finances_stability",
    "obstacles",
    "obstacle_grounds",
    "obstacle_solutions",
    "likelihood_signs",
    "lasting_work",
    "ways_considered",
    "ways_pros_cons",
]
DOING_WORK = [
    "path_here",
    "why_suits",
    "if_field_vanished",
    "ability_vs_work",
    "success_despite_gaps",
    "solutions_tried",
    "solutions_worked",
    "safety_at_workplace",
    "own_situation_safety",
]
STAYING_IN_WORK = [
    "three_to_five_years",
    "in_order_for_future",
    "actions_to_stay",
    "plans_for_setbacks",
    "signs_of_work_ahead",
]
BUILT = {
    "finances_stability": "finances_now_after",
    "obstacle_grounds": "obstacles",
    "obstacle_solutions": "obstacles",
    "ways_pros_cons": "ways_considered",
    "solutions_worked": "solutions_tried",
}

VERDICT = re.compile(
    "todennäk|työllist|ennust|arvioi|pistee|pisteyt|kelpaa|kelpoi|kykenev|vajaa|soveltuv"
    "|likel|probab|employab|prognos|readiness|score|rating|suitab|potential|chances|assess",
    re.IGNORECASE,
)
"""What judges how well somebody will do: the set is about how, in the client's own words (method.md P1, P2)."""

ABOUT_SOMEBODY = re.compile("asiakas|asiakkaa|valmentautuj|hakija|client|customer|job ?seeker", re.IGNORECASE)
"""How offices call the person whom these questions speak to."""

TRADE = re.compile(r"[®™©]|\b(?:ICF|WHO|WHODAS|Kykyviisari|Abilitator|IMBA|Melba|BDI|AUDIT|GAF|IPS)\b")
"""The marks and names of published instruments."""

SIDE_CLAUSES = {
    "fi": re.compile(r"\b(?:jo(?:ka|nka|ta|ssa|sta|hon|lla|lta|lle)|jotka|joita|mikäli|vaikka|koska|kun)\b"),
    "en": re.compile(r"\b(?:which (?!money)|whom|whose|although|though|unless|because|so that)\b"),
}
"""What hangs one clause on another: plain language says one thing in a sentence."""

MOST_WORDS = {"fi": 9, "en": 11}
"""In one sentence of plain language."""


def everything(language: str) -> Iterator[tuple[str, Question]]:
    """All questions with their full ids."""
    return (
        (f"{one.id}.{question.id}", question) for one in question_sets(language) for question in one.questions
    )


def texts_of(question: Question) -> tuple[str, ...]:
    return (question.name, question.question, question.plain, *question.prompts)


def all_texts(language: str) -> list[str]:
    """Every text that a client hears or reads."""
    frames = [text for one in question_sets(language) for text in (one.name, one.purpose)]
    return [*frames, *(text for _, question in everything(language) for text in texts_of(question))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_ids_never_change(language: str) -> None:
    assert [one.id for one in question_sets(language)] == ["job_search", "doing_work", "staying_in_work"]
    asked = [[question.id for question in one.questions] for one in question_sets(language)]
    assert asked == [JOB_SEARCH, DOING_WORK, STAYING_IN_WORK]
    assert len(list(everything(language))) == 26


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_wording_is_another_and_shorter_one(language: str) -> None:
    questions = [question for _, question in everything(language)]
    assert [one.id for one in questions if len(one.plain) >= len(one.question)] == []
    assert [one.id for one in questions if len(one.question) > 140 or len(one.plain) > 100] == []
    lengths = [len(one.plain) for one in questions], [len(one.question) for one in questions]
    assert sum(lengths[0]) < 0.8 * sum(lengths[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_wording_says_one_thing_in_a_sentence(language: str) -> None:
    for question_id, question in everything(language):
        assert not SIDE_CLAUSES[language].search(question.plain), question_id
        for sentence in re.split(r"(?<=[.?!])\s", question.plain):
            assert len(sentence.split()) <= MOST_WORDS[language], f"{question_id}: {sentence}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_or_three_prompts_help_to_begin_and_none_is_said_twice(language: str) -> None:
    prompts = [prompt for _, question in everything(language) for prompt in question.prompts]
    assert {len(question.prompts) for _, question in everything(language)} <= {2, 3}
    assert len(set(prompts)) == len(prompts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_in_lists_is_short_and_tells_questions_of_a_set_apart(language: str) -> None:
    for one in question_sets(language):
        names = [question.name for question in one.questions]
        assert len(set(names)) == len(names)
        assert [name for name in names if len(name.split()) > 4 or name[0].isupper()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_speak_to_the_client_and_judge_nobody(language: str) -> None:
    for sort in (VERDICT, ABOUT_SOMEBODY, TRADE):
        assert [text for text in all_texts(language) if sort.search(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Arvioi työllistymisen todennäköisyys",
        "Oletko työhön kykenevä?",
        "Your chances",
        "How suitable are you?",
    ],
)
def test_a_verdict_is_found(text: str) -> None:
    assert VERDICT.search(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_asked_only_for_what_the_client_believes(language: str) -> None:
    asked = [
        question_id for question_id, question in everything(language) if "0–10" in "".join(texts_of(question))
    ]
    assert asked == ["job_search.likelihood_signs"]
    assert all("0–10" in text for text in texts_of(question_with(asked[0], language))[1:3])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_set_says_that_not_knowing_yet_is_an_answer(language: str) -> None:
    said = {"fi": "”en tiedä vielä”", "en": "“I don't know yet”"}[language]
    assert all(said in one.purpose for one in question_sets(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_questions_stand_under_the_answer_they_build_on(language: str) -> None:
    built = {one.id: one.builds_on for _, one in everything(language) if one.builds_on != NOTHING}
    assert built == BUILT


def test_no_text_is_the_same_in_both_languages() -> None:
    assert set(all_texts("fi")).isdisjoint(all_texts("en"))


def test_a_set_is_read_once() -> None:
    assert question_set("doing_work", "fi") is question_set("doing_work", "fi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_found_by_its_full_id(language: str) -> None:
    for question_id, question in everything(language):
        assert question_with(question_id, language) is question


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("job_search.tohughts", "job_search.thoughts"),
        ("thoughts", "job_search.thoughts"),
        ("JOB_SEARCH.THOUGHTS", "job_search.thoughts"),
        ("jobsearch.lasting_work", "job_search.lasting_work"),
        ("doing_work.lasting_work", "job_search.lasting_work"),
        ("mikä autoi", "doing_work.solutions_worked"),
        ("staying_in_work", ", ".join(f"staying_in_work.{one}" for one in STAYING_IN_WORK)),
        ("staying_in_work.xyz", ", ".join(f"staying_in_work.{one}" for one in STAYING_IN_WORK)),
    ],
)
def test_an_unknown_question_is_told_with_near_ones(typed: str, near: str) -> None:
    with pytest.raises(CannotBeMet, match=r"^question\.unknown$") as caught:
        question_with(typed, "fi")
    assert caught.value.parameters["id"] == typed
    assert str(caught.value.parameters["near"]).startswith(near)


@pytest.mark.parametrize("typed", ["", ".", "xyz", "ö.ö", "a" * 1_000_000, "job_search." * 100_000])
def test_an_id_like_no_other_is_told_what_an_id_looks_like(typed: str) -> None:
    with pytest.raises(CannotBeMet, match=r"^question\.unlike_any$") as caught:
        question_with(typed, "en")
    assert caught.value.parameters["example"] == "job_search.thoughts"
    assert len(str(caught.value.parameters["id"])) <= 61


def test_an_unknown_set_is_told_with_all_sets() -> None:
    for unknown in ("jobsearch", "../phases", "", "questions/job_search"):
        with pytest.raises(CannotBeMet, match=r"^question\.unknown_set$") as caught:
            question_set(unknown, "fi")
        assert caught.value.parameters == {"id": unknown, "sets": "job_search, doing_work, staying_in_work"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["thoughts", "xyz"])
def test_what_is_unknown_has_a_sentence(language: Language, typed: str) -> None:
    with pytest.raises(CannotBeMet) as caught:
        question_with(typed, language)
    sentence = Texts(language)(f"error.{caught.value.key}", **caught.value.parameters)
    assert typed in sentence
    assert "job_search.thoughts" in sentence


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped content, to be broken."""
    shutil.copytree(Path(data_folder()) / "method", tmp_path / "method")
    return tmp_path


def broken(copy: Path, old: str, new: str, *languages: str) -> ContentError:
    """What is said of the first set when one text of it is replaced by another."""
    for language in languages:
        file = copy / "method" / language / SET_FILES["job_search"]
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError) as caught:
        read_question_set("job_search", "fi", str(copy))
    return caught.value


def test_an_unharmed_copy_is_read(copy: Path) -> None:
    for set_id in SET_IDS:
        assert read_question_set(set_id, "en", str(copy)) == question_set(set_id, "en")


BUILDS_ON = 'builds_on = "finances_now_after"'


@pytest.mark.parametrize("wrong", ["obstacles", "finances_stability", "path_here"])
def test_a_question_builds_only_on_one_that_stands_before_it(copy: Path, wrong: str) -> None:
    error = broken(copy, BUILDS_ON, f'builds_on = "{wrong}"', "fi", "en")
    assert error.key == "content.not_before"
    assert error.parameters == {
        "file": "fi/questions/job_search.toml",
        "key": "questions.finances_stability.builds_on",
        "id": wrong,
    }


@pytest.mark.parametrize(
    ("old", "new", "key", "where"),
    [
        (BUILDS_ON, 'builds_on = "thoughts"', "other_value", "questions.finances_stability.builds_on"),
        (f"{BUILDS_ON}\n", "", "other_value", "questions.finances_stability.builds_on"),
        ("plain =", "plian =", "unknown_key", "questions.thoughts.plian"),
        ("purpose =", "# purpose =", "missing_key", "purpose"),
        ('id = "thoughts"', 'id = "own_stance"', "duplicate_id", "questions"),
        ('id = "thoughts"', 'id = "thinking"', "missing_id", "questions"),
        ('prompts = ["', 'prompts = ["", "', "empty", "questions.thoughts.prompts.1"),
        ('prompts = ["', 'prompts = ["Ja?", "', "other_count", "questions.thoughts.prompts"),
    ],
)
def test_each_fault_is_told_with_its_place(copy: Path, old: str, new: str, key: str, where: str) -> None:
    error = broken(copy, old, new, "en")
    assert (error.key, error.parameters["key"]) == (f"content.{key}", where)
    assert error.parameters["file"] == "en/questions/job_search.toml"


def test_an_empty_place_for_what_a_question_builds_on_is_refused(copy: Path) -> None:
    assert broken(copy, BUILDS_ON, 'builds_on = ""', "fi", "en").key == "content.empty"


def test_a_set_that_is_missing_is_named(copy: Path) -> None:
    (copy / "method" / "en" / SET_FILES["job_search"]).unlink()
    with pytest.raises(ContentError, match=r"^content\.unreadable$") as caught:
        read_question_set("job_search", "fi", str(copy))
    assert caught.value.parameters == {"file": "en/questions/job_search.toml"}
