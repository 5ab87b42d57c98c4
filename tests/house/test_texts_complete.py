"""Finnish and English say the same things, whole, and exactly what the code asks for."""

import ast
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.house.tree import CORE, DATA, SCREENS, assert_none, docstrings, place, sources, syntax
from valmentaja.cli.command import COMMANDS
from valmentaja.cli.parsing import GLOBAL_OPTIONS
from valmentaja.settings.registry import SETTINGS

LANGUAGES = ("fi", "en")
TEXT_DOORS = {"texts", "_texts", "counted"}
# Keys whose ends are declared in a registry of the code.
DECLARED = frozenset(
    {f"command.{command.key}" for command in COMMANDS}
    | {f"names.{command.words.split()[0]}" for command in COMMANDS}
    | {f"setting.{key}" for key in SETTINGS}
    | {f"option.{option.kept_as}" for option in GLOBAL_OPTIONS}
)


def _folder(language: str) -> Path:
    return DATA / "locale" / language / "LC_MESSAGES"


@cache
def _catalogue(language: str) -> Catalog:
    with (_folder(language) / "valmentaja.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


@cache
def _messages(language: str) -> dict[str, Message]:
    """The texts by key, without the header."""
    return {_key(message): message for message in _catalogue(language) if message.id}


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    """The one form of a text, or its singular and plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _parameters(text: str) -> frozenset[str]:
    """The names in braces; raises ValueError where the braces do not fit together."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _is_plain(text: str) -> bool:
    """Whether each parameter is a bare name: no position, attribute or format."""
    return all(
        name is None or (name.isidentifier() and not form and not conversion)
        for _, name, form, conversion in Formatter().parse(text)
    )


def test_both_languages_have_the_same_keys() -> None:
    assert set(_messages("fi")) == set(_messages("en"))
    assert _messages("fi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_doubtful_or_left_behind(language: str) -> None:
    assert_none(key for key, text in _messages(language).items() if not all(map(str.strip, _forms(text))))
    assert_none(key for key, text in _messages(language).items() if text.fuzzy)
    assert list(_catalogue(language).obsolete) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_counted_text_has_both_its_forms(language: str) -> None:
    counted = {key: text for key, text in _messages(language).items() if text.pluralizable}
    assert_none(key for key, text in counted.items() if len(_forms(text)) != 2)
    assert_none(key for key, text in counted.items() if tuple(text.id) != (key, key))


def test_a_text_is_counted_in_both_languages_or_in_neither() -> None:
    fi, en = _messages("fi"), _messages("en")
    assert_none(key for key in fi if fi[key].pluralizable != en[key].pluralizable)


@pytest.mark.parametrize("language", LANGUAGES)
def test_parameters_are_bare_names(language: str) -> None:
    texts = _messages(language).items()
    assert_none(key for key, text in texts if not all(map(_is_plain, _forms(text))))


def test_both_languages_use_the_same_parameters() -> None:
    fi, en = _messages("fi"), _messages("en")
    assert_none(key for key in fi if _parameters(_forms(fi[key])[-1]) != _parameters(_forms(en[key])[-1]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_singular_leaves_out_no_more_than_its_number(language: str) -> None:
    for key, text in _messages(language).items():
        singular, plural = (_parameters(form) for form in (_forms(text)[0], _forms(text)[-1]))
        assert singular <= plural, key
        assert len(plural - singular) <= 1, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_texts_are_those_of_the_readable_file(language: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, _catalogue(language))
    shipped = (_folder(language) / "valmentaja.mo").read_bytes()
    assert shipped == compiled.getvalue(), (
        "compile again: .venv/bin/pybabel compile --domain valmentaja --directory data/locale"
    )


@dataclass(frozen=True)
class Use:
    """A place in the code that asks for a text by a literal key.

    `given` holds the parameters it hands over, None where the code alone does not show them.
    """

    key: str
    where: str
    counted: bool | None
    given: frozenset[str] | None


def _called_name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id="self"):  # the door asks itself
            return "texts"
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _literals(node: ast.expr) -> Iterator[str]:
    """The strings that an expression can be, as far as they stand there: `"a" if late else "b"` is two."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body)
            yield from _literals(orelse)


def _given(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords] + ["count"] * (_called_name(call) == "counted")
    return None if None in names else frozenset(name for name in names if name)


@cache
def _errors() -> frozenset[str]:
    """The names of our errors, wherever they stand in the core."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for path in sources(CORE)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ClassDef)
    }
    found = {"ValmentajaError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return frozenset(found)


def _uses_in(path: Path) -> Iterator[Use]:
    for call in ast.walk(syntax(path)):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        name = _called_name(call)
        for literal in _literals(call.args[0]):
            if name in TEXT_DOORS:
                yield Use(literal, place(path, call), name == "counted", _given(call))
            elif name in _errors():
                yield Use(f"error.{literal}", place(path, call), False, _given(call))
            elif name == "change" and path.is_relative_to(CORE / "store"):
                yield Use(f"change.{literal}", place(path, call), None, None)


@cache
def _uses() -> list[Use]:
    return [use for path in sources(CORE, SCREENS) for use in _uses_in(path)]


def _parts(node: ast.AST) -> list[str | None]:
    """A string put together, as its literal parts and None for each hole; empty for anything else."""
    match node:
        case ast.JoinedStr(values=values):
            return [part.value if isinstance(part, ast.Constant) else None for part in values]  # type: ignore[misc]
        case ast.BinOp(left=ast.Constant(value=str(beginning)), op=ast.Add()):
            return [beginning, None]
    return []


def _pattern(parts: list[str | None]) -> re.Pattern[str] | None:
    """What keys such a string can be, each hole a group; None when it does not look like a key."""
    literal = [part for part in parts if part is not None]
    if not any("." in part for part in literal) or not all(
        re.fullmatch(r"[a-z_.]+", part) for part in literal
    ):
        return None
    return re.compile("".join("(.+)" if part is None else re.escape(part) for part in parts))


@cache
def _families() -> dict[re.Pattern[str], str]:
    """The keys that text doors are asked for in parts, such as `band.{band}`, with where they are."""
    return {
        pattern: place(path, call)
        for path in sources(CORE, SCREENS)
        for call in ast.walk(syntax(path))
        if isinstance(call, ast.Call) and call.args and _called_name(call) in TEXT_DOORS
        if (pattern := _pattern(_parts(call.args[0])))
    }


@cache
def _prefixed() -> set[re.Pattern[str]]:
    """Whatever else the code puts together that begins as a key does: it may be asked for later."""
    made = (_parts(node) for path in sources(CORE, SCREENS) for node in ast.walk(syntax(path)))
    patterns = (_pattern(parts) for parts in made if parts and re.match(r"[a-z_]+\.", parts[0] or ""))
    return {pattern for pattern in patterns if pattern}


@cache
def _words() -> frozenset[str]:
    """Every word that code may fill a hole with: literals, names of fields and of enum members."""
    words: set[str] = set()
    for path in sources(CORE, SCREENS):
        prose = docstrings(syntax(path))
        for node in ast.walk(syntax(path)):
            match node:
                case ast.Constant(value=str(text)) if node not in prose:
                    words.add(text)
                case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                    words |= {name, name.lower()}
    return frozenset(words)


@cache
def _endings() -> frozenset[str]:
    """What code hangs on a word to make a longer one: `.never` in `f"{kind}.never"`, `_added` in `f"{kind}_added"`."""
    made = (_parts(node) for path in sources(CORE, SCREENS) for node in ast.walk(syntax(path)))
    endings = (parts[1] or "" for parts in made if len(parts) == 2 and parts[0] is None)
    return frozenset(ending for ending in endings if ending.startswith((".", "_")))


def _can_be_made(text: str) -> bool:
    """Whether the code can come to this text from its words, which it may put together in turn."""
    if text in _words() or any(text.removesuffix(ending) in _words() for ending in _endings()):
        return True
    matches = (pattern.fullmatch(text) for pattern in _prefixed() | _families().keys())
    return any(match and all(map(_can_be_made, match.groups())) for match in matches)


def _is_used(key: str) -> bool:
    asked_for = {use.key for use in _uses()}
    return key in asked_for | DECLARED or _can_be_made(key)


def test_every_text_that_the_code_asks_for_is_there() -> None:
    known = _messages("fi")
    assert_none(f"{use.where}: {use.key}" for use in _uses() if use.key not in known)
    assert _uses()


def test_every_family_of_texts_that_the_code_asks_for_is_there() -> None:
    known = _messages("fi")
    assert_none(where for pattern, where in _families().items() if not any(map(pattern.fullmatch, known)))


def test_counted_texts_are_asked_for_with_a_number() -> None:
    known = _messages("fi")
    assert_none(
        f"{use.where}: {use.key}"
        for use in _uses()
        if use.key in known and use.counted not in (None, known[use.key].pluralizable)
    )


def test_every_text_is_given_its_parameters() -> None:
    known = _messages("fi")
    assert_none(
        f"{use.where}: {use.key} needs {sorted(missing)}"
        for use in _uses()
        if use.key in known and use.given is not None
        if (missing := _parameters(_forms(known[use.key])[-1]) - use.given)
    )


def test_no_text_lies_unused() -> None:
    assert_none(key for key in _messages("fi") if not _is_used(key))
