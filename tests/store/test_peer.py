"""The workbook is a plain SQLCipher file: other programs open it with the key, so that nothing is locked in."""

import hashlib
import hmac
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.workbooks import PASSPHRASE, aino, locked_home, opened, recovery_code
from valmentaja.places import Home

PAGE, IV, MAC = 4096, 16, 64
RESERVED = IV + MAC
ITERATIONS = 256_000
OLDEST_SHELL = (4, 5)  # the first with an SQLite that knows STRICT tables


@pytest.fixture
def written(tmp_path: Path) -> tuple[Home, str]:
    """A locked home in which there is a client, closed."""
    home, key = locked_home(tmp_path / "locked")
    with opened(home, key) as book:
        aino(book, "Äijälä Eero")
    return home, key


def shell_version() -> tuple[int, ...] | None:
    """The version of the SQLCipher shell, `None` where there is none."""
    if shutil.which("sqlcipher") is None:
        return None
    said = subprocess.run(
        ["sqlcipher", ":memory:", "PRAGMA cipher_version;"], capture_output=True, text=True, check=False
    ).stdout
    return tuple(int(part) for part in said.split()[0].split(".")) if said.strip() else (0,)


def test_the_sqlcipher_shell_opens_the_workbook_with_the_raw_key(written: tuple[Home, str]) -> None:
    version = shell_version()
    if version is None:
        pytest.skip("no sqlcipher shell on this computer")
    if version < OLDEST_SHELL:
        pytest.skip(f"the sqlcipher shell here is {version}, which is older than the file format")
    home, key = written
    sql = f"PRAGMA key = \"x'{key}'\"; SELECT code, name, name_key, start_on FROM client; PRAGMA integrity_check;"
    said = subprocess.run(
        ["sqlcipher", home.workbook, sql], capture_output=True, text=True, check=True
    ).stdout
    assert said.splitlines()[-2:] == ["V1|Äijälä Eero|æijælæ eero|2026-10-05", "ok"]


def test_another_programs_aes_and_sqlite_read_the_workbook(written: tuple[Home, str], tmp_path: Path) -> None:
    """As SQLCipher 4 documents its files: AES-256-CBC by the page, each page with an HMAC-SHA512."""
    pytest.importorskip("cryptography")
    home, key = written
    plain = tmp_path / "plain.db"
    plain.write_bytes(deciphered(Path(home.workbook).read_bytes(), bytes.fromhex(key)))
    with closing(sqlite3.connect(plain)) as connection:
        assert connection.execute("SELECT code, name FROM client").fetchall() == [("V1", "Äijälä Eero")]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_passphrase_and_the_code_are_as_dear_to_try_as_sqlcipher_makes_them(
    written: tuple[Home, str],
) -> None:
    pytest.importorskip("cryptography")
    home, key = written
    for path, phrase in ((home.pass_key, PASSPHRASE), (home.code_key, recovery_code().replace("-", ""))):
        content = Path(path).read_bytes()
        opened_by = hashlib.pbkdf2_hmac("sha512", phrase.encode(), content[:16], ITERATIONS, 32)
        assert key.encode() in deciphered(content, opened_by)


def deciphered(content: bytes, key: bytes) -> bytes:
    """The pages of a workbook in clear. Asserts that every page carries the right checksum."""
    salt = content[:16]
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    clear = [_page(page, number, key, mac_key) for number, page in enumerate(pages, start=1)]
    return b"SQLite format 3\0" + b"".join(clear)[16:]


def _page(page: bytes, number: int, key: bytes, mac_key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    skipped = 16 if number == 1 else 0  # the salt stands where a plain file has its header
    body, iv, mac = page[skipped:-RESERVED], page[-RESERVED:-MAC], page[-MAC:]
    counted = hmac.new(mac_key, body + iv + number.to_bytes(4, "little"), "sha512").digest()
    assert counted == mac, f"page {number}"
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return bytes(skipped) + decryptor.update(body) + decryptor.finalize() + bytes(RESERVED)


def test_a_flipped_bit_is_noticed_by_the_checksum(written: tuple[Home, str]) -> None:
    pytest.importorskip("cryptography")
    home, key = written
    content = bytearray(Path(home.workbook).read_bytes())
    content[os.path.getsize(home.workbook) // 2] ^= 1
    with pytest.raises(AssertionError, match="page"):
        deciphered(bytes(content), bytes.fromhex(key))
