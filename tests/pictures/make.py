"""Makes pictures of every screen, to be looked at: SVG by Textual, PNG by a Chromium where there is one, and a page.

    python tests/pictures/make.py FOLDER [--only today,client] [--looks dark,no_color] [--languages fi]
                                         [--sizes 80x24] [--no-png]

Not a test. The demo is made anew on a fixed day, so that pictures of two days differ only by the program. Each scene
(`scenes.py`) is opened in both languages, at 80×24 and 120×40, in each theme and without colour: with no choice made
that is some three thousand pictures, which takes an hour or more. `--readme` makes no more than the four of
the README into `tests/pictures/readme`, and where a folder is given puts them there too, to be looked at as PNG.
"""

import argparse
import asyncio
import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # it is run as a script

from textual.pilot import Pilot

from tests.pictures.scenes import FOR_README, SCENES, Book, Scene
from valmentaja.exchange.demo import make_demo
from valmentaja.model.records_for import RecordsFor
from valmentaja.places import Home
from valmentaja.screens.program import upkeep
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.program.clock import Clock
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import change_setting
from valmentaja.store.locks import make_home
from valmentaja.store.search import resolve_queued
from valmentaja.store.workbook import Workbook, open_workbook
from valmentaja.texts import LANGUAGES, Language, Texts

NOW = datetime(2026, 11, 24, 9, 10)  # a Tuesday, week 48; the day's times are ahead
NO_COLOR = "no_color"
LOOKS = ("dark", "light", "high_contrast", "terminal", NO_COLOR)
SIZES = ("80x24", "120x40")
LONGEST = (
    60  # seconds for one opening of the program: one that hangs keeps the others from being made no longer
)
README = Path(__file__).with_name("readme")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CELL = (12.2, 24.4)  # pixels of Textual's picture, with the frame of a window around it
FRAME = (20, 60)
FONTS_OF_THE_NET = re.compile(r"@font-face \{.*?\}\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what, in which language, how large, and how it looks."""

    scene: Scene
    language: Language
    size: str
    look: str

    @property
    def name(self) -> str:
        """Its file's name, without the ending."""
        return f"{self.scene.name}-{self.language}-{self.size}-{self.look}"

    @property
    def cells(self) -> tuple[int, int]:
        """Columns and lines."""
        if self.scene.cells is not None:
            return self.scene.cells
        width, _, height = self.size.partition("x")
        return int(width), int(height)


class Homes:
    """The workbooks that scenes are seen in: made once for a language, and copied for each scene."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: set[Path] = set()
        self._copies = 0

    def copy(self, book: Book, language: Language) -> Home:
        """A home of its own."""
        made = self._folder / f"{book}-{language}"
        if made not in self._made:
            self._make(book, language, Home(str(made)))
            self._made.add(made)
        self._copies += 1
        copy = self._folder / f"copy-{self._copies}" / "Valmentaja"
        shutil.copytree(made, copy) if made.exists() else copy.parent.mkdir()
        return Home(str(copy))

    def _make(self, book: Book, language: Language, home: Home) -> None:
        match book:
            case Book.DEMO:
                make_demo(home, language, NOW.date())
                with open_workbook(home, None, lambda: NOW) as opened:
                    resolve_queued(opened, language, str(self._folder / "cache"))
            case Book.EMPTY:
                make_home(home, None, lambda: NOW, fill=_answered(RecordsFor.EMPLOYER))
            case Book.CODES:
                make_home(home, None, lambda: NOW, fill=_answered(RecordsFor.NOT_YET_KNOWN))
            case Book.UNASKED:
                make_home(home, None, lambda: NOW)
            case Book.LOCKED:
                make_home(home, "pitkä salasana", lambda: NOW, fill=_answered(RecordsFor.EMPLOYER))


def _answered(records_for: RecordsFor) -> Callable[[Workbook], None]:
    """What the first run asks, so that the pictures are of the desks."""
    return lambda book: change_setting(book, RECORDS_FOR, records_for, NOW.date())


async def draw(pictures: Sequence[Picture], homes: Homes, folder: Path) -> None:
    """One opening of the program, and a picture of what the keys lead to in each look: all of one scene and size."""
    first = pictures[0]
    home = homes.copy(first.scene.book, first.language)
    is_open = first.scene.book not in (Book.LOCKED, Book.NONE)
    texts = Texts(first.language)
    app = Workbench(
        home,
        texts,
        Clock(lambda: NOW, NOW.date()),
        cache=str(folder / "cache"),
        speaks=lambda _language: texts,
        find_key=(lambda: None) if is_open else None,
    )
    async with app.run_test(size=first.cells) as pilot:
        await pilot.pause(0.1)
        for key in first.scene.keys:
            await _press(pilot, key, first.language)
        if first.scene.opens is not None:
            app.push_screen(first.scene.opens(texts))
        await pilot.pause(0.4)
        if type(app.screen).__name__ != first.scene.screen:
            raise ValueError(f"{type(app.screen).__name__} is seen, not {first.scene.screen}")
        for one in pictures:
            if one.look != NO_COLOR:
                app.theme = one.look
            await pilot.pause(0.05)
            svg = FONTS_OF_THE_NET.sub("", app.export_screenshot())
            (folder / f"{one.name}.svg").write_text(svg, encoding="utf-8")


async def _press(pilot: Pilot[None], key: str, language: Language) -> None:
    if key == "wait":  # while a key is derived in a thread
        await pilot.pause(1.0)
        return
    kind, _, text = key.partition(":")
    if kind != "text":
        await pilot.press(key)
        return
    finnish, _, english = text.partition("|")
    await pilot.press(*(english or finnish if language == "en" else finnish))


def drawn_together(pictures: Sequence[Picture]) -> Iterator[list[Picture]]:
    """Pictures that differ only in their theme come from one opening; without colour the program opens anew."""
    groups: dict[tuple[str, str, str, bool], list[Picture]] = {}
    for one in pictures:
        key = (one.scene.name, one.language, one.size, one.look == NO_COLOR)
        groups.setdefault(key, []).append(one)
    yield from groups.values()


def make_svgs(pictures: Sequence[Picture], folder: Path) -> None:
    """Draws every picture."""
    upkeep.daily_backup = lambda *_: True
    upkeep.learn_words = lambda *_: None
    with TemporaryDirectory() as temporary:
        homes = Homes(Path(temporary))
        groups = list(drawn_together(pictures))
        for number, together in enumerate(groups, start=1):
            os.environ.pop("NO_COLOR", None)
            if together[0].look == NO_COLOR:
                os.environ["NO_COLOR"] = "1"
            print(f"{number}/{len(groups)} {together[0].name}", flush=True)
            try:
                asyncio.run(asyncio.wait_for(draw(together, homes, folder), LONGEST))
            except Exception as fault:  # the other pictures are made all the same
                print(f"  {type(fault).__name__}: {fault}", file=sys.stderr)


def make_pngs(pictures: Sequence[Picture], folder: Path) -> None:
    """A PNG beside each SVG, where there is a browser."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("no Chromium: only SVG", file=sys.stderr)
        return
    with TemporaryDirectory() as profiles, ThreadPoolExecutor(2) as together:
        for number, one in enumerate(pictures):
            profile = f"{profiles}/{number}"
            together.submit(_make_png, browser, profile, one, folder.resolve())


def _make_png(browser: str, profile: str, picture: Picture, folder: Path) -> None:
    svg = folder / f"{picture.name}.svg"
    if not svg.exists():
        return
    width, height = (
        int(cells * pixels + frame) for cells, pixels, frame in zip(picture.cells, CELL, FRAME, strict=True)
    )
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run")
    command = (
        browser,
        *options,
        f"--user-data-dir={profile}",
        f"--window-size={width},{height}",
        f"--screenshot={svg.with_suffix('.png')}",
        svg.as_uri(),
    )
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=60)


