"""Reads one kind of content in one language into frozen dataclasses, and says exactly what is wrong with it.

A kind is a dataclass: its fields are the keys of the TOML file. A field may be text (`str`), an identifier
(`Id`), `bool`, `int`, a dataclass (a table), or a tuple of these (an array). A field with a default may be
left out; what stands in the file is never empty. A new question set is thus a dataclass and two files.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from typing import Any, NewType, TypeVar, cast, get_args, get_origin

import valmentaja
from valmentaja.errors import Damaged

LANGUAGES = ("fi", "en")

# A name that is stored and never translated: lower-case letters, digits and `_`, the same in every language.
Id = NewType("Id", str)

Kind = TypeVar("Kind")
_ID_SHAPE = re.compile(r"[a-z][a-z0-9_]*")


class ContentError(Damaged):
    """A content file that cannot be used: its sentence names the file, the key and the reason."""


def data_folder() -> str:
    """The folder of the shipped content: inside the package, or beside it in a checkout without symlinks."""
    package = os.path.dirname(os.path.abspath(valmentaja.__file__))
    inside = os.path.join(package, "data")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "data")


def load(kind: type[Kind], file_name: str, language: str, folder: str | None = None) -> Kind:
    """The content of `method/<language>/<file_name>` as a `kind`, compared with the other languages.

    `folder` is the data folder, the shipped one unless said. Raises ContentError for an unknown or missing
    key, a wrong type, an empty text, an id that is misshapen or there twice, and for whatever differs from
    another language: ids, their order, values that are not text, how many texts there are.
    """
    ordered = (language, *(other for other in LANGUAGES if other != language))
    read = [_read(kind, _File(language, file_name), folder or data_folder()) for language in ordered]
    for other, content in zip(ordered[1:], read[1:], strict=True):
        _compare(_Pair(_File(language, file_name), _File(other, file_name)), "", kind, read[0], content)
    return read[0]


@dataclass(frozen=True, slots=True)
class _File:
    """A content file, as named in sentences."""

    language: str
    name: str

    def __str__(self) -> str:
        return f"{self.language}/{self.name}"

    def error(self, reason: str, key: str, **more: str) -> ContentError:
        return ContentError(f"content.{reason}", file=str(self), key=key, **more)


def _read(kind: type[Kind], file: _File, folder: str) -> Kind:
    return cast(Kind, _table(file, "", kind, _parsed(file, folder)))


def _parsed(file: _File, folder: str) -> Mapping[str, object]:
    import tomllib

    try:
        with open(os.path.join(folder, "method", file.language, file.name), "rb") as opened:
            return tomllib.load(opened)
    except OSError as error:
        raise ContentError("content.unreadable", file=str(file)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError("content.not_toml", file=str(file), reason=str(error)) from error


# `type[Any]` below: there is no static name for "any dataclass".


def _table(file: _File, key: str, kind: type[Any], value: object) -> object:
    if not isinstance(value, Mapping):
        raise file.error("wrong_type", key, expected="table")
    known = {field.name: field for field in fields(kind)}
    for name in value:
        if name not in known:
            raise file.error("unknown_key", _inside(key, name))
    for name, field in known.items():
        if name not in value and _required(field):
            raise file.error("missing_key", _inside(key, name))
    return kind(**{name: _value(file, _inside(key, name), known[name].type, value[name]) for name in value})


def _required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _value(file: _File, key: str, kind: object, value: object) -> object:
    if get_origin(kind) is tuple:
        return _array(file, key, get_args(kind)[0], value)
    if isinstance(kind, type) and is_dataclass(kind):
        return _table(file, key, kind, value)
    if kind is bool or kind is int:
        return _plain(file, key, kind, value)
    if kind is Id:
        return _identifier(file, key, value)
    if kind is str:
        return _text(file, key, value)
    raise TypeError(f"{key}: content cannot hold {kind!r}")


def _plain(file: _File, key: str, kind: type[bool] | type[int], value: object) -> object:
    if type(value) is not kind:  # not isinstance: true is no number here
        raise file.error("wrong_type", key, expected="boolean" if kind is bool else "integer")
    return value


def _text(file: _File, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise file.error("wrong_type", key, expected="string")
    if not value.strip():
        raise file.error("empty", key)
    return value


def _identifier(file: _File, key: str, value: object) -> str:
    text = _text(file, key, value)
    if not _ID_SHAPE.fullmatch(text):
        raise file.error("misshapen_id", key, id=text)
    return text


def _array(file: _File, key: str, kind: object, value: object) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise file.error("wrong_type", key, expected="array")
    if not value:
        raise file.error("empty", key)
    items = tuple(
        _value(file, _inside(key, _name(item, place)), kind, item) for place, item in enumerate(value, 1)
    )
    seen: set[object] = set()
    for identifier in _ids(items):
        if identifier in seen:
            raise file.error("duplicate_id", key, id=str(identifier))
        seen.add(identifier)
    return items


def _inside(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _name(item: object, place: int) -> str:
    """What an item of an array is called in a sentence: its id, else its place, counted from 1."""
    identifier = item.get("id") if isinstance(item, Mapping) else None
    return identifier if isinstance(identifier, str) and identifier else str(place)


def _ids(items: tuple[object, ...]) -> list[str]:
    return [item.id for item in items if hasattr(item, "id")]


@dataclass(frozen=True, slots=True)
class _Pair:
    """The same file in two languages: the one asked for, and the one compared with it."""

    first: _File
    second: _File


def _compare(pair: _Pair, key: str, kind: object, first: object, second: object) -> None:
    """Raises ContentError at the first place where two languages differ in more than their words."""
    if isinstance(first, tuple) and isinstance(second, tuple):
        _compare_arrays(pair, key, get_args(kind)[0], first, second)
    elif isinstance(kind, type) and is_dataclass(kind):
        for field in fields(kind):
            one, other = getattr(first, field.name), getattr(second, field.name)
            _compare(pair, _inside(key, field.name), field.type, one, other)
    elif kind is not str and first != second:
        raise pair.second.error("other_value", key, other=str(pair.first))


def _compare_arrays(
    pair: _Pair, key: str, kind: object, first: tuple[object, ...], second: tuple[object, ...]
) -> None:
    ones, others = _ids(first), _ids(second)
    _refuse_missing(pair.second, key, ones, others, pair.first)
    _refuse_missing(pair.first, key, others, ones, pair.second)
    if ones != others:
        raise pair.second.error("other_order", key, other=str(pair.first))
    if len(first) != len(second):
        raise pair.second.error("other_count", key, other=str(pair.first))
    for place, (one, other) in enumerate(zip(first, second, strict=True), 1):
        _compare(pair, _inside(key, str(getattr(one, "id", place))), kind, one, other)


def _refuse_missing(file: _File, key: str, wanted: list[str], there: list[str], other: _File) -> None:
    for identifier in wanted:
        if identifier not in there:
            raise file.error("missing_id", key, id=identifier, other=str(other))
