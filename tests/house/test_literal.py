"""Text reaches a screen through `screens/literal.py` only: nothing that a widget would read as markup gets past it.

Read from the syntax alone: what a widget of Textual is given to show must be made by `literal`, or by a function of
ours that gives `Content`. What we hand to widgets of our own is `Content` by its type, which mypy sees to.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.tree import SCREENS, assert_none, place, sources, syntax

DOOR = SCREENS / "literal.py"
MADE_AT_THE_DOOR = frozenset({"literal", "literal_line", "literal_text"})
SHOWN_FIRST = frozenset({"Static", "Label", "Option", "update"})
"""What shows its first argument."""

NEVER_CALLED = frozenset({"notify", "from_markup", "from_rich_text", "from_ansi", "assemble", "from_text"})
NEVER_SET = frozenset({"border_title", "border_subtitle", "tooltip", "sub_title", "placeholder"})
PARTS_OF_CONTENT = frozenset(
    {
        "join",
        "truncate",
        "extend_right",
        "extend_left",
        "rstrip",
        "stylize",
        "first_line",
        "pad_right",
        "append",
    }
)
WIDGETS_OF_TEXTUAL = {
    "Static": "anywhere",
    "Input": "widgets/fields.py",
    "TextArea": "widgets/fields.py",
    "OptionList": "widgets/row_list.py",
    "Option": "widgets/row_list.py",
    "Markdown": "widgets/guide_text.py",
    "MarkdownBlock": "widgets/guide_text.py",
    "MarkdownFence": "widgets/guide_text.py",
}
"""Each that reads markup is wrapped in one place; the guide is text of ours, written in Markdown."""


def named(function: ast.expr) -> str:
    """The last name of what is called: `update` of `self.query_one(Static).update`."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@cache
def makers() -> frozenset[str]:
    """The functions of the screens that say they give `Content`."""
    return MADE_AT_THE_DOOR | {
        node.name
        for path in sources(SCREENS)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) == "Content"
    }


def is_blank(node: ast.expr | None) -> bool:
    """Whether it is made of constants of ours: "", " " * _GAP, "• " * count."""
    match node:
        case None | ast.Constant():
            return True
        case ast.BinOp(left=left, op=ast.Mult()):
            return is_blank(left)
        case ast.IfExp(body=body, orelse=other):
            return is_blank(body) and is_blank(other)
    return False


class Texts:
    """What the names of one function, or of one module, are known to be."""

    def __init__(self, scope: ast.AST) -> None:
        self._known: set[str] = set()
        for node in ast.walk(scope):
            match node:
                case ast.arg(arg=name, annotation=ast.expr() as told) if "Content" in ast.unparse(told):
                    self._known.add(name)
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if self.is_literal(value):
                    self._known.add(name)
                case ast.comprehension(target=ast.Name(id=name), iter=ast.expr() as source) if any(
                    isinstance(one, ast.Name) and one.id in self._known for one in ast.walk(source)
                ):
                    self._known.add(name)

    def is_literal(self, node: ast.expr | None) -> bool:
        """Whether it is `Content` for certain."""
        match node:
            case ast.Call(func=function, args=args):
                return self._gives_content(function, args)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                one, other = self.is_literal(left), self.is_literal(right)
                return (one or is_blank(left)) and (other or is_blank(right)) and (one or other)
            case ast.IfExp(body=body, orelse=other_body):
                return self.is_literal(body) and self.is_literal(other_body)
            case ast.Attribute(value=value, attr="first_line"):
                return self.is_literal(value)
            case ast.Name(id=name):
                return name in self._known
        return False

    def _gives_content(self, function: ast.expr, args: list[ast.expr]) -> bool:
        if named(function) == "Content":
            return all(map(is_blank, args))
        if isinstance(function, ast.Attribute) and function.attr in PARTS_OF_CONTENT:
            return self.is_literal(function.value)
        return named(function) in makers()


def faults_in(tree: ast.Module, home: str = "anywhere") -> Iterator[tuple[ast.AST, str]]:
    """What in a module could show text as something else than text."""
    for scope in ast.walk(tree):
        if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _in_scope(scope, Texts(scope))
    for node in ast.walk(tree):
        yield from _never(node)
        yield from _imported(node, home)


