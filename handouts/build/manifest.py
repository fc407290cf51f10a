"""The manifest: what each finished file is, from what it was made, and which text it holds.

It is written last and names only files that are whole, so it can be believed after a crash as well. What cannot be
read in it is left out: the next build makes those files anew.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from handouts import VERSION
from handouts.errors import Problem

NAME = "manifest.json"
SCHEMA = 1

_Kind = TypeVar("_Kind", bound=BaseModel)

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}\z")]
FilePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}/[a-z0-9][a-z0-9_-]{0,200}\.pdf\z")]
"""A path that cannot lead out of the output folder: whoever can write a manifest cannot have other files removed."""


class Note(BaseModel):
    """A warning that came up while a file was made; it is told again for as long as the file is used.

    Attributes:
        file: The clinic's own PDF that it is about, if it is about one.
    """

    model_config = ConfigDict(frozen=True)

    code: str
    message: str
    hint: str = ""
    file: str = ""


class Unfinished(BaseModel):
    """A file that a build was about to replace; its digest before that, empty when there was none."""

    path: FilePath
    sha256: Digest | Literal[""]


class Entry(BaseModel):
    """A finished file.

    Attributes:
        path: Under the output folder, with forward slashes.
        sha256: Of its bytes.
        size: In bytes.
        inputs: A fingerprint of everything that it was made from.
        languages: Language tags, in the order of the file.
        version: Of the handout.
        print_code: At the foot of every page.
        status: Whether it may be handed out: `sample`, `draft`, `approved`, `overdue`.
    """

    model_config = ConfigDict(frozen=True, validate_by_name=True, serialize_by_alias=True)

    path: FilePath
    sha256: Digest
    size: int = Field(alias="bytes", ge=1)
    inputs: Digest
    pages: int = Field(ge=1)
    title: str
    languages: tuple[str, ...]
    version: str
    print_code: str
    status: str
    handout: str
    clinic: str
    edition: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """All finished files.

    Attributes:
        files: By path.
        unfinished: Files that a build was about to replace or had replaced when it was cut off, each with the digest
            that it had before; they are not among `files`.
        problem: What is wrong with the manifest itself.
    """

    files: Mapping[str, Entry] = field(default_factory=dict)
    unfinished: Mapping[str, str] = field(default_factory=dict)
    problem: Problem | None = None

    def without(self, paths: Mapping[str, str]) -> "Manifest":
        """Return what is true while the files at these paths, with these digests before, are being replaced."""
        files = {path: entry for path, entry in self.files.items() if path not in paths}
        return Manifest(files, {**self.unfinished, **paths})


def read_manifest(data: bytes | None) -> Manifest:
    """Read a manifest as far as it can be read.

    Args:
        data: The file; None when there is none.
    """
    if data is None:
        return Manifest()
    try:
        said = json.loads(data)
        if said["schema_version"] != SCHEMA:
            return Manifest(problem=_damaged("another version of this program wrote it"))
        entries = list(_readable(Entry, said["files"]))
        unfinished = list(_readable(Unfinished, said.get("unfinished", [])))
    except (ValueError, LookupError, TypeError, RecursionError):
        return Manifest(problem=_damaged("it is damaged"))
    whole = len(entries) == len(said["files"])
    problem = None if whole else _damaged("a part of it is damaged")
    return Manifest({entry.path: entry for entry in entries}, {item.path: item.sha256 for item in unfinished}, problem)


def _readable(kind: type[_Kind], said: Any) -> Iterator[_Kind]:
    for item in said:
        with suppress(ValidationError):
            yield kind.model_validate(item)


def _damaged(why: str) -> Problem:
    return Problem("W607", f"{NAME} cannot be used: {why}; the files that it named are made anew")


def write_manifest(manifest: Manifest) -> bytes:
    """Write a manifest; equal content gives equal bytes."""
    said: dict[str, Any] = {
        "schema_version": SCHEMA,
        "program": VERSION,
        "files": [entry.model_dump(mode="json") for _, entry in sorted(manifest.files.items())],
    }
    if manifest.unfinished:
        said["unfinished"] = [{"path": path, "sha256": old} for path, old in sorted(manifest.unfinished.items())]
    return (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()
