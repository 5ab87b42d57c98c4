"""`demo`: a fictional caseload to look at."""

from pathlib import Path

from valmentaja.cli import output
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.errors import WrongUsage
from valmentaja.exchange.demo import make_demo
from valmentaja.places import Home


def demo_arguments(parser: Parser) -> None:
    """Options of `demo`."""
    parser.option("--to", help_key="demo_to", metavar="DIR")


def demo(session: Session, options: Options) -> None:
    """Writes the demo to a folder, without a passphrase, dated so that it is about today."""
    if not (options.to or "").strip():
        raise WrongUsage("argument.missing", option="--to")
    folder = Path(options.to).expanduser().absolute()
    make_demo(Home(str(folder)), session.texts.language, session.today)
    if session.json:
        output.data({"home": str(folder)})
    else:
        output.labelled(session.texts("demo.made"), str(folder))
        session.say("demo.look", folder=str(folder))
