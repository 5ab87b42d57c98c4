"""No part of the program estimates how likely anyone is to find work, or measures one client against another.

Paid work is the goal of every client who wants it; the question is how, never whether (method.md P1). All are equally
valuable, and nothing but need and promises places anyone (P2). So no field, column, setting, command, option, key of
JSON, text or name in the code may be about it. What places a row of the list, `score` and `weight`, is arithmetic on
the dates of promises; it may be named so where it is worked out and told, and nowhere where something is recorded.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.house.tree import CORE, DATA, SCREENS, assert_none, place, sources, syntax
from tests.store.workbooks import opened, plain_home
from valmentaja.cli.command import COMMANDS
from valmentaja.cli.parsing import GLOBAL_OPTIONS
from valmentaja.rules.fields import FIELDS
from valmentaja.rules.triage import PlacedBy
from valmentaja.settings.registry import SETTINGS

ESTIMATES = re.compile(
    "employab|probab|likelihood|prognos|readiness|aptitude|suitab|potential|odds$|chances?$|promising|hopeless"
    "|forecast|työllisty|työllistettäv|todennäköi|ennuste"
)
"""How a word begins that estimates a person. A name of the program is no place for it, wherever it stands."""

MEASURES = re.compile(
    "scor(e|es|ing)$|rank|rating|grade|priorit|levels?$|tiers?$|points$|percentile|stars?$|difficult|pistee|luokitus"
)
"""How a word begins that puts people in an order. What is recorded or set by a coach knows none of it."""

SAID_BY_THE_EMPLOYER = frozenset({"paid_chance"})
"""What chance of a paid job the employer stated (method.md P11): about the workplace, not the client."""

QUESTION_OF_THE_HANDBOOK = "job_search.likelihood_signs"
"""The id of a question (method.md §2.1), which nobody may change. It asks the client, and compares with no one."""

PLACE_EXPLAINED = frozenset({"score", "placed"})
"""How the texts begin that tell, term by term, why a row of the list stands where it does."""

PLACED_BY_DATES = frozenset({"score"})
"""The keys of JSON that tell the same as numbers."""


def _words(name: str) -> list[str]:
    """The words that a name is made of, in small letters: `usualScore_said` is usual, score, said."""
    return [
        word.lower()
        for part in re.split(r"[^\w]|_", name)
        for word in re.findall(r"[A-ZÅÄÖ]?[^A-ZÅÄÖ]+|[A-ZÅÄÖ]+", part)
    ]


def _holds(name: str, sort: re.Pattern[str]) -> bool:
    """Whether a word of the name is of the sort."""
    *_, last = name.split(".")
    return last not in SAID_BY_THE_EMPLOYER and any(sort.match(word) for word in _words(name))


def _estimates(name: str) -> bool:
    return _holds(name, ESTIMATES)


def _measures(name: str) -> bool:
    return _holds(name, ESTIMATES) or _holds(name, MEASURES)


def _keyword(text: str) -> bool:
    """Whether a string of the code is a key or a name, and no sentence."""
    return re.fullmatch(r"-{0,2}[\w.\-]+", text) is not None


def _names(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Every name in the code, and every string that is a key."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.keyword(arg=str(name))
            ):
                yield node, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node, name
            case ast.Constant(value=str(text)) if _keyword(text):
                yield node, text


def _attributes(path: Path) -> Iterator[tuple[ast.AST, str]]:
    """What the records of a model file hold: the declared fields, and the members of enums."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.ClassDef):
            for one in node.body:
                match one:
                    case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                        yield one, name


def _toml_keys(held: object) -> Iterator[str]:
    if isinstance(held, dict):
        for key, value in held.items():
            yield key
            yield from _toml_keys(value)
    elif isinstance(held, list):
        for value in held:
            yield from _toml_keys(value)


@pytest.mark.parametrize(
    "name",
    ["employability", "likelihood_of_work", "ClientReadiness", "--probability", "client.prognosis_low"],
)
def test_a_name_that_estimates_a_person_is_found(name: str) -> None:
    assert _estimates(name)


@pytest.mark.parametrize(
    "name", ["score", "client_rank", "PriorityOfClients", "readiness_level", "level", "--grade"]
)
def test_a_name_that_measures_people_is_found(name: str) -> None:
    assert _measures(name)


@pytest.mark.parametrize(
    "name",
    [
        "needs_successor",
        "likely",
        "paid_chance",
        "weight",
        "underscores",
        "already",
        "unlikely",
        "started_on",
    ],
)
def test_an_honest_name_is_left_alone(name: str) -> None:
    assert not _measures(name)


