"""`settings`: reads or sets the coach's settings."""

import os

from valmentaja.cli import output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.settings import SettingsPage, settings_page
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import change_setting, setting_named
from valmentaja.settings.setting import Setting, value_of
from valmentaja.settings.work import FULL_TIME_SHARE
from valmentaja.store.codes_only import names_kept
from valmentaja.texts import Texts, choose_language


def settings_arguments(parser: Parser) -> None:
    """Options of `settings`."""
    parser.one("key", help_key="setting", needed=False)
    parser.words("value", help_key="value")


def settings(session: Session, options: Options) -> None:
    """Shows every setting or one, or sets one."""
    page = _page(session, options)
    if session.json:
        output.data({line.setting.key: line.value for line in page.settings})
        return
    texts = session.texts
    for line in page.settings:
        key = line.setting.key
        value = texts("settings.never_asked") if line.value is None else line.value or texts("edit.empty")
        output.line(texts("settings.line", about=texts(f"setting.{key}"), key=key, value=value))


def _page(session: Session, options: Options) -> SettingsPage:
    """Every setting; or the one named, with its new value where one was given."""
    if options.key is None:
        return settings_page(session.book, session.today)
    setting = setting_named(options.key)
    value = values.joined(options.value)
    if value is not None:
        _change(session, setting, value)
    return settings_page(session.book, session.today, (setting,))


def _change(session: Session, setting: Setting, value: str) -> None:
    """Sets it. A share may be given with its sign, and a new language is spoken at once."""
    if setting is FULL_TIME_SHARE:
        value = value.strip().removesuffix("%")
    change_setting(session.book, setting, value, session.today)
    if setting is RECORDS_FOR and (named := names_kept(session.book)):
        output.sentence(session.texts.counted("records_for.names_stay", named))
    if setting.key == "language":
        now = value_of(session.book, setting, session.today)
        session.texts = Texts(choose_language(session.options.lang, os.environ, now))
