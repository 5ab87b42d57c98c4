"""`find`: everything that matches, whatever kind of record it is."""

from valmentaja.cli import lines, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.finding import found_page


def find_arguments(parser: Parser) -> None:
    """Options of `find`."""
    parser.words("words", help_key="words")


def find(session: Session, options: Options) -> None:
    """Everything in which all the words are found, in some form, newest first."""
    words = session.text(values.joined(options.words), ask="ask.words", option="WORDS")
    found = found_page(session.book, words, language=session.words_language, cache_folder=session.cache)
    if session.json:
        output.data(
            [
                {
                    "kind": one.hit.kind,
                    "id": one.hit.id,
                    "title": ", ".join(one.about),
                    "snippet": lines.snippet(one.hit.snippet),
                    "date": one.hit.day.isoformat(),
                }
                for one in found
            ]
        )
        return
    texts = session.texts
    for one in found:
        told = list(
            dict.fromkeys((texts(f"kind.{one.hit.kind}"), *one.about, lines.snippet(one.hit.snippet)))
        )
        number = texts("record.number", id=one.hit.id)
        output.line(f"{texts.date(one.hit.day)}: {', '.join(part for part in told if part)} ({number})")
    output.line(texts.counted("find.count", len(found)))