def test_no_name_in_the_program_estimates_a_person() -> None:
    assert_none(
        f"{place(path, node)}: {name}"
        for path in sources(CORE, SCREENS)
        for node, name in _names(syntax(path))
        if _estimates(name) and name != QUESTION_OF_THE_HANDBOOK
    )


def test_the_question_of_the_handbook_is_named_where_it_is_kept_apart_and_nowhere_else() -> None:
    """Once by the rule that others ask, once where search leaves it out; and no word of it is left in any sentence."""
    named = re.compile("likelihood|todennäköi", re.IGNORECASE)
    texts = {path: path.read_text(encoding="utf-8") for path in sources(CORE, SCREENS)}
    found = [
        (place(path), text[one.start() - 11 : one.end() + 6])
        for path, text in texts.items()
        for one in named.finditer(text)
    ]
    assert found == [
        ("valmentaja/rules/question_findings.py", QUESTION_OF_THE_HANDBOOK),
        ("valmentaja/store/question_schema.py", QUESTION_OF_THE_HANDBOOK),
    ]


def test_only_its_own_file_of_the_method_has_the_question_of_the_handbook() -> None:
    own = QUESTION_OF_THE_HANDBOOK.partition(".")[2]
    files = [path for path in DATA.rglob("*.toml") if own in path.read_text(encoding="utf-8")]
    method = [DATA / "method" / language / "questions" / "job_search.toml" for language in ("en", "fi")]
    answers = DATA / "demo" / "questions.toml"
    assert sorted(files) == sorted([*method, answers])


def test_no_field_and_no_column_measures_a_person(tmp_path: Path) -> None:
    fields = {
        f"{kind}.{name}" for kind, own in FIELDS.items() for one in own for name in (one.name, one.column)
    }
    choices = {
        f"{kind}.{one.name}.{word}" for kind, own in FIELDS.items() for one in own for word in one.choices
    }
    with opened(plain_home(tmp_path / "home")) as book:
        columns = {
            f"{row['name']}.{column['name']}"
            for row in book.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
            )
            for column in book.rows(f"PRAGMA table_info({row['name']})")
        }
    assert len(columns) > 100
    assert_none(name for name in fields | choices | columns if any(map(_measures, name.split("."))))


def test_no_record_holds_a_measure_of_a_person() -> None:
    assert_none(
        f"{place(path, node)}: {name}"
        for path in sources(CORE / "model")
        for node, name in _attributes(path)
        if _measures(name)
    )


def test_no_setting_command_or_option_is_about_it() -> None:
    options = {
        text
        for path in sources(CORE / "cli")
        for _, text in _names(syntax(path))
        if text.startswith("--") or text in {one.kept_as for one in GLOBAL_OPTIONS}
    }
    assert len(options) > 50
    assert_none(
        one for one in {*SETTINGS, *options, *(command.words for command in COMMANDS)} if _measures(one)
    )
    assert_none(one for one in options if "sort" in one or "order" in one)


def test_no_answer_as_json_holds_more_than_how_dates_place_a_row() -> None:
    keys = {
        (place(path, node), key.value)
        for path in sources(CORE / "cli", CORE / "exchange")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }
    assert len(keys) > 100
    assert_none(f"{where}: {key}" for where, key in keys if _measures(key) and key not in PLACED_BY_DATES)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_no_text_has_a_key_about_it(language: str) -> None:
    with (DATA / "locale" / language / "LC_MESSAGES" / "valmentaja.po").open("rb") as file:
        keys = {str(one.id if isinstance(one.id, str) else one.id[0]) for one in read_po(file) if one.id}
    assert_none(
        key
        for key in keys
        if _estimates(key) or (_measures(key) and key.split(".", maxsplit=1)[0] not in PLACE_EXPLAINED)
    )


def test_no_content_of_the_method_has_a_key_about_it() -> None:
    files = sorted(DATA.rglob("*.toml"))
    held = {file: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}
    assert files
    assert_none(f"{place(file)}: {key}" for file in files for key in _toml_keys(held[file]) if _measures(key))


def test_nothing_but_promises_attention_and_age_places_a_row() -> None:
    """What is added to the order has to be looked at here: it may not be about the person."""
    assert [one.value for one in PlacedBy] == ["put_aside", "band", "turn", "score", "unattended", "added"]
