"""Where the workbook lives, and the folders that the coach is warned of."""

import os
import sys
from pathlib import Path

import pytest

from valmentaja.places import Home, cache_folder, home_folder, sync_risk

LOCAL = "/dev/sda1 / ext4 rw 0 0\n/dev/sda2 /home ext4 rw 0 0\n"


def test_the_option_comes_before_the_environment(tmp_path: Path) -> None:
    environment = {"VALMENTAJA_HOME": str(tmp_path / "env")}
    assert home_folder(str(tmp_path / "option"), environment) == str(tmp_path / "option")
    assert home_folder(None, environment) == str(tmp_path / "env")


def test_a_home_is_absolute_and_may_begin_with_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert home_folder("~/kirja", {}) == str(tmp_path / "kirja")
    assert home_folder("kirja", {}) == str(tmp_path / "kirja")


def test_without_a_word_the_platform_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for folder in (home_folder(None, {}), home_folder(None, {"VALMENTAJA_HOME": ""}), cache_folder({})):
        assert os.path.isabs(folder)
        assert "valmentaja" in Path(folder).parts
    assert home_folder(None, {}) != cache_folder({})


def test_the_cache_can_be_put_elsewhere(tmp_path: Path) -> None:
    assert cache_folder({"VALMENTAJA_CACHE": str(tmp_path)}) == str(tmp_path)


def test_a_home_names_its_files(tmp_path: Path) -> None:
    home = Home(str(tmp_path))
    files = [home.workbook, home.pass_key, home.code_key, home.backups, home.remembered]
    assert [os.path.basename(file) for file in files] == [
        "workbook.db",
        "pass.key",
        "code.key",
        "backups",
        "remembered",
    ]
    assert {os.path.dirname(file) for file in files} == {str(tmp_path)}


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/aino/Dropbox/työkirja", "Dropbox"),
        ("/home/aino/Dropbox (Personal)/x", "Dropbox"),
        (r"C:\Users\Aino\OneDrive - Kaupunki\Documents\valmentaja", "OneDrive"),
        ("/Users/aino/Library/CloudStorage/OneDrive-Kaupunki/x", "OneDrive"),
        ("/Users/aino/Library/CloudStorage/GoogleDrive-aino@example.org/My Drive", "Google Drive"),
        ("/home/aino/Google Drive", "Google Drive"),
        ("/Users/aino/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        (r"C:\Users\Aino\iCloudDrive\x", "iCloud"),
        ("/home/aino/Nextcloud/x", "Nextcloud"),
        ("/home/aino/Nextcloud2/x", "Nextcloud"),
        ("/home/aino/ownCloud/x", "ownCloud"),
        ("/home/aino/Box/x", "Box"),
        ("/home/aino/Box Sync/x", "Box"),
        ("/Users/aino/Library/CloudStorage/Box-Box/x", "Box"),
        ("/home/aino/pCloudDrive/x", "pCloud"),
        ("/home/aino/MEGA/x", "MEGA"),
        ("/home/aino/Proton Drive/x", "Proton Drive"),
        ("/home/aino/Yandex.Disk/x", "Yandex.Disk"),
        (r"\\palvelin\aino\valmentaja", r"\\palvelin"),
        (r"\\?\UNC\palvelin\aino", r"\\palvelin"),
        (r"\\wsl.localhost\Ubuntu\home", r"\\wsl.localhost"),
    ],
)
def test_a_folder_that_is_synchronised_or_on_a_server_is_named(path: str, service: str) -> None:
    assert sync_risk(path, LOCAL) == service


@pytest.mark.parametrize(
    "path",
    [
        "/home/aino/.local/share/valmentaja",
        "/home/box/mega/sandbox",
        "/home/aino/dropboxes",
        r"C:\Users\Aino\AppData\Local\valmentaja",
        r"\\?\C:\Users\Aino",
    ],
)
def test_an_ordinary_folder_gives_no_warning(path: str) -> None:
    assert sync_risk(path, LOCAL) is None


@pytest.mark.parametrize(
    ("marker", "service"),
    [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".sync_1a2b3c.db", "Nextcloud")],
)
def test_a_mark_left_by_a_service_counts_also_far_above(tmp_path: Path, marker: str, service: str) -> None:
    (tmp_path / marker).mkdir()
    assert sync_risk(tmp_path / "deep" / "not" / "made" / "yet", LOCAL) == service


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    os.symlink(tmp_path / "Dropbox", tmp_path / "kirja")
    assert sync_risk(tmp_path / "kirja", LOCAL) == "Dropbox"


@pytest.mark.skipif(sys.platform == "win32", reason="paths of Linux")
@pytest.mark.parametrize(
    ("kind", "risky"),
    [
        *(
            (kind, True)
            for kind in ("nfs", "nfs4", "cifs", "smb3", "9p", "afs", "davfs", "fuse.sshfs", "fuse.rclone")
        ),
        *((kind, False) for kind in ("ext4", "btrfs", "tmpfs", "overlay", "fuse.gocryptfs", "ecryptfs")),
    ],
)
def test_a_network_file_system_is_named(kind: str, risky: bool) -> None:
    mounts = LOCAL + f"srv:/x /mnt/oma\\040levy {kind} rw 0 0\n"
    assert sync_risk("/mnt/oma levy/kirja", mounts) == (kind if risky else None)
    assert sync_risk("/mnt/oma levy2/kirja", mounts) is None


@pytest.mark.skipif(sys.platform == "win32", reason="paths of Linux")
def test_the_nearest_and_last_mount_decides() -> None:
    mounts = "srv:/ / nfs4 rw 0 0\n/dev/sda2 /home ext4 rw 0 0\n"
    assert sync_risk("/home/x", mounts) is None
    assert sync_risk("/srv/x", mounts) == "nfs4"
    assert sync_risk("/home/x", mounts + "srv:/ /home nfs rw 0 0\n") == "nfs"


def test_this_computers_own_mounts_can_be_read() -> None:
    assert sync_risk("/proc") is None
