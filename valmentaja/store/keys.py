"""The key of the workbook: a random raw key that never changes, in two small files that hold it.

`pass.key` is opened by the passphrase and `code.key` by the recovery code, both by SQLCipher's own key
derivation (0.1–0.3 s). Changing either writes the small file anew; the workbook itself is never rekeyed.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from valmentaja.errors import Damaged, Locked
from valmentaja.places import Home
from valmentaja.store.connection import Connection, connect, is_plain, said_kindly, sqlcipher

# No 0 O 1 I L U: nothing that is misread on paper. 25 characters of 30 are 122 bits.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_GROUPS, CODE_GROUP_LENGTH = 5, 5
_SIZE = 8192  # bytes of a key file: two of SQLCipher's pages


def new_raw_key() -> str:
    """A new random key, 64 hex digits."""
    return os.urandom(32).hex()


def new_recovery_code() -> str:
    """A new recovery code, such as `7KM2P-…`: five groups of five characters that are hard to misread."""
    letters = [_random_letter() for _ in range(CODE_GROUPS * CODE_GROUP_LENGTH)]
    groups = [
        "".join(letters[start : start + CODE_GROUP_LENGTH])
        for start in range(0, len(letters), CODE_GROUP_LENGTH)
    ]
    return "-".join(groups)


def _random_letter() -> str:
    while (byte := os.urandom(1)[0]) >= 240:  # 240 = 8 × 30: no letter is likelier than another
        continue
    return CODE_ALPHABET[byte % len(CODE_ALPHABET)]


def normal_code(typed: str) -> str:
    """The recovery code as stored, however it was typed: case, spaces and dashes do not matter."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def ends_code(typed: str, code: str) -> bool:
    """Whether what was read from paper ends with the last group of the code: then it is written down."""
    return normal_code(typed).endswith(normal_code(code)[-CODE_GROUP_LENGTH:])


def normal_passphrase(typed: str) -> str:
    """The passphrase in Unicode's composed form, so that ä typed on another computer is the same ä.

    Raises Locked when it holds what no keyboard types: a NUL, or bytes that could not be read as text.
    """
    if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in typed):
        raise Locked("passphrase.unreadable")
    from unicodedata import normalize

    return normalize("NFC", typed)


def write_key_file(path: str, phrase: str, raw_key: str) -> None:
    """Writes a key file: beside its place, synced, opened to verify, then renamed over the old one.

    Raises CannotBeMet when the folder cannot be written; the old file then stands untouched.
    """
    with prepared_key_file(path, phrase, raw_key) as put_in_place:
        put_in_place()


@contextmanager
def prepared_key_file(path: str, phrase: str, raw_key: str) -> Iterator[Callable[[], None]]:
    """A key file written beside its place, and proved to open; gives the function that puts it there."""
    beside = f"{path}.{os.getpid()}.new"  # two windows may change it at once: the later one holds
    with said_kindly():
        _remove(beside)
        try:
            _fill_key_file(beside, phrase, raw_key)
            sync_file(beside)
            if read_key_file(beside, phrase) != raw_key:
                raise Damaged("key.not_written")
            yield lambda: _put_in_place(beside, path)
        finally:
            _remove(beside)


def _put_in_place(beside: str, path: str) -> None:
    os.replace(beside, path)
    sync_folder(os.path.dirname(path))


def _remove(path: str) -> None:
    if os.path.exists(path):
        os.remove(path)


def _fill_key_file(path: str, phrase: str, raw_key: str) -> None:
    connection = connect(path, phrase=phrase, mode="rwc")
    try:
        connection.execute(
            "PRAGMA journal_mode = MEMORY"
        )  # the file is new: there is nothing to roll back to
        connection.execute("CREATE TABLE workbook_key (raw TEXT NOT NULL) STRICT")
        connection.execute("INSERT INTO workbook_key VALUES (?)", (raw_key,))
    finally:
        connection.close()


def read_key_file(path: str, phrase: str) -> str:
    """The raw key in the file. Raises Locked when the passphrase or code does not open it.

    Raises Damaged when the file is missing, or cannot be a key file. A file that was damaged in its first half
    cannot be told from one that has another passphrase.
    """
    if not os.path.exists(path) or os.path.getsize(path) == 0:
        raise Damaged("key.missing", file=os.path.basename(path))
    if os.path.getsize(path) != _SIZE or is_plain(path):
        raise Damaged("key.damaged", file=os.path.basename(path))
    if not phrase:
        raise Locked("passphrase.wrong")
    with said_kindly():
        connection = connect(path, phrase=phrase, mode="ro")
        try:
            return _raw_key_in(connection, os.path.basename(path))
        finally:
            connection.close()


def _raw_key_in(connection: Connection, file: str) -> str:
    """SQLCipher checks each page by the key: the first tells whether the key is right, the next hold the content."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.OperationalError:
        raise
    except sqlcipher.DatabaseError as failure:
        raise Locked("passphrase.wrong") from failure
    try:
        row = connection.execute("SELECT raw FROM workbook_key").fetchone()
    except sqlcipher.DatabaseError as failure:
        raise Damaged("key.damaged", file=file) from failure
    if row is None:
        raise Damaged("key.damaged", file=file)
    return str(row[0])


def key_files(home: Home) -> Mapping[str, bytes]:
    """What the key files of the home hold, by name. It is of no use without the passphrase or the recovery code."""
    held = {}
    for path in (home.pass_key, home.code_key):
        if os.path.exists(path):
            with said_kindly(), open(path, "rb") as file:
                held[os.path.basename(path)] = file.read()
    return held


def sync_file(path: str) -> None:
    """Makes what was written to the file durable."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def place_unless_there(source: str, place: str) -> bool:
    """Puts a file in its place only if nothing is there, which another window may have made this moment.

    False when something is; the file then stays where it was.
    """
    try:
        os.link(source, place)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if os.path.exists(place):
            return False
        os.replace(source, place)
    return True


def sync_folder(path: str) -> None:
    """Makes a rename in the folder durable, where the system can (Windows cannot open folders)."""
    if os.name != "nt":
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
