"""`settings`: reads or sets the coach's settings."""

from valmentaja.cli import output, values
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.settings.registry import SETTINGS, change_setting, setting_named
from valmentaja.settings.setting import value_of


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
            change_setting(session.book, shown[0], value, session.today)
    told = {setting.key: _value(session, setting.key) for setting in shown}
    if session.json:
        output.data(dict(told))
        return
    for key, value in told.items():
        output.line(
            session.texts("settings.line", about=session.texts(f"setting.{key}"), key=key, value=value)
        )


def _value(session: Session, key: str) -> str:
    return value_of(session.book, SETTINGS[key], session.today)
