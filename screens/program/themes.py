"""The colours: dark, light, high contrast, and the terminal's own sixteen. Colour only repeats what words say."""

from textual.theme import Theme

_DARK = Theme(
    name="dark",
    primary="#7fb0d8",
    secondary="#9db4c0",
    accent="#e3b778",
    warning="#e3b778",
    error="#ea9696",
    success="#9ac49a",
    foreground="#dcdad4",
    background="#1b1e22",
    surface="#22262b",
    panel="#2a2f35",
    dark=True,
    variables={
        "rule": "#454b53",
        "quiet": "#a9abad",
        "hint": "#a9abad",
        "block-cursor-background": "#2a4059",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#2f3740",
        "block-cursor-blurred-foreground": "#dcdad4",
    },
)
_LIGHT = Theme(
    name="light",
    primary="#1f5f8b",
    secondary="#4a6572",
    accent="#8a4b08",
    warning="#8a4b08",
    error="#a32020",
    success="#22662a",
    foreground="#22262a",
    background="#faf9f6",
    surface="#f1efea",
    panel="#e8e5de",
    dark=False,
    variables={
        "rule": "#c2beb4",
        "quiet": "#5d6166",
        "hint": "#5d6166",
        "block-cursor-background": "#cfe0ee",
        "block-cursor-foreground": "#101418",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e6e3dc",
        "block-cursor-blurred-foreground": "#22262a",
    },
)
_HIGH_CONTRAST = Theme(
    name="high_contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff9d9d",
    success="#8dff8d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    text_alpha=1.0,
    variables={
        "rule": "#ffffff",
        "quiet": "#ffffff",
        "hint": "#c8c8c8",
        "block-cursor-background": "#001f7a",  # dark, for a row has white and yellow words in it
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#404040",
        "block-cursor-blurred-foreground": "#ffffff",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
    },
)
_TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    accent="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "rule": "ansi_default",
        "quiet": "ansi_default",
        "hint": "ansi_default",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "none",  # RowList reverses the row in focus: Textual would not
        "block-cursor-blurred-text-style": "bold underline",
        "block-cursor-blurred-foreground": "ansi_default",
        "block-cursor-blurred-background": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_white",
        "screen-selection-background": "ansi_blue",
        "screen-selection-foreground": "ansi_white",
    },
)

THEMES = {theme.name: theme for theme in (_DARK, _LIGHT, _HIGH_CONTRAST, _TERMINAL)}
"""By the value of the setting `theme`, in the order in which a key goes through them."""


def next_theme(name: str) -> str:
    """The theme after this one."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
