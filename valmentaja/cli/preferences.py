"""`settings`: reads or sets the coach's settings."""

import os

from valmentaja.cli import output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.settings.registry import SETTINGS, change_setting, setting_named
from valmentaja.settings.setting import Setting, value_of
from valmentaja.settings.work import FULL_TIME_SHARE
from valmentaja.texts import Texts, choose_language


def settings_arguments(parser: Parser) -> None:
    """Options of `settings`."""
    parser.one("key", help_key="setting", needed=False)
    parser.words("value", help_key="value")


def settings(session: Session, options: Options) -> None:
    """Shows every setting or one, or sets one."""
    if options.key is None:
        shown = tuple(SETTINGS.values())
    else:
        shown = (setting_named(options.key),)
        value = values.joined(options.value)
        if value is not None:
            _change(session, shown[0], value)
    told = {setting.key: _value(session, setting.key) for setting in shown}
    if session.json:
        output.data(dict(told))
        return
    for key, value in told.items():
        output.line(
            session.texts("settings.line", about=session.texts(f"setting.{key}"), key=key, value=value)
        )


def _change(session: Session, setting: Setting, value: str) -> None:
    """Sets it. A share may be given with its sign, and a new language is spoken at once."""
    if setting is FULL_TIME_SHARE:
        value = value.strip().removesuffix("%")
    change_setting(session.book, setting, value, session.today)
    if setting.key == "language":
        wanted = choose_language(session.options.lang, os.environ, _value(session, setting.key))
        session.texts = Texts(wanted)


def _value(session: Session, key: str) -> str:
    return value_of(session.book, SETTINGS[key], session.today)
