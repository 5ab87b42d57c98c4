"""Valmentaja: a terminal workbench for job coaches. The core knows no screen library."""

from pathlib import Path

__version__ = "0.1.0"

_checkout = Path(__file__).resolve().parent.parent
if (_checkout / "pyproject.toml").is_file():  # a checkout without symlinks: screens and data stand beside us
    __path__.append(str(_checkout))
