"""Where supplied files may stand."""

import os
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from handouts.errors import AssetError, ExitCode
from handouts.pictures.assets import asset_path, read_asset


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one logo, and a secret beside it."""
    (tmp_path / "project/assets/logos").mkdir(parents=True)
    (tmp_path / "project/assets/logos/a.svg").write_text("<svg/>")
    (tmp_path / "project/content.yaml").write_text("secret")
    (tmp_path / "secret.svg").write_text("secret")
    return tmp_path / "project"


def code(root: Path, relative: str) -> str:
    """The code that a path is refused with."""
    with pytest.raises(AssetError) as refusal:
        asset_path(root, relative)
    assert refusal.value.exit_code == ExitCode.ASSET
    return refusal.value.problems[0].code


def test_a_file_in_the_folder_of_assets_is_found(root: Path) -> None:
    assert asset_path(root, "assets/logos/a.svg").read_text() == "<svg/>"


@pytest.mark.parametrize(("on_disk", "typed"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFC", "NFC"), ("NFD", "NFD")])
def test_a_name_is_found_however_its_accents_are_written(
    root: Path, on_disk: Literal["NFC", "NFD"], typed: Literal["NFC", "NFD"]
) -> None:
    folder = root / unicodedata.normalize(on_disk, "assets/été")
    folder.mkdir()
    (folder / unicodedata.normalize(on_disk, "à côté.svg")).write_text("found")
    assert asset_path(root, unicodedata.normalize(typed, "assets/été/à côté.svg")).read_text() == "found"


def test_where_both_spellings_are_there_the_one_that_was_typed_is_meant(root: Path) -> None:
    for form in ("NFC", "NFD"):
        (root / unicodedata.normalize(form, "assets/é.svg")).write_text(form)
    assert asset_path(root, "assets/é.svg").read_text() == "NFC"


@pytest.mark.parametrize(
    "relative",
    [
        "../secret.svg",
        "assets/../content.yaml",
        "assets/../../secret.svg",
        "content.yaml",
        "/etc/passwd",
        "assets",
        "",
        "assets\\logos\\a.svg",
        "C:/assets/a.svg",
        "assets/a\x00.svg",
        "./../secret.svg",
        "~/secret.svg",
        "assets/con",
        "assets/NUL.svg",
        "assets/com1.logo.svg",
        "assets/LPT³.png",
        "assets/aux/a.svg",
        "assets/logos/a.svg:hidden",
        "assets/logos/a.svg.",
        "assets/logos /a.svg",
        "assets/lo?os/a.svg",
    ],
)
def test_no_path_leads_out_of_the_folder_of_assets(root: Path, relative: str) -> None:
    assert code(root, relative) == "E511"


@pytest.mark.parametrize("name", ["console.svg", "nulle part.svg", "com.svg", "auxiliaire.png", "Été (2).svg"])
def test_a_name_that_only_begins_like_a_device_is_a_name(root: Path, name: str) -> None:
    (root / "assets" / name).write_text("<svg/>")
    assert asset_path(root, f"assets/{name}").name == name


def test_a_link_to_a_file_outside_is_refused(root: Path) -> None:
    (root / "assets/link.svg").symlink_to(root.parent / "secret.svg")
    assert code(root, "assets/link.svg") == "E511"


def test_a_linked_folder_outside_is_refused(root: Path) -> None:
    (root / "assets/folder").symlink_to(root.parent)
    assert code(root, "assets/folder/secret.svg") == "E511"


def test_a_link_to_a_file_inside_is_followed(root: Path) -> None:
    (root / "assets/link.svg").symlink_to(root / "assets/logos/a.svg")
    assert asset_path(root, "assets/link.svg").name == "a.svg"


def test_a_loop_of_links_is_refused(root: Path) -> None:
    (root / "assets/a.svg").symlink_to(root / "assets/b.svg")
    (root / "assets/b.svg").symlink_to(root / "assets/a.svg")
    assert code(root, "assets/a.svg") in {"E510", "E511"}


@pytest.mark.parametrize("relative", ["assets/none.svg", "assets/logos", "assets/logos/A.svg", "assets/" + "é" * 190])
def test_a_file_that_is_not_there_is_named(root: Path, relative: str) -> None:
    assert code(root, relative) == "E510"


def test_a_file_in_a_folder_that_may_not_be_looked_into_is_not_called_missing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", denied)
    monkeypatch.setattr("os.path.isfile", lambda _: False)
    with pytest.raises(AssetError, match=r"E510.*a\.svg cannot be read: Permission denied"):
        asset_path(root, "assets/logos/a.svg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes exist on POSIX only")
def test_a_pipe_is_no_file_and_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "assets/pipe.svg")
    assert code(root, "assets/pipe.svg") == "E510"
    with pytest.raises(AssetError, match=r"E510.*no ordinary file"):  # put there after the name was looked at
        read_asset(root / "assets/pipe.svg", 10)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux only: files that the system makes up")
def test_what_the_system_makes_up_as_it_is_read_is_no_file() -> None:
    with pytest.raises(AssetError, match=r"E510.*no ordinary file"):
        read_asset(Path("/proc/self/status"), 1000)


def test_an_empty_file_is_one(root: Path) -> None:
    (root / "assets/empty.png").touch()
    assert read_asset(root / "assets/empty.png", 10) == b""


def test_a_file_is_read_whole_up_to_its_limit_and_refused_above(root: Path) -> None:
    path = root / "assets/big.png"
    path.write_bytes(b"x" * 2_000_000)
    assert len(read_asset(path, 2_000_000)) == 2_000_000
    with pytest.raises(AssetError, match=r"E512.*larger than 1 MB"):
        read_asset(path, 1_999_999)
