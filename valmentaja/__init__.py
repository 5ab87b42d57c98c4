"""Valmentaja: a terminal workbench for job coaches. The core knows no screen library."""

import os.path

__version__ = "0.1.0"

TYPE_CHECKING = False
"""Type checkers take it for true, by its name: what is imported under it costs a command nothing, as `typing` would."""

_checkout = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
if os.path.isfile(os.path.join(_checkout, "pyproject.toml")):
    # A checkout without symlinks: screens and data stand beside us.
    __path__.append(_checkout)
