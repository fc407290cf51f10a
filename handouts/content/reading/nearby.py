"""The files of a folder that an `include` names, or was meant to name."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from handouts.content.names.suggestions import closest
from handouts.ordinary_files import matching

_FIRST = "content.yaml"


def files(folder: Path, pattern: str) -> set[Path]:
    """Return the files that a glob names in a folder."""
    return {path for path in matching(folder, pattern) if not is_folder(path)}


def beside(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield the files in the folder of a pattern that look like content by their names, whatever their ending."""
    place = PurePosixPath(pattern).parent.as_posix()
    outside = ".." in pattern or "\\" in pattern or ":" in pattern or PurePosixPath(pattern).is_absolute()
    if pattern and "*" not in place and not outside:
        endings = (".yaml.txt", ".yml", ".txt", ".yaml") if place != "." else (".yaml.txt",)  # among files of all sorts
        yield from sorted(each for ending in endings for each in files(folder, f"{place}/*{ending}"))


def meant_by(folder: Path, pattern: str) -> str:
    """Return the pattern most like one that nothing matches: of another ending, or of a folder that there is."""
    place, _, name = pattern.rpartition("/")
    other = name.replace(".yaml", ".yml") if ".yaml" in name else name.replace(".yml", ".yaml")
    try:
        folders = [each.name for each in folder.iterdir() if each.is_dir()]
        like = closest(place, folders) or place
        ways = [f"{where}/{file}" if where else file for where in (place, like) for file in (name, other)]
        return next((way for way in ways if way != pattern and files(folder, way)), "")
    except OSError:  # a folder that nobody may look into
        return ""


def instead_of(path: Path) -> str:
    """Write what to do where a content is not there: it may have another ending, or stand in the folder above."""
    others = [
        path.with_name(f"{path.name}.txt"),
        path.with_suffix(".yml"),
        path.with_suffix(".yaml"),
        *_in_capitals(path),
        *_copies(path),
    ]
    for other in others:
        if other != path and other.is_file():
            meant = other.name
            is_named = path.name != _FIRST  # by whoever called the command
            return f"did you mean {meant}?" if is_named else f"{meant} is there: give it the name {path.name}"
    above = path.absolute().parent.parent / path.name
    if path.name == path.as_posix() and above.is_file():
        return "it stands in the folder above: run `cd ..`, then this again"
    return "check the name, and the folder that the command runs in; `--content FILE` names another"


def _in_capitals(path: Path) -> list[Path]:
    try:
        return [each for each in path.parent.iterdir() if each.name.casefold() == path.name.casefold()]
    except OSError:  # a folder that nobody may look into
        return []


def _copies(path: Path) -> list[Path]:
    """Return the files that a download or a copy of it may have left: `content (1).yaml`, `content - Copie.yaml`."""
    try:
        return sorted(path.parent.glob(f"{path.stem}[ -]*{path.suffix}"))
    except OSError:  # a folder that nobody may look into
        return []


def is_folder(path: Path) -> bool:
    """Whether a path is a folder that the system can look at."""
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no system takes
        return False


def is_closed(path: Path) -> bool:
    """Whether a path is a folder that whoever runs the program may not look into."""
    return is_folder(path) and not os.access(path, os.R_OK | os.X_OK)


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a file is in `folder` once links are followed."""
    try:
        target = path.resolve()
        return not target.is_symlink() and target.is_relative_to(folder.resolve())  # as one that leads to itself stays
    except (OSError, RuntimeError):  # such a link, before Python 3.13
        return False
