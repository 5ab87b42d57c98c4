"""The rows of the settings: what each is in words, and its value; of a reason on the list its three numbers."""

from collections.abc import Sequence

from textual.content import Content

from valmentaja.desks.settings import (
    SettingGroup,
    SettingLine,
    SettingsPage,
    number_said,
    setting_about,
    value_said,
)
from valmentaja.screens.literal import literal
from valmentaja.screens.widgets.columns import READABLE, Column, row
from valmentaja.screens.widgets.row_list import GAP, Row
from valmentaja.settings.signals import OFF
from valmentaja.texts import Texts

GAP_WIDTH = 2
_NUMBERS = (6, 7, 6)
_USUAL = 12
_VALUE = sum(_NUMBERS) + GAP_WIDTH * (len(_NUMBERS) - 1)
_LONGEST_NAME = 46
_LEAST_NAME = 16
_INDENT = 2


def setting_rows(texts: Texts, page: SettingsPage) -> list[Row]:
    """All of them under the headings of their groups."""
    return [
        shown
        for group in SettingGroup
        for shown in (
            *((GAP,) if group is not SettingGroup.BASICS else ()),
            _heading(texts, group),
            *(_row(texts, line) for line in page.of(group)),
        )
    ]


def heads(texts: Texts, title: str, width: int) -> Content:
    """The names of the columns of numbers, behind a title."""
    named = (texts("settings.days"), texts("settings.window"), texts("settings.weight"))
    return _columns(
        width,
        literal(title, "bold"),
        [
            *(_at_right(one, cells, "$quiet") for one, cells in zip(named, _NUMBERS, strict=True)),
            Column(literal(texts("settings.usual"), "$quiet"), _USUAL),
        ],
        indent=0,
    )


def _heading(texts: Texts, group: SettingGroup) -> Row:
    title = texts(f"settings.group.{group}")
    if group is SettingGroup.SIGNALS:
        return Row(None, lambda width: heads(texts, title, width))
    return Row(None, lambda _width: literal(title, "bold"))


def _row(texts: Texts, line: SettingLine) -> Row:
    about = literal(setting_about(texts, line.setting))
    return Row(line.setting.key, lambda width: _columns(width, about, _values(texts, line)))


def _values(texts: Texts, line: SettingLine) -> list[Column]:
    """The value; of what is changed also the usual one, quietly."""
    style = "bold" if line.is_changed else ""
    usual = value_said(texts, line.setting, line.setting.default) if line.is_changed else ""
    if line.group is SettingGroup.SIGNALS:
        return [*_numbers(texts, line, style), Column(literal(usual, "$quiet"), _USUAL)]
    value = literal(value_said(texts, line.setting, line.value), style)
    if usual and line.group is not SettingGroup.KEYS:
        value += literal("  " + texts("settings.usual_is", value=usual), "$quiet")
    return [Column(value, _VALUE + GAP_WIDTH + _USUAL, 4)]


def _numbers(texts: Texts, line: SettingLine, style: str) -> list[Column]:
    if not line.value or line.value == OFF:
        return [Column(literal(value_said(texts, line.setting, line.value), style), _VALUE)]
    numbers = number_said(texts, line.value).split("/")
    return [_at_right(one, cells, style) for one, cells in zip(numbers, _NUMBERS, strict=True)]


def _at_right(text: str, cells: int, style: str) -> Column:
    return Column(literal(text.rjust(cells), style), cells)


def _columns(width: int, about: Content, values: Sequence[Column], indent: int = _INDENT) -> Content:
    """What it is, then its value, not so far behind it that the eye loses the line."""
    room = min(width, READABLE) - _VALUE - _USUAL - 2 * GAP_WIDTH
    name = max(_LEAST_NAME, min(_LONGEST_NAME, room))
    column = Column(about, name - indent, 2)
    shown = row((column, *values), GAP_WIDTH)
    return Content("\n").join(" " * indent + one for one in shown.split("\n")) if indent else shown