def _in_scope(scope: ast.AST, texts: Texts) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(scope):
        match node:
            case ast.Call(func=function, args=[first, *_]) if named(
                function
            ) in SHOWN_FIRST and not _shows_no_text(function, first):
                if not texts.is_literal(first):
                    yield node, f"{named(function)} is given text that did not pass literal.py"
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                one, other = texts.is_literal(left), texts.is_literal(right)
                if (one and not (other or is_blank(right))) or (other and not (one or is_blank(left))):
                    yield node, "text is added to Content without passing literal.py"


def _shows_no_text(function: ast.expr, first: ast.expr) -> bool:
    """The guide's page is Markdown; a row makes its own Content; a dictionary and a set are updated too."""
    given = ast.unparse(first)
    return given in {"page.text", "row.show(self._width)"} or (
        named(function) == "update" and isinstance(first, ast.Dict | ast.Set | ast.GeneratorExp)
    )


def _never(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    match node:
        case ast.Call(func=ast.Name(id="Content" | "Text" as kind), args=args) if not all(
            map(is_blank, args)
        ):
            yield node, f"{kind}(…) of a text is made in literal.py only"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="Content" | "Text" as kind), attr="styled")):
            yield node, f"{kind}.styled is called in literal.py only"
        case ast.Call(func=function) if named(function) in NEVER_CALLED:
            yield node, f"{named(function)} is never called"
        case ast.Assign(targets=[ast.Attribute(attr=name)]) if name in NEVER_SET:
            yield node, f"{name} is never set"
        case ast.FunctionDef(name="render", returns=returns) if (
            not returns or ast.unparse(returns) != "Content"
        ):
            yield node, "render gives Content"


def _imported(node: ast.AST, home: str) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets"):
        for alias in node.names:
            if WIDGETS_OF_TEXTUAL.get(alias.name) not in ("anywhere", home):
                yield node, f"{alias.name} of Textual is not used here: it may read markup"
    if isinstance(node, ast.ImportFrom) and node.module in ("rich.markup", "textual.markup"):
        yield node, f"{node.module} is not used"


def test_nothing_is_shown_that_did_not_pass_the_one_door() -> None:
    assert_none(
        f"{place(path, node)}: {why}"
        for path in sources(SCREENS)
        if path != DOOR
        for node, why in faults_in(syntax(path), path.relative_to(SCREENS).as_posix())
    )


def test_the_door_itself_strips_what_would_command_the_terminal() -> None:
    names = {named(node.func) for node in ast.walk(syntax(DOOR)) if isinstance(node, ast.Call)}
    assert {"shown", "one_line"} <= names
    makers_there = [node.name for node in syntax(DOOR).body if isinstance(node, ast.FunctionDef)]
    assert set(makers_there) == MADE_AT_THE_DOOR


@pytest.mark.parametrize(
    "line",
    [
        "Static(client.label)",
        "Static(f'{name} on täällä')",
        "Static(texts('today.title'))",
        "Label(note)",
        "Option(name)",
        "told.update(self.texts('x', name=name))",
        "told.update(literal(a) + name)",
        "self.app.notify(name)",
        "Content(name)",
        "Content(f'{name}')",
        "Content.from_markup('[b]x[/b]')",
        "Content.styled(name, 'bold')",
        "Text(name)",
        "Text.assemble(name)",
        "widget.border_title = name",
        "field.placeholder = name",
        "from textual.widgets import DataTable",
        "from rich.markup import escape",
    ],
)
def test_text_that_would_be_read_as_markup_is_noticed(line: str) -> None:
    assert list(faults_in(ast.parse(f"def f(self, name, note, client, texts):\n    {line}")))


@pytest.mark.parametrize(
    "line",
    [
        "Static(literal(client.label))",
        "Static(id='told')",
        "told.update(literal(a) + ' ' * 3 + literal(b))",
        "told.update(Content('\\n').join(literal(one) for one in names))",
        "told.update(shown)",
        "seen.update({1: name})",
        "Text('•' * len(name))",
    ],
)
def test_text_that_passed_the_door_is_let_through(line: str) -> None:
    assert not list(faults_in(ast.parse(f"def f(self, name, names, shown: Content, seen):\n    {line}")))


def test_only_the_named_files_of_the_screens_may_hold_widgets_that_read_markup() -> None:
    missing = {home for home in WIDGETS_OF_TEXTUAL.values() if home != "anywhere"} - {
        path.relative_to(SCREENS).as_posix() for path in sources(Path(SCREENS))
    }
    assert missing == set()
