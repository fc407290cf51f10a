"""Files that a brand or a clinic supplies: where they may stand, and how large they may be."""

import hashlib
import os
import re
from difflib import get_close_matches
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from handouts.errors import AssetError, Problem
from handouts.ordinary_files import NoOrdinaryFileError, read_ordinary, spellings

FOLDER = "assets"
_LISTED = 1000  # files that a mistyped name is compared with

_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever its ending: reading it could wait for a keyboard."""

_UNUSABLE = re.compile(r'[<>:"|?*]|[. ]$')
"""What no name may have on Windows."""


_PLAIN_NAME = re.compile(r"[\w-]{1,60}\.[A-Za-z]{3,4}")


def asset_path(root: Path, relative: str) -> Path:
    """Return the file that a path in the content names, after symbolic links.

    `relative` is written from the folder of `content.yaml`, with forward slashes, and starts with `assets/`.

    Raises:
        AssetError: The path leads out of `assets/` (E511), or there is no such file (E510).
        UnreadableAssetError: It is in a folder that may not be looked into (E510).
    """
    _check_stays_inside(relative)
    folder = os.path.realpath(root / FOLDER)
    places = [root / spelled for spelled in spellings(relative)]
    place = next(filter(os.path.lexists, places), places[0])
    path = Path(os.path.realpath(place))  # unlike Path.resolve, it returns from a loop of links
    if not path.is_relative_to(folder):
        raise _outside(relative, "it is a link to somewhere else")
    if not os.path.isfile(path):  # noqa: PTH113 (unlike Path.is_file, it is False for a name that is too long)
        _check_may_be_read(path)
        hint = alike(relative, root) or f"put it into {FOLDER}/, spelled the same, capitals too"
        is_folder = os.path.isdir(path)  # noqa: PTH112 (as above)
        message = f"{relative} is a folder, not a file" if is_folder else f"there is no file {relative}"
        raise AssetError(Problem("E510", message, None, hint))
    return path


def _check_may_be_read(path: Path) -> None:
    """Refuse a file in a folder that may not be looked into: it is not said to be missing."""
    try:
        path.stat()
    except PermissionError as error:
        raise unreadable(path, error) from error
    except (OSError, ValueError):
        return


def _kind(path: PurePath) -> str:
    """Return what may be taken for what: one picture for another, and no PDF for a picture."""
    ending = path.suffix.casefold()
    return "picture" if ending in {".svg", ".png", ".jpg", ".jpeg"} else ending


def _could_be_meant(path: PurePath, named: PurePath) -> bool:
    """Whether a file can be meant by a name: one of its kind, or of its name, where the ending named is of no use."""
    is_of_use = _kind(named) in {"picture", ".pdf", ".ttf"}
    return _kind(path) == _kind(named) or (not is_of_use and path.stem.casefold() == named.stem.casefold())


def alike(relative: str, root: Path) -> str:
    """Write the hint for a name that some file in `assets/` almost has; nothing when none has."""
    files = [
        path.relative_to(root).as_posix()
        for path in sorted((root / FOLDER).glob("**/*"))[:_LISTED]
        if path.is_file() and _could_be_meant(path, PurePosixPath(relative))
    ]
    sought = PurePosixPath(relative).stem.casefold()
    stems = {PurePosixPath(file).stem.casefold(): file for file in reversed(files)}
    close = [*get_close_matches(sought, stems, n=1, cutoff=0.7), *(each for each in stems if sought in each)]
    match = stems[close[0]] if close else ""
    return f"did you mean `{match}`?" if match else ""


def _check_stays_inside(relative: str) -> None:
    """Refuse what cannot be a path under `assets/` on some system, without touching the disk."""
    path = PurePosixPath(relative)
    if re.match(r"[a-z]+://", relative, re.IGNORECASE):
        raise _outside(relative, "it is an address on the web")
    odd = any(_DEVICE.fullmatch(part) or _UNUSABLE.search(part) for part in path.parts if part != "..")
    if odd or not relative.isprintable() or "\\" in relative or PureWindowsPath(relative).drive:
        raise _outside(relative, "its name is not one that every system can read")
    if path.is_absolute() or ".." in path.parts or path.parts[:1] != (FOLDER,) or len(path.parts) == 1:
        raise _outside(relative, f"it does not start with {FOLDER}/ or goes back up with ..")


def _outside(relative: str, why: str) -> AssetError:
    shown = relative if relative.isprintable() else ascii(relative)
    name = PureWindowsPath(shown).name
    name = name if _PLAIN_NAME.fullmatch(name) else "name.svg"
    hint = f"copy the file into {FOLDER}/ and write its path with forward slashes: {FOLDER}/{name}"
    return AssetError(Problem("E511", f"“{shown}” is not a file under {FOLDER}/: {why}", None, hint))


class UnreadableAssetError(AssetError):
    """A file is there, and whoever runs the program may not read it, or the disk fails."""


def unreadable(path: Path, error: OSError) -> AssetError:
    """Say that a file cannot be read, and tell one that is there from one that is not."""
    message = f"{path.name} cannot be read: {error.strerror}"
    if isinstance(error, FileNotFoundError):
        return AssetError(Problem("E510", message))
    hint = "ask for the right to read it, then run this again; it may well be whole"
    return UnreadableAssetError(Problem("E510", message, None, hint))


def read_asset(path: Path, limit: int) -> bytes:
    """Return the bytes of a file, at most `limit` of them; a pipe or a device, which may never end, is not read.

    Raises:
        UnreadableAssetError: The system does not let it be read (E510).
        AssetError: It is not there, or no ordinary file (E510), or larger (E512).
    """
    try:
        data = read_ordinary(path, limit + 1)
    except NoOrdinaryFileError as error:
        raise AssetError(Problem("E510", f"{path.name} is no ordinary file")) from error
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > limit:
        message = f"{path.name} is larger than {limit // 1_000_000} MB"
        raise AssetError(
            Problem("E512", message, None, "export a smaller file; a sheet that is emailed must stay small")
        )
    return data


def asset_digest(root: Path, path: str) -> str:
    """Return hex digits made from the bytes of an asset; none where it cannot be read, which making a sheet tells."""
    try:
        with asset_path(root, path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (AssetError, OSError):
        return ""
