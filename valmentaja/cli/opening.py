"""Making the workbook, and the ways into it: passphrase, recovery code, keyring."""

from functools import partial

from valmentaja.cli import output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.errors import CannotBeMet, Locked, WrongUsage
from valmentaja.model.records_for import RecordsFor
from valmentaja.places import sync_risk
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.store import locks
from valmentaja.store.keys import ends_code
from valmentaja.store.workbook import Workbook, open_workbook


def make_arguments(parser: Parser) -> None:
    """Options of `init`."""
    parser.flag("--no-passphrase", help_key="no_passphrase")
    words = values.listed(parser.texts, RecordsFor, "records_for")
    parser.option("--records-for", help_key="records_for", words=words)


def make(session: Session, options: Options) -> None:
    """Makes the workbook and shows its recovery code, once."""
    locks.refuse_overwriting(session.home)
    responsible = _responsible(session, options.records_for) if options.records_for else None
    passphrase = None if options.no_passphrase else _new_passphrase(session)
    if responsible is None:
        responsible = _ask_responsible(session)
    fill, show = partial(_keep_answers, session, responsible), partial(_show_made, session)
    with session.moving_files():
        code = locks.make_home(session.home, passphrase, session.now, fill=fill, show=show)
    if not session.json:
        _show_what_next(session, code, responsible)
    risk = sync_risk(session.home.folder)
    if risk is not None:
        session.say("init.sync_risk", service=risk)


def _responsible(session: Session, typed: str) -> RecordsFor:
    """The one responsible for the records, by a word of either language."""
    return values.choice(session.texts, typed, RecordsFor, "records_for", "--records-for")


def _ask_responsible(session: Session) -> RecordsFor | None:
    """Asks on a terminal until the answer can be read. `None` where there is nobody to ask, or Enter puts it off."""
    if session.json or not session.on_terminal():
        return None
    session.say("init.records_for", choices=values.listed(session.texts, RecordsFor, "records_for"))
    while typed := session.ask_line("ask.records_for").strip():
        try:
            return _responsible(session, typed)
        except WrongUsage as refusal:
            session.say(f"error.{refusal.key}", **refusal.parameters)
    return None


def _keep_answers(session: Session, responsible: RecordsFor | None, book: Workbook) -> None:
    """Who is responsible; and the workbook speaks the language it was asked for in, until the coach changes it."""
    if responsible is not None:
        change_setting(book, RECORDS_FOR, responsible, session.today)
    if session.options.lang:
        change_setting(book, SETTINGS["language"], session.texts.language, session.today)


def _show_made(session: Session, code: str | None) -> None:
    """Where the workbook is made, and its code, out before the workbook is there."""
    if session.json:
        output.data({"home": session.home.folder, "encrypted": code is not None, "recovery_code": code})
    else:
        output.labelled(session.texts("init.home"), session.home.folder)
        if code is not None:
            output.labelled(session.texts("init.code"), code)
    output.flush()


def _show_what_next(session: Session, code: str | None, responsible: RecordsFor | None) -> None:
    if code is None:
        session.say("init.no_passphrase")
    else:
        session.say("init.code_why")
        _prove_written_down(session, code)
    session.say("init.next_by_code" if responsible is RecordsFor.NOT_YET_KNOWN else "init.next")


def _prove_written_down(session: Session, code: str) -> None:
    """On a terminal the coach writes the code's last group back, so that it is on paper and not only on a screen."""
    if not session.on_terminal():
        return
    while True:
        answer = session.ask_line("ask.code_end")
        if not answer.strip():
            session.say("init.code_not_proved")
            return
        if ends_code(answer, code):
            session.say("init.code_proved")
            return
        session.say("init.code_differs")


def _new_passphrase(session: Session) -> str:
    """A passphrase to be: from a file, or asked twice on a terminal."""
    file = session.passphrase_file
    return session.first_line(file) if file else _asked_twice(session, "--passphrase-file")


def _asked_twice(session: Session, option: str) -> str:
    if not session.on_terminal():
        raise Locked("passphrase.none_new", option=option)
    session.say("passphrase.words")
    while True:
        first = session.ask_secret("ask.new_passphrase")
        if locks.is_short(first):
            session.say("passphrase.short")
        elif first == session.ask_secret("ask.new_passphrase_again"):
            return first
        else:
            session.say("passphrase.differ")


def change_arguments(parser: Parser) -> None:
    """Options of `passphrase change`."""
    parser.option("--new-passphrase-file", help_key="new_passphrase_file", metavar="FILE")


def change(session: Session, options: Options) -> None:
    """A new passphrase in place of the old one."""
    key = _locked_key(session)
    passphrase = _replacement(session, options.new_passphrase_file)
    with session.moving_files():
        locks.change_passphrase(session.home, key, passphrase)
    _done(session, "passphrase.changed")


def _locked_key(session: Session) -> str:
    """The raw key, proved by opening the workbook. Raises CannotBeMet where there is no passphrase to change."""
    key = session.book.raw_key
    if key is None:
        raise CannotBeMet("passphrase.not_used")
    return key


def _replacement(session: Session, file: str | None) -> str:
    return session.first_line(file) if file else _asked_twice(session, "--new-passphrase-file")


def recover_arguments(parser: Parser) -> None:
    """Options of `passphrase recover`."""
    parser.option("--code-file", help_key="code_file", metavar="FILE")
    parser.option("--new-passphrase-file", help_key="new_passphrase_file", metavar="FILE")


def recover(session: Session, options: Options) -> None:
    """In by the recovery code; then a new passphrase and a new code."""
    session.refuse_missing_workbook()
    if not locks.is_locked(session.home):
        raise CannotBeMet("passphrase.not_used")
    key = _key_by_code(session, options.code_file)
    open_workbook(
        session.home, key, session.now
    ).close()  # a code of another workbook opens its own key file only
    passphrase = _replacement(session, options.new_passphrase_file or options.passphrase_file)
    with session.moving_files():
        code = locks.renew_after_recovery(
            session.home, key, passphrase, show=partial(_show_new_code, session)
        )
    if not session.json:
        session.say("passphrase.recovered")
        _prove_written_down(session, code)


def _show_new_code(session: Session, code: str) -> None:
    """The new code, out before the old one is gone."""
    if session.json:
        output.data({"done": True, "recovery_code": code})
    else:
        output.labelled(session.texts("init.code"), code)
    output.flush()


def _key_by_code(session: Session, file: str | None) -> str:
    if file:
        return locks.key_by_code(session.home, session.first_line(file))
    if not session.on_terminal():
        raise WrongUsage("argument.missing", option="--code-file")
    while True:
        try:
            return locks.key_by_code(session.home, session.ask_line("ask.code"))
        except Locked as refusal:
            session.say(f"error.{refusal.key}")


def remember_arguments(parser: Parser) -> None:
    """`passphrase remember` has no options of its own."""


def remember(session: Session, options: Options) -> None:
    """From now on this computer opens the workbook without asking."""
    locks.remember_on_computer(session.home, _locked_key(session))
    _done(session, "passphrase.remembered")


def forget_arguments(parser: Parser) -> None:
    """`passphrase forget` has no options of its own."""


def forget(session: Session, options: Options) -> None:
    """This computer asks for the passphrase again."""
    session.refuse_missing_workbook()
    locks.forget_on_computer(session.home)
    _done(session, "passphrase.forgotten")


def _done(session: Session, key: str) -> None:
    if session.json:
        output.data({"done": True})
    else:
        output.line(session.texts(key))
