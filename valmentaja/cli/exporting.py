"""`export`: what the workbook holds, written into a file of another form."""

from valmentaja.cli import output
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.errors import WrongUsage

CALENDAR_FORMAT = "ics"


def calendar_arguments(parser: Parser) -> None:
    """Options of `export calendar`."""
    parser.option("--to", help_key="calendar_to", metavar="FILE")
    parser.option("--format", help_key="calendar_format", metavar="format")
    parser.flag("--names", help_key="calendar_names")


def calendar(session: Session, options: Options) -> None:
    """Writes the appointments into a calendar file; clients by their codes unless their names are asked for."""
    from valmentaja.exchange.calendar import export_calendar

    if options.to is None:
        raise WrongUsage("argument.missing", option="--to")
    if options.format not in (None, CALENDAR_FORMAT):
        raise WrongUsage("value.format", value=options.format, format=CALENDAR_FORMAT)
    with session.moving_files():
        written = export_calendar(
            session.book, session.texts, options.to, with_names=options.names, moment=session.now()
        )
    if session.json:
        output.data({"written": [written.path]})
        return
    output.labelled(session.texts("export.written"), written.path)
    output.line(session.texts.counted("export.appointments", written.appointments))
    session.say("export.with_names" if options.names else "export.codes_only")
