"""The only writer of stdout and stderr: data on the one, sentences on the other, both safe for a terminal."""

import codecs
import os
import sys

from valmentaja import TYPE_CHECKING
from valmentaja.texts.shown import shown

NARROWEST = 40
"""Columns below which lines are left to the terminal."""
_PLAIN = {
    "–": "-",
    "—": "-",
    "−": "-",
    "”": '"',
    "“": '"',
    "’": "'",
    "…": "...",
    "→": "->",
    "·": "-",
    "■": "#",
    "□": ".",
    "█": "#",
    "░": ".",
}
"""What stands for signs of ours in an encoding that lacks them."""

if TYPE_CHECKING:
    from typing import TextIO, TypeAlias

    Json: TypeAlias = str | int | float | bool | list["Json"] | dict[str, "Json"] | None


def prepare() -> None:
    """Makes writing never fail over a letter that the terminal's encoding lacks, nor reading over bytes.

    Bytes that are no text come through marked, so that what is not kept can be given back.
    """
    _open_what_is_closed()
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")
    codecs.register_error("plain", _plainly)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plain")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """Letters that the encoding lacks, as those they are made from: "Pääte" reads as "Paate", not as "P??te"."""
    from unicodedata import combining, normalize

    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    made_from = "".join(
        _PLAIN.get(one) or "".join(part for part in normalize("NFKD", one) if not combining(part)) or "?"
        for one in letters
    )
    return "".join(one if one.isascii() else "?" for one in made_from), error.end


def _open_what_is_closed() -> None:
    """A stream that whoever started the program has closed takes everything and gives nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open until the end


def line(text: str = "") -> None:
    """A line, or several, of data. What would command a terminal is shown instead."""
    _write(sys.stdout, _fitted(sys.stdout, shown(text)))


def labelled(label: str, value: str) -> None:
    """A line with its label; the further lines of a longer text follow indented, so that they read as one."""
    line(f"{label}: " + value.replace("\n", "\n  "))


def sentence(text: str) -> None:
    """A sentence to the coach, apart from the data."""
    sys.stdout.flush()
    _write(sys.stderr, _fitted(sys.stderr, shown(text)))
    sys.stderr.flush()


def given_back(text: str) -> None:
    """A text of the coach's, apart from the data, and not broken into other lines than its own."""
    _write(sys.stderr, shown(text))
    sys.stderr.flush()


def ask(text: str) -> None:
    """A question on the terminal, without a line end."""
    sys.stderr.write(shown(text) + " ")
    sys.stderr.flush()


def data(value: "Json") -> None:
    """A value as JSON, on one line. No control character is left as such."""
    import json

    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    written = json.dumps(value, ensure_ascii=encoding != "utf8")
    _write(
        sys.stdout, "".join(_escaped(letter) for letter in written) if not written.isprintable() else written
    )


def _escaped(letter: str) -> str:
    return letter if letter.isprintable() else "".join(f"\\u{unit:04x}" for unit in _units(letter))


def _units(letter: str) -> tuple[int, ...]:
    """The letter in UTF-16, as JSON escapes it."""
    code = ord(letter)
    if code < 0x10000:
        return (code,)
    return 0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF)


def encoding() -> str:
    """The character encoding in which the terminal is written to, "" where it does not tell."""
    return sys.stdout.encoding or ""


def flush() -> None:
    """Everything said so far is out, before slower work begins."""
    sys.stdout.flush()
    sys.stderr.flush()


def _fitted(stream: "TextIO", text: str) -> str:
    """The text broken between words where a terminal would break it inside one; in a pipe as it is."""
    if len(text) < NARROWEST or not stream.isatty():
        return text
    from textwrap import fill

    width = max(NARROWEST, os.get_terminal_size(stream.fileno()).columns)
    return "\n".join(
        fill(line, width - 1, subsequent_indent=_indent(line), break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


def _write(stream: "TextIO", text: str) -> None:
    stream.write(text + "\n")
