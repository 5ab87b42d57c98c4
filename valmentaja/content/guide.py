"""The guide: its pages in the order in which they are read, from data/guide/<language>/*.md."""

import os
from dataclasses import dataclass
from functools import cache

from valmentaja.content.loader import ContentError, data_folder

ORDER = (
    "start",
    "screens",
    "keys",
    "day",
    "triage",
    "clients",
    "questions",
    "work",
    "life",
    "employers",
    "time",
    "diary",
    "my_work",
    "safety",
    "commands",
)
"""The names of the pages: a new page is a file in each language, and its place here."""


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page. `name` is its file's without the ending, `title` its first heading, `text` all of it, as Markdown."""

    name: str
    title: str
    text: str


@cache
def guide_pages(language: str, folder: str | None = None) -> tuple[GuidePage, ...]:
    """The pages in one language, in order. `folder` is the data folder, the shipped one unless said.

    Raises ContentError for a page that is missing, is not text, or does not begin with a heading.
    """
    return tuple(_page(name, language, folder or data_folder()) for name in ORDER)


def _page(name: str, language: str, folder: str) -> GuidePage:
    file = f"guide/{language}/{name}.md"
    try:
        with open(os.path.join(folder, *file.split("/")), encoding="utf-8") as opened:
            text = opened.read()
    except OSError as error:
        raise ContentError("content.unreadable", file=file) from error
    except UnicodeDecodeError as error:
        raise ContentError("content.not_text", file=file) from error
    title = text.partition("\n")[0]
    if not title.startswith("# ") or not title[2:].strip():
        raise ContentError("content.no_title", file=file)
    return GuidePage(name, title[2:].strip(), text)
