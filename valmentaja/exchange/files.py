"""Files that are written for use outside the workbook: whole or not at all, and for the coach alone to read."""

import os

from valmentaja.errors import CannotBeMet, error_of_files
from valmentaja.places import Home


def write_private_file(path: str, content: bytes, *, begins: bytes, home: Home) -> None:
    """Puts the content in the file in one step, in place of what it held; only its owner may read it.

    Of what is there already only a file of the same form, one that `begins` alike, is replaced; behind a link it is
    the file that the link names. Raises CannotBeMet when it cannot be written, also for any place in the home of the
    workbook; then what was there is as it was.
    """
    path = os.path.realpath(path)
    _refuse_place(path, begins, home)
    beside = f"{path}.{os.getpid()}.new"
    try:
        _write(beside, content)
        os.replace(beside, path)
    except FileNotFoundError as failure:
        raise CannotBeMet("export.no_folder", folder=os.path.dirname(path)) from failure
    except PermissionError as failure:
        raise CannotBeMet("export.not_allowed", file=path) from failure
    except OSError as failure:
        raise error_of_files(failure) from failure
    finally:
        if os.path.exists(beside):
            os.remove(beside)


def _refuse_place(path: str, begins: bytes, home: Home) -> None:
    if os.path.isdir(path):
        raise CannotBeMet("export.is_folder", file=path)
    folder = os.path.realpath(home.folder)
    if os.path.commonpath((folder, path)) == folder:
        raise CannotBeMet("export.in_home", folder=folder)
    if os.path.exists(path) and not _is_of_the_form(path, begins):
        raise CannotBeMet("export.other_file", file=path)


def _is_of_the_form(path: str, begins: bytes) -> bool:
    """A pipe or a device is of no form, and is not read: it might never answer."""
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(len(begins)) == begins
    except OSError:
        return False


def _write(path: str, content: bytes) -> None:
    with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
