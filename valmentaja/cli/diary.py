"""`diary …`: the coach's reflection diary, private to the coach."""

from valmentaja.cli import as_json, lines, output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.errors import CannotBeMet
from valmentaja.store.diary import write_diary
from valmentaja.texts import Texts
from valmentaja.texts.dates import Meaning, parse_date


def add_arguments(parser: Parser) -> None:
    """Options of `diary add`."""
    parser.words("text", help_key="diary_text")
    parser.option("--date", help_key="date", metavar="D")
    parser.option("--load", help_key="load", metavar="1-5")
    parser.option("--energy", help_key="energy", metavar="1-5")
    parser.flag("--supervision", help_key="supervision")


def add(session: Session, options: Options) -> None:
    """Writes in the day's entry; what is there already is kept, and the new text follows under its time."""
    load = values.number(options.load, "--load", 1, 5) if options.load is not None else None
    energy = values.number(options.energy, "--energy", 1, 5) if options.energy is not None else None
    scales = load is not None or energy is not None or options.supervision
    text = values.joined(options.text)
    if text is None and scales and not session.on_terminal():
        text = ""  # the scales alone are an entry too
    day = session.date(options.date, Meaning.RECORD)
    book = session.book
    text = session.text(
        text,
        ask="ask.diary_beside_scales" if scales else "ask.diary",
        option=session.texts("metavar.text"),
        long=True,
    )
    if not text.strip() and not scales:
        raise CannotBeMet("text.empty")
    entry = write_diary(
        book,
        day,
        text,
        load=load,
        energy=energy,
        supervision=options.supervision,
        heading=session.texts.clock(session.now().time()),
    )
    if session.json:
        output.data(as_json.diary_entry(entry))
    else:
        added = _added(session.texts, text, load, energy)
        output.line(
            session.texts("diary.written", day=session.texts.whole_day(entry.day), told=added, id=entry.id)
        )


def _added(texts: Texts, text: str, load: int | None, energy: int | None) -> str:
    """What was written just now, in few words: so many words, and the scales."""
    parts = [texts.counted("diary.words", words)] if (words := len(text.split())) else []
    parts += [texts("diary.load", load=load)] if load is not None else []
    parts += [texts("diary.energy", energy=energy)] if energy is not None else []
    return ", ".join(parts) or texts("diary.for_supervision")


def show_arguments(parser: Parser) -> None:
    """Options of `diary show`."""
    parser.one("date", help_key="diary_day", needed=False)


def show(session: Session, options: Options) -> None:
    """The entry of a day, or the newest five, newest first."""
    from valmentaja.desks.diary import day_page, newest_page  # `diary add` has no use for it

    day = options.date
    if day is None:
        page = newest_page(session.book, session.today)
    else:
        page = day_page(session.book, parse_date(day, session.today, Meaning.LOOK_BACK))
    if session.json:
        output.data([as_json.diary_entry(entry) for entry in page.entries])
        return
    for place, entry in enumerate(page.entries):
        if place:
            output.line()
        lines.diary_entry(session.texts, entry)
    if not page.entries:
        output.line(session.texts("diary.empty"))
