"""What can go wrong, said once: each error owns its exit code and the key of its sentence."""

from collections.abc import Mapping
from datetime import date, timedelta

Parameter = str | int | float | date | timedelta


class ValmentajaError(Exception):
    """An error that has a sentence: `key` is looked up as the text `error.<key>` with `parameters`.

    `exit_code` is what a command ends with (cli.md). Parameters may hold user text: they are for the
    sentence on the coach's own screen, never for a log.
    """

    exit_code = 1

    def __init__(self, key: str, /, **parameters: Parameter) -> None:
        super().__init__(key)
        self.key = key
        self.parameters: Mapping[str, Parameter] = parameters


class CannotBeMet(ValmentajaError):
    """The wish is clear but cannot be met: unknown or ambiguous name, nothing to undo, a date ahead."""


class Ambiguous(CannotBeMet):
    """A name that fits several records; `candidates` are their labels, in Finnish order."""

    def __init__(self, key: str, candidates: tuple[str, ...], /, **parameters: Parameter) -> None:
        super().__init__(key, **parameters)
        self.candidates = candidates


class WrongUsage(ValmentajaError):
    """The command line itself cannot be read: unknown option, impossible date, week 54."""

    exit_code = 2


class Locked(ValmentajaError):
    """The workbook stays closed: wrong passphrase or code, or none to be had."""

    exit_code = 3


class Damaged(ValmentajaError):
    """The file is damaged, or was made by a newer program; nothing was written to it."""

    exit_code = 4

    @property
    def backup_helps(self) -> bool:
        """Whether restoring a backup of the workbook would mend it."""
        return self.key in ("workbook.damaged", "key.missing", "key.damaged")


def error_of_files(failure: OSError) -> ValmentajaError:
    """Our error for a failure of the file system."""
    import errno

    if failure.errno in (errno.ENOSPC, errno.EDQUOT):
        return CannotBeMet("disk.full")
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CannotBeMet("home.read_only")
    return CannotBeMet("file.failed", reason=failure.strerror or type(failure).__name__)
