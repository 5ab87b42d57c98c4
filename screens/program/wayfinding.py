"""The part of the program that tells what can be done: the coach's keys, help, the guide and the palette."""

from typing import cast

from valmentaja.errors import ValmentajaError
from valmentaja.screens.commands import COMMANDS, ON_PAGES, keymap
from valmentaja.screens.program.telling import Telling
from valmentaja.screens.shell.page import InWorkbench, Page

_OFF_TOGETHER = {
    COMMANDS[one].action.removeprefix("app.").partition("(")[0]
    for one in ON_PAGES
    if COMMANDS[one].action.startswith("app.") and one != "help"
}


class Wayfinding(Telling):
    """Knows the keys that the coach has changed. Help, guide and palette are loaded when they are asked for."""

    ENABLE_COMMAND_PALETTE = False  # Textual's own; ours is screens/help/palette.py

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a client looks at the screen too, nothing leads to others."""
        if action in _OFF_TOGETHER and self.is_together:
            return False
        return super().check_action(action, parameters)

    def take_keys(self, text: str) -> None:
        """The coach's own keys from the setting `keys`. What cannot be so is told, and the usual keys stay."""
        try:
            self.own_keys = keymap(text)
        except ValmentajaError as refusal:
            self.own_keys = {}
            self.say_sentence(f"{self.sentence_of(refusal)} {self.texts('keys.usual_hold')}")
        self.set_keymap(self.own_keys)

    def action_help(self) -> None:
        """What the keys do here; once more, and it is closed."""
        from valmentaja.screens.help.help import HelpScreen

        screen = cast("InWorkbench[object]", self.screen)
        if isinstance(screen, HelpScreen):
            screen.action_leave()
        else:
            self.push_screen(HelpScreen(screen.commands_now(), typing=screen.is_typing))

    def action_guide(self) -> None:
        """The guide, at the page that fits where the coach is."""
        from valmentaja.screens.help.guide import GuideScreen, page_for

        page = self._page()
        if not isinstance(self.screen, GuideScreen):
            self.push_screen(GuideScreen(page_for(page.desk if page else "")))

    def action_palette(self) -> None:
        """Looks for something to do by its words, and does it on the page in sight."""
        from valmentaja.screens.help.palette import Palette, deeds

        page = self.screen
        if isinstance(page, Page):
            self.push_screen(Palette(deeds(page, self.own_keys)), lambda chosen: self._do_on(page, chosen))

    def _do_on(self, page: Page, command_id: str | None) -> None:
        if command_id is not None:
            page.call_later(page.run_action, COMMANDS[command_id].action)
