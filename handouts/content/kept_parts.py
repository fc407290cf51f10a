"""Clinics and handouts that have not changed since the content was last read: they need not be read as YAML again.

Of hundreds an edit touches one, and reading the others takes longer than all that is asked of them. Whatever could
bear on how the unchanged ones are read, and any problem at all, has everything read anew. So has a build, always: what
is printed comes from the files themselves.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from handouts.content.decoding import SourceText
from handouts.content.fitness.references import parts
from handouts.content.loading import Known, Loaded, UnfitContentError, loaded_from, plain
from handouts.content.packing import packed, unpacked
from handouts.content.reading.includes import Gathered, gather
from handouts.content.stretches import GROUPS, Stretch, frame, stretches, without_stretches
from handouts.keeping.files import kept_file, read_kept, write_kept
from handouts.keeping.program import program_digest
from handouts.model import Content

_ENDING = ".parts.z"


class KeptParts:
    """What the clinics and handouts of a content say, as they were last read without a fault."""

    def __init__(self, file: Path | None) -> None:
        """Take up what is kept.

        Args:
            file: Where it is kept between runs; None keeps it as long as the program runs.
        """
        self._file = file
        kept = read_kept(file) if file else {}
        known = kept.get("parts")
        self._frame, self._known = str(kept.get("frame")), known if isinstance(known, dict) else {}

    @classmethod
    def of(cls, content: Path) -> "KeptParts | None":
        """Return what is kept of a content file between runs; None where nothing is."""
        file = kept_file(content, _ENDING)
        return cls(file) if file else None

    def load(self, path: Path, editions: Collection[str]) -> Loaded | None:
        """Return the content at `path`, read with the help of what is kept; None where all of it must be read."""
        if not self._known:
            return None
        files = _Files(self._known)
        gathered = gather(path, files.without_known)
        if gathered.problems or not gathered.complete or not files.are_as_shown(gathered) or files.frame != self._frame:
            return None
        try:
            loaded = loaded_from(gathered, editions, known=files.data(gathered))
        except (UnfitContentError, ValueError, TypeError, LookupError):
            return None
        if not _each_has_its_own_names(loaded.content):
            return None
        self._keep(files, gathered, loaded)
        return loaded

    def keep(self, gathered: Gathered, loaded: Loaded) -> None:
        """Keep what was read without a fault."""
        files = _Files({})
        for source in gathered.sources.files.values():
            files.without_known(source)
        if files.are_as_shown(gathered):
            self._keep(files, gathered, loaded)

    def _keep(self, files: "_Files", gathered: Gathered, loaded: Loaded) -> None:
        said = dict(files.said(gathered, loaded))
        if said.keys() != self._known.keys() or files.frame != self._frame:
            self._frame, self._known = files.frame, said
            if self._file:
                write_kept(self._file, {"frame": self._frame, "parts": said})


@dataclass
class _Files:
    """The files of a content, parted into what is known already and what must be read.

    Attributes:
        parts: What is known of parts, by digest.
    """

    parts: Mapping[str, str]
    sources: list[SourceText] = field(default_factory=list)
    known: list[Stretch] = field(default_factory=list)
    read: list[Stretch] = field(default_factory=list)

    def without_known(self, source: SourceText) -> SourceText:
        """Return a file with comments in place of what is known; the first part of a group is always read."""
        read: dict[str, list[Stretch]] = {}
        known: list[Stretch] = []
        for stretch in stretches(source):
            first = read.setdefault(stretch.owner[0], [])
            (known if first and stretch.digest in self.parts else first).append(stretch)
        self.sources.append(source)
        self.known += known
        self.read += [stretch for group in read.values() for stretch in group]
        return without_stretches(source, known) if known else source

    @cached_property
    def frame(self) -> str:
        """A digest of all that stands beside clinics and handouts, and of the program, once every file is here."""
        digest = hashlib.sha256(program_digest().encode())
        for source in self.sources:
            own = sorted((each for each in (*self.known, *self.read) if each.name.file == source.file), key=_start)
            digest.update(f"\0{source.file}\0{frame(source, own)}".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def are_as_shown(self, gathered: Gathered) -> bool:
        """Whether YAML has found the clinics and handouts that its lines show, each once, where they show it."""
        files = {each.name.file for each in self.read}
        found = [
            (group, ident, entry.key.file, entry.key.start)
            for group in GROUPS
            for ident, entry in parts(gathered.root, group).items()
            if entry.key.file in files
        ]
        shown = [(*each.owner, each.name.file, each.name.start) for each in self.read]
        return sorted(found) == sorted(shown)

    def data(self, gathered: Gathered) -> Known:
        """Return what is known, in the form of what is read.

        Raises:
            ValueError: A name stands twice.
            TypeError, LookupError: What is kept is none of ours.
        """
        found: dict[str, dict[str, Any]] = {group: {} for group in {stretch.owner[0] for stretch in self.known}}
        for stretch in self.known:
            group, ident = stretch.owner
            if ident in found[group] or ident in parts(gathered.root, group):
                raise ValueError(ident)
            found[group][ident] = unpacked(self.parts[stretch.digest], stretch.name)
        return found

    def said(self, gathered: Gathered, loaded: Loaded) -> Iterator[tuple[str, str]]:
        """Yield what each part says, by digest, but for those that something is to be told of."""
        yield from ((stretch.digest, self.parts[stretch.digest]) for stretch in self.known)
        for stretch in self.read:
            if not any(problem.at and stretch.has(problem.at) for problem in loaded.warnings):
                group, ident = stretch.owner
                entry = parts(gathered.root, group)[ident]
                yield stretch.digest, packed(plain(entry.value, entry.key), entry.key)


def _start(stretch: Stretch) -> int:
    return stretch.start


def _each_has_its_own_names(content: Content) -> bool:
    """Whether no two handouts share a code or the name of a file, as can be asked only of all of them together."""
    codes = [handout.code for handout in content.handouts.values() if handout.code]
    slugs = [slug for handout in content.handouts.values() for slug in {*handout.slug.words.values()}]
    return len(codes) == len({*codes}) and len(slugs) == len({*slugs})
