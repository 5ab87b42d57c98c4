"""The questions and scales of the reflection diary (method.md §3): each optional, three minutes in all."""

from dataclasses import dataclass
from functools import cache

from valmentaja.content.loader import Id, load

FILE = "diary.toml"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question that the diary asks in turn."""

    id: Id
    question: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from 1 to 5: `low` is the word for 1, `high` the word for 5."""

    id: Id
    name: str
    question: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class DiaryPrompts:
    """What the diary asks of one day."""

    prompts: tuple[Prompt, ...]
    scales: tuple[Scale, ...]


@cache
def diary_prompts(language: str) -> DiaryPrompts:
    """The questions and scales in one language. Raises ContentError when the file is damaged."""
    return load(DiaryPrompts, FILE, language)
