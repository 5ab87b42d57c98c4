"""`settings`: reads or sets the coach's settings."""

import os

from valmentaja.cli import output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.settings import SettingsPage, as_typed, settings_page
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import change_setting, setting_named
from valmentaja.settings.setting import Setting, value_of
from valmentaja.settings.signals import SIGNAL_PREFIX
from valmentaja.store.codes_only import names_kept
from valmentaja.texts import Texts, choose_language


def settings_arguments(parser: Parser) -> None:
    """Options of `settings`."""
    parser.one("key", help_key="setting", needed=False)
    parser.words("value", help_key="value")
    parser.flag("--try", help_key="setting_try")


def settings(session: Session, options: Options) -> None:
    """Shows every setting or one, or sets one, or tells what another value of one would do."""
    value = session.optional_text(values.joined(options.value))
    if getattr(options, "try"):
        from valmentaja.cli.signal_effects import tell_trial

        tell_trial(session, options.key, value)
        return
    setting = setting_named(options.key) if options.key is not None else None
    does = _change(session, setting, value) if setting is not None and value is not None else ()
    if setting is None:
        page = settings_page(session.book, session.today)
    else:
        page = settings_page(session.book, session.today, (setting,))
    if session.json:
        output.data({line.setting.key: line.value for line in page.settings})
    else:
        _read_out(session.texts, page, does)


def _read_out(texts: Texts, page: SettingsPage, does: tuple[str, ...]) -> None:
    """The settings, and what a change of one does."""
    for line in page.settings:
        key = line.setting.key
        value = texts("settings.never_asked") if line.value is None else line.value or texts("edit.empty")
        output.line(texts("settings.line", about=texts(f"setting.{key}"), key=key, value=value))
    for said in does:
        output.line(f"  {said}")


def _change(session: Session, setting: Setting, value: str) -> tuple[str, ...]:
    """Sets it, and gives what is to be said of that: of a signal, what the change does to the list of the day.

    A share may be given with its sign, and a new language is spoken at once.
    """
    if setting.key.startswith(SIGNAL_PREFIX):
        from valmentaja.cli.signal_effects import change_signal

        return change_signal(session, setting, value)
    change_setting(session.book, setting, as_typed(setting, value), session.today)
    if setting is RECORDS_FOR and (named := names_kept(session.book)):
        output.sentence(session.texts.counted("records_for.names_stay", named))
    if setting.key == "language":
        now = value_of(session.book, setting, session.today)
        session.texts = Texts(choose_language(session.options.lang, os.environ, now))
    return ()
