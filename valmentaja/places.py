"""Where files live: the folder of a workbook (its home), the names in it, and the cache.

Also which folders are not safe for a workbook. Nothing here makes or writes a file.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

HOME_VARIABLE = "VALMENTAJA_HOME"
CACHE_VARIABLE = "VALMENTAJA_CACHE"
APPLICATION = "valmentaja"

WORKBOOK = "workbook.db"
PASS_KEY = "pass.key"
CODE_KEY = "code.key"
BACKUPS = "backups"
REMEMBERED = "remembered"
FACE = "face"


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one workbook, and where each of its files lies."""

    folder: str

    @property
    def workbook(self) -> str:
        """The workbook itself."""
        return os.path.join(self.folder, WORKBOOK)

    @property
    def pass_key(self) -> str:
        """The key file that the passphrase opens; absent in a workbook without passphrase."""
        return os.path.join(self.folder, PASS_KEY)

    @property
    def code_key(self) -> str:
        """The key file that the recovery code opens; absent in a workbook without passphrase."""
        return os.path.join(self.folder, CODE_KEY)

    @property
    def has_keys(self) -> bool:
        """Whether there is a key file that a passphrase or a recovery code may open."""
        return os.path.exists(self.pass_key) or os.path.exists(self.code_key)

    @property
    def backups(self) -> str:
        """The folder of backups."""
        return os.path.join(self.folder, BACKUPS)

    @property
    def remembered(self) -> str:
        """There when this computer's keyring holds the key, under the name that the file gives."""
        return os.path.join(self.folder, REMEMBERED)

    @property
    def face(self) -> str:
        """The language and the colours of the program, for the moment before the workbook is open."""
        return os.path.join(self.folder, FACE)


def home_folder(option: str | None, environment: Mapping[str, str]) -> str:
    """The folder of the workbook: `--home`, else VALMENTAJA_HOME, else the platform's folder. Absolute."""
    named = option or environment.get(HOME_VARIABLE)
    if named:
        return _absolute(named)
    from platformdirs import user_data_dir

    return user_data_dir(APPLICATION, appauthor=False)


def cache_folder(environment: Mapping[str, str]) -> str:
    """The folder of what can be made again, nothing of clients: VALMENTAJA_CACHE, else the platform's."""
    named = environment.get(CACHE_VARIABLE)
    if named:
        return _absolute(named)
    from platformdirs import user_cache_dir

    return user_cache_dir(APPLICATION, appauthor=False)


def _absolute(named: str) -> str:
    return os.path.abspath(os.path.expanduser(named))


# Patterns of folder names that a service synchronises, as its own programs call them on the three systems.
_SYNCHRONISED_FOLDERS = (
    (r"(?i)dropbox( .*|-.*)?", "Dropbox"),
    (r"(?i)onedrive( .*|-.*)?", "OneDrive"),
    (r"(?i)google ?drive( .*|-.*)?", "Google Drive"),
    (r"(?i)icloud ?drive( .*)?|com~apple~clouddocs|Mobile Documents", "iCloud"),
    (r"(?i)nextcloud([ -]?\d+| .*|-.*)?", "Nextcloud"),
    (r"(?i)owncloud([ -]?\d+| .*|-.*)?", "ownCloud"),
    (r"(?i)syncthing", "Syncthing"),
    (r"Box( Sync|-Box)?", "Box"),
    (r"(?i)pcloud ?drive|pcloud", "pCloud"),
    (r"MEGA|MEGAsync( .*)?", "MEGA"),
    (r"(?i)proton ?drive( .*|-.*)?", "Proton Drive"),
    (r"(?i)yandex[. ]?disk( .*|-.*)?", "Yandex.Disk"),
)

# Files and folders that a service leaves in the folder it synchronises, whatever that folder is called.
_MARKERS = (
    (r"\.stfolder", "Syncthing"),
    (r"\.dropbox\.cache", "Dropbox"),
    (r"\.tmp\.drivedownload", "Google Drive"),
    (r"\.nextcloudsync\.log|\.sync_.*\.db", "Nextcloud"),
    (r"\.owncloudsync\.log|\._sync_.*\.db", "ownCloud"),
)

# Types in /proc/mounts.
_NETWORK_FILE_SYSTEM = (
    r"nfs.*|cifs|smb.*|ncpfs|9p|afs|ceph|lustre|gpfs|davfs.*|fuse\.(sshfs|rclone|davfs.*|ceph.*|glusterfs|s3fs"
    r"|gvfsd-fuse|google-drive-ocamlfuse|onedriver|goofys|juicefs|smbnetfs|curlftpfs)"
)


def sync_risk(path: str | os.PathLike[str], mounts: str | None = None) -> str | None:
    """What synchronises the folder or carries it over a network, by name, or `None` where a workbook is safe.

    Such a folder breaks SQLite's write-ahead log, or copies a file that is half written. `path` need not
    exist yet. `mounts` is the text of /proc/mounts, read from this computer unless given. The name is a
    service ("Dropbox"), a file system ("nfs4") or a Windows server ("\\\\server").
    """
    given = os.fspath(path)
    for place in dict.fromkeys((given, os.path.realpath(os.path.expanduser(given)))):
        found = _server(place) or _service_by_name(place)
        if found is not None:
            return found
    real = os.path.realpath(os.path.expanduser(given))
    return _service_by_marker(real) or _network_file_system(real, _mounts() if mounts is None else mounts)


def _server(path: str) -> str | None:
    """The server of a Windows path `\\\\server\\share`, also in the long form `\\\\?\\UNC\\server`."""
    found = re.match(r"\\\\(?:\?\\UNC\\)?([^\\/?.][^\\/]*)", path)
    return f"\\\\{found[1]}" if found else None


def _service_by_name(path: str) -> str | None:
    for part in re.split(r"[\\/]", path):
        for pattern, service in _SYNCHRONISED_FOLDERS:
            if re.fullmatch(pattern, part):
                return service
    return None


def _service_by_marker(path: str) -> str | None:
    for folder in _upwards(path):
        for name in _names_in(folder):
            for pattern, service in _MARKERS:
                if re.fullmatch(pattern, name):
                    return service
    return None


def _upwards(path: str) -> Iterator[str]:
    yield path
    while (above := os.path.dirname(path)) != path:
        yield above
        path = above


def _names_in(folder: str) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if name.startswith(".")]
    except OSError:  # not made yet, or not ours to look into
        return []


def _mounts() -> str:
    if not sys.platform.startswith("linux"):
        return ""
    try:
        with open("/proc/mounts", encoding="utf-8", errors="surrogateescape") as mounts:
            return mounts.read()
    except OSError:
        return ""


def _network_file_system(path: str, mounts: str) -> str | None:
    """The type of the file system that the path lies on, if it is one that comes over a network."""
    longest, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) > 2:
            point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1])
            if len(point) >= len(longest) and _inside(path, point):
                longest, kind = point, fields[2]
    return kind if re.fullmatch(_NETWORK_FILE_SYSTEM, kind) else None


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
