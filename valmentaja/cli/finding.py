"""`find` and `diary search`: everything that matches, or the days of the diary that do."""

from valmentaja.cli import as_json, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.finding import found_days, found_entries, found_page, found_title
from valmentaja.store.search import FOUND_CLOSES, FOUND_OPENS
from valmentaja.texts import Texts
from valmentaja.texts.shown import one_line

_LONGEST_SHOWN = 80  # letters of what was looked for


def find_arguments(parser: Parser) -> None:
    """Options of `find`."""
    parser.words("words", help_key="words")


def find(session: Session, options: Options) -> None:
    """Everything in which all the words are found, in some form, newest first."""
    words = _words(session, options)
    page = found_page(session.book, words, language=session.words_language, cache_folder=session.cache)
    if session.json:
        output.data(
            [
                {
                    "kind": one.hit.kind,
                    "id": one.hit.id,
                    "title": ", ".join(found_title(session.texts, one)),
                    "snippet": _snippet(one.hit.snippet),
                    "date": as_json.day(one.hit.day),
                }
                for one in page.found
            ]
        )
        return
    texts = session.texts
    for one in page.found:
        title = found_title(texts, one)
        parts = list(dict.fromkeys((texts(f"kind.{one.hit.kind}"), *title, _snippet(one.hit.snippet))))
        number = texts("record.number", id=one.hit.id)
        dated = f"{texts.date(one.hit.day)}: " if one.hit.day else ""
        output.line(f"{dated}{', '.join(part for part in parts if part)} ({number})")
    output.line(_how_many(texts, words, len(page.found), page.may_be_more))


def _words(session: Session, options: Options) -> str:
    option = session.texts("metavar.words")
    return session.text(values.joined(options.words), ask="ask.words", option=option)


def diary_arguments(parser: Parser) -> None:
    """Options of `diary search`."""
    parser.words("words", help_key="words")


def diary(session: Session, options: Options) -> None:
    """The entries in which all the words are found, in some form, newest first."""
    words = _words(session, options)
    page = found_days(session.book, words, language=session.words_language, cache_folder=session.cache)
    if session.json:
        output.data([as_json.diary_entry(entry) for entry in found_entries(session.book, page)])
        return
    for hit in page.days:
        dated = f"{session.texts.date(hit.day)}: " if hit.day else ""
        output.line(f"{dated}{_snippet(hit.snippet)}")
    output.line(_how_many(session.texts, words, len(page.days), page.may_be_more))


def _how_many(texts: Texts, words: str, count: int, may_be_more: bool) -> str:
    """How many there were; when there may be more, that only the newest are shown."""
    if not count:
        return texts("find.nothing", words=one_line(words, _LONGEST_SHOWN))
    return texts("find.newest", count=count) if may_be_more else texts.counted("find.count", count)


def _snippet(text: str) -> str:
    """A found passage in one line; the marks around found words are for screens, a reader hears the words."""
    return " ".join(text.replace(FOUND_OPENS, "").replace(FOUND_CLOSES, "").split())