def write_page(pictures: Sequence[Picture], folder: Path) -> None:
    """A page with all of them, scene by scene."""
    parts = ["<!doctype html><meta charset=utf-8><title>Valmentaja</title>"]
    parts.append("<style>body{font-family:sans-serif;background:#888}img{width:48%;margin:4px}</style>")
    scene = ""
    for one in pictures:
        if one.scene.name != scene:
            scene = one.scene.name
            parts.append(f"<h2>{html.escape(scene)}</h2>")
        parts.append(f'<img loading=lazy src="{one.name}.svg" title="{one.name}">')
    (folder / "index.html").write_text("\n".join(parts), encoding="utf-8")


def make_readme(folder: Path | None) -> None:
    """The four pictures of the README; in the folder too, with a PNG of each."""
    chosen = [
        Picture(scene, "fi", "80x24", "dark") for name in FOR_README for scene in SCENES if scene.name == name
    ]
    README.mkdir(exist_ok=True)
    with TemporaryDirectory() as temporary:
        drawn = folder or Path(temporary)
        drawn.mkdir(parents=True, exist_ok=True)
        make_svgs(chosen, drawn)
        for one in chosen:
            shutil.copy(drawn / f"{one.name}.svg", README / f"{one.scene.name}.svg")
        if folder is not None:
            make_pngs(chosen, folder)


def main() -> None:
    """Reads the options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--only", help="names of scenes, with commas between")
    parser.add_argument("--looks", default=",".join(LOOKS))
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--no-png", action="store_true")
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args()
    if options.readme:
        make_readme(options.folder)
    if options.readme or options.folder is None:
        return
    wanted = options.only.split(",") if options.only else [scene.name for scene in SCENES]
    pictures = [
        Picture(scene, language, size, look)
        for scene in SCENES
        if scene.name in wanted
        for language in LANGUAGES
        if language in options.languages.split(",")
        for size in options.sizes.split(",")
        for look in options.looks.split(",")
    ]
    options.folder.mkdir(parents=True, exist_ok=True)
    make_svgs(pictures, options.folder)
    if not options.no_png:
        make_pngs(pictures, options.folder)
    write_page(pictures, options.folder)


if __name__ == "__main__":
    main()
