"""Which employer a contact was with: a known one, a new one to add, or none named."""

from datetime import date

from valmentaja.cli import output, values
from valmentaja.cli.parsing import Options, no_globals_given
from valmentaja.cli.session import Session
from valmentaja.errors import CannotBeMet
from valmentaja.model.contact import LONGEST_LINE
from valmentaja.model.employer import Employer
from valmentaja.rules.written import name_written
from valmentaja.store.lookup import employer_id_of, employer_ids_fitting, ids_with_name


def employer_to_log(
    session: Session, name: str | None, day: date, *, new: bool
) -> tuple[int | None, str | None]:
    """The employer meant by what was typed, as an id, or as a name to add; neither for an unnamed one.

    A script cannot be asked: a name of which only a later word is somebody's is a new one here. `new`: it is said to
    be a new name. Raises Ambiguous when several are called so, and CannotBeMet for a number that no employer has.
    """
    if name is None or not name.strip():
        return None, None
    if new:
        return None, name
    fitting = employer_ids_fitting(session.book, name.strip())
    if len(fitting) == 1:
        return fitting[0], None
    return _unclear_or_new(session, name, day)


def _unclear_or_new(session: Session, name: str, day: date) -> tuple[int | None, str | None]:
    from valmentaja.desks.employer_meant import Doubt, KnownEmployer, UnclearEmployer, employer_meant

    stored = name_written(name).text  # one stored without an identity code or a NUL is known again
    match employer_meant(session.book, stored, day):
        case KnownEmployer(known):
            return known.id, None
        case UnclearEmployer(doubt=Doubt.SEVERAL):
            return employer_id_of(session.book, stored), None
        case UnclearEmployer(doubt=Doubt.NUMBER, typed=number):
            raise CannotBeMet("employer.unknown_number", name=number)
        case UnclearEmployer(doubt=Doubt.MISTYPED, likely=likely):
            return _likely_or_new(session, name, likely)
    return None, name


def employer_typed(session: Session, options: Options) -> str | None:
    """The employer given. A bare `log` asks for it on a terminal, and logs an unnamed one elsewhere."""
    if nothing_given(options) and session.on_terminal():
        return session.text(None, ask="ask.log_employer", option=session.texts("metavar.employer"))
    return session.optional_text(values.joined(options.employer))


def more_than_a_name(session: Session, typed: str) -> bool:
    """Whether it is more than the name of an employer: with a comma in it, too long for a name, or one that goes on."""
    if "," in typed or ";" in typed or len(typed) > LONGEST_LINE:
        return True
    words = typed.split()
    beginnings = (" ".join(words[:length]) for length in range(1, len(words)))
    if not any(ids_with_name(session.book, "employer", one) for one in beginnings):
        return False
    from valmentaja.desks.scribbled import LineReader  # few names begin with another

    return LineReader(session.book, session.today).begins_with_employer(typed)


def nothing_given(options: Options, *besides: str) -> bool:
    """Whether the command was given bare, or with no more than the options named."""
    own = vars(options).keys() - vars(no_globals_given()).keys() - set(besides)
    return all(getattr(options, name) in (None, False, []) for name in own)


def _likely_or_new(
    session: Session, name: str, employers: tuple[Employer, ...]
) -> tuple[int | None, str | None]:
    """An unknown name that looks like a known one is more likely a slip of the finger than a new employer.

    On a terminal the coach says which. Raises CannotBeMet elsewhere, and when the coach wants neither.
    """
    likely = tuple(dict.fromkeys(one.name for one in employers))
    if not session.on_terminal():
        raise CannotBeMet("employer.alike", name=name, likely=session.texts.sentence_list(likely))
    meant = _ask_which(session, name, likely)
    return (employer_id_of(session.book, meant), None) if meant else (None, name)


def _ask_which(session: Session, name: str, likely: tuple[str, ...]) -> str | None:
    """The name that was meant, `None` when it is a new one."""
    if len(likely) == 1:
        session.say("log.alike", name=name, likely=likely[0])
    else:
        session.say("log.alike_several", name=name)
        for place, one in enumerate(likely, start=1):
            output.sentence(f"  {place}: {one}")
    question = "ask.alike" if len(likely) == 1 else "ask.alike_several"
    while answer := session.ask_line(question).strip():
        word = values.word_meant(answer, ("yes", "new"), "alike")
        if word == "new":
            return None
        if word == "yes" and len(likely) == 1:
            return likely[0]
        if answer in map(str, range(1, len(likely) + 1)):
            return likely[int(answer) - 1]
    raise CannotBeMet("log.not_logged")
