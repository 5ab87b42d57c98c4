"""The pictures show every screen there is."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import valmentaja.screens
from tests.house.tree import assert_none
from tests.pictures.scenes import FOR_README, SCENES
from valmentaja.screens.shell.page import InWorkbench


def _screens(kind: type[InWorkbench[object]] = InWorkbench) -> Iterator[type[InWorkbench[object]]]:
    """Every screen that can be opened: those that others are made from never are."""
    for one in kind.__subclasses__():
        yield from _screens(one)
        if not one.__subclasses__() and one.__module__.startswith("valmentaja.screens."):
            yield one


def _opened() -> set[str]:
    for module in pkgutil.walk_packages(valmentaja.screens.__path__, "valmentaja.screens."):
        import_module(module.name)
    return {one.__name__ for one in _screens()}


def test_every_screen_has_a_picture() -> None:
    assert_none(_opened() - {scene.screen for scene in SCENES})


def test_every_picture_is_of_a_screen_that_there_is() -> None:
    known = _opened() | {one.__name__ for one in _screens()}
    assert_none(scene.name for scene in SCENES if scene.screen not in known | {"RecordsPage"})


def test_no_two_scenes_have_one_name_and_the_readme_shows_some_of_them() -> None:
    names = [scene.name for scene in SCENES]
    assert len(names) == len(set(names))
    assert_none(set(FOR_README) - set(names))
